#include "roi/program.h"

#include <gtest/gtest.h>

#include <cmath>

#include "roi/recorded.h"
#include "roi/simulate.h"
#include "unit/plan.h"

namespace roi::program_test {
namespace {

using enum Metric;
using test::Made;
using test::near;

Made onePlan() {
  return Made(200)
      .channel("a", {{leads, {50, 100, 200}}})
      .adSpend({500, 1000, 1500})
      .channel("b", {{leads, 300}})
      .adSpend(500);
}

std::uint32_t quantityAt(const Scenario& s, const std::string& pointer) {
  for (std::uint32_t i = 0; i < s.quantities.size(); ++i) {
    if (s.quantities[i].pointer == "/scenarios/0" + pointer) return i;
  }
  ADD_FAILURE() << pointer;
  return 0;
}

TEST(ProgramTest, Inputs_AreTheVaryingQuantitiesTheOutputsDependOn) {
  const Scenario s = onePlan().scenario();
  Recorded recorded(s);
  const auto inputsOf = [&](std::size_t scope, Metric m, const std::vector<bool>& varies) {
    const Tape::Index node = recorded.sheet(scope, m).node;
    return Program(recorded.tape, {&node, 1}, varies).inputs();
  };
  const std::uint32_t leadsA = quantityAt(s, "/channels/0/leads");
  const std::uint32_t spendA = quantityAt(s, "/channels/0/costs/0/amount");
  const std::vector<bool> ranges = rangesOf(s.quantities);
  EXPECT_EQ(inputsOf(0, customers, ranges), std::vector<std::uint32_t>{leadsA});
  EXPECT_EQ(inputsOf(0, cost, ranges), std::vector<std::uint32_t>{spendA});
  EXPECT_EQ(inputsOf(2, roi, ranges), (std::vector<std::uint32_t>{leadsA, spendA}));
  EXPECT_TRUE(inputsOf(1, roi, ranges).empty());
  const std::vector<bool> all(s.quantities.size(), true);
  EXPECT_EQ(inputsOf(0, customers, all),
            (std::vector<std::uint32_t>{quantityAt(s, "/closeRate"), leadsA}));
}

TEST(ProgramTest, WhatDoesNotVary_KeepsItsRecordedValueInEveryLane) {
  const Scenario s = onePlan().scenario();
  Recorded recorded(s);
  const Tape::Index outputs[] = {recorded.sheet(1, profit).node, recorded.sheet(1, margin).node};
  Program program(recorded.tape, outputs, std::vector<bool>(s.quantities.size()));
  EXPECT_TRUE(program.inputs().empty());
  program.run(nullptr);
  for (std::size_t lane = 0; lane < Program::kLanes; ++lane) {
    EXPECT_EQ(program.output(0)[lane], 5500);  // 300 x 0.1 x 200 - 500
    EXPECT_TRUE(std::isnan(program.output(1)[lane]));
  }
}

TEST(ProgramTest, Lanes_AreIndependentOfEachOther) {
  const Scenario s = onePlan().scenario();
  Recorded recorded(s);
  const Tape::Index output = recorded.sheet(0, fullCostCpl).node;
  std::vector<bool> varies(s.quantities.size());
  varies[quantityAt(s, "/channels/0/leads")] = true;
  Program program(recorded.tape, {&output, 1}, varies);
  std::array<double, Program::kLanes> column{};
  for (std::size_t lane = 0; lane < column.size(); ++lane) column[lane] = static_cast<double>(lane);
  const double* columns[] = {column.data()};
  program.run(columns);
  EXPECT_TRUE(std::isnan(program.output(0)[0]));  // no lead, no cost per lead
  for (std::size_t lane = 1; lane < column.size(); ++lane) {
    EXPECT_EQ(program.output(0)[lane], 1000 / static_cast<double>(lane));
  }
}

// ifPositive takes the side its test is for, also where it is the only thing that varies.

TEST(ProgramTest, IfPositive_ChoosesLaneByLane) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  Quantity q;
  q.likely = 1;
  const Trace x = numbers.input(0, q);
  const Trace one = numbers.constant(1, amount);
  const Trace two = numbers.constant(2, amount);
  const Trace none = numbers.missing(leads);
  const Trace y = x * x;
  const Trace outputs[] = {ifPositive(x, one, two),
                           ifPositive(x, y, two),
                           ifPositive(x, one, y),
                           ifPositive(one, y, none),
                           ifPositive(numbers.constant(0, amount), none, y),
                           ifPositive(none, y, y),
                           ifPositive(x, none, y)};
  std::vector<Tape::Index> nodes;
  for (const Trace& output : outputs) nodes.push_back(output.node);
  Program program(tape, nodes, {true});
  std::array<double, Program::kLanes> column{};
  const double tests[] = {-3, 0, 4, std::nan("")};
  std::copy(std::begin(tests), std::end(tests), column.begin());
  const double* columns[] = {column.data()};
  program.run(columns);
  const double nan = std::nan("");
  const double expected[][4] = {{2, 2, 1, nan},  {2, 2, 16, nan}, {9, 0, 1, nan},
                                {9, 0, 16, nan}, {9, 0, 16, nan}, {nan, nan, nan, nan},
                                {9, 0, nan, nan}};
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      const double got = program.output(k)[lane];
      const double want = expected[k][lane];
      EXPECT_TRUE(got == want || (got != got && want != want)) << k << ' ' << lane << ' ' << got;
    }
  }
}

// Gradient

std::vector<double> gradientOf(const Scenario& s, std::size_t scope, Metric m) {
  Recorded recorded(s);
  return gradient(recorded.sheet(scope, m), s.quantities.size());
}

TEST(ProgramTest, Gradient_OfRoiIsThatOfItsClosedForm) {
  // roi = (l c v - k) / k with l 346 leads, c 1 in 8, v 150, k 2000
  const Scenario s = Made(150, 0.125)
                         .channel("a", {{leads, 346}})
                         .costs({{adSpend, 1500}, {fees, 500}})
                         .scenario();
  const std::vector<double> slopes = gradientOf(s, 1, roi);
  const double l = 346;
  const double c = 0.125;
  const double v = 150;
  const double k = 2000;
  EXPECT_TRUE(near(slopes[quantityAt(s, "/channels/0/leads")], c * v / k, 1e-14));
  EXPECT_TRUE(near(slopes[quantityAt(s, "/closeRate")], l * v / k, 1e-14));
  EXPECT_TRUE(near(slopes[quantityAt(s, "/value/revenuePerCustomer")], l * c / k, 1e-14));
  EXPECT_TRUE(
      near(slopes[quantityAt(s, "/channels/0/costs/0/amount")], -l * c * v / (k * k), 1e-14));
  EXPECT_TRUE(
      near(slopes[quantityAt(s, "/channels/0/costs/1/amount")], -l * c * v / (k * k), 1e-14));
}

TEST(ProgramTest, Gradient_OfASubscriptionIsThatOfItsClosedForm) {
  // return = n x p / q: -n p / q² for one more of churn
  const Scenario s = Made().subscription(30, 0.05).channel("a", {{customers, 7}}).scenario();
  const std::vector<double> slopes = gradientOf(s, 1, return_);
  EXPECT_TRUE(near(slopes[quantityAt(s, "/value/monthlyChurn")], -7 * 30 / 0.0025, 1e-14));
  EXPECT_TRUE(near(slopes[quantityAt(s, "/value/revenuePerMonth")], 7 / 0.05, 1e-14));
}

TEST(ProgramTest, Gradient_IsZeroForWhatTheFigureDoesNotDependOn) {
  const Scenario s = onePlan().scenario();
  const std::vector<double> slopes = gradientOf(s, 0, profit);
  ASSERT_EQ(slopes.size(), s.quantities.size());
  EXPECT_EQ(slopes[quantityAt(s, "/channels/1/leads")], 0);
  EXPECT_EQ(slopes[quantityAt(s, "/channels/1/costs/0/amount")], 0);
  EXPECT_EQ(slopes[quantityAt(s, "/channels/0/costs/0/amount")], -1);
  EXPECT_TRUE(near(slopes[quantityAt(s, "/channels/0/leads")], 20, 1e-14));
}

TEST(ProgramTest, GradientOfAnUndefinedFigure_IsEmpty) {
  const Scenario s = onePlan().scenario();
  EXPECT_TRUE(gradientOf(s, 0, breakEvenConversionRate).empty());
}

TEST(ProgramTest, GradientOfIfPositive_IsThatOfTheSideThatCounts) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  Quantity q;
  q.likely = 3;
  const Trace x = numbers.input(0, q);
  q.likely = 5;
  const Trace y = numbers.input(1, q);
  EXPECT_EQ(gradient(ifPositive(x, y * y, x), 2), (std::vector<double>{0, 10}));
  EXPECT_EQ(gradient(ifPositive(x - y, y * y, x), 2), (std::vector<double>{1, 0}));
}

}  // namespace
}  // namespace roi::program_test
