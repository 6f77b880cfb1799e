#include "roi/program.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "roi/elementary.h"
#include "roi/luck.h"
#include "roi/order.h"

namespace roi {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

struct Add {
  static double of(double a, double b) { return a + b; }
};
struct Subtract {
  static double of(double a, double b) { return a - b; }
};
struct Multiply {
  static double of(double a, double b) { return a * b; }
};
struct Quotient {
  static double of(double a, double b) { return b == 0 ? kUndefined : a / b; }
};
struct Power {
  static double of(double a, double b) { return a == a && b == b ? power(a, b) : kUndefined; }
};

// Kernels are called per block and kept apart: engines replace a running function's slow first code
// only between calls. Strides of 0 read one constant for all lanes.
template <class Operation, std::size_t A, std::size_t B>
[[gnu::noinline]] void apply(const double* __restrict a, const double* __restrict b, const double*,
                             double* __restrict out) {
  for (std::size_t i = 0; i < Program::kLanes; ++i) out[i] = Operation::of(a[i * A], b[i * B]);
}

template <std::size_t Yes, std::size_t No>
[[gnu::noinline]] void choose(const double* __restrict test, const double* __restrict yes,
                              const double* __restrict no, double* __restrict out) {
  for (std::size_t i = 0; i < Program::kLanes; ++i) {
    const double chosen = test[i] > 0 ? yes[i * Yes] : no[i * No];
    out[i] = test[i] == test[i] ? chosen : kUndefined;
  }
}

double bounded(double a) {
  return a <= kLargestOwnFigure && a >= -kLargestOwnFigure ? a : kUndefined;
}

/// What is too large is undefined: no sum or histogram meets an infinite lane.
[[gnu::noinline]] void keepBounded(const double* __restrict a, const double*, const double*,
                                   double* __restrict out) {
  for (std::size_t i = 0; i < Program::kLanes; ++i) out[i] = bounded(a[i]);
}

template <std::size_t Mean>
void drawPoisson(const double* mean, const double* level, const double*, double* out) {
  poissonQuantiles(mean, Mean, level, out);
}

template <std::size_t Mean, std::size_t Cases>
void drawBinomial(const double* mean, const double* level, const double* cases, double* out) {
  binomialQuantiles(mean, Mean, cases, Cases, level, out);
}

}  // namespace

/// Turns the part of a tape that outputs need into steps over as few columns as it takes.
class Program::Compiler {
 public:
  Compiler(Program& program, const Tape& tape, const std::vector<bool>& varies)
      : program_(program), tape_(tape), varies_(varies), state_(tape.size()) {}

  void compile(std::span<const Tape::Index> outputs) {
    mark(outputs);
    listInputs();
    for (Tape::Index node = 0; node < tape_.size(); ++node) {
      if (state_[node].uses > 0) emit(node);
    }
    for (const Tape::Index output : outputs) program_.outputs_.push_back(state_[output].source);
    for (Source& output : program_.outputs_) fillIfConstant(output);
    program_.columns_.resize(columnCount_ * kLanes);
  }

 private:
  struct State {
    std::uint32_t uses = 0;  ///< how often it is still to be read; outputs are read for ever
    bool depends = false;    ///< on a varying quantity
    Source source;
  };

  /// What outputs need, and which of it varies. Operands stand before what they are operands of.
  void mark(std::span<const Tape::Index> outputs) {
    for (const Tape::Index output : outputs) state_[output].uses = 1U << 20;
    for (auto node = static_cast<Tape::Index>(tape_.size()); node-- > 0;) {
      if (state_[node].uses == 0) continue;
      for (std::size_t i = 0; i < tape_[node].operandCount; ++i) {
        ++state_[tape_.operand(tape_[node], i)].uses;
      }
    }
    for (Tape::Index node = 0; node < tape_.size(); ++node) {
      if (state_[node].uses > 0) state_[node].depends = dependsOnVarying(tape_[node]);
    }
  }

  bool dependsOnVarying(const Tape::Node& node) const {
    if (node.op == Op::input) return varies_[node.detail];
    for (std::size_t i = 0; i < node.operandCount; ++i) {
      if (state_[tape_.operand(node, i)].depends) return true;
    }
    return false;
  }

  void listInputs() {
    std::vector<bool> used(varies_.size());
    for (Tape::Index node = 0; node < tape_.size(); ++node) {
      const bool isInput = tape_[node].op == Op::input && state_[node].uses > 0;
      if (isInput && varies_[tape_[node].detail]) used[tape_[node].detail] = true;
    }
    place_.resize(varies_.size());
    for (std::uint32_t quantity = 0; quantity < used.size(); ++quantity) {
      if (!used[quantity]) continue;
      place_[quantity] = static_cast<std::uint32_t>(program_.inputs_.size());
      program_.inputs_.push_back(quantity);
    }
  }

  /// Outputs are read lane by lane, even where they do not vary.
  void fillIfConstant(Source& output) {
    if (!output.isConstant()) return;
    const double value = valueOf(output);
    output = {Source::Kind::column, columnCount_++};
    program_.columns_.resize(columnCount_ * kLanes);
    std::fill_n(program_.columns_.end() - kLanes, kLanes, value);
  }

  Source constant(double value) {
    program_.constants_.push_back(value);
    const auto last = static_cast<std::uint32_t>(program_.constants_.size() - 1);
    return {Source::Kind::constant, last};
  }

  void emit(Tape::Index node) {
    const Tape::Node& n = tape_[node];
    State& state = state_[node];
    if (!state.depends) {
      state.source = constant(n.figure.defined() ? n.figure.value : kUndefined);
    } else if (n.op == Op::input) {
      state.source = {Source::Kind::input, place_[n.detail]};
    } else if (n.op == Op::figure && n.id == Metric::ownFigure) {
      state.source = keptBounded(tape_.operand(n, 0), state.uses);
    } else if (n.op == Op::figure) {
      alias(state, tape_.operand(n, 0));
    } else if (n.op == Op::ifPositive) {
      state.source = choice(n);
    } else if (n.op == Op::luck) {
      draw(state, n);
    } else {
      state.source = fold(n);
    }
  }

  /// A name: whoever reads it reads what it names.
  void alias(State& state, Tape::Index named) {
    state.source = state_[named].source;
    if (state.source.kind != Source::Kind::column) return;
    readers_[state.source.index] += state.uses - 1;
  }

  Source keptBounded(Tape::Index figure, std::uint32_t uses) {
    const Source source = state_[figure].source;
    if (source.isConstant()) return constant(bounded(valueOf(source)));
    return step(keepBounded, source, {}, {}, uses);
  }

  double valueOf(const Source& source) const { return program_.constants_[source.index]; }

  /// The operation over all operands, from the first to the last.
  Source fold(const Tape::Node& n) {
    Source so_far = state_[tape_.operand(n, 0)].source;
    for (std::size_t i = 1; i < n.operandCount; ++i) {
      const Source next = state_[tape_.operand(n, i)].source;
      const bool isLast = i + 1 == n.operandCount;
      so_far = binary(n.op, so_far, next, isLast ? usesOf(n) : 1);
    }
    return so_far;
  }

  std::uint32_t usesOf(const Tape::Node& n) const {
    return state_[static_cast<std::size_t>(&n - &tape_[0])].uses;
  }

  Source binary(Op op, Source a, Source b, std::uint32_t uses) {
    if (a.isConstant() && b.isConstant()) return constant(calculate(op, valueOf(a), valueOf(b)));
    return step(kernel(op, a.isConstant(), b.isConstant()), a, b, {}, uses);
  }

  static double calculate(Op op, double a, double b) {
    switch (op) {
      case Op::subtract: return Subtract::of(a, b);
      case Op::multiply: return Multiply::of(a, b);
      case Op::quotient: return Quotient::of(a, b);
      case Op::power: return Power::of(a, b);
      default: return Add::of(a, b);
    }
  }

  template <class Operation>
  static Kernel kernelOf(bool constantA, bool constantB) {
    if (constantA) return apply<Operation, 0, 1>;
    return constantB ? apply<Operation, 1, 0> : apply<Operation, 1, 1>;
  }

  static Kernel kernel(Op op, bool constantA, bool constantB) {
    switch (op) {
      case Op::subtract: return kernelOf<Subtract>(constantA, constantB);
      case Op::multiply: return kernelOf<Multiply>(constantA, constantB);
      case Op::quotient: return kernelOf<Quotient>(constantA, constantB);
      case Op::power: return kernelOf<Power>(constantA, constantB);
      default: return kernelOf<Add>(constantA, constantB);
    }
  }

  Source choice(const Tape::Node& n) {
    const Source test = state_[tape_.operand(n, 0)].source;
    const Source yes = state_[tape_.operand(n, 1)].source;
    const Source no = state_[tape_.operand(n, 2)].source;
    if (test.isConstant()) {
      const double value = valueOf(test);
      if (value != value) return constant(kUndefined);
      const Source& chosen = value > 0 ? yes : no;
      if (chosen.kind == Source::Kind::column) readers_[chosen.index] += usesOf(n) - 1;
      release(value > 0 ? no : yes);
      return chosen;
    }
    const Kernel kernels[2][2] = {{choose<1, 1>, choose<1, 0>}, {choose<0, 1>, choose<0, 0>}};
    const Kernel kernel = kernels[yes.isConstant()][no.isConstant()];
    return step(kernel, test, yes, no, usesOf(n));
  }

  /// A count at its level; where that does not vary, the mean.
  void draw(State& state, const Tape::Node& n) {
    const Source mean = state_[tape_.operand(n, 0)].source;
    const Source level = state_[tape_.operand(n, 1)].source;
    const Source cases = n.operandCount > 2 ? state_[tape_.operand(n, 2)].source : Source{};
    if (level.isConstant()) {
      alias(state, tape_.operand(n, 0));
      release(cases);
    } else if (n.operandCount > 2) {
      const Kernel kernels[2][2] = {{drawBinomial<1, 1>, drawBinomial<1, 0>},
                                    {drawBinomial<0, 1>, drawBinomial<0, 0>}};
      const Kernel kernel = kernels[mean.isConstant()][cases.isConstant()];
      state.source = step(kernel, mean, level, cases, state.uses);
    } else {
      const Kernel kernel = mean.isConstant() ? drawPoisson<0> : drawPoisson<1>;
      state.source = step(kernel, mean, level, {}, state.uses);
    }
  }

  /// The column written is none of those read, so that kernels may assume it.
  Source step(Kernel kernel, Source a, Source b, Source c, std::uint32_t uses) {
    const std::uint32_t column = take();
    readers_[column] = uses;
    program_.steps_.push_back({kernel, a, b, c, column});
    release(a);
    release(b);
    release(c);
    return {Source::Kind::column, column};
  }

  std::uint32_t take() {
    if (free_.empty()) {
      free_.push_back(columnCount_++);
      readers_.push_back(0);
    }
    const std::uint32_t column = free_.back();
    free_.pop_back();
    return column;
  }

  void release(const Source& source) {
    if (source.kind != Source::Kind::column) return;
    if (--readers_[source.index] == 0) free_.push_back(source.index);
  }

  Program& program_;
  const Tape& tape_;
  const std::vector<bool>& varies_;
  std::vector<State> state_;
  std::vector<std::uint32_t> place_;    // of a quantity among the inputs
  std::vector<std::uint32_t> readers_;  // of a column
  std::vector<std::uint32_t> free_;
  std::uint32_t columnCount_ = 0;
};

Program::Program(const Tape& tape, std::span<const Tape::Index> outputs,
                 const std::vector<bool>& varies) {
  Compiler(*this, tape, varies).compile(outputs);
}

const double* Program::address(const Source& source) const {
  switch (source.kind) {
    case Source::Kind::input: return given_[source.index];
    case Source::Kind::column: return columns_.data() + source.index * kLanes;
    case Source::Kind::constant: break;
  }
  return constants_.data() + source.index;
}

void Program::run(const double* const* columns) {
  given_ = columns;
  for (const Step& step : steps_) {
    step.kernel(address(step.a), address(step.b), address(step.c),
                columns_.data() + step.column * kLanes);
  }
}

namespace {

/// What a node's adjoint adds to those of its operands.
class Adjoints {
 public:
  explicit Adjoints(const Tape& tape, Tape::Index figure) : tape_(tape), adjoints_(figure + 1) {}

  void push(Tape::Index node) {
    const Tape::Node& n = tape_[node];
    const double d = adjoints_[node];
    switch (n.op) {
      case Op::luck: add(n, 0, d); break;
      case Op::figure:
      case Op::sum:
      case Op::add:
        for (std::size_t i = 0; i < n.operandCount; ++i) add(n, i, d);
        break;
      case Op::subtract:
        add(n, 0, d);
        add(n, 1, -d);
        break;
      case Op::multiply:
        add(n, 0, d * value(n, 1));
        add(n, 1, d * value(n, 0));
        break;
      case Op::quotient:
        add(n, 0, d / value(n, 1));
        add(n, 1, -d * n.figure.value / value(n, 1));
        break;
      case Op::ifPositive: add(n, value(n, 0) > 0 ? 1 : 2, d); break;
      case Op::power: {
        const double base = value(n, 0);
        add(n, 0, d * value(n, 1) * power(base, value(n, 1) - 1));
        if (base > 0) add(n, 1, d * n.figure.value * logarithm(base));
        break;
      }
      case Op::constant:
      case Op::input:
      case Op::missing: break;
    }
  }

  double& operator[](Tape::Index node) { return adjoints_[node]; }

 private:
  double value(const Tape::Node& n, std::size_t operand) const {
    return tape_[tape_.operand(n, operand)].figure.value;
  }
  void add(const Tape::Node& n, std::size_t operand, double amount) {
    adjoints_[tape_.operand(n, operand)] += amount;
  }

  const Tape& tape_;
  std::vector<double> adjoints_;
};

}  // namespace

namespace {

/// The nodes a figure is made of, each after its operands, in the order of the formula: compilers
/// differ in the order of recording, and sums of adjoints must not.
std::vector<Tape::Index> madeOf(const Tape& tape, Tape::Index figure) {
  struct Open {
    Tape::Index node, next;
  };
  std::vector<Tape::Index> order;
  std::vector<bool> seen(figure + 1);
  std::vector<Open> open = {{figure, 0}};
  seen[figure] = true;
  while (!open.empty()) {
    Open& top = open.back();
    const Tape::Node& n = tape[top.node];
    if (top.next == n.operandCount) {
      order.push_back(top.node);
      open.pop_back();
      continue;
    }
    const Tape::Index operand = tape.operand(n, top.next++);
    if (!seen[operand]) {
      seen[operand] = true;
      open.push_back({operand, 0});
    }
  }
  return order;
}

}  // namespace

std::vector<std::uint32_t> quantitiesOf(const Trace& figure) {
  const Tape& tape = *figure.tape;
  std::vector<std::uint32_t> quantities;
  for (const Tape::Index node : madeOf(tape, figure.node)) {
    if (tape[node].op == Op::input) quantities.push_back(tape[node].detail);
  }
  sortStably(quantities, std::less<>());
  quantities.erase(std::unique(quantities.begin(), quantities.end()), quantities.end());
  return quantities;
}

std::vector<double> gradient(const Trace& figure, std::size_t quantities) {
  if (!figure.figure().defined()) return {};
  const Tape& tape = *figure.tape;
  const std::vector<Tape::Index> order = madeOf(tape, figure.node);
  std::vector<double> result(quantities);
  Adjoints adjoints(tape, figure.node);
  adjoints[figure.node] = 1;
  for (std::size_t i = order.size(); i-- > 0;) {
    const Tape::Index node = order[i];
    if (adjoints[node] == 0) continue;  // also a quotient by zero on the side that does not count
    adjoints.push(node);
    if (tape[node].op == Op::input) result[tape[node].detail] += adjoints[node];
  }
  return result;
}

}  // namespace roi
