// The model in exact fractions: what the doubles round.

#include <gtest/gtest.h>

#include "property/random_document.h"
#include "unit/plan.h"
#include "unit/rational.h"

namespace roi {
namespace {

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
  explicit ExactPlan(const std::string& scenario)
      : document_(test::decoded(test::documentOf(scenario))), sheet_(document_.front().scenario) {}
  Rational total(Metric m) { return sheet_(sheet_.total(), m).value; }
  Rational channel(std::size_t c, Metric m) { return sheet_(c, m).value; }

 private:
  json::Document document_;
  Sheet<Exact> sheet_;
};

TEST(ExactTest, Worked12000Subscribers_AreExact) {
  ExactPlan plan(R"({"channels":[{"id":"a","leads":12000,"closeRate":0.1,
    "value":{"mode":"revenue","revenuePerCustomer":150},
    "costs":[{"kind":"other","amount":65000}]}]})");
  EXPECT_EQ(plan.total(Metric::return_), Rational::of(180000));
  EXPECT_EQ(plan.total(Metric::roi), Rational::of(23, 13));
  EXPECT_EQ(plan.total(Metric::breakEvenCpl), Rational::of(15));
  EXPECT_EQ(plan.total(Metric::fullCostCpl), Rational::of(65, 12));
}

TEST(ExactTest, SharedCosts_AddUpToTheLine) {
  ExactPlan plan(R"({"closeRate":0.3,"margin":0.7,"period":{"kind":"quarter"},
    "value":{"mode":"subscription","revenuePerMonth":29.9,"monthlyChurn":0.07},"channels":[
    {"id":"a","leads":70,"costs":[{"kind":"adSpend","amount":100.1}]},
    {"id":"b","leads":11,"costs":[{"kind":"adSpend","amount":200.3}]},
    {"id":"c","leads":13}],
    "sharedCosts":[{"kind":"tools","amount":100,"allocation":{"rule":"adSpend"}},
      {"kind":"tools","amount":1000,"period":{"kind":"year"},"allocation":{"rule":"equally"}},
      {"kind":"tools","amount":10,"allocation":{"rule":"leads"}}]})");
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
  ExactPlan plan(R"({"channels":[{"id":"a","customers":7,"value":{"mode":"discounted",
    "yearlyRevenue":[100,90,80],"retention":0.6,"discountRate":0.08}}]})");
  // 100 + 90 x 5/9 + 80 x 25/81
  EXPECT_EQ(plan.channel(0, Metric::value),
            Rational::of(100) + Rational::of(50) + Rational::of(2000, 81));
}

TEST(ExactTest, BreakEvenClosesExactly) {
  ExactPlan plan(R"({"channels":[{"id":"a","clicks":1999,"conversionRate":0.07,"closeRate":0.13,
    "margin":0.37,"incrementalShare":0.9,"value":{"mode":"revenue","revenuePerCustomer":311},
    "costs":[{"kind":"adSpend","amount":1001},{"kind":"fees","amount":77}]}]})");
  const Rational leads = plan.total(Metric::leads);
  EXPECT_EQ(plan.total(Metric::breakEvenCpl) * leads, plan.total(Metric::return_));
  EXPECT_EQ(plan.total(Metric::breakEvenLeads) * plan.total(Metric::breakEvenCpl),
            plan.total(Metric::cost));
  EXPECT_EQ(plan.total(Metric::headroom) * leads, plan.total(Metric::profit));
}

void expectExact(const Scenario& scenario, int& compared) {
  Sheet<Figure<>> rounded(scenario);
  Sheet<Exact> exact(scenario);
  for (std::size_t scope = 0; scope <= rounded.total(); ++scope) {
    for (std::size_t i = 0; i < kMetrics; ++i) {
      const auto m = static_cast<Metric>(i);
      if (!isResult(m)) continue;
      const Figure<> figure = rounded(scope, m);
      const Exact fraction = exact(scope, m);
      EXPECT_EQ(text(figure.why), text(fraction.why)) << info(m).id;
      if (!figure.defined() || fraction.value.lost()) continue;
      ++compared;
      const double size =
          test::yardstick(m, figure.value, [&](Metric of) { return rounded(scope, of).value; });
      EXPECT_LE(std::fabs(figure.value - fraction.value.number()), 1e-12 * size)
          << info(m).id << ' ' << fraction.value;
    }
  }
}

TEST(ExactTest, Doubles_EqualTheFractionsTo1e12) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const test::Shape small{.channels = 3, .ranges = false, .roundFigures = true};
    const json::Document document = test::decoded(test::randomDocument(seed, small));
    expectExact(document.front().scenario, compared);
  }
  EXPECT_GT(compared, 1500);  // what fits into 127 bits; the rest is lost, not wrong
}

}  // namespace
}  // namespace roi
