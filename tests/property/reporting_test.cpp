// Whatever is typed, more of what speaks for a tool never speaks against it. ROI_SEED=<seed of a
// failure> runs those figures first.

#include "roi/reporting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "property/seed.h"

namespace roi::test::reporting_test {
namespace {

constexpr int kCases = 2000;
using In = Reporting;
using Random = std::mt19937_64;

ReportingInputs randomInputs(Random& random) {
  ReportingInputs given;
  for (std::size_t i = 0; i < kReportingInputs; ++i) {
    if (random() % 16 == 0) continue;
    given.known[i] = static_cast<std::uint32_t>(given.quantities.size());
    Quantity q;
    q.scale = Scale::log;
    q.low = q.likely = q.high = random() % 8 == 0 ? 0 : static_cast<double>(random() % 4000) / 16;
    given.quantities.push_back(q);
  }
  return given;
}

double* typed(ReportingInputs& given, In input) {
  const Input known = given.known[static_cast<std::size_t>(input)];
  return known ? &given.quantities[*known].likely : nullptr;
}

Figure<> of(const ReportingInputs& given, In item) {
  ReportingSheet<Figure<>> sheet(given);
  return sheet(item);
}

TEST(ReportingProperty, TheTapeAnswersWhatNumbersDo_AndNothingIsNoNumber) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    const ReportingInputs given = randomInputs(random);
    const Explanation explanation = explain(given);
    for (std::size_t k = 0; k < kReportingFigures; ++k) {
      const Figure<> figure = of(given, reportingFigure(k));
      const std::string_view id = info(reportingFigure(k)).id;
      ASSERT_EQ(figure.why, explanation[kReportingInputs + k].figure.why)
          << id << ", seed " << seed;
      ASSERT_EQ(figure.value, explanation[kReportingInputs + k].figure.value)
          << id << ", seed " << seed;
      ASSERT_TRUE(std::isfinite(figure.value)) << id << ", seed " << seed;
    }
  }
}

struct Change {
  In input;
  double by;  ///< what speaks for the tool
};

TEST(ReportingProperty, WhatSpeaksForATool_NeverLowersItsRoi_NorDelaysItsPayback) {
  int seen = 0;
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    const ReportingInputs given = randomInputs(random);
    for (const Change& change :
         {Change{In::hoursPerReport, 2}, Change{In::hoursPerReportWithTool, 0.5},
          Change{In::licence, 0.5}, Change{In::setUp, 0.5}}) {
      ReportingInputs better = given;
      double* input = typed(better, change.input);
      if (!input) continue;
      *input *= change.by;
      const Figure<> before = of(given, In::netSaved);
      // where the tool loses money, a lower licence makes the loss a greater part of it
      const bool isRoiHeld = change.input != In::licence || before.value > 0;
      const Figure<> roi = of(given, In::roi);
      if (roi.defined() && isRoiHeld) {
        ASSERT_GE(of(better, In::roi).value, roi.value) << info(change.input).id << ", " << seed;
      }
      const Figure<> payback = of(given, In::payback);
      if (!payback.defined()) continue;
      const Figure<> sooner = of(better, In::payback);
      ++seen;
      if (sooner.defined()) {
        ASSERT_LE(sooner.value, payback.value) << info(change.input).id << ", seed " << seed;
      }
    }
  }
  EXPECT_GT(seen, kCases);
}

TEST(ReportingProperty, WhatIsSaved_IsWhatItCostsNow_LessWhatItCostsWithTheTool) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    const ReportingInputs given = randomInputs(random);
    const Figure<> saved = of(given, In::saved);
    if (!saved.defined()) continue;
    const double now = of(given, In::costNow).value;
    const double then = of(given, In::costWithTool).value;
    ASSERT_NEAR(saved.value, now - then, 1e-12 * (now + then)) << "seed " << seed;
  }
}

TEST(ReportingProperty, TwiceTheClients_AreTwiceTheHours_AndTwiceWhatIsSaved) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    const ReportingInputs given = randomInputs(random);
    ReportingInputs twice = given;
    if (double* clients = typed(twice, In::clients)) *clients *= 2;
    for (const In item : {In::hoursNow, In::hoursWithTool, In::costNow, In::saved}) {
      const Figure<> once = of(given, item);
      if (!once.defined()) continue;
      ASSERT_EQ(of(twice, item).value, 2 * once.value) << info(item).id << ", seed " << seed;
    }
  }
}

/// About half of what is known as ranges.
ReportingInputs withRanges(ReportingInputs given, Random& random) {
  for (Quantity& q : given.quantities) {
    if (q.likely == 0 || random() % 2 == 0) continue;
    q.low = q.likely / 2;
    q.high = 3 * q.likely;
  }
  return given;
}

/// The figures over numbers, with a trial's draws in the place of the likely values.
std::vector<std::vector<double>> byTheRule(ReportingInputs given, std::uint64_t seed,
                                           std::size_t blocks) {
  std::vector<std::uint32_t> ranges;
  for (std::uint32_t i = 0; i < given.quantities.size(); ++i) {
    if (given.quantities[i].isRange()) ranges.push_back(i);
  }
  const Draws draws(given.quantities, ranges, seed);
  std::vector<std::vector<double>> columns(ranges.size(), std::vector<double>(kBlock));
  std::vector<double*> addresses;
  for (std::vector<double>& column : columns) addresses.push_back(column.data());
  std::vector<std::vector<double>> values(kReportingFigures);
  for (std::size_t block = 0; block < blocks; ++block) {
    draws.block(block, addresses.data());
    for (std::size_t lane = 0; lane < kBlock; ++lane) {
      for (std::size_t i = 0; i < ranges.size(); ++i) {
        given.quantities[ranges[i]].likely = columns[i][lane];
      }
      const ReportingSheet<Figure<>> sheet(given);
      for (std::size_t k = 0; k < kReportingFigures; ++k) {
        const Figure<>& figure = sheet(reportingFigure(k));
        if (figure.defined()) values[k].push_back(figure.value);
      }
    }
  }
  return values;
}

TEST(ReportingProperty, TheTapesLanes_AreTheRuleOverEachTrial_BitForBit) {
  constexpr std::size_t kBlocks = 3;
  constexpr auto kNet = static_cast<std::size_t>(In::netSaved) - kReportingInputs;
  for (int i = 0; i < kCases / 20; ++i) {
    const std::uint64_t seed = seedOf(i);
    Random random(seed);
    const ReportingInputs given = withRanges(randomInputs(random), random);
    const std::optional<ReportingChances> chances = chancesOf(given, seed, kBlocks * kBlock);
    ASSERT_EQ(chances.has_value(), hasRanges(given.quantities)) << "seed " << seed;
    if (!chances) continue;
    std::vector<std::vector<double>> values = byTheRule(given, seed, kBlocks);
    for (std::size_t k = 0; k < kReportingFigures; ++k) {
      std::vector<double>& sorted = values[k];
      ASSERT_EQ(chances->quantiles[k].has_value(), !sorted.empty()) << "seed " << seed;
      if (sorted.empty()) continue;
      std::sort(sorted.begin(), sorted.end());
      for (std::size_t level = 0; level < ReportingChances::kLevels.size(); ++level) {
        const auto last = static_cast<double>(sorted.size() - 1);
        const auto at = static_cast<std::size_t>(last * ReportingChances::kLevels[level]);
        ASSERT_EQ((*chances->quantiles[k])[level], sorted[at]) << "seed " << seed;
      }
    }
    ASSERT_EQ(chances->pays.has_value(), !values[kNet].empty()) << "seed " << seed;
    if (!chances->pays) continue;
    const auto paying =
        std::count_if(values[kNet].begin(), values[kNet].end(), [](double net) { return net > 0; });
    ASSERT_EQ(*chances->pays, static_cast<double>(paying) / static_cast<double>(kBlocks * kBlock))
        << "seed " << seed;
  }
}

}  // namespace
}  // namespace roi::test::reporting_test
