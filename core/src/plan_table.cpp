#include "roi/plan_table.h"

#include <algorithm>
#include <utility>

#include "roi/characters.h"
#include "roi/headings.h"

namespace roi {
namespace {

using Text = std::string_view;
using Row = std::vector<std::string>;
using About = PlanDoubt::About;

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

Text cellAt(const Row& row, std::size_t column) {
  return column < row.size() ? Text(row[column]) : Text{};
}

bool hasLetter(Text cell) {
  for (std::size_t at = 0; at < cell.size();) {
    if (isLetter(codeAt(cell, at))) return true;
  }
  return false;
}

bool isNumeric(Text cell) {
  return std::any_of(cell.begin(), cell.end(), isDigit) && !hasLetter(cell);
}

// Records

/// Keeps the records that hold something.
class Records final : public RecordTaker {
 public:
  Records(const PlanHeadings& headings, std::vector<Row>& rows)
      : headings_(headings), rows_(rows) {}

  void take(const Record& record) override {
    Row row;
    for (const Text cell : record.cells) row.push_back(onOneLine(cell));
    while (!row.empty() && row.back().empty()) row.pop_back();
    const bool isComment = row.size() == 1 && row[0].starts_with('#');
    if (!row.empty() && !isComment) rows_.push_back(std::move(row));
  }
  bool knows(Text cell) const override {
    return hasLetter(cell) && headings_.exactly(cell).has_value();
  }

 private:
  const PlanHeadings& headings_;
  std::vector<Row>& rows_;
};

PlanTableFault faultOf(TableFault fault) {
  switch (fault) {
    case TableFault::none: return PlanTableFault::none;
    case TableFault::cells: return PlanTableFault::columns;
    case TableFault::quote: return PlanTableFault::quote;
    case TableFault::bytes:
    case TableFault::record: return PlanTableFault::size;
  }
  return PlanTableFault::none;
}

// How numbers are written

/// What the numbers of a table show of their decimal mark.
struct MarksShown {
  std::array<bool, 2> isProven{};  ///< by Mark
  bool isCountByPoint = false;     ///< a count that is whole only by a point
  std::optional<CellNumber> open;  ///< the first that reads both ways
  Text openText;

  /// Of a range, each of its ends.
  void see(Text cell, bool isCount) {
    const CellNumber number = readCell(cell);
    if (number.kind != CellNumber::Kind::words) return see(cell, number, isCount);
    for (std::size_t at = 0; at < cell.size();) {
      const std::size_t end = std::min(cell.find_first_not_of("0123456789.,", at), cell.size());
      if (end > at) see(cell.substr(at, end - at), readCell(cell.substr(at, end - at)), isCount);
      at = std::max(end, at + 1);
    }
  }

  void see(Text text, const CellNumber& number, bool isCount) {
    if (!number.says) return;
    const auto mark = static_cast<std::size_t>(*number.says);
    isProven[mark] = isProven[mark] || !number.isAmbiguous;
    isCountByPoint |= number.isAmbiguous && isCount && number.says == Mark::point;
    if (!number.isAmbiguous || open) return;
    open = number;
    openText = text;
  }
};

/// A rate that is not to be read as percent is read as a count is.
constexpr Metric kAsItStands = Metric::leads;

// The table

bool isSpent(PlanMeaning meaning) {
  return meaning == PlanMeaning::cost || meaning == PlanMeaning::adSpend;
}

bool isRate(PlanMeaning meaning) {
  return meaning == PlanMeaning::conversionRate || meaning == PlanMeaning::closeRate ||
         meaning == PlanMeaning::margin;
}

/// The first cell that is a word, or else holds anything.
Text nameOf(const Row& row) {
  const auto word = std::find_if(row.begin(), row.end(), hasLetter);
  if (word != row.end()) return *word;
  const auto any = std::find_if(row.begin(), row.end(), [](Text one) { return !one.empty(); });
  return any == row.end() ? Text{} : Text(*any);
}

const TypedNumber* numberIn(const PlanCell* cell) {
  return cell && cell->figure ? std::get_if<TypedNumber>(&*cell->figure) : nullptr;
}

const PlanCell* cellIn(const PlanRow& row, std::size_t column) {
  for (const PlanCell& cell : row.cells) {
    if (cell.column == column) return &cell;
  }
  return nullptr;
}

std::optional<double> single(const PlanRow& row, std::size_t column) {
  const TypedNumber* number = numberIn(cellIn(row, column));
  if (!number || number->isRange()) return std::nullopt;
  return number->likely;
}

/// How a column of rates is written; its cells say it, or it is told.
enum class RateAs : std::uint8_t { written, share, percent };

class Reader {
 public:
  explicit Reader(const PlanTableReading& given) : given_(given) {}

  PlanTable read(Text text) {
    if (!readRecords(text)) return std::move(table_);
    giveMeanings();
    askColumns();
    decideMark();
    askFractions();
    readFigures();
    findSums();
    findNamesTwice();
    askCurrency();
    if (areSumsLeft_)
      std::erase_if(table_.rows, [&](const PlanRow& row) { return isSum_[row.row]; });
    return std::move(table_);
  }

 private:
  // Records
  bool readRecords(Text text);
  bool refuse(PlanTableFault fault, std::size_t line = 0);
  void giveHeadings(Row headings, std::size_t width);
  void giveRow(Row texts);
  std::size_t known(const Row& row) const;
  std::size_t rowsAbove(const std::vector<Row>& rows) const;

  // Columns
  void giveMeanings();
  void preferAmongRivals(PlanMeaning meaning);
  void tell(std::size_t column, PlanMeaning meaning);
  void give(std::size_t column, std::optional<PlanMeaning> meaning);
  void giveByHeading();
  void giveBudget();
  void giveName();
  void giveUnknown();
  bool isGiven(PlanMeaning meaning) const { return isGiven_[static_cast<std::size_t>(meaning)]; }
  bool isOfNumbers(std::size_t column) const;
  bool isBudgetColumn(std::size_t column) const;
  bool isByHand(std::size_t column) const;
  std::size_t columnOf(PlanMeaning meaning) const;

  // Figures
  void decideMark();
  std::optional<Mark> shownMark(Mark page);
  std::optional<Mark> askMark(Text text, const CellNumber& number);
  Outcome<TypedNumber> number(Text cell, Metric metric) const;
  void readFigures();
  Outcome<TypedNumber> figure(Text text, std::size_t column) const;
  bool isTyped(std::size_t row, std::size_t column) const;

  // Doubts
  Text ask(PlanDoubt doubt);
  void findSums();
  void findSumsByFigures();
  void findNamesTwice();
  void askColumns();
  void askFractions();
  void askFractionsOf(std::size_t column);
  void askCurrency();
  Text otherCurrencyIn(std::size_t column) const;
  bool isOther(Text currency) const;

  const PlanTableReading& given_;
  PlanHeadings headings_;
  PlanTable table_;
  std::size_t width_ = 0;
  std::array<bool, kPlanMeanings> isGiven_{};
  std::vector<std::size_t> guessed_;  ///< columns
  std::array<bool, kMostPlanColumns> isTold_{};
  std::array<std::optional<Metric>, kMostPlanColumns> figures_{};
  std::array<RateAs, kMostPlanColumns> rateAs_{};
  std::optional<NumberReader> numbers_;
  std::vector<char> isSum_;  ///< rows
  bool areSumsLeft_ = false;
};

bool Reader::refuse(PlanTableFault fault, std::size_t line) {
  table_.fault = fault;
  table_.faultLine = line;
  return false;
}

/// Headings and rows, but those that call themselves sums.
bool Reader::readRecords(Text text) {
  std::vector<Row> rows;
  Records records(headings_, rows);
  TableReader reader(records);
  if (!reader.feed(text) || !reader.finish())
    return refuse(faultOf(reader.fault()), reader.faultLine());
  for (const Row& row : rows) width_ = std::max(width_, row.size());
  if (width_ > kMostPlanColumns) return refuse(PlanTableFault::columns);
  const std::size_t above = rowsAbove(rows);
  giveHeadings(above > 0 ? std::move(rows[above - 1]) : Row{}, width_);
  for (std::size_t i = above; i < rows.size(); ++i) giveRow(std::move(rows[i]));
  if (table_.rows.empty()) return refuse(PlanTableFault::empty);
  if (table_.rows.size() > kMostPlanRows) return refuse(PlanTableFault::rows);
  for (const auto& [row, column, typed] : given_.cells) {
    if (row < table_.rows.size() && column < width_) table_.rows[row].texts[column] = typed;
  }
  return true;
}

void Reader::giveHeadings(Row headings, std::size_t width) {
  headings.resize(width);
  for (std::string& heading : headings) table_.columns.push_back({std::move(heading)});
}

void Reader::giveRow(Row texts) {
  if (isTotalWord(nameOf(texts))) {
    table_.sums.emplace_back(nameOf(texts));
    return;
  }
  texts.resize(width_);
  table_.rows.push_back({table_.rows.size(), std::move(texts), {}});
}

std::size_t Reader::known(const Row& row) const {
  return static_cast<std::size_t>(std::count_if(
      row.begin(), row.end(), [&](Text cell) { return headings_.find(cell).has_value(); }));
}

/// How many rows end with that of the headings; 0: there is none.
std::size_t Reader::rowsAbove(const std::vector<Row>& rows) const {
  const auto hasNumber = [](const Row& row) {
    return std::any_of(row.begin(), row.end(), isNumeric);
  };
  const std::size_t most = std::min(rows.size(), kMostLinesAbove);
  for (std::size_t i = 0; i < most; ++i) {
    if (!hasNumber(rows[i]) && known(rows[i]) > 1) return i + 1;
  }
  if (rows.empty() || hasNumber(rows[0])) return 0;
  const Row& first = rows[0];
  const bool isFull = first.size() > 1 && std::none_of(first.begin(), first.end(),
                                                       [](Text one) { return one.empty(); });
  const bool isAboveNumbers = rows.size() > 1 && hasNumber(rows[1]);
  return (isFull && isAboveNumbers) || known(first) > 0 ? 1 : 0;
}

// Columns

void Reader::tell(std::size_t column, PlanMeaning meaning) {
  isGiven_[static_cast<std::size_t>(meaning)] = true;
  table_.columns[column].meaning = meaning;
  isTold_[column] = true;
}

/// Each figure is that of one column.
void Reader::give(std::size_t column, std::optional<PlanMeaning> meaning) {
  if (isTold_[column] || !meaning) return;
  if (*meaning == PlanMeaning::skip || !isGiven(*meaning)) tell(column, *meaning);
}

bool Reader::isOfNumbers(std::size_t column) const {
  const auto numbers =
      std::count_if(table_.rows.begin(), table_.rows.end(),
                    [&](const PlanRow& row) { return isNumeric(row.texts[column]); });
  return static_cast<std::size_t>(numbers) * 2 > table_.rows.size();
}

bool Reader::isBudgetColumn(std::size_t column) const {
  return isBudget(table_.columns[column].heading) && isOfNumbers(column);
}

bool Reader::isByHand(std::size_t column) const {
  return std::any_of(given_.columns.begin(), given_.columns.end(),
                     [&](const PlanColumnTold& one) { return one.column == column; });
}

/// As many as there are columns: none.
std::size_t Reader::columnOf(PlanMeaning meaning) const {
  std::size_t column = 0;
  while (column < width_ && table_.columns[column].meaning != meaning) ++column;
  return column;
}

void Reader::giveMeanings() {
  for (const auto& [column, meaning] : given_.columns) {
    if (column < width_) tell(column, meaning);
  }
  for (std::size_t i = 0; i < kPlanMeanings; ++i) {
    const auto meaning = static_cast<PlanMeaning>(i);
    if (metricOf(meaning)) preferAmongRivals(meaning);
  }
  giveByHeading();
  giveBudget();
  giveName();
  giveUnknown();
  for (std::size_t i = 0; i < width_; ++i) figures_[i] = metricOf(table_.columns[i].meaning);
}

/// Columns of which each claims to be the same figure, unless it is told what they are.
void Reader::preferAmongRivals(PlanMeaning meaning) {
  PlanDoubt doubt{About::rivals};
  doubt.meaning = meaning;
  for (std::size_t column = 0; column < width_; ++column) {
    if (headings_.exactly(table_.columns[column].heading) != meaning) continue;
    if (isByHand(column)) return;
    doubt.columns.push_back(column);
  }
  if (doubt.columns.size() < 2) return;
  const std::vector<std::size_t> rivals = doubt.columns;
  const Text answer = ask(std::move(doubt));
  for (const std::size_t column : rivals) {
    if (!answer.empty())
      give(column, answer == std::to_string(column) ? meaning : PlanMeaning::skip);
  }
}

/// A heading that says just that is surer than one that says more.
void Reader::giveByHeading() {
  for (std::size_t i = 0; i < width_; ++i) give(i, headings_.exactly(table_.columns[i].heading));
  for (std::size_t i = 0; i < width_; ++i) give(i, headings_.find(table_.columns[i].heading));
}

/// A budget stands for the cost where nothing else does.
void Reader::giveBudget() {
  for (std::size_t i = 0; i < width_; ++i) {
    const bool isCostThere = isGiven(PlanMeaning::cost) || isGiven(PlanMeaning::adSpend);
    if (!isCostThere && isBudgetColumn(i)) give(i, PlanMeaning::cost);
  }
}

/// The first column of words that says nothing else is of the names.
void Reader::giveName() {
  for (std::size_t i = 0; i < width_; ++i) {
    if (!isTold_[i] && !isOfNumbers(i)) return give(i, PlanMeaning::name);
  }
}

/// Where no heading is known, numbers are taken as cost and leads.
void Reader::giveUnknown() {
  const bool isKnown =
      std::any_of(table_.columns.begin(), table_.columns.end(), [&](const PlanTable::Column& one) {
        return headings_.find(one.heading).value_or(PlanMeaning::name) != PlanMeaning::name;
      });
  if (isKnown) return;
  for (std::size_t i = 0; i < width_; ++i) {
    if (isOfNumbers(i) && !isBudgetColumn(i)) guessed_.push_back(i);
  }
  if (!guessed_.empty()) give(guessed_[0], PlanMeaning::cost);
  if (guessed_.size() > 1) give(guessed_[1], PlanMeaning::leads);
}

// Figures

Outcome<TypedNumber> Reader::number(Text cell, Metric metric) const {
  return numbers_->read(cell, info(metric).unit, metric);
}

void Reader::decideMark() {
  const Mark page = given_.marks.decimal == "," ? Mark::comma : Mark::point;
  const std::optional<Mark> decided = given_.decimal ? given_.decimal : shownMark(page);
  table_.decimal = decided.value_or(page);
  NumberMarks marks = given_.marks;
  if (decided) {
    marks.decimal = *decided == Mark::comma ? "," : ".";
    marks.group = *decided == Mark::comma ? "." : ",";
  }
  numbers_.emplace(marks);
}

/// A cell with a decimal mark proves it for all. A table of nothing but thousands does not show
/// whether its marks part them, but where a count is written in English on an English page.
std::optional<Mark> Reader::shownMark(Mark page) {
  MarksShown shown;
  for (const PlanRow& row : table_.rows) {
    for (std::size_t column = 0; column < width_; ++column) {
      const std::optional<Metric> figure = figures_[column];
      if (figure) shown.see(row.texts[column], info(*figure).unit == Unit::count);
    }
  }
  const auto& [isPoint, isComma] = shown.isProven;
  if (isPoint != isComma) return isComma ? Mark::comma : Mark::point;
  if (!shown.open) return std::nullopt;
  const bool isEnglish = !isComma && page == Mark::point && shown.open->says == page;
  if (isEnglish && shown.isCountByPoint) return page;
  return askMark(shown.openText, *shown.open);
}

std::optional<Mark> Reader::askMark(Text text, const CellNumber& number) {
  const Mark whole = *number.says;
  const double point = number.point.value(), comma = number.comma.value();
  PlanDoubt doubt{About::marks};
  doubt.names.emplace_back(text);
  doubt.readings = whole == Mark::point ? std::array{point, comma} : std::array{comma, point};
  const Text answer = ask(std::move(doubt));
  if (answer.empty()) return std::nullopt;
  return (answer == "groups") == (whole == Mark::point) ? Mark::point : Mark::comma;
}

void Reader::readFigures() {
  for (PlanRow& row : table_.rows) {
    for (std::size_t column = 0; column < width_; ++column) {
      const Text text = row.texts[column];
      if (table_.columns[column].meaning == PlanMeaning::skip) continue;
      const bool isUnknown = readCell(text).kind == CellNumber::Kind::unknown;
      const bool isNothing = isUnknown && (figures_[column] || !hasLetter(text));
      if (isNothing && !isTyped(row.row, column)) continue;
      PlanCell& cell = row.cells.emplace_back(PlanCell{column});
      if (figures_[column]) cell.figure.emplace(figure(text, column));
    }
  }
}

/// As the rates of its column are written, where that is answered.
Outcome<TypedNumber> Reader::figure(Text text, std::size_t column) const {
  if (rateAs_[column] == RateAs::share) return number(text, kAsItStands);
  if (rateAs_[column] == RateAs::percent) return number(std::string(text) + "%", *figures_[column]);
  return number(text, *figures_[column]);
}

bool Reader::isTyped(std::size_t row, std::size_t column) const {
  return std::any_of(given_.cells.begin(), given_.cells.end(), [&](const PlanCellTyped& one) {
    return one.row == row && one.column == column;
  });
}

// Doubts

/// Gives the answer, or nothing. The key is all that the doubt is about.
Text Reader::ask(PlanDoubt doubt) {
  doubt.key = text(doubt.about);
  if (doubt.meaning) doubt.key.append(" ").append(text(*doubt.meaning));
  for (const std::size_t column : doubt.columns) doubt.key += " " + std::to_string(column);
  for (const std::string& name : doubt.names) doubt.key.append(" ").append(name);
  const auto found = std::find_if(given_.answers.begin(), given_.answers.end(),
                                  [&](const PlanAnswer& one) { return one.key == doubt.key; });
  table_.doubts.push_back(std::move(doubt));
  return found == given_.answers.end() ? Text{} : Text(found->answer);
}

/// Rows that are called a sum, among others, or that are one.
void Reader::findSums() {
  for (const PlanRow& row : table_.rows) {
    const Text name = nameOf(row.texts);
    isSum_.push_back(isTotalLabel(name) || mayNameTotal(name));
  }
  const std::vector<char> isCalledSo = isSum_;
  findSumsByFigures();
  const std::size_t name = columnOf(PlanMeaning::name);
  const std::size_t spent = std::min(columnOf(PlanMeaning::cost), columnOf(PlanMeaning::adSpend));
  PlanDoubt doubt{About::sums};
  for (std::size_t i = 0; i < isSum_.size(); ++i) {
    if (!isSum_[i]) continue;
    const Row& row = table_.rows[i].texts;
    const bool isNamed = isCalledSo[i] || !cellAt(row, name).empty();
    const Text figure = isNamed ? Text{} : cellAt(row, spent);
    doubt.names.emplace_back(figure.empty() ? nameOf(row) : figure);
  }
  areSumsLeft_ = !doubt.names.empty() && ask(std::move(doubt)) == "leave";
}

/// Rows that are, in every column that adds up, what all the others come to.
void Reader::findSumsByFigures() {
  constexpr std::size_t kFewest = 3;
  constexpr double kNear = 1e-3;  // sums of rounded figures differ a little
  const auto others = std::count(isSum_.begin(), isSum_.end(), 0);
  if (static_cast<std::size_t>(others) < kFewest) return;
  std::vector<std::size_t> telling(isSum_.size()), agreeing(isSum_.size());
  for (std::size_t column = 0; column < width_; ++column) {
    if (!figures_[column] || !isSum(*figures_[column])) continue;
    double sum = 0;
    for (const PlanRow& row : table_.rows) {
      if (!isSum_[row.row]) sum += single(row, column).value_or(0);
    }
    for (const PlanRow& row : table_.rows) {
      const std::optional<double> figure = single(row, column);
      if (!figure || sum <= 0) continue;
      const double apart = 2 * *figure - sum;
      ++telling[row.row];
      agreeing[row.row] += apart <= kNear * sum && -apart <= kNear * sum;
    }
  }
  for (std::size_t i = 0; i < isSum_.size(); ++i)
    isSum_[i] = isSum_[i] || (telling[i] > 0 && agreeing[i] == telling[i]);
}

/// Days of one campaign, or its parts, would become channels each.
void Reader::findNamesTwice() {
  const std::size_t column = columnOf(PlanMeaning::name);
  std::vector<Text> seen;
  PlanDoubt doubt{About::twice};
  for (const PlanRow& row : table_.rows) {
    const Text name = cellAt(row.texts, column);
    if (name.empty() || isSum_[row.row]) continue;
    if (std::count(seen.begin(), seen.end(), name) == 1) doubt.names.emplace_back(name);
    seen.push_back(name);
  }
  if (!doubt.names.empty()) ask(std::move(doubt));
}

void Reader::askColumns() {
  PlanDoubt budgets{About::budget};
  for (std::size_t i = 0; i < width_; ++i) {
    const auto& [heading, meaning] = table_.columns[i];
    if (isSpent(meaning) && isBudgetColumn(i) && !isByHand(i)) budgets.names.push_back(heading);
  }
  if (!budgets.names.empty()) ask(std::move(budgets));
  const bool isGuessed = std::any_of(guessed_.begin(), guessed_.end(),
                                     [&](std::size_t column) { return !isByHand(column); });
  if (isGuessed) ask({About::guessed});
}

void Reader::askFractions() {
  for (std::size_t i = 0; i < width_; ++i) {
    if (isRate(table_.columns[i].meaning)) askFractionsOf(i);
  }
}

/// Rates without a sign, of which none is above 1, may be shares of 1.
void Reader::askFractionsOf(std::size_t column) {
  std::optional<double> first;
  bool isAnyBelow = false;
  for (const PlanRow& row : table_.rows) {
    const Text text = row.texts[column];
    if (!isNumeric(text)) continue;
    const Outcome<TypedNumber> read = number(text, kAsItStands);
    const TypedNumber* number = std::get_if<TypedNumber>(&read);
    const bool isMore = number && number->high > 1;
    if (isMore || text.find('%') != Text::npos) return;
    if (!number || number->isRange() || number->likely <= 0) continue;
    if (!first) first = number->likely;
    isAnyBelow |= number->likely < 1;
  }
  if (!isAnyBelow) return;
  PlanDoubt doubt{About::fractions};
  doubt.columns = {column};
  doubt.names = {table_.columns[column].heading};
  doubt.readings = {*first, *first / 100};
  const Text answer = ask(std::move(doubt));
  if (!answer.empty()) rateAs_[column] = answer == "shares" ? RateAs::share : RateAs::percent;
}

void Reader::askCurrency() {
  for (std::size_t i = 0; i < width_; ++i) {
    const Text other = otherCurrencyIn(i);
    if (other.empty()) continue;
    PlanDoubt doubt{About::currency};
    doubt.names.emplace_back(other);
    ask(std::move(doubt));
    return;
  }
}

/// One that is not the plan's and stands in a heading of money, beside a figure, or in a column of
/// its own.
Text Reader::otherCurrencyIn(std::size_t column) const {
  const std::string& heading = table_.columns[column].heading;
  const bool isOfCurrencies = isCurrencyHeading(heading);
  const bool isMoney = figures_[column] && info(*figures_[column]).unit == Unit::money;
  if (isMoney && isOther(currencyIn(heading))) return currencyIn(heading);
  for (const PlanRow& row : table_.rows) {
    if (isOfCurrencies && isOther(row.texts[column])) return row.texts[column];
    const TypedNumber* number = isMoney ? numberIn(cellIn(row, column)) : nullptr;
    if (number && !number->currency.empty()) return number->currency;
  }
  return {};
}

bool Reader::isOther(Text currency) const {
  const Text code = currencyOf(currency);
  if (isCurrencyCode(code)) return code != given_.currency;
  return isSharedSign(currency) && !isSignOf(currency, given_.currency);
}

}  // namespace

Text text(PlanTableFault fault) {
  constexpr std::array<Text, 6> kNames = {"", "empty", "rows", "columns", "size", "quote"};
  return kNames[static_cast<std::size_t>(fault)];
}

Text text(PlanDoubt::About about) {
  constexpr std::array<Text, 8> kNames = {"rivals", "budget", "guessed",   "marks",
                                          "sums",   "twice",  "fractions", "currency"};
  return kNames[static_cast<std::size_t>(about)];
}

PlanTable readPlanTable(Text text, const PlanTableReading& reading) {
  return Reader(reading).read(text);
}

}  // namespace roi
