#pragma once
// How what was simulated is written.

#include "json/writer.h"
#include "roi/simulate.h"

namespace roi::json {

/// {"p5", ..., "mean", "errors", "undefinedTrials"}; before the first trial, and
/// where all are undefined, the figure at its likely values: no range reaches 0, so that it is
/// undefined there too, and says why.
void writeDistribution(Writer& out, const Figure<>& likely, const Spread& spread);
void writeChance(Writer& out, const Chance& chance);

/// Answers may hold so many trials of figures at once.
inline constexpr std::size_t kMostValues = std::size_t{1} << 24;

}  // namespace roi::json
