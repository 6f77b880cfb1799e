// The change between random plans.

#include "roi/compare.h"

#include <gtest/gtest.h>

#include <cmath>

#include "json/document.h"
#include "property/random_document.h"

namespace roi::compare_test {
namespace {

using enum Metric;
using test::Json;

/// The document, its first channel known by its customers alone.
Json fromCustomers(Json document) {
  Json& channel = document["scenarios"][0]["channels"][0];
  document["scenarios"][0]["action"] = "lead";
  for (const char* field :
       {"impressions", "ctr", "adSpendCpm", "clicks", "adSpendCpc", "conversionRate", "leads"}) {
    channel.erase(field);
  }
  channel["customers"] = 40;
  return document;
}

TEST(CompareTest, PartsOfRandomPlans_SumToTheChange) {
  int compared = 0;
  for (std::uint64_t seed = 20261125; seed < 20261125 + 60; ++seed) {
    SCOPED_TRACE(seed);
    const test::Shape shape{.channels = 4, .whole = true};
    const json::Document a = test::decoded(test::randomDocument(seed, shape));
    const Json other = test::randomDocument(seed + 1000, shape);
    const json::Document b = test::decoded(seed % 3 == 0 ? fromCustomers(other) : other);
    const Metric metrics[] = {profit, Metric::roi};
    const std::vector<Bridge> list = bridges(a.front().scenario, b.front().scenario, metrics);
    ASSERT_EQ(list.size(), 2U);
    for (const Metric m : metrics) {
      const Bridge& made = list[m == profit ? 0 : 1];
      if (made.why) continue;
      ++compared;
      Sheet<Figure<>> from(a.front().scenario);
      Sheet<Figure<>> to(b.front().scenario);
      EXPECT_LE(made.parts.size(), kMostPlayers);
      double sum = 0;
      double size = 1;
      if (m == profit) {
        for (Sheet<Figure<>>* side : {&from, &to}) {
          size += (*side)(side->total(), return_).value + (*side)(side->total(), cost).value;
        }
      } else {
        size += std::fabs(made.from.value) + std::fabs(made.to.value);
      }
      for (const Bridge::Part& part : made.parts) {
        sum += part.amount;
        size += std::fabs(part.amount);
      }
      EXPECT_NEAR(sum, made.to.value - made.from.value, 1e-12 * size) << info(m).id;
    }
  }
  EXPECT_GT(compared, 60);
}

}  // namespace
}  // namespace roi::compare_test
