#pragma once
// A document's text becomes scenarios, or everything that is wrong with it.

#include <vector>

#include "json/tree.h"
#include "roi/scenario.h"
#include "roi/verdict.h"

namespace roi::json {

inline constexpr std::size_t kMaxLines = 20'000;

/// A scenario with what the model does not calculate with.
struct DocumentScenario {
  Scenario scenario;
  GoalDates dates;
  Input basketTarget;
  std::vector<Quantity> uncounted;  ///< of savings that do not count
};

using Document = std::vector<DocumentScenario>;

/// path: where the document lies in what was sent; quantities' pointers start at the document.
Outcome<Document> decode(const Tree& document, const std::string& path);

}  // namespace roi::json
