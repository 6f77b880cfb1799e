#include "roi/levers.h"

#include <array>

#include "roi/trace.h"

namespace roi {
namespace {

/// The rate that leads from each stage to the next.
constexpr std::array<Metric, 3> kSteps = {Metric::ctr, Metric::conversionRate, Metric::closeRate};

/// The plan's figures. On a tape, for the module holds the model over that number already.
class Plan {
 public:
  explicit Plan(const Scenario& scenario) : sheet_(scenario, Numbers<Trace>(tape_)) {}
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  const Figure<>& operator()(std::size_t scope, Metric m) { return sheet_(scope, m).figure(); }
  /// A channel's parts of shared lines of a kind.
  Figure<> shared(std::size_t channel, Metric kind) {
    const At<Trace> f(sheet_, channel);
    return f.sumOfSharedParts([&](const CostLine& of) { return of.kind == kind; }).figure();
  }

 private:
  Tape tape_;
  Sheet<Trace> sheet_;
};

/// The highest stage at or below from of which all that follows is defined.
std::optional<Metric> topFrom(Plan& sheet, std::size_t channel, Metric from) {
  for (std::size_t stage = depth(from); stage < kStages.size(); ++stage) {
    bool isDefined = sheet(channel, kStages[stage]).defined();
    for (std::size_t step = stage; step < kSteps.size(); ++step) {
      isDefined = isDefined && sheet(channel, kSteps[step]).defined();
    }
    if (isDefined) return kStages[stage];
  }
  return std::nullopt;
}

class Builder {
 public:
  Builder(const Scenario& plan, std::span<const Metric> from)
      : plan_(plan), from_(from), sheet_(plan) {
    result_.scenario.action = plan.action;
    result_.scenario.basis = onMarginBasis(plan) ? Basis::margin : Basis::revenue;
    for (const Metric share : {Metric::refunds, Metric::commissions}) {
      const auto at = static_cast<std::size_t>(share);
      if (plan.given[at])
        result_.scenario.given[at] = fixed(share, plan.quantities[*plan.given[at]].likely);
    }
    if (plan.believed) believeOnly(result_.scenario, plan.quantities[*plan.believed].likely);
  }

  Levers build() && {
    for (std::size_t c = 0; c < plan_.channels.size(); ++c) channel(c);
    if (!plan_.savings.empty()) savings();
    result_.mergesShared = !plan_.shared.empty();
    return std::move(result_);
  }

 private:
  Input lever(Metric kind, std::size_t channel, Metric metric, const Figure<>& figure) {
    return lever(Lever{kind, static_cast<std::uint32_t>(channel), 0}, metric, figure);
  }

  Input lever(Lever made, Metric metric, const Figure<>& figure) {
    if (!figure.defined()) return std::nullopt;
    made.quantity = fixed(metric, figure.value);
    result_.list.push_back(made);
    return made.quantity;
  }

  std::uint32_t fixed(Metric metric, double value) {
    Quantity q;
    q.low = q.likely = q.high = value;
    q.metric = metric;
    result_.scenario.quantities.push_back(q);
    return static_cast<std::uint32_t>(result_.scenario.quantities.size() - 1);
  }

  void channel(std::size_t c) {
    Channel made;
    funnel(c, made);
    if (plan_.channels[c].given[static_cast<std::size_t>(Metric::incrementalShare)] ||
        plan_.given[static_cast<std::size_t>(Metric::incrementalShare)]) {
      set(made, c, Metric::incrementalShare);
    }
    const Metric worth =
        valuedByMargin(plan_, c) ? Metric::marginPerCustomer : Metric::revenuePerCustomer;
    made.value.mode = valuedByMargin(plan_, c) ? ValueMode::margin : ValueMode::revenue;
    made.given[static_cast<std::size_t>(worth)] =
        lever(Metric::value, c, worth, sheet_(c, Metric::value));
    set(made, c, Metric::margin);
    result_.earned.push_back(sheet_(c, Metric::earnedShare));
    costs(c, made);
    result_.scenario.channels.push_back(std::move(made));
  }

  void funnel(std::size_t c, Channel& made) {
    const bool isOrder = plan_.action == Action::order;
    const Metric from = from_.empty() ? Metric::impressions : from_[c];
    const std::optional<Metric> top = topFrom(sheet_, c, from);
    // without customers, what is known stays a count or a rate
    const std::size_t first = top ? depth(*top) : 0;
    for (std::size_t stage = 0; stage < (top ? first : kStages.size()); ++stage) {
      if (!followsFromNone(c, stage)) keepAbove(made, c, kStages[stage]);
    }
    for (std::size_t step = 0; step < first; ++step) {
      if (!(isOrder && kSteps[step] == Metric::closeRate)) keepAbove(made, c, kSteps[step]);
    }
    if (top) set(made, c, *top);
    for (std::size_t step = first; step < kSteps.size(); ++step) {
      if (!(isOrder && kSteps[step] == Metric::closeRate)) set(made, c, kSteps[step]);
    }
  }

  /// Whether a count is 0 because the one above it is: its rate could not be derived from them.
  bool followsFromNone(std::size_t c, std::size_t stage) {
    if (stage == 0) return false;
    const Figure<> above = sheet_(c, kStages[stage - 1]);
    return above.defined() && above.value == 0 && sheet_(c, kSteps[stage - 1]).defined();
  }

  /// A count or rate that is stated above the volume, and moves nothing below it.
  void keepAbove(Channel& made, std::size_t c, Metric metric) {
    const Figure<>& figure = sheet_(c, metric);
    if (!figure.defined() || !from_.empty()) return;
    made.given[static_cast<std::size_t>(metric)] = fixed(metric, figure.value);
  }

  void set(Channel& made, std::size_t c, Metric metric) {
    made.given[static_cast<std::size_t>(metric)] = lever(metric, c, metric, sheet_(c, metric));
  }

  void costs(std::size_t c, Channel& made) {
    for (const Metric kind : costKinds()) {
      const Figure<> shared = sheet_.shared(c, kind);
      const bool hasOwn = hasLine(plan_.channels[c], kind);
      if (!hasOwn && shared.defined() && shared.value == 0) continue;
      CostLine line;
      line.kind = kind;
      line.paid = paidUnlessStated(kind);
      line.amount = lever(kind, c, Metric::amount, hasOwn ? sheet_(c, kind) + shared : shared);
      line.includesAdSpend = kind == Metric::fees && feeIncludesAdSpend(plan_, c);
      made.lines.push_back(line);
    }
  }

  /// All that count, as one line.
  void savings() {
    CostLine line;
    line.amount = lever(Lever{Metric::savings, std::nullopt, 0}, Metric::amount,
                        sheet_(plan_.channels.size(), Metric::savings));
    result_.scenario.savings.push_back(line);
  }

  static bool hasLine(const Channel& channel, Metric kind) {
    for (const CostLine& line : channel.lines) {
      if (line.kind == kind) return true;
    }
    return false;
  }

  const Scenario& plan_;
  std::span<const Metric> from_;
  Plan sheet_;
  Levers result_;
};

}  // namespace

std::size_t depth(Metric stage) {
  std::size_t above = 0;
  while (kStages[above] != stage) ++above;
  return above;
}

std::vector<std::optional<Metric>> topVolumes(const Scenario& scenario) {
  Plan sheet(scenario);
  std::vector<std::optional<Metric>> tops;
  for (std::size_t c = 0; c < scenario.channels.size(); ++c) {
    tops.push_back(topFrom(sheet, c, kStages.front()));
  }
  return tops;
}

Levers levers(const Scenario& scenario, std::span<const Metric> from) {
  return Builder(scenario, from).build();
}

}  // namespace roi
