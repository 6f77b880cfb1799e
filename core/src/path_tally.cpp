#include "roi/path_tally.h"

#include "roi/headings.h"

namespace roi {
namespace {

constexpr std::size_t kMostWaiting = 32;

/// Most of them are nought.
void addTo(PathCounts& counts, const PathCounts& more) {
  if (!more.conversions.isZero()) counts.conversions += more.conversions;
  if (!more.value.isZero()) counts.value += more.value;
  if (!more.nulls.isZero()) counts.nulls += more.nulls;
}

}  // namespace

void PathTally::add(std::string_view path, std::size_t line, const CountsByMark* counts) {
  if (counts) waitingCounts_.push_back(*counts);
  wait(path, {line, counts ? waitingCounts_.size() : 0, false});
}

void PathTally::addWrong(std::string_view path, std::size_t line) { wait(path, {line, 0, true}); }

void PathTally::wait(std::string_view path, const Row& row) {
  paths_.push_back(path);
  waiting_.push_back(row);
  if (waiting_.size() == kMostWaiting) settle();
}

void PathTally::settle() {
  texts_.of(paths_, found_);
  for (std::size_t i = 0; i < waiting_.size() && result_.fault == PathFault::none; ++i) {
    if (found_[i] == size()) meet(paths_[i], waiting_[i].line);
    if (found_[i] < size()) add(found_[i], waiting_[i]);
  }
  waiting_.clear();
  paths_.clear();
  waitingCounts_.clear();
}

/// A path that is new.
void PathTally::meet(std::string_view path, std::size_t line) {
  const bool isTooMuch = size() == kMostPaths || texts_.bytes() > kMostPathBytes;
  if (isTooMuch) {
    result_.fault = PathFault::paths;
    result_.faultLine = line;
    return;
  }
  totals_.push_back(isTotalLabel(path));
  lost_.push_back(0);
  counts_[0].emplace_back();
  if (areParted_) counts_[1].emplace_back();
  for (std::size_t i = 0; i < separators_.size() && !separators_[i]; ++i)
    separators_[i] = path.find(kPathSeparators[i]) != std::string_view::npos;
}

void PathTally::add(std::size_t path, const Row& row) {
  if (totals_[path]) return leaveOut(PathLeftOut::total, row.line);
  if (row.isWrong) return leaveOut(PathLeftOut::number, row.line);
  ++result_.rows;
  const CountsByMark* counts = row.counts > 0 ? &waitingCounts_[row.counts - 1] : nullptr;
  const bool isLost = !counts || (*counts)[0].conversions.isZero();
  lost_[path] += isLost && isLostCounted_;
  if (!counts) return;
  for (std::size_t mark = 0; mark < (areParted_ ? 2U : 1U); ++mark)
    addTo(counts_[mark][path], (*counts)[mark]);
}

void PathTally::leaveOut(PathLeftOut why, std::size_t line) {
  LeftOutRows& rows = result_.leftOut[static_cast<std::size_t>(why)];
  if (rows.rows++ == 0) rows.line = line;
}

void PathTally::partMarks() {
  areParted_ = true;
  counts_[1] = counts_[0];
}

PathCounts PathTally::counts(std::size_t index, Mark mark) const {
  PathCounts counts = counts_[areParted_ ? static_cast<std::size_t>(mark) : 0][index];
  Amount lost;
  lost.whole = lost_[index];
  counts.nulls += lost;
  return counts;
}

std::string_view PathTally::separator() const {
  for (std::size_t i = 0; i < separators_.size(); ++i) {
    if (separators_[i]) return kPathSeparators[i];
  }
  return {};
}

}  // namespace roi
