// What replies say of goals, splits and goal seek where volumes follow ad spend, against
// calculations written here.

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "json/api.h"
#include "json/document.h"

namespace roi::responses_test {
namespace {

using enum Metric;
using test::Json;
using test::near;

/// 100 leads for 3 000 and no other cost, each worth 50.
Json alone(const char* metric, double target) {
  Json scenario = test::parsed(R"({"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":500},
    "channels":[{"id":"a","leads":100,"costs":[{"kind":"adSpend","amount":3000}],
      "response":{"elasticity":0.5}}]})");
  scenario["goal"] = {{"metric", metric}, {"target", target}};
  return scenario;
}

Json valueOf(const std::string& reply) {
  Json json = test::parsed(reply);
  EXPECT_EQ(json["ok"], true) << reply;
  return json["value"];
}

Json goalOf(const Json& scenario) {
  return valueOf(json::evaluate(test::documentOf(scenario).dump()))["scenarios"][0]["goal"];
}

/// Two that respond, one whose ad spend nothing is said of, one without.
Json mixed() {
  return test::parsed(R"({"closeRate":0.1,"margin":0.6,
    "value":{"mode":"revenue","revenuePerCustomer":500},"channels":[
    {"id":"a","impressions":50000,"clicks":2000,"leads":100,"response":{"elasticity":0.5},
     "costs":[{"kind":"adSpend","amount":1000},{"kind":"fees","amount":200}]},
    {"id":"b","impressions":30000,"clicks":900,"leads":45,"response":{"elasticity":0.8},
     "costs":[{"kind":"adSpend","amount":700}]},
    {"id":"c","impressions":9000,"clicks":500,"leads":25,
     "costs":[{"kind":"adSpend","amount":500}]},
    {"id":"d","impressions":4000,"clicks":300,"leads":30,"costs":[{"kind":"tools","amount":100}]}]})");
}

TEST(ResponsesTest, AGoalOutOfReach_SaysTheMostThereIs) {
  const Json goal = goalOf(alone("profit", 4000));
  EXPECT_EQ(goal["value"], 2000);
  EXPECT_EQ(goal["reachable"], false);
  // 5 000 s^0.5 - 3 000 s is highest where 2 500 s^-0.5 = 3 000: at s = 25/36, with 2 083.33
  const Json& results = goal["results"];
  EXPECT_NEAR(results["goalReached"].get<double>(), 6250.0 / 3, 1e-9);
  EXPECT_NEAR(results["goalAdSpend"].get<double>(), 6250.0 / 3, 1e-3);
  EXPECT_NEAR(results["goalScale"].get<double>(), 25.0 / 36, 1e-6);
  EXPECT_FALSE(goal.contains("beyond"));
}

TEST(ResponsesTest, TwiceTheLeads_TakeFourTimesTheAdSpendAndLeadBeyondWhatWasSeen) {
  const Json goal = goalOf(alone("leads", 200));
  EXPECT_EQ(goal["reachable"], true);
  EXPECT_TRUE(near(goal["results"]["goalAdSpend"].get<double>(), 12'000, 1e-12));
  EXPECT_TRUE(near(goal["results"]["goalLeads"].get<double>(), 200, 1e-12));
  EXPECT_TRUE(near(goal["beyond"].get<double>(), 4, 1e-12));
  EXPECT_EQ(goal["held"], Json::array());
}

TEST(ResponsesTest, ChannelsThatStateNoResponse_KeepTheirAdSpend) {
  Json scenario = mixed();
  scenario["goal"] = {{"metric", "leads"}, {"target", 210}};
  EXPECT_EQ(goalOf(scenario)["held"], Json({"c"}));
  for (Json& channel : scenario["channels"]) channel.erase("response");
  const Json goal = goalOf(scenario);  // all in proportion: 170 leads with ads, 30 without
  EXPECT_FALSE(goal.contains("held"));
  EXPECT_TRUE(near(goal["results"]["goalScale"].get<double>(), 180.0 / 170, 1e-12));
  scenario["goal"]["target"] = 540;
  EXPECT_TRUE(near(goalOf(scenario)["beyond"].get<double>(), 3, 1e-12));
}

TEST(ResponsesTest, AGoalMetWithoutAds_TakesNone) {
  Json scenario = alone("profit", 1500);
  scenario["channels"][0]["value"] = {{"mode", "revenue"}, {"revenuePerCustomer", 10}};
  scenario["channels"].push_back({{"id", "b"}, {"leads", 40}});
  const Json goal = goalOf(scenario);  // 40 x 50 without ads; with them 2 000 + 100 - 3 000
  EXPECT_EQ(goal["attained"], false);
  EXPECT_EQ(goal["reachable"], true);
  EXPECT_EQ(goal["results"]["goalScale"], 0);
}

TEST(ResponsesTest, AGoalSeesWhatIsBelieved) {
  Json request = {{"document", test::documentOf(alone("profit", 500))}, {"believe", 0.6}};
  const Json goal = valueOf(json::evaluate(request.dump()))["scenarios"][0]["goal"];
  EXPECT_EQ(goal["value"], 0);
  // 3 000 s^0.5 - 3 000 s = 500 where s^0.5 = (1 - 1/3^0.5) / 2
  const double root = (1 - std::sqrt(1.0 / 3)) / 2;
  EXPECT_NEAR(goal["results"]["goalScale"].get<double>(), root * root, 1e-9);
}

TEST(ResponsesTest, AllFigures_SayWhatAGoalTakesOnlyWhereItCanBeReached) {
  const auto goalFigures = [](const Json& scenario) {
    const Json request = {{"document", test::documentOf(scenario)}};
    std::string list;
    const Json all = valueOf(json::explain(request.dump()));
    for (const Json& figure : all["figures"]) {
      const std::string metric = figure["metric"];
      if (metric.rfind("goal", 0) == 0) list += metric.substr(4) + " ";
    }
    return list;
  };
  EXPECT_EQ(goalFigures(alone("leads", 200)),
            "Gap Attainment Left Driven Scale Reached AdSpend Budget Leads ");
  EXPECT_EQ(goalFigures(alone("profit", 4000)), "Gap Attainment Left Driven Scale Reached ");
  Json linear = alone("roi", 4);
  linear["channels"][0].erase("response");
  EXPECT_EQ(goalFigures(linear), "Gap Attainment Left Driven Limit ");
  linear.erase("goal");
  EXPECT_EQ(goalFigures(linear), "");
}

// The split

Json splitOf(const Json& scenario, const Json& fields = Json::object()) {
  Json request = fields;
  request["document"] = test::documentOf(scenario);
  return valueOf(json::splitBudget(request.dump()));
}

/// a would best be spent 625 on, b 3 600: 0.5 x return / spend is 0.25 and 0.6 x ... now.
Json uneven() {
  return test::parsed(R"({"closeRate":0.1,"value":{"mode":"revenue","revenuePerCustomer":500},
    "channels":[
    {"id":"a","leads":20,"costs":[{"kind":"adSpend","amount":4000}],"response":{"elasticity":0.5}},
    {"id":"b","leads":200,"costs":[{"kind":"adSpend","amount":1000}],
     "response":{"elasticity":0.6}}]})");
}

TEST(ResponsesTest, Split_StaysWithinHalfAndTwiceUnlessToldOtherwise) {
  const Json within = splitOf(uneven());
  EXPECT_EQ(within["channels"][0]["adSpend"]["to"], 2000);
  EXPECT_EQ(within["channels"][0]["bound"], "minimum");
  EXPECT_EQ(within["channels"][1]["adSpend"]["to"], 2000);
  EXPECT_EQ(within["channels"][1]["bound"], "maximum");
  for (const Json& channel : within["channels"]) EXPECT_FALSE(channel.contains("beyond"));
  Json told = uneven();
  told["channels"][0]["response"]["minAdSpend"] = 500;
  told["channels"][1]["response"]["maxAdSpend"] = 4500;
  const Json split = splitOf(told);
  EXPECT_EQ(split["channels"][0]["adSpend"]["to"], 500);
  EXPECT_EQ(split["channels"][0]["beyond"], 0.125);
  EXPECT_EQ(split["channels"][1]["adSpend"]["to"], 4500);
  EXPECT_EQ(split["channels"][1]["beyond"], 4.5);
}

TEST(ResponsesTest, WhatWasObserved_CountsAsSeen) {
  Json scenario = uneven();
  scenario["channels"][1]["response"] = {
      {"observed", {{{"adSpend", 900}, {"leads", 190}}, {{"adSpend", 2500}, {"leads", 350}}}}};
  const Json split = splitOf(scenario);
  EXPECT_EQ(split["channels"][1]["adSpend"]["to"], 3000);  // what a spares, short of 5 000
  EXPECT_FALSE(split["channels"][1].contains("beyond"));
  EXPECT_FALSE(split["channels"][1].contains("bound"));
}

TEST(ResponsesTest, LinearChannel_NeedsNoMaximum) {
  Json scenario = uneven();
  scenario["channels"][1]["response"] = {{"elasticity", 1}};
  EXPECT_EQ(splitOf(scenario)["channels"][1]["adSpend"]["to"], 2000);
}

TEST(ResponsesTest, Split_SaysTheLikelyGainAndTheMeanOverTheElasticitysRange) {
  Json scenario = uneven();
  scenario["channels"][1]["response"]["elasticity"] = {{"low", 0.3}, {"high", 0.8}};
  const Json split = splitOf(scenario, {{"trials", 65'536}});
  EXPECT_EQ(split["channels"][1]["adSpend"]["to"], 2000);
  // the middle of the range's odds, and the mean of 2^e over a logit-normal, by small steps of z
  const double low = std::log(0.3 / 0.7);
  const double high = std::log(0.8 / 0.2);
  const double middle = (low + high) / 2;
  const auto factorAt = [&](double z) {
    const double e = 1 / (1 + std::exp(-(middle + z * (high - low) / 2 / 1.6448536269514722)));
    return std::pow(2, e);
  };
  double mean = 0;
  for (int i = -8000; i < 8000; ++i) {
    const double z = (i + 0.5) / 1000;
    mean += factorAt(z) * std::exp(-z * z / 2) / std::sqrt(2 * M_PI) / 1000;
  }
  const auto profitAt = [](double factor) {
    return 1000 * std::pow(0.5, 0.5) + 10'000 * factor - 4000;
  };
  EXPECT_EQ(split["profit"]["from"], 6000);
  EXPECT_NEAR(split["profit"]["to"].get<double>(), profitAt(factorAt(0)), 1e-8);
  EXPECT_NEAR(split["mean"]["from"].get<double>(), 6000, 1e-8);
  EXPECT_NEAR(split["mean"]["to"].get<double>(), profitAt(mean), 0.5);
  EXPECT_FALSE(splitOf(uneven()).contains("mean"));
}

// Alone, s times the ad spend brings 5 000 s^0.5 and costs 3 000 s: each is solved for s by hand.

TEST(ResponsesTest, ATargetRoi_TakesTheAdSpendThatEarnsMostAtIt) {
  const Json split = splitOf(alone("leads", 1), {{"targetRoi", 1.2}});
  const double root = 5.0 / 6.6;  // 5 000 s^0.5 = 2.2 x 3 000 s
  EXPECT_NEAR(split["spent"].get<double>(), 3000 * root * root, 1e-6);
  EXPECT_EQ(split["total"], split["spent"]);
  EXPECT_EQ(split["target"]["reached"], true);
  EXPECT_NEAR(split["target"]["gives"].get<double>(), 1.2, 1e-9);
  const Json most = splitOf(alone("leads", 1), {{"targetRoi", 0.5}});  // 2 083 earns more, at 1
  EXPECT_NEAR(most["spent"].get<double>(), 6250.0 / 3, 1e-6);
  EXPECT_NEAR(most["target"]["gives"].get<double>(), 1, 1e-9);
}

TEST(ResponsesTest, ATargetRoiOutOfReach_GivesTheHighestThereIs) {
  const Json split = splitOf(alone("leads", 1), {{"targetRoi", 3}});
  EXPECT_EQ(split["target"]["reached"], false);
  EXPECT_EQ(split["spent"], 1500);  // the least the channel may spend
  EXPECT_NEAR(split["target"]["gives"].get<double>(), 5000 * std::sqrt(0.5) / 1500 - 1, 1e-9);
}

TEST(ResponsesTest, ATargetMarginalRoi_IsWhatTheLastEuroBringsBesidesItself) {
  const Json split = splitOf(alone("leads", 1), {{"targetMarginalRoi", 0.05}});
  const double root = 2500 / (1.05 * 3000);
  EXPECT_NEAR(split["spent"].get<double>(), 3000 * root * root, 1e-9);
  EXPECT_NEAR(split["marginalRoi"].get<double>(), 0.05, 1e-12);
  EXPECT_FALSE(split.contains("target"));
}

TEST(ResponsesTest, TargetCustomers_AreWonWithTheLeastAdSpend) {
  const Json split = splitOf(alone("leads", 1), {{"targetCustomers", 12}});
  EXPECT_NEAR(split["spent"].get<double>(), 1.44 * 3000, 1e-6);
  EXPECT_EQ(split["target"]["reached"], true);
  EXPECT_NEAR(split["target"]["gives"].get<double>(), 12, 1e-9);
  EXPECT_NEAR(split["marginalCac"].get<double>(), 720, 1e-6);  // 1 / (5 s^-0.5 / 3 000)
  EXPECT_FALSE(split.contains("marginalRoi"));
  const Json most = splitOf(alone("leads", 1), {{"targetCustomers", 20}});
  EXPECT_EQ(most["target"]["reached"], false);
  EXPECT_EQ(most["spent"], 6000);
  EXPECT_NEAR(most["target"]["gives"].get<double>(), 10 * std::sqrt(2), 1e-9);
}

TEST(ResponsesTest, MoneyThatIsNotSpent_HasItsReason) {
  Json scenario = alone("leads", 1);
  const Json rest = splitOf(scenario, {{"total", 10'000}});
  EXPECT_NEAR(rest["spent"].get<double>(), 6250.0 / 3, 1e-9);
  EXPECT_EQ(rest["unspent"], "worthLess");
  scenario["channels"][0]["response"]["maxAdSpend"] = 2000;
  const Json held = splitOf(scenario, {{"total", 10'000}});
  EXPECT_EQ(held["spent"], 2000);
  EXPECT_EQ(held["unspent"], "maximums");
  EXPECT_FALSE(splitOf(scenario, {{"total", 1800}}).contains("unspent"));
}

TEST(ResponsesTest, AChannelThatIsHeld_KeepsItsAdSpend) {
  const Json split = splitOf(uneven(), {{"hold", {"a"}}});
  EXPECT_EQ(split["held"], Json({"a"}));
  EXPECT_EQ(split["total"], 1000);
  ASSERT_EQ(split["channels"].size(), 1U);
  EXPECT_EQ(split["channels"][0]["adSpend"]["to"], 1000);
  EXPECT_FALSE(split.contains("better"));  // nothing changes, and nothing is a range
}

TEST(ResponsesTest, TheChanceOfABetterSplit_IsThatOfTheElasticityItTakes) {
  Json scenario = uneven();
  scenario["channels"].erase(0);
  scenario["channels"][0]["leads"] = 120;
  scenario["channels"][0]["response"] = {{"elasticity", {{"low", 0.1}, {"high", 0.6}}}};
  const Json split = splitOf(scenario, {{"total", 2000}, {"trials", 65'536}});
  EXPECT_EQ(split["spent"], 2000);
  // 6 000 (2^e - 1) > 1 000 where e is above log2(7 / 6)
  const auto logit = [](double p) { return std::log(p / (1 - p)); };
  const double middle = (logit(0.1) + logit(0.6)) / 2;
  const double sd = (logit(0.6) - logit(0.1)) / 2 / 1.6448536269514722;
  const double z = (logit(std::log2(7.0 / 6)) - middle) / sd;
  EXPECT_NEAR(split["better"]["probability"].get<double>(), std::erfc(z / std::sqrt(2)) / 2, 1e-3);
}

TEST(ResponsesTest, ASplitOfTwoTotals_IsRefused) {
  const Json request = {{"document", test::documentOf(uneven())}, {"total", 1}, {"targetRoi", 1}};
  const Json reply = test::parsed(json::splitBudget(request.dump()));
  EXPECT_EQ(reply["errors"][0]["code"], "split.aims");
  EXPECT_EQ(reply["errors"][0]["path"], "/targetRoi");
  const Json unknown = {{"document", test::documentOf(uneven())}, {"hold", {"z"}}};
  EXPECT_EQ(test::parsed(json::splitBudget(unknown.dump()))["errors"][0]["path"], "/hold/0");
}

// A ceiling: alone, with at most 400 leads. Now 100 of them come with 3 000, so half with 9 000.

Json below(double shape) {
  Json scenario = alone("leads", 200);
  scenario["channels"][0]["response"] = {{"ceiling", 400}, {"shape", shape}, {"maxAdSpend", 1e6}};
  return scenario;
}

TEST(ResponsesTest, UpToACeiling_LeadsFollowHillsCurve) {
  const Json goal = goalOf(below(1));  // half of the ceiling
  EXPECT_EQ(goal["reachable"], true);
  EXPECT_NEAR(goal["results"]["goalAdSpend"].get<double>(), 9000, 1e-5);
  Json steeper = below(2);  // half with 3 000 x 3^0.5
  EXPECT_NEAR(goalOf(steeper)["results"]["goalAdSpend"].get<double>(), 3000 * std::sqrt(3), 1e-5);
  steeper["goal"]["target"] = 500;
  EXPECT_EQ(goalOf(steeper)["reachable"], false);
  steeper["channels"][0]["response"].erase("shape");
  steeper["goal"]["target"] = 200;
  EXPECT_NEAR(goalOf(steeper)["results"]["goalAdSpend"].get<double>(), 9000, 1e-5);
}

TEST(ResponsesTest, UpToACeiling_TheSplitStopsWhereTheLastEuroBringsOne) {
  // 50 x 400 x / (9 000 + x) rises by 1 where 20 000 x 9 000 = (9 000 + x)^2
  const Json split = splitOf(below(1), {{"total", 1e5}});
  const double best = std::sqrt(20'000.0 * 9000) - 9000;
  EXPECT_NEAR(split["spent"].get<double>(), best, 1e-6);
  EXPECT_EQ(split["unspent"], "worthLess");
  const Json& channel = split["channels"][0];
  EXPECT_NEAR(channel["leads"]["to"].get<double>(), 400 * best / (9000 + best), 1e-9);
  EXPECT_EQ(channel["ceiling"]["leads"], 400);
  EXPECT_NEAR(channel["ceiling"]["halfAdSpend"].get<double>(), 9000, 1e-9);
  EXPECT_NEAR(split["profit"]["to"].get<double>(), 20'000 * best / (9000 + best) - best, 1e-8);
  EXPECT_NEAR(channel["marginalRoi"]["from"].get<double>(), 20'000 * 9000 / 144e6 - 1, 1e-12);
}

TEST(ResponsesTest, ACeilingBelowWhatThereIs_IsRefused) {
  Json scenario = below(1);
  scenario["channels"][0]["response"]["ceiling"] = 100;
  const Json reply = test::parsed(json::evaluate(test::documentOf(scenario).dump()));
  EXPECT_EQ(reply["errors"][0]["code"], "response.ceiling");
  EXPECT_EQ(reply["errors"][0]["path"], "/scenarios/0/channels/0/response/ceiling");
}

TEST(ResponsesTest, WhereNothingIsSpent_ThereIsNoRoi) {
  const Json scenario = test::parsed(R"({"closeRate":0.1,"value":{"mode":"revenue",
    "revenuePerCustomer":50},"channels":[{"id":"a","leads":100,"response":{"elasticity":1,
    "minAdSpend":0},"costs":[{"kind":"adSpend","amount":1000}]}]})");
  const Json target = splitOf(scenario, {{"targetRoi", 0.5}})["target"];
  EXPECT_EQ(target["reached"], false);
  EXPECT_NEAR(target["gives"].get<double>(), -0.5, 1e-12);
}

// The next period

/// The document with the fields that the split's next period holds.
Json nextOf(const Json& scenario, const Json& split) {
  Json document = test::documentOf(scenario);
  for (const Json& field : split["next"]["fields"]) {
    Json& place = document[Json::json_pointer(field["pointer"].get<std::string>())];
    place = field["value"];
  }
  return document;
}

TEST(ResponsesTest, APlanWithTheFieldsOfTheNextPeriod_BringsWhatTheSplitSays) {
  Json scenario = mixed();
  scenario["channels"][1].erase("clicks");
  scenario["channels"][1].erase("impressions");
  scenario["channels"].push_back(test::parsed(R"({"id":"e","adSpendCpc":0.8,"conversionRate":0.1,
    "response":{"ceiling":300,"shape":1.5},"costs":[{"kind":"adSpend","amount":400},
    {"kind":"adSpend","amount":100}]})"));
  for (const Json& asked : {Json{{"total", 3000}}, Json{{"targetCustomers", 25}}}) {
    const Json split = splitOf(scenario, asked);
    const Json next = valueOf(json::evaluate(nextOf(scenario, split).dump()))["scenarios"][0];
    EXPECT_TRUE(
        near(next["total"]["profit"].get<double>(), split["profit"]["to"].get<double>(), 1e-12));
    for (const Json& channel : split["channels"]) {
      for (const Json& one : next["channels"]) {
        if (one["id"] != channel["id"]) continue;
        EXPECT_TRUE(near(one["results"]["leads"].get<double>(),
                         channel["leads"]["to"].get<double>(), 1e-12));
      }
    }
    EXPECT_FALSE(split["next"].contains("profit"));
  }
}

// Nothing is spent on it, and half of what came comes once more: 500 of 1000 clicks at no price.
TEST(ResponsesTest, WhatComesThoughNothingIsSpent_IsACount) {
  const char* const kFunnels[] = {R"("adSpendCpc":1.5,"conversionRate":0.05)",
                                  R"("adSpendCpm":15,"ctr":0.01,"conversionRate":0.05)"};
  for (const std::string funnel : kFunnels) {
    SCOPED_TRACE(funnel);
    const Json scenario = test::parsed(R"({"closeRate":0.1,"period":{"kind":"month"},
      "value":{"mode":"revenue","revenuePerCustomer":200},"channels":[{"id":"search",)" +
                                       funnel +
                                       R"(,"costs":[{"kind":"adSpend","amount":1500}],
      "response":{"elasticity":1,"minAdSpend":0,"carryOver":0.5}},
      {"id":"mail","leads":100,"costs":[{"kind":"adSpend","amount":500}],
      "response":{"elasticity":0.5}}]})");
    const Json split = splitOf(scenario, Json::object());
    ASSERT_EQ(split["channels"][0]["adSpend"]["to"], 0);
    const Json next = valueOf(json::evaluate(nextOf(scenario, split).dump()))["scenarios"][0];
    EXPECT_NEAR(next["channels"][0]["results"]["leads"].get<double>(), 25, 1e-9);
    ASSERT_TRUE(next["total"]["profit"].is_number());
    EXPECT_NEAR(next["total"]["profit"].get<double>(), split["next"]["profit"].get<double>(), 1e-9);
  }
}

TEST(ResponsesTest, WhatIsCarriedOver_ArrivesLater) {
  Json scenario = alone("leads", 1);
  scenario["channels"][0]["response"] = {{"elasticity", 1}, {"carryOver", 0.5}};
  const Json split = splitOf(scenario, {{"total", 6000}});  // twice; of one month, half of it comes
  EXPECT_EQ(split["profit"]["to"], 4000);
  EXPECT_NEAR(split["next"]["profit"].get<double>(), 150 * 50 - 6000, 1e-9);
  const Json next = valueOf(json::evaluate(nextOf(scenario, split).dump()))["scenarios"][0];
  EXPECT_NEAR(next["total"]["profit"].get<double>(), 1500, 1e-9);
}

// What observed points support

TEST(ResponsesTest, ObservedPoints_BecomeARangeOrAReason) {
  const auto fitted = [](const char* points) {
    return valueOf(json::fitResponse(R"({"points":)" + std::string(points) + "}"));
  };
  const Json range = fitted(R"([{"adSpend":1000,"leads":500},{"adSpend":4000,"leads":1000}])");
  EXPECT_NEAR(range["likely"].get<double>(), 0.5, 1e-12);
  EXPECT_EQ(range["points"], 2);
  EXPECT_EQ(fitted(R"([{"adSpend":1000,"leads":5},{"adSpend":2000,"leads":7}])"),
            Json({{"points", 2}, {"refused", "anything"}}));
  EXPECT_EQ(fitted("[]")["refused"], "tooFew");
  const Json wrong = test::parsed(json::fitResponse(R"({"points":[{"adSpend":-1,"leads":5}]})"));
  EXPECT_EQ(wrong["errors"][0]["path"], "/points/0");
}

// Goal seek

Json sought(const Json& document, const char* metric, double target, const char* input,
            const Json& fields = Json::object()) {
  Json request = fields;
  request.update({{"document", document},
                  {"metric", metric},
                  {"target", target},
                  {"input", std::string("/scenarios/0") + input}});
  return valueOf(json::solve(request.dump()));
}

// 2 a click, one in ten a lead: 20 a lead whatever is spent; one in five a customer of 300: an ROI
// of 2.
TEST(ResponsesTest, AFigureThatNeverMovesFromItsTarget_AlwaysHolds) {
  const Json plan = test::documentOf(R"({"closeRate":0.2,
    "value":{"mode":"revenue","revenuePerCustomer":300},"channels":[
    {"id":"a","adSpendCpc":2,"conversionRate":0.1,"costs":[{"kind":"adSpend","amount":1000}]}]})");
  const char* const spend = "/channels/0/costs/0/amount";
  const std::pair<const char*, double> kFigures[] = {
      {"roi", 2}, {"adSpendCpl", 20}, {"fullCostCac", 100}};
  for (const auto& [metric, target] : kFigures) {
    SCOPED_TRACE(metric);
    const Json found = sought(plan, metric, target, spend);
    EXPECT_EQ(found["always"], true);
    EXPECT_TRUE(found["solutions"].empty());
  }
  EXPECT_FALSE(sought(plan, "roi", 2.1, spend).contains("always"));
  EXPECT_EQ(sought(plan, "profit", 2000, spend)["solutions"].size(), 1U);
}

// 150 leads are the most that any ad spend brings: 30 customers, and never 40.
TEST(ResponsesTest, LeadsBeyondTheirCeiling_AreNoSolution) {
  const Json plan = test::documentOf(R"({"closeRate":0.2,
    "value":{"mode":"revenue","revenuePerCustomer":100},"channels":[{"id":"a","leads":100,
    "response":{"ceiling":150},"costs":[{"kind":"adSpend","amount":900}]}]})");
  for (const Json& fields : {Json::object(), Json{{"probability", 0.9}}}) {
    const Json found = sought(plan, "customers", 40, "/channels/0/leads", fields);
    EXPECT_TRUE(found["solutions"].empty());
    EXPECT_LT(found["best"]["value"], 150);
  }
  const Json best = sought(plan, "customers", 40, "/channels/0/leads")["best"];
  EXPECT_NEAR(best["gives"].get<double>(), 30, 1e-9);
  EXPECT_NEAR(sought(plan, "customers", 28, "/channels/0/leads")["solutions"][0].get<double>(), 140,
              1e-9);
}

TEST(ResponsesTest, ATargetThatAlwaysHolds_IsToldFromOneOutOfReach) {
  const Json plan = test::documentOf(R"({"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":500},"channels":[
    {"id":"a","leads":{"low":300,"high":500},"costs":[{"kind":"adSpend","amount":3000}]},
    {"id":"b","leads":100}]})");
  // b alone brings 5 000, a at the least 15 000 less 3 000
  const Json always = sought(plan, "profit", 1000, "/channels/1/leads");
  EXPECT_EQ(always["always"], true);
  EXPECT_EQ(always["reachable"], false);
  EXPECT_TRUE(always["solutions"].empty());
  EXPECT_EQ(always["best"]["value"], 0);
  EXPECT_NEAR(always["best"]["gives"].get<double>(), 50 * std::sqrt(300 * 500.0) - 3000, 1e-6);
  const Json likely = sought(plan, "profit", 1000, "/channels/1/leads", {{"probability", 0.8}});
  EXPECT_EQ(likely["always"], true);
  EXPECT_TRUE(likely["solutions"].empty());
  EXPECT_FALSE(sought(plan, "cost", 1000, "/channels/0/costs/0/amount").contains("always"));
  const Json never = sought(plan, "fullCostCpl", -1, "/channels/1/leads");
  EXPECT_FALSE(never.contains("always"));
  EXPECT_EQ(sought(plan, "fullCostCpl", 100, "/channels/1/leads")["always"], true);
}

TEST(ResponsesTest, AnOnlySolution_SaysOnWhichSideItHolds) {
  const Json plan = test::documentOf(alone("leads", 1));
  EXPECT_EQ(sought(plan, "profit", 4000, "/closeRate")["holds"], "above");
  EXPECT_EQ(sought(plan, "profit", 1500, "/closeRate")["holds"], "above");
  EXPECT_EQ(sought(plan, "profit", 4000, "/channels/0/costs/0/amount")["holds"], "below");
  EXPECT_EQ(sought(plan, "fullCostCpl", 20, "/channels/0/costs/0/amount")["holds"], "below");
  EXPECT_EQ(sought(plan, "fullCostCpl", 20, "/channels/0/leads")["holds"], "above");
}

TEST(ResponsesTest, ASolutionBeyondWhatWasTypedOrObserved_SaysByHowMuch) {
  Json scenario = alone("leads", 1);
  const auto beyond = [&](double profit) {
    return sought(test::documentOf(scenario), "profit", profit,
                  "/channels/0/costs/0/amount")["beyond"][0];
  };
  EXPECT_EQ(beyond(-1000), nullptr);  // 6 000, twice as much
  EXPECT_NEAR(beyond(-4000).get<double>(), 3, 1e-9);
  EXPECT_NEAR(beyond(4250).get<double>(), 0.25, 1e-9);
  scenario["channels"][0]["response"]["observed"] = {{{"adSpend", 800}, {"leads", 40}},
                                                     {{"adSpend", 5000}, {"leads", 130}}};
  EXPECT_EQ(beyond(-4000), nullptr);
  EXPECT_EQ(beyond(4250), nullptr);
}

TEST(ResponsesTest, NoSolutionIsSuggestedThatAFieldRefuses) {
  const Json plan = test::documentOf(R"({"closeRate":1,
    "value":{"mode":"revenue","revenuePerCustomer":1},
    "channels":[{"id":"a","leads":1000,"costs":[{"kind":"adSpend","amount":1}]}]})");
  const Json found = sought(plan, "fullCostCpl", 1e-13, "/channels/0/costs/0/amount");
  EXPECT_TRUE(found["solutions"].empty()) << found;  // an amount is 0 or at least 1e-9
}

}  // namespace
}  // namespace roi::responses_test
