#include "roi/holdout.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"
#include "roi/proportion.h"

namespace roi {
namespace {

constexpr double kConfidence = 0.9;
constexpr double kPower = 0.8;

bool hasPeople(const Holdout& test) { return test.treated.people && test.control.people; }

Proportion proportionOf(const HoldoutGroup& group) {
  return {*group.rate * *group.people, *group.people};
}

/// How far off the difference is likely to be, if rates are such.
double errorOfDifference(double treated, double control, const Holdout& test) {
  return std::sqrt(treated * (1 - treated) / *test.treated.people +
                   control * (1 - control) / *test.control.people);
}

}  // namespace

Estimate differenceOf(const Holdout& test) {
  const double value = *test.treated.rate - *test.control.rate;
  if (!hasPeople(test)) return {value, {}, {}};
  const Interval range =
      newcombe(proportionOf(test.treated), proportionOf(test.control), kConfidence);
  return {value, range.low, range.high};
}

std::optional<double> pValueOf(const Holdout& test) {
  if (!hasPeople(test)) return std::nullopt;
  const auto made = twoProportionTest(proportionOf(test.treated), proportionOf(test.control));
  return made ? std::optional(made->p) : std::nullopt;
}

std::optional<Estimate> incrementalShareOf(const Holdout& test) {
  const double treated = *test.treated.rate;
  const double control = *test.control.rate;
  if (!(treated > 0)) return std::nullopt;
  const double value = 1 - control / treated;
  if (!hasPeople(test)) return Estimate{value, {}, {}};
  const Interval ofTreated = wilson(proportionOf(test.treated), kConfidence);
  const Interval ofControl = wilson(proportionOf(test.control), kConfidence);
  // a rate's square less that of how far a limit lies from it
  const double controlLow = ofControl.low * (2 * control - ofControl.low);
  const double controlHigh = ofControl.high * (2 * control - ofControl.high);
  const double treatedLow = ofTreated.low * (2 * treated - ofTreated.low);
  const double treatedHigh = ofTreated.high * (2 * treated - ofTreated.high);
  const double both = control * treated;
  const double least = both + std::sqrt(std::max(0.0, both * both - controlLow * treatedHigh));
  const double most = both + std::sqrt(std::max(0.0, both * both - controlHigh * treatedLow));
  return Estimate{value, 1 - most / treatedLow, least > 0 ? 1 - controlLow / least : 1};
}

std::optional<Estimate> liftOf(const Estimate& share) {
  const auto lift = [](double of) { return of / (1 - of); };
  if (share.value >= 1) return std::nullopt;
  Estimate made = {lift(share.value), {}, {}};
  if (share.low) made.low = lift(*share.low);
  if (share.high && *share.high < 1) made.high = lift(*share.high);
  return made;
}

std::optional<Estimate> costPerIncremental(double cost, const Estimate& incremental) {
  if (incremental.value <= 0) return std::nullopt;
  Estimate made = {cost / incremental.value, {}, {}};
  if (incremental.high) made.low = cost / *incremental.high;
  if (incremental.low && *incremental.low > 0) made.high = cost / *incremental.low;
  return made;
}

Estimate times(const Estimate& estimate, double factor) {
  Estimate made = {estimate.value * factor, {}, {}};
  if (estimate.low) made.low = *estimate.low * factor;
  if (estimate.high) made.high = *estimate.high * factor;
  return made;
}

std::optional<PlanShare> planShareOf(const Estimate& share) {
  constexpr double kLeast = 0.01, kOfWhatIsNotSure = 0.01;
  if (share.value <= 0) return std::nullopt;
  const bool isRange = share.low && share.high && *share.low < 1;
  if (!isRange) return PlanShare{std::min(share.value, 1.0), std::min(share.value, 1.0), {}};
  PlanShare plan;
  plan.low = std::max(*share.low, std::min(kLeast, share.value / 2));
  plan.high = *share.high < 1 ? *share.high : 1 - (1 - plan.low) * kOfWhatIsNotSure;
  if (share.value > plan.low && share.value < plan.high) plan.likely = share.value;
  return plan;
}

std::optional<double> smallestLift(const Holdout& test) {
  constexpr int kHalvings = 60;
  const bool isKnown = hasPeople(test) && test.control.rate;
  if (!isKnown || !(*test.control.rate > 0) || *test.control.rate >= 1) return std::nullopt;
  const double control = *test.control.rate;
  const double needed = twoSidedQuantile(kConfidence) + normalQuantile(kPower);
  const auto isShown = [&](double treated) {
    return treated - control >= needed * errorOfDifference(treated, control, test);
  };
  if (!isShown(1)) return std::nullopt;
  double low = control, high = 1;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (isShown(middle) ? high : low) = middle;
  }
  return high / control - 1;
}

}  // namespace roi
