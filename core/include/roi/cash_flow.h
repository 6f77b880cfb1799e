#pragma once
// The outcome spread over months. The amounts are the model's; only when they fall due is decided
// here, by weights that sum to 1: the undiscounted flows add up to the profit. methodology.md,
// "Over time".

#include <vector>

#include "roi/sheet.h"

namespace roi {

/// When a channel's amounts fall due: what share of them in each month of the horizon.
struct Schedule {
  std::vector<double> spending;  ///< of what is not paid upfront: evenly over the period
  std::vector<double> sales;     ///< of the return, before it is spread by retention
};

/// How many months are looked at: the stated horizon (a year unless stated), and at least the
/// period and the lag of every channel.
std::size_t horizonMonths(const Scenario& scenario);

/// Leads come in over the period, fewer while the channel ramps up, and sell after its lag.
Schedule schedule(const Scenario& scenario, std::size_t channel);

/// Whether two channels' amounts fall due alike.
bool sameTiming(const Scenario& scenario, std::size_t a, std::size_t b);

/// How many months until the cumulative flow is positive for good: interpolated, and in whole
/// months. Nothing if it is not within the months given. A flow that is never below zero pays back
/// at 0.
struct Payback {
  double months = 0;
  std::size_t whole = 0;
};
std::optional<Payback> payback(const std::vector<double>& cumulative);

/// The share of customers that stay each month: as stated, or what churn leaves of a subscription.
template <class Num>
std::optional<Num> monthlyRetention(Sheet<Num>& sheet, std::size_t channel) {
  const Scenario& s = sheet.scenario();
  const At<Num> f(sheet, channel);
  if (s.time.monthlyRetention) return sheet.input(*s.time.monthlyRetention);
  if (valueOf(s, channel).mode != ValueMode::subscription) return std::nullopt;
  return f.constant(1) - f.valueIn(Metric::monthlyChurn);
}

/// An amount spread over the months of sales, each month's going on with the share that stays; what
/// would come after the horizon comes within it, in proportion.
template <class Num>
std::vector<Num> spreadReturn(Sheet<Num>& sheet, std::size_t channel, const Num& amount) {
  const At<Num> f(sheet, channel);
  const std::vector<double> sales = schedule(sheet.scenario(), channel).sales;
  const std::optional<Num> retention = monthlyRetention(sheet, channel);
  std::vector<Num> weights;
  for (const double share : sales) {
    const Num fresh = f.constant(share, Metric::monthShare);
    weights.push_back(retention && !weights.empty() ? fresh + weights.back() * *retention : fresh);
  }
  if (!retention) {
    for (Num& weight : weights) weight = amount * weight;
    return weights;
  }
  const Num all = sheet.sum(weights);
  for (Num& weight : weights) weight = quotient(amount * weight, all, Metric::monthShare);
  return weights;
}

/// What comes in less what goes out, of channels whose amounts fall due alike: what is paid before
/// the start, then month by month, each at its end.
template <class Num>
std::vector<Num> flowOf(Sheet<Num>& sheet, std::size_t channel, const std::vector<Num>& returns,
                        const std::vector<Num>& costs, const std::vector<Num>& upfront) {
  const At<Num> f(sheet, channel);
  const std::vector<double> spending = schedule(sheet.scenario(), channel).spending;
  const Num first = sheet.sum(upfront);
  const Num later = sheet.sum(costs) - first;
  std::vector<Num> in;
  if (!returns.empty()) in = spreadReturn(sheet, channel, sheet.sum(returns));
  std::vector<Num> flow = {f.constant(0) - first};
  for (std::size_t t = 0; t < spending.size(); ++t) {
    const Num out = later * f.constant(spending[t], Metric::monthShare);
    flow.push_back(in.empty() ? f.constant(0) - out : in[t] - out);
  }
  return flow;
}

/// The flows of a channel from month 0, or of the total: the channels', of which those that are
/// left out of the total's return count with their cost alone.
template <class Num>
std::vector<Num> cashFlow(Sheet<Num>& sheet, std::size_t scope) {
  using enum Metric;
  if (scope < sheet.total()) {
    return flowOf<Num>(sheet, scope, {sheet(scope, return_)}, {sheet(scope, cost)},
                       {sheet(scope, upfrontCost)});
  }
  std::vector<Num> total;
  std::vector<bool> counted(sheet.total());
  for (std::size_t first = 0; first < sheet.total(); ++first) {
    if (counted[first]) continue;
    std::vector<Num> returns;
    std::vector<Num> costs;
    std::vector<Num> upfront;
    for (std::size_t c = first; c < sheet.total(); ++c) {
      if (counted[c] || !sameTiming(sheet.scenario(), first, c)) continue;
      counted[c] = true;
      if (!sheet.isLeftOut(c)) returns.push_back(sheet(c, return_));
      costs.push_back(sheet(c, cost));
      upfront.push_back(sheet(c, upfrontCost));
    }
    const std::vector<Num> flow = flowOf(sheet, first, returns, costs, upfront);
    for (std::size_t t = 0; t < flow.size(); ++t) {
      if (total.size() <= t) {
        total.push_back(flow[t]);
      } else {
        total[t] = total[t] + flow[t];
      }
    }
  }
  return total;
}

/// The sums of the flows up to each month.
template <class Num>
std::vector<Num> cumulative(const std::vector<Num>& flow) {
  std::vector<Num> sums;
  sums.reserve(flow.size());
  for (const Num& month : flow) sums.push_back(sums.empty() ? month : sums.back() + month);
  return sums;
}

/// The flows at what they are worth at the start, where month 0 is.
template <class Num>
Num netPresentValue(const std::vector<Num>& flow, const Num& discountFactor) {
  Num worth = flow.back();
  for (std::size_t t = flow.size() - 1; t-- > 0;) worth = flow[t] + discountFactor * worth;
  return worth;
}

}  // namespace roi
