#pragma once
// One scenario against another: how far a figure differs, and what the change of a result comes
// from. methodology.md, "Comparison".

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "roi/figure.h"
#include "roi/scenario.h"

namespace roi {

/// to - from, and that over what from measures; undefined where either is.
struct Difference {
  Figure<> from, to, absolute, relative;
};
Difference difference(const Figure<>& from, const Figure<>& to, Metric metric);

/// Per channel of a scenario, its place by id in another; nothing where it has none there.
std::vector<std::optional<std::size_t>> placesIn(const Scenario& other, const Scenario& of);

/// What changes between two scenarios, for all channels at once. channels: which there are.
enum class Player : std::uint8_t {
  channels,
  volume,
  ctr,
  conversionRate,
  closeRate,
  incrementalShare,
  value,
  margin,
  savings,
  adSpend,
  people,
  tools,
  production,
  fees,
  otherCosts
};
std::string_view text(Player player);

/// At most this many play; costs beyond are taken together as other costs.
inline constexpr std::size_t kMostPlayers = 12;

/// The change of a result as a sum of parts, one per player whose levers differ.
struct Bridge {
  struct Part {
    Player player;
    double amount;
  };
  Figure<> from, to;
  std::vector<Part> parts;  ///< empty where either side is undefined, or a step between them
  Reason why{};             ///< then: what is undefined
};

/// One for each of the metrics, profit or roi of the total. Each player's part is what switching it
/// adds, on average over all orders of switching (L. S. Shapley, "A value for n-person games",
/// 1953), by all subsets as lanes of one tape.
std::vector<Bridge> bridges(const Scenario& from, const Scenario& to,
                            std::span<const Metric> metrics);

/// All that differs between two scenarios.
struct Comparison {
  /// By metric.
  using Differences = std::array<std::optional<Difference>, kMetrics>;
  /// In one of them or both, by place.
  struct Channel {
    std::optional<std::size_t> from, to;
    Difference roi, profit;
  };
  Differences total;  ///< every result
  /// Of unequal periods, amounts and counts a month: rates do not depend on how long a period is.
  std::optional<Differences> perMonth;
  std::vector<Channel> channels;  ///< those of from, then what only to has
  Bridge profit, roi;
};
Comparison comparison(const Scenario& from, const Scenario& to);

}  // namespace roi
