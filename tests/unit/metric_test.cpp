#include "roi/metric.h"

#include <gtest/gtest.h>

#include <set>

namespace roi {
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
}

TEST(MetricTest, Names_AreThoseOfTheWire) {
  EXPECT_EQ(text(Unit::months), "months");
  EXPECT_EQ(text(Better::neither), "neither");
  EXPECT_EQ(text(Category::unitCost), "unitCost");
  EXPECT_EQ(text(Category::line), "line");
}

}  // namespace
}  // namespace roi
