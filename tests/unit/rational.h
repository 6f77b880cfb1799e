#pragma once
// An exact fraction, to hold the model against arithmetic without rounding. What does not fit into
// 127 bits is lost: neither equal to nor less than anything, and NaN as a double.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

namespace roi::test {

class Rational {
 public:
  __extension__ typedef __int128 Int;

  Rational() = default;
  /// The decimal a double was typed as: the shortest one that reads back as it.
  explicit Rational(double typed) { *this = ofDecimal(shortest(typed)); }
  static Rational of(long long n, long long d = 1) { return reduced(n, d); }

  bool lost() const { return d_ == 0; }
  double number() const {
    if (lost()) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(n_) / static_cast<double>(d_);
  }

  friend Rational operator+(const Rational& a, const Rational& b) { return joined(a, b, 1); }
  friend Rational operator-(const Rational& a, const Rational& b) { return joined(a, b, -1); }
  friend Rational operator*(const Rational& a, const Rational& b) {
    if (a.lost() || b.lost()) return loss();
    const Int x = gcd(a.n_, b.d_);
    const Int y = gcd(b.n_, a.d_);
    Int n = 0;
    Int d = 0;
    if (!times(a.n_ / x, b.n_ / y, n) || !times(a.d_ / y, b.d_ / x, d)) return loss();
    return made(n, d);
  }
  friend Rational operator/(const Rational& a, const Rational& b) {
    if (a.lost() || b.lost() || b.n_ == 0) return loss();
    return a * (b.n_ < 0 ? made(-b.d_, -b.n_) : made(b.d_, b.n_));
  }
  /// Only what is a fraction whatever the base.
  friend Rational power(const Rational& base, const Rational& exponent) {
    if (exponent == of(0)) return of(1);
    return exponent == of(1) ? base : loss();
  }
  friend bool operator==(const Rational& a, const Rational& b) {
    return !a.lost() && a.n_ == b.n_ && a.d_ == b.d_;
  }
  friend bool operator<(const Rational& a, const Rational& b) {
    const Rational difference = b - a;
    return !difference.lost() && difference.n_ > 0;
  }
  friend std::ostream& operator<<(std::ostream& out, const Rational& r) {
    if (r.lost()) return out << "lost";
    return out << digits(r.n_) << '/' << digits(r.d_);
  }

 private:
  static Rational made(Int n, Int d) {
    Rational r;
    r.n_ = n;
    r.d_ = d;
    return r;
  }
  static Rational loss() { return made(0, 0); }

  static Rational reduced(Int n, Int d) {
    const Int common = gcd(n, d);
    return d < 0 ? made(-n / common, -d / common) : made(n / common, d / common);
  }

  static Rational joined(const Rational& a, const Rational& b, Int sign) {
    if (a.lost() || b.lost()) return loss();
    const Int common = gcd(a.d_, b.d_);
    Int left = 0;
    Int right = 0;
    Int d = 0;
    const bool fits = times(a.n_, b.d_ / common, left) && times(b.n_, a.d_ / common, right) &&
                      times(a.d_, b.d_ / common, d);
    constexpr Int kHalf = kMost / 2;
    if (!fits || left > kHalf || left < -kHalf || right > kHalf || right < -kHalf) return loss();
    return reduced(left + sign * right, d);
  }

  static Int size(Int a) { return a < 0 ? -a : a; }

  static Int gcd(Int a, Int b) {
    a = size(a);
    b = size(b);
    while (b != 0) {
      const Int rest = a % b;
      a = b;
      b = rest;
    }
    return a == 0 ? 1 : a;
  }

  static bool times(Int a, Int b, Int& product) {
    if (a != 0 && size(b) > kMost / size(a)) return false;
    product = a * b;
    return true;
  }

  static std::string shortest(double typed) {
    char text[40];
    for (int precision = 0; precision < 17; ++precision) {
      std::snprintf(text, sizeof text, "%.*e", precision, typed);
      if (std::strtod(text, nullptr) == typed) break;
    }
    return text;
  }

  static Rational ofDecimal(const std::string& text) {
    const std::size_t mark = text.find('e');
    int exponent = std::atoi(text.c_str() + mark + 1);
    Int n = 0;
    bool fraction = false;
    for (const char c : text.substr(0, mark)) {
      fraction = fraction || c == '.';
      if (c < '0' || c > '9') continue;
      n = n * 10 + (c - '0');
      if (fraction) --exponent;
    }
    if (text.front() == '-') n = -n;
    const Rational ten = of(10);
    Rational r = made(n, 1);
    for (; exponent > 0; --exponent) r = r * ten;
    for (; exponent < 0; ++exponent) r = r / ten;
    return r;
  }

  static std::string digits(Int n) {
    std::string text;
    for (Int rest = size(n); rest > 0 || text.empty(); rest /= 10) {
      text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    }
    return n < 0 ? "-" + text : text;
  }

  static constexpr Int kMost = (static_cast<Int>(1) << 126) - 1 + (static_cast<Int>(1) << 126);

  Int n_ = 0;
  Int d_ = 1;
};

}  // namespace roi::test
