#include <algorithm>
#include <string>

#include "json/api.h"
#include "json/evidence.h"
#include "json/request.h"
#include "json/validator.h"
#include "roi/evidence.h"

namespace roi::json {
namespace {

/// How many periods a document keeps.
constexpr std::size_t kMostKept = 60;

/// Reads a request that is what the contract says, and collects what its parts do not agree on.
class BringReader {
 public:
  ToBring read(const Tree& request) {
    ToBring given;
    given.isPast = request.find("as")->text == "past";
    given.isScaled = isSaid(request, "scale");
    given.isOrders = isSaid(request, "orders");
    const Tree& channels = *request.find("channels");
    const Path root;
    const Path inChannels = root["channels"];
    for (std::size_t i = 0; i < channels.items.size(); ++i) {
      const Path channel = inChannels[i];
      checkId(channels, i, channel);
      given.channels.push_back(parts(*channels.items[i].find("parts"), channel["parts"]));
    }
    if (const Tree* counted = request.find("counted")) {
      const Path inCounted = root["counted"];
      given.counted = parts(*counted, inCounted);
      checkCounted(given.counted, inCounted);
    }
    return given;
  }

  Errors errors() && { return std::move(errors_); }

 private:
  static bool isSaid(const Tree& tree, std::string_view name) {
    const Tree* flag = tree.find(name);
    return flag && flag->flag;
  }

  void report(ErrorCode code, const Path& path, std::string detail) {
    addError(errors_, {code, path.text({}), std::move(detail)});
  }

  void checkId(const Tree& channels, std::size_t index, const Path& path) {
    const std::string& id = channels.items[index].find("id")->text;
    const bool isTaken = std::any_of(channels.items.begin(),
                                     channels.items.begin() + static_cast<std::ptrdiff_t>(index),
                                     [&](const Tree& one) { return one.find("id")->text == id; });
    if (isTaken) report(ErrorCode::idDuplicate, path["id"], id);
  }

  void checkCounted(const std::vector<Part>& counted, const Path& path) {
    for (std::size_t i = 0; i < counted.size(); ++i) {
      const Path part = path[i];
      if (counted[i].counter == Counter::adPlatform)
        report(ErrorCode::fieldChoice, part["claimed"], "false");
    }
  }

  std::vector<Part> parts(const Tree& list, const Path& path) {
    std::vector<Part> parts;
    std::array<double, kCounted> sums{};
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      parts.push_back(part(list.items[i], path[i]));
      for (std::size_t c = 0; c < kCounted; ++c) {
        if (parts[i].counts[c]) sums[c] += parts[i].counts[c]->total;
      }
    }
    const bool isTooMuch =
        std::any_of(sums.begin(), sums.end(), [](double sum) { return sum > kLargestAmount; });
    if (isTooMuch) report(ErrorCode::fieldMaximum, path, shown(kLargestAmount));
    return parts;
  }

  Part part(const Tree& tree, const Path& path) {
    Part part;
    if (isSaid(tree, "claimed")) part.counter = Counter::adPlatform;
    if (isSaid(tree, "analytics")) {
      const bool isOther = part.counter == Counter::adPlatform;
      if (isOther) report(ErrorCode::fieldChoice, path["analytics"], "false");
      part.counter = Counter::analytics;
    }
    for (std::size_t i = 0; i < kCounted; ++i) {
      const std::string_view name = text(static_cast<Counted>(i));
      if (const Tree* count = tree.find(name)) part.counts[i] = this->count(*count, path[name]);
    }
    if (const Tree* kpis = tree.find("kpis")) part.kpis = this->kpis(*kpis, path["kpis"]);
    if (const Tree* until = tree.find("until")) part.until = dayNumber(until->text);
    readPeriods(tree, path, part);
    return part;
  }

  Count count(const Tree& tree, const Path& path) {
    Count count;
    count.total = tree.find("total")->number;
    const bool isTooSmall = count.total > 0 && count.total < kSmallestAmount;
    if (isTooSmall) report(ErrorCode::fieldMinimum, path["total"], "1e-9");
    const Tree* series = tree.find("series");
    if (!series) return count;
    for (const Tree& one : series->items) {
      const bool isKnown = one.kind == Tree::Kind::number;
      count.series.push_back(isKnown ? std::optional(one.number) : std::nullopt);
    }
    return count;
  }

  std::vector<KpiCount> kpis(const Tree& list, const Path& path) {
    std::vector<KpiCount> counts;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const std::string& name = list.items[i].find("of")->text;
      const std::optional<KpiInput> input = kpiInputById(name);
      const bool isTwice = input && std::any_of(counts.begin(), counts.end(),
                                                [&](const auto& one) { return one.of == *input; });
      if (!input) report(ErrorCode::fieldChoice, path[i]["of"], name);
      if (isTwice) report(ErrorCode::idDuplicate, path[i]["of"], name);
      if (input && !isTwice) counts.push_back({*input, list.items[i].find("total")->number});
    }
    return counts;
  }

  void readPeriods(const Tree& tree, const Path& path, Part& part) {
    for (std::size_t i = 0; i < kCounted; ++i) {
      if (!part.counts[i] || part.counts[i]->series.empty()) continue;
      const std::size_t length = part.counts[i]->series.size();
      if (part.periods.count == 0) part.periods.count = length;
      if (part.periods.count == length) continue;
      const Path count = path[text(static_cast<Counted>(i))];
      report(ErrorCode::fieldCount, count["series"], std::to_string(part.periods.count));
    }
    if (part.periods.count == 0) return;
    const Tree* by = tree.find("by");
    const Tree* start = tree.find("start");
    if (!by) report(ErrorCode::fieldRequired, path["by"], "by");
    if (!start) report(ErrorCode::fieldRequired, path["start"], "start");
    if (!by || !start) return;
    part.periods.by = by->text == "week" ? By::week : By::month;
    part.periods.first = *dayNumber(start->text);
  }

  Errors errors_;
};

// The reply

void writeParts(Writer& out, const std::vector<std::size_t>& parts) {
  out.key("parts").open('[');
  for (const std::size_t part : parts) out.number(static_cast<double>(part));
  out.close(']');
}

void write(Writer& out, const BroughtFigure& figure) {
  out.open('{');
  if (figure.isRange()) {
    out.key("low").number(figure.low).key("likely").number(figure.likely);
    out.key("high").number(figure.high);
    if (figure.isMedian) out.key("median").flag(true);
    out.key("periods").number(static_cast<double>(figure.periods));
  } else {
    out.key("value").number(figure.likely);
  }
  if (figure.cases > 0) out.key("n").number(figure.cases);
  writeParts(out, figure.parts);
  if (figure.isClaimed) out.key("claimed").flag(true);
  if (figure.scaledBy != 1) out.key("scaledBy").number(figure.scaledBy);
  if (figure.until) out.key("until").text(isoDay(*figure.until));
  out.close('}');
}

/// The first day of the period that comes so many later.
std::int32_t later(const Periods& periods, std::size_t count) {
  constexpr std::int32_t kWeek = 7;
  constexpr std::int32_t kLongestMonth = 31;
  if (periods.by == By::week) return periods.first + kWeek * static_cast<std::int32_t>(count);
  std::int32_t day = monthOf(periods.first);
  for (std::size_t i = 0; i < count; ++i) day = monthOf(day + kLongestMonth);
  return day;
}

void writeSeries(Writer& out, const BroughtChannel& channel) {
  const Periods& periods = channel.periods;
  if (periods.count == 0) return;
  const std::size_t left = periods.count - std::min(periods.count, kMostKept);
  out.key("series").open('{').key("by").text(periods.by == By::week ? "week" : "month");
  out.key("start").text(isoDay(later(periods, left)));
  for (std::size_t i = 0; i < kCounted; ++i) {
    const Series& series = channel.series[i];
    if (series.empty()) continue;
    out.key(text(static_cast<Counted>(i))).open('[');
    for (std::size_t period = left; period < series.size(); ++period) {
      if (series[period]) {
        out.number(*series[period]);
      } else {
        out.null();
      }
    }
    out.close(']');
  }
  out.close('}');
}

void writeKpis(Writer& out, const BroughtChannel& channel) {
  if (channel.kpis.empty()) return;
  out.key("kpis").open('[');
  for (const BroughtKpi& kpi : channel.kpis) {
    out.open('{').key("of").text(text(kpi.of)).key("value").number(kpi.total);
    writeParts(out, kpi.parts);
    out.close('}');
  }
  out.close(']');
}

void write(Writer& out, const BroughtChannel& channel, const std::string& id) {
  out.open('{').key("id").text(id);
  for (const BroughtFigure& figure : channel.figures) {
    if (figure.as == BroughtAs::adSpend) write(out.key("adSpend"), figure);
  }
  out.key("figures").open('{');
  for (const BroughtFigure& figure : channel.figures) {
    if (figure.as != BroughtAs::adSpend) write(out.key(text(figure.as)), figure);
  }
  out.close('}');
  writeKpis(out, channel);
  writeSeries(out, channel);
  out.close('}');
}

void write(Writer& out, const Claim& claim, const Tree& channels) {
  const double over = claim.claims - claim.counts;
  out.open('{').key("figure").text(text(claim.counted));
  if (claim.channel) out.key("channel").text(channels.items[*claim.channel].find("id")->text);
  out.key("claimed").number(claim.claims).key("counted").number(claim.counts);
  out.key("over").number(over);
  if (claim.counts > 0) out.key("share").number(over / claim.counts);
  out.close('}');
}

std::string answerOf(const Tree& request) {
  Errors errors = evidenceErrors(request, "bringRequest");
  if (!errors.empty()) return reply(errors);
  BringReader reader;
  const ToBring given = reader.read(request);
  errors = std::move(reader).errors();
  if (!errors.empty()) return reply(errors);
  const Brought brought = roi::bring(given);
  const Tree& channels = *request.find("channels");
  Writer out;
  out.open('{').key("scalable").flag(brought.isScalable).key("channels").open('[');
  for (std::size_t i = 0; i < brought.channels.size(); ++i) {
    write(out, brought.channels[i], channels.items[i].find("id")->text);
  }
  out.close(']').key("claims").open('[');
  for (const Claim& claim : brought.claims) write(out, claim, channels);
  return reply(std::move(out.close(']').close('}')));
}

}  // namespace

std::string bring(std::string_view request) { return onSuccess(parseTree(request), answerOf); }

}  // namespace roi::json
