#include "roi/range.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

// A thousand times beyond what may be typed, so that no draw, however wide its range, overflows.
constexpr double kLeastDraw = kSmallestAmount / 1000;
constexpr double kMostDraw = kLargestAmount * 1000;

double rateOf(double odds) { return odds / (1 + odds); }

/// What one z multiplies by from one end of a side to the other, as a logarithm.
double spread(double from, double to) { return logarithm(to / from) / kZ95; }

double roundedTo3Digits(double x) {
  double up = 1;
  double down = 1;
  while (x * up < 100) up *= 10;
  while (x / down >= 1000) down *= 10;
  return std::floor(x * up / down + 0.5) * down / up;
}

bool isAtEdge(double figure, Scale scale) {
  return figure <= kSmallestAmount || figure >= (scale == Scale::logit ? 1 : kLargestAmount);
}

/// Rounded to three digits, of a rate above one half what is left to 1; as it is where it would be
/// rounded to its likely value or beyond.
double roundedEnd(double end, double likely, Scale scale) {
  const bool isCommon = scale == Scale::logit && end > 0.5;
  const double rounded = isCommon ? 1 - roundedTo3Digits(1 - end) : roundedTo3Digits(end);
  return (rounded - likely) * (end - likely) > 0 ? rounded : end;
}

Outcome<Quantity> around(double likely, Scale scale, double low, double high) {
  Quantity q;
  q.scale = scale;
  q.low = std::max(roundedEnd(low, likely, scale), kSmallestAmount);
  q.likely = likely;
  q.high = std::min(roundedEnd(high, likely, scale), kLargestAmount);
  return makeQuantity(q);
}

}  // namespace

Distribution::Distribution(const Quantity& q) : scale_(q.scale), middle_(q.likely) {
  if (!q.isRange() || scale_ == Scale::fixed) {
    scale_ = Scale::fixed;
  } else if (scale_ == Scale::log) {
    below_ = spread(q.low, q.likely);
    above_ = spread(q.likely, q.high);
  } else {
    middle_ = odds(q.likely);
    below_ = spread(odds(q.low), middle_);
    above_ = spread(middle_, odds(q.high));
  }
}

Distribution Distribution::standardNormal() {
  Distribution normal;
  normal.below_ = normal.above_ = 1;
  return normal;
}

double Distribution::at(double z) const {
  const double moved = z * (z < 0 ? below_ : above_);
  switch (scale_) {
    case Scale::fixed:
    case Scale::even: break;
    case Scale::log: {
      const double value = middle_ * exponential(moved);
      return std::clamp(value, kLeastDraw, kMostDraw);
    }
    case Scale::logit: return rateOf(middle_ * exponential(moved));
  }
  return middle_ + moved;
}

double Distribution::slope(bool below, double value) const {
  const double side = below ? below_ : above_;
  switch (scale_) {
    case Scale::fixed:
    case Scale::even: break;
    case Scale::log: return kLeastDraw < value && value < kMostDraw ? value * side : 0;
    case Scale::logit: return value * (1 - value) * side;
  }
  return side;
}

Outcome<Quantity> widened(double figure, Scale scale, double off) {
  if (isAtEdge(figure, scale)) return Errors{{ErrorCode::rangeEdge, {}, {}}};
  const bool isCommon = scale == Scale::logit && figure > 0.5;
  const double half = off * (isCommon ? 1 - figure : figure);
  return around(figure, scale, figure - half, figure + half);
}

Outcome<Quantity> moved(const Quantity& range, double likely) {
  if (isAtEdge(likely, range.scale)) return Errors{{ErrorCode::rangeEdge, {}, {}}};
  if (range.scale == Scale::log) {
    const double times = likely / range.likely;
    return around(likely, range.scale, range.low * times, range.high * times);
  }
  const double times = odds(likely) / odds(range.likely);
  return around(likely, range.scale, rateOf(odds(range.low) * times),
                rateOf(odds(range.high) * times));
}

Outcome<Quantity> stretched(const Quantity& range, double times) {
  const Distribution as(range);
  return around(range.likely, range.scale, as.at(-kZ95 * times), as.at(kZ95 * times));
}

}  // namespace roi
