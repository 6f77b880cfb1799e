#include "roi/split_budget.h"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/plan.h"

namespace roi::split_budget_test {
namespace {

using test::near;

double gainOf(const std::vector<ResponseCurve>& curves, const std::vector<double>& spends) {
  double gain = 0;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    gain += curves[i].expectedReturn * std::pow(spends[i] / curves[i].spend, curves[i].exponent) -
            spends[i];
  }
  return gain;
}

const std::vector<ResponseCurve> kTwo = {{1000, 3000, 0.5, 0, 1e12}, {500, 2500, 0.4, 0, 1e12}};

TEST(SplitBudgetTest, Split_BeatsEveryOtherOnAGrid) {
  const auto split = splitBudget(kTwo, 1200);
  ASSERT_TRUE(split);
  EXPECT_TRUE(near(split->spend[0] + split->spend[1], 1200, 1e-12));
  double best = -INFINITY;
  double at = 0;
  for (int i = 1; i < 12'000; ++i) {
    const double first = 0.1 * i;
    const double gain = gainOf(kTwo, {first, 1200 - first});
    if (gain > best) at = first;
    best = std::fmax(best, gain);
  }
  EXPECT_GE(gainOf(kTwo, split->spend), best - 1e-9);
  EXPECT_NEAR(split->spend[0], at, 0.1);
}

TEST(SplitBudgetTest, MarginalRoi_IsEqualOffTheBounds) {
  for (const double total : {10.0, 500.0, 1500.0, 2500.0}) {
    const auto split = splitBudget(kTwo, total);
    ASSERT_TRUE(split);
    for (std::size_t i = 0; i < 2; ++i) {
      const ResponseCurve& c = kTwo[i];
      const double slope = c.exponent * c.expectedReturn / c.spend *
                           std::pow(split->spend[i] / c.spend, c.exponent - 1);
      EXPECT_NEAR(slope - 1, split->marginal - 1, 1e-9 * (1 + slope)) << total;
      EXPECT_TRUE(test::is(marginalRoi(c, split->spend[i]), slope - 1, 1e-9));
    }
  }
}

TEST(SplitBudgetTest, WhereNotAllIsWorthIt_LessIsSpent) {
  // the last euro brings one: 1000 x (1.5)^2 = 2250, 500 x 2^(1/0.6)
  const auto split = splitBudget(kTwo, 1e6);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->marginal, 1);
  EXPECT_TRUE(near(split->spend[0], 2250, 1e-12));
  EXPECT_TRUE(near(split->spend[1], 500 * std::pow(2, 1 / 0.6), 1e-12));
}

TEST(SplitBudgetTest, Bounds_AreKept) {
  const std::vector<ResponseCurve> bounded = {
      {1000, 3000, 0.5, 0, 400}, {500, 2500, 0.4, 0, 1e12}, {100, 1, 0.5, 50, 1e12}};
  const auto split = splitBudget(bounded, 1200);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->spend[0], 400);
  EXPECT_EQ(split->spend[2], 50);
  EXPECT_TRUE(near(split->spend[1], 750, 1e-12));
}

TEST(SplitBudgetTest, LinearChannel_TakesAllItMayOrNothingButItsMinimum) {
  const std::vector<ResponseCurve> linear = {{100, 300, 1, 0, 700}, {100, 90, 1, 20, 700}};
  const auto split = splitBudget(linear, 5000);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->spend, (std::vector<double>{700, 20}));
  const auto part = splitBudget(linear, 500);  // short of the maximum
  ASSERT_TRUE(part);
  EXPECT_TRUE(near(part->spend[0], 480, 1e-9));
  EXPECT_EQ(part->spend[1], 20);
  EXPECT_NEAR(part->marginal, 3, 1e-9);
}

TEST(SplitBudgetTest, MinimumsBeyondTheTotal_CannotBeSplit) {
  const std::vector<ResponseCurve> least = {{100, 300, 0.5, 60, 700}, {100, 90, 0.5, 50, 700}};
  EXPECT_FALSE(splitBudget(least, 109));
  const auto split = splitBudget(least, 110);
  ASSERT_TRUE(split);
  EXPECT_TRUE(near(split->spend[0], 60, 1e-12));
  EXPECT_TRUE(near(split->spend[1], 50, 1e-12));
}

TEST(SplitBudgetTest, ChannelThatDoesNotRespond_GetsItsMinimum) {
  const auto split = splitBudget({{100, 300, 0, 5, 700}, {100, 0, 0.5, 0, 700}}, 1000);
  ASSERT_TRUE(split);
  EXPECT_EQ(split->spend, (std::vector<double>{5, 0}));
  EXPECT_TRUE(splitBudget({}, 0)->spend.empty());
}

TEST(SplitBudgetTest, Elasticity_GoesThroughTwoPoints) {
  EXPECT_NEAR(*elasticityThrough(100, 10, 400, 20), 0.5, 1e-15);
  EXPECT_NEAR(*elasticityThrough(400, 20, 100, 10), 0.5, 1e-15);
  EXPECT_NEAR(*elasticityThrough(100, 10, 200, 20), 1, 1e-15);
  EXPECT_EQ(*elasticityThrough(100, 10, 200, 10), 0);
  for (const auto& [a, b, c, d] : {std::array<double, 4>{100, 10, 200, 21},
                                   {100, 10, 200, 9},
                                   {100, 10, 100, 20},
                                   {0, 10, 100, 20},
                                   {100, 0, 200, 5}}) {
    EXPECT_FALSE(elasticityThrough(a, b, c, d));
  }
}

TEST(SplitBudgetTest, ElasticityOfProportionalPoints_IsExactlyOneHoweverTheyAreTyped) {
  EXPECT_EQ(elasticityThrough(164.80, 10, 181.28, 11), 1);  // 16.48 a lead
  EXPECT_EQ(elasticityThrough(110.1, 10, 330.3, 30), 1);
  EXPECT_EQ(elasticityThrough(100.01, 10'001, 100.02, 10'002), 1);
  EXPECT_EQ(elasticityThrough(0.07, 1, 0.21, 3), 1);
  EXPECT_FALSE(elasticityThrough(164.80, 10, 181.28, 11.000001));
  EXPECT_LT(*elasticityThrough(164.80, 10, 181.28, 10.999999), 1);
}

TEST(SplitBudgetTest, MarginalRoiOfTheFirstEuro_IsUndefined) {
  EXPECT_TRUE(test::lacks(marginalRoi(kTwo[0], 0), "zero:adSpend"));
  EXPECT_TRUE(test::is(marginalRoi({100, 300, 1, 0, 700}, 0), 2));
}

TEST(SplitBudgetTest, HillsCurve_IsWhatRobynDocuments) {
  // shape 3, half at 100: half of the ceiling is reached there
  const ResponseCurve curve{100, 0.5, 3, 0, 200, 0.5};
  EXPECT_NEAR(halfSpend(curve), 100, 1e-12);
  const std::vector<std::pair<double, double>> published = {
      {100, 0.5}, {150, 0.7714}, {170, 0.8309}, {190, 0.8728}, {200, 0.8889}};
  for (const auto& [spend, share] : published) EXPECT_NEAR(returnAt(curve, spend), share, 5e-5);
  EXPECT_NEAR(returnAt(curve, 1e9), 1, 1e-9);
}

}  // namespace
}  // namespace roi::split_budget_test
