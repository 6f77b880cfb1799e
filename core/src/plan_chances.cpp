#include "roi/plan_chances.h"

#include <algorithm>

#include "roi/beside.h"
#include "roi/luck.h"
#include "roi/order.h"
#include "roi/own_figure.h"
#include "roi/plan_verdict.h"

namespace roi {
namespace {

/// Channels by id: of equals in a race the first counts.
std::vector<std::size_t> byId(const Scenario& s) {
  return ordered(s.channels.size(),
                 [&](std::size_t a, std::size_t b) { return s.channels[a].id < s.channels[b].id; });
}

}  // namespace

PlanTrials::PlanTrials(const Scenario& plan, ChancesAsked asked)
    : plan_(plan), asked_(std::move(asked)), recorded_(plan), racePlaces_(total()) {
  for (std::size_t scope = firstScope(); scope <= total(); ++scope) askScope(scope);
  if (plan.goal) askGoal(*plan.goal);
  for (const ChancesAsked::Pair& pair : asked_.pairs) askPair(pair);
  if (asked_.loss) askLoss(*asked_.loss);
  askOwn();
  if (asked_.against) askAgainst(*asked_.against);
  if (asked_.channels) askRace();
  results_ = std::vector<PlanChances::Result>(question_.spreads.size());
  simulation_.emplace(recorded_.tape, recorded_.quantities, question_, asked_.seed, asked_.trials);
}

PlanTrials::~PlanTrials() = default;

const std::vector<Metric>& PlanTrials::metricsOf(std::size_t scope) const {
  return scope < total() ? asked_.channelMetrics : asked_.metrics;
}

void PlanTrials::askScope(std::size_t scope) {
  Sheet<Trace>& sheet = recorded_.sheet;
  for (const Metric metric : metricsOf(scope)) {
    question_.spreads.push_back(sheet(scope, metric).node);
  }
  askPositive(sheet(scope, Metric::profit));
  askPositive(belowBreakEven(scope));
}

/// Costs less per lead than it brings: the claim that what counts is profitable, where there are
/// leads to divide by. Decided by the profit, lest a count that just breaks even be rounded to
/// either side.
Trace PlanTrials::belowBreakEven(std::size_t scope) {
  const At<Trace> f(recorded_.sheet, scope);
  const Trace profit = f.counted(Metric::return_) - f.counted(Metric::cost);
  return ifPositive(f.counted(Metric::leads), profit, f[Metric::headroom]);
}

void PlanTrials::askGoal(const Goal& goal) {
  const Trace figure = recorded_.sheet(total(), goal.metric);
  const Trace target = recorded_.sheet.input(*goal.target);
  const bool isLower = info(goal.metric).better == Better::lower;
  question_.chances.push_back({(isLower ? target - figure : figure - target).node, true});
}

void PlanTrials::askPair(const ChancesAsked::Pair& pair) {
  const Trace a = recorded_.sheet(pair.a, Metric::roi);
  askPositive(a - recorded_.sheet(pair.b, Metric::roi));
}

void PlanTrials::askLoss(double loss) {
  Sheet<Trace>& sheet = recorded_.sheet;
  const Trace profit = sheet(total(), Metric::profit);
  askPositive(sheet.numbers().constant(-loss, Metric::amount) - profit);
}

void PlanTrials::askOwn() {
  OwnSheet<Trace> own(recorded_.sheet);
  for (const std::size_t figure : asked_.own) {
    question_.spreads.push_back(own(figure).node);
    askPositive(own(figure));
  }
}

void PlanTrials::askAgainst(const Scenario& other) {
  std::vector<std::uint32_t> numbers = numbersBeside(plan_, other, recorded_.quantities);
  const std::uint32_t firstLevel = addLuck(recorded_.quantities, other);
  Sheet<Trace> beside(other, Numbers<Trace>(recorded_.tape, firstLevel, std::move(numbers)));
  for (const Metric metric : {Metric::profit, Metric::roi}) {
    const Trace ours = recorded_.sheet(total(), metric);
    askPositive(ours - beside(beside.total(), metric));
  }
}

void PlanTrials::askRace() {
  for (const std::size_t c : byId(plan_)) {
    racePlaces_[c] = question_.race.size();
    question_.race.push_back(recorded_.sheet(c, Metric::roi).node);
  }
}

bool PlanTrials::advance(std::size_t trials) {
  if (simulation_->done() < asked_.trials) {
    simulation_->advance(trials);
    return false;
  }
  if (summedUp_ < results_.size()) {
    results_[summedUp_] = sumUp(summedUp_);
    ++summedUp_;
  }
  return summedUp_ == results_.size();
}

PlanChances::Result PlanTrials::sumUp(std::size_t place) const {
  const std::span<const double> values = simulation_->values(place);
  PlanChances::Result made;
  made.likely = recorded_.tape[question_.spreads[place]].figure;
  made.spread = spread(values);
  return made;
}

PlanChances::Scope PlanTrials::chancesOf(std::size_t scope) {
  PlanChances::Scope made;
  const std::vector<Metric>& metrics = metricsOf(scope);
  made.results = std::vector<PlanChances::Result>(metrics.size());
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    const std::size_t place = (scope - firstScope()) * asked_.channelMetrics.size() + m;
    made.results[m] = place < summedUp_ ? results_[place] : sumUp(place);
    made.results[m].metric = metrics[m];
  }
  const std::size_t chance = 2 * (scope - firstScope());
  made.profitable = simulation_->chance(chance);
  made.belowBreakEven = simulation_->chance(chance + 1);
  made.luck = luck(recorded_.sheet, scope);
  if (scope < total()) made.best = simulation_->wins(racePlaces_[scope]);
  return made;
}

void PlanTrials::describeProfit(PlanChances& made) const {
  const std::vector<Metric>& metrics = asked_.metrics;
  const auto found = std::find(metrics.begin(), metrics.end(), Metric::profit);
  if (found == metrics.end()) return;
  const auto m = static_cast<std::size_t>(found - metrics.begin());
  const std::size_t channels = total() - firstScope();
  const auto profits = simulation_->values(channels * asked_.channelMetrics.size() + m);
  made.expectedLoss = expectedLoss(profits);
  const Spread& spread = made.total.results[m].spread;
  if (asked_.histogram && spread.trials > 0) made.histogram = histogram(profits, spread);
}

std::size_t PlanTrials::exact() {
  const auto profit = quantitiesOf(recorded_.sheet(total(), Metric::profit));
  return static_cast<std::size_t>(
      std::count_if(profit.begin(), profit.end(), [&](std::uint32_t quantity) {
        const Quantity& q = recorded_.quantities[quantity];
        return q.scale != Scale::fixed && !q.isRange();
      }));
}

std::vector<PlanChances::OwnResult> PlanTrials::ownChances(std::size_t firstChance) const {
  std::vector<PlanChances::OwnResult> made;
  const std::size_t first = question_.spreads.size() - asked_.own.size();
  for (std::size_t i = 0; i < asked_.own.size(); ++i) {
    const std::size_t place = first + i;
    const PlanChances::Result result = place < summedUp_ ? results_[place] : sumUp(place);
    made.push_back({question_.spreads[place], result.spread, simulation_->chance(firstChance + i)});
  }
  return made;
}

PlanChances PlanTrials::chances() {
  PlanChances made;
  made.trials = simulation_->done();
  made.ranges = simulation_->ranges();
  made.exact = exact();
  made.drawsLuck = drawsLuck(plan_, total());
  made.total = chancesOf(total());
  made.channels = std::vector<PlanChances::Scope>(total() - firstScope());
  for (std::size_t c = 0; c < made.channels.size(); ++c) made.channels[c] = chancesOf(c);
  std::size_t next = 2 * (made.channels.size() + 1);  // in the order in which they were asked
  if (plan_.goal) made.goal = simulation_->chance(next++);
  made.pairs = std::vector<Chance>(asked_.pairs.size());
  for (Chance& pair : made.pairs) pair = simulation_->chance(next++);
  describeProfit(made);
  if (asked_.loss) made.losesMore = simulation_->chance(next++);
  made.own = ownChances(next);
  next += made.own.size();
  if (asked_.against) made.against = {simulation_->chance(next), simulation_->chance(next + 1)};
  return made;
}

}  // namespace roi
