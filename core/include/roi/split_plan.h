#pragma once
// The split of a plan's ad budget over the channels that state how they respond to it, and what it
// makes of the plan's profit. methodology.md, "Budget split".

#include <optional>
#include <vector>

#include "roi/recorded.h"
#include "roi/simulate.h"
#include "roi/split_budget.h"

namespace roi {

struct Change {
  double from = 0, to = 0;
};

/// What a split is asked for: the most of a total, or as much ad spend as a target takes. At the
/// target ROI the plan earns the most; of the target marginal ROI each last euro earns so much
/// besides itself; the target customers are won with the least ad spend.
enum class SplitAim : std::uint8_t { total, roi, marginalRoi, customers };

struct SplitWish {
  SplitAim aim = SplitAim::total;
  double value = 0;
};

/// A channel that spends so many times on ads what it does now.
struct ScaledSpend {
  std::size_t channel = 0;
  double times = 1;
};

/// The plan's profit after such changes, each channel following as it responds. Requires the return
/// and the ad spend of each, and a response.
Trace profitAfter(Sheet<Trace>& sheet, const std::vector<ScaledSpend>& changes);

struct PlanSplit {
  struct Ceiling {
    double leads = 0;
    double halfSpend = 0;  ///< half of them come with it
  };

  struct Channel {
    std::size_t place = 0;  ///< in the scenario
    double exponent = 1;    ///< see ResponseCurve
    Change adSpend;
    Change gain;  ///< expected return less ad spend
    Figure<> leadsFrom, leadsTo;
    double nextVolume = 1;  ///< times the volume of now in the next period, carried over
    std::optional<Ceiling> ceiling;
    Figure<> marginalFrom, marginalTo;  ///< what the last euro brings besides itself
    bool atMinimum = false, atMaximum = false;
    std::optional<double> beyond;  ///< see roi::beyond
  };

  /// Why not all of a total is spent: every channel is at its maximum, or what is left would bring
  /// less than itself.
  enum class Unspent : std::uint8_t { none, maximums, worthLess };

  double total = 0;  ///< what may be spent, or what a target takes
  double spent = 0;  ///< what is: all of it where all is worth it
  Unspent unspent = Unspent::none;
  bool isReached = true;  ///< whether a target is
  /// The ROI or the customers there are, where one is asked for; no ROI where nothing is spent.
  std::optional<double> gives;
  std::optional<double> marginalRoi;  ///< see BudgetSplit; not where customers are asked for
  std::optional<double> marginalCac;  ///< what the last customer costs in ad spend, where they are
  Change profit;                      ///< of the plan, at the likely figures
  std::optional<double> nextProfit;   ///< of the next period, where effects are carried over
  std::optional<Change> mean;         ///< of the profit over the plan's ranges, where any moves it
  std::optional<Chance> better;       ///< of more profit than now over them, where anything changes
  std::vector<Channel> channels;
  std::vector<std::size_t>
      held;  ///< keep their ad spend: as asked, for want of a response or return
};

/// A plan before its ad budget is split. Where ranges move what channels bring, the means over so
/// many trials are what the split goes by; the trials know no luck, and are the same now and then.
class SplitStart {
 public:
  /// The scenario must outlive it. held: channels that are to keep their ad spend.
  SplitStart(const Scenario& scenario, std::uint64_t seed, std::size_t trials,
             const std::vector<std::size_t>& held = {});

  const Figure<>& profit() const { return profit_.figure(); }
  /// What a split is told by, which must be defined: the profit, and the plan's ROI or customers
  /// where a target of them is asked for.
  Figure<> toldBy(SplitAim aim);
  /// Ad spend of the channels that may be moved.
  double spent() const { return spent_; }

  /// Requires toldBy(wish.aim). Nothing if the least the channels may spend is more than the total.
  /// Of a total that allows what is spent now, the mean profit (or, without ranges, the likely one)
  /// is never below now's.
  std::optional<PlanSplit> split(SplitWish wish);
  std::optional<PlanSplit> split(double total) { return split({SplitAim::total, total}); }

 private:
  struct Outlook {
    Change profit;
    std::optional<Change> mean;
    std::optional<Chance> better;
  };

  void holdOrMove(std::size_t channel, bool isHeld);
  /// Whether there are leads where a ceiling counts them.
  bool followsLeads(std::size_t channel);
  void readCurves();
  /// The means of figures over the plan's ranges, or what they are at the likely figures.
  std::vector<double> means(const std::vector<Trace>& figures) const;
  std::optional<BudgetSplit> solve(SplitWish wish, PlanSplit& made);
  BudgetSplit forRoi(double roi, PlanSplit& made);
  BudgetSplit forCustomers(double customers, PlanSplit& made);
  std::vector<double> spendsNow() const;
  Outlook outlook(const std::vector<double>& spends);
  double nextVolumeOf(std::size_t moved, double spend) const;
  double nextProfit(const PlanSplit& split);
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
