// The call reforecast: a plan given what has been observed since it began.
#include "roi/reforecast.h"

#include <algorithm>

#include "json/api.h"
#include "json/observed.h"
#include "json/request.h"
#include "json/simulation.h"
#include "roi/verdict.h"

namespace roi::json {
namespace {

constexpr std::size_t kTrials = 8192;

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
  const ObservedIn in = observedIn(request, of);
  for (const Error& error : in.errors) read.report(error.code, error.path, error.detail);
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
