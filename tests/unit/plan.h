#pragma once
// A plan with its figures, and what tests say of figures.

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>

#include "roi/sheet.h"
#include "unit/made.h"

namespace roi::test {

/// "code path", one per line.
inline std::string listed(const Errors& errors) {
  std::string list;
  for (const Error& e : errors) list += std::string(text(e.code)) + " " + e.path + "\n";
  return list;
}

/// One scenario with its sheet.
class Plan {
 public:
  explicit Plan(Scenario scenario) : scenario_(std::move(scenario)), sheet_(scenario_) {}
  explicit Plan(const Made& made) : Plan(made.scenario()) {}
  /// The same with only a share of its return believed.
  Plan(Scenario scenario, double believed)
      : scenario_((believeOnly(scenario, believed), std::move(scenario))), sheet_(scenario_) {}
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  const Scenario& scenario() const { return scenario_; }
  Figure<> total(Metric m) { return sheet_(sheet_.total(), m); }
  Figure<> channel(std::size_t index, Metric m) { return sheet_(index, m); }

 private:
  Scenario scenario_;
  Sheet<Figure<>> sheet_;
};

inline bool near(double a, double b, double relative) {
  return std::fabs(a - b) <= relative * std::fmax(std::fabs(a), std::fabs(b));
}

inline ::testing::AssertionResult is(const Figure<>& figure, double expected,
                                     double relative = 1e-12) {
  if (!figure.defined()) return ::testing::AssertionFailure() << text(figure.why);
  if (near(figure.value, expected, relative)) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << ::testing::PrintToString(figure.value) << " is not "
         << ::testing::PrintToString(expected) << ", off by " << figure.value - expected;
}

/// What rounding of a figure is measured against: itself, or the terms it is the difference of.
/// at gives the other figures of its scope.
template <class At>
double yardstick(Metric m, double figure, At at) {
  using enum Metric;
  if (m == profit) return at(return_) + at(cost);
  if (m == contribution) return at(return_) + at(ownCost);
  if (m == roi || m == ownRoi) return 1 + std::fabs(figure);
  if (m == headroom || m == highestAdCpl) return at(breakEvenCpl) + at(fullCostCpl);
  if (m == breakEvenCpc) {
    const double highest = std::fabs(at(highestAdCpl));
    const double rate = highest > 0 ? std::fabs(figure) / highest : at(conversionRate);
    return (at(breakEvenCpl) + at(fullCostCpl)) * rate;
  }
  return std::fabs(figure);
}

inline ::testing::AssertionResult lacks(const Figure<>& figure, const std::string& reason) {
  if (text(figure.why) == reason) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << (figure.defined() ? std::to_string(figure.value) : text(figure.why)) << " is not "
         << reason;
}

}  // namespace roi::test
