#include "roi/sensitivity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "json/document.h"
#include "json/request.h"
#include "unit/made.h"

namespace roi {
namespace {

using enum Metric;
using test::near;

struct Asked {
  explicit Asked(const char* scenario)
      : document(test::decoded(test::documentOf(scenario))), recorded(plan()) {}
  const Scenario& plan() const { return document.front().scenario; }
  Trace total(Metric m) { return recorded.sheet(plan().channels.size(), m); }

  json::Document document;
  Recorded recorded;
};

std::vector<LeverEffect> effectsOn(const char* scenario, Metric m) {
  Asked asked(scenario);
  const Levers form = levers(asked.plan());
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
      effectsOn(R"({"closeRate":0.1,"value":{"mode":"revenue","revenuePerCustomer":150},
    "channels":[{"id":"a","clicks":4000,"leads":346,"costs":[{"kind":"adSpend","amount":1000}]}]})",
                profit);
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

TEST(SensitivityTest, WithSharedLines_NoLeverIsSaidToMoveWhatTellsCostsApart) {
  const auto plan = [](const char* shared) {
    return std::string(R"({"closeRate":0.1,"value":{"mode":"revenue","revenuePerCustomer":100},
    "channels":[{"id":"a","leads":10,"costs":[{"kind":"tools","amount":50}]}],"sharedCosts":[)") +
           shared + "]}";
  };
  const std::string alone = plan("");
  const std::string together =
      plan(R"({"kind":"tools","amount":30,"allocation":{"rule":"equally"}})");
  EXPECT_TRUE(near(find(effectsOn(alone.c_str(), ownCost), tools, 0)->percent, 0.5, 1e-12));
  for (const Metric m : {ownCost, tools, sharedCosts}) {
    EXPECT_TRUE(effectsOn(together.c_str(), m).empty()) << info(m).id;
  }
  EXPECT_TRUE(near(find(effectsOn(together.c_str(), cost), tools, 0)->percent, 0.8, 1e-12));
}

TEST(SensitivityTest, Effects_AreByKindFirstAndTheStrongestFirst) {
  const auto all =
      effectsOn(R"({"closeRate":0.1,"value":{"mode":"revenue","revenuePerCustomer":100},
    "channels":[{"id":"a","leads":10,"costs":[{"kind":"adSpend","amount":5}]},
                {"id":"b","clicks":100,"conversionRate":0.3}]})",
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
  const auto all = effectsOn(R"({"value":{"mode":"revenue","revenuePerCustomer":100},
    "channels":[{"id":"a","customers":10,"costs":[{"kind":"adSpend","amount":1000}]}]})",
                             profit);
  ASSERT_TRUE(find(all, adSpend, 0));
  EXPECT_TRUE(test::lacks(find(all, adSpend, 0)->elasticity, "zero:profit"));
}

TEST(SensitivityTest, Swings_AreTheScenarioAtEachEndTheWidestFirst) {
  Asked asked(R"({"closeRate":{"low":0.05,"likely":0.1,"high":0.3},
    "value":{"mode":"revenue","revenuePerCustomer":{"low":100,"likely":150,"high":160}},
    "channels":[{"id":"a","leads":{"low":50,"likely":100,"high":120},
    "costs":[{"kind":"adSpend","amount":{"low":400,"likely":500,"high":900}}]}]})");
  const auto list = swings(asked.total(Metric::roi), asked.plan().quantities);
  ASSERT_EQ(list.size(), 4U);
  double last = INFINITY;
  for (const Swing& swing : list) {
    Scenario moved = asked.plan();
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
  EXPECT_TRUE(swings(asked.total(leads), asked.plan().quantities).size() == 1);
}

TEST(SensitivityTest, RangeAtWhoseEndAProductVanishes_HasNoSwing) {
  std::string years = "0";  // a retention of 1e-9 over 40 years is less than a double can be
  for (int year = 1; year < 40; ++year) years += ",0";
  Asked asked((R"({"channels":[{"id":"a","customers":10,"value":{"mode":"discounted",
    "yearlyRevenue":[)" +
               years + R"(,100],"retention":{"low":1e-9,"high":0.9},"discountRate":0.05},
    "costs":[{"kind":"adSpend","amount":{"low":1,"high":2}}]}]})")
                  .c_str());
  const Trace figure = asked.total(breakEvenCustomers);
  ASSERT_TRUE(figure.figure().defined());
  const auto list = swings(figure, asked.plan().quantities);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(asked.plan().quantities[list[0].quantity].metric, amount);
}

std::vector<VarianceShare> sharesOf(Asked& asked, Metric m, std::size_t trials = 32'768) {
  const Trace figure = asked.total(m);
  return varianceShares(figure, asked.plan().quantities, swings(figure, asked.plan().quantities), 1,
                        trials);
}

TEST(SensitivityTest, SharesOfAProductOfLognormals_AreTheClosedForm) {
  Asked asked(R"({"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":{"low":100,"high":900}},
    "channels":[{"id":"a","leads":{"low":50,"high":200},
    "costs":[{"kind":"adSpend","amount":{"low":1,"high":2}}]}]})");
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
  Asked asked(R"({"closeRate":{"low":0.05,"high":0.1},"value":{"mode":"revenue",
    "revenuePerCustomer":{"low":100,"high":900,"movesWith":{"group":"g","strength":0.8}}},
    "channels":[{"id":"a",
    "leads":{"low":50,"high":200,"movesWith":{"group":"g","strength":0.8}}}]})");
  const auto shares = sharesOf(asked, return_);
  ASSERT_EQ(shares.size(), 2U);
  EXPECT_EQ(shares[0].quantities.size(), 2U);
  EXPECT_EQ(shares[1].quantities.size(), 1U);
  EXPECT_GT(shares[0].share, 0.8);
  EXPECT_LT(shares[0].share + shares[1].share, 1.05);
}

TEST(SensitivityTest, Shares_AreOfAsManyTrialsAsAsked) {
  Asked asked(R"({"value":{"mode":"revenue","revenuePerCustomer":{"low":100,"high":900}},
    "channels":[{"id":"a","customers":{"low":50,"high":200}}]})");
  EXPECT_NE(sharesOf(asked, return_, 600)[0].share, sharesOf(asked, return_, 768)[0].share);
}

TEST(SensitivityTest, TheOnlyRange_HasAllOfTheVariance) {
  Asked asked(R"({"value":{"mode":"revenue","revenuePerCustomer":10},
    "channels":[{"id":"a","customers":{"low":50,"high":200}}]})");
  const auto shares = sharesOf(asked, return_);
  ASSERT_EQ(shares.size(), 1U);
  EXPECT_EQ(shares[0].share, 1);
  EXPECT_EQ(shares[0].error, 0);
  EXPECT_TRUE(sharesOf(asked, Metric::roi).empty());  // undefined without cost
  EXPECT_TRUE(sharesOf(asked, cost).empty());
}

TEST(SensitivityTest, ARangeThatMovesNothing_HasNoShare) {
  Asked asked(R"({"closeRate":{"low":0.05,"high":0.2},
    "value":{"mode":"revenue","revenuePerCustomer":10},"channels":[{"id":"a","leads":0,
    "costs":[{"kind":"adSpend","amount":70}]}]})");
  EXPECT_TRUE(sharesOf(asked, profit).empty());  // -70 whatever the rate
}

TEST(SensitivityTest, Together_IsWhatNoRangeAloneExplains) {
  EXPECT_EQ(together({}), 1);
  EXPECT_NEAR(together({{{0}, 0.5, 0.01}, {{1, 2}, 0.25, 0.01}}), 0.25, 1e-15);
}

TEST(SensitivityTest, Influences_AreRangesThenSingleFiguresByTheirElasticity) {
  // profit = leads x 0.1 x worth - ad spend
  const Scenario s = test::Made(300).channel("a", 100, 1000).plan().worth({200, 450}).scenario();
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
}  // namespace roi
