// The calls of the analyses, text in and text out.

#include <gtest/gtest.h>

#include "golden/files.h"
#include "json/api.h"
#include "json/document.h"
#include "json/replies.h"
#include "property/random_document.h"

namespace roi::json::analyses_test {
namespace {

using test::Json;
using test::replyOf;
using test::valueOf;
using test::wrong;

using Call = std::string (*)(std::string_view);

/// A plan with ranges, a goal, a response and a discount rate.
Json plan() {
  return test::documentOf(R"({"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":{"low":100,"high":400}},
    "goal":{"metric":"roi","target":1},"time":{"horizonMonths":6,"discountRate":{"low":0.05,"high":0.2}},
    "channels":[
    {"id":"a","leads":{"low":50,"high":200},"costs":[{"kind":"adSpend","amount":1000}],
     "response":{"elasticity":0.5}},
    {"id":"b","leads":40,"costs":[{"kind":"adSpend","amount":500},{"kind":"tools","amount":100}]},
    {"id":"c","costs":[{"kind":"tools","amount":10}]}]})");
}

Json with(Json fields, const Json& document = plan()) {
  fields["document"] = document;
  return fields;
}

std::string wrongOf(Call call, const Json& request) { return wrong(call(request.dump())); }

/// 100 for an ad spend of half to double, the middle 100: a log-normal cost of sd ln 2 / z95.
TEST(AnalysesTest, LossOfALogNormalCost_IsThatOfTheClosedForm) {
  const Json document = test::documentOf(R"({
    "value":{"mode":"revenue","revenuePerCustomer":100},"channels":[
    {"id":"a","customers":{"value":1,"provenance":"measured"},
     "costs":[{"kind":"adSpend","amount":{"low":50,"high":200}}]}]})");
  const Json asked = with({{"loss", 50}, {"metrics", {"profit"}}}, document);
  const Json found = valueOf(simulate(asked.dump()));
  // 100 (e^(s^2 / 2) Phi(s) - 1/2), and the chance that the cost is above 150
  const Json& loss = found["expectedLoss"];
  EXPECT_NEAR(loss["mean"], 22.485549, 5 * loss["error"].get<double>() + 0.01);
  EXPECT_LT(loss["error"], 0.05);
  EXPECT_EQ(found["losesMore"]["than"], 50);
  EXPECT_NEAR(found["losesMore"]["chance"]["probability"], 0.167980, 0.001);
}

TEST(AnalysesTest, LossThatIsNone_IsRefused) {
  EXPECT_EQ(wrongOf(simulate, with({{"loss", -1}})), "request.number /loss\n");
}

TEST(AnalysesTest, UnknownMissingAndMistypedFields_AreRefusedByEveryCall) {
  for (const Call call : {simulate, sensitivity, solve, cashFlow, compare, splitBudget, json::worth,
                          json::reforecast}) {
    const std::string all = wrongOf(call, with({{"colour", 1}}));
    EXPECT_NE(all.find("field.unknown /colour\n"), std::string::npos) << all;
    EXPECT_NE(wrong(call("{}")).find("field.required /document\n"), std::string::npos);
    EXPECT_EQ(wrong(call("[]")), "field.type \n");
    EXPECT_EQ(wrong(call("{")), "json.syntax \n");
    EXPECT_NE(wrongOf(call, with({{"scenario", 3}})).find(" /scenario\n"), std::string::npos);
  }
  EXPECT_EQ(wrongOf(solve, with({})),
            "field.required /metric\nfield.required /target\nfield.required /input\n");
  EXPECT_EQ(wrongOf(compare, with({})), "field.required /from\nfield.required /to\n");
  EXPECT_EQ(wrongOf(simulate, with({{"trials", "many"}, {"histogram", 1}})),
            "field.type /histogram\nfield.type /trials\n");
}

TEST(AnalysesTest, WhatDoesNotExist_IsNamedWithItsPath) {
  for (const Call call : {simulate, cashFlow, splitBudget, json::worth, json::reforecast}) {
    EXPECT_EQ(wrongOf(call, with({{"scenario", "none"}})), "request.scenario /scenario\n");
  }
  EXPECT_EQ(wrongOf(sensitivity, with({{"metric", "leadz"}, {"channel", "z"}, {"scenario", "z"}})),
            "request.scenario /scenario\nrequest.metric /metric\nrequest.channel /channel\n");
  EXPECT_EQ(wrongOf(compare, with({{"from", "plan"}, {"to", "z"}})), "request.scenario /to\n");
  EXPECT_EQ(wrongOf(compare, with({{"from", "z"}, {"to", "plan"}})), "request.scenario /from\n");
  EXPECT_EQ(wrongOf(simulate, with({{"against", "z"}})), "request.scenario /against\n");
  EXPECT_EQ(wrongOf(simulate, with({{"metrics", {"roi", "goalGap", 5, "amount"}}})),
            "request.metric /metrics/1\nrequest.metric /metrics/2\nrequest.metric /metrics/3\n");
  EXPECT_EQ(
      wrongOf(simulate, with({{"pairs", {{"a", "z"}, {"a"}, {{"x", "a"}, {"y", "b"}}, "ab"}}})),
      "request.channel /pairs/0/1\nfield.count /pairs/1\nfield.type /pairs/2\n"
      "field.type /pairs/3\n");
}

/// 90 to 240 leads, of which a tenth buys, at 100 to 400 each, for 1 500: at the least value they
/// lose whatever their number, at the least number only some do.
TEST(AnalysesTest, WhatIsWorthKnowing_NamesItsFiguresAndWhatIsDecided) {
  const Json ofPlan = valueOf(json::worth(with({}).dump()));
  ASSERT_EQ(ofPlan["choices"].size(), 1U);
  EXPECT_FALSE(ofPlan["choices"][0].contains("channel"));
  ASSERT_FALSE(ofPlan["ranges"].empty());
  EXPECT_EQ(ofPlan["ranges"][0]["pointers"][0], "/scenarios/0/value/revenuePerCustomer");
  for (const Json& one : ofPlan["ranges"]) {
    EXPECT_LE(one["worth"], ofPlan["perfect"]["mean"]);
    EXPECT_EQ(one["sampled"], false);
  }
  const Json ofChannels = valueOf(json::worth(with({{"channels", true}}).dump()));
  ASSERT_EQ(ofChannels["choices"].size(), 2U);  // c has no value
  EXPECT_EQ(ofChannels["choices"][1]["channel"], "b");
  EXPECT_EQ(wrongOf(json::worth, with({{"against", "z"}})), "request.scenario /against\n");
  EXPECT_EQ(valueOf(json::worth(with({{"against", "plan"}}).dump()))["perfect"]["mean"], 0);
}

TEST(AnalysesTest, NumbersOutsideTheirLimits_AreRefused) {
  for (const Call call : {simulate, cashFlow, splitBudget, json::worth, json::reforecast}) {
    for (const double trials : {511.0, 1e6 + 1, 600.5, -1.0}) {
      EXPECT_EQ(wrongOf(call, with({{"trials", trials}})), "request.number /trials\n") << trials;
    }
    for (const double seed : {-1.0, 0.5, 9007199254740992.0}) {
      EXPECT_EQ(wrongOf(call, with({{"seed", seed}})), "request.number /seed\n") << seed;
    }
  }
  EXPECT_EQ(wrongOf(splitBudget, with({{"total", -1}})), "request.number /total\n");
  const Json seek =
      with({{"metric", "profit"}, {"target", 0}, {"input", "/scenarios/0/closeRate"}});
  for (const auto& [field, value] : {std::pair{"probability", 1.5}, {"target", 1e13}}) {
    Json request = seek;
    request[field] = value;
    EXPECT_EQ(wrongOf(solve, request), std::string("request.number /") + field + "\n");
  }
}

TEST(AnalysesTest, Solve_MovesOnlyTypedFiguresThatMatter) {
  Json seek = with({{"metric", "profit"}, {"target", 0}, {"input", "/scenarios/0/period"}});
  EXPECT_EQ(wrongOf(solve, seek), "request.input /input\n");
  seek["input"] = "/scenarios/0/goal/target";
  EXPECT_EQ(wrongOf(solve, seek), "request.input /input\n");
  seek["input"] = "/scenarios/0/time/discountRate";
  EXPECT_EQ(wrongOf(solve, seek), "request.unrelated /input\n");
  seek["input"] = "/scenarios/0/channels/0/costs/0/amount";
  const Json value = valueOf(solve(seek.dump()));
  // 100 x 0.1 x 200 + 40 x 0.1 x 200 less 500, 100 and 10
  ASSERT_EQ(value["solutions"].size(), 1U);
  EXPECT_NEAR(value["solutions"][0].get<double>(), 2190, 1e-6);
  EXPECT_EQ(value["from"], 1000);
  EXPECT_EQ(value["reachable"], true);
  EXPECT_FALSE(value.contains("best"));
}

TEST(AnalysesTest, QuestionsTooLargeToAnswer_AreRefused) {
  Json document = test::documentOf(R"({"closeRate":0.1,"channels":[]})");
  for (int c = 0; c < 100; ++c) {
    document["scenarios"][0]["channels"].push_back(
        {{"id", "c" + std::to_string(c)}, {"leads", {{"low", 1}, {"high", 2}}}});
  }
  const Json many = {{"trials", 1e6}};
  for (const Call call : {simulate, splitBudget, cashFlow}) {
    Json request = with(many, document);
    if (call == cashFlow) request["channels"] = true;
    EXPECT_EQ(wrongOf(call, request), "request.size \n");
  }
  Json seek = with(many, document);
  seek.update({{"metric", "leads"},
               {"target", 1},
               {"probability", 0.5},
               {"input", "/scenarios/0/channels/0/leads"}});
  EXPECT_EQ(wrongOf(solve, seek), "request.size \n");
}

TEST(AnalysesTest, SplitErrors_NameTheField) {
  Json document = plan();
  Json& response = document["scenarios"][0]["channels"][0]["response"];
  response = {{"elasticity", 0.5}, {"minAdSpend", 900}};
  EXPECT_EQ(wrongOf(splitBudget, with({{"total", 800}}, document)), "split.total /total\n");
  response = {{"elasticity", 0.5}, {"minAdSpend", 900}, {"maxAdSpend", 100}};
  EXPECT_EQ(wrongOf(splitBudget, with({}, document)),
            "response.bounds /document/scenarios/0/channels/0/response/minAdSpend\n");
  response = {{"observed", {{{"adSpend", 1}, {"leads", 1}}, {{"adSpend", 2}, {"leads", 3}}}}};
  EXPECT_EQ(wrongOf(splitBudget, with({}, document)),
            "response.observed /document/scenarios/0/channels/0/response/observed\n");
}

TEST(AnalysesTest, UndefinedFigures_TravelAsTheirReason) {
  const Json missing = {{"undefined", "missing:leads"}};
  const Json simulated = valueOf(simulate(with({{"trials", 512}}).dump()));
  EXPECT_EQ(simulated["channels"][2]["results"]["roi"], missing);
  EXPECT_EQ(simulated["channels"][2]["profitable"]["undefinedTrials"], 512);
  const Json flows = valueOf(cashFlow(with({{"channels", true}, {"trials", 512}}).dump()));
  EXPECT_EQ(flows["channels"][2]["payback"], missing);
  EXPECT_EQ(flows["channels"][2]["months"][0], -10) << "what is paid before the start is known";
  EXPECT_EQ(flows["channels"][2]["months"][1], missing);
  const Json asked = with({{"metric", "roi"}, {"channel", "c"}});
  EXPECT_EQ(valueOf(sensitivity(asked.dump()))["value"], missing);
}

TEST(AnalysesTest, InPieces_TheAnswerIsTheSame) {
  const std::string request = with({{"trials", 5000},
                                    {"histogram", true},
                                    {"pairs", Json::array({Json::array({"a", "b"})})}})
                                  .dump();
  SimulationCall call(request);
  // nothing is drawn yet: 140 x 0.1 x 200 less 1610, and no reason made up
  EXPECT_NEAR(valueOf(call.answer())["total"]["results"]["profit"].get<double>(), 1190, 1e-9);
  while (!call.advance(300)) {
  }
  EXPECT_EQ(call.answer(), simulate(request));
  SimulationCall refused("{}");
  EXPECT_TRUE(refused.advance(1));
  EXPECT_EQ(wrong(refused.answer()), "field.required /document\n");
}

TEST(AnalysesTest, Widen_GivesARangeOrSaysWhyNot) {
  const auto asked = [](double value, const char* unit) {
    return widen(Json{{"value", value}, {"unit", unit}}.dump());
  };
  EXPECT_EQ(valueOf(asked(100, "money")), Json({{"low", 80}, {"likely", 100}, {"high", 120}}));
  EXPECT_EQ(valueOf(asked(0.5, "rate")), Json({{"low", 0.4}, {"likely", 0.5}, {"high", 0.6}}));
  EXPECT_EQ(wrong(asked(0, "count")), "range.edge /value\n");
  EXPECT_EQ(wrong(asked(1, "rate")), "range.edge /value\n");
  EXPECT_EQ(wrong(asked(1, "months")), "request.unit /unit\n");
  for (const double value : {1e-300, 1e-320, 1e300}) {
    EXPECT_EQ(wrong(asked(value, "money")), "request.number /value\n");
  }
}

TEST(AnalysesTest, WidenOfARateSeenOnCases_IsWhatTheySupport) {
  // k = n / 2 of 1: Beta(1, 1) is even, its 5 and 95 % points are 0.05 and 0.95
  const Json range = valueOf(widen(R"({"value":0.5,"unit":"rate","n":1})"));
  EXPECT_NEAR(range["low"].get<double>(), 0.05, 1e-9);
  EXPECT_NEAR(range["high"].get<double>(), 0.95, 1e-9);
  EXPECT_EQ(wrong(widen(R"({"value":0.5,"unit":"rate","n":0.5})")), "request.number /n\n");
  EXPECT_EQ(wrong(widen(R"({"value":5,"unit":"money","n":10})")), "request.number /n\n");
}

TEST(AnalysesTest, WidenByWhatAGuessMayBeOff_FollowsIt) {
  EXPECT_EQ(valueOf(widen(R"({"value":200,"unit":"count","off":0.5})")),
            Json({{"low", 100}, {"likely", 200}, {"high", 300}}));
  EXPECT_EQ(wrong(widen(R"({"value":200,"unit":"count","off":1})")), "request.number /off\n");
}

TEST(AnalysesTest, Simulate_CountsTheFiguresThatItTakesAsExact) {
  // profit rests on the close rate, the value, the cost and the leads, of which these are a range;
  // impressions move nothing, and neither does the period
  const Json document = test::documentOf(R"({"closeRate":0.1,"value":{"mode":"revenue",
    "revenuePerCustomer":150},"channels":[{"id":"a","impressions":9,
    "leads":{"low":900,"high":1100},"costs":[{"kind":"adSpend","amount":650}]}]})");
  const Json found = valueOf(simulate(Json{{"document", document}}.dump()));
  EXPECT_EQ(found["ranges"], 1);
  EXPECT_EQ(found["exact"], 3);
}

TEST(AnalysesTest, CountedCustomers_HaveNoLuckToSpeakOf) {
  const auto asked = [](const char* customers) {
    Json channel = {{"id", "a"}, {"customers", test::parsed(customers)}};
    const Json document = test::documentOf(
        Json{{"value", {{"mode", "revenue"}, {"revenuePerCustomer", {{"low", 80}, {"high", 120}}}}},
             {"channels", {channel}}});
    return Json{{"document", document}}.dump();
  };
  const char* const counted = R"({"value":12,"provenance":"measured"})";
  EXPECT_EQ(valueOf(simulate(asked(counted)))["draws"], false);
  EXPECT_FALSE(valueOf(simulate(asked(counted)))["total"].contains("luck"));
  EXPECT_FALSE(valueOf(evaluate(asked(counted)))["scenarios"][0].contains("luck"));
  EXPECT_EQ(valueOf(simulate(asked("12")))["draws"], true);
  EXPECT_TRUE(valueOf(evaluate(asked("12")))["scenarios"][0].contains("luck"));
}

TEST(AnalysesTest, Believe_IsAskedOfEveryQuestion) {
  const Json document = test::documentOf(R"({"closeRate":0.1,"value":{"mode":"revenue",
    "revenuePerCustomer":150},"channels":[{"id":"a","leads":12000,
    "costs":[{"kind":"adSpend","amount":65000}]}]})");
  const Json half = {{"document", document}, {"believe", 0.5}};
  const auto asked = [&](Json more) {
    more.update(half);
    return more.dump();
  };
  const Json total = valueOf(evaluate(half.dump()))["scenarios"][0]["total"];
  EXPECT_EQ(total["profit"], 25'000);  // 90 000 less 65 000
  EXPECT_EQ(total["revenue"], 180'000);
  EXPECT_EQ(valueOf(cashFlow(half.dump()))["total"]["profit"], 25'000);
  EXPECT_EQ(valueOf(explain(asked({{"metric", "profit"}})))["entries"][0]["value"], 25'000);
  EXPECT_EQ(valueOf(simulate(half.dump()))["total"]["results"]["profit"]["p50"], 25'000);
  const Json to = valueOf(
      solve(asked({{"metric", "profit"}, {"target", 0}, {"input", "/scenarios/0/closeRate"}})));
  EXPECT_NEAR(to["solutions"][0].get<double>(), 0.1 * 65 / 90, 1e-12);
}

TEST(AnalysesTest, WhatARateTakes_IsAlsoSaidAsOneInSoMany) {
  const auto sought = [](double rate, const char* input) {
    const Json document = test::documentOf(R"({"closeRate":)" + std::to_string(rate) + R"(,
      "value":{"mode":"revenue","revenuePerCustomer":100},"channels":[
      {"id":"a","leads":100,"costs":[{"kind":"adSpend","amount":1000}]}]})");
    return valueOf(
        solve(Json{{"document", document}, {"metric", "profit"}, {"target", 0}, {"input", input}}
                  .dump()));
  };
  // 100 leads bring 1 000 where one in ten buys
  const Json rate = sought(0.05, "/scenarios/0/closeRate");
  EXPECT_EQ(rate["oneIn"]["from"], 20);
  EXPECT_NEAR(rate["oneIn"]["solutions"][0].get<double>(), 10, 1e-9);
  EXPECT_FALSE(sought(0, "/scenarios/0/closeRate").contains("oneIn"));
  EXPECT_FALSE(sought(0.05, "/scenarios/0/channels/0/leads").contains("oneIn"));
}

TEST(AnalysesTest, BelievingAll_ChangesNoBit) {
  const Json document =
      test::parsed(test::contents(test::repository("tests/golden/everything/scenario.json")));
  const auto asked = [&](const char* more) {
    Json request = test::parsed(more);
    request["document"] = document;
    return request.dump();
  };
  EXPECT_EQ(evaluate(asked(R"({"believe":1})")), evaluate(document.dump()));
  EXPECT_EQ(cashFlow(asked(R"({"believe":1})")), cashFlow(asked("{}")));
}

TEST(AnalysesTest, Believe_IsAboveZeroAndAtMostOne) {
  const Json document = test::documentOf(R"({"channels":[{"id":"a"}]})");
  for (const double share : {0.0, -0.5, 1.01}) {
    EXPECT_EQ(wrong(evaluate(Json{{"document", document}, {"believe", share}}.dump())),
              "request.number /believe\n");
  }
  EXPECT_EQ(wrong(evaluate(Json{{"document", document}, {"believe", "half"}}.dump())),
            "field.type /believe\n");
}

TEST(AnalysesTest, WidenOfARangeToAValue_MovesIt) {
  const auto asked = [](const char* request) { return widen(request); };
  EXPECT_EQ(valueOf(asked(R"({"low":80,"likely":100,"high":150,"to":1000,"unit":"money"})")),
            Json({{"low", 800}, {"likely", 1000}, {"high", 1500}}));
  // from the geometric middle, 200
  EXPECT_EQ(valueOf(asked(R"({"low":100,"high":400,"to":400,"unit":"count"})")),
            Json({{"low", 200}, {"likely", 400}, {"high", 800}}));
  EXPECT_EQ(wrong(asked(R"({"low":0.1,"high":0.2,"to":1,"unit":"rate"})")), "range.edge /to\n");
  EXPECT_EQ(wrong(asked(R"({"low":4,"likely":5,"high":1,"to":9,"unit":"money"})")),
            "range.order \n");
  EXPECT_EQ(wrong(asked(R"({"low":1,"high":2,"to":1e13,"unit":"money"})")), "request.number /to\n");
}

TEST(AnalysesTest, WidenOfTwoEnds_SaysWhatTheRangeCountsAs) {
  const auto asked = [](const char* request) { return widen(request); };
  const Json money = valueOf(asked(R"({"low":100,"high":400,"unit":"money"})"));
  EXPECT_DOUBLE_EQ(money["likely"].get<double>(), 200);  // the geometric middle
  const Json rate = valueOf(asked(R"({"low":0.2,"high":0.5,"unit":"rate"})"));
  EXPECT_NEAR(rate["likely"].get<double>(), 1.0 / 3, 1e-12);  // odds 1/4 and 1: middle 1/2
  EXPECT_EQ(wrong(asked(R"({"low":4,"high":1,"unit":"money"})")), "range.order \n");
  EXPECT_EQ(wrong(asked(R"({"low":4,"unit":"money"})")), "figure.form \n");
  EXPECT_EQ(wrong(asked(R"({"low":1e-12,"high":1,"unit":"money"})")), "request.number /low\n");
}

// One channel whose only range is its orders; counted ones, so that nothing is left to luck.
Json oneRange(const char* id, double value) {
  Json scenario = test::parsed(R"({"action":"order","channels":[{"id":"a",
    "leads":{"low":5,"likely":20,"high":80,"provenance":"measured"},"costs":[{"kind":"adSpend","amount":1000}]}]})");
  scenario["value"] = {{"mode", "revenue"}, {"revenuePerCustomer", value}};
  Json made = test::documentOf(scenario)["scenarios"][0];
  made["id"] = id;
  return made;
}

TEST(AnalysesTest, TheSameRangeOfTwoScenarios_IsDrawnOnce) {
  Json document = test::documentOf(Json{{"channels", {{{"id", "x"}}}}});
  document["scenarios"] = Json::array({oneRange("worse", 100), oneRange("better", 101)});
  const Json asked = with({{"scenario", "better"}, {"against", "worse"}}, document);
  const Json against = valueOf(simulate(asked.dump()))["against"];
  // drawn apart, the better one would win little more than half of the time
  EXPECT_EQ(against["profit"]["probability"], 1);
  EXPECT_EQ(against["roi"]["probability"], 1);
}

TEST(AnalysesTest, ADifferentRangeOfTheOtherScenario_IsDrawnApart) {
  Json document = test::documentOf(Json{{"channels", {{{"id", "x"}}}}});
  document["scenarios"] = Json::array({oneRange("one", 100), oneRange("other", 100)});
  document["scenarios"][1]["channels"][0]["leads"]["high"] = 80.000001;
  const Json asked = with({{"scenario", "one"}, {"against", "other"}}, document);
  const Json profit = valueOf(simulate(asked.dump()))["against"]["profit"];
  EXPECT_NEAR(profit["probability"].get<double>(), 0.5, 0.01);
}

TEST(AnalysesTest, ChancesFollowFromTheRange) {
  Json document = test::documentOf(Json{{"channels", {{{"id", "x"}}}}});
  document["scenarios"] =
      Json::array({oneRange("plan", 50)});  // breaks even at its likely 20 leads
  const Json total = valueOf(simulate(with({}, document).dump()))["total"];
  EXPECT_NEAR(total["profitable"]["probability"].get<double>(), 0.5, 0.002);
  EXPECT_NEAR(total["belowBreakEven"]["probability"].get<double>(), 0.5, 0.002);
  // P5 and P95 of the return are 50 x those of the leads
  EXPECT_NEAR(total["results"]["profit"]["p5"].get<double>(), 5 * 50 - 1000, 2);
  EXPECT_NEAR(total["results"]["profit"]["p95"].get<double>(), 80 * 50 - 1000, 30);
  // on the scale of logarithms P10 and P90 lie 1.28155 / 1.64485 of the way to them
  EXPECT_NEAR(total["results"]["profit"]["p10"].get<double>(), 6.7915 * 50 - 1000, 2);
  EXPECT_NEAR(total["results"]["profit"]["p90"].get<double>(), 58.897 * 50 - 1000, 20);
}

TEST(AnalysesTest, ChannelMetrics_AreGivenForChannelsAlone) {
  const Json fields = {{"metrics", {"profit", "roas"}}, {"channelMetrics", {"roi"}}};
  const Json value = valueOf(simulate(with(fields).dump()));
  EXPECT_TRUE(value["total"]["results"].contains("profit"));
  EXPECT_TRUE(value["total"]["results"].contains("roas"));
  EXPECT_EQ(value["total"]["results"].size(), 2U);
  for (const Json& channel : value["channels"]) {
    EXPECT_EQ(channel["results"].size(), 1U);
    EXPECT_TRUE(channel["results"].contains("roi"));
  }
}

TEST(AnalysesTest, ChannelsThatNothingIsAskedOf_ChangeNoBitOfTheRest) {
  const Json pairs = Json::array({Json::array({"a", "b"})});
  const Json fields = {
      {"metrics", {"profit"}}, {"pairs", pairs}, {"loss", 10}, {"histogram", true}};
  Json alone = fields;
  alone["channelMetrics"] = Json::array();
  Json all = valueOf(simulate(with(fields).dump()));
  ASSERT_EQ(all["channels"].size(), 3U);
  all["channels"] = Json::array();
  EXPECT_EQ(valueOf(simulate(with(alone).dump())), all);
}

TEST(AnalysesTest, UnequalPeriods_AreComparedAMonthBesideTheWhole) {
  Json document = test::documentOf(Json{{"channels", {{{"id", "x"}}}}});
  document["scenarios"] = Json::array({oneRange("quarter", 300), oneRange("year", 300)});
  document["scenarios"][0]["period"] = {{"kind", "quarter"}};
  document["scenarios"][1]["period"] = {{"kind", "year"}};
  const Json value = valueOf(compare(with({{"from", "quarter"}, {"to", "year"}}, document).dump()));
  EXPECT_EQ(value["total"]["profit"]["difference"], 0);
  // 300 x 20 - 1000 = 5000, over 3 and over 12 months
  EXPECT_NEAR(value["perMonth"]["profit"]["from"].get<double>(), 5000.0 / 3, 1e-9);
  EXPECT_NEAR(value["perMonth"]["profit"]["to"].get<double>(), 5000.0 / 12, 1e-9);
  EXPECT_FALSE(value["perMonth"].contains("roi"));
}

TEST(AnalysesTest, BandOfACashFlow_HoldsItsMonths) {
  Json document = test::documentOf(Json{{"channels", {{{"id", "x"}}}}});
  document["scenarios"] = Json::array({oneRange("plan", 50)});
  document["scenarios"][0]["time"] = {{"horizonMonths", 2}, {"lagMonths", 1}};
  const Json total = valueOf(cashFlow(with({}, document).dump()))["total"];
  // the return comes in month 2; in month 1 only the cost is certain
  EXPECT_EQ(total["band"]["p5"][1], -1000);
  EXPECT_EQ(total["band"]["p95"][1], -1000);
  EXPECT_NEAR(total["band"]["p5"][2].get<double>(), 5 * 50 - 1000, 5);
  EXPECT_NEAR(total["band"]["p95"][2].get<double>(), 80 * 50 - 1000, 60);
  EXPECT_NEAR(total["band"]["paidBack"]["probability"].get<double>(), 0.5, 0.01);
  EXPECT_EQ(total["band"]["payback"]["p95"], Json({{"never", true}}));
  // paid back fastest: 1000 of 4000 after the first month's end
  EXPECT_NEAR(total["band"]["payback"]["p5"]["months"].get<double>(), 1.25, 0.01);
}

/// Every number in a reply; an overflow would be written as one near the largest double.
void expectFinite(const Json& json) {
  if (json.is_number()) {
    EXPECT_LT(std::fabs(json.get<double>()), 1e300);
  }
  if (!json.is_structured()) return;
  for (const Json& item : json) expectFinite(item);
}
void expectFinite(const std::string& reply) { expectFinite(replyOf(reply)); }

TEST(AnalysesTest, AllocationWithNothingToAllocateBy_HasASlope) {
  // no ad spend: the shared 90 are allocated equally, and one euro more of them costs one euro
  const Json document = test::documentOf(R"({"closeRate":1,
    "value":{"mode":"revenue","revenuePerCustomer":10},
    "channels":[{"id":"a","leads":5,"costs":[{"kind":"adSpend","amount":0}]},{"id":"b","leads":5}],
    "sharedCosts":[{"kind":"tools","amount":90,"allocation":{"rule":"adSpend"}}]})");
  const std::string reply = sensitivity(with({{"metric", "profit"}}, document).dump());
  expectFinite(reply);
  const Json value = valueOf(reply);
  for (const Json& input : value["inputs"]) {
    if (input["pointer"] != "/scenarios/0/sharedCosts/0/amount") continue;
    EXPECT_EQ(input["derivative"], -1);
    return;
  }
  ADD_FAILURE() << reply;
}

TEST(AnalysesTest, WidestRangesMovingTogether_DoNotOverflow) {
  const auto range = [](double likely, double strength) {
    return Json{{"low", 1e-9},
                {"likely", likely},
                {"high", 1e12},
                {"movesWith", {{"group", "g"}, {"strength", strength}}}};
  };
  Json scenario = test::parsed(R"({"closeRate":1,"channels":[{"id":"a","costs":[
    {"kind":"adSpend"}]}],"value":{"mode":"orders"}})");
  for (const char* field : {"averageOrderValue", "ordersPerYear", "years"}) {
    scenario["value"][field] = range(1e-8, 1);
  }
  Json& channel = scenario["channels"][0];
  channel["leads"] = range(1e-8, 1);
  channel["costs"][0]["hours"] = channel["costs"][0]["yearlySalary"] = range(1e11, -1);
  channel["costs"][0]["yearlyHours"] = range(1e-8, 1);
  const Json document = test::documentOf(scenario);
  expectFinite(simulate(with({{"trials", 65536}}, document).dump()));
  expectFinite(sensitivity(with({{"metric", "roas"}}, document).dump()));
}

TEST(AnalysesTest, RepliesToRandomPlans_AreJsonWithoutNanOrInfinity) {
  for (std::uint64_t seed = 20261125; seed < 20261125 + 15; ++seed) {
    SCOPED_TRACE(seed);
    const Json document = test::randomDocument(seed);
    const Json few = with({{"trials", 600}}, document);
    expectFinite(simulate(few.dump()));
    expectFinite(cashFlow(few.dump()));
    expectFinite(splitBudget(few.dump()));
    expectFinite(compare(with({{"from", "s0"}, {"to", "s0"}}, document).dump()));
    Json asked = few;
    asked["metric"] = "roi";
    expectFinite(sensitivity(asked.dump()));
  }
}

TEST(AnalysesTest, LuckAlone_IsAllOfTheVarianceAndPointsNowhere) {
  const Json document = test::documentOf(R"({"value":{"mode":"revenue","revenuePerCustomer":100},
    "channels":[{"id":"a","leads":30,"closeRate":0.1,"costs":[{"kind":"tools","amount":10}]}]})");
  const Json request = {{"document", document}, {"metric", "profit"}, {"trials", 65'536}};
  const Json shares = valueOf(sensitivity(request.dump()))["shares"];
  ASSERT_EQ(shares.size(), 1U);
  EXPECT_EQ(shares[0]["luck"], true);
  EXPECT_EQ(shares[0]["share"], 1);
  EXPECT_TRUE(shares[0]["pointers"].empty());
}

}  // namespace
}  // namespace roi::json::analyses_test
