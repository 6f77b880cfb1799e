#pragma once
// The plan's own figures in the period after a split. methodology.md, "Budget split".

#include <string>
#include <vector>

#include "roi/split_plan.h"

namespace roi {

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
