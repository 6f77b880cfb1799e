#include "json/api.h"

#include "json/codec.h"
#include "json/formula.h"
#include "json/migrate.h"
#include "json/own.h"
#include "json/request.h"
#include "json/schema.h"
#include "json/typed_number.h"
#include "roi/counts.h"
#include "roi/plan_verdict.h"
#include "roi/range.h"
#include "roi/read_number.h"
#include "roi/scope_cash.h"
#include "roi/solve.h"

namespace roi::json {
namespace {

// Evaluate

void writeResults(Writer& out, Recorded& recorded, std::size_t scope) {
  out.open('{');
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (!isResult(metric)) continue;
    out.key(info(metric).id).figure(recorded.figure(scope, metric));
  }
  out.close('}');
}

/// A number that is not said of every plan.
void writeIfAny(Writer& out, std::string_view key, std::optional<double> number) {
  if (number) out.key(key).number(*number);
}

void writeChurned(Writer& out, Recorded& recorded, std::size_t scope) {
  const std::optional<double> paid = paybackWithChurn(recorded, scope);
  if (!paid) return;
  out.key("cacPaybackWithChurn");
  if (*paid == kNever) {
    out.flag(false);
  } else {
    out.number(*paid);
  }
}

void writeChannels(Writer& out, Recorded& recorded, const Scenario& s) {
  out.key("channels").open('[');
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    out.open('{').key("id").text(s.channels[c].id).key("results");
    writeResults(out, recorded, c);
    writeChurned(out, recorded, c);
    out.close('}');
  }
  out.close(']');
}

void writeIds(Writer& out, std::string_view key, const Scenario& s,
              const std::vector<std::size_t>& channels) {
  out.key(key).open('[');
  for (const std::size_t c : channels) out.text(s.channels[c].id);
  out.close(']');
}

void writeRanking(Writer& out, Recorded& recorded, const Scenario& s) {
  const Standing made = standing(recorded);
  writeIds(out, "ranked", s, made.byRoi.ranked);
  out.key("unranked").open('[');
  for (const std::size_t c : made.byRoi.unranked) {
    out.open('{').key("id").text(s.channels[c].id);
    out.key("reason").text(text(recorded.figure(c, Metric::roi).why)).close('}');
  }
  out.close(']');
  if (made.best) out.key("best").text(s.channels[*made.best].id);
  if (made.worst) out.key("worst").text(s.channels[*made.worst].id);
  writeIds(out, "losing", s, losingChannels(recorded));
}

void writeLeftOut(Writer& out, const Scenario& s) {
  const std::vector<bool> left = leftOut(s);
  out.key("leftOut").open('[');
  for (std::size_t c = 0; c < left.size(); ++c) {
    if (left[c]) out.text(s.channels[c].id);
  }
  out.close(']');
}

void writeAttained(Writer& out, std::optional<bool> isAttained) {
  if (isAttained) out.key("attained").flag(*isAttained);
}

void writePace(Writer& out, const GoalDates& dates, Metric metric, double target) {
  const std::optional<Pace> p = pace(dates, metric, target);
  if (!p) return;
  out.key("pace").open('{').key("elapsed").number(p->elapsed);
  out.key("expected").number(p->expected).key("reached").number(dates.reached).close('}');
}

void writeBasket(Writer& out, const DocumentScenario& d) {
  if (!d.basketTarget) return;
  const double target = d.scenario.quantities[*d.basketTarget].likely;
  const BasketVerdict basket = basketVerdict(d.scenario, target);
  out.key("basket").open('{').key("target").number(target).key("value").figure(basket.value);
  writeAttained(out, basket.isAttained);
  out.close('}');
}

void writeReach(Writer& out, const Scenario& s, const GoalVerdict& goal) {
  if (!goal.isReachable) return;
  out.key("reachable").flag(*goal.isReachable);
  if (anyResponds(s)) writeIds(out, "held", s, heldChannels(s));
  writeIfAny(out, "beyond", goal.beyond);
}

/// What searches for a scale of ad spend comes with the later part of the module.
GoalVerdict verdictOf(Recorded& recorded) {
  const bool responds = anyResponds(recorded.sheet.scenario());
  return responds ? calledLater<&goalVerdict>(recorded) : goalInProportion(recorded);
}

void writeGoal(Writer& out, Recorded& recorded, const DocumentScenario& d) {
  if (!d.scenario.goal) return;
  const Metric metric = d.scenario.goal->metric;
  const GoalVerdict goal = verdictOf(recorded);
  out.key("goal").open('{').key("metric").text(info(metric).id);
  out.key("target").number(goal.target).key("value").figure(goal.value);
  writeAttained(out, goal.isAttained);
  writeReach(out, d.scenario, goal);
  out.key("results").open('{');
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const MetricInfo& row = info(static_cast<Metric>(i));
    if (row.category == Category::goal) out.key(row.id).figure(goal.figures[i]);
  }
  out.close('}');
  writePace(out, d.dates, metric, goal.target);
  writeBasket(out, d);
  out.close('}');
}

void writeScenario(Writer& out, const DocumentScenario& d) {
  const Scenario& s = d.scenario;
  Recorded recorded(s);
  out.open('{').key("id").text(s.id);
  out.key("basis").text(onMarginBasis(s) ? "margin" : "revenue");
  out.key("periodMonths").number(s.quantities[*s.periodMonths].likely);
  out.key("total");
  writeResults(out, recorded, recorded.sheet.total());
  if (!s.savings.empty()) {
    out.key("savings").figure(recorded.figure(recorded.sheet.total(), Metric::savings));
  }
  writeChurned(out, recorded, recorded.sheet.total());
  writeChannels(out, recorded, s);
  writeRanking(out, recorded, s);
  writeLeftOut(out, s);
  writeIfAny(out, "luck", luck(recorded.sheet, recorded.sheet.total()));
  writeIfAny(out, "oneIn", oneIn(s));
  writeGoal(out, recorded, d);
  if (s.own) calledLater<&writeOwn>(out, recorded);
  out.close('}');
}

std::string evaluateDocument(const Document& document) {
  Writer out;
  out.open('{').key("scenarios").open('[');
  for (const DocumentScenario& d : document) writeScenario(out, d);
  return reply(std::move(out.close(']').close('}')));
}

// Explain

/// Whether a line of a figure is a month.
bool isOfMonth(Metric metric) {
  return metric == Metric::discountFactor || info(metric).category == Category::cash;
}

const CostLine& lineOf(const Scenario& s, const Label& label) {
  if (label.metric == Metric::savingLine) return s.savings[label.line];
  const bool isOwn = label.metric == Metric::costLine;
  return isOwn ? s.channels[label.scope].lines[label.line] : s.shared[label.line].line;
}

void writeScope(Writer& out, const Scenario& s, const Label& label) {
  if (label.scope < s.channels.size()) out.key("channel").text(s.channels[label.scope].id);
  if (label.part != Label::Part::whole) out.key("part").text(roi::text(label.part));
  if (label.line == Label::kNoLine) return;
  if (label.metric == Metric::ownFigure) return;
  if (isOfMonth(label.metric)) {
    out.key("month").number(label.line);
    return;
  }
  const CostLine& line = lineOf(s, label);
  out.key("pointer").text(line.pointer);
  if (label.metric != Metric::savingLine) out.key("kind").text(info(line.kind).id);
  if (!line.label.empty()) out.key("label").text(line.label);
}

void writeQuantity(Writer& out, const Quantity& q) {
  constexpr std::string_view kProvenance[] = {"", "measured", "benchmark", "assumption"};
  if (!q.pointer.empty()) out.key("pointer").text(q.pointer);
  if (q.isRange()) out.key("low").number(q.low).key("high").number(q.high);
  if (q.provenance != Provenance::unstated) {
    out.key("provenance").text(kProvenance[static_cast<std::size_t>(q.provenance)]);
  }
  if (!q.source.empty()) out.key("source").text(q.source);
  if (!q.note.empty()) out.key("note").text(q.note);
  if (q.cases > 0) out.key("n").number(q.cases);
  if (q.origin != Origin::visitor) {
    out.key("origin").text(q.origin == Origin::example ? "example" : "page");
  }
}

std::string formulaOf(const Scenario& s, const Explanation& explanation, std::size_t i) {
  const Label& label = explanation[i].label;
  if (label.metric == Metric::ownFigure) return s.own->of->formulas[label.line].text;
  return formulaText(explanation, i);
}

void writeEntry(Writer& out, const Scenario& s, const Tape& tape, const Explanation& explanation,
                std::size_t i) {
  const Entry& entry = explanation[i];
  out.open('{').key("entry").text(kindOf(entry));
  out.key("metric").text(info(entry.label.metric).id);
  if (entry.op == Op::figure) writeScope(out, s, entry.label);
  if (entry.op == Op::input) writeQuantity(out, s.quantities[entry.quantity]);
  if (s.own) writeOwnId(out, s, entry);
  out.key("value");
  writeOwnValue(out, s, tape, entry.node);
  if (entry.op == Op::figure) {
    out.key("formula").text(formulaOf(s, explanation, i));
    writeTerms(out, entry);
  }
  out.close('}');
}

std::string replyEntries(Writer&& out, const Scenario& s, const Tape& tape,
                         const Explanation& explanation) {
  out.key("entries").open('[');
  for (std::size_t i = 0; i < explanation.size(); ++i) writeEntry(out, s, tape, explanation, i);
  return reply(std::move(out.close(']').close('}')));
}

std::string explainFigure(Scenario s, std::size_t scope, Metric metric,
                          std::optional<std::size_t> own) {
  if (info(metric).category == Category::goal) findGoalScale(s);
  Recorded recorded(s);
  const Explanation explanation =
      roi::explain(own ? roi::ownFigure(recorded.sheet, *own) : recorded.sheet(scope, metric));
  Writer out;
  out.open('{').key("scenario").text(s.id);
  return replyEntries(std::move(out), s, recorded.tape, explanation);
}

/// Shared lines times the channels they are split over; every part is an entry.
constexpr std::size_t kMostParts = 20'000;

/// Results, and what there is besides them.
std::string replyAll(Sheet<Trace>& sheet, std::vector<Trace> results,
                     const std::vector<Trace>& besides) {
  const Scenario& s = sheet.scenario();
  OwnSheet<Trace> own(sheet);
  for (std::size_t f = 0; f < ownOf(s).of->figures.size(); ++f) results.push_back(own(f));
  std::vector<Trace> figures = results;
  figures.insert(figures.end(), besides.begin(), besides.end());
  const Explanation explanation = roi::explain(figures);
  Writer out;
  out.open('{').key("scenario").text(s.id).key("figures").open('[');
  for (std::size_t i = 0; i < results.size(); ++i) {
    const Label& label = explanation[i].label;
    out.open('{').key("metric").text(info(label.metric).id);
    writeScope(out, s, label);
    writeOwnId(out, s, explanation[i]);
    out.key("entry").number(static_cast<double>(i)).close('}');
  }
  out.close(']');
  return replyEntries(std::move(out), s, *results.front().tape, explanation);
}

std::string explainAll(Scenario s, bool withCash) {
  if ((s.channels.size() + 1) * s.shared.size() > kMostParts) {
    return reply({{ErrorCode::requestSize, {}, std::to_string(kMostParts)}});
  }
  const std::optional<bool> isMet = findGoalScale(s);
  if (withCash) {
    ScopeCash c(s, s.channels.size(), false);
    return replyAll(c.sheet, everyFigure(c.sheet, isMet), figuresOf(c));
  }
  Recorded recorded(s);
  return replyAll(recorded.sheet, everyFigure(recorded.sheet, isMet), {});
}

// Requests

std::optional<Unit> unitByName(std::string_view name) {
  for (const Unit unit : {Unit::count, Unit::money, Unit::rate, Unit::ratio, Unit::months}) {
    if (roi::text(unit) == name) return unit;
  }
  return std::nullopt;
}

std::string explainRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const bool isOfOne = read.find("metric") || read.find("channel");
  const Scenario& scenario = read.scenario().scenario;
  const std::optional<std::size_t> own = read.ownFigure(scenario);
  const Metric metric = isOfOne && !own ? read.metric(true) : Metric::profit;
  const std::size_t scope = read.scope(scenario);
  const bool withCash = read.flag("cash");
  if (!read.errors().empty()) return reply(read.errors());
  return isOfOne ? explainFigure(scenario, scope, metric, own) : explainAll(scenario, withCash);
}

std::string replyNumber(const TypedNumber& typed) {
  Writer out;
  writeFields(out.open('{'), typed);
  if (typed.withTax) out.key("vat").flag(true);
  if (!typed.currency.empty()) out.key("currency").text(typed.currency);
  return reply(std::move(out.close('}')));
}

std::string readNumberRequest(const Tree& request) {
  const std::optional<Unit> unit = unitByName(request.find("unit")->text);
  if (!unit) return reply({{ErrorCode::requestUnit, "/unit", request.find("unit")->text}});
  const Tree* name = request.find("metric");
  const std::optional<Metric> metric = name ? metricById(name->text) : std::nullopt;
  if (name && !metric) return reply({{ErrorCode::requestMetric, "/metric", name->text}});
  NumberMarks marks;
  const Tree* given = request.find("marks");
  const Errors errors = given ? readMarks(*given, marks) : Errors{};
  if (!errors.empty()) return reply(errors);
  return onSuccess(roi::readNumber(request.find("text")->text, *unit, marks, metric), replyNumber);
}

void markAll(Tree& document, const Document& decoded, const std::string& origin) {
  for (const DocumentScenario& one : decoded) {
    mark(document, one.scenario.quantities, origin);
    mark(document, one.uncounted, origin);
  }
}

std::string migrateRequest(const Tree& request) {
  const Tree* origin = request.find("origin");
  if (origin && origin->text != "example" && origin->text != "page") {
    return reply({{ErrorCode::fieldChoice, "/origin", "example, page"}});
  }
  Migrated now{*request.find("document"), {}};
  if (isOlder(now.document)) now = migrated(std::move(now.document));
  return onSuccess(decode(now.document, {}), [&](const Document& decoded) {
    if (origin) markAll(now.document, decoded, origin->text);
    Writer out;
    out.open('{').key("document").tree(now.document).key("notes").open('[');
    for (const MigrationNote& note : now.notes) {
      out.open('{').key("path").text(note.path).key("code").text(note.code).close('}');
    }
    return reply(std::move(out.close(']').close('}')));
  });
}

/// A range as it is asked about.
Outcome<Quantity> rangeOf(const Tree& request, Scale scale) {
  Quantity ends;
  ends.low = request.find("low")->number;
  ends.high = request.find("high")->number;
  const Tree* likely = request.find("likely");
  ends.likelyGiven = likely != nullptr;
  if (likely) ends.likely = likely->number;
  ends.scale = scale;
  return makeQuantity(ends);
}

/// What a widening starts from: a figure, or two ends without a likely value; or a range, and the
/// likely value that it moves to.
Outcome<Quantity> widenedFrom(const Tree& request, Scale scale) {
  const Tree* value = request.find("value");
  const Tree* low = request.find("low");
  const Tree* high = request.find("high");
  if (value && !low && !high) {
    const Tree* cases = request.find("n");
    const Tree* off = request.find("off");
    Outcome<Quantity> range = cases ? supported(value->number, cases->number)
                                    : widened(value->number, scale, off ? off->number : kGuess);
    if (Errors* errors = std::get_if<Errors>(&range)) errors->front().path = "/value";
    return range;
  }
  const Tree* to = request.find("to");
  if (value || !low || !high) return Errors{{ErrorCode::figureForm, {}, {}}};
  const Outcome<Quantity> range = rangeOf(request, scale);
  const Quantity* before = std::get_if<Quantity>(&range);
  if (!to || !before) return range;
  Outcome<Quantity> after = moved(*before, to->number);
  if (Errors* errors = std::get_if<Errors>(&after)) errors->front().path = "/to";
  return after;
}

std::string widenRequest(const Tree& request) {
  const std::optional<Unit> unit = unitByName(request.find("unit")->text);
  if (!unit || *unit > Unit::rate) {
    return reply({{ErrorCode::requestUnit, "/unit", request.find("unit")->text}});
  }
  for (const std::string_view name : {"value", "low", "likely", "high", "to"}) {
    const Tree* number = request.find(name);
    if (!number || number->number <= 0) continue;
    if (number->number >= kSmallestAmount && number->number <= kLargestAmount) continue;
    return reply({{ErrorCode::requestNumber, childPath({}, name), "1e-9..1e12"}});
  }
  const Tree* cases = request.find("n");
  if (cases && !(*unit == Unit::rate && cases->number >= 1 && cases->number <= kLargestAmount)) {
    return reply({{ErrorCode::requestNumber, "/n", "1..1e12"}});
  }
  const Tree* off = request.find("off");
  if (off && !(off->number >= 0.01 && off->number <= 0.9)) {
    return reply({{ErrorCode::requestNumber, "/off", "0.01..0.9"}});
  }
  const Scale scale = *unit == Unit::rate ? Scale::logit : Scale::log;
  return onSuccess(widenedFrom(request, scale), [](const Quantity& q) {
    Writer out;
    out.open('{').key("low").number(q.low).key("likely").number(q.likely);
    return reply(std::move(out.key("high").number(q.high).close('}')));
  });
}

}  // namespace

std::string evaluate(std::string_view text) {
  return onSuccess(parseTree(text, kMaxRequest), [&](const Tree& tree) {
    if (!tree.find("document")) {
      if (text.size() > kMaxText)
        return reply({{ErrorCode::jsonSize, {}, std::to_string(kMaxText)}});
      return onSuccess(decode(tree, {}), evaluateDocument);
    }
    return answer(tree, kEvaluateFields,
                  [](const Tree&, const Document& document) { return evaluateDocument(document); });
  });
}

std::string migrate(std::string_view text) {
  return onSuccess(parseTree(text, kMaxRequest), [](const Tree& request) {
    const Errors errors = requestErrors(request, kMigrateFields);
    return errors.empty() ? migrateRequest(request) : reply(errors);
  });
}

std::string explain(std::string_view text) { return answer(text, kExplainFields, explainRequest); }

std::string readNumber(std::string_view text) {
  return onSuccess(parseTree(text), [](const Tree& tree) {
    const Errors errors = requestErrors(tree, kReadNumberFields);
    return errors.empty() ? readNumberRequest(tree) : reply(errors);
  });
}

std::string widen(std::string_view text) {
  return onSuccess(parseTree(text), [](const Tree& tree) {
    const Errors errors = requestErrors(tree, kWidenFields);
    return errors.empty() ? widenRequest(tree) : reply(errors);
  });
}

std::string describe() {
  Writer out;
  out.open('{').key("metrics").open('[');
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const MetricInfo& row = info(static_cast<Metric>(i));
    out.open('{').key("id").text(row.id).key("unit").text(roi::text(row.unit));
    out.key("better").text(roi::text(row.better));
    out.key("category").text(roi::text(row.category)).close('}');
  }
  out.close(']').key("errors").open('{');
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    out.key(text(code)).text(message(code));
  }
  return reply(std::move(out.close('}').close('}')));
}

std::string_view schema() { return schemaText(); }

}  // namespace roi::json
