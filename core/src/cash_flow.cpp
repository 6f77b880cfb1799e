#include "roi/cash_flow.h"

#include <algorithm>

namespace roi {
namespace {

double ramp(const Scenario& s, std::size_t channel) {
  return s.channels[channel].time.rampMonths.value_or(s.time.rampMonths);
}

double lag(const Scenario& s, std::size_t channel) {
  return s.channels[channel].time.lagMonths.value_or(s.time.lagMonths);
}

double period(const Scenario& s) { return s.quantities[*s.periodMonths].likely; }

std::size_t wholeMonths(double months) {
  const auto floor = static_cast<std::size_t>(months);
  return static_cast<double>(floor) < months ? floor + 1 : floor;
}

/// How much has come in by a time: the rate rises evenly until the ramp's end, and stays.
double comeIn(double time, double ramp) {
  if (time < ramp) return time * time / (2 * ramp);
  return time - ramp / 2;
}

bool isSubscription(const Scenario& s, std::size_t channel) {
  return valueOf(s, channel).mode == ValueMode::subscription;
}

bool retainsAlike(const Scenario& s, std::size_t a, std::size_t b) {
  if (s.time.monthlyRetention) return true;
  if (isSubscription(s, a) != isSubscription(s, b)) return false;
  const Metric churn = Metric::monthlyChurn;
  return !isSubscription(s, a) || valueInput(s, a, churn) == valueInput(s, b, churn);
}

}  // namespace

std::size_t horizonMonths(const Scenario& s) {
  double least = period(s);
  for (std::size_t c = 0; c < s.channels.size(); ++c) least = std::max(least, lag(s, c) + 1);
  const double stated = s.time.horizonMonths > 0 ? s.time.horizonMonths : kMonthsAYear;
  return wholeMonths(std::max(least, stated));
}

Schedule schedule(const Scenario& s, std::size_t channel) {
  const std::size_t months = horizonMonths(s);
  const double length = period(s);
  const double rampMonths = ramp(s, channel);
  const double lagMonths = lag(s, channel);
  const auto whole = static_cast<std::size_t>(lagMonths);
  const double part = lagMonths - static_cast<double>(whole);
  Schedule result{std::vector<double>(months), std::vector<double>(months)};
  double sold = 0;
  for (std::size_t m = 0; static_cast<double>(m) < length; ++m) {
    const double from = static_cast<double>(m);
    const double to = std::min(from + 1, length);
    result.spending[m] = (to - from) / length;
    const double leads = comeIn(to, rampMonths) - comeIn(from, rampMonths);
    for (const auto& [at, share] : {std::pair{m + whole, 1 - part}, {m + whole + 1, part}}) {
      if (at >= months) continue;
      result.sales[at] += leads * share;
      sold += leads * share;
    }
  }
  for (double& share : result.sales) share /= sold;
  return result;
}

bool sameTiming(const Scenario& s, std::size_t a, std::size_t b) {
  return ramp(s, a) == ramp(s, b) && lag(s, a) == lag(s, b) && retainsAlike(s, a, b);
}

std::optional<Payback> payback(const std::vector<double>& cumulative) {
  std::size_t after = cumulative.size();  // the month after the last one below zero
  while (after > 0 && cumulative[after - 1] >= 0) --after;
  if (after == cumulative.size()) return std::nullopt;
  if (after == 0) return Payback{};
  const double below = cumulative[after - 1];
  const double step = cumulative[after] - below;
  return Payback{static_cast<double>(after - 1) - below / step, after};
}

}  // namespace roi
