#include "roi/order.h"

#include <algorithm>

namespace roi {

std::vector<std::size_t> orderedBy(std::size_t count, Before before, const void* context) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return before(context, a, b); });
  return order;
}

}  // namespace roi
