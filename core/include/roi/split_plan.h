#pragma once
// The split of a plan's ad budget over the channels that state how they respond to it, and what it
// makes of the plan's profit. methodology.md, "Budget split".

#include <optional>
#include <vector>

#include "roi/recorded.h"
#include "roi/split_budget.h"

namespace roi {

struct Change {
  double from = 0, to = 0;
};

struct PlanSplit {
  struct Channel {
    std::size_t place = 0;  ///< in the scenario
    double elasticity = 1;
    Change adSpend;
    Change gain;  ///< expected return less ad spend
    Figure<> leadsFrom, leadsTo;
    Figure<> marginalFrom, marginalTo;  ///< what the last euro brings besides itself
    bool atMinimum = false, atMaximum = false;
    std::optional<double> beyond;  ///< see roi::beyond
  };

  double total = 0;            ///< what may be spent
  double spent = 0;            ///< what is: all of it where all is worth it
  double marginalRoi = 0;      ///< see BudgetSplit
  Change profit;               ///< of the plan, at the likely figures
  std::optional<Change> mean;  ///< of the profit over the plan's ranges, where any moves it
  std::vector<Channel> channels;
  std::vector<std::size_t> held;  ///< keep their ad spend: they state no response, or bring nothing
};

/// A plan before its ad budget is split. Where ranges move the returns, the means over so many
/// trials are what the split goes by.
class SplitStart {
 public:
  /// The scenario must outlive it.
  SplitStart(const Scenario& scenario, std::uint64_t seed, std::size_t trials);

  const Figure<>& profit() const { return profit_.figure(); }
  /// Ad spend of the channels that may be moved.
  double spent() const { return spent_; }

  /// Requires a defined profit. Nothing if the least the channels may spend is more than the total.
  std::optional<PlanSplit> split(double total);

 private:
  void holdOrMove(std::size_t channel);
  void readCurves();
  /// The mean of figures over the plan's ranges; nothing where none moves them.
  std::vector<double> means(const std::vector<Trace>& figures) const;
  Trace profitAfter(const std::vector<double>& spends);
  void change(PlanSplit::Channel& made, std::size_t moved, double spend);

  const Scenario& scenario_;
  std::uint64_t seed_;
  std::size_t trials_;
  Recorded plan_;
  Trace profit_;
  std::vector<std::size_t> moved_, held_;  ///< channels
  std::vector<ResponseCurve> curves_;      ///< of the channels moved, and what was seen of them
  std::vector<Seen> seen_;
  double spent_ = 0;
};

}  // namespace roi
