#pragma once
// What only some documents need, apart from what every first answer needs.

#include <utility>

namespace roi {

/// Calls a function by its address, which no compiler looks through: what only some documents need
/// can then stand in the later part of the module. See wasm/split.mjs
template <auto function, class... Arguments>
auto calledLater(Arguments&&... arguments) {
  static auto* volatile address = function;
  return address(std::forward<Arguments>(arguments)...);
}

}  // namespace roi
