#include "roi/cash_flow.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <random>

#include "json/api.h"
#include "json/document.h"
#include "property/random_document.h"
#include "unit/files.h"

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

/// The answer about the total.
Json totalOf(const Json& document) {
  const Json reply = test::parsed(json::cashFlow(Json{{"document", document}}.dump()));
  EXPECT_TRUE(reply["ok"]) << reply.dump();
  return reply["value"]["total"];
}

void expectFlow(const Json& document, const std::vector<double>& expected) {
  const Json total = totalOf(document);
  ASSERT_EQ(total["months"].size(), expected.size());
  for (std::size_t t = 0; t < expected.size(); ++t) {
    EXPECT_NEAR(total["months"][t], expected[t], 1e-10) << t;
  }
}

TEST(CashFlowTest, ToolsArePaidFirstAndTheRestEvenlyOverThePeriod) {
  expectFlow(quarter(R"("horizonMonths":4)"), {-60, 300, 300, 300, 0});
}

TEST(CashFlowTest, ALineIsPaidWhenItSays) {
  Json document = quarter(R"("horizonMonths":4)");
  Json& costs = document["scenarios"][0]["channels"][0]["costs"];
  costs[0]["paid"] = "end";
  costs[1]["paid"] = "monthly";
  costs.push_back({{"kind", "fees"}, {"amount", 90}, {"paid", "first"}});
  expectFlow(document, {-90, 380, 380, 380 - 300, 0});
  costs[0]["paid"] = "first";
  expectFlow(document, {-390, 380, 380, 380, 0});
  document["scenarios"][0]["sharedCosts"] = {
      {{"kind", "tools"}, {"amount", 30}, {"paid", "end"}, {"allocation", {{"rule", "equally"}}}}};
  expectFlow(document, {-390, 380, 380, 350, 0});
}

TEST(CashFlowTest, AdSpendWithinAFeeIsPaidWithTheFeeAlone) {
  expectFlow(test::documentOf(R"({"period":{"kind":"quarter"},"time":{"horizonMonths":3},
      "value":{"mode":"revenue","revenuePerCustomer":100},"channels":[{"id":"a","customers":12,
      "costs":[{"kind":"adSpend","amount":300,"paid":"first"},
               {"kind":"fees","amount":600,"includesAdSpend":true}]}]})"),
             {0, 200, 200, 200});
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

TEST(CashFlowTest, Lag_PutsReturnsOff) {
  expectFlow(quarter(R"("horizonMonths":6,"lagMonths":2)"),
             {-60, -100, -100, 400 - 100, 400, 400, 0});
  // a month and a half: half of each month's sales a month later
  expectFlow(quarter(R"("horizonMonths":5,"lagMonths":1.5)"),
             {-60, -100, 200 - 100, 400 - 100, 400, 200});
}

TEST(CashFlowTest, Ramp_LetsFewerComeInAtFirst) {
  // over two months the rate rises to full: areas 1/4, 3/4 and 1 of 2
  expectFlow(quarter(R"("horizonMonths":3,"rampMonths":2)"),
             {-60, 150 - 100, 450 - 100, 600 - 100});
}

TEST(CashFlowTest, Retention_LetsASaleComeInBitByBit) {
  // half of each month's 400 at once, then half of the rest each month: never rescaled
  expectFlow(quarter(R"("horizonMonths":4,"monthlyRetention":0.5)"),
             {-60, 200 - 100, 300 - 100, 350 - 100, 175});
  // a subscription's churn of a half does the same: 12 x 50 / 0.5
  expectFlow(quarter(R"("horizonMonths":4)",
                     R"("mode":"subscription","revenuePerMonth":50,"monthlyChurn":0.5)"),
             {-60, 200 - 100, 300 - 100, 350 - 100, 175});
  // nothing would ever come in if all stayed: the sale counts at once
  expectFlow(quarter(R"("horizonMonths":3,"monthlyRetention":1)"), {-60, 300, 300, 300});
}

TEST(CashFlowTest, OrdersAndYearlyRevenuesIgnoreTheShareThatStaysOfASale) {
  const std::string orders =
      R"("mode":"orders","averageOrderValue":50,"ordersPerYear":8,"years":0.25)";
  // 100 a customer over three months from the purchase on
  const double each = 1200.0 / 9;
  const std::vector<double> flow = {-60,  each - 100, 2 * each - 100, 3 * each - 100, 2 * each,
                                    each, 0};
  expectFlow(quarter(R"("horizonMonths":6)", orders), flow);
  expectFlow(quarter(R"("horizonMonths":6,"monthlyRetention":0.5)", orders), flow);
}

TEST(CashFlowTest, YearlyRevenues_ComeInTheirYearsUndiscounted) {
  const Json document = quarter(R"("horizonMonths":27)", R"("mode":"discounted",
      "yearlyRevenue":[60,24],"retention":0.5,"discountRate":0.25)");
  const Json total = totalOf(document);
  // 12 customers bring 60, then half of 24, in all 864; their value counts 60 + 12 / 1.25
  EXPECT_NEAR(total["profit"], 12 * (60 + 9.6) - 360, 1e-10);
  EXPECT_NEAR(total["discountedAway"], 864 - 12 * 69.6, 1e-10);
  EXPECT_NEAR(total["months"][1], 4 * 60.0 / 12 - 100, 1e-10);
  EXPECT_NEAR(total["months"][12], 12 * 60.0 / 12, 1e-10);
  EXPECT_NEAR(total["months"][13], (8 * 60.0 + 4 * 12.0) / 12, 1e-10);
  EXPECT_NEAR(total["months"][26], 4 * 12.0 / 12, 1e-10);
  EXPECT_NEAR(total["cumulative"][27], 864 - 360, 1e-10);
  EXPECT_NEAR(total["stillToCome"], 0, 1e-10);
}

TEST(CashFlowTest, SubscriptionOfUnknownChurn_AddsItsCostAlone) {
  const std::string known = R"({"id":"a","customers":12,
    "value":{"mode":"revenue","revenuePerCustomer":100},"costs":[{"kind":"adSpend","amount":300}]})";
  const std::string unknown = R"({"id":"b","customers":5,
    "value":{"mode":"subscription","revenuePerMonth":9},"costs":[{"kind":"adSpend","amount":60}]})";
  for (const std::string& channels : {known + "," + unknown, unknown + "," + known}) {
    SCOPED_TRACE(channels);
    expectFlow(test::documentOf(R"({"period":{"kind":"quarter"},
      "time":{"horizonMonths":4},"channels":[)" +
                                channels + "]}"),
               {0, 400 - 120, 400 - 120, 400 - 120, 0});
  }
}

TEST(CashFlowTest, Horizon_IsAYearOrThePeriodUnlessStated) {
  const auto months = [](const Json& document) {
    return horizonMonths(test::decoded(document).front().scenario);
  };
  EXPECT_EQ(months(quarter("")), 12U);
  EXPECT_EQ(months(quarter(R"("horizonMonths":1)")), 1U);
  EXPECT_EQ(months(quarter(R"("horizonMonths":4.2)")), 5U);
  EXPECT_EQ(months(quarter(R"("lagMonths":20.5)")), 12U);
  Json long_ = quarter("");
  long_["scenarios"][0]["period"] = {{"kind", "months"}, {"months", 18.5}};
  EXPECT_EQ(months(long_), 19U);
}

TEST(CashFlowTest, HorizonOnlyCutsThePicture) {
  for (const char* value :
       {R"("mode":"revenue","revenuePerCustomer":100)",
        R"("mode":"subscription","revenuePerMonth":9,"monthlyChurn":0.05)",
        R"("mode":"orders","averageOrderValue":9,"ordersPerYear":4,"years":3)"}) {
    SCOPED_TRACE(value);
    const Json year = totalOf(quarter(R"("discountRate":0.1,"lagMonths":4)", value));
    for (const char* months : {"2", "5", "40", "600"}) {
      const std::string time = R"("discountRate":0.1,"lagMonths":4,"horizonMonths":)";
      const Json other = totalOf(quarter(time + months, value));
      EXPECT_EQ(other["payback"], year["payback"]) << months;
      EXPECT_EQ(other["discountedPayback"], year["discountedPayback"]) << months;
      EXPECT_NEAR(other["netPresentValue"], year["netPresentValue"].get<double>(), 1e-9) << months;
      EXPECT_NEAR(other["cumulative"].back().get<double>() + other["stillToCome"].get<double>(),
                  year["profit"].get<double>(), 1e-9)
          << months;
    }
  }
}

// The figures of a finance director, worked out month by month by hand or in a spreadsheet.

TEST(CashFlowTest, SaasExample_IsPaidBackInItsSecondYear) {
  Json document = test::parsed(test::contents(test::repository("web/src/plan/presets/saas.json")));
  document["scenarios"][0]["time"] = {{"discountRate", 0.1}};
  const Json total = totalOf(document);
  EXPECT_NEAR(total["payback"]["months"], 13.64, 0.005);
  EXPECT_NEAR(total["cumulative"][12], -3490, 0.5);
  EXPECT_NEAR(total["netPresentValue"], 41'220, 0.5);
  EXPECT_NEAR(total["netPresentValueWithin"], -4549, 0.5);
}

TEST(CashFlowTest, CustomerWhoChurns_PaysBackLaterThanTheSimpleSum) {
  Json scenario = test::parsed(R"({"margin":0.8,
    "value":{"mode":"subscription","revenuePerMonth":50,"monthlyChurn":0.04},
    "channels":[{"id":"a","customers":1,"costs":[{"kind":"adSpend","amount":300}]}]})");
  for (const double horizon : {1, 12, 36}) {
    scenario["time"] = {{"horizonMonths", horizon}};
    EXPECT_NEAR(totalOf(test::documentOf(scenario))["payback"]["months"], 8.74, 0.005) << horizon;
  }
}

TEST(CashFlowTest, BasketOfFiveYears_PaysBackInItsFourth) {
  const Json total = totalOf(test::documentOf(R"({"period":{"kind":"quarter"},"margin":0.5,
    "time":{"discountRate":0.1},
    "value":{"mode":"orders","averageOrderValue":100,"ordersPerYear":2,"years":5},
    "channels":[{"id":"a","customers":100,"costs":[{"kind":"adSpend","amount":30000}]}]})"));
  EXPECT_NEAR(total["payback"]["months"], 37, 1e-9);
  EXPECT_EQ(total["payback"]["whole"], 37);
  EXPECT_NEAR(total["netPresentValue"], 9775, 0.5);
}

TEST(CashFlowTest, LagOfAYearsPlan_PutsPaybackOffBeyondTheYear) {
  for (const auto& [lag, months] : {std::pair{6, 15.6}, {11, 20.6}}) {
    const Json total = totalOf(test::documentOf(
        R"({"period":{"kind":"year"},"time":{"lagMonths":)" + std::to_string(lag) + R"(},
      "value":{"mode":"revenue","revenuePerCustomer":1},
      "channels":[{"id":"a","customers":100,"costs":[{"kind":"adSpend","amount":80}]}]})"));
    EXPECT_NEAR(total["payback"]["months"], months, 1e-9) << lag;
  }
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

TEST(CashFlowTest, NothingIsStillToComeAfterTheLastCash) {
  // thirds of 1 000: their sum is not exact
  const Json total = totalOf(test::documentOf(R"({"period":{"kind":"quarter"},
    "value":{"mode":"revenue","revenuePerCustomer":7.7},"time":{"lagMonths":1},
    "channels":[{"id":"a","customers":13,"costs":[{"kind":"adSpend","amount":1000.1}]}]})"));
  EXPECT_EQ(total["stillToCome"], 0);
  EXPECT_EQ(total["discountedAway"], 0);
}

TEST(CashFlowTest, PlanThatBreaksEvenIsPaidBackWithItsLastCash) {
  const Json total = totalOf(test::documentOf(R"({"period":{"kind":"year"},
    "value":{"mode":"revenue","revenuePerCustomer":0.1},"time":{"lagMonths":2.3},
    "channels":[{"id":"a","customers":100,"costs":[{"kind":"adSpend","amount":10}]}]})"));
  EXPECT_NEAR(total["payback"]["months"], 15, 1e-6);
}

TEST(CashFlowTest, PaybackIsWhereTheSumTurnsPositiveForGood) {
  // 100 come in for 60, then 150 are due at the end: 40, -60 -> in again by the lagging channel
  const Json total = totalOf(test::documentOf(R"({"period":{"kind":"months","months":2},
    "value":{"mode":"revenue","revenuePerCustomer":1},"channels":[
      {"id":"a","customers":200,"costs":[{"kind":"adSpend","amount":300,"paid":"end"}]},
      {"id":"b","customers":300,"time":{"lagMonths":2},"costs":[{"kind":"adSpend","amount":1}]}]})"));
  // sums: 0, 99.5, -101, 49, 199
  EXPECT_NEAR(total["payback"]["months"], 2 + 101.0 / 150, 1e-12);
  EXPECT_EQ(total["payback"]["whole"], 3);
}

// Rates of return

TEST(CashFlowTest, InternalRate_IsTheOneAtWhichNothingIsLeft) {
  // a spreadsheet's IRR of -100, 60, 60 is 13.066 % a month
  const InternalRate rate = internalRate({-100, 60, 60}, {});
  EXPECT_EQ(rate.roots, 1);
  EXPECT_NEAR(std::pow(1 + rate.yearly, 1.0 / 12) - 1, 0.130662386291807, 1e-12);
  // 3 % a month for ever: 100 for 3 a month
  const InternalRate perpetual = internalRate({-100, 3}, {{3, 1 - 1e-12}});
  EXPECT_NEAR(std::pow(1 + perpetual.yearly, 1.0 / 12) - 1, 0.03, 1e-9);
  // (1 + i) = 1.1 and 1.2: 1 - 2.3 v + 1.32 v²
  EXPECT_EQ(internalRate({-100, 230, -132}, {}).roots, 2);
  EXPECT_EQ(internalRate({100, 30}, {}).roots, 0);
  EXPECT_EQ(internalRate({-100, 0, 0}, {}).roots, 0);
  // a loss has a rate too, below zero
  EXPECT_NEAR(internalRate({-100, 0, 90}, {}).yearly, std::pow(0.9, 6) - 1, 1e-9);
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

// Against another road: each month's customers followed month by month, for two hundred years.

class Ledger {
 public:
  static constexpr std::size_t kMonths = 2400;

  explicit Ledger(double yearlyDiscount)
      : flow_(kMonths + 1), discount_(std::pow(1 + yearlyDiscount, -1.0 / 12)) {}

  void pay(double month, double amount) { flow_[static_cast<std::size_t>(month)] -= amount; }

  /// brings(k): what one customer brings k months after the purchase.
  void cohort(std::size_t month, double customers, const std::function<double(double)>& brings) {
    for (std::size_t k = 0; month + k <= kMonths; ++k) {
      flow_[month + k] += customers * brings(static_cast<double>(k));
    }
  }

  double upTo(std::size_t month, bool discounted) const {
    double sum = 0;
    for (std::size_t t = 0; t <= month; ++t) {
      sum += flow_[t] * (discounted ? std::pow(discount_, static_cast<double>(t)) : 1);
    }
    return sum;
  }

  /// In months; nothing where it is not for good within fifty years.
  std::optional<double> payback() const {
    double sum = 0;
    double paid = 0;
    std::vector<double> sums;
    for (const double flow : flow_) {
      sum += flow;
      paid += std::fabs(flow);
      sums.push_back(sum);
    }
    std::size_t below = kMonths + 1;  // the last month below zero
    for (std::size_t t = 0; t <= kMonths; ++t) {
      if (sums[t] < -1e-11 * paid) below = t;
    }
    if (below == kMonths + 1) return 0;
    if (below >= 600) return std::nullopt;
    return static_cast<double>(below) - sums[below] / (sums[below + 1] - sums[below]);
  }

 private:
  std::vector<double> flow_;
  double discount_;
};

/// A plan made up, and its ledger.
struct MadeUp {
  explicit MadeUp(std::uint64_t seed) : random(seed) {
    const std::size_t months = 1 + random() % 12;
    const double margin = part(1, 100);
    const double rate = part(0, 30);
    ledger = Ledger(rate);
    scenario = {{"id", "plan"},
                {"currency", "EUR"},
                {"action", "lead"},
                {"period", {{"kind", "months"}, {"months", months}}},
                {"margin", margin},
                {"time", {{"discountRate", rate}, {"horizonMonths", 12}}},
                {"channels", Json::array()}};
    for (std::size_t c = 0; c < 1 + random() % 3; ++c) channel(c, months, margin);
  }

  double part(std::size_t from, std::size_t to) {
    return static_cast<double>(from + random() % (to - from)) / 100;
  }

  void channel(std::size_t c, std::size_t months, double margin) {
    const double customers = static_cast<double>(1 + random() % 500);
    const double ads = static_cast<double>(1 + random() % 90'000);
    const double tools = static_cast<double>(random() % 5000);
    const double fee = static_cast<double>(random() % 3000);
    const double lag = static_cast<double>(random() % 25) / 2;
    const double ramp = static_cast<double>(random() % 9) / 2;
    const auto [value, brings] = valued();
    scenario["channels"].push_back({{"id", "c" + std::to_string(c)},
                                    {"customers", customers},
                                    {"value", value},
                                    {"time", {{"lagMonths", lag}, {"rampMonths", ramp}}},
                                    {"costs",
                                     {{{"kind", "adSpend"}, {"amount", ads}},
                                      {{"kind", "tools"}, {"amount", tools}},
                                      {{"kind", "fees"}, {"amount", fee}, {"paid", "end"}}}}});
    ledger.pay(0, tools);
    ledger.pay(static_cast<double>(months), fee);
    // a thousand slices of each month: who comes in at a slice's middle
    const auto density = [&](double t) { return t < ramp ? t / ramp : 1; };
    std::vector<double> arrivals(months);
    for (std::size_t m = 0; m < months; ++m) {
      ledger.pay(static_cast<double>(m + 1), ads / static_cast<double>(months));
      for (int i = 0; i < 1000; ++i)
        arrivals[m] += density(static_cast<double>(m) + (i + 0.5) / 1000);
    }
    const double all = std::accumulate(arrivals.begin(), arrivals.end(), 0.0);
    const auto late = [&, brings = brings](double k) { return margin * brings(k); };
    for (std::size_t m = 0; m < months; ++m) {
      const double came = customers * arrivals[m] / all;
      const auto whole = static_cast<std::size_t>(lag);
      const double rest = lag - static_cast<double>(whole);
      ledger.cohort(m + 1 + whole, came * (1 - rest), late);
      if (rest > 0) ledger.cohort(m + 2 + whole, came * rest, late);
    }
  }

  std::pair<Json, std::function<double(double)>> valued() {
    const double amount = static_cast<double>(1 + random() % 900);
    switch (random() % 4) {
      case 0:
        return {{{"mode", "revenue"}, {"revenuePerCustomer", amount}},
                [=](double k) { return k == 0 ? amount : 0; }};
      case 1: {
        const double churn = part(2, 40);
        return {{{"mode", "subscription"}, {"revenuePerMonth", amount}, {"monthlyChurn", churn}},
                [=](double k) { return amount * std::pow(1 - churn, k); }};
      }
      case 2: {
        const double years = static_cast<double>(1 + random() % 30) / 4;
        return {{{"mode", "orders"},
                 {"averageOrderValue", amount},
                 {"ordersPerYear", 2},
                 {"years", years}},
                [=](double k) { return k + 0.5 < years * 12 ? amount * 2 / 12 : 0; }};
      }
      default: break;
    }
    const double retention = part(1, 100);
    const double second = static_cast<double>(1 + random() % 900);
    return {{{"mode", "discounted"},
             {"yearlyRevenue", {amount, second, amount}},
             {"retention", retention},
             {"discountRate", 0.08}},
            [=](double k) {
              const double year = std::floor(k / 12);
              if (year > 2) return 0.0;
              return (year == 1 ? second : amount) * std::pow(retention, year) / 12;
            }};
  }

  std::mt19937_64 random;
  Ledger ledger{0};
  Json scenario;
};

TEST(CashFlowTest, MadeUpPlansOfEveryValueMode_MatchALedgerKeptMonthByMonth) {
  const char* chosen = std::getenv("ROI_SEED");
  const std::uint64_t first = chosen ? std::strtoull(chosen, nullptr, 10) : 20261128;
  int paidBack = 0;
  for (std::uint64_t seed = first; seed < first + 500; ++seed) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const MadeUp plan(seed);
    const Json total = totalOf(test::documentOf(plan.scenario));
    const double size = plan.ledger.upTo(Ledger::kMonths, false) + 3e5;
    const double near = 2e-6 * std::fabs(size);  // the slices' own error
    EXPECT_NEAR(total["cumulative"][12], plan.ledger.upTo(12, false), near);
    EXPECT_NEAR(total["cumulative"][12].get<double>() + total["stillToCome"].get<double>(),
                plan.ledger.upTo(Ledger::kMonths, false), near);
    EXPECT_NEAR(total["profit"].get<double>() + total["discountedAway"].get<double>(),
                plan.ledger.upTo(Ledger::kMonths, false), near);
    EXPECT_NEAR(total["netPresentValue"], plan.ledger.upTo(Ledger::kMonths, true), near);
    EXPECT_NEAR(total["netPresentValueWithin"], plan.ledger.upTo(12, true), near);
    const std::optional<double> back = plan.ledger.payback();
    ASSERT_EQ(total["payback"].contains("months"), back.has_value()) << total["payback"];
    if (!back) continue;
    ++paidBack;
    EXPECT_NEAR(total["payback"]["months"], *back, 1e-3 * (1 + *back));
  }
  EXPECT_GT(paidBack, 100);
}

TEST(CashFlowTest, CashOfRandomPlans_IsDefinedWithTheProfitAndAddsUpToIt) {
  int compared = 0;
  for (std::uint64_t seed = 20261125; seed < 20261125 + 200; ++seed) {
    SCOPED_TRACE(seed);
    Json document = test::randomDocument(seed);
    Json& s = document["scenarios"][0];
    s["time"] = {{"lagMonths", seed % 5 * 0.7}, {"rampMonths", seed % 4}};
    s["channels"][0]["time"] = {{"lagMonths", seed % 7}};
    const json::Document decoded = test::decoded(document);
    const Scenario& scenario = decoded.front().scenario;
    Sheet<Figure<>> sheet(scenario);
    for (std::size_t scope = 0; scope <= sheet.total(); ++scope) {
      const Cash<Figure<>> cash = Calendar<Figure<>>(sheet).cash(scope);
      const Figure<> worth = sheet(scope, profit);
      ASSERT_EQ(cash.all.defined(), worth.defined()) << scope << text(cash.all.why);
      bool isSingle = worth.defined();
      for (std::size_t c = 0; c < sheet.total(); ++c) {
        isSingle = isSingle && courseOf(scenario, c) == Course::once;
      }
      if (!isSingle) continue;
      ++compared;
      EXPECT_NEAR(cash.sums.back().value, worth.value,
                  1e-12 * (sheet(scope, return_).value + sheet(scope, cost).value));
    }
  }
  EXPECT_GT(compared, 100);
}

}  // namespace
}  // namespace roi
