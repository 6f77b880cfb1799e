#include "roi/decimal.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace roi {
namespace {

constexpr int kSmallestMagnitude = -290;

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

}  // namespace

/// The quotient of two whole numbers, its leading 64 bits one after the other. What is left below
/// them only tells whether a tie is one, so it becomes the last bit; the conversion rounds once.
double nearest(const Decimal& decimal) {
  if (decimal.digits.empty() || magnitude(decimal) < kSmallestMagnitude) return 0;
  Whole left;
  for (const char c : decimal.digits) multiply(left, 10, static_cast<std::uint32_t>(c - '0'));
  Whole divisor = {1};
  for (int i = 0; i < decimal.exponent; ++i) multiply(left, 10);
  for (int i = decimal.exponent; i < 0; ++i) multiply(divisor, 10);

  double scale = 1;
  while (isLess(left, divisor)) {
    multiply(left, 2);
    scale /= 2;
  }
  for (Whole twice = divisor; multiply(twice, 2), !isLess(left, twice); divisor = twice) scale *= 2;

  std::uint64_t bits = 0;
  for (int i = 0; i < 64; ++i) {
    const bool bit = !isLess(left, divisor);
    if (bit) subtract(left, divisor);
    multiply(left, 2);
    bits = bits << 1 | static_cast<std::uint64_t>(bit);
  }
  if (!left.empty()) bits |= 1;
  constexpr double kTwoTo63 = 9223372036854775808.0;
  return static_cast<double>(bits) / kTwoTo63 * scale;
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
