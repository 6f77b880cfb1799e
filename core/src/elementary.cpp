#include "roi/elementary.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace roi {
namespace {

// ln 2 in two parts: the first has zeros where an exponent's bits will be multiplied in.
constexpr double kLn2High = 6.93147180369123816490e-01;
constexpr double kLn2Low = 1.90821492927058770002e-10;
constexpr double kOneOverLn2 = 1.44269504088896338700e+00;
constexpr int kMantissaBits = 52;
constexpr int kBias = 1023;

std::uint64_t bitsOf(double x) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

double fromBits(std::uint64_t bits) {
  double x = 0;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

double twoTo(int exponent) {
  return fromBits(static_cast<std::uint64_t>(exponent + kBias) << kMantissaBits);
}

/// Coefficients from the constant term up.
template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double sum = coefficients[N - 1];
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

/// 1/3!, 1/4!, ...: what is left of e^r once 1 + r + r²/2 is taken out, over r³.
constexpr std::array<double, 12> kExpTail = {1.0 / 6,         1.0 / 24,         1.0 / 120,
                                             1.0 / 720,       1.0 / 5040,       1.0 / 40320,
                                             1.0 / 362880,    1.0 / 3628800,    1.0 / 39916800,
                                             1.0 / 479001600, 1.0 / 6227020800, 1.0 / 87178291200};

/// 2/3, 2/5, ...: 2 atanh(s) = 2s + s³ x this in s².
constexpr std::array<double, 11> kAtanhTail = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,
                                               2.0 / 11, 2.0 / 13, 2.0 / 15, 2.0 / 17,
                                               2.0 / 19, 2.0 / 21, 2.0 / 23};

// Wichura's coefficients: the middle, the tails and the far tails.
constexpr std::array<double, 8> kMiddleTop = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                                              1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                              4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                              3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr std::array<double, 8> kMiddleBottom = {1.0,
                                                 4.2313330701600911252e+1,
                                                 6.8718700749205790830e+2,
                                                 5.3941960214247511077e+3,
                                                 2.1213794301586595867e+4,
                                                 3.9307895800092710610e+4,
                                                 2.8729085735721942674e+4,
                                                 5.2264952788528545610e+3};
constexpr std::array<double, 8> kTailTop = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                            5.76949722146069140550e0,  3.64784832476320460504e0,
                                            1.27045825245236838258e0,  2.41780725177450611770e-1,
                                            2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr std::array<double, 8> kTailBottom = {1.0,
                                               2.05319162663775882187e0,
                                               1.67638483018380384940e0,
                                               6.89767334985100004550e-1,
                                               1.48103976427480074590e-1,
                                               1.51986665636164571966e-2,
                                               5.47593808499534494600e-4,
                                               1.05075007164441684324e-9};
constexpr std::array<double, 8> kFarTop = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                           1.78482653991729133580e0,  2.96560571828504891230e-1,
                                           2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                           2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array<double, 8> kFarBottom = {1.0,
                                              5.99832206555887937690e-1,
                                              1.36929880922735805310e-1,
                                              1.48753612908506148525e-2,
                                              7.86869131145613259100e-4,
                                              1.84631831751005468180e-5,
                                              1.42151175831644588870e-7,
                                              2.04426310338993978564e-15};

}  // namespace

double exponential(double x) {
  if (x < -708) return 0;
  if (x > 709) x = 709;
  const double turns = x * kOneOverLn2;
  const int k = static_cast<int>(turns < 0 ? turns - 0.5 : turns + 0.5);
  const double high = x - k * kLn2High;
  const double low = k * kLn2Low;
  const double r = high - low;
  const double lost = (high - r) - low;
  const double tail = r * r * r * polynomial(kExpTail, r) + 0.5 * r * r + lost;
  return (1 + (r + tail)) * twoTo(k);
}

double logarithm(double x) {
  constexpr std::uint64_t kMantissa = (std::uint64_t{1} << kMantissaBits) - 1;
  const std::uint64_t bits = bitsOf(x);
  int k = static_cast<int>(bits >> kMantissaBits) - kBias;
  double m = fromBits((bits & kMantissa) | (std::uint64_t{kBias} << kMantissaBits));
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++k;
  }
  const double f = m - 1;
  const double s = f / (2 + f);
  const double half = 0.5 * f * f;
  const double tail = s * (half + s * s * polynomial(kAtanhTail, s * s));
  return k * kLn2High - ((half - (tail + k * kLn2Low)) - f);
}

double power(double base, double exponent) {
  if (exponent == 0) return 1;
  if (base == 0) return 0;
  return exponential(exponent * logarithm(base));
}

double normalQuantile(double p) {
  const double q = p - 0.5;
  if (-0.425 <= q && q <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(kMiddleTop, r) / polynomial(kMiddleBottom, r);
  }
  const double r = std::sqrt(-logarithm(q < 0 ? p : 1 - p));
  const double z = r <= 5 ? polynomial(kTailTop, r - 1.6) / polynomial(kTailBottom, r - 1.6)
                          : polynomial(kFarTop, r - 5) / polynomial(kFarBottom, r - 5);
  return q < 0 ? -z : z;
}

}  // namespace roi
