#include "roi/next_period.h"

#include <gtest/gtest.h>

#include "unit/plan.h"

namespace roi::next_period_test {
namespace {

TEST(NextPeriodTest, CarriedOver_IsWhatRobynDocuments) {
  const std::vector<double> spends(5, 100);
  EXPECT_EQ(carriedOver(spends, 0.5), (std::vector<double>{100, 150, 175, 187.5, 193.75}));
}

TEST(NextPeriodTest, HillsCurve_IsWhatRobynDocuments) {
  // shape 3, half at 100: half of the ceiling is reached there
  const ResponseCurve curve{100, 0.5, 3, 0, 200, 0.5};
  EXPECT_NEAR(halfSpend(curve), 100, 1e-12);
  const std::vector<std::pair<double, double>> published = {
      {100, 0.5}, {150, 0.7714}, {170, 0.8309}, {190, 0.8728}, {200, 0.8889}};
  for (const auto& [spend, share] : published) EXPECT_NEAR(returnAt(curve, spend), share, 5e-5);
  EXPECT_NEAR(returnAt(curve, 1e9), 1, 1e-9);
}

TEST(NextPeriodTest, AChangeArrivesAsFarAsEffectsAreNotCarriedOver) {
  // in proportion: what is spent doubles, half of the stock is left each month: 1.5, 1.75, 1.875
  const ResponseCurve linear{100, 300, 1, 0, 200};
  EXPECT_NEAR(nextVolume(linear, 200, 0.5, 1), 1.5, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 200, 0.5, 3), (1.5 + 1.75 + 1.875) / 3, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 200, 0, 3), 2, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 0, 0.5, 1), 0.5, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 100, 0.9, 12), 1, 1e-12);
}

}  // namespace
}  // namespace roi::next_period_test
