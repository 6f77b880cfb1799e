#pragma once
// Reporting time: the hours and the money that reports take now and with a tool, and whether the
// tool pays. A small model beside the plan's, over the same numbers: run with Trace it leaves the
// same tape. methodology.md, "Reporting time". core/docs/decisions/0026-small-models-on-the-tape.md

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "roi/cash_flow.h"
#include "roi/explain.h"
#include "roi/simulate.h"

namespace roi {

// X(id, unit): what is typed, each of a month but for the set-up; then what follows.
#define ROI_REPORTING_INPUTS(X)    \
  X(hoursPerReport, count)         \
  X(reportsPerClient, count)       \
  X(clients, count)                \
  X(people, count)                 \
  X(hourlyCost, money)             \
  X(hoursPerReportWithTool, count) \
  X(licence, money)                \
  X(setUp, money)
#define ROI_REPORTING_FIGURES(X) \
  X(hoursNow, count)             \
  X(hoursWithTool, count)        \
  X(hoursSaved, count)           \
  X(costNow, money)              \
  X(costWithTool, money)         \
  X(saved, money)                \
  X(netSaved, money)             \
  X(roi, rate)                   \
  X(payback, months)

enum class Reporting : std::uint8_t {
#define ROI_REPORTING(id, ...) id,
  ROI_REPORTING_INPUTS(ROI_REPORTING) ROI_REPORTING_FIGURES(ROI_REPORTING)
#undef ROI_REPORTING
};

#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kReportingInputs = 0 ROI_REPORTING_INPUTS(ROI_ONE);
inline constexpr std::size_t kReportingFigures = 0 ROI_REPORTING_FIGURES(ROI_ONE);
#undef ROI_ONE

struct ReportingInfo {
  std::string_view id;
  Unit unit;
};

const ReportingInfo& info(Reporting item);

inline bool isInput(Reporting item) { return static_cast<std::size_t>(item) < kReportingInputs; }
inline Reporting reportingFigure(std::size_t index) {
  return static_cast<Reporting>(kReportingInputs + index);
}

/// What is known: of each input the number of its quantity, or nothing.
struct ReportingInputs {
  std::vector<Quantity> quantities;
  std::array<Input, kReportingInputs> known;
};

/// The figures over a number type. Undefined where an input is missing; ROI also where there is no
/// licence to divide by. Payback is kNever where no more is saved than the licence costs.
template <class Num>
class ReportingSheet {
 public:
  explicit ReportingSheet(const ReportingInputs& given, Numbers<Num> numbers = {})
      : numbers_(std::move(numbers)) {
    worked_.reserve(kReportingInputs + kReportingFigures);
    for (std::size_t i = 0; i < kReportingInputs; ++i) add(input(given, given.known[i]));
    for (std::size_t i = 0; i < kReportingFigures; ++i) add(work(reportingFigure(i)));
  }

  const Num& operator()(Reporting item) const { return worked_[static_cast<std::size_t>(item)]; }

 private:
  /// A label's line says which of the table it is: the plan's metrics know nothing of it.
  void add(const Num& figure) {
    const auto line = static_cast<std::uint32_t>(worked_.size());
    worked_.push_back(numbers_.named({0, Metric::amount, line, Label::Part::whole}, figure));
  }

  Num input(const ReportingInputs& given, Input known) const {
    return known ? numbers_.input(*known, given.quantities[*known])
                 : numbers_.missing(Metric::amount);
  }

  /// A figure of those that stand before it in the table.
  Num work(Reporting item) const {
    using enum Reporting;
    const ReportingSheet& of = *this;
    switch (item) {
      case hoursNow: return hours(hoursPerReport);
      case hoursWithTool: return hours(hoursPerReportWithTool);
      case hoursSaved: return of(hoursNow) - of(hoursWithTool);
      case costNow: return cost(hoursNow);
      case costWithTool: return cost(hoursWithTool);
      case saved: return cost(hoursSaved);
      case netSaved: return of(saved) - of(licence);
      case roi: return quotient(of(netSaved), of(licence), Metric::amount);
      default:
        return ifPositive(of(netSaved), quotient(of(setUp), of(netSaved), Metric::amount),
                          numbers_.constant(kNever, Metric::amount));
    }
  }

  Num hours(Reporting perReport) const {
    using enum Reporting;
    Num all = (*this)(perReport);
    for (const Reporting factor : {reportsPerClient, clients, people}) all = all * (*this)(factor);
    return all;
  }

  Num cost(Reporting hours) const { return (*this)(hours) * (*this)(Reporting::hourlyCost); }

  Numbers<Num> numbers_;
  std::vector<Num> worked_;
};

/// All inputs, then all figures with their formulas, in the order of the table.
Explanation explain(const ReportingInputs& given);

/// Which of the table an entry of the explanation is.
Reporting reportingOf(const Entry& entry);

/// Why an entry is undefined: what it is made of that is missing, or that it divides by zero.
struct ReportingReason {
  Reason::Kind kind;
  Reporting of;
};
ReportingReason reasonOf(const Explanation& explanation, std::size_t entry);

/// What trials of the ranges come to.
struct ReportingChances {
  static constexpr std::array<double, 3> kLevels = {0.05, 0.5, 0.95};
  using Quantiles = std::array<double, kLevels.size()>;

  /// Of each figure, at kLevels; nothing where it is undefined. Those of payback are kNever as soon
  /// as they lie beyond the last trial that is paid back.
  std::array<std::optional<Quantiles>, kReportingFigures> quantiles;
  /// The share of trials in which more is saved than the licence costs, where that is known.
  std::optional<double> pays;
};

/// The tape run over draws of the ranges. Nothing without ranges.
std::optional<ReportingChances> chancesOf(const ReportingInputs& given, std::uint64_t seed,
                                          std::size_t trials);

}  // namespace roi
