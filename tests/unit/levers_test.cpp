#include "roi/levers.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "json/document.h"
#include "property/random_document.h"

namespace roi {
namespace {

using enum Metric;
using test::near;

constexpr std::uint64_t kSeed = 20261125;

/// Parts of shared lines belong to their channel among the levers, by their kind; what a customer
/// brings in a month, and the revenue of the business, are no levers.
bool isToldApartDifferently(Metric m) {
  static const std::set<Metric> kSingle = {tools,         people,      production, fees,
                                           otherCosts,    sharedCosts, ownCost,    contribution,
                                           monthlyMargin, cacPayback,  mer,        ownRoi};
  return kSingle.count(m) > 0;
}

/// Every result of every scope of the levers against the plan's; one that is undefined stays so.
void expectSameOutcome(const Scenario& plan, int& compared) {
  const Levers form = levers(plan);
  Sheet<Figure<>> typed(plan);
  Sheet<Figure<>> lifted(form.scenario);
  ASSERT_EQ(typed.total(), lifted.total());
  for (std::size_t scope = 0; scope <= typed.total(); ++scope) {
    for (std::size_t i = 0; i < kMetrics; ++i) {
      const auto m = static_cast<Metric>(i);
      if (!isResult(m) || isToldApartDifferently(m)) continue;
      const Figure<> a = typed(scope, m);
      const Figure<> b = lifted(scope, m);
      EXPECT_EQ(a.defined(), b.defined())
          << info(m).id << " of scope " << scope << ": " << text(a.why) << " and " << text(b.why);
      if (!a.defined() || !b.defined()) continue;
      ++compared;
      const double size = test::yardstick(m, a.value, [&](Metric of) {
        const Figure<> other = typed(scope, of);
        return other.defined() ? std::fabs(other.value) : 0;
      });
      EXPECT_LE(std::fabs(a.value - b.value), 1e-12 * size)
          << info(m).id << " of scope " << scope << ' ' << a.value << ' ' << b.value;
    }
  }
}

void expectSameOutcomes(const test::Shape& shape, int documents, int least) {
  int compared = 0;
  for (std::uint64_t seed = kSeed; seed < kSeed + static_cast<std::uint64_t>(documents); ++seed) {
    SCOPED_TRACE(seed);
    const json::Document document = test::decoded(test::randomDocument(seed, shape));
    expectSameOutcome(document.front().scenario, compared);
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GT(compared, least);
}

TEST(LeversTest, LeversOfRandomPlans_GiveTheirOutcomeBack) { expectSameOutcomes({}, 300, 20'000); }

TEST(LeversTest, LeversOfWholePlans_GiveTheirOutcomeBack) {
  expectSameOutcomes({.channels = 6, .whole = true}, 100, 15'000);
}

TEST(LeversTest, LeversOfLevers_AreTheSame) {
  for (std::uint64_t seed = kSeed; seed < kSeed + 60; ++seed) {
    SCOPED_TRACE(seed);
    const json::Document document = test::decoded(test::randomDocument(seed));
    const Levers once = levers(document.front().scenario);
    const Levers twice = levers(once.scenario);
    ASSERT_EQ(once.list.size(), twice.list.size());
    for (std::size_t i = 0; i < once.list.size(); ++i) {
      EXPECT_EQ(once.list[i].kind, twice.list[i].kind);
      EXPECT_EQ(once.list[i].channel, twice.list[i].channel);
      EXPECT_TRUE(near(once.scenario.quantities[once.list[i].quantity].likely,
                       twice.scenario.quantities[twice.list[i].quantity].likely, 1e-14));
    }
  }
}

/// The levers of a channel by their kinds.
std::map<std::string, double> leversOf(const std::string& scenario, std::size_t channel = 0) {
  const json::Document document = test::decoded(test::documentOf(scenario));
  const Levers form = levers(document.front().scenario);
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
  EXPECT_EQ(leversOf(R"({"channels":[{"id":"a","impressions":50000,"clicks":2000,"leads":100,
              "customers":25,"value":{"mode":"revenue","revenuePerCustomer":40}}]})"),
            (List{{"impressions", 50'000},
                  {"ctr", 0.04},
                  {"conversionRate", 0.05},
                  {"closeRate", 0.25},
                  {"value", 40}}));
}

TEST(LeversTest, TheVolume_StandsAtTheHighestStageFromWhichCustomersFollow) {
  EXPECT_EQ(leversOf(R"({"closeRate":0.5,"channels":[{"id":"a","leads":346}]})"),
            (List{{"leads", 346}, {"closeRate", 0.5}}));
  EXPECT_EQ(leversOf(R"({"channels":[{"id":"a","customers":12}]})"), (List{{"customers", 12}}));
  EXPECT_EQ(
      leversOf(R"({"closeRate":0.5,"channels":[{"id":"a","adSpendCpc":2,"conversionRate":0.25,
              "costs":[{"kind":"adSpend","amount":500}]}]})"),
      (List{{"clicks", 250}, {"conversionRate", 0.25}, {"closeRate", 0.5}, {"adSpend", 500}}));
}

TEST(LeversTest, TopVolumes_NameThatStage) {
  const auto top = [](const std::string& channel) {
    const json::Document document =
        test::decoded(test::documentOf(R"({"channels":[{"id":"a",)" + channel + "}]}"));
    return topVolumes(document.front().scenario).front();
  };
  EXPECT_EQ(top(R"("impressions":9,"ctr":0.1,"conversionRate":0.1,"closeRate":0.1)"), impressions);
  EXPECT_EQ(top(R"("impressions":9,"clicks":3,"leads":2,"closeRate":0.1)"), impressions);
  EXPECT_EQ(top(R"("clicks":3,"conversionRate":0.1,"closeRate":0.1)"), clicks);
  EXPECT_EQ(top(R"("clicks":0,"leads":2,"closeRate":0.1)"), leads);  // no rate from no clicks
  EXPECT_EQ(top(R"("leads":0,"customers":2)"), customers);
  EXPECT_EQ(top(R"("leads":2)"), std::nullopt);
  EXPECT_EQ(top(R"("closeRate":0.2)"), std::nullopt);
}

TEST(LeversTest, CostsAreByKindWithPartsOfSharedLines) {
  const std::string plan = R"({"period":{"kind":"quarter"},"channels":[
    {"id":"a","costs":[{"kind":"adSpend","amount":300},{"kind":"tools","amount":10},
      {"kind":"tools","amount":1200,"period":{"kind":"year"}},
      {"kind":"people","hours":10,"hourlyCost":30}]},
    {"id":"b","costs":[{"kind":"adSpend","amount":100}]}],
    "sharedCosts":[{"kind":"tools","amount":40,"allocation":{"rule":"adSpend"}},
                   {"kind":"fees","amount":8,"allocation":{"rule":"equally"}}]})";
  // tools: 10 + 1200 x 3/12 + 40 x 3/4
  EXPECT_EQ(leversOf(plan), (List{{"adSpend", 300}, {"tools", 340}, {"people", 300}, {"fees", 4}}));
  EXPECT_EQ(leversOf(plan, 1), (List{{"adSpend", 100}, {"tools", 10}, {"fees", 4}}));
}

TEST(LeversTest, ValueOfEveryMode_IsOneLever) {
  EXPECT_EQ(leversOf(R"({"margin":0.5,"incrementalShare":0.8,"channels":[{"id":"a","customers":3,
              "value":{"mode":"subscription","revenuePerMonth":30,"monthlyChurn":0.05}}]})"),
            (List{{"customers", 3}, {"incrementalShare", 0.8}, {"value", 600}, {"margin", 0.5}}));
  EXPECT_EQ(leversOf(R"({"channels":[{"id":"a","customers":3,
              "value":{"mode":"margin","marginPerCustomer":70}}]})"),
            (List{{"customers", 3}, {"value", 70}}));
}

TEST(LeversTest, LikelyValues_StandForRanges) {
  EXPECT_EQ(leversOf(R"({"channels":[{"id":"a","customers":{"low":4,"high":9}}]})"),
            (List{{"customers", 6}}));
}

TEST(LeversTest, WhatIsUndefined_IsNoLever) {
  EXPECT_EQ(leversOf(R"({"channels":[{"id":"a","closeRate":0.2,
              "costs":[{"kind":"tools"},{"kind":"people","hours":3,"hourlyCost":9}]}]})"),
            (List{{"closeRate", 0.2}, {"people", 27}}));
}

TEST(LeversTest, RatesThatLeadToNoCount_KeepTheirFigure) {
  // a click-through rate without impressions stands beside leads that were counted
  int compared = 0;
  for (const char* channel :
       {R"("ctr":0.1,"leads":40,"closeRate":0.5)", R"("conversionRate":0.1,"leads":40)",
        R"("conversionRate":0.1,"customers":40)", R"("ctr":0.1,"conversionRate":0.2,"customers":4)",
        R"("closeRate":0.1,"customers":4)", R"("impressions":5,"ctr":0.1,"leads":4)",
        R"("impressions":0,"ctr":0.1,"leads":4,"closeRate":0.1)"}) {
    SCOPED_TRACE(channel);
    const json::Document document = test::decoded(test::documentOf(
        R"({"value":{"mode":"revenue","revenuePerCustomer":9},"channels":[{"id":"a",)" +
        std::string(channel) + R"(,"costs":[{"kind":"adSpend","amount":7}]}]})"));
    expectSameOutcome(document.front().scenario, compared);
  }
}

TEST(LeversTest, LeversFromALowerStage_AreTheSameOutcomeBelowIt) {
  const json::Document document = test::decoded(test::documentOf(R"({"closeRate":0.5,
    "value":{"mode":"revenue","revenuePerCustomer":9},
    "channels":[{"id":"a","impressions":1000,"ctr":0.1,"conversionRate":0.2}]})"));
  const Metric from[] = {leads};
  const Levers form = levers(document.front().scenario, from);
  ASSERT_FALSE(form.list.empty());
  EXPECT_EQ(form.list.front().kind, leads);
  EXPECT_DOUBLE_EQ(form.scenario.quantities[form.list.front().quantity].likely, 20);
  Sheet<Figure<>> sheet(form.scenario);
  EXPECT_TRUE(test::is(sheet(1, return_), 90));
  EXPECT_TRUE(test::lacks(sheet(0, ctr), "missing:ctr"));
}

}  // namespace
}  // namespace roi
