#include "json/simulation.h"

#include <algorithm>
#include <array>

#include "json/api.h"
#include "json/own.h"
#include "json/request.h"
#include "roi/plan_chances.h"

namespace roi::json {
namespace {

constexpr std::size_t kMostPairs = 100;

/// What a spread is called by, as it stands in Spread::kLevels.
constexpr std::array<std::string_view, 7> kLevelNames = {"p5",  "p25", "p50", "p75",
                                                         "p95", "p10", "p90"};

bool isOwn(const Tree& name) { return name.text.starts_with(kOwnPrefix); }

/// What a request asks of the trials, and of which scenarios by their places in the document.
struct Asked {
  std::size_t scenario = 0;
  std::optional<std::size_t> against;
  ChancesAsked of;
};

std::vector<Metric> metricsAsked(RequestReader& read, std::string_view field,
                                 std::vector<Metric> fallback) {
  const Tree* list = read.find(field);
  if (!list) return fallback;
  std::vector<Metric> metrics;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    if (field == "metrics" && isOwn(list->items[i])) continue;
    const std::string path = "/" + std::string(field) + "/" + std::to_string(i);
    const Metric metric = read.metric(list->items[i], path, false);
    const bool isNew = std::find(metrics.begin(), metrics.end(), metric) == metrics.end();
    if (isNew) metrics.push_back(metric);
  }
  return metrics;
}

/// The own figures among the metrics, each once.
std::vector<std::size_t> ownAsked(RequestReader& read, const Scenario& s) {
  std::vector<std::size_t> figures;
  const Tree* list = read.find("metrics");
  for (std::size_t i = 0; list && i < list->items.size(); ++i) {
    const std::optional<std::size_t> figure =
        read.ownFigure(list->items[i], "/metrics/" + std::to_string(i), s);
    if (!figure) continue;
    const bool isNew = std::find(figures.begin(), figures.end(), *figure) == figures.end();
    if (isNew) figures.push_back(*figure);
  }
  return figures;
}

std::vector<ChancesAsked::Pair> pairsAsked(RequestReader& read, const Scenario& s) {
  std::vector<ChancesAsked::Pair> pairs;
  const Tree* list = read.find("pairs");
  if (!list) return pairs;
  if (list->items.size() > kMostPairs) {
    read.report(ErrorCode::fieldCount, "/pairs", "0.." + std::to_string(kMostPairs));
  }
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const Tree& pair = list->items[i];
    const std::string path = "/pairs/" + std::to_string(i);
    if (pair.kind != Tree::Kind::array) {
      read.report(ErrorCode::fieldType, path, "array");
      continue;
    }
    if (pair.items.size() != 2) {
      read.report(ErrorCode::fieldCount, path, "2..2");
      continue;
    }
    std::array<std::size_t, 2> places{};
    for (std::size_t side = 0; side < 2; ++side) {
      const std::optional<std::size_t> channel = channelById(s, pair.items[side].text);
      places[side] = channel.value_or(0);
      if (channel) continue;
      read.report(ErrorCode::requestChannel, path + "/" + std::to_string(side),
                  pair.items[side].text);
    }
    pairs.push_back({places[0], places[1]});
  }
  return pairs;
}

Outcome<Asked> readAsked(const Tree& request, const Document& document) {
  RequestReader read(request, document);
  Asked asked;
  const auto placeOf = [&](const DocumentScenario& one) {
    return static_cast<std::size_t>(&one - document.data());
  };
  asked.scenario = placeOf(read.scenario());
  if (request.find("against")) asked.against = placeOf(read.scenario("against"));
  const Scenario& plan = document[asked.scenario].scenario;
  ChancesAsked& of = asked.of;
  of.metrics = metricsAsked(
      read, "metrics", {Metric::roi, Metric::profit, Metric::fullCostCpl, Metric::breakEvenCpl});
  of.channelMetrics = metricsAsked(read, "channelMetrics", of.metrics);
  of.channels = !request.find("channelMetrics") || !of.channelMetrics.empty();
  of.own = ownAsked(read, plan);
  of.pairs = pairsAsked(read, plan);
  of.trials = read.trials(of.trials);
  of.seed = read.seed();
  of.histogram = read.flag("histogram");
  if (const Tree* loss = request.find("loss")) of.loss = loss->number;
  if (of.loss && !(*of.loss >= 0 && *of.loss <= kLargestAmount)) {
    read.report(ErrorCode::requestNumber, "/loss", "0..1e12");
  }
  const std::size_t figures =
      of.metrics.size() + of.own.size() + plan.channels.size() * of.channelMetrics.size();
  if (of.trials * figures > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return read.errors();
  return asked;
}

void writeScope(Writer& out, const PlanChances::Scope& scope) {
  out.key("results").open('{');
  for (const PlanChances::Result& result : scope.results) {
    out.key(info(result.metric).id);
    writeDistribution(out, result.likely, result.spread);
  }
  out.close('}').key("profitable");
  writeChance(out, scope.profitable);
  out.key("belowBreakEven");
  writeChance(out, scope.belowBreakEven);
  if (scope.luck) out.key("luck").number(*scope.luck);
}

void writeChannels(Writer& out, const Scenario& plan, const PlanChances& chances) {
  out.key("channels").open('[');
  for (std::size_t c = 0; c < chances.channels.size(); ++c) {
    out.open('{').key("id").text(plan.channels[c].id);
    writeScope(out, chances.channels[c]);
    out.key("best");
    writeChance(out, chances.channels[c].best);
    out.close('}');
  }
  out.close(']');
}

/// To a tenth of a trial.
double tenths(double trials) { return static_cast<std::uint32_t>(10 * trials + 0.5) / 10.0; }

void writeHistogram(Writer& out, const Histogram& histogram) {
  out.open('{').key("from").number(histogram.from).key("to").number(histogram.to);
  out.key("counts").open('[');
  for (const std::uint32_t count : histogram.counts) out.number(count);
  out.close(']').key("below").number(histogram.below).key("above").number(histogram.above);
  out.key("density").open('[');
  for (const double trials : histogram.density) out.number(tenths(trials));
  out.close(']').key("atoms").open('[');
  for (const Histogram::Atom& atom : histogram.atoms) {
    out.open('{').key("value").number(atom.value).key("count").number(atom.count).close('}');
  }
  out.close(']').close('}');
}

}  // namespace

void writeChance(Writer& out, const Chance& chance) {
  out.open('{').key("probability").number(chance.probability);
  out.key("error").number(chance.error);
  out.key("undefinedTrials").number(static_cast<double>(chance.undefined)).close('}');
}

void writeDistribution(Writer& out, const Figure<>& likely, const Spread& s) {
  if (s.trials == 0) {
    out.figure(likely);
    return;
  }
  out.open('{');
  for (std::size_t i = 0; i < kLevelNames.size(); ++i) {
    out.key(kLevelNames[i]).number(s.quantiles[i]);
  }
  out.key("mean").number(s.mean).key("errors").open('{');
  for (std::size_t i = 0; i < s.errors.size(); ++i) {
    out.key(kLevelNames[2 * i]).number(s.errors[i]);
  }
  out.key("mean").number(s.meanError).close('}');
  out.key("undefinedTrials").number(static_cast<double>(s.undefined));
  out.close('}');
}

struct SimulationCall::State {
  State(const Document& decoded, Asked request)
      : document(decoded), asked(std::move(request)), trials(plan(), questions()) {}

  const Scenario& plan() const { return document[asked.scenario].scenario; }

  ChancesAsked questions() const {
    ChancesAsked of = asked.of;
    if (asked.against) of.against = &document[*asked.against].scenario;
    return of;
  }

  void writePairs(Writer& out, const PlanChances& chances) const {
    out.key("pairs").open('[');
    for (std::size_t i = 0; i < chances.pairs.size(); ++i) {
      const ChancesAsked::Pair& pair = asked.of.pairs[i];
      out.open('{').key("a").text(plan().channels[pair.a].id);
      out.key("b").text(plan().channels[pair.b].id).key("roi");
      writeChance(out, chances.pairs[i]);
      out.close('}');
    }
    out.close(']');
  }

  void writeOwn(Writer& out, const PlanChances& chances) const {
    out.key("own").open('[');
    for (std::size_t i = 0; i < chances.own.size(); ++i) {
      const PlanChances::OwnResult& result = chances.own[i];
      out.open('{').key("id").text(plan().own->of->figures[asked.of.own[i]].id).key("value");
      if (result.spread.trials == 0) {
        writeOwnValue(out, plan(), trials.tape(), result.node);
      } else {
        writeDistribution(out, {}, result.spread);
      }
      out.key("positive");
      writeChance(out, result.positive);
      out.close('}');
    }
    out.close(']');
  }

  void writeLoss(Writer& out, const PlanChances& chances) const {
    if (chances.expectedLoss) {
      out.key("expectedLoss").open('{').key("mean").number(chances.expectedLoss->mean);
      out.key("error").number(chances.expectedLoss->error).close('}');
    }
    if (!chances.losesMore) return;
    out.key("losesMore").open('{').key("than").number(*asked.of.loss).key("chance");
    writeChance(out, *chances.losesMore);
    out.close('}');
  }

  void writeAgainst(Writer& out, const PlanChances& chances) const {
    if (!chances.against) return;
    out.key("against").open('{').key("scenario").text(document[*asked.against].scenario.id);
    out.key("profit");
    writeChance(out, chances.against->profit);
    out.key("roi");
    writeChance(out, chances.against->roi);
    out.close('}');
  }

  std::string answer() {
    const PlanChances chances = trials.chances();
    Writer out;
    out.open('{').key("scenario").text(plan().id);
    out.key("trials").number(static_cast<double>(chances.trials));
    out.key("seed").number(static_cast<double>(asked.of.seed));
    out.key("ranges").number(static_cast<double>(chances.ranges));
    out.key("exact").number(static_cast<double>(chances.exact));
    out.key("draws").flag(chances.drawsLuck);
    out.key("total").open('{');
    writeScope(out, chances.total);
    if (!chances.own.empty()) writeOwn(out, chances);
    out.close('}');
    writeChannels(out, plan(), chances);
    if (chances.histogram) writeHistogram(out.key("histogram"), *chances.histogram);
    if (chances.goal) {
      out.key("goal");
      writeChance(out, *chances.goal);
    }
    writePairs(out, chances);
    writeLoss(out, chances);
    writeAgainst(out, chances);
    return reply(std::move(out.close('}')));
  }

  Document document;
  Asked asked;
  PlanTrials trials;
};

SimulationCall::SimulationCall(std::string_view text) {
  const auto start = [&](const Tree& request, const Document& document) {
    return onSuccess(readAsked(request, document), [&](const Asked& asked) {
      state_ = std::make_unique<State>(document, asked);
      return std::string();
    });
  };
  refusal_ = json::answer(text, kSimulateFields, start);
}

SimulationCall::~SimulationCall() = default;

bool SimulationCall::advance(std::size_t trials) {
  return !state_ || state_->trials.advance(trials);
}

std::string SimulationCall::answer() const { return state_ ? state_->answer() : refusal_; }

std::string simulate(std::string_view request) {
  SimulationCall call(request);
  call.advance(kMostValues);
  return call.answer();
}

}  // namespace roi::json
