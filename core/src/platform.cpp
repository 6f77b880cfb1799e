#include "roi/platform.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "roi/headings.h"
#include "roi/order.h"

namespace roi {
namespace {

using Text = std::string_view;
using Why = Skipped::Why;
using Use = ExportColumn::Use;
using Kind = CellNumber::Kind;
using Form = CellDate::Form;

std::size_t at(Meaning meaning) { return static_cast<std::size_t>(meaning); }
std::size_t at(Mark mark) { return static_cast<std::size_t>(mark); }

bool isFigure(Meaning meaning) {
  return isSummed(meaning) || contentOf(meaning) == Content::stated;
}

bool isCount(Meaning meaning) {
  return contentOf(meaning) == Content::whole || contentOf(meaning) == Content::count;
}

/// Shares of a whole, of which a file may write 0.1 for 10 % and for 0.1 %.
bool isRate(Meaning meaning) {
  return meaning == Meaning::ctr || meaning == Meaning::conversionRate ||
         meaning == Meaning::closeRate || meaning == Meaning::resultRate ||
         meaning == Meaning::engagementRate;
}

/// They write rates in one way only: Meta in percent, the others as fractions.
bool isRateKnown(Platform platform) {
  return platform == Platform::metaAds || platform == Platform::ga4 ||
         platform == Platform::xOrganic;
}

Text trimmed(Text text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Whether day and month may change places.
bool isOpen(const CellDate& date) {
  return date.form == Form::undecided && date.first != date.second;
}

/// Whether it says by itself when it is.
bool isDecided(const CellDate& date) {
  return date.form == Form::day || date.form == Form::week || date.form == Form::month ||
         date.form == Form::serial;
}

/// What the numbers of Google Analytics' "Nth week" count.
Form countedBy(Text heading) {
  const std::string plain = plainWords(heading);
  if (plain == "nth week") return Form::nthWeek;
  return plain == "nth month" ? Form::nthMonth : Form::nth;
}

/// The shortest time that it says.
By finestOf(const CellDate& date) {
  if (date.form == Form::month || date.form == Form::nthMonth) return By::month;
  return date.form == Form::week || date.form == Form::nthWeek ? By::week : By::day;
}

// Rows

struct Row {
  std::size_t line = 0;
  std::uint32_t channel = 0, campaign = 0, kind = 0;
  CellDate date;
  std::bitset<kMostFigures> known;
  std::array<std::vector<Amount>, 2> amounts;  ///< by Mark, by figure
};

struct GroupKey {
  std::uint32_t channel, campaign, kind;
  CellDate date;
  friend bool operator==(const GroupKey&, const GroupKey&) = default;
};

struct GroupHash {
  std::size_t operator()(const GroupKey& key) const {
    std::uint64_t hash = 0x9E3779B97F4A7C15;
    const auto mix = [&hash](std::uint64_t value) {
      hash = (hash ^ value) * 0xD6E8FEB86659FD93;
      hash ^= hash >> 32;
    };
    mix(std::uint64_t{key.channel} << 32 | key.campaign);
    mix(std::uint64_t{key.kind} << 32 |
        static_cast<std::uint32_t>(key.date.year * 2000 + key.date.first * 50 + key.date.second));
    return static_cast<std::size_t>(hash);
  }
};

GroupKey keyOf(const Row& row) { return {row.channel, row.campaign, row.kind, row.date}; }

/// Texts that come again and again, as numbers. 0 is the empty one.
class Interned {
 public:
  Interned() { of(""); }

  std::uint32_t of(Text text) {
    if (text.empty() && !all_.empty()) return 0;
    text = cutText(text, kLongestName);
    const auto found = index_.find(text);
    return found != index_.end() ? found->second : add(text);
  }
  std::vector<std::string> take() && { return std::move(all_); }
  const std::string& operator[](std::uint32_t index) const { return all_[index]; }
  std::size_t size() const { return all_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(Text text) const { return std::hash<Text>()(text); }
  };

  std::uint32_t add(Text text) {
    const auto index = static_cast<std::uint32_t>(all_.size());
    all_.emplace_back(text);
    index_.emplace(std::string(text), index);
    return index;
  }

  std::vector<std::string> all_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;
};

/// Rows, by how a stated figure compares with its quotient.
struct Compared {
  std::size_t asStated = 0, asPercent = 0, differing = 0;
};

/// A figure's column: where it stands, and what its cells have shown.
struct FigureColumn {
  std::size_t column = 0;
  Meaning meaning = Meaning::spend;
  std::size_t numbers = 0, words = 0, bounds = 0, rounded = 0;
  bool isPercent = false;
  bool isAboveOne = false;
  std::array<Compared, 2> compared = {};  ///< by Mark
};

/// What a stated figure is the quotient of, times so much.
struct Rule {
  Meaning stated, over, under;
  double times;
};
constexpr Rule kRules[] = {
    {Meaning::ctr, Meaning::linkClicks, Meaning::impressions, 1},
    {Meaning::ctr, Meaning::clicks, Meaning::impressions, 1},
    {Meaning::ctr, Meaning::interactions, Meaning::impressions, 1},
    {Meaning::cpc, Meaning::spend, Meaning::linkClicks, 1},
    {Meaning::cpc, Meaning::spend, Meaning::clicks, 1},
    {Meaning::cpm, Meaning::spend, Meaning::impressions, 1000},
    {Meaning::costPerResult, Meaning::spend, Meaning::results, 1},
    {Meaning::costPerResult, Meaning::spend, Meaning::conversions, 1},
    {Meaning::costPerResult, Meaning::spend, Meaning::leads, 1},
    {Meaning::costPerResult, Meaning::spend, Meaning::purchases, 1},
    {Meaning::conversionRate, Meaning::conversions, Meaning::clicks, 1},
    {Meaning::conversionRate, Meaning::conversions, Meaning::linkClicks, 1},
    {Meaning::conversionRate, Meaning::conversions, Meaning::interactions, 1},
    {Meaning::conversionRate, Meaning::leads, Meaning::clicks, 1},
    {Meaning::closeRate, Meaning::customers, Meaning::leads, 1},
    {Meaning::engagementRate, Meaning::engagedSessions, Meaning::sessions, 1},
    {Meaning::roas, Meaning::revenue, Meaning::spend, 1},
};

/// A rule between columns that are there.
struct Quotient {
  std::size_t stated, over, under;
  double times;
};

/// Prices and percentages are rounded to two places or more, fractions to three.
constexpr double kRounding = 0.0051, kFineRounding = 0.00051;

bool isAbout(double stated, double exact, double rounding) {
  constexpr double kShare = 0.01;
  const double apart = stated > exact ? stated - exact : exact - stated;
  return apart <= rounding + kShare * exact;
}

double roughly(const Amount& amount) {
  return static_cast<double>(amount.whole) +
         static_cast<double>(amount.parts) / static_cast<double>(Amount::kOne);
}

/// A row that may be a total.
struct Aside {
  Row row;
  std::string label;
  Why why = Why::label;
  bool isOfPart = false;  ///< the sum of some rows
};

/// Of rows, as one mark reads them.
struct Sums {
  std::vector<Amount> groups;  ///< by group, by figure
  std::vector<Amount> all;
  std::vector<Amount> before;  ///< of the rows before the last total
};

constexpr std::size_t kMostAside = 4096;
constexpr std::size_t kMostShown = 300;  ///< bytes of a line that is shown

}  // namespace

/// Takes records: first looks for the headings, then adds rows up.
class ExportReader::Rows final : public RecordTaker {
 public:
  explicit Rows(ExportAnswers answers) : answers_(std::move(answers)) {}

  void take(const Record& record) override;
  bool knows(Text cell) const override { return names_.find(cell) != nullptr; }

  bool isWell() const { return result_.fault == ExportFault::none; }
  Export finish();

 private:
  // Above the headings
  bool isHeading(const Record& record) const;
  std::size_t known(const Record& record, bool& hasFigure) const;
  void search(const Record& record);
  void settleForLess();
  void keepAbove(const Record& record);
  void adopt(const Record& record);
  void chooseKey();
  std::optional<std::size_t> unknownBeforeFigures();
  void findLabelColumns();
  void findQuotients();
  void startRows();
  bool isBetterTable(const Record& record) const;

  // Rows
  void read(const Record& record);
  void giveUpTable(std::size_t line);
  std::optional<Why> isNoRow(const Record& record) const;
  Text labelIn(const Record& record, bool (*isLabel)(Text)) const;
  bool isSumSoFar() const;
  bool isSumSoFar(Mark mark) const;
  void readRow(const Record& record);
  void noteSpan(const Record& record);
  void noteAttribution(Text cell);
  void readFigures(const Record& record);
  void readFigure(std::size_t figure, Text cell);
  void partMarks(Text cell);
  void readCurrency(Text cell);
  void compareStated(Mark mark);
  void setAside(Why why, Text label);
  void add(const Row& row);
  bool tells(const Row& row) const;
  void change(const Row& row, bool isAdded);
  void changeSums(Mark mark, const Row& row, std::size_t group, bool isAdded);
  bool isAmbiguous() const { return !ambiguous_.empty(); }
  /// The mark by which sums are right: any, as long as no cell reads both ways.
  Mark used() const { return isAmbiguous() ? result_.decimal.value_or(Mark::point) : Mark::point; }
  std::size_t groupOf(const Row& row);
  void skip(std::size_t line, Why why, Text label);
  void refuse(ExportFault fault, std::size_t line);
  Text cellAt(const Record& record, std::optional<std::size_t> column) const;

  // At the end
  void decideMark();
  void decideOrder();
  void decidePeriod();
  std::optional<std::int32_t> dayIn(const CellDate& date, DateOrder order,
                                    std::optional<std::int32_t> first) const;
  void decideCurrency();
  void refuseCurrencies(const std::set<std::string, std::less<>>& found);
  void sortAside();
  bool isOneOfMany(const Row& row) const;
  std::size_t digitsOf(const Row& row) const;
  void findSum(const Row& row);
  bool isSumOf(const Row& row, Mark mark, const std::vector<Amount>& sums,
               std::size_t atLeast) const;
  bool isTotalOf(const Row& row, const std::vector<Amount>& sums) const;
  bool isNoLess(const Row& row, const std::vector<Amount>& sums) const;
  const std::vector<Amount>& sumsOfAll() const;
  std::map<CellDate, std::vector<Amount>> sumsByDate() const;
  const Amount& stated(const Row& row, std::size_t figure) const;
  void checkTotal();
  void askRates();
  void askResults();
  void leaveOtherResults(std::uint32_t kind);
  void leaveWords();
  void forget(std::size_t group, std::size_t figure);
  void ask(ExportQuestion::About about, std::vector<std::string> details);
  void tellColumns();
  void giveGroups();
  std::optional<DateOrder> provenOrder() const;
  bool isWithinPeriod(DateOrder order) const;

  ExportAnswers answers_;
  HeadingNames names_;
  Export result_;

  bool isFound_ = false;      ///< the headings
  bool isOther_ = false;      ///< in a table that is not the one wanted
  bool isAfterBreak_ = true;  ///< a blank line or comments came just now
  bool isWaived_ = false;     ///< a row with one known name would have done, and there was none
  bool isRowSince_ = false;   ///< since the line that was skipped last
  std::size_t above_ = 0;     ///< records since the beginning or a break
  std::vector<std::pair<std::size_t, std::vector<std::string>>> kept_;  ///< those, while searching
  std::vector<std::string> headings_;
  std::vector<CellDate> periodDates_;

  std::optional<std::size_t> channel_, campaign_, kind_, currency_, date_, endDate_, attribution_;
  std::string attributedBy_;
  Form nth_ = Form::nth;     ///< what a number alone counts in the column of dates
  bool areSerials_ = false;  ///< the dates of all rows
  bool hasDay_ = false;      ///< besides the dates a row begins and ends on
  std::vector<std::size_t> labelColumns_;
  std::vector<FigureColumn> figures_;
  std::vector<Quotient> quotients_;  ///< those of one stated figure together
  Interned texts_;
  std::set<std::string, std::less<>> currencies_;
  Row row_, last_;
  std::optional<Row> first_;
  std::size_t telling_ = 0;  ///< rows of which any figure is more than nought
  std::vector<Aside> aside_;
  std::vector<Export::Group> groups_;
  std::vector<CellDate> dates_;  ///< of groups_
  std::array<Sums, 2> sums_;     ///< by Mark; by a comma only once a cell reads both ways
  std::size_t rowsBefore_ = 0;   ///< the last total
  std::unordered_map<GroupKey, std::size_t, GroupHash> index_;
  std::array<std::size_t, 2> votes_{};
  std::string ambiguous_;  ///< a cell that reads both ways
  std::set<CellDate> endDates_;
};

// Above the headings

std::size_t ExportReader::Rows::known(const Record& record, bool& hasFigure) const {
  std::size_t count = 0;
  for (const Text cell : record.cells) {
    const std::vector<KnownName>* known = names_.find(cell);
    if (!known) continue;
    ++count;
    hasFigure |= std::any_of(known->begin(), known->end(),
                             [](const KnownName& one) { return isFigure(one.meaning); });
  }
  return count;
}

bool ExportReader::Rows::isHeading(const Record& record) const {
  if (answers_.headingLine > 0) return record.line == answers_.headingLine;
  bool hasFigure = false;
  return record.cells.size() > 1 && known(record, hasFigure) > 1 && hasFigure;
}

void ExportReader::Rows::take(const Record& record) {
  if (!isWell()) return;
  const bool isEmpty = std::all_of(record.cells.begin(), record.cells.end(), isBlank);
  const bool isComment = record.cells.size() == 1 && record.cells[0].starts_with('#');
  if (isEmpty || isComment) {
    if (isComment) keepAbove(record);
    skip(record.line, isEmpty ? Why::blank : Why::comment, isEmpty ? Text{} : record.cells[0]);
    isAfterBreak_ = true;
    return;
  }
  if (isFound_) {
    read(record);
  } else {
    search(record);
  }
  isAfterBreak_ = false;
}

void ExportReader::Rows::search(const Record& record) {
  if (isAfterBreak_) above_ = 0;
  const bool isNear = above_++ < kMostHeadingLines || answers_.headingLine > 0;
  if (isNear && isHeading(record)) {
    for (const auto& [line, cells] : kept_) skip(line, Why::preamble, cells.front());
    kept_.clear();
    return adopt(record);
  }
  keepAbove(record);
  if (isWaived_) return skip(record.line, Why::preamble, record.cells.front());
  kept_.emplace_back(record.line,
                     std::vector<std::string>(record.cells.begin(), record.cells.end()));
  if (kept_.size() == kMostHeadingLines) settleForLess();
}

/// No row names two columns: the first that names a figure has to do, and what follows it are rows.
void ExportReader::Rows::settleForLess() {
  isWaived_ = true;
  const auto kept = std::move(kept_);
  kept_.clear();
  for (const auto& [line, cells] : kept) {
    const Record record{line, {cells.begin(), cells.end()}};
    bool hasFigure = false;
    const bool isEnough = !isFound_ && answers_.headingLine == 0 && cells.size() > 1 &&
                          known(record, hasFigure) > 0 && hasFigure;
    if (isEnough) {
      adopt(record);
    } else if (isFound_) {
      read(record);
    } else {
      skip(line, Why::preamble, cells.front());
    }
  }
}

/// What stands above the headings says the period, and more that is shown.
void ExportReader::Rows::keepAbove(const Record& record) {
  if (isFound_ || result_.preamble.size() == kMostHeadingLines) return;
  std::string line;
  for (const Text cell : record.cells) {
    if (isBlank(cell)) continue;
    if (!line.empty()) line += ' ';
    line += cutText(cell, kMostShown);
  }
  line = cutText(line, kMostShown);
  const std::string plain = plainWords(line);
  constexpr Text kOtherDates[] = {"generated", "genere",  "last completed",
                                  "exported",  "created", "exporte"};
  const bool isOther = std::any_of(std::begin(kOtherDates), std::end(kOtherDates), [&](Text words) {
    return plain.find(words) != std::string::npos;
  });
  if (!isOther) {
    for (const CellDate& date : datesIn(line)) periodDates_.push_back(date);
  }
  constexpr Text kRows = "rows: ";
  if (plain.starts_with(kRows)) {
    const CellNumber number = readCell(Text(plain).substr(kRows.size()));
    const bool isCount = number.kind == Kind::number && number.point.whole >= 0;
    if (isCount) result_.statedRows = static_cast<std::size_t>(number.point.whole);
  }
  constexpr Text kNoted[] = {"time zone", "timezone", "fuseau horaire", "attribution",
                             "conversion window"};
  const bool isNoted = std::any_of(std::begin(kNoted), std::end(kNoted), [&](Text words) {
    return plain.find(words) != std::string::npos;
  });
  if (isNoted && result_.notes.size() < kMostNotes) result_.notes.push_back(line);
  result_.preamble.push_back(std::move(line));
}

void ExportReader::Rows::adopt(const Record& record) {
  isFound_ = true;
  isOther_ = false;
  result_.headingLine = record.line;
  headings_.assign(record.cells.begin(), record.cells.end());
  while (!headings_.empty() && isBlank(headings_.back())) headings_.pop_back();
  HeadingRow row = readHeadings(names_, headings_, result_.preamble, answers_.columns);
  result_.platform = row.platform;
  result_.evidence = std::move(row.evidence);
  result_.language = std::move(row.language);
  result_.columns = std::move(row.columns);
  chooseKey();
  startRows();
}

void ExportReader::Rows::chooseKey() {
  std::array<std::optional<std::size_t>, kMeanings> column;
  figures_.clear();
  for (std::size_t i = 0; i < result_.columns.size(); ++i) {
    ExportColumn& one = result_.columns[i];
    if (one.use != Use::used) continue;
    column[at(*one.meaning)] = i;
    if (!isFigure(*one.meaning)) continue;
    if (figures_.size() == kMostFigures) {
      one.use = Use::ignored;
    } else {
      figures_.push_back({.column = i, .meaning = *one.meaning});
    }
  }
  currencies_.clear();
  for (const std::string& heading : headings_) {
    const Text currency = currencyIn(heading);
    if (!currency.empty()) currencies_.emplace(currencyOf(currency));
  }
  attribution_.reset();
  attributedBy_.clear();
  for (std::size_t i = 0; i < result_.columns.size(); ++i) {
    if (result_.columns[i].meaning == Meaning::attribution) attribution_ = i;
  }
  findQuotients();
  channel_ = column[at(Meaning::channel)];
  campaign_.reset();
  for (const Meaning name :
       {Meaning::campaign, Meaning::campaignGroup, Meaning::adset, Meaning::ad, Meaning::path}) {
    if (!campaign_) campaign_ = column[at(name)];
  }
  kind_ = column[at(Meaning::resultType)];
  currency_ = column[at(Meaning::currency)];
  date_ = column[at(Meaning::date)];
  nth_ = date_ ? countedBy(headings_[*date_]) : Form::nth;
  endDate_ = column[at(Meaning::endDate)];
  hasDay_ = std::any_of(result_.columns.begin(), result_.columns.end(), [](const auto& one) {
    return one.meaning == Meaning::date && one.use == Use::second;
  });
  if (!channel_ && !campaign_) channel_ = unknownBeforeFigures();
  result_.key = channel_ ? channel_ : campaign_;
  findLabelColumns();
}

/// A heading of one's own, as Google Analytics' custom channel groups have, names the rows where
/// nothing else does.
std::optional<std::size_t> ExportReader::Rows::unknownBeforeFigures() {
  for (std::size_t i = 0; i < result_.columns.size(); ++i) {
    ExportColumn& column = result_.columns[i];
    if (column.use == Use::used && isFigure(*column.meaning)) return std::nullopt;
    if (column.use != Use::unknown) continue;
    column.use = Use::used;
    column.meaning = Meaning::channel;
    return i;
  }
  return std::nullopt;
}

/// A total says so in a name or a date, or in a column before the name.
void ExportReader::Rows::findLabelColumns() {
  labelColumns_.clear();
  for (std::size_t i = 0; i < result_.columns.size(); ++i) {
    const ExportColumn& column = result_.columns[i];
    const bool isUsed = column.use == Use::used;
    const bool isName = isUsed && (contentOf(*column.meaning) == Content::name ||
                                   contentOf(*column.meaning) == Content::date);
    if (isName || i <= result_.key.value_or(0)) labelColumns_.push_back(i);
  }
}

void ExportReader::Rows::findQuotients() {
  const auto figureOf = [this](Meaning meaning) {
    const auto found = std::find_if(figures_.begin(), figures_.end(), [&](const FigureColumn& one) {
      return one.meaning == meaning;
    });
    return static_cast<std::size_t>(found - figures_.begin());
  };
  quotients_.clear();
  for (const Rule& rule : kRules) {
    const Quotient one{figureOf(rule.stated), figureOf(rule.over), figureOf(rule.under),
                       rule.times};
    const bool isThere = std::max({one.stated, one.over, one.under}) < figures_.size();
    if (isThere) quotients_.push_back(one);
  }
}

void ExportReader::Rows::startRows() {
  last_ = {};
  for (Row* row : {&row_, &last_}) {
    for (std::vector<Amount>& amounts : row->amounts) amounts.assign(figures_.size(), {});
  }
  groups_.clear();
  dates_.clear();
  index_.clear();
  sums_ = {};
  for (Sums& sums : sums_) {
    sums.all.resize(figures_.size());
    sums.before.resize(figures_.size());
  }
  rowsBefore_ = 0;
  aside_.clear();
  first_.reset();
  telling_ = 0;
  result_.rows = 0;
  result_.finest = By::day;
  votes_ = {};
  ambiguous_.clear();
  endDates_.clear();
}

// Rows

void ExportReader::Rows::refuse(ExportFault fault, std::size_t line) {
  result_.fault = fault;
  result_.faultLine = line;
}

/// Lines that follow each other for one reason are one entry; each total is its own.
void ExportReader::Rows::skip(std::size_t line, Why why, Text label) {
  std::vector<Skipped>& list = result_.skipped;
  const bool isTotal = why == Why::label || why == Why::noName || why == Why::sum;
  const bool isMore = !isTotal && !isRowSince_ && !list.empty() && list.back().why == why;
  isRowSince_ = false;
  if (isMore) {
    list.back().lastLine = line;
  } else if (list.size() < (isTotal ? 2 : 1) * kMostListed) {
    list.push_back({line, line, why, std::string(cutText(label, kMostShown))});
  } else {
    ++result_.skippedMore;
  }
}

Text ExportReader::Rows::cellAt(const Record& record, std::optional<std::size_t> column) const {
  return column && *column < record.cells.size() ? record.cells[*column] : Text{};
}

/// Whether a heading row has more that is known than the table that is being read.
bool ExportReader::Rows::isBetterTable(const Record& record) const {
  bool hasFigure = false;
  std::size_t used = 0;
  for (const ExportColumn& column : result_.columns) used += column.meaning.has_value();
  return known(record, hasFigure) > used;
}

void ExportReader::Rows::read(const Record& record) {
  if (isAfterBreak_ && answers_.headingLine == 0 && isHeading(record)) {
    if (isBetterTable(record)) {
      giveUpTable(record.line);
      return adopt(record);
    }
    isOther_ = true;
  }
  if (isOther_) return skip(record.line, Why::table, record.cells.front());
  if (const std::optional<Why> why = isNoRow(record))
    return skip(record.line, *why, record.cells.front());
  readRow(record);
  const Text label = labelIn(record, isTotalLabel);
  if (!label.empty()) return setAside(Why::label, label);
  const bool isNameless =
      result_.key && isBlank(cellAt(record, channel_)) && isBlank(cellAt(record, campaign_));
  if (isNameless && aside_.size() < kMostAside) return setAside(Why::noName, {});
  const Text total = labelIn(record, mayNameTotal);
  if (!total.empty() && isSumSoFar()) return setAside(Why::sum, total);
  noteSpan(record);
  if (attribution_) noteAttribution(trimmed(cellAt(record, attribution_)));
  compareStated(Mark::point);
  if (isAmbiguous()) compareStated(Mark::comma);
  add(row_);
  std::swap(row_, last_);
}

/// What was read until a line is not the table that is wanted.
void ExportReader::Rows::giveUpTable(std::size_t line) {
  const std::size_t from = result_.headingLine;
  std::vector<Skipped>& list = result_.skipped;
  list.erase(std::remove_if(list.begin(), list.end(),
                            [from](const Skipped& one) { return one.line > from; }),
             list.end());
  list.push_back({from, line - 1, Why::table, headings_.front()});
}

std::optional<Why> ExportReader::Rows::isNoRow(const Record& record) const {
  if (record.cells.size() == 1 && headings_.size() > 1) return Why::note;
  for (std::size_t i = headings_.size(); i < record.cells.size(); ++i) {
    if (!isBlank(record.cells[i]) && !isTotalLabel(record.cells[i])) return Why::wide;
  }
  const bool isAgain = record.cells.size() >= headings_.size() &&
                       std::equal(headings_.begin(), headings_.end(), record.cells.begin());
  if (isAgain) return Why::headings;
  return std::nullopt;
}

Text ExportReader::Rows::labelIn(const Record& record, bool (*isLabel)(Text)) const {
  for (const std::size_t column : labelColumns_) {
    const Text cell = cellAt(record, column);
    if (isLabel(cell)) return cell;
  }
  for (std::size_t i = headings_.size(); i < record.cells.size(); ++i) {
    if (isLabel(record.cells[i])) return record.cells[i];
  }
  return {};
}

void ExportReader::Rows::readRow(const Record& record) {
  isRowSince_ = true;
  row_.line = record.line;
  row_.channel = texts_.of(trimmed(cellAt(record, channel_)));
  row_.campaign = texts_.of(trimmed(cellAt(record, campaign_)));
  row_.kind = texts_.of(trimmed(cellAt(record, kind_)));
  row_.date = date_ ? dateOf(cellAt(record, date_)) : CellDate{};
  if (row_.date.form == Form::nth) row_.date.form = nth_;
  if (endDate_) {
    const CellDate end = dateOf(cellAt(record, endDate_));
    if (end.form != Form::none && endDates_.size() < kMostGroups) endDates_.insert(end);
  }
  if (currency_) readCurrency(cellAt(record, currency_));
  readFigures(record);
}

/// A row that ends on another day than it begins on says nothing of a day.
void ExportReader::Rows::noteSpan(const Record& record) {
  constexpr std::int32_t kWeek = 7;
  const CellDate end = endDate_ && !hasDay_ ? dateOf(cellAt(record, endDate_)) : CellDate{};
  const bool isDay = end.form == Form::day || end.form == Form::serial;
  if (!isDay || row_.date.form != end.form) return;
  const auto from = dayNumber(row_.date, DateOrder::dayFirst);
  const auto to = dayNumber(end, DateOrder::dayFirst);
  if (!from || !to || *to <= *from) return;
  result_.finest = std::max(result_.finest, *to - *from < kWeek ? By::week : By::month);
}

/// What every row that says it says alike holds for the file.
void ExportReader::Rows::noteAttribution(Text cell) {
  cell = cutText(cell, kMostShown);
  if (cell == attributedBy_ || readCell(cell).kind == Kind::unknown) return;
  if (!attributedBy_.empty()) return attribution_.reset();
  attributedBy_ = cell;
}

/// Each stated rate or price against the quotients it may be. Where one fits, it agrees.
void ExportReader::Rows::compareStated(Mark mark) {
  const std::vector<Amount>& amounts = row_.amounts[at(mark)];
  for (std::size_t i = 0; i < quotients_.size();) {
    const std::size_t stated = quotients_[i].stated;
    bool isCompared = false, isEqual = false, isPercent = false;
    for (; i < quotients_.size() && quotients_[i].stated == stated; ++i) {
      const Quotient& one = quotients_[i];
      const bool isKnown = row_.known[stated] && row_.known[one.over] && row_.known[one.under];
      if (!isKnown || amounts[one.under].isZero() || amounts[one.over].isZero()) continue;
      const double exact = roughly(amounts[one.over]) / roughly(amounts[one.under]) * one.times;
      isCompared = true;
      const double cell = roughly(amounts[stated]);
      const bool isShare = isRate(figures_[stated].meaning);
      isEqual |= isAbout(cell, exact, isShare ? kFineRounding : kRounding);
      isPercent |= isShare && isAbout(cell, 100 * exact, kRounding);
    }
    Compared& compared = figures_[stated].compared[at(mark)];
    compared.asStated += isCompared && isEqual;
    compared.asPercent += isCompared && !isEqual && isPercent;
    compared.differing += isCompared && !isEqual && !isPercent;
  }
}

/// A word that is no code it knows is a currency of its own: of two, one is another's.
void ExportReader::Rows::readCurrency(Text cell) {
  constexpr std::size_t kMost = 8, kCode = 3;
  std::string capitals(trimmed(cell));
  for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  const bool isCode = capitals.size() == kCode && isCurrencyCode(capitals);
  const Text word = isCode ? Text(capitals) : currencyOf(trimmed(cell));
  if (currencies_.size() == kMost || currencies_.find(word) != currencies_.end()) return;
  const bool isNone = readCell(word).kind == Kind::unknown || isTotalLabel(word);
  if (!isNone) currencies_.emplace(cutText(word, kMostShown));
}

void ExportReader::Rows::readFigures(const Record& record) {
  row_.known.reset();
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    const std::size_t column = figures_[i].column;
    for (std::vector<Amount>& amounts : row_.amounts) amounts[i] = {};
    if (column < record.cells.size() && !record.cells[column].empty())
      readFigure(i, record.cells[column]);
  }
}

void ExportReader::Rows::readFigure(std::size_t figure, Text cell) {
  FigureColumn& column = figures_[figure];
  const CellNumber number = readCell(cell);
  const bool isShare = number.isPercent && isSummed(column.meaning);  // shares are not added up
  const bool isOther = isShare || (number.isRounded && !isCount(column.meaning));
  column.bounds += number.kind == Kind::bound;
  column.words += number.kind == Kind::words || isOther;
  if (number.kind != Kind::number || isOther) return;
  ++column.numbers;
  column.rounded += number.isRounded;
  row_.known.set(figure);
  row_.amounts[at(Mark::point)][figure] = number.point;
  row_.amounts[at(Mark::comma)][figure] = number.comma;
  column.isPercent |= number.isPercent;
  column.isAboveOne |=
      number.point.whole > 1 || (number.point.whole == 1 && number.point.parts > 0);
  const bool proves =
      number.says && (!number.isAmbiguous || contentOf(column.meaning) == Content::whole);
  if (proves) ++votes_[at(*number.says)];
  if (number.isAmbiguous && !isAmbiguous()) partMarks(cell);
  if (!number.currency.empty()) readCurrency(number.currency);
}

/// From the first cell that reads both ways on, what is worked out is worked out for both.
void ExportReader::Rows::partMarks(Text cell) {
  ambiguous_ = cutText(cell, kMostShown);
  sums_[at(Mark::comma)] = sums_[at(Mark::point)];
  for (FigureColumn& column : figures_) {
    column.compared[at(Mark::comma)] = column.compared[at(Mark::point)];
  }
}

/// Whether the row is the sum of all rows before it, or of those since the last total. Of one row
/// it is only if more than one figure says so.
bool ExportReader::Rows::isSumSoFar(Mark mark) const {
  const Sums& sums = sums_[at(mark)];
  std::vector<Amount> since = sums.all;
  for (std::size_t i = 0; i < since.size(); ++i) since[i] -= sums.before[i];
  const auto atLeast = [](std::size_t rows) { return rows > 1 ? 1U : 2U; };
  return isSumOf(row_, mark, since, atLeast(result_.rows - rowsBefore_)) ||
         isSumOf(row_, mark, sums.all, atLeast(result_.rows));
}

bool ExportReader::Rows::isSumSoFar() const {
  return isSumSoFar(Mark::point) || (isAmbiguous() && isSumSoFar(Mark::comma));
}

void ExportReader::Rows::setAside(Why why, Text label) {
  const bool isOfPart = isSumSoFar() || isPartLabel(label);
  for (Sums& sums : sums_) sums.before = sums.all;
  rowsBefore_ = result_.rows;
  if (aside_.size() == kMostAside) return skip(row_.line, why, label);
  aside_.push_back({row_, std::string(cutText(label, kMostShown)), why, isOfPart});
}

std::size_t ExportReader::Rows::groupOf(const Row& row) {
  const auto found = index_.find(keyOf(row));
  if (found != index_.end()) return found->second;
  const std::size_t group = groups_.size();
  index_.emplace(keyOf(row), group);
  groups_.push_back({row.channel, row.campaign, row.kind, std::nullopt, 0, {}});
  dates_.push_back(row.date);
  const std::size_t size = groups_.size() * figures_.size();
  sums_[at(Mark::point)].groups.resize(size);
  if (isAmbiguous()) sums_[at(Mark::comma)].groups.resize(size);
  return group;
}

void ExportReader::Rows::add(const Row& row) {
  change(row, true);
  if (groups_.size() > kMostGroups) return refuse(ExportFault::groups, row.line);
  if (!first_) first_ = row;
}

/// Whether any of it is more than nought.
bool ExportReader::Rows::tells(const Row& row) const {
  const std::vector<Amount>& amounts = row.amounts[at(Mark::point)];
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (isSummed(figures_[i].meaning) && row.known[i] && !amounts[i].isZero()) return true;
  }
  return false;
}

void ExportReader::Rows::change(const Row& row, bool isAdded) {
  const std::size_t group = groupOf(row);
  Export::Group& held = groups_[group];
  held.rows += isAdded ? 1 : std::size_t(-1);
  result_.rows += isAdded ? 1 : std::size_t(-1);
  telling_ += tells(row) ? (isAdded ? 1 : std::size_t(-1)) : 0;
  if (isAdded) held.known |= row.known;
  changeSums(Mark::point, row, group, isAdded);
  if (isAmbiguous()) changeSums(Mark::comma, row, group, isAdded);
}

void ExportReader::Rows::changeSums(Mark mark, const Row& row, std::size_t group, bool isAdded) {
  Sums& sums = sums_[at(mark)];
  const std::vector<Amount>& amounts = row.amounts[at(mark)];
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    for (Amount* sum : {&sums.groups[group * figures_.size() + i], &sums.all[i]}) {
      if (isAdded) {
        *sum += amounts[i];
      } else {
        *sum -= amounts[i];
      }
    }
  }
}

// At the end

void ExportReader::Rows::ask(ExportQuestion::About about, std::vector<std::string> details) {
  result_.questions.push_back({about, std::move(details)});
}

void ExportReader::Rows::decideMark() {
  const std::size_t point = votes_[at(Mark::point)], comma = votes_[at(Mark::comma)];
  const bool isAsked = !ambiguous_.empty() && (point > 0) == (comma > 0);
  if (point > 0 || comma > 0 || !ambiguous_.empty()) {
    result_.decimal = comma > point ? Mark::comma : Mark::point;
  }
  if (answers_.decimal) {
    result_.decimal = answers_.decimal;
  } else if (isAsked) {
    ask(ExportQuestion::About::decimal, {ambiguous_});
  }
}

/// What rows prove; else what the lines above the headings do. Rows that prove both prove nothing.
std::optional<DateOrder> ExportReader::Rows::provenOrder() const {
  for (const std::vector<CellDate>* dates : {&dates_, &periodDates_}) {
    std::set<DateOrder> proven;
    for (const CellDate& date : *dates) {
      if (const std::optional<DateOrder> order = orderOf(date)) proven.insert(*order);
    }
    if (proven.size() == 1) return *proven.begin();
    if (!proven.empty()) return std::nullopt;
  }
  return std::nullopt;
}

/// Whether the lines above the headings, read so, speak of the time that the rows are of.
bool ExportReader::Rows::isWithinPeriod(DateOrder order) const {
  std::vector<std::int32_t> period;
  for (const CellDate& date : periodDates_) {
    if (const auto day = dayNumber(date, order)) period.push_back(*day);
  }
  if (period.size() < 2) return true;
  const std::int32_t first = *std::min_element(period.begin(), period.end());
  const std::int32_t last = *std::max_element(period.begin(), period.end());
  return std::all_of(dates_.begin(), dates_.end(), [&](const CellDate& date) {
    const auto day = dayNumber(date, order);
    return day ? *day >= first && *day <= last : date.form != Form::undecided;
  });
}

/// As these write in English: the month first.
constexpr bool isMonthFirst(Platform platform) {
  return platform == Platform::microsoftAds || platform == Platform::linkedinAds ||
         platform == Platform::instagramOrganic || platform == Platform::facebookOrganic ||
         platform == Platform::linkedinPage || platform == Platform::sproutSocial;
}

void ExportReader::Rows::decideOrder() {
  const bool isRowOpen = std::any_of(dates_.begin(), dates_.end(), isOpen);
  const bool isPeriodOpen = std::any_of(periodDates_.begin(), periodDates_.end(), isOpen);
  result_.dateOrder = answers_.dateOrder ? answers_.dateOrder : provenOrder();
  if ((!isRowOpen && !isPeriodOpen) || result_.dateOrder) return;
  const bool monthFits = isWithinPeriod(DateOrder::monthFirst);
  if (monthFits != isWithinPeriod(DateOrder::dayFirst)) {
    result_.dateOrder = monthFits ? DateOrder::monthFirst : DateOrder::dayFirst;
  } else if (isMonthFirst(result_.platform) && result_.language == "en") {
    result_.dateOrder = DateOrder::monthFirst;
  } else if (isRowOpen || std::none_of(dates_.begin(), dates_.end(), isDecided)) {
    ask(ExportQuestion::About::dateOrder, {});
  }
}

/// What is counted from the period's first day ends with its last. Weeks of such a count may begin
/// on Sunday, so that the last is cut short.
std::optional<std::int32_t> ExportReader::Rows::dayIn(const CellDate& date, DateOrder order,
                                                      std::optional<std::int32_t> first) const {
  if (date.form == Form::serial && !areSerials_) return std::nullopt;
  const auto day = dayNumber(date, order, first);
  const bool isCounted = date.form >= Form::nth && day;
  if (!isCounted) return day;
  const std::int32_t sunday = weekOf(*day + 1) - 1;
  const std::int32_t from = date.form == Form::nthWeek ? sunday : *day;
  return from > *result_.lastDay ? std::nullopt : std::min(day, result_.lastDay);
}

/// The period the file states, where it is sure in which order it is written; else that of its
/// rows. Rows that all bear one date of a longer period are not of a day.
void ExportReader::Rows::decidePeriod() {
  const DateOrder order = result_.dateOrder.value_or(DateOrder::dayFirst);
  const auto include = [this](std::optional<std::int32_t> day) {
    if (!day) return;
    if (!result_.firstDay || *day < *result_.firstDay) result_.firstDay = day;
    if (!result_.lastDay || *day > *result_.lastDay) result_.lastDay = day;
  };
  for (const CellDate& date : periodDates_) {
    if (result_.dateOrder || !isOpen(date)) include(dayNumber(date, order));
  }
  const std::optional<std::int32_t> first = result_.firstDay;
  const bool isStated = first.has_value();
  areSerials_ = std::all_of(dates_.begin(), dates_.end(),
                            [](const CellDate& date) { return date.form == Form::serial; });
  std::set<std::int32_t> days;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (groups_[i].rows == 0) continue;
    result_.finest = std::max(result_.finest, finestOf(dates_[i]));
    groups_[i].day = dayIn(dates_[i], order, first);
    if (groups_[i].day) {
      days.insert(*groups_[i].day);
    } else if (date_) {
      result_.undated += groups_[i].rows;
    }
    if (!isStated) include(groups_[i].day);
  }
  if (!isStated) {
    for (const CellDate& date : endDates_) include(dayNumber(date, order));
  }
  const bool isLonger = result_.firstDay && result_.lastDay && *result_.lastDay > *result_.firstDay;
  result_.date = date_;
  if (days.empty() || (days.size() == 1 && isLonger)) result_.date.reset();
}

void ExportReader::Rows::decideCurrency() {
  const bool hasMoney = std::any_of(
      figures_.begin(), figures_.end(),
      [](const FigureColumn& figure) { return contentOf(figure.meaning) == Content::money; });
  std::set<std::string, std::less<>> found = currencies_;
  for (auto one = found.begin(); one != found.end();) {
    const bool isNamed = std::any_of(
        currencies_.begin(), currencies_.end(),
        [&](const std::string& code) { return isCurrencyCode(code) && isSignOf(*one, code); });
    one = isNamed ? found.erase(one) : std::next(one);
  }
  if (found.size() > 1) return refuseCurrencies(found);
  if (!found.empty()) result_.currency = *found.begin();
  const bool isCode = isCurrencyCode(result_.currency);
  if (!answers_.currency.empty() && !isCode) {
    result_.currency = answers_.currency;
  } else if (hasMoney && !isCode) {
    ask(ExportQuestion::About::currency,
        result_.currency.empty() ? std::vector<std::string>{} : std::vector{result_.currency});
  }
}

void ExportReader::Rows::refuseCurrencies(const std::set<std::string, std::less<>>& found) {
  refuse(ExportFault::currencies, 0);
  for (const std::string& one : found)
    result_.currency += (result_.currency.empty() ? "" : " ") + one;
}

const Amount& ExportReader::Rows::stated(const Row& row, std::size_t figure) const {
  return row.amounts[at(used())][figure];
}

const std::vector<Amount>& ExportReader::Rows::sumsOfAll() const { return sums_[at(used())].all; }

std::map<CellDate, std::vector<Amount>> ExportReader::Rows::sumsByDate() const {
  const std::vector<Amount>& groups = sums_[at(used())].groups;
  const std::size_t figures = figures_.size();
  std::map<CellDate, std::vector<Amount>> all;
  for (std::size_t group = 0; group < groups_.size(); ++group) {
    std::vector<Amount>& sums = all[dates_[group]];
    sums.resize(figures);
    for (std::size_t i = 0; i < figures; ++i) sums[i] += groups[group * figures + i];
  }
  return all;
}

/// Whether every figure of a row that can be summed is the sum, and so many are not nought.
bool ExportReader::Rows::isSumOf(const Row& row, Mark mark, const std::vector<Amount>& sums,
                                 std::size_t atLeast) const {
  std::size_t telling = 0;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (!isSummed(figures_[i].meaning) || !row.known[i]) continue;
    if (!(row.amounts[at(mark)][i] == sums[i])) return false;
    telling += !sums[i].isZero();
  }
  return telling >= atLeast;
}

bool ExportReader::Rows::isNoLess(const Row& row, const std::vector<Amount>& sums) const {
  std::size_t telling = 0;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (!isSummed(figures_[i].meaning)) continue;
    Amount more = stated(row, i);
    more -= sums[i];
    if (row.known[i] ? more.whole < 0 : !sums[i].isZero()) return false;
    telling += !sums[i].isZero();
  }
  return telling > 0;
}

/// A row without a name. Meta's counts deleted campaigns too, so it may be more than the sum; in
/// others, what is more is sales that no campaign brought.
bool ExportReader::Rows::isTotalOf(const Row& row, const std::vector<Amount>& sums) const {
  if (isSumOf(row, used(), sums, 1)) return true;
  return result_.platform == Platform::metaAds && isNoLess(row, sums);
}

/// Rows without a name are totals where their figures say so, of all or of their day; else they are
/// rows like others.
void ExportReader::Rows::sortAside() {
  const std::vector<Amount>& all = sumsOfAll();
  const auto ofDays = sumsByDate();
  std::vector<Aside> totals;
  std::vector<Row> rows;
  for (Aside& one : aside_) {
    const auto day = ofDays.find(one.row.date);
    const bool isOfAll = one.why != Why::noName || isTotalOf(one.row, all);
    const bool isOfDay = !isOfAll && day != ofDays.end() && isTotalOf(one.row, day->second);
    one.isOfPart |= isOfDay;
    if (isOfAll || isOfDay) {
      totals.push_back(std::move(one));
    } else {
      rows.push_back(std::move(one.row));
    }
  }
  aside_ = std::move(totals);
  for (const Row& row : rows) add(row);
}

/// A day or a name that other rows have as well: none of them is the sum of the others.
bool ExportReader::Rows::isOneOfMany(const Row& row) const {
  if (row.channel == 0 && row.campaign == 0 && row.date.form == Form::none) return false;
  std::size_t alike = 0;
  for (const Export::Group& group : groups_) {
    alike += group.channel == row.channel && group.campaign == row.campaign ? group.rows : 0;
  }
  return alike > 1;
}

/// Digits that have to be right for a row to be the sum: without noughts at the end, which round
/// budgets share.
std::size_t ExportReader::Rows::digitsOf(const Row& row) const {
  std::size_t all = 0;
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (!isSummed(figures_[i].meaning) || !row.known[i]) continue;
    const std::string text = stated(row, i).text();
    const std::size_t end = text.find_last_not_of("0.-");
    if (end == std::string::npos) continue;
    for (const char c : text.substr(0, end + 1)) all += c >= '0' && c <= '9';
  }
  return all;
}

/// A first or last row that says nothing of it may be a total too. Where few digits are the sum by
/// chance as well, it is asked, and counts until it is answered.
void ExportReader::Rows::findSum(const Row& row) {
  constexpr std::size_t kFewest = 3, kTelling = 2, kNoChance = 8;
  if (row.line == 0 || telling_ < kFewest || isOneOfMany(row)) return;
  std::vector<Amount> others = sumsOfAll();
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (row.known[i]) others[i] -= stated(row, i);
  }
  if (!isSumOf(row, used(), others, kTelling)) return;
  const std::string& name = texts_[row.campaign != 0 ? row.campaign : row.channel];
  if (!answers_.isTotal.value_or(digitsOf(row) >= kNoChance)) {
    if (!answers_.isTotal) ask(ExportQuestion::About::total, {std::to_string(row.line), name});
    return;
  }
  change(row, false);
  aside_.push_back({row, name, Why::sum});
}

/// The total that differs least from the sum is the file's own; one of a part never differs.
void ExportReader::Rows::checkTotal() {
  const std::vector<Amount>& sums = sumsOfAll();
  for (const Aside& one : aside_) {
    OwnTotal total{one.row.line, {}};
    bool isTelling = false;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (!isSummed(figures_[i].meaning) || !one.row.known[i]) continue;
      isTelling = true;
      if (!(stated(one.row, i) == sums[i]))
        total.differences.push_back({i, stated(one.row, i), sums[i]});
    }
    const bool isOwn = isTelling && (!one.isOfPart || total.differences.empty());
    const bool isBetter =
        isOwn && (!result_.total || total.differences.size() < result_.total->differences.size());
    if (isBetter) result_.total = std::move(total);
  }
  sortStably(aside_, [](const Aside& a, const Aside& b) { return a.row.line < b.row.line; });
  for (const Aside& one : aside_) skip(one.row.line, one.why, one.label);
  sortStably(result_.skipped, [](const Skipped& a, const Skipped& b) { return a.line < b.line; });
}

void ExportReader::Rows::askRates() {
  if (isRateKnown(result_.platform)) return;
  for (const FigureColumn& figure : figures_) {
    const Compared& compared = figure.compared[at(used())];
    const bool isOpen = isRate(figure.meaning) && figure.numbers > 0 && !figure.isPercent &&
                        !figure.isAboveOne && (compared.asStated > 0) == (compared.asPercent > 0);
    if (isOpen) ask(ExportQuestion::About::rate, {result_.columns[figure.column].heading});
  }
}

void ExportReader::Rows::askResults() {
  std::set<std::uint32_t> kinds;
  std::vector<std::string> named;
  for (const Export::Group& group : groups_) {
    const bool isNew = group.rows > 0 && group.kind != 0 && kinds.insert(group.kind).second;
    if (isNew) named.push_back(texts_[group.kind]);
  }
  if (named.size() < 2) return;
  const auto chosen = std::find(named.begin(), named.end(), answers_.result);
  if (chosen == named.end()) return ask(ExportQuestion::About::result, std::move(named));
  leaveOtherResults(texts_.of(*chosen));
}

void ExportReader::Rows::leaveOtherResults(std::uint32_t kind) {
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    if (figures_[i].meaning != Meaning::results) continue;
    for (std::size_t group = 0; group < groups_.size(); ++group) {
      if (groups_[group].kind != kind) forget(group, i);
    }
  }
}

/// Letters behind digits are thousands only where no cell is of words: "5M" may be a size.
void ExportReader::Rows::leaveWords() {
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    FigureColumn& figure = figures_[i];
    if (figure.rounded == 0 || figure.words == 0) continue;
    figure.words += std::exchange(figure.rounded, 0);
    figure.numbers = 0;
    for (std::size_t group = 0; group < groups_.size(); ++group) forget(group, i);
  }
}

void ExportReader::Rows::forget(std::size_t group, std::size_t figure) {
  groups_[group].known.reset(figure);
  sums_[at(used())].groups[group * figures_.size() + figure] = {};
}

void ExportReader::Rows::tellColumns() {
  const bool isNoted = attribution_ && !attributedBy_.empty() && result_.notes.size() < kMostNotes;
  if (isNoted) {
    const Text colon = result_.language == "fr" ? "\u00A0: " : ": ";
    result_.notes.push_back(headings_[*attribution_] + std::string(colon) + attributedBy_);
  }
  for (const FigureColumn& figure : figures_) {
    ExportColumn& column = result_.columns[figure.column];
    column.unreadable = figure.words;
    column.bounds = figure.bounds;
    column.rounded = figure.rounded;
    const Compared& compared = figure.compared[at(used())];
    column.differing = compared.differing;
    column.compared = compared.asStated + compared.asPercent + compared.differing;
    if (figure.numbers == 0 && figure.words > 0) column.use = Use::words;
    result_.figures.push_back(figure.meaning);
  }
}

void ExportReader::Rows::giveGroups() {
  result_.names = std::move(texts_).take();
  result_.groups = std::move(groups_);
  result_.sums = std::move(sums_[at(used())].groups);
}

Export ExportReader::Rows::finish() {
  if (isWell() && !isFound_) settleForLess();
  if (isWell() && !isFound_) refuse(ExportFault::headings, 0);
  if (!isWell()) return std::move(result_);
  decideMark();
  sortAside();
  findSum(last_);
  if (first_) findSum(*first_);
  decideOrder();
  decidePeriod();
  decideCurrency();
  checkTotal();
  askRates();
  askResults();
  leaveWords();
  tellColumns();
  giveGroups();
  return std::move(result_);
}

// The reader

ExportReader::ExportReader(ExportAnswers answers, bool isPasted)
    : rows_(std::make_unique<Rows>(std::move(answers))), table_(*rows_, isPasted) {}

ExportReader::~ExportReader() = default;

bool ExportReader::feed(std::string_view bytes) { return table_.feed(bytes) && rows_->isWell(); }

/// What was refused at a row was not read to its end: a quote that is open there says nothing.
Export ExportReader::finish() {
  const bool isTable = !rows_->isWell() || table_.finish();
  Export result = rows_->finish();
  if (!isTable) {
    result.tableFault = table_.fault();
    result.faultLine = table_.faultLine();
  }
  result.encoding = table_.decoder().encoding();
  result.hasMark = table_.decoder().hasMark();
  result.unreadable = table_.decoder().unreadable();
  result.delimiter = table_.delimiter();
  result.isDelimiterStated = table_.isDelimiterStated();
  return result;
}

}  // namespace roi
