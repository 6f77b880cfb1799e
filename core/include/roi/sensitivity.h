#pragma once
// What moves a figure, and how much: slopes at the plan's levers and typed figures, swings over its
// ranges, and which range its variance comes from. methodology.md, "Sensitivity".

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "roi/levers.h"
#include "roi/trace.h"

namespace roi {

/// Percent a figure moves by where a quantity grows by one percent; undefined where it is 0.
Figure<> elasticity(const Trace& figure, double quantity, double slope);

/// What more of a lever adds to a figure, at the slope where the plan stands.
struct LeverEffect {
  Metric kind = Metric::leads;
  std::optional<std::uint32_t> channel;  ///< nothing: of all channels at once
  double value = 0;                      ///< of one channel
  double percent = 0;                    ///< one percent more
  double point = 0;                      ///< one point more, of a rate
  Figure<> elasticity;
};

/// By kind for all channels at once, then channel by channel; each the strongest first. figure: of
/// the levers' scenario. Volumes that stand at different stages count together as leads. Where
/// parts of shared lines were merged, no lever is said to move a figure that tells them apart.
std::vector<LeverEffect> leverEffects(const Levers& levers, const Trace& figure);

/// A figure at the ends of one range, with the others at their likely values.
struct Swing {
  std::uint32_t quantity = 0;
  double atLow = 0, atHigh = 0;
};

/// Of every range the figure depends on, the widest first. No range reaches 0 or the end of a
/// rate, so that a defined figure is defined at its ends; a range at whose end a product falls
/// below the smallest double is left out.
std::vector<Swing> swings(const Trace& figure, std::span<const Quantity> quantities);

/// A typed figure and what a metric makes of it.
struct Influence {
  std::uint32_t quantity = 0;
  double slope = 0;  ///< what one unit more adds
  Figure<> elasticity;
  const Swing* swing = nullptr;  ///< of a range, one of those given
};

/// Of all the figure depends on: ranges in the order of their swings, then single figures by their
/// elasticity, the strongest first. Nothing of an undefined figure.
std::vector<Influence> influences(const Trace& figure, std::span<const Quantity> quantities,
                                  const std::vector<Swing>& swings);

/// The first-order share of a figure's variance: what would go if this alone became certain.
struct VarianceShare {
  /// More than one where a group moves together; of luck, the levels of all channels.
  std::vector<std::uint32_t> quantities;
  double share = 0;
  double error = 0;  ///< one standard error of sampling
};

/// Of the ranges and groups behind the swings given, at most the first kMostShares of them, and of
/// luck where the figure has any; the largest first. A. Saltelli et al., Computer Physics
/// Communications 181 (2010), table 2 (b).
inline constexpr std::size_t kMostShares = 50;
std::vector<VarianceShare> varianceShares(const Trace& figure, std::span<const Quantity> quantities,
                                          const std::vector<Swing>& swings, std::uint64_t seed,
                                          std::size_t trials);

/// What of the variance only comes from ranges together: 1 less all shares.
double together(const std::vector<VarianceShare>& shares);

}  // namespace roi
