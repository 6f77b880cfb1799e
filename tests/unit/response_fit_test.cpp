#include "roi/response_fit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "unit/plan.h"

namespace roi::response_fit_test {
namespace {

using Refusal = ElasticityFit::Refusal;

ElasticityFit fit(const std::vector<ObservedPoint>& points) { return fitElasticity(points); }

TEST(ResponseFitTest, TwoPoints_GiveTheirElasticityWithTheCountingErrorOfBoth) {
  // ln(1000 / 500) / ln 4 = 0.5; the error of a log count is one over its square root
  const ElasticityFit made = fit({{1000, 500}, {4000, 1000}});
  ASSERT_EQ(made.refusal, Refusal::none);
  const double error = std::sqrt(1.0 / 500 + 1.0 / 1000) / std::log(4);
  EXPECT_NEAR(made.likely, 0.5, 1e-12);
  EXPECT_NEAR(made.low, 0.5 - 1.6448536269514722 * error, 1e-12);
  EXPECT_NEAR(made.high, 0.5 + 1.6448536269514722 * error, 1e-12);
  EXPECT_EQ(made.points, 2U);
}

TEST(ResponseFitTest, MorePoints_AreAsUncertainAsTheyScatter) {
  // on the line 100 (x / 1000)^0.5 but for the middle one
  const std::vector<ObservedPoint> straight = {{1000, 1000}, {2000, 1414.2136}, {4000, 2000}};
  const ElasticityFit exact = fit(straight);
  EXPECT_NEAR(exact.likely, 0.5, 1e-6);
  const ElasticityFit scattered = fit({{1000, 1000}, {2000, 1900}, {4000, 2000}});
  ASSERT_EQ(scattered.refusal, Refusal::none);
  EXPECT_GT(scattered.high - scattered.low, 3 * (exact.high - exact.low));
}

TEST(ResponseFitTest, TooLittle_IsRefusedWithItsReason) {
  EXPECT_EQ(fit({}).refusal, Refusal::tooFew);
  EXPECT_EQ(fit({{1000, 50}}).refusal, Refusal::tooFew);
  EXPECT_EQ(fit({{1000, 50}, {0, 0}, {500, 0}}).refusal, Refusal::tooFew);
  EXPECT_EQ(fit({{1000, 50}, {1000, 70}}).refusal, Refusal::alike);
  EXPECT_EQ(fit({{1000, 50}, {1100, 52}}).refusal, Refusal::anything);
  EXPECT_EQ(fit({{1000, 5}, {2000, 7}}).refusal, Refusal::anything);
  EXPECT_EQ(fit({{1000, 5000}, {4000, 3000}}).refusal, Refusal::falls);
  EXPECT_EQ(fit({{1000, 1000}, {2000, 4000}}).refusal, Refusal::steeper);
}

TEST(ResponseFitTest, AnEndBeyondTheScale_StopsJustInsideIt) {
  const ElasticityFit proportional = fit({{1000, 1000}, {4000, 4000}});
  ASSERT_EQ(proportional.refusal, Refusal::none);
  EXPECT_EQ(proportional.high, 0.99);
  EXPECT_LT(proportional.likely, proportional.high);
  EXPECT_GT(proportional.likely, 0.98);
  const ElasticityFit flat = fit({{1000, 1000}, {4000, 1000}});
  ASSERT_EQ(flat.refusal, Refusal::none);
  EXPECT_EQ(flat.low, 0.01);
  EXPECT_LT(flat.low, flat.likely);
}

}  // namespace
}  // namespace roi::response_fit_test
