#pragma once
// Where random cases come from.

#include <cstdint>
#include <cstdlib>

namespace roi::test {

/// Of the case of that number; ROI_SEED=<seed of a failure> comes first.
inline std::uint64_t seedOf(int index) {
  const char* first = std::getenv("ROI_SEED");
  if (index == 0 && first) return std::strtoull(first, nullptr, 10);
  return 20261129U + static_cast<std::uint64_t>(index);
}

}  // namespace roi::test
