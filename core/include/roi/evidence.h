#pragma once
// What exports counted as figures of a plan: what may stand for what, how parts of a channel are
// joined, and the ranges that their counts support. methodology.md, "Ranges from counts" and
// "Counts of exports". core/docs/decisions/0022-counts-become-figures.md

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "roi/platform.h"

namespace roi {

/// What exports count of a channel, in the order of the funnel.
enum class Counted : std::uint8_t { spend, impressions, clicks, leads, customers, revenue };
inline constexpr std::size_t kCounted = 6;
std::string_view text(Counted counted);

/// The meanings that are summed in an export and may stand for a figure, best first: clicks on the
/// link before clicks of every kind, visits where a file has no clicks. What is something else
/// under a similar name is not among them: a form that was opened is no lead, a page view no
/// impression. Of results of several kinds none is, until one is chosen.
std::vector<Meaning> offersFor(const Export& result, Counted counted);

}  // namespace roi
