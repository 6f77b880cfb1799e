#include "roi/retention.h"

#include <gtest/gtest.h>

#include <cmath>

namespace roi::retention_test {
namespace {

// P. S. Fader, B. G. S. Hardie (2007), two segments followed over seven renewals.
const std::vector<double> kHighEnd = {1000, 869, 743, 653, 593, 551, 517, 491};
const std::vector<double> kRegular = {1000, 631, 468, 382, 326, 289, 262, 241};
/// Beyond it a customer adds less than 1e-30 at the discount of the test.
constexpr std::size_t kForEver = 800;

TEST(RetentionTest, PublishedCohorts_GiveThePublishedParameters) {
  const std::optional<Retention> high = fitted(kHighEnd);
  ASSERT_TRUE(high);
  EXPECT_NEAR(high->a, 0.668, 5e-4);
  EXPECT_NEAR(high->b, 3.806, 5e-4);
  const std::optional<Retention> regular = fitted(kRegular);
  ASSERT_TRUE(regular);
  EXPECT_NEAR(regular->a, 0.704, 5e-4);
  EXPECT_NEAR(regular->b, 1.182, 5e-4);
}

TEST(RetentionTest, ExpectedDiscountedLifetimes_AreThePublishedOnes) {
  EXPECT_NEAR(discountedLifetime(survival(*fitted(kHighEnd), kForEver), 0.1), 5.92, 5e-3);
  EXPECT_NEAR(discountedLifetime(survival(*fitted(kRegular), kForEver), 0.1), 3.69, 5e-3);
}

TEST(RetentionTest, TheChurnOfTheFirstYear_Undervalues) {
  EXPECT_NEAR(discountedLifetime(survivalAt(0.869, kForEver), 0.1), 4.76, 5e-3);
  EXPECT_NEAR(discountedLifetime(survivalAt(0.631, kForEver), 0.1), 2.35, 5e-3);
}

TEST(RetentionTest, Survival_IsAQuotientOfBetas) {
  const Retention cohort{0.668, 3.806};
  const std::vector<double> shares = survival(cohort, 20);
  const auto beta = [](double a, double b) {
    return std::exp(std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b));
  };
  for (std::size_t t = 0; t <= 20; ++t) {
    const double expected =
        beta(cohort.a, cohort.b + static_cast<double>(t)) / beta(cohort.a, cohort.b);
    EXPECT_NEAR(shares[t], expected, 1e-12) << t;
  }
}

TEST(RetentionTest, ACohortOfAlikeCustomers_KeepsTheSameShareForEver) {
  const std::optional<Retention> found = fitted(std::vector<double>{1000, 800, 640, 512, 409.6});
  ASSERT_TRUE(found);
  const std::vector<double> shares = survival(*found, 8);
  for (std::size_t t = 0; t <= 8; ++t) EXPECT_NEAR(shares[t], std::pow(0.8, t), 1e-3) << t;
}

TEST(RetentionTest, TheFitIsTheBestThereIs) {
  const auto likelihood = [](const Retention& at) {
    const std::vector<double> shares = survival(at, 7);
    double sum = kRegular.back() * std::log(shares[7]);
    for (std::size_t t = 1; t < kRegular.size(); ++t) {
      sum += (kRegular[t - 1] - kRegular[t]) * std::log(shares[t - 1] - shares[t]);
    }
    return sum;
  };
  const Retention best = *fitted(kRegular);
  for (double a = 0.2; a < 2; a += 0.05) {
    for (double b = 0.4; b < 3; b += 0.05) {
      EXPECT_LE(likelihood({a, b}), likelihood(best) + 1e-9) << a << " " << b;
    }
  }
}

// Of a = b = 1, S(t) = 1 / (t + 1), and the sum of v^t / (t + 1) is -ln(1 - v) / v.
TEST(RetentionTest, ALifetimeWithoutEnd_LeavesNothingOut) {
  for (const double discount : {0.1, 0.01, 0.001, 8.3e-5}) {
    const double v = 1 / (1 + discount);
    const double exact = -std::log1p(-v) / v;
    EXPECT_NEAR(discountedLifetime(Retention{1, 1}, discount), exact, 1e-10 * exact) << discount;
  }
}

// All but alike, customers stay as at a constant churn, of which the sum is a geometric one.
TEST(RetentionTest, ALifetimeOfAlikeCustomers_IsThatOfConstantChurn) {
  for (const double kept : {0.2, 0.8, 0.99}) {
    const double constant = discountedLifetimeAt(kept, 8.3e-5);
    EXPECT_NEAR(constant, 1 / (1 - kept / 1.000083), 1e-9 * constant);
    const Retention alike{1e10 * (1 - kept), 1e10 * kept};
    EXPECT_NEAR(discountedLifetime(alike, 8.3e-5), constant, 1e-6 * constant) << kept;
  }
}

TEST(RetentionTest, AFitAtTheEdgeOfItsSearch_IsToldAsWhatItIs) {
  const auto shape = [](const std::vector<double>& cohort) {
    return text(shapeOf(cohort, *fitted(cohort)));
  };
  EXPECT_EQ(shape(kHighEnd), "heterogeneous");
  EXPECT_EQ(shape(kRegular), "heterogeneous");
  EXPECT_EQ(shape({10, 5, 3, 2}), "heterogeneous");
  EXPECT_EQ(shape({1000, 901, 900, 900}), "heterogeneous");
  // a third leaves, then half: no loyal ones are left over
  EXPECT_EQ(shape({3, 2, 1}), "constant");
  EXPECT_EQ(shape({1000, 950, 800, 500}), "constant");
  EXPECT_EQ(shape({1000, 800, 640, 512, 409.6}), "constant");
  EXPECT_EQ(shape({1000, 0, 0}), "constant");
  EXPECT_EQ(shape({1000, 900, 900, 900}), "twoGroups");
}

TEST(RetentionTest, WhatSaysTooLittle_IsNotFitted) {
  for (const std::vector<double>& cohort :
       {std::vector<double>{}, {1000}, {1000, 900}, {0, 0, 0}, {900, 900, 900}, {900, 800, 850}}) {
    EXPECT_FALSE(fitted(cohort)) << cohort.size();
  }
}

}  // namespace
}  // namespace roi::retention_test
