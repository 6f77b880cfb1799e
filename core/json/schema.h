#pragma once
// Holds a tree against the contract, core/contract/scenario.schema.json: names, types, choices and
// limits stand there and nowhere else. The keywords it knows are those the contract uses.

#include "json/tree.h"

namespace roi::json {

/// The text of the contract.
std::string_view schemaText();

/// Every way in which the tree differs from the contract; paths begin with path.
Errors differences(const Tree& tree, const std::string& path);

}  // namespace roi::json
