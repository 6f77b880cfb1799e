#include "roi/trace.h"

#include <cmath>

namespace roi {
namespace {

template <std::size_t N>
Trace record(Op op, Metric id, const Trace (&operands)[N], const Figure<>& figure) {
  Tape::Index nodes[N];
  for (std::size_t i = 0; i < N; ++i) nodes[i] = operands[i].node;
  Tape* tape = operands[0].tape;
  return {tape, tape->push(op, id, 0, nodes, figure)};
}

}  // namespace

Tape::Index Tape::push(Op op, Metric id, std::uint32_t detail, std::span<const Index> operands,
                       Figure<> figure) {
  const auto first = static_cast<Index>(operands_.size());
  operands_.insert(operands_.end(), operands.begin(), operands.end());
  nodes_.push_back({op, id, first, static_cast<Index>(operands.size()), detail, figure});
  return static_cast<Index>(nodes_.size() - 1);
}

Tape::Index Tape::name(Label label, Index operand) {
  labels_.push_back(label);
  const auto detail = static_cast<std::uint32_t>(labels_.size() - 1);
  Figure<> figure = nodes_[operand].figure;
  const bool isBounded = std::fabs(figure.value) <= kLargestOwnFigure;
  if (label.metric == Metric::ownFigure && !isBounded)
    figure = undefined<double>(Reason::Kind::missing, Metric::ownFigure);
  return push(Op::figure, label.metric, detail, {&operand, 1}, figure);
}

Trace operator+(const Trace& a, const Trace& b) {
  return record(Op::add, Metric::amount, {a, b}, a.figure() + b.figure());
}
Trace operator-(const Trace& a, const Trace& b) {
  return record(Op::subtract, Metric::amount, {a, b}, a.figure() - b.figure());
}
Trace operator*(const Trace& a, const Trace& b) {
  return record(Op::multiply, Metric::amount, {a, b}, a.figure() * b.figure());
}
Trace quotient(const Trace& n, const Trace& d, Metric id) {
  return record(Op::quotient, id, {n, d}, quotient(n.figure(), d.figure(), id));
}
Trace power(const Trace& base, const Trace& exponent) {
  return record(Op::power, Metric::amount, {base, exponent},
                power(base.figure(), exponent.figure()));
}
Trace ifPositive(const Trace& test, const Trace& yes, const Trace& no) {
  return record(Op::ifPositive, Metric::amount, {test, yes, no},
                ifPositive(test.figure(), yes.figure(), no.figure()));
}

Trace Numbers<Trace>::input(std::uint32_t index, const Quantity& quantity) const {
  const std::uint32_t number = numbers_.empty() ? index : numbers_[index];
  return {tape_, tape_->push(Op::input, quantity.metric, number, {}, {quantity.likely, {}})};
}
Trace Numbers<Trace>::constant(double value, Metric meaning) const {
  return {tape_, tape_->push(Op::constant, meaning, 0, {}, {value, {}})};
}
Trace Numbers<Trace>::missing(Metric id, std::uint32_t line) const {
  return {tape_,
          tape_->push(Op::missing, id, line, {}, undefined<double>(Reason::Kind::missing, id))};
}
Trace Numbers<Trace>::named(Label label, const Trace& figure) const {
  return {tape_, tape_->name(label, figure.node)};
}
Trace Numbers<Trace>::luck(std::size_t channel, const Trace& mean, const Trace* cases) const {
  const auto number = *firstLevel_ + static_cast<std::uint32_t>(channel);
  const Tape::Index level = tape_->push(Op::input, Metric::customers, number, {}, {0.5, {}});
  std::vector<Tape::Index> nodes = {mean.node, level};
  if (cases) nodes.push_back(cases->node);
  return {tape_, tape_->push(Op::luck, Metric::customers, 0, nodes, mean.figure())};
}
Trace Numbers<Trace>::sum(const std::vector<Trace>& parts) const {
  Figure<> total = parts.front().figure();
  for (std::size_t i = 1; i < parts.size(); ++i) total = total + parts[i].figure();
  std::vector<Tape::Index> nodes;
  nodes.reserve(parts.size());
  for (const Trace& part : parts) nodes.push_back(part.node);
  return {tape_, tape_->push(Op::sum, Metric::amount, 0, nodes, total)};
}

}  // namespace roi
