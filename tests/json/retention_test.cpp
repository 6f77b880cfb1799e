// A cohort as it is asked and answered.

#include <gtest/gtest.h>

#include <cmath>

#include "json/api.h"
#include "json/evidence_contract.h"

namespace roi::retention_call_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json answerOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "retentionRequest"), "");
  const Json reply = test::parsed(json::retention(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "retained"), "");
  return reply["value"];
}

std::string errorsOf(const Json& request) {
  const Json reply = test::parsed(json::retention(request.dump()));
  std::string list;
  for (const Json& error : reply.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  return list;
}

// P. S. Fader, B. G. S. Hardie (2007).
Json highEnd() {
  return {
      {"cohort", {1000, 869, 743, 653, 593, 551, 517, 491}}, {"by", "year"}, {"discountRate", 0.1}};
}

TEST(RetentionCallTest, APublishedCohort_StaysLongerThanItsFirstYearSays) {
  const Json found = answerOf(highEnd());
  EXPECT_NEAR(found["a"], 0.668, 5e-4);
  EXPECT_NEAR(found["b"], 3.806, 5e-4);
  EXPECT_NEAR(found["fitted"]["lifetime"], 5.92, 5e-3);
  EXPECT_NEAR(found["constant"]["lifetime"], 4.76, 5e-3);
  EXPECT_EQ(found["counted"]["shares"].size(), 8U);
  EXPECT_EQ(found["counted"]["shares"][7], 0.491);
  EXPECT_EQ(found["fitted"]["shares"].size(), 16U);
  EXPECT_FALSE(found["fitted"].contains("worth"));
}

TEST(RetentionCallTest, AMargin_MakesMoneyOfIt) {
  Json asked = {{"cohort", {100, 50}}, {"by", "year"}, {"discountRate", 0.25}, {"margin", 40}};
  const Json found = answerOf(asked);
  // counted: 40 + 20 / 1.25; for ever: 40 / (1 - 0.5 / 1.25)
  EXPECT_NEAR(found["counted"]["worth"], 56, 1e-12);
  EXPECT_NEAR(found["constant"]["worth"], 200.0 / 3, 1e-9);
  EXPECT_EQ(found["counted"]["margins"], Json({40, 60}));
  EXPECT_EQ(found["constant"]["margins"], Json({40, 60, 70, 75}));
  EXPECT_FALSE(found.contains("fitted"));
}

TEST(RetentionCallTest, MonthsAreDiscountedByTheTwelfthRoot) {
  Json asked = {{"cohort", {100, 0}}, {"by", "month"}, {"discountRate", 0.1}, {"margin", 1}};
  EXPECT_EQ(answerOf(asked)["counted"]["lifetime"], 1);
  asked["cohort"] = Json::array({100});
  for (int month = 1; month <= 12; ++month) asked["cohort"].push_back(100);
  // all stay: what the thirteenth payment adds is one of a year later
  const double all = answerOf(asked)["counted"]["lifetime"];
  asked["cohort"].erase(12);
  EXPECT_NEAR(all - answerOf(asked)["counted"]["lifetime"].get<double>(), 1 / 1.1, 1e-12);
}

// Nobody leaves: 1 / (1 - 1 / (1 + d)) periods.
TEST(RetentionCallTest, ASmallDiscountOfMonths_LeavesNothingOut) {
  const Json found = answerOf({{"cohort", {100, 100}}, {"by", "month"}, {"discountRate", 0.001}});
  const double month = std::pow(1.001, 1 / 12.0) - 1;
  EXPECT_NEAR(found["constant"]["lifetime"], 1 + 1 / month, 1e-6);
  EXPECT_EQ(found["constant"]["shares"], Json({1, 1, 1, 1}));
}

TEST(RetentionCallTest, SaysWhatKindOfCohortItIs) {
  EXPECT_EQ(answerOf(highEnd())["shape"], "heterogeneous");
  EXPECT_EQ(answerOf({{"cohort", {3, 2, 1}}, {"by", "year"}, {"discountRate", 0.1}})["shape"],
            "constant");
  EXPECT_FALSE(
      answerOf({{"cohort", {3, 2}}, {"by", "year"}, {"discountRate", 0.1}}).contains("shape"));
}

TEST(RetentionCallTest, ADocumentTakesTheDiscountsThatAreAnswered) {
  for (const auto& [discount, isTaken] :
       {std::pair(0.0, false), {0.0009, false}, {0.001, true}, {1.0, true}}) {
    Json asked = highEnd();
    asked["discountRate"] = discount;
    EXPECT_EQ(errorsOf(asked).empty(), isTaken) << discount;
    Json document = test::parsed(R"({"schemaVersion":2,"scenarios":[{"id":"p",
      "period":{"kind":"month"},"currency":"EUR","action":"lead","channels":[{"id":"a"}],
      "scorecard":{"cohort":{"counts":[9,8]}}}]})");
    document["scenarios"][0]["scorecard"]["cohort"]["discountRate"] = discount;
    EXPECT_EQ(test::parsed(json::evaluate(document.dump()))["ok"], isTaken) << discount;
  }
}

TEST(RetentionCallTest, RefusesACohortThatRises_OrIsNobody) {
  Json asked = highEnd();
  asked["cohort"][3] = 800;
  EXPECT_EQ(errorsOf(asked), "field.maximum /cohort/3\n");
  asked = highEnd();
  asked["cohort"] = {0, 0};
  EXPECT_EQ(errorsOf(asked), "field.minimum /cohort/0\n");
  asked = highEnd();
  asked["discountRate"] = 0;
  EXPECT_EQ(errorsOf(asked), "field.minimum /discountRate\n");
}

}  // namespace
}  // namespace roi::retention_call_test
