#pragma once
// A figure is a number, or the reason why there is none. Undefined is a value: only a quotient by
// zero and a missing input create it, and every operation passes on the first reason it meets.
// methodology.md, "Undefined".

#include <string>

#include "roi/elementary.h"
#include "roi/metric.h"

namespace roi {

struct Reason {
  enum class Kind : std::uint8_t { none, zero, missing };
  Kind kind = Kind::none;
  Metric id = Metric::impressions;  ///< what is zero or missing

  explicit operator bool() const { return kind != Kind::none; }
  bool operator==(const Reason&) const = default;
};

/// "zero:leads", "missing:closeRate"; empty for no reason.
std::string text(Reason reason);

/// T is double, or any exact field in tests.
template <class T = double>
struct Figure {
  T value{};
  Reason why{};

  bool defined() const { return !why; }
};

template <class T>
Figure<T> undefined(Reason::Kind kind, Metric id) {
  return {T{}, Reason{kind, id}};
}

template <class T>
Figure<T> operator+(const Figure<T>& a, const Figure<T>& b) {
  if (!a.defined()) return a;
  if (!b.defined()) return b;
  return {a.value + b.value, {}};
}

template <class T>
Figure<T> operator-(const Figure<T>& a, const Figure<T>& b) {
  if (!a.defined()) return a;
  if (!b.defined()) return b;
  return {a.value - b.value, {}};
}

template <class T>
Figure<T> operator*(const Figure<T>& a, const Figure<T>& b) {
  if (!a.defined()) return a;
  if (!b.defined()) return b;
  return {a.value * b.value, {}};
}

/// n / d; undefined with reason zero:<id> where d is zero. The only division there is.
template <class T>
Figure<T> quotient(const Figure<T>& n, const Figure<T>& d, Metric id) {
  if (!n.defined()) return n;
  if (!d.defined()) return d;
  if (d.value == T{}) return undefined<T>(Reason::Kind::zero, id);
  return {n.value / d.value, {}};
}

/// base^exponent of a base that is not negative.
template <class T>
Figure<T> power(const Figure<T>& base, const Figure<T>& exponent) {
  if (!base.defined()) return base;
  if (!exponent.defined()) return exponent;
  return {power(base.value, exponent.value), {}};
}

/// yes where test > 0, else no; an undefined test is passed on.
template <class T>
Figure<T> ifPositive(const Figure<T>& test, const Figure<T>& yes, const Figure<T>& no) {
  if (!test.defined()) return test;
  return T{} < test.value ? yes : no;
}

}  // namespace roi
