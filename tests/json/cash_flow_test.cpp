// What a reply says of cash over time.

#include <gtest/gtest.h>

#include <cmath>

#include "golden/files.h"
#include "json/api.h"
#include "json/document.h"

namespace roi::cash_flow_test {
namespace {

using test::Json;

/// A channel that returns 1200 for 300 of ads and 60 of tools over a quarter.
Json quarter(const std::string& time,
             const std::string& value = R"("mode":"revenue","revenuePerCustomer":100)") {
  return test::documentOf(R"({"period":{"kind":"quarter"},"value":{)" + value + R"(},"time":{)" +
                          time + R"(},"channels":[{"id":"a","customers":12,"costs":[
    {"kind":"adSpend","amount":300},{"kind":"tools","amount":60}]}]})");
}

/// The answer about the total.
Json totalOf(const Json& document) {
  const Json reply = test::parsed(json::cashFlow(Json{{"document", document}}.dump()));
  EXPECT_TRUE(reply["ok"]) << reply.dump();
  return reply["value"]["total"];
}

TEST(CashFlowTest, Reply_SaysWhatTheCashComesTo) {
  // 12 customers bring 60, then half of 24, in all 864; their value counts 60 + 12 / 1.25
  const Json years = totalOf(quarter(R"("horizonMonths":27)", R"("mode":"discounted",
      "yearlyRevenue":[60,24],"retention":0.5,"discountRate":0.25)"));
  EXPECT_NEAR(years["profit"], 12 * (60 + 9.6) - 360, 1e-10);
  EXPECT_NEAR(years["discountedAway"], 864 - 12 * 69.6, 1e-10);
  EXPECT_NEAR(years["months"][1], 4 * 60.0 / 12 - 100, 1e-10);
  EXPECT_NEAR(years["cumulative"][27], 864 - 360, 1e-10);
  EXPECT_NEAR(years["stillToCome"], 0, 1e-10);
  // 60 go out, then 300 come in each month, worth v and v² as much after one and two
  const Json total = totalOf(quarter(R"("horizonMonths":2,"discountRate":0.25)"));
  const double v = std::pow(1.25, -1.0 / 12);
  EXPECT_NEAR(total["payback"]["months"], 0.2, 1e-12);
  EXPECT_EQ(total["payback"]["whole"], 1);
  EXPECT_NEAR(total["crossing"]["before"], -60, 1e-10);
  EXPECT_NEAR(total["crossing"]["after"], 240, 1e-10);
  EXPECT_NEAR(total["discountedPayback"]["months"], 60 / (300 * v), 1e-9);
  EXPECT_NEAR(total["netPresentValueWithin"], -60 + 300 * (v + v * v), 1e-9);
  EXPECT_NEAR(total["netPresentValue"], -60 + 300 * (v + v * v + v * v * v), 1e-9);
  EXPECT_NEAR(total["stillToCome"], 300, 1e-10);
}

TEST(CashFlowTest, SavingsThatCountFallEvenlyOverThePeriod) {
  // tests/golden/savings/source.md says by hand what comes out
  const Json total =
      totalOf(test::parsed(test::contents(test::repository("tests/golden/savings/scenario.json"))));
  EXPECT_NEAR(total["profit"], 2400, 1e-10);
  EXPECT_NEAR(total["months"][0], -600, 1e-10);
  for (const int month : {1, 2, 3}) EXPECT_NEAR(total["months"][month], 1000, 1e-10);
  EXPECT_NEAR(total["cumulative"][12], 2400, 1e-10);
  EXPECT_NEAR(total["payback"]["months"], 0.6, 1e-12);
  EXPECT_NEAR(total["netPresentValue"], 2340.985207, 1e-6);
  EXPECT_NEAR(total["discountedPayback"]["months"], 600 * 1.01 / 1000, 1e-12);
  EXPECT_FALSE(total.contains("band"));  // the range is of a saving that does not count
}

TEST(CashFlowTest, TheRestOfAYearlyLicenceIsNamedAndCountsNowhere) {
  Json document = quarter(R"("horizonMonths":4)");
  Json& costs = document["scenarios"][0]["channels"][0]["costs"];
  costs[1] = {{"kind", "tools"}, {"amount", 480}, {"share", 0.5}, {"period", {{"kind", "year"}}}};
  const auto answer = [&] {
    return test::parsed(json::cashFlow(Json{{"document", document}}.dump()))["value"];
  };
  // half of 480 a year: 60 for the quarter, 180 for the other three
  EXPECT_NEAR(answer()["alsoDue"], 180, 1e-10);
  EXPECT_NEAR(answer()["total"]["months"][0], -60, 1e-10);
  costs[1]["paid"] = "monthly";
  EXPECT_FALSE(answer().contains("alsoDue"));
}

TEST(CashFlowTest, PaybackAfterFiftyYearsIsLater_AndOfALossNever) {
  const auto back = [](double cost) {
    // 1 a month for 100 years
    return totalOf(test::documentOf(
        R"({"value":{"mode":"orders","averageOrderValue":1,"ordersPerYear":12,"years":100},
      "channels":[{"id":"a","customers":1,"costs":[{"kind":"adSpend","amount":)" +
        std::to_string(cost) + "}]}]}"))["payback"];
  };
  EXPECT_NEAR(back(599)["months"], 599, 1e-9);
  EXPECT_EQ(back(601), Json({{"later", true}}));
  EXPECT_EQ(back(1201), Json({{"never", true}}));
}

TEST(CashFlowTest, RatesThatAreNoneSayWhy) {
  const Json open = totalOf(quarter("", R"("mode":"subscription","revenuePerMonth":9,
      "monthlyChurn":0.1)"));
  EXPECT_EQ(open["annualisedRoi"], Json({{"undefined", "missing:end"}}));
  const Json quick = totalOf(quarter(R"("horizonMonths":3)"));
  EXPECT_EQ(quick["irr"].is_number(), true);
  // ROI 840 / 360 in a quarter
  EXPECT_NEAR(quick["annualisedRoi"], std::pow(1 + 840.0 / 360, 4) - 1, 1e-9);
  Json free = quarter("");
  free["scenarios"][0]["channels"][0]["costs"] = Json::array();
  EXPECT_EQ(totalOf(free)["irr"], Json({{"undefined", "none:irr"}}));
  EXPECT_EQ(totalOf(free)["annualisedRoi"], Json({{"undefined", "zero:cost"}}));
}

TEST(CashFlowTest, RateOfAChannelIsOfItsOwnCash) {
  const Json document = test::documentOf(R"({"period":{"kind":"quarter"},"channels":[
    {"id":"a","customers":12,"value":{"mode":"revenue","revenuePerCustomer":100},
     "costs":[{"kind":"adSpend","amount":300}]},
    {"id":"b","customers":12,"time":{"lagMonths":9},
     "value":{"mode":"revenue","revenuePerCustomer":100},
     "costs":[{"kind":"adSpend","amount":300}]},
    {"id":"c","customers":12,"value":{"mode":"subscription","revenuePerMonth":9,"monthlyChurn":0.1},
     "costs":[{"kind":"adSpend","amount":300}]}]})");
  const Json request = {{"document", document}, {"channels", true}};
  const Json channels = test::parsed(json::cashFlow(request.dump()))["value"]["channels"];
  // 1 200 for 300, by the end of the quarter and by that of the year
  EXPECT_NEAR(channels[0]["annualisedRoi"], std::pow(4, 4) - 1, 1e-9);
  EXPECT_NEAR(channels[1]["annualisedRoi"], 3, 1e-12);
  EXPECT_EQ(channels[2]["annualisedRoi"], Json({{"undefined", "missing:end"}}));
}

}  // namespace
}  // namespace roi::cash_flow_test
