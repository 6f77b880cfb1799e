#include "roi/likelihood.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "roi/elementary.h"
#include "roi/order.h"

namespace roi {
namespace {

constexpr double kImpossible = -std::numeric_limits<double>::infinity();

using ByReplicate = std::array<double, kReplicates>;

std::size_t replicateOf(std::size_t trial) { return trial / kBlock % kReplicates; }

double sum(const ByReplicate& parts) {
  double all = 0;
  for (const double part : parts) all += part;
  return all;
}

/// The standard error of a quotient of sums, from those of the randomisations.
double errorOf(const ByReplicate& sums, const ByReplicate& weights) {
  std::vector<double> shares;
  for (std::size_t r = 0; r < kReplicates; ++r) {
    if (weights[r] > 0) shares.push_back(sums[r] / weights[r]);
  }
  return standardError(shares);
}

/// Defined values with weight, in rising order, and what they weigh up to the middle of each.
struct Steps {
  std::vector<double> values, middles;
  double all = 0;

  double quantile(double level) const {
    const double place = level * all;
    const auto above = std::upper_bound(middles.begin(), middles.end(), place);
    if (above == middles.begin()) return values.front();
    if (above == middles.end()) return values.back();
    const auto i = static_cast<std::size_t>(above - middles.begin());
    const double part = (place - middles[i - 1]) / (middles[i] - middles[i - 1]);
    return values[i - 1] + part * (values[i] - values[i - 1]);
  }
};

Steps stepsOf(std::span<const double> values, std::span<const double> weights) {
  std::vector<std::size_t> trials;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == values[i] && weights[i] > 0) trials.push_back(i);
  }
  const auto order = ordered(trials.size(), [&](std::size_t a, std::size_t b) {
    return values[trials[a]] < values[trials[b]];
  });
  Steps steps;
  for (const std::size_t place : order) {
    const std::size_t i = trials[place];
    steps.values.push_back(values[i]);
    steps.middles.push_back(steps.all + 0.5 * weights[i]);
    steps.all += weights[i];
  }
  return steps;
}

}  // namespace

double logPoisson(double count, double expected) {
  if (!(expected > 0)) return expected == 0 && count == 0 ? 0 : kImpossible;
  return count * logarithm(expected) - expected;
}

double logBinomial(double hits, double cases, double chance) {
  const double misses = cases - hits;
  if (!(chance > 0)) return chance == 0 && hits == 0 ? 0 : kImpossible;
  if (chance >= 1) return misses > 0 ? kImpossible : 0;
  return hits * logarithm(chance) + misses * logarithm(1 - chance);
}

double logPrice(double seen, double units, double expected) {
  if (!(expected > 0)) return kImpossible;
  const double apart = logarithm(seen / expected);
  return -0.5 * units * apart * apart;
}

WeightedTrials::WeightedTrials(std::span<const double> logs) {
  double most = kImpossible;
  for (const double log : logs) most = log > most ? log : most;
  double all = 0;
  double squares = 0;
  for (const double log : logs) {
    const double weight = log > kImpossible ? exponential(log - most) : 0;
    weights_.push_back(weight);
    all += weight;
    squares += weight * weight;
  }
  effective_ = squares > 0 ? all * all / squares : 0;
}

double WeightedTrials::mean(std::span<const double> values) const {
  double all = 0;
  double weights = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != values[i] || weights_[i] == 0) continue;
    all += weights_[i] * values[i];
    weights += weights_[i];
  }
  return all / weights;
}

Spread WeightedTrials::spread(std::span<const double> values) const {
  Spread made;
  ByReplicate sums{};
  ByReplicate weights{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != values[i]) {
      ++made.undefined;
    } else if (weights_[i] > 0) {
      sums[replicateOf(i)] += weights_[i] * values[i];
      weights[replicateOf(i)] += weights_[i];
    }
  }
  if (sum(weights) == 0) return made;
  made.trials = values.size() - made.undefined;
  made.mean = sum(sums) / sum(weights);
  made.meanError = errorOf(sums, weights);
  const Steps steps = stepsOf(values, weights_);
  for (std::size_t q = 0; q < made.quantiles.size(); ++q) {
    made.quantiles[q] = steps.quantile(Spread::kLevels[q]);
  }
  for (std::size_t e = 0; e < made.errors.size(); ++e) {
    ByReplicate below{};
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] < made.quantiles[2 * e]) below[replicateOf(i)] += weights_[i];
    }
    const double error = errorOf(below, weights);
    const double level = Spread::kLevels[2 * e];
    made.errors[e] = 0.5 * (steps.quantile(level + error) - steps.quantile(level - error));
  }
  return made;
}

Chance WeightedTrials::chance(std::span<const double> values, const Condition& condition) const {
  Chance made;
  ByReplicate holds{};
  ByReplicate weights{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] != values[i]) ++made.undefined;
    weights[replicateOf(i)] += weights_[i];
    if (condition.holds(values[i])) holds[replicateOf(i)] += weights_[i];
  }
  const double all = sum(weights);
  made.probability = all > 0 ? sum(holds) / all : 0;
  made.error = errorOf(holds, weights);
  return made;
}

}  // namespace roi
