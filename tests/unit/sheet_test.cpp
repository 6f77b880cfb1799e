#include "roi/sheet.h"

#include <gtest/gtest.h>

#include <cstring>

#include "unit/plan.h"

namespace roi::sheet_test {
namespace {

using enum Metric;
using test::is;
using test::lacks;
using test::Made;
using test::Plan;

Made twoChannels() {
  return Made(200)
      .channel("a", {{leads, 100}})
      .adSpend(1000)
      .channel("b", {{leads, 300}})
      .adSpend(500);
}

TEST(SheetTest, Totals_DivideSumsAndNeverAverageRatios) {
  Plan plan(twoChannels());
  EXPECT_TRUE(is(plan.channel(0, Metric::roi), 1));   // (2000 - 1000) / 1000
  EXPECT_TRUE(is(plan.channel(1, Metric::roi), 11));  // (6000 - 500) / 500
  EXPECT_TRUE(is(plan.total(Metric::roi), 6500.0 / 1500));
  EXPECT_TRUE(is(plan.total(Metric::adSpendCpl), 1500.0 / 400));
  EXPECT_TRUE(is(plan.total(Metric::roas), 8000.0 / 1500));
}

TEST(SheetTest, TotalRates_FollowFromTotalCounts) {
  Plan plan(Made()
                .channel("a", {{impressions, 1000}, {clicks, 100}, {leads, 10}, {customers, 1}})
                .channel("b", {{impressions, 9000}, {clicks, 100}, {leads, 40}, {customers, 9}}));
  EXPECT_TRUE(is(plan.total(Metric::ctr), 0.02));
  EXPECT_TRUE(is(plan.total(Metric::conversionRate), 0.25));
  EXPECT_TRUE(is(plan.total(Metric::closeRate), 0.2));
}

TEST(SheetTest, TotalValueMarginAndShare_AreWeightedByTheirChannels) {
  Plan plan(Made()
                .channel("a", {{customers, 10}, {incrementalShare, 0.5}, {margin, 0.2}})
                .worth(100)
                .channel("b", {{customers, 15}, {incrementalShare, 1}, {margin, 0.6}})
                .worth(300));
  // incremental customers 5 + 15, revenue 500 + 4500, return 100 + 2700
  EXPECT_TRUE(is(plan.total(Metric::incrementalShare), 0.8));
  EXPECT_TRUE(is(plan.total(Metric::value), 250));
  EXPECT_TRUE(is(plan.total(Metric::margin), 0.56));
  EXPECT_TRUE(is(plan.total(Metric::returnPerCustomer), 112));
}

TEST(SheetTest, LeftOutChannel_KeepsItsCostAndAddsNoReturn) {
  Plan plan(Made()
                .worth(200)
                .channel("a", {{leads, 100}, {closeRate, 0.1}})
                .adSpend(1000)
                .channel("brand", {{impressions, 5000}})
                .adSpend(600));
  EXPECT_TRUE(is(plan.total(Metric::cost), 1600));
  EXPECT_TRUE(is(plan.total(Metric::return_), 2000));
  EXPECT_TRUE(is(plan.total(Metric::profit), 400));
  EXPECT_TRUE(is(plan.total(Metric::roi), 0.25));
  EXPECT_TRUE(lacks(plan.total(Metric::leads), "missing:leads"));
  EXPECT_TRUE(lacks(plan.channel(1, Metric::return_), "missing:leads"));
}

TEST(SheetTest, OneDiscountedYear_NeedsNeitherRetentionNorDiscountRate) {
  const auto total = [](const std::vector<double>& years) {
    Plan plan(Made()
                  .channel("a", {{customers, 10}})
                  .worth(50)
                  .channel("b", {{customers, 4}})
                  .valued(ValueMode::discounted)
                  .yearly(years));
    return plan.total(return_);
  };
  EXPECT_TRUE(is(total({100}), 10 * 50 + 4 * 100));
  EXPECT_TRUE(is(total({100, 80}), 10 * 50));  // the second year's worth is not known
}

TEST(SheetTest, ChannelThatLacksOnlyItsMargin_KeepsItsRevenueInTheTotal) {
  Plan plan(Made()
                .worth(100)
                .channel("a", {{customers, 10}, {margin, 0.5}})
                .channel("b", {{customers, 4}}));
  EXPECT_TRUE(is(plan.total(Metric::revenue), 1400));
  EXPECT_TRUE(is(plan.total(Metric::return_), 500));
}

TEST(SheetTest, EverybodyWithoutReturn_LeavesTheTotalUndefined) {
  Plan plan(Made(200).channel("a").cost(tools, 50).channel("b"));
  EXPECT_TRUE(lacks(plan.total(Metric::return_), "missing:leads"));
  EXPECT_TRUE(lacks(plan.total(Metric::roi), "missing:leads"));
  EXPECT_TRUE(is(plan.total(Metric::cost), 50));
}

TEST(SheetTest, UndefinedPartOfASum_MakesTheTotalUndefinedWithItsReason) {
  Plan plan(Made()
                .with(closeRate, 0.1)
                .channel("a", {{leads, 10}})
                .subscription(30, 0)
                .channel("b", {{leads, 10}})
                .worth(100));
  EXPECT_TRUE(lacks(plan.channel(0, Metric::return_), "zero:monthlyChurn"));
  EXPECT_TRUE(lacks(plan.total(Metric::return_), "zero:monthlyChurn"));
}

TEST(SheetTest, FirstUndefinedChannel_GivesTheReason) {
  Plan plan(Made().channel("a", {{conversionRate, 0.5}}).channel("b", {{margin, 0.5}}));
  EXPECT_TRUE(lacks(plan.channel(0, Metric::leads), "missing:clicks"));
  EXPECT_TRUE(lacks(plan.channel(1, Metric::leads), "missing:leads"));
  EXPECT_TRUE(lacks(plan.total(Metric::leads), "missing:clicks"));
}

TEST(SheetTest, Shares_SumToOne) {
  Plan plan(twoChannels());
  EXPECT_TRUE(is(plan.channel(0, Metric::costShare), 2.0 / 3));
  EXPECT_TRUE(is(plan.channel(1, Metric::costShare), 1.0 / 3));
  EXPECT_TRUE(is(plan.channel(0, Metric::returnShare), 0.25));
  EXPECT_TRUE(is(plan.channel(1, Metric::returnShare), 0.75));
  EXPECT_TRUE(is(plan.total(Metric::costShare), 1));
}

TEST(SheetTest, OrderOfAsking_ChangesNoBit) {
  const Scenario s = twoChannels().scenario();
  Sheet<Figure<>> forward(s);
  Sheet<Figure<>> backward(s);
  std::vector<Figure<>> figures((forward.total() + 1) * kMetrics);
  for (std::size_t i = figures.size(); i-- > 0;) {
    figures[i] = backward(i / kMetrics, static_cast<Metric>(i % kMetrics));
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure<>& figure = forward(i / kMetrics, static_cast<Metric>(i % kMetrics));
    EXPECT_EQ(std::memcmp(&figure.value, &figures[i].value, sizeof(double)), 0) << i;
    EXPECT_EQ(figure.why, figures[i].why) << i;
  }
}

TEST(SheetTest, SumOfNothing_IsZero) {
  Plan plan(Made().channel("a"));
  EXPECT_TRUE(is(plan.channel(0, Metric::tools), 0));
  EXPECT_TRUE(is(plan.channel(0, Metric::cost), 0));
  EXPECT_TRUE(lacks(plan.channel(0, Metric::costShare), "zero:cost"));
}

}  // namespace
}  // namespace roi::sheet_test
