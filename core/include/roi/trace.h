#pragma once
// Trace is the number type that remembers: run with it, the model leaves a tape, the expression
// behind every figure down to the typed fields.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "roi/figure.h"
#include "roi/sheet.h"

namespace roi {

enum class Op : std::uint8_t {
  constant,
  input,
  missing,
  figure,  ///< names its operand
  sum,
  add,
  subtract,
  multiply,
  quotient,
  ifPositive,
  power,
  luck  ///< a count drawn about its mean, the first operand, at a level, the second; a third is the
        ///< cases it is a part of. Its value is the mean
};

/// What an own figure, whose formula knows no bounds, may be: its squares can still be summed up.
inline constexpr double kLargestOwnFigure = 1e120;

class Tape {
 public:
  using Index = std::uint32_t;

  struct Node {
    Op op;
    Metric id;  ///< what is missing, what may be zero, or what a constant counts
    Index firstOperand, operandCount;
    std::uint32_t detail;  ///< an input's quantity, a figure's label, or which own input is missing
    Figure<> figure;
  };

  Index push(Op op, Metric id, std::uint32_t detail, std::span<const Index> operands,
             Figure<> figure);
  /// An own figure beyond kLargestOwnFigure is missing.
  Index name(Label label, Index operand);

  const Node& operator[](Index node) const { return nodes_[node]; }
  Index operand(const Node& node, std::size_t i) const { return operands_[node.firstOperand + i]; }
  const Label& label(const Node& figure) const { return labels_[figure.detail]; }
  std::size_t size() const { return nodes_.size(); }

 private:
  std::vector<Node> nodes_;
  std::vector<Index> operands_;
  std::vector<Label> labels_;
};

struct Trace {
  Tape* tape = nullptr;
  Tape::Index node = 0;

  const Figure<>& figure() const { return (*tape)[node].figure; }
};

Trace operator+(const Trace& a, const Trace& b);
Trace operator-(const Trace& a, const Trace& b);
Trace operator*(const Trace& a, const Trace& b);
Trace quotient(const Trace& n, const Trace& d, Metric id);
Trace power(const Trace& base, const Trace& exponent);
Trace ifPositive(const Trace& test, const Trace& yes, const Trace& no);

template <>
class Numbers<Trace> {
 public:
  explicit Numbers(Tape& tape) : tape_(&tape) {}
  /// For a tape that holds several scenarios: the number on it of each of this one's quantities.
  Numbers(Tape& tape, std::vector<std::uint32_t> numbers)
      : tape_(&tape), numbers_(std::move(numbers)) {}
  /// The same with luck: from this number on stand the levels at which customers are drawn. See
  /// addLuck.
  Numbers(Tape& tape, std::uint32_t firstLevel, std::vector<std::uint32_t> numbers = {})
      : tape_(&tape), numbers_(std::move(numbers)), firstLevel_(firstLevel) {}
  Trace input(std::uint32_t index, const Quantity& quantity) const;
  Trace constant(double value, Metric meaning) const;
  Trace missing(Metric id, std::uint32_t line = 0) const;
  Trace named(Label label, const Trace& figure) const;
  bool hasLuck() const { return firstLevel_.has_value(); }
  /// cases: those the customers are a part of; null where they are drawn by their mean alone.
  Trace luck(std::size_t channel, const Trace& mean, const Trace* cases) const;
  Trace sum(const std::vector<Trace>& parts) const;

 private:
  Tape* tape_;
  std::vector<std::uint32_t> numbers_;  // empty: as they stand in the scenario
  std::optional<std::uint32_t> firstLevel_;
};

}  // namespace roi
