// A pasted table as it is asked and answered.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/evidence_contract.h"

namespace roi::plan_table_call_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json requestOf(const char* text) {
  return {{"text", text},
          {"marks", {{"decimal", "."}, {"group", ","}, {"currency", {"€", "EUR"}}}},
          {"currency", "EUR"}};
}

Json answerOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "planTableRequest"), "");
  const Json reply = test::parsed(json::planTable(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "planTable"), "");
  return reply["value"];
}

TEST(PlanTableCallTest, ATable_IsAnsweredCellByCell) {
  const Json found = answerOf(requestOf("Channel;Cost;Leads\nFair;100;20..40\nPost;abc;"));
  EXPECT_EQ(found["decimal"], "point");
  EXPECT_EQ(found["columns"][2], (Json{{"heading", "Leads"}, {"meaning", "leads"}}));
  EXPECT_EQ(found["rows"][0], Json::parse(R"({"row": 0, "texts": ["Fair", "100", "20..40"],
      "cells": [{"column": 0}, {"column": 1, "value": 100},
                {"column": 2, "low": 20, "high": 40}]})"));
  EXPECT_EQ(found["rows"][1]["cells"][1]["error"]["code"], "number.malformed");
  EXPECT_EQ(found["rows"][1]["cells"].size(), 2U);
}

TEST(PlanTableCallTest, WhatWasToldOfIt_IsTaken) {
  Json request = requestOf("Channel;A;B\nFair;1.234;20\nPost;2.500;2x");
  request["columns"] = {{{"column", 1}, {"meaning", "leads"}},
                        {{"column", 2}, {"meaning", "cost"}}};
  request["cells"] = {{{"row", 1}, {"column", 2}, {"text", "25"}}};
  const Json asked = answerOf(request);
  ASSERT_EQ(asked["doubts"].size(), 1U);
  EXPECT_EQ(asked["doubts"][0]["about"], "marks");
  EXPECT_EQ(asked["doubts"][0]["readings"], Json({1234, 1.234}));
  request["answers"] = {{{"key", asked["doubts"][0]["key"]}, {"answer", "groups"}}};
  EXPECT_EQ(answerOf(request)["rows"][0]["cells"][1]["value"], 1234);
  EXPECT_EQ(answerOf(request)["rows"][1]["cells"][2]["value"], 25);
  request.erase("answers");
  request["decimal"] = "comma";
  EXPECT_EQ(answerOf(request)["doubts"].size(), 0U);
  EXPECT_EQ(answerOf(request)["rows"][0]["cells"][1]["value"], 1234);
}

TEST(PlanTableCallTest, WhatIsNoTable_SaysWhy) {
  EXPECT_EQ(answerOf(requestOf("")), (Json{{"fault", "empty"}}));
  EXPECT_EQ(answerOf(requestOf("Channel,Cost\n\"Fair,100")),
            (Json{{"fault", "quote"}, {"line", 2}}));
}

TEST(PlanTableCallTest, ARequestThatIsNone_IsRefused) {
  Json request = requestOf("a");
  request["decimal"] = "dot";
  request["columns"] = {{{"column", -1}, {"meaning", "luck"}}};
  const Json reply = test::parsed(json::planTable(request.dump()));
  std::string errors;
  for (const Json& error : reply["errors"]) {
    errors += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  EXPECT_EQ(errors,
            "field.minimum /columns/0/column\nfield.choice /columns/0/meaning\n"
            "field.choice /decimal\n");
}

}  // namespace
}  // namespace roi::plan_table_call_test
