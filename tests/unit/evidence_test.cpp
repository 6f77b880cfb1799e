// What counts become, against calculations by hand and figures that others published.

#include "roi/evidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "roi/verdict.h"
#include "unit/beta.h"

namespace roi::evidence_test {
namespace {

constexpr double kZ = 1.6448536269514722;

// What may stand for what

Export read(const std::string& text, const ExportAnswers& answers = {}) {
  ExportReader reader(answers);
  reader.feed(text);
  return reader.finish();
}

std::string offered(const Export& result, Counted counted) {
  std::string list;
  for (const Meaning one : offersFor(result, counted)) list += std::string(text(one)) + " ";
  return list;
}

TEST(EvidenceTest, OfSeveralClicks_ThoseOnTheLinkAreOfferedFirst) {
  const Export result = read(
      "Campaign name,Amount spent (EUR),Clicks (all),Link clicks,Landing page views\n"
      "A,10.00,9,5,4\nB,20.00,8,6,3\n");
  EXPECT_EQ(offered(result, Counted::spend), "spend ");
  EXPECT_EQ(offered(result, Counted::clicks), "linkClicks landingPageViews clicks ");
  EXPECT_EQ(offered(result, Counted::revenue), "");
}

TEST(EvidenceTest, AFormThatWasOpened_IsNoLead) {
  ExportAnswers answers;
  answers.columns = {{2, Meaning::leadFormsOpened}};
  const Export result =
      read("Campaign name,Amount spent (EUR),Lead forms opened\nA,10.00,50\nB,20.00,60\n", answers);
  EXPECT_EQ(offered(result, Counted::leads), "");
}

constexpr const char* kVisits =
    "# ----------------------------------------\n# Traffic acquisition\n\n"
    "Session source / medium,Sessions,Engaged sessions,Views,Key events\n"
    "google / cpc,100,60,300,7\nnewsletter / email,50,40,90,3\n";

TEST(EvidenceTest, VisitsOfAnalytics_StandForClicks_ViewsOfPagesForNothing) {
  const Export result = read(kVisits);
  ASSERT_EQ(result.platform, Platform::ga4);
  EXPECT_EQ(offered(result, Counted::clicks), "sessions engagedSessions ");
  EXPECT_EQ(offered(result, Counted::leads), "conversions ");
  EXPECT_EQ(offered(result, Counted::impressions), "");
}

constexpr const char* kResults =
    "Campaign name,Amount spent (EUR),Results,Result indicator\n"
    "A,10.00,7,Leads\nB,20.00,90,Link clicks\nC,30.00,3,Leads\n";

TEST(EvidenceTest, ResultsOfSeveralKinds_AreOfferedOnceOneIsChosen) {
  const Export asked = read(kResults);
  ASSERT_EQ(asked.questions.size(), 1U);
  EXPECT_EQ(asked.questions[0].about, ExportQuestion::About::result);
  EXPECT_EQ(offered(asked, Counted::leads), "");
  ExportAnswers answers;
  EXPECT_TRUE(take(answers, "result", "Leads"));
  const Export chosen = read(kResults, answers);
  EXPECT_TRUE(chosen.questions.empty());
  EXPECT_EQ(offered(chosen, Counted::leads), "results ");
  const GroupSum all = sumsBy(chosen, By::all)[0];
  EXPECT_EQ(all.sums[0]->value(), 60) << "spend is of all";
  EXPECT_EQ(all.sums[1]->value(), 10) << "7 + 3, without what was no lead";
  EXPECT_FALSE(sumsBy(chosen, By::campaign)[1].sums[1]) << "B has none of this kind";
}

TEST(EvidenceTest, AKindThatIsNotThere_LeavesTheQuestion) {
  ExportAnswers answers;
  EXPECT_TRUE(take(answers, "result", "Sales"));
  EXPECT_EQ(read(kResults, answers).questions.size(), 1U);
  EXPECT_FALSE(take(answers, "result", ""));
}

// KPIs

std::string counted(const Export& result) {
  std::string list;
  for (const KpiOffer& one : kpiOffersOf(result)) {
    list += std::string(text(one.of)) + "=";
    list += std::string(one.meaning ? text(*one.meaning) : "rows") + " ";
  }
  return list;
}

TEST(EvidenceTest, PostsOfAPage_AreItsRows_AndWhatTheyWonIsCounted) {
  const Export result = read(
      "Post ID,Account username,Publish time,Views,Reach,Likes,Shares,Follows,Comments,Saves\n"
      "18000000000000017,atelier.nord,09/24/2026 15:30,990,402,44,3,1,5,7\n"
      "18000000000000025,atelier.nord,09/28/2026 08:00,12750,9010,610,88,23,41,120\n");
  ASSERT_EQ(result.platform, Platform::instagramOrganic);
  EXPECT_EQ(counted(result),
            "posts=rows reach=reach likes=likes comments=comments shares=shares saves=saves "
            "follows=follows views=views ");
}

TEST(EvidenceTest, ClicksOfEveryKind_AreApartOnlyWhereThoseOnTheLinkAreCounted) {
  EXPECT_EQ(counted(read("Campaign name,Amount spent (EUR),Clicks (all),Link clicks\n"
                         "A,10.00,9,5\nB,20.00,8,6\n")),
            "allClicks=clicks ");
  EXPECT_EQ(counted(read("Campaign,Cost,Clicks\nA,10.00,9\nB,20.00,8\n")), "");
}

TEST(EvidenceTest, ViewsOfPages_AreNoViewsOfPosts_VisitsAreVisits) {
  const Export result = read(kVisits);
  EXPECT_EQ(counted(result), "sessions=sessions engagedSessions=engagedSessions ");
}

// Ranges

TEST(EvidenceTest, ASharesVariation_IsChiSquareOverItsDegreesOfFreedom) {
  // 2 and 18 of 100 each where 10 are expected: 2 x 8^2 / (100 x 0.1 x 0.9) = 14.2222, of one
  // degree
  const Variation apart = variationOfShare({2, 18}, {100, 100});
  EXPECT_NEAR(apart.size, 128.0 / 9, 1e-12);
  EXPECT_EQ(apart.periods, 2U);
  // 5, 5, 4 and 6 of 50: (0 + 0 + 1 + 1) / 4.5 / 3, less than counting alone makes
  EXPECT_EQ(variationOfShare({5, 5, 4, 6}, {50, 50, 50, 50}).size, 1);
}

TEST(EvidenceTest, PeriodsThatTellNothing_AreLeftOut) {
  const Variation all = variationOfShare({2, std::nullopt, 3, 18}, {100, 50, 0, 100});
  EXPECT_NEAR(all.size, 128.0 / 9, 1e-12);
  EXPECT_EQ(all.periods, 2U);
  EXPECT_EQ(variationOfShare({2}, {100}).periods, 1U);
  EXPECT_EQ(variationOfShare({0, 0}, {100, 100}).size, 1) << "none of any";
  EXPECT_EQ(variationOfPrice({10, -3, 40}, {5, 5, 5}).periods, 2U) << "a credit is no price";
}

TEST(EvidenceTest, APricesVariation_IsThatOfItsLogarithm) {
  // 1 and 4 about 2.5, alike in units: (ln 0.4)^2 / 2 + (ln 1.6)^2 / 2, times 2 / 1
  const Variation found = variationOfPrice({100, 400}, {100, 100});
  const double expected = std::pow(std::log(0.4), 2) + std::pow(std::log(1.6), 2);
  EXPECT_NEAR(found.size, expected, 1e-12);
  // weighed by units: 300 of 1, 100 of 3 about 1.5
  const Variation uneven = variationOfPrice({300, 300}, {300, 100});
  EXPECT_NEAR(uneven.size,
              2 * (0.75 * std::pow(std::log(1 / 1.5), 2) + 0.25 * std::log(2) * std::log(2)),
              1e-12);
}

TEST(EvidenceTest, ARatesRange_IsJeffreysOfTheCasesThatAreLeft) {
  const CountedRange counting = *rateRange(20, 200, {1, 1});
  EXPECT_NEAR(test::below(counting.low, 20.5, 180.5), 0.05, 1e-8);
  EXPECT_NEAR(test::below(counting.high, 20.5, 180.5), 0.95, 1e-8);
  EXPECT_EQ(counting.likely, 0.1);
  const double times = 128.0 / 9;
  const CountedRange wide = *rateRange(20, 200, {times, 2});
  EXPECT_NEAR(test::below(wide.low, 20 / times + 0.5, 180 / times + 0.5), 0.05, 1e-7);
  EXPECT_NEAR(test::below(wide.high, 20 / times + 0.5, 180 / times + 0.5), 0.95, 1e-7);
  EXPECT_EQ(wide.likely, 0.1);
  EXPECT_EQ(wide.periods, 2U);
}

TEST(EvidenceTest, OfNoneAndOfAll_TheMedianIsLikely_AndThatIsSaid) {
  const CountedRange none = *rateRange(0, 20, {1, 1});
  EXPECT_TRUE(none.isMedian);
  EXPECT_NEAR(test::below(none.likely, 0.5, 20.5), 0.5, 1e-8);
  const CountedRange all = *rateRange(20, 20, {1, 1});
  EXPECT_TRUE(all.isMedian);
  EXPECT_NEAR(all.likely, 1 - none.likely, 1e-9);
  EXPECT_FALSE(rateRange(1, 20, {1, 1})->isMedian);
}

TEST(EvidenceTest, WhateverTheVariation_ARangeHoldsWhatWasMeasured) {
  // one lead of a million visits, on a day that had one: a variation of a million
  const Variation wild = variationOfShare({0, 1}, {999'999, 1});
  EXPECT_GT(wild.size, 9e5);
  const CountedRange range = *rateRange(1, 1e6, wild);
  EXPECT_LT(range.low, 1e-6);
  EXPECT_EQ(range.likely, 1e-6);
  EXPECT_GT(range.high, 1e-6);
}

TEST(EvidenceTest, WhatIsNoRate_HasNoRange) {
  EXPECT_FALSE(rateRange(21, 20, {1, 1}));
  EXPECT_FALSE(rateRange(0, 0, {1, 1}));
  EXPECT_FALSE(rateRange(0.2, 0.5, {1, 1})) << "fewer cases than one";
  EXPECT_FALSE(priceRange(0, 20, {0, 1}));
  EXPECT_FALSE(priceRange(5, 0, {0, 1}));
}

TEST(EvidenceTest, APricesRange_IsOfCountingOrOfWhatVaries) {
  const CountedRange counting = *priceRange(1000, 500, {0, 1});
  EXPECT_NEAR(counting.low, 2 * std::exp(-kZ / std::sqrt(500)), 1e-12);
  EXPECT_EQ(counting.likely, 2);
  EXPECT_NEAR(counting.high, 2 * std::exp(kZ / std::sqrt(500)), 1e-12);
  // of prices 1 and 4: 1.0605 of the logarithm, over two periods, is more than 1 / 200
  const CountedRange varied = *priceRange(500, 200, variationOfPrice({100, 400}, {100, 100}));
  const double sd = std::sqrt((std::pow(std::log(0.4), 2) + std::pow(std::log(1.6), 2)) / 2);
  EXPECT_NEAR(varied.low, 2.5 * std::exp(-kZ * sd), 1e-10);
  EXPECT_NEAR(varied.high, 2.5 * std::exp(kZ * sd), 1e-10);
  EXPECT_EQ(varied.periods, 2U);
}

// Figures

Part part(std::initializer_list<std::pair<Counted, double>> totals,
          Counter counter = Counter::business) {
  Part made;
  made.counter = counter;
  for (const auto& [counted, total] : totals) {
    made.counts[static_cast<std::size_t>(counted)] = Count{total, {}};
  }
  return made;
}

Part claim(std::initializer_list<std::pair<Counted, double>> totals) {
  return part(totals, Counter::adPlatform);
}

Part visits(std::initializer_list<std::pair<Counted, double>> totals) {
  return part(totals, Counter::analytics);
}

const BroughtFigure* find(const BroughtChannel& channel, BroughtAs as) {
  for (const BroughtFigure& figure : channel.figures) {
    if (figure.as == as) return &figure;
  }
  return nullptr;
}

std::string listed(const BroughtChannel& channel) {
  std::string list;
  for (const BroughtFigure& figure : channel.figures) {
    list += std::string(text(figure.as)) + (figure.isRange() ? "~ " : " ");
  }
  return list;
}

BroughtChannel planOf(std::vector<Part> parts) {
  return bring({.channels = {std::move(parts)}}).channels[0];
}

using enum Counted;

TEST(EvidenceTest, AFunnelThatIsPaidFor_FollowsItsAdSpend) {
  const BroughtChannel all = planOf({part({{spend, 1000},
                                           {impressions, 100'000},
                                           {clicks, 500},
                                           {leads, 20},
                                           {customers, 4},
                                           {revenue, 600}})});
  EXPECT_EQ(listed(all),
            "adSpend adSpendCpc~ impressions conversionRate~ closeRate~ revenuePerCustomer~ ");
  EXPECT_EQ(find(all, BroughtAs::adSpend)->likely, 1000);
  EXPECT_EQ(find(all, BroughtAs::adSpendCpc)->likely, 2);
  EXPECT_EQ(find(all, BroughtAs::conversionRate)->likely, 0.04);
  EXPECT_EQ(find(all, BroughtAs::conversionRate)->cases, 500);
  EXPECT_EQ(find(all, BroughtAs::closeRate)->likely, 0.2);
  EXPECT_EQ(find(all, BroughtAs::revenuePerCustomer)->likely, 150);
}

TEST(EvidenceTest, WithoutClicks_ImpressionsFollowTheAdSpend) {
  const BroughtChannel all = planOf({part({{spend, 1000}, {impressions, 100'000}, {leads, 20}})});
  EXPECT_EQ(listed(all), "adSpend adSpendCpm~ leads ");
  EXPECT_EQ(find(all, BroughtAs::adSpendCpm)->likely, 10);
  EXPECT_EQ(find(all, BroughtAs::adSpendCpm)->cases, 100'000);
}

TEST(EvidenceTest, WithoutAdSpend_ClicksFollowImpressions) {
  EXPECT_EQ(listed(planOf({part({{impressions, 8000}, {clicks, 400}, {leads, 20}})})),
            "impressions ctr~ conversionRate~ ");
  EXPECT_EQ(listed(planOf({part({{clicks, 400}, {leads, 20}})})), "clicks conversionRate~ ");
}

TEST(EvidenceTest, WhatHasNoRate_StaysACount) {
  EXPECT_EQ(listed(planOf({part({{clicks, 10}, {leads, 20}, {customers, 30}})})),
            "clicks leads customers ");
  EXPECT_EQ(listed(planOf({part({{customers, 3}})})), "customers ");
  EXPECT_EQ(listed(planOf({part({{spend, 50}, {clicks, 0}, {leads, 0}})})),
            "adSpend clicks leads ");
}

TEST(EvidenceTest, WhatHappened_IsCounted) {
  const BroughtChannel all =
      bring({.isPast = true,
             .channels = {{part({{spend, 1000}, {clicks, 500}, {customers, 4}, {revenue, 600}})}}})
          .channels[0];
  EXPECT_EQ(listed(all), "adSpend clicks customers revenuePerCustomer ");
  EXPECT_EQ(find(all, BroughtAs::revenuePerCustomer)->likely, 150);
}

TEST(EvidenceTest, WhatTheBusinessCounted_WinsOverClaims_AndIsAddedUp) {
  const BroughtChannel all =
      bring(
          {.isPast = true,
           .channels = {{claim({{spend, 700}, {leads, 50}}), part({{leads, 12}}),
                         claim({{spend, 300}, {leads, 40}, {customers, 9}}), part({{leads, 18}})}}})
          .channels[0];
  const BroughtFigure& counted = *find(all, BroughtAs::leads);
  EXPECT_EQ(counted.likely, 30);
  EXPECT_EQ(counted.parts, (std::vector<std::size_t>{1, 3}));
  EXPECT_FALSE(counted.isClaimed);
  EXPECT_EQ(find(all, BroughtAs::adSpend)->likely, 1000);
  EXPECT_FALSE(find(all, BroughtAs::adSpend)->isClaimed) << "a bill is no claim";
  EXPECT_EQ(find(all, BroughtAs::customers)->parts, (std::vector<std::size_t>{2}));
  EXPECT_TRUE(find(all, BroughtAs::customers)->isClaimed);
}

TEST(EvidenceTest, WhatWasBought_IsWhatThePlatformDelivered_NotVisitsOfAnalytics) {
  const BroughtChannel all =
      bring({.isPast = true,
             .channels = {{part({{clicks, 77}, {leads, 2}}),
                           claim({{spend, 1482.86}, {impressions, 28395}, {clicks, 214}})}}})
          .channels[0];
  EXPECT_EQ(find(all, BroughtAs::clicks)->likely, 214);
  EXPECT_EQ(find(all, BroughtAs::clicks)->parts, (std::vector<std::size_t>{1}));
  EXPECT_FALSE(find(all, BroughtAs::clicks)->isClaimed);
  EXPECT_EQ(find(all, BroughtAs::leads)->likely, 2);
}

std::string listed(const std::vector<BroughtKpi>& kpis) {
  std::string list;
  for (const BroughtKpi& one : kpis) {
    list += std::string(text(one.of)) + "=" + std::to_string(static_cast<int>(one.total)) + " ";
  }
  return list;
}

Part with(Part part, std::vector<KpiCount> kpis) {
  part.kpis = std::move(kpis);
  return part;
}

TEST(EvidenceTest, CountsOfKpis_AreOfOneKindOfCounter_AddedUp) {
  const BroughtChannel all =
      planOf({with(claim({{spend, 700}}), {{KpiInput::likes, 5000}, {KpiInput::thruPlays, 90}}),
              with(part({}), {{KpiInput::likes, 672}, {KpiInput::comments, 46}}),
              with(part({}), {{KpiInput::likes, 28}})});
  EXPECT_EQ(listed(all.kpis), "likes=700 comments=46 thruPlays=90 ");
  EXPECT_EQ(all.kpis[0].parts, (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(all.kpis[2].parts, (std::vector<std::size_t>{0}));
}

TEST(EvidenceTest, PeopleOfTwoFiles_MayBeTheSameOnes) {
  const Part one = with(part({}), {{KpiInput::reach, 9010}, {KpiInput::followers, 4200}});
  EXPECT_EQ(listed(planOf({one}).kpis), "reach=9010 followers=4200 ");
  EXPECT_EQ(listed(planOf({one, with(part({}), {{KpiInput::reach, 402}})}).kpis),
            "followers=4200 ");
}

Part weeks(std::int32_t first, Series leadsThen, Series clicksThen) {
  Part made;
  made.periods = {By::week, first, leadsThen.size()};
  double sum = 0;
  for (const auto& one : leadsThen) sum += one.value_or(0);
  made.counts[static_cast<std::size_t>(leads)] = Count{sum, std::move(leadsThen)};
  sum = 0;
  for (const auto& one : clicksThen) sum += one.value_or(0);
  made.counts[static_cast<std::size_t>(clicks)] = Count{sum, std::move(clicksThen)};
  return made;
}

TEST(EvidenceTest, SeriesOfTheSamePeriods_AreAddedUp_WhereBothAreKnown) {
  const BroughtChannel all = planOf({weeks(4, {1, 3, std::nullopt, 0}, {10, 20, 5, 4}),
                                     weeks(4, {2, std::nullopt, 5, 6}, {30, 40, 5, 9})});
  EXPECT_EQ(all.series[static_cast<std::size_t>(leads)],
            (Series{3, std::nullopt, std::nullopt, 6}));
  EXPECT_EQ(all.series[static_cast<std::size_t>(clicks)], (Series{40, 60, 10, 13}));
  EXPECT_EQ(all.periods.first, 4);
  EXPECT_EQ(find(all, BroughtAs::conversionRate)->periods, 2U);
}

TEST(EvidenceTest, SeriesThatOverlap_AreOfThePeriodsThatAllHave) {
  const BroughtChannel all = planOf({weeks(4, {1, 3, 7}, {10, 20, 70}), weeks(11, {2}, {30})});
  EXPECT_EQ(all.series[static_cast<std::size_t>(leads)], (Series{5}));
  EXPECT_EQ(all.periods.first, 11);
  EXPECT_EQ(find(all, BroughtAs::conversionRate)->likely, 0.1) << "13 of 130: totals are whole";
}

TEST(EvidenceTest, SeriesWithoutACommonPeriod_AreLeftOut_TheirTotalsAreNot) {
  for (const std::int32_t first : {18, 12}) {  // later, and from another day of the week
    const BroughtChannel all = planOf({weeks(4, {1, 3}, {10, 20}), weeks(first, {2, 5}, {30, 40})});
    EXPECT_EQ(all.periods.count, 0U) << first;
    EXPECT_EQ(find(all, BroughtAs::conversionRate)->likely, 0.11);
    EXPECT_EQ(find(all, BroughtAs::conversionRate)->periods, 1U);
  }
}

Part monthsOf(Counted counted, const char* first, Series series, Counter counter) {
  Part made;
  made.counter = counter;
  made.periods = {By::month, *dayNumber(std::string(first)), series.size()};
  double sum = 0;
  for (const auto& one : series) sum += one.value_or(0);
  made.counts[static_cast<std::size_t>(counted)] = Count{sum, std::move(series)};
  return made;
}

TEST(EvidenceTest, CountsOfTwoFiles_AreComparedInTheMonthsThatBothHave) {
  const BroughtChannel all =
      planOf({monthsOf(clicks, "2025-11-01", {300, 100, 100}, Counter::adPlatform),
              monthsOf(leads, "2025-12-01", {2, 18, 5}, Counter::business)});
  // 2 and 18 of 100 each, as above: 128 / 9 times what counting makes; all are 25 of 500
  const BroughtFigure& rate = *find(all, BroughtAs::conversionRate);
  EXPECT_EQ(rate.periods, 2U);
  const double times = 128.0 / 9;
  EXPECT_NEAR(test::below(rate.low, 25 / times + 0.5, 475 / times + 0.5), 0.05, 1e-7);
  EXPECT_NEAR(test::below(rate.high, 25 / times + 0.5, 475 / times + 0.5), 0.95, 1e-7);
  EXPECT_EQ(all.series[static_cast<std::size_t>(leads)], (Series{std::nullopt, 2, 18}));
}

// Counters

TEST(EvidenceTest, WhatAnalyticsAndTheBusinessCounted_IsNeverAddedUp) {
  const auto leadsOf = [](const std::vector<Part>& parts) {
    return find(bring({.isPast = true, .channels = {parts}}).channels[0], BroughtAs::leads)->likely;
  };
  EXPECT_EQ(leadsOf({visits({{leads, 45}}), part({{leads, 40}})}), 40);
  EXPECT_EQ(leadsOf({claim({{leads, 60}}), visits({{leads, 45}})}), 45);
  EXPECT_EQ(leadsOf({claim({{leads, 60}}), visits({{leads, 45}}), part({{leads, 0}})}), 0);
}

TEST(EvidenceTest, WhatWasBought_IsOfThePlatform_ThenOfTheBusiness_ThenOfAnalytics) {
  const auto clicksOf = [](const std::vector<Part>& parts) {
    return find(planOf(parts), BroughtAs::clicks)->likely;
  };
  EXPECT_EQ(clicksOf({visits({{clicks, 77}}), part({{clicks, 90}}), claim({{clicks, 214}})}), 214);
  EXPECT_EQ(clicksOf({visits({{clicks, 77}}), part({{clicks, 90}})}), 90);
  EXPECT_EQ(clicksOf({visits({{clicks, 77}})}), 77);
}

TEST(EvidenceTest, QuotientsAreOfTheBestCounterThatHasBoth) {
  const BroughtChannel all =
      planOf({claim({{leads, 60}, {customers, 30}, {revenue, 900}}),
              visits({{customers, 20}, {revenue, 1000}}), part({{leads, 50}, {customers, 10}})});
  EXPECT_EQ(find(all, BroughtAs::closeRate)->likely, 0.2);  // 10 of 50
  EXPECT_EQ(find(all, BroughtAs::revenuePerCustomer)->likely, 50) << "1000 of 20, not of 10";
  EXPECT_FALSE(find(all, BroughtAs::revenuePerCustomer)->isClaimed);
}

TEST(EvidenceTest, CustomersOfOneAndLeadsOfAnother_AreNoCloseRate) {
  EXPECT_EQ(listed(planOf({claim({{leads, 60}}), part({{customers, 10}, {revenue, 900}})})),
            "leads customers revenuePerCustomer~ ");
  EXPECT_EQ(listed(planOf({claim({{customers, 30}, {revenue, 900}}), part({{leads, 40}})})),
            "leads revenuePerCustomer~ ")
      << "30 claimed are none of the 40";
  EXPECT_EQ(listed(planOf({claim({{leads, 60}, {customers, 30}}), part({{customers, 10}})})),
            "leads customers ")
      << "what was counted is not replaced by a share that is claimed";
  EXPECT_EQ(listed(planOf({claim({{revenue, 900}}), part({{customers, 10}})})), "customers ");
}

TEST(EvidenceTest, ClicksOfThePlatform_LeadToLeadsOfTheBusiness) {
  const BroughtChannel all = planOf({claim({{clicks, 400}, {leads, 60}}), part({{leads, 20}})});
  EXPECT_EQ(find(all, BroughtAs::conversionRate)->likely, 0.05);
}

// Orders

TEST(EvidenceTest, WhereEveryLeadIsACustomer_OrdersAreCountedOnce) {
  const Brought all = bring({.isOrders = true,
                             .channels = {{claim({{clicks, 400}, {leads, 16}, {revenue, 1500}}),
                                           part({{leads, 90}, {customers, 10}, {revenue, 800}})}},
                             .counted = {part({{customers, 12}})}});
  EXPECT_EQ(listed(all.channels[0]), "clicks conversionRate~ revenuePerCustomer~ ");
  EXPECT_EQ(find(all.channels[0], BroughtAs::conversionRate)->likely, 0.025);
  EXPECT_EQ(find(all.channels[0], BroughtAs::revenuePerCustomer)->likely, 80);
  ASSERT_EQ(all.claims.size(), 4U);  // leads in all and of the channel, revenue likewise
  EXPECT_EQ(all.claims[0].counted, leads);
  EXPECT_EQ(all.claims[0].claims, 16);
  EXPECT_EQ(all.claims[0].counts, 12);
  EXPECT_EQ(all.claims[2].counted, revenue);
}

// Claims

TEST(EvidenceTest, Overcount_IsAsPublished) {
  const auto shareOf = [](double claimed, double counted) {
    const Brought all =
        bring({.channels = {{claim({{leads, claimed - 75}})}, {claim({{leads, 75}})}},
               .counted = {part({{leads, counted}})}});
    EXPECT_EQ(all.claims.size(), 1U);
    const Claim& one = all.claims.at(0);
    EXPECT_EQ(one.claims, claimed);
    EXPECT_FALSE(one.channel);
    return (one.claims - one.counts) / one.counts;
  };
  EXPECT_NEAR(shareOf(175, 95), 0.842, 5e-4);  // 84 %
  EXPECT_NEAR(shareOf(325, 180), 0.806, 5e-4);
}

TEST(EvidenceTest, ClaimsOfChannels_AreHeldAgainstTheirOwnCounts) {
  const Brought all = bring({.channels = {{claim({{customers, 60}}), part({{customers, 40}})},
                                          {claim({{customers, 30}})},
                                          {part({{customers, 500}})}}});
  ASSERT_EQ(all.claims.size(), 2U);
  EXPECT_EQ(all.claims[0].claims, 60) << "of the second nothing was counted";
  EXPECT_EQ(all.claims[0].counts, 40) << "of the third nothing is claimed";
  EXPECT_EQ(all.claims[1].channel, 0U);
}

TEST(EvidenceTest, ClaimsBroughtDown_AddUpToWhatWasCounted) {
  const Brought all = bring({.isPast = true,
                             .isScaled = true,
                             .channels = {{claim({{leads, 100}})},
                                          {claim({{leads, 75}})},
                                          {claim({{leads, 40}}), part({{leads, 8}})}},
                             .counted = {part({{leads, 95}})}});
  const double scaled = (95.0 - 8) / 175;
  const BroughtFigure& first = *find(all.channels[0], BroughtAs::leads);
  EXPECT_EQ(first.likely, 100 * scaled);
  EXPECT_EQ(first.scaledBy, scaled);
  EXPECT_TRUE(first.isClaimed);
  EXPECT_NEAR(first.likely + find(all.channels[1], BroughtAs::leads)->likely, 95 - 8, 1e-12);
  EXPECT_EQ(find(all.channels[2], BroughtAs::leads)->likely, 8);
  EXPECT_EQ(find(all.channels[2], BroughtAs::leads)->scaledBy, 1);
}

TEST(EvidenceTest, TheWholeHoldsWhatChannelsCounted) {
  ToBring given{.isPast = true,
                .channels = {{claim({{leads, 70}}), part({{leads, 40}})}, {claim({{leads, 80}})}},
                .counted = {part({{leads, 95}}), visits({{leads, 99}})}};
  const Brought all = bring(given);
  EXPECT_EQ(all.claims[0].claims, 150);
  EXPECT_EQ(all.claims[0].counts, 95);
  EXPECT_EQ(all.claims[1].counts, 40);
  EXPECT_TRUE(all.isScalable);
  EXPECT_EQ(find(all.channels[1], BroughtAs::leads)->likely, 80);
  given.isScaled = true;
  const Brought down = bring(given);
  EXPECT_EQ(find(down.channels[0], BroughtAs::leads)->likely, 40);
  EXPECT_EQ(find(down.channels[1], BroughtAs::leads)->likely, 55) << "95 - 40";
  EXPECT_TRUE(down.isScalable);
}

TEST(EvidenceTest, WhereChannelsCountedAllThereWas_NothingIsLeftToClaims) {
  const Brought all = bring({.isPast = true,
                             .isScaled = true,
                             .channels = {{part({{leads, 40}})}, {claim({{leads, 80}})}},
                             .counted = {part({{leads, 30}})}});
  EXPECT_EQ(find(all.channels[0], BroughtAs::leads)->likely, 40);
  EXPECT_EQ(find(all.channels[1], BroughtAs::leads)->likely, 0);
}

TEST(EvidenceTest, ClaimsThatNoFigureRestsOn_AreNothingToBringDown) {
  const Part whole = part({{leads, 95}, {revenue, 100}});
  const auto isScalable = [&](const std::vector<Part>& channel) {
    return bring({.channels = {channel}, .counted = {whole}}).isScalable;
  };
  EXPECT_FALSE(isScalable({claim({{leads, 100}}), part({{leads, 40}})}));
  EXPECT_FALSE(isScalable({claim({{leads, 95}})}));
  EXPECT_FALSE(isScalable({claim({{revenue, 500}})})) << "of no customers";
  EXPECT_TRUE(isScalable({claim({{clicks, 400}, {leads, 96}})}));
}

TEST(EvidenceTest, ClaimsBroughtDown_AreNoShareOfOtherClaims) {
  // 30 customers claimed of 60 leads claimed would be half of the 200 leads that were counted.
  const ToBring given{.isScaled = true,
                      .channels = {{claim({{leads, 60}, {customers, 30}}), part({{leads, 200}})}},
                      .counted = {part({{customers, 10}})}};
  const Brought all = bring(given);
  EXPECT_EQ(listed(all.channels[0]), "leads customers ");
  EXPECT_EQ(find(all.channels[0], BroughtAs::customers)->likely, 10);
}

TEST(EvidenceTest, FewerClaimsThanWasCounted_StayAsTheyAre) {
  const Brought all = bring({.isPast = true,
                             .isScaled = true,
                             .channels = {{claim({{leads, 60}})}},
                             .counted = {part({{leads, 95}})}});
  EXPECT_EQ(find(all.channels[0], BroughtAs::leads)->likely, 60);
  EXPECT_EQ(all.claims[0].claims - all.claims[0].counts, -35);
}

TEST(EvidenceTest, AQuotientOfClaims_SaysHowItWasScaled) {
  const Brought all = bring({.isScaled = true,
                             .channels = {{claim({{clicks, 1000}, {leads, 100}, {customers, 40}})}},
                             .counted = {part({{leads, 50}, {customers, 10}})}});
  const BroughtFigure& conversion = *find(all.channels[0], BroughtAs::conversionRate);
  EXPECT_EQ(conversion.likely, 0.05);
  EXPECT_EQ(conversion.scaledBy, 0.5);
  const BroughtFigure& close = *find(all.channels[0], BroughtAs::closeRate);
  EXPECT_EQ(close.likely, 0.2);  // 10 of 50, where 40 of 100 were claimed
  EXPECT_EQ(close.scaledBy, 0.5);
}

}  // namespace
}  // namespace roi::evidence_test
