#include "roi/split_plan.h"

#include <algorithm>
#include <cmath>

#include "roi/carry_over.h"

namespace roi {
namespace {

/// What the channel responds by, at the likely figures.
void shape(ResponseCurve& curve, const Scenario& s, const Response& response,
           const Figure<>& leads) {
  const auto likely = [&](Input input) { return s.quantities[*input].likely; };
  if (!response.ceiling) {
    curve.exponent = likely(response.elasticity);
    return;
  }
  const double ceiling = likely(response.ceiling);
  const bool isReached = leads.value >= ceiling;
  curve.exponent = isReached ? 0 : response.shape ? likely(response.shape) : 1;
  curve.saturation = isReached ? 0 : leads.value / ceiling;
}

/// Effects are carried over the months of a period, or so many of a longer one.
constexpr double kMostMonths = 600;

/// Within what was seen, unless told otherwise.
void bound(ResponseCurve& curve, const Response& response, const Seen& seen) {
  curve.minimum = response.minAdSpend.value_or(kLeastSeen * seen.least);
  curve.maximum = response.maxAdSpend.value_or(kMostSeen * seen.most);
  if (!response.minAdSpend) curve.minimum = std::min(curve.minimum, curve.maximum);
  if (!response.maxAdSpend) curve.maximum = std::max(curve.minimum, curve.maximum);
}

PlanSplit::Unspent unspentOf(const std::vector<ResponseCurve>& curves,
                             const std::vector<double>& spends, double left) {
  constexpr double kRounding = 1e-12;
  double most = 0;
  bool allAtMaximum = true;
  for (std::size_t i = 0; i < spends.size(); ++i) {
    most += spends[i];
    allAtMaximum = allAtMaximum && spends[i] == curves[i].maximum;
  }
  if (left <= kRounding * most) return PlanSplit::Unspent::none;
  return allAtMaximum ? PlanSplit::Unspent::maximums : PlanSplit::Unspent::worthLess;
}

}  // namespace

Trace profitAfter(Sheet<Trace>& sheet, const std::vector<ScaledSpend>& changes) {
  Trace profit = sheet(sheet.total(), Metric::profit);
  const Trace one = sheet.numbers().constant(1, Metric::amount);
  for (const auto& [channel, times] : changes) {
    const Trace scale = sheet.numbers().constant(times, Metric::amount);
    const Trace more = sheet(channel, Metric::return_) * (sheet.volumeFactor(channel, scale) - one);
    profit = profit + more - sheet(channel, Metric::adSpend) * (scale - one);
  }
  return profit;
}

SplitStart::SplitStart(const Scenario& scenario, std::uint64_t seed, std::size_t trials,
                       const std::vector<std::size_t>& held)
    : scenario_(scenario),
      seed_(seed),
      trials_(trials),
      plan_(scenario),
      profit_(plan_.sheet(scenario.channels.size(), Metric::profit)) {
  if (!profit().defined()) return;
  for (std::size_t c = 0; c < scenario.channels.size(); ++c) {
    holdOrMove(c, std::find(held.begin(), held.end(), c) != held.end());
  }
  readCurves();
}

void SplitStart::holdOrMove(std::size_t c, bool isHeld) {
  if (!scalesWithAdSpend(scenario_, c)) return;
  const Figure<> spend = plan_.figure(c, Metric::adSpend);
  const bool moves = !isHeld && responds(scenario_, c) && spend.defined() && spend.value > 0 &&
                     plan_.figure(c, Metric::return_).defined() && followsLeads(c);
  (moves ? moved_ : held_).push_back(c);
}

bool SplitStart::followsLeads(std::size_t c) {
  const bool hasCeiling = scenario_.channels[c].response->ceiling.has_value();
  return !hasCeiling || plan_.figure(c, Metric::leads).defined();
}

void SplitStart::readCurves() {
  std::vector<Trace> returns;
  for (const std::size_t c : moved_) returns.push_back(plan_.sheet(c, Metric::return_));
  const std::vector<double> expected = means(returns);
  curves_.resize(moved_.size());
  seen_.resize(moved_.size());
  for (std::size_t i = 0; i < moved_.size(); ++i) {
    ResponseCurve& curve = curves_[i];
    const Response& response = *scenario_.channels[moved_[i]].response;
    curve.spend = plan_.figure(moved_[i], Metric::adSpend).value;
    curve.expectedReturn = expected[i];
    shape(curve, scenario_, response, plan_.figure(moved_[i], Metric::leads));
    seen_[i] = seenOf({curve.spend, curve.spend}, response.observed);
    bound(curve, response, seen_[i]);
    spent_ += curve.spend;
  }
}

std::vector<double> SplitStart::means(const std::vector<Trace>& figures) const {
  Question question;
  for (const Trace& figure : figures) question.spreads.push_back(figure.node);
  Simulation simulation(plan_.tape, scenario_.quantities, question, seed_, trials_);
  const bool varies = simulation.ranges() > 0;
  if (varies) simulation.advance(trials_);
  std::vector<double> means;
  for (std::size_t k = 0; k < figures.size(); ++k) {
    means.push_back(varies ? spread(simulation.values(k)).mean : figures[k].figure().value);
  }
  return means;
}

SplitStart::Outlook SplitStart::outlook(const std::vector<double>& spends) {
  std::vector<ScaledSpend> changes;
  for (std::size_t i = 0; i < spends.size(); ++i) {
    changes.push_back({moved_[i], spends[i] / curves_[i].spend});
  }
  const Trace after = profitAfter(plan_.sheet, changes);
  Outlook made;
  made.profit = {profit().value, after.figure().value};
  const Question question{{profit_.node, after.node}, {{(after - profit_).node, false}}, {}};
  Simulation simulation(plan_.tape, scenario_.quantities, question, seed_, trials_);
  if (simulation.ranges() == 0) return made;
  simulation.advance(trials_);
  made.mean = Change{spread(simulation.values(0)).mean, spread(simulation.values(1)).mean};
  if (spends != spendsNow()) made.better = simulation.chance(0);
  return made;
}

std::vector<double> SplitStart::spendsNow() const {
  std::vector<double> now;
  for (const ResponseCurve& curve : curves_) now.push_back(curve.spend);
  return now;
}

double SplitStart::nextVolumeOf(std::size_t moved, double spend) const {
  const Response& response = *scenario_.channels[moved_[moved]].response;
  const double months = scenario_.quantities[*scenario_.periodMonths].likely;
  const double whole = std::clamp(std::floor(months + 0.5), 1.0, kMostMonths);
  return nextVolume(curves_[moved], spend, response.carryOver.value_or(0),
                    static_cast<std::size_t>(whole));
}

double SplitStart::nextProfit(const PlanSplit& split) {
  double next = profit().value;
  for (const PlanSplit::Channel& channel : split.channels) {
    next += plan_.figure(channel.place, Metric::return_).value * (channel.nextVolume - 1);
    next -= channel.adSpend.to - channel.adSpend.from;
  }
  return next;
}

void SplitStart::change(PlanSplit::Channel& made, std::size_t moved, double spend) {
  constexpr double kRounding = 1 + 1e-12;
  const ResponseCurve& curve = curves_[moved];
  made.place = moved_[moved];
  made.exponent = curve.exponent;
  made.adSpend = {curve.spend, spend};
  made.gain = {returnAt(curve, curve.spend) - curve.spend, returnAt(curve, spend) - spend};
  made.leadsFrom = plan_.figure(made.place, Metric::leads);
  made.leadsTo = made.leadsFrom * Figure<>{volumeFactor(curve, spend), {}};
  made.nextVolume = nextVolumeOf(moved, spend);
  if (curve.saturation > 0) {
    made.ceiling = {made.leadsFrom.value / curve.saturation, halfSpend(curve)};
  }
  made.marginalFrom = roi::marginalRoi(curve, curve.spend);
  made.marginalTo = roi::marginalRoi(curve, spend);
  made.atMinimum = spend <= curve.minimum * kRounding;
  made.atMaximum = !made.atMinimum && spend * kRounding >= curve.maximum;
  made.beyond = roi::beyond(spend, seen_[moved]);
}

Figure<> SplitStart::toldBy(SplitAim aim) {
  const std::size_t total = scenario_.channels.size();
  if (!profit().defined()) return profit();
  if (aim == SplitAim::roi) return plan_.figure(total, Metric::roi);
  return aim == SplitAim::customers ? plan_.figure(total, Metric::customers) : profit();
}

BudgetSplit SplitStart::forRoi(double roi, PlanSplit& made) {
  const Trace cost = plan_.sheet(scenario_.channels.size(), Metric::cost);
  const std::vector<double> now = means({profit_, cost});
  const double fixedCost = now[1] - spent_;
  const double fixedReturn = now[0] + now[1] - broughtBy(curves_, spendsNow());
  SoughtSplit found = splitForRoi(curves_, fixedReturn, fixedCost, roi);
  double after = fixedCost;
  for (const double spend : found.split.spend) after += spend;
  made.isReached = found.isReached;
  if (after > 0) made.gives = (fixedReturn + broughtBy(curves_, found.split.spend)) / after - 1;
  return std::move(found.split);
}

BudgetSplit SplitStart::forCustomers(double customers, PlanSplit& made) {
  std::vector<Trace> figures = {plan_.sheet(scenario_.channels.size(), Metric::customers)};
  for (const std::size_t c : moved_) figures.push_back(plan_.sheet(c, Metric::customers));
  const std::vector<double> now = means(figures);
  std::vector<ResponseCurve> curves = curves_;
  for (std::size_t i = 0; i < curves.size(); ++i) curves[i].expectedReturn = now[i + 1];
  const double fixed = now[0] - broughtBy(curves, spendsNow());
  SoughtSplit found = splitForSum(curves, customers - fixed);
  made.isReached = found.isReached;
  made.gives = fixed + broughtBy(curves, found.split.spend);
  if (found.split.marginal > 0) made.marginalCac = 1 / found.split.marginal;
  return std::move(found.split);
}

std::optional<BudgetSplit> SplitStart::solve(SplitWish wish, PlanSplit& made) {
  switch (wish.aim) {
    case SplitAim::total: return splitBudget(curves_, wish.value);
    case SplitAim::roi: return forRoi(wish.value, made);
    case SplitAim::marginalRoi: return spendUntil(curves_, 1 + wish.value);
    case SplitAim::customers: return forCustomers(wish.value, made);
  }
  return std::nullopt;
}

std::optional<PlanSplit> SplitStart::split(SplitWish wish) {
  std::optional<PlanSplit> made(std::in_place);
  std::optional<BudgetSplit> best = solve(wish, *made);
  if (!best) return std::nullopt;
  Outlook seen = outlook(best->spend);
  const bool allowsNow = wish.aim == SplitAim::total && isAllowed(curves_, wish.value);
  if (allowsNow && seen.mean && seen.mean->to < seen.mean->from) {
    best->spend = spendsNow();
    seen = outlook(best->spend);
  }
  for (const double spend : best->spend) made->spent += spend;
  made->total = wish.aim == SplitAim::total ? wish.value : made->spent;
  made->unspent = unspentOf(curves_, best->spend, made->total - made->spent);
  if (wish.aim != SplitAim::customers) made->marginalRoi = best->marginal - 1;
  made->profit = seen.profit;
  made->mean = seen.mean;
  made->better = seen.better;
  made->channels = std::vector<PlanSplit::Channel>(moved_.size());
  for (std::size_t i = 0; i < moved_.size(); ++i) change(made->channels[i], i, best->spend[i]);
  const auto carries = [&](std::size_t c) { return scenario_.channels[c].response->carryOver > 0; };
  if (std::any_of(moved_.begin(), moved_.end(), carries)) made->nextProfit = nextProfit(*made);
  made->held = held_;
  return made;
}

}  // namespace roi
