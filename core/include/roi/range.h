#pragma once
// A range as a distribution: a normal on its natural scale, in two pieces about the likely value,
// so that P5, P50 and P95 are what was typed. methodology.md, "Ranges".

#include "roi/scenario.h"

namespace roi {

class Distribution {
 public:
  /// A single figure is itself everywhere.
  explicit Distribution(const Quantity& quantity);
  static Distribution standardNormal();

  /// The value at z, a quantile of the standard normal: the range's low at -kZ95, likely at 0, high
  /// at kZ95; never more than a thousand times beyond what may be typed.
  double at(double z) const;
  /// How fast the value grows with z where it is value, below or above the likely one.
  double slope(bool below, double value) const;

 private:
  Distribution() = default;

  Scale scale_ = Scale::fixed;
  double middle_ = 0;             ///< the likely value, for rates its odds
  double below_ = 0, above_ = 0;  ///< what one z adds on the scale
};

/// How far a guess may be off, as a share of it.
inline constexpr double kGuess = 0.2;

/// A guess as a range: as much less and more of it as it may be off (0.01 to 0.9 of it), of a rate
/// above one half of what is left to 1; rounded to three digits and kept within what may be typed;
/// the figure stays the likely value. Refuses what no range that may be typed can hold: the least
/// and the most.
Outcome<Quantity> widened(double figure, Scale scale, double off = kGuess);

/// A range about another likely value, each side as wide on its scale as before; rounded and kept
/// as widened does. Refuses what widened refuses.
Outcome<Quantity> moved(const Quantity& range, double likely);

/// A range so many times as wide on its scale, each side; its likely value stays. Rounded and kept
/// as widened does. Refuses what no range that may be typed can hold.
Outcome<Quantity> stretched(const Quantity& range, double times);

}  // namespace roi
