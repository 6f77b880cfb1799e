// Programs of random plans: every lane is what a sheet makes of its values.

#include "roi/program.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>

#include "json/document.h"
#include "property/random_document.h"
#include "roi/recorded.h"
#include "roi/simulate.h"

namespace roi::program_test {
namespace {

using enum Metric;

constexpr std::uint64_t kSeed = 20261125;

std::vector<Metric> results() {
  std::vector<Metric> list;
  for (std::size_t i = 0; i < kMetrics; ++i) {
    if (isResult(static_cast<Metric>(i))) list.push_back(static_cast<Metric>(i));
  }
  return list;
}

bool sameBits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

/// Values for each quantity and lane, and the columns of those a program asks for.
class Lanes {
 public:
  Lanes(const Scenario& scenario, std::uint64_t seed) : generator_(seed) {
    for (const Quantity& q : scenario.quantities) {
      for (std::size_t lane = 0; lane < Program::kLanes; ++lane) values_.push_back(valueOf(q));
    }
  }

  double at(std::size_t quantity, std::size_t lane) const {
    return values_[quantity * Program::kLanes + lane];
  }

  /// The program's outputs last as long as these lanes.
  void run(Program& program) {
    columns_.clear();
    for (const std::uint32_t input : program.inputs()) {
      columns_.push_back(values_.data() + input * Program::kLanes);
    }
    program.run(columns_.data());
  }

  /// The scenario with the values of a lane as its figures.
  Scenario scenarioOf(Scenario scenario, const std::vector<bool>& varies, std::size_t lane) const {
    for (std::size_t q = 0; q < varies.size(); ++q) {
      if (varies[q]) scenario.quantities[q].likely = at(q, lane);
    }
    return scenario;
  }

 private:
  /// Mostly near what is typed, sometimes nothing at all.
  double valueOf(const Quantity& q) {
    const std::uint64_t die = generator_() % 16;
    if (die == 0) return 0;
    if (die == 1) return q.likely;
    const double part = static_cast<double>(generator_() % 1000) / 1000;
    if (info(q.metric).unit == Unit::rate) return part;
    return q.likely * (0.25 + 3 * part);
  }

  std::mt19937_64 generator_;
  std::vector<double> values_;
  std::vector<const double*> columns_;
};

struct Asked {
  std::size_t scope;
  Metric metric;
};

/// Every figure asked for, in some lanes, is what a sheet makes of the lane's values.
void expectSheets(Program& program, const std::vector<Asked>& asked, const Scenario& scenario,
                  const std::vector<bool>& varies, const Lanes& lanes, int& compared) {
  for (const std::size_t lane : {0, 1, 127, 255}) {
    const Scenario lifted = lanes.scenarioOf(scenario, varies, lane);
    Sheet<Figure<>> sheet(lifted);
    for (std::size_t k = 0; k < asked.size(); ++k) {
      const Figure<> figure = sheet(asked[k].scope, asked[k].metric);
      const double got = program.output(k)[lane];
      ASSERT_EQ(figure.defined(), got == got)
          << info(asked[k].metric).id << " of scope " << asked[k].scope << text(figure.why);
      if (!figure.defined()) continue;
      ++compared;
      ASSERT_TRUE(sameBits(figure.value, got))
          << info(asked[k].metric).id << " of scope " << asked[k].scope << ": " << figure.value
          << " and " << got;
    }
  }
}

std::vector<Asked> everything(const Scenario& scenario) {
  std::vector<Asked> asked;
  for (std::size_t scope = 0; scope <= scenario.channels.size(); ++scope) {
    for (const Metric m : results()) asked.push_back({scope, m});
  }
  return asked;
}

void expectProgramIsTheModel(const Scenario& scenario, const std::vector<Asked>& asked,
                             const std::vector<bool>& varies, std::uint64_t seed, int& compared) {
  Recorded recorded(scenario);
  std::vector<Tape::Index> outputs;
  for (const auto& [scope, metric] : asked) outputs.push_back(recorded.sheet(scope, metric).node);
  Program program(recorded.tape, outputs, varies);
  for (const std::uint64_t run :
       {seed, ~seed}) {  // what a run leaves behind is not seen by the next
    Lanes lanes(scenario, run);
    lanes.run(program);
    expectSheets(program, asked, scenario, varies, lanes, compared);
    if (::testing::Test::HasFatalFailure()) return;
  }
}

TEST(ProgramTest, EveryResultOfRandomPlans_IsTheSheetsBitForBit) {
  int compared = 0;
  for (std::uint64_t seed = kSeed; seed < kSeed + 40 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const json::Document document = test::decoded(test::randomDocument(seed));
    const Scenario& s = document.front().scenario;
    expectProgramIsTheModel(s, everything(s), rangesOf(s.quantities), seed, compared);
    expectProgramIsTheModel(s, everything(s), std::vector<bool>(s.quantities.size(), true), seed,
                            compared);
  }
  EXPECT_GT(compared, 20'000);
}

TEST(ProgramTest, AFigureAskedAlone_IsTheSheetsBitForBit) {  // with few columns, used again
  int compared = 0;
  for (std::uint64_t seed = kSeed; seed < kSeed + 40 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const json::Document document =
        test::decoded(test::randomDocument(seed, {.channels = 6, .whole = true}));
    const Scenario& s = document.front().scenario;
    const std::vector<bool> all(s.quantities.size(), true);
    for (const Metric m : {roi, breakEvenRoas, breakEvenCpc, returnShare}) {
      for (const std::size_t scope : {std::size_t{0}, s.channels.size()}) {
        expectProgramIsTheModel(s, {{scope, m}}, all, seed, compared);
      }
    }
  }
  EXPECT_GT(compared, 1000);
}

std::vector<double> gradientOf(const Scenario& s, std::size_t scope, Metric m) {
  Recorded recorded(s);
  return gradient(recorded.sheet(scope, m), s.quantities.size());
}

using Long = Figure<long double>;

/// A figure with one quantity moved by a share of itself, in more digits than a double has.
Long moved(Scenario& s, std::size_t scope, Metric m, std::size_t quantity, double by) {
  const double typed = s.quantities[quantity].likely;
  s.quantities[quantity].likely = typed * (1 + by);
  Sheet<Long> sheet(s);
  const Long figure = sheet(scope, m);
  s.quantities[quantity].likely = typed;
  return figure;
}

/// Slopes times figures against central differences of fourth order.
void expectDifferences(Scenario s, std::size_t scope, Metric m, int& compared) {
  const std::vector<double> slopes = gradientOf(s, scope, m);
  Sheet<Figure<>> sheet(s);
  if (slopes.empty()) return;
  double size = test::yardstick(m, sheet(scope, m).value,
                                [&](Metric of) { return std::fabs(sheet(scope, of).value); });
  constexpr double kStep = 0x1p-10;
  for (std::size_t q = 0; q < slopes.size(); ++q) {
    if (s.quantities[q].likely == 0) continue;
    const auto at = [&](double by) { return moved(s, scope, m, q, by).value; };
    const long double slope =
        (8 * (at(kStep) - at(-kStep)) - (at(2 * kStep) - at(-2 * kStep))) / (12 * kStep);
    const double got = slopes[q] * s.quantities[q].likely;
    ++compared;
    ASSERT_LE(std::fabs(got - static_cast<double>(slope)), 1e-9 * (size + std::fabs(got)))
        << info(m).id << " of scope " << scope << " by " << s.quantities[q].pointer;
  }
}

TEST(ProgramTest, Gradient_IsTheLimitOfDifferencesForRandomPlans) {
  int compared = 0;
  for (std::uint64_t seed = kSeed; seed < kSeed + 12 && !HasFatalFailure(); ++seed) {
    SCOPED_TRACE(seed);
    const json::Document document =
        test::decoded(test::randomDocument(seed, {.channels = 3, .whole = true}));
    const Scenario& s = document.front().scenario;
    for (const Metric m : {roi, profit, breakEvenConversionRate, breakEvenRoas, costShare}) {
      for (const std::size_t scope : {std::size_t{0}, s.channels.size()}) {
        expectDifferences(s, scope, m, compared);
      }
    }
  }
  EXPECT_GT(compared, 1000);
}

}  // namespace
}  // namespace roi::program_test
