// Trials weighted by the likelihood of what was observed, where the answer is known in closed form.

#include "roi/likelihood.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

namespace roi::likelihood_test {
namespace {

constexpr std::size_t kTrials = 65'536;

/// The values below which 1/2, 3/2, ... of kTrials lie, of a density between two ends.
template <class Density>
std::vector<double> quantiles(double low, double high, Density density) {
  constexpr int kSteps = 2'000'000;
  const double step = (high - low) / kSteps;
  std::vector<double> below = {0};
  for (int i = 0; i < kSteps; ++i) {
    below.push_back(below.back() + density(low + (i + 0.5) * step));
  }
  std::vector<double> values;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kTrials; ++i) {
    const double share = (static_cast<double>(i) + 0.5) / kTrials * below.back();
    while (below[at + 1] < share) ++at;
    const double part = (share - below[at]) / (below[at + 1] - below[at]);
    values.push_back(low + (static_cast<double>(at) + part) * step);
  }
  return values;
}

template <class Log>
WeightedTrials weighted(const std::vector<double>& values, Log log) {
  std::vector<double> logs;
  for (const double value : values) logs.push_back(log(value));
  return WeightedTrials(logs);
}

// Leads of a month with mean 500 and deviation 100, Gamma(25, 1/20); 225 in its first half:
// Gamma(250, 0.55), whose mean is 250 / 0.55 and deviation sqrt(250) / 0.55.
TEST(LikelihoodTest, GammaAndPoisson_GiveTheMeanInClosedForm) {
  const auto density = [](double x) { return std::exp(24 * std::log(x / 500) - (x - 500) / 20); };
  const std::vector<double> leads = quantiles(100, 1600, density);
  EXPECT_NEAR(std::accumulate(leads.begin(), leads.end(), 0.0) / kTrials, 500, 1e-3);
  const auto seen = [](double mean) { return logPoisson(225, 0.5 * mean); };
  const WeightedTrials trials = weighted(leads, seen);
  const Spread spread = trials.spread(leads);
  EXPECT_NEAR(spread.mean, 454.5455, 1e-3);
  EXPECT_NEAR(trials.mean(leads), 454.5455, 1e-3);
  std::vector<double> squares;
  for (const double x : leads) squares.push_back((x - 250 / 0.55) * (x - 250 / 0.55));
  EXPECT_NEAR(std::sqrt(trials.mean(squares)), std::sqrt(250) / 0.55, 2e-3);
  // R: qgamma(c(0.05, 0.5, 0.95), 250, 0.55) by its expansion (Wilson and Hilferty)
  const auto quantile = [](double z) {
    const double root = 1 - 1 / (9 * 250.0) + z / std::sqrt(9 * 250.0);
    return 250 / 0.55 * root * root * root;
  };
  EXPECT_NEAR(spread.quantiles[0], quantile(-1.644854), 0.05);
  EXPECT_NEAR(spread.quantiles[2], quantile(0), 0.05);
  EXPECT_NEAR(spread.quantiles[4], quantile(1.644854), 0.05);
}

// A close rate of Beta(10, 90); 30 of 200 leads bought: Beta(40, 260), of mean 40 / 300.
TEST(LikelihoodTest, BetaAndBinomial_GiveTheMeanInClosedForm) {
  const auto density = [](double p) {
    return std::exp(9 * std::log(p / 0.1) + 89 * std::log((1 - p) / 0.9));
  };
  const std::vector<double> rates = quantiles(1e-6, 0.6, density);
  const WeightedTrials trials =
      weighted(rates, [](double rate) { return logBinomial(30, 200, rate); });
  EXPECT_NEAR(trials.mean(rates), 40.0 / 300, 1e-6);
  std::vector<double> squares;
  for (const double p : rates) squares.push_back((p - 40.0 / 300) * (p - 40.0 / 300));
  EXPECT_NEAR(std::sqrt(trials.mean(squares)), std::sqrt(40.0 * 260 / 301) / 300, 1e-5);
}

// The logarithm of a price is normal about ln 2 with deviation 0.2; 2.5 was paid for 50: precisions
// 25 and 50 add up.
TEST(LikelihoodTest, NormalLogarithms_AddTheirPrecisions) {
  const auto density = [](double x) {
    return std::exp(-12.5 * (x - std::log(2)) * (x - std::log(2)));
  };
  const std::vector<double> logs = quantiles(-1, 2.5, density);
  const WeightedTrials trials =
      weighted(logs, [](double log) { return logPrice(2.5, 50, std::exp(log)); });
  EXPECT_NEAR(trials.mean(logs), (25 * std::log(2) + 50 * std::log(2.5)) / 75, 1e-5);
}

TEST(LikelihoodTest, EffectiveTrials_AreThoseOfEqualWeightThatSayAsMuch) {
  const double ln2 = std::log(2);
  EXPECT_NEAR(WeightedTrials(std::vector{5.0, 5.0, 5.0}).effective(), 3, 1e-12);
  EXPECT_NEAR(WeightedTrials(std::vector{0.0, 0.0, ln2}).effective(), 16.0 / 6, 1e-12);
  EXPECT_NEAR(WeightedTrials(std::vector{0.0, -800.0}).effective(), 1, 1e-12);
  const double none = -std::numeric_limits<double>::infinity();
  EXPECT_EQ(WeightedTrials(std::vector{none, none}).effective(), 0);
  EXPECT_EQ(WeightedTrials(std::vector{none, 3.0}).effective(), 1);
}

TEST(LikelihoodTest, WhatCannotBe_WeighsNothing) {
  EXPECT_EQ(logPoisson(0, 0), 0);
  EXPECT_TRUE(std::isinf(logPoisson(1, 0)));
  EXPECT_TRUE(std::isinf(logPoisson(1, std::nan(""))));
  EXPECT_EQ(logBinomial(0, 10, 0), 0);
  EXPECT_TRUE(std::isinf(logBinomial(1, 10, 0)));
  EXPECT_EQ(logBinomial(10, 10, 1), 0);
  EXPECT_TRUE(std::isinf(logBinomial(9, 10, 1)));
  EXPECT_TRUE(std::isinf(logPrice(1, 10, 0)));
}

TEST(LikelihoodTest, Chances_AreShared_ByWeight_AndUndefinedCountsAsNo) {
  const double ln3 = std::log(3);
  const WeightedTrials trials(std::vector{0.0, ln3, 0.0, 0.0});
  const std::vector<double> values = {-1, 2, 0, std::nan("")};
  EXPECT_NEAR(trials.chance(values, {0, false}).probability, 3.0 / 6, 1e-12);
  EXPECT_NEAR(trials.chance(values, {0, true}).probability, 4.0 / 6, 1e-12);
  EXPECT_EQ(trials.chance(values, {0, false}).undefined, 1U);
  EXPECT_NEAR(trials.spread(values).mean, 1, 1e-12);
}

}  // namespace
}  // namespace roi::likelihood_test
