#include "roi/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "unit/plan.h"

namespace roi::compare_test {
namespace {

using enum Metric;
using test::Made;
using test::near;

Bridge bridgeOf(const Made& from, const Made& to, Metric metric) {
  return bridges(from.scenario(), to.scenario(), {&metric, 1}).front();
}

std::map<std::string, double> partsOf(const Bridge& b) {
  std::map<std::string, double> parts;
  for (const auto& [player, amount] : b.parts) parts[std::string(text(player))] = amount;
  return parts;
}

/// Leads, close rate, value and ad spend of one channel.
struct Plan {
  double leads, closeRate, value, adSpend;

  Made made() const {
    return Made(value, closeRate)
        .channel("a", {{Metric::leads, leads}})
        .cost(Metric::adSpend, adSpend);
  }
  double result(Metric m) const {
    const double gain = leads * closeRate * value - adSpend;
    return m == profit ? gain : gain / adSpend;
  }
};

/// The average over all orders of switching, one after the other.
std::array<double, 4> overAllOrders(const Plan& from, const Plan& to, Metric m) {
  double Plan::*const fields[] = {&Plan::leads, &Plan::closeRate, &Plan::value, &Plan::adSpend};
  std::array<std::size_t, 4> order = {0, 1, 2, 3};
  std::array<double, 4> parts{};
  do {
    Plan now = from;
    for (const std::size_t i : order) {
      const double before = now.result(m);
      now.*fields[i] = to.*fields[i];
      parts[i] += (now.result(m) - before) / 24;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return parts;
}

TEST(CompareTest, Bridge_IsTheAverageOverAllOrders) {
  const Plan from{100, 0.1, 200, 1000};
  const Plan to{150, 0.08, 260, 1700};
  for (const Metric m : {profit, Metric::roi}) {
    const Bridge b = bridgeOf(from.made(), to.made(), m);
    const auto expected = overAllOrders(from, to, m);
    const auto parts = partsOf(b);
    ASSERT_EQ(parts.size(), 4U);
    EXPECT_TRUE(near(parts.at("volume"), expected[0], 1e-12));
    EXPECT_TRUE(near(parts.at("closeRate"), expected[1], 1e-12));
    EXPECT_TRUE(near(parts.at("value"), expected[2], 1e-12));
    EXPECT_TRUE(near(parts.at("adSpend"), expected[3], 1e-12));
    EXPECT_TRUE(test::is(b.from, from.result(m)));
    EXPECT_TRUE(test::is(b.to, to.result(m)));
  }
}

TEST(CompareTest, WhatDoesNotDiffer_TakesNoPart) {
  const Plan from{100, 0.1, 200, 1000};
  Plan to = from;
  EXPECT_TRUE(bridgeOf(from.made(), to.made(), profit).parts.empty());
  to.value = 300;
  EXPECT_EQ(partsOf(bridgeOf(from.made(), to.made(), profit)),
            (std::map<std::string, double>{{"value", 1000}}));
}

TEST(CompareTest, Savings_AreAPlayerOfTheirOwn) {
  const Made without = Plan{100, 0.1, 200, 1000}.made();
  const Made with = Made(without).saving(250).saving(50);
  const std::map<std::string, double> more{{"savings", 300}};
  EXPECT_EQ(partsOf(bridgeOf(without, with, profit)), more);
  EXPECT_TRUE(near(partsOf(bridgeOf(with, without, Metric::roi)).at("savings"), -0.3, 1e-12));
  EXPECT_TRUE(bridgeOf(with, with, profit).parts.empty());
}

TEST(CompareTest, AddedAndRemovedChannels_AreAPlayerOfTheirOwn) {
  const Made plan = Plan{100, 0.1, 200, 1000}.made();
  Made from = plan;
  Made to = Made(plan).channel("new", {{leads, 30}}).adSpend(100);  // 30 x 20 - 100
  EXPECT_EQ(partsOf(bridgeOf(from, to, profit)),
            (std::map<std::string, double>{{"channels", 500}}));
  EXPECT_EQ(partsOf(bridgeOf(to, from, profit)),
            (std::map<std::string, double>{{"channels", -500}}));
  from.channel("old", {{leads, 10}}).adSpend(100);  // 10 x 20 - 100
  EXPECT_EQ(partsOf(bridgeOf(from, to, profit)),
            (std::map<std::string, double>{{"channels", 400}}));
  // a channel comes with its own figures: 3 x 400 - 100; the value is doubled where it was before
  to.plan().worth(400);
  const auto parts = partsOf(bridgeOf(plan, to, profit));
  EXPECT_TRUE(near(parts.at("channels"), 1100, 1e-12));
  EXPECT_TRUE(near(parts.at("value"), 2000, 1e-12));
}

TEST(CompareTest, OrdersAgainstCustomers_StartFromCustomers) {
  const Made orders =
      Made().action(Action::order).worth(200).channel("a", {{leads, 100}}).adSpend(100);
  const Made customers = Made(200).channel("a", {{Metric::customers, 12}}).adSpend(250);
  // 100 orders of 200 less 100 of ads; 12 customers of 200 less 250
  const Bridge forth = bridgeOf(orders, customers, profit);
  EXPECT_TRUE(test::is(forth.from, 19'900));
  EXPECT_TRUE(test::is(forth.to, 2150));
  EXPECT_EQ(partsOf(forth),
            (std::map<std::string, double>{{"volume", -17'600}, {"adSpend", -150}}));
  EXPECT_EQ(partsOf(bridgeOf(customers, orders, profit)),
            (std::map<std::string, double>{{"volume", 17'600}, {"adSpend", 150}}));
}

/// A plan in which every kind of lever can differ, by a factor.
Made everyLever(double f) {
  return Made()
      .with({{closeRate, 0.1 * f}, {margin, 0.3 * f}, {incrementalShare, 0.5 * f}})
      .worth(500 * f)
      .channel("a", {{impressions, 1e5 * f}, {ctr, 0.02 * f}, {conversionRate, 0.2 * f}})
      .costs({{adSpend, 100 * f},
              {people, 100 * f},
              {tools, 100 * f},
              {production, 100 * f},
              {fees, 100 * f},
              {otherCosts, 100 * f}});
}

TEST(CompareTest, NoMoreThanTwelvePlay_AndTheLastTakesTheCostsThatAreLeft) {
  const Made other = everyLever(1.5).channel("b").cost(tools, 50);
  const Bridge b = bridgeOf(everyLever(1), other, profit);
  const auto parts = partsOf(b);
  EXPECT_EQ(parts.size(), kMostPlayers);
  // production, fees and other costs each rise by 50
  EXPECT_TRUE(near(parts.at("otherCosts"), -150, 1e-9));
  EXPECT_TRUE(near(parts.at("tools"), -50, 1e-9));
  EXPECT_TRUE(near(parts.at("channels"), -50, 1e-9));
  double sum = 0;
  for (const auto& [player, amount] : parts) sum += amount;
  EXPECT_TRUE(near(sum, b.to.value - b.from.value, 1e-12));
}

TEST(CompareTest, UndefinedEitherSide_LeavesNoParts) {
  const Made plan = Plan{100, 0.1, 200, 1000}.made();
  const Made none = Made().channel("a", {{leads, 5}}).adSpend(10);
  for (const Bridge& b : {bridgeOf(plan, none, profit), bridgeOf(none, plan, profit)}) {
    EXPECT_TRUE(b.why);
    EXPECT_TRUE(b.parts.empty());
    EXPECT_EQ(text(b.why), "missing:closeRate");
  }
}

TEST(CompareTest, AStepWithoutCost_LeavesNoPartsAndSaysWhy) {
  const auto plan = [](Metric kind) {
    return Made(200).channel("a", {{leads, 10}}).cost(kind, 50);
  };
  // between 50 of ads and 50 of tools lies a plan that spends nothing
  const Bridge b = bridgeOf(plan(adSpend), plan(tools), Metric::roi);
  EXPECT_EQ(text(b.why), "zero:cost");
  EXPECT_TRUE(b.parts.empty());
  EXPECT_EQ(partsOf(bridgeOf(plan(adSpend), plan(tools), profit)),
            (std::map<std::string, double>{{"adSpend", 50}, {"tools", -50}}));
}

TEST(CompareTest, Difference_IsMeasuredAgainstTheSizeOfWhatItComesFrom) {
  const Difference d = difference({-50, {}}, {25, {}}, profit);
  EXPECT_TRUE(test::is(d.absolute, 75));
  EXPECT_TRUE(test::is(d.relative, 1.5));
  EXPECT_TRUE(test::lacks(difference({0, {}}, {25, {}}, profit).relative, "zero:profit"));
  const Figure<> none = undefined<double>(Reason::Kind::missing, leads);
  EXPECT_TRUE(test::lacks(difference(none, {1, {}}, profit).absolute, "missing:leads"));
  EXPECT_TRUE(test::lacks(difference({1, {}}, none, profit).relative, "missing:leads"));
}

const std::optional<Difference>& at(const Comparison::Differences& all, Metric metric) {
  return all[static_cast<std::size_t>(metric)];
}

TEST(CompareTest, UnequalPeriods_AreComparedPerMonth) {
  const Scenario from = Made(300).channel("a", 100, 1000).scenario();
  const Scenario to = Made(300).months(3).channel("a", 300, 1500).scenario();
  const Comparison made = comparison(from, to);
  ASSERT_TRUE(made.perMonth);
  EXPECT_TRUE(test::is(at(made.total, Metric::leads)->relative, 2));
  EXPECT_TRUE(test::is(at(*made.perMonth, Metric::leads)->relative, 0));
  EXPECT_TRUE(test::is(at(*made.perMonth, Metric::cost)->to, 500));
  EXPECT_TRUE(test::is(at(*made.perMonth, Metric::profit)->absolute, 2500 - 2000));
  EXPECT_TRUE(at(made.total, Metric::roi));
  EXPECT_FALSE(at(*made.perMonth, Metric::roi));
}

TEST(CompareTest, EqualPeriods_AreNotComparedPerMonth) {
  const Scenario s = Made(300).channel("a", 100, 1000).scenario();
  EXPECT_FALSE(comparison(s, s).perMonth);
}

TEST(CompareTest, Channels_OfEitherSideAreThereWithWhatTheyHave) {
  const Scenario from = Made(300).channel("a", 100, 1000).channel("b", 10, 100).scenario();
  const Scenario to = Made(300).channel("c", 40, 100).channel("a", 100, 500).scenario();
  const Comparison made = comparison(from, to);
  ASSERT_EQ(made.channels.size(), 3U);
  EXPECT_EQ(made.channels[0].from, 0U);
  EXPECT_EQ(made.channels[0].to, 1U);
  EXPECT_TRUE(test::is(made.channels[0].profit.absolute, 500));
  EXPECT_EQ(made.channels[1].to, std::nullopt);
  EXPECT_TRUE(test::lacks(made.channels[1].profit.to, "missing:profit"));
  EXPECT_EQ(made.channels[2].from, std::nullopt);
  EXPECT_TRUE(test::is(made.channels[2].profit.to, 1100));
}

}  // namespace
}  // namespace roi::compare_test
