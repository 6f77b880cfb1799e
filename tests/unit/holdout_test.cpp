#include "roi/holdout.h"

#include <gtest/gtest.h>

#include <cmath>

namespace roi::holdout_test {
namespace {

Holdout of(double treatedPeople, double treatedRate, double controlPeople, double controlRate) {
  return {{treatedPeople, treatedRate}, {controlPeople, controlRate}};
}

/// Rates alone.
Holdout of(double treated, double control) {
  return {{std::nullopt, treated}, {std::nullopt, control}};
}

TEST(HoldoutTest, ThreePercentAgainstTwo_IsALiftOfAHalfAndAThirdIncremental) {
  const Holdout test = of(0.03, 0.02);
  EXPECT_NEAR(differenceOf(test).value, 0.01, 1e-15);
  const Estimate share = *incrementalShareOf(test);
  EXPECT_NEAR(share.value, 1.0 / 3, 1e-15);
  EXPECT_NEAR(liftOf(share)->value, 0.5, 1e-15);
  EXPECT_FALSE(share.low || share.high || differenceOf(test).low);
}

/// A Wilson limit at 90 %, below (-1) or above (1).
double limit(double rate, double people, double side) {
  const double z2 = 1.6448536269514722 * 1.6448536269514722;
  return (rate + z2 / (2 * people) +
          side * std::sqrt(z2 * (rate * (1 - rate) / people + z2 / (4 * people * people)))) /
         (1 + z2 / people);
}

TEST(HoldoutTest, ADifference_HasNewcombesRange) {
  const Estimate found = differenceOf(of(70, 0.8, 80, 0.6));
  EXPECT_NEAR(found.value, 0.2, 1e-15);
  EXPECT_NEAR(*found.low, 0.2 - std::hypot(0.8 - limit(0.8, 70, -1), limit(0.6, 80, 1) - 0.6),
              1e-12);
  EXPECT_NEAR(*found.high, 0.2 + std::hypot(limit(0.8, 70, 1) - 0.8, 0.6 - limit(0.6, 80, -1)),
              1e-12);
}

// A share's end is where the difference of control and (1 - share) x treated has one of its own at
// 0, by the square-and-add of both Wilson limits.
TEST(HoldoutTest, AShare_EndsWhereThatDifferenceTouchesNought) {
  const Estimate found = *incrementalShareOf(of(1000, 0.05, 2000, 0.03));
  const auto distance = [&](double share, double side) {
    const double ratio = 1 - share;
    const double control = limit(0.03, 2000, side) - 0.03;
    const double treated = 0.05 - limit(0.05, 1000, -side);
    return std::fabs(0.03 - ratio * 0.05) - std::hypot(control, ratio * treated);
  };
  EXPECT_NEAR(found.value, 0.4, 1e-12);
  EXPECT_NEAR(distance(*found.low, 1), 0, 1e-12);
  EXPECT_NEAR(distance(*found.high, -1), 0, 1e-12);
  EXPECT_LT(*found.low, found.value);
  EXPECT_GT(*found.high, found.value);
}

// The z test by hand: pooled rate 0.025, standard error sqrt(0.025 x 0.975 x 2 / 10 000), z 4.529.
TEST(HoldoutTest, APValue_IsOfTheTestOfTwoProportions) {
  EXPECT_NEAR(*pValueOf(of(10'000, 0.03, 10'000, 0.02)), std::erfc(4.529108 / std::sqrt(2.0)),
              1e-9);
  EXPECT_FALSE(pValueOf(of(0.03, 0.02)));
  EXPECT_FALSE(pValueOf(of(10, 1, 10, 1)));
}

TEST(HoldoutTest, AControlGroupThatDoesBetter_GivesANegativeShare) {
  const Holdout test = of(10'000, 0.02, 10'000, 0.025);
  const Estimate share = *incrementalShareOf(test);
  EXPECT_NEAR(share.value, -0.25, 1e-12);
  EXPECT_NEAR(liftOf(share)->value, -0.2, 1e-12);
  EXPECT_FALSE(planShareOf(share));
  EXPECT_FALSE(costPerIncremental(1000, differenceOf(test)));
}

TEST(HoldoutTest, NobodyBought_IsNoShare) {
  EXPECT_FALSE(incrementalShareOf(of(100, 0, 100, 0.1)));
  const Estimate all = *incrementalShareOf(of(100, 0.1, 100, 0));
  EXPECT_EQ(all.value, 1);
  EXPECT_EQ(all.high, 1);
  EXPECT_FALSE(liftOf(all));
  const PlanShare plan = *planShareOf(all);
  EXPECT_FALSE(plan.likely);
  EXPECT_EQ(plan.low, *all.low);
  EXPECT_LT(plan.high, 1);
}

TEST(HoldoutTest, EveryoneBought_HasNoLiftAndARangeAboutIt) {
  const Estimate share = *incrementalShareOf(of(50, 1, 50, 1));
  EXPECT_EQ(share.value, 0);
  EXPECT_LT(*share.low, 0);
  EXPECT_GT(*share.high, 0);
}

TEST(HoldoutTest, ACost_IsSharedByWhatCame) {
  const Estimate cost = *costPerIncremental(1200, {60, 20, 100});
  EXPECT_EQ(cost.value, 20);
  EXPECT_EQ(cost.low, 12);
  EXPECT_EQ(cost.high, 60);
  const Estimate open = *costPerIncremental(1200, {60, -5, 100});
  EXPECT_EQ(open.low, 12);
  EXPECT_FALSE(open.high);
}

TEST(HoldoutTest, APlansShare_LiesWithinNoughtAndOne) {
  const PlanShare inside = *planShareOf({0.3, 0.1, 0.5});
  EXPECT_EQ(inside.low, 0.1);
  EXPECT_EQ(inside.likely, 0.3);
  EXPECT_EQ(inside.high, 0.5);
  EXPECT_EQ(planShareOf({0.3, -0.2, 0.5})->low, 0.01);
  EXPECT_EQ(planShareOf({0.004, -0.2, 0.5})->low, 0.002);
  const PlanShare beyond = *planShareOf({0.9, 0.7, 1.2});
  EXPECT_NEAR(beyond.high, 0.997, 1e-12);
  EXPECT_EQ(beyond.likely, 0.9);
  const PlanShare most = *planShareOf({1.1, 0.7, 1.5});
  EXPECT_NEAR(most.high, 0.997, 1e-12);
  EXPECT_FALSE(most.likely);
  EXPECT_EQ(planShareOf({1.5, 1.2, 1.8})->low, 1);
  EXPECT_EQ(planShareOf({0.3, {}, {}})->high, 0.3);
  EXPECT_FALSE(planShareOf({0, -0.1, 0.1}));
}

// J. Fleiss, Statistical Methods for Rates and Proportions: the difference over its standard error
// is the sum of both quantiles, 1.6449 and 0.8416.
TEST(HoldoutTest, TheSmallestLift_IsFarEnoughFromNone) {
  const double lift = *smallestLift({{20'000, std::nullopt}, {20'000, 0.02}});
  const double treated = 0.02 * (1 + lift);
  const double error = std::sqrt((treated * (1 - treated) + 0.02 * 0.98) / 20'000);
  EXPECT_NEAR((treated - 0.02) / error, 1.6448536 + 0.8416212, 1e-6);
  EXPECT_NEAR(shareOfLift(lift), 1 - 0.02 / treated, 1e-12);
  EXPECT_GT(*smallestLift({{2'000, std::nullopt}, {20'000, 0.02}}), lift);
  EXPECT_FALSE(smallestLift({{20, std::nullopt}, {2, 0.9}}));
  EXPECT_FALSE(smallestLift({{20, std::nullopt}, {20, std::nullopt}}));
}

}  // namespace
}  // namespace roi::holdout_test
