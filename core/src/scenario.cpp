#include "roi/scenario.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "roi/elementary.h"

namespace roi {
namespace {

double middle(const Quantity& q) {
  if (q.scale == Scale::log) return std::sqrt(q.low) * std::sqrt(q.high);
  const double middleOdds = std::sqrt(odds(q.low)) * std::sqrt(odds(q.high));
  return middleOdds / (1 + middleOdds);
}

bool touchesEdge(const Quantity& q) {
  return q.low <= 0 || (q.scale == Scale::logit && q.high >= 1);
}

bool rises(const Quantity& q) {
  return q.low < q.high && (!q.likelyGiven || (q.low < q.likely && q.likely < q.high));
}

bool isRangedCount(const Scenario& s, const Channel& channel, Metric count) {
  const Input input = channel.given[static_cast<std::size_t>(count)];
  return input && s.quantities[*input].isRange();
}

void checkRangedCounts(const Scenario& s, const Channel& channel, Errors& errors) {
  bool found = false;
  for (const Metric count : kStages) {
    if (!isRangedCount(s, channel, count)) continue;
    const Input input = channel.given[static_cast<std::size_t>(count)];
    if (found) errors.push_back({ErrorCode::rangeTwoCounts, s.quantities[*input].pointer, {}});
    found = true;
  }
}

/// What was counted and what was spent: of these a past campaign has but one figure.
void markHappened(Scenario& s) {
  const auto mark = [&](Input input) {
    if (input) s.quantities[*input].happened = true;
  };
  for (const Channel& channel : s.channels) {
    for (const Metric count : kStages) mark(channel.given[static_cast<std::size_t>(count)]);
    for (const CostLine& line : channel.lines) mark(line.amount);
  }
  for (const SharedLine& shared : s.shared) mark(shared.line.amount);
}

/// Who stays of subscribers is what churn leaves.
bool isWhatStays(const Quantity& retention, const Quantity& churn) {
  constexpr double kRounding = 1e-9;
  return std::fabs(retention.low - (1 - churn.high)) < kRounding &&
         std::fabs(retention.likely - (1 - churn.likely)) < kRounding &&
         std::fabs(retention.high - (1 - churn.low)) < kRounding;
}

void checkRetention(const Scenario& s, Errors& errors) {
  if (!s.time.monthlyRetention) return;
  const Quantity& retention = s.quantities[*s.time.monthlyRetention];
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    const Input churn = valueInput(s, c, Metric::monthlyChurn);
    const bool subscribes = valueOf(s, c).mode == ValueMode::subscription;
    if (!subscribes || !churn || isWhatStays(retention, s.quantities[*churn])) continue;
    errors.push_back({ErrorCode::retentionChurn, retention.pointer, {}});
    return;
  }
}

void checkIds(const Scenario& s, Errors& errors) {
  std::map<std::string, std::size_t> places;
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    const std::string& id = s.channels[c].id;
    if (places.emplace(id, c).second) continue;
    errors.push_back(
        {ErrorCode::idDuplicate, s.pointer + "/channels/" + std::to_string(c) + "/id", id});
  }
}

bool statesSomething(const Channel& channel) {
  for (const Input& input : channel.given) {
    if (input) return true;
  }
  for (const CostLine& line : channel.lines) {
    if (line.amount || line.hours || line.hourlyCost || line.yearlySalary) return true;
  }
  return !channel.value.yearlyRevenue.empty();
}

void dropBlankChannels(Scenario& s) {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    if (statesSomething(s.channels[c])) kept.push_back(c);
  }
  if (kept.empty() || kept.size() == s.channels.size()) return;
  std::vector<Channel> left;
  for (const std::size_t c : kept) left.push_back(std::move(s.channels[c]));
  s.channels.swap(left);
  for (SharedLine& shared : s.shared) {
    for (std::size_t i = 0; i < kept.size(); ++i) shared.weights[i] = shared.weights[kept[i]];
    shared.weights.resize(kept.size());
  }
}

bool isGiven(const Scenario& s, std::size_t channel, Metric metric) {
  return given(s, channel, metric).has_value();
}

/// The fields a customer's value is worked out from; of yearly revenues only that there are none.
std::vector<Metric> fieldsOf(const Value& value) {
  switch (value.mode) {
    case ValueMode::none: return {Metric::value};
    case ValueMode::revenue: return {Metric::revenuePerCustomer};
    case ValueMode::margin: return {Metric::marginPerCustomer};
    case ValueMode::orders:
      return {Metric::averageOrderValue, Metric::ordersPerYear, Metric::years};
    case ValueMode::subscription: return {Metric::revenuePerMonth, Metric::monthlyChurn};
    case ValueMode::discounted: break;
  }
  if (value.yearlyRevenue.empty()) return {Metric::yearlyRevenue};
  if (value.yearlyRevenue.size() == 1) return {};  // nothing is kept for, nor discounted
  return {Metric::retention, Metric::discountRate};
}

}  // namespace

Outcome<Quantity> makeQuantity(Quantity typed) {
  if (typed.low == typed.high && typed.likelyGiven && typed.likely == typed.low) return typed;
  if (!rises(typed)) return Errors{{ErrorCode::rangeOrder, typed.pointer, {}}};
  if (touchesEdge(typed)) return Errors{{ErrorCode::rangeEdge, typed.pointer, {}}};
  if (!typed.likelyGiven) typed.likely = middle(typed);
  return typed;
}

Outcome<Scenario> makeScenario(Scenario parts) {
  Errors errors;
  checkIds(parts, errors);
  for (const Channel& channel : parts.channels) checkRangedCounts(parts, channel, errors);
  checkRetention(parts, errors);
  if (!errors.empty()) return errors;
  dropBlankChannels(parts);
  if (parts.past) markHappened(parts);
  return parts;
}

void believeOnly(Scenario& s, double share) {
  Quantity q;
  q.low = q.likely = q.high = share;
  q.metric = Metric::believed;
  s.quantities.push_back(q);
  s.believed = static_cast<std::uint32_t>(s.quantities.size() - 1);
}

Input given(const Scenario& s, std::size_t channel, Metric metric) {
  const auto index = static_cast<std::size_t>(metric);
  if (channel < s.channels.size() && s.channels[channel].given[index]) {
    return s.channels[channel].given[index];
  }
  return s.given[index];
}

const Value& valueOf(const Scenario& s, std::size_t channel) {
  const bool own = channel < s.channels.size() && s.channels[channel].value.mode != ValueMode::none;
  return own ? s.channels[channel].value : s.value;
}

Input valueInput(const Scenario& s, std::size_t channel, Metric metric) {
  const bool own = &valueOf(s, channel) != &s.value;
  return (own ? s.channels[channel].given : s.given)[static_cast<std::size_t>(metric)];
}

Input churnOf(const Scenario& s, std::size_t scope) {
  if (scope < s.channels.size()) {
    const bool subscribes = valueOf(s, scope).mode == ValueMode::subscription;
    return subscribes ? valueInput(s, scope, Metric::monthlyChurn) : Input{};
  }
  const Input first = churnOf(s, 0);
  for (std::size_t c = 1; c < s.channels.size(); ++c) {
    if (churnOf(s, c) != first) return std::nullopt;
  }
  return first;
}

bool deducts(const Scenario& s) {
  return s.given[static_cast<std::size_t>(Metric::refunds)] ||
         s.given[static_cast<std::size_t>(Metric::commissions)];
}

bool onMarginBasis(const Scenario& s) {
  if (s.basis != Basis::automatic) return s.basis == Basis::margin;
  const auto index = static_cast<std::size_t>(Metric::margin);
  if (s.given[index] || s.value.mode == ValueMode::margin) return true;
  return std::any_of(s.channels.begin(), s.channels.end(), [&](const Channel& c) {
    return c.given[index] || c.value.mode == ValueMode::margin;
  });
}

bool valuedByMargin(const Scenario& s, std::size_t channel) {
  return valueOf(s, channel).mode == ValueMode::margin;
}

bool allValuedByMargin(const Scenario& s) {
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    if (!valuedByMargin(s, c)) return false;
  }
  return true;
}

bool clicksByRate(const Scenario& s, std::size_t c) {
  return !isGiven(s, c, Metric::clicks) && known(s, c, Metric::impressions) &&
         isGiven(s, c, Metric::ctr);
}

bool known(const Scenario& s, std::size_t c, Metric count) {
  if (count == Metric::customers && s.action == Action::order) return known(s, c, Metric::leads);
  if (isGiven(s, c, count)) return true;
  switch (count) {
    case Metric::impressions: return isGiven(s, c, Metric::adSpendCpm);
    case Metric::clicks: return clicksByRate(s, c) || isGiven(s, c, Metric::adSpendCpc);
    case Metric::leads: return known(s, c, Metric::clicks) && isGiven(s, c, Metric::conversionRate);
    case Metric::customers: return known(s, c, Metric::leads) && isGiven(s, c, Metric::closeRate);
    default: return false;
  }
}

bool drawsLuck(const Scenario& s, std::size_t scope) {
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    const bool isIn = scope == c || scope == s.channels.size();
    if (isIn && luckOf(s, c) != Luck::none) return true;
  }
  return false;
}

Luck luckOf(const Scenario& s, std::size_t c) {
  const auto counted = [&](Metric count) {
    const Input input = given(s, c, count);
    return input && s.quantities[*input].provenance == Provenance::measured;
  };
  const bool isOrder = s.action == Action::order;
  if (s.past || counted(isOrder ? Metric::leads : Metric::customers)) return Luck::none;
  return counted(Metric::leads) ? Luck::binomial : Luck::poisson;
}

bool hasAdSpend(const Scenario& s, std::size_t channel) {
  const auto& lines = s.channels[channel].lines;
  return std::any_of(lines.begin(), lines.end(),
                     [](const CostLine& line) { return line.kind == Metric::adSpend; });
}

bool hasNonAdCost(const Scenario& s, std::size_t channel) {
  const auto& lines = s.channels[channel].lines;
  return !s.shared.empty() || std::any_of(lines.begin(), lines.end(), [](const CostLine& line) {
    return line.kind != Metric::adSpend;
  });
}

Paid paidUnlessStated(Metric kind) {
  const bool isFirst = kind == Metric::tools || kind == Metric::production;
  return isFirst ? Paid::first : Paid::monthly;
}

bool feeIncludesAdSpend(const Scenario& s, std::size_t channel) {
  const auto& lines = s.channels[channel].lines;
  return std::any_of(lines.begin(), lines.end(), [](const CostLine& line) {
    return line.kind == Metric::fees && line.includesAdSpend;
  });
}

bool scalesWithAdSpend(const Scenario& s, std::size_t channel) {
  return hasAdSpend(s, channel) && !feeIncludesAdSpend(s, channel);
}

bool responds(const Scenario& s, std::size_t channel) {
  const std::optional<Response>& response = s.channels[channel].response;
  return response && (response->elasticity || response->ceiling) && scalesWithAdSpend(s, channel);
}

std::span<const double> observedOf(const Scenario& s, std::size_t channel) {
  const std::optional<Response>& response = s.channels[channel].response;
  return response ? std::span<const double>(response->observed) : std::span<const double>();
}

bool anyResponds(const Scenario& s) {
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    if (responds(s, c)) return true;
  }
  return false;
}

std::vector<bool> movedChannels(const Scenario& s) {
  const auto moves = anyResponds(s) ? responds : scalesWithAdSpend;
  std::vector<bool> moved;
  for (std::size_t c = 0; c < s.channels.size(); ++c) moved.push_back(moves(s, c));
  return moved;
}

std::vector<std::size_t> heldChannels(const Scenario& s) {
  std::vector<std::size_t> held;
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    if (scalesWithAdSpend(s, c) && !responds(s, c)) held.push_back(c);
  }
  return held;
}

bool lacksRevenue(const Scenario& s, std::size_t channel) {
  if (!known(s, channel, Metric::customers)) return true;
  for (const Metric field : fieldsOf(valueOf(s, channel))) {
    if (!valueInput(s, channel, field)) return true;
  }
  return false;
}

std::vector<bool> leftOut(const Scenario& s) {
  const bool marginBasis = onMarginBasis(s);
  std::vector<bool> lacking(s.channels.size());
  for (std::size_t c = 0; c < lacking.size(); ++c) {
    const bool lacksMargin = marginBasis && !isGiven(s, c, Metric::margin);
    lacking[c] = lacksRevenue(s, c) || (valuedByMargin(s, c) ? !marginBasis : lacksMargin);
  }
  if (std::find(lacking.begin(), lacking.end(), false) == lacking.end()) {
    lacking.assign(lacking.size(), false);
  }
  return lacking;
}

}  // namespace roi
