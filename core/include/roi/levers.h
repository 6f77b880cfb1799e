#pragma once
// Levers: one normal form for every plan, however its figures were typed. The volume at the top of
// each channel's funnel, its step rates, the value and margin of a customer, the incremental share,
// and its cost by kind; and the plan's savings. It is itself a scenario, so that the model answers
// its results like any other's; period, goal, time and names stay with the plan. methodology.md,
// "Levers".

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "roi/figure.h"
#include "roi/scenario.h"

namespace roi {

struct Lever {
  /// A count for the volume; ctr, conversionRate, closeRate, incrementalShare, value, margin; a
  /// kind of cost; or savings.
  Metric kind = Metric::leads;
  std::optional<std::uint32_t> channel;  ///< nothing: of the plan as a whole, as savings are
  std::uint32_t quantity = 0;            ///< in the scenario of the levers
};

struct Levers {
  Scenario scenario;
  std::vector<Lever> list;
  std::vector<Figure<>> earned;  ///< per channel, what is left of its revenue
  bool mergesShared = false;     ///< parts of shared lines stand among their channel's own costs
};

/// How many stages of the funnel stand above one of kStages.
std::size_t depth(Metric stage);

/// Per channel, the highest stage of its funnel from which its customers follow by defined rates;
/// nothing if there is none.
std::vector<std::optional<Metric>> topVolumes(const Scenario& scenario);

/// The plan's levers at its likely figures. Their outcome is the plan's, to 1e-12, but for how cost
/// is told apart: parts of shared lines belong to their channel. What is undefined in the plan is
/// no lever, and stays undefined. from: per channel, the highest stage that is wanted as volume (of
/// an order's customers the list tells, but no outcome: orders are counted as leads).
Levers levers(const Scenario& scenario, std::span<const Metric> from = {});

}  // namespace roi
