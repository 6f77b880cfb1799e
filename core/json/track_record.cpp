// The call trackRecord: which forecasts held, and by how much ranges are to be widened.
#include "roi/track_record.h"

#include <utility>

#include "json/api.h"
#include "json/observed.h"
#include "json/request.h"
#include "roi/range.h"

namespace roi::json {
namespace {

/// What a forecast came to; nothing: no figure has come.
struct Scored {
  bool isTyped = false;
  bool hasCome = false;
  std::optional<double> widening;
  double since = 1;  ///< how many times as wide ranges have been made
};

double numberOf(const Tree& tree, std::string_view key) {
  const Tree* number = tree.find(key);
  return number ? number->number : 0;
}

Outcome<Forecast> forecastOf(const Tree& tree, const std::string& path) {
  const std::optional<Metric> metric = metricById(tree.find("metric")->text);
  if (!metric) {
    return Errors{{ErrorCode::requestMetric, childPath(path, "metric"), tree.find("metric")->text}};
  }
  Forecast forecast;
  forecast.metric = *metric;
  forecast.isRate = tree.find("unit")->text == "rate";
  forecast.low = numberOf(tree, "low");
  forecast.likely = numberOf(tree, "likely");
  forecast.high = numberOf(tree, "high");
  forecast.cases = numberOf(tree, "n");
  if (tree.find("actual")) forecast.actual = numberOf(tree, "actual");
  Outcome<Forecast> made = makeForecast(forecast);
  if (Errors* errors = std::get_if<Errors>(&made)) errors->front().path = path;
  return made;
}

class TrackRecordReply {
 public:
  TrackRecordReply(const Scenario& scenario, Since since)
      : scenario_(scenario), since_(std::move(since)) {}

  void add(const Tree& tree, const std::string& path) {
    Outcome<Forecast> made = forecastOf(tree, path);
    if (const Errors* wrong = std::get_if<Errors>(&made)) {
      errors_.push_back(wrong->front());
      return;
    }
    const Forecast& forecast = std::get<Forecast>(made);
    const Tree* typed = tree.find("typed");
    Scored scored;
    scored.isTyped = typed && typed->flag;
    scored.hasCome = forecast.actual.has_value();
    if (scored.hasCome) scored.widening = wideningToHold(forecast);
    if (tree.find("widened")) scored.since = numberOf(tree, "widened");
    all_.push_back(scored);
  }

  std::string take() && {
    if (!errors_.empty()) return reply(errors_);
    const TrackRecord typed = recordOf(true);
    out_.open('{').key("scenario").text(scenario_.id);
    write("typed", typed);
    write("results", recordOf(false));
    out_.key("forecasts").open('[');
    for (const Scored& one : all_) write(one, typed);
    out_.close(']').key("ranges").open('[');
    for (std::uint32_t q = 0; q < scenario_.quantities.size(); ++q) {
      const Quantity& typedHere = scenario_.quantities[q];
      const bool isPublished = typedHere.provenance == Provenance::benchmark;
      if (typedHere.isRange() && !isPublished) write(q, typed);
    }
    out_.close(']');
    writeCome();
    return reply(std::move(out_.close('}')));
  }

 private:
  TrackRecord recordOf(bool typed) const {
    std::vector<std::optional<double>> widenings;
    for (const Scored& one : all_) {
      if (!one.hasCome || one.isTyped != typed) continue;
      widenings.push_back(one.widening);
      if (one.widening) *widenings.back() /= one.since;
    }
    return trackRecordOf(widenings);
  }

  void write(std::string_view name, const TrackRecord& record) {
    out_.key(name).open('{').key("count").number(static_cast<double>(record.count));
    out_.key("held").number(static_cast<double>(record.held));
    if (record.count > 0) writeFit(record);
    if (record.rank > 0) out_.key("rank").number(static_cast<double>(record.rank));
    if (record.widening) {
      out_.key("widening").number(*record.widening);
    } else {
      out_.key("unknown").text(record.rank == 0 ? "few" : record.isClose ? "close" : "unbounded");
    }
    out_.close('}');
  }

  void writeFit(const TrackRecord& record) {
    out_.key("share").open('{').key("low").number(record.share.low);
    out_.key("high").number(record.share.high).close('}').key("fit");
    switch (record.fit) {
      case Fit::narrow: out_.text("narrow"); break;
      case Fit::plausible: out_.text("plausible"); break;
      case Fit::wide: out_.text("wide"); break;
    }
  }

  void write(const Scored& one, const TrackRecord& record) {
    out_.open('{');
    if (one.hasCome) out_.key("held").flag(holds(one.widening));
    if (one.widening) out_.key("widening").number(*one.widening);
    if (one.isTyped && record.isToBeApplied()) {
      out_.key("widened").number(one.since * *record.widening);
    }
    out_.close('}');
  }

  void write(std::uint32_t input, const TrackRecord& record) {
    const Quantity& q = scenario_.quantities[input];
    out_.open('{').key("pointer").text(q.pointer).key("metric").text(info(q.metric).id);
    out_.key("rate").flag(q.isRate());
    writeEnds(q);
    if (record.isToBeApplied()) {
      const Outcome<Quantity> wider = stretched(q, *record.widening);
      if (const Quantity* made = std::get_if<Quantity>(&wider)) {
        out_.key("widened").open('{');
        writeEnds(*made);
        out_.close('}');
      }
    }
    if (const auto came = cameTo(scenario_, since_, input)) write("came", *came);
    out_.close('}');
  }

  /// What the results came to that are counted.
  void writeCome() {
    out_.key("came").open('{');
    for (const Metric metric : {Metric::leads, Metric::customers}) {
      const auto came = cameTo(scenario_, since_, scenario_.channels.size(), metric);
      if (came) write(info(metric).id, *came);
    }
    out_.close('}');
  }

  void write(std::string_view name, const Came& came) {
    out_.key(name).open('{').key("value").number(came.value);
    if (came.cases > 0) out_.key("n").number(came.cases);
    out_.close('}');
  }

  void writeEnds(const Quantity& q) {
    out_.key("low").number(q.low).key("likely").number(q.likely).key("high").number(q.high);
  }

  const Scenario& scenario_;
  Since since_;
  std::vector<Scored> all_;
  Errors errors_;
  Writer out_;
};

std::string trackRecordRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const DocumentScenario& of = read.scenario();
  if (!read.errors().empty()) return reply(read.errors());
  // Where what was observed cannot be read, nothing has come: the call reforecast says why.
  const ObservedIn observed = observedIn(request, of);
  TrackRecordReply made(of.scenario, observed.errors.empty() ? observed.since : Since{});
  const Tree* forecasts = request.find("document")->find("forecasts");
  for (std::size_t i = 0; forecasts && i < forecasts->items.size(); ++i) {
    made.add(forecasts->items[i], "/document/forecasts/" + std::to_string(i));
  }
  return std::move(made).take();
}

}  // namespace

std::string trackRecord(std::string_view text) {
  return answer(text, kTrackRecordFields, trackRecordRequest);
}

}  // namespace roi::json
