#include "roi/scenario.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/plan.h"

namespace roi::scenario_test {
namespace {

using enum Metric;
using test::is;
using test::Made;
using test::Plan;
using test::Typed;

Quantity range(double low, double high, Scale scale) {
  Quantity q;
  q.low = low;
  q.high = high;
  q.likelyGiven = false;
  q.scale = scale;
  q.pointer = "/here";
  return q;
}

Quantity range(double low, double likely, double high, Scale scale) {
  Quantity q = range(low, high, scale);
  q.likely = likely;
  q.likelyGiven = true;
  return q;
}

double likely(const Quantity& typed) {
  const Outcome<Quantity> made = makeQuantity(typed);
  const Quantity* quantity = std::get_if<Quantity>(&made);
  return quantity ? quantity->likely : std::nan("");
}

std::string refusal(const Quantity& typed) {
  const Outcome<Quantity> made = makeQuantity(typed);
  const Errors* errors = std::get_if<Errors>(&made);
  return errors ? test::listed(*errors) : "";
}

TEST(ScenarioTest, MoneyRange_HasItsGeometricMiddle) {
  EXPECT_NEAR(likely(range(4, 9, Scale::log)), 6, 6e-15);
  EXPECT_NEAR(likely(range(50, 200, Scale::log)), 100, 1e-13);
  EXPECT_NEAR(likely(range(2000, 4500, Scale::log)), 3000, 3e-12);
}

TEST(ScenarioTest, RateRange_HasTheMiddleOfItsOdds) {
  EXPECT_NEAR(likely(range(0.2, 0.8, Scale::logit)), 0.5, 1e-15);
  // odds 1/9 and 1: their middle is 1/3, the rate 1/4
  EXPECT_NEAR(likely(range(0.1, 0.5, Scale::logit)), 0.25, 1e-15);
  // odds 1/24 and 2/23: their middle is 1/sqrt(276)
  EXPECT_NEAR(likely(range(0.04, 0.08, Scale::logit)), 1 / (1 + std::sqrt(276)), 1e-16);
  // odds 1/19 and 3/17: their middle is sqrt(3/323)
  EXPECT_NEAR(likely(range(0.05, 0.15, Scale::logit)), 1 / (1 + std::sqrt(323.0 / 3)), 1e-16);
}

TEST(ScenarioTest, StatedLikely_StaysAsTyped) {
  EXPECT_EQ(likely(range(40, 50, 60, Scale::log)), 50);
  EXPECT_EQ(likely(range(0.01, 0.02, 0.3, Scale::logit)), 0.02);
}

TEST(ScenarioTest, SingleValue_MayBeZeroOrOne) {
  EXPECT_EQ(likely(range(0, 0, 0, Scale::log)), 0);
  EXPECT_EQ(likely(range(1, 1, 1, Scale::logit)), 1);
}

TEST(ScenarioTest, RangeThatDoesNotRise_IsRefused) {
  EXPECT_EQ(refusal(range(60, 40, Scale::log)), "range.order /here\n");
  EXPECT_EQ(refusal(range(50, 50, Scale::log)), "range.order /here\n");
  EXPECT_EQ(refusal(range(40, 40, 60, Scale::log)), "range.order /here\n");
  EXPECT_EQ(refusal(range(40, 60, 60, Scale::log)), "range.order /here\n");
  EXPECT_EQ(refusal(range(40, 70, 60, Scale::log)), "range.order /here\n");
}

TEST(ScenarioTest, RangeThatTouchesAnEndOfItsScale_IsRefused) {
  EXPECT_EQ(refusal(range(0, 60, Scale::log)), "range.edge /here\n");
  EXPECT_EQ(refusal(range(0, 0.6, Scale::logit)), "range.edge /here\n");
  EXPECT_EQ(refusal(range(0.4, 1, Scale::logit)), "range.edge /here\n");
  EXPECT_EQ(refusal(range(0, 0.1, 0.6, Scale::logit)), "range.edge /here\n");
}

TEST(ScenarioTest, MoneyRangeAboveOne_IsNoEdge) {
  EXPECT_EQ(refusal(range(0.5, 2, Scale::log)), "");
}

Scenario named(std::initializer_list<const char*> ids) {
  Scenario s;
  s.pointer = "/scenarios/0";
  for (const char* id : ids) {
    s.channels.emplace_back();
    s.channels.back().id = id;
  }
  return s;
}

TEST(ScenarioTest, RepeatedChannelId_IsRefusedWhereItRepeats) {
  const Outcome<Scenario> made = makeScenario(named({"a", "b", "a", "a"}));
  ASSERT_TRUE(std::holds_alternative<Errors>(made));
  EXPECT_EQ(test::listed(std::get<Errors>(made)),
            "id.duplicate /scenarios/0/channels/2/id\nid.duplicate /scenarios/0/channels/3/id\n");
}

TEST(ScenarioTest, OwnIds_AreAccepted) {
  EXPECT_TRUE(std::holds_alternative<Scenario>(makeScenario(named({"a", "b", "A"}))));
}

TEST(ScenarioTest, SecondRangedCountOfAChannel_IsRefused) {
  Scenario s = named({"a", "b"});
  s.quantities = {range(1, 2, Scale::log), range(3, 4, Scale::log)};
  s.quantities[1].pointer = "/second";
  s.channels[0].given[static_cast<std::size_t>(Metric::clicks)] = 0;
  s.channels[1].given[static_cast<std::size_t>(Metric::leads)] = 1;
  EXPECT_TRUE(std::holds_alternative<Scenario>(makeScenario(s)));
  s.channels[0].given[static_cast<std::size_t>(Metric::leads)] = 1;
  const Outcome<Scenario> made = makeScenario(s);
  ASSERT_TRUE(std::holds_alternative<Errors>(made));
  EXPECT_EQ(test::listed(std::get<Errors>(made)), "range.twoCounts /second\n");
}

TEST(ScenarioTest, Given_IsTheChannelsOwnBeforeThePlans) {
  const Plan plan(Made().with(closeRate, 0.1).channel("a", {{closeRate, 0.2}}).channel("b"));
  const Scenario& s = plan.scenario();
  EXPECT_EQ(s.quantities[*given(s, 0, Metric::closeRate)].likely, 0.2);
  EXPECT_EQ(s.quantities[*given(s, 1, Metric::closeRate)].likely, 0.1);
  EXPECT_EQ(given(s, 1, Metric::margin), std::nullopt);
}

TEST(ScenarioTest, ValueField_ComesFromWhereTheValueIsStated) {
  const Plan plan(Made()
                      .subscription(30, 0.05)
                      .channel("a")
                      .valued(ValueMode::subscription)
                      .with(revenuePerMonth, 50)
                      .channel("b"));
  const Scenario& s = plan.scenario();
  EXPECT_EQ(s.quantities[*valueInput(s, 0, Metric::revenuePerMonth)].likely, 50);
  EXPECT_EQ(valueInput(s, 0, Metric::monthlyChurn), std::nullopt);
  EXPECT_EQ(s.quantities[*valueInput(s, 1, Metric::monthlyChurn)].likely, 0.05);
}

bool marginBasis(const Made& scenario) { return onMarginBasis(Plan(scenario).scenario()); }

TEST(ScenarioTest, Basis_IsMarginAsSoonAsOneIsKnown) {
  EXPECT_FALSE(marginBasis(Made().channel("a")));
  EXPECT_TRUE(marginBasis(Made().with(margin, 0.5).channel("a")));
  EXPECT_TRUE(marginBasis(Made().channel("a").channel("b", {{margin, 0.5}})));
  EXPECT_TRUE(marginBasis(Made().worthMargin(9).channel("a")));
  EXPECT_TRUE(marginBasis(Made().channel("a").worthMargin(9)));
}

TEST(ScenarioTest, StatedBasis_BeatsWhatIsKnown) {
  EXPECT_FALSE(marginBasis(Made().basis(Basis::revenue).with(margin, 0.5).channel("a")));
  EXPECT_TRUE(marginBasis(Made().basis(Basis::margin).channel("a")));
}

bool isKnown(const test::AllStated& channel, Metric count, Action action = Action::lead) {
  return known(Made().action(action).channel("a", channel).scenario(), 0, count);
}

TEST(ScenarioTest, Count_IsKnownThroughTheStagesAbove) {
  EXPECT_FALSE(isKnown({}, impressions));
  EXPECT_TRUE(isKnown({{impressions, 9}}, impressions));
  EXPECT_TRUE(isKnown({{adSpendCpm, 9}}, impressions));
  EXPECT_FALSE(isKnown({{impressions, 9}}, clicks));
  EXPECT_TRUE(isKnown({{impressions, 9}, {ctr, 0.5}}, clicks));
  EXPECT_TRUE(isKnown({{adSpendCpc, 9}}, clicks));
  EXPECT_FALSE(isKnown({{conversionRate, 0.5}}, leads));
  EXPECT_TRUE(isKnown({{adSpendCpm, 9}, {ctr, 0.5}, {conversionRate, 0.5}}, leads));
  EXPECT_FALSE(isKnown({{leads, 9}}, customers));
  EXPECT_TRUE(isKnown({{leads, 9}, {closeRate, 0.5}}, customers));
  EXPECT_TRUE(isKnown({{customers, 9}}, customers));
}

TEST(ScenarioTest, OrdersAreCustomers_SoOnlyLeadsMakeThemKnown) {
  EXPECT_TRUE(isKnown({{leads, 9}}, Metric::customers, Action::order));
  EXPECT_FALSE(isKnown({{customers, 9}}, Metric::customers, Action::order));
}

TEST(ScenarioTest, AdSpendScales_UnlessAFeeIncludesIt) {
  const Plan plan(Made()
                      .channel("a")
                      .adSpend(9)
                      .channel("b")
                      .adSpend(9)
                      .cost(fees, 9)
                      .includingAdSpend()
                      .channel("c")
                      .cost(tools, 9)
                      .channel("d")
                      .costs({{adSpend, 9}, {fees, 9}}));
  const Scenario& s = plan.scenario();
  EXPECT_TRUE(scalesWithAdSpend(s, 0));
  EXPECT_FALSE(scalesWithAdSpend(s, 1));
  EXPECT_FALSE(scalesWithAdSpend(s, 2));
  EXPECT_TRUE(scalesWithAdSpend(s, 3));
  EXPECT_TRUE(hasAdSpend(s, 1));
  EXPECT_TRUE(feeIncludesAdSpend(s, 1));
  EXPECT_FALSE(hasNonAdCost(s, 0));
  EXPECT_TRUE(hasNonAdCost(s, 2));
}

std::string refusalOf(const Typed& retention, const Typed& churn) {
  const auto outcome = Made().subscription(50, churn).retention(retention).channel("a").outcome();
  const Errors* errors = std::get_if<Errors>(&outcome);
  return errors ? test::listed(*errors) : "";
}

TEST(ScenarioTest, SubscribersOfWhomAnotherShareStaysThanChurnLeaves_AreRefused) {
  const std::string refusal = "retention.churn /scenarios/0/time/monthlyRetention\n";
  EXPECT_EQ(refusalOf(0.9, 0.04), refusal);
  EXPECT_EQ(refusalOf({0.9, 0.96, 0.98}, 0.04), refusal);
  EXPECT_EQ(refusalOf(0.96, 0.04), "");
  EXPECT_EQ(refusalOf(0.9, 0.1), "");
  EXPECT_EQ(refusalOf({0.9, 0.96, 0.98}, {0.02, 0.04, 0.1}), "");
}

TEST(ScenarioTest, OnlyAFee_CanIncludeAdSpend) {
  Plan plan(
      Made().channel("a").adSpend(1000).includingAdSpend().cost(tools, 50).includingAdSpend());
  EXPECT_FALSE(feeIncludesAdSpend(plan.scenario(), 0));
  EXPECT_TRUE(test::is(plan.channel(0, Metric::cost), 1050));
}

TEST(ScenarioTest, SharedLine_IsANonAdCostOfEveryChannel) {
  const Plan plan(Made().channel("a").shared(tools, 9));
  EXPECT_TRUE(hasNonAdCost(plan.scenario(), 0));
}

TEST(ScenarioTest, LeftOut_AreThoseThatLackAnInputForTheirReturn) {
  const Plan plan(Made()
                      .worth(100)
                      .channel("whole", {{leads, 9}, {closeRate, 0.5}})
                      .channel("noCloseRate", {{leads, 9}})
                      .channel("noLeads", {{closeRate, 0.5}})
                      .channel("halfValue", {{customers, 9}})
                      .valued(ValueMode::orders)
                      .with(averageOrderValue, 9));
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, true, true, true}));
}

TEST(ScenarioTest, LeftOut_OnMarginBasisIsAChannelWithoutMargin) {
  const Plan plan(Made()
                      .worth(100)
                      .channel("a", {{customers, 9}, {margin, 0.5}})
                      .channel("b", {{customers, 9}})
                      .channel("c", {{customers, 9}})
                      .worthMargin(9));
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, true, false}));
}

TEST(ScenarioTest, LeftOut_IsNobodyWhereItWouldBeEverybody) {
  const Plan plan(Made().channel("a", {{leads, 9}}).channel("b", {{closeRate, 0.5}}));
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, false}));
}

TEST(ScenarioTest, ZeroLeads_LeaveNobodyOut) {
  const Plan plan(
      Made().worth(100).with(closeRate, 0.1).channel("a", {{leads, 0}}).channel("b", {{leads, 5}}));
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, false}));
}

TEST(ScenarioTest, ChannelOfWhichNothingIsStated_IsNoPartOfThePlan) {
  Plan plan(Made()
                .worth(100)
                .with(closeRate, 0.5)
                .channel("a", {{leads, 8}})
                .adSpend(100)
                .channel("blank")
                .line(adSpend)
                .channel("b", {{leads, 2}})
                .adSpend(50)
                .shared(tools, 30, Allocation::weights)
                .weighing(1, 7)
                .weighing(2, 1)
                .shared(tools, 20));
  EXPECT_TRUE(is(plan.total(Metric::cost), 200));
  EXPECT_TRUE(is(plan.total(Metric::return_), 500));
  EXPECT_TRUE(is(plan.channel(0, Metric::cost), 110));
  EXPECT_TRUE(is(plan.channel(1, Metric::cost), 90));
}

TEST(ScenarioTest, ChannelOfWhichOneFigureIsStated_IsPartOfThePlan) {
  const Made plan = Made().channel("a", {{leads, 9}}).channel("b");
  EXPECT_EQ(Made(plan).scenario().channels.size(), 1);
  EXPECT_EQ(Made(plan).with(leads, 8).scenario().channels.size(), 2);
  EXPECT_EQ(Made(plan).with(closeRate, 0.5).scenario().channels.size(), 2);
  EXPECT_EQ(Made(plan).line(people).hourlyCost(50).scenario().channels.size(), 2);
}

TEST(ScenarioTest, PlanOfBlankChannels_KeepsThem) {
  EXPECT_EQ(Plan(Made().channel("a").channel("b")).scenario().channels.size(), 2);
}

}  // namespace
}  // namespace roi::scenario_test
