#pragma once
// A scenario on a tape of its own: what is asked of it is answered with its reasons.

#include <vector>

#include "roi/trace.h"

namespace roi {

/// A scenario recorded on a tape.
struct Recorded {
  explicit Recorded(const Scenario& scenario);
  ~Recorded();
  Recorded(const Recorded&) = delete;
  Recorded& operator=(const Recorded&) = delete;

  Tape tape;
  Sheet<Trace> sheet;

  const Figure<>& figure(std::size_t scope, Metric m);
};

/// A scenario recorded for trials, which draw its customers as counts.
struct RecordedTrials {
  explicit RecordedTrials(const Scenario& scenario);
  ~RecordedTrials();
  RecordedTrials(const RecordedTrials&) = delete;
  RecordedTrials& operator=(const RecordedTrials&) = delete;

  std::vector<Quantity> quantities;  ///< those of the scenario, then the levels of luck
  Tape tape;
  Sheet<Trace> sheet;
};

}  // namespace roi
