#pragma once
// The cash of a plan or of one of its channels on a tape, and how it spreads over the plan's
// ranges. methodology.md, "Over time".

#include <array>
#include <optional>
#include <vector>

#include "roi/cash_flow.h"
#include "roi/simulate.h"
#include "roi/trace.h"

namespace roi {

/// A scope's cash on a tape of its own; drawn: for trials, which draw its customers as counts.
struct ScopeCash {
  ScopeCash(const Scenario& scenario, std::size_t scope, bool drawn);
  ~ScopeCash();
  ScopeCash(const ScopeCash&) = delete;
  ScopeCash& operator=(const ScopeCash&) = delete;

  std::size_t scope, horizon;
  std::vector<Quantity> quantities;
  Tape tape;
  Sheet<Trace> sheet;
  Calendar<Trace> calendar;
  Cash<Trace> cash;
  Trace within, later;
};

/// The month at whose end a payback of so many months is done: a sum that is zero but for rounding
/// crosses in its own month.
std::size_t wholeMonth(double months);

/// What has come in less what has gone out at the month's ends between which it is paid back.
struct Crossing {
  Figure<> before, after;
};
/// Nothing where the payback is at the start, or none of the months that are looked at.
std::optional<Crossing> crossingOf(const Cash<Trace>& cash);

/// What a value that discounts its years counts less than will come in; 0 where none does.
Figure<> discountedAway(ScopeCash& cash);

/// The yearly rate at which all of a scope's cash is worth nothing. Requires cash.all to be
/// defined.
InternalRate internalRate(const Cash<Trace>& cash);

/// How cash spreads over the trials.
struct CashBand {
  std::vector<Spread> sums;  ///< up to each month, from month 0 to the horizon
  Spread worth, within, later;
  std::array<double, 3> payback{};  ///< P5, P50 and P95 of those defined: months, kLater or kNever
  Chance paidBack;                  ///< within the horizon
};

/// Nothing where the payback is undefined, or no range moves the cash. Requires cash that is drawn
/// where the scenario has ranges.
std::optional<CashBand> cashBand(const ScopeCash& cash, std::uint64_t seed, std::size_t trials);

/// The total's cash month by month and what it comes to, as explain takes figures.
std::vector<Trace> figuresOf(const ScopeCash& cash);

}  // namespace roi
