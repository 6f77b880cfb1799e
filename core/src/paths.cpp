#include "roi/paths.h"

#include <algorithm>

#include "roi/headings.h"
#include "roi/order.h"
#include "roi/path_headings.h"
#include "roi/path_tally.h"

namespace roi {
namespace {

using Text = std::string_view;
using Kind = CellNumber::Kind;
using Form = CellDate::Form;
using Channel = Attributor::Channel;

constexpr std::size_t kMostHeadingRows = 40;
constexpr std::size_t kMostShown = 200;  ///< bytes of a cell or a name that is shown
constexpr double kSecondsADay = 86'400;

std::size_t at(PathMeaning meaning) { return static_cast<std::size_t>(meaning); }
std::size_t at(Mark mark) { return static_cast<std::size_t>(mark); }

Text trimmed(Text text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

bool isNegative(const Amount& amount) { return amount.whole < 0; }

/// A count as a row states it.
struct RowNumber {
  std::array<Amount, 2> by;  ///< by Mark
  bool isWrong = false;
};

/// A row of touches: of one person, each leads to the one that stands before it in the file.
struct Touch {
  std::uint32_t before = 0;  ///< its number and 1; 0: none
  std::uint32_t won = 0;     ///< the same of its conversion
  std::int32_t day = 0;      ///< since 1970; of a date that is open, as it is packed
  std::int32_t second = 0;
  std::uint16_t channel = 0;
  bool isOpen = false;  ///< day and month may change places
};

constexpr std::uint16_t kNoChannel = 0xFFFF;

/// "1767225600", "1767225600000": seconds or thousandths since 1970.
std::optional<std::int64_t> unixSeconds(Text cell) {
  constexpr std::size_t kDigits = 10, kThousandths = 13;
  if (cell.size() != kDigits && cell.size() != kThousandths) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : cell.substr(0, kDigits)) {
    if (c < '0' || c > '9') return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  return seconds;
}

}  // namespace

class PathReader::Rows final : public RecordTaker {
 public:
  explicit Rows(PathAnswers answers) : answers_(std::move(answers)) {}

  void take(const Record& record) override;
  void settle() override { tally_.settle(); }
  bool knows(Text cell) const override;

  bool isWell() const { return result_.fault == PathFault::none; }
  void end();
  bool advance(std::size_t touches);
  PathReading finish();

 private:
  // Headings
  void search(const Record& record);
  bool adopt(const Record& record, bool isChosen);
  bool isRow(const Record& record) const;

  // Rows
  void readPath(const Record& record);
  bool isAllNought(const Record& record) const;
  void readTouch(const Record& record);
  bool readTime(Text cell, Touch& touch);
  bool readCounts(const Record& record);
  RowNumber readNumber(const Record& record, PathMeaning meaning);
  void vote(const CellNumber& number, Text cell);
  void leaveOut(PathLeftOut why, std::size_t line);
  void refuse(PathFault fault, std::size_t line);
  bool has(PathMeaning meaning) const { return columns_[at(meaning)].has_value(); }
  Text cellOf(const Record& record, PathMeaning meaning) const;
  Channel channelOf(Text name);

  // At the end
  void decide();
  void separate(Text path);
  void addPath(std::size_t path);
  void addPerson(std::size_t person);
  double timeOf(const Touch& touch) const;
  void addJourney(const PathCounts& counts, double until);
  std::vector<Channel> order() const;

  PathAnswers answers_;
  PathReading result_;
  bool isFound_ = false;
  std::size_t searched_ = 0;
  PathColumns columns_;

  PathTally tally_{result_};
  Texts people_, names_;
  mutable Texts seen_;
  mutable std::vector<bool> areKnown_;
  CountsByMark row_;
  std::vector<Touch> touches_;
  std::vector<std::uint32_t> lastTouch_;  ///< by person: its number and 1
  std::vector<CountsByMark> won_;
  bool isOpen_ = false;  ///< a cell reads both ways
  std::array<std::size_t, 2> marks_{}, orders_{};

  Mark mark_ = Mark::point;
  DateOrder dateOrder_ = DateOrder::monthFirst;
  std::size_t next_ = 0;  ///< path or person to be added
  Attributor attributor_;
  std::vector<Channel> path_;
  std::vector<double> times_;
  std::vector<Touch> ofPerson_;
};

// Headings

/// Cells come again and again, and are looked at once.
bool PathReader::Rows::knows(Text cell) const {
  if (cell.find(kPathSeparators[0]) != Text::npos) return false;
  const std::size_t index = seen_.of(cell);
  if (index == areKnown_.size()) areKnown_.push_back(pathMeaningOf(cell).has_value());
  return areKnown_[index];
}

void PathReader::Rows::take(const Record& record) {
  if (!isWell()) return;
  if (isFound_) return has(PathMeaning::path) ? readPath(record) : readTouch(record);
  const bool isEmpty = std::all_of(record.cells.begin(), record.cells.end(), isBlank);
  if (!isEmpty && searched_ < kMostHeadingRows) search(record);
}

void PathReader::Rows::search(const Record& record) {
  ++searched_;
  if (adopt(record, false)) return;
  const bool isWide = std::all_of(answers_.columns.begin(), answers_.columns.end(),
                                  [&](const auto& one) { return one.first < record.cells.size(); });
  const bool isChosen = !answers_.columns.empty() && isWide;
  if (isChosen && adopt(record, true)) {
    if (isRow(record)) take(record);
    return;
  }
  if (record.cells.size() <= result_.columns.size()) return;
  result_.columns.clear();
  for (const Text cell : record.cells)
    result_.columns.push_back({std::string(cutText(cell, kMostShown)), std::nullopt});
}

/// Whether the record names what makes paths, by itself or with what is chosen.
bool PathReader::Rows::adopt(const Record& record, bool isChosen) {
  std::vector<std::optional<PathMeaning>> meanings;
  for (const Text cell : record.cells) meanings.push_back(pathMeaningOf(cell));
  if (!isChosen && !havePaths(pathColumns(meanings))) return false;
  for (const auto& [column, meaning] : answers_.columns) {
    for (auto& other : meanings) {
      if (other == meaning) other.reset();
    }
    if (column < meanings.size()) meanings[column] = meaning;
  }
  columns_ = pathColumns(meanings);
  if (!havePaths(columns_)) return false;
  isFound_ = true;
  tally_.countLost(!columns_[at(PathMeaning::nulls)]);
  result_.columns.clear();
  for (const Text cell : record.cells)
    result_.columns.push_back({std::string(cutText(cell, kMostShown)), std::nullopt});
  const bool isOfPaths = has(PathMeaning::path);
  result_.form = isOfPaths ? PathForm::paths : PathForm::touches;
  for (std::size_t i = 0; i < kPathMeanings; ++i) {
    const auto meaning = static_cast<PathMeaning>(i);
    const bool isOfPerson = meaning == PathMeaning::person || meaning == PathMeaning::time ||
                            meaning == PathMeaning::channel;
    const bool isUsed = meaning == PathMeaning::nulls ? isOfPaths : !isOfPaths || !isOfPerson;
    if (!isUsed) columns_[i].reset();
    if (columns_[i]) result_.columns[*columns_[i]].meaning = meaning;
  }
  const bool isCounted = has(PathMeaning::conversions) || has(PathMeaning::value);
  result_.isEachConverted = isOfPaths && !isCounted && !has(PathMeaning::nulls);
  if (!isCounted && !result_.isEachConverted) refuse(PathFault::conversions, record.line);
  return true;
}

/// Whether what was taken for headings, because columns are chosen, is a row.
bool PathReader::Rows::isRow(const Record& record) const {
  const auto isNumber = [&](PathMeaning meaning) {
    return has(meaning) && readCell(cellOf(record, meaning)).kind == Kind::number;
  };
  return isNumber(PathMeaning::conversions) || isNumber(PathMeaning::value) ||
         isNumber(PathMeaning::nulls) ||
         (has(PathMeaning::path) &&
          cellOf(record, PathMeaning::path).find(kPathSeparators[0]) != Text::npos);
}

// Rows

Text PathReader::Rows::cellOf(const Record& record, PathMeaning meaning) const {
  const std::optional<std::size_t>& column = columns_[at(meaning)];
  return column && *column < record.cells.size() ? record.cells[*column] : Text{};
}

void PathReader::Rows::leaveOut(PathLeftOut why, std::size_t line) {
  LeftOutRows& rows = result_.leftOut[static_cast<std::size_t>(why)];
  if (rows.rows++ == 0) rows.line = line;
}

void PathReader::Rows::refuse(PathFault fault, std::size_t line) {
  result_.fault = fault;
  result_.faultLine = line;
}

void PathReader::Rows::vote(const CellNumber& number, Text cell) {
  if (number.says && !number.isAmbiguous) ++marks_[at(*number.says)];
  if (!number.isAmbiguous || isOpen_) return;
  isOpen_ = true;
  result_.unsureNumber = cutText(cell, kMostShown);
  tally_.partMarks();
}

RowNumber PathReader::Rows::readNumber(const Record& record, PathMeaning meaning) {
  RowNumber out;
  const Text cell = cellOf(record, meaning);
  if (cell.size() == 1 && cell[0] >= '0' && cell[0] <= '9') {
    out.by[0].whole = out.by[1].whole = cell[0] - '0';
    return out;
  }
  if (cell.empty()) return out;
  const CellNumber number = readCell(cell);
  if (number.kind == Kind::unknown) return out;
  if (number.kind == Kind::number) {
    out.by = {number.point, number.comma};
    out.isWrong = number.isPercent || isNegative(number.point) || isNegative(number.comma);
    if (!out.isWrong) vote(number, cell);
    return out;
  }
  const std::optional<bool> answer =
      meaning == PathMeaning::conversions ? answerIn(cell) : std::nullopt;
  out.isWrong = !answer;
  out.by[0].whole = out.by[1].whole = answer.value_or(false);
  return out;
}

/// Into row_; says whether they can be used.
bool PathReader::Rows::readCounts(const Record& record) {
  row_ = {};
  const RowNumber conversions = readNumber(record, PathMeaning::conversions);
  const RowNumber value = readNumber(record, PathMeaning::value);
  const RowNumber nulls = readNumber(record, PathMeaning::nulls);
  if (conversions.isWrong || value.isWrong || nulls.isWrong) return false;
  for (std::size_t mark = 0; mark < row_.size(); ++mark) {
    PathCounts& counts = row_[mark];
    counts = {conversions.by[mark], value.by[mark], nulls.by[mark]};
    const bool isOfValue = !has(PathMeaning::conversions) && !counts.value.isZero();
    if (result_.isEachConverted || isOfValue) counts.conversions.whole = 1;
  }
  return true;
}

void PathReader::Rows::readPath(const Record& record) {
  const Text cell = trimmed(cellOf(record, PathMeaning::path));
  if (cell.empty()) {
    const bool isBlankRow = std::all_of(record.cells.begin(), record.cells.end(), isBlank);
    if (!isBlankRow) leaveOut(PathLeftOut::noPath, record.line);
    return;
  }
  if (isAllNought(record)) {
    tally_.add(cell, record.line, nullptr);
  } else if (readCounts(record)) {
    tally_.add(cell, record.line, &row_);
  } else {
    tally_.addWrong(cell, record.line);
  }
}

/// As most journeys are.
bool PathReader::Rows::isAllNought(const Record& record) const {
  const auto isNought = [&](PathMeaning meaning) {
    const Text cell = cellOf(record, meaning);
    return cell.empty() || cell == "0";
  };
  return !result_.isEachConverted && isNought(PathMeaning::conversions) &&
         isNought(PathMeaning::value) && isNought(PathMeaning::nulls);
}

void PathReader::Rows::readTouch(const Record& record) {
  if (std::all_of(record.cells.begin(), record.cells.end(), isBlank)) return;
  const Text person = trimmed(cellOf(record, PathMeaning::person));
  const Text name = trimmed(cellOf(record, PathMeaning::channel));
  if (person.empty()) return leaveOut(PathLeftOut::noPerson, record.line);
  if (isTotalLabel(person)) return leaveOut(PathLeftOut::total, record.line);
  Touch touch;
  if (has(PathMeaning::time) && !readTime(trimmed(cellOf(record, PathMeaning::time)), touch))
    return leaveOut(PathLeftOut::noTime, record.line);
  if (!readCounts(record)) return leaveOut(PathLeftOut::number, record.line);
  const bool isWon = !row_[0].conversions.isZero() || !row_[1].conversions.isZero();
  if (name.empty() && !isWon) return leaveOut(PathLeftOut::noPath, record.line);
  touch.channel = name.empty() ? kNoChannel : channelOf(name);
  const std::size_t index = people_.of(person);
  if (index == lastTouch_.size()) lastTouch_.push_back(0);
  const bool isTooMuch = lastTouch_.size() > kMostPaths || people_.bytes() > kMostPathBytes;
  if (isTooMuch) return refuse(PathFault::paths, record.line);
  if (touches_.size() == kMostTouches) return refuse(PathFault::touches, record.line);
  if (names_.size() > kMostPathChannels) return refuse(PathFault::channels, record.line);
  if (isWon) {
    won_.push_back(row_);
    touch.won = static_cast<std::uint32_t>(won_.size());
  }
  touch.before = lastTouch_[index];
  touches_.push_back(touch);
  lastTouch_[index] = static_cast<std::uint32_t>(touches_.size());
  ++result_.rows;
}

bool PathReader::Rows::readTime(Text cell, Touch& touch) {
  if (const std::optional<std::int64_t> seconds = unixSeconds(cell)) {
    touch.day = static_cast<std::int32_t>(*seconds / static_cast<std::int64_t>(kSecondsADay));
    touch.second = static_cast<std::int32_t>(*seconds % static_cast<std::int64_t>(kSecondsADay));
    return true;
  }
  const CellDate date = dateOf(cell);
  touch.second = secondsIn(cell);
  if (const std::optional<DateOrder> order = orderOf(date))
    ++orders_[static_cast<std::size_t>(*order)];
  touch.isOpen = date.form == Form::undecided && date.first != date.second;
  if (touch.isOpen) {
    constexpr int kHundred = 100;
    touch.day = (date.year * kHundred + date.first) * kHundred + date.second;
    const bool isFirst = result_.unsureDate.empty();
    if (isFirst) result_.unsureDate = cutText(cell, kMostShown);
    return true;
  }
  const std::optional<std::int32_t> day = dayNumber(date, DateOrder::monthFirst, 0);
  touch.day = day.value_or(0);
  return day.has_value();
}

/// Above kMostPathChannels the file is refused.
Channel PathReader::Rows::channelOf(Text name) {
  return static_cast<Channel>(names_.of(cutText(name, kMostShown)));
}

// At the end

void PathReader::Rows::end() {
  if (!isFound_ && isWell()) return refuse(PathFault::headings, 0);
  if (result_.rows == 0 && isWell()) refuse(PathFault::empty, 0);
  decide();
}

void PathReader::Rows::decide() {
  const std::size_t points = marks_[at(Mark::point)], commas = marks_[at(Mark::comma)];
  if (points > 0 || commas > 0 || isOpen_)
    result_.decimal = answers_.decimal.value_or(commas > points ? Mark::comma : Mark::point);
  mark_ = result_.decimal.value_or(Mark::point);
  const bool isMarkSure = (points > 0) != (commas > 0) || answers_.decimal.has_value();
  if (isMarkSure) result_.unsureNumber.clear();
  if (!isOpen_) mark_ = Mark::point;

  const std::size_t months = orders_[0], days = orders_[1];
  const bool isOrderSure = (months > 0) != (days > 0) || answers_.dateOrder.has_value();
  dateOrder_ =
      answers_.dateOrder.value_or(days > months ? DateOrder::dayFirst : DateOrder::monthFirst);
  const bool isUsed = months > 0 || days > 0 || !result_.unsureDate.empty();
  if (isUsed) result_.dateOrder = dateOrder_;
  if (isOrderSure) result_.unsureDate.clear();
  result_.isByDays = has(PathMeaning::time);
}

void PathReader::Rows::separate(Text path) {
  const Text separator = tally_.separator();
  path_.clear();
  for (;;) {
    const std::size_t end = separator.empty() ? Text::npos : path.find(separator);
    const Text name = trimmed(path.substr(0, end));
    if (!name.empty()) path_.push_back(channelOf(name));
    if (end == Text::npos) return;
    path.remove_prefix(end + separator.size());
  }
}

void PathReader::Rows::addPath(std::size_t path) {
  if (tally_.isTotal(path)) return;
  separate(tally_.path(path));
  if (path_.empty()) return leaveOut(PathLeftOut::noPath, 0);
  if (names_.size() > kMostPathChannels) return refuse(PathFault::channels, 0);
  ++result_.paths;
  attributor_.add(path_, tally_.counts(path, mark_));
}

double PathReader::Rows::timeOf(const Touch& touch) const {
  constexpr int kHundred = 100;
  std::int32_t day = touch.day;
  if (touch.isOpen) {
    const CellDate date{Form::undecided, day / kHundred / kHundred, day / kHundred % kHundred,
                        day % kHundred};
    day = dayNumber(date, dateOrder_).value_or(0);
  }
  return day + touch.second / kSecondsADay;
}

/// A conversion ends a journey; what comes after it begins another.
void PathReader::Rows::addPerson(std::size_t person) {
  ofPerson_.clear();
  for (std::uint32_t one = lastTouch_[person]; one > 0; one = ofPerson_.back().before)
    ofPerson_.push_back(touches_[one - 1]);
  std::reverse(ofPerson_.begin(), ofPerson_.end());
  if (result_.isByDays) {
    sortStably(ofPerson_, [&](const Touch& a, const Touch& b) { return timeOf(a) < timeOf(b); });
  }
  path_.clear();
  times_.clear();
  for (const Touch& touch : ofPerson_) {
    if (touch.channel != kNoChannel) {
      path_.push_back(touch.channel);
      times_.push_back(timeOf(touch));
    }
    if (touch.won > 0) addJourney(won_[touch.won - 1][at(mark_)], timeOf(touch));
  }
  if (path_.empty()) return;
  PathCounts lost;
  lost.nulls.whole = 1;
  addJourney(lost, times_.back());
}

void PathReader::Rows::addJourney(const PathCounts& counts, double until) {
  if (path_.empty()) return leaveOut(PathLeftOut::untouched, 0);
  for (double& time : times_) time = until - time;
  ++result_.paths;
  attributor_.add(path_, counts,
                  result_.isByDays ? std::span<const double>(times_) : std::span<const double>());
  path_.clear();
  times_.clear();
}

bool PathReader::Rows::advance(std::size_t touches) {
  const bool isOfPaths = has(PathMeaning::path);
  const std::size_t all = isOfPaths ? tally_.size() : lastTouch_.size();
  for (std::size_t done = 0; done < touches && next_ < all && isWell(); ++next_) {
    if (isOfPaths) {
      addPath(next_);
      done += path_.size();
    } else {
      addPerson(next_);
      done += ofPerson_.size();
    }
  }
  return isWell() && next_ < all;
}

/// By name, in which the chain is solved: the order of rows changes nothing.
std::vector<Channel> PathReader::Rows::order() const {
  const auto sorted =
      ordered(names_.size(), [&](std::size_t a, std::size_t b) { return names_[a] < names_[b]; });
  return {sorted.begin(), sorted.end()};
}

PathReading PathReader::Rows::finish() {
  while (advance(kMostTouches)) {
  }
  const bool isNone = isWell() && result_.paths == 0;
  if (isNone) refuse(PathFault::empty, 0);
  if (!isWell()) return std::move(result_);
  const std::vector<Channel> byName = order();
  result_.attributed = attributor_.credits(byName);
  std::vector<ChannelCredits>& channels = result_.attributed.channels;
  const auto last = [&](std::size_t i) {
    return channels[i].conversions[static_cast<std::size_t>(Rule::last)];
  };
  const std::vector<std::size_t> byCredit =
      ordered(byName.size(), [&](std::size_t a, std::size_t b) { return last(a) > last(b); });
  std::vector<ChannelCredits> sorted;
  for (const std::size_t i : byCredit) {
    result_.names.emplace_back(names_[byName[i]]);
    sorted.push_back(channels[i]);
  }
  channels = std::move(sorted);
  return std::move(result_);
}

// The reader

PathReader::PathReader(PathAnswers answers, bool isPasted)
    : rows_(std::make_unique<Rows>(std::move(answers))), table_(*rows_, isPasted) {}

PathReader::~PathReader() = default;

bool PathReader::feed(Text bytes) { return table_.feed(bytes) && rows_->isWell(); }

/// What was refused at a row was not read to its end: a quote that is open there says nothing.
void PathReader::end() {
  if (rows_->isWell() && table_.finish()) rows_->end();
}

bool PathReader::advance(std::size_t touches) {
  return table_.fault() == TableFault::none && rows_->advance(touches);
}

PathReading PathReader::finish() {
  if (table_.fault() == TableFault::none) return rows_->finish();
  PathReading refused;
  refused.tableFault = table_.fault();
  refused.faultLine = table_.faultLine();
  return refused;
}

}  // namespace roi
