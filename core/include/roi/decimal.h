#pragma once
// A number in decimal notation, and the double nearest to it.

#include <string>
#include <string_view>

namespace roi {

/// digits times ten to the exponent. digits: no leading zeros; empty is nought.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

/// The nearest double, ties to even: exact integers, so the same bits everywhere. Infinite where it
/// is too large.
double nearest(const Decimal& decimal);

/// The same of a number as JSON writes them: "-1.5e3".
double nearest(std::string_view number);

inline constexpr std::size_t kMostDigits = 400;

/// How many digits stand before the decimal mark; 0 or fewer for a number below 1.
int magnitude(const Decimal& decimal);

/// "-1234.5": without an exponent, trailing zeros after the mark, or grouping.
std::string plain(const Decimal& decimal, bool negative = false);

}  // namespace roi
