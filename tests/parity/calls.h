#pragma once
// The calls of core/json/api.h by name.

#include <string>
#include <string_view>

#include "json/api.h"

namespace roi::json {

using Call = std::string (*)(std::string_view);

/// Nothing if there is no such call.
inline Call callByName(std::string_view wanted) {
  constexpr struct {
    std::string_view name;
    Call call;
  } kCalls[] = {{"evaluate", evaluate},     {"explain", explain},
                {"readNumber", readNumber}, {"widen", widen},
                {"simulate", simulate},     {"sensitivity", sensitivity},
                {"solve", solve},           {"cashFlow", cashFlow},
                {"compare", compare},       {"splitBudget", splitBudget},
                {"migrate", migrate}};
  for (const auto& [name, call] : kCalls) {
    if (name == wanted) return call;
  }
  return nullptr;
}

}  // namespace roi::json
