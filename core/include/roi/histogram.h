#pragma once
// How often each outcome comes: trials counted in bins, and their density. methodology.md,
// "Simulation".

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "roi/simulate.h"

namespace roi {

/// Trials between P1 and P99 in bins of equal width, and those outside.
struct Histogram {
  static constexpr std::size_t kBins = 24;
  static constexpr std::size_t kStepsToABin = 8;

  /// One outcome, to a 960th of the width, that so many trials came to that it has no density.
  struct Atom {
    double value = 0;
    std::uint32_t count = 0;
  };

  double from = 0, to = 0;
  std::array<std::uint32_t, kBins> counts{};
  std::uint32_t below = 0, above = 0;
  /// At from, at to and at places evenly between: how many trials a bin would hold if they lay all
  /// over it as close as there. Those of the atoms are left out.
  std::array<double, kBins * kStepsToABin + 1> density{};
  std::vector<Atom> atoms;  ///< between from and to, by value
};

/// Of values, NaN where undefined, whose spread is known. The density is a kernel estimate: B. W.
/// Silverman, "Density Estimation for Statistics and Data Analysis" (1986).
Histogram histogram(std::span<const double> values, const Spread& spread);

}  // namespace roi
