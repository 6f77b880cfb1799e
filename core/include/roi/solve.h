#pragma once
// Goal seek: which value of one typed figure, all others held, meets a target. The figure is moved
// over all it may be, as lanes of the tape, and every crossing is closed in on from both sides, so
// that nothing can diverge. methodology.md, "Goal seek".

#include <optional>
#include <span>
#include <vector>

#include "roi/simulate.h"

namespace roi {

struct Solution {
  /// Where the target is met, rising. Where it is met over a stretch, the stretch's first value.
  std::vector<double> values;
  /// Where nothing meets it: where the figure comes nearest, and what it is there.
  struct Nearest {
    double value = 0;
    double gives = 0;
  };
  std::optional<Nearest> nearest;
};

/// What a quantity may be: a rate from 0 to 1, anything else from 0 to 1e12.
double highest(const Quantity& quantity);

/// Nothing if the figure does not depend on the quantity.
std::optional<Solution> solve(const Trace& figure, std::span<const Quantity> quantities,
                              std::uint32_t quantity, double target);

/// The value at which a condition on a tape holds with a probability: in that share of the trials
/// of the other ranges, the same that a simulation draws. nearest.gives is then a probability.
/// Values between which it changes twice within half a decade can be missed.
std::optional<Solution> solveChance(const Tape& tape, const Condition& condition,
                                    std::span<const Quantity> quantities, std::uint32_t quantity,
                                    double probability, std::uint64_t seed, std::size_t trials);

}  // namespace roi
