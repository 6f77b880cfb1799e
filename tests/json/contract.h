#pragma once
// The contract as it is checked.

#include "json/document.h"

namespace roi::test {

/// Without what explains a contract to people, and that no object has other fields than it names:
/// the wasm module leaves both out.
inline Json withoutExplanations(Json contract) {
  if (contract.is_object()) {
    for (const char* key : {"title", "description"}) {
      if (contract.contains(key) && contract[key].is_string()) contract.erase(key);
    }
    if (contract.value("additionalProperties", Json()) == false)
      contract.erase("additionalProperties");
  }
  if (contract.is_structured()) {
    for (Json& item : contract) item = withoutExplanations(item);
  }
  return contract;
}

}  // namespace roi::test
