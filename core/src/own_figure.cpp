#include "roi/own_figure.h"

#include <algorithm>
#include <array>

namespace roi {
namespace {

std::string at(std::string_view list, std::size_t place, std::string_view field) {
  return "/" + std::string(list) + "/" + std::to_string(place) + "/" + std::string(field);
}

/// What is wrong with the ids of all inputs and figures.
void checkIds(const OwnFigures& made, Errors& errors) {
  std::vector<std::string_view> known;
  const auto check = [&](const std::vector<OwnName>& names, std::string_view list) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string& id = names[i].id;
      const bool isNew = std::find(known.begin(), known.end(), id) == known.end();
      if (!isOwnId(id)) errors.push_back({ErrorCode::ownId, at(list, i, "id"), id});
      if (!isNew) errors.push_back({ErrorCode::idDuplicate, at(list, i, "id"), id});
      known.push_back(id);
    }
  };
  check(made.inputs, "inputs");
  check(made.figures, "figures");
}

/// Follows figures down to what they are made of, and finds one that leads back to itself.
class Cycles {
 public:
  explicit Cycles(const OwnFigures& made) : made_(made), states_(made.figures.size()) {}

  void find(Errors& errors) {
    for (std::size_t f = 0; f < states_.size() && found_.empty(); ++f) enter(f);
    if (found_.empty()) return;
    std::string chain;
    for (const std::size_t f : found_) {
      chain += (chain.empty() ? "" : " > ") + made_.figures[f].id;
    }
    errors.push_back({ErrorCode::ownCycle, at("figures", found_.front(), "formula"), chain});
  }

 private:
  enum class State : std::uint8_t { unseen, open, done };

  void enter(std::size_t figure) {
    if (states_[figure] == State::done || !found_.empty()) return;
    if (states_[figure] == State::open) {
      found_.assign(std::find(path_.begin(), path_.end(), figure), path_.end());
      found_.push_back(figure);
      return;
    }
    states_[figure] = State::open;
    path_.push_back(figure);
    for (const Step& step : made_.formulas[figure].steps) {
      if (step.kind == Step::Kind::ownFigure) enter(step.index);
    }
    path_.pop_back();
    states_[figure] = State::done;
  }

  const OwnFigures& made_;
  std::vector<State> states_;
  std::vector<std::size_t> path_, found_;
};

OwnNames namesOf(const OwnFigures& own) { return {own.inputs, own.figures, own.channels}; }

/// The operand that makes a node undefined, where one does.
std::optional<Tape::Index> culprit(const Tape& tape, const Tape::Node& node) {
  const auto operand = [&](std::size_t i) { return tape.operand(node, i); };
  if (node.op == Op::ifPositive) {
    const Figure<>& test = tape[operand(0)].figure;
    if (!test.defined()) return operand(0);
    return operand(test.value > 0 ? 1 : 2);
  }
  for (std::size_t i = 0; i < node.operandCount; ++i) {
    if (!tape[operand(i)].figure.defined()) return operand(i);
  }
  return std::nullopt;
}

/// An own input or figure by its id, where a node is one.
std::optional<std::string> ownNameOf(const Own& own, const Tape& tape, const Tape::Node& node) {
  if (node.op == Op::missing && node.id == Metric::ownInput) return own.of->inputs[node.detail].id;
  if (node.op == Op::figure && node.id == Metric::ownFigure) {
    return own.of->figures[tape.label(node).line].id;
  }
  if (node.op != Op::input || node.id != Metric::ownInput) return std::nullopt;
  const auto found = std::find(own.inputs.begin(), own.inputs.end(), Input(node.detail));
  return own.of->inputs[static_cast<std::size_t>(found - own.inputs.begin())].id;
}

}  // namespace

Input planInput(const Scenario& s, Metric metric) {
  if (metric == Metric::periodMonths) return s.periodMonths;
  return s.given[static_cast<std::size_t>(metric)];
}

Outcome<OwnFigures> makeOwnFigures(std::vector<OwnName> inputs, std::vector<OwnDefinition> figures,
                                   std::vector<std::string> channels) {
  OwnFigures made;
  made.inputs = std::move(inputs);
  made.channels = std::move(channels);
  for (const OwnDefinition& figure : figures) {
    made.figures.push_back(figure.name);
    made.better.push_back(figure.better);
  }
  Errors errors;
  checkIds(made, errors);
  for (std::size_t f = 0; f < figures.size(); ++f) {
    Outcome<Expression> read =
        parseFormula(figures[f].formula, namesOf(made), figures[f].name.unit);
    if (Errors* wrong = std::get_if<Errors>(&read)) {
      errors.push_back(std::move(wrong->front()));
      errors.back().path = at("figures", f, "formula");
    } else {
      made.formulas.push_back(std::get<Expression>(std::move(read)));
    }
  }
  if (errors.empty()) Cycles(made).find(errors);
  if (!errors.empty()) return errors;
  return made;
}

const Own& ownOf(const Scenario& s) {
  static const Own kNothing{std::make_shared<const OwnFigures>(), {}};
  return s.own ? *s.own : kNothing;
}

std::optional<std::size_t> ownFigureById(const Scenario& s, std::string_view id) {
  const std::vector<OwnName>& figures = ownOf(s).of->figures;
  for (std::size_t f = 0; f < figures.size(); ++f) {
    if (figures[f].id == id) return f;
  }
  return std::nullopt;
}

Trace ownFigure(Sheet<Trace>& sheet, std::size_t figure) { return OwnSheet<Trace>(sheet)(figure); }

Outcome<Expression> makeCondition(std::string_view text, const OwnFigures& names) {
  return parseCondition(text, namesOf(names));
}

Holding holds(Sheet<Trace>& sheet, const Expression& condition) {
  const Trace test = OwnSheet<Trace>(sheet).condition(condition);
  if (!test.figure().defined()) return {false, ownReason(sheet.scenario(), *test.tape, test.node)};
  return {test.figure().value > 0, {}};
}

std::string ownReason(const Scenario& s, const Tape& tape, Tape::Index at) {
  const Own& own = ownOf(s);
  std::string asked;  // the own figure in whose formula the node stands
  for (;;) {
    const Tape::Node& node = tape[at];
    if (node.figure.defined()) return {};
    const std::optional<std::string> name = ownNameOf(own, tape, node);
    if (node.op == Op::figure && name) asked = *name;
    if (node.op == Op::missing && name) return "missing:own:" + *name;
    if (const std::optional<Tape::Index> next = culprit(tape, node);
        next && !tape[*next].figure.defined()) {
      at = *next;
      continue;
    }
    if (node.op == Op::figure) return "large:own:" + asked;
    const bool isOwn =
        node.figure.why.id == Metric::ownInput || node.figure.why.id == Metric::ownFigure;
    if (node.op != Op::quotient || !isOwn) return text(node.figure.why);
    const auto divisor = ownNameOf(own, tape, tape[tape.operand(node, 1)]);
    return divisor ? "zero:own:" + *divisor : "divisor:own:" + asked;
  }
}

}  // namespace roi
