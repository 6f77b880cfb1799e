// Random plans in exact fractions.

#include <gtest/gtest.h>

#include "json/document.h"
#include "property/random_document.h"
#include "unit/rational.h"

namespace roi::exact_test {
namespace {

using test::Rational;
using Exact = Figure<Rational>;

void expectExact(const Scenario& scenario, int& compared) {
  Sheet<Figure<>> rounded(scenario);
  Sheet<Exact> exact(scenario);
  for (std::size_t scope = 0; scope <= rounded.total(); ++scope) {
    for (std::size_t i = 0; i < kMetrics; ++i) {
      const auto m = static_cast<Metric>(i);
      if (!isResult(m)) continue;
      const Figure<> figure = rounded(scope, m);
      const Exact fraction = exact(scope, m);
      EXPECT_EQ(text(figure.why), text(fraction.why)) << info(m).id;
      if (!figure.defined() || fraction.value.lost()) continue;
      ++compared;
      const double size =
          test::yardstick(m, figure.value, [&](Metric of) { return rounded(scope, of).value; });
      EXPECT_LE(std::fabs(figure.value - fraction.value.number()), 1e-12 * size)
          << info(m).id << ' ' << fraction.value;
    }
  }
}

TEST(ExactTest, Doubles_EqualTheFractionsTo1e12) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const test::Shape small{.channels = 3, .ranges = false, .roundFigures = true};
    const json::Document document = test::decoded(test::randomDocument(seed, small));
    expectExact(document.front().scenario, compared);
  }
  EXPECT_GT(compared, 1500);  // what fits into 127 bits; the rest is lost, not wrong
}

}  // namespace
}  // namespace roi::exact_test
