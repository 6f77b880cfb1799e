#pragma once
// A table of channels that somebody plans, pasted: what its columns mean, how its numbers are
// written, which of its rows are sums, and what each cell holds as it would be typed into a field.
// Where an export (platform.h) is added up, rows stay rows here, a figure may be a range, and
// columns are what a plan knows of a channel. What the table leaves in doubt is asked; an answer is
// given to a second reading of the same text.
// core/docs/decisions/0019-reading-tables.md

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "roi/cell.h"
#include "roi/error.h"
#include "roi/plan_headings.h"
#include "roi/read_number.h"
#include "roi/table.h"

namespace roi {

inline constexpr std::size_t kMostPlanRows = 1000;  ///< as many channels as a plan has
inline constexpr std::size_t kMostPlanColumns = 60;
inline constexpr std::size_t kMostLinesAbove = 15;  ///< of what stands above the headings

/// What whoever pasted the table has said so far: what a column means, a cell typed anew (by its
/// row's place), and an answer to a doubt.
struct PlanColumnTold {
  std::size_t column = 0;
  PlanMeaning meaning = PlanMeaning::skip;
};
struct PlanCellTyped {
  std::size_t row = 0, column = 0;
  std::string text;
};
struct PlanAnswer {
  std::string key, answer;
};

/// What a text is read with.
struct PlanTableReading {
  NumberMarks marks;            ///< the page's, with the names of the plan's currency
  std::string currency;         ///< the plan's, as its code
  std::optional<Mark> decimal;  ///< how numbers are told to be written
  std::vector<PlanColumnTold> columns = {};
  std::vector<PlanCellTyped> cells = {};
  std::vector<PlanAnswer> answers = {};
};

/// Why there are no rows.
enum class PlanTableFault : std::uint8_t {
  none,
  empty,
  rows,     ///< more than kMostPlanRows
  columns,  ///< more than kMostPlanColumns
  size,     ///< a record or the whole is too long
  quote     ///< opens and is never closed
};
std::string_view text(PlanTableFault fault);

struct PlanCell {
  std::size_t column = 0;
  std::optional<Outcome<TypedNumber>> figure = {};  ///< nothing of a name
};

struct PlanRow {
  std::size_t row = 0;             ///< its place among the rows, those that are left out included
  std::vector<std::string> texts;  ///< by column, with what was typed anew
  std::vector<PlanCell> cells;     ///< of columns that mean something, where something stands
};

/// Must be answered before the table is taken over.
struct PlanDoubt {
  enum class About : std::uint8_t {
    rivals,     ///< columns that may each be the meaning; answer: the column
    budget,     ///< names: headings of what may have been planned, not spent; answer: keep
    guessed,    ///< no heading is known; answer: keep
    marks,      ///< names: a number; readings: without its mark, and with it as decimal mark;
                ///< answers: groups, decimals
    sums,       ///< names: of rows that look like sums of others; answers: leave, keep
    twice,      ///< names: of which several rows have each; answer: keep
    fractions,  ///< names: a heading of rates; readings: one of them as a share of 1, and as
                ///< percent; answers: shares, percents
    currency    ///< names: another currency than the plan's; answer: keep
  };

  About about = About::rivals;
  std::string key = {};  ///< another table's doubt has another
  std::vector<std::string> names = {};
  std::vector<std::size_t> columns = {};
  std::optional<PlanMeaning> meaning = {};
  std::optional<std::array<double, 2>> readings = {};
};
std::string_view text(PlanDoubt::About about);

struct PlanTable {
  struct Column {
    std::string heading;
    PlanMeaning meaning = PlanMeaning::skip;
  };

  PlanTableFault fault = PlanTableFault::none;
  std::size_t faultLine = 0;  ///< 0: none in particular
  std::vector<Column> columns;
  std::vector<PlanRow> rows;
  std::vector<std::string> sums;  ///< names of rows that call themselves sums, and are left out
  Mark decimal = Mark::point;     ///< how its numbers are written
  std::vector<PlanDoubt> doubts;
};

/// text: bytes as table.h takes them. Figures are read by readNumber, by one decimal mark for the
/// whole table: the one that is told; else the only one that cells prove (cell.h); else the page's,
/// and it is asked where a cell would differ.
PlanTable readPlanTable(std::string_view text, const PlanTableReading& reading);

}  // namespace roi
