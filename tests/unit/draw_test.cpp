#include "roi/draw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"
#include "unit/plan.h"

namespace roi::draw_test {
namespace {

constexpr std::uint64_t kSeed = 20261125;
constexpr std::uint32_t kLatticeDimensions = 64;

/// The first fractions of one randomisation in one dimension.
std::vector<std::uint32_t> fractions(std::uint64_t seed, std::size_t replicate,
                                     std::uint32_t dimension, std::size_t count) {
  const Points points(seed);
  std::vector<std::uint32_t> list(count);
  for (std::size_t at = 0; at < count; at += kBlock) {
    points.block(at / kBlock * kReplicates + replicate, dimension, list.data() + at);
  }
  return list;
}

TEST(DrawTest, EveryLatticeDimension_HasOnePointInEachStratum) {
  for (std::uint32_t dimension = 0; dimension < kLatticeDimensions; ++dimension) {
    for (const std::size_t replicate : {std::size_t{0}, std::size_t{3}, kReplicates - 1}) {
      for (const std::uint32_t bits : {8U, 9U, 12U}) {
        std::vector<int> strata(std::size_t{1} << bits);
        for (const std::uint32_t f : fractions(kSeed, replicate, dimension, strata.size())) {
          ++strata[f >> (32 - bits)];
        }
        ASSERT_EQ(std::count(strata.begin(), strata.end(), 1),
                  static_cast<std::ptrdiff_t>(strata.size()))
            << dimension << ' ' << replicate << ' ' << bits;
      }
    }
  }
}

/// Sum of (observed - expected)² / expected over equally likely cells.
double chiSquare(const std::vector<int>& cells) {
  double all = 0;
  for (const int count : cells) all += count;
  const double expected = all / static_cast<double>(cells.size());
  double sum = 0;
  for (const int count : cells) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

/// 255 degrees of freedom: mean 255, standard deviation 22.6; these are 4.5 of them.
void expectUniform(const std::vector<int>& cells) {
  ASSERT_EQ(cells.size(), 256U);
  EXPECT_GT(chiSquare(cells), 153);
  EXPECT_LT(chiSquare(cells), 357);
}

TEST(DrawTest, DimensionsBeyondTheLattice_AreUniform) {
  SCOPED_TRACE(kSeed);
  for (const std::uint32_t dimension : {64U, 65U, 100U, 1000U, 123'456U}) {
    SCOPED_TRACE(dimension);
    std::vector<int> upper(256);
    std::vector<int> lower(256);
    std::vector<int> successive(256);
    for (std::size_t replicate = 0; replicate < kReplicates; ++replicate) {
      const auto list = fractions(kSeed, replicate, dimension, 8192);
      for (const std::uint32_t f : list) ++upper[f >> 24];
      for (const std::uint32_t f : list) ++lower[f & 255];
      for (std::size_t i = 1; i < list.size(); i += 2) {
        ++successive[(list[i - 1] >> 28) * 16 + (list[i] >> 28)];
      }
    }
    expectUniform(upper);
    expectUniform(lower);
    expectUniform(successive);
  }
}

TEST(DrawTest, DimensionsBeyondTheLattice_AreIndependentOfEachOther) {
  SCOPED_TRACE(kSeed);
  for (const auto& [a, b] : {std::pair{64U, 65U}, {64U, 128U}, {70U, 500U}, {0U, 64U}}) {
    std::vector<int> cells(256);
    for (std::size_t replicate = 0; replicate < kReplicates; ++replicate) {
      const auto x = fractions(kSeed, replicate, a, 8192);
      const auto y = fractions(kSeed, replicate, b, 8192);
      for (std::size_t i = 0; i < x.size(); ++i) ++cells[(x[i] >> 28) * 16 + (y[i] >> 28)];
    }
    EXPECT_LT(chiSquare(cells), 357) << a << ' ' << b;
  }
}

TEST(DrawTest, LatticeDimensions_FillEveryPlaneEvenly) {
  // random points would have a chi-square above its mean of 255 in half of the planes
  int poor = 0;
  for (std::uint32_t a = 0; a < kLatticeDimensions; ++a) {
    const auto x = fractions(kSeed, 0, a, 4096);
    for (std::uint32_t b = a + 1; b < kLatticeDimensions; ++b) {
      const auto y = fractions(kSeed, 0, b, 4096);
      std::vector<int> cells(256);
      for (std::size_t i = 0; i < x.size(); ++i) ++cells[(x[i] >> 28) * 16 + (y[i] >> 28)];
      poor += chiSquare(cells) > 255 ? 1 : 0;
    }
  }
  EXPECT_LT(poor, 200);  // of 2016 planes
}

TEST(DrawTest, Randomisations_AreShiftedApart) {
  const auto first = fractions(kSeed, 0, 5, 256);
  for (std::size_t replicate = 1; replicate < kReplicates; ++replicate) {
    EXPECT_NE(fractions(kSeed, replicate, 5, 256), first);
    const auto other = fractions(kSeed, replicate, 70, 256);
    EXPECT_NE(other, fractions(kSeed, 0, 70, 256));
  }
  EXPECT_NE(fractions(kSeed + 1, 0, 5, 256), first);
  EXPECT_EQ(fractions(kSeed, 0, 5, 256), first);
}

TEST(DrawTest, SeedsNextToEachOther_ShareNoRandomisation) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    for (std::size_t replicate = 0; replicate < kReplicates; ++replicate) {
      EXPECT_NE(fractions(seed, replicate, 0, kBlock), fractions(seed + 1, replicate, 0, kBlock));
      EXPECT_NE(fractions(seed, replicate, 0, kBlock), fractions(seed, replicate, 1, kBlock));
    }
  }
}

// Tables

Quantity range(Scale scale, double low, std::optional<double> likely, double high) {
  Quantity q;
  q.scale = scale;
  q.low = low;
  q.likely = likely.value_or(0);
  q.likelyGiven = likely.has_value();
  q.high = high;
  return std::get<Quantity>(makeQuantity(q));
}

/// The value at a probability, by the inverse distribution function.
double exactAt(const Distribution& distribution, double p) {
  return distribution.at(normalQuantile(std::clamp(p, 0x1p-25, 1 - 0x1p-25)));
}

/// How far a draw is from what its fraction stands for: the probabilities up to the next fraction.
double missOf(const Distribution& distribution, std::uint32_t fraction, double drawn) {
  const double low = exactAt(distribution, fraction * 0x1p-32);
  const double high = exactAt(distribution, (fraction + 1.0) * 0x1p-32);
  return drawn < low ? low - drawn : drawn > high ? drawn - high : 0;
}

std::vector<std::uint32_t> manyFractions() {
  std::vector<std::uint32_t> list = {0,          1,          2,          127,        128,
                                     129,        0x7fffffff, 0x80000000, 0x7ffffffe, 0x80000001,
                                     0xffffffff, 0xfffffffe, 0xffffff80, 0xffffff7f};
  for (std::uint32_t octave = 0; octave < 31; ++octave) {  // about every piece's ends, and in it
    for (std::uint32_t step = 0; step < 64; ++step) {
      const std::uint32_t f = (1U << octave) + ((step << octave) >> 6);
      for (const std::uint32_t near : {f, f - 1, f + 1}) {
        list.push_back(near);
        list.push_back(~near);
      }
    }
  }
  std::uint32_t state = 12345;
  while (list.size() < 16'384) list.push_back(state = state * 1664525 + 1013904223);
  return list;
}

struct Miss {
  double ofSpread = 0;   ///< the greatest, in spreads from P5 to P95
  double ofGreater = 0;  ///< in spreads or values drawn, whichever is greater
};

Miss worstMiss(const Quantity& q) {
  const Distribution distribution(q);
  const QuantileTable table(distribution);
  const std::vector<std::uint32_t> list = manyFractions();
  std::array<double, kBlock> out{};
  Miss worst;
  for (std::size_t at = 0; at + kBlock <= list.size(); at += kBlock) {
    table.draw(list.data() + at, out.data());
    for (std::size_t i = 0; i < kBlock; ++i) {
      const double miss = missOf(distribution, list[at + i], out[i]);
      const double spread = q.high - q.low;
      worst.ofSpread = std::fmax(worst.ofSpread, miss / spread);
      worst.ofGreater = std::fmax(worst.ofGreater, miss / std::fmax(spread, out[i]));
    }
  }
  return worst;
}

TEST(DrawTest, Tables_AreWithinAMillionthOfTheSpreadOverAllFractions) {
  for (const Quantity& q :
       {range(Scale::log, 40, 50, 60), range(Scale::log, 1e-9, std::nullopt, 2e-9),
        range(Scale::log, 10, std::nullopt, 1000), range(Scale::log, 1, 9, 10),
        range(Scale::log, 1, 1.1, 10), range(Scale::log, 1, 90, 100),
        range(Scale::logit, 0.02, 0.05, 0.3), range(Scale::logit, 0.01, std::nullopt, 0.99),
        range(Scale::logit, 0.999, std::nullopt, 0.9999),
        range(Scale::logit, 1e-9, std::nullopt, 2e-9)}) {
    EXPECT_LT(worstMiss(q).ofSpread, 1e-6) << q.low << ' ' << q.likely << ' ' << q.high;
  }
}

// The tails of a range over more than two decades go far beyond its spread.

TEST(DrawTest, TablesOfWideRanges_AreWithinAHundredThousandthOfTheValueOrSpread) {
  for (const Quantity& q :
       {range(Scale::log, 1, std::nullopt, 1e4), range(Scale::log, 1, 1.1, 1000),
        range(Scale::log, 1e-3, std::nullopt, 1e3), range(Scale::log, 1, 3e3, 1e6)}) {
    const Miss worst = worstMiss(q);
    EXPECT_LT(worst.ofGreater, 1e-5) << q.low << ' ' << q.likely << ' ' << q.high;
    EXPECT_LT(worst.ofSpread, 1e-3) << q.low << ' ' << q.likely << ' ' << q.high;
  }
  EXPECT_LT(worstMiss(range(Scale::logit, 1e-9, 0.5, 1 - 1e-9)).ofSpread, 1e-4);
}

TEST(DrawTest, Draws_EndAThousandTimesBeyondWhatMayBeTyped) {
  const QuantileTable table{Distribution(range(Scale::log, 1e-9, std::nullopt, 1e12))};
  const std::vector<std::uint32_t> list = manyFractions();
  std::array<double, kBlock> out{};
  for (std::size_t at = 0; at + kBlock <= list.size(); at += kBlock) {
    table.draw(list.data() + at, out.data());
    for (const double value : out) {
      EXPECT_GT(value, 0.9e-12);
      EXPECT_LT(value, 1.1e15);
    }
  }
}

TEST(DrawTest, Tables_RiseWithTheFraction) {
  std::vector<std::uint32_t> list = manyFractions();
  std::sort(list.begin(), list.end());
  for (const Quantity& q : {range(Scale::log, 1, 2, 1000), range(Scale::logit, 0.1, 0.8, 0.9)}) {
    const QuantileTable table{Distribution(q)};
    std::vector<double> values(list.size());
    for (std::size_t at = 0; at < list.size(); at += kBlock) {
      table.draw(list.data() + at, values.data() + at);
    }
    for (std::size_t i = 1; i < values.size(); ++i) {
      ASSERT_LE(values[i - 1], values[i] * (1 + 1e-12)) << list[i];
    }
  }
}

// Draws

Quantity moving(Quantity q, const std::string& group, double strength) {
  q.group = group;
  q.strength = strength;
  return q;
}

/// The first draws of every quantity, in a column each.
std::vector<std::vector<double>> drawn(const std::vector<Quantity>& quantities,
                                       std::size_t blocks = 64, std::uint64_t seed = kSeed,
                                       std::uint32_t firstDimension = 0) {
  std::vector<std::uint32_t> of;
  for (std::uint32_t i = 0; i < quantities.size(); ++i) of.push_back(i);
  const Draws draws(quantities, of, seed, firstDimension);
  std::vector<std::vector<double>> columns(quantities.size(), std::vector<double>(blocks * kBlock));
  for (std::size_t block = 0; block < blocks; ++block) {
    std::vector<double*> at;
    for (auto& column : columns) at.push_back(column.data() + block * kBlock);
    draws.block(block, at.data());
  }
  return columns;
}

/// z of draws of a range from 1 over 10 to 100.
std::vector<double> zOf(const std::vector<double>& values) {
  std::vector<double> zs;
  for (const double value : values) zs.push_back(std::log10(value / 10) * kZ95);
  return zs;
}

Quantity hundredfold() { return range(Scale::log, 1, std::nullopt, 100); }

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  const auto n = static_cast<double>(a.size());
  double meanA = 0;
  double meanB = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    meanA += a[i] / n;
    meanB += b[i] / n;
  }
  double ab = 0;
  double aa = 0;
  double bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - meanA) * (b[i] - meanB);
    aa += (a[i] - meanA) * (a[i] - meanA);
    bb += (b[i] - meanB) * (b[i] - meanB);
  }
  return ab / std::sqrt(aa * bb);
}

double varianceOf(const std::vector<double>& values) {
  double sum = 0;
  double squares = 0;
  for (const double value : values) {
    sum += value;
    squares += value * value;
  }
  const auto n = static_cast<double>(values.size());
  return squares / n - sum / n * (sum / n);
}

TEST(DrawTest, AnyTrial_IsDrawnAgainByItsNumber) {
  const std::vector<Quantity> quantities = {hundredfold(), moving(hundredfold(), "g", 0.5),
                                            moving(range(Scale::logit, 0.1, 0.2, 0.5), "g", -0.8),
                                            range(Scale::logit, 0.5, 0.6, 0.9)};
  const auto columns = drawn(quantities);
  const std::uint32_t of[] = {0, 1, 2, 3};
  const Draws draws(quantities, of, kSeed);
  for (const std::size_t trial : {0U, 1U, 255U, 256U, 2047U, 2048U, 9999U, 16'383U}) {
    const std::vector<double> values = draws.trial(trial);
    ASSERT_EQ(values.size(), quantities.size());
    for (std::size_t q = 0; q < values.size(); ++q) EXPECT_EQ(values[q], columns[q][trial]);
  }
}

TEST(DrawTest, GroupsThenRanges_TakeOneDimensionEach) {
  const std::vector<Quantity> quantities = {hundredfold(), moving(hundredfold(), "g", 0.5),
                                            moving(hundredfold(), "h", 0.5),
                                            moving(hundredfold(), "g", 0.5)};
  const std::uint32_t all[] = {0, 1, 2, 3};
  EXPECT_EQ(Draws(quantities, all, kSeed).dimensions(), 6U);
  const std::uint32_t one[] = {0};
  EXPECT_EQ(Draws(quantities, one, kSeed).dimensions(), 1U);
  EXPECT_EQ(Draws(quantities, {}, kSeed).dimensions(), 0U);
  // the plain range comes after the two groups
  EXPECT_EQ(drawn(quantities)[0], drawn({hundredfold()}, 64, kSeed, 2)[0]);
}

TEST(DrawTest, FirstDimension_MovesAllAlong) {
  const auto both = drawn({hundredfold(), hundredfold()});
  EXPECT_EQ(drawn({hundredfold()}, 64, kSeed, 1)[0], both[1]);
  EXPECT_NE(both[0], both[1]);
  EXPECT_NE(drawn({hundredfold()}, 64, kSeed + 1)[0], both[0]);
}

TEST(DrawTest, StrengthOne_MakesRangesMoveAsOne) {
  const auto columns =
      drawn({moving(hundredfold(), "g", 1), moving(range(Scale::log, 2, std::nullopt, 200), "g", 1),
             moving(hundredfold(), "g", -1)});
  const auto first = zOf(columns[0]);
  const auto opposite = zOf(columns[2]);
  for (std::size_t i = 0; i < first.size(); ++i) {
    ASSERT_TRUE(test::near(columns[1][i], 2 * columns[0][i], 1e-12));
    ASSERT_NEAR(opposite[i], -first[i], 1e-12);
  }
  EXPECT_NEAR(varianceOf(first), 1, 0.01);
}

TEST(DrawTest, StrengthZero_LeavesRangesIndependent) {
  const auto columns = drawn({moving(hundredfold(), "g", 0), moving(hundredfold(), "g", 0)});
  EXPECT_NEAR(correlation(zOf(columns[0]), zOf(columns[1])), 0, 0.02);
  EXPECT_NEAR(varianceOf(zOf(columns[0])), 1, 0.01);
}

TEST(DrawTest, Strengths_MultiplyToTheCorrelationAndLeaveEachRangeItsSpread) {
  const auto columns = drawn({moving(hundredfold(), "g", 0.8), moving(hundredfold(), "g", -0.6),
                              moving(hundredfold(), "other", 0.9), hundredfold()});
  std::vector<std::vector<double>> zs;
  for (const auto& column : columns) zs.push_back(zOf(column));
  EXPECT_NEAR(correlation(zs[0], zs[1]), -0.48, 0.02);
  EXPECT_NEAR(correlation(zs[0], zs[2]), 0, 0.02);
  EXPECT_NEAR(correlation(zs[0], zs[3]), 0, 0.02);
  for (const auto& z : zs) {
    EXPECT_NEAR(varianceOf(z), 1, 0.02);
    std::vector<double> sorted = z;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_NEAR(sorted[sorted.size() / 20], -kZ95, 0.03);
    EXPECT_NEAR(sorted[sorted.size() / 2], 0, 0.02);
    EXPECT_NEAR(sorted[sorted.size() * 19 / 20], kZ95, 0.03);
  }
}

TEST(DrawTest, MoreRangesThanTheLatticeHasDimensions_AreAllDrawn) {
  const std::vector<Quantity> many(130, hundredfold());
  const auto columns = drawn(many, 16);
  for (std::size_t q = 0; q < many.size(); ++q) {
    const auto z = zOf(columns[q]);
    EXPECT_NEAR(varianceOf(z), 1, q < 64 ? 0.02 : 0.12) << q;
    EXPECT_LT(std::fabs(correlation(z, zOf(columns[(q + 1) % many.size()]))), 0.12) << q;
  }
}

}  // namespace
}  // namespace roi::draw_test
