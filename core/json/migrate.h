#pragma once
// Documents of earlier versions are read for ever: each step leads from one version to the next.

#include "json/tree.h"
#include "roi/scenario.h"

namespace roi::json {

/// Whether a document states a version that there was before the contract's.
bool isOlder(const Tree& document);

/// What a migration did that is not the same in other words.
struct MigrationNote {
  std::string path;  ///< JSON Pointer into the older document
  std::string code;
};

struct Migrated {
  Tree document;
  std::vector<MigrationNote> notes;
};

/// The same in this version. Only for one that isOlder; what is wrong with it stays wrong.
Migrated migrated(Tree document);

/// Gives these figures of a document, where they state no origin, this one.
void mark(Tree& document, const std::vector<Quantity>& figures, const std::string& origin);

}  // namespace roi::json
