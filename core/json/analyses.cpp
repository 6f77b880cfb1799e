#include <algorithm>
#include <array>
#include <cmath>

#include "json/api.h"
#include "json/cash.h"
#include "json/request.h"
#include "json/simulation.h"
#include "roi/cash_flow.h"
#include "roi/compare.h"
#include "roi/order.h"
#include "roi/range.h"
#include "roi/sensitivity.h"
#include "roi/solve.h"
#include "roi/split_budget.h"

namespace roi::json {
namespace {

constexpr std::size_t kTrials = 8192;

// Sensitivity

void writeLevers(Writer& out, const Scenario& s, std::size_t scope, Metric metric) {
  const Levers form = levers(s);
  Recorded recorded(form.scenario);
  out.key("levers").open('[');
  for (const LeverEffect& effect : leverEffects(form, recorded.sheet(scope, metric))) {
    out.open('{').key("kind").text(info(effect.kind).id);
    if (effect.channel) {
      out.key("channel").text(s.channels[*effect.channel].id).key("value").number(effect.value);
    }
    out.key("percent").number(effect.percent);
    if (info(effect.kind).unit == Unit::rate) out.key("point").number(effect.point);
    out.key("elasticity").figure(effect.elasticity).close('}');
  }
  out.close(']');
}

/// A typed figure and what the metric makes of it.
struct Typed {
  std::uint32_t quantity = 0;
  double slope = 0;
  Figure<> elasticity;
  const Swing* swing = nullptr;
};

/// Ranges in the order of their swings, then single figures by their elasticity.
std::vector<Typed> typedFigures(const Trace& figure, std::span<const Quantity> quantities,
                                const std::vector<Swing>& swings) {
  const std::vector<double> slopes = gradient(figure, quantities.size());
  std::vector<Typed> ranges;
  std::vector<Typed> singles;
  const std::vector<bool> drawn = rangesOf(quantities);
  const auto typed = [&](std::uint32_t q) {
    return Typed{q, slopes[q], elasticity(figure, quantities[q].likely, slopes[q]), nullptr};
  };
  if (slopes.empty()) return ranges;
  for (const Swing& swing : swings) {
    ranges.push_back(typed(swing.quantity));
    ranges.back().swing = &swing;
  }
  for (std::uint32_t q = 0; q < quantities.size(); ++q) {
    const bool isFigure = quantities[q].scale != Scale::fixed && !drawn[q];
    if (isFigure && slopes[q] != 0) singles.push_back(typed(q));
  }
  sortStably(singles, [](const Typed& a, const Typed& b) {
    const auto strength = [](const Typed& t) {
      return static_cast<float>(std::fabs(t.elasticity.value));
    };
    return strength(a) > strength(b);
  });
  ranges.insert(ranges.end(), singles.begin(), singles.end());
  return ranges;
}

void writeTyped(Writer& out, std::span<const Quantity> quantities,
                const std::vector<Typed>& figures) {
  out.key("inputs").open('[');
  for (const Typed& typed : figures) {
    const Quantity& q = quantities[typed.quantity];
    out.open('{').key("pointer").text(q.pointer).key("metric").text(info(q.metric).id);
    out.key("value").number(q.likely).key("derivative").number(typed.slope);
    out.key("elasticity").figure(typed.elasticity);
    if (typed.swing) {
      out.key("swing").open('{').key("low").number(q.low).key("high").number(q.high);
      out.key("atLow").number(typed.swing->atLow);
      out.key("atHigh").number(typed.swing->atHigh).close('}');
    }
    out.close('}');
  }
  out.close(']');
}

void writeShares(Writer& out, std::span<const Quantity> quantities,
                 const std::vector<VarianceShare>& shares) {
  double together = 1;
  out.key("shares").open('[');
  for (const VarianceShare& share : shares) {
    out.open('{').key("pointers").open('[');
    const Quantity& first = quantities[share.quantities.front()];
    const bool isLuck = first.scale == Scale::even;
    for (const std::uint32_t q : share.quantities) {
      if (!isLuck) out.text(quantities[q].pointer);
    }
    out.close(']');
    if (isLuck) out.key("luck").flag(true);
    if (!first.group.empty()) out.key("group").text(first.group);
    out.key("share").number(share.share).key("error").number(share.error).close('}');
    together -= share.share;
  }
  out.close(']');
  if (!shares.empty()) out.key("together").number(together);
}

std::string sensitivityRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const Metric metric = read.metric();
  const std::size_t scope = read.scope(s);
  const std::size_t trials = read.trials(kTrials);
  const std::uint64_t seed = read.seed();
  if (!read.errors().empty()) return reply(read.errors());
  Recorded recorded(s);
  const Trace figure = recorded.sheet(scope, metric);
  Writer out;
  out.open('{').key("scenario").text(s.id).key("metric").text(info(metric).id);
  if (scope < s.channels.size()) out.key("channel").text(s.channels[scope].id);
  out.key("value").figure(figure.figure());
  const bool isDefined = figure.figure().defined();
  const std::vector<Swing> ranges = isDefined ? swings(figure, s.quantities) : std::vector<Swing>();
  if (isDefined) {
    writeLevers(out, s, scope, metric);
  } else {
    out.key("levers").open('[').close(']');
  }
  writeTyped(out, s.quantities, typedFigures(figure, s.quantities, ranges));
  if (read.flag("shares", true)) {
    RecordedTrials drawn(s);
    writeShares(out, drawn.quantities,
                varianceShares(drawn.sheet(scope, metric), drawn.quantities, ranges, seed, trials));
  }
  return reply(std::move(out.close('}')));
}

// Goal seek

/// What is asked of a figure of a scope.
struct Wanted {
  std::size_t scope;
  Metric metric;
  double target;
};

std::optional<Solution> solution(const Scenario& s, const Wanted& wanted, std::uint32_t input) {
  Recorded recorded(s);
  return roi::solve(recorded.sheet(wanted.scope, wanted.metric), s.quantities, input,
                    wanted.target);
}

std::optional<Solution> solution(const Scenario& s, const Wanted& wanted, std::uint32_t input,
                                 double probability, std::uint64_t seed, std::size_t trials) {
  RecordedTrials drawn(s);
  const Trace figure = drawn.sheet(wanted.scope, wanted.metric);
  const Trace target = drawn.sheet.numbers().constant(wanted.target, Metric::goalTarget);
  const bool isLower = info(wanted.metric).better == Better::lower;
  const Trace met = isLower ? target - figure : figure - target;
  return solveChance(drawn.tape, {met.node, true}, drawn.quantities, input, probability, seed,
                     trials);
}

/// What was typed: for the only ad spend of a channel also what was observed.
Seen typedOf(const Scenario& s, std::uint32_t input) {
  const Seen typed{s.quantities[input].low, s.quantities[input].high};
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    for (const CostLine& line : s.channels[c].lines) {
      const bool isWhole = line.kind == Metric::adSpend && !line.share && !line.periodMonths;
      if (isWhole && line.amount == input) return seenOf(typed, observedOf(s, c));
    }
  }
  return typed;
}

void writeSolution(Writer& out, const Solution& found, const Seen& seen, Better better) {
  out.key("solutions").open('[');
  for (const double value : found.values) out.number(value);
  out.close(']').key("beyond").open('[');
  for (const double value : found.values) {
    const std::optional<double> by = beyond(value, seen);
    if (by) {
      out.number(*by);
    } else {
      out.null();
    }
  }
  out.close(']');
  const bool isMet = (found.side == Solution::Side::above) == (better != Better::lower);
  const bool isSided = found.side != Solution::Side::neither && better != Better::neither;
  if (isSided && !found.values.empty()) out.key("holds").text(isMet ? "above" : "below");
  if (isSided && found.values.empty() && isMet) out.key("always").flag(true);
  if (!found.nearest) return;
  out.key("best").open('{').key("value").number(found.nearest->value);
  out.key("gives").number(found.nearest->gives).close('}');
}

std::string solveRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const Metric metric = read.metric();
  const std::size_t scope = read.scope(s);
  const std::uint32_t input = read.input(s);
  const double target = read.number("target", 0, -kLargestAmount, kLargestAmount);
  const double chance = read.number("probability", 0.5, 0, 1);
  const std::size_t trials = read.trials(kTrials);
  const std::uint64_t seed = read.seed();
  const std::vector<bool> ranges = rangesOf(s.quantities);
  const auto drawn = static_cast<std::size_t>(std::count(ranges.begin(), ranges.end(), true));
  const bool byChance = read.find("probability") != nullptr;
  if (byChance && (drawn + s.channels.size()) * trials > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return reply(read.errors());
  const Wanted wanted{scope, metric, target};
  const std::optional<Solution> found =
      byChance ? solution(s, wanted, input, chance, seed, trials) : solution(s, wanted, input);
  if (!found) return reply({{ErrorCode::requestUnrelated, "/input", s.quantities[input].pointer}});
  const Quantity& q = s.quantities[input];
  Writer out;
  out.open('{').key("metric").text(info(metric).id).key("input").text(q.pointer);
  out.key("inputMetric").text(info(q.metric).id).key("target").number(target);
  if (byChance) out.key("probability").number(chance);
  out.key("from").number(q.likely).key("reachable").flag(!found->values.empty());
  writeSolution(out, *found, typedOf(s, input), byChance ? Better::higher : info(metric).better);
  return reply(std::move(out.close('}')));
}

// Over time

/// A sum that is zero but for rounding crosses in its own month.
std::size_t wholeMonth(double months) { return static_cast<std::size_t>(std::ceil(months - 1e-9)); }

void writePayback(Writer& out, double months) {
  out.open('{');
  if (months == kNever || months == kLater) {
    out.key(months == kNever ? "never" : "later").flag(true);
  } else {
    out.key("months").number(months);
    out.key("whole").number(static_cast<double>(wholeMonth(months)));
  }
  out.close('}');
}

/// With the sums between which it lies.
void writePayback(Writer& out, const Cash<Trace>& cash) {
  const Figure<>& months = cash.payback.figure();
  if (!months.defined()) {
    out.figure(months);
    return;
  }
  writePayback(out, months.value);
  const std::size_t whole = wholeMonth(months.value);
  if (whole == 0 || whole >= cash.sums.size()) return;
  out.key("crossing").open('{').key("before").figure(cash.sums[whole - 1].figure());
  out.key("after").figure(cash.sums[whole].figure()).close('}');
}

/// Of figures from month 0 on those up to the horizon.
void writeMonths(Writer& out, std::string_view key, const std::vector<Trace>& figures,
                 std::size_t horizon) {
  out.key(key).open('[');
  for (std::size_t t = 0; t <= horizon; ++t) out.figure(figures[t].figure());
  out.close(']');
}

void writeReason(Writer& out, std::string_view why) {
  out.open('{').key("undefined").text(why).close('}');
}

void writeReturnOnTime(Writer& out, const Scenario& s, ScopeCash& c) {
  const Figure<>& roi = c.sheet(c.scope, Metric::roi).figure();
  out.key("irr");
  if (c.cash.all.figure().defined()) {
    std::vector<double> flows;
    for (const Trace& flow : c.cash.flow) flows.push_back(flow.figure().value);
    std::vector<Fading> fading;
    for (const Stream<Trace>& in : c.cash.streams) {
      if (in.stay) fading.push_back({in.months.back().figure().value, in.stay->figure().value});
    }
    const InternalRate rate = internalRate(flows, fading);
    if (rate.roots == 1) {
      out.number(rate.yearly);
    } else {
      writeReason(out, rate.roots == 0 ? "none:irr" : "several:irr");
    }
  } else {
    out.figure(c.cash.all.figure());
  }
  out.key("annualisedRoi");
  const std::optional<std::size_t> last = lastMonth(s, c.scope);
  const std::optional<double> yearly =
      last && roi.defined() ? annualised(roi.value, *last) : std::nullopt;
  if (!roi.defined()) {
    out.figure(roi);
  } else if (yearly) {
    out.number(*yearly);
  } else {
    writeReason(out, last ? "none:annualisedRoi" : "missing:end");
  }
}

/// How the months of payback spread over the trials in which they are defined.
void writePaybackBand(Writer& out, std::span<const double> trials, std::size_t horizon) {
  Dealt dealt{};
  Dealt held{};
  std::vector<double> months;
  for (std::size_t trial = 0; trial < trials.size(); ++trial) {
    const std::size_t replicate = trial / kBlock % kReplicates;
    ++dealt[replicate];
    if (std::isnan(trials[trial])) continue;
    held[replicate] += trials[trial] <= static_cast<double>(horizon) ? 1 : 0;
    months.push_back(trials[trial]);
  }
  std::sort(months.begin(), months.end());
  out.key("payback").open('{');
  for (const auto& [key, level] : {std::pair{"p5", 0.05}, {"p50", 0.5}, {"p95", 0.95}}) {
    const auto place = static_cast<std::size_t>(static_cast<double>(months.size() - 1) * level);
    out.key(key);
    writePayback(out, months[place]);
  }
  out.close('}').key("paidBack");
  writeChance(out, chanceOf(dealt, held, trials.size() - months.size()));
}

void writeBand(Writer& out, const ScopeCash& c, std::uint64_t seed, std::size_t trials) {
  if (!hasRanges(c.quantities) || !c.cash.payback.figure().defined()) return;
  Question question;
  for (std::size_t t = 0; t <= c.horizon; ++t) question.spreads.push_back(c.cash.sums[t].node);
  for (const Trace& figure : {c.cash.worth, c.within, c.later, c.cash.payback}) {
    question.spreads.push_back(figure.node);
  }
  Simulation simulation(c.tape, c.quantities, question, seed, trials);
  simulation.advance(trials);
  if (simulation.ranges() == 0) return;
  std::vector<Spread> spreads;
  for (std::size_t t = 0; t <= c.horizon; ++t) spreads.push_back(spread(simulation.values(t)));
  out.key("band").open('{');
  for (const auto& [key, level] : {std::pair{"p5", 0}, {"p50", 2}, {"p95", 4}}) {
    out.key(key).open('[');
    for (const Spread& month : spreads)
      out.number(month.quantiles[static_cast<std::size_t>(level)]);
    out.close(']');
  }
  std::size_t next = c.horizon + 1;
  for (const auto& [key, figure] : {std::pair{"netPresentValue", &c.cash.worth},
                                    {"netPresentValueWithin", &c.within},
                                    {"stillToCome", &c.later}}) {
    out.key(key);
    writeDistribution(out, summary(simulation.values(next++), false), figure->figure());
  }
  writePaybackBand(out, simulation.values(next), c.horizon);
  out.close('}');
}

void writeCash(Writer& out, const Scenario& s, std::size_t scope, std::uint64_t seed,
               std::size_t trials) {
  ScopeCash c(s, scope, hasRanges(s.quantities));
  const Trace profit = c.sheet(scope, Metric::profit);
  writeMonths(out, "months", c.cash.flow, c.horizon);
  writeMonths(out, "cumulative", c.cash.sums, c.horizon);
  out.key("profit").figure(profit.figure());
  out.key("stillToCome").figure(c.later.figure());
  const Figure<> none = profit.figure().defined() ? Figure<>{0, {}} : profit.figure();
  const bool discounts = countsLess(s, scope);
  out.key("discountedAway").figure(discounts ? (c.cash.all - profit).figure() : none);
  out.key("netPresentValue").figure(c.cash.worth.figure());
  out.key("netPresentValueWithin").figure(c.within.figure());
  out.key("payback");
  writePayback(out, c.cash);
  if (c.calendar.discounts() && c.cash.discountedPayback.figure().defined()) {
    out.key("discountedPayback");
    writePayback(out, c.cash.discountedPayback.figure().value);
  }
  writeReturnOnTime(out, s, c);
  writeBand(out, c, seed, trials);
}

std::string cashFlowOf(const Scenario& s, bool withChannels, std::size_t trials,
                       std::uint64_t seed) {
  Writer out;
  out.open('{').key("scenario").text(s.id);
  out.key("horizonMonths").number(static_cast<double>(horizonMonths(s)));
  Recorded recorded(s);
  const std::optional<Trace> discount = monthlyDiscount(recorded.sheet);
  out.key("discountFactor").number(discount ? discount->figure().value : 1);
  const Figure<> due = alsoDue(recorded.sheet).figure();
  if (due.defined() && due.value > 0) out.key("alsoDue").number(due.value);
  out.key("total").open('{');
  writeCash(out, s, s.channels.size(), seed, trials);
  out.close('}').key("channels").open('[');
  for (std::size_t i = 0; withChannels && i < s.channels.size(); ++i) {
    out.open('{').key("id").text(s.channels[i].id);
    writeCash(out, s, i, seed, trials);
    out.close('}');
  }
  return reply(std::move(out.close(']').close('}')));
}

std::string cashFlowRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const std::size_t trials = read.trials(kTrials);
  const std::uint64_t seed = read.seed();
  const bool withChannels = read.flag("channels");
  const std::size_t kept = hasRanges(s.quantities) ? trials : 1;
  if ((horizonMonths(s) + 5) * kept > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return reply(read.errors());
  return cashFlowOf(s, withChannels, trials, seed);
}

// Comparison

void writeDifference(Writer& out, const Difference& d) {
  out.open('{').key("from").figure(d.from).key("to").figure(d.to);
  out.key("difference").figure(d.absolute).key("relative").figure(d.relative).close('}');
}

/// The two scenarios side by side.
struct Sides {
  const Scenario& from;
  const Scenario& to;
  Recorded before{from};
  Recorded after{to};

  Difference total(Metric m) {
    return difference(before.figure(from.channels.size(), m), after.figure(to.channels.size(), m),
                      m);
  }
};

double months(const Scenario& s) { return s.quantities[*s.periodMonths].likely; }

void writeTotals(Writer& out, Sides& sides) {
  out.key("total").open('{');
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (!isResult(metric)) continue;
    out.key(info(metric).id);
    writeDifference(out, sides.total(metric));
  }
  out.close('}');
}

/// Unequal periods: amounts and counts a month. Rates do not depend on how long the period is.
void writePerMonth(Writer& out, Sides& sides) {
  const Figure<> from{months(sides.from), {}};
  const Figure<> to{months(sides.to), {}};
  if (from.value == to.value) return;
  out.key("perMonth").open('{');
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (!addsUp(metric)) continue;
    const Difference whole = sides.total(metric);
    out.key(info(metric).id);
    writeDifference(out, difference(quotient(whole.from, from, Metric::periodMonths),
                                    quotient(whole.to, to, Metric::periodMonths), metric));
  }
  out.close('}');
}

void writeChannel(Writer& out, Sides& sides, std::optional<std::size_t> a,
                  std::optional<std::size_t> b) {
  const std::string& id = a ? sides.from.channels[*a].id : sides.to.channels[*b].id;
  const std::string_view in = a && b ? "both" : a ? "from" : "to";
  out.open('{').key("id").text(id).key("in").text(in);
  for (const Metric metric : {Metric::roi, Metric::profit}) {
    const Figure<> none = undefined<double>(Reason::Kind::missing, metric);
    out.key(info(metric).id);
    writeDifference(out, difference(a ? sides.before.figure(*a, metric) : none,
                                    b ? sides.after.figure(*b, metric) : none, metric));
  }
  out.close('}');
}

void writeChannels(Writer& out, Sides& sides) {
  out.key("channels").open('[');
  const auto after = placesIn(sides.to, sides.from);
  const auto before = placesIn(sides.from, sides.to);
  for (std::size_t a = 0; a < after.size(); ++a) writeChannel(out, sides, a, after[a]);
  for (std::size_t b = 0; b < before.size(); ++b) {
    if (!before[b]) writeChannel(out, sides, std::nullopt, b);
  }
  out.close(']');
}

void writeBridge(Writer& out, const Bridge& b) {
  if (b.why) {
    out.figure({0, b.why});
    return;
  }
  out.open('{').key("from").number(b.from.value).key("to").number(b.to.value);
  out.key("parts").open('[');
  for (const Bridge::Part& part : b.parts) {
    out.open('{').key("kind").text(text(part.player)).key("amount").number(part.amount).close('}');
  }
  out.close(']').close('}');
}

std::string compareRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  Sides sides{read.scenario("from").scenario, read.scenario("to").scenario};
  if (!read.errors().empty()) return reply(read.errors());
  const auto basis = [](const Scenario& s) { return onMarginBasis(s) ? "margin" : "revenue"; };
  Writer out;
  out.open('{').key("from").text(sides.from.id).key("to").text(sides.to.id);
  out.key("months").open('{').key("from").number(months(sides.from));
  out.key("to").number(months(sides.to)).close('}');
  out.key("basis").open('{').key("from").text(basis(sides.from));
  out.key("to").text(basis(sides.to)).close('}');
  writeTotals(out, sides);
  writePerMonth(out, sides);
  writeChannels(out, sides);
  const std::array<Metric, 2> metrics = {Metric::profit, Metric::roi};
  const std::vector<Bridge> both = bridges(sides.from, sides.to, metrics);
  out.key("bridge").open('{');
  for (std::size_t m = 0; m < metrics.size(); ++m) {
    out.key(info(metrics[m]).id);
    writeBridge(out, both[m]);
  }
  return reply(std::move(out.close('}').close('}')));
}

// Budget split

/// The channels whose ad spend may be moved, and the expected figures the split starts from.
struct Moved {
  std::vector<std::size_t> channels;
  std::vector<std::size_t> held;
  std::vector<ResponseCurve> curves;
  std::vector<Seen> seen;
  double total = 0;
};

/// The mean of figures over the plan's ranges; nothing where none moves them.
std::vector<double> means(Recorded& recorded, const std::vector<Trace>& figures, std::uint64_t seed,
                          std::size_t trials) {
  Question question;
  for (const Trace& figure : figures) question.spreads.push_back(figure.node);
  Simulation simulation(recorded.tape, recorded.sheet.scenario().quantities, question, seed,
                        trials);
  if (simulation.ranges() == 0) return {};
  simulation.advance(trials);
  std::vector<double> means;
  for (std::size_t k = 0; k < figures.size(); ++k) {
    means.push_back(spread(simulation.values(k)).mean);
  }
  return means;
}

void holdOrMove(Moved& moved, Recorded& recorded, const Scenario& s, std::size_t c) {
  if (!scalesWithAdSpend(s, c)) return;
  const Figure<> spend = recorded.figure(c, Metric::adSpend);
  const bool moves = responds(s, c) && spend.defined() && spend.value > 0 &&
                     recorded.figure(c, Metric::return_).defined();
  (moves ? moved.channels : moved.held).push_back(c);
}

/// Within what was seen, unless told otherwise.
void bound(ResponseCurve& curve, const Response& response, const Seen& seen) {
  curve.minimum = response.minAdSpend.value_or(kLeastSeen * seen.least);
  curve.maximum = response.maxAdSpend.value_or(kMostSeen * seen.most);
  if (!response.minAdSpend) curve.minimum = std::min(curve.minimum, curve.maximum);
  if (!response.maxAdSpend) curve.maximum = std::max(curve.minimum, curve.maximum);
}

Moved movedChannels(RequestReader& read, Recorded& recorded, const Scenario& s, std::uint64_t seed,
                    std::size_t trials) {
  Moved moved;
  for (std::size_t c = 0; c < s.channels.size(); ++c) holdOrMove(moved, recorded, s, c);
  std::vector<Trace> returns;
  for (const std::size_t c : moved.channels) returns.push_back(recorded.sheet(c, Metric::return_));
  const std::vector<double> expected = means(recorded, returns, seed, trials);
  double spent = 0;
  for (std::size_t i = 0; i < moved.channels.size(); ++i) {
    const std::size_t c = moved.channels[i];
    const Response& response = *s.channels[c].response;
    ResponseCurve curve;
    curve.spend = recorded.figure(c, Metric::adSpend).value;
    curve.expectedReturn = expected.empty() ? returns[i].figure().value : expected[i];
    curve.elasticity = s.quantities[*response.elasticity].likely;
    moved.seen.push_back(seenOf({curve.spend, curve.spend}, response.observed));
    bound(curve, response, moved.seen.back());
    spent += curve.spend;
    moved.curves.push_back(curve);
  }
  moved.total = read.number("total", spent, 0, kLargestAmount);
  return moved;
}

/// The plan's profit once the split is spent.
Trace profitAfter(Recorded& recorded, const Moved& moved, const std::vector<double>& spends) {
  Sheet<Trace>& sheet = recorded.sheet;
  Trace profit = sheet(sheet.total(), Metric::profit);
  const Trace one = sheet.numbers().constant(1, Metric::amount);
  for (std::size_t i = 0; i < spends.size(); ++i) {
    const std::size_t c = moved.channels[i];
    const double times = spends[i] / moved.curves[i].spend;
    const Trace scale = sheet.numbers().constant(times, Metric::amount);
    const Trace elasticity = sheet.input(*sheet.scenario().channels[c].response->elasticity);
    const Trace more = sheet(c, Metric::return_) * (power(scale, elasticity) - one);
    profit = profit + more - sheet(c, Metric::adSpend) * (scale - one);
  }
  return profit;
}

void writeFromTo(Writer& out, std::string_view key, const Figure<>& from, const Figure<>& to) {
  out.key(key).open('{').key("from").figure(from).key("to").figure(to).close('}');
}

void writeSplitChannel(Writer& out, const std::string& id, const ResponseCurve& curve,
                       const Seen& seen, const Figure<>& leads, double spend) {
  const auto gain = [&](double at) { return Figure<>{returnAt(curve, at) - at, {}}; };
  const Figure<> factor{volumeFactor(curve, spend), {}};
  out.open('{').key("id").text(id).key("elasticity").number(curve.elasticity);
  writeFromTo(out, "adSpend", {curve.spend, {}}, {spend, {}});
  writeFromTo(out, "gain", gain(curve.spend), gain(spend));
  writeFromTo(out, "leads", leads, leads * factor);
  writeFromTo(out, "marginalRoi", marginalRoi(curve, curve.spend), marginalRoi(curve, spend));
  constexpr double kRounding = 1 + 1e-12;
  if (spend <= curve.minimum * kRounding) {
    out.key("bound").text("minimum");
  } else if (spend * kRounding >= curve.maximum) {
    out.key("bound").text("maximum");
  }
  if (const auto by = beyond(spend, seen)) out.key("beyond").number(*by);
  out.close('}');
}

std::string splitRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const std::size_t trials = read.trials(kTrials);
  const std::uint64_t seed = read.seed();
  if (hasRanges(s.quantities) && (s.channels.size() + 1) * trials > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return reply(read.errors());
  Recorded recorded(s);
  const Trace before = recorded.sheet(s.channels.size(), Metric::profit);
  if (!before.figure().defined()) {
    Writer out;
    return reply(std::move(out.figure(before.figure())));
  }
  const Moved moved = movedChannels(read, recorded, s, seed, trials);
  if (!read.errors().empty()) return reply(read.errors());
  const std::optional<BudgetSplit> split = roi::splitBudget(moved.curves, moved.total);
  if (!split) return reply({{ErrorCode::splitTotal, "/total", {}}});
  double spent = 0;
  for (const double spend : split->spend) spent += spend;
  const Trace after = profitAfter(recorded, moved, split->spend);
  const std::vector<double> mean = means(recorded, {before, after}, seed, trials);
  Writer out;
  out.open('{').key("scenario").text(s.id).key("total").number(moved.total);
  out.key("spent").number(spent).key("marginalRoi").number(split->marginalRoi);
  writeFromTo(out, "profit", before.figure(), after.figure());
  if (!mean.empty()) writeFromTo(out, "mean", {mean[0], {}}, {mean[1], {}});
  out.key("channels").open('[');
  for (std::size_t i = 0; i < moved.channels.size(); ++i) {
    const std::size_t c = moved.channels[i];
    writeSplitChannel(out, s.channels[c].id, moved.curves[i], moved.seen[i],
                      recorded.figure(c, Metric::leads), split->spend[i]);
  }
  out.close(']').key("held").open('[');
  for (const std::size_t c : moved.held) out.text(s.channels[c].id);
  return reply(std::move(out.close(']').close('}')));
}

}  // namespace

std::string sensitivity(std::string_view text) {
  return answer(text, kSensitivityFields, sensitivityRequest);
}

std::string solve(std::string_view text) { return answer(text, kSolveFields, solveRequest); }

std::string cashFlow(std::string_view text) {
  return answer(text, kCashFlowFields, cashFlowRequest);
}

std::string compare(std::string_view text) { return answer(text, kCompareFields, compareRequest); }

std::string splitBudget(std::string_view text) {
  return answer(text, kSplitBudgetFields, splitRequest);
}

}  // namespace roi::json
