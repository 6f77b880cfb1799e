#include "roi/decimal.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

namespace roi {
namespace {

/// Below and above stands no double.
constexpr int kSmallestMagnitude = -330;
constexpr int kLargestMagnitude = 310;

/// The middle of two doubles has fewer digits: of more, only whether they are all zeros matters.
constexpr std::size_t kEnoughDigits = 800;
/// Far beyond any double's, whatever digits stand before it.
constexpr int kMostExponent = 10'000'000;

/// Numbers below 10^15 and powers of ten up to the 22nd are doubles.
constexpr std::size_t kExactDigits = 15;
constexpr int kExactPower = 22;

constexpr int kLeadingBits = 64;
constexpr std::uint64_t kTwoTo63 = std::uint64_t{1} << 63;
/// Of the powers of two that are doubles with all their digits; below, doubles lose digits.
constexpr int kSmallestPower = -1022;
constexpr int kLargestPower = 1023;

/// A whole number without limit, the lowest 32 bits first, no zeros on top.
using Whole = std::vector<std::uint32_t>;

/// whole * factor + more.
void multiply(Whole& whole, std::uint32_t factor, std::uint32_t more = 0) {
  std::uint64_t carry = more;
  for (std::uint32_t& limb : whole) {
    carry += static_cast<std::uint64_t>(limb) * factor;
    limb = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
  if (carry) whole.push_back(static_cast<std::uint32_t>(carry));
}

bool isLess(const Whole& a, const Whole& b) {
  if (a.size() != b.size()) return a.size() < b.size();
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

/// a - b, where b is not more.
void subtract(Whole& a, const Whole& b) {
  std::int64_t borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    borrow += static_cast<std::int64_t>(a[i]) - (i < b.size() ? b[i] : 0);
    a[i] = static_cast<std::uint32_t>(borrow);
    borrow >>= 32;
  }
  while (!a.empty() && a.back() == 0) a.pop_back();
}

void raise(Whole& whole, int power) {
  for (; power >= 9; power -= 9) multiply(whole, 1'000'000'000);
  for (; power > 0; --power) multiply(whole, 10);
}

/// One operation on two exact numbers rounds once.
double quotientOfDoubles(const Decimal& decimal) {
  double value = 0;
  for (const char c : decimal.digits) value = value * 10 + (c - '0');
  double power = 1;
  for (int i = std::abs(decimal.exponent); i > 0; --i) power *= 10;
  return decimal.exponent < 0 ? value / power : value * power;
}

double powerOfTwo(int power) {
  double value = 1;
  for (int i = std::abs(power); i > 0; --i) value *= power < 0 ? 0.5 : 2;
  return value;
}

/// bits, of which the first stands for two to the power. The conversion rounds once: where doubles
/// lose digits, beside a bit above all of theirs.
double rounded(std::uint64_t bits, int power) {
  constexpr double kDivisor = kTwoTo63;
  if (power > kLargestPower) return std::numeric_limits<double>::infinity();
  if (power >= kSmallestPower) return static_cast<double>(bits) / kDivisor * powerOfTwo(power);
  return (static_cast<double>(bits + kTwoTo63) - kDivisor) / kDivisor * powerOfTwo(kSmallestPower);
}

/// The quotient of two whole numbers, its leading bits one after the other. What is left below them
/// only tells whether a tie is one, so it becomes the last bit.
double quotientOfWholes(const Decimal& decimal) {
  Whole left;
  for (const char c : decimal.digits) multiply(left, 10, static_cast<std::uint32_t>(c - '0'));
  Whole divisor = {1};
  raise(left, decimal.exponent);
  raise(divisor, -decimal.exponent);

  int power = 0;
  for (; isLess(left, divisor); --power) multiply(left, 2);
  for (Whole twice = divisor; multiply(twice, 2), !isLess(left, twice); divisor = twice) ++power;

  std::uint64_t bits = 0;
  for (int i = std::min(kLeadingBits, kLeadingBits + power - kSmallestPower); i > 0; --i) {
    const bool bit = !isLess(left, divisor);
    if (bit) subtract(left, divisor);
    multiply(left, 2);
    bits = bits << 1 | static_cast<std::uint64_t>(bit);
  }
  if (!left.empty()) bits |= 1;
  return rounded(bits, power);
}

void append(Decimal& decimal, char digit) {
  std::string& kept = decimal.digits;
  if (kept.empty() && digit == '0') return;
  if (kept.size() < kEnoughDigits) {
    kept += digit;
    return;
  }
  ++decimal.exponent;
  if (digit != '0' && kept.back() == '0') kept.back() = '1';
}

int exponentIn(std::string_view text) {
  const bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+')) text.remove_prefix(1);
  int exponent = 0;
  for (const char c : text) exponent = std::min(exponent * 10 + (c - '0'), kMostExponent);
  return isNegative ? -exponent : exponent;
}

}  // namespace

double nearest(const Decimal& decimal) {
  if (decimal.digits.empty() || magnitude(decimal) < kSmallestMagnitude) return 0;
  if (magnitude(decimal) > kLargestMagnitude) return std::numeric_limits<double>::infinity();
  const bool isShort =
      decimal.digits.size() <= kExactDigits && std::abs(decimal.exponent) <= kExactPower;
  return isShort ? quotientOfDoubles(decimal) : quotientOfWholes(decimal);
}

double nearest(std::string_view number) {
  const bool isNegative = number.starts_with('-');
  const std::size_t end = std::min(number.find_first_of("eE"), number.size());
  const std::size_t mark = std::min(number.find('.'), end);
  Decimal decimal;
  for (std::size_t i = isNegative; i < end; ++i) {
    if (i == mark) continue;
    append(decimal, number[i]);
    if (i > mark) --decimal.exponent;
  }
  if (end < number.size()) decimal.exponent += exponentIn(number.substr(end + 1));
  return isNegative ? -nearest(decimal) : nearest(decimal);
}

int magnitude(const Decimal& decimal) {
  return static_cast<int>(decimal.digits.size()) + decimal.exponent;
}

std::string plain(const Decimal& decimal, bool negative) {
  if (decimal.digits.empty()) return "0";
  std::string text = decimal.digits;
  if (decimal.exponent > 0) text.append(static_cast<std::size_t>(decimal.exponent), '0');
  if (decimal.exponent < 0) {
    const auto places = static_cast<std::size_t>(-decimal.exponent);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, ".");
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
  }
  return negative ? "-" + text : text;
}

}  // namespace roi
