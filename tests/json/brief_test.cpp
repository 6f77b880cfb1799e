// Briefs: what of one is refused and where, the plan it begins with, and what it says of a plan.

#include <gtest/gtest.h>

#include "golden/files.h"
#include "json/api.h"
#include "json/brief_text.h"
#include "json/contract.h"
#include "json/document.h"
#include "json/schema.h"
#include "json/wire.h"

namespace roi::brief_test {
namespace {

using test::Json;

/// Two channels, one of which states no leads; a close rate, and no margin.
Json plan() {
  return test::documentOf(R"({"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":500},
    "channels":[{"id":"a","leads":40,"costs":[{"kind":"adSpend","amount":1000}]},
                {"id":"b","costs":[{"kind":"adSpend","amount":{"low":100,"high":300}}]}]})");
}

Json withFields(const char* fields) {
  return {{"briefVersion", 1}, {"fields", test::parsed(fields)}};
}

Json with(const char* key, const char* value) {
  return {{"briefVersion", 1}, {key, test::parsed(value)}};
}

std::string errorsIn(const Json& reply) {
  std::string list;
  for (const Json& error : reply.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  return list;
}

Json opened(const Json& brief, const Json& document = plan()) {
  const Json request = {{"brief", brief}, {"document", document}};
  return test::parsed(json::openBrief(request.dump()));
}

std::string wrong(const Json& brief) { return errorsIn(opened(brief)); }

Json followed(const Json& brief, const Json& document = plan()) {
  const Json request = {{"brief", brief}, {"document", document}};
  const Json reply = test::parsed(json::followBrief(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  return reply["value"];
}

TEST(BriefTest, TheModuleHoldsTheContractThatStandsInItsFile) {
  const Json file =
      test::parsed(test::contents(test::repository("core/contract/brief.schema.json")));
  EXPECT_EQ(test::withoutExplanations(test::parsed(std::string(json::kBriefText))),
            test::withoutExplanations(file));
}

TEST(BriefTest, OneThatSaysNothing_LeavesThePlanAsItIs) {
  EXPECT_EQ(opened({{"briefVersion", 1}})["value"]["document"], plan());
}

TEST(BriefTest, WhatIsNotOfTheContract_IsRefusedWhereItStands) {
  EXPECT_EQ(wrong(Json::array()), "field.type /brief\n");
  EXPECT_EQ(wrong(Json::object()), "field.required /brief/briefVersion\n");
  EXPECT_EQ(wrong({{"briefVersion", 2}}), "version.newer /brief/briefVersion\n");
  EXPECT_EQ(wrong({{"briefVersion", 1}, {"colour", "red"}}), "field.unknown /brief/colour\n");
  EXPECT_EQ(wrong(with("sections", R"(["goal","gaol"])")), "field.choice /brief/sections/1\n");
  EXPECT_EQ(wrong(with("figures", R"([{"metric":"roi"},{"metric":"rio"},{"metric":"hours"}])")),
            "request.metric /brief/figures/1/metric\nrequest.metric /brief/figures/2/metric\n");
  EXPECT_EQ(wrong(with("figures", R"([{"metric":"roi","digits":9}])")),
            "field.maximum /brief/figures/0/digits\n");
}

TEST(BriefTest, PlacesOfDocuments_AreKnownByTheirContract) {
  for (const char* pointer : {"/scenarios/0/closeRate", "/scenarios/*/channels/*/costs/0/amount",
                              "/scenarios/0/goal", "/scenarios/0/sharedCosts",
                              "/scenarios/0/period/kind", "/scenarios/12/value/yearlyRevenue/3"}) {
    EXPECT_NE(json::schemaAt(pointer), nullptr) << pointer;
  }
  for (const char* pointer :
       {"", "/", "scenarios", "/scenarios/first/closeRate", "/scenarios/00/closeRate",
        "/scenarios/0/closeRate/low", "/scenarios/0/roi", "/scenarios/*/channels/closeRate",
        "/scenarios/-1/closeRate", "/scenarios//closeRate", "/*"}) {
    EXPECT_EQ(json::schemaAt(pointer), nullptr) << pointer;
  }
}

TEST(BriefTest, AFieldThatNoDocumentHas_OrThatIsNamedTwice_IsRefused) {
  EXPECT_EQ(wrong(withFields(R"([{"pointer":"/scenarios/0/closeRat","hidden":true}])")),
            "brief.place /brief/fields/0/pointer\n");
  EXPECT_EQ(wrong(withFields(R"([{"pointer":"/scenarios/0/margin"},
                                 {"pointer":"/scenarios/0/margin"}])")),
            "id.duplicate /brief/fields/1/pointer\n");
}

TEST(BriefTest, ARequiredField_CanBeFilledIn) {
  EXPECT_EQ(
      wrong(withFields(R"([{"pointer":"/scenarios/0/margin","required":true,"hidden":true}])")),
      "brief.required /brief/fields/0/required\n");
  EXPECT_EQ(
      wrong(withFields(R"([{"pointer":"/scenarios/0/margin","required":true,"locked":true}])")),
      "brief.required /brief/fields/0/required\n");
  EXPECT_EQ(
      wrong(withFields(R"([{"pointer":"/scenarios/0/closeRate","required":true,"locked":true}])")),
      "");
  EXPECT_EQ(wrong(withFields(R"([{"pointer":"/scenarios/0/margin","required":true,"locked":true,
                                  "value":0.4}])")),
            "");
}

TEST(BriefTest, ASpan_HoldsWhatTheFieldBeginsWith) {
  const auto spanOfRate = [](const char* span) {
    return wrong(withFields(
        (R"([{"pointer":"/scenarios/0/closeRate",)" + std::string(span) + "}]").c_str()));
  };
  EXPECT_EQ(spanOfRate(R"("low":0.1,"high":0.1)"), "");
  EXPECT_EQ(spanOfRate(R"("low":0.11)"), "brief.span /brief/fields/0/low\n");
  EXPECT_EQ(spanOfRate(R"("high":0.09)"), "brief.span /brief/fields/0/high\n");
  EXPECT_EQ(spanOfRate(R"("low":0.2,"high":0.1)"), "range.order /brief/fields/0/low\n");
  EXPECT_EQ(spanOfRate(R"("low":0.2,"value":0.25)"), "");
  EXPECT_EQ(spanOfRate(R"("low":0.2,"value":{"low":0.15,"high":0.3})"),
            "brief.span /brief/fields/0/low\n");
  const char* everyCost = R"([{"pointer":"/scenarios/*/channels/*/costs/0/amount","low":LOW,
                               "high":1000}])";
  const auto ofCosts = [&](const char* low) {
    std::string fields = everyCost;
    return wrong(withFields(fields.replace(fields.find("LOW"), 3, low).c_str()));
  };
  EXPECT_EQ(ofCosts("100"), "");
  EXPECT_EQ(ofCosts("101"), "brief.span /brief/fields/0/low\n");
  EXPECT_EQ(wrong(withFields(R"([{"pointer":"/scenarios/0/action","low":1}])")),
            "brief.number /brief/fields/0/low\n");
}

TEST(BriefTest, AStartingValue_IsWhatADocumentTakesThere) {
  const Json brief = withFields(R"([
    {"pointer":"/scenarios/*/margin","value":{"low":0.3,"likely":0.4,"high":0.5}},
    {"pointer":"/scenarios/0/channels/*/leads","value":25},
    {"pointer":"/scenarios/0/action","value":"booking"},
    {"pointer":"/scenarios/0/period/kind","value":"year"}])");
  Json expected = plan();
  Json& scenario = expected["scenarios"][0];
  scenario["margin"] = {{"low", 0.3}, {"likely", 0.4}, {"high", 0.5}};
  for (Json& channel : scenario["channels"]) channel["leads"] = 25;
  scenario["action"] = "booking";
  scenario["period"]["kind"] = "year";
  EXPECT_EQ(opened(brief)["value"]["document"], expected);
  EXPECT_EQ(wrong(withFields(R"([{"pointer":"/scenarios/0/margin","value":1.5}])")),
            "field.maximum /brief/fields/0/value\n");
  EXPECT_EQ(wrong(withFields(R"([{"pointer":"/scenarios/0/action","value":"dance"}])")),
            "field.choice /brief/fields/0/value\n");
  EXPECT_EQ(wrong(withFields(R"([{"pointer":"/scenarios/0/channels/2/leads","value":1}])")),
            "id.unknown /brief/fields/0/pointer\n");
}

TEST(BriefTest, ThePlanItStates_ComesBeforeTheOneThatIsGiven) {
  Json other = plan();
  other["scenarios"][0]["closeRate"] = 0.7;
  const Json brief = {{"briefVersion", 1}, {"start", other}};
  EXPECT_EQ(opened(brief)["value"]["document"], other);
  other["scenarios"][0].erase("currency");
  EXPECT_EQ(wrong({{"briefVersion", 1}, {"start", other}}),
            "field.required /brief/start/scenarios/0/currency\n");
  EXPECT_EQ(errorsIn(opened({{"briefVersion", 1}}, other)),
            "field.required /document/scenarios/0/currency\n");
}

TEST(BriefTest, AddressesColoursAndFonts_AreNothingElse) {
  const auto call = [](const char* kind, const char* address) {
    const Json text = {{"fr", "Parlons"}};
    return wrong({{"briefVersion", 1},
                  {"callToAction", {{"kind", kind}, {"text", text}, {"address", address}}}});
  };
  EXPECT_EQ(call("link", "https://example.com/contact?a=1#b"), "");
  EXPECT_EQ(call("mailto", "hello@example.com"), "");
  const std::string refused = "brief.address /brief/callToAction/address\n";
  for (const char* address : {"http://example.com", "javascript:alert(1)", "https://",
                              "https://example.com/ a", "//example.com"}) {
    EXPECT_EQ(call("link", address), refused) << address;
  }
  for (const char* address :
       {"hello", "@example.com", "hello@", "mailto:a@b.c", "a b@example.com"}) {
    EXPECT_EQ(call("mailto", address), refused) << address;
  }
  EXPECT_EQ(wrong(with("callToAction", R"({"kind":"link","text":{"en":"Talk"}})")),
            "field.required /brief/callToAction/address\n");
  EXPECT_EQ(wrong(with("callToAction", R"({"kind":"event","text":{}})")),
            "brief.words /brief/callToAction/text\n");
  EXPECT_EQ(wrong(with("brand", R"({"name":"Étoile","accent":"#0a5","paper":"#FFFFFF",
                                    "sans":"'Open Sans', sans-serif","radius":4})")),
            "");
  EXPECT_EQ(wrong(with("brand", R"_({"accent":"#12345","ink":"black","sans":"url(x)"})_")),
            "field.format /brief/brand/accent\nfield.format /brief/brand/ink\n"
            "field.format /brief/brand/sans\n");
}

TEST(BriefTest, ABenchmark_IsAFigureOfItsField) {
  const Json brief = withFields(R"([{"pointer":"/scenarios/0/margin","benchmarks":[
    {"id":"ours-2025","publisher":"Agence","year":2025,"n":48,"address":"https://example.com/s",
     "value":{"low":0.3,"high":0.5}},
    {"id":"b","publisher":"Agence","year":2025,"address":"example.com","value":3}]}])");
  EXPECT_EQ(wrong(brief),
            "brief.address /brief/fields/0/benchmarks/1/address\n"
            "field.maximum /brief/fields/0/benchmarks/1/value\n");
}

TEST(BriefTest, WhatIsRequired_IsMissingUntilItIsFilledIn) {
  const Json brief = withFields(R"([
    {"pointer":"/scenarios/*/margin","required":true},
    {"pointer":"/scenarios/*/closeRate","required":true},
    {"pointer":"/scenarios/*/channels/*/leads","required":true},
    {"pointer":"/scenarios/*/sharedCosts/*/amount","required":true},
    {"pointer":"/scenarios/1/refunds","required":true}])");
  EXPECT_EQ(followed(brief)["missing"],
            Json({"/scenarios/0/margin", "/scenarios/0/channels/1/leads"}));
  Json filled = plan();
  filled["scenarios"][0]["margin"] = 0.5;
  filled["scenarios"][0]["channels"][1]["leads"] = 0;
  EXPECT_EQ(followed(brief, filled)["missing"], Json::array());
}

TEST(BriefTest, WhatIsOutsideASpan_IsToldWithIt) {
  const Json brief = withFields(R"([
    {"pointer":"/scenarios/0/channels/*/costs/0/amount","low":150,"high":900},
    {"pointer":"/scenarios/0/closeRate","high":0.05}])");
  EXPECT_EQ(
      followed(brief)["outside"],
      test::parsed(R"([{"pointer":"/scenarios/0/channels/0/costs/0/amount","low":150,"high":900},
                       {"pointer":"/scenarios/0/channels/1/costs/0/amount","low":150,"high":900},
                       {"pointer":"/scenarios/0/closeRate","high":0.05}])"));
}

/// 0.1 of 40 leads at 500 each: 2000 for 1200.
Json known() {
  Json document = plan();
  document["scenarios"][0]["channels"].erase(1);
  document["scenarios"][0]["channels"][0]["costs"][0]["amount"] = 1200;
  return document;
}

Json withConditions(const std::vector<std::string>& conditions) {
  Json brief = {{"briefVersion", 1}, {"messages", Json::array()}};
  for (const std::string& when : conditions) {
    brief["messages"].push_back({{"when", when}, {"text", {{"en", "So it is."}}}});
  }
  return brief;
}

TEST(BriefTest, MessagesAreThoseWhoseConditionsHold) {
  const Json brief = withConditions({"roi >= 1", "roi >= 0.5", "breakEvenCpl < fullCostCpl",
                                     "cost = 1", "customers >= 4 and not leads > 40"});
  EXPECT_EQ(errorsIn(opened(brief, known())), "own.syntax /brief/messages/3/when\n");
  EXPECT_EQ(followed(brief, known())["messages"], Json({1, 4}));
  // Of figures that are not known, none does.
  Json unknown = known();
  unknown["scenarios"][0].erase("closeRate");
  EXPECT_EQ(followed(withConditions({"roi >= 0", "roi < 0"}), unknown)["messages"], Json::array());
}

TEST(BriefTest, ConditionsNameOwnFigures_AndFieldsOwnInputs) {
  Json document = known();
  document["own"] = test::parsed(R"({"inputs":[{"id":"savedHours","unit":"hours"}],
    "figures":[{"id":"saved","unit":"money","formula":"profit + 100"}]})");
  document["scenarios"][0]["own"] = {{"savedHours", 20}};
  Json brief = withConditions({"saved > 800", "saved > 1000", "savedHours >= 20"});
  brief["fields"] = test::parsed(R"([{"pointer":"/scenarios/*/own/savedHours","high":30}])");
  EXPECT_EQ(errorsIn(opened(brief, document)), "");
  EXPECT_EQ(followed(brief, document)["messages"], Json({0, 2}));
  EXPECT_EQ(errorsIn(opened(withConditions({"saved > 1"}), known())),
            "own.name /brief/messages/0/when\n");
  brief["fields"][0]["high"] = 10;
  EXPECT_EQ(errorsIn(opened(brief, document)), "brief.span /brief/fields/0/high\n");
}

TEST(BriefTest, AKeyFigureMayBeAnOwnFigure_OfThePlanItBeginsWith) {
  Json document = known();
  document["own"] = test::parsed(R"({"inputs":[{"id":"savedHours","unit":"hours"}],
    "figures":[{"id":"saved","unit":"money","formula":"profit + 100"}]})");
  Json brief = with("figures", R"([{"metric":"roi"},{"metric":"own:saved","digits":0}])");
  EXPECT_EQ(errorsIn(opened(brief, document)), "");
  EXPECT_EQ(errorsIn(opened(brief, known())), "request.metric /brief/figures/1/metric\n");
  // A plan of the brief's own comes before the one that is given.
  brief["start"] = known();
  EXPECT_EQ(errorsIn(opened(brief, document)), "request.metric /brief/figures/1/metric\n");
  brief["start"] = document;
  EXPECT_EQ(errorsIn(opened(brief, known())), "");
  const Json others = with("figures", R"([{"metric":"own:savedHours"},{"metric":"own:"},
                                          {"metric":"own:roi"},{"metric":"OWN:saved"}])");
  EXPECT_EQ(errorsIn(opened(others, document)), "request.metric /brief/figures/3/metric\n");
  Json withoutWrong = others;
  withoutWrong["figures"].erase(3);
  EXPECT_EQ(errorsIn(opened(withoutWrong, document)),
            "request.metric /brief/figures/0/metric\nrequest.metric /brief/figures/1/metric\n"
            "request.metric /brief/figures/2/metric\n");
}

TEST(BriefTest, AScenarioThatThereIsNot_IsRefused) {
  const Json request = {{"brief", {{"briefVersion", 1}}}, {"document", plan()}, {"scenario", "x"}};
  EXPECT_EQ(errorsIn(test::parsed(json::followBrief(request.dump()))),
            "request.scenario /scenario\n");
}

TEST(BriefTest, EveryPresetOpensWithABrief) {
  for (const char* name : {"email", "b2b-leads", "saas", "e-commerce"}) {
    const std::string path = "web/src/plan/presets/" + std::string(name) + ".json";
    const Json document = test::parsed(test::contents(test::repository(path)));
    EXPECT_EQ(opened({{"briefVersion", 1}}, document)["value"]["document"], document) << name;
  }
}

}  // namespace
}  // namespace roi::brief_test
