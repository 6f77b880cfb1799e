#include "roi/compare.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "roi/levers.h"
#include "roi/program.h"
#include "roi/recorded.h"

namespace roi {
namespace {

constexpr std::array<std::string_view, 15> kPlayerNames = {
    "channels",         "volume", "ctr",        "conversionRate", "closeRate",
    "incrementalShare", "value",  "margin",     "savings",        "adSpend",
    "people",           "tools",  "production", "fees",           "otherCosts"};

struct PlayerOf {
  Metric lever;
  Player player;
};
constexpr std::array<PlayerOf, 12> kPlayers = {
    {{Metric::ctr, Player::ctr},
     {Metric::conversionRate, Player::conversionRate},
     {Metric::closeRate, Player::closeRate},
     {Metric::incrementalShare, Player::incrementalShare},
     {Metric::value, Player::value},
     {Metric::margin, Player::margin},
     {Metric::adSpend, Player::adSpend},
     {Metric::people, Player::people},
     {Metric::tools, Player::tools},
     {Metric::production, Player::production},
     {Metric::fees, Player::fees},
     {Metric::otherCosts, Player::otherCosts}}};

using Place = std::optional<std::size_t>;

/// One of two scenarios, beside the other.
struct Half {
  Half(const Scenario& plan, const Scenario& other)
      : plan(plan), tops(topVolumes(plan)), inOther(placesIn(other, plan)) {}

  const Scenario& plan;
  std::vector<std::optional<Metric>> tops;
  std::vector<Place> inOther;
};

/// Per channel, the stage both sides can start from.
std::vector<Metric> commonStages(const Half& of, const Half& other) {
  std::vector<Metric> stages;
  for (std::size_t c = 0; c < of.tops.size(); ++c) {
    Metric stage = of.tops[c].value_or(kStages.front());
    const Place same = of.inOther[c];
    const std::optional<Metric> theirs = same ? other.tops[*same] : std::nullopt;
    if (theirs && depth(*theirs) > depth(stage)) stage = *theirs;
    stages.push_back(stage);
  }
  return stages;
}

/// One scenario's levers, to be asked channel by channel.
class Side {
 public:
  Side(const Half& half, const Half& other)
      : plan_(half.plan),
        stages_(commonStages(half, other)),
        levers_(levers(plan_, stages_)),
        first_(plan_.channels.size()),
        leftOut_(leftOut(plan_)) {
    for (std::size_t i = levers_.list.size(); i-- > 0;) {
      if (levers_.list[i].channel) first_[*levers_.list[i].channel] = i;
    }
  }

  /// The same on both sides where both have the channel.
  Metric stage(std::size_t channel) const { return stages_[channel]; }

  /// Nothing of a channel that adds no return; of what is not stated, what leaves all as it is.
  double volume(std::size_t channel) const {
    return leftOut_[channel] ? 0 : valueOf(stage(channel), channel).value_or(0);
  }
  std::optional<double> rate(Metric kind, std::size_t channel) const {
    const bool isOrder = plan_.action == Action::order;
    if (kind == Metric::incrementalShare || (kind == Metric::closeRate && isOrder)) {
      return valueOf(kind, channel).value_or(1);
    }
    if (kind == Metric::margin) {
      const Figure<>& earned = levers_.earned[channel];
      return earned.defined() ? std::optional(earned.value) : std::nullopt;
    }
    return valueOf(kind, channel);
  }
  double cost(Metric kind, std::size_t channel) const {
    if (kind == Metric::adSpend && feeIncludesAdSpend(plan_, channel)) return 0;
    return valueOf(kind, channel).value_or(0);
  }
  double savings() const {
    const Lever* last = levers_.list.empty() ? nullptr : &levers_.list.back();
    const bool isIt = last && last->kind == Metric::savings;
    return isIt ? levers_.scenario.quantities[last->quantity].likely : 0;
  }

 private:
  std::optional<double> valueOf(Metric kind, std::size_t channel) const {
    const std::vector<Lever>& list = levers_.list;
    for (std::size_t i = first_[channel]; i < list.size() && list[i].channel == channel; ++i) {
      if (list[i].kind == kind) return levers_.scenario.quantities[list[i].quantity].likely;
    }
    return std::nullopt;
  }

  const Scenario& plan_;
  std::vector<Metric> stages_;
  Levers levers_;
  std::vector<std::size_t> first_;  ///< per channel, the first of its levers
  std::vector<bool> leftOut_;
};

/// A lever of both sides, and who switches it. An absent channel's volume and costs are 0.
struct Switch {
  Player player;
  double from = 0, to = 0;
  bool inFrom = true, inTo = true;

  bool differs() const { return from != to; }
};

/// A scenario with the channels of both sides, and for each of its quantities what it is on either.
class Union {
 public:
  Union(const Half& from, const Half& to) : from_(from, to), to_(to, from) {
    scenario_.basis = Basis::margin;
    for (std::size_t c = 0; c < from.inOther.size(); ++c) channel(c, from.inOther[c]);
    for (std::size_t c = 0; c < to.inOther.size(); ++c) {
      if (!to.inOther[c]) channel(std::nullopt, c);
    }
    if (from.plan.savings.empty() && to.plan.savings.empty()) return;
    CostLine saved;
    saved.amount = quantity(Metric::amount, {Player::savings, from_.savings(), to_.savings()});
    scenario_.savings.push_back(saved);
  }

  const Scenario& scenario() const { return scenario_; }
  const std::vector<Switch>& switches() const { return switches_; }

 private:
  std::uint32_t quantity(Metric metric, const Switch& both) {
    Quantity q;
    q.metric = metric;
    q.low = q.likely = q.high = both.from;
    scenario_.quantities.push_back(q);
    switches_.push_back(both);
    return static_cast<std::uint32_t>(switches_.size() - 1);
  }

  void channel(Place a, Place b) {
    Channel made;
    const Metric stage = a ? from_.stage(*a) : to_.stage(*b);
    given(made, stage) = quantity(
        stage, amount(Player::volume, a, b, [&](const Side& s, auto c) { return s.volume(c); }));
    for (const auto& [lever, player] : kPlayers) {
      if (isCostKind(lever)) {
        const Metric kind = lever;
        CostLine line;
        line.kind = kind;
        line.amount =
            quantity(Metric::amount,
                     amount(player, a, b, [&](const Side& s, auto c) { return s.cost(kind, c); }));
        made.lines.push_back(line);
      } else if (!isAbove(lever, stage)) {
        const Metric typed = lever == Metric::value ? Metric::revenuePerCustomer : lever;
        given(made, typed) = quantity(typed, rate(player, lever, a, b));
      }
    }
    made.value.mode = ValueMode::revenue;
    scenario_.channels.push_back(std::move(made));
  }

  static Input& given(Channel& channel, Metric metric) {
    return channel.given[static_cast<std::size_t>(metric)];
  }

  /// Whether a step rate leads to the stage or to one above.
  static bool isAbove(Metric lever, Metric stage) {
    if (lever == Metric::ctr) return depth(stage) > 0;
    if (lever == Metric::conversionRate) return depth(stage) > 1;
    return lever == Metric::closeRate && depth(stage) > 2;
  }

  template <class Of>
  Switch amount(Player player, Place a, Place b, Of of) const {
    const double x = a ? of(from_, *a) : 0;
    const double y = b ? of(to_, *b) : 0;
    return {player, a ? x : y, b ? y : x, a.has_value(), b.has_value()};
  }

  /// What only one side states counts for both.
  Switch rate(Player player, Metric kind, Place a, Place b) const {
    const std::optional<double> x = a ? from_.rate(kind, *a) : std::nullopt;
    const std::optional<double> y = b ? to_.rate(kind, *b) : std::nullopt;
    const double neither = 0;
    return {player, x ? *x : y.value_or(neither), y ? *y : x.value_or(neither)};
  }

  Side from_, to_;
  Scenario scenario_;
  std::vector<Switch> switches_;  // per quantity
};

/// The players whose levers differ, in order; costs beyond the most there may be join the last.
class Players {
 public:
  explicit Players(const std::vector<Switch>& switches) {
    std::array<bool, kPlayerNames.size()> plays{};
    for (const Switch& one : switches) {
      if (one.differs()) plays[static_cast<std::size_t>(one.player)] = true;
      if (one.inFrom != one.inTo) plays[0] = true;
    }
    for (std::size_t p = 0; p < plays.size(); ++p) {
      if (plays[p]) list_.push_back(static_cast<Player>(p));
    }
    if (list_.size() <= kMostPlayers) return;
    list_.resize(kMostPlayers);
    list_.back() = Player::otherCosts;
  }

  std::size_t size() const { return list_.size(); }
  Player operator[](std::size_t i) const { return list_[i]; }

  /// The bit of a player in a subset; 0 of one that does not play.
  std::uint32_t bit(Player player) const {
    for (std::size_t i = 0; i < list_.size(); ++i) {
      if (list_[i] == player) return 1U << i;
    }
    const bool joined = list_.size() == kMostPlayers && player > list_[kMostPlayers - 2];
    return joined ? 1U << (kMostPlayers - 1) : 0;
  }

 private:
  std::vector<Player> list_;
};

/// What a quantity is where the players of a subset have switched: those that decide which channels
/// there are, and what the figure is.
class Switched {
 public:
  Switched(const Switch& one, const Players& players)
      : one_(one), channels_(players.bit(Player::channels)), own_(players.bit(one.player)) {}

  double in(std::uint32_t subset) const {
    const bool isThere = (subset & channels_) != 0 ? one_.inTo : one_.inFrom;
    if (!isThere) return 0;
    return (subset & own_) != 0 ? one_.to : one_.from;
  }

 private:
  const Switch& one_;
  std::uint32_t channels_, own_;
};

/// Results of the union where each subset of the players has switched, per metric.
std::vector<std::vector<double>> outcomes(const Union& both, const Players& players,
                                          std::span<const Metric> metrics) {
  Tape tape;
  Sheet<Trace> sheet(both.scenario(), Numbers<Trace>(tape));
  std::vector<Tape::Index> outputs;
  for (const Metric metric : metrics) outputs.push_back(sheet(sheet.total(), metric).node);
  Program program(tape, outputs, std::vector<bool>(both.switches().size(), true));
  const std::vector<std::uint32_t>& inputs = program.inputs();
  std::vector<double> lanes(inputs.size() * Program::kLanes);
  std::vector<const double*> columns;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    columns.push_back(lanes.data() + i * Program::kLanes);
  }
  const std::uint32_t subsets = 1U << players.size();
  std::vector<std::vector<double>> results(metrics.size());
  for (std::uint32_t first = 0; first < subsets; first += Program::kLanes) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const Switched figure(both.switches()[inputs[i]], players);
      for (std::uint32_t lane = 0; lane < Program::kLanes; ++lane) {
        lanes[i * Program::kLanes + lane] = figure.in(first + lane);
      }
    }
    program.run(columns.data());
    const std::size_t count = std::min<std::size_t>(Program::kLanes, subsets - first);
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      results[m].insert(results[m].end(), program.output(m), program.output(m) + count);
    }
  }
  return results;
}

/// size! (n - size - 1)! / n!
double weight(std::size_t size, std::size_t n) {
  double product = 1 / static_cast<double>(n);
  for (std::size_t i = 1; i <= size; ++i) {
    product *= static_cast<double>(i) / static_cast<double>(n - i);
  }
  return product;
}

std::size_t membersOf(std::uint32_t subset) {
  std::size_t count = 0;
  for (; subset != 0; subset &= subset - 1) ++count;
  return count;
}

std::vector<Figure<>> totalsOf(const Scenario& scenario, std::span<const Metric> metrics) {
  Tape tape;
  Sheet<Trace> sheet(scenario, Numbers<Trace>(tape));
  std::vector<Figure<>> totals;
  for (const Metric metric : metrics) totals.push_back(sheet(sheet.total(), metric).figure());
  return totals;
}

double share(const std::vector<double>& results, std::size_t player, std::size_t n) {
  const std::uint32_t bit = 1U << player;
  double sum = 0;
  for (std::uint32_t subset = 0; subset < results.size(); ++subset) {
    if ((subset & bit) != 0) continue;
    sum += weight(membersOf(subset), n) * (results[subset | bit] - results[subset]);
  }
  return sum;
}

/// Why a result is undefined at the first step where it is.
Reason firstReason(const Union& both, const Players& players, Metric metric,
                   const std::vector<double>& results) {
  std::uint32_t subset = 0;
  while (subset < results.size() && results[subset] == results[subset]) ++subset;
  if (subset == results.size()) return {};
  Scenario there = both.scenario();
  for (std::size_t q = 0; q < there.quantities.size(); ++q) {
    there.quantities[q].likely = Switched(both.switches()[q], players).in(subset);
  }
  return totalsOf(there, {&metric, 1}).front().why;
}

}  // namespace

std::string_view text(Player player) { return kPlayerNames[static_cast<std::size_t>(player)]; }

Difference difference(const Figure<>& from, const Figure<>& to, Metric metric) {
  const Figure<> size = from.defined() && from.value < 0 ? Figure<>{-from.value, {}} : from;
  const Figure<> absolute = to - from;
  return {from, to, absolute, quotient(absolute, size, metric)};
}

std::vector<Place> placesIn(const Scenario& other, const Scenario& of) {
  std::map<std::string, std::size_t> places;
  for (std::size_t c = 0; c < other.channels.size(); ++c) places.emplace(other.channels[c].id, c);
  std::vector<Place> list;
  for (const Channel& channel : of.channels) {
    const auto found = places.find(channel.id);
    list.push_back(found == places.end() ? Place() : found->second);
  }
  return list;
}

std::vector<Bridge> bridges(const Scenario& from, const Scenario& to,
                            std::span<const Metric> metrics) {
  const std::vector<Figure<>> before = totalsOf(from, metrics);
  const std::vector<Figure<>> after = totalsOf(to, metrics);
  const Union both(Half(from, to), Half(to, from));
  const Players players(both.switches());
  const std::vector<std::vector<double>> results = outcomes(both, players, metrics);
  std::vector<Bridge> list;
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    Bridge made{before[m], after[m], {}, (after[m] - before[m]).why};
    if (!made.why) made.why = firstReason(both, players, metrics[m], results[m]);
    for (std::size_t i = 0; i < players.size() && !made.why; ++i) {
      made.parts.push_back({players[i], share(results[m], i, players.size())});
    }
    list.push_back(std::move(made));
  }
  return list;
}

namespace {

/// The two scenarios' figures side by side.
struct Sides {
  const Scenario& from;
  const Scenario& to;
  Recorded before{from};
  Recorded after{to};

  Difference total(Metric m) {
    return difference(before.figure(from.channels.size(), m), after.figure(to.channels.size(), m),
                      m);
  }
  Difference channel(Place a, Place b, Metric m) {
    const Figure<> none = undefined<double>(Reason::Kind::missing, m);
    return difference(a ? before.figure(*a, m) : none, b ? after.figure(*b, m) : none, m);
  }
  void fill(Comparison::Channel& made, Place a, Place b) {
    made.from = a;
    made.to = b;
    made.roi = channel(a, b, Metric::roi);
    made.profit = channel(a, b, Metric::profit);
  }
};

Figure<> months(const Scenario& s) { return {s.quantities[*s.periodMonths].likely, {}}; }

Comparison::Differences perMonth(const Comparison::Differences& total, const Figure<>& from,
                                 const Figure<>& to) {
  Comparison::Differences each;
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (!total[i] || !addsUp(metric)) continue;
    each[i] = difference(quotient(total[i]->from, from, Metric::periodMonths),
                         quotient(total[i]->to, to, Metric::periodMonths), metric);
  }
  return each;
}

}  // namespace

Comparison comparison(const Scenario& from, const Scenario& to) {
  Sides sides{from, to};
  Comparison made;
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (isResult(metric)) made.total[i] = sides.total(metric);
  }
  if (months(from).value != months(to).value) {
    made.perMonth = perMonth(made.total, months(from), months(to));
  }
  const std::vector<Place> after = placesIn(to, from);
  const std::vector<Place> before = placesIn(from, to);
  const auto added = std::count(before.begin(), before.end(), Place());
  made.channels = std::vector<Comparison::Channel>(after.size() + static_cast<std::size_t>(added));
  std::size_t next = 0;
  for (; next < after.size(); ++next) sides.fill(made.channels[next], next, after[next]);
  for (std::size_t b = 0; b < before.size(); ++b) {
    if (!before[b]) sides.fill(made.channels[next++], std::nullopt, b);
  }
  constexpr std::array<Metric, 2> kBridged = {Metric::profit, Metric::roi};
  std::vector<Bridge> both = bridges(from, to, kBridged);
  made.profit = std::move(both[0]);
  made.roi = std::move(both[1]);
  return made;
}

}  // namespace roi
