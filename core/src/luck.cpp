#include "roi/luck.h"

#include <array>
#include <cmath>
#include <cstring>

#include "roi/draw.h"
#include "roi/elementary.h"

namespace roi {
namespace {

/// The nearest whole number of x >= 0: from 2^52 on every double is whole.
double rounded(double x) {
  constexpr double kAllWhole = 4503599627370496.0;
  return (x + kAllWhole) - kAllWhole;
}

/// ln(1 - x) for 0 <= x <= 1/2, also where 1 - x loses the digits of x. W. Kahan's correction, in
/// N. J. Higham, Accuracy and Stability of Numerical Algorithms (2002), 1.14.1.
double logOfRest(double x) {
  const double rest = 1 - x;
  return rest == 1 ? -x : logarithm(rest) * (x / (1 - rest));
}

/// Adds up the probabilities of 0, 1, 2, ... until they reach u. none is that of 0; that of k + 1
/// is that of k times (a - b k) / (k + 1).
double byTerms(double none, double a, double b, double u) {
  constexpr double kNothing = 1e-30;
  double count = 0;
  double term = none;
  double sum = none;
  while (sum < u) {
    term *= (a - b * count) / (count + 1);
    if (!(term > kNothing)) break;
    sum += term;
    ++count;
  }
  return count;
}

/// The count as a number between two, of which the nearest is the quantile. E. A. Cornish,
/// R. A. Fisher, "Moments and cumulants in the specification of distributions" (1937), to the third
/// order (Abramowitz and Stegun 26.2.49), with the cumulants of a count less those of its rounding.
/// For Poisson these are the first terms of M. B. Giles, "Algorithm 955: Approximation of the
/// inverse Poisson cumulative distribution function", ACM Trans. Math. Softw. 42 (2016).
double expanded(double mean, double share, double z) {
  const double spread = share * (1 - share);
  const double counted = mean * (1 - share);
  const double variance = counted - 1.0 / 12;
  const double each = 1 / variance;
  const double ratio = counted * each;
  const double skew = ratio * (1 - 2 * share);  // times the deviation, as the next
  const double fifth = skew * (1 - 12 * spread);
  const double tails = ratio * (1 - 6 * spread) + each * (1.0 / 120);  // times the variance
  const double z2 = z * z;
  const double odd =
      z + z * each * ((z2 - 3) * (1.0 / 24) * tails - (2 * z2 - 5) * (1.0 / 36) * skew * skew);
  const double even = (z2 - 1) * (1.0 / 6) * skew +
                      each * ((z2 * (z2 - 6) + 3) * (1.0 / 120) * fifth -
                              (z2 * (z2 - 5) + 2) * (1.0 / 24) * skew * tails +
                              (z2 * (12 * z2 - 53) + 17) * (1.0 / 324) * skew * skew * skew);
  return mean + std::sqrt(variance) * odd + even;
}

/// The variance from which counts are expanded.
constexpr double kExpands = 6;

/// z at levels, which are halves of 2^-32.
[[gnu::noinline]] void normals(const double* level, double* z) {
  static const QuantileTable normal(Distribution::standardNormal());
  constexpr double kLevels = 4294967296.0;       // 2^32
  constexpr double kMagic = 4503599627370496.0;  // 2^52: what is added lands in the low bits
  std::array<std::uint64_t, kBlock> numbers{};
  std::array<std::uint32_t, kBlock> fractions{};
  for (std::size_t i = 0; i < kBlock; ++i) {
    const double shifted = level[i] * kLevels - 0.5 + kMagic;
    std::memcpy(&numbers[i], &shifted, sizeof shifted);
  }
  for (std::size_t i = 0; i < kBlock; ++i) fractions[i] = static_cast<std::uint32_t>(numbers[i]);
  normal.draw(fractions.data(), z);
}

/// Exactly; a share of 0 stands for no end of cases (Poisson).
double added(double mean, double share, double cases, double level) {
  if (!(mean > 0)) return mean;
  if (share == 0) return byTerms(exponential(-mean), mean, 0, level);
  const double odds = roi::odds(share);
  return byTerms(exponential(cases * logOfRest(share)), cases * odds, odds, level);
}

}  // namespace

void poissonQuantiles(const double* mean, std::size_t stride, const double* level, double* out) {
  std::array<double, kBlock> z{};
  normals(level, z.data());
  for (std::size_t i = 0; i < kBlock; ++i) {
    const double count = rounded(expanded(mean[i * stride], 0, z[i]));
    out[i] = count > 0 ? count : 0;
  }
  for (std::size_t i = 0; i < kBlock; ++i) {
    if (!(mean[i * stride] >= kExpands)) out[i] = added(mean[i * stride], 0, 0, level[i]);
  }
}

void binomialQuantiles(const double* mean, std::size_t meanStride, const double* cases,
                       std::size_t casesStride, const double* level, double* out) {
  std::array<double, kBlock> z{};
  std::array<double, kBlock> share{};
  std::array<double, kBlock> whole{};
  std::array<double, kBlock> one{};
  normals(level, z.data());
  for (std::size_t i = 0; i < kBlock; ++i) {
    whole[i] = rounded(cases[i * casesStride]);
    share[i] = mean[i * meanStride] / whole[i];
    const double count = rounded(expanded(whole[i] * share[i], share[i], z[i]));
    const double some = count > 0 ? count : 0;
    out[i] = some < whole[i] ? some : whole[i];
  }
  for (std::size_t i = 0; i < kBlock; ++i) {
    const double p = share[i];
    const double n = whole[i];
    if (n * p * (1 - p) >= kExpands) continue;
    if (!(mean[i * meanStride] > 0)) {
      out[i] = mean[i * meanStride];
    } else if (p == 1) {
      out[i] = n;
    } else if (!(p < 1)) {
      poissonQuantiles(mean + i * meanStride, 0, level, one.data());
      out[i] = one[i];
    } else {
      out[i] =
          p <= 0.5 ? added(n * p, p, n, level[i]) : n - added(n * (1 - p), 1 - p, n, 1 - level[i]);
    }
  }
}

std::uint32_t addLuck(std::vector<Quantity>& quantities, const Scenario& scenario) {
  Quantity level;
  level.likely = 0.5;
  level.high = 1;
  level.scale = Scale::even;
  level.metric = Metric::customers;
  const auto first = static_cast<std::uint32_t>(quantities.size());
  quantities.resize(quantities.size() + scenario.channels.size(), level);
  return first;
}

}  // namespace roi
