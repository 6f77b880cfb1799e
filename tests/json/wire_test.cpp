// Every reply is what the contract of the calls says: of each golden case and preset, by every
// call.

#include "json/wire.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "golden/files.h"
#include "json/api.h"
#include "json/contract.h"
#include "json/document.h"
#include "json/request_fields.h"

namespace roi::json::wire_test {
namespace {

using test::Json;

const Json& contract() {
  static const Json json =
      test::parsed(test::contents(test::repository("core/contract/calls.schema.json")));
  return json;
}

Tree treeOf(const std::string& text) {
  Outcome<Tree> tree = parseTree(text, 100'000'000);
  return std::get<Tree>(std::move(tree));
}

std::string wrong(const std::string& text, const std::string& definition) {
  static const Tree rules = treeOf(contract().dump());
  return test::listed(wireDifferences(treeOf(text), rules, definition));
}

using Call = std::string (*)(std::string_view);

const std::map<std::string, Call>& calls() {
  static const std::map<std::string, Call> list = {
#define ROI_NAMED(name, ...) {#name, name},
      ROI_CALLS(ROI_NAMED)
#undef ROI_NAMED
  };
  return list;
}

/// What a call answers with, by name; of one of several definitions the first it is.
std::string wrongReply(const std::string& call, const std::string& text) {
  const Json reply = test::parsed(text);
  if (!reply["ok"].get<bool>()) return wrong(text, "refusal");
  const Json& stated = contract()["$defs"]["calls"]["properties"][call]["properties"]["reply"];
  const Json alternatives = stated.contains("anyOf") ? stated["anyOf"] : Json::array({stated});
  std::string all;
  for (const Json& one : alternatives) {
    const std::string reference = one["$ref"];
    const std::string found =
        wrong(reply["value"].dump(), reference.substr(std::string("#/$defs/").size()));
    if (found.empty()) return {};
    all += found;
  }
  return all;
}

std::vector<std::filesystem::path> documents() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(test::repository("tests/golden"))) {
    if (entry.is_directory()) paths.push_back(entry.path() / "scenario.json");
  }
  for (const auto& entry :
       std::filesystem::directory_iterator(test::repository("web/src/plan/presets"))) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  return paths;
}

/// What a call asks of a document: what it requires, and then all that it may be asked.
std::vector<Json> requestsOf(std::span<const RequestField> fields, const Json& document) {
  const Json& scenarios = document["scenarios"];
  const Json& channels = scenarios[0]["channels"];
  const Json values = {{"document", document},
                       {"metric", "profit"},
                       {"from", scenarios[0]["id"]},
                       {"to", scenarios.back()["id"]},
                       {"against", scenarios.back()["id"]},
                       {"input", "/scenarios/0/channels/0/leads"},
                       {"target", 0},
                       {"trials", 512},
                       {"probability", 0.5},
                       {"loss", 1},
                       {"pairs", Json::array({{channels[0]["id"], channels.back()["id"]}})},
                       {"cash", true},
                       {"channels", true},
                       {"histogram", true},
                       {"believe", 0.5},
                       {"targetRoi", 1},
                       {"hold", Json::array({channels[0]["id"]})},
                       {"origin", "page"},
                       {"brief", test::parsed(R"({"briefVersion":1,"fields":[
                         {"pointer":"/scenarios/*/margin","required":true},
                         {"pointer":"/scenarios/*/channels/*/leads","high":1e12}],
                         "messages":[{"when":"roi >= 0","text":{"en":"It pays."}}]})")}};
  Json least = Json::object();
  Json most = Json::object();
  for (const RequestField& field : fields) {
    const std::string name(field.name);
    if (!values.contains(name)) continue;
    if (field.isRequired || name == "trials") least[name] = values[name];
    most[name] = values[name];
  }
  return {least, most};
}

TEST(WireTest, EveryReplyOfADocument_IsWhatTheContractSays) {
  std::map<std::string, std::size_t> answered;
  for (const std::filesystem::path& path : documents()) {
    const Json document = test::parsed(test::contents(path));
#define ROI_HOLD(name, command, file, words, fields, help)           \
  for (const Json& request : requestsOf(fields, document)) {         \
    const std::string reply = json::name(request.dump());            \
    EXPECT_EQ(wrongReply(#name, reply), "") << #name << ' ' << path; \
    answered[#name] += reply.starts_with(R"({"ok":true)") ? 1 : 0;   \
  }
    ROI_CALLS(ROI_HOLD)
#undef ROI_HOLD
  }
#define ROI_ANSWERED(name, command, file, words, fields, help) \
  EXPECT_TRUE(std::string_view(#file) == "request" || answered[#name] > 50) << #name;
  ROI_CALLS(ROI_ANSWERED)
#undef ROI_ANSWERED
}

TEST(WireTest, TypedNumbersAndRanges_AreWhatTheContractSays) {
  for (const char* text : {"1 234,5", "4..8", "50 ± 10", "10 $ TTC", "no", "0.1"}) {
    const Json request = {{"text", text}, {"unit", "money"}, {"metric", "adSpend"}};
    EXPECT_EQ(wrongReply("readNumber", readNumber(request.dump())), "") << text;
  }
  for (const Json& request :
       {Json{{"value", 5}, {"unit", "money"}}, Json{{"low", 1}, {"high", 5}, {"unit", "count"}},
        Json{{"low", 1}, {"high", 5}, {"to", 9}, {"unit", "count"}}}) {
    EXPECT_EQ(wrongReply("widen", widen(request.dump())), "") << request;
  }
}

TEST(WireTest, ARefusal_IsWhatTheContractSays) {
#define ROI_REFUSE(name, ...) EXPECT_EQ(wrong(json::name("[]"), "refusal"), "") << #name;
  ROI_EVIDENCE_CALLS(ROI_REFUSE)
#undef ROI_REFUSE
  for (const auto& [name, call] : calls()) {
    EXPECT_EQ(wrong(call("[]"), "refusal"), "") << name;
    EXPECT_EQ(wrong(call("{"), "refusal"), "") << name;
  }
}

TEST(WireTest, ResultsLackingOneOrWithAStranger_AreToldApart) {
  const Json document = test::documentOf(R"({"channels":[{"id":"a","leads":5}]})");
  Json value = test::parsed(evaluate(document.dump()))["value"];
  Json& total = value["scenarios"][0]["total"];
  total["fortune"] = 1;
  total["goalGap"] = 1;
  total["leads"] = "many";
  total.erase("roi");
  EXPECT_EQ(wrong(value.dump(), "evaluation"),
            "field.unknown /scenarios/0/total/fortune\nfield.unknown /scenarios/0/total/goalGap\n"
            "field.type /scenarios/0/total/leads\nfield.required /scenarios/0/total/roi\n");
}

TEST(WireTest, OfAlternatives_OneIsChosenByWhatItRequires) {
  EXPECT_EQ(wrong(R"({"months":1,"whole":1})", "payback"), "");
  EXPECT_EQ(wrong(R"({"never":true})", "payback"), "");
  EXPECT_EQ(wrong(R"({"never":false})", "payback"), "field.choice /never\n");
  EXPECT_EQ(wrong(R"({"later":1})", "payback"), "field.type /later\n");
  EXPECT_EQ(wrong(R"({"months":1})", "payback"), "field.type \n");
}

TEST(WireTest, NamesAreThoseOfTheTableAndOfTheErrors) {
  EXPECT_EQ(wrong(R"("roi")", "resultMetric"), "");
  EXPECT_EQ(wrong(R"("goalGap")", "resultMetric"), "field.format \n");
  EXPECT_EQ(wrong(R"("goalGap")", "goalMetric"), "");
  EXPECT_EQ(wrong(R"("roi")", "goalMetric"), "field.format \n");
  EXPECT_EQ(wrong(R"("hours")", "metric"), "");
  EXPECT_EQ(wrong(R"({"code":"field.typo","path":"","message":""})", "engineError"),
            "field.format /code\n");
  EXPECT_EQ(wrong(R"({"text":"1","unit":"miles"})", "readNumberRequest"), "field.format /unit\n");
}

}  // namespace
}  // namespace roi::json::wire_test
