#pragma once
// What counts can support: a rate seen as k of n cases is known to a range, which n decides.
// methodology.md, "Ranges from counts".

#include "roi/scenario.h"

namespace roi {

/// The x below which a Beta(a, b) variable lies with probability p; a, b from 0.5 to 1e12,
/// 0 < p < 1. The probability below the result is p within 1e-9, and within 1e-5 where a and b are
/// both above 10 000 (M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 26.5.22).
double betaQuantile(double p, double a, double b);

/// The range that a rate seen on so many cases (at least 1) supports: the 5 and 95 % points of
/// Jeffreys' Beta(k + 1/2, n - k + 1/2); likely is the rate itself, at 0 or 1 the median. L. Brown,
/// T. Cai, A. DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16
/// (2001). Refuses a rate outside 0..1.
Outcome<Quantity> supported(double rate, double cases);

}  // namespace roi
