#include "roi/ab_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "property/seed.h"

namespace roi::ab_property_test {
namespace {

constexpr int kCases = 300;

/// Rates near each other or far apart; visitors split as was planned, or not.
AbTest randomTest(std::mt19937_64& random) {
  const auto between = [&](double from, double to) {
    return std::uniform_real_distribution<double>(from, to)(random);
  };
  AbTest test;
  test.isRunning = between(0, 1) < 0.5;
  const bool isAsPlanned = between(0, 1) < 0.5;
  const double base = std::pow(10, between(-3, 0));
  const double apart = between(0, 1);
  const auto variants = static_cast<std::size_t>(between(2, 9));
  for (std::size_t i = 0; i < variants; ++i) {
    const double visitors = std::floor(std::pow(10, between(0, 6)));
    const double rate = base * (1 - apart * between(0, 1));
    const double share = isAsPlanned ? visitors : 1;
    test.variants.push_back({{std::floor(visitors * rate), visitors}, share, {}, {}});
  }
  return test;
}

/// What is asserted of every random test.
template <class Law>
void always(Law law) {
  for (int i = 0; i < kCases; ++i) {
    SCOPED_TRACE(test::seedOf(i));
    std::mt19937_64 random(test::seedOf(i));
    law(randomTest(random));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(AbTestPropertyTest, ChancesSumToOneAndNothingIsLostBelowZero) {
  always([](const AbTest& test) {
    double sum = 0;
    for (const VariantReading& one : read(test).variants) {
      sum += one.best.chance;
      EXPECT_GE(one.best.loss, 0);
      EXPECT_LE(one.best.loss, 1);
    }
    EXPECT_NEAR(sum, 1, 1e-9);
  });
}

// E max - E of each is what is lost by it: two losses differ as the means do.
TEST(AbTestPropertyTest, LossesDifferAsTheMeansDo) {
  always([](const AbTest& test) {
    const AbReading found = read(test);
    const auto mean = [&](std::size_t i) {
      const Proportion& seen = test.variants[i].seen;
      return (1 + seen.successes) / (2 + seen.cases);
    };
    for (std::size_t i = 1; i < test.variants.size(); ++i) {
      EXPECT_NEAR(found.variants[0].best.loss - found.variants[i].best.loss, mean(i) - mean(0),
                  1e-9);
    }
  });
}

TEST(AbTestPropertyTest, OrderOfTheOthersChangesNothing) {
  always([](const AbTest& test) {
    AbTest turned = test;
    std::reverse(turned.variants.begin() + 1, turned.variants.end());
    const AbReading found = read(test);
    const AbReading other = read(turned);
    const std::size_t variants = test.variants.size();
    EXPECT_EQ(found.verdict, other.verdict);
    for (std::size_t i = 1; i < variants; ++i) {
      const VariantReading& one = found.variants[i];
      const VariantReading& same = other.variants[variants - i];
      EXPECT_NEAR(one.best.chance, same.best.chance, 1e-9);
      EXPECT_EQ(one.contrast->p, same.contrast->p);
    }
  });
}

TEST(AbTestPropertyTest, TwoSwappedAreMirrored) {
  always([](AbTest test) {
    test.variants.resize(2);
    const AbReading found = read(test);
    std::swap(test.variants[0], test.variants[1]);
    const AbReading mirrored = read(test);
    const Contrast& one = *found.variants[1].contrast;
    const Contrast& other = *mirrored.variants[1].contrast;
    EXPECT_EQ(one.difference, -other.difference);
    EXPECT_NEAR(one.interval.low, -other.interval.high, 1e-15);
    EXPECT_EQ(one.isSignificant, other.isSignificant);
    EXPECT_NEAR(found.variants[0].best.chance, mirrored.variants[1].best.chance, 1e-9);
  });
}

// With so much more of everything, at the same rates, the rival is told from the first.
TEST(AbTestPropertyTest, WithWhatIsNeededTheDifferenceShows) {
  int needed = 0;
  always([&](AbTest test) {
    const AbReading found = read(test);
    if (!found.needed) return;
    ++needed;
    EXPECT_EQ(found.verdict, AbVerdict::open);
    const double times = 1 + found.needed->visitors / test.variants[found.rival].seen.cases;
    for (auto& [seen, share, revenue, deviation] : test.variants) {
      seen = {seen.successes * times, seen.cases * times};
    }
    EXPECT_TRUE(read(test).variants[found.rival].contrast->isSignificant);
  });
  EXPECT_GT(needed, 10);
}

}  // namespace
}  // namespace roi::ab_property_test
