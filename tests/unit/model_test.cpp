#include "roi/model.h"

#include <gtest/gtest.h>

#include <functional>

#include "roi/verdict.h"
#include "unit/plan.h"

namespace roi::model_test {
namespace {

using enum Metric;
using test::is;
using test::lacks;
using test::Made;
using test::Plan;

/// A channel of which nothing is stated.
Made blank() { return Made().channel("a"); }

/// A channel with one customer.
Made one() { return Made().channel("a", {{customers, 1}}); }

// Funnel

TEST(ModelTest, Funnel_GoesFromImpressionsToCustomers) {
  Plan plan(Made().channel(
      "a", {{impressions, 50000}, {ctr, 0.04}, {conversionRate, 0.05}, {closeRate, 0.2}}));
  EXPECT_TRUE(is(plan.channel(0, clicks), 2000));
  EXPECT_TRUE(is(plan.channel(0, leads), 100));
  EXPECT_TRUE(is(plan.channel(0, customers), 20));
}

TEST(ModelTest, Clicks_FollowFromAdSpendAndCpc) {
  Plan plan(Made().channel("a", {{adSpendCpc, 2}}).adSpend(500));
  EXPECT_TRUE(is(plan.channel(0, clicks), 250));
  EXPECT_TRUE(is(plan.channel(0, adSpendCpc), 2));
}

TEST(ModelTest, Impressions_FollowFromAdSpendAndCpm) {
  Plan plan(Made().channel("a", {{adSpendCpm, 10}, {ctr, 0.02}}).adSpend(500));
  EXPECT_TRUE(is(plan.channel(0, impressions), 50000));
  EXPECT_TRUE(is(plan.channel(0, clicks), 1000));
  EXPECT_TRUE(is(plan.channel(0, adSpendCpm), 10));
}

TEST(ModelTest, CtrAndImpressions_BeatCpc) {
  Plan plan(Made().channel("a", {{impressions, 1000}, {ctr, 0.1}, {adSpendCpc, 2}}).adSpend(500));
  EXPECT_TRUE(is(plan.channel(0, clicks), 100));
  EXPECT_TRUE(is(plan.channel(0, adSpendCpc), 5));
}

TEST(ModelTest, CtrWithoutImpressions_LeavesClicksToCpc) {
  Plan plan(Made().channel("a", {{ctr, 0.1}, {adSpendCpc, 2}}).adSpend(500));
  EXPECT_TRUE(is(plan.channel(0, clicks), 250));
  EXPECT_TRUE(is(plan.channel(0, ctr), 0.1));
}

TEST(ModelTest, CpcAndImpressions_GiveTheCtr) {
  Plan plan(Made().channel("a", {{impressions, 10000}, {adSpendCpc, 2}}).adSpend(500));
  EXPECT_TRUE(is(plan.channel(0, ctr), 0.025));
}

TEST(ModelTest, Counts_BeatRatesAtEveryStage) {
  Plan plan(Made().channel("a", {{impressions, 10000},
                                 {ctr, 0.5},
                                 {adSpendCpc, 9},
                                 {clicks, 200},
                                 {conversionRate, 0.5},
                                 {leads, 10},
                                 {closeRate, 0.9},
                                 {customers, 4}}));
  EXPECT_TRUE(is(plan.channel(0, clicks), 200));
  EXPECT_TRUE(is(plan.channel(0, ctr), 0.02));
  EXPECT_TRUE(is(plan.channel(0, leads), 10));
  EXPECT_TRUE(is(plan.channel(0, conversionRate), 0.05));
  EXPECT_TRUE(is(plan.channel(0, customers), 4));
  EXPECT_TRUE(is(plan.channel(0, closeRate), 0.4));
}

TEST(ModelTest, Cpm_DoesNotBeatTypedImpressions) {
  Plan plan(Made().channel("a", {{impressions, 2000}, {adSpendCpm, 10}}).adSpend(500));
  EXPECT_TRUE(is(plan.channel(0, impressions), 2000));
  EXPECT_TRUE(is(plan.channel(0, adSpendCpm), 250));
}

TEST(ModelTest, Conversion_IsLeadsPerClickAndNotClicksPerLead) {
  Plan plan(Made().channel("a", {{clicks, 400}, {leads, 10}}));
  EXPECT_TRUE(is(plan.channel(0, conversionRate), 0.025));
}

TEST(ModelTest, Order_ClosesEveryLead) {
  Made scenario = Made().channel("a", {{leads, 40}, {closeRate, 0.1}, {customers, 7}});
  scenario.action(Action::order);
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.channel(0, closeRate), 1));
  EXPECT_TRUE(is(plan.channel(0, customers), 40));
  EXPECT_TRUE(is(plan.total(closeRate), 1));
}

TEST(ModelTest, IncrementalShare_IsAllUnlessStated) {
  Plan plan(Made()
                .channel("a", {{customers, 40}})
                .channel("b", {{customers, 40}, {incrementalShare, 0.75}}));
  EXPECT_TRUE(is(plan.channel(0, incrementalShare), 1));
  EXPECT_TRUE(is(plan.channel(1, incrementalCustomers), 30));
  EXPECT_TRUE(is(plan.total(incrementalShare), 70.0 / 80));
}

TEST(ModelTest, ZeroCustomers_AreNotOne) {
  Plan plan(Made().channel("a", {{leads, 10}, {customers, 0}}).worth(100).cost(tools, 50));
  EXPECT_TRUE(is(plan.channel(0, revenue), 0));
  EXPECT_TRUE(is(plan.channel(0, roi), -1));
  EXPECT_TRUE(lacks(plan.channel(0, fullCostCac), "zero:customers"));
}

// Undefined

TEST(ModelTest, MissingInput_IsNamedWhereTheFormulaMeetsItFirst) {
  Plan none(Made().channel("a"));
  EXPECT_TRUE(lacks(none.channel(0, impressions), "missing:impressions"));
  EXPECT_TRUE(lacks(none.channel(0, clicks), "missing:clicks"));
  EXPECT_TRUE(lacks(none.channel(0, leads), "missing:leads"));
  EXPECT_TRUE(lacks(none.channel(0, customers), "missing:leads"));
  EXPECT_TRUE(lacks(none.channel(0, revenue), "missing:leads"));
  EXPECT_TRUE(lacks(none.channel(0, roi), "missing:leads"));
  EXPECT_TRUE(lacks(none.channel(0, returnPerCustomer), "missing:value"));
  EXPECT_TRUE(lacks(none.channel(0, breakEvenCpl), "missing:closeRate"));
}

TEST(ModelTest, Reason_MovesDownTheFunnelWithWhatIsTyped) {
  EXPECT_TRUE(lacks(Plan(Made().channel("a", {{leads, 5}})).channel(0, roi), "missing:closeRate"));
  EXPECT_TRUE(lacks(Plan(Made().channel("a", {{customers, 5}})).channel(0, roi), "missing:value"));
  EXPECT_TRUE(
      lacks(Plan(Made().channel("a", {{conversionRate, 0.5}})).channel(0, roi), "missing:clicks"));
  EXPECT_TRUE(
      lacks(Plan(Made().channel("a", {{ctr, 0.5}})).channel(0, clicks), "missing:impressions"));
  EXPECT_TRUE(
      lacks(Plan(Made().channel("a", {{impressions, 9}, {conversionRate, 0.5}})).channel(0, leads),
            "missing:ctr"));
}

TEST(ModelTest, MarginBasisWithoutMargin_LacksTheMargin) {
  Made scenario = Made().channel("a", {{customers, 5}}).worth(9);
  scenario.basis(Basis::margin);
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.channel(0, revenue), 45));
  EXPECT_TRUE(lacks(plan.channel(0, return_), "missing:margin"));
  EXPECT_TRUE(lacks(plan.channel(0, returnPerCustomer), "missing:margin"));
}

TEST(ModelTest, ZeroDenominator_IsNamed) {
  Plan plan(
      Made().channel("a", {{impressions, 0}, {clicks, 0}, {leads, 0}, {customers, 0}}).worth(9));
  EXPECT_TRUE(lacks(plan.channel(0, ctr), "zero:impressions"));
  EXPECT_TRUE(lacks(plan.channel(0, conversionRate), "zero:clicks"));
  EXPECT_TRUE(lacks(plan.channel(0, closeRate), "zero:leads"));
  EXPECT_TRUE(lacks(plan.channel(0, roi), "zero:cost"));
  EXPECT_TRUE(lacks(plan.channel(0, roas), "zero:adSpend"));
  EXPECT_TRUE(lacks(plan.channel(0, adSpendCpm), "zero:impressions"));
  EXPECT_TRUE(lacks(plan.channel(0, adSpendCpc), "zero:clicks"));
  EXPECT_TRUE(lacks(plan.channel(0, fullCostCpl), "zero:leads"));
  EXPECT_TRUE(lacks(plan.channel(0, breakEvenValue), "zero:incrementalCustomers"));
  EXPECT_TRUE(lacks(plan.channel(0, breakEvenCpl), "zero:leads"));
  EXPECT_TRUE(lacks(plan.total(returnShare), "zero:return"));
}

TEST(ModelTest, Losses_AreNormalAnswers) {
  Plan plan(Made().channel("a", {{customers, 1}}).worth(100).cost(tools, 400));
  EXPECT_TRUE(is(plan.channel(0, profit), -300));
  EXPECT_TRUE(is(plan.channel(0, roi), -0.75));
}

// Value

Figure<> valueOfMode(const Made& plan) { return Plan(plan).channel(0, Metric::value); }

TEST(ModelTest, Value_IsWorkedOutInEveryMode) {
  EXPECT_TRUE(is(valueOfMode(one().worth(150)), 150));
  EXPECT_TRUE(is(valueOfMode(one().worthMargin(40)), 40));
  EXPECT_TRUE(is(valueOfMode(one().orders(50, 4, 3)), 600));
  EXPECT_TRUE(is(valueOfMode(one().subscription(30, 0.05)), 600));
}

TEST(ModelTest, DiscountedValue_SumsWhatEachYearIsWorthToday) {
  // 100 + 80 x 0.5/1.25 + 60 x (0.5/1.25)^2 = 100 + 32 + 9.6
  EXPECT_TRUE(is(valueOfMode(one().discounted({100, 80, 60}, 0.5, 0.25)), 141.6));
  EXPECT_TRUE(is(valueOfMode(one().discounted({100}, 0.5, 0.25)), 100));
}

TEST(ModelTest, Value_LacksTheFirstFieldOfItsMode) {
  EXPECT_TRUE(lacks(valueOfMode(one().valued(ValueMode::revenue)), "missing:revenuePerCustomer"));
  EXPECT_TRUE(lacks(valueOfMode(one().valued(ValueMode::margin)), "missing:marginPerCustomer"));
  EXPECT_TRUE(lacks(valueOfMode(one().valued(ValueMode::orders).with(years, 2)),
                    "missing:averageOrderValue"));
  EXPECT_TRUE(
      lacks(valueOfMode(one().valued(ValueMode::orders).with({{averageOrderValue, 2}, {years, 2}})),
            "missing:ordersPerYear"));
  EXPECT_TRUE(lacks(valueOfMode(one().valued(ValueMode::subscription).with(revenuePerMonth, 30)),
                    "missing:monthlyChurn"));
  EXPECT_TRUE(lacks(valueOfMode(one().valued(ValueMode::discounted).with(retention, 0.5)),
                    "missing:yearlyRevenue"));
  EXPECT_TRUE(
      lacks(valueOfMode(one().valued(ValueMode::discounted).yearly({9, 9}).with(retention, 0.5)),
            "missing:discountRate"));
}

TEST(ModelTest, SubscriptionWithoutChurn_HasNoFiniteValue) {
  EXPECT_TRUE(lacks(valueOfMode(one().subscription(30, 0)), "zero:monthlyChurn"));
}

TEST(ModelTest, FieldsOfOtherModes_AreNotCalculatedWith) {
  EXPECT_TRUE(is(
      valueOfMode(
          one()
              .valued(ValueMode::revenue)
              .with({{revenuePerCustomer, 150}, {marginPerCustomer, 40}, {averageOrderValue, 7}})),
      150));
}

TEST(ModelTest, ValueTypedAsMargin_HasNoRevenueAndNoRoas) {
  Plan plan(
      Made().channel("a", {{customers, 10}, {incrementalShare, 0.5}}).worthMargin(40).adSpend(100));
  EXPECT_TRUE(lacks(plan.channel(0, revenue), "missing:revenue"));
  EXPECT_TRUE(lacks(plan.channel(0, roas), "missing:revenue"));
  EXPECT_TRUE(lacks(plan.channel(0, breakEvenRoas), "missing:revenue"));
  EXPECT_TRUE(is(plan.channel(0, return_), 200));
  EXPECT_TRUE(is(plan.channel(0, roi), 1));
  EXPECT_TRUE(lacks(plan.total(revenue), "missing:revenue"));
  EXPECT_TRUE(is(plan.total(Metric::value), 40));
}

TEST(ModelTest, ValueTypedAsMargin_IsNotMultipliedByTheMarginAgain) {
  Plan plan(Made().with(margin, 0.3).channel("a", {{customers, 10}}).worthMargin(40));
  EXPECT_TRUE(is(plan.channel(0, return_), 400));
  EXPECT_TRUE(is(plan.channel(0, returnPerCustomer), 40));
}

TEST(ModelTest, RevenueBasis_DoesNotCountTheMargin) {
  Plan plan(
      Made().basis(Basis::revenue).with(margin, 0.3).channel("a", {{customers, 10}}).worth(40));
  EXPECT_TRUE(is(plan.channel(0, return_), 400));
  EXPECT_TRUE(is(plan.channel(0, margin), 0.3));
}

TEST(ModelTest, TotalMarginOnRevenueBasis_WeighsTypedMarginsByTheRevenue) {
  const Made both = Made()
                        .basis(Basis::revenue)
                        .channel("a", {{customers, 10}, {margin, 0.3}})
                        .worth(40)
                        .channel("b", {{customers, 10}, {margin, 0.5}})
                        .worth(120);
  EXPECT_TRUE(is(Plan(both).total(margin), (0.3 * 400 + 0.5 * 1200) / 1600));
  const Made lacking = Made()
                           .basis(Basis::revenue)
                           .channel("a", {{customers, 10}, {margin, 0.3}})
                           .worth(40)
                           .channel("b", {{customers, 10}})
                           .worth(120);
  EXPECT_TRUE(lacks(Plan(lacking).total(margin), "missing:margin"));
}

TEST(ModelTest, TotalMargin_IsOfTheChannelsThatCount) {
  Plan plan(Made()
                .channel("a", {{customers, 10}, {margin, 0.3}})
                .worth(40)
                .channel("b", {{customers, 10}})
                .worth(120));
  EXPECT_TRUE(is(plan.total(margin), 0.3));
}

// The default example: 65 000 for 12 000 subscribers, 1 in 10 a customer, worth 150: 180 000.
Made example() { return Made(150).channel("a", {{leads, 12000}}).adSpend(65000); }

TEST(ModelTest, BreakEvenMargin_IsTheShareOfTheRevenueThatTheCostTakes) {
  Plan plan(example());
  EXPECT_TRUE(is(plan.total(breakEvenMargin), 65.0 / 180));
  EXPECT_TRUE(is(plan.total(breakEvenShare), 65.0 / 180));
  EXPECT_TRUE(is(plan.channel(0, breakEvenMargin), 65.0 / 180));
}

TEST(ModelTest, BreakEvenShare_CountsTheMarginAndBreakEvenMarginDoesNot) {
  Made scenario = example();
  scenario.plan().with(margin, 0.3);
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.total(breakEvenMargin), 65.0 / 180));
  EXPECT_TRUE(is(plan.total(breakEvenShare), 65.0 / 54)) << "loses even if all of it is real";
}

TEST(ModelTest, BreakEvenMarginAndShare_AreOfTheChannelsThatCount) {
  Plan plan(Made()
                .channel("a", {{customers, 10}})
                .worth(40)
                .adSpend(100)
                .channel("b", {{customers, 10}})
                .adSpend(900));
  EXPECT_TRUE(is(plan.total(breakEvenMargin), 100.0 / 400));
  EXPECT_TRUE(is(plan.total(breakEvenShare), 100.0 / 400));
  EXPECT_TRUE(lacks(plan.channel(1, breakEvenMargin), "missing:value"));
}

TEST(ModelTest, BreakEvenMargin_NeedsARevenue) {
  Plan plan(Made().channel("a", {{customers, 10}}).worthMargin(40).cost(tools, 100));
  EXPECT_TRUE(lacks(plan.total(breakEvenMargin), "missing:revenue"));
  EXPECT_TRUE(is(plan.total(breakEvenShare), 100.0 / 400));
}

/// The example with a margin of 60 %, of whose return half is believed.
Made believingHalf() {
  Made scenario = example();
  scenario.plan().with(margin, 0.6);
  return scenario;
}

TEST(ModelTest, BelievingHalf_HalvesTheReturnAndWhatRestsOnIt) {
  Plan all(believingHalf());
  Plan half(believingHalf().scenario(), 0.5);
  EXPECT_TRUE(is(half.total(return_), 54'000));
  EXPECT_TRUE(is(half.total(profit), 54'000 - 65'000));
  EXPECT_TRUE(is(half.channel(0, returnPerCustomer), 45));
  EXPECT_TRUE(is(half.channel(0, breakEvenCpl), 4.5));
  EXPECT_TRUE(is(half.total(breakEvenCpl), 4.5));
  EXPECT_TRUE(is(half.total(breakEvenCustomers), 65'000 / 45.0));
  EXPECT_TRUE(is(half.total(breakEvenValue), 65'000 / 1200.0 / 0.5 / 0.6));
  EXPECT_TRUE(is(half.total(breakEvenRoas), 1 / 0.5 / 0.6));
  for (const Metric m : {leads, customers, allRevenue, revenue, grossProfit, margin, roas,
                         incrementalRoas, value, breakEvenMargin, breakEvenShare}) {
    EXPECT_TRUE(is(half.total(m), all.total(m).value)) << info(m).id;
  }
}

TEST(ModelTest, TotalMargin_IsThatOfTheRevenue) {
  Plan plan(Made()
                .channel("a", {{customers, 10}, {margin, 0.3}})
                .worth(40)
                .channel("b", {{customers, 10}, {margin, 0.5}})
                .worth(120));
  EXPECT_TRUE(is(plan.total(margin), (120.0 + 600) / 1600));
}

TEST(ModelTest, ValueTypedAsMargin_HasNoReturnOnRevenueBasis) {
  Plan plan(Made()
                .basis(Basis::revenue)
                .channel("a", {{leads, 10}, {closeRate, 0.5}})
                .worthMargin(40)
                .cost(tools, 100));
  EXPECT_TRUE(lacks(plan.channel(0, return_), "missing:revenue"));
  EXPECT_TRUE(lacks(plan.total(roi), "missing:revenue"));
}

TEST(ModelTest, ValueTypedAsMargin_HasNoBreakEvenOnRevenueBasis) {
  Plan plan(Made()
                .basis(Basis::revenue)
                .channel("a", {{leads, 10}, {closeRate, 0.5}})
                .worthMargin(40)
                .cost(tools, 100));
  EXPECT_TRUE(lacks(plan.channel(0, returnPerCustomer), "missing:revenue"));
  EXPECT_TRUE(lacks(plan.channel(0, breakEvenCpl), "missing:revenue"));
}

// Cost

Figure<> costOf(Made plan, double months = 1) { return Plan(plan.months(months)).channel(0, cost); }

TEST(ModelTest, Line_IsItsAmountOrItsHoursTimesTheirCost) {
  EXPECT_TRUE(is(costOf(blank().cost(tools, 90)), 90));
  EXPECT_TRUE(is(costOf(blank().work(people, 12, 35)), 420));
  // 40000 / 1600 = 25 an hour
  EXPECT_TRUE(is(costOf(blank().salaried(people, 12, 40000, 1600)), 300));
}

TEST(ModelTest, Line_AmountBeatsHoursAndHourlyCostBeatsSalary) {
  EXPECT_TRUE(is(costOf(blank().line(people).amount(7).hours(12).hourlyCost(35)), 7));
  EXPECT_TRUE(is(costOf(blank().line(people).hours(2).hourlyCost(35).yearlySalary(40000)), 70));
}

TEST(ModelTest, Line_LacksWhatItsFormNeeds) {
  EXPECT_TRUE(lacks(costOf(blank().line(tools)), "missing:amount"));
  EXPECT_TRUE(lacks(costOf(blank().line(people).hours(3)), "missing:hourlyCost"));
  EXPECT_TRUE(lacks(costOf(blank().line(people).hourlyCost(3)), "missing:hours"));
  EXPECT_TRUE(lacks(costOf(blank().line(people).hours(3).yearlySalary(9)), "missing:yearlyHours"));
  EXPECT_TRUE(lacks(costOf(blank().salaried(people, 3, 9, 0)), "zero:yearlyHours"));
}

TEST(ModelTest, Share_TakesItsPartOfAnyLine) {
  EXPECT_TRUE(is(costOf(blank().cost(tools, 90).share(0.25)), 22.5));
  EXPECT_TRUE(is(costOf(blank().work(people, 10, 30).share(0.5)), 150));
}

TEST(ModelTest, LineWithItsOwnPeriod_IsProrated) {
  const Made yearly = blank().cost(tools, 1200).per(12);
  EXPECT_TRUE(is(costOf(yearly), 100));
  EXPECT_TRUE(is(costOf(yearly, 3), 300));
  EXPECT_TRUE(is(costOf(yearly, 1.5), 150));
  EXPECT_TRUE(is(costOf(blank().cost(tools, 40).per(1), 12), 480));
  EXPECT_TRUE(is(costOf(blank().cost(fees, 900).per(6), 2), 300));
}

TEST(ModelTest, Proration_FollowsTheShare) {
  EXPECT_TRUE(is(costOf(blank().cost(tools, 1200).share(0.5).per(12), 3), 150));
}

TEST(ModelTest, Cost_SumsEveryKindOnce) {
  Plan plan(Made().channel("a").costs({{adSpend, 1},
                                       {tools, 2},
                                       {people, 4},
                                       {production, 8},
                                       {fees, 16},
                                       {otherCosts, 32},
                                       {tools, 64}}));
  EXPECT_TRUE(is(plan.channel(0, tools), 66));
  EXPECT_TRUE(is(plan.channel(0, otherCosts), 32));
  EXPECT_TRUE(is(plan.channel(0, nonAdCost), 126));
  EXPECT_TRUE(is(plan.channel(0, cost), 127));
  EXPECT_TRUE(is(plan.total(cost), 127));
}

TEST(ModelTest, AdSpend_IsNotCountedTwiceWhereAFeeIncludesIt) {
  Plan plan(Made(300, 0.5)
                .channel("a", {{leads, 10}})
                .adSpend(500)
                .cost(fees, 750)
                .includingAdSpend()
                .cost(tools, 50)
                .channel("b", {{leads, 10}})
                .adSpend(100));
  EXPECT_TRUE(is(plan.channel(0, cost), 800));
  EXPECT_TRUE(is(plan.channel(0, adSpend), 500));
  EXPECT_TRUE(is(plan.channel(0, roas), 3));
  EXPECT_TRUE(is(plan.channel(0, adSpendCpl), 50));
  EXPECT_TRUE(is(plan.channel(0, fullCostCpl), 80));
  EXPECT_TRUE(is(plan.total(cost), 900));
  EXPECT_TRUE(is(plan.total(roas), 5));
}

TEST(ModelTest, Profit_SubtractsTheCostOnce) {
  // Calculator Collection: 1500 + 600 + 100 + 20 h x 50 against 8000: 4800, 150 %
  Plan plan(Made()
                .channel("a", {{customers, 1}})
                .worth(8000)
                .costs({{adSpend, 1500}, {production, 600}, {tools, 100}})
                .work(people, 20, 50));
  EXPECT_TRUE(is(plan.total(cost), 3200));
  EXPECT_TRUE(is(plan.total(profit), 4800));
  EXPECT_TRUE(is(plan.total(roi), 1.5));
}

// Shared costs

Made sharing(Allocation rule) {
  return Made()
      .channel("a", {{leads, 10}})
      .adSpend(200)
      .channel("b", {{leads, 30}})
      .adSpend(100)
      .channel("c", {{leads, 0}})
      .shared(tools, 90, rule);
}

void expectParts(const Made& scenario, double a, double b, double c) {
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.channel(0, sharedCosts), a));
  EXPECT_TRUE(is(plan.channel(1, sharedCosts), b));
  EXPECT_TRUE(is(plan.channel(2, sharedCosts), c));
  EXPECT_TRUE(is(plan.total(sharedCosts), 90));
}

TEST(ModelTest, SharedCost_IsAllocatedEqually) {
  expectParts(sharing(Allocation::equally), 30, 30, 30);
}

TEST(ModelTest, SharedCost_IsAllocatedByAdSpend) {
  expectParts(sharing(Allocation::adSpend), 60, 30, 0);
}

TEST(ModelTest, SharedCost_IsAllocatedByLeads) {
  expectParts(sharing(Allocation::leads), 22.5, 67.5, 0);
}

TEST(ModelTest, SharedCost_IsAllocatedByWeights) {
  expectParts(sharing(Allocation::weights).weighing(2, 2).weighing(0, 1), 30, 0, 60);
}

TEST(ModelTest, ZeroPool_AllocatesEqually) {
  Made scenario = sharing(Allocation::adSpend);
  scenario.at(0).withoutLine(0).at(1).withoutLine(0);
  expectParts(scenario, 30, 30, 30);
  scenario = sharing(Allocation::leads);
  for (const std::size_t c : {0, 1, 2}) scenario.at(c).with(leads, 0);
  expectParts(scenario, 30, 30, 30);
  expectParts(sharing(Allocation::weights).weighing(0, 0), 30, 30, 30);
  expectParts(sharing(Allocation::weights), 30, 30, 30);
}

TEST(ModelTest, TinyWeights_StillShareTheWholeLine) {
  expectParts(sharing(Allocation::weights).weighing(0, 1e-6).weighing(1, 2e-6), 30, 60, 0);
}

TEST(ModelTest, AllocationByUnknownLeads_PassesTheirReasonOn) {
  Made scenario = sharing(Allocation::leads);
  scenario.at(2).without(leads).with(closeRate, 0.5);
  Plan plan(scenario);
  EXPECT_TRUE(lacks(plan.channel(2, sharedCosts), "missing:leads"));
  EXPECT_TRUE(lacks(plan.total(cost), "missing:leads"));
}

TEST(ModelTest, SharedLine_IsProratedAndSharedLikeAnyOther) {
  Made scenario = sharing(Allocation::equally);
  scenario.amount(2160).share(0.5).per(12);
  expectParts(scenario, 30, 30, 30);
}

TEST(ModelTest, SharedCost_IsPartOfTheCost) {
  Plan plan(sharing(Allocation::adSpend));
  EXPECT_TRUE(is(plan.channel(0, cost), 260));
  EXPECT_TRUE(is(plan.channel(0, nonAdCost), 60));
  EXPECT_TRUE(is(plan.total(cost), 390));
}

// Results and costs per unit

/// clicks 2000, leads 100, customers 20, 16 of them incremental, revenue 4800, return 2400,
/// cost 1400, profit 1000.
Made usual() {
  return Made()
      .channel("a", {{clicks, 2000},
                     {conversionRate, 0.05},
                     {closeRate, 0.2},
                     {margin, 0.5},
                     {incrementalShare, 0.8}})
      .worth(300)
      .costs({{adSpend, 1000}, {fees, 400}});
}

TEST(ModelTest, Results_FollowTheirDefinitions) {
  Plan plan(usual());
  EXPECT_TRUE(is(plan.channel(0, revenue), 4800));
  EXPECT_TRUE(is(plan.channel(0, return_), 2400));
  EXPECT_TRUE(is(plan.channel(0, profit), 1000));
  EXPECT_TRUE(is(plan.channel(0, roi), 5.0 / 7));
  EXPECT_TRUE(is(plan.channel(0, returnRatio), 12.0 / 7));
}

TEST(ModelTest, Roas_CountsAllRevenueAndIncrementalRoasWhatWouldNotHaveComeAnyway) {
  Plan plan(usual());
  EXPECT_TRUE(is(plan.channel(0, roas), 6));               // 20 x 300 / 1000, whatever the margin
  EXPECT_TRUE(is(plan.channel(0, incrementalRoas), 4.8));  // 16 x 300 / 1000
  EXPECT_TRUE(is(plan.total(roas), 6));
  EXPECT_TRUE(is(plan.total(incrementalRoas), 4.8));
}

TEST(ModelTest, CostPerIncrementalCustomer_StandsBesideCac) {
  Plan plan(usual());
  EXPECT_TRUE(is(plan.channel(0, fullCostCac), 70));               // 1400 / 20
  EXPECT_TRUE(is(plan.channel(0, fullCostIncrementalCac), 87.5));  // 1400 / 16
}

Made wonFor300() { return Made().with(margin, 0.8).channel("a", {{customers, 2}}).adSpend(600); }

TEST(ModelTest, CacPayback_IsTheMonthsOfMarginThatPayForACustomer) {
  Plan monthly(wonFor300().subscription(50, 0.04));
  EXPECT_TRUE(is(monthly.channel(0, cacPayback), 7.5));  // 300 / (50 x 0.8)
  EXPECT_TRUE(is(monthly.total(cacPayback), 7.5));
  EXPECT_TRUE(is(monthly.channel(0, ltvToCac), 10.0 / 3));  // 50 / 0.04 x 0.8 / 300
  EXPECT_TRUE(is(monthly.total(ltvToCac), 10.0 / 3));
  Plan orders(wonFor300().orders(100, 3, 5));
  EXPECT_TRUE(is(orders.total(cacPayback), 15));  // 300 / (100 x 3 / 12 x 0.8)
  Plan yearly(wonFor300().discounted({900, 500}, 0.5, 0.1));
  EXPECT_TRUE(is(yearly.total(cacPayback), 5));  // 300 / (900 / 12 x 0.8)
  Plan once(wonFor300().worth(900));
  EXPECT_TRUE(lacks(once.total(cacPayback), "missing:revenuePerMonth"));
  EXPECT_TRUE(is(once.total(ltvToCac), 2.4));
  Plan byMargin(wonFor300().worthMargin(900));
  EXPECT_TRUE(is(byMargin.channel(0, ltvToCac), 3));
  EXPECT_TRUE(is(byMargin.total(ltvToCac), 3));
}

TEST(ModelTest, LtvAndPayback_NeedAMargin) {
  Made scenario = wonFor300().subscription(50, 0.04);
  scenario.basis(Basis::revenue);
  Plan plan(scenario);
  for (const Metric m : {ltvToCac, cacPayback}) {
    EXPECT_TRUE(lacks(plan.channel(0, m), "missing:margin")) << info(m).id;
    EXPECT_TRUE(lacks(plan.total(m), "missing:margin")) << info(m).id;
  }
}

TEST(ModelTest, Mer_IsTheRevenueOfTheBusinessOverAdSpend) {
  Made scenario = wonFor300().worth(900);
  EXPECT_TRUE(lacks(Plan(scenario).total(mer), "missing:businessRevenue"));
  scenario.plan().with(businessRevenue, 30'000);
  EXPECT_TRUE(is(Plan(scenario).total(mer), 50));
  EXPECT_TRUE(lacks(Plan(scenario).channel(0, mer), "missing:businessRevenue"));
}

TEST(ModelTest, Contribution_IsTheReturnLessOwnCostAndWhatDroppingTheChannelLoses) {
  Made scenario = Made(200)
                      .channel("a", {{leads, 100}})
                      .adSpend(1500)
                      .channel("b", {{leads, 40}})
                      .adSpend(1000)
                      .shared(tools, 600);
  Plan both(scenario);
  EXPECT_TRUE(is(both.channel(0, contribution), 500));   // 2000 - 1500, though 300 is allocated
  EXPECT_TRUE(is(both.channel(1, contribution), -200));  // 800 - 1000
  EXPECT_TRUE(is(both.channel(0, ownRoi), 1.0 / 3));
  EXPECT_TRUE(is(both.total(contribution), 300));
  EXPECT_TRUE(is(both.total(profit), -300));
  scenario.withoutChannel(1);
  EXPECT_TRUE(is(Plan(scenario).total(profit), -100)) << "200 more: the shared cost stays";
}

TEST(ModelTest, UnitCosts_StandOnTheirTwoBases) {
  Made scenario = usual();
  scenario.at(0).with(impressions, 80000);
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.channel(0, adSpendCpm), 12.5));
  EXPECT_TRUE(is(plan.channel(0, fullCostCpm), 17.5));
  EXPECT_TRUE(is(plan.channel(0, adSpendCpc), 0.5));
  EXPECT_TRUE(is(plan.channel(0, fullCostCpc), 0.7));
  EXPECT_TRUE(is(plan.channel(0, adSpendCpl), 10));
  EXPECT_TRUE(is(plan.channel(0, fullCostCpl), 14));
  EXPECT_TRUE(is(plan.channel(0, adSpendCac), 50));
  EXPECT_TRUE(is(plan.channel(0, fullCostCac), 70));
}

TEST(ModelTest, Published_12000Subscribers) {
  Plan plan(
      Made().channel("a", {{leads, 12000}, {closeRate, 0.1}}).worth(150).cost(otherCosts, 65000));
  EXPECT_TRUE(is(plan.total(return_), 180000));
  EXPECT_TRUE(is(plan.total(roi), 115.0 / 65));
  EXPECT_TRUE(is(plan.total(breakEvenCpl), 15));
  EXPECT_TRUE(is(plan.total(fullCostCpl), 65.0 / 12));
}

TEST(ModelTest, Published_ThreeInFourBookersSpend300) {
  Plan plan(Made().channel("a", {{closeRate, 0.75}}).worth(300));
  EXPECT_TRUE(is(plan.channel(0, breakEvenCpl), 225));
}

// Break-even

TEST(ModelTest, BreakEvenCpl_UsesMarginWhenBasisIsMargin) {
  EXPECT_TRUE(is(Plan(usual()).channel(0, breakEvenCpl), 24));  // 0.2 x 300 x 0.8 x 0.5
  Made scenario = usual();
  scenario.basis(Basis::revenue);
  EXPECT_TRUE(is(Plan(scenario).channel(0, breakEvenCpl), 48));
}

TEST(ModelTest, Headroom_IsBreakEvenLessFullCostAndMayBeNegative) {
  EXPECT_TRUE(is(Plan(usual()).channel(0, headroom), 10));
  Made scenario = usual();
  scenario.at(0).ofLine(1).amount(2000);
  EXPECT_TRUE(is(Plan(scenario).channel(0, headroom), -6));
}

TEST(ModelTest, BreakEvenMetrics_AreThoseOfTheHandCalculation) {
  Plan plan(usual());
  EXPECT_TRUE(is(plan.channel(0, returnPerCustomer), 120));
  EXPECT_TRUE(is(plan.channel(0, highestAdCpl), 20));
  EXPECT_TRUE(is(plan.channel(0, breakEvenCpc), 1));
  EXPECT_TRUE(is(plan.channel(0, breakEvenCloseRate), 7.0 / 60));
  EXPECT_TRUE(is(plan.channel(0, breakEvenConversionRate), 7.0 / 240));
  EXPECT_TRUE(is(plan.channel(0, breakEvenValue), 175));
  EXPECT_TRUE(is(plan.channel(0, breakEvenCustomers), 35.0 / 3));
  EXPECT_TRUE(is(plan.channel(0, breakEvenLeads), 175.0 / 3));
  EXPECT_TRUE(is(plan.channel(0, breakEvenRoas), 3.5));  // 1400 / (1000 x 0.5 x 0.8)
  EXPECT_TRUE(is(plan.channel(0, breakEvenIncrementalRoas), 2.8));
}

TEST(ModelTest, BreakEvenIncrementalRoas_IsOneOverMarginOnlyWhereAdsAreTheWholeCost) {
  Made scenario = usual();
  scenario.at(0).withoutLine(1);
  EXPECT_TRUE(is(Plan(scenario).channel(0, breakEvenIncrementalRoas), 2));
}

struct BreakEven {
  Metric metric;
  std::function<void(Made& usual, double value)> putBack;
};

/// What each break-even metric means, for the usual channel (100 leads from 2000 clicks).
std::vector<BreakEven> breakEvens() {
  const auto field = [](Metric m) { return [m](Made& usual, double v) { usual.with(m, v); }; };
  const auto spend = [](Made& usual, double amount) { usual.ofLine(0).amount(amount); };
  return {
      {breakEvenCpl, [=](Made& usual, double v) { spend(usual, v * 100 - 400); }},
      {highestAdCpl, [=](Made& usual, double v) { spend(usual, v * 100); }},
      {breakEvenCpc, [=](Made& usual, double v) { spend(usual, v * 2000); }},
      {headroom, [=](Made& usual, double v) { spend(usual, 1000 + v * 100); }},
      {breakEvenCloseRate, field(closeRate)},
      {breakEvenConversionRate, field(conversionRate)},
      {breakEvenValue, field(revenuePerCustomer)},
      {breakEvenCustomers, field(customers)},
      {breakEvenLeads, field(leads)},
      // value at which all revenue is v x ad spend: 20 customers
      {breakEvenRoas, [](Made& usual, double v) { usual.with(revenuePerCustomer, v * 1000 / 20); }},
      // value at which incremental revenue is: 16 customers
      {breakEvenIncrementalRoas,
       [](Made& usual, double v) { usual.with(revenuePerCustomer, v * 1000 / 16); }},
  };
}

void expectProfitVanishes(const Made& scenario) {
  for (const BreakEven& breakEven : breakEvens()) {
    Plan before(scenario);
    const Figure<> value = before.total(breakEven.metric);
    ASSERT_TRUE(value.defined()) << info(breakEven.metric).id;
    Made changed = scenario;
    breakEven.putBack(changed.at(0), value.value);
    Plan after(changed);
    ASSERT_GT(after.total(cost).value, 0);
    EXPECT_LE(std::fabs(after.total(profit).value), 1e-9 * after.total(cost).value)
        << info(breakEven.metric).id << ' ' << value.value;
  }
}

TEST(ModelTest, BreakEven_PutBackMakesTheProfitVanish) { expectProfitVanishes(usual()); }

TEST(ModelTest, BreakEven_PutBackMakesTheProfitVanishOnRevenueBasis) {
  Made scenario = usual();
  scenario.basis(Basis::revenue);
  expectProfitVanishes(scenario);
}

TEST(ModelTest, BreakEven_PutBackMakesTheProfitVanishFromALoss) {
  Made scenario = usual();
  scenario.at(0).with(closeRate, 0.08);
  scenario.at(0).with(incrementalShare, 1);
  scenario.at(0).with(revenuePerCustomer, 200);  // 8 customers: return 800
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.total(profit), -600));
  for (const BreakEven& breakEven : breakEvens()) {
    // their steps above count 20 and 16 customers
    if (breakEven.metric == breakEvenRoas || breakEven.metric == breakEvenIncrementalRoas) continue;
    Made changed = scenario;
    breakEven.putBack(changed.at(0), plan.total(breakEven.metric).value);
    EXPECT_LE(std::fabs(Plan(changed).total(profit).value), 1e-9 * 1400)
        << info(breakEven.metric).id;
  }
}

TEST(ModelTest, BreakEvenOfATotal_IsThatOfItsSums) {
  Made scenario = usual();
  scenario.channel("b", {{clicks, 2000},
                         {conversionRate, 0.05},
                         {closeRate, 0.1},  // return 1200
                         {margin, 0.5},
                         {incrementalShare, 0.8}});
  scenario.worth(300).costs({{adSpend, 1000}, {fees, 400}});
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.total(breakEvenCpl), 18));  // 3600 / 200
  EXPECT_TRUE(is(plan.total(fullCostCpl), 14));
  EXPECT_TRUE(is(plan.total(headroom), 4));
  EXPECT_TRUE(is(plan.total(highestAdCpl), 14));  // 18 - 800 / 200
  EXPECT_TRUE(is(plan.total(breakEvenCpc), 0.7));
  EXPECT_TRUE(is(plan.total(breakEvenLeads), 2800.0 / 18));
  EXPECT_TRUE(is(plan.total(breakEvenValue), 2800 / (24 * 0.5)));
  EXPECT_TRUE(is(plan.total(roas), 4.5));           // 9000 / 2000
  EXPECT_TRUE(is(plan.total(breakEvenRoas), 3.5));  // 2800 x 4.5 / 3600
  EXPECT_TRUE(is(plan.total(breakEvenIncrementalRoas), 2.8));
}

// Goals

TEST(ModelTest, Goal_OfARoiAsksTheAdSpendOfTheClosedForm) {
  Made scenario = usual();
  scenario.goal(roi, 0.2);
  Plan plan(scenario);
  // k = 2.4, F = 400: 1.2 x 400 / (2.4 - 1.2)
  EXPECT_TRUE(is(plan.total(goalAdSpend), 400));
  EXPECT_TRUE(is(plan.total(goalBudget), 800));
  EXPECT_TRUE(is(plan.total(goalLeads), 40));
  EXPECT_TRUE(is(plan.total(goalScale), 0.4));
  EXPECT_TRUE(is(plan.total(goalLimit), 1.4));
}

TEST(ModelTest, Goal_BeyondWhatAdSpendBringsIsUnreachable) {
  Made scenario = usual();
  scenario.goal(roi, 1.4);
  EXPECT_FALSE(reachable(Plan(scenario).total(goalScale)));
  scenario.goal(roi, 1.5);
  EXPECT_FALSE(reachable(Plan(scenario).total(goalScale)));
  scenario.goal(roi, 1.3);
  EXPECT_TRUE(reachable(Plan(scenario).total(goalScale)));
}

/// Ad spend is the whole cost: it brings twice itself, at 10 a lead, however much it is.
Made adsAlone(Metric metric, double target) {
  return usual().withoutLine(1).with(revenuePerCustomer, 250).goal(metric, target);
}

TEST(ModelTest, Goal_ThatNoVolumeChangesIsUnreachable) {
  EXPECT_TRUE(is(Plan(adsAlone(roi, 1)).total(roi), 1));
  EXPECT_FALSE(reachable(Plan(adsAlone(roi, 1.5)).total(goalScale)));
  EXPECT_FALSE(reachable(Plan(adsAlone(roas, 5)).total(goalScale)));
  EXPECT_FALSE(reachable(Plan(adsAlone(adSpendCpl, 8)).total(goalScale)));
}

TEST(ModelTest, Goal_WithoutAdSpendIsUnreachable) {
  Made scenario = usual();
  scenario.at(0).withoutLine(0);
  scenario.goal(leads, 500);
  Plan plan(scenario);
  EXPECT_TRUE(lacks(plan.total(goalScale), "zero:goalDriven"));
  EXPECT_FALSE(reachable(plan.total(goalScale)));
}

TEST(ModelTest, Goal_SaysGapAndAttainment) {
  Made scenario = usual();
  scenario.goal(leads, 400);
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.total(goalGap), -300));
  EXPECT_TRUE(is(plan.total(goalAttainment), 0.25));
}

TEST(ModelTest, Goal_OfZeroHasNoAttainment) {
  Made scenario = usual();
  scenario.goal(profit, 0);
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.total(goalGap), 1000));
  EXPECT_TRUE(lacks(plan.total(goalAttainment), "zero:goalTarget"));
}

TEST(ModelTest, Published_500LeadsAt275Cost1375) {
  Made scenario = usual();
  scenario.goal(leads, 500).price(2.75);
  EXPECT_TRUE(is(Plan(scenario).total(goalPriceBudget), 1375));
}

TEST(ModelTest, GoalFigures_AreMissingWithoutGoalOrForAChannel) {
  Plan none(usual());
  EXPECT_TRUE(lacks(none.total(goalScale), "missing:goalTarget"));
  Made scenario = usual();
  scenario.goal(leads, 400);
  Plan plan(scenario);
  EXPECT_TRUE(lacks(plan.channel(0, goalScale), "missing:goalTarget"));
  EXPECT_TRUE(lacks(plan.total(goalPriceBudget), "missing:pricePerUnit"));
  EXPECT_TRUE(lacks(plan.total(goalLimit), "missing:goalLimit"));
}

/// Two channels that follow their ad spend (a by typed counts, b by its CPC and CPM), one without
/// ad spend, one whose fee includes it.
Made mixed() {
  return Made()
      .with({{closeRate, 0.1}, {margin, 0.6}})
      .worth(500)
      .channel("a", {{impressions, 50000}, {clicks, 2000}, {leads, 100}})
      .costs({{adSpend, 1000}, {fees, 200}})
      .channel("b", {{adSpendCpm, 10}, {adSpendCpc, 2}, {conversionRate, 0.1}})
      .adSpend(500)
      .channel("c", {{impressions, 4000}, {clicks, 300}, {leads, 30}})
      .cost(tools, 100)
      .channel("d", {{impressions, 3000}, {clicks, 200}, {leads, 20}})
      .adSpend(300)
      .cost(fees, 500)
      .includingAdSpend()
      .shared(tools, 120, Allocation::leads);
}

/// mixed() with the ad spend of a and b by so much more, and what follows from it.
void scale(Made& mixed, double by) {
  mixed.at(0).with({{impressions, 50000 * by}, {clicks, 2000 * by}, {leads, 100 * by}});
  mixed.ofLine(0).amount(1000 * by);
  mixed.at(1).ofLine(0).amount(500 * by);
}

TEST(ModelTest, Goal_HandCalculationWithChannelsThatDoNotScale) {
  Made scenario = mixed();
  scenario.goal(roi, 1);
  Plan plan(scenario);
  // fixed: cost 200 + 100 + 500 + 120 = 920, return (30 + 20) x 30 = 1500
  // driven: return 125 x 30 = 3750 from ad spend 1500
  EXPECT_TRUE(is(plan.total(goalLeft), 2 * 920 - 1500));
  EXPECT_TRUE(is(plan.total(goalDriven), 3750 - 2 * 1500));
  EXPECT_TRUE(is(plan.total(goalScale), 340.0 / 750));
  EXPECT_TRUE(is(plan.total(goalAdSpend), 980));
  EXPECT_TRUE(is(plan.total(goalBudget), 1600));
  EXPECT_TRUE(is(plan.total(goalLeads), 125 * 34.0 / 75 + 50));
  EXPECT_TRUE(is(plan.total(goalLimit), 1.5));
}

TEST(ModelTest, Goal_PutBackMeetsItsTarget) {
  const std::vector<std::pair<Metric, double>> goals = {
      {impressions, 200000}, {clicks, 5000},   {leads, 400},      {customers, 30},
      {revenue, 30000},      {return_, 9000},  {profit, 5000},    {roi, 1},
      {roas, 4.5},           {adSpendCpl, 11}, {fullCostCpl, 13}, {fullCostCac, 130},
      {incrementalRoas, 4.5}};
  for (const auto& [metric, target] : goals) {
    SCOPED_TRACE(info(metric).id);
    Made scenario = mixed();
    scenario.goal(metric, target);
    Plan before(scenario);
    const Figure<> by = before.total(goalScale);
    ASSERT_TRUE(reachable(by));
    ASSERT_GT(by.value, 0);
    scale(scenario, by.value);
    Plan after(scenario);
    EXPECT_TRUE(is(after.total(metric), target, 1e-9));
    EXPECT_TRUE(is(after.total(adSpend), before.total(goalAdSpend).value, 1e-9));
    EXPECT_TRUE(is(after.total(leads), before.total(goalLeads).value, 1e-9));
    EXPECT_TRUE(is(after.total(cost), before.total(goalBudget).value, 1e-9));
  }
}

/// TikTok has leads and clicks, and no close rate: it returns nothing that is known.
Made withLeftOut() {
  return Made()
      .worth(200)
      .channel("a", {{clicks, 500}, {leads, 100}, {closeRate, 0.1}})
      .adSpend(1000)
      .channel("tiktok", {{clicks, 900}, {leads, 40}})
      .adSpend(1200)
      .shared(tools, 300);
}

TEST(ModelTest, FiguresPerLead_AreOfTheChannelsThatCountOnBothSides) {
  Plan plan(withLeftOut());
  EXPECT_TRUE(is(plan.total(fullCostCpl), 11.5));  // (1000 + 150) / 100
  EXPECT_TRUE(is(plan.total(adSpendCpl), 10));
  EXPECT_TRUE(is(plan.total(breakEvenCpl), 20));  // 2000 / 100
  EXPECT_TRUE(is(plan.total(headroom), 8.5));
  EXPECT_TRUE(is(plan.total(highestAdCpl), 18.5));
  EXPECT_TRUE(is(plan.total(breakEvenCpc), 3.7));  // of 500 clicks
  EXPECT_TRUE(is(plan.total(adSpendCpc), 2));
  EXPECT_TRUE(is(plan.total(fullCostCac), 115));
  EXPECT_TRUE(is(plan.total(returnPerCustomer), 200));
  EXPECT_TRUE(is(plan.total(breakEvenCloseRate), 0.0575));
  EXPECT_TRUE(is(plan.total(leads), 140));
  EXPECT_TRUE(is(plan.total(cost), 2500));
  EXPECT_TRUE(is(plan.total(roi), -0.2));
}

TEST(ModelTest, HeadroomOfTheCountedLeads_IsTheProfitWithoutTheCostLeftOut) {
  Plan plan(withLeftOut());
  const double leftOutCost = 1200 + 150;
  EXPECT_TRUE(is(plan.total(headroom), (plan.total(profit).value + leftOutCost) / 100));
}

TEST(ModelTest, GoalPerLead_IsOfTheSameLeadsAsItsFigure) {
  Made scenario = withLeftOut();
  scenario.goal(fullCostCpl, 11);
  Plan plan(scenario);
  EXPECT_TRUE(is(plan.total(goalGap), 0.5));
  EXPECT_TRUE(is(plan.total(goalScale), 1.5));     // (1500 + 150) / 150
  EXPECT_TRUE(is(plan.total(goalAdSpend), 3300));  // of all channels
}

}  // namespace
}  // namespace roi::model_test
