#pragma once
// Plans for tests of the core, put together from its own structs.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "roi/scenario.h"

namespace roi::test {

/// A figure as it is typed: a number, or a range with or without its likely value.
struct Typed {
  Typed(double value) { q.low = q.likely = q.high = value; }  // NOLINT(google-explicit-constructor)
  Typed(double low, double high) {
    q.low = low;
    q.high = high;
    q.likelyGiven = false;
  }
  Typed(double low, double likely, double high) {
    q.low = low;
    q.likely = likely;
    q.high = high;
  }

  Typed movesWith(const std::string& group, double strength) const {
    Typed same = *this;
    same.q.group = group;
    same.q.strength = strength;
    return same;
  }

  Quantity q;
};

inline Typed measured(Typed typed) {
  typed.q.provenance = Provenance::measured;
  return typed;
}

/// A figure, or a line of costs of that kind.
struct Stated {
  Metric metric;
  Typed typed;
};
using AllStated = std::vector<Stated>;

/// A plan of one month, step by step. What is said before the first channel is of the whole plan,
/// and then of the channel named last, or of the one at() goes back to; so with lines of costs. A
/// figure that is said again is another one. Places are those of a document's first scenario.
class Made {
 public:
  Made() {
    parts_.id = "plan";
    parts_.pointer = "/scenarios/0";
    Quantity month = Typed(1).q;
    month.metric = Metric::periodMonths;
    month.pointer = parts_.pointer + "/period";
    parts_.periodMonths = add(month);
  }
  /// Customers are worth an amount each, and so many leads become one.
  explicit Made(const Typed& worth, const Typed& closeRate = 0.1) : Made() {
    with(Metric::closeRate, closeRate).worth(worth);
  }

  // The whole plan

  Made& id(const std::string& id) {
    parts_.id = id;
    return *this;
  }
  Made& months(double months) {
    Quantity& q = parts_.quantities[*parts_.periodMonths];
    q.low = q.likely = q.high = months;
    return *this;
  }
  Made& action(Action action) {
    parts_.action = action;
    return *this;
  }
  Made& basis(Basis basis) {
    parts_.basis = basis;
    return *this;
  }
  /// A campaign that has happened.
  Made& past() {
    parts_.past = true;
    return *this;
  }
  Made& goal(Metric metric, double target) {
    Goal& goal = parts_.goal ? *parts_.goal : parts_.goal.emplace();
    goal.metric = metric;
    state(goal.target, Metric::goalTarget, target, Scale::fixed, "/goal/target");
    return *this;
  }
  Made& price(double perUnit) {
    state(parts_.goal->pricePerUnit, Metric::pricePerUnit, perUnit, Scale::fixed,
          "/goal/pricePerUnit");
    return *this;
  }
  Made& horizon(double months) {
    parts_.time.horizonMonths = months;
    return *this;
  }
  Made& discounting(double yearly) {
    state(parts_.time.discountRate, Metric::discountRate, yearly, Scale::logit,
          "/time/discountRate");
    return *this;
  }
  Made& retention(const Typed& monthly) {
    state(parts_.time.monthlyRetention, Metric::monthlyRetention, monthly, Scale::logit,
          "/time/monthlyRetention");
    return *this;
  }

  // Channels

  Made& channel(const std::string& id, const AllStated& figures = {}) {
    Channel made;
    made.id = id;
    made.place = parts_.channels.size();
    parts_.channels.push_back(std::move(made));
    return at(parts_.channels.size() - 1).with(figures);
  }
  /// A channel with leads and ad spend, which is paid first.
  Made& channel(const std::string& id, const Typed& leads, const Typed& adSpend) {
    return channel(id, {{Metric::leads, leads}}).adSpend(adSpend).paid(Paid::first);
  }
  /// Back to a channel.
  Made& at(std::size_t channel) {
    channel_ = channel;
    ofSavings_ = false;
    line_ = parts_.channels[channel].lines.size() - 1;
    return *this;
  }
  /// Back to what is said of the whole plan.
  Made& plan() {
    channel_.reset();
    return *this;
  }
  Made& withoutChannel(std::size_t channel) {
    parts_.channels.erase(parts_.channels.begin() + static_cast<std::ptrdiff_t>(channel));
    return plan();
  }

  // Of a channel or the whole plan

  /// A figure of the funnel, the margin and the like, or of what a customer brings.
  Made& with(Metric metric, const Typed& typed) {
    const bool isValue = metric == Metric::revenuePerCustomer ||
                         metric == Metric::marginPerCustomer || isOfSeveral(metric);
    const std::string place = (isValue ? "/value/" : "/") + std::string(info(metric).id);
    state(given()[static_cast<std::size_t>(metric)], metric, typed, scaleOf(metric),
          where() + place);
    return *this;
  }
  Made& with(const AllStated& figures) {
    for (const Stated& one : figures) with(one.metric, one.typed);
    return *this;
  }
  Made& without(Metric metric) {
    given()[static_cast<std::size_t>(metric)].reset();
    return *this;
  }
  Made& valued(ValueMode mode) {
    value().mode = mode;
    return *this;
  }
  Made& worth(const Typed& perCustomer) {
    return valued(ValueMode::revenue).with(Metric::revenuePerCustomer, perCustomer);
  }
  Made& worthMargin(const Typed& perCustomer) {
    return valued(ValueMode::margin).with(Metric::marginPerCustomer, perCustomer);
  }
  Made& orders(const Typed& value, const Typed& yearly, const Typed& years) {
    valued(ValueMode::orders).with(Metric::averageOrderValue, value);
    return with(Metric::ordersPerYear, yearly).with(Metric::years, years);
  }
  Made& subscription(const Typed& perMonth, const Typed& churn) {
    valued(ValueMode::subscription).with(Metric::revenuePerMonth, perMonth);
    return with(Metric::monthlyChurn, churn);
  }
  Made& discounted(const std::vector<double>& yearly, const Typed& retention,
                   const Typed& discount) {
    valued(ValueMode::discounted).yearly(yearly);
    return with(Metric::retention, retention).with(Metric::discountRate, discount);
  }
  Made& yearly(const std::vector<double>& revenues) {
    value().yearlyRevenue.clear();
    for (const double revenue : revenues) {
      const std::string place = "/value/yearlyRevenue/" + std::to_string(size(value()));
      Input input;
      state(input, Metric::yearlyRevenue, revenue, Scale::log, where() + place);
      value().yearlyRevenue.push_back(input);
    }
    return *this;
  }
  Made& lag(double months) {
    if (channel_) {
      last().time.lagMonths = months;
    } else {
      parts_.time.lagMonths = months;
    }
    return *this;
  }
  Made& ramp(double months) {
    if (channel_) {
      last().time.rampMonths = months;
    } else {
      parts_.time.rampMonths = months;
    }
    return *this;
  }

  // Costs of a channel, and how it follows its ad spend

  /// A line of a kind, of which nothing else is stated.
  Made& line(Metric kind) {
    CostLine line;
    line.kind = kind;
    line.paid = paidUnlessStated(kind);
    ofSavings_ = false;
    if (channel_) {
      line_ = last().lines.size();
      line.pointer = whereLine();
      last().lines.push_back(std::move(line));
    } else {
      line_ = parts_.shared.size();
      line.pointer = whereLine();
      parts_.shared.push_back({std::move(line), Allocation::equally, {}});
    }
    return *this;
  }
  Made& cost(Metric kind, const Typed& amount) { return line(kind).amount(amount); }
  Made& costs(const AllStated& amounts) {
    for (const Stated& one : amounts) cost(one.metric, one.typed);
    return *this;
  }
  Made& adSpend(const Typed& amount) { return cost(Metric::adSpend, amount); }
  Made& work(Metric kind, const Typed& hours, const Typed& hourlyCost) {
    return line(kind).hours(hours).hourlyCost(hourlyCost);
  }
  Made& salaried(Metric kind, const Typed& hours, const Typed& salary, const Typed& yearlyHours) {
    return line(kind).hours(hours).yearlySalary(salary).yearlyHours(yearlyHours);
  }
  /// A line that all channels share, whatever is said before and after it.
  Made& shared(Metric kind, const Typed& amount, Allocation rule = Allocation::equally) {
    plan().cost(kind, amount);
    parts_.shared.back().rule = rule;
    return *this;
  }
  /// What a channel weighs in the last shared line.
  Made& weighing(std::size_t channel, double weight) {
    std::vector<Input>& weights = parts_.shared.back().weights;
    weights.resize(std::max(weights.size(), channel + 1));
    state(weights[channel], Metric::weight, weight, Scale::fixed, whereLine() + "/weight");
    return *this;
  }

  /// A saving of the plan that counts, of which nothing is stated yet.
  Made& saving() {
    ofSavings_ = true;
    channel_.reset();
    line_ = parts_.savings.size();
    CostLine line;
    line.pointer = whereLine();
    parts_.savings.push_back(std::move(line));
    return *this;
  }
  Made& saving(const Typed& amount) { return saving().amount(amount); }

  // Of the last line, or of the one that ofLine() goes back to

  Made& ofLine(std::size_t line) {
    line_ = line;
    return *this;
  }
  Made& amount(const Typed& amount) {
    return figure(&CostLine::amount, Metric::amount, amount, "/amount");
  }
  Made& hours(const Typed& hours) {
    return figure(&CostLine::hours, Metric::hours, hours, "/hours");
  }
  Made& yearlySalary(const Typed& salary) {
    return figure(&CostLine::yearlySalary, Metric::yearlySalary, salary, "/yearlySalary");
  }
  Made& yearlyHours(const Typed& hours) {
    return figure(&CostLine::yearlyHours, Metric::yearlyHours, hours, "/yearlyHours");
  }
  Made& hourlyCost(const Typed& cost) {
    return figure(&CostLine::hourlyCost, Metric::hourlyCost, cost, "/hourlyCost");
  }
  Made& share(const Typed& share) {
    return figure(&CostLine::share, Metric::share, share, "/share");
  }
  /// The months that it is for.
  Made& per(double months) {
    Input& period = costLine().periodMonths;
    state(period, Metric::linePeriodMonths, months, Scale::fixed, whereLine() + "/period");
    return *this;
  }
  Made& paid(Paid when) {
    costLine().paid = when;
    return *this;
  }
  Made& includingAdSpend() {
    costLine().includesAdSpend = true;
    return *this;
  }
  Made& withoutLine(std::size_t line) {
    last().lines.erase(last().lines.begin() + static_cast<std::ptrdiff_t>(line));
    return *this;
  }

  Made& responding(const Typed& elasticity) {
    Response& response = last().response ? *last().response : last().response.emplace();
    state(response.elasticity, Metric::elasticity, elasticity, Scale::logit,
          where() + "/response/elasticity");
    return *this;
  }
  Made& spendingAtLeast(double adSpend) {
    last().response->minAdSpend = adSpend;
    return *this;
  }
  Made& spendingAtMost(double adSpend) {
    last().response->maxAdSpend = adSpend;
    return *this;
  }
  /// Ad spends at which leads were counted.
  Made& observed(const std::vector<double>& adSpends) {
    last().response->observed = adSpends;
    return *this;
  }

  Outcome<Scenario> outcome() const {
    Scenario parts = parts_;
    for (Quantity& q : parts.quantities) {
      Outcome<Quantity> made = makeQuantity(q);
      if (Errors* errors = std::get_if<Errors>(&made)) return std::move(*errors);
      q = std::get<Quantity>(std::move(made));
    }
    for (SharedLine& shared : parts.shared) shared.weights.resize(parts.channels.size());
    return makeScenario(std::move(parts));
  }

  /// The plan a test rests on. Anything wrong with it fails the test.
  Scenario scenario() const {
    Outcome<Scenario> made = outcome();
    const bool isMade = std::holds_alternative<Scenario>(made);
    EXPECT_TRUE(isMade);
    return isMade ? std::get<Scenario>(std::move(made)) : parts_;
  }

 private:
  static bool isOfSeveral(Metric metric) {
    using enum Metric;
    for (const Metric one : {averageOrderValue, ordersPerYear, years, revenuePerMonth, monthlyChurn,
                             Metric::retention, discountRate}) {
      if (metric == one) return true;
    }
    return false;
  }

  static Scale scaleOf(Metric metric) {
    return info(metric).unit == Unit::rate ? Scale::logit : Scale::log;
  }
  static std::size_t size(const Value& value) { return value.yearlyRevenue.size(); }

  Channel& last() { return parts_.channels[*channel_]; }
  Inputs& given() { return channel_ ? last().given : parts_.given; }
  Value& value() { return channel_ ? last().value : parts_.value; }
  CostLine& costLine() {
    if (ofSavings_) return parts_.savings[line_];
    return channel_ ? last().lines[line_] : parts_.shared[line_].line;
  }
  std::string where() const {
    return channel_ ? "/channels/" + std::to_string(*channel_) : std::string();
  }
  std::string whereLine() const {
    const std::string list = channel_ ? "/costs/" : "/sharedCosts/";
    return where() + (ofSavings_ ? "/savings/" : list) + std::to_string(line_);
  }

  std::uint32_t add(const Quantity& q) {
    parts_.quantities.push_back(q);
    return static_cast<std::uint32_t>(parts_.quantities.size() - 1);
  }

  void state(Input& input, Metric metric, const Typed& typed, Scale scale,
             const std::string& place) {
    Quantity q = typed.q;
    q.metric = metric;
    q.scale = scale;
    q.pointer = parts_.pointer + place;
    if (input) {
      parts_.quantities[*input] = q;
    } else {
      input = add(q);
    }
  }

  Made& figure(Input CostLine::*input, Metric metric, const Typed& typed,
               const std::string& place) {
    state(costLine().*input, metric, typed, scaleOf(metric), whereLine() + place);
    return *this;
  }

  Scenario parts_;
  std::optional<std::size_t> channel_;  ///< that is spoken of; nothing: the plan
  bool ofSavings_ = false;              ///< whether the line is one of the plan's savings
  std::size_t line_ = 0;                ///< among its lines, or the plan's shared ones
};

}  // namespace roi::test
