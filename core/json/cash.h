#pragma once
// The cash of a scope on a tape.

#include "json/request.h"
#include "roi/cash_flow.h"
#include "roi/luck.h"
#include "roi/range.h"

namespace roi::json {

/// A scope's cash on a tape of its own; drawn: for trials, which draw its customers as counts. The
/// month's discount factor is the last quantity.
struct ScopeCash {
  ScopeCash(const Scenario& s, std::size_t of, bool drawn)
      : scope(of),
        horizon(horizonMonths(s)),
        quantities(s.quantities),
        sheet(s, drawn ? Numbers<Trace>(tape, addLuck(quantities, s)) : Numbers<Trace>(tape)),
        discount(discountFor(s)),
        calendar(sheet, discount),
        cash(calendar.cash(scope)),
        within(calendar.worthWithin(cash, scope, horizon)),
        later(calendar.after(cash, scope, horizon)) {}
  ScopeCash(const ScopeCash&) = delete;
  ScopeCash& operator=(const ScopeCash&) = delete;

  std::size_t scope, horizon;
  std::vector<Quantity> quantities;
  Tape tape;
  Sheet<Trace> sheet;
  std::optional<Trace> discount;
  Calendar<Trace> calendar;
  Cash<Trace> cash;
  Trace within, later;

 private:
  std::optional<Trace> discountFor(const Scenario& s) {
    const Input rate = discountOf(s);
    if (!rate) return std::nullopt;
    quantities.push_back(monthlyDiscount(s.quantities[*rate]));
    const auto last = static_cast<std::uint32_t>(quantities.size() - 1);
    return sheet.numbers().input(last, quantities.back());
  }
};

}  // namespace roi::json
