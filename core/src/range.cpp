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

/// Of a rate above one half, what is rounded is what is left to 1.
bool isCommonRate(double figure, Scale scale) { return scale == Scale::logit && figure > 0.5; }

double roundedEnd(double x, bool isCommon) {
  return isCommon ? 1 - roundedTo3Digits(1 - x) : roundedTo3Digits(x);
}

Outcome<Quantity> around(double likely, Scale scale, double low, double high) {
  Quantity q;
  q.scale = scale;
  q.low = std::max(low, kSmallestAmount);
  q.likely = likely;
  q.high = std::min(high, kLargestAmount);
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
  const bool isCommon = isCommonRate(figure, scale);
  const double half = off * (isCommon ? 1 - figure : figure);
  return around(figure, scale, roundedEnd(figure - half, isCommon),
                roundedEnd(figure + half, isCommon));
}

Outcome<Quantity> moved(const Quantity& range, double likely) {
  const Scale scale = range.scale;
  if (isAtEdge(likely, scale)) return Errors{{ErrorCode::rangeEdge, {}, {}}};
  const bool isRate = scale == Scale::logit;
  const double times = isRate ? odds(likely) / odds(range.likely) : likely / range.likely;
  const auto end = [&](double before) {
    const double exact = isRate ? rateOf(odds(before) * times) : before * times;
    const double rounded = roundedEnd(exact, isCommonRate(exact, scale));
    // a range narrower than what rounding leaves out keeps its ends as they are
    return (rounded < likely) == (before < range.likely) && rounded != likely ? rounded : exact;
  };
  return around(likely, scale, end(range.low), end(range.high));
}

}  // namespace roi
