#include "roi/ab_test.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

constexpr double kRootPi = 1.77245385090551602730;

// Gauss and Legendre's rule on -1 to 1; the nodes below 0 are those above, mirrored.
constexpr std::size_t kNodes = 8;
using Nodes = std::array<double, kNodes>;
constexpr Nodes kNode = {-0.9602898564975363, -0.7966664774136267, -0.5255324099163290,
                         -0.1834346424956498, 0.1834346424956498,  0.5255324099163290,
                         0.7966664774136267,  0.9602898564975363};
constexpr Nodes kWeight = {0.1012285362903763, 0.2223810344533745, 0.3137066458778873,
                           0.3626837833783620, 0.3626837833783620, 0.3137066458778873,
                           0.2223810344533745, 0.1012285362903763};

/// Legendre's polynomials from degree 0 on.
std::array<double, kNodes + 1> legendre(double x) {
  std::array<double, kNodes + 1> p = {1, x};
  for (std::size_t n = 1; n < kNodes; ++n) {
    const auto k = static_cast<double>(n);
    p[n + 1] = ((2 * k + 1) * x * p[n] - k * p[n - 1]) / (k + 1);
  }
  return p;
}

/// Of each node, the weights of all that integrate from -1 to it: by the integrals of Legendre's
/// polynomials.
std::array<Nodes, kNodes> partialWeights() {
  std::array<Nodes, kNodes> weights{};
  for (std::size_t to = 0; to < kNodes; ++to) {
    const auto end = legendre(kNode[to]);
    for (std::size_t of = 0; of < kNodes; ++of) {
      const auto at = legendre(kNode[of]);
      double sum = kNode[to] + 1;
      for (std::size_t n = 1; n < kNodes; ++n) sum += at[n] * (end[n + 1] - end[n - 1]);
      weights[to][of] = sum * kWeight[of] / 2;
    }
  }
  return weights;
}

/// Beta(1 + k, 1 + n - k), by the logarithm of the odds.
class Belief {
 public:
  explicit Belief(const Proportion& seen)
      : a_(1 + seen.successes), b_(1 + seen.cases - seen.successes), middle_(logarithm(a_ / b_)) {}

  /// Points between which the density is smooth, farther apart in the tails, which are exponential
  /// where few or all convert.
  void addPoints(std::vector<double>& points) const {
    constexpr std::array<double, 5> kTails = {10, 12, 16, 24, 40};
    const auto add = [&](double off) {
      points.push_back(middle_ - off * deviation());
      points.push_back(middle_ + off * deviation());
    };
    for (int half = 0; half <= 16; ++half) add(half / 2.0);
    for (const double off : kTails) add(off);
  }

  double deviation() const { return std::sqrt(1 / a_ + 1 / b_); }

  /// Over that at its mode.
  double density(double x) const {
    const double moved = middle_ - x;
    const double times = (a_ + b_ * exponential(moved)) / (a_ + b_);
    return exponential(b_ * moved - (a_ + b_) * logarithm(times));
  }

 private:
  double a_, b_, middle_;
};

/// Nodes, cell by cell, and their weights.
struct Grid {
  std::vector<double> at;
  std::vector<double> weights;
};

/// Between the points of all, but none nearer than a quarter of the least deviation.
std::vector<double> endsOfCells(const std::vector<Belief>& beliefs) {
  std::vector<double> points;
  double least = HUGE_VAL;
  for (const Belief& belief : beliefs) {
    belief.addPoints(points);
    least = std::min(least, belief.deviation() / 4);
  }
  std::sort(points.begin(), points.end());
  std::vector<double> ends = {points.front()};
  for (const double point : points) {
    if (point - ends.back() > least) ends.push_back(point);
  }
  return ends;
}

Grid gridOf(const std::vector<Belief>& beliefs) {
  Grid grid;
  const std::vector<double> ends = endsOfCells(beliefs);
  for (std::size_t cell = 1; cell < ends.size(); ++cell) {
    const double half = (ends[cell] - ends[cell - 1]) / 2;
    for (std::size_t i = 0; i < kNodes; ++i) {
      grid.at.push_back(ends[cell - 1] + half * (1 + kNode[i]));
      grid.weights.push_back(half * kWeight[i]);
    }
  }
  return grid;
}

/// At each node of a grid.
struct Curve {
  std::vector<double> density, below;
};

Curve curveOf(const Belief& belief, const Grid& grid, const std::array<Nodes, kNodes>& partial) {
  Curve curve;
  double all = 0;
  for (std::size_t first = 0; first < grid.at.size(); first += kNodes) {
    const double half = grid.weights[first] / kWeight[0];
    for (std::size_t i = 0; i < kNodes; ++i) {
      curve.density.push_back(belief.density(grid.at[first + i]));
    }
    for (const Nodes& weights : partial) {
      double sum = 0;
      for (std::size_t i = 0; i < kNodes; ++i) sum += weights[i] * curve.density[first + i];
      curve.below.push_back(all + half * sum);
    }
    for (std::size_t i = 0; i < kNodes; ++i) {
      all += grid.weights[first + i] * curve.density[first + i];
    }
  }
  for (double& density : curve.density) density /= all;
  for (double& below : curve.below) below = std::clamp(below / all, 0.0, 1.0);
  return curve;
}

/// How likely all others are below a node.
double othersBelow(const std::vector<Curve>& curves, std::size_t but, std::size_t node) {
  double all = 1;
  for (std::size_t i = 0; i < curves.size(); ++i) {
    if (i != but) all *= curves[i].below[node];
  }
  return all;
}

}  // namespace

std::vector<BestChance> bestChances(std::span<const Proportion> rates) {
  const std::vector<Belief> beliefs(rates.begin(), rates.end());
  const Grid grid = gridOf(beliefs);
  const auto partial = partialWeights();
  std::vector<Curve> curves;
  for (const Belief& belief : beliefs) curves.push_back(curveOf(belief, grid, partial));
  std::vector<BestChance> found(rates.size());
  for (std::size_t node = 0; node < grid.at.size(); ++node) {
    const double rate = 1 / (1 + exponential(-grid.at[node]));
    for (std::size_t i = 0; i < rates.size(); ++i) {
      const double others = othersBelow(curves, i, node);
      const double weight = grid.weights[node];
      found[i].chance += weight * curves[i].density[node] * others;
      found[i].loss += weight * rate * (1 - rate) * curves[i].below[node] * (1 - others);
    }
  }
  return found;
}

// The sequential interval

namespace {

/// Effective visitors about which the mixture is tightest, over 8.3: two variants of 5 000.
constexpr double kMixture = 300;

/// The difference over its standard error beyond which it lies with the chance of an error in all,
/// at so many effective visitors.
double sequentialQuantile(double effective, double confidence) {
  const double often = -2 * logarithm(1 - confidence) + logarithm(1 + effective / kMixture);
  return std::sqrt((1 + kMixture / effective) * often);
}

/// Of the estimated rate; of none or all, still some.
double varianceOf(const Proportion& seen) {
  const double rate = (seen.successes + 0.5) / (seen.cases + 1);
  return rate * (1 - rate) / seen.cases;
}

double effective(const Proportion& one, const Proportion& other) {
  return 1 / (1 / one.cases + 1 / other.cases);
}

}  // namespace

Interval sequential(const Proportion& one, const Proportion& other, double confidence) {
  const double difference = one.rate() - other.rate();
  const double half = std::sqrt(varianceOf(one) + varianceOf(other)) *
                      sequentialQuantile(effective(one, other), confidence);
  return {std::max(difference - half, -1.0), std::min(difference + half, 1.0)};
}

// Reading a test

namespace {

/// Several are compared with the first: each at a confidence that leaves all of them the one asked.
double confidenceOfEach(double confidence, std::size_t variants) {
  return 1 - (1 - confidence) / static_cast<double>(variants - 1);
}

MeanEstimate meanOf(double value, std::optional<double> variance, double confidence) {
  if (!variance) return {value, std::nullopt};
  const double half = twoSidedQuantile(confidence) * std::sqrt(*variance);
  return {value, Interval{value - half, value + half}};
}

/// A mean and its squared standard error.
struct Moments {
  double mean = 0;
  std::optional<double> variance;
};

std::optional<Moments> basketOf(const Variant& variant) {
  const double orders = variant.seen.successes;
  if (!variant.revenue || orders <= 0) return std::nullopt;
  Moments basket{*variant.revenue / orders, std::nullopt};
  const auto& deviation = variant.basketDeviation;
  if (deviation && orders >= 2) basket.variance = *deviation * *deviation / orders;
  return basket;
}

/// Who buys nothing counts as 0: the sum of squares is that of the baskets alone.
std::optional<Moments> perVisitorOf(const Variant& variant) {
  if (!variant.revenue) return std::nullopt;
  const auto& [orders, visitors] = variant.seen;
  Moments moments{*variant.revenue / visitors, std::nullopt};
  const std::optional<Moments> basket = basketOf(variant);
  if (basket && basket->variance && visitors >= 2) {
    const double baskets = *variant.basketDeviation * *variant.basketDeviation * (orders - 1);
    const double squares = baskets + *variant.revenue * (basket->mean - moments.mean);
    moments.variance = squares / (visitors - 1) / visitors;
  }
  return moments;
}

std::optional<Earned> earnedOf(const Variant& variant, double confidence) {
  const std::optional<Moments> perVisitor = perVisitorOf(variant);
  if (!perVisitor) return std::nullopt;
  Earned earned{meanOf(perVisitor->mean, perVisitor->variance, confidence), std::nullopt};
  const std::optional<Moments> basket = basketOf(variant);
  if (basket) earned.basket = meanOf(basket->mean, basket->variance, confidence);
  return earned;
}

std::optional<MeanEstimate> differenceOf(const std::optional<Moments>& one,
                                         const std::optional<Moments>& other, double confidence) {
  if (!one || !other) return std::nullopt;
  std::optional<double> variance;
  if (one->variance && other->variance) variance = *one->variance + *other->variance;
  return meanOf(one->mean - other->mean, variance, confidence);
}

Contrast contrastOf(const AbTest& test, const Variant& one) {
  const Variant& first = test.variants.front();
  Contrast made;
  made.difference = one.seen.rate() - first.seen.rate();
  if (test.isRunning) {
    const double confidence = confidenceOfEach(test.confidence, test.variants.size());
    made.interval = sequential(one.seen, first.seen, confidence);
    made.isSignificant = made.interval.low > 0 || made.interval.high < 0;
  } else {
    made.interval = newcombe(one.seen, first.seen, test.confidence);
  }
  if (first.seen.successes > 0) made.lift = made.difference / first.seen.rate();
  made.perVisitor = differenceOf(perVisitorOf(one), perVisitorOf(first), test.confidence);
  made.basket = differenceOf(basketOf(one), basketOf(first), test.confidence);
  return made;
}

/// A test that cannot show a difference has p 1.
void testAll(const AbTest& test, AbReading& reading) {
  const Proportion& first = test.variants.front().seen;
  std::vector<double> p;
  for (std::size_t i = 1; i < test.variants.size(); ++i) {
    const auto found = twoProportionTest(test.variants[i].seen, first);
    p.push_back(found ? found->p : 1);
  }
  const std::vector<double> corrected = correctedByHolm(p);
  for (std::size_t i = 0; i < corrected.size(); ++i) {
    Contrast& contrast = *reading.variants[i + 1].contrast;
    contrast.p = corrected[i];
    contrast.isSignificant = corrected[i] < 1 - test.confidence;
  }
}

double splitOf(const AbTest& test) {
  std::vector<double> visitors;
  std::vector<double> shares;
  double all = 0;
  for (const Variant& variant : test.variants) all += variant.share;
  for (const Variant& variant : test.variants) {
    visitors.push_back(variant.seen.cases);
    shares.push_back(variant.share / all);
  }
  return sampleRatioTest(visitors, shares);
}

std::size_t highest(const std::vector<Variant>& variants, std::size_t from) {
  std::size_t best = from;
  for (std::size_t i = from; i < variants.size(); ++i) {
    if (variants[i].seen.rate() > variants[best].seen.rate()) best = i;
  }
  return best;
}

AbVerdict verdictOf(const AbReading& reading) {
  if (reading.sampleRatio < kSplitAlarm) return AbVerdict::unsound;
  const auto& variants = reading.variants;
  if (reading.leader > 0) {
    return variants[reading.leader].contrast->isSignificant ? AbVerdict::better : AbVerdict::open;
  }
  const bool areWorse = std::all_of(variants.begin() + 1, variants.end(), [](const auto& one) {
    return one.contrast->isSignificant && one.contrast->difference < 0;
  });
  return areWorse ? AbVerdict::worse : AbVerdict::open;
}

/// The least multiple of what was counted at which it shows; nothing beyond a thousand times.
template <class Shows>
std::optional<double> leastMultiple(Shows shows) {
  constexpr double kMost = 1000;
  if (!shows(kMost)) return std::nullopt;
  double low = 1;
  double high = kMost;
  for (int step = 0; step < 60; ++step) {
    const double middle = low + (high - low) / 2;
    (shows(middle) ? high : low) = middle;
  }
  return high;
}

std::optional<Needed> neededOf(const AbTest& test, const AbReading& reading) {
  const Proportion& one = test.variants[reading.rival].seen;
  const Proportion& first = test.variants.front().seen;
  const auto found = twoProportionTest(one, first);
  if (!found) return std::nullopt;
  const double confidence = confidenceOfEach(test.confidence, test.variants.size());
  const auto times = leastMultiple([&](double multiple) {
    if (!test.isRunning) {
      return std::fabs(found->z) * std::sqrt(multiple) > twoSidedQuantile(confidence);
    }
    const Interval interval =
        sequential({one.successes * multiple, one.cases * multiple},
                   {first.successes * multiple, first.cases * multiple}, confidence);
    return interval.low > 0 || interval.high < 0;
  });
  if (!times) return std::nullopt;
  const double more = *times - 1;
  Needed needed{std::ceil(more * one.successes), std::ceil(more * one.cases), std::nullopt};
  if (test.days) needed.days = std::ceil(more * *test.days);
  return needed;
}

}  // namespace

std::string_view text(AbVerdict verdict) {
  constexpr std::array<std::string_view, 4> kNames = {"unsound", "better", "worse", "open"};
  return kNames[static_cast<std::size_t>(verdict)];
}

AbReading read(const AbTest& test) {
  AbReading reading;
  std::vector<Proportion> rates;
  for (const Variant& variant : test.variants) rates.push_back(variant.seen);
  const std::vector<BestChance> chances = bestChances(rates);
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const Variant& variant = test.variants[i];
    VariantReading& made = reading.variants.emplace_back();
    made.rate = wilson(variant.seen, test.confidence);
    made.best = chances[i];
    made.earned = earnedOf(variant, test.confidence);
    if (i > 0) made.contrast = contrastOf(test, variant);
  }
  if (!test.isRunning) testAll(test, reading);
  reading.sampleRatio = splitOf(test);
  reading.leader = highest(test.variants, 0);
  reading.rival = highest(test.variants, 1);
  reading.verdict = verdictOf(reading);
  if (reading.verdict == AbVerdict::open) reading.needed = neededOf(test, reading);
  return reading;
}

// Planning one

namespace {

/// How many standard errors a difference must be to show so often.
double errorsFor(double confidence, double power) {
  return twoSidedQuantile(confidence) + normalQuantile(power);
}

double spreadOf(double rate) { return rate * (1 - rate); }

}  // namespace

double sizeFor(double difference, double variances, double confidence, double power) {
  const double errors = errorsFor(confidence, power) / difference;
  return errors * errors * variances;
}

std::optional<double> detectable(double rate, double visitors, double confidence, double power) {
  // (difference / errors)^2 visitors = the variances, of which the second is that of rate +
  // difference: a quadratic equation
  const double errors = errorsFor(confidence, power);
  const double squared = errors * errors;
  const double a = visitors + squared;
  const double b = squared * (1 - 2 * rate);
  const double c = 2 * squared * spreadOf(rate);
  const double found = rate + (b + std::sqrt(b * b + 4 * a * c)) / (2 * a);
  if (found >= 1) return std::nullopt;
  return found;
}

double TestAndRoll::size() const {
  const double ratio = variance / (deviation * deviation);
  const double known = 0.75 * ratio;
  return std::sqrt(visitors / 4 * ratio + known * known) - known;
}

double TestAndRoll::regret(double size) const {
  const double best = mean + deviation / kRootPi;
  const double squared = deviation * deviation;
  const double gain = squared / (kRootPi * std::sqrt(squared + variance / size));
  const double expected = mean + (1 - 2 * size / visitors) * gain;
  return 1 - expected / best;
}

namespace {

AbSize sizeOf(double visitors, const AbPlan& asked) {
  AbSize size{std::ceil(visitors), std::nullopt};
  if (asked.visitorsPerDay) {
    size.days =
        std::ceil(size.visitors * static_cast<double>(asked.variants) / *asked.visitorsPerDay);
  }
  return size;
}

std::optional<AbPlanned::Paying> payingOf(const AbPlan& asked, double significant) {
  if (asked.variants != 2 || !asked.visitorsPerDay || !asked.horizonDays) return std::nullopt;
  const TestAndRoll roll{*asked.visitorsPerDay * *asked.horizonDays, asked.rate,
                         spreadOf(asked.rate), asked.rate * asked.spread};
  const double size = roll.size();
  AbPlanned::Paying paying{sizeOf(size, asked), roll.regret(size), std::nullopt};
  if (2 * significant <= roll.visitors) paying.regretOfSignificant = roll.regret(significant);
  return paying;
}

}  // namespace

AbPlanned plan(const AbPlan& asked) {
  const double confidence = confidenceOfEach(asked.confidence, asked.variants);
  const double higher = asked.rate * (1 + asked.lift);
  const double size = sizeFor(higher - asked.rate, spreadOf(asked.rate) + spreadOf(higher),
                              confidence, asked.power);
  AbPlanned planned;
  planned.significant = sizeOf(size, asked);
  planned.paying = payingOf(asked, planned.significant.visitors);
  if (!asked.visitorsPerDay) return planned;
  for (const double weeks : {1, 2, 3, 4, 6, 8, 12}) {
    const double visitors = weeks * 7 * *asked.visitorsPerDay / static_cast<double>(asked.variants);
    WeeksRow row{weeks, visitors, std::nullopt};
    const auto found = detectable(asked.rate, visitors, confidence, asked.power);
    if (found) row.lift = *found / asked.rate - 1;
    planned.weeks.push_back(row);
  }
  return planned;
}

}  // namespace roi
