// The levers of a plan against the plan itself.

#include "roi/levers.h"

#include <gtest/gtest.h>

#include <set>

#include "json/document.h"
#include "property/random_document.h"

namespace roi::levers_test {
namespace {

using enum Metric;
using test::Made;
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

TEST(LeversTest, RatesThatLeadToNoCount_KeepTheirFigure) {
  // a click-through rate without impressions stands beside leads that were counted
  int compared = 0;
  const std::vector<test::AllStated> channels = {
      {{ctr, 0.1}, {leads, 40}, {closeRate, 0.5}},
      {{conversionRate, 0.1}, {leads, 40}},
      {{conversionRate, 0.1}, {customers, 40}},
      {{ctr, 0.1}, {conversionRate, 0.2}, {customers, 4}},
      {{closeRate, 0.1}, {customers, 4}},
      {{impressions, 5}, {ctr, 0.1}, {leads, 4}},
      {{impressions, 0}, {ctr, 0.1}, {leads, 4}, {closeRate, 0.1}}};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    SCOPED_TRACE(i);
    expectSameOutcome(Made().worth(9).channel("a", channels[i]).adSpend(7).scenario(), compared);
  }
}

}  // namespace
}  // namespace roi::levers_test
