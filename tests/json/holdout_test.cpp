// Holdout and geo tests as they are asked and answered.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/evidence_contract.h"

namespace roi::holdout_call_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json valueOf(const std::string& text, const char* definition) {
  const Json reply = test::parsed(text);
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], definition), "");
  return reply["value"];
}

Json holdoutOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "holdoutRequest"), "");
  return valueOf(json::holdout(request.dump()), "holdout");
}

Json geoOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "geoTestRequest"), "");
  return valueOf(json::geoTest(request.dump()), "geoTable");
}

std::string errorsOf(const std::string& text) {
  std::string list;
  for (const Json& error : test::parsed(text).value("errors", Json::array()))
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  return list;
}

Json group(double people, double customers) {
  return {{"people", people}, {"customers", customers}};
}

TEST(HoldoutCallTest, ThreePercentAgainstTwo_IsALiftOfAHalf) {
  const Json found = holdoutOf({{"treated", {{"rate", 0.03}}}, {"control", {{"rate", 0.02}}}});
  EXPECT_NEAR(found["lift"]["value"], 0.5, 1e-12);
  EXPECT_NEAR(found["planShare"], 1.0 / 3, 1e-12);
  EXPECT_FALSE(found["share"].contains("low"));
  EXPECT_FALSE(found.contains("incremental"));
}

// 100 000 people at 3 %, 2 % of whom would have bought: 1 000 more customers.
TEST(HoldoutCallTest, Groups_GiveCustomersAndWhatEachCost) {
  const Json found = holdoutOf({{"treated", group(100'000, 3000)},
                                {"control", group(50'000, 1000)},
                                {"cost", 20'000},
                                {"value", 50}});
  EXPECT_NEAR(found["incremental"]["value"], 1000, 1e-9);
  EXPECT_NEAR(found["costPerIncremental"]["value"], 20, 1e-9);
  EXPECT_NEAR(found["incrementalRoas"]["value"], 2.5, 1e-9);
  EXPECT_LT(found["share"]["low"], 1.0 / 3);
  EXPECT_EQ(found["planShare"]["low"], found["share"]["low"]);
  EXPECT_EQ(found["planShare"]["high"], found["share"]["high"]);
  EXPECT_NEAR(found["planShare"]["likely"], 1.0 / 3, 1e-12);
  EXPECT_GT(found["smallestLift"], 0);
}

TEST(HoldoutCallTest, BeforeTheTest_ItsSizeSaysWhatItCouldShow) {
  const Json found =
      holdoutOf({{"treated", {{"people", 1000}}}, {"control", {{"people", 1000}, {"rate", 0.1}}}});
  EXPECT_TRUE(found.contains("smallestLift"));
  EXPECT_FALSE(found.contains("difference"));
  EXPECT_EQ(holdoutOf(Json::object()).size(), 0U);
}

TEST(HoldoutCallTest, MoreCustomersThanPeople_AreRefused) {
  const Json asked = {{"treated", group(10, 11)}, {"control", group(10, 12)}};
  EXPECT_EQ(errorsOf(json::holdout(asked.dump())),
            "field.maximum /treated/customers\nfield.maximum /control/customers\n");
  EXPECT_EQ(errorsOf(json::holdout(R"({"treated":{"people":0}})")),
            "field.minimum /treated/people\n");
}

/// Five weeks, of which the last sells a fifth more in A and B.
std::string table() {
  std::string text = "Date\tA\tB\tC\tD\n";
  for (int day = 0; day < 35; ++day) {
    const int wave = day % 7;
    const double lift = day < 28 ? 1 : 1.2;
    text += "day " + std::to_string(day + 1);
    for (const double sold :
         {(100 + 10 * wave) * lift, (50 + 5 * wave) * lift, 200.0 + 20 * wave, 80.0 - wave})
      text += "\t" + std::to_string(sold);
    text += "\n";
  }
  return text;
}

TEST(GeoCallTest, ATableAlone_SaysItsRegionsAndDays) {
  const Json found = geoOf({{"text", table()}});
  EXPECT_EQ(found["regions"], Json({"A", "B", "C", "D"}));
  EXPECT_EQ(found["days"].size(), 35U);
  EXPECT_FALSE(found.contains("test"));
  EXPECT_FALSE(found.contains("power"));
}

// A and B are a half and a quarter of C: without the campaign 1.5 x (7 x 100 + 10 x 21) = 1 365.
TEST(GeoCallTest, ATest_SaysLiftWeightsAndShare) {
  const Json found = geoOf({{"text", table()},
                            {"treated", {"A", "B"}},
                            {"start", "day 29"},
                            {"claimed", 546},
                            {"cost", 2730},
                            {"value", 30}});
  const Json test = found["test"];
  EXPECT_NEAR(test["lift"]["value"], 0.2, 1e-9);
  EXPECT_NEAR(test["without"], 1365, 1e-6);
  EXPECT_NEAR(test["effect"]["value"], 273, 1e-6);
  EXPECT_NEAR(test["share"]["value"], 0.5, 1e-9);
  EXPECT_NEAR(test["costPerIncremental"]["value"], 10, 1e-6);
  EXPECT_NEAR(test["incrementalRoas"]["value"], 3, 1e-6);
  EXPECT_EQ(test["weights"].size(), 1U);
  EXPECT_EQ(test["weights"][0]["region"], "C");
  EXPECT_NEAR(test["pValue"], 1.0 / 35, 1e-12);
  EXPECT_EQ(test["blocks"], 35);
  EXPECT_EQ(test["start"], 28);
  EXPECT_FALSE(found.contains("power"));
}

// tests/geo/source.md
TEST(GeoCallTest, GeoLiftsWalkthrough_ComesOut) {
  const Json found = geoOf({{"text", test::contents(test::repository("tests/geo/geolift.csv"))},
                            {"treated", {"chicago", "portland"}},
                            {"start", "2021-04-01"}});
  const Json test = found["test"];
  EXPECT_NEAR(test["effect"]["value"].get<double>() / 30, 155.556, 5);
  EXPECT_NEAR(test["lift"]["value"], 0.054, 0.002);
  EXPECT_GT(test["lift"]["low"], 0);
  EXPECT_LE(test["pValue"], 0.05);
  EXPECT_GE(test["pValue"], 0.01);
}

TEST(GeoCallTest, BeforeTheTest_AllDaysSayWhatItCouldShow) {
  const Json found = geoOf({{"text", table()}, {"treated", Json::array({"A"})}, {"length", 7}});
  EXPECT_EQ(found["power"]["length"], 7);
  EXPECT_GT(found["power"]["windows"], 0);
  EXPECT_FALSE(found.contains("test"));
}

TEST(GeoCallTest, WhatIsLackingOrUnknown_IsSaid) {
  EXPECT_EQ(geoOf({{"text", table()}, {"start", "day 29"}})["lacks"], "treated");
  const Json late = {
      {"text", table()}, {"treated", Json::array({"A"})}, {"start", "day 29"}, {"end", "day 20"}};
  EXPECT_EQ(geoOf(late)["lacks"], "days");
  const Json unknown = {
      {"text", table()}, {"treated", {"A", "X"}}, {"start", "day 40"}, {"end", "day 41"}};
  EXPECT_EQ(errorsOf(json::geoTest(unknown.dump())),
            "id.unknown /treated/1\nid.unknown /start\nid.unknown /end\n");
}

TEST(GeoCallTest, WhatCannotBeRead_IsNoError) {
  const std::string open = "d\tA\tB\n1\t1.234\t2.345\n2\t1.234\t2.345\n";
  EXPECT_EQ(geoOf({{"text", open}, {"treated", Json::array({"A"})}})["ambiguous"], "1.234");
  EXPECT_EQ(geoOf({{"text", open}, {"decimal", "comma"}})["regions"], Json({"A", "B"}));
  EXPECT_EQ(geoOf({{"text", "a,\"b\n"}})["fault"], "table.quote");
}

}  // namespace
}  // namespace roi::holdout_call_test
