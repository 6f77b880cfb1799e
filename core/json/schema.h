#pragma once
// Holds a tree against the contract, core/contract/scenario.schema.json: names, types, choices and
// limits stand there and nowhere else. The keywords it knows are those the contract uses.

#include "json/tree.h"

namespace roi::json {

/// The text of the contract.
std::string_view schemaText();

/// Every way in which the tree differs from the contract; paths begin with path.
Errors differences(const Tree& tree, const std::string& path);

/// What the contract says of a place of documents, by a JSON Pointer in which * stands for every
/// entry of a list; nullptr where documents have no such place.
const Tree* schemaAt(std::string_view pointer);

/// Whether a number may stand there, by itself or as a figure that says more.
bool isOfNumbers(const Tree& schema);

/// Every way in which a value differs from what the contract says of its place.
Errors valueDifferences(const Tree& value, const Tree& schema, const std::string& path);

}  // namespace roi::json
