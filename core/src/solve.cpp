#include "roi/solve.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "roi/elementary.h"
#include "roi/own_figure.h"
#include "roi/simulate.h"

namespace roi {
namespace {

constexpr int kDecades = 21;  // between them

/// The values a quantity is tried at first: 0, then the same number to each decade; for a rate also
/// evenly up to 1.
std::vector<double> grid(const Quantity& q, int perDecade, double most) {
  std::vector<double> xs = {0};
  for (int i = 0; i <= kDecades * perDecade; ++i) {
    const double x = kSmallestAmount * power(10, static_cast<double>(i) / perDecade);
    if (x < most) xs.push_back(x);
  }
  const int even = q.isRate() ? 10 * perDecade : 0;
  for (int i = 1; i < even; ++i) xs.push_back(static_cast<double>(i) / even);
  xs.push_back(most);
  if (q.likely <= most) xs.push_back(q.likely);
  std::sort(xs.begin(), xs.end());
  xs.erase(std::unique(xs.begin(), xs.end()), xs.end());
  return xs;
}

/// A figure as a function of one quantity.
class Curve {
 public:
  Curve(const Trace& figure, std::span<const Quantity> quantities, std::uint32_t quantity)
      : program_(*figure.tape, {&figure.node, 1}, only(quantity, quantities.size())) {}

  bool depends() const { return !program_.inputs().empty(); }

  std::vector<double> at(const std::vector<double>& xs) {
    std::vector<double> ys;
    std::vector<double> lanes(Program::kLanes);
    for (std::size_t from = 0; from < xs.size(); from += Program::kLanes) {
      const std::size_t count = std::min(Program::kLanes, xs.size() - from);
      std::copy_n(xs.begin() + static_cast<std::ptrdiff_t>(from), count, lanes.begin());
      const double* column = lanes.data();
      program_.run(&column);
      ys.insert(ys.end(), program_.output(0), program_.output(0) + count);
    }
    return ys;
  }

 private:
  static std::vector<bool> only(std::uint32_t quantity, std::size_t count) {
    std::vector<bool> varies(count);
    varies[quantity] = true;
    return varies;
  }

  Program program_;
};

std::vector<double> ramp(double from, double to) {
  std::vector<double> xs;
  constexpr std::size_t kSteps = Program::kLanes - 1;
  for (std::size_t i = 0; i <= kSteps; ++i) {
    const double part = static_cast<double>(i) / kSteps;
    xs.push_back(i == kSteps ? to : from + (to - from) * part);
  }
  return xs;
}

/// Whether a target lies between two values, or on the second.
bool crosses(double before, double after, double target) {
  return (before < target && after >= target) || (before > target && after <= target);
}

/// Closes in on a crossing; nothing where the figure jumps over the target.
std::optional<double> closeIn(Curve& curve, double from, double to, double target) {
  double allowed = 0;
  for (int round = 0; round < 12; ++round) {
    const std::vector<double> xs = ramp(from, to);
    const std::vector<double> ys = curve.at(xs);
    if (round == 0)
      allowed = 1e-9 * (std::fabs(target) + std::fabs(ys.front()) + std::fabs(ys.back()));
    std::size_t i = 1;
    while (i < ys.size() && !crosses(ys[i - 1], ys[i], target)) ++i;
    if (i == ys.size()) return std::nullopt;
    const double nearer =
        std::fabs(ys[i - 1] - target) < std::fabs(ys[i] - target) ? xs[i - 1] : xs[i];
    const double miss = std::min(std::fabs(ys[i - 1] - target), std::fabs(ys[i] - target));
    if (miss == 0 || (xs[i - 1] == from && xs[i] == to)) {
      return miss <= allowed ? std::optional(nearer) : std::nullopt;
    }
    from = xs[i - 1];
    to = xs[i];
  }
  return from + (to - from) / 2;
}

std::size_t nearestPlace(const std::vector<double>& ys, double target) {
  std::size_t best = ys.size();
  for (std::size_t i = 0; i < ys.size(); ++i) {
    if (ys[i] != ys[i]) continue;
    if (best == ys.size() || std::fabs(ys[i] - target) < std::fabs(ys[best] - target)) best = i;
  }
  return best;
}

/// Where a figure that never meets a target comes nearest to it.
std::optional<Solution::Nearest> nearest(Curve& curve, std::vector<double> xs,
                                         std::vector<double> ys, double target) {
  std::optional<Solution::Nearest> found;
  for (int round = 0; round < 8; ++round) {
    const std::size_t at = nearestPlace(ys, target);
    if (at == ys.size()) return found;
    found = Solution::Nearest{xs[at], ys[at]};
    const double from = xs[at > 0 ? at - 1 : 0];
    const double to = xs[std::min(at + 1, xs.size() - 1)];
    xs = ramp(from, to);
    ys = curve.at(xs);
  }
  return found;
}

using Side = Solution::Side;

/// On which side of a target a figure is beyond its only crossing, or everywhere.
Side sideOf(const std::vector<double>& xs, const std::vector<double>& ys, double target,
            const std::vector<double>& crossings) {
  if (crossings.size() > 1) return Side::neither;
  bool above = false;
  bool below = false;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    const bool isBefore = !crossings.empty() && xs[i] < crossings.front();
    above = above || (isBefore ? ys[i] < target : ys[i] > target);
    below = below || (isBefore ? ys[i] > target : ys[i] < target);
  }
  if (above == below) return Side::neither;
  return above ? Side::above : Side::below;
}

/// What differs from the target by rounding alone is the target: a figure that never moves from it
/// does not cross it.
void snap(std::vector<double>& ys, double target) {
  for (double& y : ys) {
    if (std::fabs(y - target) <= 1e-12 * std::fabs(target)) y = target;
  }
}

bool isAlwaysAt(const std::vector<double>& ys, double target) {
  const bool isEver = std::find(ys.begin(), ys.end(), target) != ys.end();
  return isEver &&
         std::all_of(ys.begin(), ys.end(), [target](double y) { return y != y || y == target; });
}

void keepTypable(std::vector<double>& values) {
  const auto isTooSmall = [](double x) { return x > 0 && x < kSmallestAmount; };
  values.erase(std::remove_if(values.begin(), values.end(), isTooSmall), values.end());
}

}  // namespace

double highest(const Quantity& quantity) { return quantity.isRate() ? 1 : kLargestAmount; }

std::optional<Solution> solve(const Trace& figure, std::span<const Quantity> quantities,
                              std::uint32_t quantity, double target, std::optional<double> most) {
  Curve curve(figure, quantities, quantity);
  if (!curve.depends()) return std::nullopt;
  const Quantity& moved = quantities[quantity];
  const std::vector<double> xs = grid(moved, 64, most.value_or(highest(moved)));
  std::vector<double> ys = curve.at(xs);
  snap(ys, target);
  Solution solution;
  solution.isAlways = isAlwaysAt(ys, target);
  for (std::size_t i = 0; i < xs.size() && !solution.isAlways; ++i) {
    const bool met = ys[i] == target && (i == 0 || ys[i - 1] != target);
    if (met) {
      solution.values.push_back(xs[i]);
    } else if (i > 0 && ys[i] != target && crosses(ys[i - 1], ys[i], target)) {
      const std::optional<double> at = closeIn(curve, xs[i - 1], xs[i], target);
      if (at) solution.values.push_back(*at);
    }
  }
  keepTypable(solution.values);
  solution.side = sideOf(xs, ys, target, solution.values);
  if (solution.values.empty()) solution.nearest = nearest(curve, xs, ys, target);
  return solution;
}

namespace {

/// The share of trials in which a condition holds, as a function of one quantity.
class Odds {
 public:
  Odds(const Tape& tape, const Condition& condition, std::span<const Quantity> quantities,
       std::uint32_t quantity, std::uint64_t seed, std::size_t trials)
      : program_(tape, {&condition.figure, 1}, varying(quantities, quantity)),
        condition_(condition),
        trials_(trials) {
    std::vector<std::uint32_t> drawn;
    for (const std::uint32_t input : program_.inputs()) {
      if (input != quantity) drawn.push_back(input);
    }
    depends_ = drawn.size() < program_.inputs().size();
    fill(Draws(quantities, drawn, seed), drawn.size());
    for (std::size_t i = 0; i < program_.inputs().size(); ++i) {
      if (program_.inputs()[i] == quantity) moved_ = i;
    }
  }

  bool depends() const { return depends_; }

  /// Not a number where no trial has the figure.
  double at(double x) {
    std::vector<double> lanes(kBlock, x);
    std::size_t holds = 0;
    bool isDefined = false;
    const std::size_t drawn = program_.inputs().size() - 1;
    std::vector<const double*> columns(program_.inputs().size());
    for (std::size_t first = 0; first < trials_; first += kBlock) {
      for (std::size_t i = 0, next = 0; i < columns.size(); ++i) {
        columns[i] = i == moved_ ? lanes.data() : values_.data() + first * drawn + next++ * kBlock;
      }
      program_.run(columns.data());
      const double* out = program_.output(0);
      const std::size_t count = std::min(kBlock, trials_ - first);
      for (std::size_t i = 0; i < count; ++i) {
        holds += condition_.holds(out[i]) ? 1 : 0;
        isDefined = isDefined || out[i] == out[i];
      }
    }
    if (!isDefined) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(holds) / static_cast<double>(trials_);
  }

 private:
  static std::vector<bool> varying(std::span<const Quantity> quantities, std::uint32_t quantity) {
    std::vector<bool> varies = rangesOf(quantities);
    varies[quantity] = true;
    return varies;
  }

  void fill(const Draws& draws, std::size_t drawn) {
    const std::size_t blocks = (trials_ + kBlock - 1) / kBlock;
    values_.resize(blocks * drawn * kBlock);
    std::vector<double*> columns(drawn);
    for (std::size_t block = 0; block < blocks; ++block) {
      for (std::size_t i = 0; i < drawn; ++i) {
        columns[i] = values_.data() + (block * drawn + i) * kBlock;
      }
      draws.block(block, columns.data());
    }
  }

  Program program_;
  Condition condition_;
  std::size_t trials_;
  bool depends_ = false;
  std::size_t moved_ = 0;
  std::vector<double> values_;
};

/// The last value on the side where the condition holds often enough.
double closeIn(Odds& odds, double from, double to, double probability) {
  const bool holdsAtEnd = odds.at(to) >= probability;
  for (int round = 0; round < 200; ++round) {
    const double middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) break;
    ((odds.at(middle) >= probability) == holdsAtEnd ? to : from) = middle;
  }
  return holdsAtEnd ? to : from;
}

}  // namespace

std::optional<Solution> solveChance(const Tape& tape, const Condition& condition,
                                    std::span<const Quantity> quantities, std::uint32_t quantity,
                                    double probability, std::uint64_t seed, std::size_t trials,
                                    std::optional<double> most) {
  Odds odds(tape, condition, quantities, quantity, seed, trials);
  if (!odds.depends()) return std::nullopt;
  const Quantity& moved = quantities[quantity];
  const std::vector<double> xs = grid(moved, 2, most.value_or(highest(moved)));
  std::vector<double> chances;
  std::vector<double> margins;  // 1 where likely enough, -1 where not
  for (const double x : xs) {
    const double chance = odds.at(x);
    chances.push_back(chance);
    margins.push_back(chance == chance ? (chance >= probability ? 1 : -1) : chance);
  }
  Solution solution;
  for (std::size_t i = 1; i < xs.size(); ++i) {
    if (!(margins[i - 1] * margins[i] < 0)) continue;
    solution.values.push_back(closeIn(odds, xs[i - 1], xs[i], probability));
  }
  keepTypable(solution.values);
  solution.side = sideOf(xs, margins, 0, solution.values);
  if (!solution.values.empty()) return solution;
  const std::size_t best = nearestPlace(chances, probability);
  if (best < xs.size()) solution.nearest = Solution::Nearest{xs[best], chances[best]};
  return solution;
}

std::optional<bool> findGoalScale(Scenario& s) {
  if (!s.goal || !anyResponds(s)) return std::nullopt;
  Quantity scale;
  scale.low = scale.likely = scale.high = 1;
  scale.metric = Metric::goalScale;
  const auto number = static_cast<std::uint32_t>(s.quantities.size());
  s.quantities.push_back(scale);
  s.goal->scale = number;
  Tape tape;
  Sheet<Trace> sheet(s, Numbers<Trace>(tape));
  const Trace reached = sheet(sheet.total(), Metric::goalReached);
  const double target = s.quantities[*s.goal->target].likely;
  double& found = s.quantities[number].likely;
  Curve curve(reached, s.quantities, number);
  const bool isLower = info(s.goal->metric).better == Better::lower;
  const double atNone = curve.depends() ? curve.at({0}).front() : reached.figure().value;
  if (isLower ? atNone <= target : atNone >= target) {
    found = 0;
    return true;
  }
  const std::optional<Solution> solution = solve(reached, s.quantities, number, target);
  if (!solution) return false;
  const bool isMet = !solution->values.empty() || solution->isAlways;
  if (!solution->values.empty()) found = solution->values.front();
  if (solution->nearest) found = solution->nearest->value;
  return isMet;
}

std::optional<double> beyondSeen(Recorded& plan, double scale) {
  const Scenario& s = plan.sheet.scenario();
  const std::vector<bool> moved = movedChannels(s);
  const auto distance = [](double times) { return std::max(times, 1 / times); };
  std::optional<double> furthest;
  for (std::size_t c = 0; c < moved.size(); ++c) {
    if (!moved[c]) continue;
    const double spent = plan.figure(c, Metric::adSpend).value;
    const std::optional<double> by =
        beyond(scale * spent, seenOf({spent, spent}, observedOf(s, c)));
    if (by && (!furthest || distance(*by) > distance(*furthest))) furthest = by;
  }
  return furthest;
}

Better betterOf(const Scenario& s, const Wanted& wanted) {
  return wanted.own ? ownOf(s).of->better[*wanted.own] : info(wanted.metric).better;
}

namespace {

Trace figureOf(Sheet<Trace>& sheet, const Wanted& wanted) {
  return wanted.own ? ownFigure(sheet, *wanted.own) : sheet(wanted.scope, wanted.metric);
}

/// Leads stay below the ceiling of their channel.
std::optional<double> ceilingOf(const Scenario& s, std::uint32_t quantity) {
  for (const Channel& channel : s.channels) {
    const bool isOfLeads = channel.given[static_cast<std::size_t>(Metric::leads)] == quantity;
    if (!isOfLeads || !channel.response || !channel.response->ceiling) continue;
    return std::nextafter(s.quantities[*channel.response->ceiling].likely, 0);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Solution> solve(const Scenario& s, const Wanted& wanted, std::uint32_t quantity,
                              std::uint64_t seed, std::size_t trials) {
  const std::optional<double> most = ceilingOf(s, quantity);
  if (!wanted.probability) {
    Recorded plan(s);
    return solve(figureOf(plan.sheet, wanted), s.quantities, quantity, wanted.target, most);
  }
  RecordedTrials drawn(s);
  const Trace figure = figureOf(drawn.sheet, wanted);
  const Trace target = drawn.sheet.numbers().constant(wanted.target, Metric::goalTarget);
  const bool isLower = betterOf(s, wanted) == Better::lower;
  const Trace met = isLower ? target - figure : figure - target;
  return solveChance(drawn.tape, {met.node, true}, drawn.quantities, quantity, *wanted.probability,
                     seed, trials, most);
}

Seen seenOf(const Scenario& s, std::uint32_t quantity) {
  const Seen typed{s.quantities[quantity].low, s.quantities[quantity].high};
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    for (const CostLine& line : s.channels[c].lines) {
      const bool isWhole = line.kind == Metric::adSpend && !line.share && !line.periodMonths;
      if (isWhole && line.amount == quantity) return seenOf(typed, observedOf(s, c));
    }
  }
  return typed;
}

std::optional<bool> isMetAbove(const Solution& solution, Better better) {
  if (solution.side == Solution::Side::neither || better == Better::neither) return std::nullopt;
  return (solution.side == Solution::Side::above) == (better != Better::lower);
}

}  // namespace roi
