// Any bytes at all are answered as a brief, and read as a formula or refused. Run: brief_fuzz
// tests/fuzz/briefs web/docs/briefs

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "json/api.h"
#include "roi/own_figure.h"

namespace {

/// The plan that it is a brief of.
constexpr std::string_view kPlan =
    R"({"schemaVersion":2,"own":{"inputs":[{"id":"time","unit":"hours"}],"figures":[
  {"id":"saved","unit":"hours","formula":"time / 2"}]},"scenarios":[
  {"id":"p","currency":"EUR","period":{"kind":"month"},"action":"lead","closeRate":0.1,
   "own":{"time":8},"channels":[{"id":"a","leads":5,"costs":[{"kind":"adSpend","amount":100}]}]}]})";

void mustAnswerBrief(const std::string& text) {
  using namespace roi::json;
  const std::string request = "{\"brief\":" + text + ",\"document\":" + std::string(kPlan) + "}";
  for (const std::string& reply : {openBrief(request), followBrief(request)}) {
    const bool begun = std::string_view(reply).starts_with(R"({"ok":)");
    if (!begun || !nlohmann::json::accept(reply)) __builtin_trap();
  }
}

/// Any text as the formula of an own figure: it is read, and then worked out, or refused at a
/// place.
void mustReadOrRefuse(const std::string& text) {
  using namespace roi;
  Outcome<OwnFigures> made = makeOwnFigures(
      {{"time", OwnUnit::hours}, {"saved", OwnUnit::money}},
      {{{"own", OwnUnit::ratio}, Better::neither, text}, {{"other", OwnUnit::money}, {}, "saved"}},
      {"a"});
  const OwnFigures* figures = std::get_if<OwnFigures>(&made);
  if (!figures) return;
  Scenario scenario;
  scenario.own = std::make_shared<const Own>(
      Own{std::make_shared<const OwnFigures>(*figures), std::vector<Input>(2)});
  Recorded recorded(scenario);
  const Trace figure = ownFigure(recorded.sheet, 0);
  const bool isUndefined = !figure.figure().defined();
  const std::string why = ownReason(scenario, recorded.tape, figure.node);
  if (isUndefined == why.empty()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (text.starts_with('{'))
    mustAnswerBrief(text);
  else
    mustReadOrRefuse(text);
  return 0;
}
