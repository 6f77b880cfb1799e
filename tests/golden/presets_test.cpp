// What the examples of the page come to, by other means or by hand.

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "golden/files.h"
#include "json/api.h"
#include "json/replies.h"

namespace roi::test::presets_test {
namespace {

Json preset(const std::string& name) {
  return parsed(contents(repository("web/src/plan/presets") / (name + ".json")));
}

/// By other means: the standard library's generator and laws, range and luck drawn one by one.
TEST(PresetsTest, B2bLeads_HasTheChanceOfAnIndependentSimulation) {
  std::mt19937_64 generator(20261128);
  std::normal_distribution<double> normal;
  const auto logit = [](double p) { return std::log(p / (1 - p)); };
  constexpr int kTrials = 200'000;
  int wins = 0;
  for (int i = 0; i < kTrials; ++i) {
    const double z = normal(generator) / 1.6448536269514722;
    const double side = z < 0 ? logit(0.06) - logit(0.04) : logit(0.08) - logit(0.06);
    const double closeRate = 1 / (1 + std::exp(-(logit(0.06) + z * side)));
    double customers = 0;
    for (const double mean :
         {92 * 0.08, 1300 * 0.08 * closeRate, 1775 * 0.04 * closeRate, 58 * 0.045, 21 * 0.04}) {
      customers += std::poisson_distribution<int>(mean)(generator);
    }
    // tools of a quarter, ads, 310 h at 45, three months of fees, production: 45 000
    const double cost = 1200 + 9500 + 6900 + 3000 + 2000 + 310 * 45 + 6000 + 2450;
    wins += customers * 9000 * 0.4 > cost ? 1 : 0;
  }
  const Json request = {{"document", preset("b2b-leads")}, {"trials", 131'072}};
  const double chance =
      valueOf(json::simulate(request.dump()))["total"]["profitable"]["probability"];
  EXPECT_NEAR(chance, static_cast<double>(wins) / kTrials, 0.002);
  EXPECT_GE(chance, 0.967);
  EXPECT_LE(chance, 0.970);
}

TEST(PresetsTest, Saas_IsPaidBackInItsSecondYear) {
  Json document = preset("saas");
  document["scenarios"][0]["time"] = {{"discountRate", 0.1}};
  const Json total = valueOf(json::cashFlow(Json{{"document", document}}.dump()))["total"];
  EXPECT_NEAR(total["payback"]["months"], 13.64, 0.005);
  EXPECT_NEAR(total["cumulative"][12], -3490, 0.5);
  EXPECT_NEAR(total["netPresentValue"], 41'220, 0.5);
  EXPECT_NEAR(total["netPresentValueWithin"], -4549, 0.5);
}

TEST(PresetsTest, AgencyPitch_WhereNoTrialHasAProfitNoneIsSought) {
  const Json request = {{"document", preset("agency-pitch")},
                        {"metric", "profit"},
                        {"target", 10'000},
                        {"input", "/scenarios/0/channels/0/adSpendCpc"},
                        {"probability", 0.8}};
  const Json found = valueOf(json::solve(request.dump()));
  ASSERT_EQ(found["solutions"].size(), 1U) << found;
  EXPECT_GT(found["solutions"][0].get<double>(), 1);
  EXPECT_LT(found["solutions"][0].get<double>(), 20);
  EXPECT_EQ(found["holds"], "below");
}

}  // namespace
}  // namespace roi::test::presets_test
