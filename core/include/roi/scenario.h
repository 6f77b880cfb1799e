#pragma once
// A scenario is structure: which stage a channel enters, how a customer is valued, which lines a
// ledger has. Its numbers lie apart, in one flat vector of quantities; a quantity's index is its
// place on the tape, in a gradient, among random draws and in a spreadsheet.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "roi/error.h"
#include "roi/metric.h"

namespace roi {

/// The scale on which a range is spread; fixed figures (periods, targets, weights) have none.
/// even: the level at which luck draws a count, as likely anywhere from 0 to 1.
enum class Scale : std::uint8_t { fixed, log, logit, even };
enum class Provenance : std::uint8_t { unstated, measured, benchmark, assumption };
/// Whose figure it is, as long as the visitor has not typed it.
enum class Origin : std::uint8_t { visitor, example, page };

/// What an amount may be besides 0: products and quotients of such stay within a double.
inline constexpr double kSmallestAmount = 1e-9;
inline constexpr double kLargestAmount = 1e12;

inline constexpr double kMonthsAYear = 12;

/// One typed figure. A single value has low == likely == high. A range holds 90 % of what is
/// believed possible; without a likely value its middle on the scale stands for it.
struct Quantity {
  double low = 0;
  double likely = 0;
  double high = 0;
  bool likelyGiven = true;
  Scale scale = Scale::fixed;
  Metric metric = Metric::amount;  ///< what it is a figure of
  std::string pointer;             ///< JSON Pointer of the field in the document
  Provenance provenance = Provenance::unstated;
  std::string source;  ///< id of the benchmark
  std::string note;    ///< on its source, in the visitor's words
  double cases = 0;    ///< on which a rate was seen; 0: not stated
  Origin origin = Origin::visitor;
  std::string group;  ///< common factor it moves with; empty: none
  double strength = 0;
  bool happened = false;  ///< a count or an amount spent of a campaign that has happened

  bool isRange() const { return low < high; }
  /// Of own inputs, which have no metric of their own, the scale says it.
  bool isRate() const { return info(metric).unit == Unit::rate || scale == Scale::logit; }
};

/// The quantity, with the middle of its scale as likely value where none is given: the geometric
/// middle, for rates that of the odds. methodology.md, "Ranges". Refuses a range that does not
/// rise or touches an end of its scale.
Outcome<Quantity> makeQuantity(Quantity typed);

/// Index into Scenario::quantities, or nothing typed.
using Input = std::optional<std::uint32_t>;
using Inputs = std::array<Input, kMetrics>;

enum class Action : std::uint8_t { lead, subscriber, booking, order, download, signUp, call };
enum class Basis : std::uint8_t { automatic, revenue, margin };
enum class ValueMode : std::uint8_t { none, revenue, margin, orders, subscription, discounted };

/// What a customer brings; its figures are in the Inputs beside it.
struct Value {
  ValueMode mode = ValueMode::none;
  std::vector<Input> yearlyRevenue;
};

/// When a cost is paid: before anything comes in, through the period, or at its end.
enum class Paid : std::uint8_t { first, monthly, end };

/// One line of a ledger: amount, or hours x hourlyCost, or hours x yearlySalary / yearlyHours,
/// times share, prorated from its own period.
struct CostLine {
  Metric kind = Metric::otherCosts;  ///< adSpend, tools, people, production, fees or otherCosts
  std::string label;
  std::string pointer;
  Input amount, hours, hourlyCost, yearlySalary, yearlyHours, share, periodMonths;
  Paid paid = Paid::monthly;
  bool includesAdSpend = false;
};

enum class Allocation : std::uint8_t { equally, adSpend, leads, weights };

struct SharedLine {
  CostLine line;
  Allocation rule = Allocation::equally;
  std::vector<Input> weights;  ///< one per channel; nothing: weighs 0
};

/// How the outcome is spread over months. methodology.md, "Over time".
struct Time {
  double horizonMonths = 0;  ///< 0: not stated
  double rampMonths = 0;     ///< until as many come in as will
  double lagMonths = 0;      ///< from the lead to the sale
  Input discountRate;        ///< a year
  Input monthlyRetention;
};

/// What a channel states for itself; nothing: as the plan.
struct ChannelTime {
  std::optional<double> rampMonths, lagMonths;
};

/// How volume follows ad spend, and the bounds of a split. methodology.md, "Responses".
struct Response {
  Input elasticity;
  Input ceiling, shape;             ///< of Hill's curve; without a shape it is 1
  std::optional<double> carryOver;  ///< of a month's effect on the next, below 1
  std::vector<double> observed;     ///< ad spends at which leads were counted
  std::optional<double> minAdSpend, maxAdSpend;
};

struct Channel {
  std::string id;
  std::size_t place = 0;  ///< among those of the document
  Inputs given{};
  Value value;
  std::vector<CostLine> lines;
  ChannelTime time;
  std::optional<Response> response;
};

/// What the plan is to reach. target and price are quantities, so that they can be explained.
struct Goal {
  Metric metric = Metric::leads;
  Input target;
  Input pricePerUnit;
  Input scale;  ///< of ad spend, where channels respond: found, not typed. See findGoalScale
};

/// What a document defines of its own, and what a scenario states for it. See own_figure.h
struct Own;

struct Scenario {
  std::string id;
  std::string pointer;
  bool past = false;  ///< a campaign that has happened: its counts are known
  Action action = Action::lead;
  Basis basis = Basis::automatic;
  Input periodMonths;
  Inputs given{};  ///< stated once for all channels
  Value value;
  std::vector<Channel> channels;
  std::vector<SharedLine> shared;
  std::vector<CostLine> savings;  ///< what is not spent any more, and counts in the profit
  std::optional<Goal> goal;
  Time time;
  Input believed;  ///< the share of the return that is believed; nothing: all of it
  std::vector<Quantity> quantities;
  std::shared_ptr<const Own> own;  ///< null: nothing is defined
};

/// The same scenario, asked with only a share of its return believed; 0 < share < 1.
void believeOnly(Scenario& scenario, double share);

/// A scenario whose parts agree; of one that is past, counts and amounts spent have happened.
/// Refuses repeated channel ids, a channel with two counts that are ranges, and subscribers of whom
/// another share stays than their churn leaves. A channel of which no figure is stated yet is no
/// part of it, unless that is so of all.
Outcome<Scenario> makeScenario(Scenario parts);

// What is known of a scenario without looking at a single number. The scope of a figure is a
// channel's index, or channels.size() for the total.

/// What is given for a channel: by itself, or once for the plan.
Input given(const Scenario& scenario, std::size_t channel, Metric metric);
const Value& valueOf(const Scenario& scenario, std::size_t channel);
/// The input of a field of the customer's value, from where the value is stated.
Input valueInput(const Scenario& scenario, std::size_t channel, Metric metric);

/// The churn of a channel's subscribers, or of all channels' where they have the same.
Input churnOf(const Scenario& scenario, std::size_t scope);

/// Whether refunds or commissions are taken off revenue.
bool deducts(const Scenario& scenario);

/// Whether returns count the margin: stated, or as soon as one is known.
bool onMarginBasis(const Scenario& scenario);
/// Whether the channel's customers are valued directly by the margin they bring.
bool valuedByMargin(const Scenario& scenario, std::size_t channel);
bool allValuedByMargin(const Scenario& scenario);

/// Whether a count of the funnel can be worked out from what was typed.
bool known(const Scenario& scenario, std::size_t channel, Metric count);
/// What luck draws a channel's customers by: nothing where they were counted, the leads that were
/// counted, or nothing but their mean.
enum class Luck : std::uint8_t { none, binomial, poisson };
Luck luckOf(const Scenario& scenario, std::size_t channel);
/// Whether any customers of a channel, or of the total, are drawn.
bool drawsLuck(const Scenario& scenario, std::size_t scope);
/// Whether clicks follow from impressions and CTR rather than from a count or a CPC.
bool clicksByRate(const Scenario& scenario, std::size_t channel);

bool hasAdSpend(const Scenario& scenario, std::size_t channel);
/// Whether the channel has a line, or a part of a shared one, that is not ad spend.
bool hasNonAdCost(const Scenario& scenario, std::size_t channel);
/// When a kind of cost is paid unless its line says so: tools and production first.
Paid paidUnlessStated(Metric kind);
/// Whether a fee of the channel already includes its ad spend.
bool feeIncludesAdSpend(const Scenario& scenario, std::size_t channel);
/// Whether ad spend is paid for as such: it counts as cost, and volume can follow it.
bool scalesWithAdSpend(const Scenario& scenario, std::size_t channel);
/// Whether the channel's volume follows its ad spend by a stated elasticity or to a ceiling.
bool responds(const Scenario& scenario, std::size_t channel);
bool anyResponds(const Scenario& scenario);
/// The ad spends at which the channel's leads were counted.
std::span<const double> observedOf(const Scenario& scenario, std::size_t channel);
/// Per channel, whether budget questions move it: those that respond or, where none does, those
/// that scale.
std::vector<bool> movedChannels(const Scenario& scenario);

/// The channels that keep their ad spend where others respond to it, for they state no response.
std::vector<std::size_t> heldChannels(const Scenario& scenario);

/// Whether an input is missing between the channel and its revenue.
bool lacksRevenue(const Scenario& scenario, std::size_t channel);
/// Per channel: left out of the total's return, though not of its cost, because it lacks an input
/// for it. Nobody is where everybody would be: then the total is undefined.
std::vector<bool> leftOut(const Scenario& scenario);

}  // namespace roi
