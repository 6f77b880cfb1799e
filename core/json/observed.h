#pragma once
// What a document says of what was observed since a plan began.

#include <string>
#include <vector>

#include "json/codec.h"
#include "roi/observed.h"

namespace roi::json {

/// With the places where it says so.
struct ObservedIn {
  Since since;
  std::vector<std::string> pointers;  ///< per observation
  std::vector<std::string> unknown;   ///< of channels that the plan does not count
  Errors errors;                      ///< of a request that holds the document
};

/// Of the scenario that is asked about.
ObservedIn observedIn(const Tree& request, const DocumentScenario& of);

}  // namespace roi::json
