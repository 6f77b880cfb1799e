#pragma once
// Holds what is asked and answered against the contract of the calls,
// core/contract/calls.schema.json. No part of the module: it serves tests, and whoever checks.

#include "json/tree.h"

namespace roi::json {

/// Every way in which a tree differs from a definition of the contract ("evaluation"). It knows the
/// keywords of schema.h, and: the contract of documents, flags that are constant, names of metrics,
/// units and errors as formats, and objects with such names.
Errors wireDifferences(const Tree& tree, const Tree& contract, std::string_view definition);

}  // namespace roi::json
