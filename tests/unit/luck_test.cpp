#include "roi/luck.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "roi/draw.h"
#include "roi/elementary.h"
#include "roi/plan_chances.h"
#include "roi/recorded.h"
#include "roi/sensitivity.h"
#include "roi/solve.h"
#include "unit/plan.h"

namespace roi::luck_test {
namespace {

using enum Metric;
using test::Made;
using test::measured;

constexpr double kLevels = 4294967296.0;
using Block = std::array<double, kBlock>;

/// Levels spread evenly, each a half more than a multiple of 2^-32.
Block levelsFrom(std::size_t part, std::size_t parts) {
  Block levels{};
  for (std::size_t i = 0; i < kBlock; ++i) {
    const double share =
        static_cast<double>(part * kBlock + i) / static_cast<double>(parts * kBlock);
    levels[i] = (std::floor(share * kLevels) + 0.5) / kLevels;
  }
  return levels;
}

Block poisson(double mean, const Block& levels) {
  Block counts{};
  poissonQuantiles(&mean, 0, levels.data(), counts.data());
  return counts;
}

Block binomial(double mean, double cases, const Block& levels) {
  Block counts{};
  binomialQuantiles(&mean, 0, &cases, 0, levels.data(), counts.data());
  return counts;
}

/// Cumulative probabilities by adding up each term in its own right, from logarithms of factorials.
std::vector<long double> cumulated(std::size_t most,
                                   long double (*logOfTerm)(long double, double, double),
                                   double mean, double cases) {
  std::vector<long double> sums;
  long double sum = 0;
  for (std::size_t k = 0; k <= most; ++k) {
    sum += std::exp(logOfTerm(static_cast<long double>(k), mean, cases));
    sums.push_back(sum);
  }
  return sums;
}

long double logOfPoisson(long double k, double mean, double) {
  return k * std::log(static_cast<long double>(mean)) - static_cast<long double>(mean) -
         std::lgamma(k + 1);
}

long double logOfBinomial(long double k, double mean, double cases) {
  const long double n = static_cast<long double>(cases);
  const long double p = static_cast<long double>(mean) / n;
  return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) + k * std::log(p) +
         (n - k) * std::log1p(-p);
}

/// Against the exact law: rising whole counts, each the exact one or its neighbour, and at most
/// this share of the levels the neighbour.
template <class Draw>
void expectLaw(const std::vector<long double>& sums, double allowed, Draw draw) {
  constexpr std::size_t kParts = 64;
  double last = 0;
  std::size_t wrong = 0;
  for (std::size_t part = 0; part < kParts; ++part) {
    const Block levels = levelsFrom(part, kParts);
    const Block counts = draw(levels);
    for (std::size_t i = 0; i < kBlock; ++i) {
      ASSERT_EQ(counts[i], std::floor(counts[i]));
      ASSERT_GE(counts[i], last);
      last = counts[i];
      const auto exact = static_cast<double>(
          std::lower_bound(sums.begin(), sums.end(), static_cast<long double>(levels[i])) -
          sums.begin());
      if (part > 0 || i > 0) {
        ASSERT_LE(std::fabs(counts[i] - exact), 1) << levels[i];
        wrong += counts[i] != exact ? 1 : 0;
      }
    }
  }
  EXPECT_LE(static_cast<double>(wrong) / (kParts * kBlock), allowed);
}

TEST(LuckTest, SmallCounts_AreExact) {
  for (const double mean : {1e-12, 0.01, 0.84, 3.0, 5.99}) {
    SCOPED_TRACE(mean);
    expectLaw(cumulated(80, logOfPoisson, mean, 0), 0,
              [&](const Block& levels) { return poisson(mean, levels); });
  }
  for (const auto& law : {std::pair{3.0, 1.5}, {10.0, 9.0}, {400.0, 5.0}, {24.0, 12.0}}) {
    const double cases = law.first;
    const double mean = law.second;
    SCOPED_TRACE(mean / cases);
    expectLaw(cumulated(static_cast<std::size_t>(cases), logOfBinomial, mean, cases), 0,
              [&](const Block& levels) { return binomial(mean, cases, levels); });
  }
}

TEST(LuckTest, LargerCounts_AreTheExactOneOrSeldomItsNeighbour) {
  for (const double mean : {6.0, 7.3, 10.0, 25.0, 400.0, 1e4}) {
    SCOPED_TRACE(mean);
    const auto most = static_cast<std::size_t>(mean + 9 * std::sqrt(mean) + 30);
    expectLaw(cumulated(most, logOfPoisson, mean, 0), 0.001,
              [&](const Block& levels) { return poisson(mean, levels); });
  }
  for (const auto& [cases, share] :
       {std::pair{25.0, 0.5}, {68.0, 0.1}, {607.0, 0.01}, {127.0, 0.95}, {5000.0, 0.3}}) {
    SCOPED_TRACE(share);
    expectLaw(cumulated(static_cast<std::size_t>(cases), logOfBinomial, cases * share, cases),
              0.001, [&, n = cases, p = share](const Block& l) { return binomial(n * p, n, l); });
  }
}

/// R 4.3: qpois(c(.05,.5,.95), 100) is 84 100 117; qbinom(c(.05,.5,.95), 100, .1) is 5 10 15.
TEST(LuckTest, KnownQuantiles_AreMet) {
  Block levels{};
  levels.fill((std::floor(0.5 * kLevels) + 0.5) / kLevels);
  levels[0] = (std::floor(0.05 * kLevels) + 0.5) / kLevels;
  levels[1] = (std::floor(0.95 * kLevels) + 0.5) / kLevels;
  const Block counts = poisson(100, levels);
  EXPECT_EQ(counts[0], 84);
  EXPECT_EQ(counts[2], 100);
  EXPECT_EQ(counts[1], 117);
  const Block some = binomial(10, 100, levels);
  EXPECT_EQ(some[0], 5);
  EXPECT_EQ(some[2], 10);
  EXPECT_EQ(some[1], 15);
}

/// The law of large counts is the normal's: mean and variance are those of a Poisson.
TEST(LuckTest, VeryLargeMeans_KeepTheirMeanAndVariance) {
  for (const double mean : {1e6, 1e9, 1e12}) {
    double sum = 0;
    double squares = 0;
    constexpr std::size_t kParts = 256;
    for (std::size_t part = 0; part < kParts; ++part) {
      for (const double count : poisson(mean, levelsFrom(part, kParts))) {
        EXPECT_EQ(count, std::floor(count));
        sum += (count - mean) / std::sqrt(mean);
        squares += (count - mean) * (count - mean) / mean;
      }
    }
    EXPECT_NEAR(sum / (kParts * kBlock), 0, 1e-3);
    EXPECT_NEAR(squares / (kParts * kBlock), 1, 2e-3);
  }
}

TEST(LuckTest, WhatIsNothingOrAllOrUndefined_HasNoLuck) {
  const Block levels = levelsFrom(0, 1);
  for (const double count : poisson(0, levels)) ASSERT_EQ(count, 0);
  for (const double count : poisson(std::nan(""), levels)) ASSERT_TRUE(std::isnan(count));
  for (const double count : binomial(0, 0, levels)) ASSERT_EQ(count, 0);
  for (const double count : binomial(20, 20, levels)) ASSERT_EQ(count, 20);
  // of fewer cases than come to something there is no share: Poisson, whose mean is theirs
  EXPECT_EQ(binomial(0.2, 0.4, levels), poisson(0.2, levels));
  EXPECT_EQ(binomial(60, 40, levels), poisson(60, levels));
  for (const double count : poisson(1e300, levels)) ASSERT_TRUE(std::isfinite(count));
}

// In a plan

PlanChances chancesOf(const Scenario& plan, const std::vector<Metric>& metrics = {},
                      const Scenario* against = nullptr) {
  ChancesAsked asked;
  asked.metrics = asked.channelMetrics = metrics;
  asked.against = against;
  asked.trials = 131'072;
  PlanTrials trials(plan, asked);
  while (!trials.advance(asked.trials)) {
  }
  return trials.chances();
}

double profitable(const Made& plan) {
  return chancesOf(plan.scenario()).total.profitable.probability;
}

/// One channel: leads and a close rate, or customers; a customer is worth 100; what it costs.
Made planOf(const test::AllStated& volume, double cost) {
  return Made().worth(100).channel("a", volume).cost(tools, cost);
}

/// Three customers are expected, and more than three are needed. Poisson: 1 - e^-3 (1 + 3 + 4.5 +
/// 4.5) = 0.3528; of four leads counted, three in four closing: 0.75^4 = 0.3164.
TEST(LuckTest, PlanOfThreeCustomers_TellsPoissonFromBinomial) {
  const double poissonChance = 1 - std::exp(-3.0) * 13;
  EXPECT_NEAR(profitable(planOf({{leads, 4}, {closeRate, 0.75}}, 300)), poissonChance, 0.003);
  const test::AllStated counted = {{leads, measured(4)}, {closeRate, 0.75}};
  EXPECT_NEAR(profitable(planOf(counted, 300)), 0.31640625, 0.003);
}

TEST(LuckTest, CountedCustomersAndPastCampaigns_HaveNoLuck) {
  const test::AllStated counted = {{leads, 40}, {customers, measured(3)}};
  EXPECT_EQ(profitable(planOf(counted, 299)), 1);
  EXPECT_EQ(profitable(planOf(counted, 300)), 0);
  const test::AllStated volume = {{leads, 30}, {closeRate, 0.1}};
  EXPECT_EQ(profitable(planOf(volume, 299).past()), 1);
  EXPECT_NEAR(profitable(planOf(volume, 299)), 1 - std::exp(-3.0) * 8.5, 0.003);
}

TEST(LuckTest, Orders_AreTheCustomersAndHaveLuckUnlessCounted) {
  EXPECT_NEAR(profitable(planOf({{leads, 3}}, 299).action(Action::order)), 1 - std::exp(-3.0) * 8.5,
              0.003);
  const test::AllStated counted = {{leads, measured(3)}};
  EXPECT_EQ(profitable(planOf(counted, 299).action(Action::order)), 1);
}

/// Three customers exactly pay for themselves: "costs less per lead than it brings" is
/// "profitable".
TEST(LuckTest, LeadThatPays_IsTheSameClaimAsProfit) {
  const PlanChances chances = chancesOf(planOf({{leads, 37}, {closeRate, 0.081}}, 300).scenario());
  for (const PlanChances::Scope& scope : {chances.total, chances.channels[0]}) {
    EXPECT_EQ(scope.profitable.probability, scope.belowBreakEven.probability);
    EXPECT_EQ(scope.profitable.error, scope.belowBreakEven.error);
    EXPECT_EQ(scope.profitable.undefined, scope.belowBreakEven.undefined);
    EXPECT_GT(scope.profitable.probability, 0.2);
  }
}

TEST(LuckTest, Draws_AreWholeAndAverageTheMean) {
  const PlanChances chances =
      chancesOf(planOf({{leads, 37}, {closeRate, 0.081}}, 10).scenario(), {customers, leads});
  const Spread& drawn = chances.total.results[0].spread;
  EXPECT_NEAR(drawn.mean, 37 * 0.081, 0.01);
  EXPECT_EQ(drawn.quantiles[0], 1);  // P(0) = 0.0499...: e^-2.997
  EXPECT_EQ(drawn.quantiles[2], 3);
  EXPECT_EQ(chances.total.results[1].spread.quantiles[4], 37);
  EXPECT_EQ(chances.ranges, 0U);
}

/// Equal plans of the same quantities each have their own luck: neither wins more often, and they
/// tie as often as two Poisson counts of mean 3 do.
TEST(LuckTest, TwoPlans_DrawIndependently) {
  const Scenario plan = planOf({{leads, 30}, {closeRate, 0.1}}, 10).scenario();
  const Scenario other = planOf({{leads, 30}, {closeRate, 0.1}}, 10).id("other").scenario();
  double ties = 0;
  double probability = std::exp(-3.0);
  for (int k = 0; k < 60; ++k) {
    ties += probability * probability;
    probability *= 3.0 / (k + 1);
  }
  const PlanChances chances = chancesOf(plan, {}, &other);
  ASSERT_TRUE(chances.against);
  EXPECT_NEAR(chances.against->profit.probability, (1 - ties) / 2, 0.005);
}

/// A campaign that has happened spent and counted what it did, whatever range was typed.
TEST(LuckTest, PastCampaign_HasNoRangesOfCountsAndSpending) {
  Made plan = planOf({{leads, {10, 30, 90}}, {closeRate, 0.1}}, 299).past();
  EXPECT_EQ(profitable(plan), 1);
  plan.plan().worth({50, 200});
  EXPECT_NEAR(profitable(plan), 0.5, 0.01);  // what a customer is worth is still not known
}

/// Of the quantiles of Poisson laws about 3 e^(sz), averaged over z: by the middle of equal parts
/// of levels and of z's law.
double varianceOfAverageQuantiles(double s) {
  constexpr int kParts = 400;
  const auto level = [](int part) { return (part + 0.5) / kParts; };
  std::vector<double> averages(kParts);
  for (int j = 0; j < kParts; ++j) {
    const double mean = 3 * std::exp(s * normalQuantile(level(j)));
    double count = 0;
    double term = std::exp(-mean);
    double sum = term;
    for (int i = 0; i < kParts; ++i) {
      while (sum < level(i)) {
        term *= mean / ++count;
        sum += term;
      }
      averages[static_cast<std::size_t>(i)] += count / kParts;
    }
  }
  double sum = 0;
  double squares = 0;
  for (const double average : averages) {
    sum += average / kParts;
    squares += average * average / kParts;
  }
  return squares - sum * sum;
}

/// Return 100 x Poisson(3) has variance 3 x 100^2; a range of the value adds its own. Luck alone is
/// all of the variance.
TEST(LuckTest, Influences_HaveARowOfLuck) {
  struct Share {
    bool isLuck;
    double share;
  };
  const auto shares = [](const Made& plan) {
    const Scenario s = plan.scenario();
    Recorded likely(s);
    const std::vector<Swing> ranges = swings(likely.sheet(1, profit), s.quantities);
    RecordedTrials drawn(s);
    std::vector<Share> list;
    for (const VarianceShare& one :
         varianceShares(drawn.sheet(1, profit), drawn.quantities, ranges, 1, 65'536)) {
      list.push_back({drawn.quantities[one.quantities.front()].scale == Scale::even, one.share});
    }
    return list;
  };
  const auto alone = shares(planOf({{leads, 30}, {closeRate, 0.1}}, 10));
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_TRUE(alone[0].isLuck);
  EXPECT_EQ(alone[0].share, 1);
  // leads from 20 to 45 on the log scale: ln(1.5) / 1.6449 = s; mean m = 3 e^(s^2/2); the variance
  // of all is m + m^2 (e^(s^2) - 1), of which the range has the second part by itself, and luck
  // that of the quantiles averaged over the range
  const auto both = shares(planOf({{leads, {20, 30, 45}}, {closeRate, 0.1}}, 10));
  ASSERT_EQ(both.size(), 2U);
  const double s = std::log(1.5) / 1.6448536269514722;
  const double mean = 3 * std::exp(s * s / 2);
  const double ofRange = mean * mean * (std::exp(s * s) - 1);
  EXPECT_TRUE(both[0].isLuck);
  EXPECT_NEAR(both[0].share, varianceOfAverageQuantiles(s) / (mean + ofRange), 0.02);
  EXPECT_NEAR(both[1].share, ofRange / (mean + ofRange), 0.02);
}

/// Which cost 90 in 100 trials leave a profit of: 1 customer of Poisson(3) or more, 0.9502; two or
/// more only 0.8009. So anything up to 100.
TEST(LuckTest, GoalSeekWithAChance_HoldsTheLuck) {
  const Scenario s = planOf({{leads, 30}, {closeRate, 0.1}}, 10).scenario();
  const auto found = solve(s, {1, profit, 0, 0.9}, *s.channels[0].lines[0].amount, 1, 8192);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->values.size(), 1U);
  EXPECT_NEAR(found->values[0], 100, 1e-9);
}

TEST(LuckTest, LikelyValues_AreThoseOfThePlanWithoutLuck) {
  const Scenario s = planOf({{leads, 37}, {closeRate, 0.081}}, 300).scenario();
  Recorded plain(s);
  RecordedTrials drawn(s);
  for (const Metric m : {Metric::leads, Metric::customers, Metric::return_, Metric::profit,
                         Metric::roi, Metric::fullCostCac}) {
    for (const std::size_t scope : {0U, 1U}) {
      EXPECT_EQ(plain.figure(scope, m).value, drawn.sheet(scope, m).figure().value);
    }
  }
}

}  // namespace
}  // namespace roi::luck_test
