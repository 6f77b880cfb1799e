#include "roi/attribution.h"

#include <gtest/gtest.h>

namespace roi::attribution_test {
namespace {

Amount amountOf(std::int64_t whole) {
  Amount amount;
  amount.whole = whole;
  return amount;
}

TEST(AttributionTest, AChannelThatNoJourneyReaches_IsCreditedNothing) {
  Attributor sums;
  const Attributor::Channel path[] = {2};
  sums.add(path, {amountOf(1), amountOf(0), amountOf(3)});
  const Attributed found = sums.credits({0, 1, 2});
  EXPECT_EQ(found.chance, 0.25);
  for (std::size_t rule = 0; rule < kRules; ++rule) {
    EXPECT_EQ(found.channels[0].conversions[rule], 0);
    EXPECT_EQ(found.channels[2].conversions[rule], 1);
    EXPECT_EQ(found.channels[2].value[rule], 0);
  }
}

TEST(AttributionTest, WithoutConversions_NothingIsCredited) {
  Attributor sums;
  const Attributor::Channel path[] = {0, 1, 0};
  sums.add(path, {amountOf(0), amountOf(0), amountOf(5)});
  const Attributed found = sums.credits({0, 1});
  EXPECT_EQ(found.chance, 0);
  EXPECT_EQ(found.channels[0].removal, 0);
  for (std::size_t rule = 0; rule < kRules; ++rule)
    EXPECT_EQ(found.channels[1].conversions[rule], 0);
}

TEST(AttributionTest, AMillionTouches_AreCreditedOnce) {
  const std::vector<Attributor::Channel> path(1'000'000, 0);
  Attributor sums;
  sums.add(path, {amountOf(3), amountOf(30), amountOf(0)});
  const Attributed found = sums.credits({0});
  for (std::size_t rule = 0; rule < kRules; ++rule)
    EXPECT_NEAR(found.channels[0].conversions[rule], 3, 1e-6) << text(static_cast<Rule>(rule));
}

CreditedChannel channelOf(double count, double last, double first) {
  CreditedChannel channel;
  channel.count = count;
  channel.credits[static_cast<std::size_t>(Rule::last)] = last;
  channel.credits[static_cast<std::size_t>(Rule::first)] = first;
  return channel;
}

TEST(AttributionTest, APlansCounts_AreSplitAsARuleCredits) {
  const auto counts = redistribute({channelOf(30, 1, 3), channelOf(10, 3, 1)});
  const auto at = [&](std::size_t channel, Rule rule) {
    return counts[channel][static_cast<std::size_t>(rule)];
  };
  EXPECT_EQ(at(0, Rule::last), 10);
  EXPECT_EQ(at(1, Rule::last), 30);
  EXPECT_EQ(at(0, Rule::first), 30);
  EXPECT_FALSE(at(0, Rule::markov)) << "it credits neither of them";
}

}  // namespace
}  // namespace roi::attribution_test
