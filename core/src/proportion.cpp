#include "roi/proportion.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

constexpr double kOneOverRootTwoPi = 0.39894228040143267794;

double normalDensity(double z) { return kOneOverRootTwoPi * exponential(-0.5 * z * z); }

/// Above z >= 0. Near the middle by the series of what lies between (Abramowitz and Stegun
/// 26.2.11), beyond by the continued fraction (26.2.14).
double normalAbove(double z) {
  constexpr double kMiddle = 2.5;
  constexpr int kFractions = 120;
  if (z < kMiddle) {
    double term = z;
    double sum = z;
    for (double k = 3; term > 1e-18 * sum; k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return 0.5 - normalDensity(z) * sum;
  }
  double rest = z;
  for (int k = kFractions; k > 0; --k) rest = z + k / rest;
  return normalDensity(z) / rest;
}

double squared(double x) { return x * x; }

}  // namespace

double normalBelow(double z) { return z < 0 ? normalAbove(-z) : 1 - normalAbove(z); }

double twoSidedQuantile(double confidence) { return -normalQuantile((1 - confidence) / 2); }

double chiSquareAbove(double x, int degrees) {
  const bool isOdd = degrees % 2 == 1;
  const double root = std::sqrt(x);
  double above = isOdd ? 2 * normalAbove(root) : exponential(-x / 2);
  double term = isOdd ? 2 * normalDensity(root) * root : x / 2 * exponential(-x / 2);
  for (int k = isOdd ? 3 : 4; k <= degrees; k += 2) {
    above += term;
    term *= x / k;
  }
  return above;
}

Interval wilson(const Proportion& seen, double confidence) {
  const auto& [k, n] = seen;
  const double z = twoSidedQuantile(confidence);
  const double middle = k + z * z / 2;
  const double half = z * std::sqrt(k * (n - k) / n + z * z / 4);
  const double all = n + z * z;
  return {k == 0 ? 0 : (middle - half) / all, k == n ? 1 : (middle + half) / all};
}

Interval newcombe(const Proportion& one, const Proportion& other, double confidence) {
  const Interval a = wilson(one, confidence);
  const Interval b = wilson(other, confidence);
  const double difference = one.rate() - other.rate();
  const double below = squared(one.rate() - a.low) + squared(b.high - other.rate());
  const double above = squared(a.high - one.rate()) + squared(other.rate() - b.low);
  return {difference - std::sqrt(below), difference + std::sqrt(above)};
}

std::optional<ProportionTest> twoProportionTest(const Proportion& one, const Proportion& other) {
  const double cases = one.cases + other.cases;
  const double pooled = (one.successes + other.successes) / cases;
  const double variance = pooled * (1 - pooled) * (1 / one.cases + 1 / other.cases);
  if (!(variance > 0)) return std::nullopt;
  const double z = (one.rate() - other.rate()) / std::sqrt(variance);
  return ProportionTest{z, 2 * normalAbove(std::fabs(z))};
}

double sampleRatioTest(std::span<const double> counts, std::span<const double> shares) {
  double all = 0;
  for (const double count : counts) all += count;
  if (!(all > 0)) return 1;
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = all * shares[i];
    sum += squared(counts[i] - expected) / expected;
  }
  return chiSquareAbove(sum, static_cast<int>(counts.size()) - 1);
}

std::vector<double> correctedByHolm(std::span<const double> p) {
  const auto byItself = [&](double one) {
    return one * static_cast<double>(
                     std::count_if(p.begin(), p.end(), [&](double other) { return other >= one; }));
  };
  std::vector<double> corrected;
  for (const double one : p) {
    double largest = 0;
    for (const double other : p) {
      if (other <= one) largest = std::max(largest, byItself(other));
    }
    corrected.push_back(std::min(1.0, largest));
  }
  return corrected;
}

}  // namespace roi
