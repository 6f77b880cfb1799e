#pragma once
// A holdout or lift test: a group that a campaign reached and one that it did not, and which share
// of the first would not have bought without it. methodology.md, "Holdout".

#include <optional>

namespace roi {

/// A figure with its range: 5 and 95 % points. What is not known, or has no end, is left out.
struct Estimate {
  double value = 0;
  std::optional<double> low, high;
};

/// What is known of a group: how many people it has, and which share of them bought.
struct HoldoutGroup {
  std::optional<double> people, rate;
};

struct Holdout {
  HoldoutGroup treated, control;
};

/// Treated rate less control rate. R. G. Newcombe, "Interval estimation for the difference between
/// independent proportions", Statistics in Medicine 17 (1998), method 10. Both rates are known, and
/// so below; there is a range where both groups' people are.
Estimate differenceOf(const Holdout& test);

/// Of no difference, on both sides, by the z test of two proportions; nothing without people, or
/// where all or none of them bought.
std::optional<double> pValueOf(const Holdout& test);

/// The share of the treated who bought and would not have without it: 1 - control / treated; below
/// 0 where the control group did better. The range is that of a ratio from the Wilson limits of
/// both rates: A. Donner, G. Y. Zou, "Closed-form confidence intervals for functions of the normal
/// mean and standard deviation", Statistical Methods in Medical Research 21 (2012). It lies on one
/// side of 0 where that of the difference does. Nothing where nobody treated bought.
std::optional<Estimate> incrementalShareOf(const Holdout& test);

/// Treated rate over control rate, less 1, of that share: share / (1 - share). Nothing where nobody
/// of the control group bought.
std::optional<Estimate> liftOf(const Estimate& share);

/// The other way round, above -1: lift / (1 + lift).
constexpr double shareOfLift(double lift) { return lift / (1 + lift); }

/// Cost over what came of it, of its range the other way round: left out where it touches 0.
/// Nothing where nothing, or less, came.
std::optional<Estimate> costPerIncremental(double cost, const Estimate& incremental);

Estimate times(const Estimate& estimate, double factor);

/// A share as a plan can hold it.
struct PlanShare {
  double low = 0, high = 0;      ///< one and the same: a value
  std::optional<double> likely;  ///< none where the share lies at an end
};

/// The range of an incremental share. A plan's range lies within 0 and 1: an end that does not
/// begins at 1 %, or half of what was found if that is less, or ends as far below 1 as is a
/// hundredth of what is not sure. A share of 1 or more, or without a range, is a value; nothing for
/// one of 0 or less, which is the visitor's to take.
std::optional<PlanShare> planShareOf(const Estimate& share);

/// The smallest lift that groups of such people, and such a control rate, show in four of five
/// tests, by a 90 % range that leaves out 0. Nothing where no rate up to 1 does.
std::optional<double> smallestLift(const Holdout& test);

}  // namespace roi
