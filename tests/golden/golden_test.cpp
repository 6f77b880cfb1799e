// Cases worked out elsewhere: each folder of tests/golden holds a document and what must come out.

#include <gtest/gtest.h>

#include <set>

#include "golden/files.h"
#include "json/api.h"
#include "json/document.h"

namespace roi::test::golden_test {
namespace {

Json readJson(const std::filesystem::path& path) {
  Json json = Json::parse(contents(path), nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << path;
  return json;
}

const Json* findById(const Json& list, const Json& id) {
  for (const Json& one : list) {
    if (one["id"] == id) return &one;
  }
  return nullptr;
}

/// The figures an expectation speaks of: of the total, a channel or the goal.
const Json* figuresOf(const Json& scenario, const Json& expected) {
  if (expected.value("goal", false)) {
    return scenario.contains("goal") ? &scenario["goal"]["results"] : nullptr;
  }
  if (!expected.contains("channel")) return &scenario["total"];
  const Json* channel = findById(scenario["channels"], expected["channel"]);
  return channel ? &(*channel)["results"] : nullptr;
}

void expectOnly(const Json& json, const std::set<std::string>& fields) {
  for (const auto& [field, value] : json.items()) EXPECT_TRUE(fields.count(field)) << field;
}

void expectNumber(const Json& figure, const Json& expected) {
  ASSERT_TRUE(figure.is_number()) << figure;
  const double value = expected["value"];
  const double relative = expected.contains("tolerance") ? 0 : expected.value("relative", 1e-12);
  const double allowed = expected.value("tolerance", relative * std::fabs(value));
  EXPECT_LE(std::fabs(figure.get<double>() - value), allowed) << figure;
}

void expectFigure(const Json& scenarios, const Json& expected) {
  SCOPED_TRACE(expected.dump());
  expectOnly(expected, {"scenario", "channel", "goal", "metric", "value", "undefined", "tolerance",
                        "relative"});
  ASSERT_NE(expected.contains("value"), expected.contains("undefined"));
  const Json* scenario =
      expected.contains("scenario") ? findById(scenarios, expected["scenario"]) : &scenarios[0];
  ASSERT_TRUE(scenario);
  const std::string metric = expected["metric"];
  if (metric.starts_with("own:")) {
    const Json* own = findById((*scenario)["own"], metric.substr(4));
    ASSERT_TRUE(own);
    return expectNumber((*own)["value"], expected);
  }
  const Json* figures = figuresOf(*scenario, expected);
  ASSERT_TRUE(figures);
  ASSERT_TRUE(figures->contains(metric));
  const Json& figure = (*figures)[metric];
  if (expected.contains("value")) {
    expectNumber(figure, expected);
  } else {
    EXPECT_EQ(figure, Json({{"undefined", expected["undefined"]}}));
  }
}

void expectCase(const std::filesystem::path& folder) {
  SCOPED_TRACE(folder.filename().string());
  const Json expected = readJson(folder / "expected.json");
  const Json reply =
      Json::parse(json::evaluate(contents(folder / "scenario.json")), nullptr, false);
  ASSERT_TRUE(reply.is_object() && reply["ok"].get<bool>()) << reply.dump();
  const Json& scenarios = reply["value"]["scenarios"];
  expectOnly(expected, {"figures", "ranked", "best", "worst", "leftOut"});
  for (const Json& figure : expected.value("figures", Json::array())) {
    expectFigure(scenarios, figure);
  }
  for (const char* verdict : {"ranked", "best", "worst", "leftOut"}) {
    if (!expected.contains(verdict)) continue;
    EXPECT_EQ(scenarios[0].value(verdict, Json()), expected[verdict]) << verdict;
  }
}

TEST(GoldenTest, EveryCase_ComesOutAsExpected) {
  const auto cases = goldenCases();
  EXPECT_FALSE(cases.empty());
  for (const auto& folder : cases) expectCase(folder);
}

TEST(GoldenTest, EveryCase_SaysItsSource) {
  for (const auto& folder : goldenCases()) {
    EXPECT_TRUE(std::filesystem::exists(folder / "source.md")) << folder;
    EXPECT_TRUE(std::filesystem::exists(folder / "expected.json")) << folder;
  }
}

/// Walks a document beside the contract and notes every property it uses, as "channel.leads".
class Coverage {
 public:
  explicit Coverage(const Json& contract) : contract_(contract) {}

  void walk(const Json& json, const Json& schema, const std::string& name) {
    if (schema.contains("$ref")) {
      const std::string definition = schema["$ref"].get<std::string>().substr(8);
      return walk(json, contract_["$defs"][definition], definition);
    }
    if (schema.contains("anyOf")) {
      for (const Json& alternative : schema["anyOf"]) walk(json, alternative, name);
    }
    if (json.is_array() && schema.contains("items")) {
      for (const Json& item : json) walk(item, schema["items"], name);
    }
    if (!json.is_object() || !schema.contains("properties")) return;
    for (const auto& [property, inner] : schema["properties"].items()) {
      if (!json.contains(property)) continue;
      used_.insert(name + "." + property);
      walk(json[property], inner, name + "." + property);
    }
  }

  std::set<std::string> unused() const {
    std::set<std::string> missing;
    note(contract_, "document", missing);
    for (const auto& [name, definition] : contract_["$defs"].items()) {
      note(definition, name, missing);
    }
    return missing;
  }

 private:
  void note(const Json& definition, const std::string& name, std::set<std::string>& missing) const {
    if (!definition.contains("properties")) return;
    for (const auto& [property, schema] : definition["properties"].items()) {
      const std::string whole = name + "." + property;
      if (!used_.count(whole)) missing.insert(whole);
    }
  }

  const Json& contract_;
  std::set<std::string> used_;
};

TEST(GoldenTest, EveryPropertyOfTheContract_OccursInACase) {
  const Json contract = readJson(repository("core/contract/scenario.schema.json"));
  Coverage coverage(contract);
  for (const auto& folder : goldenCases()) {
    coverage.walk(readJson(folder / "scenario.json"), contract, "document");
  }
  std::string missing;
  for (const std::string& property : coverage.unused()) missing += property + "\n";
  EXPECT_EQ(missing, "");
}

}  // namespace
}  // namespace roi::test::golden_test
