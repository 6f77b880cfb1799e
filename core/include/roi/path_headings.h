#pragma once
// How people call the columns of conversion paths, in English and French.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "roi/paths.h"

namespace roi {

/// Nothing of a heading that is not known.
std::optional<PathMeaning> pathMeaningOf(std::string_view heading);

/// Where each meaning stands in a row of headings: the first column that is called so. A file whose
/// rows are no touches of a person may call its paths what a channel is called.
using PathColumns = std::array<std::optional<std::size_t>, kPathMeanings>;
PathColumns pathColumns(const std::vector<std::optional<PathMeaning>>& meanings);

/// Whether they make paths.
bool havePaths(const PathColumns& columns);

/// "yes", "vrai", "converted": 1; "no", "faux": 0; else nothing.
std::optional<bool> answerIn(std::string_view cell);

/// The second of a day that a time of day says, "2:05:09 PM"; 0 where there is none.
int secondsIn(std::string_view cell);

}  // namespace roi
