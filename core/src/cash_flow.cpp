#include "roi/cash_flow.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"

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
  return static_cast<std::size_t>(std::ceil(std::min(months, double{kMostMonths})));
}

/// How much has come in by a time: the rate rises evenly until the ramp's end, and stays.
double comeIn(double time, double ramp) {
  if (time < ramp) return time * time / (2 * ramp);
  return time - ramp / 2;
}

/// Whether a single sale is spread by the share that stays; of 1 nothing would ever come in.
bool fades(const Scenario& s) {
  return s.time.monthlyRetention && s.quantities[*s.time.monthlyRetention].likely < 1;
}

double yearsOf(const Scenario& s, std::size_t channel) {
  const Input years = valueInput(s, channel, Metric::years);
  return years ? s.quantities[*years].likely : 0;
}

std::size_t likelyMonths(const Scenario& s, std::size_t channel) {
  switch (courseOf(s, channel)) {
    case Course::years:
      return std::max<std::size_t>(1, wholeMonths(kMonthsAYear * yearsOf(s, channel)));
    case Course::revenues:
      return valueOf(s, channel).yearlyRevenue.size() * static_cast<std::size_t>(kMonthsAYear);
    case Course::once:
    case Course::fading: break;
  }
  return 1;
}

/// The channels whose return a scope counts.
std::vector<std::size_t> returning(const Scenario& s, std::size_t scope) {
  if (scope < s.channels.size()) return {scope};
  const std::vector<bool> left = leftOut(s);
  std::vector<std::size_t> counted;
  for (std::size_t c = 0; c < left.size(); ++c) {
    if (!left[c]) counted.push_back(c);
  }
  return counted;
}

}  // namespace

std::size_t horizonMonths(const Scenario& s) {
  const double stated = s.time.horizonMonths;
  return wholeMonths(stated > 0 ? stated : std::max(kMonthsAYear, period(s)));
}

std::vector<double> purchases(const Scenario& s, std::size_t channel) {
  const double length = period(s);
  const double rampMonths = ramp(s, channel);
  const double lagMonths = lag(s, channel);
  const double all = comeIn(length, rampMonths);
  const auto whole = static_cast<std::size_t>(lagMonths);
  const double part = lagMonths - static_cast<double>(whole);
  const std::size_t months = wholeMonths(length);
  std::vector<double> bought(months + whole + (part > 0 ? 1 : 0));
  for (std::size_t m = 0; m < months; ++m) {
    const double from = static_cast<double>(m);
    const double to = std::min(from + 1, length);
    const double leads = (comeIn(to, rampMonths) - comeIn(from, rampMonths)) / all;
    bought[m + whole] += leads * (1 - part);
    if (part > 0) bought[m + whole + 1] += leads * part;
  }
  return bought;
}

double cameInBy(const Scenario& s, std::size_t channel, double months) {
  const double length = period(s);
  const double rampMonths = ramp(s, channel);
  return comeIn(std::clamp(months, 0.0, length), rampMonths) / comeIn(length, rampMonths);
}

double boughtBy(const Scenario& s, std::size_t channel, double months) {
  return cameInBy(s, channel, months - lag(s, channel));
}

std::vector<double> payments(const Scenario& s) {
  const double length = period(s);
  std::vector<double> shares;
  for (double from = 0; from < length; ++from) {
    shares.push_back((std::min(from + 1, length) - from) / length);
  }
  return shares;
}

Course courseOf(const Scenario& s, std::size_t channel) {
  switch (valueOf(s, channel).mode) {
    case ValueMode::subscription: return Course::fading;
    case ValueMode::orders: return Course::years;
    case ValueMode::discounted: return Course::revenues;
    case ValueMode::none:
    case ValueMode::revenue:
    case ValueMode::margin: break;
  }
  return fades(s) ? Course::fading : Course::once;
}

std::size_t lastingMonths(const Scenario& s, std::size_t channel) {
  const Input years = valueInput(s, channel, Metric::years);
  const bool varies =
      courseOf(s, channel) == Course::years && years && s.quantities[*years].isRange();
  return varies ? kMostMonths : likelyMonths(s, channel);
}

bool comesAlike(const Scenario& s, std::size_t a, std::size_t b) {
  if (ramp(s, a) != ramp(s, b) || lag(s, a) != lag(s, b)) return false;
  if (&valueOf(s, a) == &valueOf(s, b)) return true;
  const auto isSingle = [&](std::size_t channel) {
    const ValueMode mode = valueOf(s, channel).mode;
    return mode == ValueMode::revenue || mode == ValueMode::margin;
  };
  return isSingle(a) && isSingle(b);
}

Input discountOf(const Scenario& s) {
  if (s.time.discountRate) return s.time.discountRate;
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    if (valueOf(s, c).mode == ValueMode::discounted) return valueInput(s, c, Metric::discountRate);
  }
  return std::nullopt;
}

bool countsLess(const Scenario& s, std::size_t scope) {
  const std::vector<std::size_t> channels = returning(s, scope);
  return std::any_of(channels.begin(), channels.end(),
                     [&](std::size_t c) { return courseOf(s, c) == Course::revenues; });
}

std::optional<std::size_t> lastMonth(const Scenario& s, std::size_t scope) {
  std::size_t last = payments(s).size();
  for (const std::size_t c : returning(s, scope)) {
    if (courseOf(s, c) == Course::fading) return std::nullopt;
    last = std::max(last, purchases(s, c).size() + likelyMonths(s, c) - 1);
  }
  return last;
}

namespace {

/// Rates of a month that are looked for, as what they discount by: from 100 down to near -1.
constexpr double kLowestFactor = 1.0 / 101;
constexpr double kHighestFactor = 1e4;
constexpr int kScanned = 2000;

/// What flows are worth at the start if a month discounts by a factor, those that fade for ever
/// included.
double worthAt(const std::vector<double>& flows, const std::vector<Fading>& fading, double factor) {
  double worth = 0;
  for (const Fading& f : fading) worth += f.last * f.stay / (1 - f.stay * factor);
  for (std::size_t t = flows.size(); t-- > 0;) worth = flows[t] + factor * worth;
  return worth;
}

/// How often flows change their sign; what is rounding is no flow. Of what begins with money that
/// comes in there is no rate: where it changes once, the rate is the price of a loan, and the
/// higher the worse.
int signChanges(std::vector<double> flows, const std::vector<Fading>& fading) {
  for (const Fading& f : fading) flows.push_back(f.last);
  double largest = 0;
  for (const double flow : flows) largest = std::max(largest, std::fabs(flow));
  int changes = 0;
  double before = 0;
  for (const double flow : flows) {
    if (std::fabs(flow) <= largest * 1e-12) continue;
    if (before == 0 && flow > 0) return 0;
    if (before * flow < 0) ++changes;
    before = flow > 0 ? 1 : -1;
  }
  return changes;
}

}  // namespace

InternalRate internalRate(const std::vector<double>& flows, const std::vector<Fading>& fading) {
  double end = kHighestFactor;
  for (const Fading& f : fading) end = std::min(end, 1 / f.stay);
  const int changes = signChanges(flows, fading);
  const int steps = changes > 1 ? kScanned : 1;
  const double ratio = power(end / kLowestFactor, 1.0 / steps);
  InternalRate found;
  double low = kLowestFactor;
  double atLow = worthAt(flows, fading, low);
  for (int i = 1; i <= steps && changes > 0; ++i) {
    // where customers stay for ever, short of the factor at which they are worth infinitely much
    const double high = i == steps ? end * (1 - 1e-9) : low * ratio;
    const double atHigh = worthAt(flows, fading, high);
    if ((atLow < 0) != (atHigh < 0)) {
      ++found.roots;
      double from = low;
      double to = high;
      for (int step = 0; step < 100; ++step) {
        const double middle = (from + to) / 2;
        ((worthAt(flows, fading, middle) < 0) == (atLow < 0) ? from : to) = middle;
      }
      found.yearly = power(1 / from, kMonthsAYear) - 1;
    }
    low = high;
    atLow = atHigh;
  }
  return found;
}

std::optional<double> annualised(double roi, std::size_t months) {
  if (roi < -1) return std::nullopt;
  return power(1 + roi, kMonthsAYear / static_cast<double>(months)) - 1;
}

}  // namespace roi
