#include "roi/scope_cash.h"

#include <gtest/gtest.h>

#include "unit/made.h"

namespace roi::scope_cash_test {
namespace {

// 1000 is paid first; 100 leads become 10 customers of 300 each, who pay at the end of month 1.
test::Made plan() { return test::Made(300).channel("a", 100, 1000); }

TEST(ScopeCashTest, WholeMonth_IsTheOneAtWhoseEndItIsPaidBack) {
  EXPECT_EQ(wholeMonth(0), 0U);
  EXPECT_EQ(wholeMonth(0.2), 1U);
  EXPECT_EQ(wholeMonth(3), 3U);
  EXPECT_EQ(wholeMonth(3 + 1e-12), 3U);
}

TEST(ScopeCashTest, Crossing_IsTheSumsAroundThePayback) {
  const Scenario s = plan().scenario();
  const ScopeCash cash(s, s.channels.size(), false);
  EXPECT_NEAR(cash.cash.payback.figure().value, 1.0 / 3, 1e-12);
  const auto crossing = crossingOf(cash.cash);
  ASSERT_TRUE(crossing);
  EXPECT_NEAR(crossing->before.value, -1000, 1e-9);
  EXPECT_NEAR(crossing->after.value, 2000, 1e-9);
}

TEST(ScopeCashTest, NeverPaidBack_HasNoCrossing) {
  const Scenario s = test::Made(10).channel("a", 100, 1000).scenario();
  const ScopeCash cash(s, 0, false);
  EXPECT_EQ(cash.cash.payback.figure().value, kNever);
  EXPECT_FALSE(crossingOf(cash.cash));
}

TEST(ScopeCashTest, InternalRate_IsTheMonthsGainTwelveTimesOver) {
  // 1000 becomes 1010 in a month
  const Scenario s = test::Made(101).channel("a", 100, 1000).scenario();
  const ScopeCash cash(s, 0, false);
  const InternalRate rate = internalRate(cash.cash);
  EXPECT_EQ(rate.roots, 1);
  EXPECT_NEAR(rate.yearly, 0.126825030131969720661, 1e-9);  // 1.01^12 - 1
}

TEST(ScopeCashTest, WithoutDiscountedYears_NothingIsDiscountedAway) {
  const Scenario s = plan().scenario();
  ScopeCash cash(s, 0, false);
  EXPECT_TRUE(discountedAway(cash).defined());
  EXPECT_EQ(discountedAway(cash).value, 0);
}

TEST(ScopeCashTest, WithoutRanges_ThereIsNoBand) {
  const Scenario s = plan().scenario();
  EXPECT_FALSE(cashBand(ScopeCash(s, 0, true), 1, 1024));
}

TEST(ScopeCashTest, Band_HoldsWhatWasTypedOfARange) {
  const Scenario s = plan().plan().worth({200, 450}).scenario();  // 200 and 450 are its P5 and P95
  const auto band = cashBand(ScopeCash(s, s.channels.size(), false), 1, 8192);
  ASSERT_TRUE(band);
  ASSERT_EQ(band->sums.size(), 13U);  // a year
  EXPECT_NEAR(band->sums[0].quantiles[0], -1000, 1e-9);
  EXPECT_NEAR(band->sums[0].quantiles[4], -1000, 1e-9);
  EXPECT_NEAR(band->sums[12].quantiles[0], 1000, 20);
  EXPECT_NEAR(band->sums[12].quantiles[2], 2000, 20);
  EXPECT_NEAR(band->sums[12].quantiles[4], 3500, 40);
  EXPECT_NEAR(band->worth.quantiles[2], 2000, 20);
  EXPECT_EQ(band->paidBack.probability, 1);
  EXPECT_NEAR(band->payback[0], 1000.0 / 4500, 0.01);
  EXPECT_NEAR(band->payback[1], 1000.0 / 3000, 0.01);
  EXPECT_NEAR(band->payback[2], 1000.0 / 2000, 0.01);
}

}  // namespace
}  // namespace roi::scope_cash_test
