#include "roi/scope_cash.h"

#include <algorithm>
#include <cmath>

#include "roi/luck.h"

namespace roi {
namespace {

/// How the months of payback spread over the trials in which they are defined.
void spreadPayback(CashBand& band, std::span<const double> trials, std::size_t horizon) {
  Dealt dealt{};
  Dealt held{};
  std::vector<double> months;
  for (std::size_t trial = 0; trial < trials.size(); ++trial) {
    const std::size_t replicate = trial / kBlock % kReplicates;
    ++dealt[replicate];
    if (std::isnan(trials[trial])) continue;
    held[replicate] += trials[trial] <= static_cast<double>(horizon) ? 1 : 0;
    months.push_back(trials[trial]);
  }
  std::sort(months.begin(), months.end());
  constexpr std::array<double, 3> kLevels = {0.05, 0.5, 0.95};
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    const auto place =
        static_cast<std::size_t>(static_cast<double>(months.size() - 1) * kLevels[i]);
    band.payback[i] = months[place];
  }
  band.paidBack = chanceOf(dealt, held, trials.size() - months.size());
}

}  // namespace

[[gnu::noinline]] ScopeCash::ScopeCash(const Scenario& s, std::size_t of, bool drawn)
    : scope(of),
      horizon(horizonMonths(s)),
      quantities(s.quantities),
      sheet(s, drawn ? Numbers<Trace>(tape, addLuck(quantities, s)) : Numbers<Trace>(tape)),
      calendar(sheet),
      cash(calendar.cash(scope)),
      within(calendar.worthWithin(cash, scope, horizon)),
      later(calendar.after(cash, scope, horizon)) {}

[[gnu::noinline]] ScopeCash::~ScopeCash() = default;

std::size_t wholeMonth(double months) { return static_cast<std::size_t>(std::ceil(months - 1e-9)); }

std::optional<Crossing> crossingOf(const Cash<Trace>& cash) {
  const Figure<>& months = cash.payback.figure();
  if (!months.defined()) return std::nullopt;
  const std::size_t whole = wholeMonth(months.value);
  if (whole == 0 || whole >= cash.sums.size()) return std::nullopt;
  return Crossing{cash.sums[whole - 1].figure(), cash.sums[whole].figure()};
}

Figure<> discountedAway(ScopeCash& c) {
  const Trace profit = c.sheet(c.scope, Metric::profit);
  if (countsLess(c.sheet.scenario(), c.scope)) return (c.cash.all - profit).figure();
  return profit.figure().defined() ? Figure<>{0, {}} : profit.figure();
}

InternalRate internalRate(const Cash<Trace>& cash) {
  std::vector<double> flows;
  for (const Trace& flow : cash.flow) flows.push_back(flow.figure().value);
  std::vector<Fading> fading;
  for (const Stream<Trace>& in : cash.streams) {
    if (in.stay) fading.push_back({in.months.back().figure().value, in.stay->figure().value});
  }
  return internalRate(flows, fading);
}

std::optional<CashBand> cashBand(const ScopeCash& c, std::uint64_t seed, std::size_t trials) {
  if (!hasRanges(c.quantities) || !c.cash.payback.figure().defined()) return std::nullopt;
  Question question;
  for (std::size_t t = 0; t <= c.horizon; ++t) question.spreads.push_back(c.cash.sums[t].node);
  for (const Trace& figure : {c.cash.worth, c.within, c.later, c.cash.payback}) {
    question.spreads.push_back(figure.node);
  }
  Simulation simulation(c.tape, c.quantities, question, seed, trials);
  simulation.advance(trials);
  if (simulation.ranges() == 0) return std::nullopt;
  std::optional<CashBand> band(std::in_place);
  std::size_t next = 0;
  while (next <= c.horizon) band->sums.push_back(spread(simulation.values(next++)));
  for (Spread* one : {&band->worth, &band->within, &band->later}) {
    *one = spread(simulation.values(next++));
  }
  spreadPayback(*band, simulation.values(next), c.horizon);
  return band;
}

std::vector<Trace> figuresOf(const ScopeCash& c) {
  std::vector<Trace> figures = c.cash.sums;
  for (const Trace& value : c.cash.present) figures.push_back(value);
  figures.push_back(c.later);
  figures.push_back(c.cash.payback);
  if (!c.calendar.discounts()) return figures;
  for (const Trace& worth : {c.within, c.cash.worth, c.cash.discountedPayback}) {
    figures.push_back(worth);
  }
  return figures;
}

}  // namespace roi
