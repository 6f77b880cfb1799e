#include "roi/response_fit.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "roi/elementary.h"

namespace roi {
namespace {

using Refusal = ElasticityFit::Refusal;

/// An end of the scale is no elasticity to draw about.
constexpr double kLeast = 0.01;
constexpr double kMost = 0.99;
/// Logarithms that differ by no more are of one ad spend.
constexpr double kAlike = 1e-9;

/// A point on logarithmic scales; its weight is one over the variance of log leads.
struct LogPoint {
  double x = 0, y = 0, weight = 0;
};

std::vector<LogPoint> logPoints(std::span<const ObservedPoint> points) {
  std::vector<LogPoint> logs;
  for (const auto& [adSpend, leads] : points) {
    if (adSpend > 0 && leads > 0) logs.push_back({logarithm(adSpend), logarithm(leads), leads});
  }
  return logs;
}

struct Line {
  double spread = 0;  ///< of the weighted x about their mean; 0: all are alike
  double slope = 0;
  double scatter = 1;  ///< times the variance of counting
};

Line lineThrough(const std::vector<LogPoint>& points) {
  double weights = 0;
  LogPoint mean;
  for (const LogPoint& p : points) weights += p.weight;
  for (const LogPoint& p : points) {
    mean.x += p.weight / weights * p.x;
    mean.y += p.weight / weights * p.y;
  }
  Line line;
  double both = 0;
  for (const LogPoint& p : points) {
    line.spread += p.weight * (p.x - mean.x) * (p.x - mean.x);
    both += p.weight * (p.x - mean.x) * (p.y - mean.y);
  }
  if (line.spread <= kAlike * kAlike * weights) return {};
  line.slope = both / line.spread;
  if (points.size() == 2) return line;
  double squares = 0;
  for (const LogPoint& p : points) {
    const double off = p.y - mean.y - line.slope * (p.x - mean.x);
    squares += p.weight * off * off;
  }
  line.scatter = std::max(1.0, squares / static_cast<double>(points.size() - 2));
  return line;
}

Refusal refusalOf(double low, double high) {
  if (low <= 0 && high >= 1) return Refusal::anything;
  if (high < kLeast) return Refusal::falls;
  return low > kMost ? Refusal::steeper : Refusal::none;
}

}  // namespace

ElasticityFit fitElasticity(std::span<const ObservedPoint> points) {
  const std::vector<LogPoint> logs = logPoints(points);
  ElasticityFit fit;
  fit.points = logs.size();
  fit.refusal = Refusal::tooFew;
  if (logs.size() < 2) return fit;
  const Line line = lineThrough(logs);
  fit.refusal = Refusal::alike;
  if (line.spread == 0) return fit;
  const double reach = kZ95 * std::sqrt(line.scatter / line.spread);
  const double low = line.slope - reach;
  const double high = line.slope + reach;
  fit.refusal = refusalOf(low, high);
  if (fit.refusal != Refusal::none) return fit;
  fit.low = std::max(low, kLeast);
  fit.high = std::min(high, kMost);
  const double inside = (fit.high - fit.low) / 100;  // a likely value touches neither end
  fit.likely = std::clamp(line.slope, fit.low + inside, fit.high - inside);
  return fit;
}

}  // namespace roi
