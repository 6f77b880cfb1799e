#include "roi/likelihood.h"

#include <algorithm>
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

  std::vector<double> quantiles(std::span<const double> levels) const {
    if (!(high_ > low_)) return std::vector<double>(levels.size(), low_);
    std::vector<Place> places;
    std::array<bool, kBuckets + 1> isAsked{};
    for (const double level : levels) {
      places.push_back(placeOf(level));
      for (std::size_t b = places.back().first; b <= places.back().last; ++b) isAsked[b] = true;
    }
    const Drawers drawers = drawersOf(isAsked);
    std::vector<double> found;
    for (const Place& place : places) found.push_back(between(place, drawers));
    return found;
  }

 private:
  static constexpr std::size_t kBuckets = 512;
  static constexpr std::uint16_t kNone = kBuckets;
  static constexpr double kMost = std::numeric_limits<double>::max();

  /// The trials of each bucket, the lowest value first.
  using Drawers = std::array<std::vector<std::size_t>, kBuckets>;

  /// A quantile: in which buckets, and after how much weight.
  struct Place {
    std::size_t first, last;
    double weight;
  };

  Place placeOf(double level) const {
    const double place = level * all_;
    std::size_t bucket = 0;
    double before = 0;
    while (bucket + 1 < kBuckets && before + sums_[bucket] < place) before += sums_[bucket++];
    std::size_t first = bucket;
    std::size_t last = bucket;
    while (first > 0 && (first == bucket || sums_[first] == 0)) --first;
    while (last + 1 < kBuckets && (last == bucket || sums_[last] == 0)) ++last;
    return {first, last, place};
  }

  Drawers drawersOf(const std::array<bool, kBuckets + 1>& isAsked) const {
    Drawers made;
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (isAsked[buckets_[i]]) made[buckets_[i]].push_back(i);
    }
    for (std::vector<std::size_t>& trials : made) {
      sortStably(trials, [&](std::size_t a, std::size_t b) { return values_[a] < values_[b]; });
    }
    return made;
  }

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
  double between(const Place& place, const Drawers& drawers) const {
    double below = upTo(place.first);
    double middle = 0;
    const double* from = nullptr;
    for (std::size_t b = place.first; b <= place.last; ++b) {
      for (const std::size_t trial : drawers[b]) {
        const double& value = values_[trial];
        const double next = below + 0.5 * weights_[trial];
        if (place.weight <= next) {
          if (!from) return value;
          return *from + (place.weight - middle) / (next - middle) * (value - *from);
        }
        from = &value;
        middle = next;
        below += weights_[trial];
      }
    }
    return *from;
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
  weights_.reserve(logs.size());
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
  const std::vector<double> quantiles = steps.quantiles(Spread::kLevels);
  std::copy(quantiles.begin(), quantiles.end(), made.quantiles.begin());
  std::vector<double> levels;
  for (std::size_t e = 0; e < made.errors.size(); ++e) {
    ByReplicate below{};
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i] < made.quantiles[2 * e]) below[replicateOf(i)] += weights_[i];
    }
    const double error = errorOf(below, weights);
    levels.push_back(Spread::kLevels[2 * e] - error);
    levels.push_back(Spread::kLevels[2 * e] + error);
  }
  const std::vector<double> ends = steps.quantiles(levels);
  for (std::size_t e = 0; e < made.errors.size(); ++e) {
    made.errors[e] = 0.5 * (ends[2 * e + 1] - ends[2 * e]);
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
