#pragma once
// The tape run forwards as a program over blocks of lanes: the same rules, many answers at once.
// What depends on no varying quantity keeps the value it was recorded with.

#include <cstdint>
#include <span>
#include <vector>

#include "roi/trace.h"

namespace roi {

class Program {
 public:
  static constexpr std::size_t kLanes = 256;

  /// varies: per quantity, whether it has a column of its own in each run. The tape is not needed
  /// afterwards.
  Program(const Tape& tape, std::span<const Tape::Index> outputs, const std::vector<bool>& varies);

  /// The varying quantities the outputs depend on, in ascending order.
  const std::vector<std::uint32_t>& inputs() const { return inputs_; }

  /// columns[i]: kLanes values of inputs()[i].
  void run(const double* const* columns);

  /// kLanes values of the last run, NaN where the figure is undefined. They last until the next
  /// run, and no longer than its columns.
  const double* output(std::size_t k) const { return address(outputs_[k]); }

 private:
  /// Where a value is: a register, an input's column, or a constant.
  struct Source {
    enum class Kind : std::uint8_t { constant, input, column };
    Kind kind = Kind::constant;
    std::uint32_t index = 0;

    bool isConstant() const { return kind == Kind::constant; }
  };
  using Kernel = void (*)(const double*, const double*, const double*, double*);
  struct Step {
    Kernel kernel;
    Source a, b, c;
    std::uint32_t column;
  };
  class Compiler;

  const double* address(const Source& source) const;

  std::vector<Step> steps_;
  std::vector<double> constants_;
  std::vector<double> columns_;
  std::vector<std::uint32_t> inputs_;
  std::vector<Source> outputs_;
  const double* const* given_ = nullptr;
};

/// The quantities a figure is made of, in ascending order.
std::vector<std::uint32_t> quantitiesOf(const Trace& figure);

/// The tape run backwards: how much a figure moves with each quantity, all in one pass. Zero for
/// what it does not depend on; where ifPositive chooses, the side that counts. Empty if the figure
/// is undefined. A. Griewank, A. Walther, Evaluating Derivatives (2008), chapter 3.
std::vector<double> gradient(const Trace& figure, std::size_t quantities);

}  // namespace roi
