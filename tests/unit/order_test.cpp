#include "roi/order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace roi::order_test {
namespace {

TEST(OrderTest, SortStably_KeepsTheOrderOfEquals) {
  constexpr std::uint64_t kSeed = 20261125;
  SCOPED_TRACE(kSeed);
  std::mt19937_64 generator(kSeed);
  std::vector<std::pair<int, int>> items;
  for (int i = 0; i < 1000; ++i) items.emplace_back(static_cast<int>(generator() % 7), i);
  auto expected = items;  // by key, then by place
  std::sort(expected.begin(), expected.end());
  sortStably(items, [](const auto& a, const auto& b) { return a.first < b.first; });
  EXPECT_EQ(items, expected);
}

TEST(OrderTest, Ordered_ListsTheNumbersInTheirOrder) {
  const double values[] = {3, 1, 2, 1};
  EXPECT_EQ(ordered(4, [&](std::size_t a, std::size_t b) { return values[a] < values[b]; }),
            (std::vector<std::size_t>{1, 3, 2, 0}));
  EXPECT_TRUE(ordered(0, [](std::size_t, std::size_t) { return false; }).empty());
}

}  // namespace
}  // namespace roi::order_test
