#pragma once
// Reads a table out of bytes as they come: CSV and its kin, in whatever encoding and with whatever
// mark between cells. Bytes become text, text becomes records, each handed on at once and not
// kept. However the bytes are cut into pieces, what comes out is the same.
// core/docs/decisions/0019-reading-tables.md

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace roi {

// Limits: what is longer is refused, never cut.
inline constexpr std::size_t kMostTableBytes = std::size_t{128} << 20;
inline constexpr std::size_t kMostCells = 2000;  ///< of one record
inline constexpr std::size_t kMostRecordBytes = std::size_t{256}
                                                << 10;  ///< of one record, as UTF-8

/// Why bytes are no table. text(fault) is its code on the wire.
enum class TableFault : std::uint8_t { none, bytes, cells, record, quote };
std::string_view text(TableFault fault);

enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, windows1252 };
std::string_view text(Encoding encoding);

/// Turns bytes into well-formed UTF-8. UTF-16 is told by its mark or by where its zeros stand;
/// anything else is UTF-8 until the first character that is not, if that is the first beyond ASCII:
/// then Windows-1252, as browsers read it. What no encoding explains becomes U+FFFD.
class Decoder {
 public:
  /// Appends to text what these bytes complete.
  void feed(std::string_view bytes, std::string& text);
  void finish(std::string& text);

  Encoding encoding() const { return encoding_; }
  bool hasMark() const { return hasMark_; }               ///< a byte order mark stood first
  std::size_t unreadable() const { return unreadable_; }  ///< how many U+FFFD were put in

 private:
  void tell();
  void decode(std::string_view bytes, std::string& text);
  std::size_t decodeUtf8(std::string_view bytes, std::string& text);
  std::size_t decodeUtf16(std::string_view bytes, std::string& text);
  void replace(std::string& text);

  std::string held_;  ///< bytes before the encoding is told, then those of a character cut in two
  bool isTold_ = false;
  bool isLast_ = false;
  bool hasMark_ = false;
  bool isUtf8Seen_ = false;  ///< a character beyond ASCII was UTF-8
  Encoding encoding_ = Encoding::utf8;
  std::size_t unreadable_ = 0;
};

struct Record {
  std::size_t line = 0;                 ///< the physical line it begins on, from 1
  std::vector<std::string_view> cells;  ///< their texts are valid until what was taken is settled
};

/// Whoever wants the records of a table.
class RecordTaker {
 public:
  virtual void take(const Record& record) = 0;
  /// The texts of all that was taken are about to go.
  virtual void settle() {}
  /// Whether a cell is the name of a column it looks for; tells one delimiter from another.
  virtual bool knows(std::string_view cell) const = 0;

 protected:
  ~RecordTaker() = default;
};

/// Cuts text into records and cells. A cell may stand in quotes, inside which a quote is doubled;
/// quotes that do not enclose a whole cell are part of it, and so are those of a pasted
/// spreadsheet's cell that holds nothing a quote is needed for. Lines end with LF, CRLF or CR.
class RecordReader {
 public:
  RecordReader(RecordTaker& taker, char delimiter, bool isPasted = false, std::size_t line = 1);

  /// Says whether all is well so far; see fault().
  bool feed(std::string_view text);
  bool finish();

  TableFault fault() const { return fault_; }
  std::size_t faultLine() const { return faultLine_; }  ///< where a quote opened, a record began

 private:
  enum class State : std::uint8_t { start, plain, quoted, closing };

  std::size_t whole(std::string_view text, std::size_t at);
  std::size_t run(std::string_view text, std::size_t at);
  std::size_t step(std::string_view text, std::size_t at);
  std::size_t close(std::string_view text, std::size_t at);
  void openQuote();
  void keepQuotes();
  void endCell();
  void endLine(char mark);
  void endRecord();
  void refuse(TableFault fault);

  RecordTaker& taker_;
  bool isPasted_;
  std::array<bool, 256> ends_{};  ///< what may end a run of plain text
  char delimiter_;
  State state_ = State::start;
  bool isAfterReturn_ = false;  ///< a line feed that comes now belongs to the line end before it
  bool isNeeded_ = false;       ///< the quotes of this cell enclose what needs them
  std::string text_;            ///< of the record's cells, one after the other
  std::vector<std::size_t> cellEnds_;
  std::size_t cellStart_ = 0;
  std::size_t line_;
  std::size_t recordLine_;
  std::size_t quoteLine_ = 0;
  Record record_;
  TableFault fault_ = TableFault::none;
  std::size_t faultLine_ = 0;
};

/// Bytes in, records out. The delimiter is the one a first line "sep=;" states; else the one of
/// tab, semicolon, comma and bar under which most names the taker knows stand in one record, then
/// the one under which most records are equally wide.
class TableReader {
 public:
  explicit TableReader(RecordTaker& taker, bool isPasted = false)
      : taker_(taker), isPasted_(isPasted) {}

  /// Says whether all is well so far; after a fault nothing more is read.
  bool feed(std::string_view bytes);
  bool finish();

  TableFault fault() const { return fault_; }
  std::size_t faultLine() const { return faultLine_; }
  const Decoder& decoder() const { return decoder_; }
  char delimiter() const { return delimiter_; }
  bool isDelimiterStated() const { return isStated_; }

 private:
  bool read();
  void takeStatedDelimiter();
  void decide();
  bool refuse(TableFault fault, std::size_t line);

  RecordTaker& taker_;
  bool isPasted_;
  Decoder decoder_;
  std::string text_;  ///< until the delimiter is decided, the table's beginning
  std::size_t bytes_ = 0;
  char delimiter_ = ',';
  bool isStated_ = false;
  std::vector<RecordReader> reader_;  ///< one, once the delimiter is decided
  TableFault fault_ = TableFault::none;
  std::size_t faultLine_ = 0;
};

}  // namespace roi
