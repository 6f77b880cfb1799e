#pragma once
// What a split makes of the period after this one: part of what was spent before still works, and
// the plan's own figures follow. methodology.md, "Budget split".

#include <span>
#include <vector>

#include "roi/split_plan.h"

namespace roi {

/// Geometric carry-over: each spend with a share, from 0 to below 1, of what was there before it.
/// Y. Jin, Y. Wang, Y. Sun, D. Chan, J. Koehler, Bayesian Methods for Media Mix Modeling with
/// Carryover and Shape Effects, Google (2017).
std::vector<double> carriedOver(std::span<const double> spends, double share, double before = 0);

/// The mean factor by which the volume there is now changes over the months in which a new spend,
/// the same in each, follows the one of now; `months` from 1 on.
double nextVolume(const ResponseCurve& curve, double spend, double carryOver, std::size_t months);

/// What stands in a field of the document in the next period.
struct NextFigure {
  std::string pointer;
  double low = 0, likely = 0, high = 0;  ///< all the same of a single value
};

/// The fields of a scenario that a split changes: ad spend in each channel's lines, its counts, and
/// prices of views and clicks by as much as counts fall short of ad spend. A plan with these brings
/// what the split says.
std::vector<NextFigure> nextFigures(const Scenario& scenario, const PlanSplit& split);

}  // namespace roi
