#pragma once
// Small plans for tests, written as the JSON of a visitor's document.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "json/codec.h"
#include "roi/sheet.h"

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

/// "code path", one per line.
inline std::string listed(const Errors& errors) {
  std::string list;
  for (const Error& e : errors) list += std::string(text(e.code)) + " " + e.path + "\n";
  return list;
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

/// One scenario with its sheet.
class Plan {
 public:
  explicit Plan(const Json& scenario)
      : document_(decoded(documentOf(scenario))), sheet_(document_.front().scenario) {}
  /// The same with only a share of its return believed.
  Plan(const Json& scenario, double believed)
      : document_(decoded(documentOf(scenario))),
        sheet_((believeOnly(document_.front().scenario, believed), document_.front().scenario)) {}
  explicit Plan(const std::string& scenario) : Plan(parsed(scenario)) {}
  explicit Plan(const char* scenario) : Plan(parsed(scenario)) {}
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  const Scenario& scenario() const { return document_.front().scenario; }
  Figure<> total(Metric m) { return sheet_(sheet_.total(), m); }
  Figure<> channel(std::size_t index, Metric m) { return sheet_(index, m); }

 private:
  json::Document document_;
  Sheet<Figure<>> sheet_;
};

inline bool near(double a, double b, double relative) {
  return std::fabs(a - b) <= relative * std::fmax(std::fabs(a), std::fabs(b));
}

inline ::testing::AssertionResult is(const Figure<>& figure, double expected,
                                     double relative = 1e-12) {
  if (!figure.defined()) return ::testing::AssertionFailure() << text(figure.why);
  if (near(figure.value, expected, relative)) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << ::testing::PrintToString(figure.value) << " is not "
         << ::testing::PrintToString(expected) << ", off by " << figure.value - expected;
}

/// What rounding of a figure is measured against: itself, or the terms it is the difference of.
/// at gives the other figures of its scope.
template <class At>
double yardstick(Metric m, double figure, At at) {
  using enum Metric;
  if (m == profit) return at(return_) + at(cost);
  if (m == contribution) return at(return_) + at(ownCost);
  if (m == roi || m == ownRoi) return 1 + std::fabs(figure);
  if (m == headroom || m == highestAdCpl) return at(breakEvenCpl) + at(fullCostCpl);
  if (m == breakEvenCpc) {
    const double highest = std::fabs(at(highestAdCpl));
    const double rate = highest > 0 ? std::fabs(figure) / highest : at(conversionRate);
    return (at(breakEvenCpl) + at(fullCostCpl)) * rate;
  }
  return std::fabs(figure);
}

inline ::testing::AssertionResult lacks(const Figure<>& figure, const std::string& reason) {
  if (text(figure.why) == reason) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << (figure.defined() ? std::to_string(figure.value) : text(figure.why)) << " is not "
         << reason;
}

}  // namespace roi::test
