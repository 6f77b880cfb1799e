#pragma once
// Luck: customers are a count, and a trial draws them as one about their mean. methodology.md,
// "Luck". The same bits natively and in WebAssembly; of the libraries beneath only sqrt is used.

#include <cstdint>
#include <vector>

#include "roi/scenario.h"

namespace roi {

// Quantile functions over a block of kBlock levels, each a half more than a multiple of 2^-32:
// whole counts that rise with the level. Where the variance is below 6 they are exact but for
// rounding. Above, at less than 0.001 of the levels they are the neighbour of the exact count, at
// fewer the larger the variance; levels nearer than 2^-25 to an end count as 2^-25; beyond a
// variance of 1e10, within 4e-6 standard deviations. A mean that is 0, or not a number, is itself.
// Strides are 1, or 0 where the first stands for all.

/// Of counts of independent events (Poisson).
void poissonQuantiles(const double* mean, std::size_t stride, const double* level, double* out);

/// Of how many of some cases, rounded to a whole number, come to something where mean of them do
/// (binomial); Poisson where the mean is more than there are cases.
void binomialQuantiles(const double* mean, std::size_t meanStride, const double* cases,
                       std::size_t casesStride, const double* level, double* out);

/// Adds to a tape's quantities, per channel, the level at which its customers are drawn; gives the
/// number of the first channel's.
std::uint32_t addLuck(std::vector<Quantity>& quantities, const Scenario& scenario);

}  // namespace roi
