#pragma once
// Reads what a person typed or pasted into a number field. What is well formed by the marks of the
// page's locale is read so; else either separator is accepted where only one reading exists. What
// has two readings is asked back, never guessed.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "roi/error.h"
#include "roi/metric.h"

namespace roi {

/// How whoever typed writes numbers; the core knows no locale.
struct NumberMarks {
  std::string decimal = ".";
  std::string group = ",";
  std::string percent = "%";
  std::string minus = "-";
  std::string digits = "0123456789";  ///< ten characters, from nought
  /// Signs, codes and names of the plan's own currency; of a count, its own nouns: "leads".
  std::vector<std::string> currency;
};

/// low == likely == high for a single number; likelyGiven is false for "40..60".
struct TypedNumber {
  double low = 0;
  double likely = 0;
  double high = 0;
  bool likelyGiven = true;
  bool withTax = false;  ///< "TTC", "incl. VAT": the figure is the one typed, tax and all
  std::string currency;  ///< a sign, code or name that is not among marks.currency; else empty

  bool isRange() const { return low != high; }
};

/// text: "1 234,5", "15 k€", "1.5e3", "€1,234.50 excl. VAT", "12,5 %", "40..60", "40..45..60"
/// (likely 45), "40-60", "40 à 60", "40 to 60", "between 40 and 60", "50 ± 10", "50 ± 10 %",
/// "about 200"; of rates "1/10", "1 in 10", "10 sur 100", "1:10", "1 in 4 to 6". Invisible marks
/// and every kind of space, apostrophe, dash and digit are read as the plain ones. unit: for a rate
/// the number is a percentage ("12,5" and "12,5 %" are 0.125); "1/10" is the fraction itself. The
/// number is the double nearest to the decimal that was typed, to any number of digits below 1e21.
/// Refuses what cannot be read, with the code number.*. An ambiguous number's detail holds both
/// readings as they would be typed, "1234|1.234"; a credit's, "(200.00)", the figure as a negative;
/// number.rate, where metric is one whose 0.1 may stand for 0.1 % or 10 %, both as fractions;
/// number.spread, a rate's "20 ± 5 %", by points and by a share of it, "20±5|20±1". What says what
/// it is per, "200 €/mois", is number.per.
Outcome<TypedNumber> readNumber(std::string_view text, Unit unit, const NumberMarks& marks = {},
                                std::optional<Metric> metric = {});

/// The same of many texts that are written by the same marks.
class NumberReader {
 public:
  explicit NumberReader(const NumberMarks& marks);
  ~NumberReader();
  NumberReader(const NumberReader&) = delete;
  NumberReader& operator=(const NumberReader&) = delete;

  Outcome<TypedNumber> read(std::string_view text, Unit unit,
                            std::optional<Metric> metric = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace roi
