#include "roi/plan_chances.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/plan.h"

namespace roi::plan_chances_test {
namespace {

using enum Metric;
using test::Made;
using test::measured;
using test::Typed;

constexpr std::size_t kTrials = 16'384;

PlanChances chancesOf(const Made& made, ChancesAsked asked = {}) {
  const Scenario plan = made.scenario();
  asked.trials = kTrials;
  PlanTrials trials(plan, asked);
  while (!trials.advance(kTrials)) {
  }
  return trials.chances();
}

// 10 customers were counted, who are worth from 200 over 300 to 450 each: what they bring is as
// likely above 3000 as below, and in one of twenty cases below 2000, or above 4500.

Made plan(double adSpend) {
  return Made(Typed(200, 450))
      .channel("a", {{leads, 100}, {customers, measured(10)}})
      .adSpend(adSpend);
}

TEST(PlanChancesTest, Profitable_IsTheChanceThatTheReturnIsAboveTheCost) {
  EXPECT_NEAR(chancesOf(plan(2000)).total.profitable.probability, 0.95, 0.002);
  EXPECT_NEAR(chancesOf(plan(3000)).total.profitable.probability, 0.5, 0.002);
  EXPECT_NEAR(chancesOf(plan(4500)).channels[0].profitable.probability, 0.05, 0.002);
}

TEST(PlanChancesTest, BelowBreakEven_IsTheSameClaimWhereThereAreLeads) {
  const PlanChances chances = chancesOf(plan(2000));
  EXPECT_EQ(chances.total.belowBreakEven.probability, chances.total.profitable.probability);
  const PlanChances none = chancesOf(Made(Typed(200, 450)).channel("a", {{leads, 0}}).adSpend(5));
  EXPECT_EQ(none.total.belowBreakEven.undefined, kTrials) << "no lead costs anything";
  EXPECT_EQ(none.total.profitable.probability, 0);
}

TEST(PlanChancesTest, Savings_MakeThePlanProfitableAndNoLeadCheaper) {
  // 1500 of 4500 are saved: as likely paid back as not; what a lead costs, it brings once in twenty
  const PlanChances chances = chancesOf(plan(4500).saving(1500));
  EXPECT_NEAR(chances.total.profitable.probability, 0.5, 0.002);
  EXPECT_NEAR(chances.total.belowBreakEven.probability, 0.05, 0.002);
  EXPECT_NEAR(chances.channels[0].profitable.probability, 0.05, 0.002);
  // a range of a saving is drawn as any other: with nothing else uncertain it is that of the profit
  ChancesAsked asked;
  asked.metrics = {profit};
  const Made exact =
      Made(300).channel("a", {{leads, 100}, {customers, measured(10)}}).adSpend(3200);
  const Spread gain = chancesOf(Made(exact).saving({200, 800}), asked).total.results[0].spread;
  EXPECT_NEAR(gain.quantiles[0], 0, 2);
  EXPECT_NEAR(gain.quantiles[2], 200, 2);
  EXPECT_NEAR(gain.quantiles[4], 600, 4);
}

TEST(PlanChancesTest, Results_AreTheSpreadsThatWereAskedOfEachScope) {
  ChancesAsked asked;
  asked.metrics = {profit, Metric::roi};
  asked.channelMetrics = {return_};
  asked.histogram = true;
  const PlanChances chances = chancesOf(plan(1000), asked);
  ASSERT_EQ(chances.total.results.size(), 2U);
  ASSERT_EQ(chances.channels[0].results.size(), 1U);
  const PlanChances::Result& gain = chances.total.results[0];
  EXPECT_EQ(gain.metric, profit);
  EXPECT_TRUE(test::is(gain.likely, 2000));
  EXPECT_NEAR(gain.spread.quantiles[0], 1000, 10);
  EXPECT_NEAR(gain.spread.quantiles[2], 2000, 10);
  EXPECT_NEAR(gain.spread.quantiles[4], 3500, 20);
  ASSERT_TRUE(chances.histogram);
  EXPECT_NEAR(chances.histogram->below, 0.01 * kTrials, 2);
  // a customer is worth less than 169.1 in one case of a hundred: 300 x (2 / 3)^(2.3263 / 1.6449)
  EXPECT_NEAR(chances.histogram->from, 691, 10);
  asked.metrics = {Metric::roi};
  EXPECT_FALSE(chancesOf(plan(1000), asked).histogram) << "the profit is not asked";
  EXPECT_NEAR(chances.total.results[1].spread.quantiles[4], 3.5, 0.02);
  EXPECT_EQ(chances.channels[0].results[0].metric, return_);
  EXPECT_NEAR(chances.channels[0].results[0].spread.quantiles[0], 2000, 10);
}

TEST(PlanChancesTest, Loss_IsWhatIsLostOnAverageAndTheChanceOfMore) {
  ChancesAsked asked;
  asked.loss = 1000;
  EXPECT_FALSE(chancesOf(plan(3000), asked).expectedLoss) << "the profit is not asked";
  asked.metrics = {profit};
  const PlanChances chances = chancesOf(plan(3000), asked);
  ASSERT_TRUE(chances.losesMore && chances.expectedLoss);
  EXPECT_NEAR(chances.losesMore->probability, 0.05, 0.002);  // below 2000
  // E max(0, k - X) of a lognormal X about its median k: k (1/2 - e^(s²/2) P(Z < -s))
  const double s = std::log(1.5) / 1.6448536269514722;
  const double below = std::erfc(s / std::sqrt(2.0)) / 2;
  EXPECT_NEAR(chances.expectedLoss->mean, 3000 * (0.5 - std::exp(s * s / 2) * below), 2);
}

TEST(PlanChancesTest, Goal_HoldsOnItsTargetAndAtItsBetterSide) {
  EXPECT_NEAR(chancesOf(plan(1000).goal(profit, 1000)).goal->probability, 0.95, 0.002);
  EXPECT_EQ(chancesOf(plan(1000).goal(fullCostCpl, 10)).goal->probability, 1);
  EXPECT_EQ(chancesOf(plan(1000).goal(fullCostCpl, 9.9)).goal->probability, 0);
  EXPECT_FALSE(chancesOf(plan(1000)).goal);
}

Made three() {
  return Made(Typed(200, 450))
      .channel("c", {{customers, measured(10)}})
      .adSpend(1000)
      .channel("a", {{customers, measured(20)}})
      .adSpend(2000)
      .channel("b", {{customers, measured(10)}})
      .adSpend(1500);
}

TEST(PlanChancesTest, Best_IsOneChannelPerTrialAndOfEqualsTheFirstById) {
  const PlanChances chances = chancesOf(three());  // c and a have the same ROI whatever happens
  EXPECT_EQ(chances.channels[0].best.probability, 0);
  EXPECT_EQ(chances.channels[1].best.probability, 1);
  EXPECT_EQ(chances.channels[2].best.probability, 0);
}

TEST(PlanChancesTest, Pairs_AreWhetherTheFirstHasTheHigherRoi) {
  ChancesAsked asked;
  asked.pairs = {{0, 2}, {2, 0}, {0, 1}};
  const PlanChances chances = chancesOf(three(), asked);
  ASSERT_EQ(chances.pairs.size(), 3U);
  EXPECT_EQ(chances.pairs[0].probability, 1);
  EXPECT_EQ(chances.pairs[1].probability, 0);
  EXPECT_EQ(chances.pairs[2].probability, 0) << "equals do not win";
}

TEST(PlanChancesTest, Against_WhatBothPlansStateIsDrawnOnce) {
  // what customers are worth is the same in both: 100 less is spent, whatever it is
  const Scenario same = plan(1100).scenario();
  // each by itself, and about the same middle: one of two cases
  const Scenario apart = Made(Typed(210, 300.0 * 300 / 210))
                             .channel("a", {{customers, measured(10)}})
                             .adSpend(1000)
                             .scenario();
  ChancesAsked asked;
  asked.against = &same;
  const PlanChances beaten = chancesOf(plan(1000), asked);
  ASSERT_TRUE(beaten.against);
  EXPECT_EQ(beaten.against->profit.probability, 1);
  EXPECT_EQ(beaten.against->roi.probability, 1);
  asked.against = &apart;
  EXPECT_NEAR(chancesOf(plan(1000), asked).against->profit.probability, 0.5, 0.01);
}

TEST(PlanChancesTest, Luck_IsDrawnOfWhatWasNotCounted) {
  // Poisson(3) > 3: 1 - e^-3 (1 + 3 + 4.5 + 4.5)
  const PlanChances few = chancesOf(Made(100).channel("a", {{leads, 30}}).adSpend(300));
  EXPECT_TRUE(few.drawsLuck);
  EXPECT_NEAR(few.total.profitable.probability, 1 - 13 * std::exp(-3.0), 0.003);
  ASSERT_TRUE(few.total.luck);
  EXPECT_DOUBLE_EQ(*few.total.luck, 1 / std::sqrt(3.0));
  EXPECT_EQ(few.ranges, 0U);
  const PlanChances counted = chancesOf(plan(1000));
  EXPECT_FALSE(counted.drawsLuck);
  EXPECT_FALSE(counted.total.luck);
}

TEST(PlanChancesTest, Ranges_AndFiguresTakenAsExactAreCounted) {
  const PlanChances chances = chancesOf(plan(1000));
  EXPECT_EQ(chances.ranges, 1U);  // what a customer is worth
  EXPECT_EQ(chances.exact, 2U);   // the customers and the ad spend: the profit needs no leads
  EXPECT_EQ(chances.trials, kTrials);
}

TEST(PlanChancesTest, InPieces_TheAnswerIsTheSame) {
  const Scenario s = three().scenario();
  ChancesAsked asked;
  asked.metrics = asked.channelMetrics = {profit, Metric::roi};
  asked.trials = 3000;
  PlanTrials pieces(s, asked);
  const PlanChances before = pieces.chances();
  EXPECT_EQ(before.trials, 0U);
  EXPECT_EQ(before.total.results[0].spread.trials, 0U);
  EXPECT_TRUE(test::is(before.total.results[0].likely, 40 * 300 - 4500));
  EXPECT_FALSE(pieces.advance(1));
  EXPECT_GT(pieces.chances().trials, 0U);
  EXPECT_LT(pieces.chances().trials, 3000U);
  while (!pieces.advance(300)) {
  }
  PlanTrials whole(s, asked);
  whole.advance(3000);
  const PlanChances a = pieces.chances();
  const PlanChances b = whole.chances();
  EXPECT_EQ(a.trials, 3000U);
  for (std::size_t m = 0; m < 2; ++m) {
    EXPECT_EQ(a.total.results[m].spread.quantiles, b.total.results[m].spread.quantiles);
    EXPECT_EQ(a.channels[2].results[m].spread.mean, b.channels[2].results[m].spread.mean);
  }
  EXPECT_EQ(a.total.profitable.probability, b.total.profitable.probability);
  EXPECT_EQ(a.total.profitable.error, b.total.profitable.error);
}

}  // namespace
}  // namespace roi::plan_chances_test
