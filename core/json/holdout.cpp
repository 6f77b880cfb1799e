#include "roi/holdout.h"

#include <algorithm>

#include "json/api.h"
#include "json/evidence.h"
#include "json/request.h"
#include "json/validator.h"
#include "roi/geo_table.h"
#include "roi/geo_test.h"
#include "roi/order.h"

namespace roi::json {
namespace {

std::optional<double> numberIn(const Tree& tree, std::string_view field) {
  const Tree* number = tree.find(field);
  return number ? std::optional(number->number) : std::nullopt;
}

void write(Writer& out, std::string_view key, const Estimate& estimate) {
  out.key(key).open('{').key("value").number(estimate.value);
  if (estimate.low) out.key("low").number(*estimate.low);
  if (estimate.high) out.key("high").number(*estimate.high);
  out.close('}');
}

void write(Writer& out, std::string_view key, const std::optional<Estimate>& estimate) {
  if (estimate) write(out, key, *estimate);
}

void write(Writer& out, const std::optional<PlanShare>& share) {
  if (!share) return;
  out.key("planShare");
  if (share->low == share->high) {
    out.number(share->low);
    return;
  }
  out.open('{').key("low").number(share->low);
  if (share->likely) out.key("likely").number(*share->likely);
  out.key("high").number(share->high).close('}');
}

/// What it cost and brought, where that is asked.
void writeMoney(Writer& out, const Tree& request, const Estimate& incremental) {
  const std::optional<double> cost = numberIn(request, "cost");
  const std::optional<double> value = numberIn(request, "value");
  if (!cost) return;
  write(out, "costPerIncremental", costPerIncremental(*cost, incremental));
  if (value && *cost > 0) write(out, "incrementalRoas", times(incremental, *value / *cost));
}

// Two groups

/// More customers than people are refused.
HoldoutGroup groupIn(const Tree& request, std::string_view name, Errors& errors) {
  const Tree* given = request.find(name);
  if (!given) return {};
  HoldoutGroup group = {numberIn(*given, "people"), numberIn(*given, "rate")};
  const std::optional<double> customers = numberIn(*given, "customers");
  if (!customers || !group.people) return group;
  group.rate = *customers / *group.people;
  if (*customers <= *group.people) return group;
  addError(errors,
           {ErrorCode::fieldMaximum, Path()[name]["customers"].text({}), shown(*group.people)});
  return group;
}

void writeTest(Writer& out, const Tree& request, const Holdout& test) {
  const Estimate difference = differenceOf(test);
  const std::optional<Estimate> share = incrementalShareOf(test);
  write(out, "difference", difference);
  if (const std::optional<double> pValue = pValueOf(test)) out.key("pValue").number(*pValue);
  if (share) {
    write(out, "share", *share);
    write(out, "lift", liftOf(*share));
    write(out, planShareOf(*share));
  }
  if (!test.treated.people) return;
  const Estimate incremental = times(difference, *test.treated.people);
  write(out, "incremental", incremental);
  writeMoney(out, request, incremental);
}

std::string holdoutAnswer(const Tree& request) {
  Errors errors = evidenceErrors(request, "holdoutRequest");
  if (!errors.empty()) return reply(errors);
  const Holdout test = {groupIn(request, "treated", errors), groupIn(request, "control", errors)};
  if (!errors.empty()) return reply(errors);
  Writer out;
  out.open('{');
  if (test.treated.rate) out.key("treatedRate").number(*test.treated.rate);
  if (test.control.rate) out.key("controlRate").number(*test.control.rate);
  if (test.treated.rate && test.control.rate) writeTest(out, request, test);
  if (const std::optional<double> lift = smallestLift(test)) {
    out.key("smallestLift").number(*lift);
    out.key("smallestShare").number(shareOfLift(*lift));
  }
  return reply(std::move(out.close('}')));
}

// Regions

/// Where a text stands in a list; reported, and its end, where it does not.
std::size_t placeOf(const Tree& name, const std::vector<std::string>& in, const Path& path,
                    Errors& errors) {
  const auto found = std::find(in.begin(), in.end(), name.text);
  if (found == in.end()) addError(errors, {ErrorCode::idUnknown, path.text({}), name.text});
  return static_cast<std::size_t>(found - in.begin());
}

class GeoAnswer {
 public:
  explicit GeoAnswer(const Tree& request) : request_(request), table_(tableOf(request)) {
    for (const GeoRegion& region : table_.regions) names_.push_back(region.name);
  }

  std::string write() && {
    Errors errors;
    const GeoSeries series = seriesOf(errors);
    const GeoDays days = daysOf(errors);
    if (!errors.empty()) return reply(errors);
    writeTable();
    const Tree* length = request_.find("length");
    if (request_.find("start")) {
      write(series, days);
    } else if (length) {
      writePower(series, static_cast<std::size_t>(length->number));
    }
    return reply(std::move(out_.close('}')));
  }

 private:
  static GeoTable tableOf(const Tree& request) {
    std::optional<Mark> mark;
    if (const Tree* decimal = request.find("decimal"))
      mark = decimal->text == "comma" ? Mark::comma : Mark::point;
    return readGeoTable(request.find("text")->text, mark);
  }

  bool isRead() const { return table_.fault == TableFault::none && !table_.ambiguous; }

  GeoSeries seriesOf(Errors& errors) {
    GeoSeries series;
    isTreated_.resize(names_.size());
    const Tree* treated = request_.find("treated");
    const std::size_t count = treated && isRead() ? treated->items.size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = placeOf(treated->items[i], names_, Path()["treated"][i], errors);
      if (place < names_.size()) isTreated_[place] = true;
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::vector<double>& sold = table_.regions[i].sold;
      if (!isTreated_[i]) {
        series.donors.push_back(sold);
        continue;
      }
      series.treated.resize(sold.size());
      for (std::size_t day = 0; day < sold.size(); ++day) series.treated[day] += sold[day];
    }
    return series;
  }

  GeoDays daysOf(Errors& errors) const {
    const Path root;
    GeoDays days = {0, table_.days.size()};
    const Tree* start = request_.find("start");
    const Tree* end = request_.find("end");
    if (!start || !isRead()) return days;
    days.start = placeOf(*start, table_.days, root["start"], errors);
    if (end) days.end = placeOf(*end, table_.days, root["end"], errors) + 1;
    days.end = std::max(days.end, days.start);
    return days;
  }

  void writeTexts(std::string_view key, const std::vector<std::string>& texts) {
    out_.key(key).open('[');
    for (const std::string& one : texts) out_.text(one);
    out_.close(']');
  }

  void writeNumbers(std::string_view key, const std::vector<double>& numbers, std::size_t count) {
    out_.key(key).open('[');
    for (std::size_t i = 0; i < count; ++i) out_.number(numbers[i]);
    out_.close(']');
  }

  void writeTable() {
    out_.open('{');
    if (table_.fault != TableFault::none) out_.key("fault").text(text(table_.fault));
    if (table_.ambiguous) out_.key("ambiguous").text(*table_.ambiguous);
    writeTexts("days", table_.days);
    writeTexts("regions", names_);
    out_.key("leftOut").open('[');
    for (const auto& [name, why] : table_.leftOut)
      out_.open('{').key("name").text(name).key("why").text(text(why)).close('}');
    out_.close(']');
    if (table_.repeated > 0) out_.key("repeated").number(static_cast<double>(table_.repeated));
  }

  void write(const GeoSeries& series, const GeoDays& days) {
    const std::variant<GeoTest, GeoLack> made = roi::geoTest(series, days);
    if (const GeoLack* lack = std::get_if<GeoLack>(&made)) {
      out_.key("lacks").text(text(*lack));
      return;
    }
    const GeoTest& test = std::get<GeoTest>(made);
    out_.key("test").open('{');
    json::write(out_, "lift", test.lift);
    json::write(out_, "effect", test.effect);
    out_.key("actual").number(test.actual).key("without").number(test.without);
    out_.key("pValue").number(test.pValue).key("blocks").number(static_cast<double>(days.end));
    out_.key("error").number(test.error);
    writeWeights(test);
    out_.key("start").number(static_cast<double>(days.start));
    writeNumbers("sold", series.treated, days.end);
    writeNumbers("expected", test.expected, days.end);
    const std::optional<double> claimed = numberIn(request_, "claimed");
    if (claimed && *claimed > 0) {
      const Estimate share = times(test.effect, 1 / *claimed);
      json::write(out_, "share", share);
      json::write(out_, planShareOf(share));
    }
    writeMoney(out_, request_, test.effect);
    out_.close('}');
  }

  void writeWeights(const GeoTest& test) {
    std::vector<std::size_t> donors;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!isTreated_[i]) donors.push_back(i);
    }
    const auto& weights = test.weights;
    const auto order = ordered(
        weights.size(), [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    out_.key("weights").open('[');
    for (const std::size_t i : order) {
      if (!(weights[i] > 0)) continue;
      out_.open('{').key("region").text(names_[donors[i]]);
      out_.key("weight").number(weights[i]).close('}');
    }
    out_.close(']');
  }

  void writePower(const GeoSeries& series, std::size_t length) {
    const std::optional<GeoPower> power = geoPower(series, table_.days.size(), length);
    if (!power) return;
    out_.key("power").open('{').key("length").number(static_cast<double>(length));
    out_.key("windows").number(static_cast<double>(power->windows));
    out_.key("error").number(power->error);
    out_.key("smallestLift").number(power->smallestLift).close('}');
  }

  const Tree& request_;
  GeoTable table_;
  std::vector<std::string> names_;
  std::vector<bool> isTreated_;
  Writer out_;
};

std::string geoAnswer(const Tree& request) {
  const Errors errors = evidenceErrors(request, "geoTestRequest");
  return errors.empty() ? GeoAnswer(request).write() : reply(errors);
}

}  // namespace

std::string holdout(std::string_view request) {
  return onSuccess(parseTree(request), holdoutAnswer);
}

std::string geoTest(std::string_view request) { return onSuccess(parseTree(request), geoAnswer); }

}  // namespace roi::json
