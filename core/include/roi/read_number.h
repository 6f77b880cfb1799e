#pragma once
// Reads what a person typed into a number field. What is well formed in the page's locale is read
// so; else either separator is accepted where only one reading exists. What has two readings is
// asked back, never guessed.

#include <string>
#include <string_view>

#include "roi/error.h"
#include "roi/metric.h"

namespace roi {

/// low == likely == high for a single number; likelyGiven is false for "40..60".
struct TypedNumber {
  double low = 0;
  double likely = 0;
  double high = 0;
  bool likelyGiven = true;

  bool isRange() const { return low != high; }
};

/// text: "1 234,5", "12,5 %", "€1,234.50", "1/10" (rates), "40..60", "40..45..60" (likely 45),
/// "40-60", "40 à 60", "40 to 60", "50 ± 10", "50 ± 10 %". locale: a BCP 47 tag; English groups by
/// comma and has a decimal point, every other language a decimal comma and spaces. unit: for a rate
/// the number is a percentage ("12,5" and "12,5 %" are 0.125); "1/10" is the fraction itself.
/// Refuses what cannot be read, with the code number.*; an ambiguous number's detail holds both
/// readings, "1234|1.234".
Outcome<TypedNumber> readNumber(std::string_view text, std::string_view locale, Unit unit);

}  // namespace roi
