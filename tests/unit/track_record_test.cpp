#include "roi/track_record.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "roi/elementary.h"
#include "roi/range.h"

namespace roi::track_record_test {
namespace {

constexpr std::uint64_t kSeed = 20261130;

struct Ends {
  double low, likely, high;
};

Forecast forecast(Metric metric, Ends ends, double actual, double cases = 0) {
  const bool isRate = info(metric).unit == Unit::rate;
  return {metric, isRate, ends.low, ends.likely, ends.high, actual, cases};
}

double widening(const Forecast& forecast) { return wideningToHold(forecast).value_or(-1); }

// Twice as much and half as much are one width of 50..100..200; 64 is 0.8 x 0.8 of 100.
TEST(TrackRecordTest, AmountsAndCounts_LieOnALogarithmicScale) {
  const Ends even{50, 100, 200};
  EXPECT_EQ(widening(forecast(Metric::leads, even, 100)), 0);
  EXPECT_EQ(widening(forecast(Metric::leads, even, 200)), 1);
  EXPECT_EQ(widening(forecast(Metric::leads, even, 50)), 1);
  EXPECT_NEAR(widening(forecast(Metric::leads, even, 400)), 2, 1e-12);
  EXPECT_NEAR(widening(forecast(Metric::leads, even, 12.5)), 3, 1e-12);
  EXPECT_NEAR(widening(forecast(Metric::revenuePerCustomer, {80, 100, 200}, 64)), 2, 1e-12);
}

// 10, 20 and 40 % are odds of 1/9, 1/4 and 2/3: 1/4 x (4/9)² and 1/4 x (8/3)² lie two widths off.
TEST(TrackRecordTest, Rates_LieOnTheScaleOfTheirOdds) {
  const Ends ends{0.1, 0.2, 0.4};
  EXPECT_NEAR(widening(forecast(Metric::closeRate, ends, 4.0 / 85)), 2, 1e-12);
  EXPECT_NEAR(widening(forecast(Metric::closeRate, ends, 16.0 / 25)), 2, 1e-12);
}

TEST(TrackRecordTest, WhatMayBeNegative_LiesOnALinearScale) {
  EXPECT_EQ(widening(forecast(Metric::profit, {-100, 0, 300}, 600)), 2);
  EXPECT_EQ(widening(forecast(Metric::profit, {-100, 0, 300}, -50)), 0.5);
  EXPECT_EQ(widening(forecast(Metric::profit, {100, 200, 300}, -100)), 3);
  EXPECT_NEAR(widening(forecast(Metric::roi, {-0.2, 0.4, 2}, 1.2)), 0.5, 1e-12);
  EXPECT_EQ(widening(forecast(Metric::customers, {0, 2, 4}, 0)), 1);
}

TEST(TrackRecordTest, WhatLiesOffTheScale_NoWidthWouldHaveHeld) {
  EXPECT_FALSE(wideningToHold(forecast(Metric::leads, {50, 100, 200}, 0)));
  EXPECT_FALSE(wideningToHold(forecast(Metric::closeRate, {0.1, 0.2, 0.4}, 0)));
  EXPECT_FALSE(wideningToHold(forecast(Metric::closeRate, {0.1, 0.2, 0.4}, 1)));
  EXPECT_FALSE(wideningToHold(forecast(Metric::customers, {0, 0, 4}, -1)));
  EXPECT_EQ(widening(forecast(Metric::customers, {0, 0, 4}, 0)), 0);
}

// 0 of 10: the empirical log-odds ln(0.5 / 10.5), 1.658 from ln(1/4); luck alone reaches
// 1.645 sqrt(1/0.5 + 1/10.5) = 2.381. 0 of 100: 3.917 off, luck 2.332, one width ln(9/4) = 0.811.
TEST(TrackRecordTest, LuckOfTheCases_IsNoFaultOfTheRange) {
  const Ends ends{0.1, 0.2, 0.4};
  EXPECT_EQ(widening(forecast(Metric::closeRate, ends, 0, 10)), 0);
  EXPECT_NEAR(widening(forecast(Metric::closeRate, ends, 0, 100)),
              std::sqrt(3.91701 * 3.91701 - 2.33199 * 2.33199) / 0.81093, 1e-4);
  const double off = std::log(16.0 / 9) - std::log(0.25);
  EXPECT_NEAR(widening(forecast(Metric::closeRate, ends, 0.64, 1e12)), off / std::log(8.0 / 3),
              1e-5);
}

TEST(TrackRecordTest, ARangeThatDoesNotRise_IsRefused) {
  for (const Ends ends : {Ends{2, 1, 3}, Ends{1, 4, 3}, Ends{1, 1, 1}}) {
    const auto made = makeForecast(forecast(Metric::leads, ends, 1));
    ASSERT_TRUE(std::holds_alternative<Errors>(made));
    EXPECT_EQ(std::get<Errors>(made).front().code, ErrorCode::rangeOrder);
  }
  EXPECT_TRUE(
      std::holds_alternative<Forecast>(makeForecast(forecast(Metric::customers, {0, 0, 3}, 1))));
}

using Widenings = std::vector<std::optional<double>>;

/// How likely at most so many of so many are, each with that probability.
double atMost(int hits, int cases, double probability) {
  double sum = 0;
  double ways = 1;
  for (int k = 0; k <= hits; ++k) {
    sum += ways * std::pow(probability, k) * std::pow(1 - probability, cases - k);
    ways = ways * (cases - k) / (k + 1);
  }
  return sum;
}

TEST(TrackRecordTest, OfTenSixHeld_TheTenthLeastIsTheWidening) {
  const TrackRecord record =
      trackRecordOf(Widenings{1.4, 0.1, 1, 1.6, 0.2, 0.5, 1.2, 0.6, 1.3, 0.9});
  EXPECT_EQ(record.count, 10U);
  EXPECT_EQ(record.held, 6U);
  EXPECT_NEAR(1 - atMost(5, 10, record.share.low), 0.05, 1e-8);
  EXPECT_NEAR(atMost(6, 10, record.share.high), 0.05, 1e-8);
  EXPECT_EQ(record.fit, Fit::narrow);
  EXPECT_EQ(record.rank, 10U);
  EXPECT_EQ(record.widening, 1.6);
  EXPECT_TRUE(record.isToBeApplied());
}

// ceil(0.9 (n + 1)) of n.
TEST(TrackRecordTest, TheRank_IsThatOfNineInTenOfOneMore) {
  const auto rankOf = [](std::size_t count) { return trackRecordOf(Widenings(count, 0.5)).rank; };
  EXPECT_EQ(rankOf(1), 0U);
  EXPECT_EQ(rankOf(8), 0U);
  EXPECT_EQ(rankOf(9), 9U);
  EXPECT_EQ(rankOf(10), 10U);
  EXPECT_EQ(rankOf(18), 18U);
  EXPECT_EQ(rankOf(19), 18U);
  EXPECT_EQ(rankOf(20), 19U);
  EXPECT_EQ(rankOf(99), 90U);
}

// Thirty that all came as they were forecast, but for luck: too wide, and nobody knows by how much.
TEST(TrackRecordTest, WhatLuckExplains_NarrowsNoRange) {
  const TrackRecord record = trackRecordOf(Widenings(30, 0.0));
  EXPECT_EQ(record.fit, Fit::wide);
  EXPECT_EQ(record.rank, 28U);
  EXPECT_FALSE(record.widening);
  EXPECT_TRUE(record.isClose);
  EXPECT_FALSE(record.isToBeApplied());
}

TEST(TrackRecordTest, WhatCameFarBeyondARange_IsNoMatterOfItsWidth) {
  EXPECT_TRUE(trackRecordOf(Widenings(9, 10)).isToBeApplied());
  const TrackRecord far = trackRecordOf(Widenings(9, 53.3));
  EXPECT_EQ(far.widening, 53.3);
  EXPECT_FALSE(far.isToBeApplied());
}

TEST(TrackRecordTest, FewForecasts_SayTheShareButNoWidening) {
  const TrackRecord none = trackRecordOf({});
  EXPECT_EQ(none.count, 0U);
  EXPECT_FALSE(none.widening);
  const TrackRecord three = trackRecordOf(Widenings{2, 3, 4});
  EXPECT_EQ(three.held, 0U);
  EXPECT_EQ(three.fit, Fit::narrow);
  EXPECT_NEAR(three.share.high, 1 - std::cbrt(0.05), 1e-8);
  EXPECT_FALSE(three.widening);
  EXPECT_FALSE(three.isToBeApplied());
  // One in ten misses anyway; of two, one in a hundred would miss both.
  EXPECT_EQ(trackRecordOf(Widenings{2}).fit, Fit::plausible);
  EXPECT_EQ(trackRecordOf(Widenings{2, 0.5}).fit, Fit::plausible);
  EXPECT_EQ(trackRecordOf(Widenings{2, 2}).fit, Fit::narrow);
}

// 28 in a row hold in 5.2 % of cases by chance, 0.9^28; 29 in 4.7 %.
TEST(TrackRecordTest, TooWide_IsSaidOnlyWhereItIsKnown) {
  const TrackRecord some = trackRecordOf(Widenings(28, 0.5));
  EXPECT_EQ(some.fit, Fit::plausible);
  EXPECT_EQ(some.widening, 0.5);
  EXPECT_FALSE(some.isToBeApplied());
  const TrackRecord many = trackRecordOf(Widenings(29, 0.5));
  EXPECT_EQ(many.fit, Fit::wide);
  EXPECT_TRUE(many.isToBeApplied());
}

TEST(TrackRecordTest, WhereTheRankedOneCouldNotHold_ThereIsNoWidening) {
  Widenings all(18, 0.5);
  all.push_back(std::nullopt);
  EXPECT_EQ(trackRecordOf(all).widening, 0.5);  // the 18th of 19
  all.back() = 0.5;
  all[0] = all[1] = std::nullopt;
  const TrackRecord record = trackRecordOf(all);
  EXPECT_EQ(record.held, 17U);
  EXPECT_EQ(record.rank, 18U);
  EXPECT_FALSE(record.widening);
}

class Draws {
 public:
  double fraction() { return (static_cast<double>(generator_() >> 12) + 0.5) * 0x1p-52; }
  double normal() { return normalQuantile(fraction()); }

 private:
  std::mt19937_64 generator_{kSeed};
};

/// What a range would have had to be widened by where the truth is spread `times` as wide.
std::optional<double> drawn(Scale scale, double times, Draws& draws) {
  const double likely = scale == Scale::logit ? 0.02 + 0.9 * draws.fraction() : 20.0;
  Quantity q;
  q.scale = scale;
  q.likely = likely;
  q.low = likely * (0.5 + 0.4 * draws.fraction());
  q.high = likely + (scale == Scale::logit ? (1 - likely) / 3 : 30 * draws.fraction() + 0.1);
  Forecast made{Metric::amount, scale == Scale::logit, q.low, q.likely, q.high, {}, 0};
  made.actual = Distribution(q).at(times * draws.normal());
  return wideningToHold(made);
}

TEST(TrackRecordTest, ForecastsDrawnFromTheTruth_HoldNineInTenAndNeedNoWidening) {
  SCOPED_TRACE(kSeed);
  Draws draws;
  for (const Scale scale : {Scale::log, Scale::logit}) {
    for (const double times : {0.7, 1.0, 1.6}) {
      Widenings all;
      for (int i = 0; i < 20'000; ++i) all.push_back(drawn(scale, times, draws));
      const TrackRecord record = trackRecordOf(all);
      // Three standard errors: of the share, and of the 90 % quantile of |z| / 1.645, whose density
      // there is 2 x 0.1031 x 1.645 = 0.339
      const double expected = std::erf(kZ95 / times / std::sqrt(2.0));
      const double error = 3 * std::sqrt(0.09 / 20'000);
      EXPECT_NEAR(static_cast<double>(record.held) / 20'000, expected, 1.5 * error) << times;
      EXPECT_NEAR(record.widening.value_or(0) / times, 1, error / 0.339) << times;
      EXPECT_EQ(record.fit, times > 1 ? Fit::narrow : times < 1 ? Fit::wide : Fit::plausible);
    }
  }
}

// Exchangeable and continuous: the next one holds with probability rank / (n + 1), exactly.
TEST(TrackRecordTest, TheNextForecastAsWideAsSaid_HoldsAtLeastNineTimesInTen) {
  SCOPED_TRACE(kSeed);
  Draws draws;
  constexpr int kRuns = 5000;
  for (const std::size_t count : {9U, 10U, 19U, 25U}) {
    int held = 0;
    std::size_t rank = 0;
    for (int run = 0; run < kRuns; ++run) {
      Widenings all;
      for (std::size_t i = 0; i < count; ++i) all.push_back(drawn(Scale::log, 1.6, draws));
      const TrackRecord record = trackRecordOf(all);
      rank = record.rank;
      held += *drawn(Scale::log, 1.6, draws) <= *record.widening ? 1 : 0;
    }
    const double exact = static_cast<double>(rank) / static_cast<double>(count + 1);
    EXPECT_GE(exact, 0.9);
    EXPECT_NEAR(held / double{kRuns}, exact, 4 * std::sqrt(0.09 / kRuns)) << count;
  }
}

TEST(TrackRecordTest, AnotherOrder_ChangesNoBit) {
  SCOPED_TRACE(kSeed);
  Draws draws;
  Widenings all;
  for (int i = 0; i < 200; ++i) all.push_back(drawn(Scale::log, 1.2, draws));
  all[7] = std::nullopt;
  const TrackRecord before = trackRecordOf(all);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(all.begin(), all.end(), std::mt19937_64(kSeed + static_cast<std::uint64_t>(i)));
    const TrackRecord after = trackRecordOf(all);
    EXPECT_EQ(after.widening, before.widening);
    EXPECT_EQ(after.held, before.held);
    EXPECT_EQ(after.share.low, before.share.low);
    EXPECT_EQ(after.share.high, before.share.high);
  }
}

}  // namespace
}  // namespace roi::track_record_test
