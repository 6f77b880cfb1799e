#pragma once
// Rows of paths, added up by path. Apart from what else reads them, for it has to be fast: a few
// rows wait for each other, so that memory is waited for once for all of them.

#include <array>
#include <string_view>
#include <vector>

#include "roi/paths.h"
#include "roi/texts.h"

namespace roi {

/// What a row counts, as a point and as a comma for decimals have it.
using CountsByMark = std::array<PathCounts, 2>;

/// What parts the channels of a path. The first of them that any path of a file has parts them all.
inline constexpr std::array<std::string_view, 4> kPathSeparators = {">", "→", ";", ","};

class PathTally {
 public:
  /// Rows, and those that are left out, are counted in result, and refusals told there.
  explicit PathTally(PathReading& result) : result_(result) {}

  /// Whether a row without conversions is a journey.
  void countLost(bool isLostCounted) { isLostCounted_ = isLostCounted; }
  /// The path is read until settle(). counts: nothing of a row of noughts.
  void add(std::string_view path, std::size_t line, const CountsByMark* counts);
  /// A row whose numbers are wrong.
  void addWrong(std::string_view path, std::size_t line);
  void settle();
  /// From here on, both marks may read otherwise.
  void partMarks();

  std::size_t size() const { return lost_.size(); }
  std::string_view path(std::size_t index) const { return texts_[index]; }
  bool isTotal(std::size_t index) const { return totals_[index]; }
  PathCounts counts(std::size_t index, Mark mark) const;
  /// Nothing where no path has any.
  std::string_view separator() const;

 private:
  struct Row {
    std::size_t line = 0;
    std::size_t counts = 0;  ///< among those that wait, and 1; 0: all are nought
    bool isWrong = false;
  };

  void wait(std::string_view path, const Row& row);
  void meet(std::string_view path, std::size_t line);
  void add(std::size_t path, const Row& row);
  void leaveOut(PathLeftOut why, std::size_t line);

  PathReading& result_;
  bool isLostCounted_ = true;
  bool areParted_ = false;
  Texts texts_;
  std::vector<std::uint32_t> lost_;  ///< by path: rows that are a journey without conversion
  std::vector<bool> totals_;         ///< by path: it says that it is one
  std::array<std::vector<PathCounts>, 2> counts_;  ///< by Mark, by path
  std::array<bool, kPathSeparators.size()> separators_{};
  std::vector<Row> waiting_;
  std::vector<std::string_view> paths_;  ///< of those that wait
  std::vector<CountsByMark> waitingCounts_;
  std::vector<std::uint32_t> found_;
};

}  // namespace roi
