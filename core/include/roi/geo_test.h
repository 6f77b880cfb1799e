#pragma once
// A test over regions: what regions that had a campaign would have sold without it is made of those
// that had none. methodology.md, "Geo test".

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "roi/holdout.h"

namespace roi {

/// What was sold day by day: with the campaign, in all, and in each region that had none. None is
/// below 0, and each sells something in the first kLeastDaysBefore days.
struct GeoSeries {
  std::vector<double> treated;  ///< empty: none
  std::vector<std::vector<double>> donors;
};

/// The days of the test: from start, and before end.
struct GeoDays {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t length() const { return end - start; }
};

/// So many days before a test, and no fewer than its own, say what is alike.
inline constexpr std::size_t kLeastDaysBefore = 14;
/// What is answered at once, well within a frame.
inline constexpr std::size_t kMostGeoRegions = 60;
inline constexpr std::size_t kMostGeoDays = 200;

/// What a test cannot do without.
enum class GeoLack : std::uint8_t {
  treated,     ///< a region that had the campaign
  donors,      ///< two that had not
  days,        ///< of the test
  daysBefore,  ///< kLeastDaysBefore, and as many as the test has
  sales        ///< of the regions without, during the test
};
std::string_view text(GeoLack lack);

struct GeoTest {
  /// Of each donor, 0 or more; together 1. Those that put the donors' days, each over its mean
  /// before the test, nearest to the treated's over theirs, by least squares over the days before
  /// the test. A. Abadie, A. Diamond, J. Hainmueller, JASA 105 (2010); over means, as levels need
  /// not be alike: N. Doudchenko, G. Imbens, NBER working paper 22791 (2016).
  std::vector<double> weights;
  std::vector<double> expected;  ///< day by day until the test's end, of the treated without it
  double error = 0;              ///< before the test: root mean square over the mean
  double actual = 0;             ///< sold during the test
  double without = 0;            ///< expected during it
  /// Actual over expected, less 1. The range holds what lifts the days do not contradict at 10 %;
  /// an end is left out where there is none.
  Estimate lift;
  Estimate effect;  ///< actual less expected; its range is the lift's
  /// How often so many days in a row differ as much from what is expected, with no effect: of all
  /// blocks of days, running on from the last to the first, the share whose sum is as far from 0.
  /// The weights are those of all days. V. Chernozhukov, K. Wüthrich, Y. Zhu, "An exact and robust
  /// conformal inference method for counterfactual and synthetic controls", JASA 116 (2021). The
  /// least it can be is one over the days.
  double pValue = 1;
};

std::variant<GeoTest, GeoLack> geoTest(const GeoSeries& series, const GeoDays& days);

/// What a test of so many days could show.
struct GeoPower {
  std::size_t windows = 0;  ///< of so many days before the test, that were tested as it is
  double error = 0;         ///< root mean square of the lifts found there, where there were none
  /// Shown in about four of five tests: 2.49 standard errors, of which half a range has 1.64.
  double smallestLift = 0;
};

/// By at most 3 windows of the second half of the days before, each tested with the days before it.
/// Nothing where no such window can be tested, or its range has an end on one side only.
std::optional<GeoPower> geoPower(const GeoSeries& series, std::size_t before, std::size_t length);

}  // namespace roi
