#include "roi/recorded.h"

#include "roi/luck.h"

namespace roi {

// Not inlined: each place that asks a plan would hold a sheet's making and unmaking.

[[gnu::noinline]] Recorded::Recorded(const Scenario& scenario)
    : sheet(scenario, Numbers<Trace>(tape)) {}

[[gnu::noinline]] Recorded::~Recorded() = default;

[[gnu::noinline]] const Figure<>& Recorded::figure(std::size_t scope, Metric m) {
  return sheet(scope, m).figure();
}

[[gnu::noinline]] RecordedTrials::RecordedTrials(const Scenario& scenario)
    : quantities(scenario.quantities),
      sheet(scenario, Numbers<Trace>(tape, addLuck(quantities, scenario))) {}

[[gnu::noinline]] RecordedTrials::~RecordedTrials() = default;

}  // namespace roi
