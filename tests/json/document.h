#pragma once
// Plans written as the JSON of a visitor's document.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "json/codec.h"
#include "unit/plan.h"

namespace roi::test {

using Json = nlohmann::json;

inline Json parsed(const std::string& text) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) {
    std::fprintf(stderr, "not JSON: %s\n", text.c_str());
    std::abort();
  }
  return json;
}

/// A document of one scenario; what every scenario must state is filled in.
inline Json documentOf(Json scenario) {
  const Json usual = {{"id", "plan"},
                      {"period", {{"kind", "month"}}},
                      {"currency", "EUR"},
                      {"action", "lead"},
                      {"channels", Json::array()}};
  for (const auto& [name, value] : usual.items()) {
    if (!scenario.contains(name)) scenario[name] = value;
  }
  return {{"schemaVersion", 2}, {"scenarios", Json::array({std::move(scenario)})}};
}

inline Json documentOf(const std::string& scenario) { return documentOf(parsed(scenario)); }
inline Json documentOf(const char* scenario) { return documentOf(parsed(scenario)); }

inline Outcome<json::Document> decodeText(const std::string& text) {
  Outcome<json::Tree> tree = json::parseTree(text);
  if (const Errors* errors = std::get_if<Errors>(&tree)) return *errors;
  return json::decode(std::get<json::Tree>(tree), {});
}

/// Ten channels of which nothing is known: what a test goes on with when its document was refused.
inline Json blank() {
  Json scenario = {{"channels", Json::array()}};
  for (int i = 0; i < 10; ++i) scenario["channels"].push_back({{"id", "c" + std::to_string(i)}});
  return documentOf(scenario);
}

/// The document a test rests on. Anything wrong with it fails the test.
inline json::Document decoded(const Json& document) {
  Outcome<json::Document> outcome = decodeText(document.dump());
  if (const Errors* errors = std::get_if<Errors>(&outcome)) {
    ADD_FAILURE() << listed(*errors) << document.dump(1);
    outcome = decodeText(blank().dump());
  }
  return std::get<json::Document>(std::move(outcome));
}

/// The plan of a document's only scenario.
inline Scenario scenarioOf(const Json& scenario) {
  return decoded(documentOf(scenario)).front().scenario;
}
inline Scenario scenarioOf(const std::string& scenario) { return scenarioOf(parsed(scenario)); }
inline Scenario scenarioOf(const char* scenario) { return scenarioOf(parsed(scenario)); }

}  // namespace roi::test
