#pragma once
// A pasted table of what regions sold day by day, as spreadsheets and analytics lay it out: a
// column for each region, a row for each region, or a row for each region and day.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "roi/cell.h"
#include "roi/table.h"

namespace roi {

struct GeoRegion {
  std::string name;
  std::vector<double> sold;  ///< by day
};

/// Why a region cannot be part of a test.
struct GeoLeftOut {
  enum class Why : std::uint8_t {
    gaps,     ///< a day holds no number, or one below 0
    nothing,  ///< sold in the first kLeastDaysBefore days
    total     ///< of other regions, by its name
  };
  std::string name;
  Why why = Why::gaps;
};
std::string_view text(GeoLeftOut::Why why);

struct GeoTable {
  std::vector<std::string>
      days;  ///< YYYY-MM-DD where every day says which it is, and then in order
  std::vector<GeoRegion> regions;
  std::vector<GeoLeftOut> leftOut;
  std::size_t repeated = 0;  ///< cells added to one of the same region and day
  TableFault fault = TableFault::none;
  /// A number that reads two ways where none says how decimals are written: none is read then.
  std::optional<std::string> ambiguous;
};

/// decimal: how numbers are written, where it was asked. Several cells of one region and day add
/// up, and are counted: they may be parts of it, or the same pasted twice. Of rows that are called
/// by days, those that are not, totals, are left out. Rows and columns beyond kMostGeoDays and
/// kMostGeoRegions are too many (TableFault::cells).
GeoTable readGeoTable(std::string_view text, std::optional<Mark> decimal);

}  // namespace roi
