#include "roi/levers.h"

#include <gtest/gtest.h>

#include <map>

#include "unit/plan.h"

namespace roi::levers_test {
namespace {

using enum Metric;
using test::Made;

/// The levers of a channel by their kinds.
std::map<std::string, double> leversOf(const Made& plan, std::size_t channel = 0) {
  const Levers form = levers(plan.scenario());
  std::map<std::string, double> list;
  for (const Lever& lever : form.list) {
    if (lever.channel != channel) continue;
    const std::string kind(info(lever.kind).id);
    EXPECT_EQ(list.count(kind), 0U) << kind;
    list[kind] = form.scenario.quantities[lever.quantity].likely;
  }
  return list;
}

using List = std::map<std::string, double>;

TEST(LeversTest, CountsBecomeOneVolumeAndTheRatesBetweenThem) {
  EXPECT_EQ(
      leversOf(
          Made()
              .channel("a", {{impressions, 50000}, {clicks, 2000}, {leads, 100}, {customers, 25}})
              .worth(40)),
      (List{{"impressions", 50'000},
            {"ctr", 0.04},
            {"conversionRate", 0.05},
            {"closeRate", 0.25},
            {"value", 40}}));
}

TEST(LeversTest, TheVolume_StandsAtTheHighestStageFromWhichCustomersFollow) {
  EXPECT_EQ(leversOf(Made().with(closeRate, 0.5).channel("a", {{leads, 346}})),
            (List{{"leads", 346}, {"closeRate", 0.5}}));
  EXPECT_EQ(leversOf(Made().channel("a", {{customers, 12}})), (List{{"customers", 12}}));
  EXPECT_EQ(
      leversOf(Made()
                   .with(closeRate, 0.5)
                   .channel("a", {{adSpendCpc, 2}, {conversionRate, 0.25}})
                   .adSpend(500)),
      (List{{"clicks", 250}, {"conversionRate", 0.25}, {"closeRate", 0.5}, {"adSpend", 500}}));
}

TEST(LeversTest, TopVolumes_NameThatStage) {
  const auto top = [](const test::AllStated& channel) {
    return topVolumes(Made().channel("a", channel).scenario()).front();
  };
  EXPECT_EQ(top({{impressions, 9}, {ctr, 0.1}, {conversionRate, 0.1}, {closeRate, 0.1}}),
            impressions);
  EXPECT_EQ(top({{impressions, 9}, {clicks, 3}, {leads, 2}, {closeRate, 0.1}}), impressions);
  EXPECT_EQ(top({{clicks, 3}, {conversionRate, 0.1}, {closeRate, 0.1}}), clicks);
  EXPECT_EQ(top({{clicks, 0}, {leads, 2}, {closeRate, 0.1}}), leads);  // no rate from no clicks
  EXPECT_EQ(top({{leads, 0}, {customers, 2}}), customers);
  EXPECT_EQ(top({{leads, 2}}), std::nullopt);
  EXPECT_EQ(top({{closeRate, 0.2}}), std::nullopt);
}

TEST(LeversTest, CostsAreByKindWithPartsOfSharedLines) {
  const Made plan = Made()
                        .months(3)
                        .channel("a")
                        .costs({{adSpend, 300}, {tools, 10}})
                        .cost(tools, 1200)
                        .per(12)
                        .work(people, 10, 30)
                        .channel("b")
                        .adSpend(100)
                        .shared(tools, 40, Allocation::adSpend)
                        .shared(fees, 8);
  // tools: 10 + 1200 x 3/12 + 40 x 3/4
  EXPECT_EQ(leversOf(plan), (List{{"adSpend", 300}, {"tools", 340}, {"people", 300}, {"fees", 4}}));
  EXPECT_EQ(leversOf(plan, 1), (List{{"adSpend", 100}, {"tools", 10}, {"fees", 4}}));
}

TEST(LeversTest, ValueOfEveryMode_IsOneLever) {
  EXPECT_EQ(leversOf(Made()
                         .with({{margin, 0.5}, {incrementalShare, 0.8}})
                         .channel("a", {{customers, 3}})
                         .subscription(30, 0.05)),
            (List{{"customers", 3}, {"incrementalShare", 0.8}, {"value", 600}, {"margin", 0.5}}));
  EXPECT_EQ(leversOf(Made().channel("a", {{customers, 3}}).worthMargin(70)),
            (List{{"customers", 3}, {"value", 70}}));
}

TEST(LeversTest, LikelyValues_StandForRanges) {
  EXPECT_EQ(leversOf(Made().channel("a", {{customers, {4, 9}}})), (List{{"customers", 6}}));
}

TEST(LeversTest, WhatIsUndefined_IsNoLever) {
  EXPECT_EQ(leversOf(Made().channel("a", {{closeRate, 0.2}}).line(tools).work(people, 3, 9)),
            (List{{"closeRate", 0.2}, {"people", 27}}));
}

TEST(LeversTest, LeversFromALowerStage_AreTheSameOutcomeBelowIt) {
  const Made plan =
      Made(9, 0.5).channel("a", {{impressions, 1000}, {ctr, 0.1}, {conversionRate, 0.2}});
  const Metric from[] = {leads};
  const Levers form = levers(plan.scenario(), from);
  ASSERT_FALSE(form.list.empty());
  EXPECT_EQ(form.list.front().kind, leads);
  EXPECT_DOUBLE_EQ(form.scenario.quantities[form.list.front().quantity].likely, 20);
  Sheet<Figure<>> sheet(form.scenario);
  EXPECT_TRUE(test::is(sheet(1, return_), 90));
  EXPECT_TRUE(test::lacks(sheet(0, ctr), "missing:ctr"));
}

}  // namespace
}  // namespace roi::levers_test
