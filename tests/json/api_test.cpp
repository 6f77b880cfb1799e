#include "json/api.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "golden/files.h"
#include "json/contract.h"
#include "json/document.h"
#include "json/replies.h"
#include "roi/error.h"
#include "roi/metric.h"

namespace roi::json::api_test {
namespace {

using test::Json;
using test::replyOf;
using test::valueOf;
using test::wrong;

Json twoChannels() {
  return test::documentOf(R"({"closeRate":0.1,"value":{"mode":"revenue","revenuePerCustomer":200},
    "channels":[{"id":"a","leads":100,"costs":[{"kind":"adSpend","amount":1000}]},
    {"id":"b","leads":300,"costs":[{"kind":"adSpend","amount":500}]},
    {"id":"free","leads":1},{"id":"brand","costs":[{"kind":"tools","amount":100}]}]})");
}

Json scenarioOf(const Json& document) { return valueOf(evaluate(document.dump()))["scenarios"][0]; }

TEST(ApiTest, Evaluate_GivesEveryResultOfTotalAndChannels) {
  const Json scenario = scenarioOf(twoChannels());
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    const std::string id(info(metric).id);
    EXPECT_EQ(scenario["total"].contains(id), isResult(metric)) << id;
    EXPECT_EQ(scenario["channels"][0]["results"].contains(id), isResult(metric)) << id;
  }
  EXPECT_EQ(scenario["channels"][0]["results"]["roi"], 1);
  EXPECT_EQ(scenario["channels"][1]["results"]["roi"], 11);
  EXPECT_EQ(scenario["id"], "plan");
  EXPECT_EQ(scenario["basis"], "revenue");
  EXPECT_EQ(scenario["periodMonths"], 1);
}

TEST(ApiTest, UndefinedFigure_TravelsAsItsReason) {
  const Json scenario = scenarioOf(twoChannels());
  EXPECT_EQ(scenario["channels"][2]["results"]["roi"], Json({{"undefined", "zero:cost"}}));
  EXPECT_EQ(scenario["total"]["leads"], Json({{"undefined", "missing:leads"}}));
}

TEST(ApiTest, Ranking_NamesBestWorstAndTheUndefined) {
  const Json scenario = scenarioOf(twoChannels());
  EXPECT_EQ(scenario["ranked"], Json({"b", "a"}));
  EXPECT_EQ(scenario["best"], "b");
  EXPECT_EQ(scenario["worst"], "a");
  EXPECT_EQ(scenario["unranked"], Json::array({{{"id", "brand"}, {"reason", "missing:leads"}},
                                               {{"id", "free"}, {"reason", "zero:cost"}}}));
  EXPECT_EQ(scenario["leftOut"], Json({"brand"}));
}

TEST(ApiTest, AllocatedCostAlone_MakesNoChannelWorstOrLosing) {
  Json document = test::documentOf(R"({"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":100},"channels":[
    {"id":"a","leads":100,"costs":[{"kind":"adSpend","amount":400}]},
    {"id":"b","leads":90,"costs":[{"kind":"adSpend","amount":100}]}],
    "sharedCosts":[{"kind":"tools","amount":1000,"allocation":{"rule":"weights",
      "weights":[{"channel":"b","weight":1}]}}]})");
  const Json allocated = scenarioOf(document);
  EXPECT_EQ(allocated["ranked"], Json({"a", "b"}));
  EXPECT_LT(allocated["channels"][1]["results"]["profit"], 0);  // 900 - 100 - 1000
  EXPECT_FALSE(allocated.contains("worst"));
  EXPECT_EQ(allocated["losing"], Json::array());
  document["scenarios"][0]["channels"][1]["costs"][0]["amount"] = 950;
  const Json losing = scenarioOf(document);
  EXPECT_EQ(losing["worst"], "b");
  EXPECT_EQ(losing["losing"], Json({"b"}));
}

TEST(ApiTest, CacPayback_IsToldWithChurnWhereCustomersSubscribe) {
  Json document = test::documentOf(R"({"margin":0.8,
    "value":{"mode":"subscription","revenuePerMonth":50,"monthlyChurn":0.04},"channels":[
    {"id":"a","customers":10,"costs":[{"kind":"adSpend","amount":3000}]},
    {"id":"b","customers":10,"costs":[{"kind":"adSpend","amount":10000}]}]})");
  const Json scenario = scenarioOf(document);
  EXPECT_NEAR(scenario["channels"][0]["cacPaybackWithChurn"], 8.737322811646465, 1e-12);
  EXPECT_EQ(scenario["channels"][1]["cacPaybackWithChurn"], false);
  // 650 at 40 a month: 16.25 months, ln(1 - 0.65) / ln(0.96)
  EXPECT_NEAR(scenario["cacPaybackWithChurn"], 25.717070829985396, 1e-9);
  document["scenarios"][0]["channels"][1]["value"] = {{"mode", "revenue"},
                                                      {"revenuePerCustomer", 9}};
  EXPECT_FALSE(scenarioOf(document).contains("cacPaybackWithChurn"));
}

TEST(ApiTest, OneRankedChannel_IsNeitherBestNorWorst) {
  Json document = twoChannels();
  document["scenarios"][0]["channels"].erase(1);
  const Json scenario = scenarioOf(document);
  EXPECT_EQ(scenario["ranked"], Json::array({"a"}));
  EXPECT_FALSE(scenario.contains("best"));
  EXPECT_FALSE(scenario.contains("worst"));
}

TEST(ApiTest, Goal_SaysWhereItStands) {
  Json document = twoChannels();
  Json& scenario = document["scenarios"][0];
  scenario["channels"].erase(3);
  scenario["channels"].erase(2);
  scenario["goal"] = test::parsed(R"({"metric":"adSpendCpl","target":3,"start":"2026-01-01",
    "deadline":"2026-01-31","progress":{"date":"2026-01-16","reached":2},"basket":50})");
  const Json goal = scenarioOf(document)["goal"];
  EXPECT_EQ(goal["metric"], "adSpendCpl");
  EXPECT_EQ(goal["target"], 3);
  EXPECT_EQ(goal["value"], 3.75);
  EXPECT_EQ(goal["attained"], false);
  EXPECT_FALSE(goal.contains("pace")) << "half of a cost is nothing that is reached on the way";
  EXPECT_EQ(goal["basket"]["target"], 50);
  EXPECT_EQ(goal["basket"]["value"], Json({{"undefined", "missing:averageOrderValue"}}));
  EXPECT_EQ(goal["results"]["goalGap"], 0.75);
  EXPECT_EQ(goal["results"].size(), 11U);
}

TEST(ApiTest, Goal_SaysWhetherItCanBeReachedWhereItIsNot) {
  Json document = twoChannels();
  Json& scenario = document["scenarios"][0];
  scenario["channels"].erase(3);
  scenario["goal"] = {{"metric", "leads"}, {"target", 600}};
  EXPECT_EQ(scenarioOf(document)["goal"]["reachable"], true);
  scenario["goal"]["target"] = 0.5;
  EXPECT_FALSE(scenarioOf(document)["goal"].contains("reachable"));
  scenario["goal"] = {{"metric", "adSpendCpl"}, {"target", 3}};
  scenario["channels"].erase(2);
  EXPECT_EQ(scenarioOf(document)["goal"]["attained"], false);
}

TEST(ApiTest, Luck_IsSaidUnder30Customers) {
  Json document = test::documentOf(R"({"channels":[{"id":"a","customers":16}]})");
  EXPECT_EQ(scenarioOf(document)["luck"], 0.25);
  document["scenarios"][0]["channels"][0]["customers"] = 30;
  EXPECT_FALSE(scenarioOf(document).contains("luck"));
}

TEST(ApiTest, OneIn_SaysOfHowManyLeadsOneBecomesACustomer) {
  Json document = test::documentOf(R"({"channels":[{"id":"a","leads":16}]})");
  document["scenarios"][0]["closeRate"] = 0.25;
  EXPECT_EQ(scenarioOf(document)["oneIn"], 4);
  document["scenarios"][0]["closeRate"] = {{"low", 0.1}, {"likely", 0.2}, {"high", 0.3}};
  EXPECT_EQ(scenarioOf(document)["oneIn"], 5);
  document["scenarios"][0]["closeRate"] = 0;
  EXPECT_FALSE(scenarioOf(document).contains("oneIn"));
  document["scenarios"][0].erase("closeRate");
  EXPECT_FALSE(scenarioOf(document).contains("oneIn"));
}

TEST(ApiTest, Basket_IsHeldAgainstItsTarget) {
  Json document = test::documentOf(R"({"value":{"mode":"orders","averageOrderValue":60,
    "ordersPerYear":1,"years":1},"channels":[{"id":"a","leads":1}],
    "goal":{"metric":"leads","target":1,"basket":50}})");
  const Json goal = scenarioOf(document)["goal"];
  EXPECT_EQ(goal["basket"], test::parsed(R"({"target":50,"value":60,"attained":true})"));
  EXPECT_EQ(goal["attained"], true);
  EXPECT_FALSE(goal.contains("pace"));
}

TEST(ApiTest, Goal_OfWhatAddsUpHasAPace) {
  Json document = test::documentOf(R"({"channels":[{"id":"a","leads":1}],"goal":{"metric":"leads",
    "target":300,"start":"2026-01-01","deadline":"2026-01-31",
    "progress":{"date":"2026-01-16","reached":200}}})");
  EXPECT_EQ(scenarioOf(document)["goal"]["pace"],
            test::parsed(R"({"elapsed":0.5,"expected":150,"reached":200})"));
}

TEST(ApiTest, EveryScenario_IsAnswered) {
  Json document = twoChannels();
  document["scenarios"].push_back(document["scenarios"][0]);
  document["scenarios"][1]["id"] = "second";
  const Json value = valueOf(evaluate(document.dump()));
  ASSERT_EQ(value["scenarios"].size(), 2U);
  EXPECT_EQ(value["scenarios"][1]["id"], "second");
}

TEST(ApiTest, Errors_HaveCodePathAndMessage) {
  const Json reply = replyOf(evaluate(R"({"schemaVersion":3,"scenarios":5})"));
  EXPECT_EQ(reply["ok"], false);
  ASSERT_EQ(reply["errors"].size(), 2U);
  EXPECT_EQ(reply["errors"][0]["code"], "version.newer");
  EXPECT_EQ(reply["errors"][0]["path"], "/schemaVersion");
  EXPECT_EQ(reply["errors"][0]["message"], std::string(message(ErrorCode::versionNewer)));
  EXPECT_EQ(reply["errors"][0]["detail"], "2");
  EXPECT_EQ(reply["errors"][1]["code"], "field.type");
}

std::string explainOf(Json request) {
  if (!request.contains("document")) request["document"] = twoChannels();
  return explain(request.dump());
}

TEST(ApiTest, Explain_BeginsWithTheFigureAskedFor) {
  const Json value = valueOf(explainOf({{"metric", "roi"}, {"channel", "b"}}));
  EXPECT_EQ(value["scenario"], "plan");
  const Json& first = value["entries"][0];
  EXPECT_EQ(first["entry"], "figure");
  EXPECT_EQ(first["metric"], "roi");
  EXPECT_EQ(first["channel"], "b");
  EXPECT_EQ(first["value"], 11);
  EXPECT_EQ(first["formula"], "profit / cost");
  EXPECT_EQ(first["terms"].size(), 3U);
  EXPECT_EQ(first["terms"][2], test::parsed(R"({"op":"quotient","of":[0,1]})"));
}

TEST(ApiTest, Explain_WithoutChannelIsOfTheTotal) {
  const Json first = valueOf(explainOf({{"metric", "cost"}}))["entries"][0];
  EXPECT_FALSE(first.contains("channel"));
  EXPECT_EQ(first["value"], 1600);
}

TEST(ApiTest, Explain_PointsToLinesAndInputs) {
  Json document = twoChannels();
  document["scenarios"][0]["channels"][0]["costs"][0] = test::parsed(R"({"kind":"fees",
    "label":"agency","amount":{"low":4,"high":9,"provenance":"benchmark","source":"b7"}})");
  const Json entries =
      valueOf(explainOf({{"metric", "fees"}, {"channel", "a"}, {"document", document}}))["entries"];
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[1]["metric"], "costLine");
  EXPECT_EQ(entries[1]["pointer"], "/scenarios/0/channels/0/costs/0");
  EXPECT_EQ(entries[1]["kind"], "fees");
  EXPECT_EQ(entries[1]["label"], "agency");
  EXPECT_EQ(entries[2], test::parsed(R"({"entry":"input","metric":"amount","low":4.0,"high":9.0,
    "pointer":"/scenarios/0/channels/0/costs/0/amount","provenance":"benchmark","source":"b7",
    "value":6.0})"));
}

/// An entry without its terms, whose places differ between lists; and these places.
struct Said {
  std::string text;
  std::vector<std::size_t> terms;
};

std::vector<Said> saidBy(const Json& entries) {
  std::vector<Said> all;
  for (Json entry : entries) {
    Said said;
    for (const Json& term : entry.value("terms", Json::array())) {
      if (term.contains("entry")) said.terms.push_back(term["entry"]);
    }
    entry.erase("terms");
    said.text = entry.dump();
    all.push_back(said);
  }
  return all;
}

/// What an entry rests on, itself included.
std::multiset<std::string> restsOn(const std::vector<Said>& entries, std::size_t from) {
  std::set<std::size_t> places = {from};
  std::vector<std::size_t> ahead = {from};
  std::multiset<std::string> found;
  while (!ahead.empty()) {
    const Said& entry = entries[ahead.back()];
    ahead.pop_back();
    for (const std::size_t next : entry.terms) {
      if (places.insert(next).second) ahead.push_back(next);
    }
    found.insert(entry.text);
  }
  return found;
}

std::vector<Json> goldenDocuments() {
  std::vector<Json> documents = {twoChannels()};
  for (const char* name : {"everything", "missing-close-rate", "shared-weights-zero",
                           "preset-agency-pitch", "zero-leads"}) {
    const std::string path = "tests/golden/" + std::string(name) + "/scenario.json";
    documents.push_back(test::parsed(test::contents(test::repository(path))));
  }
  return documents;
}

TEST(ApiTest, ExplainAll_FiguresAreThoseOfEvaluate) {
  for (const Json& document : goldenDocuments()) {
    const Json answer = valueOf(evaluate(document.dump()));
    for (const Json& scenario : answer["scenarios"]) {
      const Json all = valueOf(explainOf({{"document", document}, {"scenario", scenario["id"]}}));
      EXPECT_EQ(all["scenario"], scenario["id"]);
      std::map<std::string, Json> results;
      for (const Json& figure : all["figures"]) {
        Json& of = results[figure.value("channel", "")];
        const std::string metric = figure["metric"];
        EXPECT_FALSE(of.contains(metric)) << metric;
        const Json& entry = all["entries"][figure["entry"].get<std::size_t>()];
        EXPECT_EQ(entry["metric"], metric);
        of[metric] = entry["value"];
      }
      EXPECT_EQ(results.size(), scenario["channels"].size() + 1);
      Json total = scenario["total"];
      for (const auto& [metric, figure] : results[""].items()) {
        if (metric.rfind("goal", 0) == 0) total[metric] = scenario["goal"]["results"][metric];
      }
      EXPECT_EQ(results[""], total);
      for (const Json& channel : scenario["channels"]) {
        EXPECT_EQ(results[channel["id"]], channel["results"]);
      }
    }
  }
}

TEST(ApiTest, ExplainAll_HoldsEachFigureOnceAndWhatEachAloneRestsOn) {
  // of all documents' figures, asked alone: most of the time this takes
  constexpr std::size_t kEvery = 7;
  std::size_t asked = 0;
  for (const Json& document : goldenDocuments()) {
    const Json all = valueOf(explainOf({{"document", document}}));
    std::set<std::string> named;
    for (const Json& entry : all["entries"]) {
      if (entry["entry"] != "figure") continue;
      const std::string name = entry["metric"].get<std::string>() + "@" +
                               entry.value("channel", "") + entry.value("pointer", "") +
                               entry.value("part", "");
      EXPECT_TRUE(named.insert(name).second) << name;
    }
    const std::vector<Said> said = saidBy(all["entries"]);
    for (const Json& figure : all["figures"]) {
      if (asked++ % kEvery != 0) continue;
      Json request = {{"document", document}, {"metric", figure["metric"]}};
      if (figure.contains("channel")) request["channel"] = figure["channel"];
      const Json alone = valueOf(explainOf(request));
      EXPECT_EQ(restsOn(saidBy(alone["entries"]), 0), restsOn(said, figure["entry"])) << figure;
    }
  }
}

TEST(ApiTest, ExplainOfEverything_HasALimit) {
  const Json allocation{{"rule", "equally"}};
  const Json shared{{"kind", "tools"}, {"amount", 1}, {"allocation", allocation}};
  Json channels = Json::array();
  for (int i = 0; i < 200; ++i) channels.push_back({{"id", "c" + std::to_string(i)}});
  Json document = twoChannels();
  document["scenarios"][0]["channels"] = channels;
  document["scenarios"][0]["sharedCosts"] = Json(std::vector<Json>(99, shared));
  EXPECT_TRUE(explainOf({{"document", document}}).starts_with(R"({"ok":true)"));
  document["scenarios"][0]["sharedCosts"].push_back(shared);
  EXPECT_EQ(wrong(explainOf({{"document", document}})), "request.size \n");
}

TEST(ApiTest, ExplainRequest_IsHeldAgainstWhatIsKnown) {
  EXPECT_EQ(wrong(explainOf({{"metric", "ROI"}})), "request.metric /metric\n");
  EXPECT_EQ(wrong(explainOf({{"metric", "amount"}})), "request.metric /metric\n");
  EXPECT_EQ(wrong(explainOf({{"metric", "costLine"}})), "request.metric /metric\n");
  EXPECT_EQ(wrong(explainOf({{"metric", "roi"}, {"scenario", "x"}})),
            "request.scenario /scenario\n");
  EXPECT_EQ(wrong(explainOf({{"metric", "x"}, {"channel", "x"}})),
            "request.metric /metric\nrequest.channel /channel\n");
  EXPECT_EQ(wrong(explainOf({{"metric", 1}, {"extra", 2}})),
            "field.unknown /extra\nfield.type /metric\n");
  EXPECT_EQ(wrong(explainOf({{"channel", "a"}})), "field.required /metric\n");
  EXPECT_EQ(wrong(explainOf({{"scenario", "x"}})), "request.scenario /scenario\n");
  EXPECT_EQ(wrong(explain("{}")), "field.required /document\n");
  EXPECT_EQ(wrong(explain("[]")), "field.type \n");
  EXPECT_EQ(wrong(explain(R"({"metric":"roi","document":{"schemaVersion":1}})")),
            "field.required /document/scenarios\n");
}

const Json kFrench = {{"decimal", ","}, {"group", "\u202F"}, {"currency", {"€", "euros"}}};

std::string typed(const char* text, const Json& marks, const char* unit) {
  return readNumber(Json({{"text", text}, {"marks", marks}, {"unit", unit}}).dump());
}

TEST(ApiTest, ReadNumber_GivesAFigureAsTheDocumentHoldsIt) {
  const Json none = Json::object();
  EXPECT_EQ(valueOf(typed("1 234,5", kFrench, "money")), test::parsed(R"({"value":1234.5})"));
  EXPECT_EQ(valueOf(typed("40..60", none, "money")), test::parsed(R"({"low":40,"high":60})"));
  EXPECT_EQ(valueOf(typed("50 ± 10", none, "money")),
            test::parsed(R"({"low":40,"likely":50,"high":60})"));
  EXPECT_EQ(valueOf(typed("12,5 %", kFrench, "rate")), test::parsed(R"({"value":0.125})"));
  EXPECT_EQ(valueOf(readNumber(R"({"text":"1,234.5","unit":"money"})")),
            test::parsed(R"({"value":1234.5})"));
}

TEST(ApiTest, ReadNumber_SaysWhatStandsBesideTheFigure) {
  EXPECT_EQ(valueOf(typed("1 500 € TTC", kFrench, "money")),
            test::parsed(R"({"value":1500,"vat":true})"));
  EXPECT_EQ(valueOf(typed("$1 500", kFrench, "money")),
            test::parsed(R"({"value":1500,"currency":"$"})"));
}

TEST(ApiTest, ReadNumber_SaysBothReadings) {
  const Json reply = replyOf(typed("1.234", kFrench, "money"));
  EXPECT_EQ(reply["errors"][0]["code"], "number.ambiguous");
  EXPECT_EQ(reply["errors"][0]["detail"], "1234|1.234");
  const Json rate = replyOf(readNumber(R"({"text":"0.1","unit":"rate","metric":"closeRate"})"));
  EXPECT_EQ(rate["errors"][0]["code"], "number.rate");
  EXPECT_EQ(rate["errors"][0]["detail"], "0.001|0.1");
}

TEST(ApiTest, ReadNumberRequest_IsChecked) {
  EXPECT_EQ(wrong(typed("5", kFrench, "euro")), "request.unit /unit\n");
  EXPECT_EQ(wrong(readNumber(R"({"text":5,"marks":{},"more":1})")),
            "field.type /text\nfield.unknown /more\nfield.required /unit\n");
  EXPECT_EQ(wrong(typed("5", Json::array(), "money")), "field.type /marks\n");
  EXPECT_EQ(wrong(typed("5", {{"decimal", 1}, {"currency", "€"}, {"more", ""}}, "money")),
            "field.type /marks/currency\nfield.type /marks/decimal\nfield.unknown /marks/more\n");
  EXPECT_EQ(wrong(readNumber(R"({"text":"5","unit":"rate","metric":"luckyNumber"})")),
            "request.metric /metric\n");
}

TEST(ApiTest, Describe_ListsEveryMetricAndErrorCode) {
  const Json value = valueOf(describe());
  ASSERT_EQ(value["metrics"].size(), kMetrics);
  EXPECT_EQ(value["errors"].size(), kErrorCodes);
  EXPECT_EQ(value["errors"]["json.depth"], std::string(message(ErrorCode::jsonDepth)));
  for (const Json& metric : value["metrics"]) {
    const auto found = metricById(metric["id"].get<std::string>());
    ASSERT_TRUE(found);
    EXPECT_EQ(metric["unit"], std::string(roi::text(info(*found).unit)));
    EXPECT_EQ(metric["better"], std::string(roi::text(info(*found).better)));
    EXPECT_EQ(metric["category"], std::string(roi::text(info(*found).category)));
  }
}

TEST(ApiTest, Schema_IsTheContract) {
  const std::string file = test::contents(test::repository("core/contract/scenario.schema.json"));
  EXPECT_EQ(test::withoutExplanations(test::parsed(std::string(schema()))),
            test::withoutExplanations(test::parsed(file)));
}

TEST(ApiTest, Presets_AreEvaluated) {
  for (const auto& path : test::entries(test::repository("web/src/plan/presets"))) {
    const Json reply = replyOf(evaluate(test::contents(path)));
    EXPECT_EQ(reply["ok"], true) << path << reply.dump();
  }
}

TEST(ApiTest, SameDocument_GivesTheSameText) {
  const std::string text = twoChannels().dump();
  EXPECT_EQ(evaluate(text), evaluate(text));
}

}  // namespace
}  // namespace roi::json::api_test
