#pragma once
// A plan given what has happened since it began: every trial weighs as much as it makes what was
// observed likely. Likelihoods know no luck of a trial; what is still to come has luck.
// methodology.md, "What has happened since".

#include <cstdint>
#include <optional>
#include <vector>

#include "roi/observed.h"
#include "roi/simulate.h"

namespace roi {

struct ReforecastAsked {
  Since since;
  std::vector<Metric> metrics;  ///< of the total
  std::size_t trials = 8192;
  std::uint64_t seed = 1;
};

/// What the plan expected of what was observed.
struct Foreseen {
  std::size_t observed = 0;  ///< by its place in what was asked
  Spread expected;           ///< with luck, before anything was seen
  double tail = 1;           ///< how often the plan expected it so far out, on either side
};

/// A budget on a day: of a channel, or of all that have an amount spent.
struct Pacing {
  std::optional<std::size_t> channel;
  double planned = 0;  ///< of ads, over the whole plan
  double due = 0;      ///< should have been spent by now, evenly over its days
  double spent = 0;
  int daysLeft = 0;
  double perDay = 0;  ///< what is left for each of them; 0 where nothing is
};

struct Reforecast {
  /// Fewer trials in effect are drawn anew about the likeliest of them.
  static constexpr double kRedrawn = 2000;
  /// With fewer in effect nothing is said of ranges and chances.
  static constexpr double kShown = 400;
  /// What the plan expected more rarely than this, divided by how much was observed, it did not
  /// foresee.
  static constexpr double kRare = 0.01;

  template <class T>
  struct Before {
    T planned, now;
  };
  struct Result {
    Metric metric = Metric::profit;
    Figure<> likely;
    Before<Spread> spread;
  };

  std::size_t trials = 0;
  double effective = 0;
  bool redrawn = false;
  bool foreseen = true;
  int days = 0;  ///< of the plan
  std::vector<Result> results;
  Before<Chance> profitable;
  std::optional<Before<Chance>> goal;
  std::vector<Foreseen> observed;   ///< those that count
  std::vector<std::size_t> unused;  ///< those that say nothing of the plan; see ObservedPlan
  std::vector<Pacing> pacing;       ///< by channel, then of all

  bool shown() const { return effective >= kShown; }
};

/// Requires what ObservedPlan requires.
Reforecast reforecast(const Scenario& plan, const ReforecastAsked& asked);

}  // namespace roi
