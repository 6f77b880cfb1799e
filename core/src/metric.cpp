#include "roi/metric.h"

#include <algorithm>
#include <array>

namespace roi {
namespace {

constexpr std::array<MetricInfo, kMetrics> kTable = {{
#define ROI_ROW(enumerator, id, unit, better, category, total, ledger) \
  MetricInfo{id, Unit::unit, Better::better, Category::category, Total::total, Ledger::ledger},
    ROI_METRICS(ROI_ROW)
#undef ROI_ROW
}};

constexpr bool isKind(const MetricInfo& row) { return row.ledger == Ledger::kind; }

constexpr auto kKinds = [] {
  std::array<Metric, std::count_if(kTable.begin(), kTable.end(), isKind)> kinds{};
  for (std::size_t i = 0, next = 0; i < kMetrics; ++i) {
    if (isKind(kTable[i])) kinds[next++] = static_cast<Metric>(i);
  }
  return kinds;
}();

constexpr std::array<std::string_view, 5> kUnits = {"count", "money", "rate", "ratio", "months"};
constexpr std::array<std::string_view, 3> kBetter = {"higher", "lower", "neither"};
constexpr std::array<std::string_view, 12> kCategories = {
    "funnel", "value", "cost",   "result", "unitCost", "breakEven",
    "share",  "goal",  "saving", "cash",   "input",    "line"};

}  // namespace

const MetricInfo& info(Metric metric) { return kTable[static_cast<std::size_t>(metric)]; }

std::string_view text(Unit unit) { return kUnits[static_cast<std::size_t>(unit)]; }
std::string_view text(Better better) { return kBetter[static_cast<std::size_t>(better)]; }
std::string_view text(Category category) { return kCategories[static_cast<std::size_t>(category)]; }

std::optional<Metric> metricById(std::string_view id) {
  for (std::size_t i = 0; i < kMetrics; ++i) {
    if (kTable[i].id == id) return static_cast<Metric>(i);
  }
  return std::nullopt;
}

bool isResult(Metric metric) { return info(metric).category < Category::goal; }

bool addsUp(Metric metric) { return isSum(metric) || metric == Metric::profit; }

std::span<const Metric> costKinds() { return kKinds; }

}  // namespace roi
