#include "roi/explain.h"

#include <cmath>

#include "roi/verdict.h"

namespace roi {
namespace {

bool isLeafOfFormula(Op op) { return op == Op::figure || op == Op::input || op == Op::missing; }

class Walk {
 public:
  explicit Walk(const Tape& tape) : tape_(tape), places_(tape.size(), kNone) {}

  Explanation from(std::span<const Trace> roots) {
    for (const Trace& root : roots) enter(root.node);
    for (std::size_t next = 0; next < nodes_.size(); ++next) {
      if (entries_[next].op != Op::figure) continue;
      std::vector<Term> formula;
      expand(tape_.operand(tape_[nodes_[next]], 0), formula);
      entries_[next].formula = std::move(formula);
    }
    return std::move(entries_);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t enter(Tape::Index node) {
    std::uint32_t& place = places_[node];
    if (place != kNone) return place;
    place = static_cast<std::uint32_t>(entries_.size());
    const Tape::Node& n = tape_[node];
    Entry entry{n.op, {}, n.detail, n.figure, {}, node};
    entry.label.metric = n.id;
    if (n.op == Op::figure) entry.label = tape_.label(n);
    entries_.push_back(std::move(entry));
    nodes_.push_back(node);
    return place;
  }

  std::uint32_t expand(Tape::Index node, std::vector<Term>& formula) {
    const Tape::Node& n = tape_[node];
    if (n.op == Op::luck) return expand(tape_.operand(n, 0), formula);  // drawn about this
    Term term{n.op, n.id, 0, 0, {}};
    if (isLeafOfFormula(n.op)) {
      term.entry = enter(node);
    } else if (n.op == Op::constant) {
      term.constant = n.figure.value;
    } else {
      for (Tape::Index i = 0; i < n.operandCount; ++i) {
        term.operands.push_back(expand(tape_.operand(n, i), formula));
      }
    }
    formula.push_back(std::move(term));
    return static_cast<std::uint32_t>(formula.size() - 1);
  }

  const Tape& tape_;
  Explanation entries_;
  std::vector<Tape::Index> nodes_;
  std::vector<std::uint32_t> places_;  ///< of each node's entry
};

class Printer {
 public:
  Printer(const Explanation& explanation, const Entry& entry)
      : explanation_(explanation), entry_(entry) {}

  std::string print(std::uint32_t term) const {
    const Term& t = entry_.formula[term];
    switch (t.op) {
      case Op::constant: return constant(t);
      case Op::input:
      case Op::missing: return name(t);
      case Op::figure: return figure(t);
      case Op::sum: return sum(t);
      case Op::add: return part(t, 0, 1) + " + " + part(t, 1, 1);
      case Op::subtract: return part(t, 0, 1) + " - " + part(t, 1, 2);
      case Op::multiply: return part(t, 0, 2) + " * " + part(t, 1, 3);
      case Op::quotient: return part(t, 0, 2) + " / " + part(t, 1, 3);
      case Op::power: return part(t, 0, 3) + " ^ " + part(t, 1, 3);
      case Op::ifPositive: return ifPositive(t);
      case Op::luck: break;
    }
    return {};
  }

 private:
  static int strength(Op op) {
    if (op == Op::add || op == Op::subtract || op == Op::ifPositive) return 1;
    if (op == Op::multiply || op == Op::quotient) return 2;
    return 3;
  }

  std::string part(const Term& t, std::size_t operand, int needed) const {
    const std::uint32_t index = t.operands[operand];
    const std::string inner = print(index);
    return strength(entry_.formula[index].op) < needed ? "(" + inner + ")" : inner;
  }

  std::string name(const Term& t) const {
    return std::string(info(explanation_[t.entry].label.metric).id);
  }

  std::string figure(const Term& t) const {
    const Label& label = explanation_[t.entry].label;
    const bool own = label.scope == entry_.label.scope || label.line != Label::kNoLine;
    if (label.metric == Metric::costLine || label.metric == Metric::sharedLinePart ||
        label.metric == Metric::savingLine) {
      return "sum(" + name(t) + ")";
    }
    if (label.part != Label::Part::whole)
      return std::string(text(label.part)) + "(" + name(t) + ")";
    if (own) return name(t);
    return (label.scope > entry_.label.scope ? "total(" : "sum(") + name(t) + ")";
  }

  std::string sum(const Term& t) const {
    std::string text;
    std::string previous;
    for (const std::uint32_t operand : t.operands) {
      const bool typed = entry_.formula[operand].op == Op::input;
      const std::string next = typed ? "sum(" + print(operand) + ")" : print(operand);
      if (next == previous) continue;
      text += (text.empty() ? "" : " + ") + next;
      previous = next;
    }
    return text;
  }

  std::string ifPositive(const Term& t) const {
    return "if " + print(t.operands[0]) + " > 0 then " + print(t.operands[1]) + " else " +
           print(t.operands[2]);
  }

  static std::string constant(const Term& t) {
    const bool isNamed = t.id == Metric::channelCount || t.id == Metric::monthShare;
    if (isNamed) return std::string(info(t.id).id);
    return std::to_string(std::llround(t.constant));
  }

  const Explanation& explanation_;
  const Entry& entry_;
};

}  // namespace

std::string_view text(Label::Part part) {
  constexpr std::string_view kParts[] = {"",        "scaling",        "others",
                                         "counted", "countedScaling", "countedOthers"};
  return kParts[static_cast<std::size_t>(part)];
}

Explanation explain(const Trace& figure) { return explain(std::span(&figure, 1)); }

Explanation explain(std::span<const Trace> figures) {
  return Walk(*figures.front().tape).from(figures);
}

std::string formulaText(const Explanation& explanation, std::size_t entry) {
  const Entry& e = explanation[entry];
  if (e.formula.empty()) return {};
  return Printer(explanation, e).print(static_cast<std::uint32_t>(e.formula.size() - 1));
}

namespace {

/// Whether a figure of the goal can be said.
bool isSaid(Sheet<Trace>& sheet, Metric metric, std::optional<bool> isMet) {
  using enum Metric;
  if (!sheet(sheet.total(), metric).figure().defined()) return false;
  if (isMet.value_or(reachable(sheet(sheet.total(), goalScale).figure()))) return true;
  if (metric == goalScale || metric == goalReached) return isMet.has_value();
  return metric != goalAdSpend && metric != goalBudget && metric != goalLeads;
}

}  // namespace

std::vector<Trace> everyFigure(Sheet<Trace>& sheet, std::optional<bool> goalIsMet) {
  std::vector<Trace> figures;
  for (std::size_t scope = 0; scope <= sheet.total(); ++scope) {
    for (std::size_t i = 0; i < kMetrics; ++i) {
      const auto metric = static_cast<Metric>(i);
      if (!isResult(metric)) continue;
      figures.push_back(sheet(scope == 0 ? sheet.total() : scope - 1, metric));
    }
  }
  if (!sheet.scenario().savings.empty()) figures.push_back(sheet(sheet.total(), Metric::savings));
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    const bool isOfGoal = info(metric).category == Category::goal;
    if (isOfGoal && isSaid(sheet, metric, goalIsMet)) {
      figures.push_back(sheet(sheet.total(), metric));
    }
  }
  return figures;
}

}  // namespace roi
