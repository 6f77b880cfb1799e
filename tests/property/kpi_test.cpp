// Whatever is counted, totals divide sums. ROI_SEED=<seed of a failure> runs those counts first.

#include "roi/kpi.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "property/seed.h"

namespace roi::test::kpi_test {
namespace {

constexpr int kCases = 100;
using Random = std::mt19937_64;

KpiCounts randomCounts(Random& random) {
  KpiCounts counts;
  counts.interactions = {KpiInput::likes, KpiInput::shares};
  for (std::size_t c = 1 + random() % 5; c > 0; --c) {
    auto& channel = counts.channels.emplace_back();
    for (Input& input : channel) {
      if (random() % 8 == 0) continue;
      Quantity q;
      q.low = q.likely = q.high = static_cast<double>(random() % 100'000);
      input = static_cast<std::uint32_t>(counts.quantities.size());
      counts.quantities.push_back(q);
    }
  }
  return counts;
}

/// Of channels that know all of it, all together as one.
KpiCounts asOne(const KpiCounts& counts, const KpiInfo& kpi) {
  KpiCounts one;
  one.interactions = counts.interactions;
  auto& channel = one.channels.emplace_back();
  for (std::size_t i = 0; i < kKpiInputs; ++i) {
    Quantity q;
    for (std::size_t c = 0; c < counts.channels.size(); ++c) {
      if (!isCounted(counts, c, kpi) || !counts.channels[c][i]) continue;
      q.likely += counts.quantities[*counts.channels[c][i]].likely;
    }
    channel[i] = static_cast<std::uint32_t>(one.quantities.size());
    one.quantities.push_back(q);
  }
  return one;
}

TEST(KpiProperty, ATotal_IsThatOfAllCountsInOneChannel) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    const KpiCounts counts = randomCounts(random);
    KpiSheet<Figure<>> sheet(counts);
    for (const KpiInfo& kpi : kpis()) {
      if (kpi.at || isOnlyByChannel(counts, kpi)) continue;
      std::size_t known = 0;
      for (std::size_t c = 0; c < counts.channels.size(); ++c) known += isCounted(counts, c, kpi);
      const Figure<> total = sheet(counts.channels.size(), kpi);
      if (known == 0) {
        ASSERT_EQ(total.why.kind, Reason::Kind::missing) << kpi.id << ", seed " << seed;
        continue;
      }
      const KpiCounts together = asOne(counts, kpi);
      KpiSheet<Figure<>> one(together);
      const Figure<> expected = one(0, kpi);
      ASSERT_EQ(total.why.kind, expected.why.kind) << kpi.id << ", seed " << seed;
      ASSERT_NEAR(total.value, expected.value, 1e-9 * std::fabs(expected.value))
          << kpi.id << ", seed " << seed;
    }
  }
}

TEST(KpiProperty, OnePercentMoreOfAllThatIsDivided_IsOnePercentMore) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    const KpiCounts counts = randomCounts(random);
    for (const KpiInfo& kpi : kpis()) {
      // what is divided must not be what it is divided by
      if (kpi.less) continue;
      KpiSheet<Figure<>> sheet(counts);
      const Figure<> before = sheet(0, kpi);
      if (!before.defined()) continue;
      KpiCounts more = counts;
      for (const KpiInput input : inputsOf(kpi, counts.interactions)) {
        if (input == kpi.per || input == kpi.at) continue;
        if (input == kpi.share || input == kpi.meanOver) continue;
        more.quantities[*more.channels[0][static_cast<std::size_t>(input)]].likely *= 1.01;
      }
      if (excessOf(more, 0, kpi)) continue;
      KpiSheet<Figure<>> risen(more);
      ASSERT_NEAR(risen(0, kpi).value, 1.01 * before.value, 1e-12 * std::fabs(before.value))
          << kpi.id << ", seed " << seed;
    }
  }
}

// Ranges, against every point of them.

Quantity randomRange(Random& random) {
  const auto least = static_cast<double>(1 + random() % 1000);
  const auto wide = static_cast<double>(random() % 1500);
  Quantity q;
  q.low = least;
  q.high = random() % 3 == 0 ? least : least + wide;
  q.likely = q.low + (q.high - q.low) * static_cast<double>(random() % 101) / 100;
  return q;
}

/// What of a channel, or of two together, is made of, and every count is known.
KpiCounts randomRanges(Random& random, const KpiInfo& kpi) {
  KpiCounts counts;
  counts.interactions = {KpiInput::likes, KpiInput::clicks};
  for (std::size_t c = 1 + random() % 2; c > 0; --c) {
    auto& channel = counts.channels.emplace_back();
    for (const KpiInput input : inputsOf(kpi, counts.interactions)) {
      channel[static_cast<std::size_t>(input)] =
          static_cast<std::uint32_t>(counts.quantities.size());
      counts.quantities.push_back(randomRange(random));
    }
  }
  return counts;
}

bool isPossible(const KpiCounts& counts, const KpiInfo& kpi) {
  for (std::size_t c = 0; c < counts.channels.size(); ++c) {
    if (excessOf(counts, c, kpi)) return false;
  }
  return true;
}

double valueAt(const KpiCounts& counts, std::size_t scope, const KpiInfo& kpi) {
  return KpiSheet<Figure<>>(counts)(scope, kpi).value;
}

/// What a count may be put at: its ends, and where a part and its whole are equal.
std::vector<double> cornersOf(const KpiCounts& counts, const KpiInfo& kpi, std::size_t index) {
  const Quantity& q = counts.quantities[index];
  std::vector<double> values = {q.low, q.high};
  for (const auto& [part, whole] : partsOf(kpi, counts.interactions)) {
    for (const auto& channel : counts.channels) {
      const std::size_t one = *channel[static_cast<std::size_t>(part)];
      const std::size_t other = *channel[static_cast<std::size_t>(whole)];
      if (index != one && index != other) continue;
      const Quantity& beside = counts.quantities[index == one ? other : one];
      for (const double end : {beside.low, beside.high}) {
        if (q.low < end && end < q.high) values.push_back(end);
      }
    }
  }
  return values;
}

/// Least and greatest over all corners that are possible.
KpiRange overCorners(const KpiCounts& counts, std::size_t scope, const KpiInfo& kpi) {
  KpiRange found = {HUGE_VAL, -HUGE_VAL};
  KpiCounts at = counts;
  const auto put = [&](const auto& self, std::size_t index) -> void {
    if (index == counts.quantities.size()) {
      if (!isPossible(at, kpi)) return;
      const double value = valueAt(at, scope, kpi);
      found.low = std::min(found.low, value);
      found.high = std::max(found.high, value);
      return;
    }
    for (const double value : cornersOf(counts, kpi, index)) {
      at.quantities[index].likely = value;
      self(self, index + 1);
    }
  };
  put(put, 0);
  return found;
}

TEST(KpiProperty, ARange_HoldsEveryPointAndIsReachedAtACorner) {
  constexpr int kRanged = 12;
  constexpr int kPoints = 40;
  int compared = 0;
  for (int i = 0; i < kRanged; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    for (const KpiInfo& kpi : kpis()) {
      const KpiCounts counts = randomRanges(random, kpi);
      const std::size_t total = counts.channels.size();
      const bool hasTotal = total == 1 || !isOfOneChannel(kpi);
      if (!isPossible(counts, kpi) || !hasTotal) continue;
      Tape tape;
      const Trace figure = KpiSheet<Trace>(counts, Numbers<Trace>(tape))(total, kpi);
      const std::optional<KpiRange> range = rangeOf(counts, total, kpi, figure);
      if (!range) continue;
      ++compared;
      const KpiRange expected = overCorners(counts, total, kpi);
      const double slack = 1e-12 * (std::fabs(expected.low) + std::fabs(expected.high));
      ASSERT_NEAR(range->low, expected.low, slack) << kpi.id << ", seed " << seed;
      ASSERT_NEAR(range->high, expected.high, slack) << kpi.id << ", seed " << seed;
      KpiCounts inside = counts;
      for (int point = 0; point < kPoints; ++point) {
        for (std::size_t q = 0; q < counts.quantities.size(); ++q) {
          const double share = static_cast<double>(random() % 10'001) / 10'000;
          const Quantity& of = counts.quantities[q];
          inside.quantities[q].likely = of.low + (of.high - of.low) * share;
        }
        if (!isPossible(inside, kpi)) continue;
        const double value = valueAt(inside, total, kpi);
        ASSERT_GE(value, range->low - slack) << kpi.id << ", seed " << seed;
        ASSERT_LE(value, range->high + slack) << kpi.id << ", seed " << seed;
      }
    }
  }
  EXPECT_GT(compared, 10 * kRanged);
}

}  // namespace
}  // namespace roi::test::kpi_test
