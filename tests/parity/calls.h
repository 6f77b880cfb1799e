#pragma once
// The calls of core/json/api.h by name.

#include <string>
#include <string_view>

#include "json/api.h"

namespace roi::json {

using Call = std::string (*)(std::string_view);

/// Nothing if there is no such call.
inline Call callByName(std::string_view wanted) {
#define ROI_CALL(name, ...) \
  if (wanted == #name) return name;
  ROI_CALLS(ROI_CALL)
  ROI_EVIDENCE_CALLS(ROI_CALL)
#undef ROI_CALL
  return nullptr;
}

}  // namespace roi::json
