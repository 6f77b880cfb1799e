#include "roi/geo_test.h"

#include <gtest/gtest.h>

#include <cmath>

namespace roi::geo_test_test {
namespace {

using Series = std::vector<double>;

/// Repeats its days.
Series week(const Series& days, std::size_t count) {
  Series made;
  for (std::size_t day = 0; day < count; ++day) made.push_back(days[day % days.size()]);
  return made;
}

const Series kSteep = {100, 120, 80, 100, 140, 60, 100};
const Series kFlat = {50, 50, 55, 50, 50, 45, 50};
const Series kOther = {10, 9, 12, 8, 10, 11, 10};

/// The treated are 10 x (a quarter of steep over its mean and three of flat); sold by a tenth more
/// in the last week.
GeoSeries mixed(double lift) {
  GeoSeries series = {{}, {week(kSteep, 35), week(kFlat, 35), week(kOther, 35)}};
  for (std::size_t day = 0; day < 35; ++day) {
    const double sold =
        10 * (0.25 * series.donors[0][day] / 100 + 0.75 * series.donors[1][day] / 50);
    series.treated.push_back(sold * (day < 28 ? 1 : 1 + lift));
  }
  return series;
}

GeoTest tested(const GeoSeries& series, const GeoDays& days) {
  return std::get<GeoTest>(geoTest(series, days));
}

TEST(GeoTestTest, AMixture_IsFoundAgain) {
  const GeoTest found = tested(mixed(0.1), {28, 35});
  EXPECT_NEAR(found.weights[0], 0.25, 1e-9);
  EXPECT_NEAR(found.weights[1], 0.75, 1e-9);
  EXPECT_NEAR(found.weights[2], 0, 1e-9);
  EXPECT_NEAR(found.error, 0, 1e-12);
  EXPECT_NEAR(found.lift.value, 0.1, 1e-12);
  EXPECT_NEAR(found.without, 70, 1e-9);
  EXPECT_NEAR(found.effect.value, 7, 1e-9);
  EXPECT_NEAR(found.actual, 77, 1e-9);
  // of 35 blocks only the test's own is as far off; one over the days is the least there is
  EXPECT_NEAR(found.pValue, 1.0 / 35, 1e-12);
}

// Halfway between two donors on one line, beyond all of which the nearest is an end.
TEST(GeoTestTest, WeightsAreNoLessThanNoughtAndTogetherOne) {
  GeoSeries series = {{}, {week({90, 110}, 40), week({80, 120}, 40)}};
  series.treated = week({85, 115}, 40);
  const GeoTest between = tested(series, {30, 40});
  EXPECT_NEAR(between.weights[0], 0.5, 1e-9);
  EXPECT_NEAR(between.weights[1], 0.5, 1e-9);
  series.treated = week({100, 100}, 40);
  const GeoTest beyond = tested(series, {30, 40});
  EXPECT_EQ(beyond.weights, Series({1, 0}));
}

TEST(GeoTestTest, DonorsThatAreAlike_ShareInAnyWay) {
  GeoSeries series = mixed(0.1);
  series.donors.push_back(series.donors[0]);
  const GeoTest found = tested(series, {28, 35});
  EXPECT_NEAR(found.weights[0] + found.weights[3], 0.25, 1e-9);
  EXPECT_NEAR(found.lift.value, 0.1, 1e-9);
}

TEST(GeoTestTest, Sizes_DoNotMatter) {
  GeoSeries series = mixed(0.1);
  for (double& sold : series.treated) sold *= 1000;
  const GeoTest found = tested(series, {28, 35});
  EXPECT_NEAR(found.lift.value, 0.1, 1e-9);
  EXPECT_NEAR(found.effect.value, 7000, 1e-6);
}

TEST(GeoTestTest, DaysAfterTheTest_AreNotLookedAt) {
  GeoSeries series = mixed(0.1);
  const GeoTest until = tested(series, {28, 32});
  for (std::size_t day = 32; day < 35; ++day) series.treated[day] = 0;
  EXPECT_EQ(tested(series, {28, 32}).lift.value, until.lift.value);
  EXPECT_EQ(tested(series, {28, 32}).pValue, until.pValue);
}

TEST(GeoTestTest, WhatIsLacking_IsSaid) {
  const auto lackOf = [](const GeoSeries& series, const GeoDays& days) {
    return std::get<GeoLack>(geoTest(series, days));
  };
  const GeoSeries series = mixed(0);
  EXPECT_EQ(lackOf({{}, series.donors}, {28, 35}), GeoLack::treated);
  EXPECT_EQ(lackOf({series.treated, {series.donors[0]}}, {28, 35}), GeoLack::donors);
  EXPECT_EQ(lackOf(series, {28, 28}), GeoLack::days);
  EXPECT_EQ(lackOf(series, {13, 20}), GeoLack::daysBefore);
  EXPECT_EQ(lackOf(series, {15, 31}), GeoLack::daysBefore);
  GeoSeries closed = series;
  for (Series& donor : closed.donors) std::fill(donor.begin() + 28, donor.end(), 0);
  EXPECT_EQ(lackOf(closed, {28, 35}), GeoLack::sales);
}

// Of 25 days, weeks begin on days 14 to 18; three of these places are looked at.
TEST(GeoPowerTest, TheSmallestLift_IsOfTheRangesOfWindowsBefore) {
  GeoSeries series = mixed(0);
  for (std::size_t day = 0; day < 35; ++day) series.treated[day] *= day % 2 == 1 ? 1.05 : 0.95;
  const GeoPower found = *geoPower(series, 25, 7);
  EXPECT_EQ(found.windows, 3U);
  double reach = 0, squares = 0;
  for (const std::size_t start : {14, 16, 18}) {
    const GeoTest test = tested(series, {start, start + 7});
    reach += (*test.lift.high - *test.lift.low) / 6;
    squares += test.lift.value * test.lift.value / 3;
  }
  EXPECT_NEAR(found.error, std::sqrt(squares), 1e-12);
  EXPECT_NEAR(found.smallestLift, reach * (1.6448536 + 0.8416212) / 1.6448536, 1e-6);
}

TEST(GeoPowerTest, FewDays_SayNothing) {
  EXPECT_FALSE(geoPower(mixed(0), 20, 7));
  EXPECT_FALSE(geoPower(mixed(0), 35, 0));
  EXPECT_FALSE(geoPower({{}, mixed(0).donors}, 35, 7));
  EXPECT_EQ(geoPower(mixed(0), 21, 7)->windows, 1U);
}

}  // namespace
}  // namespace roi::geo_test_test
