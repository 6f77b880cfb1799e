// A test of variants as it is asked and answered.

#include <gtest/gtest.h>

#include <cmath>

#include "json/api.h"
#include "json/evidence_contract.h"

namespace roi::ab_test_call_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json answerOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "abTestRequest"), "");
  const Json reply = test::parsed(json::abTest(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "abTest"), "");
  return reply["value"];
}

Json plannedOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "abTestPlanRequest"), "");
  const Json reply = test::parsed(json::abTestPlan(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "abTestPlan"), "");
  return reply["value"];
}

std::string errorsIn(const std::string& text) {
  const Json reply = test::parsed(text);
  std::string list;
  for (const Json& error : reply.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  return list;
}

// geratools.com: 5 % against 5.9 %.
Json published() {
  return test::parsed(R"({"variants":[{"visitors":5000,"conversions":250},
    {"visitors":5000,"conversions":295}]})");
}

TEST(AbTestCallTest, APublishedTest_IsRead) {
  const Json found = answerOf(published());
  EXPECT_EQ(found["verdict"], "better");
  EXPECT_EQ(found["leader"], 1);
  EXPECT_EQ(found["sampleRatio"], 1);
  const Json& b = found["variants"][1];
  EXPECT_NEAR(b["contrast"]["p"], 0.0474, 5e-5);
  EXPECT_NEAR(b["contrast"]["lift"], 0.18, 1e-12);
  EXPECT_EQ(b["contrast"]["significant"], true);
  EXPECT_NEAR(b["chance"], 0.9762, 5e-5);
  EXPECT_EQ(b["figure"]["likely"], 0.059);
  EXPECT_EQ(b["figure"]["n"], 5000);
  EXPECT_LT(b["figure"]["low"], b["rate"]);
  EXPECT_FALSE(b.contains("lossWorth"));
  EXPECT_FALSE(b.contains("perVisitor"));
  EXPECT_FALSE(found["variants"][0].contains("contrast"));
  EXPECT_FALSE(found.contains("needed"));
}

TEST(AbTestCallTest, ReadWhileItRuns_TheWiderIntervalDecides) {
  Json asked = published();
  const Json once = answerOf(asked)["variants"][1]["contrast"];
  asked["running"] = true;
  asked["days"] = 14;
  const Json found = answerOf(asked);
  EXPECT_EQ(found["verdict"], "open");
  const Json& contrast = found["variants"][1]["contrast"];
  EXPECT_FALSE(contrast.contains("p"));
  EXPECT_LT(contrast["low"], once["low"]);
  EXPECT_GT(contrast["high"], once["high"]);
  EXPECT_GT(found["needed"]["days"], 0);
  EXPECT_GT(found["needed"]["conversions"], 0);
}

// One percent more of 5 % is worth 100: 0.9 points are 18 percent of it.
TEST(AbTestCallTest, APlan_MakesMoneyOfIt) {
  Json asked = published();
  asked["plan"] = {{"rate", 0.05}, {"onePercent", 100}};
  const Json found = answerOf(asked);
  const Json& worth = found["variants"][1]["contrast"]["worth"];
  EXPECT_NEAR(worth["value"], 1800, 1e-9);
  EXPECT_LT(worth["low"], worth["value"]);
  const double loss = found["variants"][0]["loss"];
  EXPECT_NEAR(found["variants"][0]["lossWorth"], loss / 0.05 * 10'000, 1e-9);
  asked["plan"].erase("rate");  // the first variant's, which is 5 % too
  EXPECT_EQ(answerOf(asked), found);
  asked["variants"][0]["conversions"] = 0;
  EXPECT_FALSE(answerOf(asked)["variants"][0].contains("lossWorth")) << "leads of no rate";
}

TEST(AbTestCallTest, Revenue_IsReadPerVisitorAndPerBasket) {
  Json asked = published();
  asked["variants"][0]["revenue"] = 10'000;
  asked["variants"][1]["revenue"] = 12'000;
  const Json without = answerOf(asked);
  EXPECT_EQ(without["variants"][0]["perVisitor"], Json({{"value", 2}}));
  asked["variants"][0]["basketDeviation"] = 20;
  asked["variants"][1]["basketDeviation"] = 20;
  const Json found = answerOf(asked);
  EXPECT_EQ(found["variants"][0]["basket"]["value"], 40);
  EXPECT_NEAR(found["variants"][1]["contrast"]["perVisitor"]["value"], 0.4, 1e-12);
  EXPECT_TRUE(found["variants"][1]["contrast"]["basket"].contains("low"));
}

TEST(AbTestCallTest, RefusesWhatCannotBe) {
  Json asked = published();
  asked["variants"][1]["conversions"] = 5001;
  EXPECT_EQ(errorsIn(json::abTest(asked.dump())), "field.maximum /variants/1/conversions\n");
  asked["variants"][1] = {{"visitors", 5000}, {"conversions", 0}, {"revenue", 10}};
  EXPECT_EQ(errorsIn(json::abTest(asked.dump())), "field.minimum /variants/1/conversions\n");
  asked["variants"][1] = {{"visitors", 0}, {"conversions", 0}};
  EXPECT_EQ(errorsIn(json::abTest(asked.dump())), "field.minimum /variants/1/visitors\n");
  asked["variants"].erase(1);
  EXPECT_EQ(errorsIn(json::abTest(asked.dump())), "field.count /variants\n");
}

TEST(AbTestCallTest, APlannedTest_HasASizeAndWeeks) {
  Json asked = {{"rate", 0.65}, {"lift", 0.2 / 0.65}};
  EXPECT_EQ(plannedOf(asked)["significant"], Json({{"visitors", 70}}));
  EXPECT_EQ(plannedOf(asked)["weeks"], Json::array());
  asked["visitorsPerDay"] = 10;
  asked["horizonDays"] = 300;
  const Json found = plannedOf(asked);
  EXPECT_EQ(found["significant"]["days"], 14);
  EXPECT_EQ(found["weeks"][1]["weeks"], 2);
  EXPECT_NEAR(found["weeks"][1]["lift"], 0.2 / 0.65, 2e-3) << "70 each in two weeks";
  EXPECT_LE(found["paying"]["regret"], found["paying"]["regretOfSignificant"]);
}

TEST(AbTestCallTest, ALiftAboveAllThereIs_IsRefused) {
  EXPECT_EQ(errorsIn(json::abTestPlan(R"({"rate":0.5,"lift":1})")), "field.maximum /lift\n");
  EXPECT_EQ(errorsIn(json::abTestPlan(R"({"rate":0,"lift":0.1})")), "field.minimum /rate\n");
}

}  // namespace
}  // namespace roi::ab_test_call_test
