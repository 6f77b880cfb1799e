#pragma once
// What the cells of an export hold: exact amounts, and dates. A cell alone does not always say what
// it is ("1.234", "6/9/2026"): it is read in every way that is possible, and the file decides.
// core/docs/decisions/0019-reading-tables.md

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace roi {

/// A decimal number, exact to 15 places: sums of it do not depend on their order. Cells have at
/// most 13 digits before the mark; beyond 9.2e18 in size a sum wraps around.
struct Amount {
  static constexpr std::int64_t kOne = 1'000'000'000'000'000;

  std::int64_t whole = 0;  ///< rounded down
  std::int64_t parts = 0;  ///< of kOne, from 0

  Amount& operator+=(const Amount& other);
  Amount& operator-=(const Amount& other);
  friend bool operator==(const Amount&, const Amount&) = default;

  bool isZero() const { return whole == 0 && parts == 0; }
  double value() const;      ///< the nearest double
  std::string text() const;  ///< "-1234.5"
};

/// The two ways of writing decimals.
enum class Mark : std::uint8_t { point, comma };

struct CellNumber {
  enum class Kind : std::uint8_t {
    unknown,  ///< empty, or a sign for it: "--", "n/a", "(not set)"
    number,
    bound,  ///< "< 10", "> 90 %": not known
    words
  };

  Kind kind = Kind::unknown;
  Amount point;              ///< read with a point as decimal mark
  Amount comma;              ///< with a comma; the same where only one way is possible
  bool isAmbiguous = false;  ///< both are possible, and differ
  std::optional<Mark>
      says;  ///< the mark it proves; of an ambiguous one, the mark that makes it whole
  bool isPercent = false;
  bool isRounded = false;  ///< to thousands or millions, or tenths of them: "12.5K"
  std::string_view
      currency;  ///< a code, a sign or a name that stands beside the number; else empty
};

/// "1 234,56 €", "CA$0.00", "[1.23]", "(200.00)" (a negative), "$ -" (nought), "9 (0.5%)" (9),
/// "Page vue : 1,00" (1), "1,2 k" (1200), "3M". Of more than 15 digits 15 are kept, for the rest is
/// what a double adds; more than 13 before the mark is an identifier, and so words, as are powers
/// of ten above 12.
CellNumber readCell(std::string_view cell);

/// A code for a currency's sign or name where it stands for one only ("€": "EUR"); codes and signs
/// of several ("$") stay.
std::string_view currencyOf(std::string_view sign);

/// One of ISO 4217's, in capitals.
bool isCurrencyCode(std::string_view word);
/// "$", "¥", "kr".
bool isSharedSign(std::string_view sign);
/// Whether a sign that several share may stand for this one of them: "$" for CAD, not for EUR.
bool isSignOf(std::string_view sign, std::string_view code);

/// A date as it is written.
struct CellDate {
  enum class Form : std::uint8_t {
    none,
    day,        ///< year, first the month, second the day
    undecided,  ///< year, and month and day in the order they are written
    week,       ///< ISO 8601's year, first its week
    month,      ///< year, first the month
    serial,     ///< first: a day as spreadsheets count them, from 30 December 1899
    nth,        ///< first: a number of days from the beginning of the period
    nthWeek,    ///< first: a number of weeks
    nthMonth    ///< first: a number of calendar months
  };

  Form form = Form::none;
  int year = 0;
  int first = 0;
  int second = 0;

  friend bool operator==(const CellDate&, const CellDate&) = default;
  friend bool operator<(const CellDate& a, const CellDate& b);  ///< some order
};

enum class DateOrder : std::uint8_t { monthFirst, dayFirst };

/// Every date in a text, in the order they stand: "20260801-20260831", "1 août 2026", "9/1/2026",
/// "2026-W05".
/// Times are left out. Names of months in English, French, German, Spanish, Portuguese, Italian and
/// Dutch.
std::vector<CellDate> datesIn(std::string_view text);

/// Of a cell: the first, a month ("202608"), or the day a number alone ("0030", "46266") counts to:
/// as spreadsheets do from 36526, 2000-01-01, to 73050, 2099-12-31.
CellDate dateOf(std::string_view cell);

/// The order a date proves: one of its numbers is above 12, or points part it (as only those write
/// who put the day first).
std::optional<DateOrder> orderOf(const CellDate& date);

/// Days since 1970-01-01: of a week its Monday, of a month its first; nothing for what is not in
/// the calendar. first: the period's first day, which is counted from, where it is known.
std::optional<std::int32_t> dayNumber(const CellDate& date, DateOrder order,
                                      std::optional<std::int32_t> first = {});

/// "2026-08-01"
std::string isoDay(std::int32_t day);
std::int32_t weekOf(std::int32_t day);       ///< its Monday
std::int32_t monthOf(std::int32_t day);      ///< its first day
std::int32_t monthNumber(std::int32_t day);  ///< months since January 1970

}  // namespace roi
