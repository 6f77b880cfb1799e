#include "roi/sensitivity.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "roi/order.h"
#include "roi/program.h"
#include "roi/simulate.h"

namespace roi {
namespace {

constexpr double kPercent = 0.01;

bool isVolume(Metric kind) { return info(kind).unit == Unit::count; }

/// Levers of a product weigh the same: what differs by rounding alone keeps the model's order.
bool isStronger(const LeverEffect& a, const LeverEffect& b) {
  return static_cast<float>(std::fabs(a.percent)) > static_cast<float>(std::fabs(b.percent));
}

/// The kind under which a lever of all channels is listed.
Metric commonKind(const Levers& levers, Metric kind) {
  if (!isVolume(kind)) return kind;
  for (const Lever& lever : levers.list) {
    if (isVolume(lever.kind) && lever.kind != kind) return Metric::leads;
  }
  return kind;
}

/// Whether a figure tells own costs from parts of shared ones.
bool tellsCostsApart(Metric metric) {
  if (metric == Metric::sharedCosts || metric == Metric::ownCost) return true;
  return isCostKind(metric) && metric != Metric::adSpend;
}

Metric metricOf(const Trace& figure) {
  return figure.tape->label((*figure.tape)[figure.node]).metric;
}

double widthOf(const Swing& swing) { return std::fabs(swing.atHigh - swing.atLow); }

}  // namespace

Figure<> elasticity(const Trace& figure, double quantity, double slope) {
  const Figure<> moved{quantity * slope, {}};
  return quotient(moved, figure.figure(), metricOf(figure));
}

std::vector<LeverEffect> leverEffects(const Levers& levers, const Trace& figure) {
  const std::vector<Quantity>& quantities = levers.scenario.quantities;
  const std::vector<double> slopes = gradient(figure, quantities.size());
  if (slopes.empty() || (levers.mergesShared && tellsCostsApart(metricOf(figure)))) return {};
  std::vector<LeverEffect> all;
  std::vector<LeverEffect> each;
  for (const Lever& lever : levers.list) {
    const double slope = slopes[lever.quantity];
    if (slope == 0) continue;
    const double value = quantities[lever.quantity].likely;
    const double point = info(lever.kind).unit == Unit::rate ? kPercent * slope : 0;
    const LeverEffect effect{lever.kind, lever.channel,
                             value,      kPercent * value * slope,
                             point,      elasticity(figure, value, slope)};
    if (lever.channel) each.push_back(effect);
    const Metric kind = commonKind(levers, lever.kind);
    auto common = std::find_if(all.begin(), all.end(),
                               [&](const LeverEffect& one) { return one.kind == kind; });
    if (common == all.end()) {
      all.push_back({kind, std::nullopt, 0, 0, 0, elasticity(figure, 0, 0)});
      common = all.end() - 1;
    }
    common->percent += effect.percent;
    common->point += effect.point;
    common->elasticity = common->elasticity + effect.elasticity;
  }
  sortStably(all, isStronger);
  sortStably(each, isStronger);
  all.insert(all.end(), each.begin(), each.end());
  return all;
}

std::vector<Swing> swings(const Trace& figure, std::span<const Quantity> quantities) {
  std::vector<bool> varies = rangesOf(quantities);
  for (std::size_t q = 0; q < quantities.size(); ++q) {
    if (quantities[q].scale == Scale::even) varies[q] = false;
  }
  Program program(*figure.tape, {&figure.node, 1}, varies);
  const std::vector<std::uint32_t>& inputs = program.inputs();
  std::vector<double> lanes(inputs.size() * Program::kLanes);
  std::vector<const double*> columns;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    columns.push_back(lanes.data() + i * Program::kLanes);
    std::fill_n(lanes.begin() + static_cast<std::ptrdiff_t>(i * Program::kLanes), Program::kLanes,
                quantities[inputs[i]].likely);
  }
  constexpr std::size_t kAtOnce = Program::kLanes / 2;
  std::vector<Swing> result;
  for (std::size_t first = 0; first < inputs.size(); first += kAtOnce) {
    const std::size_t last = std::min(first + kAtOnce, inputs.size());
    const auto lane = [&](std::size_t i) {
      return lanes.data() + i * Program::kLanes + 2 * (i - first);
    };
    for (std::size_t i = first; i < last; ++i) {
      lane(i)[0] = quantities[inputs[i]].low;
      lane(i)[1] = quantities[inputs[i]].high;
    }
    program.run(columns.data());
    for (std::size_t i = first; i < last; ++i) {
      const double* out = program.output(0) + 2 * (i - first);
      const bool isDefined = out[0] == out[0] && out[1] == out[1];
      if (isDefined) result.push_back({inputs[i], out[0], out[1]});
      lane(i)[0] = lane(i)[1] = quantities[inputs[i]].likely;
    }
  }
  sortStably(result, [](const Swing& a, const Swing& b) { return widthOf(a) > widthOf(b); });
  return result;
}

namespace {

/// A set of draws, one column per input of the program.
class Columns {
 public:
  Columns(std::span<const Quantity> quantities, const std::vector<std::uint32_t>& inputs,
          std::uint64_t seed, std::uint32_t firstDimension)
      : draws_(quantities, inputs, seed, firstDimension), lanes_(inputs.size() * kBlock) {
    for (std::size_t i = 0; i < inputs.size(); ++i) columns_.push_back(lanes_.data() + i * kBlock);
  }

  void draw(std::size_t block) { draws_.block(block, columns_.data()); }
  const double* operator[](std::size_t input) const { return columns_[input]; }
  std::uint32_t dimensions() const { return draws_.dimensions(); }
  std::size_t size() const { return columns_.size(); }

 private:
  Draws draws_;
  std::vector<double> lanes_;
  std::vector<double*> columns_;
};

/// Inputs that are swapped together: a range, all of a group, or the levels of all luck.
struct Factor {
  std::vector<std::uint32_t> quantities;
  std::vector<std::size_t> inputs;
};

std::vector<Factor> factorsOf(std::span<const Quantity> quantities,
                              const std::vector<std::uint32_t>& inputs,
                              const std::vector<Swing>& swings) {
  std::vector<Factor> factors;
  std::vector<bool> taken(quantities.size());
  for (const Swing& swing : swings) {
    if (factors.size() == kMostShares || taken[swing.quantity]) continue;
    const std::string& group = quantities[swing.quantity].group;
    Factor factor;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const bool isIt = inputs[i] == swing.quantity;
      if (!isIt && (group.empty() || quantities[inputs[i]].group != group)) continue;
      factor.quantities.push_back(inputs[i]);
      factor.inputs.push_back(i);
      taken[inputs[i]] = true;
    }
    factors.push_back(std::move(factor));
  }
  Factor luck;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (quantities[inputs[i]].scale != Scale::even) continue;
    luck.quantities.push_back(inputs[i]);
    luck.inputs.push_back(i);
  }
  if (!luck.inputs.empty()) factors.push_back(std::move(luck));
  return factors;
}

/// Sums over the trials of one randomisation.
struct Moments {
  double n = 0, sum = 0, squares = 0;
  std::vector<double> products;  ///< per factor

  double variance() const { return squares / (2 * n) - (sum / (2 * n)) * (sum / (2 * n)); }
};

class PickFreeze {
 public:
  PickFreeze(const Trace& figure, std::span<const Quantity> quantities,
             const std::vector<Swing>& swings, std::uint64_t seed)
      : program_(*figure.tape, {&figure.node, 1}, rangesOf(quantities)),
        center_(figure.figure().value),
        factors_(factorsOf(quantities, program_.inputs(), swings)),
        a_(quantities, program_.inputs(), seed, 0),
        b_(quantities, program_.inputs(), seed, a_.dimensions()) {
    for (Moments& one : moments_) one.products.resize(factors_.size());
  }

  void run(std::size_t trials) {
    if (factors_.empty()) return;
    for (std::size_t first = 0; first < trials; first += kBlock) {
      runBlock(first / kBlock, std::min(kBlock, trials - first));
    }
  }

  std::vector<VarianceShare> shares() const {
    std::vector<VarianceShare> result;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      std::vector<double> shares;
      double products = 0;
      double variances = 0;
      for (const Moments& one : moments_) {
        if (one.n == 0 || one.variance() <= 0) continue;
        shares.push_back(one.products[f] / one.n / one.variance());
        products += one.products[f];
        variances += one.variance() * one.n;
      }
      if (shares.empty()) continue;
      if (factors_.size() == 1) return {{factors_[f].quantities, 1, 0}};  // nothing else varies
      result.push_back({factors_[f].quantities, products / variances, standardError(shares)});
    }
    sortStably(result,
               [](const VarianceShare& a, const VarianceShare& b) { return a.share > b.share; });
    return result;
  }

 private:
  using Lanes = std::array<double, kBlock>;

  Lanes answer(const std::vector<const double*>& columns) {
    program_.run(columns.data());
    Lanes lanes{};
    for (std::size_t i = 0; i < kBlock; ++i) lanes[i] = program_.output(0)[i] - center_;
    return lanes;
  }

  std::vector<const double*> all(const Columns& of) const {
    std::vector<const double*> columns;
    for (std::size_t i = 0; i < of.size(); ++i) columns.push_back(of[i]);
    return columns;
  }

  void runBlock(std::size_t block, std::size_t count) {
    a_.draw(block);
    b_.draw(block);
    std::vector<const double*> columns = all(a_);
    const Lanes fromA = answer(columns);
    const Lanes fromB = answer(all(b_));
    Moments& moments = moments_[block % kReplicates];
    for (std::size_t i = 0; i < count; ++i) {
      if (fromA[i] != fromA[i] || fromB[i] != fromB[i]) continue;
      moments.n += 1;
      moments.sum += fromA[i] + fromB[i];
      moments.squares += fromA[i] * fromA[i] + fromB[i] * fromB[i];
    }
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      for (const std::size_t input : factors_[f].inputs) columns[input] = b_[input];
      const Lanes mixed = answer(columns);
      for (const std::size_t input : factors_[f].inputs) columns[input] = a_[input];
      for (std::size_t i = 0; i < count; ++i) {
        const double product = fromB[i] * (mixed[i] - fromA[i]);
        if (product == product) moments.products[f] += product;
      }
    }
  }

  Program program_;
  double center_;
  std::vector<Factor> factors_;
  Columns a_, b_;
  std::array<Moments, kReplicates> moments_;
};

}  // namespace

std::vector<VarianceShare> varianceShares(const Trace& figure, std::span<const Quantity> quantities,
                                          const std::vector<Swing>& swings, std::uint64_t seed,
                                          std::size_t trials) {
  if (!figure.figure().defined()) return {};
  PickFreeze method(figure, quantities, swings, seed);
  method.run(trials);
  return method.shares();
}

std::vector<Influence> influences(const Trace& figure, std::span<const Quantity> quantities,
                                  const std::vector<Swing>& swings) {
  const std::vector<double> slopes = gradient(figure, quantities.size());
  std::vector<Influence> ranges;
  std::vector<Influence> singles;
  const std::vector<bool> drawn = rangesOf(quantities);
  const auto of = [&](std::uint32_t q, const Swing* swing) {
    return Influence{q, slopes[q], elasticity(figure, quantities[q].likely, slopes[q]), swing};
  };
  if (slopes.empty()) return ranges;
  for (const Swing& swing : swings) ranges.push_back(of(swing.quantity, &swing));
  for (std::uint32_t q = 0; q < quantities.size(); ++q) {
    const bool isFigure = quantities[q].scale != Scale::fixed && !drawn[q];
    if (isFigure && slopes[q] != 0) singles.push_back(of(q, nullptr));
  }
  sortStably(singles, [](const Influence& a, const Influence& b) {
    const auto strength = [](const Influence& one) {
      return static_cast<float>(std::fabs(one.elasticity.value));
    };
    return strength(a) > strength(b);
  });
  ranges.insert(ranges.end(), singles.begin(), singles.end());
  return ranges;
}

double together(const std::vector<VarianceShare>& shares) {
  double rest = 1;
  for (const VarianceShare& share : shares) rest -= share.share;
  return rest;
}

}  // namespace roi
