#include <algorithm>
#include <array>
#include <string>

#include "json/api.h"
#include "json/writer.h"
#include "roi/evidence.h"
#include "roi/platform.h"

namespace roi::json {
namespace {

void amount(Writer& out, const Amount& value) { out.number(value.value()); }

void optionalText(Writer& out, std::string_view key, std::string_view value) {
  if (!value.empty()) out.key(key).text(value);
}

void writeTable(Writer& out, const Export& result) {
  out.key("encoding").text(text(result.encoding));
  out.key("byteOrderMark").flag(result.hasMark);
  if (result.unreadable > 0) out.key("unreadable").number(static_cast<double>(result.unreadable));
  out.key("delimiter").text(std::string_view(&result.delimiter, 1));
  if (result.isDelimiterStated) out.key("delimiterStated").flag(true);
  out.key("headingLine").number(static_cast<double>(result.headingLine));
  if (result.decimal) out.key("decimal").text(*result.decimal == Mark::point ? "." : ",");
  if (result.dateOrder) {
    out.key("dateOrder").text(*result.dateOrder == DateOrder::monthFirst ? "MDY" : "DMY");
  }
  optionalText(out, "currency", result.currency);
  if (result.firstDay && result.lastDay) {
    out.key("period")
        .open('[')
        .text(isoDay(*result.firstDay))
        .text(isoDay(*result.lastDay))
        .close(']');
  }
}

void writeColumns(Writer& out, const Export& result) {
  out.key("columns").open('[');
  for (const ExportColumn& column : result.columns) {
    out.open('{').key("heading").text(column.heading);
    if (column.meaning) out.key("meaning").text(text(*column.meaning));
    out.key("use").text(text(column.use));
    if (column.unreadable > 0) out.key("unreadable").number(static_cast<double>(column.unreadable));
    if (column.bounds > 0) out.key("bounds").number(static_cast<double>(column.bounds));
    if (column.rounded > 0) out.key("rounded").number(static_cast<double>(column.rounded));
    if (column.compared > 0) {
      out.key("compared").number(static_cast<double>(column.compared));
      out.key("differing").number(static_cast<double>(column.differing));
    }
    out.close('}');
  }
  out.close(']');
  if (result.key) out.key("key").text(result.columns[*result.key].heading);
  if (result.date) out.key("date").text(result.columns[*result.date].heading);
}

void writeSkipped(Writer& out, const Export& result) {
  out.key("skipped").open('[');
  for (const Skipped& one : result.skipped) {
    out.open('{').key("line").number(static_cast<double>(one.line));
    if (one.lastLine > one.line) out.key("lastLine").number(static_cast<double>(one.lastLine));
    out.key("why").text(text(one.why));
    optionalText(out, "label", one.label);
    out.close('}');
  }
  out.close(']');
  if (result.skippedMore > 0) {
    out.key("skippedMore").number(static_cast<double>(result.skippedMore));
  }
}

void writeTexts(Writer& out, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out.key(key).open('[');
  for (const std::string& one : texts) out.text(one);
  out.close(']');
}

void writeQuestions(Writer& out, const Export& result) {
  out.key("questions").open('[');
  for (const ExportQuestion& question : result.questions) {
    out.open('{').key("about").text(text(question.about));
    writeTexts(out, "details", question.details);
    out.close('}');
  }
  out.close(']');
}

void writeTotal(Writer& out, const Export& result) {
  if (!result.total) return;
  out.key("ownTotal").open('{').key("line").number(static_cast<double>(result.total->line));
  out.key("agrees").flag(result.total->differences.empty());
  out.key("differences").open('[');
  for (const OwnTotal::Difference& one : result.total->differences) {
    out.open('{').key("meaning").text(text(result.figures[one.figure]));
    out.key("stated");
    amount(out, one.stated);
    out.key("summed");
    amount(out, one.summed);
    out.close('}');
  }
  out.close(']').close('}');
}

void writeFigures(Writer& out, const Export& result, const GroupSum& sum) {
  out.open('{').key("rows").number(static_cast<double>(sum.rows));
  for (std::size_t i = 0; i < result.figures.size(); ++i) {
    if (!sum.sums[i]) continue;
    out.key(text(result.figures[i]));
    amount(out, *sum.sums[i]);
  }
  out.close('}');
}

void writeSeries(Writer& out, const Export& result, const NameSeries& series) {
  out.open('{');
  for (std::size_t i = 0; i < result.figures.size(); ++i) {
    if (!isSummed(result.figures[i])) continue;
    out.key(text(result.figures[i])).open('[');
    for (const std::vector<std::optional<Amount>>& period : series.sums) {
      if (period[i]) {
        amount(out, *period[i]);
      } else {
        out.null();
      }
    }
    out.close(']');
  }
  out.close('}');
}

/// By name, each with its periods, unless that is more than anyone looks at.
class Grouping {
 public:
  Grouping(const Export& result, By by, const Periods& periods)
      : result_(result), isChannel_(by == By::channel), sums_(sumsBy(result, by)) {
    constexpr std::size_t kMostShown = 10'000;
    if (sums_.size() * periods.count <= kMostShown) series_ = seriesBy(result, by, periods);
  }

  bool isEmpty() const { return sums_.empty(); }
  void write(Writer& out) const {
    for (const GroupSum& sum : sums_) {
      out.open('{').key("name").text(sum.key);
      if (isChannel_) optionalText(out, "channel", channelNamed(sum.key));
      out.key("sums");
      writeFigures(out, result_, sum);
      const auto series = std::find_if(series_.begin(), series_.end(),
                                       [&](const NameSeries& one) { return one.key == sum.key; });
      if (series != series_.end()) writeSeries(out.key("series"), result_, *series);
      out.close('}');
    }
  }

 private:
  const Export& result_;
  bool isChannel_;
  std::vector<GroupSum> sums_;
  std::vector<NameSeries> series_;
};

void writeOffers(Writer& out, const Export& result) {
  out.key("offers").open('{');
  for (std::size_t i = 0; i < kCounted; ++i) {
    const auto counted = static_cast<Counted>(i);
    const std::vector<Meaning> offers = offersFor(result, counted);
    if (offers.empty()) continue;
    out.key(text(counted)).open('[');
    for (const Meaning one : offers) out.text(text(one));
    out.close(']');
  }
  out.close('}');
}

void writeKpis(Writer& out, const Export& result) {
  const std::vector<KpiOffer> offers = kpiOffersOf(result);
  if (offers.empty()) return;
  out.key("kpis").open('{');
  for (const KpiOffer& one : offers) {
    out.key(text(one.of)).text(one.meaning ? text(*one.meaning) : "rows");
  }
  out.close('}');
}

struct NamedGrouping {
  std::string_view key;
  By by;
};
constexpr std::array<NamedGrouping, 3> kNamed = {
    {{"byChannel", By::channel}, {"byCampaign", By::campaign}, {"byKind", By::kind}}};
constexpr std::array<NamedGrouping, 3> kDated = {
    {{"byDay", By::day}, {"byWeek", By::week}, {"byMonth", By::month}}};

void writeGroupings(Writer& out, const Export& result, const Periods& periods,
                    const std::array<NamedGrouping, 3>& groupings) {
  for (const auto& [key, by] : groupings) {
    const Grouping grouping(result, by, periods);
    if (grouping.isEmpty()) continue;
    out.key(key).open('[');
    grouping.write(out);
    out.close(']');
  }
}

void writeSums(Writer& out, const Export& result) {
  const Periods periods = periodsOf(result);
  if (periods.count > 0) {
    out.key("periods").open('{').key("by").text(periods.by == By::week ? "week" : "month");
    out.key("start").text(isoDay(periods.first)).close('}');
  }
  for (const GroupSum& sum : sumsBy(result, By::all)) {
    out.key("totals");
    writeFigures(out, result, sum);
  }
  for (const NameSeries& one : seriesBy(result, By::all, periods)) {
    writeSeries(out.key("series"), result, one);
  }
  writeGroupings(out, result, periods, kNamed);
  writeGroupings(out, result, {}, kDated);
}

/// What was counted from a day on, in all and by name.
void writeSince(Writer& out, Export& result, std::int32_t day) {
  out.key("since").open('{').key("start").text(isoDay(day));
  const std::optional<LeftOut> left = leaveOutBefore(result, day);
  if (left) {
    out.key("last").text(isoDay(left->last));
    out.key("leftOut").number(static_cast<double>(left->rows));
    for (const GroupSum& sum : sumsBy(result, By::all)) {
      writeFigures(out.key("totals"), result, sum);
    }
    writeGroupings(out, result, {}, kNamed);
  }
  out.close('}');
}

void write(Writer& out, Export& result, const ExportAnswers& answers) {
  out.open('{').key("platform").text(text(result.platform));
  optionalText(out, "platformName", nameOf(result.platform));
  optionalText(out, "channel", channelOf(result.platform));
  const Counter counter = counterOf(result.platform);
  if (counter == Counter::adPlatform) out.key("claimed").flag(true);
  if (counter == Counter::analytics) out.key("analytics").flag(true);
  writeTexts(out, "evidence", result.evidence);
  out.key("language").text(result.language);
  writeTable(out, result);
  writeTexts(out, "preamble", result.preamble);
  writeTexts(out, "notes", result.notes);
  writeColumns(out, result);
  out.key("rows").number(static_cast<double>(result.rows));
  if (result.undated > 0) out.key("undated").number(static_cast<double>(result.undated));
  if (result.statedRows) out.key("statedRows").number(static_cast<double>(*result.statedRows));
  writeSkipped(out, result);
  writeQuestions(out, result);
  writeTotal(out, result);
  writeOffers(out, result);
  writeKpis(out, result);
  writeSums(out, result);
  if (answers.since) writeSince(out, result, *answers.since);
  out.close('}');
}

std::string refusal(std::string_view code, std::size_t line, const std::string& currencies) {
  Writer out;
  out.open('{').key("ok").flag(false).key("errors").open('[').open('{');
  out.key("code").text(code).key("path").text("");
  optionalText(out, "detail", line > 0 ? std::to_string(line) : currencies);
  out.close('}').close(']').close('}');
  return std::move(out).take();
}

}  // namespace

struct ImportCall::State {
  State(const ExportAnswers& given, bool isPasted) : answers(given), reader(given, isPasted) {}

  ExportAnswers answers;
  ExportReader reader;
};

ImportCall::ImportCall(const ExportAnswers& answers, bool isPasted)
    : state_(std::make_unique<State>(answers, isPasted)) {}
ImportCall::~ImportCall() = default;

bool ImportCall::feed(std::string_view bytes) { return state_->reader.feed(bytes); }

std::string ImportCall::answer() {
  Export result = state_->reader.finish();
  const bool isTable = result.tableFault == TableFault::none;
  if (!isTable || result.fault != ExportFault::none) {
    const std::string_view code = isTable ? text(result.fault) : text(result.tableFault);
    return refusal(code, result.faultLine, result.currency);
  }
  Writer out;
  out.open('{').key("ok").flag(true).key("value");
  write(out, result, state_->answers);
  out.close('}');
  return std::move(out).take();
}

}  // namespace roi::json
