// Plans given what has happened since they began.

#include "roi/reforecast.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "unit/made.h"

namespace roi::reforecast_test {
namespace {

using enum Metric;
using test::Made;
using test::Typed;

constexpr double kZ95 = 1.6448536269514722;

int dayOf(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const sys_days days = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return static_cast<int>(days.time_since_epoch().count());
}

/// The first of April, whose 30 days are a plan of one month.
const int kStart = dayOf(2026, 4, 1);

/// A figure of the plan, or of a channel, by the end of a day of April.
Observed seen(Metric figure, double value, int day, std::optional<std::size_t> channel = 0) {
  return {channel, figure, kStart + day - 1, value, 0};
}
Observed ofCases(Metric figure, double value, double cases) {
  return {0, figure, kStart, value, cases};
}

Reforecast of(const Made& made, std::vector<Observed> observed, std::size_t trials = 65'536) {
  ReforecastAsked asked;
  asked.since = {kStart, std::move(observed)};
  asked.metrics = {leads, customers, cost, profit};
  asked.trials = trials;
  return reforecast(made.scenario(), asked);
}

const Spread& now(const Reforecast& made, Metric metric) {
  for (const auto& result : made.results) {
    if (result.metric == metric) return result.spread.now;
  }
  ADD_FAILURE() << info(metric).id;
  return made.results.front().spread.now;
}

/// The mean of a function of a log-normal from low to high, weighted, by Simpson's rule over z.
template <class Weight, class Value>
double meanBySimpson(double low, double high, Weight weight, Value value) {
  const double middle = std::log(low * high) / 2;
  const double spread = std::log(high / low) / 2 / kZ95;
  double all = 0;
  double sum = 0;
  constexpr int kSteps = 20'000;
  for (int i = 0; i <= kSteps; ++i) {
    const double z = -9 + 18.0 * i / kSteps;
    const double x = std::exp(middle + spread * z);
    const double factor = i == 0 || i == kSteps ? 1 : i % 2 == 1 ? 4 : 2;
    const double w = factor * std::exp(-z * z / 2) * weight(x);
    all += w;
    sum += w * value(x);
  }
  return sum / all;
}

const auto kItself = [](double x) { return x; };

/// Leads from 200 to 800 a month, of which one in ten buys for 100.
Made wide() { return Made(100).channel("a", {{leads, {200, 800}}}).adSpend(3000); }

TEST(ReforecastTest, LeadsOfHalfTheMonth_GiveWhatQuadratureGives) {
  const Reforecast made = of(wide(), {seen(leads, 150, 15)});
  const auto weight = [](double x) { return std::exp(150 * std::log(x / 300) - 0.5 * (x - 300)); };
  const double rest = 0.5 * meanBySimpson(200, 800, weight, kItself);
  EXPECT_NEAR(now(made, leads).mean, 150 + rest, 0.2);
  EXPECT_NEAR(now(made, customers).mean, 0.1 * (150 + rest), 0.05);
  EXPECT_FALSE(made.redrawn);
  EXPECT_TRUE(made.foreseen);
  EXPECT_EQ(made.days, 30);
}

// 4 000 leads seen of 1 000 to 16 000 expected by half: the plan's trials hold few of these.
TEST(ReforecastTest, FewTrialsInEffect_AreDrawnAnewAboutTheLikeliest) {
  const Made plan = Made(100).channel("a", {{leads, {2000, 32'000}}}).adSpend(3000);
  const Reforecast made = of(plan, {seen(leads, 4000, 15)}, 8192);
  EXPECT_TRUE(made.redrawn);
  EXPECT_GT(made.effective, 6000);
  const auto weight = [](double x) {
    return std::exp(4000 * std::log(x / 8000) - 0.5 * (x - 8000));
  };
  const double mean = meanBySimpson(2000, 32'000, weight, kItself);
  EXPECT_NEAR(now(made, leads).mean, 4000 + 0.5 * mean, 4);
}

// Clicks times a conversion rate: two ranges of which only the product is seen, and a third.
TEST(ReforecastTest, Redrawn_SeveralRangesTogether_AgreeWithManyMoreTrials) {
  const Made plan = Made(100, {0.05, 0.2})
                        .channel("a", {{clicks, {5000, 40'000}}, {conversionRate, {0.01, 0.09}}})
                        .adSpend(3000);
  const std::vector<Observed> observed = {seen(leads, 200, 10), seen(customers, 30, 10)};
  const Reforecast few = of(plan, observed, 8192);
  const Reforecast many = of(plan, observed, 262'144);
  EXPECT_TRUE(few.redrawn);
  EXPECT_FALSE(many.redrawn);
  EXPECT_GT(few.effective, 4000);
  for (const Metric metric : {leads, customers, profit}) {
    const double error = std::hypot(now(few, metric).meanError, now(many, metric).meanError);
    EXPECT_NEAR(now(few, metric).mean, now(many, metric).mean, 5 * error) << info(metric).id;
  }
}

TEST(ReforecastTest, Groups_AreRedrawnWithWhatTheyHaveInCommon) {
  const auto leadsOf = [] { return Typed(500, 8000).movesWith("market", 0.9); };
  const Made plan = Made(100)
                        .channel("a", {{leads, leadsOf()}})
                        .adSpend(3000)
                        .channel("b", {{leads, leadsOf()}})
                        .adSpend(3000);
  const std::vector<Observed> observed = {seen(leads, 600, 10)};
  const Reforecast few = of(plan, observed, 8192);
  const Reforecast many = of(plan, observed, 262'144);
  EXPECT_TRUE(few.redrawn);
  const double error = std::hypot(now(few, leads).meanError, now(many, leads).meanError);
  EXPECT_NEAR(now(few, leads).mean, now(many, leads).mean, 5 * error);
}

TEST(ReforecastTest, NothingObserved_ChangesNoBit) {
  const Reforecast made = of(wide().goal(profit, 2000), {}, 2048);
  for (const auto& result : made.results) {
    EXPECT_EQ(result.spread.planned.quantiles, result.spread.now.quantiles);
    EXPECT_EQ(result.spread.planned.mean, result.spread.now.mean);
  }
  EXPECT_EQ(made.goal->planned.probability, made.goal->now.probability);
  EXPECT_EQ(made.profitable.planned.error, made.profitable.now.error);
  EXPECT_EQ(made.effective, 2048);
}

// Everything is known but luck: no trial says more of the plan than another, and only what is to
// come varies.
TEST(ReforecastTest, LuckIsNotLearnt_AndWhatIsToComeHasIt) {
  const Made plan = Made(100).channel("a", {{leads, 300}}).adSpend(1000);
  const Reforecast made = of(plan, {seen(leads, 140, 15), seen(customers, 3, 15)});
  EXPECT_EQ(made.effective, 65'536);
  // 3 have bought; a tenth of 150 more leads will: Poisson with mean 15
  EXPECT_NEAR(now(made, customers).mean, 18, 0.05);
  EXPECT_EQ(now(made, customers).quantiles[0], 3 + 9);
  EXPECT_EQ(now(made, customers).quantiles[4], 3 + 22);
  EXPECT_NEAR(now(made, leads).mean, 140 + 150, 0.1);
}

TEST(ReforecastTest, CustomersOfCountedLeads_AreABinomialPartOfThem) {
  const Made plan = Made(100, {0.05, 0.2}).channel("a", {{leads, 300}}).adSpend(1000);
  const Reforecast made = of(plan, {seen(leads, 150, 15), seen(customers, 9, 15)});
  const double middle = std::log(0.05 / 0.95 * 0.2 / 0.8) / 2;
  const double spread = (std::log(0.2 / 0.8) - std::log(0.05 / 0.95)) / 2 / kZ95;
  double all = 0;
  double sum = 0;
  for (int i = -9000; i <= 9000; ++i) {
    const double z = i / 1000.0;
    const double rate = 1 / (1 + std::exp(-middle - spread * z));
    const double w = std::exp(-z * z / 2 + 9 * std::log(rate) + 141 * std::log(1 - rate));
    all += w;
    sum += w * rate;
  }
  EXPECT_NEAR(now(made, customers).mean, 9 + 150 * sum / all, 0.05);
}

// A ramp as long as the month: a quarter of the leads comes in its first half. They buy half a
// month later: a tenth of them by the end.
TEST(ReforecastTest, RampAndLag_SayWhatShouldHaveCome) {
  const Made plan = Made(100).channel("a", {{leads, 400}}).ramp(1).lag(0.5).adSpend(1000);
  const Reforecast half = of(plan, {seen(leads, 100, 15), seen(customers, 1, 15)});
  ASSERT_EQ(half.observed.size(), 1U);
  EXPECT_NEAR(half.observed[0].expected.mean, 100, 0.2);
  EXPECT_EQ(half.unused, std::vector<std::size_t>{1});  // nobody has bought yet
  const Reforecast end = of(plan, {seen(customers, 12, 30)});
  EXPECT_NEAR(end.observed[0].expected.mean, 10, 0.1);
  EXPECT_NEAR(now(end, customers).mean, 12 + 30, 0.1);
}

// Of 300 leads a tenth buys: of the 10 that came by the tenth day one, and of the 100 that are due
// in the ten days after it another ten.
TEST(ReforecastTest, CustomersOfLaterLeads_AreExpectedAsThePlanHasThem) {
  const Made plan = Made(100).channel("a", {{leads, 300}}).adSpend(1000);
  const Reforecast made = of(plan, {seen(leads, 10, 10), seen(customers, 8, 20)});
  ASSERT_EQ(made.observed.size(), 2U);
  EXPECT_NEAR(made.observed[1].expected.mean, 11, 0.1);
  EXPECT_NEAR(now(made, customers).mean, 8 + 10, 0.1);
}

TEST(ReforecastTest, WhereHalfOfWhatWasDueIsSpent_HalfOfTheLeadsAreExpected) {
  const Made plan = Made(100).channel("a", {{leads, 400}}).adSpend(3000);
  const Reforecast made = of(plan, {seen(leads, 100, 15), seen(adSpend, 750, 15)});
  EXPECT_NEAR(made.observed[0].expected.mean, 100, 0.2);
  EXPECT_NEAR(now(made, leads).mean, 100 + 300, 0.2);
  const Reforecast slowly = of(Made(100).channel("a", {{leads, 400}}).adSpend(3000).responding(0.5),
                               {seen(leads, 100, 15), seen(adSpend, 750, 15)});
  EXPECT_NEAR(slowly.observed[0].expected.mean, 200 * std::sqrt(0.5), 0.2);
}

// Ten days of thirty: 3 000 to spend, 700 spent of the 1 000 that were due; 115 a day are left.
TEST(ReforecastTest, WithoutASpendNothingIsExpected_AndNothingIsLearnt) {
  const auto made = [](double amount) {
    return of(wide(), {seen(adSpend, amount, 15), seen(leads, 0, 15)});
  };
  EXPECT_TRUE(made(0).foreseen);
  EXPECT_EQ(made(0).unused, (std::vector<std::size_t>{1}));
  EXPECT_NEAR(now(made(0), leads).mean, now(made(1e-6), leads).mean, 0.1);
}

TEST(ReforecastTest, TheSpendOfTheSameDayCounts_WhateverWasSpentLater) {
  const std::vector<Observed> first = {seen(leads, 100, 15), seen(adSpend, 750, 15)};
  std::vector<Observed> later = first;
  later.push_back(seen(adSpend, 1000, 20));
  EXPECT_EQ(now(of(wide(), first), leads).mean, now(of(wide(), later), leads).mean);
}

// Half of the budget was spent and the month is over: what came is all there is.
TEST(ReforecastTest, APlanThatIsOver_ExpectsNothingOfTheRestOfItsBudget) {
  const Made plan = Made(100).channel("a", {{leads, 300}}).adSpend(1000);
  const Reforecast counted = of(plan, {seen(leads, 150, 30), seen(adSpend, 500, 30)});
  EXPECT_NEAR(now(counted, leads).mean, 150, 1e-9);
  EXPECT_NEAR(now(counted, cost).mean, 500, 1e-9);
  const Reforecast uncounted = of(plan, {seen(adSpend, 500, 30)});
  EXPECT_NEAR(now(uncounted, leads).mean, 150, 1e-9);
  EXPECT_NEAR(now(of(plan, {seen(adSpend, 250, 15)}), leads).mean, 300, 1e-9);
}

TEST(ReforecastTest, SpendBeyondThePlan_CostsAndPromisesNothing_HoweverItIsTyped) {
  const Made counts = Made(100).channel("a", {{leads, 300}}).adSpend(1000);
  const Made prices =
      Made(100).channel("a", {{adSpendCpc, 1}, {conversionRate, 0.3}}).adSpend(1000);
  for (const Made& plan : {counts, prices}) {
    for (const std::optional<std::size_t> scope : {std::optional<std::size_t>(0), {}}) {
      const Reforecast made = of(plan, {seen(adSpend, 2000, 30, scope)});
      EXPECT_NEAR(now(made, leads).mean, 300, 1e-9);
      EXPECT_NEAR(now(made, cost).mean, 2000, 1e-9);
    }
  }
}

TEST(ReforecastTest, AnAmountOfThePlan_IsSharedOutAsItsChannelsWere) {
  const Made plan = Made(100)
                        .channel("a", {{leads, 300}})
                        .adSpend(3000)
                        .channel("b", {{leads, 100}})
                        .adSpend(1000);
  const Reforecast made = of(plan, {seen(adSpend, 6000, 15, {}), seen(leads, 300, 15, {})});
  EXPECT_NEAR(now(made, cost).mean, 6000, 1e-9);
  const Reforecast half = of(plan, {seen(adSpend, 1000, 15, {}), seen(leads, 100, 15, {})});
  EXPECT_TRUE(half.foreseen) << "half of what was due was spent";
}

// 35 of 350 is what the plan has: the close rate stays, whether leads are counted by channel or in
// all.
TEST(ReforecastTest, CustomersInAll_AreAPartOfLeadsByChannel) {
  const Made plan = Made(100, {0.05, 0.2})
                        .channel("a", {{leads, 300}})
                        .adSpend(1000)
                        .channel("b", {{leads, 100}})
                        .adSpend(500);
  const auto customersOf = [&](std::vector<Observed> observed) {
    return now(of(plan, std::move(observed)), customers).mean;
  };
  const Observed sold = seen(customers, 35, 15, {});
  const double apart = customersOf({seen(leads, 300, 15, 0), seen(leads, 50, 15, 1), sold});
  EXPECT_NEAR(apart, customersOf({seen(leads, 350, 15, {}), sold}), 0.5);
  const double sum = customersOf(
      {seen(leads, 350, 15, {}), seen(customers, 30, 15, 0), seen(customers, 5, 15, 1)});
  EXPECT_NEAR(apart, sum, 3);
}

TEST(ReforecastTest, ARateOfWholeCases_IsAsFarOutAsItsHits) {
  const Made plan =
      Made(100).channel("a", {{clicks, 1000}, {conversionRate, 0.0225}}).adSpend(1000);
  Observed rate = ofCases(conversionRate, 0.07, 100);
  const Reforecast made = of(plan, {rate}, 8192);
  double above = 1;  // seven or more of a hundred
  double ways = 1;
  for (int k = 0; k < 7; ++k) {
    above -= ways * std::pow(0.0225, k) * std::pow(0.9775, 100 - k);
    ways = ways * (100 - k) / (k + 1);
  }
  EXPECT_NEAR(made.observed.front().tail, 2 * above, 0.002);
}

TEST(ReforecastTest, APriceOfWhatWasPaidAndCounted_SaysNothingMore) {
  std::vector<Observed> observed = {seen(adSpend, 1500, 15), seen(leads, 90, 15)};
  const Reforecast once = of(wide(), observed);
  observed.push_back({0, adSpendCpl, kStart + 14, 1500.0 / 90, 90});
  const Reforecast twice = of(wide(), observed);
  EXPECT_EQ(now(once, leads).mean, now(twice, leads).mean);
  EXPECT_EQ(twice.unused, (std::vector<std::size_t>{2}));
}

// More customers than leads are planned, and a few fewer are seen.
TEST(ReforecastTest, MoreCustomersThanLeads_AreNoPartOfThem) {
  const Made plan = Made(100).channel("a", {{leads, 50}, {customers, 100}}).adSpend(1000);
  for (const double sold : {45.0, 55.0}) {
    const Reforecast made = of(plan, {seen(leads, 50, 30), seen(customers, sold, 30)});
    EXPECT_TRUE(made.shown());
    EXPECT_NEAR(now(made, customers).mean, sold, 1e-9);
  }
}

TEST(ReforecastTest, SixtyChannelsThatComeAsPlanned_AreShown) {
  Made plan(100);
  std::vector<Observed> observed;
  for (std::size_t c = 0; c < 60; ++c) {
    plan.channel("c" + std::to_string(c), {{leads, {500, 2000}}}).adSpend(1000);
    observed.push_back(seen(leads, 500, 15, c));
  }
  const Reforecast made = of(plan, observed, 8192);
  EXPECT_TRUE(made.redrawn);
  EXPECT_GT(made.effective, 2000);
}

TEST(ReforecastTest, FewTrials_AreDrawnAnewWhereTheyWouldNotBeShown) {
  EXPECT_TRUE(of(wide(), {seen(leads, 250, 15)}, 512).shown());
}

TEST(ReforecastTest, Budgets_AreHeldAgainstTheDaysGoneBy) {
  const Made plan = wide().channel("b", 10, 600);
  const Reforecast made = of(plan, {seen(adSpend, 700, 10), seen(adSpend, 650, 20, 1)});
  ASSERT_EQ(made.pacing.size(), 3U);
  EXPECT_NEAR(made.pacing[0].due, 1000, 1e-9);
  EXPECT_EQ(made.pacing[0].daysLeft, 20);
  EXPECT_NEAR(made.pacing[0].perDay, 115, 1e-9);
  EXPECT_EQ(made.pacing[1].perDay, 0);
  EXPECT_FALSE(made.pacing[2].channel);
  EXPECT_NEAR(made.pacing[2].spent, 1350, 1e-9);
  EXPECT_NEAR(made.pacing[2].planned, 3600, 1e-9);
  EXPECT_NEAR(now(made, cost).mean, 3650, 1e-9);  // what is spent beyond the plan is spent
}

TEST(ReforecastTest, RatesAndPrices_OfTheirCases_AreWeighedAsSuch) {
  const Made plan = Made(100, {0.05, 0.2}).channel("a", {{leads, 300}}).adSpend(1000);
  const Reforecast made = of(plan, {ofCases(closeRate, 0.06, 150)});
  EXPECT_EQ(made.observed.size(), 1U);
  EXPECT_NEAR(made.observed[0].expected.quantiles[2], 0.1025, 0.005);
  EXPECT_LT(now(made, customers).mean, 300 * 0.08);
  // 20 to 80 a customer, 50 paid by 100: the logarithm's precisions add up
  const Made priced = Made(Typed(20, 80)).channel("a", {{leads, 300}}).adSpend(1000);
  const Reforecast paid = of(priced, {{std::nullopt, revenuePerCustomer, kStart, 50, 100}});
  const double spread = std::log(4) / 2 / kZ95;
  const double precision = 1 / (spread * spread);
  const double mean = (precision * std::log(40) + 100 * std::log(50)) / (precision + 100);
  const double each = std::exp(mean + 0.5 / (precision + 100));
  EXPECT_NEAR(now(paid, profit).mean, 30 * each - 1000, 3);
}

TEST(ReforecastTest, WhatThePlanHardlyExpected_IsSaid) {
  EXPECT_TRUE(of(wide(), {seen(leads, 300, 15)}).foreseen);
  const Reforecast far = of(wide(), {seen(leads, 1000, 15)});
  EXPECT_FALSE(far.foreseen);
  EXPECT_LT(far.observed[0].tail, 0.001);
  const Made sure = Made(100).channel("a", {{leads, 300}}).adSpend(1000);
  EXPECT_FALSE(of(sure, {seen(leads, 20, 15)}).foreseen);
}

/// What a figure of one channel of two came to; of the plan: scope 2.
std::optional<Came> came(std::vector<Observed> observed, Metric figure, std::size_t scope = 0,
                         double lag = 0) {
  const Made plan = wide().lag(lag).channel("b", 10, 600);
  return cameTo(plan.scenario(), {kStart, std::move(observed)}, scope, figure);
}

TEST(CameToTest, Counts_AreKnownOnceNoMoreAreToCome) {
  EXPECT_FALSE(came({seen(leads, 280, 29)}, leads));
  EXPECT_EQ(came({seen(leads, 280, 29), seen(leads, 310, 30)}, leads)->value, 310);
  EXPECT_EQ(came({seen(leads, 320, 45), seen(leads, 310, 30)}, leads)->value, 320);
  EXPECT_FALSE(came({seen(customers, 20, 30)}, customers, 0, 1)) << "a month from lead to sale";
  EXPECT_EQ(came({seen(customers, 31, 61)}, customers, 0, 1)->value, 31);
  EXPECT_FALSE(came({seen(profit, 9, 30)}, profit));
}

TEST(CameToTest, ThePlan_IsAllChannels_OrWhatIsSaidOfIt) {
  EXPECT_FALSE(came({seen(leads, 310, 30)}, leads, 2));
  EXPECT_EQ(came({seen(leads, 310, 30), seen(leads, 12, 30, 1)}, leads, 2)->value, 322);
  EXPECT_FALSE(came({seen(leads, 310, 30), seen(leads, 12, 20, 1)}, leads, 2));
  EXPECT_EQ(came({seen(leads, 400, 30, std::nullopt)}, leads, 2)->value, 400);
  EXPECT_FALSE(came({seen(leads, 400, 30, std::nullopt), seen(leads, 12, 30, 1)}, leads, 2));
  EXPECT_EQ(came({seen(adSpend, 3100, 30), seen(adSpend, 640, 31, 1)}, adSpend, 2)->value, 3740);
}

TEST(CameToTest, ARate_IsThatOfItsCounts_UnlessItIsStated) {
  const std::vector<Observed> counts = {seen(leads, 310, 30), seen(customers, 31, 30)};
  EXPECT_DOUBLE_EQ(came(counts, closeRate)->value, 0.1);
  EXPECT_EQ(came(counts, closeRate)->cases, 310);
  Observed stated = ofCases(closeRate, 0.06, 150);
  EXPECT_FALSE(came({stated}, closeRate)) << "of the first day";
  stated.day += 29;
  EXPECT_EQ(came({counts[0], counts[1], stated}, closeRate)->value, 0.06);
  EXPECT_EQ(came({counts[0], counts[1], stated}, closeRate)->cases, 150);
  EXPECT_FALSE(came({seen(leads, 10, 30), seen(customers, 31, 30)}, closeRate));
}

// The plan's rate is typed once, and the second channel has one of its own.
TEST(CameToTest, WhatWasTyped_HasTheScopeItWasTypedIn) {
  const Made plan = Made(100, {0.05, 0.2})
                        .channel("a", {{leads, {200, 800}}})
                        .channel("b", {{leads, 10}, {closeRate, 0.5}});
  const Scenario scenario = plan.scenario();
  const Since since = {kStart,
                       {seen(leads, 310, 30), seen(leads, 12, 30, 1), seen(customers, 31, 30),
                        seen(customers, 6, 30, 1)}};
  EXPECT_EQ(
      cameTo(scenario, since, *scenario.channels[0].given[static_cast<std::size_t>(leads)])->value,
      310);
  EXPECT_EQ(
      cameTo(scenario, since, *scenario.channels[1].given[static_cast<std::size_t>(closeRate)])
          ->value,
      0.5);
  EXPECT_FALSE(cameTo(scenario, since, *scenario.given[static_cast<std::size_t>(closeRate)]));
  EXPECT_FALSE(cameTo(scenario, since, *scenario.periodMonths));
}

// Of the plan as a whole, two channels of 100 and 300: 80 by half are shared out as expected.
TEST(ReforecastTest, ACountOfThePlan_IsSharedOutAsItsChannelsAreExpected) {
  const Made plan =
      Made().with(closeRate, 0.1).channel("a", {{leads, 100}}).worth(1000).adSpend(10);
  Made both = plan;
  both.channel("b", {{leads, 300}}).worth(100).adSpend(10);
  const Reforecast made = of(both, {seen(leads, 80, 15, std::nullopt)});
  EXPECT_NEAR(made.observed[0].expected.mean, 200, 0.3);
  // a: 20 and 50 to come, b: 60 and 150
  EXPECT_NEAR(now(made, profit).mean, 7 * 1000 + 21 * 100 - 20, 30);
  const Reforecast twice = of(both, {seen(leads, 80, 15, std::nullopt), seen(leads, 30, 15)});
  EXPECT_EQ(twice.unused, std::vector<std::size_t>{0});
}

TEST(ReforecastTest, TheLastDayHoldsTheOthers) {
  const Reforecast one = of(wide(), {seen(leads, 150, 15)}, 2048);
  const Reforecast several = of(wide(), {seen(leads, 60, 5), seen(leads, 150, 15)}, 2048);
  EXPECT_EQ(now(one, leads).quantiles, now(several, leads).quantiles);
}

TEST(ReforecastTest, OrdersAreOneCount) {
  const Made plan =
      Made().action(Action::order).channel("a", {{leads, 100}}).worth(50).adSpend(1000);
  const Reforecast made = of(plan, {seen(customers, 30, 15)});
  EXPECT_NEAR(now(made, customers).mean, 30 + 50, 0.1);
  EXPECT_EQ(now(made, customers).quantiles, now(made, leads).quantiles);
}

TEST(ReforecastTest, APlanEnds_ByTheCalendar) {
  const auto days = [](int from, double months) { return dayAfterPlan(from, months) - from; };
  EXPECT_EQ(days(dayOf(2026, 2, 1), 1), 28);
  EXPECT_EQ(days(dayOf(2024, 1, 31), 1), 29);
  EXPECT_EQ(days(dayOf(2026, 1, 1), 3), 90);
  EXPECT_EQ(days(dayOf(2026, 3, 15), 12), 365);
  EXPECT_EQ(days(dayOf(2026, 4, 1), 0.5), 15);
  EXPECT_EQ(days(dayOf(2026, 4, 1), 1.5), 45);
  EXPECT_EQ(days(dayOf(2026, 4, 1), 0.03), 1);
}

}  // namespace
}  // namespace roi::reforecast_test
