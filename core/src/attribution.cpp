#include "roi/attribution.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

constexpr double kHalfLife = 7;  // days
constexpr double kEnds = 0.4;    // of the first touch, and of the last

std::size_t at(Rule rule) { return static_cast<std::size_t>(rule); }

Amount sum(Amount a, const Amount& b) { return a += b; }

/// A positive number, to the nearest of an amount's parts.
Amount amountOf(double value) {
  Amount amount;
  amount.whole = static_cast<std::int64_t>(value);
  const double rest = value - static_cast<double>(amount.whole);
  amount.parts = static_cast<std::int64_t>(rest * static_cast<double>(Amount::kOne) + 0.5);
  if (amount.parts < Amount::kOne) return amount;
  amount.parts -= Amount::kOne;
  ++amount.whole;
  return amount;
}

/// Close to the nearest double, and quicker than value().
double about(const Amount& amount) {
  return static_cast<double>(amount.whole) +
         static_cast<double>(amount.parts) / static_cast<double>(Amount::kOne);
}

using Matrix = std::vector<std::vector<double>>;

/// (I - Q)^-1 by Gauss and Jordan with the largest pivot of each column.
Matrix inverse(Matrix a) {
  const std::size_t n = a.size();
  Matrix b(n, std::vector<double>(n));
  for (std::size_t i = 0; i < n; ++i) b[i][i] = 1;
  for (std::size_t c = 0; c < n; ++c) {
    std::size_t pivot = c;
    for (std::size_t r = c + 1; r < n; ++r) {
      if (std::abs(a[r][c]) > std::abs(a[pivot][c])) pivot = r;
    }
    std::swap(a[c], a[pivot]);
    std::swap(b[c], b[pivot]);
    const double by = a[c][c];
    for (std::size_t j = 0; j < n; ++j) {
      a[c][j] /= by;
      b[c][j] /= by;
    }
    for (std::size_t r = 0; r < n; ++r) {
      const double times = a[r][c];
      if (r == c || times == 0) continue;
      for (std::size_t j = 0; j < n; ++j) {
        a[r][j] -= times * a[c][j];
        b[r][j] -= times * b[c][j];
      }
    }
  }
  return b;
}

}  // namespace

std::string_view text(Rule rule) {
  constexpr std::array<std::string_view, kRules> kIds = {
#define ROI_ID(id) #id,
      ROI_RULES(ROI_ID)
#undef ROI_ID
  };
  return kIds[at(rule)];
}

void Attributor::grow(std::span<const Channel> path) {
  const std::size_t most = *std::max_element(path.begin(), path.end());
  if (most >= channels_.size()) channels_.resize(most + 1);
  ++paths_;
  distinct_ = 0;
  for (const Channel channel : path) {
    distinct_ += channels_[channel].seen != paths_;
    channels_[channel].seen = paths_;
  }
}

void Attributor::follow(std::span<const Channel> path, const PathCounts& counts) {
  const Amount journeys = sum(counts.conversions, counts.nulls);
  channels_[path.front()].starts += journeys;
  for (std::size_t i = 1; i < path.size(); ++i) {
    std::vector<Amount>& next = channels_[path[i - 1]].next;
    if (path[i] >= next.size()) next.resize(channels_.size());
    next[path[i]] += journeys;
  }
  Sums& last = channels_[path.back()];
  last.ends += journeys;
  last.won[0] += counts.conversions;
  last.won[1] += counts.value;
}

void Attributor::weigh(std::span<const Channel> path, std::span<const double> days) {
  weights_.assign(path.size(), 1);
  double weight = 1, all = 0;
  for (std::size_t i = path.size(); i-- > 0; weight /= 2) {
    weights_[i] = days.empty() ? weight : power(2, -days[i] / kHalfLife);
    all += weights_[i];
  }
  for (double& one : weights_) one /= all;
}

void Attributor::split(std::span<const Channel> path, const std::array<double, 2>& amounts) {
  const auto n = static_cast<double>(path.size());
  const auto credit = [&](Channel channel, Rule rule, double share) {
    Both& credits = channels_[channel].credits[at(rule)];
    for (std::size_t i = 0; i < credits.size(); ++i) credits[i] += amountOf(amounts[i] * share);
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Channel channel = path[i];
    const bool isEnd = i == 0 || i + 1 == path.size();
    const double ofThree = isEnd ? kEnds : (1 - 2 * kEnds) / (n - 2);
    credit(channel, Rule::linear, 1 / n);
    credit(channel, Rule::position, path.size() < 3 ? 1 / n : ofThree);
    credit(channel, Rule::timeDecay, weights_[i]);
    std::size_t& seen = channels_[channel].seen;
    if (seen == 0) continue;
    seen = 0;
    credit(channel, Rule::shapley, 1 / static_cast<double>(distinct_));
  }
}

void Attributor::add(std::span<const Channel> path, const PathCounts& counts,
                     std::span<const double> days) {
  grow(path);
  follow(path, counts);
  totals_.conversions += counts.conversions;
  totals_.value += counts.value;
  totals_.nulls += counts.nulls;
  if (counts.conversions.isZero() && counts.value.isZero()) return;
  for (const auto& [channel, rule] :
       {std::pair(path.front(), Rule::first), std::pair(path.back(), Rule::last)}) {
    Both& credits = channels_[channel].credits[at(rule)];
    credits[0] += counts.conversions;
    credits[1] += counts.value;
  }
  weigh(path, days);
  split(path, {about(counts.conversions), about(counts.value)});
}

/// Of N = (I - Q)^-1: a journey comes to channel c with probability (s N)_c / N_cc, and from there
/// on brings (N r)_c. Without c it brings less by the product of both.
void Attributor::solveChain(const std::vector<Channel>& order, Attributed& result) const {
  const std::size_t n = order.size();
  Matrix chain(n, std::vector<double>(n));
  std::vector<double> starts(n);
  std::array<std::vector<double>, 2> rewards = {std::vector<double>(n), std::vector<double>(n)};
  double journeys = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Sums& from = channels_[order[i]];
    Amount out = from.ends;
    for (const Amount& next : from.next) out += next;
    starts[i] = from.starts.value();
    journeys += starts[i];
    chain[i][i] = 1;
    if (out.isZero()) continue;
    for (std::size_t j = 0; j < n; ++j) {
      if (order[j] < from.next.size()) chain[i][j] -= from.next[order[j]].value() / out.value();
    }
    for (std::size_t k = 0; k < rewards.size(); ++k)
      rewards[k][i] = from.won[k].value() / out.value();
  }
  if (journeys == 0) return;
  const Matrix visits = inverse(std::move(chain));
  std::array<double, 2> brought{}, effects{};
  for (std::size_t c = 0; c < n; ++c) {
    double reached = 0;
    std::array<double, 2> onward{};
    for (std::size_t i = 0; i < n; ++i) {
      reached += starts[i] / journeys * visits[i][c];
      for (std::size_t k = 0; k < onward.size(); ++k) onward[k] += visits[c][i] * rewards[k][i];
    }
    for (std::size_t k = 0; k < onward.size(); ++k) {
      brought[k] += starts[c] / journeys * onward[k];
      onward[k] *= reached / visits[c][c];
      effects[k] += onward[k];
    }
    result.channels[c].removal = onward[0];
    result.channels[c].removalOfValue = onward[1];
  }
  result.chance = brought[0];
  const std::array<double, 2> totals = {totals_.conversions.value(), totals_.value.value()};
  const auto share = [&](double& removal, std::size_t k) {
    if (effects[k] == 0) return 0.0;
    const double credit = totals[k] * removal / effects[k];
    removal /= brought[k];
    return credit;
  };
  for (ChannelCredits& one : result.channels) {
    one.conversions[at(Rule::markov)] = share(one.removal, 0);
    one.value[at(Rule::markov)] = share(one.removalOfValue, 1);
  }
}

Attributed Attributor::credits(const std::vector<Channel>& order) const {
  Attributed result;
  result.totals = totals_;
  for (const Channel channel : order) {
    ChannelCredits& credits = result.channels.emplace_back();
    for (std::size_t rule = 0; rule < kRules; ++rule) {
      credits.conversions[rule] = channels_[channel].credits[rule][0].value();
      credits.value[rule] = channels_[channel].credits[rule][1].value();
    }
  }
  solveChain(order, result);
  return result;
}

std::vector<RuleCounts> redistribute(const std::vector<CreditedChannel>& channels) {
  std::vector<RuleCounts> counts(channels.size());
  for (std::size_t rule = 0; rule < kRules; ++rule) {
    double all = 0, credited = 0;
    for (const CreditedChannel& one : channels) {
      all += one.count;
      credited += one.credits[rule];
    }
    if (credited == 0) continue;
    for (std::size_t i = 0; i < channels.size(); ++i)
      counts[i][rule] = all * (channels[i].credits[rule] / credited);
  }
  return counts;
}

}  // namespace roi
