#include "roi/carry_over.h"

#include <gtest/gtest.h>

namespace roi::carry_over_test {
namespace {

TEST(CarryOverTest, CarriedOver_IsWhatRobynDocuments) {
  const std::vector<double> spends(5, 100);
  EXPECT_EQ(carriedOver(spends, 0.5), (std::vector<double>{100, 150, 175, 187.5, 193.75}));
}

TEST(CarryOverTest, AChangeArrivesAsFarAsEffectsAreNotCarriedOver) {
  // in proportion: what is spent doubles, half of the stock is left each month: 1.5, 1.75, 1.875
  const ResponseCurve linear{100, 300, 1, 0, 200};
  EXPECT_NEAR(nextVolume(linear, 200, 0.5, 1), 1.5, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 200, 0.5, 3), (1.5 + 1.75 + 1.875) / 3, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 200, 0, 3), 2, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 0, 0.5, 1), 0.5, 1e-12);
  EXPECT_NEAR(nextVolume(linear, 100, 0.9, 12), 1, 1e-12);
}

}  // namespace
}  // namespace roi::carry_over_test
