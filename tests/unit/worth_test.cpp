#include "roi/worth.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "unit/made.h"

namespace roi::worth_test {
namespace {

using enum Metric;
using test::Made;
using test::Typed;

constexpr std::size_t kStrata = Strata::kStrata;
using Differences = std::array<double, kStrata>;

double normal(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

/// The z below which a share of a standard normal lies, by halving.
double quantile(double share) {
  double low = -10;
  double high = 10;
  for (int i = 0; i < 80; ++i) {
    const double middle = (low + high) / 2;
    (normal(middle) < share ? low : high) = middle;
  }
  return low;
}

using Of = Decision::Of;

Worth of(const Made& made, Of decided = Of::plan, std::size_t trials = 65'536) {
  return worthOfKnowing(made.scenario(), {decided}, 1, trials);
}

// A film, of which six in ten succeed: 4 M won, or 1 M lost. A viewing recommends 90 % of those
// that will and 20 % of those that will not: recommended 0.62, then successful 0.871; worth 0.08 M
// before its cost of 0.1 M; knowing the success itself 0.4 M.
TEST(WorthTest, AViewingOfAFilm_IsWorthAsPublished) {
  const std::array<double, 5> recommended = {0.9, 0.9, 0.9, 0.2, 0.2};
  Differences won{};
  std::fill_n(won.begin(), 3, 4);
  std::fill_n(won.begin() + 3, 2, -1);
  EXPECT_NEAR(worthOfSample(recommended, {{won}}, 1) / 5, 0.08, 1e-12);
  Strata known;
  const std::array<std::uint8_t, 5> each = {0, 1, 2, 3, 4};
  known.add(each, won.data());
  EXPECT_NEAR(known.won() / 5, 0.4, 1e-12);
}

// C. Jackson, vignette of R's voi: p1 ~ N(1, 1), p2 ~ N(0, 2); p1 - p2 or nothing.
TEST(WorthTest, TwoNormals_AreWorthKnowingAsInTheVignetteOfVoi) {
  constexpr std::size_t kEach = 1024;
  Strata first;
  Strata second;
  std::vector<double> z(kEach);
  for (std::size_t i = 0; i < kEach; ++i) {
    z[i] = quantile((static_cast<double>(i) + 0.5) / kEach);
  }
  double gains = 0;
  double losses = 0;
  std::vector<std::uint8_t> of(kEach);
  for (std::size_t i = 0; i < kEach; ++i) {
    of[i] = static_cast<std::uint8_t>(i * kStrata / kEach);
  }
  std::vector<double> differences(kEach);
  for (std::size_t i = 0; i < kEach; ++i) {
    for (std::size_t k = 0; k < kEach; ++k) {
      differences[k] = (1 + z[i]) - 2 * z[k];
      (differences[k] > 0 ? gains : losses) += std::fabs(differences[k]);
    }
    first.add(std::vector<std::uint8_t>(kEach, of[i]), differences.data());
    second.add(of, differences.data());
  }
  constexpr double kAll = static_cast<double>(kEach) * kEach;
  EXPECT_NEAR(std::min(gains, losses) / kAll, 0.4798107, 1e-3);
  EXPECT_NEAR(first.won() / kAll, 0.0833155, 1e-3);
  EXPECT_NEAR(second.won() / kAll, 0.3955931, 1e-3);
  EXPECT_LE(first.won(2), first.won() * (1 + 1e-12));
}

// Of a close rate that is Beta(4, 96), 1 000 leads bring 100 each for 4 500: what n leads tell is
// Beta-binomial, and the rate is expected at (4 + k) / (100 + n) after it. Strata know little of
// its long tail, which a small sample is worth most for.
TEST(WorthTest, ASampleOfABetaRate_IsWorthWhatItsBetaBinomialSays) {
  constexpr int kSteps = 640'000;
  std::array<double, kStrata> rates{};
  Differences brings{};
  double below = 0;
  std::size_t stratum = 0;
  double share = 0;
  double sum = 0;
  const auto close = [&] {
    rates[stratum] = sum / share;
    brings[stratum] = 1000 * 100 * rates[stratum] - 4500;
    ++stratum;
    share = sum = 0;
  };
  const double scale = std::exp(std::lgamma(100) - std::lgamma(4) - std::lgamma(96));
  for (int i = 0; i < kSteps; ++i) {
    const double x = (i + 0.5) / kSteps;
    const double p = scale * std::pow(x, 3) * std::pow(1 - x, 95) / kSteps;
    share += p;
    sum += p * x;
    below += p;
    if (stratum + 1 < kStrata && below >= static_cast<double>(stratum + 1) / kStrata) close();
  }
  close();
  for (const int cases : {20, 100, 500}) {
    double gains = 0;
    double losses = 0;
    for (int k = 0; k <= cases; ++k) {
      const double probability =
          std::exp(std::lgamma(cases + 1) - std::lgamma(k + 1) - std::lgamma(cases - k + 1) +
                   std::lgamma(4 + k) + std::lgamma(96 + cases - k) - std::lgamma(100 + cases) +
                   std::lgamma(100) - std::lgamma(4) - std::lgamma(96));
      const double brought = 1000.0 * 100 * (4 + k) / (100 + cases) - 4500;
      (brought > 0 ? gains : losses) += probability * std::fabs(brought);
    }
    const double worth =
        worthOfSample(rates, {{brings}}, static_cast<std::uint32_t>(cases)) / kStrata;
    EXPECT_NEAR(worth, std::min(gains, losses), 6e-3 * std::min(gains, losses)) << cases;
  }
}

// 1 000 leads, one in ten buys: profit = 100 x value - 10 000, of a log-normal value whose P50 is
// what is paid. As an option is priced: F. Black, M. Scholes (1973).
TEST(WorthTest, AValueThatIsLogNormal_IsWorthAnOption) {
  const Made plan = Made(Typed(60, 100, 100.0 * 100 / 60)).channel("a", 1000, 10'500);
  const double s = std::log(100.0 / 60) / kZ95;
  const double d2 = std::log(10'000 / 10'500.0) / s;
  const double d1 = d2 + s;
  const double mean = 10'000 * std::exp(s * s / 2);
  const double gains = mean * normal(d1) - 10'500 * normal(d2);
  const double expected = mean - 10'500;
  const double worth = gains - std::max(expected, 0.0);
  const Worth found = of(plan);
  EXPECT_NEAR(found.choices.at(0).expected, expected, 5);
  EXPECT_NEAR(found.perfect.mean, worth, 2e-3 * worth);
  ASSERT_EQ(found.ranges.size(), 1U);  // it is all there is to know
  EXPECT_NEAR(found.ranges[0].worth, worth, 2e-3 * worth);
  EXPECT_GE(found.ranges[0].bias, 0);
  EXPECT_FALSE(found.ranges[0].isSampled);
}

TEST(WorthTest, WhatChangesNoChoice_IsWorthNothing) {
  const Worth sure = of(Made(Typed(60, 160)).channel("a", 1000, 500));
  EXPECT_EQ(sure.perfect.mean, 0);
  EXPECT_TRUE(sure.ranges.empty());
  EXPECT_TRUE(of(Made(100).channel("a", 1000, 500)).ranges.empty());
}

TEST(WorthTest, APlanWithoutAValue_DecidesNothing) {
  const Made plan = Made().with(closeRate, Typed(0.1, 0.2)).channel("a", 1000, 500);
  EXPECT_TRUE(of(plan).choices.empty());
  EXPECT_TRUE(of(plan, Of::channels).choices.empty());
}

// A close rate of 5 to 20 % that must be 10 %: leads cost 10 each. A sample is worth something,
// never as much as knowing, and more of it is never worth less.
TEST(WorthTest, ASampleOfARate_IsBoughtWhileItIsWorthMoreThanItCosts) {
  const Made plan = Made(100, Typed(0.05, 0.2)).channel("a", 5000, 50'000);
  const Worth found = of(plan);
  ASSERT_EQ(found.ranges.size(), 1U);
  const RangeWorth& rate = found.ranges[0];
  ASSERT_TRUE(rate.isSampled);
  ASSERT_TRUE(rate.sample);
  EXPECT_GT(rate.sample->worth, rate.sample->cost);
  EXPECT_LE(rate.sample->worth, rate.worth);
  EXPECT_EQ(rate.sample->cost, 10 * rate.sample->cases);
  EXPECT_NEAR(rate.sample->days.value, rate.sample->cases / 5000 * 365 / 12, 1e-9);
  EXPECT_LE(rate.worth, found.perfect.mean * (1 + 1e-9));
}

TEST(WorthTest, ASampleThatCostsMoreThanItTells_IsNotAdvised) {
  const Worth found = of(Made(100, Typed(0.099, 0.1015)).channel("a", 5000, 50'000));
  ASSERT_EQ(found.ranges.size(), 1U);
  EXPECT_TRUE(found.ranges[0].isSampled);
  EXPECT_FALSE(found.ranges[0].sample);
}

TEST(WorthTest, ChannelsAreDecidedOneByOne) {
  const Made plan =
      Made(100, Typed(0.05, 0.2)).channel("cheap", 1000, 9'000).channel("dear", 1000, 11'000);
  const Worth each = of(plan, Of::channels);
  ASSERT_EQ(each.choices.size(), 2U);
  EXPECT_EQ(each.choices[1].channel, 1U);
  const double alone = of(Made(100, Typed(0.05, 0.2)).channel("cheap", 1000, 9'000)).perfect.mean +
                       of(Made(100, Typed(0.05, 0.2)).channel("dear", 1000, 11'000)).perfect.mean;
  EXPECT_NEAR(each.perfect.mean, alone, 1e-9 * alone);
}

TEST(WorthTest, AgainstItself_NothingIsWorthKnowing) {
  const Scenario plan = Made(100, Typed(0.05, 0.2)).channel("a", 1000, 9'000).scenario();
  const Worth found = worthOfKnowing(plan, {Of::against, &plan}, 1, 4096);
  ASSERT_EQ(found.choices.size(), 1U);
  EXPECT_EQ(found.perfect.mean, 0);
  EXPECT_TRUE(found.ranges.empty());
}

// 1 000 is spent on each of two channels that respond by the square root. The likely means, 10 000
// and m, split 2 000 as their squares; against now that is an option on b's value, bought with what
// a brings less.
TEST(WorthTest, ASplit_IsWorthKnowingAsAnOptionOnWhatItMovesTo) {
  const Typed value(60, 100, 100.0 * 100 / 60);
  const Made plan = Made()
                        .with(closeRate, 0.1)
                        .channel("a", 1000, 1000)
                        .worth(100)
                        .responding(0.5)
                        .channel("b", 1000, 1000)
                        .worth(value)
                        .responding(0.5);
  const double s = std::log(100.0 / 60) / kZ95;
  const double mean = 10'000 * std::exp(s * s / 2);
  const double shareOfB = mean * mean / (mean * mean + 1e8);
  const double more = std::sqrt(2 * shareOfB) - 1;
  const double strike = 10'000 * (1 - std::sqrt(2 * (1 - shareOfB)));
  const double d2 = std::log(10'000 * more / strike) / s;
  const double gains = mean * more * normal(d2 + s) - strike * normal(d2);
  const double expected = mean * more - strike;
  const Worth found = of(plan, Of::split);
  ASSERT_EQ(found.choices.size(), 1U);
  EXPECT_NEAR(found.choices[0].expected, expected, 0.5);
  EXPECT_NEAR(found.perfect.mean, gains - expected, 0.01 * gains);
  ASSERT_EQ(found.ranges.size(), 1U);
  EXPECT_NEAR(found.ranges[0].worth, gains - expected, 0.01 * gains);
}

TEST(WorthTest, ASplitThatMovesNothing_DecidesNothing) {
  const Typed value(60, 160);
  EXPECT_TRUE(of(Made(value).channel("a", 1000, 500), Of::split).choices.empty());
  const Made alike =
      Made(value).channel("a", 1000, 500).responding(0.5).channel("b", 1000, 500).responding(0.5);
  const Worth found = of(alike, Of::split);
  for (const ChoiceWorth& choice : found.choices) EXPECT_NEAR(choice.expected, 0, 1e-6);
}

// Two values that move together: knowing what they have in common is worth most of what all is.
TEST(WorthTest, AGroup_IsKnownByItsCommonFactorAndByEachMember) {
  const Typed value = Typed(60, 160).movesWith("market", 0.9);
  const Worth found = of(Made()
                             .with(closeRate, 0.1)
                             .channel("a", 1000, 10'000)
                             .worth(value)
                             .channel("b", 1000, 10'000)
                             .worth(value));
  ASSERT_EQ(found.ranges.size(), 3U);
  std::size_t common = 0;
  for (const RangeWorth& one : found.ranges) {
    common += one.isCommon ? 1 : 0;
    EXPECT_EQ(one.quantities.size(), one.isCommon ? 2U : 1U);
    EXPECT_LE(one.worth, found.perfect.mean);
    EXPECT_GT(one.worth, 0.8 * found.perfect.mean);
  }
  EXPECT_EQ(common, 1U);
}

}  // namespace
}  // namespace roi::worth_test
