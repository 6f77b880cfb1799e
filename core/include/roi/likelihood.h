#pragma once
// How likely what was observed is in each trial, and what trials come to that are weighted by it.
// methodology.md, "What has happened since".

#include <span>
#include <vector>

#include "roi/simulate.h"

namespace roi {

// Logarithms of likelihoods, but for what is the same in every trial; minus infinity of what cannot
// be.

/// Of a count about its expectation (Poisson).
double logPoisson(double count, double expected);
/// Of so many of some cases, each with the same chance (binomial). A chance of 1 or more makes it
/// impossible that some do not.
double logBinomial(double hits, double cases, double chance);
/// Of a mean price of so many units: log-normal about what is expected, with the counting error of
/// its units, 1 / sqrt(units), as the deviation of its logarithm.
double logPrice(double seen, double units, double expected);

/// Trials, each with the weight of its likelihood. They are dealt to randomisations in blocks, as
/// draws are; errors are standard errors from these.
class WeightedTrials {
 public:
  /// Logarithms of the weights. Undefined ones weigh nothing.
  explicit WeightedTrials(std::span<const double> logs);

  /// How many trials of equal weight would say as much: (sum w)^2 / sum w^2; 0 where none can be.
  /// L. Kish, Survey Sampling (1965).
  double effective() const { return effective_; }

  /// Of values by trial, NaN where undefined. A quantile lies on the line through the middles of
  /// the steps of the distribution function. trials: those that are defined, whatever they weigh.
  Spread spread(std::span<const double> values) const;
  /// How often a figure fulfils a condition: an undefined one counts as "no".
  Chance chance(std::span<const double> values, const Condition& condition) const;
  double mean(std::span<const double> values) const;

 private:
  std::vector<double> weights_;
  double effective_ = 0;
};

}  // namespace roi
