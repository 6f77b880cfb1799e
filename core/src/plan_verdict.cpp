#include "roi/plan_verdict.h"

#include "roi/cash_flow.h"
#include "roi/solve.h"

namespace roi {
namespace {

/// isMet: as of verdictOf.
void readReach(GoalVerdict& made, Recorded& plan, std::optional<bool> isMet) {
  const Figure<>& scale = plan.figure(plan.sheet.total(), Metric::goalScale);
  made.isReachable = isMet.value_or(reachable(scale));
  if (*made.isReachable || isMet) made.beyond = beyondSeen(plan, scale.value);
}

/// isMet: whether a scale was found, where channels respond.
GoalVerdict verdictOf(Recorded& plan, std::optional<bool> isMet) {
  const Scenario& s = plan.sheet.scenario();
  const Goal& goal = *s.goal;
  GoalVerdict made;
  made.target = s.quantities[*goal.target].likely;
  made.value = plan.figure(plan.sheet.total(), goal.metric);
  made.isAttained = attained(made.value, made.target, info(goal.metric).better);
  if (made.isAttained == false) readReach(made, plan, isMet);
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto m = static_cast<Metric>(i);
    if (info(m).category == Category::goal) made.figures[i] = plan.figure(plan.sheet.total(), m);
  }
  return made;
}

}  // namespace

Standing standing(Recorded& plan) {
  const std::vector<Channel>& channels = plan.sheet.scenario().channels;
  std::vector<Candidate> byRoi;
  std::vector<Candidate> byOwnRoi;
  for (std::size_t c = 0; c < channels.size(); ++c) {
    byRoi.push_back({channels[c].id, plan.figure(c, Metric::roi)});
    byOwnRoi.push_back({channels[c].id, plan.figure(c, Metric::ownRoi)});
  }
  return standing(byRoi, byOwnRoi);
}

std::vector<std::size_t> losingChannels(Recorded& plan) {
  std::vector<std::size_t> losing;
  for (std::size_t c = 0; c < plan.sheet.total(); ++c) {
    if (loses(plan.figure(c, Metric::contribution))) losing.push_back(c);
  }
  return losing;
}

std::optional<double> luck(Sheet<Trace>& plan, std::size_t scope) {
  if (!drawsLuck(plan.scenario(), scope)) return std::nullopt;
  return luck(plan(scope, Metric::customers).figure());
}

std::optional<double> paybackWithChurn(Recorded& plan, std::size_t scope) {
  const Scenario& s = plan.sheet.scenario();
  const Input churn = churnOf(s, scope);
  const Figure<> months = plan.figure(scope, Metric::cacPayback);
  if (!churn || !months.defined()) return std::nullopt;
  const double leaving = s.quantities[*churn].likely;
  if (leaving <= 0 || leaving >= 1) return std::nullopt;
  return paybackWithChurn(months.value, leaving).value_or(kNever);
}

std::optional<double> oneIn(const Scenario& plan) {
  const Input rate = plan.given[static_cast<std::size_t>(Metric::closeRate)];
  return rate ? oneIn(plan.quantities[*rate].likely) : std::nullopt;
}

GoalVerdict goalInProportion(Recorded& plan) { return verdictOf(plan, std::nullopt); }

GoalVerdict goalVerdict(Recorded& plan) {
  if (!anyResponds(plan.sheet.scenario())) return goalInProportion(plan);
  Scenario scaled = plan.sheet.scenario();
  const std::optional<bool> isMet = findGoalScale(scaled);
  Recorded found(scaled);
  return verdictOf(found, isMet);
}

BasketVerdict basketVerdict(const Scenario& plan, double target) {
  const Input basket = plan.given[static_cast<std::size_t>(Metric::averageOrderValue)];
  const Figure<> value = basket
                             ? Figure<>{plan.quantities[*basket].likely, {}}
                             : undefined<double>(Reason::Kind::missing, Metric::averageOrderValue);
  return {value, attained(value, target, Better::higher)};
}

}  // namespace roi
