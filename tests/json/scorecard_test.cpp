// KPIs as they are asked and answered, and what one percent more does, against the plan typed
// again.

#include <gtest/gtest.h>

#include <optional>
#include <set>

#include "json/api.h"
#include "json/evidence_contract.h"
#include "roi/kpi.h"

namespace roi::scorecard_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json valueOf(const std::string& reply) {
  const Json read = test::parsed(reply);
  EXPECT_EQ(read["ok"], true) << read;
  return read["value"];
}

Json answerOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "scorecardRequest"), "");
  Json value = valueOf(json::scorecard(request.dump()));
  EXPECT_EQ(evidenceDifferences(value, "scorecard"), "");
  return value;
}

Json kpiOf(const Json& value, std::string_view id) {
  for (const Json& kpi : value["kpis"]) {
    if (kpi["id"] == id) return kpi;
  }
  ADD_FAILURE() << "no " << id;
  return {};
}

std::string errorsOf(const Json& request) {
  const Json reply = test::parsed(json::scorecard(request.dump()));
  std::string list;
  for (const Json& error : reply.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  return list;
}

Json request() {
  return test::parsed(R"({"goal":"profit","kpis":["engagementRateByReach","reach"],"channels":[
    {"id":"a","counts":{"likes":30,"comments":6,"shares":4,"reach":1000}},
    {"id":"b","counts":{"likes":10,"comments":0,"shares":0,"reach":3000}},
    {"id":"c","counts":{"likes":900}}]})");
}

TEST(ScorecardTest, ATotalDividesSums_AndSaysWhomItLeavesOut) {
  const Json rate = kpiOf(answerOf(request()), "engagementRateByReach");
  EXPECT_EQ(rate["total"], (Json{{"value", 0.0125}, {"numerator", 50}, {"denominator", 4000}}));
  EXPECT_EQ(rate["without"], Json({"c"}));
  EXPECT_EQ(rate["channels"][0]["figure"]["value"], 0.04);
  EXPECT_EQ(rate["channels"][2]["figure"], (Json{{"undefined", "missing:comments"}}));
  EXPECT_EQ(rate["inputs"], Json({"likes", "comments", "shares", "reach"}));
  EXPECT_EQ(rate["interactions"], true);
  EXPECT_EQ(rate["overlaps"], true);
  EXPECT_EQ(rate["chain"], Json::array());
  EXPECT_EQ(rate["serves"], Json::array());
}

TEST(ScorecardTest, SaysWhyAFigureIsNone) {
  Json asked = request();
  asked["kpis"] = {"responseRate", "frequency"};
  asked["channels"] = test::parsed(R"([
    {"id":"a","counts":{"answered":9,"messages":8,"impressions":500,"reach":100}},
    {"id":"b","counts":{"answered":3,"messages":4,"impressions":300,"reach":100}},
    {"id":"c","counts":{}}])");
  const Json value = answerOf(asked);
  const Json responses = kpiOf(value, "responseRate");
  EXPECT_EQ(responses["channels"][0]["figure"], (Json{{"undefined", "excess:answered:messages"}}));
  EXPECT_EQ(responses["total"]["value"], 0.75);
  EXPECT_EQ(responses["without"], Json({"a", "c"}));
  const Json frequency = kpiOf(value, "frequency");
  EXPECT_EQ(frequency["total"], (Json{{"undefined", "onlyByChannel"}}));
  EXPECT_EQ(frequency["channels"][1]["figure"]["value"], 3);
  EXPECT_FALSE(frequency.contains("without"));
}

TEST(ScorecardTest, CareIsInShares_WhichAreFractions) {
  Json asked = request();
  asked["kpis"] = {"deflectedCost", "meanResponseTime", "engagementRateByFollowersPerPost"};
  asked["channels"] = test::parsed(R"([
    {"id":"a","counts":{"answered":300,"responseHours":2,"deflectedShare":0.3,"callCost":8,
      "likes":1,"comments":1,"shares":1,"posts":0,"followers":9}},
    {"id":"b","counts":{"answered":100,"responseHours":6,"callCost":1,
      "deflectedShare":{"low":0.1,"likely":0.5,"high":0.9}}}])");
  const Json value = answerOf(asked);
  const Json deflected = kpiOf(value, "deflectedCost");
  EXPECT_EQ(deflected["total"],  // 720 + 50, of 10 to 90
            (Json{{"value", 770}, {"low", 730}, {"high", 810}}));
  EXPECT_EQ(deflected["share"], "deflectedShare");
  EXPECT_EQ(deflected["ranked"], Json({"a", "b"}));
  const Json time = kpiOf(value, "meanResponseTime");
  EXPECT_EQ(time["total"], (Json{{"value", 3}, {"numerator", 1200}, {"denominator", 400}}));
  EXPECT_EQ(kpiOf(value, "engagementRateByFollowersPerPost")["channels"][0]["figure"],
            (Json{{"undefined", "zero:posts"}}));
  asked["channels"][1]["counts"]["deflectedShare"] = 30;
  EXPECT_NE(errorsOf(asked).find("/channels/1/counts/deflectedShare"), std::string::npos);
}

TEST(ScorecardTest, ChannelsAreRanked_EqualsAsTheyWereAsked) {
  Json asked = request();
  asked["kpis"] = {"frequency", "meanResponseTime"};
  asked["channels"] = test::parsed(R"([
    {"id":"a","counts":{"answered":1,"responseHours":5}},{"id":"b","counts":{"answered":1}},
    {"id":"c","counts":{"answered":9,"responseHours":2}},
    {"id":"d","counts":{"answered":7,"responseHours":5}}])");
  const Json value = answerOf(asked);
  EXPECT_EQ(kpiOf(value, "meanResponseTime")["ranked"], Json({"c", "a", "d"}));
  EXPECT_EQ(kpiOf(value, "frequency")["ranked"], Json::array());
  EXPECT_FALSE(kpiOf(value, "reach").contains("ranked"));
}

TEST(ScorecardTest, SaysOfAllKpis_WhetherTheyLeadToTheGoal) {
  Json asked = request();
  asked["goal"] = "leads";
  const Json value = answerOf(asked);
  EXPECT_EQ(value["kpis"].size(), kpis().size());
  EXPECT_EQ(kpiOf(value, "frequency")["chain"], Json({"impressions", "clicks", "leads"}));
  EXPECT_FALSE(kpiOf(value, "frequency").contains("total"));
  const Json cost = kpiOf(value, "adSpendCpl");
  EXPECT_EQ(cost["chain"], Json::array());
  EXPECT_EQ(cost["serves"], Json({"profit", "roi", "roas", "incrementalRoas", "adSpendCpl",
                                  "fullCostCpl", "fullCostCac"}));
}

TEST(ScorecardTest, RangesCountWithTheirLikelyValue) {
  Json asked = request();
  asked["channels"][1]["counts"]["reach"] = {{"low", 1000}, {"high", 9000}};  // geometric middle
  EXPECT_NEAR(kpiOf(answerOf(asked), "reach")["channels"][1]["figure"]["value"], 3000, 1e-9);
  asked["channels"][1]["counts"]["reach"] = {{"low", 1000}, {"likely", 2000}, {"high", 9000}};
  EXPECT_EQ(kpiOf(answerOf(asked), "reach")["channels"][1]["figure"]["value"], 2000);
}

TEST(ScorecardTest, ARangeGoesFromTheLeastToTheGreatest) {
  Json asked = request();
  asked["channels"][0]["counts"]["likes"] = {{"low", 20}, {"likely", 30}, {"high", 50}};
  asked["channels"][1]["counts"]["reach"] = {{"low", 1000}, {"likely", 3000}, {"high", 5000}};
  const Json rate = kpiOf(answerOf(asked), "engagementRateByReach");
  // 30 to 60 of 1000; 10 of 1000 to 5000; together 40 to 70 of 2000 to 6000
  const auto expectSpan = [](const Json& figure, double low, double high) {
    EXPECT_DOUBLE_EQ(figure["low"], low);
    EXPECT_DOUBLE_EQ(figure["high"], high);
  };
  expectSpan(rate["channels"][0]["figure"], 0.03, 0.06);
  expectSpan(rate["channels"][1]["figure"], 0.002, 0.01);
  expectSpan(rate["total"], 40.0 / 6000, 70.0 / 2000);
  EXPECT_FALSE(kpiOf(answerOf(request()), "reach")["total"].contains("low"));
}

TEST(ScorecardTest, AMeanByPost_FallsWithPostsAndFollowers) {
  Json asked = request();
  asked["kpis"] = {"engagementRateByFollowersPerPost"};
  asked["channels"] = test::parsed(R"([{"id":"a","counts":{"likes":60,"comments":0,"shares":0,
    "posts":{"low":2,"high":6},"followers":{"low":100,"high":200}}}])");
  const Json figure =
      kpiOf(answerOf(asked), "engagementRateByFollowersPerPost")["channels"][0]["figure"];
  EXPECT_DOUBLE_EQ(figure["low"], 10.0 / 200);
  EXPECT_DOUBLE_EQ(figure["high"], 30.0 / 100);
}

TEST(ScorecardTest, AWeighedMean_GoesAsFarAsItsWeightsTurnIt) {
  Json asked = request();
  asked["kpis"] = {"meanResponseTime"};
  asked["channels"] = test::parsed(R"([
    {"id":"a","counts":{"responseHours":2,"answered":{"low":100,"likely":200,"high":300}}},
    {"id":"b","counts":{"responseHours":8,"answered":{"low":100,"likely":200,"high":500}}},
    {"id":"c","counts":{"responseHours":{"low":4,"likely":5,"high":6},"answered":100}}])");
  const Json total = kpiOf(answerOf(asked), "meanResponseTime")["total"];
  EXPECT_DOUBLE_EQ(total["value"], 2500.0 / 500);
  EXPECT_DOUBLE_EQ(total["low"], (2 * 300 + 8 * 100 + 4 * 100) / 500.0);
  EXPECT_DOUBLE_EQ(total["high"], (2 * 100 + 8 * 500 + 6 * 100) / 700.0);
}

// The formulas, worked out again over what was counted.

double workedOut(const Json& entries, const Json& asked, const Json& entry);

double stepOf(const Json& entries, const Json& asked, const Json& terms, const Json& term) {
  if (term.contains("constant")) return term["constant"];
  if (term.contains("entry")) {
    return workedOut(entries, asked, entries[term["entry"].get<std::size_t>()]);
  }
  const std::string op = term["op"];
  std::optional<double> made;
  for (const Json& of : term["of"]) {
    const double next = stepOf(entries, asked, terms, terms[of.get<std::size_t>()]);
    if (!made) {
      made = next;
    } else if (op == "sum" || op == "add") {
      *made += next;
    } else if (op == "subtract") {
      *made -= next;
    } else if (op == "multiply") {
      *made *= next;
    } else {
      EXPECT_EQ(op, "quotient");
      *made /= next;
    }
  }
  return made.value();
}

double workedOut(const Json& entries, const Json& asked, const Json& entry) {
  if (entry["entry"] == "figure")
    return stepOf(entries, asked, entry["terms"], entry["terms"].back());
  for (const Json& channel : asked["channels"]) {
    if (channel["id"] == entry["channel"])
      return channel["counts"][entry["input"].get<std::string>()];
  }
  ADD_FAILURE() << entry;
  return 0;
}

TEST(ScorecardTest, EachFigureIsExplained_DownToItsCounts) {
  Json asked = request();
  asked["kpis"] = {"engagementRateByReach", "bounceRate",   "followerGrowth",
                   "earnedMediaValue",      "costPerReach", "leads"};
  asked["explained"] = true;
  const Json more = test::parsed(R"({"sessions":900,"engagedSessions":310,"followers":410.5,
    "followersAtStart":390,"earnedImpressions":12345,"marketCpm":6.7,"adSpend":123.45,"leads":3})");
  asked["channels"][0]["counts"].update(more);
  asked["channels"][1]["counts"].update(more);
  asked["channels"][1]["counts"]["sessions"] = 777;
  const Json answer = answerOf(asked);
  const Json& entries = answer["entries"];
  std::size_t at = 0;
  for (const Json& kpi : answer["kpis"]) {
    const Json& id = kpi["id"];
    if (!kpi.contains("total")) continue;
    Json figures = Json::array({kpi["total"]});
    for (const Json& channel : kpi["channels"]) figures.push_back(channel["figure"]);
    for (std::size_t scope = 0; scope < figures.size(); ++scope) {
      if (!figures[scope].contains("value")) continue;
      const Json& entry = entries[at++];
      EXPECT_EQ(entry["kpi"], id);
      EXPECT_EQ(entry.contains("channel"), scope > 0);
      EXPECT_EQ(entry["value"], figures[scope]["value"]) << id;
      EXPECT_EQ(workedOut(entries, asked, entry), figures[scope]["value"].get<double>()) << id;
    }
  }
  // 5 KPIs of 2 channels; all have a total but what is said of each person
  EXPECT_EQ(at, 14U);
  std::set<std::string> named;
  for (std::size_t i = at; i < entries.size(); ++i) {
    EXPECT_FALSE(entries[i].contains("kpi"));
    if (entries[i]["entry"] != "input") continue;
    const std::string name =
        entries[i]["channel"].get<std::string>() + " " + entries[i]["input"].get<std::string>();
    EXPECT_TRUE(named.insert(name).second) << name;
  }
  EXPECT_FALSE(answerOf(request()).contains("entries"));
}

TEST(ScorecardTest, RefusesWhatIsNoInteraction) {
  Json asked = request();
  asked["interactions"] = {"likes", "reach"};
  EXPECT_EQ(errorsOf(asked), "field.choice /interactions/1\n");
}

TEST(ScorecardTest, RefusesWhatItCannotMean) {
  Json asked = request();
  asked["kpis"][1] = "karma";
  asked["interactions"] = {"likes", "likes"};
  asked["channels"][1]["id"] = "a";
  asked["channels"][0]["counts"]["posts"] = {{"low", 5}, {"high", 3}};
  asked["channels"][0]["counts"]["views"] = 1e-12;
  asked["levers"] = Json::array({{{"kind", "leads"}, {"channel", "z"}, {"percent", 1}}});
  const std::string found = errorsOf(asked);
  for (const char* one :
       {"field.choice /kpis/1\n", "id.duplicate /interactions/1\n", "id.duplicate /channels/1/id\n",
        "range.order /channels/0/counts/posts\n", "field.minimum /channels/0/counts/views\n",
        "id.unknown /levers/0/channel\n"}) {
    EXPECT_NE(found.find(one), std::string::npos) << one << " in\n" << found;
  }
}

// A plan of two channels, typed as counts and rates of every kind.
Json plan() {
  return test::parsed(R"({"schemaVersion":2,"scenarios":[{"id":"p","period":{"kind":"month"},
    "currency":"EUR","action":"lead","closeRate":0.25,"margin":0.6,
    "value":{"mode":"revenue","revenuePerCustomer":400},
    "channels":[
      {"id":"a","impressions":50000,"ctr":0.02,"conversionRate":0.08,
       "costs":[{"kind":"adSpend","amount":900},{"kind":"tools","amount":100}],
       "kpis":{"reach":20000,"likes":700}},
      {"id":"b","adSpendCpc":1.5,"conversionRate":0.05,"costs":[{"kind":"adSpend","amount":300}]}],
    "goal":{"metric":"profit","target":5000}}]})");
}

double profitOf(const Json& document) {
  return valueOf(json::evaluate(document.dump()))["scenarios"][0]["total"]["profit"];
}

/// A channel's own figures that KPIs are made of, as the page sends them.
Json figuresOf(const Json& document, std::size_t channel) {
  const Json found =
      valueOf(json::evaluate(document.dump()))["scenarios"][0]["channels"][channel]["results"];
  Json counts = Json::object();
  for (const char* figure :
       {"impressions", "clicks", "leads", "customers", "adSpend", "revenue", "profit", "cost"}) {
    if (found[figure].is_number()) counts[figure] = found[figure];
  }
  return counts;
}

/// As the page asks it: with what sensitivity says of the goal.
Json asked(const Json& document) {
  const Json found = valueOf(json::sensitivity(
      Json{{"document", document}, {"metric", "profit"}, {"shares", false}}.dump()));
  Json levers = Json::array();
  for (const Json& lever : found["levers"]) {
    if (!lever.contains("channel")) continue;
    levers.push_back(
        {{"kind", lever["kind"]}, {"channel", lever["channel"]}, {"percent", lever["percent"]}});
  }
  Json first = figuresOf(document, 0);
  first["reach"] = 20000;
  return {{"goal", "profit"},
          {"kpis",
           {"reach", "frequency", "ctr", "conversionRate", "adSpendCpl", "applauseRate", "roas",
            "roi"}},
          {"channels",
           {{{"id", "a"}, {"counts", first}}, {{"id", "b"}, {"counts", figuresOf(document, 1)}}}},
          {"levers", levers}};
}

TEST(ScorecardTest, OnePercentMore_IsWhatThePlanSaysWhenItIsTyped) {
  const Json value = answerOf(asked(plan()));
  const double now = profitOf(plan());
  const auto changed = [&](const char* pointer, double figure) {
    Json document = plan();
    document[Json::json_pointer(std::string("/scenarios/0/channels/") + pointer)] = figure;
    return profitOf(document) - now;
  };
  const double impressions = changed("0/impressions", 50500);
  EXPECT_NEAR(kpiOf(value, "reach")["channels"][0]["effect"], impressions, 1e-9 * now);
  EXPECT_NEAR(kpiOf(value, "frequency")["effect"], impressions, 1e-9 * now);
  EXPECT_NEAR(kpiOf(value, "ctr")["channels"][0]["effect"], changed("0/ctr", 0.0202), 1e-9 * now);
  const double rates = changed("0/conversionRate", 0.0808) + changed("1/conversionRate", 0.0505);
  EXPECT_NEAR(kpiOf(value, "conversionRate")["effect"], rates, 1e-9 * now);
  EXPECT_NEAR(kpiOf(value, "adSpendCpl")["channels"][0]["effect"], changed("0/costs/0/amount", 909),
              1e-9 * now);
  EXPECT_LT(kpiOf(value, "adSpendCpl")["effect"], 0);
}

TEST(ScorecardTest, WhatAPlanDoesNotKnow_HasNoEffectThere) {
  const Json value = answerOf(asked(plan()));
  EXPECT_FALSE(kpiOf(value, "reach")["channels"][1].contains("effect"));
  EXPECT_FALSE(kpiOf(value, "applauseRate").contains("effect"));
}

// 20 customers of a and 2.5 of b at 400 and a margin of 60 %: 5 400; cost 1 300.
TEST(ScorecardTest, RoasAndRoi_LeadToProfitAndSayWhatIsHeld) {
  const Json value = answerOf(asked(plan()));
  const Json roas = kpiOf(value, "roas");
  EXPECT_EQ(roas["chain"], Json({"revenue", "return", "profit"}));
  EXPECT_EQ(roas["per"], "adSpend");
  EXPECT_NEAR(roas["effect"], 54, 1e-9);
  const Json roi = kpiOf(value, "roi");
  EXPECT_EQ(roi["chain"], Json({"profit"}));
  EXPECT_EQ(roi["per"], "cost");
  EXPECT_NEAR(roi["effect"], 41, 1e-9);
}

TEST(ScorecardTest, ThePlanIsTheSame_WithKpisAndWithout) {
  Json without = plan();
  without["scenarios"][0]["channels"][0].erase("kpis");
  EXPECT_EQ(json::evaluate(plan().dump()), json::evaluate(without.dump()));
}

TEST(ScorecardTest, TheContract_NamesWhatThereIs) {
  const Json& defs = test::evidenceContract()["$defs"];
  Json ids = Json::array();
  for (const KpiInfo& kpi : kpis()) ids.push_back(kpi.id);
  EXPECT_EQ(defs["kpiId"]["enum"], ids);
  Json inputs = Json::array();
  Json goalIds = Json::array();
  for (std::size_t i = 0; i < kKpiInputs; ++i) inputs.push_back(text(static_cast<KpiInput>(i)));
  for (const Metric goal : goals()) goalIds.push_back(info(goal).id);
  EXPECT_EQ(defs["kpiInput"]["enum"], inputs);
  EXPECT_EQ(defs["goalMetric"]["enum"], goalIds);
  const std::set<std::string> interactions = defs["kpiInteraction"]["enum"];
  for (const std::string name : inputs) {
    EXPECT_EQ(interactions.contains(name), isInteraction(*kpiInputById(name))) << name;
  }
  Json usual = request();
  usual["interactions"] = defs["scorecardRequest"]["properties"]["interactions"]["default"];
  EXPECT_EQ(answerOf(usual), answerOf(request()));
  EXPECT_EQ(defs["kpiCounts"]["properties"].size(), inputs.size());
  const Json document = test::parsed(std::string(json::schema()));
  EXPECT_EQ(document["$defs"]["goal"]["properties"]["metric"]["enum"], goalIds);
  for (const auto& [name, rule] : document["$defs"]["kpis"]["properties"].items()) {
    EXPECT_TRUE(kpiInputById(name)) << name;
  }
}

}  // namespace
}  // namespace roi::scorecard_test
