#pragma once
// How what was simulated is written.

#include "json/writer.h"
#include "roi/simulate.h"

namespace roi::json {

/// {"p5", ..., "mean", "errors", "undefinedTrials", "histogram"?}; where every trial is undefined,
/// the figure's own reason, or that it is missing.
void writeDistribution(Writer& out, std::span<const double> values, const Figure<>& figure,
                       Metric metric, bool withHistogram);
void writeChance(Writer& out, const Chance& chance);

/// Answers may hold so many trials of figures at once.
inline constexpr std::size_t kMostValues = std::size_t{1} << 24;

}  // namespace roi::json
