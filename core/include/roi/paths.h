#pragma once
// Reads conversion paths: aggregated ("A > B", so many conversions, so many without), one journey a
// row, or one touch a row. Alike paths are counted together while they are read, so that memory is
// bounded by how many differ. However the bytes are cut into pieces, what comes out is the same.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "roi/attribution.h"
#include "roi/cell.h"
#include "roi/table.h"

namespace roi {

// Limits: what is more is refused, never left out. Of channels: kMostPathChannels.
inline constexpr std::size_t kMostPaths = 500'000;  ///< that differ; and people, of touches
inline constexpr std::size_t kMostPathBytes = std::size_t{64} << 20;  ///< of those paths or people
inline constexpr std::size_t kMostTouches = 4'000'000;  ///< rows, where each is one touch

/// What a column may hold: enumerator (its id on the wire).
#define ROI_PATH_MEANINGS(X)                                            \
  X(path)        /* channels in the order they were touched, "A > B" */ \
  X(person)      /* who was touched */                                  \
  X(time)        /* when */                                             \
  X(channel)     /* by what */                                          \
  X(conversions) /* how many, or whether */                             \
  X(value)       /* of those conversions together */                    \
  X(nulls)       /* journeys without conversion */

enum class PathMeaning : std::uint8_t {
#define ROI_PATH_MEANING(id) id,
  ROI_PATH_MEANINGS(ROI_PATH_MEANING)
#undef ROI_PATH_MEANING
};
#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kPathMeanings = 0 ROI_PATH_MEANINGS(ROI_ONE);
#undef ROI_ONE
std::string_view text(PathMeaning meaning);

enum class PathForm : std::uint8_t {
  paths,    ///< a row is a path, or one journey
  touches,  ///< a row is a touch, or a conversion, of a person
};
std::string_view text(PathForm form);

/// Why a table gives no paths. The faults of tables are table.h's.
enum class PathFault : std::uint8_t {
  none,
  headings,     ///< no row names a path, or a person and a channel; the columns may be chosen
  conversions,  ///< of touches: no column says who converted
  empty,        ///< no row can be used
  channels,     ///< more than kMostPathChannels
  paths,        ///< more than kMostPaths, or kMostPathBytes
  touches       ///< more than kMostTouches
};
std::string_view text(PathFault fault);

/// Rows that are left out, and why.
enum class PathLeftOut : std::uint8_t {
  noPath,  ///< no channel stands there, nor a conversion
  noPerson,
  noTime,    ///< no date
  number,    ///< words, a bound or a negative number where a count should be
  total,     ///< it says that it is one
  untouched  ///< a conversion before which there was no touch
};
inline constexpr std::size_t kPathLeftOut = 6;
std::string_view text(PathLeftOut why);

struct LeftOutRows {
  std::size_t rows = 0;
  std::size_t line = 0;  ///< of the first; of a conversion without touch 0
};

/// Answers, and columns chosen by hand.
struct PathAnswers {
  std::optional<Mark> decimal;
  std::optional<DateOrder> dateOrder;
  std::vector<std::pair<std::size_t, PathMeaning>> columns;  ///< from 0; instead of what is found
};

/// Takes an answer as the command line and the page give it: "decimal" ("." or ","), "dates"
/// ("DMY", "MDY"), "column" ("3=path", from 1). Says whether there is such a question, and such an
/// answer to it; else nothing changes.
bool take(PathAnswers& answers, std::string_view question, std::string_view answer);

struct PathReading {
  struct Column {
    std::string heading;
    std::optional<PathMeaning> meaning;
  };

  TableFault tableFault = TableFault::none;
  PathFault fault = PathFault::none;
  std::size_t faultLine = 0;  ///< 0: the whole file

  PathForm form = PathForm::paths;
  std::vector<Column> columns;         ///< of the first row, where no row names any
  std::optional<Mark> decimal;         ///< nothing: no cell has one
  std::optional<DateOrder> dateOrder;  ///< nothing: every date says itself what it is
  std::string unsureNumber;            ///< a cell that reads both ways, and no other decides
  std::string unsureDate;              ///< the same of a day and a month
  std::size_t rows = 0;                ///< that were used
  std::size_t paths = 0;               ///< that differ; of touches, journeys
  bool isEachConverted = false;        ///< no column says who converted: every row is a conversion
  bool isByDays = false;               ///< time decay is by days, else by steps
  std::array<LeftOutRows, kPathLeftOut> leftOut{};

  std::vector<std::string> names;  ///< by conversions of the last touch, then by name
  Attributed attributed;
};

/// Reads one file: feed, end, advance until all is done, finish.
class PathReader {
 public:
  explicit PathReader(PathAnswers answers = {}, bool isPasted = false);
  ~PathReader();
  PathReader(const PathReader&) = delete;
  PathReader& operator=(const PathReader&) = delete;

  /// Says whether it makes sense to go on; what is wrong is told by finish().
  bool feed(std::string_view bytes);
  /// After the last byte.
  void end();
  /// Works out about so many touches more; says whether there are others.
  bool advance(std::size_t touches);
  /// Works out what is left.
  PathReading finish();

 private:
  class Rows;
  std::unique_ptr<Rows> rows_;
  TableReader table_;
};

}  // namespace roi
