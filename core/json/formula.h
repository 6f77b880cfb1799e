#pragma once
// How entries of an explanation are written, whatever they are called.

#include <string_view>

#include "json/writer.h"
#include "roi/explain.h"

namespace roi::json {

/// "figure", "input" or "missing".
std::string_view kindOf(const Entry& entry);

/// "terms": the steps of a figure's formula.
void writeTerms(Writer& out, const Entry& figure);

}  // namespace roi::json
