#include <algorithm>
#include <string>

#include "json/api.h"
#include "json/evidence.h"
#include "json/formula.h"
#include "json/request.h"
#include "json/validator.h"
#include "roi/kpi.h"

namespace roi::json {
namespace {

struct Scorecard {
  KpiCounts counts;
  Metric goal = Metric::profit;
  std::vector<const KpiInfo*> asked;
  std::vector<std::string_view> channels;
  std::vector<KpiLever> levers;
  bool isExplained = false;
  struct Counted {
    std::size_t channel;
    KpiInput input;
  };
  std::vector<Counted> counted;  ///< what each quantity is
};

/// Reads a request that is what the contract says, and collects what its parts do not agree on.
class ScorecardReader {
 public:
  Scorecard read(const Tree& request) {
    Scorecard given;
    given.goal = *metricById(request.find("goal")->text);
    const Path root;
    const Path inKpis = root["kpis"];
    const Tree& asked = *request.find("kpis");
    for (std::size_t i = 0; i < asked.items.size(); ++i) {
      const KpiInfo* kpi = kpiById(asked.items[i].text);
      if (!kpi) report(ErrorCode::fieldChoice, inKpis[i], asked.items[i].text);
      given.asked.push_back(kpi);
    }
    given.counts.interactions = interactions(request.find("interactions"), root["interactions"]);
    const Path inChannels = root["channels"];
    const Tree& channels = *request.find("channels");
    for (std::size_t i = 0; i < channels.items.size(); ++i) {
      const std::string& id = channels.items[i].find("id")->text;
      const Path channel = inChannels[i];
      if (placeOf(given.channels, id)) report(ErrorCode::idDuplicate, channel["id"], id);
      given.channels.push_back(id);
      counts(*channels.items[i].find("counts"), channel["counts"], given);
    }
    const Tree* explained = request.find("explained");
    given.isExplained = explained && explained->flag;
    if (const Tree* levers = request.find("levers")) readLevers(*levers, root["levers"], given);
    return given;
  }

  Errors errors() && { return std::move(errors_); }

 private:
  static std::optional<std::size_t> placeOf(const std::vector<std::string_view>& ids,
                                            std::string_view id) {
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return std::nullopt;
    return static_cast<std::size_t>(found - ids.begin());
  }

  void report(ErrorCode code, const Path& path, std::string detail) {
    addError(errors_, {code, path.text({}), std::move(detail)});
  }

  std::vector<KpiInput> interactions(const Tree* list, const Path& path) {
    if (!list || list->items.empty())
      return {KpiInput::likes, KpiInput::comments, KpiInput::shares};
    std::vector<KpiInput> chosen;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      const std::string& name = list->items[i].text;
      const KpiInput input = *kpiInputById(name);
      const bool isTaken = std::find(chosen.begin(), chosen.end(), input) != chosen.end();
      if (isTaken) report(ErrorCode::idDuplicate, path[i], name);
      chosen.push_back(input);
    }
    return chosen;
  }

  void counts(const Tree& tree, const Path& path, Scorecard& given) {
    KpiCounts& all = given.counts;
    std::array<Input, kKpiInputs>& known = all.channels.emplace_back();
    for (std::size_t i = 0; i < tree.keys.size(); ++i) {
      const Path field = path[tree.keys[i]];
      const KpiInput input = *kpiInputById(tree.keys[i]);
      const Scale scale = isShare(input) ? Scale::logit : Scale::log;
      std::optional<Quantity> made = readAmount(tree.items[i], field, scale, errors_);
      if (!made) continue;
      all.quantities.push_back(std::move(*made));
      given.counted.push_back({all.channels.size() - 1, input});
      known[static_cast<std::size_t>(input)] =
          static_cast<std::uint32_t>(all.quantities.size() - 1);
    }
  }

  void readLevers(const Tree& list, const Path& path, Scorecard& given) {
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const Tree& lever = list.items[i];
      const Path at = path[i];
      const std::string& channel = lever.find("channel")->text;
      const std::optional<Metric> kind = metricById(lever.find("kind")->text);
      const std::optional<std::size_t> place = placeOf(given.channels, channel);
      if (!kind) report(ErrorCode::fieldChoice, at["kind"], lever.find("kind")->text);
      if (!place) report(ErrorCode::idUnknown, at["channel"], channel);
      if (kind && place) {
        given.levers.push_back({*kind, *place, lever.find("percent")->number});
      }
    }
  }

  Errors errors_;
};

// The reply

class ScorecardWriter {
 public:
  explicit ScorecardWriter(const Scorecard& given)
      : given_(given), sheet_(given.counts, Numbers<Trace>(tape_)) {
    const std::vector<Quantity>& all = given.counts.quantities;
    hasRanges_ = std::any_of(all.begin(), all.end(), [](const Quantity& q) { return q.isRange(); });
  }
  ScorecardWriter(const ScorecardWriter&) = delete;
  ScorecardWriter& operator=(const ScorecardWriter&) = delete;

  std::string write() && {
    out_.open('{').key("kpis").open('[');
    for (const KpiInfo& kpi : kpis()) write(kpi);
    out_.close(']');
    if (given_.isExplained) entries();
    return reply(std::move(out_.close('}')));
  }

 private:
  std::size_t total() const { return given_.channels.size(); }

  void write(const KpiInfo& kpi) {
    const std::vector<Metric> chain = chainOf(kpi, given_.goal);
    out_.open('{').key("id").text(kpi.id).key("unit").text(text(kpi.unit));
    out_.key("better").text(text(kpi.better)).key("area").text(text(kpi.area));
    if (kpi.metric) out_.key("metric").text(info(*kpi.metric).id);
    formula(kpi);
    out_.key("chain").open('[');
    for (const Metric step : chain) out_.text(info(step).id);
    out_.close(']').key("serves").open('[');
    for (const Metric goal : goals()) {
      if (!chainOf(kpi, goal).empty()) out_.text(info(goal).id);
    }
    out_.close(']');
    const bool isAsked =
        std::find(given_.asked.begin(), given_.asked.end(), &kpi) != given_.asked.end();
    if (isAsked) worked(kpi, chain);
    out_.close('}');
  }

  void formula(const KpiInfo& kpi) {
    out_.key("inputs").open('[');
    for (const KpiInput input : inputsOf(kpi, given_.counts.interactions)) out_.text(text(input));
    out_.close(']');
    if (countsInteractions(kpi)) out_.key("interactions").flag(true);
    const auto part = [&](std::string_view key, std::optional<KpiInput> input) {
      if (input) out_.key(key).text(text(*input));
    };
    part("of", kpi.of);
    part("less", kpi.less);
    part("share", kpi.share);
    part("at", kpi.at);
    if (kpi.times != 1) out_.key("times").number(kpi.times);
    if (kpi.over != 1) out_.key("over").number(kpi.over);
    part("meanOver", kpi.meanOver);
    part("per", kpi.per);
    if (overlaps(kpi)) out_.key("overlaps").flag(true);
  }

  void worked(const KpiInfo& kpi, const std::vector<Metric>& chain) {
    std::vector<std::optional<double>> effects(total());
    std::optional<double> all;
    for (std::size_t c = 0; c < total(); ++c) {
      effects[c] = effectOf(given_.counts, given_.levers, c, chain);
      if (effects[c]) all = all.value_or(0) + *effects[c];
    }
    effect(all);
    if (!kpi.metric) figures(kpi);
    out_.key("channels").open('[');
    for (std::size_t c = 0; c < total(); ++c) {
      out_.open('{').key("id").text(given_.channels[c]);
      if (!kpi.metric) {
        out_.key("figure");
        figure(c, kpi);
      }
      effect(effects[c]);
      out_.close('}');
    }
    out_.close(']');
    if (!kpi.metric) rank(kpi);
  }

  void rank(const KpiInfo& kpi) {
    std::vector<std::optional<double>> values(total());
    for (std::size_t c = 0; c < total(); ++c) {
      const Figure<> value = sheet_(c, kpi).figure();
      if (value.defined()) values[c] = value.value;
    }
    out_.key("ranked").open('[');
    for (const std::size_t c : ranked(values, kpi.better)) out_.text(given_.channels[c]);
    out_.close(']');
  }

  void effect(std::optional<double> percent) {
    if (percent) out_.key("effect").number(*percent);
  }

  void figures(const KpiInfo& kpi) {
    out_.key("total");
    figure(total(), kpi);
    std::vector<std::size_t> without;
    for (std::size_t c = 0; c < total(); ++c) {
      if (!isCounted(given_.counts, c, kpi)) without.push_back(c);
    }
    const bool isNone = isOnlyByChannel(given_.counts, kpi);
    if (isNone || without.empty() || without.size() == total()) return;
    out_.key("without").open('[');
    for (const std::size_t c : without) out_.text(given_.channels[c]);
    out_.close(']');
  }

  void figure(std::size_t scope, const KpiInfo& kpi) {
    const Trace worked = sheet_(scope, kpi);
    const Figure<> value = worked.figure();
    out_.open('{');
    if (value.defined()) {
      figures_.push_back(worked);
      out_.key("value").number(value.value);
      const auto range = hasRanges_ ? rangeOf(given_.counts, scope, kpi, worked) : std::nullopt;
      if (range) span(range->low, range->high);
      if (kpi.per) {
        out_.key("numerator").number(sheet_.numerator(scope, kpi).figure().value);
        out_.key("denominator").number(sheet_.denominator(scope, kpi).figure().value);
      }
    } else {
      out_.key("undefined").text(why(scope, kpi, value));
    }
    out_.close('}');
  }

  /// Which of two divisors it is.
  KpiInput zero(std::size_t scope, const KpiInfo& kpi) {
    const bool isMean = kpi.meanOver && !sheet_.numerator(scope, kpi).figure().defined();
    return isMean ? *kpi.meanOver : *kpi.per;
  }

  /// A total lacks what its first channel does.
  std::string why(std::size_t scope, const KpiInfo& kpi, const Figure<>& value) {
    const bool isTotal = scope == total();
    if (isTotal && isOnlyByChannel(given_.counts, kpi)) return "onlyByChannel";
    if (value.why.kind == Reason::Kind::zero) return "zero:" + std::string(text(zero(scope, kpi)));
    const std::size_t channel = isTotal ? 0 : scope;
    if (const std::optional<KpiInput> missing = missingOf(given_.counts, channel, kpi)) {
      return "missing:" + std::string(text(*missing));
    }
    const PartOf excess = *excessOf(given_.counts, channel, kpi);
    return "excess:" + std::string(text(excess.part)) + ":" + std::string(text(excess.whole));
  }

  /// The formulas of all figures that were written, down to the counts.
  void entries() {
    out_.key("entries").open('[');
    const Explanation found = figures_.empty() ? Explanation() : explain(figures_);
    for (const Entry& entry : found) {
      out_.open('{').key("entry").text(kindOf(entry));
      if (entry.op == Op::input) {
        count(entry);
      } else {
        step(entry);
      }
      out_.close('}');
    }
    out_.close(']');
  }

  /// A KPI, or the sum of a count.
  void step(const Entry& entry) {
    const std::size_t line = entry.label.line;
    if (line < kKpiInputs) {
      out_.key("input").text(text(static_cast<KpiInput>(line)));
    } else {
      out_.key("kpi").text(kpis()[line - kKpiInputs].id);
    }
    channel(entry.label.scope);
    out_.key("value").number(entry.figure.value);
    writeTerms(out_, entry);
  }

  void count(const Entry& entry) {
    const auto& [at, input] = given_.counted[entry.quantity];
    out_.key("input").text(text(input));
    channel(at);
    out_.key("value").number(entry.figure.value);
    const Quantity& q = given_.counts.quantities[entry.quantity];
    if (q.isRange()) span(q.low, q.high);
  }

  void span(double low, double high) { out_.key("low").number(low).key("high").number(high); }

  void channel(std::size_t scope) {
    if (scope < total()) out_.key("channel").text(given_.channels[scope]);
  }

  const Scorecard& given_;
  bool hasRanges_ = false;
  Tape tape_;
  KpiSheet<Trace> sheet_;
  std::vector<Trace> figures_;
  Writer out_;
};

std::string answerOf(const Tree& request) {
  Errors errors = evidenceErrors(request, "scorecardRequest");
  if (!errors.empty()) return reply(errors);
  ScorecardReader reader;
  const Scorecard given = reader.read(request);
  errors = std::move(reader).errors();
  if (!errors.empty()) return reply(errors);
  return ScorecardWriter(given).write();
}

}  // namespace

std::string scorecard(std::string_view request) { return onSuccess(parseTree(request), answerOf); }

}  // namespace roi::json
