// The model in exact fractions: what the doubles round.

#include <gtest/gtest.h>

#include "unit/plan.h"
#include "unit/rational.h"

namespace roi::exact_test {
namespace {

using enum Metric;
using test::Made;
using test::Rational;
using Exact = Figure<Rational>;

TEST(RationalTest, Double_IsTheDecimalItWasTypedAs) {
  EXPECT_EQ(Rational(0.1), Rational::of(1, 10));
  EXPECT_EQ(Rational(-2.75), Rational::of(-11, 4));
  EXPECT_EQ(Rational(1e12), Rational::of(1000000000000));
  EXPECT_EQ(Rational(1e-9), Rational::of(1, 1000000000));
  EXPECT_EQ(Rational(0), Rational());
}

TEST(RationalTest, Arithmetic_IsThatOfFractions) {
  const Rational half = Rational::of(1, 2);
  const Rational third = Rational::of(1, 3);
  EXPECT_EQ(half + third, Rational::of(5, 6));
  EXPECT_EQ(third - half, Rational::of(-1, 6));
  EXPECT_EQ(half * third, Rational::of(1, 6));
  EXPECT_EQ(half / Rational::of(-3), Rational::of(-1, 6));
  EXPECT_TRUE(third < half);
  EXPECT_FALSE(half < third);
}

TEST(RationalTest, Overflow_IsLostAndEqualToNothing) {
  Rational large = Rational::of(1000000007);
  for (int i = 0; i < 5; ++i) large = large * large;
  EXPECT_TRUE(large.lost());
  EXPECT_FALSE(large == large);
  EXPECT_TRUE((large + Rational::of(1)).lost());
  EXPECT_TRUE(std::isnan(large.number()));
}

class ExactPlan {
 public:
  explicit ExactPlan(const Made& made) : scenario_(made.scenario()), sheet_(scenario_) {}
  Rational total(Metric m) { return sheet_(sheet_.total(), m).value; }
  Rational channel(std::size_t c, Metric m) { return sheet_(c, m).value; }

 private:
  Scenario scenario_;
  Sheet<Exact> sheet_;
};

TEST(ExactTest, Worked12000Subscribers_AreExact) {
  ExactPlan plan(
      Made().channel("a", {{leads, 12000}, {closeRate, 0.1}}).worth(150).cost(otherCosts, 65000));
  EXPECT_EQ(plan.total(Metric::return_), Rational::of(180000));
  EXPECT_EQ(plan.total(Metric::roi), Rational::of(23, 13));
  EXPECT_EQ(plan.total(Metric::breakEvenCpl), Rational::of(15));
  EXPECT_EQ(plan.total(Metric::fullCostCpl), Rational::of(65, 12));
}

TEST(ExactTest, SharedCosts_AddUpToTheLine) {
  ExactPlan plan(Made()
                     .with({{closeRate, 0.3}, {margin, 0.7}})
                     .months(3)
                     .subscription(29.9, 0.07)
                     .channel("a", {{leads, 70}})
                     .adSpend(100.1)
                     .channel("b", {{leads, 11}})
                     .adSpend(200.3)
                     .channel("c", {{leads, 13}})
                     .shared(tools, 100, Allocation::adSpend)
                     .shared(tools, 1000)
                     .per(12)
                     .shared(tools, 10, Allocation::leads));
  // 100 x 1001/3004 + 250/3 + 10 x 70/94
  const Rational a = Rational::of(100100, 3004) + Rational::of(250, 3) + Rational::of(700, 94);
  EXPECT_EQ(plan.channel(0, Metric::sharedCosts), a);
  EXPECT_EQ(plan.channel(2, Metric::sharedCosts), Rational::of(250, 3) + Rational::of(130, 94));
  EXPECT_EQ(plan.total(Metric::sharedCosts), Rational::of(360));
  // 94 leads x 0.3 x (29.9 / 0.07) x 0.7 = 94 x 0.3 x 299
  EXPECT_EQ(plan.total(Metric::return_), Rational::of(94 * 3 * 299, 10));
  EXPECT_EQ(plan.total(Metric::cost), Rational::of(6604, 10));
}

TEST(ExactTest, DiscountedValue_IsTheFractionOfTheHandCalculation) {
  ExactPlan plan(Made().channel("a", {{customers, 7}}).discounted({100, 90, 80}, 0.6, 0.08));
  // 100 + 90 x 5/9 + 80 x 25/81
  EXPECT_EQ(plan.channel(0, Metric::value),
            Rational::of(100) + Rational::of(50) + Rational::of(2000, 81));
}

TEST(ExactTest, BreakEvenClosesExactly) {
  ExactPlan plan(Made()
                     .channel("a", {{clicks, 1999},
                                    {conversionRate, 0.07},
                                    {closeRate, 0.13},
                                    {margin, 0.37},
                                    {incrementalShare, 0.9}})
                     .worth(311)
                     .costs({{adSpend, 1001}, {fees, 77}}));
  const Rational leads = plan.total(Metric::leads);
  EXPECT_EQ(plan.total(Metric::breakEvenCpl) * leads, plan.total(Metric::return_));
  EXPECT_EQ(plan.total(Metric::breakEvenLeads) * plan.total(Metric::breakEvenCpl),
            plan.total(Metric::cost));
  EXPECT_EQ(plan.total(Metric::headroom) * leads, plan.total(Metric::profit));
}

}  // namespace
}  // namespace roi::exact_test
