#pragma once
// Attribution: what of conversions is credited to each channel of the paths that led to them. A
// rule splits each conversion over the touches before it; none of them says what would not have
// been without a channel. Formulas and sources: core/docs/methodology.md, "Conversion paths".

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "roi/cell.h"

namespace roi {

inline constexpr std::size_t kMostPathChannels = 100;

/// Rules, in the order they are told: enumerator (its id on the wire).
#define ROI_RULES(X)                                                                         \
  X(last)      /* the last touch */                                                          \
  X(first)     /* the first touch */                                                         \
  X(linear)    /* every touch alike */                                                       \
  X(position)  /* 40 % the first, 40 % the last, 20 % those between; of two, half each */    \
  X(timeDecay) /* a touch half as much as one 7 days later, or as the next, without times */ \
  X(markov)    /* by removal effect in a Markov chain of order 1 */                          \
  X(shapley)   /* every distinct channel alike: the Shapley value */

enum class Rule : std::uint8_t {
#define ROI_RULE(id) id,
  ROI_RULES(ROI_RULE)
#undef ROI_RULE
};
#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kRules = 0 ROI_RULES(ROI_ONE);
#undef ROI_ONE
std::string_view text(Rule rule);

/// What journeys along one path came to: conversions, their value, and journeys without conversion.
struct PathCounts {
  Amount conversions, value, nulls;
};

using Credits = std::array<double, kRules>;

struct ChannelCredits {
  Credits conversions{}, value{};
  /// The share of conversions, and of their value, that the chain loses without the channel: 0
  /// to 1.
  double removal = 0, removalOfValue = 0;
};

struct Attributed {
  std::vector<ChannelCredits> channels;  ///< in the order that was asked for
  PathCounts totals;
  double chance = 0;  ///< that a journey of the chain converts
};

/// Adds paths up. The sums are exact, so that the order of paths changes nothing.
class Attributor {
 public:
  /// A touch's channel: below kMostPathChannels.
  using Channel = std::uint16_t;

  /// One path, which has a touch; its counts are not negative. days: how long before the last touch
  /// each was, where that is known; of one or all paths.
  void add(std::span<const Channel> path, const PathCounts& counts,
           std::span<const double> days = {});

  /// Credits of channels in this order, which names each once. Of each rule they sum to the
  /// conversions, and to their value; the chain's are worked out in this order.
  Attributed credits(const std::vector<Channel>& order) const;

 private:
  /// Of conversions, and of their value.
  using Both = std::array<Amount, 2>;
  struct Sums {
    std::array<Both, kRules> credits{};
    Both won{};                ///< of paths that end here
    Amount starts, ends;       ///< journeys
    std::vector<Amount> next;  ///< by channel, journeys that go on there
    std::size_t seen = 0;      ///< the path that had it last
  };

  void grow(std::span<const Channel> path);
  void follow(std::span<const Channel> path, const PathCounts& counts);
  void weigh(std::span<const Channel> path, std::span<const double> days);
  void split(std::span<const Channel> path, const std::array<double, 2>& amounts);
  void solveChain(const std::vector<Channel>& order, Attributed& result) const;

  std::vector<Sums> channels_;
  PathCounts totals_;
  std::size_t paths_ = 0;
  std::size_t distinct_ = 0;     ///< channels of the path that is added
  std::vector<double> weights_;  ///< of its touches, by age
};

/// A channel of a plan: what the plan counts of it (leads, or customers), and what of the
/// conversions of paths is credited to the names that stand for it.
struct CreditedChannel {
  double count = 0;
  Credits credits{};
};

/// What each channel would count if all that these channels count were split as a rule credits
/// them; by rule nothing where it credits none of them.
using RuleCounts = std::array<std::optional<double>, kRules>;
std::vector<RuleCounts> redistribute(const std::vector<CreditedChannel>& channels);

}  // namespace roi
