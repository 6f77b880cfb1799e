// What has happened since, of random plans: laws that hold whatever was observed.

#include "roi/reforecast.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "json/document.h"
#include "property/random_document.h"
#include "property/seed.h"
#include "roi/recorded.h"

namespace roi::reforecast_property_test {
namespace {

constexpr std::array<Metric, 6> kFigures = {Metric::adSpend,   Metric::impressions,
                                            Metric::clicks,    Metric::leads,
                                            Metric::customers, Metric::closeRate};
constexpr int kStart = 20'000;

/// Each figure of a day once; about as much as the plan has by then.
std::vector<Observed> randomlyObserved(const Scenario& plan, std::mt19937_64& random) {
  Recorded recorded(plan);
  std::vector<Observed> made;
  for (std::size_t c = 0; c < plan.channels.size(); ++c) {
    for (const Metric figure : kFigures) {
      const Figure<>& planned = recorded.figure(c, figure);
      if (random() % 2 == 0 || !planned.defined()) continue;
      const int days = 1 + static_cast<int>(random() % 20);
      const double share = 0.02 * days * static_cast<double>(random() % 100) / 50;
      const double value = isOfCases(figure) ? planned.value : std::floor(planned.value * share);
      made.push_back({c, figure, kStart + days, value, isOfCases(figure) ? 50.0 : 0.0});
    }
  }
  return made;
}

Reforecast of(const Scenario& plan, std::vector<Observed> observed) {
  ReforecastAsked asked;
  asked.since = {kStart, std::move(observed)};
  asked.metrics = {Metric::customers, Metric::profit, Metric::roi};
  asked.trials = 1024;
  return reforecast(plan, asked);
}

void expectSame(const Spread& a, const Spread& b) {
  EXPECT_EQ(a.trials, b.trials);
  EXPECT_EQ(a.quantiles, b.quantiles);
  EXPECT_EQ(a.mean, b.mean);
  EXPECT_EQ(a.errors, b.errors);
}

TEST(ReforecastTest, OrderChangesNoBit_AndNothingObservedNeither) {
  int weighed = 0;
  int redrawn = 0;
  for (int i = 0; i < 80; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    std::mt19937_64 random(seed);
    const auto document = test::decoded(test::randomDocument(seed));
    const Scenario& plan = document.front().scenario;
    const Reforecast none = of(plan, {});
    std::vector<Observed> observed = randomlyObserved(plan, random);
    const Reforecast one = of(plan, observed);
    std::shuffle(observed.begin(), observed.end(), random);
    const Reforecast other = of(plan, observed);
    EXPECT_EQ(one.effective, other.effective);
    EXPECT_LE(one.effective, 1024 * (1 + 1e-9));
    for (std::size_t m = 0; m < one.results.size(); ++m) {
      expectSame(none.results[m].spread.now, none.results[m].spread.planned);
      expectSame(none.results[m].spread.planned, one.results[m].spread.planned);
      expectSame(one.results[m].spread.now, other.results[m].spread.now);
    }
    EXPECT_EQ(one.profitable.now.probability, other.profitable.now.probability);
    weighed += one.observed.empty() ? 0 : 1;
    redrawn += one.redrawn ? 1 : 0;
  }
  EXPECT_GT(weighed, 20);
  EXPECT_GT(redrawn, 5);
}

}  // namespace
}  // namespace roi::reforecast_property_test
