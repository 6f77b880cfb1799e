#include "roi/histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "roi/elementary.h"

namespace roi {
namespace {

// The density is estimated of trials in cells much narrower than a step of it.
constexpr std::size_t kCellsToAStep = 5;
constexpr std::size_t kCellsToABin = kCellsToAStep * Histogram::kStepsToABin;
constexpr std::size_t kCells = kCellsToABin * Histogram::kBins;
/// Of a kernel, in cells to either side: less is not seen.
constexpr double kNarrowest = kCells / 60;
constexpr double kWidest = kCells / 2;

struct Cells {
  std::array<std::uint32_t, kCells> counts{};
  std::array<double, kCells> values{};  ///< one of those in it
};

/// Counts in its cell what lies between P1 and P99, and beyond them what does not.
Cells count(Histogram& result, std::span<const double> values, double scale) {
  Cells cells;
  for (const double x : values) {
    if (x < result.from) ++result.below;
    if (x > result.to) ++result.above;
    if (!(result.from <= x && x <= result.to)) continue;
    const auto place = static_cast<std::size_t>((x - result.from) * scale);
    const std::size_t cell = std::min(place, kCells - 1);
    ++cells.counts[cell];
    ++result.counts[cell / kCellsToABin];
    cells.values[cell] = x;
  }
  return cells;
}

/// Half the width of a triweight kernel, by Silverman's rule of thumb (3.31), which is for the
/// normal kernel: 2.3122 and 0.7764 are their canonical bandwidths, J. S. Marron, D. Nolan,
/// "Canonical kernels for density estimation", Statistics & Probability Letters 7 (1988). For the
/// standard deviation stands that of a normal with the same P5 and P95: single outcomes far off do
/// not move it.
double halfWidth(const Spread& spread) {
  constexpr double kOfNormal = 2.3122 / 0.7764;
  const double quartiles = (spread.quantiles[3] - spread.quantiles[1]) / 1.34;
  const double deviation = (spread.quantiles[4] - spread.quantiles[0]) / (2 * kZ95);
  return kOfNormal * 0.9 * std::min(deviation, quartiles) *
         power(static_cast<double>(spread.trials), -0.2);
}

std::uint32_t sumOf(std::span<const std::uint32_t> counts) {
  return std::accumulate(counts.begin(), counts.end(), 0U);
}

/// Takes out of their cells the trials that lie in one place, to a cell, and are most of those that
/// a kernel would mix with them, and so many that it is no accident: a density would spread them
/// over outcomes that do not come.
void takeAtoms(Histogram& result, Cells& cells, double width, std::size_t trials) {
  const std::size_t least = std::max<std::size_t>(8, trials / 500);
  const auto about = [&](std::size_t c, std::size_t aside) {
    const std::size_t first = c - std::min(c, aside);
    return std::span(cells.counts).subspan(first, std::min(c + aside + 1, kCells) - first);
  };
  for (std::size_t c = 0; c < kCells; ++c) {
    const std::span<std::uint32_t> place = about(c, 1);
    const std::uint32_t here = sumOf(place);
    const bool isPeak = 2 * cells.counts[c] >= here;
    if (here < least || !isPeak) continue;
    if (2 * here <= sumOf(about(c, static_cast<std::size_t>(width / 2)))) continue;
    result.atoms.push_back({cells.values[c], here});
    std::fill(place.begin(), place.end(), 0U);
  }
}

/// How many trials a bin about a place, in cells from P1, would hold, weighed by a kernel; as if
/// what lies inside were mirrored at P1 and P99, past which nothing is carried.
double weighed(const Cells& cells, std::size_t place, double width) {
  double trials = 0;
  double all = 0;
  for (std::size_t i = 0; static_cast<double>(i) + 0.5 < width; ++i) {
    const double u = (static_cast<double>(i) + 0.5) / width;
    const double weight = (1 - u * u) * (1 - u * u) * (1 - u * u);
    const std::size_t before = place > i ? place - 1 - i : i - place;
    const std::size_t after = place + i < kCells ? place + i : 2 * kCells - 1 - place - i;
    trials += weight * (cells.counts[before] + cells.counts[after]);
    all += 2 * weight;
  }
  return trials / all * kCellsToABin;
}

/// Towards P1 and P99 the kernel narrows, or it would be level there.
void estimate(Histogram& result, const Cells& cells, double width) {
  const double least = std::max(kNarrowest, width / 4);
  for (std::size_t i = 0; i < result.density.size(); ++i) {
    const std::size_t place = i * kCellsToAStep;
    const auto toEnd = static_cast<double>(std::min(place, kCells - place));
    result.density[i] = weighed(cells, place, std::clamp(toEnd, least, width));
  }
}

}  // namespace

Histogram histogram(std::span<const double> values, const Spread& spread) {
  Histogram result;
  if (spread.trials == 0) return result;
  result.from = spread.quantiles[7];
  result.to = spread.quantiles[8];
  const double scale = static_cast<double>(kCells) / (result.to - result.from);
  if (!std::isfinite(scale)) {
    count(result, values, 0);
    result.atoms = {{result.from, result.counts[0]}};
    return result;
  }
  Cells cells = count(result, values, scale);
  const double width = std::clamp(halfWidth(spread) * scale, kNarrowest, kWidest);
  takeAtoms(result, cells, width, spread.trials);
  estimate(result, cells, width);
  return result;
}

}  // namespace roi
