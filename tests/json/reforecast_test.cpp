// What has happened since, text in and text out.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/document.h"
#include "json/replies.h"

namespace roi::json::reforecast_test {
namespace {

using test::Json;
using test::valueOf;
using test::wrong;

/// Two channels, of a quarter that begins on the first of April.
Json plan(const Json& observed) {
  Json document =
      test::documentOf(R"({"period":{"kind":"quarter"},"closeRate":{"low":0.05,"high":0.2},
    "value":{"mode":"revenue","revenuePerCustomer":400},"goal":{"metric":"profit","target":5000},
    "channels":[
    {"id":"a","leads":{"low":200,"high":400},"costs":[{"kind":"adSpend","amount":9100}]},
    {"id":"b","leads":100,"costs":[{"kind":"adSpend","amount":500}]}]})");
  document["scenarios"][0]["observed"] = observed;
  return document;
}

Json since(const Json& counts) { return {{"start", "2026-04-01"}, {"counts", counts}}; }

Json counted(const Json& fields, const std::string& date = "2026-05-10",
             const std::string& channel = "a") {
  Json row = {{"channel", channel}, {"date", date}};
  row.update(fields);
  return row;
}

std::string asked(const Json& observed) {
  return json::reforecast(Json{{"document", plan(observed)}}.dump());
}

Json resultOf(const Json& found, const std::string& metric) {
  for (const Json& result : found["results"]) {
    if (result["metric"] == metric) return result;
  }
  return {};
}

TEST(ReforecastCallTest, WhatWasCounted_StandsBesideWhatWasPlanned) {
  const Json found = valueOf(asked(since(Json::array(
      {counted({{"leads", 170}, {"customers", 12}, {"adSpend", 3500}, {"clicks", 900}})}))));
  EXPECT_EQ(found["shown"], true);
  EXPECT_EQ(found["days"], 91);
  const Json leads = resultOf(found, "leads");
  EXPECT_GT(leads["now"]["p50"], leads["planned"]["p50"]);
  EXPECT_LT(found["goal"]["now"]["probability"], 1);
  ASSERT_EQ(found["observed"].size(), 2U);
  EXPECT_EQ(found["observed"][0]["pointer"], "/scenarios/0/observed/counts/0/leads");
  EXPECT_EQ(found["observed"][1]["metric"], "customers");
  EXPECT_EQ(found["unused"], Json::array({"/scenarios/0/observed/counts/0/clicks"}));
  // 40 of 91 days
  ASSERT_EQ(found["pacing"].size(), 1U);
  EXPECT_NEAR(found["pacing"][0]["due"], 4000, 1e-9);
  EXPECT_NEAR(found["pacing"][0]["perDay"], 5600.0 / 51, 1e-9);
}

TEST(ReforecastCallTest, NothingCounted_IsThePlanAsItWas) {
  for (const Json& observed : {Json::object(), since(Json::array())}) {
    const Json found = valueOf(asked(observed));
    EXPECT_EQ(resultOf(found, "profit")["now"], resultOf(found, "profit")["planned"]);
    EXPECT_EQ(found["goal"]["now"], found["goal"]["planned"]);
    EXPECT_EQ(found["effective"], found["trials"]);
    EXPECT_FALSE(found.contains("days"));
  }
}

TEST(ReforecastCallTest, WhatThePlanCannotHaveMeant_HasNoRanges) {
  const Json found = valueOf(asked(since(Json::array({counted({{"leads", 20'000}})}))));
  EXPECT_EQ(found["foreseen"], false);
  EXPECT_EQ(found["observed"][0]["tail"], 0);
  for (const Json& result : found["results"]) EXPECT_TRUE(result.contains("planned"));
}

TEST(ReforecastCallTest, TheGoalsStart_StandsForThePlans) {
  Json document = plan({{"counts", Json::array({counted({{"leads", 100}})})}});
  EXPECT_EQ(wrong(json::reforecast(Json{{"document", document}}.dump())),
            "field.required /document/scenarios/0/observed/start\n");
  document["scenarios"][0]["goal"]["start"] = "2026-04-01";
  EXPECT_EQ(valueOf(json::reforecast(Json{{"document", document}}.dump()))["days"], 91);
}

TEST(ReforecastCallTest, WhatIsNoCount_IsRefusedWithItsPlace) {
  EXPECT_EQ(wrong(asked(since(Json::array({counted({{"leads", 1}}, "2026-03-31")})))),
            "observed.date /document/scenarios/0/observed/counts/0/date\n");
  const Json once = counted({{"leads", 1}});
  EXPECT_EQ(wrong(asked(since(Json::array({once, counted({{"leads", 2}}, "2026-05-11"), once})))),
            "observed.twice /document/scenarios/0/observed/counts/2/leads\n");
  EXPECT_EQ(wrong(asked(since(Json::array({counted({{"closeRate", 0.1}})})))),
            "field.required /document/scenarios/0/observed/counts/0/closeRate/n\n");
  const Json range = {{"low", 1}, {"high", 2}};
  EXPECT_EQ(wrong(asked(since(Json::array({counted({{"leads", range}})})))),
            "field.required /document/scenarios/0/observed/counts/0/leads/value\n");
  EXPECT_EQ(wrong(asked(since(Json::array({Json{{"leads", 1}}})))),
            "field.required /document/scenarios/0/observed/counts/0/date\n");
}

TEST(ReforecastCallTest, OrdersAreOneCount_StatedOnceADay) {
  Json document =
      plan(since(Json::array({counted({{"customers", 50}}), counted({{"leads", 150}})})));
  document["scenarios"][0]["action"] = "order";
  const auto asked = [&] { return json::reforecast(Json{{"document", document}}.dump()); };
  EXPECT_EQ(wrong(asked()), "observed.twice /document/scenarios/0/observed/counts/1/leads\n");
  const Json rate = {{"value", 0.9}, {"n", 10}};
  document["scenarios"][0]["observed"]["counts"] = Json::array({counted({{"closeRate", rate}})});
  const Json found = valueOf(asked());
  EXPECT_EQ(found["unused"], Json::array({"/scenarios/0/observed/counts/0/closeRate"}));
  EXPECT_EQ(found["shown"], true);
}

TEST(ReforecastCallTest, ChannelsThatThePlanDoesNotCount_AreNamedAsUnused) {
  const Json found = valueOf(asked(since(
      Json::array({counted({{"leads", 100}}), counted({{"leads", 7}}, "2026-05-10", "gone")}))));
  EXPECT_EQ(found["unused"], Json::array({"/scenarios/0/observed/counts/1/leads"}));
  EXPECT_EQ(found["observed"].size(), 1U);
}

TEST(ReforecastCallTest, RatesStateTheirCases) {
  const Json rate = {{"value", 0.06}, {"n", 100}};
  const Json found = valueOf(asked(since(Json::array({counted({{"closeRate", rate}})}))));
  EXPECT_EQ(found["observed"][0]["metric"], "closeRate");
  EXPECT_LT(resultOf(found, "customers")["now"]["p50"],
            resultOf(found, "customers")["planned"]["p50"]);
}

}  // namespace
}  // namespace roi::json::reforecast_test
