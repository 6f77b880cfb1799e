#pragma once
// The cash of a scope on a tape.

#include "json/request.h"
#include "roi/cash_flow.h"
#include "roi/luck.h"

namespace roi::json {

/// A scope's cash on a tape of its own; drawn: for trials, which draw its customers as counts.
struct ScopeCash {
  ScopeCash(const Scenario& s, std::size_t of, bool drawn)
      : scope(of),
        horizon(horizonMonths(s)),
        quantities(s.quantities),
        sheet(s, drawn ? Numbers<Trace>(tape, addLuck(quantities, s)) : Numbers<Trace>(tape)),
        calendar(sheet),
        cash(calendar.cash(scope)),
        within(calendar.worthWithin(cash, scope, horizon)),
        later(calendar.after(cash, scope, horizon)) {}
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

}  // namespace roi::json
