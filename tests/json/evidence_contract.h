#pragma once
// What the contract of evidence says of requests and replies.

#include "golden/files.h"
#include "json/document.h"
#include "json/wire.h"

namespace roi::test {

inline const Json& evidenceContract() {
  static const Json json = parsed(contents(repository("core/contract/evidence.schema.json")));
  return json;
}

/// Where a value is not what a definition says; nothing where it is.
inline std::string evidenceDifferences(const Json& value, const char* definition) {
  const auto treeOf = [](const Json& json) {
    return std::get<json::Tree>(json::parseTree(json.dump()));
  };
  static const json::Tree rules = treeOf(evidenceContract());
  return listed(json::wireDifferences(treeOf(value), rules, definition));
}

}  // namespace roi::test
