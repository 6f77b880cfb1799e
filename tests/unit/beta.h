#pragma once
// The distribution function of a Beta variable, by another road than the core's.

#include <cmath>

namespace roi::test {

/// The probability below x, by Simpson's rule over an angle in which the density has no poles.
inline double below(double x, double a, double b) {
  const int steps = 20'000;
  const long double end = std::asin(std::sqrt(static_cast<long double>(x)));
  const long double scale = std::lgamma(static_cast<long double>(a + b)) -
                            std::lgamma(static_cast<long double>(a)) -
                            std::lgamma(static_cast<long double>(b));
  const auto density = [&](long double t) {
    if (t <= 0) return a > 0.5 ? 0.0L : 2 * std::exp(scale);
    return 2 * std::exp(scale + (2 * a - 1) * std::log(std::sin(t)) +
                        (2 * b - 1) * std::log(std::cos(t)));
  };
  long double sum = density(0) + density(end);
  for (int i = 1; i < steps; ++i) sum += (i % 2 == 1 ? 4 : 2) * density(end * i / steps);
  return static_cast<double>(sum * end / steps / 3);
}

}  // namespace roi::test
