#include "roi/reporting.h"

#include <algorithm>

namespace roi {
namespace {

constexpr std::array<ReportingInfo, kReportingInputs + kReportingFigures> kTable = {{
#define ROI_REPORTING(id, unit) {#id, Unit::unit},
    ROI_REPORTING_INPUTS(ROI_REPORTING) ROI_REPORTING_FIGURES(ROI_REPORTING)
#undef ROI_REPORTING
}};

/// Each is the value of a trial: between one that is paid back and one that never is lies nothing.
ReportingChances::Quantiles quantilesOf(std::span<const double> trials) {
  std::vector<double> values(trials.begin(), trials.end());
  const auto last = static_cast<double>(values.size() - 1);
  ReportingChances::Quantiles quantiles{};
  auto from = values.begin();
  for (std::size_t k = 0; k < quantiles.size(); ++k) {
    const auto place = static_cast<std::ptrdiff_t>(last * ReportingChances::kLevels[k]);
    const auto at = values.begin() + place;
    std::nth_element(from, at, values.end());
    quantiles[k] = *at;
    from = at;
  }
  return quantiles;
}

}  // namespace

const ReportingInfo& info(Reporting item) { return kTable[static_cast<std::size_t>(item)]; }

Explanation explain(const ReportingInputs& given) {
  Tape tape;
  const ReportingSheet<Trace> sheet(given, Numbers<Trace>(tape));
  std::vector<Trace> all;
  for (std::size_t i = 0; i < kTable.size(); ++i) {
    all.push_back(sheet(static_cast<Reporting>(i)));
  }
  return explain(all);
}

Reporting reportingOf(const Entry& entry) { return static_cast<Reporting>(entry.label.line); }

ReportingReason reasonOf(const Explanation& explanation, std::size_t entry) {
  const Reporting item = reportingOf(explanation[entry]);
  if (isInput(item)) return {Reason::Kind::missing, item};
  for (const Term& term : explanation[entry].formula) {
    const bool isNamed = term.op == Op::figure;
    if (isNamed && !explanation[term.entry].figure.defined()) {
      return reasonOf(explanation, term.entry);
    }
  }
  return {Reason::Kind::zero, Reporting::licence};
}

std::optional<ReportingChances> chancesOf(const ReportingInputs& given, std::uint64_t seed,
                                          std::size_t trials) {
  if (!hasRanges(given.quantities)) return std::nullopt;
  Tape tape;
  const ReportingSheet<Trace> sheet(given, Numbers<Trace>(tape));
  Question question;
  for (std::size_t i = 0; i < kReportingFigures; ++i) {
    question.spreads.push_back(sheet(reportingFigure(i)).node);
  }
  const Trace& net = sheet(Reporting::netSaved);
  question.chances.push_back({net.node});
  Simulation simulation(tape, given.quantities, question, seed, trials);
  simulation.advance(trials);
  ReportingChances made;
  if (net.figure().defined()) made.pays = simulation.chance(0).probability;
  for (std::size_t i = 0; i < kReportingFigures; ++i) {
    if (!sheet(reportingFigure(i)).figure().defined()) continue;
    made.quantiles[i] = quantilesOf(simulation.values(i));
  }
  return made;
}

}  // namespace roi
