#pragma once
// An elasticity from what was counted: ad spends and the leads that came with them, two points or a
// series. methodology.md, "Responses".

#include <cstddef>
#include <cstdint>
#include <span>

namespace roi {

struct ObservedPoint {
  double adSpend = 0;
  double leads = 0;  ///< a count
};

/// 90 % of what the points support, within 0 to 1; or why they support nothing.
struct ElasticityFit {
  /// tooFew: fewer than two points with ad spend and leads. alike: all have the same ad spend.
  /// falls, steeper: more ad spend comes with fewer leads, or with more than in proportion, and not
  /// by chance alone. anything: the interval leaves out nothing from 0 to 1.
  enum class Refusal : std::uint8_t { none, tooFew, alike, falls, steeper, anything };

  Refusal refusal = Refusal::none;
  double low = 0, likely = 0, high = 0;  ///< rising, strictly between 0 and 1
  std::size_t points = 0;                ///< that were used
};

/// The slope of log leads over log ad spend, weighted by leads, whose counting error is Poisson's,
/// widened by the scatter about the line where there are more than two points; within 0.01 to 0.99.
/// What else changed between the points is in it too. P. McCullagh, J. A. Nelder, Generalized
/// Linear Models (1989), 4.5 and 6.2.
ElasticityFit fitElasticity(std::span<const ObservedPoint> points);

}  // namespace roi
