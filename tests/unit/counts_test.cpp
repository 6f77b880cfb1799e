#include "roi/counts.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/beta.h"

namespace roi::counts_test {
namespace {

using test::below;

TEST(CountsTest, BetaQuantile_KnowsClosedForms) {
  for (const double p : {0.05, 0.5, 0.95}) {
    const double arcsine = std::pow(std::sin(std::acos(-1.0) / 2 * p), 2);
    EXPECT_NEAR(betaQuantile(p, 0.5, 0.5), arcsine, 1e-9) << p;
    EXPECT_NEAR(betaQuantile(p, 1, 1), p, 1e-9) << p;
    EXPECT_NEAR(betaQuantile(p, 7, 1), std::pow(p, 1.0 / 7), 1e-9) << p;
    EXPECT_NEAR(betaQuantile(p, 1, 40), 1 - std::pow(1 - p, 1.0 / 40), 1e-9) << p;
  }
}

TEST(CountsTest, BetaQuantile_HasTheProbabilityBelowIt) {
  const double shapes[][2] = {{20.5, 180.5}, {0.5, 200.5}, {3.5, 1e4},  {500.5, 500.5},
                              {9000, 1e5},   {1.5, 1.5},   {180.5, 2.5}};
  for (const auto& [a, b] : shapes) {
    for (const double p : {0.05, 0.5, 0.95}) {
      EXPECT_NEAR(below(betaQuantile(p, a, b), a, b), p, 1e-8) << a << ' ' << b;
    }
  }
}

TEST(CountsTest, BetaQuantileOfMany_IsNearEnough) {
  const double shapes[][2] = {{10'001, 10'001}, {20'000, 80'000}, {12'000, 9e5}};
  for (const auto& [a, b] : shapes) {
    for (const double p : {0.05, 0.5, 0.95}) {
      EXPECT_NEAR(below(betaQuantile(p, a, b), a, b), p, 1e-5) << a << ' ' << b;
    }
  }
}

TEST(CountsTest, Supported_NarrowsWithTheCases) {
  double width = 1;
  for (const double cases : {1.0, 10.0, 100.0, 1e4, 1e6, 1e9, 1e12}) {
    const Quantity q = std::get<Quantity>(supported(0.1, cases));
    EXPECT_EQ(q.likely, 0.1) << "k / n itself";
    EXPECT_LT(q.high - q.low, width);
    width = q.high - q.low;
    // for many, the normal interval: 0.1 +- 1.645 x sqrt(0.09 / n)
    const double normal = 2 * 1.6448536269514722 * std::sqrt(0.09 / cases);
    if (cases >= 1e4) {
      EXPECT_NEAR(width / normal, 1, 1e-3) << cases;
    }
  }
}

TEST(CountsTest, SupportedOfNone_IsTheMedian) {
  const Quantity none = std::get<Quantity>(supported(0, 20));
  EXPECT_NEAR(none.likely, betaQuantile(0.5, 0.5, 20.5), 1e-12);
  EXPECT_LT(none.low, none.likely);
  const Quantity all = std::get<Quantity>(supported(1, 20));
  EXPECT_NEAR(all.likely, 1 - none.likely, 1e-9);
  EXPECT_TRUE(std::holds_alternative<Errors>(supported(1.5, 20)));
}

}  // namespace
}  // namespace roi::counts_test
