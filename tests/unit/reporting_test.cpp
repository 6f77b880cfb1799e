// Expected figures are worked out by hand, those of ranges from the distribution that is typed.

#include "roi/reporting.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/made.h"

namespace roi::reporting_test {
namespace {

using In = Reporting;
using test::Typed;
using Known = std::vector<std::pair<In, Typed>>;

ReportingInputs given(const Known& known) {
  ReportingInputs inputs;
  for (const auto& [input, typed] : known) {
    inputs.known[static_cast<std::size_t>(input)] =
        static_cast<std::uint32_t>(inputs.quantities.size());
    Quantity q = typed.q;
    q.scale = Scale::log;
    inputs.quantities.push_back(std::get<Quantity>(makeQuantity(q)));
  }
  return inputs;
}

/// 10 reports a month of 4 hours at 50, and half an hour each with a tool at 200 a month.
Known tenClients() {
  return {{In::hoursPerReport, 4}, {In::reportsPerClient, 1}, {In::clients, 10},
          {In::people, 1},         {In::hourlyCost, 50},      {In::hoursPerReportWithTool, 0.5},
          {In::licence, 200},      {In::setUp, 500}};
}

Known with(Known known, In input, const Typed& typed) {
  for (auto& [one, was] : known) {
    if (one == input) was = typed;
  }
  return known;
}

Known without(const Known& known, In input) {
  Known left;
  for (const auto& one : known) {
    if (one.first != input) left.push_back(one);
  }
  return left;
}

Figure<> of(const Known& known, In item) {
  const ReportingInputs inputs = given(known);
  ReportingSheet<Figure<>> sheet(inputs);
  return sheet(item);
}

std::string reasonIn(const Known& known, In item) {
  const Explanation explanation = explain(given(known));
  for (std::size_t i = 0; i < explanation.size(); ++i) {
    if (reportingOf(explanation[i]) != item) continue;
    EXPECT_FALSE(explanation[i].figure.defined());
    const ReportingReason reason = reasonOf(explanation, i);
    const std::string kind = reason.kind == Reason::Kind::zero ? "zero " : "missing ";
    return kind + std::string(info(reason.of).id);
  }
  return {};
}

TEST(ReportingTest, TenClients_ComeToWhatIsWorkedOutByHand) {
  EXPECT_EQ(of(tenClients(), In::hoursNow).value, 40);
  EXPECT_EQ(of(tenClients(), In::hoursWithTool).value, 5);
  EXPECT_EQ(of(tenClients(), In::hoursSaved).value, 35);
  EXPECT_EQ(of(tenClients(), In::costNow).value, 2000);
  EXPECT_EQ(of(tenClients(), In::costWithTool).value, 250);
  EXPECT_EQ(of(tenClients(), In::saved).value, 1750);
  EXPECT_EQ(of(tenClients(), In::netSaved).value, 1550);
  EXPECT_EQ(of(tenClients(), In::roi).value, 7.75);
  EXPECT_NEAR(of(tenClients(), In::payback).value, 0.3226, 5e-5);
}

TEST(ReportingTest, HoursAreOfEveryReport_OfEveryClient_AndOfEveryPerson) {
  // 3 h x 2 a month x 7 clients x 2 people
  Known known = with(tenClients(), In::hoursPerReport, 3);
  known = with(known, In::reportsPerClient, 2);
  known = with(known, In::clients, 7);
  known = with(known, In::people, 2);
  EXPECT_EQ(of(known, In::hoursNow).value, 84);
  EXPECT_EQ(of(known, In::hoursWithTool).value, 14);
  EXPECT_EQ(of(known, In::costNow).value, 4200);
}

TEST(ReportingTest, ALicenceThatTakesAllThatIsSaved_IsNeverPaidBack) {
  for (const double licence : {1750.0, 1800.0}) {
    const Known known = with(tenClients(), In::licence, licence);
    EXPECT_EQ(of(known, In::payback).value, kNever);
    EXPECT_LE(of(known, In::roi).value, 0);
  }
  EXPECT_NEAR(of(with(tenClients(), In::licence, 1800), In::roi).value, -50.0 / 1800, 1e-15);
}

TEST(ReportingTest, AToolThatTakesLonger_SavesLessThanNothing) {
  const Known known = with(tenClients(), In::hoursPerReportWithTool, 5);
  EXPECT_EQ(of(known, In::hoursSaved).value, -10);
  EXPECT_EQ(of(known, In::saved).value, -500);
  EXPECT_EQ(of(known, In::netSaved).value, -700);
  EXPECT_EQ(of(known, In::payback).value, kNever);
}

TEST(ReportingTest, AToolWithoutALicence_HasNoRoi_ButAPayback) {
  const Known known = with(tenClients(), In::licence, 0);
  EXPECT_EQ(reasonIn(known, In::roi), "zero licence");
  EXPECT_NEAR(of(known, In::payback).value, 500.0 / 1750, 1e-15);
}

TEST(ReportingTest, AToolWithoutASetUp_IsPaidBackAtOnce) {
  EXPECT_EQ(of(with(tenClients(), In::setUp, 0), In::payback).value, 0);
}

TEST(ReportingTest, WhatIsMissing_IsSaidOfAllThatTakesIt_AndOfNothingElse) {
  const Known known = without(tenClients(), In::hourlyCost);
  EXPECT_EQ(of(known, In::hoursSaved).value, 35);
  for (const In item : {In::costNow, In::saved, In::netSaved, In::roi, In::payback}) {
    EXPECT_EQ(reasonIn(known, item), "missing hourlyCost") << info(item).id;
  }
  EXPECT_EQ(reasonIn({}, In::payback), "missing hoursPerReport");
  EXPECT_EQ(reasonIn(without(tenClients(), In::setUp), In::payback), "missing setUp");
  EXPECT_EQ(of(without(tenClients(), In::setUp), In::roi).value, 7.75);
}

TEST(ReportingTest, TheTapeHoldsEveryFormula_DownToWhatIsTyped) {
  const Explanation explanation = explain(given(tenClients()));
  for (std::size_t i = 0; i < kReportingInputs + kReportingFigures; ++i) {
    EXPECT_EQ(reportingOf(explanation[i]), static_cast<Reporting>(i));
  }
  for (std::size_t i = 0; i < kReportingFigures; ++i) {
    for (const Term& term : explanation[kReportingInputs + i].formula) {
      if (term.op == Op::figure) {
        EXPECT_LT(term.entry, kReportingInputs + i) << "of those that stand before it";
      }
      EXPECT_NE(term.op, Op::input) << "an input has a name of its own";
    }
  }
}

// Saved is 35 times the hourly cost: it is spread as that is.

double standardNormalBelow(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

TEST(ReportingTest, ARangeOfOneInput_SpreadsWhatFollowsFromIt) {
  const Known known = with(tenClients(), In::hourlyCost, {40, 62.5});  // middle: 50
  const ReportingChances chances = *chancesOf(given(known), 1, 16384);
  const auto quantiles = [&](In item) {
    return *chances.quantiles[static_cast<std::size_t>(item) - kReportingInputs];
  };
  EXPECT_NEAR(quantiles(In::saved)[0], 1400, 1400 * 2e-3);
  EXPECT_NEAR(quantiles(In::saved)[1], 1750, 1750 * 2e-3);
  EXPECT_NEAR(quantiles(In::saved)[2], 2187.5, 2187.5 * 2e-3);
  EXPECT_NEAR(quantiles(In::roi)[0], 6, 0.02);
  EXPECT_NEAR(quantiles(In::payback)[2], 500.0 / 1200, 2e-3);
  EXPECT_EQ(quantiles(In::hoursSaved)[0], 35);
  EXPECT_EQ(quantiles(In::hoursSaved)[2], 35);
  EXPECT_EQ(*chances.pays, 1);
}

TEST(ReportingTest, TheChanceThatItPays_IsThatOfTheRange_AndWhatNeverPaysRanksLast) {
  Known known = with(tenClients(), In::hourlyCost, {40, 62.5});
  known = with(known, In::licence, 1500);
  const ReportingChances chances = *chancesOf(given(known), 1, 16384);
  const double z95 = 1.6448536269514722;
  const double z = std::log(1750.0 / 1500) / (std::log(62.5 / 50) / z95);
  EXPECT_NEAR(*chances.pays, standardNormalBelow(z), 5e-3);
  const auto& payback =
      *chances.quantiles[static_cast<std::size_t>(In::payback) - kReportingInputs];
  EXPECT_NEAR(payback[1], 500.0 / 250, 0.02);
  EXPECT_EQ(payback[2], kNever);
}

TEST(ReportingTest, WithoutRangesThereIsNoChance_AndNoneOfWhatIsNotKnown) {
  EXPECT_FALSE(chancesOf(given(tenClients()), 1, 512));
  const Known known =
      without(with(tenClients(), In::hourlyCost, {40, 62.5}), In::hoursPerReportWithTool);
  const ReportingChances chances = *chancesOf(given(known), 1, 512);
  EXPECT_FALSE(chances.pays);
  EXPECT_FALSE(chances.quantiles[static_cast<std::size_t>(In::saved) - kReportingInputs]);
  EXPECT_TRUE(chances.quantiles[static_cast<std::size_t>(In::costNow) - kReportingInputs]);
}

}  // namespace
}  // namespace roi::reporting_test
