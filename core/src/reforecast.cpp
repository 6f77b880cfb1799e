#include "roi/reforecast.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <span>
#include <utility>

#include "roi/elementary.h"
#include "roi/likelihood.h"
#include "roi/luck.h"
#include "roi/order.h"
#include "roi/program.h"
#include "roi/redraw.h"

namespace roi {
namespace {

using Column = std::vector<double>;

/// In so many trials it is drawn what the plan expected to be observed.
constexpr std::size_t kPredicted = 8192;

/// What is asked of the trials: of the plan as it was and then as it is now each metric, the profit
/// and the goal's distance; then the evidence's expectations.
struct AskedOfTrials {
  std::vector<Tape::Index> nodes;
  std::size_t each = 0;  ///< figures of the plan
  std::size_t firstEvidence = 0;

  AskedOfTrials(ObservedPlan& plan, const std::vector<Metric>& metrics) {
    for (Sheet<Trace>* sheet : {&plan.planned, plan.hasBegun() ? &plan.given : &plan.planned}) {
      for (const Metric metric : metrics) nodes.push_back((*sheet)(sheet->total(), metric).node);
      nodes.push_back((*sheet)(sheet->total(), Metric::profit).node);
      if (sheet->scenario().goal) nodes.push_back(distance(*sheet).node);
    }
    each = nodes.size() / 2;
    firstEvidence = nodes.size();
    for (const Datum& one : plan.evidence) nodes.push_back(one.expected);
    addRanges(plan);
  }

  /// All ranges are drawn, whatever is asked, so that no observation moves the draws of others.
  void addRanges(ObservedPlan& plan) {
    const std::vector<Quantity>& quantities = plan.expected.scenario().quantities;
    const std::vector<bool> varies = rangesOf(quantities);
    std::vector<Trace> ranges;
    for (std::uint32_t q = 0; q < quantities.size(); ++q) {
      if (varies[q]) ranges.push_back(plan.expected.input(q));
    }
    if (!ranges.empty()) nodes.push_back(plan.expected.sum(ranges).node);
  }

  /// How far above its goal, at its better side, the plan is.
  static Trace distance(Sheet<Trace>& sheet) {
    const Goal& goal = *sheet.scenario().goal;
    const Trace figure = sheet(sheet.total(), goal.metric);
    const Trace target = sheet.input(*goal.target);
    const bool isLower = info(goal.metric).better == Better::lower;
    return isLower ? target - figure : figure - target;
  }
};

class ReforecastTrials {
 public:
  ReforecastTrials(const Scenario& scenario, const ReforecastAsked& asked)
      : asked_(asked),
        plan_(scenario, asked.since),
        of_(plan_, asked.metrics),
        program_(plan_.tape, of_.nodes, rangesOf(plan_.quantities)),
        draws_(plan_.quantities, program_.inputs(), asked.seed),
        lanes_(program_.inputs().size() * kBlock),
        hasGoal_(scenario.goal.has_value()) {
    for (std::size_t i = 0; i < program_.inputs().size(); ++i) {
      columns_.push_back(lanes_.data() + i * kBlock);
    }
  }

  Reforecast made() {
    Reforecast made;
    made.trials = asked_.trials;
    made.days = plan_.days;
    made.unused = plan_.unused;
    sortStably(made.unused, std::less<std::size_t>());
    runPlanned();
    made.observed = foreseen();
    const double rare = Reforecast::kRare / static_cast<double>(made.observed.size());
    for (const Foreseen& one : made.observed)
      if (one.tail < rare) made.foreseen = false;
    weigh(made);
    sumUp(made);
    made.pacing = pacing();
    return made;
  }

 private:
  // Trials

  std::vector<Column> columnsOf(std::size_t count) const {
    std::vector<Column> made(count);
    for (Column& one : made) one.reserve(asked_.trials);
    return made;
  }

  void keep(std::size_t lanes, std::vector<Column>& values) const {
    for (std::size_t k = 0; k < values.size(); ++k) {
      const double* column = program_.output(k);
      values[k].insert(values[k].end(), column, column + lanes);
    }
  }

  void runPlanned() {
    planned_ = columnsOf(of_.firstEvidence);
    predicted_.resize(plan_.evidence.size());
    logs_.reserve(asked_.trials);
    for (std::size_t first = 0; first < asked_.trials; first += kBlock) {
      const std::size_t lanes = std::min(kBlock, asked_.trials - first);
      draws_.block(first / kBlock, columns_.data());
      program_.run(columns_.data());
      keep(lanes, planned_);
      addLogs(lanes, nullptr, logs_);
      if (first < kPredicted) predict(first / kBlock, lanes);
    }
  }

  /// Of each trial the log-likelihood of all that was observed, in the evidence's own order.
  void addLogs(std::size_t lanes, const double* before, Column& logs) const {
    for (std::size_t i = 0; i < lanes; ++i) {
      double log = before ? before[i] : 0;
      for (std::size_t k = 0; k < plan_.evidence.size(); ++k) {
        log += plan_.evidence[k].logLikelihood(program_.output(of_.firstEvidence + k)[i]);
      }
      logs.push_back(log);
    }
  }

  /// Draws what the plan expected to be observed.
  void predict(std::size_t block, std::size_t lanes) {
    std::array<std::uint32_t, kBlock> fractions{};
    std::array<double, kBlock> levels{};
    std::array<double, kBlock> drawn{};
    for (std::size_t k = 0; k < plan_.evidence.size(); ++k) {
      const auto dimension = draws_.dimensions() + static_cast<std::uint32_t>(k);
      draws_.fractions(block, dimension, fractions.data());
      for (std::size_t i = 0; i < kBlock; ++i) levels[i] = levelOf(fractions[i]);
      predictOne(plan_.evidence[k], program_.output(of_.firstEvidence + k), levels.data(),
                 drawn.data());
      predicted_[k].insert(predicted_[k].end(), drawn.begin(),
                           drawn.begin() + static_cast<std::ptrdiff_t>(lanes));
    }
  }

  static void predictOne(const Datum& seen, const double* expected, const double* levels,
                         double* drawn) {
    if (seen.kind == Datum::Kind::count) {
      poissonQuantiles(expected, 1, levels, drawn);
    } else if (seen.kind == Datum::Kind::part) {
      std::array<double, kBlock> means{};
      for (std::size_t i = 0; i < kBlock; ++i) means[i] = expected[i] * seen.cases;
      binomialQuantiles(means.data(), 1, &seen.cases, 0, levels, drawn);
    } else {
      const double deviation = 1 / std::sqrt(seen.cases);
      for (std::size_t i = 0; i < kBlock; ++i) {
        drawn[i] = expected[i] * exponential(deviation * normalQuantile(levels[i]));
      }
    }
  }

  std::vector<Foreseen> foreseen() const {
    std::vector<Foreseen> made;
    for (std::size_t k = 0; k < predicted_.size(); ++k) {
      const Datum& seen = plan_.evidence[k];
      double below = 0;
      double above = 0;
      for (const double one : predicted_[k]) {
        below += one <= seen.value ? 1 : 0;
        above += one >= seen.value ? 1 : 0;
      }
      const double part = std::min(below, above) / static_cast<double>(predicted_[k].size());
      made.push_back({seen.observed, spread(asStated(k)), std::min(1.0, 2 * part)});
    }
    return made;
  }

  /// What the plan expected of an observation, as that is stated: of a rate's hits their share.
  Column asStated(std::size_t k) const {
    const Observed& seen = asked_.since.observed[plan_.evidence[k].observed];
    Column expected = predicted_[k];
    if (plan_.evidence[k].kind == Datum::Kind::part && isOfCases(seen.figure)) {
      for (double& one : expected) one /= seen.cases;
    }
    return expected;
  }

  // Weights

  void weigh(Reforecast& made) {
    given_ = std::span(planned_).subspan(of_.each);
    made.effective = static_cast<double>(asked_.trials);
    if (plan_.evidence.empty()) return;
    weights_.emplace(logs_);
    made.effective = weights_->effective();
    const auto all = static_cast<double>(asked_.trials);
    const double least =
        std::max(std::min(Reforecast::kRedrawn, all / 4), std::min(Reforecast::kShown, all));
    if (made.effective < least) made.redrawn = redraw(made.effective);
    made.effective = weights_->effective();
  }

  /// Says whether more trials are in effect for it.
  bool redraw(double before) {
    Redraw about(plan_.quantities, program_, draws_, plan_.evidence, of_.firstEvidence);
    if (!about.findMode()) return false;
    std::vector<Column> values = columnsOf(of_.firstEvidence);
    Column logs;
    logs.reserve(asked_.trials);
    std::array<double, kBlock> apart{};
    for (std::size_t first = 0; first < asked_.trials; first += kBlock) {
      const std::size_t lanes = std::min(kBlock, asked_.trials - first);
      about.block(first / kBlock, columns_.data(), apart.data());
      program_.run(columns_.data());
      keep(lanes, values);
      addLogs(lanes, apart.data(), logs);
    }
    WeightedTrials weights(logs);
    if (weights.effective() <= before) return false;
    weights_ = std::move(weights);
    redrawn_ = std::move(values);
    given_ = std::span(redrawn_).subspan(of_.each);
    return true;
  }

  // What they come to

  void sumUp(Reforecast& made) {
    const std::size_t count = asked_.metrics.size();
    for (std::size_t m = 0; m < count; ++m) {
      Reforecast::Result result;
      result.metric = asked_.metrics[m];
      result.likely = plan_.tape[of_.nodes[m]].figure;
      result.spread.planned = spread(planned_[m]);
      result.spread.now = plan_.hasBegun() ? now(given_[m]) : result.spread.planned;
      made.results.push_back(result);
    }
    const WeightedTrials equal{Column(asked_.trials)};
    made.profitable = chances(equal, count, {0, false});
    if (hasGoal_) made.goal = chances(equal, count + 1, {0, true});
  }

  Spread now(const Column& values) const {
    return weights_ ? weights_->spread(values) : spread(values);
  }

  Reforecast::Before<Chance> chances(const WeightedTrials& equal, std::size_t place,
                                     const Condition& condition) const {
    const WeightedTrials& now = weights_ ? *weights_ : equal;
    return {equal.chance(planned_[place], condition), now.chance(given_[place], condition)};
  }

  // Budgets

  std::vector<Pacing> pacing() {
    std::vector<Pacing> made;
    Pacing all;
    for (std::size_t scope = 0; scope < plan_.spent.size(); ++scope) {
      const std::optional<Pacing> one = pacingOf(scope);
      if (!one) continue;
      made.push_back(*one);
      all.planned += one->planned;
      all.due += one->due;
      all.spent += one->spent;
      all.perDay += one->perDay;
      all.daysLeft = std::max(all.daysLeft, one->daysLeft);
    }
    if (made.size() > 1) made.push_back(all);
    return made;
  }

  std::optional<Pacing> pacingOf(std::size_t scope) {
    if (!plan_.spent[scope]) return std::nullopt;
    const Figure<>& planned = plan_.expected(scope, Metric::adSpend).figure();
    if (!planned.defined()) return std::nullopt;
    const Observed& seen = asked_.since.observed[*plan_.spent[scope]];
    const int gone = std::min(seen.day + 1 - asked_.since.start, plan_.days);
    Pacing made;
    if (scope < plan_.expected.total()) made.channel = scope;
    made.planned = planned.value;
    made.due = planned.value * gone / plan_.days;
    made.spent = seen.value;
    made.daysLeft = plan_.days - gone;
    const double left = std::max(0.0, made.planned - made.spent);
    if (made.daysLeft > 0) made.perDay = left / made.daysLeft;
    return made;
  }

  const ReforecastAsked& asked_;
  ObservedPlan plan_;
  AskedOfTrials of_;
  Program program_;
  Draws draws_;
  Column lanes_;
  std::vector<double*> columns_;
  bool hasGoal_;
  std::vector<Column> planned_, redrawn_;  ///< by figure
  std::span<const Column> given_;
  std::vector<Column> predicted_;  ///< by observation
  Column logs_;
  std::optional<WeightedTrials> weights_;  ///< nothing observed: none
};

}  // namespace

Reforecast reforecast(const Scenario& plan, const ReforecastAsked& asked) {
  return ReforecastTrials(plan, asked).made();
}

}  // namespace roi
