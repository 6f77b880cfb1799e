#pragma once
// A number in decimal notation, and the double nearest to it.

#include <string>

namespace roi {

/// digits times ten to the exponent. digits: no leading zeros; empty is nought.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

/// The nearest double, ties to even: exact integers, so the same bits everywhere. What is too small
/// for 1e-290 is nought. Requires fewer than kMostDigits digits and a number below 1e30.
double nearest(const Decimal& decimal);

inline constexpr std::size_t kMostDigits = 400;

/// How many digits stand before the decimal mark; 0 or fewer for a number below 1.
int magnitude(const Decimal& decimal);

/// "-1234.5": without an exponent, trailing zeros after the mark, or grouping.
std::string plain(const Decimal& decimal, bool negative = false);

}  // namespace roi
