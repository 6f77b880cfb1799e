#include "roi/beside.h"

#include <gtest/gtest.h>

#include "unit/made.h"

namespace roi::beside_test {
namespace {

TEST(BesideTest, WhatBothStateAlike_IsOneQuantity) {
  const Scenario first = test::Made(300).channel("a", 100, 1000).scenario();
  const Scenario other = test::Made(300).channel("a", 100, 900).scenario();
  std::vector<Quantity> quantities = first.quantities;
  const std::vector<std::uint32_t> numbers = numbersBeside(first, other, quantities);
  ASSERT_EQ(numbers.size(), other.quantities.size());
  ASSERT_EQ(quantities.size(), first.quantities.size() + 1);  // the ad spend
  EXPECT_EQ(quantities.back().likely, 900);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    EXPECT_EQ(quantities[numbers[i]].likely, other.quantities[i].likely);
    EXPECT_EQ(quantities[numbers[i]].pointer, other.quantities[i].pointer);
  }
}

}  // namespace
}  // namespace roi::beside_test
