#pragma once
// How platforms name their columns, and what only one of them writes.

#include <span>
#include <string_view>

#include "roi/platform.h"

namespace roi {

struct Heading {
  Platform platform;
  std::string_view language;
  Meaning meaning;
  std::string_view names;  ///< between bars, the best first
};
std::span<const Heading> headings();

/// What a platform is known by: a heading, or how a line above the headings begins; normalised.
struct Signature {
  enum class Where : unsigned char { heading, line };

  Platform platform;
  Where where;
  std::string_view text;
};
std::span<const Signature> signatures();

}  // namespace roi
