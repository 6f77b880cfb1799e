#include "roi/ab_test.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace roi::ab_test_test {
namespace {

constexpr std::uint64_t kSeed = 20261129;

std::vector<BestChance> chances(std::vector<Proportion> rates) { return bestChances(rates); }

// Worked out with exact sums of the beta-binomial distribution, in another program.
TEST(AbTestTest, BestChances_AreTheExactOnes) {
  const auto even = chances({{49, 100}, {51, 100}});
  EXPECT_NEAR(even[1].chance, 0.6107705227, 1e-10);
  EXPECT_NEAR(even[1].loss, 0.0191164612, 1e-10);
  EXPECT_NEAR(even[0].loss, 0.0387243043, 1e-10);
  const auto few = chances({{250, 5000}, {295, 5000}});
  EXPECT_NEAR(few[1].chance, 0.976228623669, 1e-9);
  EXPECT_NEAR(few[1].loss, 4.0580860534e-5, 1e-12);
  EXPECT_NEAR(few[0].loss, 0.0090369823, 1e-10);
  const auto uneven = chances({{420, 5000}, {468, 5100}});
  EXPECT_NEAR(uneven[1].chance, 0.9157342523, 1e-10);
  EXPECT_NEAR(uneven[1].loss, 2.1758539e-4, 1e-11);
  EXPECT_NEAR(uneven[0].loss, 0.0079759873, 1e-10);
}

/// P(B > A) as a sum over B's conversions: E. Miller, "Formulas for Bayesian A/B testing" (2013).
long double summed(const Proportion& a, const Proportion& b) {
  const auto logBeta = [](long double x, long double y) {
    return std::lgamma(x) + std::lgamma(y) - std::lgamma(x + y);
  };
  const long double aA = 1 + a.successes;
  const long double bA = 1 + a.cases - a.successes;
  const long double bB = 1 + b.cases - b.successes;
  long double sum = 0;
  for (long double i = 0; i <= b.successes; ++i) {
    sum += std::exp(logBeta(aA + i, bA + bB) - std::log(bB + i) - logBeta(1 + i, bB) -
                    logBeta(aA, bA));
  }
  return sum;
}

/// Where a long double's lgamma is a double's, as in wasm, the sum itself is off by more than what
/// it is held against.
#ifdef __EMSCRIPTEN__
constexpr double kOfTheSum = 1e-7;
#else
constexpr double kOfTheSum = 1e-9;
#endif

TEST(AbTestTest, BestChances_AreThoseOfASum) {
  const std::vector<Proportion> rates = {{0, 10},      {10, 10},     {1, 1'000},  {7, 9},
                                         {80, 2'000},  {900, 9'000}, {0, 50'000}, {30, 1e6},
                                         {2'000, 1e5}, {50, 50},     {1'000, 1e7}};
  for (const Proportion& a : rates) {
    for (const Proportion& b : rates) {
      const double exact = static_cast<double>(summed(a, b));
      EXPECT_NEAR(chances({a, b})[1].chance, exact, kOfTheSum)
          << a.successes << '/' << a.cases << ' ' << b.successes << '/' << b.cases;
    }
  }
}

// By hand: alike, each of eight is the best as often as any other; of no cases but one, Beta(1, 2)
// each, E max = 1 - the integral of (1 - (1 - x)^2)^2 = 7/15 and the mean 1/3.
TEST(AbTestTest, BestChances_OfAlikeAreAlike) {
  for (const BestChance& one : chances(std::vector<Proportion>(8, {30, 900}))) {
    EXPECT_NEAR(one.chance, 1.0 / 8, 1e-12);
  }
  EXPECT_NEAR(chances({{0, 1}, {0, 1}})[0].loss, 7.0 / 15 - 1.0 / 3, 1e-12);
}

AbTest testOf(std::vector<Proportion> counts) {
  AbTest test;
  for (const Proportion& seen : counts) test.variants.push_back({seen, 1, {}, {}});
  return test;
}

// The counts of geratools.com: p 0.0474, lift 18 %.
TEST(AbTestTest, Read_TellsTheOneThatIsBetter) {
  const AbReading found = read(testOf({{250, 5000}, {295, 5000}}));
  EXPECT_EQ(found.verdict, AbVerdict::better);
  EXPECT_EQ(found.leader, 1U);
  EXPECT_NEAR(*found.variants[1].contrast->p, 0.0474, 5e-5);
  EXPECT_NEAR(*found.variants[1].contrast->lift, 0.18, 1e-12);
  EXPECT_FALSE(found.needed);
  EXPECT_FALSE(found.variants[0].contrast);
  const AbReading mirrored = read(testOf({{295, 5000}, {250, 5000}}));
  EXPECT_EQ(mirrored.verdict, AbVerdict::worse);
  EXPECT_EQ(mirrored.leader, 0U);
}

// 0.0474 of two comparisons with the first is 0.0948 by Holm: no longer below 0.05.
TEST(AbTestTest, Read_AsksMoreOfSeveral) {
  const AbReading found = read(testOf({{250, 5000}, {295, 5000}, {252, 5000}}));
  EXPECT_NEAR(*found.variants[1].contrast->p, 2 * 0.0474384678645, 1e-10);
  EXPECT_EQ(found.verdict, AbVerdict::open);
}

TEST(AbTestTest, Read_TrustsNoSplitThatIsNotTheOneMeant) {
  AbTest test = testOf({{250, 5000}, {400, 5600}});
  EXPECT_EQ(read(test).verdict, AbVerdict::unsound);
  EXPECT_FALSE(read(test).needed);
  test.variants[0].share = 50;
  test.variants[1].share = 56;
  EXPECT_EQ(read(test).sampleRatio, 1);
  EXPECT_EQ(read(test).verdict, AbVerdict::better);
}

// By hand: z 1.200 of 250 and 277 of 5 000 each; 1.96 / z squared is 2.6677 times as much.
TEST(AbTestTest, Needed_IsWhereTheDifferenceShows) {
  AbTest test = testOf({{250, 5000}, {277, 5000}});
  test.days = 10;
  const AbReading found = read(test);
  ASSERT_TRUE(found.needed);
  const double z = 0.0054 / std::sqrt(0.0527 * 0.9473 * 2 / 5000);
  const double more = std::pow(1.9599639845400545 / z, 2) - 1;
  EXPECT_EQ(found.needed->conversions, std::ceil(more * 277));
  EXPECT_EQ(found.needed->visitors, std::ceil(more * 5000));
  EXPECT_EQ(*found.needed->days, std::ceil(more * 10));
  EXPECT_FALSE(read(testOf({{250, 5000}, {250, 5000}})).needed) << "alike: nothing would show";
  test.isRunning = true;
  EXPECT_GT(read(test).needed->conversions, found.needed->conversions) << "reading on costs cases";
}

TEST(AbTestTest, NothingConverted_IsOpen) {
  const AbReading found = read(testOf({{0, 100}, {0, 100}}));
  EXPECT_EQ(found.verdict, AbVerdict::open);
  EXPECT_FALSE(found.variants[1].contrast->lift);
  EXPECT_FALSE(found.needed);
  EXPECT_EQ(found.variants[0].rate.low, 0);
}

// By hand: baskets 10, 20, 30 of six visitors: mean 20, deviation 10; of the visitors, who spent
// 10, 20, 30, 0, 0, 0: mean 10, variance 160.
TEST(AbTestTest, Revenue_HasItsOwnVariance) {
  AbTest test = testOf({{3, 6}, {3, 6}});
  for (Variant& variant : test.variants) {
    variant.revenue = 60;
    variant.basketDeviation = 10;
  }
  const AbReading found = read(test);
  const double z = 1.9599639845400545;
  const Earned& earned = *found.variants[0].earned;
  EXPECT_EQ(earned.perVisitor.value, 10);
  EXPECT_NEAR(earned.perVisitor.interval->high, 10 + z * std::sqrt(160.0 / 6), 1e-9);
  EXPECT_EQ(earned.basket->value, 20);
  EXPECT_NEAR(earned.basket->interval->low, 20 - z * std::sqrt(100.0 / 3), 1e-9);
  const Contrast& contrast = *found.variants[1].contrast;
  EXPECT_EQ(contrast.perVisitor->value, 0);
  EXPECT_NEAR(contrast.perVisitor->interval->high, z * std::sqrt(2 * 160.0 / 6), 1e-9);
  test.variants[1].basketDeviation.reset();
  EXPECT_FALSE(read(test).variants[1].contrast->basket->interval) << "its deviation is not known";
}

// 2 % of 10 000 clicks are 200 leads; one percent more of them brings 40: a tenth of a point more
// is 10 leads, and 200.
TEST(AbTestTest, Worth_IsThePlansOwn) {
  EXPECT_NEAR((PlanRate{0.02, 40}).worth(0.001), 200, 1e-9);
  EXPECT_EQ((PlanRate{0.02, 40}).worth(0), 0);
}

// Chow, Shao and Wang, 4.2.1: 65 % against 85 %, at 5 % and a power of 80 %: 70 each.
TEST(AbTestTest, SizeFor_IsThePublishedOne) {
  const double variances = 0.65 * 0.35 + 0.85 * 0.15;
  EXPECT_EQ(std::ceil(sizeFor(0.2, variances, 0.95, 0.8)), 70);
}

TEST(AbTestTest, Detectable_IsWhatTheSizeIsFor) {
  for (const double rate : {0.001, 0.02, 0.3, 0.6}) {
    const double higher = rate * 1.1;
    const double variances = rate * (1 - rate) + higher * (1 - higher);
    const double size = sizeFor(higher - rate, variances, 0.9, 0.8);
    EXPECT_NEAR(*detectable(rate, size, 0.9, 0.8), higher, 1e-12) << rate;
  }
  EXPECT_FALSE(detectable(0.5, 4, 0.95, 0.8)) << "four visitors tell no rate below 1";
}

// Feit and Berman's website test: 100 000 visitors, rates about 0.68 with a deviation of 0.03.
TEST(AbTestTest, TestAndRoll_IsThePublishedOne) {
  const TestAndRoll roll{100'000, 0.68, 0.68 * 0.32, 0.03};
  EXPECT_NEAR(roll.size(), 2283.9, 0.05);
  EXPECT_NEAR(roll.regret(roll.size()), 0.00225, 5e-6);
  const double significant = sizeFor(0.02 * 0.68, 2 * 0.68 * 0.32, 0.95, 0.8);
  EXPECT_NEAR(significant, 18'468, 0.5);
  EXPECT_NEAR(roll.regret(significant), 0.00907, 5e-6);
}

TEST(AbTestTest, TestAndRoll_LosesTheLeastAtItsSize) {
  const TestAndRoll roll{20'000, 0.03, 0.03 * 0.97, 0.002};
  const double best = roll.regret(roll.size());
  for (const double times : {0.5, 0.9, 1.1, 2.0}) EXPECT_GT(roll.regret(times * roll.size()), best);
}

// By hand: 5 % and 6 %: (1.96 + 0.8416)^2 (0.0475 + 0.0564) / 0.0001 = 8 155; 1 000 visitors a day.
TEST(AbTestTest, Plan_CountsVisitorsAndDays) {
  AbPlan asked;
  asked.rate = 0.05;
  asked.lift = 0.2;
  asked.visitorsPerDay = 1'000;
  asked.horizonDays = 100;
  asked.spread = 0.05;
  const AbPlanned planned = plan(asked);
  EXPECT_NEAR(planned.significant.visitors, 8'155, 1);
  EXPECT_EQ(*planned.significant.days, 17);
  ASSERT_TRUE(planned.paying);
  EXPECT_LT(planned.paying->regret, *planned.paying->regretOfSignificant);
  double lift = 10;
  for (const WeeksRow& row : planned.weeks) {
    EXPECT_EQ(row.visitors, row.weeks * 3'500);
    EXPECT_LT(*row.lift, lift) << "longer shows less";
    lift = *row.lift;
  }
  asked.variants = 3;
  EXPECT_FALSE(plan(asked).paying) << "known for two";
  EXPECT_GT(plan(asked).significant.visitors, planned.significant.visitors) << "two comparisons";
}

// Coverage over a whole run, by simulation: read 200 times, every 100 visitors each.
TEST(AbTestTest, Sequential_CoversTheWholeRun) {
  SCOPED_TRACE(kSeed);
  std::mt19937_64 random(kSeed);
  constexpr int kRuns = 500;
  constexpr int kReadings = 200;
  constexpr int kEach = 100;
  for (const double rate : {0.02, 0.1, 0.5}) {
    const double other = rate * 0.9;
    int held = 0;
    for (int run = 0; run < kRuns; ++run) {
      Proportion one{0, 0};
      Proportion two{0, 0};
      bool holds = true;
      for (int reading = 0; reading < kReadings && holds; ++reading) {
        one.cases = two.cases = one.cases + kEach;
        one.successes += std::binomial_distribution<int>(kEach, rate)(random);
        two.successes += std::binomial_distribution<int>(kEach, other)(random);
        const Interval found = sequential(one, two, 0.9);
        holds = found.low <= rate - other && rate - other <= found.high;
      }
      held += holds;
    }
    EXPECT_GE(held, 0.9 * kRuns) << rate;
  }
}

}  // namespace
}  // namespace roi::ab_test_test
