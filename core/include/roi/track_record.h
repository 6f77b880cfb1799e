#pragma once
// What forecasts were worth once their figures had come: which ranges held, and by how much wider
// they would have had to be for nine in ten to hold. methodology.md, "Track record". The same bits
// natively and in WebAssembly, whatever the order of the forecasts.

#include <cstdint>
#include <optional>
#include <span>

#include "roi/error.h"
#include "roi/metric.h"
#include "roi/proportion.h"

namespace roi {

/// A range as it was forecast, 90 % sure, and what came.
struct Forecast {
  Metric metric = Metric::amount;
  bool isRate = false;
  double low = 0, likely = 0, high = 0;
  std::optional<double> actual;
  double cases = 0;  ///< on which the actual rate was seen; 0: not stated
};

/// Refuses a range that does not rise: low to likely to high, two of which may be equal.
Outcome<Forecast> makeForecast(Forecast typed);

/// How many times as wide, on its scale and on the side of what came, the range would just have
/// held it; 1 or less: it held. Nothing where no width would have done. Requires an actual figure.
///
/// The scale: of what may be negative, or was thought to be, the figure itself; of a rate its odds'
/// logarithm; else the logarithm. A rate seen on so many cases is off by luck, too, which is not
/// the range's fault: both add up in squares, by the empirical logit and its variance (D. R. Cox,
/// Analysis of Binary Data, 1970, 3.2).
std::optional<double> wideningToHold(const Forecast& forecast);

/// Whether a range that would have had to be so many times as wide held; the last bits are not
/// told apart.
inline bool holds(std::optional<double> widening) { return widening && *widening <= 1 + 1e-9; }

/// What is known of the share of ranges that hold: that it is less than nine in ten, or more, by
/// its limits; or neither.
enum class Fit : std::uint8_t { narrow, plausible, wide };

struct TrackRecord {
  std::size_t count = 0;  ///< forecasts whose figure has come
  std::size_t held = 0;
  /// The exact 90 % limits of the share that holds, for few forecasts are what there is: C. J.
  /// Clopper, E. S. Pearson, Biometrika 26 (1934). From 0 to 1 where nothing has come.
  Interval share{0, 1};
  Fit fit = Fit::plausible;
  std::size_t rank = 0;  ///< so many had held with that widening; 0: there are too few
  std::optional<double> widening;
  /// Whether so many came so close to the likely value that they say nothing of width.
  bool isClose = false;

  /// Whether the ranges of a plan had better be as many times as wide: a wider range is never a
  /// bolder claim, a narrower one takes ranges that are known to be too wide. Not beyond ten times:
  /// what came so far off is no matter of width.
  bool isToBeApplied() const {
    return widening && *widening <= 10 && (*widening >= 1.01 || fit == Fit::wide);
  }
};

/// The record of forecasts by what each would have had to be widened by. The widening is the
/// ceil(0.9 (n + 1))th least: the next forecast, if it is like these, holds at least nine times in
/// ten, whatever they are distributed as. Below nine forecasts there is none. V. Vovk, A.
/// Gammerman, G. Shafer, Algorithmic Learning in a Random World (2005); J. Lei et al., Journal of
/// the American Statistical Association 113 (2018).
TrackRecord trackRecordOf(std::span<const std::optional<double>> widenings);

}  // namespace roi
