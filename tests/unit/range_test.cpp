#include "roi/range.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "roi/elementary.h"
#include "unit/plan.h"

namespace roi::range_test {
namespace {

using test::near;

constexpr std::uint64_t kSeed = 20261125;

Quantity range(Scale scale, double low, std::optional<double> likely, double high) {
  Quantity q;
  q.scale = scale;
  q.low = low;
  q.likely = likely.value_or(0);
  q.likelyGiven = likely.has_value();
  q.high = high;
  Outcome<Quantity> made = makeQuantity(q);
  EXPECT_TRUE(std::holds_alternative<Quantity>(made)) << low << ' ' << high;
  return std::holds_alternative<Quantity>(made) ? std::get<Quantity>(made) : q;
}

Distribution distribution(Scale scale, double low, std::optional<double> likely, double high) {
  return Distribution(range(scale, low, likely, high));
}

void expectEnds(const Quantity& q) {
  const Distribution d(q);
  EXPECT_TRUE(near(d.at(-kZ95), q.low, 1e-12)) << d.at(-kZ95) << " is not " << q.low;
  EXPECT_TRUE(near(d.at(0), q.likely, 1e-12)) << d.at(0) << " is not " << q.likely;
  EXPECT_TRUE(near(d.at(kZ95), q.high, 1e-12)) << d.at(kZ95) << " is not " << q.high;
}

TEST(RangeTest, P5P50P95_AreLowLikelyHigh) {
  expectEnds(range(Scale::log, 40, 50, 60));
  expectEnds(range(Scale::log, 1, 2, 1000));
  expectEnds(range(Scale::log, 10, std::nullopt, 1000));
  expectEnds(range(Scale::logit, 0.02, 0.05, 0.3));
  expectEnds(range(Scale::logit, 0.4, std::nullopt, 0.9));
}

TEST(RangeTest, P5P50P95_HoldForRangesOfEveryWidth) {
  SCOPED_TRACE(kSeed);
  std::mt19937_64 generator(kSeed);
  const auto fraction = [&] { return static_cast<double>(generator() >> 11) * 0x1p-53; };
  for (int i = 0; i < 2000 && !HasFailure(); ++i) {
    const double low = std::pow(10, -9 + 15 * fraction());
    const double high = low * std::pow(10, 1e-6 + 6 * fraction());
    const double part = 0.01 + 0.98 * fraction();
    expectEnds(range(Scale::log, low, std::nullopt, high));
    expectEnds(range(Scale::log, low, low + (high - low) * part, high));
    const double from = 1e-9 + 0.9 * fraction();
    const double to = from + (0.9999 - from) * (0.001 + 0.999 * fraction());
    expectEnds(range(Scale::logit, from, std::nullopt, to));
    expectEnds(range(Scale::logit, from, from + (to - from) * part, to));
  }
}

TEST(RangeTest, RangesNextToTheEndsOfTheirScale_KeepTheirQuantiles) {
  expectEnds(range(Scale::log, 1e-9, 1e-8, 1e12));
  expectEnds(range(Scale::log, 1e-9, 1e11, 1e12));
  expectEnds(range(Scale::logit, 1e-9, std::nullopt, 2e-9));
  expectEnds(range(Scale::logit, 1e-9, 0.5, 1 - 1e-9));
  // next to 1 a rate is only known to as many digits as its distance from 1 has
  const Distribution d = distribution(Scale::logit, 1 - 2e-9, std::nullopt, 1 - 1e-9);
  EXPECT_NEAR(d.at(kZ95), 1 - 1e-9, 1e-15);
  EXPECT_LT(d.at(5), 1);
}

// Lognormal: median m and spread s give m e^(s z), whose mean is m e^(s²/2). With low 10 and high
// 1000, m is 100 and s is ln 10 / 1.6448536269514722 = 1.3998723673...

TEST(RangeTest, Lognormal_HasTheQuantilesOfTheClosedForm) {
  const Distribution d = distribution(Scale::log, 10, std::nullopt, 1000);
  const long double s = std::log(10.0L) / 1.6448536269514722L;
  // P25 and P75, P1 and P99: 100 e^(+-0.6744897501960817 s), 100 e^(+-2.3263478740408408 s)
  for (const double z :
       {-2.3263478740408408, -0.6744897501960817, 0.6744897501960817, 2.3263478740408408}) {
    EXPECT_TRUE(
        near(d.at(z), static_cast<double>(100 * std::exp(s * static_cast<long double>(z))), 1e-13))
        << z;
  }
  EXPECT_NEAR(d.at(0.6744897501960817), 257.0754778, 1e-7);  // 10^(2 + 0.67448975 / 1.64485363)
}

TEST(RangeTest, TwoPieces_HaveTheirOwnSpreadOnEitherSide) {
  // below: from 100 down to 50, a halving; above: to 900, times 9
  const Distribution d = distribution(Scale::log, 50, 100, 900);
  EXPECT_TRUE(near(d.at(-kZ95 / 2), 100 / std::sqrt(2.0), 1e-13));
  EXPECT_TRUE(near(d.at(-2 * kZ95), 25, 1e-13));
  EXPECT_TRUE(near(d.at(kZ95 / 2), 300, 1e-13));
  EXPECT_TRUE(near(d.at(2 * kZ95), 8100, 1e-13));
}

TEST(RangeTest, LogitNormal_MovesTheOddsByFactors) {
  // odds 1/9, 1/4, 1: below a factor 4/9 to z95, above a factor 4
  const Distribution d = distribution(Scale::logit, 0.1, 0.2, 0.5);
  EXPECT_TRUE(near(d.at(kZ95 / 2), 0.5 / 1.5, 1e-13));                  // odds 1/4 x 2
  EXPECT_TRUE(near(d.at(2 * kZ95), 4.0 / 5, 1e-13));                    // odds 1/4 x 16
  EXPECT_TRUE(near(d.at(-kZ95 / 2), (1.0 / 6) / (7.0 / 6), 1e-13));     // odds 1/4 x 2/3
  EXPECT_TRUE(near(d.at(-2 * kZ95), (4.0 / 81) / (85.0 / 81), 1e-13));  // odds 1/4 x 16/81
}

TEST(RangeTest, WithoutLikely_TheMiddleIsGeometricAndForRatesThatOfTheOdds) {
  EXPECT_DOUBLE_EQ(range(Scale::log, 4, std::nullopt, 9).likely, 6);
  EXPECT_DOUBLE_EQ(range(Scale::log, 1e-9, std::nullopt, 1e12).likely, std::sqrt(1e3));
  // odds 1/9 and 9/1 about 1; odds 1/4 and 9 about 3/2
  EXPECT_DOUBLE_EQ(range(Scale::logit, 0.1, std::nullopt, 0.9).likely, 0.5);
  EXPECT_DOUBLE_EQ(range(Scale::logit, 0.2, std::nullopt, 0.9).likely, 0.6);
}

TEST(RangeTest, LikelyStandsAsTyped) {
  for (const double likely : {40.0001, 50.0, 59.9999}) {
    const Quantity q = range(Scale::log, 40, likely, 60);
    EXPECT_EQ(q.likely, likely);
    EXPECT_EQ(Distribution(q).at(0), likely);
  }
}

TEST(RangeTest, SingleFigure_IsItselfEverywhere) {
  for (const Scale scale : {Scale::fixed, Scale::log, Scale::logit}) {
    for (const double figure : {0.0, 0.25, 1.0}) {
      const Distribution d = distribution(scale, figure, figure, figure);
      for (const double z : {-5.0, -1.0, 0.0, 1.0, 5.0}) EXPECT_EQ(d.at(z), figure);
      EXPECT_EQ(d.slope(true, figure), 0);
      EXPECT_EQ(d.slope(false, figure), 0);
    }
  }
}

TEST(RangeTest, StandardNormal_IsZItself) {
  const Distribution d = Distribution::standardNormal();
  for (const double z : {-5.0, -0.5, 0.0, 0.5, 5.0}) EXPECT_EQ(d.at(z), z);
  EXPECT_EQ(d.slope(true, -1), 1);
}

TEST(RangeTest, Slope_IsThatOfTheQuantileFunction) {
  const Distribution all[] = {
      distribution(Scale::log, 50, 100, 900), distribution(Scale::log, 3, std::nullopt, 4),
      distribution(Scale::logit, 0.1, 0.2, 0.5), distribution(Scale::logit, 0.9, 0.99, 0.999)};
  for (const Distribution& d : all) {
    for (const double z : {-3.0, -1.0, -0.01, 0.01, 1.0, 3.0}) {
      const double h = 1e-4 * std::fabs(z);
      const double difference = (d.at(z + h) - d.at(z - h)) / (2 * h);
      EXPECT_TRUE(near(d.slope(z < 0, d.at(z)), difference, 1e-6)) << z;
    }
  }
}

TEST(RangeTest, Quantiles_RiseWithZ) {
  const Distribution all[] = {distribution(Scale::log, 1e2, 1e6, 1e7),
                              distribution(Scale::logit, 0.01, 0.98, 0.99)};
  for (const Distribution& d : all) {
    for (double z = -6; z < 4; z += 0.125) EXPECT_LT(d.at(z), d.at(z + 0.125)) << z;
  }
}

// The range that is offered

Quantity offered(double figure, Scale scale) {
  Outcome<Quantity> made = widened(figure, scale);
  EXPECT_TRUE(std::holds_alternative<Quantity>(made)) << figure;
  return std::holds_alternative<Quantity>(made) ? std::get<Quantity>(made) : Quantity{};
}

void expectOffer(double figure, Scale scale, double low, double high) {
  const Quantity q = offered(figure, scale);
  EXPECT_DOUBLE_EQ(q.low, low) << figure;
  EXPECT_EQ(q.likely, figure);
  EXPECT_DOUBLE_EQ(q.high, high) << figure;
}

TEST(RangeTest, WidenedGuess_IsAFifthLessAndMoreRoundedToThreeDigits) {
  expectOffer(100, Scale::log, 80, 120);
  expectOffer(346, Scale::log, 277, 415);            // 276.8 and 415.2
  expectOffer(12'345, Scale::log, 9880, 14'800);     // 9876 and 14814
  expectOffer(0.0123, Scale::log, 0.00984, 0.0148);  // 0.00984 and 0.01476
}

TEST(RangeTest, WidenedRate_MovesByAFifthOfTheRarerOutcome) {
  expectOffer(0.5, Scale::logit, 0.4, 0.6);
  expectOffer(0.2, Scale::logit, 0.16, 0.24);
  expectOffer(0.02, Scale::logit, 0.016, 0.024);
  expectOffer(0.98, Scale::logit, 0.976, 0.984);
  expectOffer(0.9999, Scale::logit, 0.99988, 0.99992);
}

TEST(RangeTest, WidenedByMore_IsWider) {
  const Quantity q = std::get<Quantity>(widened(100, Scale::log, 0.5));
  EXPECT_EQ(q.low, 50);
  EXPECT_EQ(q.high, 150);
}

TEST(RangeTest, Widened_ServesEveryFigureInsideItsScale) {
  for (double figure = 1.1e-9; figure < 1e12; figure *= 1.7) {
    const Quantity q = offered(figure, Scale::log);
    EXPECT_LT(q.low, figure);
    EXPECT_LT(figure, q.high);
  }
  for (double odds = 1.1e-9; odds < 1e9; odds *= 1.3) {
    const double figure = odds / (1 + odds);
    const Quantity q = offered(figure, Scale::logit);
    EXPECT_LT(q.low, figure);
    EXPECT_LT(figure, q.high);
    EXPECT_LT(q.high, 1);
    EXPECT_GT(q.low, 0);
  }
}

TEST(RangeTest, Widened_StaysWithinWhatMayBeTyped) {
  expectOffer(9e11, Scale::log, 7.2e11, 1e12);
  expectOffer(1.2e-9, Scale::log, 1e-9, 1.44e-9);
  expectOffer(1.2e-9, Scale::logit, 1e-9, 1.44e-9);
}

TEST(RangeTest, Widened_RefusesTheEndsOfAScale) {
  const auto refused = [](double figure, Scale scale) {
    const Outcome<Quantity> made = widened(figure, scale);
    const Errors* errors = std::get_if<Errors>(&made);
    return errors && errors->size() == 1 && errors->front().code == ErrorCode::rangeEdge;
  };
  EXPECT_TRUE(refused(0, Scale::log));
  EXPECT_TRUE(refused(-5, Scale::log));
  EXPECT_TRUE(refused(0, Scale::logit));
  EXPECT_TRUE(refused(1, Scale::logit));
  EXPECT_TRUE(refused(1.5, Scale::logit));
  EXPECT_FALSE(refused(1.5, Scale::log));
  EXPECT_TRUE(refused(1e-9, Scale::log));
  EXPECT_TRUE(refused(1e-9, Scale::logit));
  EXPECT_TRUE(refused(1e12, Scale::log));
}

// The range that goes along with its likely value

Quantity range(double low, double likely, double high, Scale scale) {
  Quantity q;
  q.scale = scale;
  q.low = low;
  q.likely = likely;
  q.high = high;
  return q;
}

TEST(RangeTest, Moved_KeepsItsFactorsOrItsOdds) {
  const Quantity money = std::get<Quantity>(moved(range(80, 100, 150, Scale::log), 1000));
  EXPECT_EQ(money.low, 800);
  EXPECT_EQ(money.likely, 1000);
  EXPECT_EQ(money.high, 1500);
  // odds of 1/9 become 1: those of the ends, 2/23 and 3/22, become 18/23 and 27/22, of 41 and of 49
  const Quantity rate = std::get<Quantity>(moved(range(0.08, 0.1, 0.12, Scale::logit), 0.5));
  EXPECT_DOUBLE_EQ(rate.low, 0.439);   // 18/41 = 0.43902
  EXPECT_DOUBLE_EQ(rate.high, 0.551);  // 27/49 = 0.55102
}

TEST(RangeTest, Moved_KeepsARangeNarrowerThanItsRounding) {
  const Quantity q = std::get<Quantity>(moved(range(99.99, 100, 100.01, Scale::log), 200));
  EXPECT_NEAR(q.low, 199.98, 1e-9);
  EXPECT_NEAR(q.high, 200.02, 1e-9);
}

TEST(RangeTest, Moved_StaysWithinWhatMayBeTyped) {
  EXPECT_EQ(std::get<Quantity>(moved(range(80, 100, 150, Scale::log), 9e11)).high, 1e12);
  EXPECT_EQ(std::get<Quantity>(moved(range(50, 100, 150, Scale::log), 1.5e-9)).low, 1e-9);
  EXPECT_TRUE(std::holds_alternative<Errors>(moved(range(80, 100, 150, Scale::log), 0)));
  EXPECT_TRUE(std::holds_alternative<Errors>(moved(range(0.1, 0.2, 0.3, Scale::logit), 1)));
}

// Of 50..100..200 twice as wide is 25..400; 10, 20 and 40 % have odds of 1/9, 1/4 and 2/3, and
// twice as wide 4/81 and 16/9.
TEST(RangeTest, Stretched_EachSideIsSoManyTimesAsWideAndTheLikelyValueStays) {
  const Quantity count = std::get<Quantity>(stretched(range(Scale::log, 50, 100, 200), 2));
  EXPECT_EQ(count.low, 25);
  EXPECT_EQ(count.likely, 100);
  EXPECT_EQ(count.high, 400);
  const Quantity rate = std::get<Quantity>(stretched(range(Scale::logit, 0.1, 0.2, 0.4), 2));
  EXPECT_NEAR(rate.low, 4.0 / 85, 5e-5);  // to three digits
  EXPECT_EQ(rate.likely, 0.2);
  EXPECT_NEAR(rate.high, 16.0 / 25, 5e-4);
  const Quantity less = std::get<Quantity>(stretched(range(Scale::log, 25, 100, 400), 0.5));
  EXPECT_EQ(less.low, 50);
  EXPECT_EQ(less.high, 200);
}

TEST(RangeTest, StretchedBeyondWhatMayBeTyped_StaysWithinItOrIsRefused) {
  const Quantity wide = std::get<Quantity>(stretched(range(Scale::log, 1e-3, 1, 1e3), 1e3));
  EXPECT_EQ(wide.low, kSmallestAmount);
  EXPECT_EQ(wide.high, kLargestAmount);
  const auto certain = stretched(range(Scale::logit, 0.1, 0.5, 0.9), 1e3);
  ASSERT_TRUE(std::holds_alternative<Errors>(certain));
}

}  // namespace
}  // namespace roi::range_test
