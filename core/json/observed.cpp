#include "json/observed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "json/request.h"

namespace roi::json {
namespace {

constexpr std::array<Metric, 13> kFields = {Metric::adSpend,
                                            Metric::impressions,
                                            Metric::clicks,
                                            Metric::leads,
                                            Metric::customers,
                                            Metric::ctr,
                                            Metric::conversionRate,
                                            Metric::closeRate,
                                            Metric::adSpendCpm,
                                            Metric::adSpendCpc,
                                            Metric::adSpendCpl,
                                            Metric::averageOrderValue,
                                            Metric::revenuePerCustomer};

class ObservedReader {
 public:
  ObservedReader(const DocumentScenario& of, const Tree& scenario)
      : plan_(of.scenario), base_(plan_.pointer + "/observed") {
    const Tree* observed = scenario.find("observed");
    const Tree* counts = observed ? observed->find("counts") : nullptr;
    if (!counts || counts->items.empty()) return;
    const Tree* start = observed->find("start");
    const std::optional<int> day = dayNumber(start ? start->text : of.dates.start);
    if (!day) {
      report(ErrorCode::fieldRequired, base_ + "/start", "start");
      return;
    }
    made_.since.start = *day;
    for (std::size_t i = 0; i < counts->items.size(); ++i) {
      counted(counts->items[i], base_ + "/counts/" + std::to_string(i));
    }
  }

  ObservedIn take() && { return std::move(made_); }

 private:
  void report(ErrorCode code, const std::string& pointer, std::string detail = {}) {
    made_.errors.push_back({code, "/document" + pointer, std::move(detail)});
  }

  void counted(const Tree& row, const std::string& pointer) {
    const std::optional<int> day = dayNumber(row.find("date")->text);
    if (!day || *day < made_.since.start) {
      report(ErrorCode::observedDate, pointer + "/date");
      return;
    }
    Observed seen;
    seen.day = *day;
    const Tree* id = row.find("channel");
    if (id) seen.channel = channelById(plan_, id->text);
    for (const Metric figure : kFields) {
      const Tree* value = row.find(info(figure).id);
      if (!value) continue;
      seen.figure = figure;
      const std::string place = childPath(pointer, info(figure).id);
      if (id && !seen.channel) {
        made_.unknown.push_back(place);
      } else {
        figureOf(*value, place, seen);
      }
    }
  }

  void figureOf(const Tree& typed, const std::string& pointer, Observed seen) {
    const bool isNumber = typed.kind == Tree::Kind::number;
    const Tree* value = isNumber ? &typed : typed.find("value");
    if (!value) {
      report(ErrorCode::fieldRequired, childPath(pointer, "value"), "value");
      return;
    }
    seen.value = value->number;
    if (isOfCases(seen.figure)) {
      const Tree* cases = typed.find("n");
      if (!cases) {
        report(ErrorCode::fieldRequired, childPath(pointer, "n"), "n");
        return;
      }
      seen.cases = cases->number;
    }
    add(seen, pointer);
  }

  void add(const Observed& seen, const std::string& pointer) {
    std::vector<Observed>& all = made_.since.observed;
    const bool isTwice = std::any_of(all.begin(), all.end(), [&](const Observed& other) {
      return other.channel == seen.channel && other.day == seen.day &&
             countedAs(plan_, other.figure) == countedAs(plan_, seen.figure);
    });
    if (isTwice) report(ErrorCode::observedTwice, pointer);
    all.push_back(seen);
    made_.pointers.push_back(pointer);
  }

  const Scenario& plan_;
  std::string base_;
  ObservedIn made_;
};

const Tree& scenarioTree(const Tree& request, const std::string& id) {
  const Tree& scenarios = *request.find("document")->find("scenarios");
  for (const Tree& one : scenarios.items) {
    if (one.find("id")->text == id) return one;
  }
  return scenarios.items.front();
}

}  // namespace

ObservedIn observedIn(const Tree& request, const DocumentScenario& of) {
  return ObservedReader(of, scenarioTree(request, of.scenario.id)).take();
}

}  // namespace roi::json
