#include "roi/metric.h"

#include <gtest/gtest.h>

#include <set>

namespace roi::metric_test {
namespace {

Metric at(std::size_t index) { return static_cast<Metric>(index); }

TEST(MetricTest, Id_FindsItsOwnMetricAndNoOther) {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const std::string_view id = info(at(i)).id;
    EXPECT_TRUE(ids.insert(id).second) << id;
    EXPECT_EQ(metricById(id), at(i)) << id;
  }
}

TEST(MetricTest, UnknownId_IsNothing) {
  for (const char* id : {"", "ROI", "roi ", "return_", "__proto__", "constructor"}) {
    EXPECT_EQ(metricById(id), std::nullopt) << id;
  }
}

TEST(MetricTest, Return_TravelsUnderItsOwnWord) { EXPECT_EQ(info(Metric::return_).id, "return"); }

TEST(MetricTest, Roi_IsARateAndRoasARatio) {
  EXPECT_EQ(info(Metric::roi).unit, Unit::rate);
  EXPECT_EQ(info(Metric::roas).unit, Unit::ratio);
  EXPECT_EQ(info(Metric::incrementalRoas).unit, Unit::ratio);
}

TEST(MetricTest, UnitCosts_AreMoneyAndBetterLower) {
  for (std::size_t i = 0; i < kMetrics; ++i) {
    if (info(at(i)).category != Category::unitCost) continue;
    EXPECT_EQ(info(at(i)).unit, Unit::money) << info(at(i)).id;
    EXPECT_EQ(info(at(i)).better, Better::lower) << info(at(i)).id;
  }
}

TEST(MetricTest, UnitCosts_SayTheirBasis) {
  for (std::size_t i = 0; i < kMetrics; ++i) {
    if (info(at(i)).category != Category::unitCost) continue;
    const std::string_view id = info(at(i)).id;
    EXPECT_TRUE(id.starts_with("adSpend") || id.starts_with("fullCost")) << id;
  }
}

TEST(MetricTest, BreakEven_TellsWhetherMoreOrLessIsBetter) {
  EXPECT_EQ(info(Metric::breakEvenCpl).better, Better::higher);
  EXPECT_EQ(info(Metric::breakEvenCpc).better, Better::higher);
  EXPECT_EQ(info(Metric::headroom).better, Better::higher);
  EXPECT_EQ(info(Metric::breakEvenCloseRate).better, Better::lower);
  EXPECT_EQ(info(Metric::breakEvenLeads).better, Better::lower);
  EXPECT_EQ(info(Metric::breakEvenRoas).better, Better::lower);
  EXPECT_EQ(info(Metric::breakEvenIncrementalRoas).better, Better::lower);
}

TEST(MetricTest, Results_AreAllButGoalFiguresInputsAndLines) {
  EXPECT_TRUE(isResult(Metric::impressions));
  EXPECT_TRUE(isResult(Metric::returnShare));
  EXPECT_FALSE(isResult(Metric::goalGap));
  EXPECT_FALSE(isResult(Metric::averageOrderValue));
  EXPECT_FALSE(isResult(Metric::costLine));
  EXPECT_FALSE(isResult(Metric::savings));  // of a plan that counts some, and of no channel
}

TEST(MetricTest, Names_AreThoseOfTheWire) {
  EXPECT_EQ(text(Unit::months), "months");
  EXPECT_EQ(text(Better::neither), "neither");
  EXPECT_EQ(text(Category::unitCost), "unitCost");
  EXPECT_EQ(text(Category::line), "line");
}

TEST(MetricTest, Sums_AreCountsAndMoneyAndNoRates) {
  EXPECT_TRUE(isSum(Metric::leads));
  EXPECT_TRUE(isSum(Metric::return_));
  EXPECT_FALSE(isSum(Metric::profit));
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto m = static_cast<Metric>(i);
    if (isSum(m)) {
      EXPECT_TRUE(info(m).unit == Unit::count || info(m).unit == Unit::money);
    }
  }
}

TEST(MetricTest, AddsUp_IsWhatALongerPeriodHasMoreOf) {
  for (const Metric m : {Metric::leads, Metric::cost, Metric::return_, Metric::profit}) {
    EXPECT_TRUE(addsUp(m)) << info(m).id;
  }
  for (const Metric m : {Metric::roi, Metric::closeRate, Metric::fullCostCpl, Metric::value}) {
    EXPECT_FALSE(addsUp(m)) << info(m).id;
  }
}

TEST(MetricTest, CostKinds_AreSumsOfMoneyThatAreBetterLower) {
  EXPECT_TRUE(isCostKind(Metric::adSpend));
  EXPECT_FALSE(isCostKind(Metric::sharedCosts));
  EXPECT_FALSE(isCostKind(Metric::cost));
  for (const Metric kind : costKinds()) {
    EXPECT_TRUE(isCostKind(kind) && isSum(kind)) << info(kind).id;
    EXPECT_EQ(info(kind).unit, Unit::money) << info(kind).id;
    EXPECT_EQ(info(kind).better, Better::lower) << info(kind).id;
  }
  EXPECT_EQ(costKinds().size(), 6U);
}

}  // namespace
}  // namespace roi::metric_test
