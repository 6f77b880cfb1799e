#include "roi/kpi.h"

#include <gtest/gtest.h>

#include <set>

#include "roi/levers.h"
#include "roi/program.h"
#include "roi/recorded.h"
#include "roi/sensitivity.h"
#include "unit/plan.h"

namespace roi::kpi_test {
namespace {

using test::Made;
using In = KpiInput;
using Known = std::vector<std::pair<In, double>>;

KpiCounts counted(const std::vector<Known>& channels,
                  std::vector<In> interactions = {In::likes, In::comments, In::shares}) {
  KpiCounts counts;
  counts.interactions = std::move(interactions);
  for (const Known& known : channels) {
    auto& channel = counts.channels.emplace_back();
    for (const auto& [input, value] : known) {
      channel[static_cast<std::size_t>(input)] =
          static_cast<std::uint32_t>(counts.quantities.size());
      counts.quantities.push_back(test::Typed(value).q);
    }
  }
  return counts;
}

Figure<> figureOf(const KpiCounts& counts, std::string_view kpi, std::size_t scope) {
  KpiSheet<Figure<>> sheet(counts);
  return sheet(scope, *kpiById(kpi));
}

Figure<> of(const Known& known, std::string_view kpi, std::vector<In> interactions = {In::likes}) {
  return figureOf(counted({known}, std::move(interactions)), kpi, 0);
}

// What exports of the platforms say of their own rates.

TEST(KpiTest, EngagementByImpressions_IsThatOfAnExportOfX) {
  EXPECT_TRUE(
      test::is(of({{In::likes, 39}, {In::impressions, 1203}}, "engagementRateByImpressions"),
               0.032418952618453865, 1e-15));
}

TEST(KpiTest, AllClicksAndFrequency_AreThoseOfAnExportOfMeta) {
  const Known meta = {{In::allClicks, 58536}, {In::impressions, 6072284}, {In::reach, 1043288}};
  EXPECT_TRUE(test::is(of(meta, "allClicksCtr"), 0.00963987, 1e-6));
  EXPECT_TRUE(test::is(of(meta, "frequency"), 5.820333, 1e-6));
}

TEST(KpiTest, EngagedSessions_AreThoseOfAnExportOfGoogleAnalytics) {
  const Known visits = {{In::engagedSessions, 36}, {In::sessions, 60}};
  EXPECT_TRUE(test::is(of(visits, "engagedSessionRate"), 0.6));
  EXPECT_TRUE(test::is(of(visits, "bounceRate"), 0.4));
}

// By hand.

TEST(KpiTest, FollowersGrow_OverThoseAtTheStart) {
  EXPECT_TRUE(
      test::is(of({{In::followers, 1150}, {In::followersAtStart, 1000}}, "followerGrowth"), 0.15));
  EXPECT_TRUE(
      test::is(of({{In::followers, 900}, {In::followersAtStart, 1000}}, "followerGrowth"), -0.1));
}

TEST(KpiTest, ShareOfVoice_IsOfAllMentionsOfTheMarket) {
  EXPECT_TRUE(test::is(of({{In::mentions, 120}, {In::marketMentions, 480}}, "shareOfVoice"), 0.25));
}

TEST(KpiTest, PricesOfAThousand) {
  EXPECT_TRUE(test::is(of({{In::adSpend, 150}, {In::reach, 60000}}, "costPerReach"), 2.5));
  EXPECT_TRUE(
      test::is(of({{In::earnedImpressions, 40000}, {In::marketCpm, 7}}, "earnedMediaValue"), 280));
  EXPECT_TRUE(
      test::is(of({{In::employeeClicks, 30}, {In::marketCpc, 1.5}}, "employeeClickValue"), 45));
}

TEST(KpiTest, ImpressionsThatWerePaidFor_EarnNothing) {
  const Known paid = {{In::impressions, 40000}, {In::adSpend, 280}, {In::marketCpm, 7}};
  EXPECT_FALSE(of(paid, "earnedMediaValue").defined());
}

TEST(KpiTest, WhatIsAnInteraction_IsChosen) {
  const Known post = {
      {In::likes, 30}, {In::comments, 6}, {In::shares, 4}, {In::clicks, 60}, {In::reach, 1000}};
  EXPECT_TRUE(
      test::is(of(post, "engagementRateByReach", {In::likes, In::comments, In::shares}), 0.04));
  EXPECT_TRUE(test::is(
      of(post, "engagementRateByReach", {In::likes, In::comments, In::shares, In::clicks}), 0.1));
  EXPECT_FALSE(of(post, "engagementRateByReach", {In::likes, In::saves}).defined());
}

TEST(KpiTest, ATotalDividesSums_OverChannelsThatKnowEveryCount) {
  const KpiCounts counts = counted({{{In::shares, 10}, {In::followers, 100}},
                                    {{In::shares, 10}, {In::followers, 1900}},
                                    {{In::followers, 8000}}});
  EXPECT_TRUE(test::is(figureOf(counts, "amplificationRate", 3), 0.01));
  EXPECT_EQ(missingOf(counts, 2, *kpiById("amplificationRate")), In::shares);
  EXPECT_FALSE(figureOf(counts, "amplificationRate", 2).defined());
}

TEST(KpiTest, ATotalAtAPrice_AddsUpWhatEachChannelIsWorth) {
  const KpiCounts counts = counted({{{In::earnedImpressions, 1000}, {In::marketCpm, 5}},
                                    {{In::earnedImpressions, 3000}, {In::marketCpm, 9}}});
  EXPECT_TRUE(test::is(figureOf(counts, "earnedMediaValue", 2), 32));
}

// Who sees two channels is counted in both: sums of people are no people.
TEST(KpiTest, WhatIsSaidOfEachPerson_HasNoTotalOverSeveralChannels) {
  const Known one = {{In::impressions, 3000}, {In::adSpend, 50},        {In::reach, 1000},
                     {In::employees, 20},     {In::activeEmployees, 5}, {In::likes, 10}};
  const KpiCounts several = counted({one, one, {}}, {In::likes});
  const KpiCounts single = counted({one, {}}, {In::likes});
  for (const auto& [kpi, expected] :
       {std::pair("frequency", 3.0), {"costPerReach", 50.0}, {"employeeParticipation", 0.25}}) {
    EXPECT_FALSE(figureOf(several, kpi, 3).defined()) << kpi;
    EXPECT_TRUE(isOnlyByChannel(several, *kpiById(kpi))) << kpi;
    EXPECT_TRUE(test::is(figureOf(several, kpi, 1), expected)) << kpi;
    EXPECT_TRUE(test::is(figureOf(single, kpi, 2), expected)) << kpi;
  }
  EXPECT_TRUE(test::is(figureOf(several, "engagementRateByReach", 3), 0.01));
}

TEST(KpiTest, APartThatIsMoreThanItsWhole_IsNoShareOfIt) {
  for (const auto& [kpi, part, whole] :
       {std::tuple("engagedSessionRate", In::engagedSessions, In::sessions),
        {"bounceRate", In::engagedSessions, In::sessions},
        {"responseRate", In::answered, In::messages},
        {"shareOfVoice", In::mentions, In::marketMentions},
        {"satisfaction", In::goodRatings, In::ratings},
        {"hookRate", In::plays, In::impressions},
        {"holdRate", In::thruPlays, In::plays},
        {"positiveMentionShare", In::positiveMentions, In::mentions},
        {"employeeParticipation", In::activeEmployees, In::employees},
        {"impressionShare", In::impressions, In::eligibleImpressions},
        {"formFillRate", In::leads, In::formViews}}) {
    const KpiCounts counts = counted({{{part, 11}, {whole, 10}}, {{part, 8}, {whole, 8}}});
    EXPECT_FALSE(figureOf(counts, kpi, 0).defined()) << kpi;
    const std::optional<PartOf> excess = excessOf(counts, 0, *kpiById(kpi));
    ASSERT_TRUE(excess) << kpi;
    EXPECT_EQ(excess->part, part) << kpi;
    EXPECT_EQ(excess->whole, whole) << kpi;
    EXPECT_EQ(excessOf(counts, 1, *kpiById(kpi)), std::nullopt) << kpi;
    const double rest = std::string_view(kpi) == "bounceRate" ? 0 : 1;
    EXPECT_TRUE(test::is(figureOf(counts, kpi, 2), rest)) << kpi;
  }
  EXPECT_TRUE(test::is(of({{In::resolved, 12}, {In::cases, 10}}, "resolutionRate"), 1.2));
  EXPECT_TRUE(test::is(of({{In::mentions, 12}, {In::marketMentions, 10}}, "mentions"), 12));
}

TEST(KpiTest, DeflectedCost_IsWhatTheCallsThatWereSavedWouldHaveCost) {
  const Known mail = {{In::answered, 400}, {In::deflectedShare, 0.3}, {In::callCost, 6}};
  const Known chat = {{In::answered, 100}, {In::deflectedShare, 0.5}, {In::callCost, 10}};
  EXPECT_TRUE(test::is(of(mail, "deflectedCost"), 720));
  EXPECT_TRUE(test::is(figureOf(counted({mail, chat}), "deflectedCost", 2), 1220));
  EXPECT_FALSE(of({{In::answered, 400}, {In::callCost, 6}}, "deflectedCost").defined());
}

// 300 answers after 2 hours and 100 after 6: 1 200 hours over 400.
TEST(KpiTest, AMeanTime_IsWeighedByWhatWasAnswered) {
  const Known mail = {{In::responseHours, 2}, {In::answered, 300}};
  const Known chat = {{In::responseHours, 6}, {In::answered, 100}};
  const Known unknown = {{In::responseHours, 90}};
  const KpiCounts counts = counted({mail, chat, unknown});
  EXPECT_TRUE(test::is(figureOf(counts, "meanResponseTime", 0), 2));
  EXPECT_TRUE(test::is(figureOf(counts, "meanResponseTime", 3), 3));
  EXPECT_FALSE(isCounted(counts, 2, *kpiById("meanResponseTime")));
}

TEST(KpiTest, SeveralMediansMakeNone) {
  const Known median = {{In::medianResponseHours, 4}};
  EXPECT_TRUE(test::is(figureOf(counted({median, {}}), "medianResponseTime", 2), 4));
  EXPECT_FALSE(figureOf(counted({median, median}), "medianResponseTime", 2).defined());
}

TEST(KpiTest, EarnedMedia_CountsAllImpressionsUnlessSomeAreNegative) {
  Known earned = {{In::earnedImpressions, 40000}, {In::marketCpm, 7}};
  EXPECT_TRUE(test::is(figureOf(counted({earned, earned}), "earnedMediaValue", 2), 560));
  earned.push_back({In::notNegativeShare, 0.9});
  EXPECT_TRUE(test::is(of(earned, "earnedMediaValue"), 252));
}

// 60 interactions of 12 posts: 5 a post, of 1 000 followers.
TEST(KpiTest, EngagementByPost_IsOfTheFollowersOfItsChannel) {
  const Known page = {{In::likes, 50}, {In::comments, 10}, {In::posts, 12}, {In::followers, 1000}};
  const std::vector<In> counts = {In::likes, In::comments};
  EXPECT_TRUE(test::is(of(page, "engagementRateByFollowersPerPost", counts), 0.005));
  const KpiCounts several = counted({page, page}, counts);
  EXPECT_FALSE(figureOf(several, "engagementRateByFollowersPerPost", 2).defined());
  EXPECT_TRUE(test::is(figureOf(counted({page, {}}, counts), "engagementRateByFollowersPerPost", 2),
                       0.005));
}

TEST(KpiTest, TheBestComesFirst_EqualsAsTheyStand_AndWhatHasNoFigureNot) {
  const std::vector<std::optional<double>> figures = {2, std::nullopt, 5, 2, 7};
  EXPECT_EQ(ranked(figures, Better::higher), (std::vector<std::size_t>{4, 2, 0, 3}));
  EXPECT_EQ(ranked(figures, Better::lower), (std::vector<std::size_t>{0, 3, 2, 4}));
  EXPECT_EQ(ranked(figures, Better::neither), ranked(figures, Better::higher));
}

TEST(KpiTest, NothingIsDividedByZero) {
  const Figure<> none = of({{In::likes, 0}, {In::reach, 0}}, "engagementRateByReach");
  EXPECT_EQ(none.why.kind, Reason::Kind::zero);
}

TEST(KpiTest, EachIsNamedOnce) {
  std::set<std::string_view> ids;
  for (const KpiInfo& kpi : kpis()) {
    EXPECT_TRUE(ids.insert(kpi.id).second) << kpi.id;
    const bool isOfPlan = kpi.metric.has_value();
    EXPECT_EQ(isOfPlan, metricById(kpi.id).has_value()) << kpi.id;
    EXPECT_TRUE(!isOfPlan || info(*kpi.metric).id == kpi.id);
  }
}

// Ranges, by hand.

using Ranged = std::vector<std::pair<In, test::Typed>>;

std::optional<KpiRange> spanOf(const std::vector<Ranged>& channels, std::string_view kpi,
                               std::size_t scope = 0) {
  KpiCounts counts;
  counts.interactions = {In::likes, In::comments};
  for (const Ranged& known : channels) {
    auto& channel = counts.channels.emplace_back();
    for (const auto& [input, typed] : known) {
      channel[static_cast<std::size_t>(input)] =
          static_cast<std::uint32_t>(counts.quantities.size());
      counts.quantities.push_back(typed.q);
    }
  }
  Tape tape;
  const KpiInfo& asked = *kpiById(kpi);
  const Trace figure = KpiSheet<Trace>(counts, Numbers<Trace>(tape))(scope, asked);
  return figure.figure().defined() ? rangeOf(counts, scope, asked, figure) : std::nullopt;
}

void expectSpan(const std::optional<KpiRange>& span, double low, double high) {
  ASSERT_TRUE(span);
  EXPECT_DOUBLE_EQ(span->low, low);
  EXPECT_DOUBLE_EQ(span->high, high);
}

TEST(KpiRangeTest, IsLeastWithTheLeastOverTheMost) {
  expectSpan(spanOf({{{In::likes, {20, 40, 60}}, {In::posts, {2, 4, 5}}}}, "likesPerPost"), 4, 30);
  expectSpan(spanOf({{{In::reach, {500, 600, 2000}}}}, "reach"), 500, 2000);
}

TEST(KpiRangeTest, OfASum_IsThatOfTheSumsOfTheEnds) {
  const Ranged post = {{In::likes, {10, 15, 20}}, {In::comments, {3, 4, 6}}, {In::reach, 100}};
  expectSpan(spanOf({post}, "engagementRateByReach"), 0.13, 0.26);
}

TEST(KpiRangeTest, OfATotal_DividesSumsOfTheEnds_OfChannelsThatAreCounted) {
  const std::vector<Ranged> channels = {
      {{In::shares, {10, 15, 20}}, {In::followers, {100, 150, 200}}},
      {{In::shares, {30, 40, 60}}, {In::followers, {300, 350, 400}}},
      {{In::followers, {5000, 6000, 9000}}}};
  expectSpan(spanOf(channels, "amplificationRate", 3), 40.0 / 600, 80.0 / 400);
}

TEST(KpiRangeTest, OfWhatStandsAboveAndBelow_TakesOneEndOfItAtATime) {
  // 1100 / 1000 - 1 to 1200 / 800 - 1
  expectSpan(
      spanOf({{{In::followers, {1100, 1150, 1200}}, {In::followersAtStart, {800, 900, 1000}}}},
             "followerGrowth"),
      0.1, 0.5);
  // 1 - 80 / 100 to 1 - 50 / 200
  expectSpan(spanOf({{{In::sessions, {100, 150, 200}}, {In::engagedSessions, {50, 60, 80}}}},
                    "bounceRate"),
             0.2, 0.75);
}

TEST(KpiRangeTest, AtAPrice_MultipliesEnds_AndAddsUpChannels) {
  const Ranged one = {{In::earnedImpressions, {1000, 2000, 3000}}, {In::marketCpm, {5, 6, 9}}};
  expectSpan(spanOf({one}, "earnedMediaValue"), 5, 27);
  expectSpan(spanOf({one, one}, "earnedMediaValue", 2), 10, 54);
}

TEST(KpiRangeTest, APartIsNoMoreThanItsWhole) {
  // all of 105 messages at most, and 80 of 105 at least
  const Ranged care = {{In::answered, {80, 90, 110}}, {In::messages, {100, 102, 105}}};
  expectSpan(spanOf({care}, "responseRate"), 80.0 / 105, 1);
  const Ranged whole = {{In::answered, {80, 90, 110}}, {In::messages, 100}};
  expectSpan(spanOf({whole}, "responseRate"), 0.8, 1);
  // together least with 80 of 120 and 30 of 100; most with 110 of 110, for which there is room
  const Ranged roomy = {{In::answered, {80, 90, 110}}, {In::messages, {100, 115, 120}}};
  const Ranged other = {{In::answered, 30}, {In::messages, 100}};
  expectSpan(spanOf({roomy, other}, "responseRate", 2), 110.0 / 220, 140.0 / 210);
  // more is answered than there was, likely: it is in no total
  const Ranged excess = {{In::answered, {80, 104, 110}}, {In::messages, {100, 102, 105}}};
  expectSpan(spanOf({excess, care}, "responseRate", 2), 80.0 / 105, 1);
}

TEST(KpiRangeTest, OfExactCounts_IsNone) {
  const Ranged exact = {{In::likes, 40}, {In::posts, 8}, {In::reach, {500, 600, 2000}}};
  EXPECT_FALSE(spanOf({exact}, "likesPerPost"));
  EXPECT_FALSE(spanOf({{{In::likes, 0}, {In::posts, {5, 8, 9}}}}, "likesPerPost"));
}

// On the tape: one percent more of a count.

TEST(KpiTest, TheTapeSaysWhatMoreOfACountDoes) {
  const KpiCounts counts = counted(
      {{{In::likes, 30}, {In::reach, 500}}, {{In::likes, 10}, {In::reach, 1500}}}, {In::likes});
  Tape tape;
  KpiSheet<Trace> sheet(counts, Numbers<Trace>(tape));
  const Trace rate = sheet(2, *kpiById("engagementRateByReach"));
  EXPECT_TRUE(test::is(rate.figure(), 0.02));
  const std::vector<double> slopes = gradient(rate, counts.quantities.size());
  for (std::size_t q = 0; q < counts.quantities.size(); ++q) {
    KpiCounts more = counts;
    const double step = 1e-6 * more.quantities[q].likely;
    more.quantities[q].likely += step;
    const double risen = figureOf(more, "engagementRateByReach", 2).value;
    EXPECT_NEAR(slopes[q], (risen - 0.02) / step, 1e-8) << q;
  }
}

// What leads to a goal, against the model.

/// A funnel with every step.
Made fullFunnel() {
  return Made()
      .with(Metric::closeRate, 0.25)
      .worth(400)
      .with(Metric::margin, 0.6)
      .channel("a",
               {{Metric::impressions, 50000}, {Metric::ctr, 0.02}, {Metric::conversionRate, 0.08}})
      .adSpend(900)
      .channel("b",
               {{Metric::impressions, 20000}, {Metric::ctr, 0.01}, {Metric::conversionRate, 0.05}})
      .adSpend(300)
      .plan();
}

/// One percent more of what a chain begins with, typed by hand where the plan is typed.
Made onePercentMore(std::size_t channel, Metric of) {
  Made plan = fullFunnel();
  if (of == Metric::revenue) return plan.worth(404);
  const bool isFirst = channel == 0;
  plan.at(channel);
  if (of == Metric::impressions) return plan.with(of, isFirst ? 50500 : 20200);
  if (of == Metric::clicks) return plan.with(Metric::ctr, isFirst ? 0.0202 : 0.0101);
  if (of == Metric::leads) return plan.with(Metric::conversionRate, isFirst ? 0.0808 : 0.0505);
  if (of == Metric::customers) return plan.with(Metric::closeRate, 0.2525);
  return plan.amount(isFirst ? 909 : 303);
}

double totalOf(const Made& made, Metric metric) { return test::Plan(made).total(metric).value; }

/// By hand: times what they divide by, none is a figure of the funnel.
const std::set<std::string_view> kUnlinked = {"engagementRateByReach",
                                              "engagementRateByImpressions",
                                              "engagementRateByFollowers",
                                              "engagementRateByFollowersPerPost",
                                              "engagementRateByViews",
                                              "allClicksCtr",
                                              "likesPerPost",
                                              "commentsPerPost",
                                              "sharesPerPost",
                                              "savesPerPost",
                                              "repostsPerPost",
                                              "applauseRate",
                                              "conversationRate",
                                              "amplificationRate",
                                              "viralityRate",
                                              "hookRate",
                                              "holdRate",
                                              "engagedSessionRate",
                                              "bounceRate",
                                              "followers",
                                              "followerGrowth",
                                              "mentions",
                                              "shareOfVoice",
                                              "sessions",
                                              "earnedMediaValue",
                                              "responseRate",
                                              "meanResponseTime",
                                              "medianResponseTime",
                                              "deflectedCost",
                                              "resolutionRate",
                                              "satisfaction",
                                              "positiveMentionShare",
                                              "employeeParticipation",
                                              "employeeShares",
                                              "employeeReach",
                                              "employeeClicks",
                                              "employeeClickValue"};

TEST(KpiTest, AKpiIsLinked_WhereMoreOfItMovesTheGoal) {
  std::size_t links = 0;
  for (const KpiInfo& kpi : kpis()) {
    if (kpi.id == "roi") continue;  // nothing that is typed moves profit and no return
    for (const Metric goal : goals()) {
      const std::vector<Metric> chain = chainOf(kpi, goal);
      if (kpi.metric == goal) {
        EXPECT_EQ(chain, std::vector{goal}) << kpi.id;
        continue;
      }
      const std::vector<Metric> any = chainOf(kpi, Metric::profit);
      ASSERT_EQ(any.empty(), kUnlinked.contains(kpi.id)) << kpi.id;
      if (any.empty()) {
        EXPECT_TRUE(chain.empty()) << kpi.id;
        continue;
      }
      const double before = totalOf(fullFunnel(), goal);
      const double after = totalOf(onePercentMore(0, any.front()), goal);
      EXPECT_EQ(!chain.empty(), !test::near(before, after, 1e-9))
          << kpi.id << " and " << info(goal).id;
      if (!chain.empty()) ++links;
    }
  }
  EXPECT_GT(links, 100U);
}

TEST(KpiTest, RoasIsRevenueOverAdSpend_AndRoiProfitOverCost) {
  using enum Metric;
  EXPECT_EQ(chainOf(*kpiById("roas"), profit), (std::vector{revenue, return_, profit}));
  EXPECT_EQ(chainOf(*kpiById("roas"), incrementalRoas), (std::vector{revenue, incrementalRoas}));
  EXPECT_EQ(chainOf(*kpiById("roas"), customers), std::vector<Metric>());
  EXPECT_EQ(chainOf(*kpiById("roi"), profit), std::vector{profit});
  EXPECT_EQ(chainOf(*kpiById("roi"), revenue), std::vector<Metric>());
  EXPECT_EQ(kpiById("roas")->per, In::adSpend);
  EXPECT_EQ(kpiById("roi")->per, In::cost);
}

TEST(KpiTest, EachStepOfAChain_IsOneOfTheModel) {
  const Scenario plan = fullFunnel().scenario();
  Recorded recorded(plan);
  for (const KpiInfo& kpi : kpis()) {
    for (const Metric goal : goals()) {
      const std::vector<Metric> chain = chainOf(kpi, goal);
      for (std::size_t i = 1; i < chain.size(); ++i) {
        const std::vector<double> at =
            gradient(recorded.sheet(recorded.sheet.total(), chain[i]), plan.quantities.size());
        const std::vector<double> from =
            gradient(recorded.sheet(recorded.sheet.total(), chain[i - 1]), plan.quantities.size());
        for (std::size_t q = 0; q < from.size(); ++q) {
          if (from[q] != 0) {
            EXPECT_NE(at[q], 0) << info(chain[i - 1]).id << " to " << info(chain[i]).id;
          }
        }
      }
    }
  }
}

std::vector<KpiLever> leversOf(const Scenario& plan, Metric goal) {
  const Levers form = levers(plan);
  Recorded recorded(form.scenario);
  std::vector<KpiLever> given;
  for (const LeverEffect& effect :
       leverEffects(form, recorded.sheet(recorded.sheet.total(), goal))) {
    if (effect.channel) given.push_back({effect.kind, *effect.channel, effect.percent});
  }
  return given;
}

/// The figures of a plan that KPIs are made of, as far as it has them.
KpiCounts figuresOf(const Made& made) {
  test::Plan plan(made);
  std::vector<Known> channels(plan.scenario().channels.size());
  for (std::size_t c = 0; c < channels.size(); ++c) {
    for (std::size_t i = 0; i <= static_cast<std::size_t>(In::cost); ++i) {
      const auto input = static_cast<In>(i);
      const Figure<> figure = plan.channel(c, *metricById(text(input)));
      if (figure.defined()) channels[c].emplace_back(input, figure.value);
    }
  }
  return counted(channels);
}

std::optional<double> effectIn(const Made& plan, std::size_t channel, std::string_view kpi,
                               Metric goal) {
  return effectOf(figuresOf(plan), leversOf(plan.scenario(), goal), channel,
                  chainOf(*kpiById(kpi), goal));
}

// Channel a: 80 leads, 20 customers, 8 000 of revenue, 4 800 of return, 3 900 of profit; b:
// 10, 2.5, 1 000, 600 and 300.
TEST(KpiTest, MoreRoasIsMoreRevenue_AndMoreRoiMoreProfit) {
  EXPECT_NEAR(*effectIn(fullFunnel(), 0, "roas", Metric::profit), 48, 1e-9);
  EXPECT_NEAR(*effectIn(fullFunnel(), 1, "roas", Metric::profit), 6, 1e-9);
  EXPECT_NEAR(*effectIn(fullFunnel(), 0, "roi", Metric::profit), 39, 1e-9);
  EXPECT_NEAR(*effectIn(fullFunnel(), 1, "roi", Metric::profit), 3, 1e-9);
  EXPECT_EQ(effectIn(fullFunnel(), 0, "roi", Metric::roi), std::nullopt);
}

TEST(KpiTest, WhereAMarginIsTyped_NobodyKnowsWhatMoreRevenueDoes) {
  const Made byMargin = Made()
                            .with(Metric::closeRate, 0.25)
                            .worthMargin(240)
                            .channel("a", {{Metric::clicks, 1000}, {Metric::conversionRate, 0.08}})
                            .adSpend(900)
                            .plan();
  EXPECT_EQ(effectIn(byMargin, 0, "revenue", Metric::profit), std::nullopt);
  EXPECT_EQ(effectIn(byMargin, 0, "roas", Metric::profit), std::nullopt);
  // 20 customers bring 4 800, and profit is 3 900
  EXPECT_NEAR(*effectIn(byMargin, 0, "conversionRate", Metric::profit), 48, 1e-9);
  EXPECT_NEAR(*effectIn(byMargin, 0, "roi", Metric::profit), 39, 1e-9);
}

TEST(KpiTest, WhatMovesNothing_HasAnEffectOfNothing) {
  const Made lost = Made()
                        .with(Metric::closeRate, 0.25)
                        .worth(400)
                        .channel("a", {{Metric::clicks, 1000}, {Metric::conversionRate, 0}})
                        .adSpend(900)
                        .plan();
  EXPECT_EQ(effectIn(lost, 0, "clicksPerPost", Metric::profit), 0);
  EXPECT_EQ(effectIn(lost, 0, "reach", Metric::profit), std::nullopt);
  const Made unsold = Made()
                          .channel("a", {{Metric::clicks, 1000}, {Metric::conversionRate, 0.1}})
                          .adSpend(900)
                          .plan();
  EXPECT_EQ(effectIn(unsold, 0, "clicksPerPost", Metric::profit), std::nullopt);
  EXPECT_EQ(effectIn(unsold, 0, "clicksPerPost", Metric::leads), 1);
}

TEST(KpiTest, OnePercentMore_DoesToTheGoalWhatTheModelSaysOfAPlanTypedAgain) {
  for (const Metric goal : {Metric::profit, Metric::leads, Metric::revenue}) {
    for (const std::string_view id : {"reach", "frequency", "ctr", "clicksPerPost", "formFillRate",
                                      "closeRate", "adSpendCpl", "costPerReach"}) {
      const std::vector<Metric> chain = chainOf(*kpiById(id), goal);
      if (chain.empty()) continue;
      for (const std::size_t channel : {0U, 1U}) {
        const double change =
            totalOf(onePercentMore(channel, chain.front()), goal) - totalOf(fullFunnel(), goal);
        const std::optional<double> effect = effectIn(fullFunnel(), channel, id, goal);
        ASSERT_TRUE(effect) << id;
        EXPECT_TRUE(test::near(*effect, change, 1e-9)) << id << " " << info(goal).id;
      }
    }
  }
}

TEST(KpiTest, WhatThePlanDoesNotKnow_HasNoEffect) {
  const KpiLever leads{Metric::leads, 0, 12};
  const KpiCounts counts = counted({{{In::leads, 40}, {In::customers, 8}}, {}});
  const auto effect = [&](std::size_t channel, std::vector<Metric> chain) {
    return effectOf(counts, {&leads, 1}, channel, chain);
  };
  EXPECT_EQ(effect(0, {Metric::impressions, Metric::clicks, Metric::leads}), std::nullopt);
  EXPECT_EQ(effect(0, {Metric::leads, Metric::customers, Metric::return_, Metric::roi}),
            std::nullopt);
  EXPECT_EQ(effect(0, {Metric::leads, Metric::adSpendCpl}), 12);
  EXPECT_EQ(effect(0, {Metric::leads, Metric::customers}), 0.08);
  EXPECT_EQ(effect(1, {Metric::leads}), std::nullopt);
  EXPECT_EQ(effectOf(counts, {}, 0, std::vector{Metric::leads, Metric::adSpendCpl}), std::nullopt);
}

TEST(KpiTest, WhatPleasesAndDoesNotPay_IsNotLinked) {
  for (const std::string_view id : {"engagementRateByReach", "applauseRate", "followers",
                                    "shareOfVoice", "earnedMediaValue", "employeeClickValue"}) {
    EXPECT_TRUE(chainOf(*kpiById(id), Metric::profit).empty()) << id;
    EXPECT_TRUE(chainOf(*kpiById(id), Metric::roi).empty()) << id;
  }
}

TEST(KpiTest, ReachLeadsToMoney_ThroughFrequency) {
  using enum Metric;
  EXPECT_EQ(chainOf(*kpiById("reach"), profit),
            (std::vector{impressions, clicks, leads, customers, return_, profit}));
  EXPECT_EQ(chainOf(*kpiById("adSpendCpl"), profit), (std::vector{adSpend, cost, profit}));
  EXPECT_EQ(chainOf(*kpiById("ctr"), impressions), std::vector<Metric>());
}

}  // namespace
}  // namespace roi::kpi_test
