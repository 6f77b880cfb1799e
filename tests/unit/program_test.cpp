#include "roi/program.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>

#include "json/document.h"
#include "json/request.h"
#include "property/random_document.h"
#include "roi/simulate.h"

namespace roi {
namespace {

using enum Metric;
using test::Json;
using test::near;

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

Json onePlan() {
  return test::parsed(R"({"closeRate":0.1,"value":{"mode":"revenue","revenuePerCustomer":200},
    "channels":[{"id":"a","leads":{"low":50,"likely":100,"high":200},
                 "costs":[{"kind":"adSpend","amount":{"low":500,"likely":1000,"high":1500}}]},
                {"id":"b","leads":300,"costs":[{"kind":"adSpend","amount":500}]}]})");
}

std::uint32_t quantityAt(const Scenario& s, const std::string& pointer) {
  for (std::uint32_t i = 0; i < s.quantities.size(); ++i) {
    if (s.quantities[i].pointer == "/scenarios/0" + pointer) return i;
  }
  ADD_FAILURE() << pointer;
  return 0;
}

TEST(ProgramTest, Inputs_AreTheVaryingQuantitiesTheOutputsDependOn) {
  const json::Document document = test::decoded(test::documentOf(onePlan()));
  const Scenario& s = document.front().scenario;
  Recorded recorded(s);
  const auto inputsOf = [&](std::size_t scope, Metric m, const std::vector<bool>& varies) {
    const Tape::Index node = recorded.sheet(scope, m).node;
    return Program(recorded.tape, {&node, 1}, varies).inputs();
  };
  const std::uint32_t leadsA = quantityAt(s, "/channels/0/leads");
  const std::uint32_t spendA = quantityAt(s, "/channels/0/costs/0/amount");
  const std::vector<bool> ranges = rangesOf(s.quantities);
  EXPECT_EQ(inputsOf(0, customers, ranges), std::vector<std::uint32_t>{leadsA});
  EXPECT_EQ(inputsOf(0, cost, ranges), std::vector<std::uint32_t>{spendA});
  EXPECT_EQ(inputsOf(2, roi, ranges), (std::vector<std::uint32_t>{leadsA, spendA}));
  EXPECT_TRUE(inputsOf(1, roi, ranges).empty());
  const std::vector<bool> all(s.quantities.size(), true);
  EXPECT_EQ(inputsOf(0, customers, all),
            (std::vector<std::uint32_t>{quantityAt(s, "/closeRate"), leadsA}));
}

TEST(ProgramTest, WhatDoesNotVary_KeepsItsRecordedValueInEveryLane) {
  const json::Document document = test::decoded(test::documentOf(onePlan()));
  Recorded recorded(document.front().scenario);
  const Tape::Index outputs[] = {recorded.sheet(1, profit).node, recorded.sheet(1, margin).node};
  Program program(recorded.tape, outputs,
                  std::vector<bool>(document.front().scenario.quantities.size()));
  EXPECT_TRUE(program.inputs().empty());
  program.run(nullptr);
  for (std::size_t lane = 0; lane < Program::kLanes; ++lane) {
    EXPECT_EQ(program.output(0)[lane], 5500);  // 300 x 0.1 x 200 - 500
    EXPECT_TRUE(std::isnan(program.output(1)[lane]));
  }
}

TEST(ProgramTest, Lanes_AreIndependentOfEachOther) {
  const json::Document document = test::decoded(test::documentOf(onePlan()));
  const Scenario& s = document.front().scenario;
  Recorded recorded(s);
  const Tape::Index output = recorded.sheet(0, fullCostCpl).node;
  std::vector<bool> varies(s.quantities.size());
  varies[quantityAt(s, "/channels/0/leads")] = true;
  Program program(recorded.tape, {&output, 1}, varies);
  std::array<double, Program::kLanes> column{};
  for (std::size_t lane = 0; lane < column.size(); ++lane) column[lane] = static_cast<double>(lane);
  const double* columns[] = {column.data()};
  program.run(columns);
  EXPECT_TRUE(std::isnan(program.output(0)[0]));  // no lead, no cost per lead
  for (std::size_t lane = 1; lane < column.size(); ++lane) {
    EXPECT_EQ(program.output(0)[lane], 1000 / static_cast<double>(lane));
  }
}

// ifPositive takes the side its test is for, also where it is the only thing that varies.

TEST(ProgramTest, IfPositive_ChoosesLaneByLane) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  Quantity q;
  q.likely = 1;
  const Trace x = numbers.input(0, q);
  const Trace one = numbers.constant(1, amount);
  const Trace two = numbers.constant(2, amount);
  const Trace none = numbers.missing(leads);
  const Trace y = x * x;
  const Trace outputs[] = {ifPositive(x, one, two),
                           ifPositive(x, y, two),
                           ifPositive(x, one, y),
                           ifPositive(one, y, none),
                           ifPositive(numbers.constant(0, amount), none, y),
                           ifPositive(none, y, y),
                           ifPositive(x, none, y)};
  std::vector<Tape::Index> nodes;
  for (const Trace& output : outputs) nodes.push_back(output.node);
  Program program(tape, nodes, {true});
  std::array<double, Program::kLanes> column{};
  const double tests[] = {-3, 0, 4, std::nan("")};
  std::copy(std::begin(tests), std::end(tests), column.begin());
  const double* columns[] = {column.data()};
  program.run(columns);
  const double nan = std::nan("");
  const double expected[][4] = {{2, 2, 1, nan},  {2, 2, 16, nan}, {9, 0, 1, nan},
                                {9, 0, 16, nan}, {9, 0, 16, nan}, {nan, nan, nan, nan},
                                {9, 0, nan, nan}};
  for (std::size_t k = 0; k < nodes.size(); ++k) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      const double got = program.output(k)[lane];
      const double want = expected[k][lane];
      EXPECT_TRUE(got == want || (got != got && want != want)) << k << ' ' << lane << ' ' << got;
    }
  }
}

// Gradient

std::vector<double> gradientOf(const Scenario& s, std::size_t scope, Metric m) {
  Recorded recorded(s);
  return gradient(recorded.sheet(scope, m), s.quantities.size());
}

TEST(ProgramTest, Gradient_OfRoiIsThatOfItsClosedForm) {
  // roi = (l c v - k) / k with l 346 leads, c 1 in 8, v 150, k 2000
  const json::Document document = test::decoded(test::documentOf(R"({"closeRate":0.125,
    "value":{"mode":"revenue","revenuePerCustomer":150},"channels":[{"id":"a","leads":346,
    "costs":[{"kind":"adSpend","amount":1500},{"kind":"fees","amount":500}]}]})"));
  const Scenario& s = document.front().scenario;
  const std::vector<double> slopes = gradientOf(s, 1, roi);
  const double l = 346;
  const double c = 0.125;
  const double v = 150;
  const double k = 2000;
  EXPECT_TRUE(near(slopes[quantityAt(s, "/channels/0/leads")], c * v / k, 1e-14));
  EXPECT_TRUE(near(slopes[quantityAt(s, "/closeRate")], l * v / k, 1e-14));
  EXPECT_TRUE(near(slopes[quantityAt(s, "/value/revenuePerCustomer")], l * c / k, 1e-14));
  EXPECT_TRUE(
      near(slopes[quantityAt(s, "/channels/0/costs/0/amount")], -l * c * v / (k * k), 1e-14));
  EXPECT_TRUE(
      near(slopes[quantityAt(s, "/channels/0/costs/1/amount")], -l * c * v / (k * k), 1e-14));
}

TEST(ProgramTest, Gradient_OfASubscriptionIsThatOfItsClosedForm) {
  // return = n x p / q: -n p / q² for one more of churn
  const json::Document document = test::decoded(test::documentOf(R"({
    "value":{"mode":"subscription","revenuePerMonth":30,"monthlyChurn":0.05},
    "channels":[{"id":"a","customers":7}]})"));
  const Scenario& s = document.front().scenario;
  const std::vector<double> slopes = gradientOf(s, 1, return_);
  EXPECT_TRUE(near(slopes[quantityAt(s, "/value/monthlyChurn")], -7 * 30 / 0.0025, 1e-14));
  EXPECT_TRUE(near(slopes[quantityAt(s, "/value/revenuePerMonth")], 7 / 0.05, 1e-14));
}

TEST(ProgramTest, Gradient_IsZeroForWhatTheFigureDoesNotDependOn) {
  const json::Document document = test::decoded(test::documentOf(onePlan()));
  const Scenario& s = document.front().scenario;
  const std::vector<double> slopes = gradientOf(s, 0, profit);
  ASSERT_EQ(slopes.size(), s.quantities.size());
  EXPECT_EQ(slopes[quantityAt(s, "/channels/1/leads")], 0);
  EXPECT_EQ(slopes[quantityAt(s, "/channels/1/costs/0/amount")], 0);
  EXPECT_EQ(slopes[quantityAt(s, "/channels/0/costs/0/amount")], -1);
  EXPECT_TRUE(near(slopes[quantityAt(s, "/channels/0/leads")], 20, 1e-14));
}

TEST(ProgramTest, GradientOfAnUndefinedFigure_IsEmpty) {
  const json::Document document = test::decoded(test::documentOf(onePlan()));
  EXPECT_TRUE(gradientOf(document.front().scenario, 0, breakEvenConversionRate).empty());
}

TEST(ProgramTest, GradientOfIfPositive_IsThatOfTheSideThatCounts) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  Quantity q;
  q.likely = 3;
  const Trace x = numbers.input(0, q);
  q.likely = 5;
  const Trace y = numbers.input(1, q);
  EXPECT_EQ(gradient(ifPositive(x, y * y, x), 2), (std::vector<double>{0, 10}));
  EXPECT_EQ(gradient(ifPositive(x - y, y * y, x), 2), (std::vector<double>{1, 0}));
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
}  // namespace roi
