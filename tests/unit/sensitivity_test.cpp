#include "roi/sensitivity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "roi/recorded.h"
#include "unit/made.h"
#include "unit/plan.h"

namespace roi::sensitivity_test {
namespace {

using enum Metric;
using test::Made;
using test::near;
using test::Typed;

struct Asked {
  explicit Asked(const Made& made) : plan(made.scenario()), recorded(plan) {}
  Trace total(Metric m) { return recorded.sheet(plan.channels.size(), m); }

  Scenario plan;
  Recorded recorded;
};

std::vector<LeverEffect> effectsOn(const Made& plan, Metric m) {
  const Levers form = levers(plan.scenario());
  Recorded recorded(form.scenario);
  return leverEffects(form, recorded.sheet(form.scenario.channels.size(), m));
}

const LeverEffect* find(const std::vector<LeverEffect>& all, Metric kind,
                        std::optional<std::uint32_t> channel) {
  for (const LeverEffect& one : all) {
    if (one.kind == kind && one.channel == channel) return &one;
  }
  return nullptr;
}

TEST(SensitivityTest, LeadsTypedAsACount_StillAnswerOnePointOfConversion) {
  // 4000 clicks gave 346 leads: one point more is 40 leads, each worth 0.1 x 150
  const auto all =
      effectsOn(Made(150).channel("a", {{clicks, 4000}, {leads, 346}}).adSpend(1000), profit);
  const LeverEffect* rate = find(all, conversionRate, 0);
  ASSERT_TRUE(rate);
  EXPECT_TRUE(near(rate->point, 600, 1e-12));
  EXPECT_TRUE(near(rate->value, 0.0865, 1e-12));
  EXPECT_TRUE(near(rate->percent, 0.01 * 5190, 1e-12));  // the whole return moves with it
  EXPECT_TRUE(test::is(rate->elasticity, 5190.0 / 4190));
  const LeverEffect* ads = find(all, adSpend, 0);
  ASSERT_TRUE(ads);
  EXPECT_TRUE(near(ads->percent, -10, 1e-12));
  EXPECT_TRUE(test::is(ads->elasticity, -1000.0 / 4190));
  EXPECT_EQ(ads->point, 0);
}

TEST(SensitivityTest, SavingsAreALeverOfThePlan_AndOfNoChannel) {
  // 1000 earned and 300 saved for 800: one percent more is 3, and 3/800 of ROI
  const Made plan = Made(100).channel("a", 100, 800).saving(200).saving(100);
  const auto ofProfit = effectsOn(plan, profit);
  const LeverEffect* all = find(ofProfit, savings, std::nullopt);
  ASSERT_TRUE(all);
  EXPECT_TRUE(near(all->percent, 3, 1e-12));
  EXPECT_TRUE(test::is(all->elasticity, 300.0 / 500));
  EXPECT_EQ(std::count_if(ofProfit.begin(), ofProfit.end(),
                          [](const LeverEffect& one) { return one.kind == savings; }),
            1);
  const auto ofRoi = effectsOn(plan, roi);
  EXPECT_TRUE(near(find(ofRoi, savings, std::nullopt)->percent, 3.0 / 800, 1e-12));
  EXPECT_FALSE(find(effectsOn(plan, return_), savings, std::nullopt));
}

TEST(SensitivityTest, WithSharedLines_NoLeverIsSaidToMoveWhatTellsCostsApart) {
  const Made alone = Made(100).channel("a", {{leads, 10}}).cost(tools, 50);
  const Made together = Made(alone).shared(tools, 30);
  EXPECT_TRUE(near(find(effectsOn(alone, ownCost), tools, 0)->percent, 0.5, 1e-12));
  for (const Metric m : {ownCost, tools, sharedCosts}) {
    EXPECT_TRUE(effectsOn(together, m).empty()) << info(m).id;
  }
  EXPECT_TRUE(near(find(effectsOn(together, cost), tools, 0)->percent, 0.8, 1e-12));
}

TEST(SensitivityTest, Effects_AreByKindFirstAndTheStrongestFirst) {
  const auto all = effectsOn(Made(100)
                                 .channel("a", {{leads, 10}})
                                 .adSpend(5)
                                 .channel("b", {{clicks, 100}, {conversionRate, 0.3}}),
                             profit);
  bool channels = false;
  double last = INFINITY;
  for (const LeverEffect& one : all) {
    if (one.channel && !channels) last = INFINITY;
    EXPECT_TRUE(one.channel || !channels);
    channels = one.channel.has_value();
    EXPECT_LE(std::fabs(one.percent), last);
    last = std::fabs(one.percent);
  }
  EXPECT_TRUE(channels);
  ASSERT_TRUE(find(all, leads, std::nullopt));  // leads of a and clicks of b together
  EXPECT_TRUE(near(find(all, leads, std::nullopt)->percent, 0.01 * 400, 1e-12));
  EXPECT_TRUE(near(find(all, closeRate, std::nullopt)->point, 0.01 * 40 * 100, 1e-12));
  EXPECT_EQ(find(all, clicks, std::nullopt), nullptr);
}

TEST(SensitivityTest, ElasticityOfNothing_IsUndefined) {
  const auto all =
      effectsOn(Made().worth(100).channel("a", {{customers, 10}}).adSpend(1000), profit);
  ASSERT_TRUE(find(all, adSpend, 0));
  EXPECT_TRUE(test::lacks(find(all, adSpend, 0)->elasticity, "zero:profit"));
}

TEST(SensitivityTest, Swings_AreTheScenarioAtEachEndTheWidestFirst) {
  Asked asked(Made({100, 150, 160}, {0.05, 0.1, 0.3})
                  .channel("a", {{leads, {50, 100, 120}}})
                  .adSpend({400, 500, 900}));
  const auto list = swings(asked.total(Metric::roi), asked.plan.quantities);
  ASSERT_EQ(list.size(), 4U);
  double last = INFINITY;
  for (const Swing& swing : list) {
    Scenario moved = asked.plan;
    Quantity& q = moved.quantities[swing.quantity];
    for (const bool isLow : {true, false}) {
      q.likely = isLow ? q.low : q.high;
      Sheet<Figure<>> sheet(moved);
      EXPECT_EQ(isLow ? swing.atLow : swing.atHigh, sheet(1, Metric::roi).value);
    }
    const double width = std::fabs(swing.atHigh - swing.atLow);
    EXPECT_LE(width, last);
    last = width;
  }
  EXPECT_TRUE(swings(asked.total(leads), asked.plan.quantities).size() == 1);
}

TEST(SensitivityTest, RangeAtWhoseEndAProductVanishes_HasNoSwing) {
  std::vector<double> years(40);  // a retention of 1e-9 over them is less than a double can be
  years.push_back(100);
  Asked asked(
      Made().channel("a", {{customers, 10}}).discounted(years, {1e-9, 0.9}, 0.05).adSpend({1, 2}));
  const Trace figure = asked.total(breakEvenCustomers);
  ASSERT_TRUE(figure.figure().defined());
  const auto list = swings(figure, asked.plan.quantities);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(asked.plan.quantities[list[0].quantity].metric, amount);
}

std::vector<VarianceShare> sharesOf(Asked& asked, Metric m, std::size_t trials = 32'768) {
  const Trace figure = asked.total(m);
  return varianceShares(figure, asked.plan.quantities, swings(figure, asked.plan.quantities), 1,
                        trials);
}

TEST(SensitivityTest, SharesOfAProductOfLognormals_AreTheClosedForm) {
  Asked asked(Made(Typed(100, 900)).channel("a", {{leads, {50, 200}}}).adSpend({1, 2}));
  const auto shares = sharesOf(asked, return_);
  ASSERT_EQ(shares.size(), 2U);
  const double z = 1.6448536269514722;
  const double value = std::pow(std::log(3) / z, 2);
  const double leads = std::pow(std::log(2) / z, 2);
  EXPECT_NEAR(shares[0].share, std::expm1(value) / std::expm1(value + leads), 0.03);
  EXPECT_NEAR(shares[1].share, std::expm1(leads) / std::expm1(value + leads), 0.03);
  for (const VarianceShare& share : shares) {
    EXPECT_GT(share.error, 0);
    EXPECT_LT(share.error, 0.03);
  }
}

TEST(SensitivityTest, AGroup_CountsAsOne) {
  Asked asked(Made()
                  .with(closeRate, {0.05, 0.1})
                  .worth(Typed(100, 900).movesWith("g", 0.8))
                  .channel("a", {{leads, Typed(50, 200).movesWith("g", 0.8)}}));
  const auto shares = sharesOf(asked, return_);
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_EQ(shares[0].quantities.size(), 2U);
  EXPECT_EQ(shares[1].quantities.size(), 1U);
  EXPECT_GT(shares[0].share, 0.8);
  EXPECT_LT(shares[0].share + shares[1].share, 1.05);
}

TEST(SensitivityTest, Shares_AreOfAsManyTrialsAsAsked) {
  Asked asked(Made().worth({100, 900}).channel("a", {{customers, {50, 200}}}));
  EXPECT_NE(sharesOf(asked, return_, 600)[0].share, sharesOf(asked, return_, 768)[0].share);
}

TEST(SensitivityTest, TheOnlyRange_HasAllOfTheVariance) {
  Asked asked(Made().worth(10).channel("a", {{customers, {50, 200}}}));
  const auto shares = sharesOf(asked, return_);
  ASSERT_EQ(shares.size(), 1U);
  EXPECT_EQ(shares[0].share, 1);
  EXPECT_EQ(shares[0].error, 0);
  EXPECT_TRUE(sharesOf(asked, Metric::roi).empty());  // undefined without cost
  EXPECT_TRUE(sharesOf(asked, cost).empty());
}

TEST(SensitivityTest, ARangeThatMovesNothing_HasNoShare) {
  Asked asked(Made(10, {0.05, 0.2}).channel("a", {{leads, 0}}).adSpend(70));
  EXPECT_TRUE(sharesOf(asked, profit).empty());  // -70 whatever the rate
}

TEST(SensitivityTest, Together_IsWhatNoRangeAloneExplains) {
  EXPECT_EQ(together({}), 1);
  EXPECT_NEAR(together({{{0}, 0.5, 0.01}, {{1, 2}, 0.25, 0.01}}), 0.25, 1e-15);
}

TEST(SensitivityTest, Influences_AreRangesThenSingleFiguresByTheirElasticity) {
  // profit = leads x 0.1 x worth - ad spend
  const Scenario s = Made(300).channel("a", 100, 1000).plan().worth({200, 450}).scenario();
  Recorded plan(s);
  const Trace profit = plan.sheet(1, Metric::profit);
  const std::vector<Swing> ranges = swings(profit, s.quantities);
  const std::vector<Influence> found = influences(profit, s.quantities, ranges);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].swing, ranges.data());
  EXPECT_NEAR(found[0].slope, 10, 1e-9);
  for (const Influence& one : found) {
    const bool isSpend = s.quantities[one.quantity].metric == Metric::amount;
    EXPECT_NEAR(one.elasticity.value, isSpend ? -0.5 : 1.5, 1e-9);
  }
  EXPECT_EQ(s.quantities[found[3].quantity].metric, Metric::amount);
}

}  // namespace
}  // namespace roi::sensitivity_test
