#include "roi/simulate.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace roi {
namespace {

struct Extent {
  double low, high;
};

bool isUndefined(double x) { return x != x; }

/// How many of some lanes are above 0, and how many are defined.
struct Tally {
  std::uint64_t above = 0, defined = 0;
};

Tally tally(const double* lanes, std::size_t size) {
  Tally tally;
  for (std::size_t i = 0; i < size; ++i) {
    tally.above += lanes[i] > 0 ? 1 : 0;
    tally.defined += lanes[i] == lanes[i] ? 1 : 0;
  }
  return tally;
}

/// The ends of what is defined, and each randomisation's sum, in a fixed order of additions.
class Sums {
 public:
  void add(std::span<const double> block, std::size_t replicate) {
    if (block.size() == kBlock && addWhole(block.data(), replicate)) return;
    for (const double x : block) {
      if (isUndefined(x)) continue;
      ++counts_[replicate];
      sums_[replicate] += x;
      low_ = x < low_ ? x : low_;
      high_ = high_ < x ? x : high_;
    }
  }

  Extent extent() const { return {low_, high_}; }
  std::size_t defined(std::size_t replicate) const { return counts_[replicate]; }
  std::size_t defined() const {
    std::size_t all = 0;
    for (const std::size_t one : counts_) all += one;
    return all;
  }
  double mean() const {
    double all = 0;
    for (const double one : sums_) all += one;
    return all / static_cast<double>(defined());
  }
  double meanError() const {
    std::vector<double> means;
    for (std::size_t r = 0; r < kReplicates; ++r) {
      if (counts_[r] > 0) means.push_back(sums_[r] / static_cast<double>(counts_[r]));
    }
    return standardError(means);
  }

 private:
  using Pair [[gnu::vector_size(16)]] = double;

  /// Sums and ends of a whole block, pairs of lanes side by side; says false, and adds nothing,
  /// where a lane is undefined.
  bool addWhole(const double* x, std::size_t replicate) {
    constexpr std::size_t kPairs = 4;
    std::array<Pair, kPairs> low{};
    std::array<Pair, kPairs> high{};
    std::array<Pair, kPairs> sum{};
    low.fill(Pair{low_, low_});
    high.fill(Pair{high_, high_});
    for (std::size_t i = 0; i < kBlock; i += 2 * kPairs) {
      for (std::size_t p = 0; p < kPairs; ++p) {
        const Pair value = {x[i + 2 * p], x[i + 2 * p + 1]};
        sum[p] += value;
        low[p] = value < low[p] ? value : low[p];
        high[p] = high[p] < value ? value : high[p];
      }
    }
    const Pair all = (sum[0] + sum[1]) + (sum[2] + sum[3]);
    if (isUndefined(all[0]) || isUndefined(all[1])) return false;
    for (std::size_t p = 0; p < kPairs; ++p) {
      for (std::size_t lane = 0; lane < 2; ++lane) {
        low_ = low[p][lane] < low_ ? low[p][lane] : low_;
        high_ = high_ < high[p][lane] ? high[p][lane] : high_;
      }
    }
    sums_[replicate] += all[0] + all[1];
    counts_[replicate] += kBlock;
    return true;
  }

  static constexpr double kMost = 1.7976931348623157e308;
  double low_ = kMost;
  double high_ = -kMost;
  std::array<double, kReplicates> sums_{};
  std::array<std::size_t, kReplicates> counts_{};
};

/// Calls back with each block of values and its randomisation.
template <class Work>
void forBlocks(std::span<const double> values, Work work) {
  for (std::size_t at = 0; at < values.size(); at += kBlock) {
    work(values.subspan(at, std::min(kBlock, values.size() - at)), at / kBlock % kReplicates);
  }
}

/// Values sorted into buckets of equal width: which values a quantile lies between is then a
/// matter of one or two buckets.
class Buckets {
 public:
  Buckets(std::span<const double> values, Extent extent)
      : values_(values), low_(extent.low), buckets_(values.size()) {
    const std::size_t count = std::clamp(std::bit_ceil(values.size() / 64), kFewest, kMost);
    scale_ = static_cast<double>(count - 1) / (extent.high - extent.low);
    all_.resize(count + 1);
    for (std::size_t at = 0; at < values.size(); at += kBlock) {
      sort(values.subspan(at, std::min(kBlock, values.size() - at)), buckets_.data() + at);
    }
    for (std::size_t b = 0; b < count; ++b) all_[b + 1] += all_[b];
  }

  /// The values that stand at these places of the sorted order.
  std::vector<double> select(const std::vector<std::size_t>& places) const {
    std::vector<std::vector<double>> drawers;
    std::vector<std::uint8_t> drawerOf(all_.size() + 1);
    for (const std::size_t place : places) {
      std::uint8_t& drawer = drawerOf[bucketOf(place)];
      if (drawer > 0) continue;
      drawers.emplace_back();
      drawer = static_cast<std::uint8_t>(drawers.size());
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const std::uint8_t drawer = drawerOf[buckets_[i]];
      if (drawer > 0) drawers[drawer - 1].push_back(values_[i]);
    }
    std::vector<double> selected;
    for (const std::size_t place : places) {
      const std::size_t bucket = bucketOf(place);
      std::vector<double>& drawer = drawers[drawerOf[bucket] - 1];
      const auto at = drawer.begin() + static_cast<std::ptrdiff_t>(place - all_[bucket]);
      std::nth_element(drawer.begin(), at, drawer.end());
      selected.push_back(*at);
    }
    return selected;
  }

 private:
  static constexpr std::size_t kFewest = 64;
  static constexpr std::size_t kMost = 1024;

  /// Numbers of buckets, from which each value is at most half a bucket away; counted as they come.
  void sort(std::span<const double> block, std::uint16_t* buckets) {
    constexpr double kMagic = 4503599627370496.0;  // 2^52: what is added lands in the low bits
    std::array<std::uint64_t, kBlock> numbers{};
    for (std::size_t i = 0; i < block.size(); ++i) {
      const double shifted = (block[i] - low_) * scale_ + kMagic;
      std::memcpy(&numbers[i], &shifted, sizeof shifted);
    }
    for (std::size_t i = 0; i < block.size(); ++i) {
      buckets[i] = static_cast<std::uint16_t>(numbers[i]);
      if (isUndefined(block[i])) buckets[i] = static_cast<std::uint16_t>(all_.size());
      if (!isUndefined(block[i])) ++all_[buckets[i] + 1];
    }
  }

  std::size_t bucketOf(std::size_t place) const {
    const auto after =
        std::upper_bound(all_.begin(), all_.end(), static_cast<std::uint32_t>(place));
    return static_cast<std::size_t>(after - all_.begin()) - 1;
  }

  std::span<const double> values_;
  double low_;
  double scale_;
  std::vector<std::uint16_t> buckets_;  ///< of each value; of an undefined one, one past the last
  std::vector<std::uint32_t> all_;      ///< values before each bucket
};

/// Between the two values nearest to the place (n - 1) x level. R. J. Hyndman, Y. Fan, "Sample
/// quantiles in statistical packages", The American Statistician 50 (1996), definition 7.
void quantiles(Spread& result, const Buckets& buckets) {
  std::vector<std::size_t> places;
  const auto last = static_cast<double>(result.trials - 1);
  for (const double level : Spread::kLevels) {
    const auto place = static_cast<std::size_t>(last * level);
    places.push_back(place);
    places.push_back(std::min(place + 1, result.trials - 1));
  }
  const std::vector<double> values = buckets.select(places);
  for (std::size_t i = 0; i < Spread::kLevels.size(); ++i) {
    const double exact = last * Spread::kLevels[i];
    const double part = exact - static_cast<double>(static_cast<std::size_t>(exact));
    result.quantiles[i] = values[2 * i] + part * (values[2 * i + 1] - values[2 * i]);
  }
}

/// How far P5, P50 and P95 would move if their levels were off by as much as the randomisations
/// disagree about them.
void quantileErrors(Spread& result, std::span<const double> values, const Buckets& buckets,
                    const Sums& sums) {
  const auto last = static_cast<double>(result.trials - 1);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < result.errors.size(); ++i) {
    std::array<std::uint32_t, kReplicates> below{};
    forBlocks(values, [&](std::span<const double> block, std::size_t replicate) {
      for (const double x : block) below[replicate] += x < result.quantiles[2 * i] ? 1 : 0;
    });
    std::vector<double> shares;
    for (std::size_t r = 0; r < kReplicates; ++r) {
      const std::size_t all = sums.defined(r);
      if (all > 0) shares.push_back(static_cast<double>(below[r]) / static_cast<double>(all));
    }
    const double error = standardError(shares);
    for (const double level : {Spread::kLevels[2 * i] - error, Spread::kLevels[2 * i] + error}) {
      places.push_back(static_cast<std::size_t>(last * std::clamp(level, 0.0, 1.0)));
    }
  }
  const std::vector<double> ends = buckets.select(places);
  for (std::size_t i = 0; i < result.errors.size(); ++i) {
    result.errors[i] = 0.5 * (ends[2 * i + 1] - ends[2 * i]);
  }
}

}  // namespace

double standardError(std::span<const double> values) {
  const auto n = static_cast<double>(values.size());
  if (n < 2) return 0;
  double mean = 0;
  for (const double value : values) mean += value / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / (n * (n - 1)));
}

Chance chanceOf(const Dealt& trials, const Dealt& holds, std::size_t undefined) {
  std::vector<double> shares;
  double all = 0;
  double held = 0;
  for (std::size_t r = 0; r < kReplicates; ++r) {
    if (trials[r] == 0) continue;
    shares.push_back(static_cast<double>(holds[r]) / trials[r]);
    all += trials[r];
    held += holds[r];
  }
  return {all > 0 ? held / all : 0, standardError(shares), undefined};
}

Spread spread(std::span<const double> values) {
  Spread result;
  Sums sums;
  forBlocks(values, [&](std::span<const double> block, std::size_t replicate) {
    sums.add(block, replicate);
  });
  result.trials = sums.defined();
  result.undefined = values.size() - result.trials;
  if (result.trials == 0) return result;
  const Extent extent = sums.extent();
  if (extent.low == extent.high) {
    result.quantiles.fill(extent.low);
    result.mean = extent.low;
    return result;
  }
  result.mean = sums.mean();
  result.meanError = sums.meanError();
  const Buckets buckets(values, extent);
  quantiles(result, buckets);
  quantileErrors(result, values, buckets, sums);
  return result;
}

Mean expectedLoss(std::span<const double> profits) {
  std::array<double, kReplicates> lost{};
  std::array<double, kReplicates> counts{};
  forBlocks(profits, [&](std::span<const double> block, std::size_t replicate) {
    for (const double profit : block) {
      if (isUndefined(profit)) continue;
      if (profit < 0) lost[replicate] -= profit;
      ++counts[replicate];
    }
  });
  std::vector<double> means;
  double sum = 0;
  double all = 0;
  for (std::size_t r = 0; r < kReplicates; ++r) {
    if (counts[r] == 0) continue;
    means.push_back(lost[r] / counts[r]);
    sum += lost[r];
    all += counts[r];
  }
  return {all > 0 ? sum / all : 0, standardError(means)};
}

std::vector<bool> rangesOf(std::span<const Quantity> quantities) {
  std::vector<bool> ranges;
  for (const Quantity& q : quantities) {
    ranges.push_back(q.isRange() && q.scale != Scale::fixed && !q.happened);
  }
  return ranges;
}

namespace {

std::vector<Tape::Index> allOf(const Question& q) {
  std::vector<Tape::Index> outputs = q.spreads;
  for (const Condition& chance : q.chances) outputs.push_back(chance.figure);
  outputs.insert(outputs.end(), q.race.begin(), q.race.end());
  return outputs;
}

}  // namespace

Simulation::Simulation(const Tape& tape, std::span<const Quantity> quantities,
                       const Question& question, std::uint64_t seed, std::size_t trials)
    : program_(tape, allOf(question), rangesOf(quantities)),
      draws_(quantities, program_.inputs(), seed),
      trials_(trials),
      chancesFrom_(question.spreads.size()),
      raceFrom_(chancesFrom_ + question.chances.size()),
      lanes_(program_.inputs().size() * kBlock),
      values_(question.spreads.size()),
      wins_(question.race.size()) {
  for (const std::uint32_t input : program_.inputs()) {
    if (quantities[input].scale != Scale::even) ++ranges_;
  }
  for (const Condition& chance : question.chances) chances_.push_back({chance, {}});
  for (std::size_t i = 0; i < program_.inputs().size(); ++i) {
    columns_.push_back(lanes_.data() + i * kBlock);
  }
  for (auto& column : values_) column.reserve(trials);
}

bool Simulation::advance(std::size_t trials) {
  const std::size_t until = std::min(trials_, done_ + trials);
  while (done_ < until) runBlock(std::min(kBlock, trials_ - done_));
  return done_ == trials_;
}

void Simulation::runBlock(std::size_t lanes) {
  const std::size_t block = done_ / kBlock;
  const std::size_t replicate = block % kReplicates;
  draws_.block(block, columns_.data());
  program_.run(columns_.data());
  keepValues(lanes);
  countChances(lanes, replicate);
  countWins(lanes, replicate);
  dealt_[replicate] += static_cast<std::uint32_t>(lanes);
  done_ += lanes;
}

void Simulation::keepValues(std::size_t lanes) {
  for (std::size_t k = 0; k < values_.size(); ++k) {
    const double* column = program_.output(k);
    values_[k].insert(values_[k].end(), column, column + lanes);
  }
}

void Simulation::countChances(std::size_t lanes, std::size_t replicate) {
  for (std::size_t k = 0; k < chances_.size(); ++k) {
    const double* column = program_.output(chancesFrom_ + k);
    auto& [condition, counted] = chances_[k];
    const Tally lanesOf = tally(column, lanes);
    counted.undefined += lanes - lanesOf.defined;
    counted.holds[replicate] += static_cast<std::uint32_t>(lanesOf.above);
    if (!condition.orZero) continue;
    counted.holds[replicate] += static_cast<std::uint32_t>(std::count(column, column + lanes, 0.0));
  }
}

void Simulation::countWins(std::size_t lanes, std::size_t replicate) {
  if (wins_.empty()) return;
  std::array<double, kBlock> best{};
  std::array<double, kBlock> winner{};  // its number from 1; 0: none yet
  best.fill(-std::numeric_limits<double>::infinity());
  for (std::size_t k = 0; k < wins_.size(); ++k) {
    const double* column = program_.output(raceFrom_ + k);
    const auto number = static_cast<double>(k + 1);
    wins_[k].undefined += lanes - tally(column, lanes).defined;
    for (std::size_t i = 0; i < kBlock; ++i) {
      winner[i] = column[i] > best[i] ? number : winner[i];
      best[i] = column[i] > best[i] ? column[i] : best[i];
    }
  }
  for (std::size_t i = 0; i < lanes; ++i) {
    const auto number = static_cast<std::int32_t>(winner[i]);
    if (number > 0) ++wins_[static_cast<std::size_t>(number - 1)].holds[replicate];
  }
}

std::vector<std::pair<std::uint32_t, double>> Simulation::trial(std::size_t number) const {
  const std::vector<double> values = draws_.trial(number);
  std::vector<std::pair<std::uint32_t, double>> drawn;
  for (std::size_t i = 0; i < values.size(); ++i) {
    drawn.emplace_back(program_.inputs()[i], values[i]);
  }
  return drawn;
}

bool hasRanges(std::span<const Quantity> quantities) {
  const std::vector<bool> ranges = rangesOf(quantities);
  return std::find(ranges.begin(), ranges.end(), true) != ranges.end();
}

}  // namespace roi
