// Whatever is counted, totals divide sums. ROI_SEED=<seed of a failure> runs those counts first.

#include "roi/kpi.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>

namespace roi::test::kpi_test {
namespace {

constexpr int kCases = 300;
using Random = std::mt19937_64;

std::uint64_t seedOf(int index) {
  const char* first = std::getenv("ROI_SEED");
  if (index == 0 && first) return std::strtoull(first, nullptr, 10);
  return 20261129U + static_cast<std::uint64_t>(index);
}

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

}  // namespace
}  // namespace roi::test::kpi_test
