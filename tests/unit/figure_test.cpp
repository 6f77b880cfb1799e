#include "roi/figure.h"

#include <gtest/gtest.h>

namespace roi::figure_test {
namespace {

const Figure<> kTwo{2, {}};
const Figure<> kSix{6, {}};
const Figure<> kNoLeads = undefined<double>(Reason::Kind::missing, Metric::leads);
const Figure<> kZeroCost = undefined<double>(Reason::Kind::zero, Metric::cost);

std::string why(const Figure<>& figure) { return text(figure.why); }

TEST(FigureTest, Arithmetic_IsThatOfItsNumbers) {
  EXPECT_EQ((kTwo + kSix).value, 8);
  EXPECT_EQ((kTwo - kSix).value, -4);
  EXPECT_EQ((kTwo * kSix).value, 12);
  EXPECT_EQ(quotient(kSix, kTwo, Metric::cost).value, 3);
}

TEST(FigureTest, EveryOperation_PassesOnTheFirstReason) {
  EXPECT_EQ(why(kNoLeads + kZeroCost), "missing:leads");
  EXPECT_EQ(why(kZeroCost + kNoLeads), "zero:cost");
  EXPECT_EQ(why(kNoLeads - kZeroCost), "missing:leads");
  EXPECT_EQ(why(kZeroCost * kNoLeads), "zero:cost");
  EXPECT_EQ(why(quotient(kNoLeads, kZeroCost, Metric::roi)), "missing:leads");
}

TEST(FigureTest, EveryOperation_PassesOnTheReasonOfItsSecondOperand) {
  EXPECT_EQ(why(kTwo + kNoLeads), "missing:leads");
  EXPECT_EQ(why(kTwo - kNoLeads), "missing:leads");
  EXPECT_EQ(why(kTwo * kZeroCost), "zero:cost");
  EXPECT_EQ(why(quotient(kTwo, kNoLeads, Metric::cost)), "missing:leads");
}

TEST(FigureTest, QuotientByZero_NamesTheDenominator) {
  EXPECT_EQ(why(quotient(kTwo, Figure<>{}, Metric::clicks)), "zero:clicks");
  EXPECT_EQ(why(quotient(Figure<>{}, Figure<>{}, Metric::clicks)), "zero:clicks");
  EXPECT_EQ(why(quotient(kTwo, Figure<>{-0.0, {}}, Metric::clicks)), "zero:clicks");
}

TEST(FigureTest, UndefinedNumerator_ComesBeforeAZeroDenominator) {
  EXPECT_EQ(why(quotient(kNoLeads, Figure<>{}, Metric::clicks)), "missing:leads");
}

TEST(FigureTest, ZeroNumerator_IsANumber) {
  const Figure<> none = quotient(Figure<>{}, kTwo, Metric::cost);
  EXPECT_TRUE(none.defined());
  EXPECT_EQ(none.value, 0);
}

TEST(FigureTest, IfPositive_ChoosesByTheSignOfItsTest) {
  EXPECT_EQ(ifPositive(kTwo, kTwo, kSix).value, 2);
  EXPECT_EQ(ifPositive(Figure<>{}, kTwo, kSix).value, 6);
  EXPECT_EQ(ifPositive(Figure<>{-1, {}}, kTwo, kSix).value, 6);
}

TEST(FigureTest, IfPositive_IgnoresWhatItDoesNotChoose) {
  EXPECT_EQ(ifPositive(kTwo, kSix, kNoLeads).value, 6);
  EXPECT_EQ(ifPositive(Figure<>{}, kNoLeads, kSix).value, 6);
}

TEST(FigureTest, IfPositive_PassesOnAnUndefinedTestOrChoice) {
  EXPECT_EQ(why(ifPositive(kNoLeads, kTwo, kSix)), "missing:leads");
  EXPECT_EQ(why(ifPositive(kTwo, kZeroCost, kSix)), "zero:cost");
}

TEST(FigureTest, Reason_IsWrittenAsKindAndMetricId) {
  EXPECT_EQ(text(Reason{}), "");
  EXPECT_EQ(text(Reason{Reason::Kind::zero, Metric::return_}), "zero:return");
  EXPECT_EQ(text(Reason{Reason::Kind::missing, Metric::closeRate}), "missing:closeRate");
}

}  // namespace
}  // namespace roi::figure_test
