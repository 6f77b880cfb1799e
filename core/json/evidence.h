#pragma once
// What the calls about evidence have in common.

#include <optional>
#include <string_view>

#include "json/tree.h"
#include "json/validator.h"
#include "roi/scenario.h"

namespace roi::json {

/// What of a request is not as a definition of core/contract/evidence.schema.json says.
Errors evidenceErrors(const Tree& request, std::string_view definition);

/// An amount as a document holds it, a number or a range, of a request that is what the contract
/// says. What the contract cannot say of it is added to errors; there is none then.
std::optional<Quantity> readAmount(const Tree& tree, const Path& path, Scale scale, Errors& errors);

}  // namespace roi::json
