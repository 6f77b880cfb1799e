#pragma once
// Own figures: what a document defines beside the model, in formulas of a small language. They lie
// on the plan's tape, so that all that is done with a figure is done with them. methodology.md,
// "Own figures". core/docs/decisions/0029-own-figures.md
//
// For whoever builds on it:
//   makeOwnFigures         definitions, checked; Scenario::own holds them with what was typed
//   OwnSheet               the figures of a scenario, over any number type
//   ownFigure(sheet, n)    one of them on the tape of a sheet: as any Trace from there on
//   makeCondition, holds   "roi >= 1 and savedHours > 0" of a scenario: yes, no, or why not known
//   ownReason              why one is undefined: "zero:own:licence", "missing:own:savedHours"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "roi/expression.h"
#include "roi/recorded.h"

namespace roi {

inline constexpr std::size_t kMostOwn = 32;  ///< inputs, and figures

/// A figure as it is defined.
struct OwnDefinition {
  OwnName name;
  Better better = Better::neither;
  std::string formula;
};

struct OwnFigures {
  std::vector<OwnName> inputs, figures;
  std::vector<Better> better;         ///< of each figure
  std::vector<Expression> formulas;   ///< of each figure
  std::vector<std::string> channels;  ///< that formulas may name: of any scenario
};

/// Definitions that agree. Refuses ids that cannot be names or stand twice, formulas that
/// parseFormula refuses, and figures made of themselves ("own.cycle", detail: "a > b > a"). Paths
/// start at the definitions: "/figures/2/formula".
Outcome<OwnFigures> makeOwnFigures(std::vector<OwnName> inputs, std::vector<OwnDefinition> figures,
                                   std::vector<std::string> channels);

/// Of a scenario: the definitions, and of each own input what was typed.
struct Own {
  std::shared_ptr<const OwnFigures> of;
  std::vector<Input> inputs;
};

/// What a scenario has of its own; of one without definitions, nothing.
const Own& ownOf(const Scenario& scenario);

/// The place of an own figure by its id, or nothing.
std::optional<std::size_t> ownFigureById(const Scenario& scenario, std::string_view id);

/// What a plan states of an isPlanInput.
Input planInput(const Scenario& scenario, Metric metric);

/// The own figures of a sheet's scenario, each worked out when asked, once.
template <class Num>
class OwnSheet {
 public:
  explicit OwnSheet(Sheet<Num>& sheet)
      : sheet_(sheet), own_(ownOf(sheet.scenario())), figures_(own_.of->figures.size()) {}

  const Num& operator()(std::size_t figure) {
    std::optional<Num>& cell = figures_[figure];
    if (!cell) {
      const Num worked = work(own_.of->formulas[figure]).test;
      cell = sheet_.named(sheet_.total(), Metric::ownFigure, static_cast<std::uint32_t>(figure),
                          worked);
    }
    return *cell;
  }

  /// A number above 0 where a condition holds.
  Num condition(const Expression& expression) { return aboveZero(work(expression)); }

 private:
  /// A number, or what holds where test > 0, or where it is not.
  struct Item {
    Num test;
    bool isOpposite = false;
  };

  Item work(const Expression& of) {
    std::vector<Item> stack;
    for (std::size_t i = 0; i < of.steps.size(); ++i) {
      const Step& step = of.steps[i];
      if (step.kind < Step::Kind::add) {
        stack.push_back({leaf(step, of)});
      } else if (step.kind == Step::Kind::choose) {
        choose(stack);
      } else if (step.kind == Step::Kind::opposite) {
        stack.back().isOpposite = !stack.back().isOpposite;
      } else if (step.kind == Step::Kind::negate) {
        stack.back().test = constant(0) - stack.back().test;
      } else {
        const Item right = take(stack);
        stack.back() = binary(step.kind, stack.back(), right, divisor(of.steps[i - 1]));
      }
    }
    return stack.back();
  }

  static Item take(std::vector<Item>& stack) {
    const Item last = stack.back();
    stack.pop_back();
    return last;
  }

  Num constant(double value) const { return sheet_.numbers().constant(value, Metric::amount); }

  Num leaf(const Step& step, const Expression& of) {
    switch (step.kind) {
      case Step::Kind::ownInput:
        if (own_.inputs[step.index]) return sheet_.input(*own_.inputs[step.index]);
        return sheet_.numbers().missing(Metric::ownInput, step.index);
      case Step::Kind::ownFigure: return (*this)(step.index);
      case Step::Kind::result: return sheet_(sheet_.total(), step.metric);
      case Step::Kind::ofChannel: return ofChannel(of.channels[step.index], step.metric);
      case Step::Kind::planInput:
        if (const Input input = planInput(sheet_.scenario(), step.metric)) {
          return sheet_.input(*input);
        }
        return sheet_.numbers().missing(step.metric);
      default: return constant(step.constant);
    }
  }

  /// Missing where this scenario has no such channel.
  Num ofChannel(const std::string& id, Metric metric) {
    for (std::size_t c = 0; c < sheet_.total(); ++c) {
      if (sheet_.scenario().channels[c].id == id) return sheet_(c, metric);
    }
    return sheet_.numbers().missing(metric);
  }

  /// What a reason says is zero: what the last step of a divisor names, if that is all of it.
  static Metric divisor(const Step& last) {
    if (last.kind == Step::Kind::ownInput) return Metric::ownInput;
    const bool isOfPlan = last.kind >= Step::Kind::result && last.kind < Step::Kind::add;
    return isOfPlan ? last.metric : Metric::ownFigure;
  }

  Item binary(Step::Kind kind, const Item& a, const Item& b, Metric divisor) const {
    switch (kind) {
      case Step::Kind::add: return {a.test + b.test};
      case Step::Kind::multiply: return {a.test * b.test};
      case Step::Kind::divide: return {quotient(a.test, b.test, divisor)};
      case Step::Kind::smaller: return {ifPositive(a.test - b.test, b.test, a.test)};
      case Step::Kind::greater: return {ifPositive(a.test - b.test, a.test, b.test)};
      case Step::Kind::isLess: return {b.test - a.test};
      case Step::Kind::isAtLeast: return {b.test - a.test, true};
      case Step::Kind::isAtMost: return {a.test - b.test, true};
      case Step::Kind::both: return {both(a, b)};
      case Step::Kind::either:
        return {both({a.test, !a.isOpposite}, {b.test, !b.isOpposite}), true};
      default: return {a.test - b.test};  // subtract, and isMore
    }
  }

  Num aboveZero(const Item& of) const {
    return of.isOpposite ? ifPositive(of.test, constant(0), constant(1)) : of.test;
  }

  Num both(const Item& a, const Item& b) const {
    const Num second = aboveZero(b);
    const Num no = constant(0);
    return a.isOpposite ? ifPositive(a.test, no, second) : ifPositive(a.test, second, no);
  }

  static void choose(std::vector<Item>& stack) {
    const Num no = take(stack).test;
    const Num yes = take(stack).test;
    const Item condition = stack.back();
    stack.back() = {condition.isOpposite ? ifPositive(condition.test, no, yes)
                                         : ifPositive(condition.test, yes, no)};
  }

  Sheet<Num>& sheet_;
  const Own& own_;
  std::vector<std::optional<Num>> figures_;
};

/// An own figure on the tape of a sheet.
Trace ownFigure(Sheet<Trace>& sheet, std::size_t figure);

/// A condition over a document's own names and its plans' figures, or what is wrong with it: an
/// error of parseCondition with an empty path.
Outcome<Expression> makeCondition(std::string_view text, const OwnFigures& names);

/// Whether something holds; where its figures are undefined it is neither, and why says so.
struct Holding {
  bool holds = false;
  std::string why;  ///< empty where it is known
};

/// Whether a condition holds of a scenario, at its likely figures. What is undefined does not hold.
/// "and" and "or" look at their second side only where the first leaves it open.
Holding holds(Sheet<Trace>& sheet, const Expression& condition);

/// Why a node of the tape is undefined, as text(Reason) says it of the plan's figures; of own ones
/// by their ids: "missing:own:savedHours", "zero:own:licence"; "divisor:own:saved" of a figure
/// that divides by something else that is 0, "large:own:saved" of one that is too large. Empty
/// where it is defined.
std::string ownReason(const Scenario& scenario, const Tape& tape, Tape::Index node);

}  // namespace roi
