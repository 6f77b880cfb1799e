// Reporting time as it is asked and answered.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/evidence_contract.h"

namespace roi::reporting_wire_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json request() {
  return test::parsed(R"({"hoursPerReport":4,"reportsPerClient":1,"clients":10,"people":1,
    "hourlyCost":50,"hoursPerReportWithTool":0.5,"licence":200,"setUp":500})");
}

Json answerOf(const Json& asked) {
  EXPECT_EQ(evidenceDifferences(asked, "reportingRequest"), "");
  const Json reply = test::parsed(json::reporting(asked.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "reporting"), "");
  return reply["value"];
}

Json entryOf(const Json& value, std::string_view id) {
  for (const Json& entry : value["entries"]) {
    if (entry["id"] == id) return entry;
  }
  ADD_FAILURE() << "no " << id;
  return {};
}

std::string errorsOf(const Json& asked) {
  const Json reply = test::parsed(json::reporting(asked.dump()));
  std::string list;
  for (const Json& error : reply.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  return list;
}

/// The formula of an entry in ids.
std::string formulaOf(const Json& value, const Json& entry, std::size_t at) {
  const Json& term = entry["terms"][at];
  if (term.contains("entry")) return value["entries"][term["entry"].get<std::size_t>()]["id"];
  if (term.contains("constant")) return term["constant"].dump();
  std::string text = term["op"].get<std::string>() + "(";
  for (const Json& operand : term["of"]) {
    text += formulaOf(value, entry, operand.get<std::size_t>()) + " ";
  }
  text.back() = ')';
  return text;
}

std::string formulaOf(const Json& value, std::string_view id) {
  const Json entry = entryOf(value, id);
  return formulaOf(value, entry, entry["terms"].size() - 1);
}

TEST(ReportingWireTest, AnswersEveryFigure_WithItsFormula) {
  const Json value = answerOf(request());
  EXPECT_EQ(entryOf(value, "saved")["value"], 1750);
  EXPECT_EQ(entryOf(value, "roi")["value"], 7.75);
  EXPECT_FALSE(entryOf(value, "licence").contains("terms"));
  EXPECT_EQ(entryOf(value, "licence")["value"], 200);
  EXPECT_EQ(formulaOf(value, "saved"), "multiply(hoursSaved hourlyCost)");
  EXPECT_EQ(formulaOf(value, "roi"), "quotient(netSaved licence)");
  EXPECT_EQ(formulaOf(value, "payback"),
            "ifPositive(netSaved quotient(setUp netSaved) 10000000.0)");
  EXPECT_FALSE(value.contains("pays"));
}

TEST(ReportingWireTest, ARange_CountsWithItsMiddle_AndIsDrawn) {
  Json asked = request();
  asked["hourlyCost"] = {{"low", 40}, {"high", 62.5}};
  const Json value = answerOf(asked);
  const Json cost = entryOf(value, "hourlyCost");
  EXPECT_NEAR(cost["value"], 50, 1e-12);
  EXPECT_EQ(cost["low"], 40);
  EXPECT_EQ(cost["high"], 62.5);
  const Json saved = entryOf(value, "saved");
  EXPECT_NEAR(saved["p5"], 1400, 3);
  EXPECT_NEAR(saved["p95"], 2187.5, 5);
  EXPECT_EQ(value["pays"], 1);
}

TEST(ReportingWireTest, SaysWhatIsMissing_AndWhatIsZero) {
  const Json value = answerOf(Json::object());
  EXPECT_EQ(entryOf(value, "clients")["value"], (Json{{"undefined", "missing:clients"}}));
  EXPECT_EQ(entryOf(value, "payback")["value"], (Json{{"undefined", "missing:hoursPerReport"}}));
  Json asked = request();
  asked["licence"] = 0;
  EXPECT_EQ(entryOf(answerOf(asked), "roi")["value"], (Json{{"undefined", "zero:licence"}}));
  asked["licence"] = 1750;
  EXPECT_EQ(entryOf(answerOf(asked), "payback")["value"], 1e7);
}

TEST(ReportingWireTest, RefusesWhatItCannotMean_AllAtOnce) {
  Json asked = request();
  asked["clients"] = -1;
  asked["people"] = "two";
  asked["fee"] = 3;
  const std::string unfit = errorsOf(asked);
  for (const char* one :
       {"field.minimum /clients\n", "field.type /people\n", "field.unknown /fee\n"}) {
    EXPECT_NE(unfit.find(one), std::string::npos) << one << " in\n" << unfit;
  }
  asked = request();
  asked["licence"] = {{"low", 5}, {"high", 3}};
  asked["setUp"] = 1e-12;
  asked["hourlyCost"] = {{"low", 0}, {"high", 3}};
  const std::string unmeant = errorsOf(asked);
  for (const char* one :
       {"range.order /licence\n", "field.minimum /setUp\n", "range.edge /hourlyCost"}) {
    EXPECT_NE(unmeant.find(one), std::string::npos) << one << " in\n" << unmeant;
  }
  EXPECT_EQ(errorsOf(Json::array()), "field.type \n");
}

}  // namespace
}  // namespace roi::reporting_wire_test
