#include "roi/cash_flow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "property/random_document.h"
#include "unit/plan.h"

namespace roi {
namespace {

using enum Metric;
using test::Json;

/// A channel that returns 1200 for 300 of ads and 60 of tools over a quarter.
Json quarter(const std::string& time,
             const std::string& value = R"("mode":"revenue","revenuePerCustomer":100)") {
  return test::documentOf(R"({"period":{"kind":"quarter"},"value":{)" + value + R"(},"time":{)" +
                          time + R"(},"channels":[{"id":"a","customers":12,"costs":[
    {"kind":"adSpend","amount":300},{"kind":"tools","amount":60}]}]})");
}

std::vector<double> valuesOf(const std::vector<Figure<>>& figures) {
  std::vector<double> values;
  for (const Figure<>& f : figures) {
    EXPECT_TRUE(f.defined()) << text(f.why);
    values.push_back(f.value);
  }
  return values;
}

std::vector<double> flowOfTotal(const Json& document) {
  const json::Document decoded = test::decoded(document);
  Sheet<Figure<>> sheet(decoded.front().scenario);
  return valuesOf(cashFlow(sheet, sheet.total()));
}

void expectFlow(const std::vector<double>& flow, const std::vector<double>& expected) {
  ASSERT_EQ(flow.size(), expected.size());
  for (std::size_t t = 0; t < flow.size(); ++t) EXPECT_NEAR(flow[t], expected[t], 1e-10) << t;
}

TEST(CashFlowTest, ToolsArePaidFirstAndTheRestEvenlyOverThePeriod) {
  expectFlow(flowOfTotal(quarter(R"("horizonMonths":4)")), {-60, 300, 300, 300, 0});
}

TEST(CashFlowTest, Lag_PutsReturnsOff) {
  expectFlow(flowOfTotal(quarter(R"("horizonMonths":6,"lagMonths":2)")),
             {-60, -100, -100, 400 - 100, 400, 400, 0});
  // a month and a half: half of each month's sales a month later
  expectFlow(flowOfTotal(quarter(R"("horizonMonths":5,"lagMonths":1.5)")),
             {-60, -100, 200 - 100, 400 - 100, 400, 200});
}

TEST(CashFlowTest, Ramp_LetsFewerComeInAtFirst) {
  // over two months the rate rises to full: areas 1/4, 3/4 and 1 of 2
  expectFlow(flowOfTotal(quarter(R"("horizonMonths":3,"rampMonths":2)")),
             {-60, 150 - 100, 450 - 100, 600 - 100});
}

TEST(CashFlowTest, Retention_SpreadsEachMonthsSalesOverThoseThatFollow) {
  // weights 1, 1.5, 1.75, 0.875 of 5.125
  expectFlow(flowOfTotal(quarter(R"("horizonMonths":4,"monthlyRetention":0.5)")),
             {-60, 1200 / 5.125 - 100, 1800 / 5.125 - 100, 2100 / 5.125 - 100, 1050 / 5.125});
  // a subscription's churn of a half does the same
  expectFlow(
      flowOfTotal(quarter(R"("horizonMonths":4)",
                          R"("mode":"subscription","revenuePerMonth":50,"monthlyChurn":0.5)")),
      {-60, 1200 / 5.125 - 100, 1800 / 5.125 - 100, 2100 / 5.125 - 100, 1050 / 5.125});
}

TEST(CashFlowTest, SubscriptionOfUnknownChurn_AddsItsCostAlone) {
  const std::string known = R"({"id":"a","customers":12,
    "value":{"mode":"revenue","revenuePerCustomer":100},"costs":[{"kind":"adSpend","amount":300}]})";
  const std::string unknown = R"({"id":"b","customers":5,
    "value":{"mode":"subscription","revenuePerMonth":9},"costs":[{"kind":"adSpend","amount":60}]})";
  for (const std::string& channels : {known + "," + unknown, unknown + "," + known}) {
    SCOPED_TRACE(channels);
    expectFlow(flowOfTotal(test::documentOf(R"({"period":{"kind":"quarter"},
      "time":{"horizonMonths":4},"channels":[)" +
                                            channels + "]}")),
               {0, 400 - 120, 400 - 120, 400 - 120, 0});
  }
}

TEST(CashFlowTest, Horizon_IsAYearAndCoversPeriodAndLag) {
  const auto months = [](const Json& document) {
    return horizonMonths(test::decoded(document).front().scenario);
  };
  EXPECT_EQ(months(quarter("")), 12U);
  EXPECT_EQ(months(quarter(R"("horizonMonths":1)")), 3U);
  EXPECT_EQ(months(quarter(R"("horizonMonths":4.2)")), 5U);
  EXPECT_EQ(months(quarter(R"("lagMonths":20.5)")), 22U);
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(CashFlowTest, Schedules_SumToOne) {
  for (const char* time : {R"("rampMonths":2.5,"lagMonths":1.3)", R"("lagMonths":11.9)",
                           R"("rampMonths":120,"lagMonths":120,"horizonMonths":1)", ""}) {
    const json::Document document = test::decoded(quarter(time));
    const Schedule s = schedule(document.front().scenario, 0);
    EXPECT_NEAR(sum(s.spending), 1, 1e-14) << time;
    EXPECT_NEAR(sum(s.sales), 1, 1e-14) << time;
  }
}

TEST(CashFlowTest, FlowsOfRandomPlans_AddUpToTheProfit) {
  int compared = 0;
  for (std::uint64_t seed = 20261125; seed < 20261125 + 80; ++seed) {
    SCOPED_TRACE(seed);
    Json document = test::randomDocument(seed);
    Json& s = document["scenarios"][0];
    s["time"] = {{"lagMonths", seed % 5 * 0.7}, {"rampMonths", seed % 4}};
    if (seed % 3 == 0) s["time"]["monthlyRetention"] = 0.9;
    s["channels"][0]["time"] = {{"lagMonths", seed % 7}};
    const json::Document decoded = test::decoded(document);
    Sheet<Figure<>> sheet(decoded.front().scenario);
    for (std::size_t scope = 0; scope <= sheet.total(); ++scope) {
      const Figure<> all = cumulative(cashFlow(sheet, scope)).back();
      const Figure<> worth = sheet(scope, profit);
      ASSERT_EQ(all.defined(), worth.defined()) << scope << text(all.why) << text(worth.why);
      if (!all.defined()) continue;
      ++compared;
      EXPECT_NEAR(all.value, worth.value,
                  1e-12 * (sheet(scope, return_).value + sheet(scope, cost).value));
    }
  }
  EXPECT_GT(compared, 150);
}

TEST(CashFlowTest, NetPresentValue_IsTheSpreadsheets) {
  // month 0 counts in full: -1000 + 300 v + 400 v² + 500 v³ with v = 1.1^(-1/12)
  const std::vector<Figure<>> flow = {{-1000, {}}, {300, {}}, {400, {}}, {500, {}}};
  double expected = 0;
  for (std::size_t t = 0; t < flow.size(); ++t) {
    expected += flow[t].value / std::pow(1.1, static_cast<double>(t) / 12);
  }
  EXPECT_NEAR(netPresentValue(flow, Figure<>{std::pow(1.1, -1.0 / 12), {}}).value, expected, 1e-10);
  EXPECT_EQ(netPresentValue(flow, Figure<>{1, {}}).value, 200);
  EXPECT_EQ(netPresentValue(flow, Figure<>{0, {}}).value, -1000);
}

TEST(CashFlowTest, Payback_IsWhereTheSumTurnsPositiveForGood) {
  const auto at = payback({-100, -40, 20, 80});
  ASSERT_TRUE(at);
  EXPECT_NEAR(at->months, 1 + 40.0 / 60, 1e-15);
  EXPECT_EQ(at->whole, 2U);
  const auto exactly = payback({-100, 0, 50});
  ASSERT_TRUE(exactly);
  EXPECT_EQ(exactly->months, 1);
  EXPECT_EQ(exactly->whole, 1U);
  const auto twice = payback({-10, 5, -10, 10});  // positive in between does not count
  ASSERT_TRUE(twice);
  EXPECT_EQ(twice->months, 2.5);
  EXPECT_EQ(twice->whole, 3U);
  const auto always = payback({10, 20});
  ASSERT_TRUE(always);
  EXPECT_EQ(always->months, 0);
  EXPECT_EQ(always->whole, 0U);
  EXPECT_FALSE(payback({-10, -5, -1}));
  EXPECT_FALSE(payback({10, 20, -1}));
}

}  // namespace
}  // namespace roi
