#pragma once
// Goal seek: which value of one typed figure, all others held, meets a target. The figure is moved
// over all it may be, as lanes of the tape, and every crossing is closed in on from both sides, so
// that nothing can diverge. methodology.md, "Goal seek".

#include <optional>
#include <span>
#include <vector>

#include "roi/recorded.h"
#include "roi/simulate.h"
#include "roi/split_budget.h"

namespace roi {

struct Solution {
  /// Where the target is met, rising. Where it is met over a stretch, the stretch's first value.
  /// All may be typed.
  std::vector<double> values;
  /// On which side of an only value the figure is above the target, or likely enough.
  enum class Side : std::uint8_t { neither, above, below };
  Side side = Side::neither;
  /// The figure is at the target wherever it is defined; there are no values then.
  bool isAlways = false;
  /// Where nothing meets it: where the figure comes nearest, and what it is there.
  struct Nearest {
    double value = 0;
    double gives = 0;
  };
  std::optional<Nearest> nearest;
};

/// What a quantity may be: a rate from 0 to 1, anything else from 0 to 1e12.
double highest(const Quantity& quantity);

/// Nothing if the figure does not depend on the quantity. most: unless stated, the highest there
/// may be.
std::optional<Solution> solve(const Trace& figure, std::span<const Quantity> quantities,
                              std::uint32_t quantity, double target,
                              std::optional<double> most = {});

/// The value at which a condition on a tape holds with a probability: in that share of the trials
/// of the other ranges, the same that a simulation draws. nearest.gives is then a probability; it
/// is above the one asked where any value will do. Where no trial has a figure there is no chance
/// to cross. Values between which it changes twice within half a decade can be missed.
std::optional<Solution> solveChance(const Tape& tape, const Condition& condition,
                                    std::span<const Quantity> quantities, std::uint32_t quantity,
                                    double probability, std::uint64_t seed, std::size_t trials,
                                    std::optional<double> most = {});

/// Where channels respond to ad spend: finds the multiple of it that the goal takes and puts it
/// into the scenario as a quantity, the smallest that meets the target or else the one that comes
/// nearest. Says whether it is met; nothing where there is none to find.
std::optional<bool> findGoalScale(Scenario& scenario);

/// How many times what was spent or observed a multiple of all ad spend leads to, where it is
/// furthest beyond it; nothing where it leads to nothing that nobody has seen.
std::optional<double> beyondSeen(Recorded& plan, double scale);

/// What is asked of a figure of a scope: at the likely figures, or with a chance.
struct Wanted {
  std::size_t scope = 0;
  Metric metric = Metric::profit;
  double target = 0;
  std::optional<double> probability{};  ///< from 0 to 1
  std::optional<std::size_t> own{};     ///< an own figure, in the place of scope and metric
};

/// Which way a figure meets what is wanted of it.
Better betterOf(const Scenario& scenario, const Wanted& wanted);

/// Which value of a quantity of the scenario meets what is wanted, over its ranges where a chance
/// is wanted. Nothing if the figure does not depend on it.
std::optional<Solution> solve(const Scenario& scenario, const Wanted& wanted,
                              std::uint32_t quantity, std::uint64_t seed, std::size_t trials);

/// What was typed of a quantity: for the only ad spend of a channel also what was observed.
Seen seenOf(const Scenario& scenario, std::uint32_t quantity);

/// Whether a target is met above an only value (or else below it), where either side is told apart.
/// better: which way the figure meets it.
std::optional<bool> isMetAbove(const Solution& solution, Better better);

}  // namespace roi
