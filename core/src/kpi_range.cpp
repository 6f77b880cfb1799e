#include <algorithm>

#include "roi/kpi.h"

namespace roi {
namespace {

using Values = std::vector<double>;

/// A figure with other counts than the likely ones.
double valueAt(const Tape& tape, Tape::Index index, const Values& counts) {
  const Tape::Node& node = tape[index];
  if (node.op == Op::input) return counts[node.detail];
  if (node.op == Op::constant) return node.figure.value;
  double value = valueAt(tape, tape.operand(node, 0), counts);
  for (Tape::Index i = 1; i < node.operandCount; ++i) {
    const double next = valueAt(tape, tape.operand(node, i), counts);
    switch (node.op) {
      case Op::subtract: value -= next; break;
      case Op::multiply: value *= next; break;
      case Op::quotient: value /= next; break;
      default: value += next;
    }
  }
  return value;
}

/// Whether a KPI rises with a count, whatever the others are: (x - l) / x is 1 - l / x, and rises;
/// (o - x) / x is o / x - 1, and falls.
bool rises(const KpiInfo& kpi, KpiInput input) {
  if (input == kpi.of) return true;
  return input != kpi.less && input != kpi.per && input != kpi.meanOver;
}

/// A mean of channels rises with the weight of what is above it: weights are turned until none
/// moves it further, which takes no more turns than there are channels. J. M. Mendel, Uncertain
/// Rule-Based Fuzzy Systems (2001), 9.3.
void turnWeights(const KpiCounts& counts, const KpiInfo& kpi, const Trace& mean, bool isMost,
                 Values& at) {
  for (std::size_t turn = 0; turn < counts.channels.size(); ++turn) {
    const double value = valueAt(*mean.tape, mean.node, at);
    for (std::size_t c = 0; c < counts.channels.size(); ++c) {
      if (!isCounted(counts, c, kpi)) continue;
      const auto place = [&](KpiInput input) {
        return *counts.channels[c][static_cast<std::size_t>(input)];
      };
      // hours in all, of so many answers
      const bool isAbove = at[place(*kpi.of)] > value;
      const Quantity& weight = counts.quantities[place(*kpi.per)];
      at[place(*kpi.per)] = isAbove == isMost ? weight.high : weight.low;
    }
  }
}

}  // namespace

std::optional<KpiRange> rangeOf(const KpiCounts& counts, std::size_t scope, const KpiInfo& kpi,
                                const Trace& figure) {
  const std::vector<KpiInput> inputs = inputsOf(kpi, counts.interactions);
  const std::vector<PartOf> parts = partsOf(kpi, counts.interactions);
  Values at(counts.quantities.size());
  double ends[2];
  for (const bool isMost : {false, true}) {
    for (std::size_t c = 0; c < counts.channels.size(); ++c) {
      const bool isOfIt = scope == c || scope == counts.channels.size();
      if (!isOfIt || !isCounted(counts, c, kpi)) continue;
      const auto place = [&](KpiInput input) {
        return *counts.channels[c][static_cast<std::size_t>(input)];
      };
      for (const KpiInput input : inputs) {
        if (!counts.channels[c][static_cast<std::size_t>(input)]) continue;  // all is meant
        const Quantity& q = counts.quantities[place(input)];
        at[place(input)] = rises(kpi, input) == isMost ? q.high : q.low;
      }
      for (const PartOf& pair : parts) {
        double& part = at[place(pair.part)];
        double& whole = at[place(pair.whole)];
        // the whole makes room as far as its own range goes
        whole = std::max(whole, std::min(part, counts.quantities[place(pair.whole)].high));
        part = std::min(part, whole);
      }
    }
    if (isWeighed(kpi) && scope == counts.channels.size())
      turnWeights(counts, kpi, figure, isMost, at);
    ends[isMost] = valueAt(*figure.tape, figure.node, at);
  }
  if (!(ends[0] < ends[1])) return std::nullopt;
  return KpiRange{ends[0], ends[1]};
}

}  // namespace roi
