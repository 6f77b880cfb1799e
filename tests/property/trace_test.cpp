// What is recorded of random plans.

#include "roi/trace.h"

#include <gtest/gtest.h>

#include <cstring>

#include "json/document.h"
#include "property/random_document.h"

namespace roi::trace_test {
namespace {

bool sameBits(const Figure<>& a, const Figure<>& b) {
  return a.why == b.why && std::memcmp(&a.value, &b.value, sizeof a.value) == 0;
}

TEST(TraceTest, Operands_ComeBeforeTheirResult) {
  Tape tape;
  const json::Document document = test::decoded(test::randomDocument(7));
  Sheet<Trace> sheet(document.front().scenario, Numbers<Trace>(tape));
  for (std::size_t i = 0; i < kMetrics; ++i) sheet(sheet.total(), static_cast<Metric>(i));
  ASSERT_GT(tape.size(), 0U);
  for (Tape::Index n = 0; n < tape.size(); ++n) {
    for (Tape::Index i = 0; i < tape[n].operandCount; ++i) EXPECT_LT(tape.operand(tape[n], i), n);
  }
}

TEST(TraceTest, RecordedFigures_AreThoseOfPlainFiguresBitForBit) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    SCOPED_TRACE(seed);
    const json::Document document = test::decoded(test::randomDocument(seed));
    for (const json::DocumentScenario& d : document) {
      Tape tape;
      Sheet<Trace> recorded(d.scenario, Numbers<Trace>(tape));
      Sheet<Figure<>> plain(d.scenario);
      for (std::size_t scope = 0; scope <= plain.total(); ++scope) {
        for (std::size_t i = 0; i < kMetrics; ++i) {
          const auto m = static_cast<Metric>(i);
          if (info(m).category >= Category::input) continue;
          EXPECT_TRUE(sameBits(recorded(scope, m).figure(), plain(scope, m))) << info(m).id;
        }
      }
    }
  }
}

}  // namespace
}  // namespace roi::trace_test
