#pragma once
// The split of an ad budget that brings the most, where each channel's return follows its ad spend
// by an elasticity: return x (spend / spend now)^elasticity. It rests on that assumption of the
// visitor's. methodology.md, "Budget split".

#include <optional>
#include <span>
#include <vector>

#include "roi/figure.h"

namespace roi {

/// The least and the most of a figure that was spent, observed or typed.
struct Seen {
  double least = 0;
  double most = 0;
};

/// Below kLeastSeen of the least and above kMostSeen of the most, nobody has seen what happens.
inline constexpr double kLeastSeen = 0.5;
inline constexpr double kMostSeen = 2;

/// What was spent and what was observed, as far as it is above 0.
Seen seenOf(Seen spent, std::span<const double> observed);

/// How many times the least or the most that was seen a figure is, where it is beyond it.
std::optional<double> beyond(double figure, const Seen& seen);

/// How a channel's return follows its ad spend.
struct ResponseCurve {
  double spend = 0;           ///< now, above 0
  double expectedReturn = 0;  ///< now
  double elasticity = 1;      ///< from 0 to 1
  double minimum = 0;
  double maximum = 0;  ///< at least the minimum
};

/// The elasticity through two observed points, exactly 1 where leads grow in proportion; nothing
/// unless both have spend and leads and more spend brings no fewer leads, at most in proportion.
std::optional<double> elasticityThrough(double spendA, double leadsA, double spendB, double leadsB);

/// What a spend makes of the volume there is now, as a factor; and of the return.
double volumeFactor(const ResponseCurve& curve, double spend);
double returnAt(const ResponseCurve& curve, double spend);
/// What the last euro of a spend brings besides itself; undefined (zero:adSpend) at a spend of 0
/// where any first euro would bring infinitely much.
Figure<> marginalRoi(const ResponseCurve& curve, double spend);

struct BudgetSplit {
  std::vector<double> spend;  ///< per channel
  double marginalRoi = 0;     ///< common to the channels that are not at a bound; 0 or more
};

/// The split that maximises return less spend, spending at most the total. Nothing if the minimums
/// alone are more than the total. A concave problem: the common marginal ROI is found by bisection.
/// D. P. Bertsekas, Nonlinear Programming (2016), section 4.3 (separable problems).
std::optional<BudgetSplit> splitBudget(const std::vector<ResponseCurve>& channels, double total);

}  // namespace roi
