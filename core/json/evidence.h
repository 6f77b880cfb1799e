#pragma once
// What the calls about evidence have in common.

#include <string_view>

#include "json/tree.h"

namespace roi::json {

/// What of a request is not as a definition of core/contract/evidence.schema.json says.
Errors evidenceErrors(const Tree& request, std::string_view definition);

}  // namespace roi::json
