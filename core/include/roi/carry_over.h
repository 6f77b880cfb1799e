#pragma once
// What was spent before still works for a while: what a new ad spend brings at first.
// methodology.md, "Budget split".

#include <cstddef>
#include <span>
#include <vector>

#include "roi/split_budget.h"

namespace roi {

/// Geometric carry-over: each spend with a share, from 0 to below 1, of what was there before it.
/// Y. Jin, Y. Wang, Y. Sun, D. Chan, J. Koehler, Bayesian Methods for Media Mix Modeling with
/// Carryover and Shape Effects, Google (2017).
std::vector<double> carriedOver(std::span<const double> spends, double share, double before = 0);

/// The mean factor by which the volume there is now changes over the months in which a new spend,
/// the same in each, follows the one of now; `months` from 1 on.
double nextVolume(const ResponseCurve& curve, double spend, double carryOver, std::size_t months);

}  // namespace roi
