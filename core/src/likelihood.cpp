#include "roi/likelihood.h"

#include <array>
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

/// Values with weight, sorted into buckets of equal width: between which two of them a quantile
/// lies is then a matter of one bucket and its neighbours.
class WeightedBuckets {
 public:
  WeightedBuckets(std::span<const double> values, std::span<const double> weights)
      : values_(values), weights_(weights), buckets_(values.size(), kNone) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!counts(i)) continue;
      low_ = values[i] < low_ ? values[i] : low_;
      high_ = high_ < values[i] ? values[i] : high_;
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!counts(i) || !(high_ > low_)) continue;
      buckets_[i] = bucketOf(values[i]);
      sums_[buckets_[i]] += weights[i];
    }
    all_ = upTo(kBuckets);
  }

  double quantile(double level) const {
    if (!(high_ > low_)) return low_;
    const double place = level * all_;
    std::size_t bucket = 0;
    double before = 0;
    while (bucket + 1 < kBuckets && before + sums_[bucket] < place) before += sums_[bucket++];
    std::size_t first = bucket;
    std::size_t last = bucket;
    while (first > 0 && (first == bucket || sums_[first] == 0)) --first;
    while (last + 1 < kBuckets && (last == bucket || sums_[last] == 0)) ++last;
    return between(first, last, place);
  }

 private:
  static constexpr std::size_t kBuckets = 512;
  static constexpr std::uint16_t kNone = kBuckets;
  static constexpr double kMost = std::numeric_limits<double>::max();

  bool counts(std::size_t i) const { return values_[i] == values_[i] && weights_[i] > 0; }

  std::uint16_t bucketOf(double value) const {
    return static_cast<std::uint16_t>((value - low_) / (high_ - low_) * (kBuckets - 1));
  }

  double upTo(std::size_t bucket) const {
    double all = 0;
    for (std::size_t b = 0; b < bucket; ++b) all += sums_[b];
    return all;
  }

  /// Among the values of some buckets, on the line through the middles of their steps.
  double between(std::size_t first, std::size_t last, double place) const {
    std::vector<std::size_t> trials;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (buckets_[i] >= first && buckets_[i] <= last) trials.push_back(i);
    }
    sortStably(trials, [&](std::size_t a, std::size_t b) { return values_[a] < values_[b]; });
    double below = upTo(first);
    double middle = 0;
    for (std::size_t k = 0; k < trials.size(); ++k) {
      const double weight = weights_[trials[k]];
      const double next = below + 0.5 * weight;
      const double value = values_[trials[k]];
      if (place <= next) {
        if (k == 0) return value;
        const double from = values_[trials[k - 1]];
        return from + (place - middle) / (next - middle) * (value - from);
      }
      middle = next;
      below += weight;
    }
    return values_[trials.back()];
  }

  std::span<const double> values_, weights_;
  std::vector<std::uint16_t> buckets_;  ///< of each trial
  double low_ = kMost;
  double high_ = -kMost;
  double all_ = 0;
  std::array<double, kBuckets> sums_{};
};

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
  const WeightedBuckets steps(values, weights_);
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
