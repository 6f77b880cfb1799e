#include "roi/plan_verdict.h"

#include <gtest/gtest.h>

#include "roi/cash_flow.h"
#include "unit/plan.h"

namespace roi::plan_verdict_test {
namespace {

using enum Metric;
using test::is;
using test::lacks;
using test::Made;
using test::measured;

using Places = std::vector<std::size_t>;

/// A scenario and what is recorded of it.
struct Kept {
  explicit Kept(const Made& made) : scenario(made.scenario()), plan(scenario) {}
  Scenario scenario;
  Recorded plan;
};

TEST(PlanVerdictTest, Standing_IsByRoiWithWorstAndLosingByOwnCost) {
  // b brings 900 for 100, and bears all of 1000 that are shared
  const Made shared = Made(100)
                          .channel("a", {{leads, 100}})
                          .adSpend(400)
                          .channel("b", {{leads, 90}})
                          .adSpend(100)
                          .channel("c", {{leads, 5}})
                          .shared(tools, 1000, Allocation::weights)
                          .weighing(1, 1);
  Kept allocated(shared);
  const Standing made = standing(allocated.plan);
  EXPECT_EQ(made.byRoi.ranked, (Places{0, 1}));
  EXPECT_EQ(made.byRoi.unranked, Places{2});
  EXPECT_EQ(made.best, 0U);
  EXPECT_FALSE(made.worst) << "allocated cost alone makes none worst";
  EXPECT_TRUE(losingChannels(allocated.plan).empty());
  Kept losing(Made(shared).at(1).ofLine(0).amount(950));
  EXPECT_EQ(standing(losing.plan).worst, 1U);
  EXPECT_EQ(losingChannels(losing.plan), Places{1});
}

TEST(PlanVerdictTest, Luck_IsOfCustomersThatAreDrawn) {
  Kept few(Made(100).channel("a", {{leads, 160}}).channel("b", {{customers, measured(9)}}));
  EXPECT_EQ(luck(few.plan.sheet, 0), 0.25);  // 1 / sqrt(16)
  EXPECT_EQ(luck(few.plan.sheet, 1), std::nullopt);
  EXPECT_EQ(luck(few.plan.sheet, 2), 0.2);  // of all 25
}

TEST(PlanVerdictTest, PaybackWithChurn_IsOfASubscription) {
  // 300 and 1000 a customer at 40 a month, of whom 4 % leave: see paybackWithChurn of numbers
  const Made plan = Made()
                        .with(margin, 0.8)
                        .subscription(50, 0.04)
                        .channel("a", {{customers, 10}})
                        .adSpend(3000)
                        .channel("b", {{customers, 10}})
                        .adSpend(10'000);
  Kept kept(plan);
  EXPECT_NEAR(*paybackWithChurn(kept.plan, 0), 8.737322811646465, 1e-12);
  EXPECT_EQ(paybackWithChurn(kept.plan, 1), kNever);
  EXPECT_NEAR(*paybackWithChurn(kept.plan, 2), 25.717070829985396, 1e-9);
  Kept once(Made(plan).at(1).worth(9));
  EXPECT_EQ(paybackWithChurn(once.plan, 1), std::nullopt);
  EXPECT_EQ(paybackWithChurn(once.plan, 2), std::nullopt) << "not all subscribe";
  Kept loyal(Made(plan).plan().subscription(50, 0));
  EXPECT_EQ(paybackWithChurn(loyal.plan, 0), std::nullopt) << "nobody leaves";
}

TEST(PlanVerdictTest, OneIn_IsOfACloseRateForAllChannels) {
  EXPECT_EQ(oneIn(Made().with(closeRate, 0.25).channel("a").scenario()), 4);
  EXPECT_EQ(oneIn(Made().with(closeRate, {0.1, 0.2, 0.3}).channel("a").scenario()), 5);
  EXPECT_EQ(oneIn(Made().channel("a", {{closeRate, 0.25}}).scenario()), std::nullopt);
}

// 100 leads for 1000, and 10 without ads.
Made leadsFor(double target) {
  return Made(200)
      .channel("a", {{leads, 100}})
      .adSpend(1000)
      .channel("b", {{leads, 10}})
      .goal(leads, target);
}

TEST(PlanVerdictTest, Goal_ThatIsMetSaysSo) {
  Kept kept(leadsFor(110));
  const GoalVerdict goal = goalVerdict(kept.plan);
  EXPECT_EQ(goal.target, 110);
  EXPECT_TRUE(is(goal.value, 110));
  EXPECT_EQ(goal.isAttained, true);
  EXPECT_FALSE(goal.isReachable || goal.beyond);
}

TEST(PlanVerdictTest, Goal_ThatIsMissedSaysWhatItTakes) {
  Kept kept(leadsFor(410));
  const GoalVerdict goal = goalVerdict(kept.plan);
  EXPECT_EQ(goal.isAttained, false);
  EXPECT_EQ(goal.isReachable, true);
  EXPECT_TRUE(is(goal.figures[static_cast<std::size_t>(goalScale)], 4));
  EXPECT_TRUE(is(goal.figures[static_cast<std::size_t>(goalAdSpend)], 4000));
  EXPECT_EQ(goal.beyond, 4) << "times what was spent";
}

TEST(PlanVerdictTest, Goal_OutOfReachOfAdSpendIsNotReachable) {
  Kept kept(Made(200).channel("a", {{leads, 100}}).adSpend(1000).goal(Metric::roi, 5));
  const GoalVerdict goal = goalVerdict(kept.plan);
  EXPECT_TRUE(is(goal.value, 1));
  EXPECT_EQ(goal.isReachable, false);
  EXPECT_FALSE(goal.beyond);
}

TEST(PlanVerdictTest, Goal_OfChannelsThatRespondTakesTheScaleThatIsFound) {
  // leads follow the root of ad spend: twice the leads for four times the spend
  Kept kept(Made(500).channel("a", {{leads, 100}}).adSpend(3000).responding(0.5).goal(leads, 200));
  const GoalVerdict goal = goalVerdict(kept.plan);
  EXPECT_EQ(goal.isReachable, true);
  EXPECT_TRUE(is(goal.figures[static_cast<std::size_t>(goalAdSpend)], 12'000));
  EXPECT_NEAR(*goal.beyond, 4, 1e-12);
  // 5 000 s^0.5 - 3 000 s is at most 2 083.33
  Kept most(
      Made(500).channel("a", {{leads, 100}}).adSpend(3000).responding(0.5).goal(profit, 4000));
  const GoalVerdict never = goalVerdict(most.plan);
  EXPECT_EQ(never.isReachable, false);
  EXPECT_TRUE(is(never.figures[static_cast<std::size_t>(goalReached)], 6250.0 / 3));
}

TEST(PlanVerdictTest, Basket_IsWhatThePlanStates) {
  const Scenario s = Made().orders(60, 1, 1).channel("a", {{leads, 1}}).scenario();
  EXPECT_TRUE(is(basketVerdict(s, 50).value, 60));
  EXPECT_EQ(basketVerdict(s, 50).isAttained, true);
  EXPECT_EQ(basketVerdict(s, 61).isAttained, false);
  const BasketVerdict none = basketVerdict(leadsFor(1).scenario(), 50);
  EXPECT_TRUE(lacks(none.value, "missing:averageOrderValue"));
  EXPECT_EQ(none.isAttained, std::nullopt);
}

}  // namespace
}  // namespace roi::plan_verdict_test
