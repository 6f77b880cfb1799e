#include "roi/table.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "roi/characters.h"

namespace roi {
namespace {

using Text = std::string_view;

/// By so many bytes an encoding shows, and by so much text a delimiter.
constexpr std::size_t kTelling = 512;
constexpr std::size_t kHead = std::size_t{64} << 10;

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kSurrogates = 0xD800, kLowSurrogates = 0xDC00, kSurrogatesEnd = 0xE000;

unsigned byteAt(Text bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Windows-1252 from 0x80 to 0x9F; what it leaves free is the control character, as in browsers
/// (WHATWG Encoding, index windows-1252).
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void appendWindows(std::string& text, Text bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned byte = byteAt(bytes, i);
    const bool isOwn = byte >= 0x80 && byte < 0xA0;
    appendCode(text, isOwn ? kWindows[byte - 0x80] : byte);
  }
}

std::size_t asciiFrom(Text bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::uint64_t eight = 0;
  for (; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    if (eight & kHighBits) break;
  }
  while (at < bytes.size() && byteAt(bytes, at) < 0x80) ++at;
  return at;
}

enum class Sequence : std::uint8_t { whole, cut, wrong };

/// What stands at a byte beyond ASCII; length is that of a whole sequence (Unicode, table 3-7).
Sequence sequenceAt(Text bytes, std::size_t at, std::size_t& length) {
  const unsigned first = byteAt(bytes, at);
  if (first < 0xC2 || first > 0xF4) return Sequence::wrong;
  length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i == bytes.size()) return Sequence::cut;
    const unsigned byte = byteAt(bytes, at + i);
    const bool isSecond = i == 1;
    const unsigned low = isSecond && first == 0xE0 ? 0xA0 : isSecond && first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = isSecond && first == 0xED   ? 0x9F
                          : isSecond && first == 0xF4 ? 0x8F
                                                      : 0xBF;
    if (byte < low || byte > high) return Sequence::wrong;
  }
  return Sequence::whole;
}

/// In UTF-16 one byte in two of what most tables hold is zero, always on the same side.
bool isUtf16(Text head, std::size_t side) {
  constexpr std::size_t kAtLeast = 5, kTimes = 4;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == 0;
  return zeros[side] * 2 * kAtLeast > head.size() && zeros[side] > kTimes * zeros[1 - side];
}

/// How well a delimiter fits the beginning of a table.
class Trial final : public RecordTaker {
 public:
  explicit Trial(const RecordTaker& names) : names_(&names) {}

  void take(const Record& record) override {
    std::size_t known = 0;
    for (const Text cell : record.cells) known += names_->knows(cell);
    known_ = std::max(known_, known);
    if (record.cells.size() > 1) agreeing_ = std::max(agreeing_, ++widths_[record.cells.size()]);
  }
  bool knows(Text /*cell*/) const override { return false; }
  /// What parts so many cells is refused for that, not read by another delimiter.
  void takeTooWide() { agreeing_ = std::max(agreeing_, std::size_t{1}); }

  bool isBetterThan(const Trial& other) const {
    if (known_ != other.known_) return known_ > other.known_;
    return agreeing_ > other.agreeing_;
  }

 private:
  const RecordTaker* names_;
  std::size_t known_ = 0;
  std::size_t agreeing_ = 0;
  std::map<std::size_t, std::size_t> widths_;
};

}  // namespace

std::string_view text(TableFault fault) {
  switch (fault) {
    case TableFault::none: return "";
    case TableFault::bytes: return "table.bytes";
    case TableFault::cells: return "table.cells";
    case TableFault::record: return "table.record";
    case TableFault::quote: return "table.quote";
  }
  return "";
}

std::string_view text(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "utf-8";
    case Encoding::utf16le: return "utf-16le";
    case Encoding::utf16be: return "utf-16be";
    case Encoding::windows1252: return "windows-1252";
  }
  return "";
}

// Decoder

void Decoder::feed(Text bytes, std::string& text) {
  const bool isJoined = !isTold_ || !held_.empty();
  if (isJoined) held_ += bytes;
  if (!isTold_ && held_.size() < kTelling && !isLast_) return;
  if (!isTold_) tell();
  if (!isJoined) return decode(bytes, text);
  const std::string joined = std::move(held_);
  held_.clear();
  decode(joined, text);
}

void Decoder::finish(std::string& text) {
  isLast_ = true;
  feed({}, text);
}

void Decoder::tell() {
  isTold_ = true;
  const Text head = Text(held_).substr(0, kTelling);
  std::size_t mark = 0;
  if (head.starts_with("\xEF\xBB\xBF")) {
    mark = 3;
  } else if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    encoding_ = head[0] == '\xFF' ? Encoding::utf16le : Encoding::utf16be;
    mark = 2;
  } else if (isUtf16(head, 1)) {
    encoding_ = Encoding::utf16le;
  } else if (isUtf16(head, 0)) {
    encoding_ = Encoding::utf16be;
  }
  hasMark_ = mark > 0;
  held_.erase(0, mark);
}

void Decoder::decode(Text bytes, std::string& text) {
  std::size_t done = 0;
  if (encoding_ == Encoding::utf8) done = decodeUtf8(bytes, text);
  if (encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be) {
    done = decodeUtf16(bytes, text);
  }
  if (encoding_ == Encoding::windows1252) {
    appendWindows(text, bytes.substr(done));
    done = bytes.size();
  }
  held_ = bytes.substr(done);
}

/// How many bytes it has decoded: not a character that is cut, nor what shows itself to be
/// Windows-1252.
std::size_t Decoder::decodeUtf8(Text bytes, std::string& text) {
  std::size_t from = 0;
  for (std::size_t at = asciiFrom(bytes, 0); at < bytes.size(); at = asciiFrom(bytes, at)) {
    std::size_t length = 1;
    const Sequence sequence = sequenceAt(bytes, at, length);
    if (sequence == Sequence::whole) {
      isUtf8Seen_ = true;
      at += length;
      continue;
    }
    text.append(bytes, from, at - from);
    from = at;
    if (sequence == Sequence::cut && !isLast_) return at;
    if (!isUtf8Seen_) {
      encoding_ = Encoding::windows1252;
      return at;
    }
    replace(text);
    from = ++at;
  }
  text.append(bytes, from);
  return bytes.size();
}

std::size_t Decoder::decodeUtf16(Text bytes, std::string& text) {
  const std::size_t high = encoding_ == Encoding::utf16le ? 1 : 0;
  const auto unit = [&](std::size_t at) -> char32_t {
    return byteAt(bytes, at + high) << 8 | byteAt(bytes, at + 1 - high);
  };
  std::size_t at = 0;
  for (; at + 2 <= bytes.size(); at += 2) {
    const char32_t code = unit(at);
    if (code < kSurrogates || code >= kSurrogatesEnd) {
      appendCode(text, code);
      continue;
    }
    const bool isCut = at + 4 > bytes.size();
    if (isCut && !isLast_ && code < kLowSurrogates) return at;
    const char32_t low = isCut ? 0 : unit(at + 2);
    if (code >= kLowSurrogates || low < kLowSurrogates || low >= kSurrogatesEnd) {
      replace(text);
      continue;
    }
    appendCode(text, 0x10000 + ((code - kSurrogates) << 10) + (low - kLowSurrogates));
    at += 2;
  }
  if (isLast_ && at < bytes.size()) {
    replace(text);
    at = bytes.size();
  }
  return at;
}

void Decoder::replace(std::string& text) {
  appendCode(text, kReplacement);
  ++unreadable_;
}

// RecordReader

RecordReader::RecordReader(RecordTaker& taker, char delimiter, bool isPasted, std::size_t line)
    : taker_(taker),
      isPasted_(isPasted && delimiter == '\t'),
      delimiter_(delimiter),
      line_(line),
      recordLine_(line) {
  for (const char end : {delimiter, '\n', '\r'}) ends_[static_cast<unsigned char>(end)] = true;
}

bool RecordReader::feed(Text text) {
  for (std::size_t at = 0; at < text.size() && fault_ == TableFault::none;) {
    const bool isAtStart = state_ == State::start && cellEnds_.empty() && !isPasted_;
    const bool isEndOfReturn = isAfterReturn_ && text[at] == '\n';
    const std::size_t next = isAtStart && !isEndOfReturn ? whole(text, at) : at;
    at = next > at ? next : step(text, at);
  }
  taker_.settle();
  return fault_ == TableFault::none;
}

/// A record that lies in this text whole, with no quotes but around cells that hold neither quotes
/// nor ends of lines: its cells are this text, without a copy. Says where it ends; nothing is done
/// with any other, and the place is the same.
std::size_t RecordReader::whole(Text text, std::size_t at) {
  const auto endsAt = [&](std::size_t place) {
    return place < text.size() && ends_[static_cast<unsigned char>(text[place])];
  };
  record_.cells.clear();
  for (std::size_t from = at;;) {
    std::size_t end = from;
    if (from < text.size() && text[from] == '"') {
      end = text.find_first_of("\"\n\r", from + 1);
      if (end == Text::npos || text[end] != '"' || !endsAt(end + 1)) return at;
      record_.cells.push_back(text.substr(from + 1, end - from - 1));
      ++end;
    } else {
      while (end < text.size() && !endsAt(end)) ++end;
      if (end == text.size()) return at;
      record_.cells.push_back(text.substr(from, end - from));
    }
    if (record_.cells.size() > kMostCells || end - at > kMostRecordBytes) return at;
    from = end + 1;
    if (text[end] == delimiter_) continue;
    record_.line = recordLine_;
    taker_.take(record_);
    isAfterReturn_ = text[end] == '\r';
    recordLine_ = ++line_;
    return from;
  }
}

bool RecordReader::finish() {
  if (state_ == State::quoted) refuse(TableFault::quote);
  if (fault_ != TableFault::none) return false;
  if (state_ == State::closing && isPasted_ && !isNeeded_) keepQuotes();
  const bool isBegun = state_ != State::start || !cellEnds_.empty();
  if (isBegun) {
    endCell();
    endRecord();
  }
  return fault_ == TableFault::none;
}

/// Appends text as far as it means nothing.
std::size_t RecordReader::run(Text text, std::size_t at) {
  std::size_t end = at;
  if (state_ == State::plain) {
    while (end < text.size() && !ends_[static_cast<unsigned char>(text[end])]) ++end;
  } else {
    while (end < text.size() && text[end] != '"' && text[end] != '\n' && text[end] != '\r') ++end;
    isNeeded_ |= text.substr(at, end - at).find(delimiter_) != Text::npos;
  }
  text_.append(text, at, end - at);
  if (text_.size() > kMostRecordBytes) {
    refuse(state_ == State::quoted ? TableFault::quote : TableFault::record);
  }
  return end;
}

std::size_t RecordReader::step(Text text, std::size_t at) {
  const char c = text[at];
  const bool isEndOfReturn = isAfterReturn_ && c == '\n';
  isAfterReturn_ = false;
  if (state_ == State::closing) return close(text, at);
  if (state_ == State::quoted) {
    if (c == '"') {
      state_ = State::closing;
      return at + 1;
    }
    if (c != '\n' && c != '\r') return run(text, at);
    if (!isEndOfReturn) ++line_;
    isAfterReturn_ = c == '\r';
    isNeeded_ = true;
    text_ += c;
    return at + 1;
  }
  if (isEndOfReturn) return at + 1;
  if (state_ == State::start && c == '"') {
    openQuote();
  } else if (c == delimiter_) {
    endCell();
  } else if (c == '\n' || c == '\r') {
    endLine(c);
  } else {
    state_ = State::plain;
    return run(text, at);
  }
  return at + 1;
}

/// After a quote inside quotes: a second one is a quote, an end of the cell ends it; anything else
/// says that the quotes were part of the cell.
std::size_t RecordReader::close(Text text, std::size_t at) {
  const char c = text[at];
  if (c == '"') {
    text_ += c;
    isNeeded_ = true;
    state_ = State::quoted;
    return at + 1;
  }
  if (ends_[static_cast<unsigned char>(c)]) {
    if (isPasted_ && !isNeeded_) keepQuotes();
    state_ = State::plain;
    return at;
  }
  if (isNeeded_) {
    text_ += '"';
    state_ = State::quoted;
  } else {
    keepQuotes();
    state_ = State::plain;
  }
  return at;
}

void RecordReader::openQuote() {
  state_ = State::quoted;
  isNeeded_ = false;
  quoteLine_ = line_;
}

void RecordReader::keepQuotes() {
  text_.insert(cellStart_, 1, '"');
  text_ += '"';
}

void RecordReader::endCell() {
  if (cellEnds_.size() == kMostCells) return refuse(TableFault::cells);
  cellEnds_.push_back(text_.size());
  cellStart_ = text_.size();
  state_ = State::start;
}

void RecordReader::endLine(char mark) {
  endCell();
  if (fault_ == TableFault::none) endRecord();
  isAfterReturn_ = mark == '\r';
  recordLine_ = ++line_;
}

void RecordReader::endRecord() {
  record_.line = recordLine_;
  record_.cells.clear();
  std::size_t from = 0;
  for (const std::size_t end : cellEnds_) {
    record_.cells.push_back(Text(text_).substr(from, end - from));
    from = end;
  }
  taker_.take(record_);
  taker_.settle();
  text_.clear();
  cellEnds_.clear();
  cellStart_ = 0;
}

void RecordReader::refuse(TableFault fault) {
  fault_ = fault;
  faultLine_ = fault == TableFault::quote ? quoteLine_ : recordLine_;
}

// TableReader

bool TableReader::feed(Text bytes) {
  if (fault_ != TableFault::none) return false;
  bytes_ += bytes.size();
  if (bytes_ > kMostTableBytes) return refuse(TableFault::bytes, 0);
  decoder_.feed(bytes, text_);
  if (reader_.empty() && text_.size() < kHead) return true;
  return read();
}

bool TableReader::finish() {
  if (fault_ != TableFault::none) return false;
  decoder_.finish(text_);
  if (!read()) return false;
  if (reader_.front().finish()) return true;
  return refuse(reader_.front().fault(), reader_.front().faultLine());
}

bool TableReader::read() {
  if (reader_.empty()) decide();
  const bool isWell = reader_.front().feed(text_);
  text_.clear();
  return isWell || refuse(reader_.front().fault(), reader_.front().faultLine());
}

void TableReader::takeStatedDelimiter() {
  constexpr Text kStated = "sep=";
  const std::size_t end = text_.find_first_of("\r\n");
  if (!text_.starts_with(kStated) || end != kStated.size() + 1) return;
  delimiter_ = text_[kStated.size()];
  isStated_ = true;
  text_.erase(0, text_.compare(end, 2, "\r\n") == 0 ? end + 2 : end + 1);
}

void TableReader::decide() {
  takeStatedDelimiter();
  if (!isStated_) {
    Trial best(taker_);
    const Text head = Text(text_).substr(0, kHead);
    for (const char candidate : {'\t', ';', ',', '|'}) {
      Trial trial(taker_);
      RecordReader reader(trial, candidate, isPasted_);
      if (reader.feed(head)) reader.finish();
      if (reader.fault() == TableFault::cells) trial.takeTooWide();
      if (!trial.isBetterThan(best)) continue;
      best = trial;
      delimiter_ = candidate;
    }
  }
  reader_.emplace_back(taker_, delimiter_, isPasted_, isStated_ ? 2 : 1);
}

bool TableReader::refuse(TableFault fault, std::size_t line) {
  fault_ = fault;
  faultLine_ = line;
  return false;
}

}  // namespace roi
