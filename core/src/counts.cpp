#include "roi/counts.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

/// ln of the gamma function for x >= 0.5: Stirling's series beyond 10, reached by ln(x + 1) - ln x.
double logGamma(double x) {
  double shift = 0;
  for (; x < 10; x += 1) shift += logarithm(x);
  constexpr double kHalfLogTwoPi = 0.91893853320467274178;
  const double y = 1 / (x * x);
  const double tail = (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y / 1680))) / x;
  return (x - 0.5) * logarithm(x) - x + kHalfLogTwoPi + tail - shift;
}

/// The continued fraction of the incomplete beta function, by Lentz's method. NIST Digital Library
/// of Mathematical Functions, 8.17.22.
double continuedFraction(double x, double a, double b) {
  constexpr double kTiny = 1e-300;
  const auto kept = [](double value) { return std::fabs(value) < kTiny ? kTiny : value; };
  double c = 1;
  double d = 1 / kept(1 - (a + b) * x / (a + 1));
  double result = d;
  for (double m = 1; m < 20'000; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    result *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    result *= d * c;
    if (std::fabs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/// The probability that a Beta(a, b) variable lies below x, x at most its mean.
double lowerTail(double x, double a, double b) {
  const double scale = logGamma(a + b) - logGamma(a) - logGamma(b);
  const double front = exponential(scale + a * logarithm(x) + b * logarithm(1 - x));
  return front * continuedFraction(x, a, b) / a;
}

double probabilityBelow(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x * (a + b) <= a ? lowerTail(x, a, b) : 1 - lowerTail(1 - x, b, a);
}

double quantileOfMany(double p, double a, double b) {
  const double z = normalQuantile(1 - p);
  const double lambda = (z * z - 3) / 6;
  const double overA = 1 / (2 * a - 1);
  const double overB = 1 / (2 * b - 1);
  const double h = 2 / (overA + overB);
  const double w =
      z * std::sqrt(h + lambda) / h - (overB - overA) * (lambda + 5.0 / 6 - 2 / (3 * h));
  return a / (a + b * exponential(2 * w));
}

}  // namespace

double betaQuantile(double p, double a, double b) {
  if (std::min(a, b) > 10'000) return quantileOfMany(p, a, b);
  double low = 0;
  double high = 1;
  for (int step = 0; step < 200; ++step) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (probabilityBelow(middle, a, b) < p ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

Outcome<Quantity> supported(double rate, double cases) {
  if (!(rate >= 0 && rate <= 1)) return Errors{{ErrorCode::rangeEdge, {}, {}}};
  const double a = rate * cases + 0.5;
  const double b = cases - rate * cases + 0.5;
  Quantity q;
  q.scale = Scale::logit;
  q.low = std::max(betaQuantile(0.05, a, b), kSmallestAmount);
  q.high = betaQuantile(0.95, a, b);
  q.likely = rate > 0 && rate < 1 ? rate : betaQuantile(0.5, a, b);
  return makeQuantity(q);
}

}  // namespace roi
