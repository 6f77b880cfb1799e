#include "json/schema.h"

#include <gtest/gtest.h>

#include "golden/files.h"
#include "json/contract.h"
#include "json/document.h"

namespace roi::json::schema_test {
namespace {

using test::Json;

std::string wrong(const Json& document, const std::string& path = {}) {
  const Outcome<Tree> tree = parseTree(document.dump());
  return test::listed(differences(std::get<Tree>(tree), path));
}

/// A document with one field of its scenario, or of its channel, put in.
Json with(const char* field, const Json& value) {
  Json document = test::documentOf(R"({"channels":[{"id":"a"}]})");
  document["scenarios"][0][field] = value;
  return document;
}

Json withChannel(const char* field, const Json& value) {
  Json document = test::documentOf(R"({"channels":[{"id":"a"}]})");
  document["scenarios"][0]["channels"][0][field] = value;
  return document;
}

TEST(SchemaTest, Text_IsTheContractAsItStands) {
  const std::string file = test::contents(test::repository("core/contract/scenario.schema.json"));
  EXPECT_EQ(test::withoutExplanations(test::parsed(std::string(schemaText()))),
            test::withoutExplanations(test::parsed(file)));
}

TEST(SchemaTest, SmallestDocument_IsRight) { EXPECT_EQ(wrong(with("notes", "")), ""); }

TEST(SchemaTest, MissingFields_AreAllNamed) {
  EXPECT_EQ(wrong(Json::object()), "field.required /schemaVersion\nfield.required /scenarios\n");
  EXPECT_EQ(wrong({{"schemaVersion", 2}, {"scenarios", Json::array({Json::object()})}}),
            "field.required /scenarios/0/id\nfield.required /scenarios/0/period\n"
            "field.required /scenarios/0/currency\nfield.required /scenarios/0/action\n"
            "field.required /scenarios/0/channels\n");
}

TEST(SchemaTest, Paths_BeginWhereTheDocumentLies) {
  EXPECT_EQ(wrong(Json::array(), "/document"), "field.type /document\n");
}

TEST(SchemaTest, UnknownField_IsRefused) {
  EXPECT_EQ(wrong(with("closerate", 1)), "field.unknown /scenarios/0/closerate\n");
  EXPECT_EQ(wrong(withChannel("__proto__", 1)),
            "field.unknown /scenarios/0/channels/0/__proto__\n");
  EXPECT_EQ(wrong(with("a/b", 1)), "field.unknown /scenarios/0/a~1b\n");
}

TEST(SchemaTest, WrongType_IsRefused) {
  EXPECT_EQ(wrong(with("closeRate", "0.1")), "field.type /scenarios/0/closeRate\n");
  EXPECT_EQ(wrong(with("closeRate", nullptr)), "field.type /scenarios/0/closeRate\n");
  EXPECT_EQ(wrong(with("channels", Json::object())), "field.type /scenarios/0/channels\n");
  EXPECT_EQ(wrong(with("role", 1)), "field.type /scenarios/0/role\n");
  EXPECT_EQ(wrong(Json(5)), "field.type \n");
}

TEST(SchemaTest, Choice_MustBeOneOfThem) {
  EXPECT_EQ(wrong(with("action", "Lead")), "field.choice /scenarios/0/action\n");
  EXPECT_EQ(wrong(with("role", "")), "field.choice /scenarios/0/role\n");
}

TEST(SchemaTest, Numbers_KeepTheirLimits) {
  EXPECT_EQ(wrong(with("closeRate", 1.01)), "field.maximum /scenarios/0/closeRate\n");
  EXPECT_EQ(wrong(with("closeRate", -0.01)), "field.minimum /scenarios/0/closeRate\n");
  EXPECT_EQ(
      wrong(with("closeRate", {{"low", -1}, {"high", 2}})),
      "field.maximum /scenarios/0/closeRate/high\nfield.minimum /scenarios/0/closeRate/low\n");
  EXPECT_EQ(wrong(withChannel("leads", 1e12)), "");
  EXPECT_EQ(wrong(withChannel("leads", 1.1e12)), "field.maximum /scenarios/0/channels/0/leads\n");
}

TEST(SchemaTest, Length_CountsCharactersAndNotBytes) {
  std::string label;
  for (int i = 0; i < 120; ++i) label += "é";
  EXPECT_EQ(wrong(with("name", label)), "");
  EXPECT_EQ(wrong(with("name", label + "x")), "field.length /scenarios/0/name\n");
}

TEST(SchemaTest, Counts_KeepTheirLimits) {
  EXPECT_EQ(wrong(with("channels", Json::array())), "field.count /scenarios/0/channels\n");
  EXPECT_EQ(wrong({{"schemaVersion", 2}, {"scenarios", Json::array()}}),
            "field.count /scenarios\n");
}

TEST(SchemaTest, Formats_AreHeld) {
  EXPECT_EQ(wrong(with("id", "a b")), "field.format /scenarios/0/id\n");
  EXPECT_EQ(wrong(with("id", "é")), "field.format /scenarios/0/id\n");
  EXPECT_EQ(wrong(with("id", "")), "field.length /scenarios/0/id\n");
  EXPECT_EQ(wrong(with("currency", "eur")), "field.format /scenarios/0/currency\n");
  EXPECT_EQ(wrong(with("currency", "EURO")), "field.length /scenarios/0/currency\n");
  const Json goal = {{"metric", "leads"}, {"target", 1}, {"start", "2023-02-29"}};
  EXPECT_EQ(wrong(with("goal", goal)), "field.format /scenarios/0/goal/start\n");
}

TEST(SchemaTest, NewerVersion_IsSaidToBeNewer) {
  Json document = with("notes", "");
  document["schemaVersion"] = 3;
  EXPECT_EQ(wrong(document), "version.newer /schemaVersion\n");
  document["schemaVersion"] = 0;
  EXPECT_EQ(wrong(document), "field.choice /schemaVersion\n");
  document["schemaVersion"] = "2";
  EXPECT_EQ(wrong(document), "field.type /schemaVersion\n");
}

TEST(SchemaTest, Detail_SaysTheLimitOrTheChoices) {
  const Outcome<Tree> tree = parseTree(with("closeRate", 1.5).dump());
  EXPECT_EQ(differences(std::get<Tree>(tree), {}).front().detail, "1");
  const Outcome<Tree> basis = parseTree(with("basis", "x").dump());
  EXPECT_EQ(differences(std::get<Tree>(basis), {}).front().detail, "revenue, margin");
}

TEST(SchemaTest, MoreThan100Errors_EndWithOneThatSaysSo) {
  Json document = with("notes", "");
  for (int i = 0; i < 150; ++i) {
    document["scenarios"][0]["channels"].push_back({{"id", "a"}, {"leads", -1}});
  }
  const Outcome<Tree> tree = parseTree(document.dump());
  const Errors errors = differences(std::get<Tree>(tree), {});
  ASSERT_EQ(errors.size(), kMaxErrors + 1);
  EXPECT_EQ(errors.back().code, ErrorCode::errorsMore);
}

}  // namespace
}  // namespace roi::json::schema_test
