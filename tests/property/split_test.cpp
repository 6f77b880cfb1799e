// Splits of random budgets over random channels: laws that hold of every one, against curves worked
// out here.

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "json/document.h"
#include "property/random_document.h"
#include "property/seed.h"
#include "roi/split_plan.h"

namespace roi::split_property_test {
namespace {

constexpr int kCases = 200;

class Random {
 public:
  explicit Random(std::uint64_t seed) : bits_(seed) {}
  double between(double low, double high) {
    return low + (high - low) * static_cast<double>(bits_() >> 11) / 9007199254740992.0;
  }
  double decades(double low, double high) { return std::pow(10, between(low, high)); }
  std::size_t upTo(std::size_t most) { return 1 + bits_() % most; }

 private:
  std::mt19937_64 bits_;
};

/// Elasticities below 1, and curves with a ceiling of a shape up to `steepest`.
std::vector<ResponseCurve> randomCurves(Random& random, double steepest) {
  std::vector<ResponseCurve> curves(random.upTo(6));
  for (ResponseCurve& c : curves) {
    c.spend = random.decades(1, 5);
    c.expectedReturn = c.spend * random.decades(-0.5, 1);
    const bool hasCeiling = random.between(0, 1) < 0.5;
    c.exponent = hasCeiling ? random.between(0.3, steepest) : random.between(0.05, 0.95);
    c.saturation = hasCeiling ? random.between(0.05, 0.95) : 0;
    c.minimum = random.between(0, 1) < 0.3 ? 0 : c.spend * random.between(0.1, 0.9);
    c.maximum = c.spend * random.between(1.1, 4);
  }
  return curves;
}

/// With the ceiling and the half spend that the curve stands for.
double brings(const ResponseCurve& c, double spend) {
  if (c.saturation == 0) return c.expectedReturn * std::pow(spend / c.spend, c.exponent);
  const double ceiling = c.expectedReturn / c.saturation;
  const double half = c.spend * std::pow(1 / c.saturation - 1, 1 / c.exponent);
  const double s = std::pow(spend, c.exponent);
  return ceiling * s / (std::pow(half, c.exponent) + s);
}

double sumOf(const std::vector<double>& spends) {
  double all = 0;
  for (const double spend : spends) all += spend;
  return all;
}

double brought(const std::vector<ResponseCurve>& curves, const std::vector<double>& spends) {
  double all = 0;
  for (std::size_t i = 0; i < curves.size(); ++i) all += brings(curves[i], spends[i]);
  return all;
}

double gainOf(const std::vector<ResponseCurve>& curves, const std::vector<double>& spends) {
  return brought(curves, spends) - sumOf(spends);
}

std::vector<double> now(const std::vector<ResponseCurve>& curves) {
  std::vector<double> spends;
  for (const ResponseCurve& c : curves) spends.push_back(c.spend);
  return spends;
}

double least(const std::vector<ResponseCurve>& curves) {
  double all = 0;
  for (const ResponseCurve& c : curves) all += c.minimum;
  return all;
}

/// Within bounds, spending at most the total.
std::vector<double> randomSplit(Random& random, const std::vector<ResponseCurve>& curves,
                                double total) {
  double left = total - least(curves);
  std::vector<double> spends;
  for (const ResponseCurve& c : curves) {
    const double more = random.between(0, std::min(left, c.maximum - c.minimum));
    spends.push_back(c.minimum + more);
    left -= more;
  }
  return spends;
}

void expectNoneBetter(Random& random, const std::vector<ResponseCurve>& curves, double total,
                      double gain, double slack) {
  for (int other = 0; other < 50; ++other) {
    EXPECT_GE(gain, gainOf(curves, randomSplit(random, curves, total)) - slack);
  }
}

void expectBounds(const std::vector<ResponseCurve>& curves, const BudgetSplit& split,
                  double total) {
  for (std::size_t i = 0; i < curves.size(); ++i) {
    EXPECT_GE(split.spend[i], curves[i].minimum);
    EXPECT_LE(split.spend[i], curves[i].maximum);
  }
  EXPECT_LE(sumOf(split.spend), total * (1 + 1e-14));
}

/// By differences of the curves written here, where no bound is near.
void expectEqualMarginals(const std::vector<ResponseCurve>& curves, const BudgetSplit& split) {
  for (std::size_t i = 0; i < curves.size(); ++i) {
    const double step = split.spend[i] * 1e-5;
    const ResponseCurve& c = curves[i];
    if (split.spend[i] < 1e-6 * c.spend) continue;  // no difference of doubles tells a slope here
    if (split.spend[i] - step <= c.minimum || split.spend[i] + step > c.maximum) continue;
    const double slope =
        (brings(c, split.spend[i] + step) - brings(c, split.spend[i] - step)) / (2 * step);
    const double rounding = 1e-15 * brings(c, split.spend[i]) / step;
    EXPECT_NEAR(slope, split.marginal, 1e-6 * slope + rounding);
  }
}

TEST(SplitPropertyTest, ASplit_KeepsItsBounds_IsNeverBelowNow_AndNoOtherBringsMore) {
  int atNow = 0;
  int inside = 0;
  for (int i = 0; i < kCases; ++i) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(test::seedOf(i)));
    Random random(test::seedOf(i));
    const std::vector<ResponseCurve> curves = randomCurves(random, 1);
    const double spent = sumOf(now(curves));
    double before = -INFINITY;
    for (const double times : {0.9, 1.0, 1.2, 2.0, 5.0}) {
      const double total = std::max(least(curves), times * spent);
      const auto split = splitBudget(curves, total);
      ASSERT_TRUE(split);
      expectBounds(curves, *split, total);
      expectEqualMarginals(curves, *split);
      const double gain = gainOf(curves, split->spend);
      const double hair = 1e-9 * brought(curves, split->spend);
      if (total >= spent) {
        EXPECT_GE(gain, gainOf(curves, now(curves)) - 1e-12 * hair);
        ++atNow;
      }
      EXPECT_GE(gain, before - hair) << "more budget, less gain";
      before = gain;
      expectNoneBetter(random, curves, total, gain, hair);
      if (split->marginal > 1) ++inside;
    }
  }
  EXPECT_GT(atNow, kCases);
  EXPECT_GT(inside, kCases);
}

TEST(SplitPropertyTest, CurvesThatBend_AreSplitNoWorseThanNowOrAtRandom) {
  int bent = 0;
  for (int i = 0; i < kCases; ++i) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(test::seedOf(i)));
    Random random(test::seedOf(i));
    const std::vector<ResponseCurve> curves = randomCurves(random, 4);
    for (const ResponseCurve& c : curves) bent += c.exponent > 1 ? 1 : 0;
    const double total = sumOf(now(curves)) * random.between(1, 2);
    const auto split = splitBudget(curves, total);
    ASSERT_TRUE(split);
    expectBounds(curves, *split, total);
    const double gain = gainOf(curves, split->spend);
    const double hair = 1e-9 * brought(curves, split->spend);
    const double grid = 1e-3 * brought(curves, split->spend);
    EXPECT_GE(gain, gainOf(curves, now(curves)) - 1e-12 * hair);
    expectNoneBetter(random, curves, total, gain, grid);
  }
  EXPECT_GT(bent, kCases / 2);
}

// 1000 bring 500 at any spend: the ROI is -50 % wherever anything is spent, and there is none of
// nothing.
TEST(SplitPropertyTest, ATargetRoiThatNothingReaches_IsNotReachedByNothing) {
  ResponseCurve linear;
  linear.spend = 1000;
  linear.expectedReturn = 500;
  linear.exponent = 1;
  linear.minimum = 0;
  linear.maximum = 2000;
  const SoughtSplit found = splitForRoi({linear}, 0, 0, 0.5);
  EXPECT_FALSE(found.isReached);
  ASSERT_GT(sumOf(found.split.spend), 0);
  EXPECT_NEAR(brought({linear}, found.split.spend) / sumOf(found.split.spend) - 1, -0.5, 1e-12);
}

TEST(SplitPropertyTest, ATargetRoi_IsMetByTheSplitThatEarnsMost) {
  int met = 0;
  int missed = 0;
  for (int i = 0; i < kCases; ++i) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(test::seedOf(i)));
    Random random(test::seedOf(i));
    const std::vector<ResponseCurve> curves = randomCurves(random, 1);
    const double cost = random.decades(0, 4);
    const double target = random.between(0, 4);
    const auto roiOf = [&](const std::vector<double>& spends) {
      return (brought(curves, spends) - sumOf(spends) - cost) / (sumOf(spends) + cost);
    };
    const SoughtSplit found = splitForRoi(curves, 0, cost, target);
    expectBounds(curves, found.split, INFINITY);
    const double roi = roiOf(found.split.spend);
    const double gain = gainOf(curves, found.split.spend);
    (found.isReached ? met : missed) += 1;
    if (found.isReached) {
      EXPECT_GE(roi, target * (1 - 1e-9));
    }
    for (int other = 0; other < 100; ++other) {
      const std::vector<double> spends = randomSplit(random, curves, 1e12);
      EXPECT_TRUE(found.isReached || roiOf(spends) <= roi + 1e-6);
      if (roiOf(spends) < target) continue;
      EXPECT_TRUE(found.isReached);
      EXPECT_LE(gainOf(curves, spends), gain + 1e-6 * brought(curves, found.split.spend));
    }
  }
  EXPECT_GT(met, kCases / 10);
  EXPECT_GT(missed, kCases / 10);
}

TEST(SplitPropertyTest, ATargetSum_IsReachedWithTheLeastSpend) {
  int met = 0;
  for (int i = 0; i < kCases; ++i) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(test::seedOf(i)));
    Random random(test::seedOf(i));
    const std::vector<ResponseCurve> curves = randomCurves(random, 1);
    const double target = brought(curves, now(curves)) * random.between(0.5, 2);
    const SoughtSplit found = splitForSum(curves, target);
    expectBounds(curves, found.split, INFINITY);
    const double sum = brought(curves, found.split.spend);
    met += found.isReached ? 1 : 0;
    EXPECT_EQ(found.isReached, sum >= target * (1 - 1e-12));
    for (int other = 0; other < 100; ++other) {
      const std::vector<double> spends = randomSplit(random, curves, 1e12);
      EXPECT_TRUE(found.isReached || brought(curves, spends) <= sum * (1 + 1e-12));
      if (brought(curves, spends) < target) continue;
      EXPECT_TRUE(found.isReached);
      EXPECT_GE(sumOf(spends), sumOf(found.split.spend) * (1 - 1e-9));
    }
  }
  EXPECT_GT(met, kCases / 2);
}

/// A random plan of which every channel with ad spend states an elasticity, some as a range.
test::Json responding(std::uint64_t seed) {
  Random random(seed);
  test::Json document = test::randomDocument(seed, {.whole = true});
  for (test::Json& scenario : document["scenarios"]) {
    for (test::Json& channel : scenario["channels"]) {
      const double low = random.between(0.05, 0.5);
      const double high = low + random.between(0.05, 0.45);
      channel["response"]["elasticity"] =
          random.between(0, 1) < 0.5 ? test::Json(low) : test::Json{{"low", low}, {"high", high}};
    }
  }
  return document;
}

TEST(SplitPropertyTest, OfAPlanWithRanges_TheMeanIsNeverBelowNow) {
  int changed = 0;
  for (int i = 0; i < 100; ++i) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(test::seedOf(i)));
    const auto document = test::decoded(responding(test::seedOf(i)));
    const Scenario& plan = document.front().scenario;
    SplitStart start(plan, 1, 1024);
    if (!start.profit().defined()) continue;
    const auto split = start.split(start.spent());
    if (!split) continue;
    const Change said = split->mean.value_or(split->profit);
    EXPECT_GE(said.to, said.from - 1e-12 * (std::fabs(said.from) + split->spent));
    changed += split->better ? 1 : 0;
  }
  EXPECT_GT(changed, 10);
}

}  // namespace
}  // namespace roi::split_property_test
