#include "json/formula.h"

#include <array>

namespace roi::json {
namespace {

constexpr std::array<std::string_view, 11> kOps = {"constant", "input",      "missing",  "figure",
                                                   "sum",      "add",        "subtract", "multiply",
                                                   "quotient", "ifPositive", "power"};

std::string_view text(Op op) { return kOps[static_cast<std::size_t>(op)]; }

void writeTerm(Writer& out, const Term& term) {
  out.open('{');
  if (term.op == Op::constant) {
    out.key("constant").number(term.constant);
    if (term.id != Metric::amount) out.key("metric").text(info(term.id).id);
  } else if (term.operands.empty()) {
    out.key("entry").number(term.entry);
  } else {
    out.key("op").text(text(term.op)).key("of").open('[');
    for (const std::uint32_t operand : term.operands) out.number(operand);
    out.close(']');
  }
  out.close('}');
}

}  // namespace

std::string_view kindOf(const Entry& entry) { return text(entry.op); }

void writeTerms(Writer& out, const Entry& figure) {
  out.key("terms").open('[');
  for (const Term& term : figure.formula) writeTerm(out, term);
  out.close(']');
}

}  // namespace roi::json
