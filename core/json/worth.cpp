// The call worth: what it is worth to know more before deciding.
#include "roi/worth.h"

#include "json/api.h"
#include "json/request.h"
#include "json/simulation.h"
#include "roi/own_figure.h"

namespace roi::json {
namespace {

constexpr std::size_t kTrials = 8192;

void writeChoices(Writer& out, const Scenario& s, const Worth& made) {
  out.key("choices").open('[');
  for (const ChoiceWorth& choice : made.choices) {
    out.open('{');
    if (choice.channel) out.key("channel").text(s.channels[*choice.channel].id);
    out.key("expected").number(choice.expected).key("error").number(choice.error).close('}');
  }
  out.close(']');
}

void writeSample(Writer& out, const Sample& sample) {
  out.key("sample").open('{').key("cases").number(sample.cases);
  out.key("of").text(info(sample.of).id).key("worth").number(sample.worth);
  out.key("cost").number(sample.cost).key("days").figure(sample.days).close('}');
}

void writeRange(Writer& out, std::span<const Quantity> quantities, const RangeWorth& range) {
  out.open('{').key("pointers").open('[');
  for (const std::uint32_t q : range.quantities) out.text(quantities[q].pointer);
  const Quantity& first = quantities[range.quantities.front()];
  out.close(']').key("metric").text(info(first.metric).id);
  if (range.isCommon) out.key("group").text(first.group);
  out.key("worth").number(range.worth).key("bias").number(range.bias);
  out.key("sampled").flag(range.isSampled);
  if (range.sample) writeSample(out, *range.sample);
  out.close('}');
}

std::string writeWorth(const Scenario& s, const Worth& made) {
  Writer out;
  out.open('{').key("scenario").text(s.id);
  out.key("trials").number(static_cast<double>(made.trials));
  out.key("undefinedTrials").number(static_cast<double>(made.undefined));
  writeChoices(out, s, made);
  out.key("perfect").open('{').key("mean").number(made.perfect.mean);
  out.key("error").number(made.perfect.error).close('}').key("ranges").open('[');
  for (const RangeWorth& range : made.ranges) writeRange(out, made.quantities, range);
  return reply(std::move(out.close(']').close('}')));
}

/// An own figure that is asked for must be money.
std::size_t moneyFigure(RequestReader& read, const Scenario& s) {
  const Tree& name = *read.find("metric");
  const std::optional<std::size_t> figure = read.ownFigure(s);
  const bool isMoney = figure && !ownOf(s).of->figures.empty() &&
                       ownOf(s).of->figures[*figure].unit == OwnUnit::money;
  if (!isMoney && read.errors().empty()) {
    read.report(ErrorCode::requestMetric, "/metric", name.text);
  }
  return figure.value_or(0);
}

Decision decisionOf(RequestReader& read, const Scenario& s) {
  using Of = Decision::Of;
  if (read.find("against")) return {Of::against, &read.scenario("against").scenario};
  if (read.flag("channels")) return {Of::channels};
  if (read.flag("split")) return {Of::split};
  if (read.find("metric")) return {Of::ownFigure, nullptr, moneyFigure(read, s)};
  return {};
}

std::string worthRequest(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  const Scenario& s = read.scenario().scenario;
  const Decision decision = decisionOf(read, s);
  const std::size_t trials = read.trials(kTrials);
  const std::uint64_t seed = read.seed();
  if (hasRanges(s.quantities) && (s.channels.size() + 1) * trials > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return reply(read.errors());
  return writeWorth(s, worthOfKnowing(s, decision, seed, trials));
}

}  // namespace

std::string worth(std::string_view text) { return answer(text, kWorthFields, worthRequest); }

}  // namespace roi::json
