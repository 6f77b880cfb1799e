// How volumes follow ad spend: the goal, against a calculation written here.

#include <gtest/gtest.h>

#include <cmath>

#include "roi/program.h"
#include "roi/solve.h"
#include "unit/plan.h"

namespace roi::responses_test {
namespace {

using enum Metric;
using test::Made;
using test::near;

/// Two that respond, one whose ad spend nothing is said of, one without.
Made mixed() {
  return Made()
      .with({{closeRate, 0.1}, {margin, 0.6}})
      .worth(500)
      .channel("a", {{impressions, 50000}, {clicks, 2000}, {leads, 100}})
      .responding(0.5)
      .costs({{adSpend, 1000}, {fees, 200}})
      .channel("b", {{impressions, 30000}, {clicks, 900}, {leads, 45}})
      .responding(0.8)
      .adSpend(700)
      .channel("c", {{impressions, 9000}, {clicks, 500}, {leads, 25}})
      .adSpend(500)
      .channel("d", {{impressions, 4000}, {clicks, 300}, {leads, 30}})
      .cost(tools, 100);
}

/// What mixed() comes to with the ad spend of the two that respond times s.
double atScale(Metric m, double s) {
  const auto sum = [&](double a, double b, double rest) {
    return a * std::pow(s, 0.5) + b * std::pow(s, 0.8) + rest;
  };
  const double people = sum(100, 45, 55);
  const double ads = 1700 * s + 500;
  const double all = ads + 300;
  switch (m) {
    case impressions: return sum(50'000, 30'000, 13'000);
    case clicks: return sum(2000, 900, 800);
    case leads: return people;
    case customers: return people * 0.1;
    case revenue: return people * 50;
    case return_: return people * 30;
    case profit: return people * 30 - all;
    case Metric::roi: return (people * 30 - all) / all;
    case roas: return people * 50 / ads;
    case adSpendCpl: return ads / people;
    case fullCostCpl: return all / people;
    default: return all / (people * 0.1);
  }
}

/// The first multiple that meets the target, by small steps and then by halves.
double firstAt(Metric m, double target) {
  const bool isLower = info(m).better == Better::lower;
  const auto meets = [&](double s) {
    return isLower ? atScale(m, s) <= target : atScale(m, s) >= target;
  };
  double low = 0;
  while (!meets(low + 0.001) && low < 100) low += 0.001;
  double high = low + 0.001;
  for (int round = 0; round < 60; ++round) {
    const double middle = (low + high) / 2;
    (meets(middle) ? high : low) = middle;
  }
  return high;
}

TEST(ResponsesTest, GoalScale_IsTheSmallestThatMeetsTheTarget) {
  const std::vector<std::pair<Metric, double>> goals = {
      {impressions, 150'000}, {clicks, 6000},     {leads, 400},
      {customers, 15},        {revenue, 30'000},  {return_, 9000},
      {profit, 4000},         {Metric::roi, 1.7}, {roas, 6},
      {adSpendCpl, 8.5},      {fullCostCpl, 11},  {fullCostCac, 112}};
  for (const auto& [metric, target] : goals) {
    SCOPED_TRACE(info(metric).id);
    Scenario plan = mixed().goal(metric, target).scenario();
    ASSERT_EQ(findGoalScale(plan), true);
    const double s = plan.quantities[*plan.goal->scale].likely;
    EXPECT_NEAR(s, firstAt(metric, target), 1e-9);
    Sheet<Figure<>> sheet(plan);
    EXPECT_TRUE(test::is(sheet(sheet.total(), goalReached), target, 1e-9));
    EXPECT_TRUE(test::is(sheet(sheet.total(), goalAdSpend), 1700 * s + 500));
    EXPECT_TRUE(test::is(sheet(sheet.total(), goalBudget), 1700 * s + 800));
    EXPECT_TRUE(test::is(sheet(sheet.total(), goalLeads), atScale(leads, s)));
  }
}

// The operation

TEST(ResponsesTest, Power_IsTheSameOnASheetInLanesAndBackwards) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  std::vector<Quantity> quantities(2);
  quantities[0].likely = 1.7;
  quantities[1].likely = 0.35;
  const Trace figure = power(numbers.input(0, quantities[0]), numbers.input(1, quantities[1]));
  EXPECT_TRUE(test::is(figure.figure(), std::pow(1.7, 0.35), 1e-15));
  const std::vector<double> slopes = gradient(figure, 2);
  EXPECT_TRUE(near(slopes[0], 0.35 * std::pow(1.7, -0.65), 1e-14));
  EXPECT_TRUE(near(slopes[1], std::pow(1.7, 0.35) * std::log(1.7), 1e-14));
  std::vector<double> bases(Program::kLanes);
  for (std::size_t i = 0; i < bases.size(); ++i) bases[i] = 0.01 * static_cast<double>(i);
  bases[9] = NAN;
  Program program(tape, {&figure.node, 1}, {true, false});
  const double* column = bases.data();
  program.run(&column);
  for (std::size_t i = 0; i < bases.size(); ++i) {
    if (i == 9) {
      EXPECT_TRUE(std::isnan(program.output(0)[i]));
    } else {
      EXPECT_EQ(program.output(0)[i], power(bases[i], 0.35)) << bases[i];
    }
  }
}

TEST(ResponsesTest, Power_PassesOnWhatIsUndefined) {
  const Figure<> none = undefined<double>(Reason::Kind::missing, elasticity);
  EXPECT_EQ(power(none, Figure<>{1, {}}).why, none.why);
  EXPECT_EQ(power(Figure<>{1, {}}, none).why, none.why);
}

}  // namespace
}  // namespace roi::responses_test
