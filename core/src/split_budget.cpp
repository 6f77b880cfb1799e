#include "roi/split_budget.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

/// Observed points are proportional up to this, of their products: amounts with cents are rounded.
constexpr double kRounding = 1e-12;

/// What a channel spends where the last euro is to bring (1 + marginal). A linear channel spends
/// all or nothing.
double spendAt(const ResponseCurve& c, double marginal) {
  const double atNow = c.expectedReturn * c.elasticity / (c.spend * (1 + marginal));
  if (c.elasticity == 1) return atNow > 1 ? c.maximum : c.minimum;
  const double wanted = atNow <= 0 ? 0 : c.spend * power(atNow, 1 / (1 - c.elasticity));
  return std::clamp(wanted, c.minimum, c.maximum);
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

/// Hands what is left to the channels that a hair less marginal ROI would let spend more.
void handOut(std::vector<double>& spends, const std::vector<double>& most, double left) {
  for (std::size_t i = 0; i < spends.size() && left > 0; ++i) {
    const double more = std::min(left, most[i] - spends[i]);
    spends[i] += more;
    left -= more;
  }
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
  return power(spend / c.spend, c.elasticity);
}

double returnAt(const ResponseCurve& c, double spend) {
  return c.expectedReturn * volumeFactor(c, spend);
}

Figure<> marginalRoi(const ResponseCurve& c, double spend) {
  const Figure<> brings{c.elasticity * returnAt(c, spend), {}};
  if (c.elasticity == 1) return {c.expectedReturn / c.spend - 1, {}};
  return quotient(brings, Figure<>{spend, {}}, Metric::adSpend) - Figure<>{1, {}};
}

std::optional<BudgetSplit> splitBudget(const std::vector<ResponseCurve>& channels, double total) {
  double least = 0;
  for (const ResponseCurve& channel : channels) least += channel.minimum;
  if (least > total) return std::nullopt;
  std::vector<double> spends = spendsAt(channels, 0);
  if (sum(spends) <= total) return BudgetSplit{std::move(spends), 0};
  double low = 0;
  double high = 1;
  while (sum(spendsAt(channels, high)) > total && high < 1e30) high *= 2;
  for (int round = 0; round < 200; ++round) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (sum(spendsAt(channels, middle)) > total ? low : high) = middle;
  }
  spends = spendsAt(channels, high);
  handOut(spends, spendsAt(channels, low), total - sum(spends));
  return BudgetSplit{std::move(spends), high};
}

}  // namespace roi
