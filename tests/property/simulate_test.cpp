// The trials of random plans against their sheets.

#include "roi/simulate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "json/document.h"
#include "property/random_document.h"
#include "roi/recorded.h"

namespace roi::simulate_test {
namespace {

using enum Metric;

constexpr std::uint64_t kSeed = 20261125;

bool sameBits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

TEST(SimulateTest, EveryTrial_IsTheSheetAtTheValuesDrawn) {
  int compared = 0;
  for (std::uint64_t seed = kSeed; seed < kSeed + 40 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const Scenario plan = test::decoded(test::randomDocument(seed)).front().scenario;
    Recorded recorded(plan);
    Question question;
    for (const Metric m : {Metric::roi, profit, fullCostCpl, breakEvenRoas}) {
      question.spreads.push_back(recorded.sheet(0, m).node);
      question.spreads.push_back(recorded.sheet(plan.channels.size(), m).node);
    }
    Simulation simulation(recorded.tape, plan.quantities, question, seed, 700);
    simulation.advance(700);
    for (const std::size_t trial : {0U, 255U, 256U, 699U}) {
      Scenario lifted = plan;
      for (const auto& [quantity, value] : simulation.trial(trial)) {
        EXPECT_TRUE(lifted.quantities[quantity].isRange());
        lifted.quantities[quantity].likely = value;
      }
      Sheet<Figure<>> sheet(lifted);
      std::size_t k = 0;
      for (const Metric m : {Metric::roi, profit, fullCostCpl, breakEvenRoas}) {
        for (const std::size_t scope : {std::size_t{0}, sheet.total()}) {
          const Figure<> figure = sheet(scope, m);
          const double value = simulation.values(k++)[trial];
          ASSERT_EQ(figure.defined(), !std::isnan(value));
          if (!figure.defined()) continue;
          ASSERT_TRUE(sameBits(figure.value, value)) << info(m).id << ' ' << trial;
          ++compared;
        }
      }
    }
  }
  EXPECT_GT(compared, 500);
}

}  // namespace
}  // namespace roi::simulate_test
