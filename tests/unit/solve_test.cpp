#include "roi/solve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "roi/recorded.h"
#include "unit/made.h"
#include "unit/plan.h"

namespace roi::solve_test {
namespace {

using enum Metric;
using test::Made;
using test::near;

/// One scenario on a tape, whose fields are moved by their pointers.
class Seek {
 public:
  explicit Seek(const Made& plan) : plan_(plan.scenario()), recorded_(plan_) {}

  const Scenario& plan() const { return plan_; }
  Trace total(Metric m) { return recorded_.sheet(plan().channels.size(), m); }
  Trace channel(std::size_t c, Metric m) { return recorded_.sheet(c, m); }

  std::uint32_t field(const std::string& pointer) const {
    const auto& quantities = plan().quantities;
    const auto found = std::find_if(quantities.begin(), quantities.end(), [&](const Quantity& q) {
      return q.pointer == "/scenarios/0" + pointer;
    });
    EXPECT_NE(found, quantities.end()) << pointer;
    return static_cast<std::uint32_t>(found - quantities.begin());
  }

  std::optional<Solution> solve(const Trace& figure, const std::string& pointer, double target) {
    return roi::solve(figure, plan().quantities, field(pointer), target);
  }

  std::optional<Solution> chance(const Trace& condition, const std::string& pointer,
                                 double probability, std::size_t trials = 8192) {
    return solveChance(recorded_.tape, {condition.node, true}, plan().quantities, field(pointer),
                       probability, 1, trials);
  }

 private:
  Scenario plan_;
  Recorded recorded_;
};

void expectOnly(const std::optional<Solution>& solution, double value) {
  ASSERT_TRUE(solution);
  ASSERT_EQ(solution->values.size(), 1U);
  EXPECT_TRUE(near(solution->values.front(), value, 1e-9)) << solution->values.front();
  EXPECT_FALSE(solution->nearest);
}

// 400 clicks, 1 in 4 a lead, 1 in 10 a customer, each worth 150 at a margin of 40 %; 500 of ads and
// 200 of tools.
Made plan() {
  return Made()
      .with({{closeRate, 0.1}, {margin, 0.4}})
      .worth(150)
      .channel("a", {{clicks, 400}, {conversionRate, 0.25}})
      .costs({{adSpend, 500}, {tools, 200}});
}

TEST(SolveTest, ZeroProfit_IsAtTheBreakEvenFigures) {
  Seek seek(plan());
  const Trace target = seek.total(profit);
  expectOnly(seek.solve(target, "/closeRate", 0), 700.0 / (100 * 150 * 0.4));
  expectOnly(seek.solve(target, "/value/revenuePerCustomer", 0), 700.0 / (100 * 0.1 * 0.4));
  expectOnly(seek.solve(target, "/channels/0/conversionRate", 0), 700.0 / (400 * 0.1 * 150 * 0.4));
  expectOnly(seek.solve(target, "/channels/0/clicks", 0), 700.0 / (0.25 * 0.1 * 150 * 0.4));
  expectOnly(seek.solve(target, "/channels/0/costs/0/amount", 0), 100 * 0.1 * 150 * 0.4 - 200);
  // the same as the metric table says
  expectOnly(seek.solve(target, "/closeRate", 0), seek.total(breakEvenCloseRate).figure().value);
  expectOnly(seek.solve(target, "/value/revenuePerCustomer", 0),
             seek.total(breakEvenValue).figure().value);
  expectOnly(seek.solve(target, "/channels/0/conversionRate", 0),
             seek.total(breakEvenConversionRate).figure().value);
}

TEST(SolveTest, TheAdSpendThatBreaksEven_IsTheHighestAdCplTimesLeads) {
  Seek seek(plan());
  expectOnly(seek.solve(seek.total(headroom), "/channels/0/costs/0/amount", 0),
             seek.channel(0, highestAdCpl).figure().value * 100);
}

TEST(SolveTest, ATargetRoi_IsMetByTheCostOfItsClosedForm) {
  Seek seek(plan());
  expectOnly(seek.solve(seek.total(Metric::roi), "/channels/0/costs/0/amount", 0.5),
             600 / 1.5 - 200);
  expectOnly(seek.solve(seek.total(Metric::roi), "/channels/0/costs/0/amount", 1.5),
             600 / 2.5 - 200);
}

TEST(SolveTest, SmallAndLargeSolutions_AreAsExact) {
  Seek seek(Made(2).channel("a", {{leads, 10}}).adSpend(5));
  expectOnly(seek.solve(seek.total(return_), "/channels/0/leads", 3e-7), 1.5e-6);
  expectOnly(seek.solve(seek.total(return_), "/channels/0/leads", 7e10), 3.5e11);
  expectOnly(seek.solve(seek.total(return_), "/channels/0/leads", 2), 10);  // where it stands
  expectOnly(seek.solve(seek.total(return_), "/channels/0/leads", 0), 0);
}

/// x (1 - x) meets a target below its top of 1/4 twice.
TEST(SolveTest, SeveralSolutions_AreAllFoundRising) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  Quantity q;
  q.metric = closeRate;
  q.scale = Scale::logit;
  q.low = q.likely = q.high = 0.3;
  const Trace x = numbers.input(0, q);
  const Trace figure = x * (numbers.constant(1, amount) - x);
  const auto solution = solve(figure, {&q, 1}, 0, 0.16);
  ASSERT_TRUE(solution);
  ASSERT_EQ(solution->values.size(), 2U);
  EXPECT_NEAR(solution->values[0], 0.2, 1e-12);
  EXPECT_NEAR(solution->values[1], 0.8, 1e-12);
  const auto above = solve(figure, {&q, 1}, 0, 0.3);
  ASSERT_TRUE(above && above->nearest);
  EXPECT_TRUE(above->values.empty());
  EXPECT_NEAR(above->nearest->value, 0.5, 1e-6);
  EXPECT_NEAR(above->nearest->gives, 0.25, 1e-12);
}

TEST(SolveTest, AFigureThatJumpsOverTheTarget_DoesNotMeetIt) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  Quantity q;
  q.low = q.likely = q.high = 3;
  const Trace x = numbers.input(0, q);
  const Trace ten = numbers.constant(10, amount);
  const auto solution = solve(ifPositive(x - ten, x, x - ten), {&q, 1}, 0, 5);
  ASSERT_TRUE(solution);
  EXPECT_TRUE(solution->values.empty());
  ASSERT_TRUE(solution->nearest);
  EXPECT_NEAR(solution->nearest->gives, 0, 5.1);
}

TEST(SolveTest, UnreachableTarget_SaysTheBestThatCanBe) {
  Seek seek(plan());
  const auto solution = seek.solve(seek.total(profit), "/closeRate", 10'000);
  ASSERT_TRUE(solution && solution->nearest);
  EXPECT_TRUE(solution->values.empty());
  EXPECT_NEAR(solution->nearest->value, 1, 1e-12);  // a rate goes no further
  EXPECT_TRUE(near(solution->nearest->gives, 100 * 150 * 0.4 - 700, 1e-12));
  const auto cost = seek.solve(seek.total(profit), "/channels/0/costs/0/amount", 1000);
  ASSERT_TRUE(cost && cost->nearest);
  EXPECT_EQ(cost->nearest->value, 0);
  EXPECT_TRUE(near(cost->nearest->gives, 400, 1e-12));
}

TEST(SolveTest, FieldThatDoesNotMoveTheFigure_IsRefused) {
  Seek seek(plan());
  EXPECT_FALSE(seek.solve(seek.total(cost), "/closeRate", 100));
  EXPECT_FALSE(seek.solve(seek.total(leads), "/channels/0/costs/0/amount", 100));
  EXPECT_FALSE(seek.chance(seek.total(cost), "/closeRate", 0.5));
}

TEST(SolveTest, FigureThatIsUndefinedEverywhere_HasNeitherSolutionNorNearest) {
  Seek seek(Made().channel("a", {{leads, 10}}).adSpend(5));
  const auto solution = seek.solve(seek.channel(0, Metric::roi), "/channels/0/costs/0/amount", 1);
  ASSERT_TRUE(solution);
  EXPECT_TRUE(solution->values.empty());
  EXPECT_FALSE(solution->nearest);
}

TEST(SolveTest, Highest_IsOneForRates) {
  Quantity q;
  q.metric = closeRate;
  EXPECT_EQ(highest(q), 1);
  q.metric = amount;
  EXPECT_EQ(highest(q), 1e12);
}

// With ranges: leads from 50 to 200 at 20 each return a lognormal about 2000.

Made uncertain() { return Made(200).channel("a", {{leads, {50, 200}}}).adSpend(1000); }

TEST(SolveTest, TheCostWithAn80PercentChance_IsTheP20OfTheReturn) {
  Seek seek(uncertain());
  const double s = std::log(2) / 1.6448536269514722;
  const auto at = [&](double probability) {
    const auto solution =
        seek.chance(seek.total(profit), "/channels/0/costs/0/amount", probability);
    return solution && solution->values.size() == 1 ? solution->values.front() : -1;
  };
  EXPECT_TRUE(near(at(0.8), 2000 * std::exp(-s * 0.8416212335729143), 2e-3)) << at(0.8);
  EXPECT_TRUE(near(at(0.5), 2000, 2e-3)) << at(0.5);
  EXPECT_TRUE(near(at(0.95), 1000, 3e-3)) << at(0.95);
}

TEST(SolveTest, ChanceOfARange_MovesItAndDrawsTheOthers) {
  Seek seek(uncertain());  // the leads are moved themselves: the chance is all or nothing
  const auto solution = seek.chance(seek.total(profit), "/channels/0/leads", 0.8);
  ASSERT_TRUE(solution);
  ASSERT_EQ(solution->values.size(), 1U);
  EXPECT_TRUE(near(solution->values.front(), 50, 1e-9));  // 1000 / 20
}

TEST(SolveTest, UnreachableChance_SaysTheBestOne) {
  Seek seek(Made(200).channel("a", {{leads, {50, 200}}}).costs({{adSpend, 1000}, {tools, 2000}}));
  const auto solution = seek.chance(seek.total(profit), "/channels/0/costs/0/amount", 0.8);
  ASSERT_TRUE(solution && solution->nearest);
  EXPECT_TRUE(solution->values.empty());
  EXPECT_EQ(solution->nearest->value, 0);
  EXPECT_NEAR(solution->nearest->gives, 0.5, 0.005);  // the median return is 2000
}

TEST(SolveTest, Chance_IsThatOfASimulationOfAsManyTrials) {
  constexpr std::size_t kTrials = 600;  // no whole number of blocks
  Seek seek(Made(200).channel("a", {{leads, {50, 200}}}).costs({{adSpend, 0}, {tools, 1700}}));
  const Trace figure = seek.total(profit);
  const auto solution = seek.chance(figure, "/channels/0/costs/0/amount", 0.8, kTrials);
  ASSERT_TRUE(solution && solution->nearest);
  EXPECT_EQ(solution->nearest->value, 0);  // what the plan states
  Simulation simulation(*figure.tape, seek.plan().quantities,
                        {.spreads = {}, .chances = {{figure.node, true}}, .race = {}}, 1, kTrials);
  simulation.advance(kTrials);
  EXPECT_EQ(solution->nearest->gives, simulation.chance(0).probability);
}

TEST(SolveTest, ChanceThatAlwaysHolds_HasNoSolution) {
  Seek seek(uncertain());
  const auto solution = seek.chance(seek.total(return_), "/closeRate", 0.8);
  ASSERT_TRUE(solution && solution->nearest);
  EXPECT_TRUE(solution->values.empty());
  EXPECT_EQ(solution->side, Solution::Side::above);
  EXPECT_EQ(solution->nearest->gives, 1);
}

TEST(SolveTest, IsMetAbove_FollowsWhichWayTheFigureIsBetter) {
  Solution solution;
  EXPECT_EQ(isMetAbove(solution, Better::higher), std::nullopt);
  solution.side = Solution::Side::above;
  EXPECT_EQ(isMetAbove(solution, Better::higher), true);
  EXPECT_EQ(isMetAbove(solution, Better::lower), false);
  EXPECT_EQ(isMetAbove(solution, Better::neither), std::nullopt);
  solution.side = Solution::Side::below;
  EXPECT_EQ(isMetAbove(solution, Better::lower), true);
}

TEST(SolveTest, OfAScenario_FindsTheAdSpendThatMeetsATarget) {
  const Scenario s = Made(300).channel("a", 100, 1000).scenario();
  const std::uint32_t adSpend = *s.channels[0].lines[0].amount;
  const auto found = solve(s, Wanted{1, Metric::profit, 2500}, adSpend, 1, 512);
  ASSERT_TRUE(found && found->values.size() == 1);
  EXPECT_NEAR(found->values[0], 500, 1e-6);
  EXPECT_EQ(isMetAbove(*found, info(Metric::profit).better), false);
  EXPECT_EQ(seenOf(s, adSpend).most, 1000);
}

}  // namespace
}  // namespace roi::solve_test
