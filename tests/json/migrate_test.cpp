#include <gtest/gtest.h>

#include "golden/files.h"
#include "json/api.h"
#include "json/contract.h"
#include "json/document.h"

namespace roi::json::migrate_test {
namespace {

using test::Json;

Json migration(const Json& document, Json request = Json::object()) {
  request["document"] = document;
  const Json reply = test::parsed(migrate(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  return reply["value"];
}

Json migratedTo(const Json& document, const Json& request = Json::object()) {
  return migration(document, request)["document"];
}

Json everythingOf1() {
  return test::parsed(test::contents(test::repository("tests/versions/1.0.0/everything.json")));
}

TEST(MigrateTest, Version1_BecomesThisOneAndSaysWhatIsNotTheSame) {
  Json expected = everythingOf1();
  const Json now = migration(expected);
  expected["schemaVersion"] = 2;
  std::string goalPath;
  for (std::size_t i = 0; i < expected["scenarios"].size(); ++i) {
    Json& scenario = expected["scenarios"][i];
    if (!scenario.contains("goal") || scenario["goal"]["metric"] != "roas") continue;
    scenario["goal"]["metric"] = "incrementalRoas";
    goalPath = "/scenarios/" + std::to_string(i) + "/goal/metric";
  }
  expected["scenarios"][0]["time"].erase("monthlyRetention");  // it has subscribers
  EXPECT_EQ(now["document"], expected);
  EXPECT_EQ(
      now["notes"],
      Json::array({{{"path", "/scenarios/0/time/monthlyRetention"}, {"code", "retention.churn"}},
                   {{"path", goalPath}, {"code", "roas.incremental"}}}));
}

TEST(MigrateTest, Version1_KeepsWhoStaysWhereNobodySubscribes) {
  Json document = test::documentOf(R"({"value":{"mode":"revenue","revenuePerCustomer":9},
    "time":{"monthlyRetention":0.9},"channels":[{"id":"a"}],"goal":{"metric":"roi","target":1}})");
  document["schemaVersion"] = 1;
  const Json now = migration(document);
  EXPECT_EQ(now["document"]["scenarios"], document["scenarios"]);
  EXPECT_EQ(now["notes"], Json::array());
}

TEST(MigrateTest, GoalOfVersion1_AsksForTheSameAsItDid) {
  Json document = test::documentOf(R"({"value":{"mode":"revenue","revenuePerCustomer":100},
    "channels":[{"id":"a","customers":10,"incrementalShare":0.5,
                 "costs":[{"kind":"adSpend","amount":100}]}],
    "goal":{"metric":"roas","target":5}})");
  EXPECT_EQ(migratedTo(document), document) << "in version 2 it counts all revenue";
  document["schemaVersion"] = 1;
  const Json goal = test::parsed(evaluate(document.dump()))["value"]["scenarios"][0]["goal"];
  EXPECT_EQ(goal["metric"], "incrementalRoas");
  EXPECT_EQ(goal["value"], 5);  // 10 x 0.5 x 100 / 100
}

TEST(MigrateTest, Version1_HasTheSameAnswers) {
  const Json before = everythingOf1();
  EXPECT_EQ(evaluate(before.dump()), evaluate(migratedTo(before).dump()));
}

TEST(MigrateTest, ThisVersion_StaysAsItIs) {
  const Json document = test::documentOf(R"({"closeRate":0.1,"channels":[{"id":"a"}]})");
  EXPECT_EQ(migratedTo(document), document);
}

TEST(MigrateTest, Origin_MarksEveryFigureThatStatesNone) {
  const Json document = test::documentOf(R"({"closeRate":{"low":0.1,"high":0.2,"origin":"page"},
    "value":{"mode":"discounted","yearlyRevenue":[3,{"value":2,"provenance":"measured"}],
             "retention":0.5,"discountRate":0.1},
    "channels":[{"id":"a","leads":7,"costs":[{"kind":"people","hours":2,"hourlyCost":9}]}],
    "savings":[{"amount":5},{"hours":2,"hourlyCost":9,"counts":true}],
    "goal":{"metric":"leads","target":5}})");
  const Json plan = migratedTo(document, {{"origin", "example"}})["scenarios"][0];
  EXPECT_EQ(plan["closeRate"]["origin"], "page");
  EXPECT_EQ(plan["value"]["yearlyRevenue"], test::parsed(R"([{"value":3.0,"origin":"example"},
                             {"value":2.0,"provenance":"measured","origin":"example"}])"));
  EXPECT_EQ(plan["channels"][0]["leads"], test::parsed(R"({"value":7.0,"origin":"example"})"));
  EXPECT_EQ(plan["channels"][0]["costs"][0]["hourlyCost"]["origin"], "example");
  EXPECT_EQ(plan["savings"][0]["amount"]["origin"], "example") << "whether or not it counts";
  EXPECT_EQ(plan["savings"][1]["hours"]["origin"], "example");
  EXPECT_EQ(plan["goal"]["target"], 5) << "no figure of the plan";
}

TEST(MigrateTest, Errors_PointIntoTheDocument) {
  const auto wrong = [](const std::string& request) {
    const Json error = test::parsed(migrate(request))["errors"][0];
    return error["code"].get<std::string>() + " " + error["path"].get<std::string>();
  };
  EXPECT_EQ(wrong(R"({"document":{"schemaVersion":3,"scenarios":[]}})"),
            "version.newer /schemaVersion");
  EXPECT_EQ(wrong(R"({"document":{"schemaVersion":1}})"), "field.required /scenarios");
  EXPECT_EQ(wrong(R"({"document":{"schemaVersion":2},"origin":"mine"})"), "field.choice /origin");
}

}  // namespace
}  // namespace roi::json::migrate_test
