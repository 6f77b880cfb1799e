// Whatever was counted, figures hold it. ROI_SEED=<seed of a failure> runs those counts first.

#include "roi/evidence.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
#include <random>

#include "property/seed.h"

namespace roi::test::evidence_test {
namespace {

constexpr int kCases = 500;
using Random = std::mt19937_64;

/// A count of any size, now and then with a fraction, none at all, or at an end of what there is.
double randomCount(Random& random) {
  constexpr double kEnds[] = {0, kSmallestAmount, 1e-3, 0.5, 1, 1e10};
  if (random() % 12 == 0) return kEnds[random() % std::size(kEnds)];
  const auto whole =
      static_cast<double>(random() % static_cast<std::uint64_t>(std::pow(10, 1 + random() % 7)));
  return random() % 4 == 0 ? whole / 8 : whole;
}

Count randomSeries(Random& random, std::size_t periods) {
  Count count;
  for (std::size_t i = 0; i < periods; ++i) {
    if (random() % 8 == 0) {
      count.series.emplace_back();
    } else {
      count.series.emplace_back(randomCount(random));
      count.total += *count.series.back();
    }
  }
  return count;
}

Part randomPart(Random& random) {
  Part part;
  part.counter = static_cast<Counter>(random() % kCounters);
  part.periods = {By::week, 4 + 7 * static_cast<std::int32_t>(random() % 3),
                  static_cast<std::size_t>(1 + random() % 12)};
  for (auto& count : part.counts) {
    if (random() % 4 > 0) count = randomSeries(random, part.periods.count);
  }
  return part;
}

ToBring randomGiven(Random& random) {
  ToBring given;
  given.isPast = random() % 2 == 0;
  for (std::size_t c = 1 + random() % 3; c > 0; --c) {
    given.channels.emplace_back();
    for (std::size_t i = 1 + random() % 3; i > 0; --i) {
      given.channels.back().push_back(randomPart(random));
    }
  }
  return given;
}

bool isNear(double a, double b) { return std::fabs(a - b) <= 1e-9 * std::max(1.0, std::fabs(b)); }

template <class Check>
void forSeeds(Check check) {
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    Random random(seed);
    check(random);
  }
}

TEST(EvidenceProperty, ARange_HoldsItsLikelyValue_AndMayBeTyped) {
  int ranges = 0;
  forSeeds([&](Random& random) {
    ToBring given = randomGiven(random);
    given.isPast = false;
    for (const BroughtChannel& channel : bring(given).channels) {
      for (const BroughtFigure& figure : channel.figures) {
        if (!figure.isRange()) {
          EXPECT_TRUE(figure.likely == 0 || figure.likely >= kSmallestAmount) << text(figure.as);
          continue;
        }
        ++ranges;
        const bool isRate = figure.as == BroughtAs::ctr || figure.as == BroughtAs::closeRate ||
                            figure.as == BroughtAs::conversionRate;
        Quantity typed;
        typed.scale = isRate ? Scale::logit : Scale::log;
        typed.low = figure.low;
        typed.likely = figure.likely;
        typed.high = figure.high;
        EXPECT_TRUE(std::holds_alternative<Quantity>(makeQuantity(typed)))
            << text(figure.as) << ' ' << figure.low << ' ' << figure.likely << ' ' << figure.high;
        EXPECT_GE(figure.low, kSmallestAmount);
        EXPECT_LE(figure.high, kLargestAmount);
      }
    }
  });
  EXPECT_GT(ranges, kCases);
}

TEST(EvidenceProperty, OfCountsAndCases_LikelyIsTheirQuotient) {
  forSeeds([](Random& random) {
    const double n = std::floor(randomCount(random)) + 2;
    const double k = 1 + std::floor((n - 1) * static_cast<double>(random() % 1000) / 1000);
    const double size = 1 + randomCount(random);
    const std::optional<CountedRange> range = rateRange(k, n, {size, 5});
    ASSERT_TRUE(range) << k << " of " << n;
    if (k < n) {
      EXPECT_EQ(range->likely, k / n);
    }
    EXPECT_EQ(range->isMedian, k == n);
  });
}

/// To which quantiles of Beta are searched for.
constexpr double kSearched = 1e-8;

TEST(EvidenceProperty, MoreVariation_NeverNarrows) {
  forSeeds([](Random& random) {
    const double n = std::floor(randomCount(random)) + 2;
    const double k = 1 + std::floor((n - 1) * static_cast<double>(random() % 1000) / 1000);
    const double less = 1 + randomCount(random);
    const double more = less + randomCount(random);
    SCOPED_TRACE(std::to_string(k) + " of " + std::to_string(n) + ", " + std::to_string(less) +
                 " and " + std::to_string(more));
    const std::optional<CountedRange> rate = rateRange(k, n, {less, 5});
    const std::optional<CountedRange> widerRate = rateRange(k, n, {more, 5});
    ASSERT_TRUE(rate && widerRate);
    EXPECT_LE(widerRate->low, rate->low * (1 + kSearched));
    EXPECT_GE(widerRate->high, rate->high * (1 - kSearched));
    const std::optional<CountedRange> price = priceRange(k, n, {less / 1e6, 5});
    const std::optional<CountedRange> widerPrice = priceRange(k, n, {more / 1e6, 5});
    ASSERT_TRUE(price && widerPrice);
    EXPECT_LE(widerPrice->low, price->low);
    EXPECT_GE(widerPrice->high, price->high);
  });
}

TEST(EvidenceProperty, PartsThatAreSplit_ComeToTheSame) {
  forSeeds([](Random& random) {
    const ToBring given = randomGiven(random);
    ToBring split = given;
    for (std::vector<Part>& parts : split.channels) {
      const std::size_t before = parts.size();
      for (std::size_t i = 0; i < before; ++i) {
        Part half = parts[i];
        for (auto& count : half.counts) {
          if (!count) continue;
          count->total /= 2;
          for (auto& one : count->series) {
            if (one) *one /= 2;
          }
        }
        parts[i] = half;
        parts.push_back(half);
      }
    }
    const Brought whole = bring(given);
    const Brought halves = bring(split);
    for (std::size_t c = 0; c < whole.channels.size(); ++c) {
      const auto& expected = whole.channels[c].figures;
      const auto& found = halves.channels[c].figures;
      ASSERT_EQ(found.size(), expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_TRUE(isNear(found[i].low, expected[i].low)) << text(expected[i].as);
        EXPECT_TRUE(isNear(found[i].likely, expected[i].likely)) << text(expected[i].as);
        EXPECT_TRUE(isNear(found[i].high, expected[i].high)) << text(expected[i].as);
      }
    }
    ASSERT_EQ(halves.claims.size(), whole.claims.size());
    for (std::size_t i = 0; i < whole.claims.size(); ++i) {
      EXPECT_TRUE(isNear(halves.claims[i].claims, whole.claims[i].claims));
      EXPECT_TRUE(isNear(halves.claims[i].counts, whole.claims[i].counts));
    }
  });
}

struct Sums {
  double own = 0, claimed = 0;
  bool isScaled = false;
};

Sums sumsOf(const Brought& all, BroughtAs as) {
  Sums sums;
  for (const BroughtChannel& channel : all.channels) {
    for (const BroughtFigure& figure : channel.figures) {
      if (figure.as != as) continue;
      (figure.isClaimed ? sums.claimed : sums.own) += figure.likely;
      sums.isScaled |= figure.scaledBy != 1;
      EXPECT_LE(figure.scaledBy, 1);
    }
  }
  return sums;
}

TEST(EvidenceProperty, ClaimsBroughtDown_AreNeverMoreThanWasCounted) {
  int scaled = 0;
  forSeeds([&](Random& random) {
    ToBring given = randomGiven(random);
    given.isPast = true;
    given.isOrders = random() % 4 == 0;
    const double whole = randomCount(random);
    Part counted;
    for (auto& count : counted.counts) count = Count{whole, {}};
    given.counted = {counted};
    const bool isScalable = bring(given).isScalable;
    given.isScaled = true;
    const Brought all = bring(given);
    EXPECT_EQ(all.isScalable, isScalable);
    for (const BroughtAs as : {BroughtAs::leads, BroughtAs::customers}) {
      const Sums sums = sumsOf(all, as);
      const double left = std::max(0.0, whole - sums.own);
      EXPECT_LE(sums.claimed, left * (1 + 1e-9) + 1e-9) << whole << " less " << sums.own;
      if (!sums.isScaled) continue;
      ++scaled;
      EXPECT_TRUE(isScalable);
      EXPECT_TRUE(isNear(sums.claimed, left)) << sums.claimed << " for " << left;
    }
    for (const Claim& claim : all.claims) {
      EXPECT_TRUE(claim.channel || claim.counts == whole);
    }
  });
  EXPECT_GT(scaled, 20);
}

}  // namespace
}  // namespace roi::test::evidence_test
