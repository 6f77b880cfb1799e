#pragma once
// What is read off the figures of a whole plan: how its channels stand, what luck and churn make of
// it, and where it stands with its goal.

#include <array>
#include <optional>
#include <vector>

#include "roi/recorded.h"
#include "roi/verdict.h"

namespace roi {

/// The channels of a plan, by their ROI.
Standing standing(Recorded& plan);
/// The channels that return less than they cost by themselves.
std::vector<std::size_t> losingChannels(Recorded& plan);

/// How much chance alone moves the customers of a channel or the total; nothing where none are
/// drawn.
std::optional<double> luck(Sheet<Trace>& plan, std::size_t scope);

/// What churn makes of the months in which customers pay back their cost: kNever where they never
/// do. Nothing where no payback is known, or nobody leaves, or all do at once.
std::optional<double> paybackWithChurn(Recorded& plan, std::size_t scope);

/// Of how many leads one becomes a customer, where the plan states a close rate for all channels.
std::optional<double> oneIn(const Scenario& plan);

/// Where a plan stands with its goal.
struct GoalVerdict {
  double target = 0;
  Figure<> value;
  std::optional<bool> isAttained;          ///< nothing if undefined
  std::optional<bool> isReachable;         ///< by moving ad spend, where it is missed
  std::optional<double> beyond;            ///< see beyondSeen
  std::array<Figure<>, kMetrics> figures;  ///< by metric, of those of the goal
};
/// Requires a goal.
GoalVerdict goalVerdict(Recorded& plan);
/// The same where no channel responds to its ad spend, so that no scale of it has to be searched
/// for.
GoalVerdict goalInProportion(Recorded& plan);

/// The order value that a plan states for all channels, against what it should be.
struct BasketVerdict {
  Figure<> value;
  std::optional<bool> isAttained;
};
BasketVerdict basketVerdict(const Scenario& plan, double target);

}  // namespace roi
