#pragma once
// What was observed since a plan began, beside what the plan expected by then: on one tape with the
// plan as it was, and as it is now that a part of it has happened. methodology.md, "What has
// happened since".

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "roi/trace.h"

namespace roi {

/// A figure that was observed. Counts (impressions, clicks, leads, customers) and money spent on
/// ads: all that came from the plan's start until the end of a day; of several days of the same
/// figure the last one counts, for it holds the others. Rates (ctr, conversionRate, closeRate) and
/// prices (adSpendCpm, adSpendCpc, adSpendCpl, averageOrderValue, revenuePerCustomer): of so many
/// cases.
struct Observed {
  std::optional<std::size_t> channel;  ///< nothing: of the plan as a whole
  Metric figure = Metric::leads;
  int day = 0;  ///< since 1970-01-01
  double value = 0;
  double cases = 0;  ///< of a rate or a price, above 0
};

/// What is observed of orders is one count, whatever it is called: leads.
Metric countedAs(const Scenario& plan, Metric figure);

/// Whether a figure is known of so many cases, as rates and prices are.
bool isOfCases(Metric figure);

/// The day after the last of a plan that begins on a day: whole months by the calendar, a part of
/// one as that part of 365.25 / 12 days; a day at least.
int dayAfterPlan(int start, double months);

/// Since a plan began. No figure of one channel, or of the plan, is stated twice of a day.
struct Since {
  int start = 0;                   ///< its first day, since 1970-01-01
  std::vector<Observed> observed;  ///< from that day on
};

/// What a figure came to.
struct Came {
  double value = 0;
  double cases = 0;  ///< of a rate or a price
};

/// What a figure of a channel, or of the plan (channels.size()), came to: what was last observed of
/// it once all of it should have come; of the plan's counts, where channels state them, the sum of
/// all of these; of a rate that is not stated itself the part of a count that went on to the next.
/// Nothing where it is not known, or some may still come.
std::optional<Came> cameTo(const Scenario& plan, const Since& since, std::size_t scope,
                           Metric figure);
/// The same of what was typed; nothing of an input that no observation is of.
std::optional<Came> cameTo(const Scenario& plan, const Since& since, std::uint32_t input);

/// An observation that says something of the plan: how likely it is follows from one figure.
struct Datum {
  enum class Kind : std::uint8_t { count, part, price };
  std::size_t observed = 0;  ///< by its place
  Kind kind = Kind::count;
  Tape::Index expected = 0;  ///< a count's expectation, the chance of each of some cases, a price
  double value = 0;
  double cases = 0;  ///< of a part, or of a price

  double logLikelihood(double expectation) const;
};

/// A scenario three times on a tape: as it was planned, with luck; its expectations, without; and
/// given what was counted, with luck in what is still to come.
class ObservedPlan {
 public:
  ObservedPlan(const Scenario& plan, const Since& since);
  ObservedPlan(const ObservedPlan&) = delete;
  ObservedPlan& operator=(const ObservedPlan&) = delete;

  /// Whether anything was observed.
  bool hasBegun() const { return !since_.observed.empty(); }

  std::vector<Quantity> quantities;  ///< the scenario's, then levels of luck
  Tape tape;
  int days = 0;  ///< of the plan
  Sheet<Trace> planned, expected, given;
  std::vector<Datum> evidence;
  /// By their places: those of figures that the plan does not have, or expects nothing of yet; of
  /// the plan as a whole where a channel states the same; rates and prices both of whose sides are.
  std::vector<std::size_t> unused;
  /// The last amount spent on ads, per channel and then of the plan.
  std::vector<std::optional<std::size_t>> spent;

 private:
  /// How a count of a channel stands: what came of it, and all that is expected in the end.
  struct Standing {
    bool isKnown = false;
    Trace seen, end;
    double done = 0;                ///< the share of it that should have come
    std::optional<double> counted;  ///< what came, where it was counted of the channel alone
  };

  /// An amount, and the channels on whose ads it was spent.
  struct Spent {
    double amount = 0;
    std::vector<std::size_t> channels;
  };

  static std::size_t placeOf(std::size_t scope, Metric figure) {
    return scope * kMetrics + static_cast<std::size_t>(figure);
  }

  std::size_t total() const { return plan_.channels.size(); }
  std::optional<std::size_t>& lastOf(std::size_t scope, Metric figure);
  Standing& standing(std::size_t channel, Metric stage);
  void findLast();
  std::vector<std::size_t> channelsOf(std::size_t scope) const;
  double doneBy(std::size_t channel, Metric stage, int day) const;
  std::optional<Spent> spentBy(std::size_t channel, int day) const;
  std::vector<std::size_t> adChannels() const;
  Trace amountOf(const std::vector<std::size_t>& channels);
  std::optional<Trace> paceOf(std::size_t channel, int day);
  Trace upToAll(const Trace& share);
  Trace doneOf(std::size_t channel, Metric stage, const Observed& seen);
  Trace leftOf(std::size_t channel, Metric stage, const Observed& seen, const Trace& done);
  Trace constant(double value) { return expected.numbers().constant(value, Metric::amount); }
  void count(std::size_t scope, Metric stage);
  std::optional<Metric> nearestAbove(std::size_t channel, Metric stage);
  static bool isPart(double hits, double cases, const Trace& share);
  bool weigh(std::size_t scope, Metric stage, std::optional<Metric> above);
  bool weighApart(std::size_t scope, Metric stage);
  void standings(std::size_t scope, Metric stage);
  Trace restOf(std::size_t channel, Metric stage, Metric above, double done);
  void stateCount(std::size_t channel, Metric stage, const Trace& seen, const Trace& rest);
  void stateSpent(std::size_t scope);
  void holdVolumes(std::size_t channel, int day);
  void ofCases(std::size_t scope, Metric figure);
  bool isPaidFor(std::size_t scope, Metric price);
  Trace price(std::size_t scope, Metric figure);
  bool add(Datum evidence, const Trace& expectation);

  const Scenario& plan_;
  const Since& since_;
  std::vector<std::optional<std::size_t>> last_;  ///< per scope and metric
  std::vector<Standing> standings_;               ///< per channel and stage
};

}  // namespace roi
