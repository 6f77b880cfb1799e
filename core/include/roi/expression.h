#pragma once
// The language of own figures: a formula's text becomes steps, in the order in which they are
// worked out. Numbers with a point, names, + - * / and a minus before, parentheses, min(a, b),
// max(a, b), if(condition, a, b), comparisons > < >= <=, and, or, not. A name is an own input, an
// own figure, or a figure of the plan: a result of its total, or leads("channel") of a channel, or
// an input that is stated once for the plan. methodology.md, "Own figures".

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "roi/error.h"
#include "roi/metric.h"

namespace roi {

/// What own inputs and figures are counted in.
enum class OwnUnit : std::uint8_t {
  money,
  count,
  rate,
  ratio,
  months,
  hours,
  moneyPerHour,
  moneyPerMonth,
  hoursPerMonth,
  countPerMonth
};
inline constexpr std::size_t kOwnUnits = 10;
std::string_view text(OwnUnit unit);

/// Powers of money, months and hours; counts, rates and ratios are bare numbers.
struct Dimension {
  int money = 0, months = 0, hours = 0;

  bool operator==(const Dimension&) const = default;
};

/// A step takes its operands from the last results, and leaves its own.
struct Step {
  enum class Kind : std::uint8_t {
    constant,
    ownInput,
    ownFigure,
    result,     ///< of the plan's total
    ofChannel,  ///< a channel's result
    planInput,
    add,
    subtract,
    multiply,
    divide,
    negate,
    smaller,
    greater,
    choose,
    isMore,
    isLess,
    isAtLeast,
    isAtMost,
    both,
    either,
    opposite
  };
  Kind kind = Kind::constant;
  Metric metric = Metric::amount;
  std::uint32_t index = 0;  ///< which own input or figure, or which of the expression's channels
  double constant = 0;
};

struct Expression {
  std::string text;
  std::vector<Step> steps;
  std::vector<std::string> channels;  ///< ids of those it names
};

/// A name that formulas may use.
struct OwnName {
  std::string id;
  OwnUnit unit = OwnUnit::count;
};

/// What names stand for, besides the plan's own.
struct OwnNames {
  std::span<const OwnName> inputs, figures;
  std::span<const std::string> channels;  ///< ids
};

inline constexpr std::size_t kLongestFormula = 500;  ///< characters
inline constexpr std::size_t kDeepestFormula = 32;   ///< parentheses within each other

/// A formula of that unit. Refuses what cannot be read ("own.syntax"), names of nothing
/// ("own.name"), and sums, comparisons and results of unlike units ("own.unit"): a number that is
/// written fits any. The error's detail is the place: "27: licence", the 27th character from where
/// it says "licence".
Outcome<Expression> parseFormula(std::string_view text, const OwnNames& names, OwnUnit unit);

/// A condition: "roi >= 1 and not savedHours < 2".
Outcome<Expression> parseCondition(std::string_view text, const OwnNames& names);

/// Inputs that a plan states once, which formulas may name besides its results.
bool isPlanInput(Metric metric);

/// Whether an id can name an own input or figure: a small letter, then letters and digits, at most
/// 40, and neither a word of the language nor the id of a metric.
bool isOwnId(std::string_view id);

}  // namespace roi
