#include "roi/proportion.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

namespace roi::proportion_test {
namespace {

constexpr std::uint64_t kSeed = 20261129;

/// Half a unit of the last of the printed decimals.
constexpr double kFour = 0.5e-4;

/// How exact the C library's is, which has a double's where wasm has a long one.
#ifdef __EMSCRIPTEN__
constexpr double kOfErfc = 5e-13;
#else
constexpr double kOfErfc = 1e-13;
#endif

TEST(ProportionTest, NormalBelow_IsTheErrorFunctions) {
  for (double z = -37; z <= 9; z += 0.037) {
    const double exact =
        static_cast<double>(std::erfc(-static_cast<long double>(z) / std::sqrt(2.0L)) / 2);
    ASSERT_NEAR(normalBelow(z) / exact, 1, kOfErfc) << z;
  }
  EXPECT_EQ(normalBelow(0), 0.5);
}

TEST(ProportionTest, TwoSidedQuantile_IsTheTables) {
  EXPECT_NEAR(twoSidedQuantile(0.90), 1.644854, 5e-7);
  EXPECT_NEAR(twoSidedQuantile(0.95), 1.959964, 5e-7);
  EXPECT_NEAR(twoSidedQuantile(0.99), 2.575829, 5e-7);
}

// Upper points of the chi-square distribution, Abramowitz and Stegun, table 26.8.
TEST(ProportionTest, ChiSquareAbove_IsTheTables) {
  const double five[] = {3.84146, 5.99146, 7.81473, 9.48773, 11.0705, 12.5916, 14.0671};
  const double thousandth[] = {10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322};
  for (int degrees = 1; degrees <= 7; ++degrees) {
    EXPECT_NEAR(chiSquareAbove(five[degrees - 1], degrees), 0.05, 2e-6) << degrees;
    EXPECT_NEAR(chiSquareAbove(thousandth[degrees - 1], degrees), 0.001, 1e-6) << degrees;
    EXPECT_EQ(chiSquareAbove(0, degrees), 1) << degrees;
  }
}

struct IntervalCase {
  Proportion one, other;
  double low, high;
};

// R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3.
TEST(ProportionTest, Wilson_IsWhatIsPublished) {
  const IntervalCase cases[] = {{{81, 263}, {}, 0.2553, 0.3662},
                                {{15, 148}, {}, 0.0624, 0.1605},
                                {{0, 20}, {}, 0, 0.1611},
                                {{1, 29}, {}, 0.0061, 0.1718}};
  for (const IntervalCase& one : cases) {
    const Interval found = wilson(one.one, 0.95);
    EXPECT_NEAR(found.low, one.low, kFour) << one.one.cases;
    EXPECT_NEAR(found.high, one.high, kFour) << one.one.cases;
  }
  EXPECT_EQ(wilson({20, 20}, 0.95).high, 1);
}

// R. G. Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10.
TEST(ProportionTest, Newcombe_IsWhatIsPublished) {
  const IntervalCase cases[] = {
      {{56, 70}, {48, 80}, 0.0524, 0.3339}, {{9, 10}, {3, 10}, 0.1705, 0.8090},
      {{6, 7}, {2, 7}, 0.0582, 0.8062},     {{5, 56}, {0, 29}, -0.0381, 0.1926},
      {{0, 10}, {0, 20}, -0.1611, 0.2775},  {{0, 10}, {0, 10}, -0.2775, 0.2775},
      {{10, 10}, {0, 20}, 0.6791, 1},       {{10, 10}, {0, 10}, 0.6075, 1}};
  for (const IntervalCase& one : cases) {
    const Interval found = newcombe(one.one, one.other, 0.95);
    EXPECT_NEAR(found.low, one.low, kFour) << one.one.successes << ' ' << one.other.successes;
    EXPECT_NEAR(found.high, one.high, kFour) << one.one.successes << ' ' << one.other.successes;
  }
}

struct TestCase {
  Proportion a, b;
  double z, zWithin, p, pWithin;
};

// Worked examples of calculators on the web: geratools.com, calculatorlib.com (two), and
// jaredfine.com, each to its printed digits.
TEST(ProportionTest, TwoProportionTest_IsWhatIsPublished) {
  const TestCase cases[] = {
      {{250, 5000}, {295, 5000}, 1.982, 5e-4, 0.0474, 5e-5},
      {{100, 1000}, {130, 1000}, 2.103, 5e-4, 0.0355, 5e-5},
      {{912, 12000}, {1047, 11800}, 3.5724, 5e-5, 0.000354, 5e-7},
      {{120, 1000}, {150, 1000}, 1.963, 5e-4, 0.04964, 5e-6},
  };
  for (const TestCase& one : cases) {
    const auto found = twoProportionTest(one.b, one.a);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->z, one.z, one.zWithin);
    EXPECT_NEAR(found->p, one.p, one.pWithin);
    EXPECT_NEAR(twoProportionTest(one.a, one.b)->z, -one.z, one.zWithin);
  }
  EXPECT_FALSE(twoProportionTest({0, 10}, {0, 20}));
  EXPECT_FALSE(twoProportionTest({10, 10}, {20, 20}));
}

// By hand: 5 100 and 4 900 of 10 000 are 100 from 5 000 each: 2 x 100^2 / 5 000 = 4.
TEST(ProportionTest, SampleRatio_IsPearsonsChiSquare) {
  const std::array<double, 2> half = {0.5, 0.5};
  EXPECT_NEAR(sampleRatioTest(std::array{5100.0, 4900.0}, half), std::erfc(std::sqrt(2.0)), 1e-12);
  EXPECT_EQ(sampleRatioTest(std::array{5000.0, 5000.0}, half), 1);
  EXPECT_EQ(sampleRatioTest(std::array{0.0, 0.0}, half), 1);
  EXPECT_EQ(sampleRatioTest(std::array{900.0, 100.0}, std::array{0.9, 0.1}), 1);
  EXPECT_LT(sampleRatioTest(std::array{900.0, 100.0}, half), 1e-100);
}

// By hand: 0.005 x 4, 0.01 x 3, 0.03 x 2, and 0.04 x 1 is less than the one before it.
TEST(ProportionTest, Holm_AsksMoreOfTheSmallerFirst) {
  const std::vector<double> found = correctedByHolm(std::array{0.01, 0.04, 0.03, 0.005});
  const std::array expected = {0.03, 0.06, 0.06, 0.02};
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-15) << i;
  EXPECT_EQ(correctedByHolm(std::array{0.5, 0.9}), (std::vector{1.0, 1.0}));
  EXPECT_EQ(correctedByHolm(std::array{0.02, 0.02}), (std::vector{0.04, 0.04}));
  EXPECT_EQ(correctedByHolm(std::array{0.02}), (std::vector{0.02}));
}

// Coverage, by simulation: of intervals at 90 %, over rates 0.02 to 0.5 and 200 to 20 000 cases.

constexpr int kRounds = 1'000;

class Counts {
 public:
  double of(double n, double rate) {
    return std::binomial_distribution<int>(static_cast<int>(n), rate)(random_);
  }

 private:
  std::mt19937_64 random_{kSeed};
};

bool holds(const Interval& interval, double value) {
  return interval.low <= value && value <= interval.high;
}

TEST(ProportionTest, Wilson_CoversAsOftenAsItSays) {
  SCOPED_TRACE(kSeed);
  Counts counts;
  int held = 0;
  int all = 0;
  for (const double rate : {0.02, 0.05, 0.1, 0.25, 0.5}) {
    for (const double n : {200.0, 1'000.0, 5'000.0, 20'000.0}) {
      for (int round = 0; round < kRounds; ++round, ++all) {
        held += holds(wilson({counts.of(n, rate), n}, 0.9), rate);
      }
    }
  }
  EXPECT_NEAR(static_cast<double>(held) / all, 0.9, 0.02);
}

TEST(ProportionTest, Newcombe_CoversAsOftenAsItSays) {
  SCOPED_TRACE(kSeed);
  Counts counts;
  int held = 0;
  int all = 0;
  for (const double rate : {0.02, 0.05, 0.1, 0.25, 0.5}) {
    for (const double n : {200.0, 1'000.0, 5'000.0, 20'000.0}) {
      for (int round = 0; round < kRounds; ++round, ++all) {
        const double other = rate * 0.8;
        const Interval found = newcombe({counts.of(n, rate), n}, {counts.of(n, other), n}, 0.9);
        held += holds(found, rate - other);
      }
    }
  }
  EXPECT_NEAR(static_cast<double>(held) / all, 0.9, 0.02);
}

}  // namespace
}  // namespace roi::proportion_test
