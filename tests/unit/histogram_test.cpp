#include "roi/histogram.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <random>

#include "roi/elementary.h"

namespace roi {
namespace {

constexpr std::uint64_t kSeed = 20261129;
constexpr std::size_t kTrials = 100'000;
constexpr double kBins = Histogram::kBins;

Histogram histogramOf(const std::vector<double>& values) {
  return histogram(values, spread(values));
}

double fraction(std::mt19937_64& generator) {
  return (static_cast<double>(generator() >> 11) + 0.5) * 0x1p-53;
}

/// Trials of a distribution by its quantile function.
std::vector<double> trialsOf(const std::function<double(double)>& quantile,
                             std::size_t trials = kTrials) {
  std::mt19937_64 generator(kSeed);
  std::vector<double> values;
  for (std::size_t i = 0; i < trials; ++i) values.push_back(quantile(fraction(generator)));
  return values;
}

/// A customer's worth: its logarithm is normal about 0.
double lognormal(double level) { return std::exp(0.5 * normalQuantile(level)); }

double lognormalDensity(double x) {
  const double z = std::log(x) / 0.5;
  return std::exp(-z * z / 2) / (x * 0.5 * std::sqrt(2 * std::numbers::pi));
}

double placeOf(const Histogram& h, std::size_t i) {
  return h.from +
         (h.to - h.from) * static_cast<double>(i) / static_cast<double>(h.density.size() - 1);
}

/// The trials below a value by the density, by the trapezoidal rule, and those below P1.
double areaBelow(const Histogram& h, double value) {
  double trials = h.below;
  for (std::size_t i = 0; i + 1 < h.density.size(); ++i) {
    const double left = placeOf(h, i);
    const double right = placeOf(h, i + 1);
    const double part = std::clamp((value - left) / (right - left), 0.0, 1.0);
    const double there = h.density[i] + part * (h.density[i + 1] - h.density[i]);
    trials += part * (h.density[i] + there) / 2 / Histogram::kStepsToABin;
  }
  return trials;
}

double areaOf(const Histogram& h) { return areaBelow(h, h.to) + h.above; }

TEST(HistogramTest, Counts_EveryDefinedTrialOnce) {
  std::mt19937_64 generator(kSeed);
  std::vector<double> values;
  std::vector<double> defined;
  for (int i = 0; i < 10'000; ++i) {
    const bool isDefined = i % 10 > 0;
    values.push_back(isDefined ? std::exp(3 * fraction(generator)) : std::nan(""));
    if (isDefined) defined.push_back(values.back());
  }
  const Histogram h = histogramOf(values);
  const auto below = [&](double x) {
    return std::count_if(defined.begin(), defined.end(), [=](double v) { return v < x; });
  };
  EXPECT_EQ(below(h.from), 90) << "P1 of 9000";
  EXPECT_EQ(h.below, 90U);
  EXPECT_EQ(std::count_if(defined.begin(), defined.end(), [&](double v) { return v > h.to; }), 90);
  EXPECT_EQ(h.above, 90U);
  std::uint32_t all = h.below + h.above;
  for (std::size_t bin = 0; bin < h.counts.size(); ++bin) {
    const std::size_t step = bin * Histogram::kStepsToABin;
    const auto inside = below(placeOf(h, step + Histogram::kStepsToABin)) - below(placeOf(h, step));
    EXPECT_NEAR(h.counts[bin], static_cast<double>(inside), 1);  // one may lie on the edge
    all += h.counts[bin];
  }
  EXPECT_EQ(all, defined.size());
  EXPECT_TRUE(h.atoms.empty());
}

TEST(HistogramTest, Density_IsThatOfALognormal) {
  const Histogram h = histogramOf(trialsOf(lognormal));
  const double trialsToABin = kTrials * (h.to - h.from) / kBins;
  const double highest = trialsToABin * lognormalDensity(std::exp(-0.25));  // its mode
  const std::size_t last = h.density.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) {
    const double exact = trialsToABin * lognormalDensity(placeOf(h, i));
    const bool isEnd = i == 0 || i == last;
    EXPECT_NEAR(h.density[i], exact, (isEnd ? 0.05 : 0.03) * highest) << placeOf(h, i);
  }
}

TEST(HistogramTest, Density_IsEvenWhereAllIsAsLikely) {
  const Histogram h = histogramOf(trialsOf([](double level) { return 7 + 2 * level; }));
  for (std::size_t i = 32; i + 32 < h.density.size(); ++i) {
    EXPECT_NEAR(h.density[i], 0.98 * kTrials / kBins, 0.05 * kTrials / kBins) << i;
  }
}

TEST(HistogramTest, Density_AddsUpToAllTrials) {
  const std::function<double(double)> normal = [](double level) {
    return 40 * normalQuantile(level) - 10;
  };
  const std::function<double(double)> heavy = [](double level) {
    return std::exp(2 * normalQuantile(level));
  };
  const std::function<double(double)> ends = [](double level) {
    return level < 0.5 ? -level * level : level * level;
  };
  for (const std::size_t trials : {512U, 2048U, 100'000U}) {
    for (const auto& quantile : {std::function<double(double)>(lognormal), normal, heavy, ends}) {
      EXPECT_NEAR(areaOf(histogramOf(trialsOf(quantile, trials))) / trials, 1, 0.02);
    }
  }
}

TEST(HistogramTest, Density_LeftOfNoughtIsTheChanceOfALoss) {
  for (const double cost : {0.6, 0.9, 1.2, 2.0}) {
    const auto profit = [&](double level) { return lognormal(level) - cost; };
    const Histogram h = histogramOf(trialsOf(profit));
    const double chance = std::erfc(-std::log(cost) / 0.5 / std::sqrt(2.0)) / 2;
    EXPECT_NEAR(areaBelow(h, 0) / kTrials, chance, 0.006) << cost;
  }
}

TEST(HistogramTest, Density_OfMirroredTrialsIsSymmetrical) {
  std::vector<double> values = trialsOf(lognormal, 5000);
  for (std::size_t i = 0; i < 5000; ++i) values.push_back(-values[i]);
  const Histogram h = histogramOf(values);
  ASSERT_NEAR(h.from, -h.to, 1e-12);
  const std::size_t last = h.density.size() - 1;
  for (std::size_t i = 0; i <= last; ++i) EXPECT_NEAR(h.density[i], h.density[last - i], 0.01);
}

TEST(HistogramTest, Density_DoesNotDependOnTheOrderOfTrials) {
  std::vector<double> values = trialsOf(lognormal, 5000);
  const Histogram one = histogramOf(values);
  std::reverse(values.begin(), values.end());
  const Histogram other = histogramOf(values);
  for (std::size_t i = 0; i < one.density.size(); ++i) {
    EXPECT_NEAR(one.density[i], other.density[i], 1e-9);
  }
}

// Outcomes that come again and again

TEST(HistogramTest, SureOutcome_IsAnAtom) {
  const Histogram h = histogramOf(std::vector<double>(600, 3));
  EXPECT_EQ(h.counts[0], 600U);
  EXPECT_EQ(h.below + h.above, 0U);
  ASSERT_EQ(h.atoms.size(), 1U);
  EXPECT_EQ(h.atoms[0].value, 3);
  EXPECT_EQ(h.atoms[0].count, 600U);
  for (const double trials : h.density) EXPECT_EQ(trials, 0);
}

TEST(HistogramTest, OutcomesApart_AreAtomsAndHaveNoDensity) {
  // sales of 99.9 each, of which 0 to 9 come, equally often
  const Histogram h =
      histogramOf(trialsOf([](double level) { return 99.9 * std::floor(10 * level) - 300; }));
  ASSERT_EQ(h.atoms.size(), 10U);
  for (std::size_t i = 0; i < 10; ++i) {
    EXPECT_DOUBLE_EQ(h.atoms[i].value, 99.9 * static_cast<double>(i) - 300);
    EXPECT_NEAR(h.atoms[i].count, kTrials / 10.0, 500);
  }
  for (const double trials : h.density) EXPECT_EQ(trials, 0);
}

TEST(HistogramTest, OutcomeBesideASpread_IsTakenOutOfItsDensity) {
  // in one of five trials nobody comes, and 2 are lost
  const Histogram h = histogramOf(
      trialsOf([](double level) { return level < 0.2 ? -2 : lognormal((level - 0.2) / 0.8) - 1; }));
  ASSERT_EQ(h.atoms.size(), 1U);
  EXPECT_EQ(h.atoms[0].value, -2);
  EXPECT_NEAR(h.atoms[0].count, 0.2 * kTrials, 500);
  EXPECT_EQ(h.density[0], 0) << "nobody loses about 2";
  EXPECT_NEAR(areaOf(h) + h.atoms[0].count, kTrials, 0.01 * kTrials);
}

TEST(HistogramTest, OutcomesCloseToEachOther_AreSpread) {
  // of so many that one more or less is not seen
  const Histogram h = histogramOf(
      trialsOf([](double level) { return std::floor(1000 + 32 * normalQuantile(level)); }));
  EXPECT_TRUE(h.atoms.empty());
  const std::size_t middle = h.density.size() / 2;
  EXPECT_NEAR(h.density[middle], h.density[middle + 1], 0.02 * h.density[middle]);
}

TEST(HistogramTest, NoTrials_HaveNone) {
  const Histogram h = histogramOf(std::vector<double>(300, std::nan("")));
  EXPECT_TRUE(h.atoms.empty());
  for (const double trials : h.density) EXPECT_EQ(trials, 0);
}

}  // namespace
}  // namespace roi
