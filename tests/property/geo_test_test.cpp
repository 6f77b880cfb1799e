// Simulated regions: with no effect p values are uniform, and ranges hold the lift that was put in.

#include "roi/geo_test.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <random>

#include "property/seed.h"

namespace roi::geo_test_property_test {
namespace {

using Series = std::vector<double>;

/// Regions of any size over two waves they share each in their own measure, and noise of their own.
class Regions {
 public:
  Regions(std::uint64_t seed, std::size_t donors, std::size_t days)
      : random_(seed), donors_(donors) {
    double slow = 0;
    for (std::size_t day = 0; day < days; ++day) {
      slow = 0.8 * slow + noise_(random_);
      waves_[0].push_back(slow);
      waves_[1].push_back(std::sin(static_cast<double>(day) * 6.283185307179586 / 7));
    }
  }

  /// From start on, sold by so much more.
  GeoSeries series(std::size_t start, double lift) {
    GeoSeries made;
    for (std::size_t i = 0; i < donors_; ++i) made.donors.push_back(region());
    made.treated = region();
    for (std::size_t day = start; day < made.treated.size(); ++day) made.treated[day] *= 1 + lift;
    return made;
  }

 private:
  Series region() {
    const double size = 500 + 5000 * part_(random_);
    const std::array<double, 2> share = {0.01 + 0.04 * part_(random_), 0.2 * part_(random_)};
    Series sold;
    for (std::size_t day = 0; day < waves_[0].size(); ++day) {
      const double level =
          1 + share[0] * waves_[0][day] + share[1] * waves_[1][day] + 0.06 * noise_(random_);
      sold.push_back(size * std::max(level, 0.0));
    }
    return sold;
  }

  std::mt19937_64 random_;
  std::size_t donors_;
  std::normal_distribution<double> noise_;
  std::uniform_real_distribution<double> part_{0, 1};
  std::array<Series, 2> waves_;
};

constexpr std::size_t kBefore = 42, kDays = 56;

TEST(GeoPlacebo, WithoutAnEffect_PValuesAreUniform) {
  constexpr int kTests = 600;
  const std::uint64_t seed = test::seedOf(0);
  SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
  std::array<int, 10> tenths{};
  for (int i = 0; i < kTests; ++i) {
    Regions regions(seed + static_cast<std::uint64_t>(i), 12, kDays);
    const GeoTest test = std::get<GeoTest>(geoTest(regions.series(kBefore, 0), {kBefore, kDays}));
    ++tenths[static_cast<std::size_t>(std::min(9.0, test.pValue * 10 - 1e-9))];
  }
  // chi square of 9 degrees of freedom: 99.9 % lie below 27.9
  double chi = 0;
  for (const int count : tenths) chi += std::pow(count - kTests / 10.0, 2) / (kTests / 10.0);
  EXPECT_LT(chi, 27.9);
}

TEST(GeoCoverage, RangesOf90Percent_HoldTheLift) {
  constexpr int kTests = 400;
  const std::uint64_t seed = test::seedOf(1);
  SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
  for (const double lift : {-0.1, 0.1}) {
    int held = 0;
    for (int i = 0; i < kTests; ++i) {
      Regions regions(seed + static_cast<std::uint64_t>(i), 12, kDays);
      const GeoTest test =
          std::get<GeoTest>(geoTest(regions.series(kBefore, lift), {kBefore, kDays}));
      held += *test.lift.low <= lift && lift <= *test.lift.high ? 1 : 0;
    }
    EXPECT_NEAR(held / static_cast<double>(kTests), 0.9, 0.045) << lift;
  }
}

TEST(GeoPowerProperty, TheSmallestLift_IsShownInAboutFourOfFiveTests) {
  constexpr int kTests = 300;
  const std::uint64_t seed = test::seedOf(2);
  SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
  int shown = 0;
  for (int i = 0; i < kTests; ++i) {
    Regions quiet(seed + static_cast<std::uint64_t>(i), 12, kDays);
    const double lift = geoPower(quiet.series(kBefore, 0), kBefore, kDays - kBefore)->smallestLift;
    Regions regions(seed + static_cast<std::uint64_t>(i), 12, kDays);
    const GeoTest test =
        std::get<GeoTest>(geoTest(regions.series(kBefore, lift), {kBefore, kDays}));
    shown += test.pValue <= 0.1 ? 1 : 0;
  }
  EXPECT_NEAR(shown / static_cast<double>(kTests), 0.8, 0.1);
}

/// What no weights undercut: each single donor, equal parts, and moves of a little weight.
double errorOf(const GeoSeries& series, const Series& weights, std::size_t before) {
  const auto meanOf = [&](const Series& sold) {
    double sum = 0;
    for (std::size_t day = 0; day < before; ++day) sum += sold[day];
    return sum / static_cast<double>(before);
  };
  double squares = 0;
  for (std::size_t day = 0; day < before; ++day) {
    double off = series.treated[day] / meanOf(series.treated);
    for (std::size_t i = 0; i < weights.size(); ++i)
      off -= weights[i] * series.donors[i][day] / meanOf(series.donors[i]);
    squares += off * off;
  }
  return squares;
}

TEST(GeoWeights, NoOthersFitBetter) {
  for (int index = 0; index < 14; ++index) {
    const std::uint64_t seed = test::seedOf(index);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const std::size_t donors = 2 + static_cast<std::size_t>(index) * 3;
    const GeoSeries series = Regions(seed, donors, 40).series(30, 0);
    const GeoTest test = std::get<GeoTest>(geoTest(series, {30, 40}));
    double sum = 0;
    for (const double weight : test.weights) {
      ASSERT_GE(weight, 0);
      sum += weight;
    }
    ASSERT_NEAR(sum, 1, 1e-12);
    const double least = errorOf(series, test.weights, 30);
    ASSERT_NEAR(std::sqrt(least / 30), test.error, 1e-9);
    for (std::size_t from = 0; from < donors; ++from) {
      for (std::size_t to = 0; to < donors; ++to) {
        Series moved = test.weights;
        const double part = std::min(moved[from], 0.01);
        moved[from] -= part;
        moved[to] += part;
        ASSERT_GE(errorOf(series, moved, 30), least - 1e-9);
      }
    }
  }
}

}  // namespace
}  // namespace roi::geo_test_property_test
