#include "roi/trace.h"

#include <gtest/gtest.h>

namespace roi::trace_test {
namespace {

TEST(TraceTest, Operation_RemembersItsOperandsInOrder) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  const Trace a = numbers.constant(7, Metric::amount);
  const Trace b = numbers.constant(2, Metric::channelCount);
  const Trace difference = a - b;
  const Tape::Node& node = tape[difference.node];
  EXPECT_EQ(node.op, Op::subtract);
  ASSERT_EQ(node.operandCount, 2U);
  EXPECT_EQ(tape.operand(node, 0), a.node);
  EXPECT_EQ(tape.operand(node, 1), b.node);
  EXPECT_EQ(difference.figure().value, 5);
}

TEST(TraceTest, EveryOperation_HasItsOwnOpAndTheFiguresResult) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  const Trace a = numbers.constant(7, Metric::amount);
  const Trace b = numbers.constant(2, Metric::amount);
  const Trace none = numbers.constant(0, Metric::amount);
  const auto expect = [&](const Trace& t, Op op, double value) {
    EXPECT_EQ(tape[t.node].op, op);
    EXPECT_EQ(t.figure().value, value);
  };
  expect(a + b, Op::add, 9);
  expect(a - b, Op::subtract, 5);
  expect(a * b, Op::multiply, 14);
  expect(quotient(a, b, Metric::cost), Op::quotient, 3.5);
  expect(numbers.sum({a, b, a}), Op::sum, 16);
  expect(ifPositive(a, b, a), Op::ifPositive, 2);
  expect(ifPositive(none, b, a), Op::ifPositive, 7);
}

TEST(TraceTest, UndefinedOperation_IsRecordedWithItsReason) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  const Trace one = numbers.constant(1, Metric::amount);
  const Trace zero = numbers.constant(0, Metric::amount);
  const Trace t = quotient(one, zero, Metric::leads) + numbers.missing(Metric::margin);
  EXPECT_EQ(text(t.figure().why), "zero:leads");
  EXPECT_EQ(tape[tape.operand(tape[t.node], 0)].id, Metric::leads);
  EXPECT_EQ(tape[tape.operand(tape[t.node], 1)].op, Op::missing);
}

TEST(TraceTest, Name_LabelsItsOperandAndKeepsItsFigure) {
  Tape tape;
  const Numbers<Trace> numbers(tape);
  const Trace one = numbers.constant(1, Metric::amount);
  const Trace named = numbers.named({3, Metric::cost, Label::kNoLine}, one);
  const Tape::Node& node = tape[named.node];
  EXPECT_EQ(node.op, Op::figure);
  EXPECT_EQ(tape.operand(node, 0), one.node);
  EXPECT_EQ(tape.label(node).scope, 3U);
  EXPECT_EQ(tape.label(node).metric, Metric::cost);
  EXPECT_EQ(named.figure().value, 1);
}

TEST(TraceTest, Input_RemembersItsQuantity) {
  Tape tape;
  Quantity quantity;
  quantity.likely = 0.25;
  quantity.metric = Metric::margin;
  const Trace input = Numbers<Trace>(tape).input(9, quantity);
  EXPECT_EQ(tape[input.node].detail, 9U);
  EXPECT_EQ(tape[input.node].id, Metric::margin);
  EXPECT_EQ(input.figure().value, 0.25);
}

}  // namespace
}  // namespace roi::trace_test
