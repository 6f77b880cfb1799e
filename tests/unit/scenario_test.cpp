#include "roi/scenario.h"

#include <gtest/gtest.h>

#include <cmath>

#include "json/document.h"

namespace roi {
namespace {

using test::is;
using Plan = test::DocumentPlan;

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
  const Plan plan(R"({"closeRate":0.1,"channels":[{"id":"a","closeRate":0.2},{"id":"b"}]})");
  const Scenario& s = plan.scenario();
  EXPECT_EQ(s.quantities[*given(s, 0, Metric::closeRate)].likely, 0.2);
  EXPECT_EQ(s.quantities[*given(s, 1, Metric::closeRate)].likely, 0.1);
  EXPECT_EQ(given(s, 1, Metric::margin), std::nullopt);
}

TEST(ScenarioTest, ValueField_ComesFromWhereTheValueIsStated) {
  const Plan plan(R"({"value":{"mode":"subscription","revenuePerMonth":30,"monthlyChurn":0.05},
    "channels":[{"id":"a","value":{"mode":"subscription","revenuePerMonth":50}},{"id":"b"}]})");
  const Scenario& s = plan.scenario();
  EXPECT_EQ(s.quantities[*valueInput(s, 0, Metric::revenuePerMonth)].likely, 50);
  EXPECT_EQ(valueInput(s, 0, Metric::monthlyChurn), std::nullopt);
  EXPECT_EQ(s.quantities[*valueInput(s, 1, Metric::monthlyChurn)].likely, 0.05);
}

bool marginBasis(const char* scenario) { return onMarginBasis(Plan(scenario).scenario()); }

TEST(ScenarioTest, Basis_IsMarginAsSoonAsOneIsKnown) {
  EXPECT_FALSE(marginBasis(R"({"channels":[{"id":"a"}]})"));
  EXPECT_TRUE(marginBasis(R"({"margin":0.5,"channels":[{"id":"a"}]})"));
  EXPECT_TRUE(marginBasis(R"({"channels":[{"id":"a"},{"id":"b","margin":0.5}]})"));
  EXPECT_TRUE(
      marginBasis(R"({"value":{"mode":"margin","marginPerCustomer":9},"channels":[{"id":"a"}]})"));
  EXPECT_TRUE(
      marginBasis(R"({"channels":[{"id":"a","value":{"mode":"margin","marginPerCustomer":9}}]})"));
}

TEST(ScenarioTest, StatedBasis_BeatsWhatIsKnown) {
  EXPECT_FALSE(marginBasis(R"({"basis":"revenue","margin":0.5,"channels":[{"id":"a"}]})"));
  EXPECT_TRUE(marginBasis(R"({"basis":"margin","channels":[{"id":"a"}]})"));
}

bool isKnown(const std::string& channel, Metric count, const std::string& action = "lead") {
  const Plan plan(R"({"action":")" + action + R"(","channels":[{"id":"a")" + channel + "}]}");
  return known(plan.scenario(), 0, count);
}

TEST(ScenarioTest, Count_IsKnownThroughTheStagesAbove) {
  using enum Metric;
  EXPECT_FALSE(isKnown("", impressions));
  EXPECT_TRUE(isKnown(R"(,"impressions":9)", impressions));
  EXPECT_TRUE(isKnown(R"(,"adSpendCpm":9)", impressions));
  EXPECT_FALSE(isKnown(R"(,"impressions":9)", clicks));
  EXPECT_TRUE(isKnown(R"(,"impressions":9,"ctr":0.5)", clicks));
  EXPECT_TRUE(isKnown(R"(,"adSpendCpc":9)", clicks));
  EXPECT_FALSE(isKnown(R"(,"conversionRate":0.5)", leads));
  EXPECT_TRUE(isKnown(R"(,"adSpendCpm":9,"ctr":0.5,"conversionRate":0.5)", leads));
  EXPECT_FALSE(isKnown(R"(,"leads":9)", customers));
  EXPECT_TRUE(isKnown(R"(,"leads":9,"closeRate":0.5)", customers));
  EXPECT_TRUE(isKnown(R"(,"customers":9)", customers));
}

TEST(ScenarioTest, OrdersAreCustomers_SoOnlyLeadsMakeThemKnown) {
  EXPECT_TRUE(isKnown(R"(,"leads":9)", Metric::customers, "order"));
  EXPECT_FALSE(isKnown(R"(,"customers":9)", Metric::customers, "order"));
}

TEST(ScenarioTest, AdSpendScales_UnlessAFeeIncludesIt) {
  const Plan plan(R"({"channels":[
    {"id":"a","costs":[{"kind":"adSpend","amount":9}]},
    {"id":"b","costs":[{"kind":"adSpend","amount":9},
                       {"kind":"fees","amount":9,"includesAdSpend":true}]},
    {"id":"c","costs":[{"kind":"tools","amount":9}]},
    {"id":"d","costs":[{"kind":"adSpend","amount":9},
                       {"kind":"fees","amount":9,"includesAdSpend":false}]}]})");
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

std::string refusalOf(const char* retention, const char* churn) {
  const auto outcome = test::decodeText(
      test::documentOf(R"({"value":{"mode":"subscription","revenuePerMonth":50,"monthlyChurn":)" +
                       std::string(churn) + R"(},"channels":[{"id":"a"}],
                       "time":{"monthlyRetention":)" +
                       retention + "}}")
          .dump());
  const Errors* errors = std::get_if<Errors>(&outcome);
  return errors ? test::listed(*errors) : "";
}

TEST(ScenarioTest, SubscribersOfWhomAnotherShareStaysThanChurnLeaves_AreRefused) {
  const std::string refusal = "retention.churn /scenarios/0/time/monthlyRetention\n";
  EXPECT_EQ(refusalOf("0.9", "0.04"), refusal);
  EXPECT_EQ(refusalOf(R"({"low":0.9,"likely":0.96,"high":0.98})", "0.04"), refusal);
  EXPECT_EQ(refusalOf("0.96", "0.04"), "");
  EXPECT_EQ(refusalOf("0.9", "0.1"), "");
  EXPECT_EQ(refusalOf(R"({"low":0.9,"likely":0.96,"high":0.98})",
                      R"({"low":0.02,"likely":0.04,"high":0.1})"),
            "");
}

TEST(ScenarioTest, OnlyAFee_CanIncludeAdSpend) {
  Plan plan(R"({"channels":[{"id":"a","costs":[
    {"kind":"adSpend","amount":1000,"includesAdSpend":true},
    {"kind":"tools","amount":50,"includesAdSpend":true}]}]})");
  EXPECT_FALSE(feeIncludesAdSpend(plan.scenario(), 0));
  EXPECT_TRUE(test::is(plan.channel(0, Metric::cost), 1050));
}

TEST(ScenarioTest, SharedLine_IsANonAdCostOfEveryChannel) {
  const Plan plan(R"({"channels":[{"id":"a"}],
    "sharedCosts":[{"kind":"tools","amount":9,"allocation":{"rule":"equally"}}]})");
  EXPECT_TRUE(hasNonAdCost(plan.scenario(), 0));
}

TEST(ScenarioTest, LeftOut_AreThoseThatLackAnInputForTheirReturn) {
  const Plan plan(R"({"value":{"mode":"revenue","revenuePerCustomer":100},"channels":[
    {"id":"whole","leads":9,"closeRate":0.5},
    {"id":"noCloseRate","leads":9},
    {"id":"noLeads","closeRate":0.5},
    {"id":"halfValue","customers":9,"value":{"mode":"orders","averageOrderValue":9}}]})");
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, true, true, true}));
}

TEST(ScenarioTest, LeftOut_OnMarginBasisIsAChannelWithoutMargin) {
  const Plan plan(R"({"value":{"mode":"revenue","revenuePerCustomer":100},"channels":[
    {"id":"a","customers":9,"margin":0.5},{"id":"b","customers":9},
    {"id":"c","customers":9,"value":{"mode":"margin","marginPerCustomer":9}}]})");
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, true, false}));
}

TEST(ScenarioTest, LeftOut_IsNobodyWhereItWouldBeEverybody) {
  const Plan plan(R"({"channels":[{"id":"a","leads":9},{"id":"b","closeRate":0.5}]})");
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, false}));
}

TEST(ScenarioTest, ZeroLeads_LeaveNobodyOut) {
  const Plan plan(R"({"value":{"mode":"revenue","revenuePerCustomer":100},"closeRate":0.1,
    "channels":[{"id":"a","leads":0},{"id":"b","leads":5}]})");
  EXPECT_EQ(leftOut(plan.scenario()), (std::vector<bool>{false, false}));
}

TEST(ScenarioTest, ChannelOfWhichNothingIsStated_IsNoPartOfThePlan) {
  Plan plan(R"({"value":{"mode":"revenue","revenuePerCustomer":100},"closeRate":0.5,
    "channels":[{"id":"a","leads":8,"costs":[{"kind":"adSpend","amount":100}]},
    {"id":"blank","name":"New","platform":"x","costs":[{"kind":"adSpend"}]},
    {"id":"b","leads":2,"costs":[{"kind":"adSpend","amount":50}]}],
    "sharedCosts":[{"kind":"tools","amount":30,"allocation":{"rule":"weights",
      "weights":[{"channel":"blank","weight":7},{"channel":"b","weight":1}]}},
      {"kind":"tools","amount":20,"allocation":{"rule":"equally"}}]})");
  EXPECT_TRUE(is(plan.total(Metric::cost), 200));
  EXPECT_TRUE(is(plan.total(Metric::return_), 500));
  EXPECT_TRUE(is(plan.channel(0, Metric::cost), 110));
  EXPECT_TRUE(is(plan.channel(1, Metric::cost), 90));
}

TEST(ScenarioTest, ChannelOfWhichOneFigureIsStated_IsPartOfThePlan) {
  for (const char* stated :
       {R"("leads":8)", R"("closeRate":0.5)", R"("costs":[{"kind":"people","hourlyCost":50}])"}) {
    const Plan plan(R"({"channels":[{"id":"a","leads":9},{"id":"b",)" + std::string(stated) +
                    "}]}");
    EXPECT_EQ(plan.scenario().channels.size(), 2) << stated;
  }
}

TEST(ScenarioTest, PlanOfBlankChannels_KeepsThem) {
  EXPECT_EQ(Plan(R"({"channels":[{"id":"a"},{"id":"b"}]})").scenario().channels.size(), 2);
}

}  // namespace
}  // namespace roi
