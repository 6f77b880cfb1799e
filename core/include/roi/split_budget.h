#pragma once
// The split of an ad budget that brings the most, where each channel's return follows its ad spend
// by an elasticity, return x (spend / spend now)^elasticity, or towards a ceiling by Hill's curve.
// It rests on that assumption of the visitor's. methodology.md, "Budget split".

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

/// How a channel's return follows its ad spend: in proportion to p / (1 - q + q p), where p is
/// (spend / spend now)^exponent and q is saturation. Below a ceiling that is Hill's curve,
/// ceiling x s^k / (h^k + s^k) with k the exponent, written from where it stands now.
struct ResponseCurve {
  double spend = 0;           ///< now, above 0
  double expectedReturn = 0;  ///< now
  double exponent = 1;        ///< elasticity, from 0 to 1; below a ceiling Hill's shape, above 0
  double minimum = 0;
  double maximum = 0;     ///< at least the minimum
  double saturation = 0;  ///< how much of the ceiling is reached now, below 1; 0: there is none
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

/// The spend of half the ceiling, Hill's h. Requires a ceiling.
double halfSpend(const ResponseCurve& curve);

struct BudgetSplit {
  std::vector<double> spend;  ///< per channel
  double marginal = 0;        ///< what the last euro brings where no bound holds a channel
};

/// Whether bounds and a total allow what is spent now.
bool isAllowed(const std::vector<ResponseCurve>& channels, double total);

/// What is taken for the last euro: of a return one, of a count any.
inline constexpr double kWorthIt = 1;
inline constexpr double kAnything = 0;

/// The split that maximises what all channels bring less `least` times their spend, spending at
/// most the total. Nothing if the minimums alone are more than the total. Where all curves are
/// concave, one marginal return is common to the channels off their bounds, and is found by
/// bisection. Where some bend (Hill's, shape above 1), which of them spend beyond their bend is
/// found on a grid of the total, within a thousandth or so of what there is to gain. Never less
/// than now, where the bounds and the total allow what is spent now. D. P. Bertsekas, Nonlinear
/// Programming (2016), section 4.3 (separable problems).
std::optional<BudgetSplit> splitBudget(const std::vector<ResponseCurve>& channels, double total,
                                       double least = kWorthIt);

/// Each channel's spend where the last euro brings so much, above 0, or as its bounds allow.
BudgetSplit spendUntil(const std::vector<ResponseCurve>& channels, double marginal);

/// What all channels bring at these spends.
double broughtBy(const std::vector<ResponseCurve>& channels, const std::vector<double>& spends);

/// A split that was sought for what it brings, and whether it brings it.
struct SoughtSplit {
  BudgetSplit split;
  bool isReached = false;
};

/// The split of the most profit among those whose profit is at least so many times their cost; if
/// none is, the one where it is highest. fixedReturn and fixedCost stand beside the channels', the
/// cost above 0 with theirs.
SoughtSplit splitForRoi(const std::vector<ResponseCurve>& channels, double fixedReturn,
                        double fixedCost, double roi);

/// The split that brings so much with the least spend; if none does, the one that brings the most.
SoughtSplit splitForSum(const std::vector<ResponseCurve>& channels, double sum);

}  // namespace roi
