#include "roi/attribution.h"

#include "json/api.h"
#include "json/evidence.h"
#include "json/request.h"

namespace roi::json {
namespace {

template <class Value>
void writeByRule(Writer& out, const Value& values) {
  out.open('{');
  for (std::size_t i = 0; i < kRules; ++i) out.key(text(static_cast<Rule>(i))).number(values[i]);
  out.close('}');
}

void writeColumns(Writer& out, const PathReading& reading) {
  out.key("columns").open('[');
  for (const PathReading::Column& column : reading.columns) {
    out.open('{').key("heading").text(column.heading);
    if (column.meaning) out.key("meaning").text(text(*column.meaning));
    out.close('}');
  }
  out.close(']');
}

void writeQuestions(Writer& out, const PathReading& reading) {
  out.key("questions").open('[');
  const auto ask = [&](std::string_view about, const std::string& cell) {
    if (!cell.empty()) out.open('{').key("about").text(about).key("cell").text(cell).close('}');
  };
  ask("decimal", reading.unsureNumber);
  ask("dates", reading.unsureDate);
  out.close(']');
}

void writeLeftOut(Writer& out, const PathReading& reading) {
  out.key("leftOut").open('[');
  for (std::size_t i = 0; i < kPathLeftOut; ++i) {
    const LeftOutRows& rows = reading.leftOut[i];
    if (rows.rows == 0) continue;
    out.open('{').key("why").text(text(static_cast<PathLeftOut>(i)));
    out.key("rows").number(static_cast<double>(rows.rows));
    if (rows.line > 0) out.key("line").number(static_cast<double>(rows.line));
    out.close('}');
  }
  out.close(']');
}

void writeCredits(Writer& out, const PathReading& reading) {
  const Attributed& all = reading.attributed;
  out.key("rows").number(static_cast<double>(reading.rows));
  out.key(reading.form == PathForm::paths ? "paths" : "journeys")
      .number(static_cast<double>(reading.paths));
  if (reading.isEachConverted) out.key("eachConverted").flag(true);
  out.key("timeDecay").text(reading.isByDays ? "days" : "steps");
  const bool hasValue = !all.totals.value.isZero();
  out.key("conversions").number(all.totals.conversions.value());
  if (hasValue) out.key("value").number(all.totals.value.value());
  out.key("nulls").number(all.totals.nulls.value());
  out.key("chance").number(all.chance);
  out.key("channels").open('[');
  for (std::size_t i = 0; i < all.channels.size(); ++i) {
    const ChannelCredits& channel = all.channels[i];
    out.open('{').key("name").text(reading.names[i]);
    const std::string_view platform = channelNamed(reading.names[i]);
    if (!platform.empty()) out.key("channel").text(platform);
    writeByRule(out.key("conversions"), channel.conversions);
    if (hasValue) writeByRule(out.key("value"), channel.value);
    out.key("removal").number(channel.removal);
    if (hasValue) out.key("removalOfValue").number(channel.removalOfValue);
    out.close('}');
  }
  out.close(']');
}

std::string replyOf(const PathReading& reading) {
  Writer out;
  out.open('{');
  const bool isTable = reading.tableFault == TableFault::none;
  const std::string_view fault = isTable ? text(reading.fault) : text(reading.tableFault);
  if (!fault.empty()) {
    out.key("fault").text(fault);
    if (reading.faultLine > 0) out.key("line").number(static_cast<double>(reading.faultLine));
  } else {
    out.key("form").text(text(reading.form));
    if (reading.decimal) out.key("decimal").text(*reading.decimal == Mark::comma ? "," : ".");
    if (reading.dateOrder)
      out.key("dateOrder").text(*reading.dateOrder == DateOrder::dayFirst ? "DMY" : "MDY");
    writeQuestions(out, reading);
    writeCredits(out, reading);
  }
  writeColumns(out, reading);
  writeLeftOut(out, reading);
  return reply(std::move(out.close('}')));
}

CreditedChannel channelOf(const Tree& tree) {
  CreditedChannel channel;
  channel.count = tree.find("count")->number;
  for (const Tree& name : tree.find("names")->items) {
    for (std::size_t i = 0; i < kRules; ++i)
      channel.credits[i] += name.find(text(static_cast<Rule>(i)))->number;
  }
  return channel;
}

std::string answerOf(const Tree& request) {
  const Errors errors = evidenceErrors(request, "redistributeRequest");
  if (!errors.empty()) return reply(errors);
  const std::vector<Tree>& asked = request.find("channels")->items;
  std::vector<CreditedChannel> channels;
  for (const Tree& one : asked) channels.push_back(channelOf(one));
  const std::vector<RuleCounts> counts = roi::redistribute(channels);
  Writer out;
  out.open('{').key("channels").open('[');
  for (std::size_t i = 0; i < asked.size(); ++i) {
    out.open('{').key("id").text(asked[i].find("id")->text).key("counts").open('{');
    for (std::size_t rule = 0; rule < kRules; ++rule) {
      if (counts[i][rule]) out.key(text(static_cast<Rule>(rule))).number(*counts[i][rule]);
    }
    out.close('}').close('}');
  }
  return reply(std::move(out.close(']').close('}')));
}

}  // namespace

std::string redistribute(std::string_view request) {
  return onSuccess(parseTree(request), answerOf);
}

struct AttributionCall::State {
  State(PathAnswers answers, bool isPasted) : reader(std::move(answers), isPasted) {}

  PathReader reader;
  bool isEnded = false;
};

AttributionCall::AttributionCall(PathAnswers answers, bool isPasted)
    : state_(std::make_unique<State>(std::move(answers), isPasted)) {}
AttributionCall::~AttributionCall() = default;

bool AttributionCall::feed(std::string_view bytes) { return state_->reader.feed(bytes); }

bool AttributionCall::advance() {
  constexpr std::size_t kTouches = 1000;
  if (!std::exchange(state_->isEnded, true)) state_->reader.end();
  return state_->reader.advance(kTouches);
}

std::string AttributionCall::answer() {
  advance();
  return replyOf(state_->reader.finish());
}

}  // namespace roi::json
