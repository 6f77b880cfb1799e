#pragma once
// A field of a request: what the contract of the calls says of it, core/contract/calls.schema.json.

#include <string_view>

#include "json/tree.h"

namespace roi::json {

struct RequestField {
  std::string_view name;
  Tree::Kind kind;  ///< what a document, a list or a flag holds is checked elsewhere
  bool isRequired;
};

}  // namespace roi::json
