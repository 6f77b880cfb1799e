// The call trackRecord: forecasts of a document, and the ranges of a plan.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/replies.h"

namespace roi::json {
namespace {

using test::Json;
using test::valueOf;
using test::wrong;

Json forecast(double actual, bool typed = true) {
  Json made = {{"date", "2026-03-01"}, {"metric", "leads"}, {"unit", "count"}, {"low", 50},
               {"likely", 100},        {"high", 200},       {"actual", actual}};
  if (typed) made["typed"] = true;
  return made;
}

/// Leads of 50 to 200, a close rate of 10 to 40 %; a published basket of 100 to 400.
Json plan() {
  return test::documentOf(R"({
    "closeRate":{"low":0.1,"likely":0.2,"high":0.4},
    "value":{"mode":"revenue","revenuePerCustomer":{"low":100,"likely":200,"high":400,
             "provenance":"benchmark","source":"someone"}},
    "channels":[{"id":"a","leads":{"low":50,"high":200}}]})");
}

Json ask(Json document) { return valueOf(trackRecord(Json{{"document", document}}.dump())); }

TEST(TrackRecordCallTest, ADocumentWithoutForecasts_ListsItsRanges) {
  const Json found = ask(plan());
  EXPECT_EQ(found["typed"], test::parsed(R"({"count":0,"held":0,"unknown":"few"})"));
  EXPECT_EQ(found["results"], found["typed"]);
  EXPECT_EQ(found["forecasts"], Json::array());
  ASSERT_EQ(found["ranges"].size(), 2U);
  EXPECT_EQ(found["ranges"][0], test::parsed(R"({"pointer":"/scenarios/0/closeRate",
    "metric":"closeRate","rate":true,"low":0.1,"likely":0.2,"high":0.4})"));
  EXPECT_NEAR(found["ranges"][1]["likely"], 100, 1e-12);
}

// April of a channel that was to bring 50 to 200 leads: 120 came, of which 30 bought.
TEST(TrackRecordCallTest, WhatWasObservedToTheEnd_IsWhatRangesCameTo) {
  Json document = plan();
  EXPECT_EQ(ask(document)["came"], Json::object());
  const Json counts =
      Json::parse(R"([{"channel":"a","date":"2026-04-30","leads":120,"customers":30}])");
  document["scenarios"][0]["observed"] = {{"start", "2026-04-01"}, {"counts", counts}};
  document["scenarios"][0]["period"] = {{"kind", "month"}};
  const Json found = ask(document);
  EXPECT_EQ(found["came"], test::parsed(R"({"leads":{"value":120},"customers":{"value":30}})"));
  EXPECT_EQ(found["ranges"][0]["came"], test::parsed(R"({"value":0.25,"n":120})"));
  EXPECT_EQ(found["ranges"][1]["came"], test::parsed(R"({"value":120})"));
  document["scenarios"][0]["observed"]["counts"][0]["date"] = "2026-03-30";
  EXPECT_EQ(ask(document)["came"], Json::object()) << "before the plan began";
}

// Eight that held and one at four times the likely value, which is two widths off.
TEST(TrackRecordCallTest, NineForecasts_SayByHowMuchTheRangesAreToBeWidened) {
  Json document = plan();
  document["forecasts"] = Json::array({forecast(400)});
  for (int i = 0; i < 8; ++i) document["forecasts"].push_back(forecast(100));
  document["forecasts"].push_back(forecast(3000, false));
  Json open = forecast(1);
  open.erase("actual");
  document["forecasts"].push_back(open);
  const Json found = ask(document);
  EXPECT_EQ(found["typed"]["count"], 9);
  EXPECT_EQ(found["typed"]["held"], 8);
  EXPECT_EQ(found["typed"]["fit"], "plausible");
  EXPECT_EQ(found["typed"]["rank"], 9);
  EXPECT_NEAR(found["typed"]["widening"], 2, 1e-12);
  EXPECT_EQ(found["results"]["count"], 1);
  EXPECT_EQ(found["results"]["held"], 0);
  EXPECT_EQ(found["forecasts"][0]["held"], false);
  const Json widened = found["typed"]["widening"];
  EXPECT_EQ(found["forecasts"][1], (Json{{"held", true}, {"widening", 0}, {"widened", widened}}));
  EXPECT_FALSE(found["forecasts"][9].contains("widened")) << "a result";
  EXPECT_EQ(found["forecasts"][10], (Json{{"widened", widened}}));
  EXPECT_EQ(found["ranges"][1]["widened"]["low"], 25);
  EXPECT_EQ(found["ranges"][1]["widened"]["high"], 400);
}

// Ranges that were made twice as wide since would have held what lies two widths off.
TEST(TrackRecordCallTest, OnceRangesAreWidened_TheyAreNotToBeWidenedAgain) {
  Json document = plan();
  document["forecasts"] = Json::array();
  for (int i = 0; i < 9; ++i) document["forecasts"].push_back(forecast(400));
  const Json before = ask(document);
  EXPECT_EQ(before["typed"]["held"], 0);
  EXPECT_TRUE(before["ranges"][0].contains("widened"));
  for (std::size_t i = 0; i < 9; ++i) {
    document["forecasts"][i]["widened"] = before["forecasts"][i]["widened"];
  }
  const Json after = ask(document);
  EXPECT_EQ(after["typed"]["held"], 9);
  EXPECT_EQ(after["typed"]["widening"], 1);
  EXPECT_EQ(after["forecasts"][0]["held"], false);
  EXPECT_FALSE(after["ranges"][0].contains("widened"));
}

TEST(TrackRecordCallTest, WhatIsWrongWithForecasts_IsNamedWithItsPath) {
  Json document = plan();
  document["forecasts"] = Json::array({forecast(1), forecast(1), forecast(1)});
  document["forecasts"][0]["metric"] = "luckiness";
  document["forecasts"][2]["low"] = 300;
  EXPECT_EQ(wrong(trackRecord(Json{{"document", document}}.dump())),
            "request.metric /document/forecasts/0/metric\nrange.order /document/forecasts/2\n");
  EXPECT_EQ(wrong(trackRecord(Json{{"document", plan()}, {"scenario", "none"}}.dump())),
            "request.scenario /scenario\n");
}

TEST(TrackRecordCallTest, ForecastsAreNoPartOfThePlan) {
  Json document = plan();
  const std::string before = evaluate(document.dump());
  document["forecasts"] = Json::array({forecast(400)});
  EXPECT_EQ(evaluate(document.dump()), before);
}

}  // namespace
}  // namespace roi::json
