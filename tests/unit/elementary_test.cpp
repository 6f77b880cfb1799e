#include "roi/elementary.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace roi::elementary_test {
namespace {

constexpr std::uint64_t kSeed = 20261125;

double between(std::mt19937_64& generator, double from, double to) {
  return from + (to - from) * (static_cast<double>(generator() >> 11) / 9007199254740992.0);
}

/// How many units in the last place of the exact value a result is off.
double unitsOff(double result, long double exact) {
  const auto nearest = static_cast<double>(exact);
  const double unit = std::nextafter(std::fabs(nearest), INFINITY) - std::fabs(nearest);
  return static_cast<double>(std::fabs(static_cast<long double>(result) - exact) / unit);
}

TEST(ElementaryTest, Exponential_IsWithinTwoUnitsInTheLastPlace) {
  SCOPED_TRACE(kSeed);
  std::mt19937_64 generator(kSeed);
  for (int i = 0; i < 100'000; ++i) {
    const double wide = between(generator, -708, 709);
    ASSERT_LE(unitsOff(exponential(wide), std::exp(static_cast<long double>(wide))), 2) << wide;
    const double narrow = between(generator, -2, 2);
    ASSERT_LE(unitsOff(exponential(narrow), std::exp(static_cast<long double>(narrow))), 2)
        << narrow;
  }
}

TEST(ElementaryTest, Exponential_IsExactAtZeroAndEndsAtItsLimits) {
  EXPECT_EQ(exponential(0), 1);
  EXPECT_EQ(exponential(-708.5), 0);
  EXPECT_EQ(exponential(-1e300), 0);
  EXPECT_GT(exponential(-708), 0);
  EXPECT_EQ(exponential(710), exponential(709));
  EXPECT_EQ(exponential(1e300), exponential(709));
  EXPECT_TRUE(std::isfinite(exponential(709)));
}

TEST(ElementaryTest, Exponential_KnowsE) {
  EXPECT_LE(unitsOff(exponential(1), 2.718281828459045235360287471352662498L), 2);
  EXPECT_LE(unitsOff(exponential(-1), 0.3678794411714423215955237701614608674L), 2);
}

TEST(ElementaryTest, Logarithm_IsWithinTwoUnitsInTheLastPlace) {
  SCOPED_TRACE(kSeed);
  std::mt19937_64 generator(kSeed);
  for (int i = 0; i < 100'000; ++i) {
    const double magnitude =
        std::ldexp(between(generator, 1, 2), static_cast<int>(between(generator, -1021, 1023)));
    ASSERT_LE(unitsOff(logarithm(magnitude), std::log(static_cast<long double>(magnitude))), 2)
        << magnitude;
    const double nearOne = between(generator, 0.6, 1.6);
    ASSERT_LE(unitsOff(logarithm(nearOne), std::log(static_cast<long double>(nearOne))), 2)
        << nearOne;
  }
}

TEST(ElementaryTest, Logarithm_KnowsOneTwoAndTen) {
  EXPECT_EQ(logarithm(1), 0);
  EXPECT_LE(unitsOff(logarithm(2), 0.6931471805599453094172321214581765681L), 2);
  EXPECT_LE(unitsOff(logarithm(10), 2.302585092994045684017991454684364208L), 2);
}

TEST(ElementaryTest, Logarithm_IsExactWhereTheArgumentIsNextToOne) {
  // ln(1 + d) = d - d²/2 + d³/3 - ...
  for (const double d : {1e-3, -1e-3, 1e-6, -1e-6, 0x1p-52, -0x1p-53}) {
    const auto x = static_cast<long double>(1 + d) - 1;
    const long double series = x - x * x / 2 + x * x * x / 3 - x * x * x * x / 4 +
                               x * x * x * x * x / 5 - x * x * x * x * x * x / 6;
    EXPECT_LE(unitsOff(logarithm(1 + d), series), 2) << d;
  }
}

TEST(ElementaryTest, Power_ErrsInProportionToItsLogarithm) {
  SCOPED_TRACE(kSeed);
  std::mt19937_64 generator(kSeed);
  for (int i = 0; i < 50'000; ++i) {
    const double base =
        std::ldexp(between(generator, 1, 2), static_cast<int>(between(generator, -40, 40)));
    const double exponent = between(generator, -20, 20);
    const long double exact =
        std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
    const double allowed = 2 * (1 + std::fabs(exponent * std::log(base))) * 0x1p-52;
    const auto error =
        static_cast<double>(std::fabs(static_cast<long double>(power(base, exponent)) / exact - 1));
    ASSERT_LE(error, allowed) << base << " ^ " << exponent;
  }
}

TEST(ElementaryTest, Power_OfZeroIsZeroButForItsZerothPower) {
  EXPECT_EQ(power(0, 0.5), 0);
  EXPECT_EQ(power(0, 0), 1);
  EXPECT_EQ(power(7, 0), 1);
  EXPECT_EQ(power(1, 1e6), 1);
}

TEST(ElementaryTest, NormalQuantile_HasThePublishedValues) {
  // NIST/SEMATECH tables to full length; the last three are the checks printed with AS 241
  const double published[][2] = {{0.5, 0},
                                 {0.75, 0.6744897501960817},
                                 {0.9, 1.2815515655446004},
                                 {0.95, 1.6448536269514722},
                                 {0.975, 1.959963984540054},
                                 {0.99, 2.3263478740408408},
                                 {0.995, 2.5758293035489004},
                                 {0.999, 3.090232306167813},
                                 {0.25, -0.6744897501960817},
                                 {0.001, -3.090232306167813},
                                 {1e-20, -9.262340089798408}};
  for (const auto& [p, z] : published) {
    EXPECT_NEAR(normalQuantile(p), z, 1e-15 * std::fabs(z)) << p;
  }
  EXPECT_EQ(kZ95, 1.6448536269514722);
}

/// Newton's method on the distribution function, from the tail p lies in.
long double exactQuantile(double p) {
  const long double rootOf2 = std::sqrt(2.0L);
  const long double rootOf2Pi = std::sqrt(2 * std::acos(-1.0L));
  long double z = normalQuantile(p);
  for (int round = 0; round < 3; ++round) {
    const long double q = static_cast<long double>(p) - 0.5L;
    // near the middle by erf, for there erfc would cancel
    const long double off = std::fabs(q) < 0.3L ? std::erf(z / rootOf2) / 2 - q
                            : q < 0
                                ? std::erfc(-z / rootOf2) / 2 - p
                                : (1 - static_cast<long double>(p)) - std::erfc(z / rootOf2) / 2;
    z -= off * rootOf2Pi * std::exp(z * z / 2);
  }
  return z;
}

TEST(ElementaryTest, NormalQuantile_IsWithin1e15OfTheInvertedDistribution) {
  SCOPED_TRACE(kSeed);
  std::mt19937_64 generator(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    const double middle = between(generator, 0.001, 0.999);
    const double tail = std::ldexp(between(generator, 1, 2), -2 - static_cast<int>(i % 60));
    for (const double p : {middle, tail}) {
      const long double exact = exactQuantile(p);
      ASSERT_LE(std::fabs(static_cast<long double>(normalQuantile(p)) - exact),
                1e-15L * std::fabs(exact))
          << p;
    }
  }
}

TEST(ElementaryTest, NormalQuantile_IsOddAboutTheMiddle) {
  for (const double p : {0.03125, 0.0625, 0.25, 0.4375}) {  // whose complements are exact
    EXPECT_EQ(normalQuantile(p), -normalQuantile(1 - p)) << p;
  }
}

}  // namespace
}  // namespace roi::elementary_test
