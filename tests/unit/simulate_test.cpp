#include "roi/simulate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "roi/elementary.h"
#include "roi/recorded.h"
#include "unit/plan.h"

namespace roi::simulate_test {
namespace {

using enum Metric;
using test::Made;
using test::near;
using test::Typed;

constexpr std::uint64_t kSeed = 20261125;
const double kNan = std::nan("");

double fraction(std::mt19937_64& generator) {
  return (static_cast<double>(generator() >> 11) + 0.5) * 0x1p-53;
}

// What is made of values

/// Quantiles by sorting: between the two values nearest to (n - 1) x level.
double quantile(std::vector<double> values, double level) {
  std::sort(values.begin(), values.end());
  const double place = static_cast<double>(values.size() - 1) * level;
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

std::vector<double> definedOf(const std::vector<double>& values) {
  std::vector<double> defined;
  for (const double value : values) {
    if (!std::isnan(value)) defined.push_back(value);
  }
  return defined;
}

void expectSpread(const std::vector<double>& values) {
  const Spread s = spread(values);
  const std::vector<double> defined = definedOf(values);
  ASSERT_EQ(s.trials, defined.size());
  EXPECT_EQ(s.undefined, values.size() - defined.size());
  long double sum = 0;
  double size = 0;
  for (const double value : defined) {
    sum += static_cast<long double>(value);
    size = std::fmax(size, std::fabs(value));
  }
  EXPECT_NEAR(s.mean, static_cast<double>(sum / static_cast<long double>(defined.size())),
              1e-13 * size);
  for (std::size_t i = 0; i < Spread::kLevels.size(); ++i) {
    EXPECT_NEAR(s.quantiles[i], quantile(defined, Spread::kLevels[i]), 1e-13 * size)
        << Spread::kLevels[i] << " of " << defined.size();
  }
  for (const double error : s.errors) EXPECT_GE(error, 0);
}

TEST(SimulateTest, Spread_HasTheQuantilesOfTheSortedValues) {
  SCOPED_TRACE(kSeed);
  std::mt19937_64 generator(kSeed);
  for (const std::size_t size : {1U, 2U, 3U, 19U, 255U, 256U, 257U, 512U, 1000U, 5000U}) {
    std::vector<double> even;
    std::vector<double> skewed;
    std::vector<double> clustered;
    for (std::size_t i = 0; i < size; ++i) {
      even.push_back(fraction(generator) - 0.5);
      skewed.push_back(std::exp(20 * fraction(generator)));
      clustered.push_back(static_cast<double>(generator() % 3));
    }
    expectSpread(even);
    expectSpread(skewed);  // most of them in one bucket
    expectSpread(clustered);
    skewed.back() = -1e12;
    expectSpread(skewed);
  }
}

TEST(SimulateTest, Spread_LeavesOutWhatIsUndefined) {
  std::mt19937_64 generator(kSeed);
  std::vector<double> values;
  for (int i = 0; i < 3000; ++i) values.push_back(i % 7 < 3 ? kNan : fraction(generator));
  expectSpread(values);
  std::fill(values.begin(), values.begin() + 512, kNan);  // all of two randomisations' first blocks
  expectSpread(values);
  const Spread none = spread(std::vector<double>(300, kNan));
  EXPECT_EQ(none.trials, 0U);
  EXPECT_EQ(none.undefined, 300U);
  EXPECT_EQ(spread({}).trials, 0U);
}

TEST(SimulateTest, SpreadOfEquals_IsThatValueWithoutError) {
  const Spread s = spread(std::vector<double>(1000, 0.1));
  EXPECT_EQ(s.mean, 0.1);
  EXPECT_EQ(s.meanError, 0);
  for (const double q : s.quantiles) EXPECT_EQ(q, 0.1);
  for (const double e : s.errors) EXPECT_EQ(e, 0);
}

TEST(SimulateTest, StandardError_IsThatOfAMean) {
  EXPECT_EQ(standardError(std::vector<double>{}), 0);
  EXPECT_EQ(standardError(std::vector<double>{5}), 0);
  EXPECT_DOUBLE_EQ(standardError(std::vector<double>{1, 3}), 1);  // sd √2, over √2
  EXPECT_DOUBLE_EQ(standardError(std::vector<double>{2, 4, 4, 4, 5, 5, 7, 9}),
                   std::sqrt(32.0 / 7 / 8));
}

TEST(SimulateTest, MeanError_ComesFromTheRandomisations) {
  // eight blocks, each all of one value: the means of the randomisations are those values
  std::vector<double> values;
  for (const double value : {2, 4, 4, 4, 5, 5, 7, 9}) values.insert(values.end(), kBlock, value);
  EXPECT_DOUBLE_EQ(spread(values).meanError, std::sqrt(32.0 / 7 / 8));
  EXPECT_EQ(spread(std::span(values).first(kBlock)).meanError, 0);
}

TEST(SimulateTest, ExpectedLoss_CountsGainsAsNoLossAndLeavesOutWhatIsUndefined) {
  const std::vector<double> profits = {-10, 5, std::nan(""), -20, 1000};
  EXPECT_EQ(expectedLoss(profits).mean, 7.5);
  EXPECT_EQ(expectedLoss({}).mean, 0);
}

// Simulated plans

/// A plan on a tape, and trials of some of its figures.
struct Simulated {
  explicit Simulated(Scenario scenario) : plan(std::move(scenario)), recorded(plan) {}

  Tape::Index node(std::size_t scope, Metric m) { return recorded.sheet(scope, m).node; }
  Tape::Index total(Metric m) { return node(plan.channels.size(), m); }
  Simulation run(const Question& question, std::uint64_t seed, std::size_t trials) {
    Simulation simulation(recorded.tape, plan.quantities, question, seed, trials);
    simulation.advance(trials);
    return simulation;
  }

  Scenario plan;
  Recorded recorded;
};

// return = leads x close rate x value, leads from 50 to 200 and value from 100 to 900: a lognormal
// of median 100 x 0.1 x 300 and s² = (ln 2 / z95)² + (ln 3 / z95)².

/// strength: with which both move together.
Made product(std::optional<double> strength = std::nullopt) {
  Typed value(100, 900);
  Typed volume(50, 200);
  if (strength) {
    value = value.movesWith("g", *strength);
    volume = volume.movesWith("g", *strength);
  }
  return Made(value).channel("a", {{leads, volume}}).adSpend(2000);
}

const double kMedian = 3000;
const double kS1 = std::log(2) / kZ95;
const double kS2 = std::log(3) / kZ95;

Spread returnOf(Simulated& plan, std::uint64_t seed, std::size_t trials) {
  const Simulation simulation = plan.run({{plan.total(return_)}, {}, {}}, seed, trials);
  return spread(simulation.values(0));
}

TEST(SimulateTest, ProductOfLognormals_HasTheQuantilesAndMeanOfItsClosedForm) {
  Simulated plan(product().scenario());
  const Spread s = returnOf(plan, kSeed, 65'536);
  const double both = std::sqrt(kS1 * kS1 + kS2 * kS2);
  const double zs[] = {-1.6448536269514722, -0.6744897501960817, 0,
                       0.6744897501960817,  1.6448536269514722,  -1.2815515655446004,
                       1.2815515655446004,  -2.3263478740408408, 2.3263478740408408};
  for (std::size_t i = 0; i < Spread::kLevels.size(); ++i) {
    const double exact = kMedian * std::exp(both * zs[i]);
    EXPECT_TRUE(near(s.quantiles[i], exact, i < 7 ? 2e-3 : 5e-3)) << zs[i] << ' ' << s.quantiles[i];
  }
  EXPECT_TRUE(near(s.mean, kMedian * std::exp(both * both / 2), 1e-3)) << s.mean;
}

TEST(SimulateTest, CorrelatedLognormals_HaveTheSpreadOfTheirSum) {
  // s² = s1² + s2² + 2 λ1 λ2 s1 s2: moving as one, each by itself, and with λ = 0.8 each
  struct Case {
    double strength;
    double product;
  };
  for (const auto& [strength, c] : {Case{1, 1}, Case{0, 0}, Case{0.8, 0.64}}) {
    Simulated plan(product(strength).scenario());
    const Spread s = returnOf(plan, kSeed, 65'536);
    const double variance = kS1 * kS1 + kS2 * kS2 + 2 * c * kS1 * kS2;
    EXPECT_TRUE(near(s.quantiles[4], kMedian * std::exp(std::sqrt(variance) * kZ95), 8e-3)) << c;
    EXPECT_TRUE(near(s.quantiles[0], kMedian * std::exp(-std::sqrt(variance) * kZ95), 8e-3)) << c;
    EXPECT_TRUE(near(s.mean, kMedian * std::exp(variance / 2), 2e-3)) << c;
  }
}

TEST(SimulateTest, RangesThatMoveAgainstEachOther_CancelOut) {
  Simulated simulated(Made(Typed(100, 400).movesWith("g", -1))
                          .channel("a", {{leads, Typed(50, 200).movesWith("g", 1)}})
                          .adSpend(2000)
                          .scenario());  // 50 to 200 against 100 to 400: 2000 whatever happens
  const Spread s = returnOf(simulated, kSeed, 4096);
  for (const double q : s.quantiles) EXPECT_TRUE(near(q, 2000, 1e-12)) << q;
}

TEST(SimulateTest, VarianceOfAProductOfCorrelatedLognormals_IsTheClosedForm) {
  Simulated plan(product(0.6).scenario());
  const Simulation simulation = plan.run({{plan.total(return_)}, {}, {}}, kSeed, 65'536);
  double sum = 0;
  double squares = 0;
  for (const double x : simulation.values(0)) {
    sum += x / 65'536;
    squares += x * x / 65'536;
  }
  const double s2 = kS1 * kS1 + kS2 * kS2 + 2 * 0.36 * kS1 * kS2;
  const double exact = kMedian * kMedian * std::exp(s2) * (std::exp(s2) - 1);
  EXPECT_TRUE(near(squares - sum * sum, exact, 0.02)) << squares - sum * sum << ' ' << exact;
}

double medianOf(std::vector<double> values) { return quantile(std::move(values), 0.5); }

TEST(SimulateTest, At8192Trials_TheLatticeErrsLessThanPlainMonteCarlo) {
  SCOPED_TRACE(kSeed);
  Simulated plan(product().scenario());
  const double both = std::sqrt(kS1 * kS1 + kS2 * kS2);
  const double mean = kMedian * std::exp(both * both / 2);
  std::vector<double> medians;
  std::vector<double> means;
  std::vector<double> plainMedians;
  std::vector<double> plainMeans;
  std::mt19937_64 generator(kSeed);
  for (std::uint64_t seed = kSeed; seed < kSeed + 21; ++seed) {
    const Spread s = returnOf(plan, seed, 8192);
    medians.push_back(std::fabs(s.quantiles[2] - kMedian));
    means.push_back(std::fabs(s.mean - mean));
    std::vector<double> plain;
    double sum = 0;
    for (int i = 0; i < 8192; ++i) {
      const double z1 = normalQuantile(fraction(generator));
      const double z2 = normalQuantile(fraction(generator));
      plain.push_back(kMedian * std::exp(kS1 * z1 + kS2 * z2));
      sum += plain.back() / 8192;
    }
    plainMedians.push_back(std::fabs(medianOf(plain) - kMedian));
    plainMeans.push_back(std::fabs(sum - mean));
  }
  EXPECT_LT(medianOf(medians), medianOf(plainMedians) / 2);
  EXPECT_LT(medianOf(means), medianOf(plainMeans) / 2);
}

TEST(SimulateTest, AtOver8TimesTheTrials_TheErrorIsSmaller) {
  Simulated plan(product().scenario());
  std::vector<double> few;
  std::vector<double> many;
  for (std::uint64_t seed = kSeed; seed < kSeed + 11; ++seed) {
    few.push_back(std::fabs(returnOf(plan, seed, 1024).quantiles[2] - kMedian));
    many.push_back(std::fabs(returnOf(plan, seed, 16'384).quantiles[2] - kMedian));
  }
  EXPECT_LT(medianOf(many), medianOf(few) / 4);  // plain sampling: a quarter
}

TEST(SimulateTest, StandardErrors_AreHonest) {
  Simulated plan(product().scenario());
  const double both = std::sqrt(kS1 * kS1 + kS2 * kS2);
  const double exact[] = {kMedian * std::exp(-both * kZ95), kMedian,
                          kMedian * std::exp(both * kZ95), kMedian * std::exp(both * both / 2)};
  std::array<int, 4> within{};
  std::array<double, 4> squares{};
  std::array<double, 4> stated{};
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Spread s = returnOf(plan, seed, 4096);
    const double values[] = {s.quantiles[0], s.quantiles[2], s.quantiles[4], s.mean};
    const double errors[] = {s.errors[0], s.errors[1], s.errors[2], s.meanError};
    for (std::size_t i = 0; i < within.size(); ++i) {
      const double off = std::fabs(values[i] - exact[i]);
      within[i] += off <= 3 * errors[i] ? 1 : 0;
      squares[i] += off * off / 50;
      stated[i] += errors[i] * errors[i] / 50;
    }
  }
  for (std::size_t i = 0; i < within.size(); ++i) {
    EXPECT_GE(within[i], 45) << i;  // with eight randomisations, 98 % are
    EXPECT_LT(std::sqrt(squares[i] / stated[i]), 1.7) << i;
    EXPECT_GT(std::sqrt(squares[i] / stated[i]), 0.5) << i;
  }
}

/// Against how far the quantiles themselves go apart from seed to seed. Bins of equal width would
/// hold nearly all trials of such a profit in one of them.
TEST(SimulateTest, StandardErrorsOfHeavyTails_AreTheSpreadOverSeeds) {
  Simulated plan(Made()
                     .with(closeRate, 0.1)
                     .channel("a", {{leads, {1, 1000}}})
                     .worth({1, 1000})
                     .adSpend(500)
                     .scenario());
  constexpr int kSeeds = 40;
  std::array<std::vector<double>, 3> quantiles;
  std::array<double, 3> stated{};
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const Simulation simulation = plan.run({{plan.total(profit)}, {}, {}}, seed, 8192);
    const Spread s = spread(simulation.values(0));
    for (std::size_t i = 0; i < stated.size(); ++i) {
      quantiles[i].push_back(s.quantiles[2 * i]);
      stated[i] += s.errors[i] * s.errors[i] / kSeeds;
    }
  }
  for (std::size_t i = 0; i < stated.size(); ++i) {
    const double seen = standardError(quantiles[i]) * std::sqrt(kSeeds);
    EXPECT_NEAR(std::sqrt(stated[i]) / seen, 1, 0.35) << i;
  }
}

// Chances

double normalBelow(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

TEST(SimulateTest, ChanceOfProfit_IsTheClosedForm) {
  Simulated plan(product().scenario());
  const Simulation simulation =
      plan.run({{}, {{plan.total(profit)}, {plan.total(headroom)}}, {}}, kSeed, 65'536);
  const double both = std::sqrt(kS1 * kS1 + kS2 * kS2);
  const double exact = normalBelow(std::log(kMedian / 2000) / both);
  for (const std::size_t k : {0U, 1U}) {  // a profit, and a lead that costs less than it returns
    const Chance chance = simulation.chance(k);
    EXPECT_NEAR(chance.probability, exact, 2e-3);
    EXPECT_NEAR(chance.probability, exact, 4 * chance.error + 1e-4);
    EXPECT_GT(chance.error, 0);
    EXPECT_LT(chance.error, 2e-3);
    EXPECT_EQ(chance.undefined, 0U);
  }
}

TEST(SimulateTest, Condition_CountsZeroOnlyWhereItIsAsked) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  const Tape::Index zero = numbers.constant(0, amount).node;
  const Tape::Index one = numbers.constant(1, amount).node;
  const Tape::Index less = numbers.constant(-1, amount).node;
  const Tape::Index none = numbers.missing(amount).node;
  Question question;
  for (const bool orZero : {false, true}) {
    for (const Tape::Index figure : {zero, one, less, none}) {
      question.chances.push_back({figure, orZero});
    }
  }
  Simulation simulation(tape, {}, question, 1, 700);
  EXPECT_EQ(simulation.ranges(), 0U);
  EXPECT_TRUE(simulation.advance(700));
  const double expected[] = {0, 1, 0, 0, 1, 1, 0, 0};
  for (std::size_t k = 0; k < 8; ++k) {
    EXPECT_EQ(simulation.chance(k).probability, expected[k]) << k;
    EXPECT_EQ(simulation.chance(k).error, 0);
    EXPECT_EQ(simulation.chance(k).undefined, k % 4 == 3 ? 700U : 0U);
  }
}

/// Undefined wherever a range is below its likely value: in half of the trials.
TEST(SimulateTest, UndefinedTrials_CountAsNoAndAreLeftOutOfQuantiles) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  Quantity q;
  q.scale = Scale::log;
  q.low = 50;
  q.likely = 100;
  q.high = 200;
  const Trace x = numbers.input(0, q);
  const Trace hundred = numbers.constant(100, amount);
  const Trace figure = quotient(
      x, ifPositive(x - hundred, numbers.constant(1, amount), numbers.constant(0, amount)), amount);
  Simulation simulation(tape, {&q, 1}, {{figure.node}, {{figure.node}}, {}}, kSeed, 8192);
  simulation.advance(8192);
  const Spread s = spread(simulation.values(0));
  EXPECT_NEAR(static_cast<double>(s.undefined), 4096, 40);
  EXPECT_EQ(s.trials + s.undefined, 8192U);
  // the upper half: its median is the whole's P75
  EXPECT_TRUE(near(s.quantiles[2], 100 * std::exp(std::log(2) / kZ95 * 0.6744897501960817), 5e-3));
  EXPECT_NEAR(simulation.chance(0).probability, 0.5, 0.005);
  EXPECT_EQ(simulation.chance(0).undefined, s.undefined);
}

TEST(SimulateTest, Race_HasOneWinnerPerTrial) {
  // of three equals, and one that is never defined
  Simulated plan(Made(100)
                     .channel("a", {{leads, {50, 200}}})
                     .adSpend(100)
                     .channel("b", {{leads, {50, 200}}})
                     .adSpend(100)
                     .channel("c", {{leads, {50, 200}}})
                     .adSpend(100)
                     .channel("d", {{leads, {50, 200}}})
                     .scenario());
  Question question;
  for (std::size_t c = 0; c < 4; ++c) question.race.push_back(plan.node(c, Metric::roi));
  const Simulation simulation = plan.run(question, kSeed, 30'000);
  double all = 0;
  for (std::size_t c = 0; c < 3; ++c) {
    EXPECT_NEAR(simulation.wins(c).probability, 1.0 / 3, 0.01);
    all += simulation.wins(c).probability;
  }
  EXPECT_NEAR(all, 1, 1e-12);
  EXPECT_EQ(simulation.wins(3).probability, 0);
}

TEST(SimulateTest, OfEqualsInARace_TheFirstWins) {
  Simulated plan(product().scenario());
  const Tape::Index figure = plan.total(profit);
  const Simulation simulation = plan.run({{}, {}, {figure, figure}}, kSeed, 1000);
  EXPECT_EQ(simulation.wins(0).probability, 1);
  EXPECT_EQ(simulation.wins(1).probability, 0);
}

// Trials

TEST(SimulateTest, InPieces_TheTrialsAreTheSame) {
  Simulated plan(product().scenario());
  const Question question = {{plan.total(return_)}, {{plan.total(profit)}}, {plan.total(profit)}};
  const Simulation whole = plan.run(question, kSeed, 5000);
  Simulation pieces(plan.recorded.tape, plan.plan.quantities, question, kSeed, 5000);
  EXPECT_EQ(pieces.done(), 0U);
  EXPECT_EQ(pieces.chance(0).probability, 0);
  EXPECT_FALSE(pieces.advance(1));
  EXPECT_EQ(pieces.done(), kBlock);  // whole blocks
  while (!pieces.advance(700)) {
    EXPECT_LT(pieces.done(), 5000U);
    EXPECT_EQ(pieces.values(0).size(), pieces.done());
  }
  EXPECT_EQ(pieces.done(), 5000U);
  ASSERT_EQ(pieces.values(0).size(), whole.values(0).size());
  EXPECT_TRUE(std::equal(whole.values(0).begin(), whole.values(0).end(), pieces.values(0).begin()));
  EXPECT_EQ(pieces.chance(0).probability, whole.chance(0).probability);
  EXPECT_EQ(pieces.chance(0).error, whole.chance(0).error);
  EXPECT_EQ(pieces.wins(0).probability, 1);
}

TEST(SimulateTest, FewerTrials_AreTheFirstOfMore) {
  Simulated plan(product().scenario());
  const Question question = {{plan.total(return_)}, {}, {}};
  const Simulation many = plan.run(question, kSeed, 3000);
  for (const std::size_t trials : {1U, 255U, 256U, 512U, 513U, 1000U}) {
    const Simulation few = plan.run(question, kSeed, trials);
    ASSERT_EQ(few.values(0).size(), trials);
    EXPECT_TRUE(std::equal(few.values(0).begin(), few.values(0).end(), many.values(0).begin()));
  }
}

TEST(SimulateTest, ChancesOfAPartBlock_AreOverItsTrials) {
  Simulated plan(product().scenario());
  for (const std::size_t trials : {512U, 700U, 1025U}) {
    const Simulation s =
        plan.run({{plan.total(profit)}, {{plan.total(profit)}}, {}}, kSeed, trials);
    const auto profits = s.values(0);
    const auto above =
        std::count_if(profits.begin(), profits.end(), [](double x) { return x > 0; });
    EXPECT_DOUBLE_EQ(s.chance(0).probability,
                     static_cast<double>(above) / static_cast<double>(trials));
  }
}

TEST(SimulateTest, TheSameSeed_GivesTheSameTrialsAndAnotherDoesNot) {
  Simulated plan(product().scenario());
  const Question question = {{plan.total(return_)}, {}, {}};
  const auto first = [&](std::uint64_t seed) { return plan.run(question, seed, 512).values(0)[0]; };
  EXPECT_EQ(first(7), first(7));
  EXPECT_NE(first(7), first(8));
}

TEST(SimulateTest, RangesOf_AreThoseThatSpread) {
  Quantity single;
  single.scale = Scale::log;
  Quantity range = single;
  range.high = 1;
  Quantity fixed = range;
  fixed.scale = Scale::fixed;
  EXPECT_EQ(rangesOf(std::vector<Quantity>{single, range, fixed}),
            (std::vector<bool>{false, true, false}));
}

TEST(SimulateTest, PlanWithoutRanges_IsItsAnswerEveryTime) {
  Simulated plan(Made().channel("a", {{customers, 7}}).worth(100).cost(tools, 140).scenario());
  const Simulation simulation =
      plan.run({{plan.total(Metric::roi)}, {{plan.total(profit)}}, {}}, kSeed, 512);
  EXPECT_EQ(simulation.ranges(), 0U);
  const Spread s = spread(simulation.values(0));
  EXPECT_EQ(s.quantiles[0], 4);
  EXPECT_EQ(s.quantiles[4], 4);
  EXPECT_EQ(simulation.chance(0).probability, 1);
}

TEST(SimulateTest, AThousandChannels_AreSimulatedTogether) {
  Made plan(Typed(100, 900));
  for (int c = 0; c < 1000; ++c) {
    plan.channel("c" + std::to_string(c), {{leads, {50, 200}}}).adSpend(1000);
  }
  Simulated simulated(plan.scenario());
  Question question = {{simulated.total(leads), simulated.total(return_)}, {}, {}};
  for (std::size_t c = 0; c < 1000; ++c) question.race.push_back(simulated.node(c, Metric::roi));
  const Simulation simulation = simulated.run(question, kSeed, 512);
  EXPECT_EQ(simulation.ranges(), 1001U);
  const Spread all = spread(simulation.values(0));
  // 1000 independent lognormals: mean 1000 x 100 e^(s²/2), their spread far smaller
  const double mean = 1e5 * std::exp(kS1 * kS1 / 2);
  EXPECT_TRUE(near(all.mean, mean, 0.01)) << all.mean << ' ' << mean;
  const double deviation = mean * std::sqrt((std::exp(kS1 * kS1) - 1) / 1000);
  EXPECT_NEAR(all.quantiles[4] - all.quantiles[0], 2 * kZ95 * deviation,
              0.2 * deviation * 2 * kZ95);
  double wins = 0;
  for (std::size_t c = 0; c < 1000; ++c) wins += simulation.wins(c).probability;
  EXPECT_NEAR(wins, 1, 1e-9);
}

}  // namespace
}  // namespace roi::simulate_test
