// How often the ranges of holdout tests hold the truth, by simulated tests.

#include "roi/holdout.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "property/seed.h"

namespace roi::holdout_property_test {
namespace {

struct Truth {
  double treated, control, people, controlPeople;
};

struct Coverage {
  double share = 0, difference = 0;
};

bool holds(const Estimate& range, double truth) {
  return *range.low <= truth && truth <= *range.high;
}

Coverage coverageOf(const Truth& truth, std::uint64_t seed) {
  constexpr int kTests = 4000;
  std::mt19937_64 random(seed);
  std::binomial_distribution<long> treated(static_cast<long>(truth.people), truth.treated);
  std::binomial_distribution<long> control(static_cast<long>(truth.controlPeople), truth.control);
  Coverage held;
  for (int i = 0; i < kTests; ++i) {
    const Holdout test = {
        {truth.people, static_cast<double>(treated(random)) / truth.people},
        {truth.controlPeople, static_cast<double>(control(random)) / truth.controlPeople}};
    const auto share = incrementalShareOf(test);
    if (share && holds(*share, 1 - truth.control / truth.treated)) held.share += 1.0 / kTests;
    if (holds(differenceOf(test), truth.treated - truth.control)) held.difference += 1.0 / kTests;
  }
  return held;
}

TEST(HoldoutCoverage, RangesOf90Percent_HoldTheTruthAsOften) {
  const std::uint64_t seed = test::seedOf(0);
  SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
  Coverage mean;
  int cells = 0;
  for (const double control : {0.02, 0.05, 0.2, 0.5}) {
    for (const double lift : {0.0, 0.2, 0.5}) {
      for (const double people : {500.0, 2000.0, 20'000.0}) {
        const Truth truth = {control * (1 + lift), control, people, people / 2};
        const Coverage held = coverageOf(truth, seed + static_cast<std::uint64_t>(cells));
        EXPECT_GT(held.share, 0.865) << control << " " << lift << " " << people;
        EXPECT_LT(held.share, 0.935) << control << " " << lift << " " << people;
        mean.share += held.share;
        mean.difference += held.difference;
        ++cells;
      }
    }
  }
  EXPECT_NEAR(mean.share / cells, 0.9, 0.01);
  EXPECT_NEAR(mean.difference / cells, 0.9, 0.01);
}

TEST(HoldoutPower, TheSmallestLift_IsShownInFourOfFiveTests) {
  const std::uint64_t seed = test::seedOf(1);
  SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
  std::mt19937_64 random(seed);
  constexpr int kTests = 4000;
  const double people = 10'000, control = 0.03;
  const double lift = *smallestLift({{people, std::nullopt}, {people, control}});
  std::binomial_distribution<long> with(10'000, control * (1 + lift));
  std::binomial_distribution<long> without(10'000, control);
  int shown = 0;
  for (int i = 0; i < kTests; ++i) {
    const Holdout test = {{people, static_cast<double>(with(random)) / people},
                          {people, static_cast<double>(without(random)) / people}};
    shown += *differenceOf(test).low > 0 ? 1 : 0;
  }
  EXPECT_NEAR(static_cast<double>(shown) / kTests, 0.8, 0.03);
}

// Both ranges come of the same limits: they leave out no effect together.
TEST(HoldoutRanges, ShareAndDifference_AgreeOnWhetherThereIsAnEffect) {
  const std::uint64_t seed = test::seedOf(2);
  SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<int> people(1, 300);
  for (int i = 0; i < 5000; ++i) {
    const int treated = people(random), control = people(random);
    const int won = std::uniform_int_distribution<int>(1, treated)(random);
    const int wonAnyway = std::uniform_int_distribution<int>(0, control)(random);
    const Holdout test = {{treated, 1.0 * won / treated}, {control, 1.0 * wonAnyway / control}};
    const Estimate share = *incrementalShareOf(test);
    const Estimate difference = differenceOf(test);
    SCOPED_TRACE(testing::Message() << won << "/" << treated << " " << wonAnyway << "/" << control);
    ASSERT_LE(*share.low, share.value);
    ASSERT_GE(*share.high, share.value);
    ASSERT_LE(*share.high, 1);
    if (std::fabs(*difference.low) > 1e-9) {
      ASSERT_EQ(*share.low > 0, *difference.low > 0);
    }
    if (std::fabs(*difference.high) > 1e-9) {
      ASSERT_EQ(*share.high > 0, *difference.high > 0);
    }
    const auto plan = planShareOf(share);
    if (!plan) continue;
    ASSERT_GT(plan->low, 0);
    ASSERT_LT(plan->low, plan->high);
    ASSERT_LT(plan->high, 1);
  }
}

}  // namespace
}  // namespace roi::holdout_property_test
