// The call reforecast: a plan given what has been observed since it began.
#include "roi/reforecast.h"

#include <algorithm>

#include "json/api.h"
#include "json/request.h"
#include "json/simulation.h"
#include "roi/verdict.h"

namespace roi::json {
namespace {

constexpr std::size_t kTrials = 8192;

constexpr std::array<Metric, 13> kFields = {Metric::adSpend,
                                            Metric::impressions,
                                            Metric::clicks,
                                            Metric::leads,
                                            Metric::customers,
                                            Metric::ctr,
                                            Metric::conversionRate,
                                            Metric::closeRate,
                                            Metric::adSpendCpm,
                                            Metric::adSpendCpc,
                                            Metric::adSpendCpl,
                                            Metric::averageOrderValue,
                                            Metric::revenuePerCustomer};

/// What a document says of what was observed, with the places where it says so.
struct ObservedIn {
  Since since;
  std::vector<std::string> pointers;  ///< per observation
  std::vector<std::string> unknown;   ///< of channels that the plan does not count
};

class ObservedReader {
 public:
  ObservedReader(RequestReader& read, const DocumentScenario& of, const Tree& scenario)
      : read_(read), plan_(of.scenario), base_(plan_.pointer + "/observed") {
    const Tree* observed = scenario.find("observed");
    const Tree* counts = observed ? observed->find("counts") : nullptr;
    if (!counts || counts->items.empty()) return;
    const Tree* start = observed->find("start");
    const std::optional<int> day = dayNumber(start ? start->text : of.dates.start);
    if (!day) {
      report(ErrorCode::fieldRequired, base_ + "/start", "start");
      return;
    }
    made_.since.start = *day;
    for (std::size_t i = 0; i < counts->items.size(); ++i) {
      counted(counts->items[i], base_ + "/counts/" + std::to_string(i));
    }
  }

  const ObservedIn& made() const { return made_; }

 private:
  void report(ErrorCode code, const std::string& pointer, std::string detail = {}) {
    read_.report(code, "/document" + pointer, std::move(detail));
  }

  void counted(const Tree& row, const std::string& pointer) {
    const std::optional<int> day = dayNumber(row.find("date")->text);
    if (!day || *day < made_.since.start) {
      report(ErrorCode::observedDate, pointer + "/date");
      return;
    }
    Observed seen;
    seen.day = *day;
    const Tree* id = row.find("channel");
    if (id) seen.channel = channelById(plan_, id->text);
    for (const Metric figure : kFields) {
      const Tree* value = row.find(info(figure).id);
      if (!value) continue;
      seen.figure = figure;
      const std::string place = childPath(pointer, info(figure).id);
      if (id && !seen.channel) {
        made_.unknown.push_back(place);
      } else {
        figureOf(*value, place, seen);
      }
    }
  }

  void figureOf(const Tree& typed, const std::string& pointer, Observed seen) {
    const bool isNumber = typed.kind == Tree::Kind::number;
    const Tree* value = isNumber ? &typed : typed.find("value");
    if (!value) {
      report(ErrorCode::fieldRequired, childPath(pointer, "value"), "value");
      return;
    }
    seen.value = value->number;
    if (isOfCases(seen.figure)) {
      const Tree* cases = typed.find("n");
      if (!cases) {
        report(ErrorCode::fieldRequired, childPath(pointer, "n"), "n");
        return;
      }
      seen.cases = cases->number;
    }
    add(seen, pointer);
  }

  void add(const Observed& seen, const std::string& pointer) {
    std::vector<Observed>& all = made_.since.observed;
    const bool isTwice = std::any_of(all.begin(), all.end(), [&](const Observed& other) {
      return other.channel == seen.channel && other.figure == seen.figure && other.day == seen.day;
    });
    if (isTwice) report(ErrorCode::observedTwice, pointer);
    all.push_back(seen);
    made_.pointers.push_back(pointer);
  }

  RequestReader& read_;
  const Scenario& plan_;
  std::string base_;
  ObservedIn made_;
};

const Tree& scenarioTree(const Tree& request, const std::string& id) {
  const Tree& scenarios = *request.find("document")->find("scenarios");
  for (const Tree& one : scenarios.items) {
    if (one.find("id")->text == id) return one;
  }
  return scenarios.items.front();
}

class ReforecastWriter {
 public:
  ReforecastWriter(const Scenario& plan, const ObservedIn& in, const Reforecast& made)
      : plan_(plan), in_(in), made_(made) {}

  std::string write() {
    out_.open('{').key("scenario").text(plan_.id);
    out_.key("trials").number(static_cast<double>(made_.trials));
    out_.key("effective").number(made_.effective).key("redrawn").flag(made_.redrawn);
    out_.key("shown").flag(made_.shown()).key("foreseen").flag(made_.foreseen);
    if (!in_.since.observed.empty()) out_.key("days").number(made_.days);
    results();
    chances("profitable", made_.profitable);
    if (made_.goal) chances("goal", *made_.goal);
    observed();
    out_.key("unused").open('[');
    for (const std::size_t i : made_.unused) out_.text(in_.pointers[i]);
    for (const std::string& pointer : in_.unknown) out_.text(pointer);
    out_.close(']').key("pacing").open('[');
    for (const Pacing& one : made_.pacing) pacing(one);
    return reply(std::move(out_.close(']').close('}')));
  }

 private:
  void results() {
    out_.key("results").open('[');
    for (const Reforecast::Result& result : made_.results) {
      out_.open('{').key("metric").text(info(result.metric).id).key("planned");
      writeDistribution(out_, result.likely, result.spread.planned);
      if (made_.shown()) writeDistribution(out_.key("now"), result.likely, result.spread.now);
      out_.close('}');
    }
    out_.close(']');
  }

  void chances(std::string_view name, const Reforecast::Before<Chance>& both) {
    out_.key(name).open('{').key("planned");
    writeChance(out_, both.planned);
    if (made_.shown()) writeChance(out_.key("now"), both.now);
    out_.close('}');
  }

  void observed() {
    out_.key("observed").open('[');
    for (const Foreseen& one : made_.observed) {
      out_.open('{').key("pointer").text(in_.pointers[one.observed]);
      const Observed& seen = in_.since.observed[one.observed];
      if (seen.channel) out_.key("channel").text(plan_.channels[*seen.channel].id);
      out_.key("metric").text(info(seen.figure).id).key("value").number(seen.value);
      out_.key("expected");
      writeDistribution(out_, {}, one.expected);
      out_.key("tail").number(one.tail).close('}');
    }
    out_.close(']');
  }

  void pacing(const Pacing& one) {
    out_.open('{');
    if (one.channel) out_.key("channel").text(plan_.channels[*one.channel].id);
    out_.key("planned").number(one.planned).key("due").number(one.due);
    out_.key("spent").number(one.spent).key("daysLeft").number(one.daysLeft);
    out_.key("perDay").number(one.perDay).close('}');
  }

  const Scenario& plan_;
  const ObservedIn& in_;
  const Reforecast& made_;
  Writer out_;
};

std::string reforecastRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const DocumentScenario& of = read.scenario();
  ReforecastAsked asked;
  asked.trials = read.trials(kTrials);
  asked.seed = read.seed();
  asked.metrics = {Metric::leads, Metric::customers, Metric::revenue,
                   Metric::cost,  Metric::profit,    Metric::roi};
  ObservedReader observed(read, of, scenarioTree(request, of.scenario.id));
  const ObservedIn& in = observed.made();
  const std::size_t figures = 2 * (asked.metrics.size() + 2) + 2 * in.since.observed.size();
  if (asked.trials * figures > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return reply(read.errors());
  asked.since = in.since;
  const Reforecast made = roi::reforecast(of.scenario, asked);
  return ReforecastWriter(of.scenario, in, made).write();
}

}  // namespace

std::string reforecast(std::string_view text) {
  return answer(text, kReforecastFields, reforecastRequest);
}

}  // namespace roi::json
