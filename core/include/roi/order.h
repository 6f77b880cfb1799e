#pragma once
// Sorting that keeps the order of equals, so that it is the same everywhere. One sort serves all
// types: each would otherwise weigh 5 kB in the module.

#include <cstddef>
#include <utility>
#include <vector>

namespace roi {

using Before = bool (*)(const void* context, std::size_t a, std::size_t b);
std::vector<std::size_t> orderedBy(std::size_t count, Before before, const void* context);

/// The numbers from 0 to count - 1, sorted by before(a, b).
template <class Less>
std::vector<std::size_t> ordered(std::size_t count, const Less& before) {
  const Before call = [](const void* context, std::size_t a, std::size_t b) {
    return (*static_cast<const Less*>(context))(a, b);
  };
  return orderedBy(count, call, &before);
}

template <class T, class Less>
void sortStably(std::vector<T>& items, const Less& before) {
  const auto order = ordered(
      items.size(), [&](std::size_t a, std::size_t b) { return before(items[a], items[b]); });
  std::vector<T> sorted;
  sorted.reserve(items.size());
  for (const std::size_t i : order) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

}  // namespace roi
