#include "roi/geo_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "roi/geo_test.h"
#include "roi/headings.h"
#include "roi/order.h"

namespace roi {
namespace {

using Text = std::string_view;
using Row = std::vector<std::string>;

class Rows final : public RecordTaker {
 public:
  void take(const Record& record) override {
    Row row;
    for (const Text cell : record.cells) row.push_back(onOneLine(cell));
    while (!row.empty() && row.back().empty()) row.pop_back();
    const bool isTitle = rows.empty() && row.size() < 2;
    if (!row.empty() && !isTitle) rows.push_back(std::move(row));
  }
  bool knows(Text /*cell*/) const override { return false; }

  std::vector<Row> rows;
};

bool isDay(Text cell) { return datesIn(cell).size() == 1; }
bool isName(Text cell) { return !isDay(cell) && readCell(cell).kind == CellNumber::Kind::words; }
bool isNumber(Text cell) { return !isDay(cell) && readCell(cell).kind == CellNumber::Kind::number; }

/// Names in the order in which they came first.
class Names {
 public:
  std::size_t operator()(Text name) {
    const auto [found, isNew] = numbers_.try_emplace(std::string(name), list.size());
    if (isNew) list.emplace_back(name);
    return found->second;
  }

  std::vector<std::string> list;

 private:
  std::map<std::string, std::size_t> numbers_;
};

struct Cell {
  std::size_t region, day;
  Text text;
  CellNumber number;
};

class Reader {
 public:
  Reader(const std::vector<Row>& rows, std::optional<Mark> decimal)
      : rows_(rows), decimal_(decimal) {}

  GeoTable read() && {
    if (rows_.size() < 2) return std::move(table_);
    takeCells();
    if (isTooMany()) table_.fault = TableFault::cells;
    if (isTooMany() || !decide()) return std::move(table_);
    addUp();
    sortDays();
    giveRegions();
    return std::move(table_);
  }

 private:
  bool isTooMany() const {
    return regions_.list.size() > kMostGeoRegions || days_.list.size() > kMostGeoDays;
  }

  Text at(const Row& row, std::size_t column) const {
    return column < row.size() ? Text(row[column]) : Text{};
  }

  /// The first column that holds so in most of the first rows below the headings.
  std::optional<std::size_t> columnWhere(bool (*holds)(Text)) const {
    constexpr std::size_t kTelling = 20;
    const std::size_t rows = std::min(rows_.size() - 1, kTelling);
    const auto end = rows_.begin() + 1 + static_cast<std::ptrdiff_t>(rows);
    for (std::size_t column = 0; column < rows_[0].size(); ++column) {
      const auto held = std::count_if(rows_.begin() + 1, end,
                                      [&](const Row& row) { return holds(at(row, column)); });
      if (static_cast<std::size_t>(held) * 2 > rows) return column;
    }
    return std::nullopt;
  }

  void takeCells() {
    const std::optional<std::size_t> day = columnWhere(isDay);
    const std::optional<std::size_t> name = columnWhere(isName);
    const std::optional<std::size_t> number = columnWhere(isNumber);
    const bool isByRegion = rows_[0].size() > 1 && isDay(rows_[0][1]);
    if (!isByRegion && day && name && number) return takeLong(*name, *day, *number);
    const bool areDays = day == std::size_t{0};
    for (auto row = rows_.begin() + 1; row != rows_.end() && !isTooMany(); ++row) {
      const Text label = (*row)[0];
      if (areDays && !isDay(label)) continue;
      for (std::size_t column = 1; column < rows_[0].size(); ++column) {
        const Text heading = rows_[0][column];
        if (isByRegion && !isDay(heading)) continue;
        take(isByRegion ? label : heading, isByRegion ? heading : label, at(*row, column));
      }
    }
  }

  void takeLong(std::size_t name, std::size_t day, std::size_t number) {
    for (auto row = rows_.begin() + 1; row != rows_.end() && !isTooMany(); ++row) {
      if (isDay(at(*row, day)) && !at(*row, name).empty())
        take(at(*row, name), at(*row, day), at(*row, number));
    }
  }

  void take(Text region, Text day, Text text) {
    cells_.push_back({regions_(region), days_(day), text, readCell(text)});
  }

  /// How decimals are written; not where the numbers leave it open.
  bool decide() {
    std::array<bool, 2> isProven{};
    Text open;
    for (const Cell& cell : cells_) {
      const CellNumber& number = cell.number;
      if (number.isAmbiguous && open.empty()) open = cell.text;
      if (number.says && !number.isAmbiguous)
        isProven[static_cast<std::size_t>(*number.says)] = true;
    }
    if (decimal_ || open.empty()) return true;
    if (isProven[0] == isProven[1]) {
      table_.ambiguous = open;
      return false;
    }
    decimal_ = isProven[static_cast<std::size_t>(Mark::comma)] ? Mark::comma : Mark::point;
    return true;
  }

  void addUp() {
    sold_.resize(regions_.list.size(), std::vector<Amount>(days_.list.size()));
    filled_.resize(sold_.size() * days_.list.size());
    isOff_.resize(sold_.size());
    for (const auto& [region, day, text, number] : cells_) {
      const Amount& amount = decimal_ == Mark::comma ? number.comma : number.point;
      const bool isCount = number.kind == CellNumber::Kind::number && amount.whole >= 0;
      if (!isCount) isOff_[region] = true;
      if (isCount) sold_[region][day] += amount;
      std::vector<bool>::reference isFilled = filled_[region * days_.list.size() + day];
      if (isFilled && isCount) ++table_.repeated;
      isFilled = true;
    }
  }

  void sortDays() {
    DateOrder order = DateOrder::dayFirst;
    for (const std::string& day : days_.list) {
      const auto dates = datesIn(day);
      const auto proof = dates.empty() ? std::nullopt : orderOf(dates[0]);
      if (proof) order = *proof;
      isProven_ |= proof.has_value();
    }
    std::vector<std::int32_t> numbers;
    for (const std::string& day : days_.list) {
      const auto dates = datesIn(day);
      if (dates.empty()) return giveDays();
      if (dates[0].form == CellDate::Form::undecided && !isProven_) return giveDays();
      const auto number = dayNumber(dates[0], order);
      if (!number) return giveDays();
      numbers.push_back(*number);
    }
    order_ = ordered(numbers.size(),
                     [&](std::size_t a, std::size_t b) { return numbers[a] < numbers[b]; });
    for (const std::size_t day : order_) table_.days.push_back(isoDay(numbers[day]));
  }

  void giveDays() {
    table_.days = days_.list;
    for (std::size_t day = 0; day < days_.list.size(); ++day) order_.push_back(day);
  }

  std::optional<GeoLeftOut::Why> whyNot(std::size_t region, const std::vector<double>& sold) const {
    if (isTotalLabel(regions_.list[region])) return GeoLeftOut::Why::total;
    const auto first = filled_.begin() + static_cast<std::ptrdiff_t>(region * sold.size());
    const bool isFull = std::find(first, first + static_cast<std::ptrdiff_t>(sold.size()), false) ==
                        first + static_cast<std::ptrdiff_t>(sold.size());
    if (!isFull || isOff_[region]) return GeoLeftOut::Why::gaps;
    const std::size_t days = std::min(sold.size(), kLeastDaysBefore);
    const bool isSold = std::any_of(sold.begin(), sold.begin() + static_cast<std::ptrdiff_t>(days),
                                    [](double one) { return one > 0; });
    if (!isSold) return GeoLeftOut::Why::nothing;
    return std::nullopt;
  }

  void giveRegions() {
    for (std::size_t region = 0; region < sold_.size(); ++region) {
      std::vector<double> sold;
      for (const std::size_t day : order_) sold.push_back(sold_[region][day].value());
      const auto why = whyNot(region, sold);
      if (why) {
        table_.leftOut.push_back({regions_.list[region], *why});
      } else {
        table_.regions.push_back({regions_.list[region], std::move(sold)});
      }
    }
  }

  const std::vector<Row>& rows_;
  std::optional<Mark> decimal_;
  GeoTable table_;
  Names regions_, days_;
  std::vector<Cell> cells_;
  std::vector<std::vector<Amount>> sold_;
  std::vector<bool> filled_, isOff_;
  std::vector<std::size_t> order_;  ///< of days
  bool isProven_ = false;           ///< which of a date's numbers is the day
};

}  // namespace

std::string_view text(GeoLeftOut::Why why) {
  constexpr std::array<Text, 3> kNames = {"gaps", "nothing", "total"};
  return kNames[static_cast<std::size_t>(why)];
}

GeoTable readGeoTable(Text text, std::optional<Mark> decimal) {
  Rows rows;
  TableReader reader(rows, true);
  GeoTable refused;
  if (!reader.feed(text) || !reader.finish()) {
    refused.fault = reader.fault();
    return refused;
  }
  return Reader(rows.rows, decimal).read();
}

}  // namespace roi
