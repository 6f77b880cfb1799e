#include "json/simulation.h"

#include <algorithm>

#include "json/api.h"
#include "json/request.h"
#include "roi/beside.h"
#include "roi/luck.h"
#include "roi/order.h"
#include "roi/verdict.h"

namespace roi::json {
namespace {

constexpr std::size_t kTrials = 100'000;
constexpr std::size_t kMostPairs = 100;

/// What a spread is called by, as it stands in Spread::kLevels.
constexpr std::array<std::string_view, 5> kLevelNames = {"p5", "p25", "p50", "p75", "p95"};

struct Pair {
  std::string a, b;
};

/// What a request asks of the trials.
struct Asked {
  std::size_t scenario = 0;  ///< its place in the document
  std::optional<std::size_t> against;
  std::vector<Metric> metrics, channelMetrics;
  std::vector<Pair> pairs;
  std::size_t trials = kTrials;
  std::uint64_t seed = 1;
  bool histograms = false;
  std::optional<double> loss;  ///< the chance of losing more is asked
};

std::vector<Metric> metricsAsked(RequestReader& read, std::string_view field,
                                 std::vector<Metric> fallback) {
  const Tree* list = read.find(field);
  if (!list) return fallback;
  std::vector<Metric> metrics;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const std::string path = "/" + std::string(field) + "/" + std::to_string(i);
    const Metric metric = read.metric(list->items[i], path, false);
    const bool isNew = std::find(metrics.begin(), metrics.end(), metric) == metrics.end();
    if (isNew) metrics.push_back(metric);
  }
  return metrics;
}

std::vector<Pair> pairsAsked(RequestReader& read, const Scenario& s) {
  std::vector<Pair> pairs;
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
    for (std::size_t side = 0; side < 2; ++side) {
      if (channelById(s, pair.items[side].text)) continue;
      read.report(ErrorCode::requestChannel, path + "/" + std::to_string(side),
                  pair.items[side].text);
    }
    pairs.push_back({pair.items[0].text, pair.items[1].text});
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
  asked.metrics = metricsAsked(
      read, "metrics", {Metric::roi, Metric::profit, Metric::fullCostCpl, Metric::breakEvenCpl});
  asked.channelMetrics = metricsAsked(read, "channelMetrics", asked.metrics);
  asked.pairs = pairsAsked(read, plan);
  asked.trials = read.trials(kTrials);
  asked.seed = read.seed();
  asked.histograms = read.flag("histograms");
  if (const Tree* loss = request.find("loss")) asked.loss = loss->number;
  if (asked.loss && !(*asked.loss >= 0 && *asked.loss <= kLargestAmount)) {
    read.report(ErrorCode::requestNumber, "/loss", "0..1e12");
  }
  const std::size_t figures =
      asked.metrics.size() + plan.channels.size() * asked.channelMetrics.size();
  if (asked.trials * figures > kMostValues) {
    read.report(ErrorCode::requestSize, {}, std::to_string(kMostValues));
  }
  if (!read.errors().empty()) return read.errors();
  return asked;
}

/// Channels by id: of equals in a race the first counts.
std::vector<std::size_t> byId(const Scenario& s) {
  return ordered(s.channels.size(),
                 [&](std::size_t a, std::size_t b) { return s.channels[a].id < s.channels[b].id; });
}

}  // namespace

void writeChance(Writer& out, const Chance& chance) {
  out.open('{').key("probability").number(chance.probability);
  out.key("error").number(chance.error);
  out.key("undefinedTrials").number(static_cast<double>(chance.undefined)).close('}');
}

Summary summary(std::span<const double> values, bool withHistogram) {
  Summary made;
  made.spread = spread(values);
  if (withHistogram) made.histogram = histogram(values, made.spread);
  return made;
}

void writeDistribution(Writer& out, const Summary& summary, const Figure<>& figure) {
  const Spread& s = summary.spread;
  if (s.trials == 0) {
    out.figure(figure);
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
  if (const std::optional<Histogram>& h = summary.histogram) {
    out.key("histogram").open('{').key("from").number(h->from).key("to").number(h->to);
    out.key("counts").open('[');
    for (const std::uint32_t count : h->counts) out.number(count);
    out.close(']').key("below").number(h->below).key("above").number(h->above).close('}');
  }
  out.close('}');
}

/// The plan, and perhaps another beside it, on one tape; and the trials that are run of it.
struct SimulationCall::State {
  State(Document decoded, Asked request)
      : document(std::move(decoded)),
        asked(std::move(request)),
        plan(document[asked.scenario].scenario),
        quantities(plan.quantities),
        sheet(plan, Numbers<Trace>(tape, addLuck(quantities, plan))) {
    for (std::size_t scope = 0; scope <= sheet.total(); ++scope) askScope(scope);
    if (plan.goal) askGoal(*plan.goal);
    for (const Pair& pair : asked.pairs) askPair(pair);
    if (asked.loss) askLoss(*asked.loss);
    if (asked.against) askAgainst(document[*asked.against].scenario);
    order = byId(plan);
    for (const std::size_t c : order) question.race.push_back(sheet(c, Metric::roi).node);
    simulation.emplace(tape, quantities, question, asked.seed, asked.trials);
  }

  const std::vector<Metric>& metricsOf(std::size_t scope) const {
    return scope < sheet.total() ? asked.channelMetrics : asked.metrics;
  }

  void askScope(std::size_t scope) {
    for (const Metric metric : metricsOf(scope)) {
      question.spreads.push_back(sheet(scope, metric).node);
    }
    question.chances.push_back({sheet(scope, Metric::profit).node});
    question.chances.push_back({belowBreakEven(scope).node});
  }

  /// Costs less per lead than it brings: the claim that what counts is profitable, where there are
  /// leads to divide by. Decided by the profit, lest a count that just breaks even be rounded to
  /// either side.
  Trace belowBreakEven(std::size_t scope) {
    const At<Trace> f(sheet, scope);
    const Trace profit = f.counted(Metric::return_) - f.counted(Metric::cost);
    return ifPositive(f.counted(Metric::leads), profit, sheet(scope, Metric::headroom));
  }

  void askGoal(const Goal& goal) {
    const Trace figure = sheet(sheet.total(), goal.metric);
    const Trace target = sheet.input(*goal.target);
    const bool isLower = info(goal.metric).better == Better::lower;
    question.chances.push_back({(isLower ? target - figure : figure - target).node, true});
  }

  void askPair(const Pair& pair) {
    const Trace a = sheet(*channelById(plan, pair.a), Metric::roi);
    const Trace b = sheet(*channelById(plan, pair.b), Metric::roi);
    question.chances.push_back({(a - b).node});
  }

  void askLoss(double loss) {
    const Trace profit = sheet(sheet.total(), Metric::profit);
    question.chances.push_back({(sheet.numbers().constant(-loss, Metric::amount) - profit).node});
  }

  void askAgainst(const Scenario& other) {
    std::vector<std::uint32_t> numbers = numbersBeside(plan, other, quantities);
    const std::uint32_t firstLevel = addLuck(quantities, other);
    Sheet<Trace> beside(other, Numbers<Trace>(tape, firstLevel, std::move(numbers)));
    for (const Metric metric : {Metric::profit, Metric::roi}) {
      const Trace ours = sheet(sheet.total(), metric);
      question.chances.push_back({(ours - beside(beside.total(), metric)).node});
    }
  }

  void writeScope(Writer& out, std::size_t scope) {
    out.key("results").open('{');
    const std::vector<Metric>& metrics = metricsOf(scope);
    for (std::size_t m = 0; m < metrics.size(); ++m) {
      const std::size_t place = scope * asked.channelMetrics.size() + m;
      out.key(info(metrics[m]).id);
      writeDistribution(out, summaryOf(place), sheet(scope, metrics[m]).figure());
    }
    out.close('}').key("profitable");
    writeChance(out, simulation->chance(2 * scope));
    out.key("belowBreakEven");
    writeChance(out, simulation->chance(2 * scope + 1));
    const auto spread = luck(sheet(scope, Metric::customers).figure());
    if (spread && drawsLuck(plan, scope)) out.key("luck").number(*spread);
  }

  /// What is lost on average, trials that lose nothing counted as 0.
  void writeLoss(Writer& out) {
    const auto found = std::find(asked.metrics.begin(), asked.metrics.end(), Metric::profit);
    if (found == asked.metrics.end()) return;
    const auto m = static_cast<std::size_t>(found - asked.metrics.begin());
    const std::size_t place = sheet.total() * asked.channelMetrics.size() + m;
    const Mean loss = expectedLoss(simulation->values(place));
    out.key("expectedLoss").open('{').key("mean").number(loss.mean);
    out.key("error").number(loss.error).close('}');
  }

  void writeChannels(Writer& out) {
    std::vector<std::size_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    out.key("channels").open('[');
    for (std::size_t c = 0; c < sheet.total(); ++c) {
      out.open('{').key("id").text(plan.channels[c].id);
      writeScope(out, c);
      out.key("best");
      writeChance(out, simulation->wins(place[c]));
      out.close('}');
    }
    out.close(']');
  }

  /// Once all trials are done, one figure a call is summed up.
  bool advance(std::size_t trials) {
    if (simulation->done() < asked.trials) {
      simulation->advance(trials);
      return false;
    }
    if (summaries.size() < question.spreads.size()) {
      summaries.push_back(summarise(summaries.size()));
    }
    return summaries.size() == question.spreads.size();
  }

  Summary summarise(std::size_t place) const {
    return summary(simulation->values(place), asked.histograms);
  }
  Summary summaryOf(std::size_t place) const {
    return place < summaries.size() ? summaries[place] : summarise(place);
  }

  /// How many typed figures without a range the profit depends on.
  std::size_t exact() {
    const std::vector<std::uint32_t> made = quantitiesOf(sheet(sheet.total(), Metric::profit));
    return static_cast<std::size_t>(std::count_if(made.begin(), made.end(), [&](std::uint32_t q) {
      return quantities[q].scale != Scale::fixed && !quantities[q].isRange();
    }));
  }

  std::string answer() {
    Writer out;
    out.open('{').key("scenario").text(plan.id);
    out.key("trials").number(static_cast<double>(simulation->done()));
    out.key("seed").number(static_cast<double>(asked.seed));
    out.key("ranges").number(static_cast<double>(simulation->ranges()));
    out.key("exact").number(static_cast<double>(exact()));
    out.key("draws").flag(drawsLuck(plan, sheet.total()));
    out.key("total").open('{');
    writeScope(out, sheet.total());
    out.close('}');
    writeChannels(out);
    std::size_t next = 2 * (sheet.total() + 1);
    if (plan.goal) {
      out.key("goal");
      writeChance(out, simulation->chance(next++));
    }
    out.key("pairs").open('[');
    for (const Pair& pair : asked.pairs) {
      out.open('{').key("a").text(pair.a).key("b").text(pair.b).key("roi");
      writeChance(out, simulation->chance(next++));
      out.close('}');
    }
    out.close(']');
    writeLoss(out);
    if (asked.loss) {
      out.key("losesMore").open('{').key("than").number(*asked.loss).key("chance");
      writeChance(out, simulation->chance(next++));
      out.close('}');
    }
    if (asked.against) {
      out.key("against").open('{').key("scenario").text(document[*asked.against].scenario.id);
      out.key("profit");
      writeChance(out, simulation->chance(next));
      out.key("roi");
      writeChance(out, simulation->chance(next + 1));
      out.close('}');
    }
    return reply(std::move(out.close('}')));
  }

  Document document;
  Asked asked;
  const Scenario& plan;
  std::vector<Quantity> quantities;
  Tape tape;
  Sheet<Trace> sheet;
  Question question;
  std::vector<std::size_t> order;  ///< of the race
  std::vector<Summary> summaries;  ///< of the first figures, once all trials are done
  std::optional<Simulation> simulation;
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

bool SimulationCall::advance(std::size_t trials) { return !state_ || state_->advance(trials); }

std::string SimulationCall::answer() const { return state_ ? state_->answer() : refusal_; }

std::string simulate(std::string_view request) {
  SimulationCall call(request);
  call.advance(kMostValues);
  return call.answer();
}

}  // namespace roi::json
