#pragma once
// How sure a plan is: what is asked of the trials of its ranges and its luck, and what they come
// to. methodology.md, "Simulation".

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "roi/histogram.h"
#include "roi/recorded.h"
#include "roi/simulate.h"

namespace roi {

/// What is asked of a plan's trials besides what always is.
struct ChancesAsked {
  /// Two channels by their places: whether the first has the higher ROI.
  struct Pair {
    std::size_t a = 0, b = 0;
  };

  std::vector<Metric> metrics, channelMetrics;  ///< spreads: of the total, and of each channel
  bool channels = true;  ///< whether anything is asked of channels: much of the work is theirs
  std::vector<std::size_t> own;  ///< own figures, by their places
  std::vector<Pair> pairs;
  std::optional<double> loss;         ///< whether more is lost
  const Scenario* against = nullptr;  ///< whether this other plan does worse
  std::size_t trials = 100'000;
  std::uint64_t seed = 1;
  bool histogram = false;  ///< of the profit
};

/// What the trials of a plan come to. Everything undefined counts as "no".
struct PlanChances {
  /// Of one metric.
  struct Result {
    Metric metric = Metric::profit;
    Figure<> likely;  ///< at the likely figures, as without ranges
    Spread spread;
  };

  struct OwnResult {
    Tape::Index node = 0;
    Spread spread;
    Chance positive;  ///< of being above 0
  };

  struct Scope {
    std::vector<Result> results;
    Chance profitable;
    Chance belowBreakEven;       ///< a lead costs less than it brings
    std::optional<double> luck;  ///< see roi::luck
    Chance best;  ///< of a channel: no other has a higher ROI; of equals the first by id
  };

  struct Against {
    Chance profit, roi;  ///< of having more than the other plan
  };

  std::size_t trials = 0;  ///< so far
  std::size_t ranges = 0;  ///< that the answers depend on
  std::size_t exact = 0;   ///< typed figures without a range that the profit depends on
  bool drawsLuck = false;
  Scope total;
  std::vector<Scope> channels;  ///< none where nothing is asked of them
  std::vector<OwnResult> own;
  std::optional<Chance> goal;  ///< of meeting it
  std::vector<Chance> pairs;
  /// Where the total's profit is among the metrics.
  std::optional<Mean> expectedLoss;
  std::optional<Histogram> histogram;
  std::optional<Chance> losesMore;
  std::optional<Against> against;
};

/// A plan whose trials are run a few at a time.
class PlanTrials {
 public:
  /// The plan must outlive it, and the other one until it is made.
  PlanTrials(const Scenario& plan, ChancesAsked asked);
  ~PlanTrials();
  PlanTrials(const PlanTrials&) = delete;
  PlanTrials& operator=(const PlanTrials&) = delete;

  /// Runs whole blocks until so many more trials are done; once all are, sums up one spread a call.
  /// Says whether nothing is left to do.
  bool advance(std::size_t trials);
  /// Of the trials so far.
  PlanChances chances();
  const Tape& tape() const { return recorded_.tape; }

 private:
  std::size_t total() const { return plan_.channels.size(); }
  /// Channels are asked before the total.
  std::size_t firstScope() const { return asked_.channels ? 0 : total(); }
  const std::vector<Metric>& metricsOf(std::size_t scope) const;
  void askPositive(const Trace& figure) { question_.chances.push_back({figure.node}); }
  void askScope(std::size_t scope);
  void askGoal(const Goal& goal);
  void askPair(const ChancesAsked::Pair& pair);
  void askLoss(double loss);
  void askOwn();
  void askAgainst(const Scenario& other);
  void askRace();
  Trace belowBreakEven(std::size_t scope);
  PlanChances::Result sumUp(std::size_t place) const;
  PlanChances::Scope chancesOf(std::size_t scope);
  void describeProfit(PlanChances& made) const;
  std::size_t exact();
  std::vector<PlanChances::OwnResult> ownChances(std::size_t firstChance) const;

  const Scenario& plan_;
  ChancesAsked asked_;
  RecordedTrials recorded_;
  Question question_;  ///< spreads of each channel, then of the total, then of own figures
  std::vector<std::size_t> racePlaces_;       ///< of each channel
  std::vector<PlanChances::Result> results_;  ///< of the spreads, once all trials are done
  std::size_t summedUp_ = 0;                  ///< how many of them are
  std::optional<Simulation> simulation_;
};

}  // namespace roi
