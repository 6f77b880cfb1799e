#pragma once
// A second scenario on a tape that holds one already: what both state alike is drawn once.

#include <cstdint>
#include <vector>

#include "roi/scenario.h"

namespace roi {

/// The number of each quantity of another scenario among the quantities of a tape, which begin with
/// those of the first: the same range at the same place, channels told by their ids, is the same
/// quantity. All others are added.
std::vector<std::uint32_t> numbersBeside(const Scenario& first, const Scenario& other,
                                         std::vector<Quantity>& quantities);

}  // namespace roi
