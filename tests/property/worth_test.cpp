// What it is worth to know more, of random plans: laws that hold of every decision.

#include "roi/worth.h"

#include <gtest/gtest.h>

#include "json/document.h"
#include "property/random_document.h"
#include "property/seed.h"
#include "roi/own_figure.h"

namespace roi::worth_test {
namespace {

void expectLaws(const Worth& made) {
  const double perfect = made.perfect.mean;
  EXPECT_GE(perfect, 0);
  for (const RangeWorth& range : made.ranges) {
    EXPECT_GE(range.worth, 0);
    EXPECT_LE(range.worth, perfect * (1 + 1e-9));
    EXPECT_GE(range.bias, 0);
    if (!range.sample) continue;
    EXPECT_GT(range.sample->worth, range.sample->cost);
    EXPECT_LE(range.sample->worth, range.worth + 1e-9 * perfect);
  }
}

TEST(WorthTest, ASampleIsWorthNoMoreThanItsRange_AndThatNoMoreThanAll) {
  int worth = 0;
  int sampled = 0;
  int splits = 0;
  int own = 0;
  for (int i = 0; i < 240; ++i) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(test::seedOf(i)));
    const auto document = test::decoded(test::randomDocument(test::seedOf(i)));
    const Scenario& plan = document.front().scenario;
    using Of = Decision::Of;
    for (const Of of : {Of::plan, Of::channels, Of::against, Of::split, Of::ownFigure}) {
      const bool isOwn = of == Of::ownFigure;
      if (isOwn && (!ownOf(plan).of || ownOf(plan).of->figures.empty())) continue;
      const Worth made = worthOfKnowing(plan, {of, &document.back().scenario}, 1, 2048);
      splits += of == Of::split && !made.ranges.empty() ? 1 : 0;
      own += isOwn && !made.ranges.empty() ? 1 : 0;
      expectLaws(made);
      worth += made.ranges.empty() ? 0 : 1;
      for (const RangeWorth& range : made.ranges) sampled += range.sample ? 1 : 0;
    }
  }
  EXPECT_GT(worth, 10);
  EXPECT_GT(sampled, 0);
  EXPECT_GT(splits, 0);
  EXPECT_GT(own, 0);
}

}  // namespace
}  // namespace roi::worth_test
