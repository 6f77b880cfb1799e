#include "roi/split_plan.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/made.h"

namespace roi::split_plan_test {
namespace {

// 10 customers of 300: 3000 from 1000; where a share e of more ad spend becomes leads, x brings
// 3000 (x / 1000)^e.
test::Made plan(double elasticity) {
  return test::Made(300).channel("a", 100, 1000).responding(elasticity);
}

TEST(SplitPlanTest, Profit_IsWhatTheSplitBrings) {
  const Scenario s = plan(0.5).scenario();
  SplitStart start(s, 1, 1024);
  EXPECT_NEAR(start.profit().value, 2000, 1e-9);
  EXPECT_EQ(start.spent(), 1000);
  const auto split = start.split(640);
  ASSERT_TRUE(split);
  EXPECT_NEAR(split->spent, 640, 1e-9);
  EXPECT_NEAR(split->profit.from, 2000, 1e-9);
  EXPECT_NEAR(split->profit.to, 3000 * 0.8 - 640, 1e-9);
  EXPECT_FALSE(split->mean);
  const PlanSplit::Channel& channel = split->channels.front();
  EXPECT_NEAR(channel.leadsTo.value, 80, 1e-9);
  EXPECT_NEAR(channel.gain.to, 3000 * 0.8 - 640, 1e-9);
  EXPECT_NEAR(channel.marginalTo.value, 0.5 * 3000 * 0.8 / 640 - 1, 1e-9);
  EXPECT_FALSE(channel.atMinimum || channel.atMaximum || channel.beyond);
}

TEST(SplitPlanTest, Savings_AreInTheProfitAndMoveNoSplit) {
  const Scenario s = plan(0.5).saving(70).scenario();
  SplitStart start(s, 1, 1024);
  const auto split = start.split(640);
  ASSERT_TRUE(split);
  EXPECT_NEAR(split->profit.from, 2070, 1e-9);
  EXPECT_NEAR(split->profit.to, 3000 * 0.8 - 640 + 70, 1e-9);
  EXPECT_NEAR(split->channels.front().marginalTo.value, 0.5 * 3000 * 0.8 / 640 - 1, 1e-9);
}

TEST(SplitPlanTest, Bounds_AreHalfAndTwiceWhatWasSpent) {
  const Scenario s = plan(0.9).scenario();
  SplitStart start(s, 1, 1024);
  EXPECT_TRUE(start.split(1e6)->channels.front().atMaximum);
  EXPECT_EQ(start.split(1e6)->spent, 2000);
  EXPECT_TRUE(start.split(500)->channels.front().atMinimum);
  EXPECT_FALSE(start.split(499));
}

/// a would best be spent far less on, b far more.
test::Made uneven() {
  return test::Made(500)
      .channel("a", {{Metric::leads, 20}})
      .adSpend(4000)
      .responding(0.5)
      .channel("b", {{Metric::leads, 200}})
      .adSpend(1000)
      .responding(0.6);
}

TEST(SplitPlanTest, Bounds_ThatAreStatedMayLeadBeyondWhatWasSpent) {
  const Scenario s = uneven().spendingAtMost(4500).at(0).spendingAtLeast(500).scenario();
  const auto split = SplitStart(s, 1, 1024).split(5000);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->channels[0].adSpend.to, 500);
  EXPECT_TRUE(split->channels[0].atMinimum);
  EXPECT_EQ(split->channels[0].beyond, 0.125);
  EXPECT_EQ(split->channels[1].adSpend.to, 4500);
  EXPECT_TRUE(split->channels[1].atMaximum);
  EXPECT_EQ(split->channels[1].beyond, 4.5);
}

TEST(SplitPlanTest, WhatWasObserved_CountsAsSeen) {
  const Scenario s = uneven().observed({900, 2500}).scenario();
  const auto split = SplitStart(s, 1, 1024).split(5000);
  ASSERT_TRUE(split);
  EXPECT_NEAR(split->channels[1].adSpend.to, 3000, 1e-9);  // what a spares, short of 5 000
  EXPECT_FALSE(split->channels[1].beyond || split->channels[1].atMaximum);
}

TEST(SplitPlanTest, WithoutAResponse_AChannelKeepsItsAdSpend) {
  const Scenario s = plan(0.5).channel("b", 50, 400).scenario();
  SplitStart start(s, 1, 1024);
  const auto split = start.split(1000);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->held, std::vector<std::size_t>{1});
  EXPECT_EQ(split->channels.size(), 1U);
  EXPECT_NEAR(split->profit.to, 3000 + 1500 - 1400, 1e-9);
  EXPECT_EQ(heldChannels(s), std::vector<std::size_t>{1});
}

TEST(SplitPlanTest, OverRanges_TheMeanIsOfTheTrials) {
  // exp of a normal about 300: its mean is above its middle, by half the square of its spread
  const Scenario s = plan(0.5).plan().worth({200, 450}).scenario();
  SplitStart start(s, 1, 16'384);
  const auto split = start.split(1000);
  ASSERT_TRUE(split && split->mean);
  const double spread = std::log(450.0 / 300) / 1.6448536269514722;
  EXPECT_NEAR(split->mean->from, 3000 * std::exp(spread * spread / 2) - 1000, 15);
}

}  // namespace
}  // namespace roi::split_plan_test
