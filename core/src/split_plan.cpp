#include "roi/split_plan.h"

#include <algorithm>

#include "roi/simulate.h"

namespace roi {
namespace {

/// Within what was seen, unless told otherwise.
void bound(ResponseCurve& curve, const Response& response, const Seen& seen) {
  curve.minimum = response.minAdSpend.value_or(kLeastSeen * seen.least);
  curve.maximum = response.maxAdSpend.value_or(kMostSeen * seen.most);
  if (!response.minAdSpend) curve.minimum = std::min(curve.minimum, curve.maximum);
  if (!response.maxAdSpend) curve.maximum = std::max(curve.minimum, curve.maximum);
}

}  // namespace

SplitStart::SplitStart(const Scenario& scenario, std::uint64_t seed, std::size_t trials)
    : scenario_(scenario),
      seed_(seed),
      trials_(trials),
      plan_(scenario),
      profit_(plan_.sheet(scenario.channels.size(), Metric::profit)) {
  if (!profit().defined()) return;
  for (std::size_t c = 0; c < scenario.channels.size(); ++c) holdOrMove(c);
  readCurves();
}

void SplitStart::holdOrMove(std::size_t c) {
  if (!scalesWithAdSpend(scenario_, c)) return;
  const Figure<> spend = plan_.figure(c, Metric::adSpend);
  const bool moves = responds(scenario_, c) && spend.defined() && spend.value > 0 &&
                     plan_.figure(c, Metric::return_).defined();
  (moves ? moved_ : held_).push_back(c);
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
    curve.expectedReturn = expected.empty() ? returns[i].figure().value : expected[i];
    curve.elasticity = scenario_.quantities[*response.elasticity].likely;
    seen_[i] = seenOf({curve.spend, curve.spend}, response.observed);
    bound(curve, response, seen_[i]);
    spent_ += curve.spend;
  }
}

std::vector<double> SplitStart::means(const std::vector<Trace>& figures) const {
  Question question;
  for (const Trace& figure : figures) question.spreads.push_back(figure.node);
  Simulation simulation(plan_.tape, scenario_.quantities, question, seed_, trials_);
  if (simulation.ranges() == 0) return {};
  simulation.advance(trials_);
  std::vector<double> means;
  for (std::size_t k = 0; k < figures.size(); ++k) {
    means.push_back(spread(simulation.values(k)).mean);
  }
  return means;
}

Trace SplitStart::profitAfter(const std::vector<double>& spends) {
  Sheet<Trace>& sheet = plan_.sheet;
  Trace profit = profit_;
  const Trace one = sheet.numbers().constant(1, Metric::amount);
  for (std::size_t i = 0; i < spends.size(); ++i) {
    const std::size_t c = moved_[i];
    const double times = spends[i] / curves_[i].spend;
    const Trace scale = sheet.numbers().constant(times, Metric::amount);
    const Trace elasticity = sheet.input(*scenario_.channels[c].response->elasticity);
    const Trace more = sheet(c, Metric::return_) * (power(scale, elasticity) - one);
    profit = profit + more - sheet(c, Metric::adSpend) * (scale - one);
  }
  return profit;
}

void SplitStart::change(PlanSplit::Channel& made, std::size_t moved, double spend) {
  constexpr double kRounding = 1 + 1e-12;
  const ResponseCurve& curve = curves_[moved];
  made.place = moved_[moved];
  made.elasticity = curve.elasticity;
  made.adSpend = {curve.spend, spend};
  made.gain = {returnAt(curve, curve.spend) - curve.spend, returnAt(curve, spend) - spend};
  made.leadsFrom = plan_.figure(made.place, Metric::leads);
  made.leadsTo = made.leadsFrom * Figure<>{volumeFactor(curve, spend), {}};
  made.marginalFrom = roi::marginalRoi(curve, curve.spend);
  made.marginalTo = roi::marginalRoi(curve, spend);
  made.atMinimum = spend <= curve.minimum * kRounding;
  made.atMaximum = !made.atMinimum && spend * kRounding >= curve.maximum;
  made.beyond = roi::beyond(spend, seen_[moved]);
}

std::optional<PlanSplit> SplitStart::split(double total) {
  const std::optional<BudgetSplit> best = splitBudget(curves_, total);
  if (!best) return std::nullopt;
  std::optional<PlanSplit> made(std::in_place);
  made->total = total;
  made->marginalRoi = best->marginalRoi;
  for (const double spend : best->spend) made->spent += spend;
  const Trace after = profitAfter(best->spend);
  made->profit = {profit().value, after.figure().value};
  const std::vector<double> mean = means({profit_, after});
  if (!mean.empty()) made->mean = Change{mean[0], mean[1]};
  made->channels = std::vector<PlanSplit::Channel>(moved_.size());
  for (std::size_t i = 0; i < moved_.size(); ++i) change(made->channels[i], i, best->spend[i]);
  made->held = held_;
  return made;
}

}  // namespace roi
