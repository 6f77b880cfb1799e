#pragma once
// The tape printed: what a figure is made of, and what that is made of, down to typed fields.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "roi/trace.h"

namespace roi {

/// A step of a formula. Its operands are earlier terms of the same formula; a term of op figure,
/// input or missing instead names another entry of the explanation.
struct Term {
  Op op;
  Metric id;        ///< what a constant counts
  double constant;  ///< the value of a constant
  std::uint32_t entry;
  std::vector<std::uint32_t> operands;
};

/// One named figure, typed input or missing input.
struct Entry {
  Op op;  ///< figure, input or missing
  Label label;
  std::uint32_t quantity;  ///< of an input; of an own input that is missing, which
  Figure<> figure;
  std::vector<Term> formula;  ///< of a figure; the last term is its result
  Tape::Index node = 0;       ///< on the tape
};

/// Entry 0 is the figure asked for; each figure stands once, however often it is used.
using Explanation = std::vector<Entry>;

Explanation explain(const Trace& figure);

/// Several figures of one tape (at least one, each once) in one list, which begins with them in
/// this order.
Explanation explain(std::span<const Trace> figures);

/// Every result: of the total, then of each channel; then what can be said of the goal: what it
/// takes only where ad spend reaches it. goalIsMet: of a plan whose channels respond, whether a
/// scale was found that meets it (findGoalScale).
std::vector<Trace> everyFigure(Sheet<Trace>& sheet, std::optional<bool> goalIsMet);

/// The entry's formula in metric ids: "profit / cost", "sum(cost)" over channels or lines,
/// "total(cost)" where a channel uses the total, "scaling(leads)" and "others(leads)" for the parts
/// of a total whose volume does and does not follow ad spend, "counted(cost)" for that of the
/// channels whose return counts.
std::string formulaText(const Explanation& explanation, std::size_t entry);

/// A part of a total by its name in formulas: "scaling", "countedOthers"; empty for the whole.
std::string_view text(Label::Part part);

}  // namespace roi
