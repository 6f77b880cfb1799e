#include <algorithm>
#include <array>
#include <cmath>

#include "json/api.h"
#include "json/own.h"
#include "json/request.h"
#include "json/simulation.h"
#include "roi/cash_flow.h"
#include "roi/compare.h"
#include "roi/next_period.h"
#include "roi/order.h"
#include "roi/range.h"
#include "roi/response_fit.h"
#include "roi/scope_cash.h"
#include "roi/sensitivity.h"
#include "roi/solve.h"
#include "roi/split_plan.h"
#include "roi/verdict.h"

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

void writeTyped(Writer& out, std::span<const Quantity> quantities,
                const std::vector<Influence>& figures) {
  out.key("inputs").open('[');
  for (const Influence& typed : figures) {
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
  }
  out.close(']');
  if (!shares.empty()) out.key("together").number(together(shares));
}

/// "metric", and of an own figure which.
void writeMetric(Writer& out, const Scenario& s, Metric metric, std::optional<std::size_t> own) {
  out.key("metric").text(info(metric).id);
  if (own) out.key("own").text(ownOf(s).of->figures[*own].id);
}

std::string sensitivityRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const std::optional<std::size_t> own = read.ownFigure(s);
  const Metric metric = own ? Metric::ownFigure : read.metric();
  const std::size_t scope = read.scope(s);
  const std::size_t trials = read.trials(kTrials);
  const std::uint64_t seed = read.seed();
  if (!read.errors().empty()) return reply(read.errors());
  const auto figureOf = [&](Sheet<Trace>& sheet) {
    return own ? roi::ownFigure(sheet, *own) : sheet(scope, metric);
  };
  Recorded recorded(s);
  const Trace figure = figureOf(recorded.sheet);
  Writer out;
  out.open('{').key("scenario").text(s.id);
  writeMetric(out, s, metric, own);
  if (scope < s.channels.size()) out.key("channel").text(s.channels[scope].id);
  out.key("value");
  writeOwnValue(out, s, recorded.tape, figure.node);
  const bool isDefined = figure.figure().defined();
  const std::vector<Swing> ranges = isDefined ? swings(figure, s.quantities) : std::vector<Swing>();
  if (isDefined && !own) {
    writeLevers(out, s, scope, metric);
  } else {
    out.key("levers").open('[').close(']');
  }
  writeTyped(out, s.quantities, influences(figure, s.quantities, ranges));
  if (read.flag("shares", true)) {
    RecordedTrials drawn(s);
    writeShares(out, drawn.quantities,
                varianceShares(figureOf(drawn.sheet), drawn.quantities, ranges, seed, trials));
  }
  return reply(std::move(out.close('}')));
}

// Goal seek

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
  const std::optional<bool> above = isMetAbove(found, better);
  if (above && !found.values.empty()) out.key("holds").text(*above ? "above" : "below");
  if (found.isAlways || (above == true && found.values.empty())) out.key("always").flag(true);
  if (!found.nearest) return;
  out.key("best").open('{').key("value").number(found.nearest->value);
  out.key("gives").number(found.nearest->gives).close('}');
}

/// Of how many a rate is one, where it stands and where the target is met; not of a rate of 0.
void writeOneIn(Writer& out, const Quantity& input, const Solution& found) {
  const std::optional<double> from = oneIn(input.likely);
  if (!input.isRate() || !from || found.values.empty()) return;
  if (found.values.front() <= 0) return;
  out.key("oneIn").open('{').key("from").number(*from).key("solutions").open('[');
  for (const double value : found.values) out.number(*oneIn(value));
  out.close(']').close('}');
}

std::string solveRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const std::optional<std::size_t> own = read.ownFigure(s);
  const Metric metric = own ? Metric::ownFigure : read.metric();
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
  Wanted wanted{scope, metric, target};
  if (byChance) wanted.probability = chance;
  wanted.own = own;
  const std::optional<Solution> found = roi::solve(s, wanted, input, seed, trials);
  if (!found) return reply({{ErrorCode::requestUnrelated, "/input", s.quantities[input].pointer}});
  const Quantity& q = s.quantities[input];
  Writer out;
  writeMetric(out.open('{'), s, metric, own);
  out.key("input").text(q.pointer);
  out.key("inputMetric").text(info(q.metric).id).key("target").number(target);
  if (byChance) out.key("probability").number(chance);
  out.key("from").number(q.likely).key("reachable").flag(!found->values.empty());
  writeSolution(out, *found, seenOf(s, input), byChance ? Better::higher : betterOf(s, wanted));
  writeOneIn(out, q, *found);
  return reply(std::move(out.close('}')));
}

// Over time

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
  const std::optional<Crossing> crossing = crossingOf(cash);
  if (!crossing) return;
  out.key("crossing").open('{').key("before").figure(crossing->before);
  out.key("after").figure(crossing->after).close('}');
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
    const InternalRate rate = internalRate(c.cash);
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

void writeBand(Writer& out, const ScopeCash& c, std::uint64_t seed, std::size_t trials) {
  const std::optional<CashBand> band = cashBand(c, seed, trials);
  if (!band) return;
  constexpr std::array<std::string_view, 3> kLevels = {"p5", "p50", "p95"};
  out.key("band").open('{');
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    out.key(kLevels[i]).open('[');
    for (const Spread& month : band->sums) out.number(month.quantiles[2 * i]);
    out.close(']');
  }
  out.key("netPresentValue");
  writeDistribution(out, c.cash.worth.figure(), band->worth);
  out.key("netPresentValueWithin");
  writeDistribution(out, c.within.figure(), band->within);
  out.key("stillToCome");
  writeDistribution(out, c.later.figure(), band->later);
  out.key("payback").open('{');
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    out.key(kLevels[i]);
    writePayback(out, band->payback[i]);
  }
  out.close('}').key("paidBack");
  writeChance(out, band->paidBack);
  out.close('}');
}

void writeCash(Writer& out, const Scenario& s, std::size_t scope, std::uint64_t seed,
               std::size_t trials) {
  ScopeCash c(s, scope, hasRanges(s.quantities));
  writeMonths(out, "months", c.cash.flow, c.horizon);
  writeMonths(out, "cumulative", c.cash.sums, c.horizon);
  out.key("profit").figure(c.sheet(scope, Metric::profit).figure());
  out.key("stillToCome").figure(c.later.figure());
  out.key("discountedAway").figure(discountedAway(c));
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

void writeDifferences(Writer& out, std::string_view key, const Comparison::Differences& all) {
  out.key(key).open('{');
  for (std::size_t i = 0; i < kMetrics; ++i) {
    if (!all[i]) continue;
    out.key(info(static_cast<Metric>(i)).id);
    writeDifference(out, *all[i]);
  }
  out.close('}');
}

void writeChannel(Writer& out, const std::string& id, const Comparison::Channel& channel) {
  const std::string_view in = channel.from && channel.to ? "both" : channel.from ? "from" : "to";
  out.open('{').key("id").text(id).key("in").text(in).key("roi");
  writeDifference(out, channel.roi);
  out.key("profit");
  writeDifference(out, channel.profit);
  out.close('}');
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

double months(const Scenario& s) { return s.quantities[*s.periodMonths].likely; }

std::string compareRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& from = read.scenario("from").scenario;
  const Scenario& to = read.scenario("to").scenario;
  if (!read.errors().empty()) return reply(read.errors());
  const Comparison made = comparison(from, to);
  const auto basis = [](const Scenario& s) { return onMarginBasis(s) ? "margin" : "revenue"; };
  Writer out;
  out.open('{').key("from").text(from.id).key("to").text(to.id);
  out.key("months").open('{').key("from").number(months(from));
  out.key("to").number(months(to)).close('}');
  out.key("basis").open('{').key("from").text(basis(from));
  out.key("to").text(basis(to)).close('}');
  writeDifferences(out, "total", made.total);
  if (made.perMonth) writeDifferences(out, "perMonth", *made.perMonth);
  out.key("channels").open('[');
  for (const Comparison::Channel& c : made.channels) {
    writeChannel(out, c.from ? from.channels[*c.from].id : to.channels[*c.to].id, c);
  }
  out.close(']').key("bridge").open('{').key("profit");
  writeBridge(out, made.profit);
  out.key("roi");
  writeBridge(out, made.roi);
  return reply(std::move(out.close('}').close('}')));
}

// Budget split

void writeFromTo(Writer& out, std::string_view key, const Figure<>& from, const Figure<>& to) {
  out.key(key).open('{').key("from").figure(from).key("to").figure(to).close('}');
}

void writeFromTo(Writer& out, std::string_view key, const Change& change) {
  writeFromTo(out, key, {change.from, {}}, {change.to, {}});
}

void writeSplitChannel(Writer& out, const std::string& id, const PlanSplit::Channel& channel) {
  out.open('{').key("id").text(id).key("exponent").number(channel.exponent);
  writeFromTo(out, "adSpend", channel.adSpend);
  writeFromTo(out, "gain", channel.gain);
  writeFromTo(out, "leads", channel.leadsFrom, channel.leadsTo);
  if (channel.ceiling) {
    out.key("ceiling").open('{').key("leads").number(channel.ceiling->leads);
    out.key("halfAdSpend").number(channel.ceiling->halfSpend).close('}');
  }
  writeFromTo(out, "marginalRoi", channel.marginalFrom, channel.marginalTo);
  if (channel.atMinimum) out.key("bound").text("minimum");
  if (channel.atMaximum) out.key("bound").text("maximum");
  if (channel.beyond) out.key("beyond").number(*channel.beyond);
  out.close('}');
}

struct SplitField {
  std::string_view name;
  SplitAim aim;
};
constexpr std::array<SplitField, 4> kSplitFields = {{{"total", SplitAim::total},
                                                     {"targetRoi", SplitAim::roi},
                                                     {"targetMarginalRoi", SplitAim::marginalRoi},
                                                     {"targetCustomers", SplitAim::customers}}};

/// At most one of what may be asked for; nothing: the total that is spent now.
std::optional<SplitWish> wishAsked(RequestReader& read) {
  std::optional<SplitWish> wish;
  for (const auto& [name, aim] : kSplitFields) {
    if (!read.find(name)) continue;
    if (wish) read.report(ErrorCode::splitAims, childPath({}, name));
    wish = SplitWish{aim, read.number(name, 0, 0, kLargestAmount)};
  }
  return wish;
}

std::vector<std::size_t> holdAsked(RequestReader& read, const Scenario& s) {
  std::vector<std::size_t> held;
  const Tree* list = read.find("hold");
  for (std::size_t i = 0; list && i < list->items.size(); ++i) {
    const std::optional<std::size_t> channel = channelById(s, list->items[i].text);
    if (!channel) {
      read.report(ErrorCode::requestChannel, "/hold/" + std::to_string(i), list->items[i].text);
    }
    held.push_back(channel.value_or(s.channels.size()));
  }
  return held;
}

void writeSpending(Writer& out, const PlanSplit& split, SplitAim aim) {
  out.key("total").number(split.total).key("spent").number(split.spent);
  if (split.unspent == PlanSplit::Unspent::maximums) out.key("unspent").text("maximums");
  if (split.unspent == PlanSplit::Unspent::worthLess) out.key("unspent").text("worthLess");
  if (aim == SplitAim::roi || aim == SplitAim::customers) {
    out.key("target").open('{').key("reached").flag(split.isReached);
    if (split.gives) out.key("gives").number(*split.gives);
    out.close('}');
  }
  if (split.marginalRoi) out.key("marginalRoi").number(*split.marginalRoi);
  if (split.marginalCac) out.key("marginalCac").number(*split.marginalCac);
}

/// What the scenario's fields hold in the next period.
void writeNext(Writer& out, const Scenario& s, const PlanSplit& split) {
  out.key("next").open('{');
  if (split.nextProfit) out.key("profit").number(*split.nextProfit);
  out.key("fields").open('[');
  for (const NextFigure& figure : nextFigures(s, split)) {
    out.open('{').key("pointer").text(figure.pointer).key("value").number(figure.likely);
    if (figure.low < figure.high) out.key("low").number(figure.low).key("high").number(figure.high);
    out.close('}');
  }
  out.close(']').close('}');
}

std::string replySplit(const Scenario& s, const PlanSplit& split, SplitAim aim) {
  Writer out;
  out.open('{').key("scenario").text(s.id);
  writeSpending(out, split, aim);
  writeFromTo(out, "profit", split.profit);
  if (split.mean) writeFromTo(out, "mean", *split.mean);
  if (split.better) {
    out.key("better");
    writeChance(out, *split.better);
  }
  out.key("channels").open('[');
  for (const PlanSplit::Channel& channel : split.channels) {
    writeSplitChannel(out, s.channels[channel.place].id, channel);
  }
  out.close(']');
  writeNext(out, s, split);
  out.key("held").open('[');
  for (const std::size_t c : split.held) out.text(s.channels[c].id);
  return reply(std::move(out.close(']').close('}')));
}

std::string splitRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const std::size_t trials = read.trials(kTrials);
  const std::uint64_t seed = read.seed();
  const std::optional<SplitWish> asked = wishAsked(read);
  const std::vector<std::size_t> held = holdAsked(read, s);
  if (hasRanges(s.quantities) && (s.channels.size() + 1) * trials > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return reply(read.errors());
  SplitStart start(s, seed, trials, held);
  const SplitWish wish = asked.value_or(SplitWish{SplitAim::total, start.spent()});
  const Figure<> toldBy = start.toldBy(wish.aim);
  if (!toldBy.defined()) {
    Writer out;
    return reply(std::move(out.figure(toldBy)));
  }
  const std::optional<PlanSplit> split = start.split(wish);
  if (!split) return reply({{ErrorCode::splitTotal, "/total", {}}});
  return replySplit(s, *split, wish.aim);
}

// What observed points support

std::vector<ObservedPoint> pointsAsked(const Tree& list, Errors& errors) {
  std::vector<ObservedPoint> points;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const Tree& point = list.items[i];
    const std::string path = "/points/" + std::to_string(i);
    const Tree* spend = point.find("adSpend");
    const Tree* leads = point.find("leads");
    const auto isAmount = [](const Tree* figure) {
      return figure && figure->kind == Tree::Kind::number && figure->number >= 0 &&
             figure->number <= kLargestAmount;
    };
    if (isAmount(spend) && isAmount(leads)) {
      points.push_back({spend->number, leads->number});
    } else {
      errors.push_back({ErrorCode::requestNumber, path, "adSpend, leads"});
    }
  }
  return points;
}

std::string fitRequest(const Tree& request) {
  constexpr std::array<std::string_view, 6> kRefusals = {"",      "tooFew",  "alike",
                                                         "falls", "steeper", "anything"};
  Errors errors = requestErrors(request, kFitResponseFields);
  if (!errors.empty()) return reply(errors);
  const std::vector<ObservedPoint> points = pointsAsked(*request.find("points"), errors);
  if (!errors.empty()) return reply(errors);
  const ElasticityFit fit = fitElasticity(points);
  Writer out;
  out.open('{').key("points").number(static_cast<double>(fit.points));
  if (fit.refusal != ElasticityFit::Refusal::none) {
    out.key("refused").text(kRefusals[static_cast<std::size_t>(fit.refusal)]);
  } else {
    out.key("low").number(fit.low).key("likely").number(fit.likely).key("high").number(fit.high);
  }
  return reply(std::move(out.close('}')));
}

}  // namespace

std::string fitResponse(std::string_view text) {
  return onSuccess(parseTree(text), [](const Tree& tree) { return fitRequest(tree); });
}

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
