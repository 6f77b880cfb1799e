// Conversion paths as they are answered, and what they make of a plan's counts.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/evidence_contract.h"
#include "json/replies.h"

namespace roi::attribution_call_test {
namespace {

using test::Json;

std::string replyTo(const std::string& bytes, PathAnswers answers = {}) {
  json::AttributionCall call(std::move(answers));
  call.feed(bytes);
  while (call.advance()) {
  }
  return call.answer();
}

std::string differences(const Json& value, const char* definition) {
  static const Json contract =
      test::parsed(test::contents(test::repository("core/contract/paths.schema.json")));
  const auto treeOf = [](const Json& json) {
    return std::get<json::Tree>(json::parseTree(json.dump()));
  };
  return test::listed(json::wireDifferences(treeOf(value), treeOf(contract), definition));
}

TEST(AttributionCallTest, Paths_AreAnsweredAsTheContractSays) {
  const Json value = test::valueOf(
      replyTo("path,conversions,value,nulls\nFacebook Ads > Email,3,\"1,234\",1\nTotal,9,1,1\n"));
  EXPECT_EQ(differences(value, "pathsRead"), "");
  EXPECT_EQ(value["form"], "paths");
  EXPECT_EQ(value["questions"], Json::parse(R"([{"about": "decimal", "cell": "1,234"}])"));
  EXPECT_EQ(value["leftOut"], Json::parse(R"([{"why": "total", "rows": 1, "line": 3}])"));
  EXPECT_EQ(value["channels"][0]["name"], "Email");
  EXPECT_EQ(value["channels"][1]["channel"], "facebook");
  EXPECT_EQ(value["channels"][0]["conversions"]["linear"], 1.5);
  EXPECT_EQ(value["columns"][3], (Json{{"heading", "nulls"}, {"meaning", "nulls"}}));
}

TEST(AttributionCallTest, Touches_SayThatDecayIsByDays) {
  const Json value =
      test::valueOf(replyTo("person,date,channel,converted\na,2026-02-01,Email,yes\n"));
  EXPECT_EQ(differences(value, "pathsRead"), "");
  EXPECT_EQ(value["timeDecay"], "days");
  EXPECT_EQ(value["journeys"], 1);
}

TEST(AttributionCallTest, WhatGivesNoPaths_SaysWhyAndShowsItsColumns) {
  const Json value = test::valueOf(replyTo("Weg;Zahl\nA > B;1\n"));
  EXPECT_EQ(differences(value, "pathsRefused"), "");
  EXPECT_EQ(value["fault"], "paths.headings");
  EXPECT_EQ(value["columns"][1]["heading"], "Zahl");
  const Json cut = test::valueOf(replyTo("path,conversions\nA,\"1\n"));
  EXPECT_EQ(differences(cut, "pathsRefused"), "");
  EXPECT_EQ(cut["fault"], "table.quote");
  EXPECT_EQ(cut["line"], 2);
}

Json creditsOf(double last, double others) {
  return {{"last", last},        {"first", others},  {"linear", others}, {"position", others},
          {"timeDecay", others}, {"markov", others}, {"shapley", others}};
}

TEST(AttributionCallTest, APlansCounts_AreSplitByTheNamesOfEachChannel) {
  const Json request = {
      {"channels",
       {{{"id", "a"}, {"count", 30}, {"names", {creditsOf(1, 0), creditsOf(2, 0)}}},
        {{"id", "b"}, {"count", 10}, {"names", Json::array({creditsOf(5, 0)})}}}}};
  EXPECT_EQ(test::evidenceDifferences(request, "redistributeRequest"), "");
  const Json value = test::valueOf(json::redistribute(request.dump()));
  EXPECT_EQ(test::evidenceDifferences(value, "redistributed"), "");
  EXPECT_EQ(value["channels"][0], (Json{{"id", "a"}, {"counts", {{"last", 15}}}}));
  EXPECT_EQ(value["channels"][1]["counts"]["last"], 25);
}

TEST(AttributionCallTest, ARequestThatIsNone_IsRefused) {
  Json request = {
      {"channels", Json::array({{{"id", "a"}, {"count", -1}, {"names", Json::array()}}})}};
  EXPECT_EQ(test::wrong(json::redistribute(request.dump())),
            "field.minimum /channels/0/count\nfield.count /channels/0/names\n");
  EXPECT_EQ(test::wrong(json::redistribute(R"({"channels":[]})")), "field.count /channels\n");
}

}  // namespace
}  // namespace roi::attribution_call_test
