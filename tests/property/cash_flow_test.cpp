// The cash of random plans.

#include "roi/cash_flow.h"

#include <gtest/gtest.h>

#include "json/document.h"
#include "property/random_document.h"

namespace roi::cash_flow_test {
namespace {

using enum Metric;
using test::Json;

TEST(CashFlowTest, CashOfRandomPlans_IsDefinedWithTheProfitAndAddsUpToIt) {
  int compared = 0;
  for (std::uint64_t seed = 20261125; seed < 20261125 + 200; ++seed) {
    SCOPED_TRACE(seed);
    Json document = test::randomDocument(seed);
    Json& s = document["scenarios"][0];
    s["time"] = {{"lagMonths", seed % 5 * 0.7}, {"rampMonths", seed % 4}};
    s["channels"][0]["time"] = {{"lagMonths", seed % 7}};
    const json::Document decoded = test::decoded(document);
    const Scenario& scenario = decoded.front().scenario;
    Sheet<Figure<>> sheet(scenario);
    for (std::size_t scope = 0; scope <= sheet.total(); ++scope) {
      const Cash<Figure<>> cash = Calendar<Figure<>>(sheet).cash(scope);
      const Figure<> worth = sheet(scope, profit);
      ASSERT_EQ(cash.all.defined(), worth.defined()) << scope << text(cash.all.why);
      bool isSingle = worth.defined();
      for (std::size_t c = 0; c < sheet.total(); ++c) {
        isSingle = isSingle && courseOf(scenario, c) == Course::once;
      }
      if (!isSingle) continue;
      ++compared;
      EXPECT_NEAR(cash.sums.back().value, worth.value,
                  1e-12 * (sheet(scope, return_).value + sheet(scope, cost).value));
    }
  }
  EXPECT_GT(compared, 100);
}

}  // namespace
}  // namespace roi::cash_flow_test
