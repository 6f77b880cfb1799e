#include "roi/split_budget.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "roi/elementary.h"

namespace roi {
namespace {

/// Observed points are proportional up to this, of their products: amounts with cents are rounded.
constexpr double kRounding = 1e-12;

constexpr int kRounds = 200;
constexpr double kLeastMarginal = 1e-9;

/// A curve with a ceiling is steepest here: 0 unless its shape is above 1.
double bendOf(const ResponseCurve& c) {
  if (c.saturation == 0 || c.exponent <= 1) return 0;
  const double left = (1 - c.saturation) * (c.exponent - 1);
  return c.spend * power(left / (c.saturation * (c.exponent + 1)), 1 / c.exponent);
}

/// What one euro more brings at a spend above 0.
double slopeAt(const ResponseCurve& c, double spend) {
  const double open = 1 - c.saturation;
  const double grown = power(spend / c.spend, c.exponent);
  const double part = open + c.saturation * grown;
  return c.expectedReturn * c.exponent * open * grown / (spend * part * part);
}

/// Where a curve with a ceiling has a slope, between a spend at or beyond its bend and its maximum.
double spendOfSlope(const ResponseCurve& c, double from, double marginal) {
  if (slopeAt(c, c.maximum) >= marginal) return c.maximum;
  if (from > 0 && slopeAt(c, from) <= marginal) return from;
  double low = from;
  double high = c.maximum;
  for (int round = 0; round < kRounds; ++round) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (slopeAt(c, middle) > marginal ? low : high) = middle;
  }
  return high;
}

double spendBelowCeiling(const ResponseCurve& c, double marginal) {
  const double from = std::min(std::max(c.minimum, bendOf(c)), c.maximum);
  const double spend = spendOfSlope(c, from, marginal);
  const double more = returnAt(c, spend) - returnAt(c, c.minimum);
  return more > marginal * (spend - c.minimum) ? spend : c.minimum;
}

/// What a channel spends where the last euro is to bring so much. A linear channel spends all or
/// nothing.
double spendAt(const ResponseCurve& c, double marginal) {
  if (c.expectedReturn <= 0 || c.exponent == 0) return c.minimum;
  if (marginal <= 0) return c.maximum;
  if (c.saturation > 0) return spendBelowCeiling(c, marginal);
  const double atNow = c.expectedReturn * c.exponent / (c.spend * marginal);
  if (c.exponent == 1) return atNow > 1 ? c.maximum : c.minimum;
  return std::clamp(c.spend * power(atNow, 1 / (1 - c.exponent)), c.minimum, c.maximum);
}

std::vector<double> spendsAt(const std::vector<ResponseCurve>& channels, double marginal) {
  std::vector<double> spends;
  spends.reserve(channels.size());
  for (const ResponseCurve& channel : channels) spends.push_back(spendAt(channel, marginal));
  return spends;
}

double sum(const std::vector<double>& values) {
  double all = 0;
  for (const double value : values) all += value;
  return all;
}

/// Hands what is left to the channels that a hair less marginal return would let spend more.
void handOut(std::vector<double>& spends, const std::vector<double>& most, double left) {
  for (std::size_t i = 0; i < spends.size() && left > 0; ++i) {
    const double room = most[i] - spends[i];
    const double more = std::min(left, room);
    spends[i] = more == room ? most[i] : spends[i] + more;
    left -= more;
  }
}

double sumOf(const std::vector<ResponseCurve>& channels, double ResponseCurve::*what) {
  double all = 0;
  for (const ResponseCurve& channel : channels) all += channel.*what;
  return all;
}

/// Where no curve bends between its bounds.
std::optional<BudgetSplit> splitConcave(const std::vector<ResponseCurve>& channels, double total,
                                        double least) {
  if (sumOf(channels, &ResponseCurve::minimum) > total) return std::nullopt;
  std::vector<double> spends = spendsAt(channels, least);
  if (sum(spends) <= total) return BudgetSplit{std::move(spends), least};
  double low = least;
  double high = least + 1;
  while (sum(spendsAt(channels, high)) > total && high < 1e30) high *= 2;
  for (int round = 0; round < kRounds; ++round) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (sum(spendsAt(channels, middle)) > total ? low : high) = middle;
  }
  spends = spendsAt(channels, high);
  handOut(spends, spendsAt(channels, low), total - sum(spends));
  return BudgetSplit{std::move(spends), high};
}

bool bends(const ResponseCurve& c) { return bendOf(c) > c.minimum; }

/// The best split on a grid of the total, whatever the curves look like: channel after channel, the
/// most that each part of the total brings (dynamic programming).
std::vector<double> splitOnGrid(const std::vector<ResponseCurve>& channels, double total,
                                double least) {
  constexpr std::size_t kSteps = 400;
  const double spare = total - sumOf(channels, &ResponseCurve::minimum);
  const double step = spare / kSteps;
  std::vector<double> most(kSteps + 1);
  std::vector<std::vector<std::size_t>> taken;
  for (const ResponseCurve& c : channels) {
    std::vector<double> gains;
    for (std::size_t k = 0; k <= kSteps; ++k) {
      const double spend = c.minimum + step * static_cast<double>(k);
      if (spend > c.maximum) break;
      gains.push_back(returnAt(c, spend) - least * spend);
    }
    std::vector<double> better(kSteps + 1);
    std::vector<std::size_t>& takes = taken.emplace_back(kSteps + 1);
    for (std::size_t all = 0; all <= kSteps; ++all) {
      better[all] = most[all] + gains[0];
      for (std::size_t k = 1; k <= all && k < gains.size(); ++k) {
        const double gain = most[all - k] + gains[k];
        if (gain <= better[all]) continue;
        better[all] = gain;
        takes[all] = k;
      }
    }
    most.swap(better);
  }
  std::vector<double> spends(channels.size());
  std::size_t left = kSteps;
  for (std::size_t i = channels.size(); i-- > 0;) {
    spends[i] = channels[i].minimum + step * static_cast<double>(taken[i][left]);
    left -= taken[i][left];
  }
  return spends;
}

/// The channels within what is concave about these spends: those that bend spend beyond their bend,
/// or what they do here.
std::vector<ResponseCurve> straightened(std::vector<ResponseCurve> channels,
                                        const std::vector<double>& spends) {
  for (std::size_t i = 0; i < channels.size(); ++i) {
    ResponseCurve& c = channels[i];
    if (!bends(c)) continue;
    if (spends[i] >= bendOf(c)) {
      c.minimum = bendOf(c);
    } else {
      c.minimum = c.maximum = spends[i];
    }
  }
  return channels;
}

std::optional<BudgetSplit> splitBent(const std::vector<ResponseCurve>& channels, double total,
                                     double least) {
  if (sumOf(channels, &ResponseCurve::minimum) > total) return std::nullopt;
  BudgetSplit free = spendUntil(channels, least);
  if (sum(free.spend) <= total) return free;
  return splitConcave(straightened(channels, splitOnGrid(channels, total, least)), total, least);
}

}  // namespace

Seen seenOf(Seen spent, std::span<const double> observed) {
  for (const double one : observed) {
    if (one <= 0) continue;
    spent.least = std::min(spent.least, one);
    spent.most = std::max(spent.most, one);
  }
  return spent;
}

std::optional<double> beyond(double figure, const Seen& seen) {
  constexpr double kHair = 1 + 1e-9;  // twice is twice, however it was rounded
  if (seen.least <= 0) return std::nullopt;
  if (figure * kHair < kLeastSeen * seen.least) return figure / seen.least;
  if (figure > kHair * kMostSeen * seen.most) return figure / seen.most;
  return std::nullopt;
}

std::optional<double> elasticityThrough(double spendA, double leadsA, double spendB,
                                        double leadsB) {
  if (spendA <= 0 || spendB <= 0 || leadsA <= 0 || leadsB <= 0 || spendA == spendB) {
    return std::nullopt;
  }
  const double proportional = leadsA * spendB;
  if (std::fabs(leadsB * spendA - proportional) <= kRounding * proportional) return 1;
  const double elasticity = logarithm(leadsB / leadsA) / logarithm(spendB / spendA);
  if (elasticity < 0 || elasticity > 1) return std::nullopt;
  return elasticity;
}

double volumeFactor(const ResponseCurve& c, double spend) {
  const double grown = power(spend / c.spend, c.exponent);
  return grown / (1 - c.saturation + c.saturation * grown);
}

double returnAt(const ResponseCurve& c, double spend) {
  return c.expectedReturn * volumeFactor(c, spend);
}

double halfSpend(const ResponseCurve& c) {
  return c.spend * power((1 - c.saturation) / c.saturation, 1 / c.exponent);
}

Figure<> marginalRoi(const ResponseCurve& c, double spend) {
  if (c.exponent == 1 && spend == 0) {
    return {c.expectedReturn / (c.spend * (1 - c.saturation)) - 1, {}};
  }
  if (c.exponent > 1 && spend == 0) return {-1, {}};
  if (c.exponent == 1 && c.saturation == 0) return {c.expectedReturn / c.spend - 1, {}};
  const double brings = spend > 0 ? slopeAt(c, spend) * spend : 0;
  return quotient(Figure<>{brings, {}}, Figure<>{spend, {}}, Metric::adSpend) - Figure<>{1, {}};
}

bool isAllowed(const std::vector<ResponseCurve>& channels, double total) {
  double spent = 0;
  for (const ResponseCurve& c : channels) {
    if (c.spend < c.minimum || c.spend > c.maximum) return false;
    spent += c.spend;
  }
  return spent <= total;
}

BudgetSplit asNow(const std::vector<ResponseCurve>& channels, double marginal) {
  BudgetSplit now{{}, marginal};
  for (const ResponseCurve& c : channels) now.spend.push_back(c.spend);
  return now;
}

double broughtBy(const std::vector<ResponseCurve>& channels, const std::vector<double>& spends) {
  double all = 0;
  for (std::size_t i = 0; i < spends.size(); ++i) all += returnAt(channels[i], spends[i]);
  return all;
}

std::optional<BudgetSplit> splitBudget(const std::vector<ResponseCurve>& channels, double total,
                                       double least) {
  const auto gain = [&](const BudgetSplit& split) {
    return broughtBy(channels, split.spend) - least * sum(split.spend);
  };
  const bool anyBends = std::any_of(channels.begin(), channels.end(),
                                    [](const ResponseCurve& c) { return bends(c); });
  std::optional<BudgetSplit> best =
      anyBends ? splitBent(channels, total, least) : splitConcave(channels, total, least);
  if (!best || !isAllowed(channels, total)) return best;
  BudgetSplit now = asNow(channels, best->marginal);
  if (gain(now) >= gain(*best)) best = std::move(now);
  return best;
}

BudgetSplit spendUntil(const std::vector<ResponseCurve>& channels, double marginal) {
  return {spendsAt(channels, marginal), marginal};
}

SoughtSplit splitForRoi(const std::vector<ResponseCurve>& channels, double fixedReturn,
                        double fixedCost, double roi) {
  const auto roiOf = [&](const BudgetSplit& split) {
    const double cost = fixedCost + sum(split.spend);
    if (cost <= 0)
      return -std::numeric_limits<double>::infinity();  // of nothing spent there is none
    return (fixedReturn + broughtBy(channels, split.spend) - cost) / cost;
  };
  BudgetSplit most = spendUntil(channels, kWorthIt);
  if (roiOf(most) >= roi) return {std::move(most), true};
  // Profit less roi x cost is highest here. Where that is short of 0, the same at the ROI found
  // leads to the highest there is (W. Dinkelbach, Management Science 13, 1967).
  BudgetSplit least = spendUntil(channels, std::max(1 + roi, kLeastMarginal));
  if (roiOf(least) < roi) {
    BudgetSplit best = std::move(most);
    BudgetSplit now = asNow(channels, 0);
    now.marginal = 1 + roiOf(now);
    if (isAllowed(channels, sum(now.spend)) && roiOf(now) > roiOf(best)) best = std::move(now);
    least = spendUntil(channels, std::max(1 + roiOf(best), kLeastMarginal));
    while (roiOf(least) > roiOf(best)) {
      best = std::move(least);
      least = spendUntil(channels, std::max(1 + roiOf(best), kLeastMarginal));
    }
    return {std::move(best), false};
  }
  double low = sum(least.spend);
  double high = sum(most.spend);
  for (int round = 0; round < kRounds; ++round) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    std::optional<BudgetSplit> tried = splitBudget(channels, middle);
    const bool meets = tried && roiOf(*tried) >= roi;
    (meets ? low : high) = middle;
    if (meets) least = std::move(*tried);
  }
  return {std::move(least), true};
}

SoughtSplit splitForSum(const std::vector<ResponseCurve>& channels, double wanted) {
  double low = sumOf(channels, &ResponseCurve::minimum);
  BudgetSplit found = *splitBudget(channels, low, kAnything);
  if (broughtBy(channels, found.spend) >= wanted) return {std::move(found), true};
  found = spendUntil(channels, kAnything);
  if (broughtBy(channels, found.spend) < wanted) return {std::move(found), false};
  double high = sum(found.spend);
  for (int round = 0; round < kRounds; ++round) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    std::optional<BudgetSplit> tried = splitBudget(channels, middle, kAnything);
    const bool meets = tried && broughtBy(channels, tried->spend) >= wanted;
    (meets ? high : low) = middle;
    if (meets) found = std::move(*tried);
  }
  return {std::move(found), true};
}

}  // namespace roi
