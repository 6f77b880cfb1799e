// Own figures of documents: what is refused, what is answered, by every call that names a figure.

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "golden/files.h"
#include "json/api.h"
#include "json/document.h"
#include "json/replies.h"
#include "property/random_document.h"
#include "roi/own_figure.h"
#include "roi/program.h"

namespace roi::json::own_test {
namespace {

using test::Json;
using test::valueOf;

const Json kInputs = Json::array({{{"id", "savedHours"}, {"unit", "hours"}},
                                  {{"id", "wage"}, {"unit", "moneyPerHour"}},
                                  {{"id", "licence"}, {"unit", "money"}},
                                  {{"id", "portion"}, {"unit", "rate"}}});

Json figure(const std::string& id, const std::string& formula, const std::string& unit) {
  return {{"id", id}, {"formula", formula}, {"unit", unit}};
}

/// A plan of two channels that earns: 100 leads of 1000 for 600 return 2000.
Json plan(Json inputs, Json figures, Json values) {
  Json document = test::documentOf(R"({"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":200},"channels":[
    {"id":"a","leads":60,"costs":[{"kind":"adSpend","amount":400}]},
    {"id":"b-2","leads":40,"costs":[{"kind":"adSpend","amount":200}]}]})");
  document["own"] = {{"inputs", std::move(inputs)}, {"figures", std::move(figures)}};
  document["scenarios"][0]["own"] = std::move(values);
  return document;
}

Json planWith(Json figures, Json values = {{"savedHours", 12}, {"wage", 40}, {"licence", 250}}) {
  return plan(kInputs, std::move(figures), std::move(values));
}

/// Of one formula of a unit: its value, or why there is none.
Json worked(const std::string& formula, const std::string& unit = "ratio") {
  const Json document = planWith(Json::array({figure("f", formula, unit)}));
  return valueOf(evaluate(document.dump()))["scenarios"][0]["own"][0]["value"];
}

/// Code, path and detail of every error, a line each.
std::string refused(const Json& document) {
  const Json reply = test::replyOf(evaluate(document.dump()));
  std::string list;
  for (const Json& error : reply.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + ' ' + error["path"].get<std::string>() + ' ' +
            error.value("detail", "") + '\n';
  }
  return list;
}

/// The same of one formula, code and detail only.
std::string refusal(const std::string& formula, const std::string& unit = "ratio") {
  const std::string text = refused(planWith(Json::array({figure("f", formula, unit)})));
  const std::string path = "/own/figures/0/formula ";
  const std::size_t at = text.find(path);
  return at == std::string::npos ? text : text.substr(0, at) + text.substr(at + path.size());
}

TEST(OwnFiguresTest, Formulas_BindAsArithmeticDoes) {
  EXPECT_EQ(worked("2 + 3 * 4"), 14);
  EXPECT_EQ(worked("(2 + 3) * 4"), 20);
  EXPECT_EQ(worked("10 - 3 - 2"), 5);
  EXPECT_EQ(worked("24 / 4 / 2"), 3);
  EXPECT_EQ(worked("-2 * -3"), 6);
  EXPECT_EQ(worked("2 - -3"), 5);
  EXPECT_EQ(worked("1.5 + 0.5"), 2);
}

TEST(OwnFiguresTest, ChoicesAndConditions_TakeTheSideThatHolds) {
  EXPECT_EQ(worked("min(3, 2)"), 2);
  EXPECT_EQ(worked("max(3, 2)"), 3);
  EXPECT_EQ(worked("if(2 > 2, 1, 0)"), 0);
  EXPECT_EQ(worked("if(2 >= 2, 1, 0)"), 1);
  EXPECT_EQ(worked("if(2 < 2, 1, 0)"), 0);
  EXPECT_EQ(worked("if(2 <= 2, 1, 0)"), 1);
  EXPECT_EQ(worked("if(1 > 0 and 0 > 1, 1, 0)"), 0);
  EXPECT_EQ(worked("if(1 > 0 or 0 > 1, 1, 0)"), 1);
  EXPECT_EQ(worked("if(not 1 > 0 or 1 >= 1 and not 0 >= 1, 1, 0)"), 1);
}

TEST(OwnFiguresTest, Names_AreInputsFiguresAndThePlan) {
  EXPECT_EQ(worked("savedHours * wage - licence", "money"), 230);  // 12 x 40 - 250
  EXPECT_EQ(worked("leads", "count"), 100);
  EXPECT_EQ(worked("leads(\"b-2\")", "count"), 40);
  EXPECT_EQ(worked("profit / revenuePerCustomer"), 7);  // (100 x 0.1 x 200 - 600) / 200
  EXPECT_EQ(worked("licence / periodMonths", "moneyPerMonth"), 250);
  const Json chained = planWith(Json::array(
      {figure("later", "2 * first", "money"), figure("first", "licence + 50", "money")}));
  const Json own = valueOf(evaluate(chained.dump()))["scenarios"][0]["own"];
  EXPECT_EQ(own, Json::parse(R"([{"id":"later","value":600},{"id":"first","value":300}])"));
}

TEST(OwnFiguresTest, WhatCannotBeRead_IsRefusedAtItsPlace) {
  EXPECT_EQ(refusal("1 +"), "own.syntax 4\n");
  EXPECT_EQ(refusal("1 2"), "own.syntax 3: 2\n");
  EXPECT_EQ(refusal("(1"), "own.syntax 3\n");
  EXPECT_EQ(refusal("min(1)"), "own.syntax 6: )\n");
  EXPECT_EQ(refusal("1.2.3"), "own.syntax 1: 1.2.3\n");
  EXPECT_EQ(refusal("9999999999999"), "own.syntax 1: 9999999999999\n");
  EXPECT_EQ(refusal("2 + é"), "own.syntax 5: é\n");
  EXPECT_EQ(refusal("1 > 2"), "own.syntax 1: 1 > 2\n");
  EXPECT_EQ(refusal("if(1, 2, 3)"), "own.syntax 4: 1\n");
  EXPECT_EQ(refusal("alert(1)"), "own.name 1: alert\n");
  EXPECT_EQ(refusal(std::string(33, '(') + "1" + std::string(33, ')')), "own.syntax 34: 1\n");
  EXPECT_EQ(refusal(std::string(32, '(') + "1" + std::string(32, ')')), "");
  EXPECT_EQ(refusal(std::string(501, '1')), "field.length 1..500\n");
}

TEST(OwnFiguresTest, NamesOfNothing_AreRefusedAtTheirPlace) {
  EXPECT_EQ(refusal("savedHours + unknown", "hours"), "own.name 14: unknown\n");
  EXPECT_EQ(refusal("leads(\"z\")"), "own.name 7: \"z\"\n");
  EXPECT_EQ(refusal("goalScale"), "own.name 1: goalScale\n");
}

TEST(OwnFiguresTest, UnlikeUnits_AreRefusedAtTheirPlace) {
  EXPECT_EQ(refusal("savedHours * wage - savedHours", "money"), "own.unit 21: savedHours\n");
  EXPECT_EQ(refusal("savedHours + wage", "hours"), "own.unit 14: wage\n");
  EXPECT_EQ(refusal("if(licence > savedHours, 1, 0)"), "own.unit 14: savedHours\n");
  EXPECT_EQ(refusal("min(roi, cost)"), "own.unit 10: cost\n");
  EXPECT_EQ(refusal("savedHours * wage", "hours"), "own.unit 1: savedHours * wage\n");
  EXPECT_EQ(refusal("licence + 5", "money"), "");  // a number fits any
}

TEST(OwnFiguresTest, Cycles_AreRefusedWithTheirChain) {
  const Json document = planWith(Json::array(
      {figure("a", "b + 1", "ratio"), figure("b", "2 * c", "ratio"), figure("c", "b", "ratio")}));
  EXPECT_EQ(refused(document), "own.cycle /own/figures/1/formula b > c > b\n");
}

TEST(OwnFiguresTest, WrongIdsAndValues_AreRefused) {
  const auto input = [](const char* id) { return Json::array({{{"id", id}, {"unit", "rate"}}}); };
  for (const char* id : {"Saved", "2nd", "a_b", "profit", "if"}) {
    EXPECT_EQ(refused(plan(input(id), Json::array(), Json::object())),
              "own.id /own/inputs/0/id " + std::string(id) + "\n");
  }
  const Json twice = plan(input("f"), Json::array({figure("f", "1", "ratio")}), Json::object());
  EXPECT_EQ(refused(twice), "id.duplicate /own/figures/0/id f\n");
  EXPECT_EQ(refused(plan(input("f"), Json::array(), {{"g", 1}})),
            "id.unknown /scenarios/0/own/g g\n");
  EXPECT_EQ(refused(plan(input("f"), Json::array(), {{"f", 1.5}})),
            "field.maximum /scenarios/0/own/f 1\n");
  EXPECT_EQ(refused(plan(input("f"), Json::array(), {{"f", {{"low", 3}, {"high", 2}}}})),
            "range.order /scenarios/0/own/f \n");
  Json undefined = planWith(Json::array());
  undefined.erase("own");
  EXPECT_EQ(test::wrong(evaluate(undefined.dump())),
            "id.unknown /scenarios/0/own/licence\nid.unknown /scenarios/0/own/savedHours\n"
            "id.unknown /scenarios/0/own/wage\n");
}

TEST(OwnFiguresTest, WhatIsUndefined_SaysWhatOfItsOwn) {
  const auto why = [](const std::string& formula) {
    return worked(formula).value("undefined", "");
  };
  EXPECT_EQ(why("portion * 2"), "missing:own:portion");
  EXPECT_EQ(why("licence / (licence - licence)"), "divisor:own:f");
  EXPECT_EQ(why("sharedCosts / sharedCosts"), "zero:sharedCosts");
  EXPECT_EQ(why("margin"), "missing:margin");
  EXPECT_EQ(why("if(portion > 1, 1, 0)"), "missing:own:portion");
  std::string large = "1000000000000";
  for (int i = 0; i < 26; ++i) large += " * 1000000000000";
  EXPECT_EQ(why(large), "large:own:f");
  const Json zero =
      planWith(Json::array({figure("f", "1 / portion", "ratio"), figure("g", "2 * f", "ratio"),
                            figure("h", "1 / i", "ratio"), figure("i", "portion * 2", "ratio")}),
               {{"portion", 0}});
  const Json own = valueOf(evaluate(zero.dump()))["scenarios"][0]["own"];
  EXPECT_EQ(own[0]["value"]["undefined"], "zero:own:portion");
  EXPECT_EQ(own[1]["value"]["undefined"], "zero:own:portion");
  EXPECT_EQ(own[2]["value"]["undefined"], "zero:own:i");
}

TEST(OwnFiguresTest, DocumentsWithoutAny_AnswerNothingOfThem) {
  const Json plain = test::documentOf(R"({"channels":[{"id":"a","leads":1}]})");
  EXPECT_EQ(evaluate(plain.dump()).find("\"own\""), std::string::npos);
}

/// 12 hours of 8 to 18 (the middle of its scale) at 40, less 250.
Json ranged() {
  return planWith(Json::array({figure("saved", "savedHours * wage - licence", "money")}),
                  {{"savedHours", {{"low", 8}, {"high", 18}}},
                   {"wage", {{"value", 40}, {"provenance", "assumption"}}},
                   {"licence", {{"value", 250}, {"note", "quote"}}}});
}

Json asked(Json fields, const Json& document = ranged()) {
  fields["document"] = document;
  return fields;
}

TEST(OwnFiguresTest, Explanations_LeadToTheFields) {
  const Json entries = valueOf(explain(asked({{"metric", "own:saved"}}).dump()))["entries"];
  ASSERT_EQ(entries.size(), 4U);
  EXPECT_EQ(entries[0]["own"], "saved");
  EXPECT_EQ(entries[0]["formula"], "savedHours * wage - licence");
  EXPECT_EQ(entries[1]["own"], "savedHours");
  EXPECT_EQ(entries[1]["pointer"], "/scenarios/0/own/savedHours");
  EXPECT_EQ(entries[3]["note"], "quote");
  const Json all = valueOf(explain(asked(Json::object()).dump()));
  const Json& last = all["figures"].back();
  EXPECT_EQ(last["own"], "saved");
  EXPECT_EQ(all["entries"][last["entry"].get<std::size_t>()]["own"], "saved");
}

TEST(OwnFiguresTest, Sensitivity_IsThatOfTheFormula) {
  const Json found = valueOf(sensitivity(asked({{"metric", "own:saved"}}).dump()));
  EXPECT_EQ(found["own"], "saved");
  EXPECT_EQ(found["value"], 230);
  const Json& inputs = found["inputs"];
  ASSERT_EQ(inputs.size(), 3U);
  EXPECT_EQ(inputs[0]["pointer"], "/scenarios/0/own/savedHours");
  EXPECT_EQ(inputs[0]["derivative"], 40);
  EXPECT_EQ(inputs[0]["swing"]["atLow"], 70);    // 8 x 40 - 250
  EXPECT_EQ(inputs[0]["swing"]["atHigh"], 470);  // 18 x 40 - 250
}

TEST(OwnFiguresTest, GoalSeek_MeetsATarget) {
  const Json at =
      asked({{"metric", "own:saved"}, {"target", 0}, {"input", "/scenarios/0/own/wage"}});
  const Json found = valueOf(solve(at.dump()));
  EXPECT_NEAR(found["solutions"][0], 250.0 / 12, 1e-9);
  Json rate = planWith(Json::array({figure("part", "portion * licence", "money")}),
                       {{"portion", 0.2}, {"licence", 100}});
  const Json part = valueOf(solve(
      asked({{"metric", "own:part"}, {"target", 200}, {"input", "/scenarios/0/own/portion"}}, rate)
          .dump()));
  EXPECT_EQ(part["reachable"], false);  // a rate is at most 1
  EXPECT_EQ(part["best"]["value"], 1);
}

/// A product of one log-normal range: its quantiles are those of the range.
TEST(OwnFiguresTest, Simulation_GivesQuantilesAndTheChanceToBePositive) {
  const Json request = asked({{"metrics", {"profit", "own:saved"}}});
  const Json total = valueOf(simulate(request.dump()))["total"];
  ASSERT_EQ(total["own"].size(), 1U);
  const Json& saved = total["own"][0];
  EXPECT_EQ(saved["id"], "saved");
  EXPECT_NEAR(saved["value"]["p5"], 70, 0.5);
  EXPECT_NEAR(saved["value"]["p50"], 230, 0.5);
  EXPECT_NEAR(saved["value"]["p95"], 470, 0.5);
  EXPECT_EQ(total["results"].contains("profit"), true);
  // above 6.25 hours: ln(12 / 6.25) / (ln(18 / 8) / 2 / 1.6448536) = 2.646 deviations below
  EXPECT_NEAR(saved["positive"]["probability"], 0.99593, 0.0005);
}

TEST(OwnFiguresTest, FiguresThatAreNot_AreRefusedByEveryCall) {
  const Json none = asked({{"metric", "own:none"}});
  EXPECT_EQ(test::wrong(explain(none.dump())), "request.metric /metric\n");
  EXPECT_EQ(test::wrong(sensitivity(none.dump())), "request.metric /metric\n");
  EXPECT_EQ(test::wrong(simulate(asked({{"metrics", {"roi", "own:none"}}}).dump())),
            "request.metric /metrics/1\n");
  const Json ofChannel = asked({{"metric", "own:saved"}, {"channel", "a"}});
  EXPECT_EQ(test::wrong(explain(ofChannel.dump())), "request.channel /channel\n");
}

TEST(OwnFiguresTest, WhatIsTooLargeInTrials_IsUndefinedInThem) {
  std::string power = "number";
  for (int i = 0; i < 10; ++i) power += " * number";
  const Json wide =
      plan(Json::array({{{"id", "number"}, {"unit", "count"}}}),
           Json::array({figure("f", power, "ratio"), figure("g", power + " * f", "ratio")}),
           {{"number", {{"low", 1e9}, {"high", 1e12}}}});
  const Json request = asked({{"metrics", {"own:f", "own:g"}}, {"trials", 4096}}, wide);
  const Json own = valueOf(simulate(request.dump()))["total"]["own"];
  EXPECT_GT(own[0]["value"]["undefinedTrials"], 500);  // 1e120 is 11 times 8.1e10
  EXPECT_LT(own[0]["value"]["p95"], 1e120);
  EXPECT_EQ(own[1]["value"], Json({{"undefined", "large:own:g"}}));
}

bool sameBits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

/// The product's own figures of a plan, in other words; of the total of a plan that leaves nobody
/// out, as methodology.md has them.
struct Rewritten {
  Metric metric;
  const char* formula;
  const char* unit;
};
constexpr Rewritten kRewritten[] = {
    {Metric::roi, "profit / cost", "rate"},
    {Metric::breakEvenCpl, "return / leads", "money"},
    {Metric::fullCostCac, "cost / customers", "money"},
    {Metric::headroom, "breakEvenCpl - fullCostCpl", "money"},
    {Metric::breakEvenLeads, "cost / breakEvenCpl", "count"},
    {Metric::profit, "return - cost", "money"},
    {Metric::breakEvenCustomers, "cost / returnPerCustomer", "count"},
};

void expectSame(Json document, int& compared) {
  document["own"]["figures"] = Json::array();
  for (const Rewritten& one : kRewritten) {
    document["own"]["figures"].push_back(
        figure("own" + std::to_string(document["own"]["figures"].size()), one.formula, one.unit));
  }
  const Document read = test::decoded(document);
  const Scenario& s = read.front().scenario;
  Recorded recorded(s);
  // Where savings count, and where channels are left out, the metrics say more than these formulas.
  if (recorded.sheet.leavesOut() || !s.savings.empty()) return;
  OwnSheet<Trace> own(recorded.sheet);
  for (std::size_t i = 0; i < std::size(kRewritten); ++i) {
    SCOPED_TRACE(kRewritten[i].formula);
    const Trace built = recorded.sheet(recorded.sheet.total(), kRewritten[i].metric);
    const Trace& same = own(i);
    EXPECT_EQ(text(same.figure().why), text(built.figure().why));
    EXPECT_TRUE(sameBits(same.figure().value, built.figure().value));
    const std::vector<double> slopes = gradient(built, s.quantities.size());
    const std::vector<double> ownSlopes = gradient(same, s.quantities.size());
    ASSERT_EQ(ownSlopes.size(), slopes.size());
    for (std::size_t q = 0; q < slopes.size(); ++q) EXPECT_TRUE(sameBits(ownSlopes[q], slopes[q]));
    compared += built.figure().defined() ? 1 : 0;
  }
}

TEST(OwnFiguresTest, MetricsInOtherWords_AreTheSameBitsWithTheSameDerivatives) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    expectSame(test::randomDocument(seed), compared);
  }
  for (const auto& folder : test::goldenCases()) {
    SCOPED_TRACE(folder);
    const Json document = test::parsed(test::contents(folder / "scenario.json"));
    if (document["schemaVersion"] == 2 && !document.contains("own")) expectSame(document, compared);
  }
  EXPECT_GT(compared, 500);
}

// Conditions

Holding holding(const std::string& condition) {
  const Document document = test::decoded(planWith(Json::array()));
  const Scenario& s = document.front().scenario;
  Recorded recorded(s);
  Outcome<Expression> made = makeCondition(condition, *ownOf(s).of);
  if (const Errors* errors = std::get_if<Errors>(&made)) {
    return {false, std::string(text(errors->front().code)) + ' ' + errors->front().detail};
  }
  return holds(recorded.sheet, std::get<Expression>(made));
}

TEST(OwnConditionsTest, Conditions_HoldOrNotOrSayWhy) {
  EXPECT_TRUE(holding("roi >= 1").holds);  // 1400 / 600
  EXPECT_FALSE(holding("roi < 1").holds);
  EXPECT_EQ(holding("roi < 1").why, "");
  EXPECT_TRUE(holding("fullCostCpl < breakEvenCpl and savedHours > 0").holds);
  EXPECT_TRUE(holding("not (roi < 1 or savedHours < 10)").holds);
  EXPECT_FALSE(holding("portion > 0.5").holds);
  EXPECT_EQ(holding("portion > 0.5").why, "missing:own:portion");
  EXPECT_FALSE(holding("not portion > 0.5").holds);
  EXPECT_EQ(holding("not portion > 0.5").why, "missing:own:portion");
  EXPECT_TRUE(holding("roi >= 1 or portion > 0.5").holds);
  EXPECT_EQ(holding("roi < 1 and portion > 0.5").why, "");
  EXPECT_EQ(holding("margin > 0.5").why, "missing:margin");
}

TEST(OwnConditionsTest, WhatIsNoCondition_IsRefusedAtItsPlace) {
  EXPECT_EQ(holding("roi").why, "own.syntax 1: roi");
  EXPECT_EQ(holding("roi > cost").why, "own.unit 7: cost");
  EXPECT_EQ(holding("roi > 1 and").why, "own.syntax 12");
}

TEST(OwnConditionsTest, DocumentsWithoutOwnFigures_HaveConditionsOfThePlan) {
  const Document document =
      test::decoded(test::documentOf(R"({"channels":[{"id":"a","leads":5}]})"));
  Recorded recorded(document.front().scenario);
  const OwnFigures none;
  EXPECT_TRUE(holds(recorded.sheet, std::get<Expression>(makeCondition("leads > 4", none))).holds);
}

/// 6 to 16.67 hours saved, log-normal about 10, at 40 each, for a licence of 420: an option on the
/// hours.
TEST(OwnTest, WhatAnOwnFigureInMoneyDecides_IsWorthKnowing) {
  const Json hours = {{"low", 6}, {"likely", 10}, {"high", 100.0 / 6}};
  const Json document = planWith(
      Json::array({figure("saved", "savedHours * wage - licence", "money"),
                   figure("same", "profit", "money"), figure("kept", "savedHours", "hours")}),
      {{"savedHours", hours}, {"wage", 40}, {"licence", 420}});
  const auto ask = [&](const char* metric) {
    return test::replyOf(
        worth(Json{{"document", document}, {"metric", metric}, {"trials", 65'536}}.dump()));
  };
  const auto normal = [](double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); };
  const double s = std::log(10.0 / 6) / 1.6448536269514722;
  const double mean = 400 * std::exp(s * s / 2);
  const double d2 = std::log(400 / 420.0) / s;
  const double gains = mean * normal(d2 + s) - 420 * normal(d2);
  const Json found = ask("own:saved")["value"];
  const double best = std::max(mean - 420, 0.0);
  EXPECT_NEAR(found["choices"][0]["expected"], mean - 420, 0.5);
  EXPECT_NEAR(found["perfect"]["mean"], gains - best, 0.003 * gains);
  ASSERT_EQ(found["ranges"].size(), 1U);
  EXPECT_EQ(found["ranges"][0]["pointers"][0], "/scenarios/0/own/savedHours");
  EXPECT_EQ(ask("own:same")["value"]["ranges"], Json::array());
  for (const char* none : {"own:kept", "own:none", "roi"}) {
    EXPECT_EQ(ask(none)["errors"][0]["code"], "request.metric") << none;
    EXPECT_EQ(ask(none)["errors"].size(), 1U) << none;
  }
}

}  // namespace
}  // namespace roi::json::own_test
