// Random formulas: printed, parsed, and worked out by another evaluator over exact fractions.

#include "roi/own_figure.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <random>

#include "property/seed.h"
#include "roi/program.h"
#include "unit/made.h"
#include "unit/rational.h"

namespace roi::own_figure_test {
namespace {

using test::Rational;

/// An expression as a tree that works itself out: no steps, no stack, undefined as nothing.
struct Random {
  explicit Random(std::uint64_t seed) : generator(seed) {}

  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(generator() % bound); }

  std::mt19937_64 generator;
};

struct Worked {
  std::string text;
  std::optional<Rational> value;
};

constexpr long long kValues[] = {0, 1, 2, 7, 12};

/// Numbers and five inputs, which are what kValues says.
Worked leaf(Random& random) {
  const std::size_t which = random.below(10);
  if (which < 5)
    return {std::string(1, static_cast<char>('p' + which)), Rational::of(kValues[which])};
  const auto halves = static_cast<long long>(random.below(20));
  return {std::to_string(halves / 2) + (halves % 2 == 0 ? "" : ".5"), Rational::of(halves, 2)};
}

Worked expression(Random& random, int depth);

std::string bracketed(Random& random, const std::string& text) {
  return random.below(4) == 0 ? "( " + text + ")" : "(" + text + " )";
}

struct Truth {
  std::string text;
  std::optional<bool> value;
};

/// Looks at its second side only where the first leaves it open, as the language says.
Truth truth(Random& random, int depth) {
  const std::size_t kind = depth > 0 ? random.below(7) : random.below(4);
  if (kind < 4) {
    constexpr const char* kMarks[] = {" > ", " < ", " >= ", " <= "};
    const Worked a = expression(random, depth - 1);
    const Worked b = expression(random, depth - 1);
    Truth made{"(" + a.text + ")" + kMarks[kind] + "(" + b.text + ")", {}};
    if (!a.value || !b.value) return made;
    const bool above = *b.value < *a.value;
    const bool below = *a.value < *b.value;
    made.value = kind == 0 ? above : kind == 1 ? below : kind == 2 ? !below : !above;
    return made;
  }
  const Truth a = truth(random, depth - 1);
  if (kind == 4) return {"not (" + a.text + ")", a.value ? std::optional(!*a.value) : std::nullopt};
  const Truth b = truth(random, depth - 1);
  const bool isBoth = kind == 5;
  const std::string text = "(" + a.text + (isBoth ? ") and (" : ") or (") + b.text + ")";
  if (!a.value) return {text, {}};
  return {text, *a.value == isBoth ? b.value : a.value};
}

Worked expression(Random& random, int depth) {
  if (depth <= 0) return leaf(random);
  const std::size_t kind = random.below(8);
  if (kind == 0) return leaf(random);
  if (kind == 7) {
    const Truth test = truth(random, depth - 1);
    const Worked yes = expression(random, depth - 1);
    const Worked no = expression(random, depth - 1);
    const std::string text = "if(" + test.text + ", " + yes.text + "," + no.text + ")";
    if (!test.value) return {text, {}};
    return {text, *test.value ? yes.value : no.value};
  }
  const Worked a = expression(random, depth - 1);
  const Worked b = expression(random, depth - 1);
  const bool isDefined = a.value && b.value;
  const std::string left = bracketed(random, a.text);
  const std::string right = bracketed(random, b.text);
  const auto made = [&](const std::string& text, auto work) {
    return Worked{text,
                  isDefined ? std::optional<Rational>(work(*a.value, *b.value)) : std::nullopt};
  };
  switch (kind) {
    case 1: return made(left + "+" + right, [](auto x, auto y) { return x + y; });
    case 2: return made(left + " - " + right, [](auto x, auto y) { return x - y; });
    case 3: return made(left + "*" + right, [](auto x, auto y) { return x * y; });
    case 4: {
      const bool isZero = isDefined && *b.value == Rational::of(0);
      const std::string text = left + " / " + right;
      return isZero ? Worked{text, {}} : made(text, [](auto x, auto y) { return x / y; });
    }
    case 5:
      return made("min(" + a.text + ", " + b.text + ")",
                  [](auto x, auto y) { return y < x ? y : x; });
    default:
      return made("max(" + a.text + ", " + b.text + ")",
                  [](auto x, auto y) { return x < y ? y : x; });
  }
}

/// A scenario whose own inputs p to t are kValues.
Scenario scenarioWith(const std::string& formula) {
  std::vector<OwnName> inputs;
  for (std::size_t i = 0; i < std::size(kValues); ++i) {
    inputs.push_back({std::string(1, static_cast<char>('p' + i)), OwnUnit::ratio});
  }
  Outcome<OwnFigures> made =
      makeOwnFigures(inputs, {{{"figure", OwnUnit::ratio}, Better::neither, formula}}, {});
  if (const Errors* errors = std::get_if<Errors>(&made)) {
    ADD_FAILURE() << text(errors->front().code) << ' ' << errors->front().detail << " of "
                  << formula;
    return {};
  }
  Scenario s;
  Own own{std::make_shared<const OwnFigures>(std::get<OwnFigures>(std::move(made))), {}};
  for (const long long value : kValues) {
    Quantity q;
    q.low = q.likely = q.high = static_cast<double>(value);
    q.metric = Metric::ownInput;
    own.inputs.emplace_back(static_cast<std::uint32_t>(s.quantities.size()));
    s.quantities.push_back(q);
  }
  s.own = std::make_shared<const Own>(std::move(own));
  return s;
}

void expectAsWorked(const Worked& expected, int& defined) {
  const Scenario s = scenarioWith(expected.text);
  if (!s.own) return;
  Sheet<Figure<Rational>> exactSheet(s);
  const Figure<Rational> exact = OwnSheet<Figure<Rational>>(exactSheet)(0);
  if (expected.value && expected.value->lost()) return;
  EXPECT_EQ(exact.defined(), expected.value.has_value()) << expected.text;
  Recorded recorded(s);
  const Figure<> traced = ownFigure(recorded.sheet, 0).figure();
  if (!expected.value || !exact.defined()) return;
  EXPECT_EQ(exact.value, *expected.value) << expected.text;
  ++defined;
  if (traced.defined()) return;
  EXPECT_FALSE(traced.why.kind == Reason::Kind::none) << expected.text;
}

TEST(OwnFigurePropertyTest, RandomFormulas_AreWhatAnotherEvaluatorMakesOfThem) {
  int defined = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    Random random(seed);
    const Worked made = expression(random, 3);
    if (made.text.size() <= kLongestFormula) expectAsWorked(made, defined);
  }
  EXPECT_GT(defined, 1000);
}

/// A lane of the program is the formula over that lane's values, bit for bit.
void expectLanes(const std::string& formula, Random& random, int& defined) {
  const Scenario s = scenarioWith(formula);
  if (!s.own) return;
  Recorded recorded(s);
  const Trace figure = ownFigure(recorded.sheet, 0);
  Program program(recorded.tape, {&figure.node, 1}, std::vector<bool>(std::size(kValues), true));
  std::vector<std::vector<double>> values(std::size(kValues));
  for (auto& column : values) {
    for (std::size_t lane = 0; lane < Program::kLanes; ++lane) {
      column.push_back(static_cast<double>(random.below(12)) / 4);
    }
  }
  std::vector<const double*> columns;
  for (const std::uint32_t input : program.inputs()) columns.push_back(values[input].data());
  program.run(columns.data());
  for (std::size_t lane = 0; lane < 8; ++lane) {
    Scenario there = s;
    for (std::size_t q = 0; q < values.size(); ++q) there.quantities[q].likely = values[q][lane];
    Recorded again(there);
    const Figure<> expected = ownFigure(again.sheet, 0).figure();
    const double found = program.output(0)[lane];
    EXPECT_EQ(found == found, expected.defined()) << formula;
    if (!expected.defined()) continue;
    EXPECT_EQ(std::memcmp(&found, &expected.value, sizeof found), 0) << formula;
    ++defined;
  }
}

TEST(OwnFigurePropertyTest, LanesOfRandomFormulas_AreWhatTheirValuesMakeOfThem) {
  int defined = 0;
  for (int i = 0; i < 300; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    Random random(seed);
    const Worked made = expression(random, 3);
    if (made.text.size() <= kLongestFormula) expectLanes(made.text, random, defined);
  }
  EXPECT_GT(defined, 500);
}

/// Whatever stands in a formula, it is read or refused with a place in it.
TEST(OwnFigurePropertyTest, AnyText_IsReadOrRefusedAtAPlaceInIt) {
  const std::vector<std::string> kPieces = {"p",  "q",   "profit", "leads", "(",  ")",  "+",   "-",
                                            "*",  "/",   ",",      "min",   "if", "1",  "0.5", ">",
                                            "<=", "and", "not",    "\"a\"", "é",  "#",  " ",   ".",
                                            "\"", "or",  "max",    "<",     ">=", "9e9"};
  const std::vector<OwnName> inputs = {{"p", OwnUnit::money}, {"q", OwnUnit::hours}};
  const std::vector<std::string> channels = {"a"};
  int read = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    Random random(seed);
    std::string text;
    const std::size_t pieces = 1 + random.below(12);
    for (std::size_t piece = 0; piece < pieces; ++piece)
      text += kPieces[random.below(kPieces.size())];
    const Outcome<Expression> made = parseFormula(text, {inputs, {}, channels}, OwnUnit::money);
    if (const Errors* errors = std::get_if<Errors>(&made)) {
      ASSERT_EQ(errors->size(), 1U);
      const std::size_t place = std::stoul(errors->front().detail);
      EXPECT_GE(place, 1U);
      EXPECT_LE(place, text.size() + 1) << text;
    } else {
      ++read;
      EXPECT_FALSE(std::get<Expression>(made).steps.empty());
    }
  }
  EXPECT_GT(read, 50);
}

}  // namespace
}  // namespace roi::own_figure_test
