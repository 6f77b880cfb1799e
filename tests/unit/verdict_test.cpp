#include "roi/verdict.h"

#include <gtest/gtest.h>

namespace roi::verdict_test {
namespace {

const Figure<> kNone = undefined<double>(Reason::Kind::zero, Metric::cost);

using Order = std::vector<std::size_t>;

TEST(VerdictTest, Rank_PutsTheBestFirst) {
  const std::vector<Candidate> three = {{"a", {1, {}}}, {"b", {3, {}}}, {"c", {-2, {}}}};
  EXPECT_EQ(rank(three, Better::higher).ranked, (Order{1, 0, 2}));
  EXPECT_EQ(rank(three, Better::lower).ranked, (Order{2, 0, 1}));
}

TEST(VerdictTest, Ties_AreRankedById) {
  const std::vector<Candidate> tied = {
      {"z", {1, {}}}, {"m", {2, {}}}, {"b", {1, {}}}, {"k", {1, {}}}};
  EXPECT_EQ(rank(tied, Better::higher).ranked, (Order{1, 2, 3, 0}));
}

TEST(VerdictTest, ZeroAndMinusZero_AreTied) {
  const std::vector<Candidate> tied = {{"b", {0.0, {}}}, {"a", {-0.0, {}}}};
  EXPECT_EQ(rank(tied, Better::higher).ranked, (Order{1, 0}));
}

TEST(VerdictTest, Undefined_IsListedApartById) {
  const std::vector<Candidate> mixed = {{"z", kNone}, {"b", {-5, {}}}, {"a", kNone}};
  const Ranking ranking = rank(mixed, Better::higher);
  EXPECT_EQ(ranking.ranked, (Order{1}));
  EXPECT_EQ(ranking.unranked, (Order{2, 0}));
}

TEST(VerdictTest, Target_IsAttainedOnItAndAtItsBetterSide) {
  EXPECT_EQ(attained({5, {}}, 5, Better::higher), true);
  EXPECT_EQ(attained({4, {}}, 5, Better::higher), false);
  EXPECT_EQ(attained({4, {}}, 5, Better::lower), true);
  EXPECT_EQ(attained({5, {}}, 5, Better::lower), true);
  EXPECT_EQ(attained({6, {}}, 5, Better::lower), false);
  EXPECT_EQ(attained(kNone, 5, Better::higher), std::nullopt);
}

TEST(VerdictTest, Goal_IsReachableByAScaleAboveZero) {
  EXPECT_FALSE(reachable({0, {}}));
  EXPECT_TRUE(reachable({2.5, {}}));
  EXPECT_FALSE(reachable({-0.1, {}}));
  EXPECT_FALSE(reachable(kNone));
}

TEST(VerdictTest, Luck_IsOneOverTheRootOfAFewCustomers) {
  EXPECT_EQ(luck({25, {}}), 0.2);
  EXPECT_EQ(luck({0.25, {}}), 2);
  EXPECT_TRUE(luck({29.9, {}}));
  EXPECT_EQ(luck({30, {}}), std::nullopt);
  EXPECT_EQ(luck({0, {}}), std::nullopt);
  EXPECT_EQ(luck(kNone), std::nullopt);
}

TEST(VerdictTest, Worst_IsLastByItsOwnCostToo) {
  const auto ranked = [](std::vector<std::size_t> order) { return Ranking{std::move(order), {}}; };
  EXPECT_EQ(worst(ranked({0, 1, 2}), ranked({1, 0, 2})), 2);
  EXPECT_EQ(worst(ranked({0, 1, 2}), ranked({2, 0, 1})), std::nullopt);
  EXPECT_EQ(worst(ranked({0, 1}), ranked({})), std::nullopt) << "neither has a cost of its own";
  EXPECT_EQ(worst(ranked({}), ranked({})), std::nullopt);
}

TEST(VerdictTest, PaybackWithChurn_TakesLongerAndMayNeverCome) {
  // 300 at 40 a month, 4 % leaving: 40 (1 - 0.96^n) / 0.04 = 300
  EXPECT_NEAR(*paybackWithChurn(7.5, 0.04), 8.737322811646465, 1e-12);
  EXPECT_EQ(paybackWithChurn(25, 0.04), std::nullopt) << "that much comes in all, and never before";
  EXPECT_EQ(paybackWithChurn(26, 0.04), std::nullopt);
}

TEST(VerdictTest, DayNumber_CountsFrom1970) {
  EXPECT_EQ(dayNumber("1970-01-01"), 0);
  EXPECT_EQ(dayNumber("1970-12-31"), 364);
  EXPECT_EQ(dayNumber("2000-03-01"), 11017);
  EXPECT_EQ(dayNumber("2024-02-29"), 19782);
  EXPECT_EQ(dayNumber("2038-01-19"), 24855);  // 2^31 s / 86400 s
}

TEST(VerdictTest, NoSuchDay_IsNothing) {
  for (const char* date : {"", "2023-02-29", "1900-02-29", "2100-02-29", "2024-13-01", "2024-00-10",
                           "2024-04-31", "2024-01-00", "1969-12-31", "2024-1-01", "2024/01/01",
                           "20240-1-01", "2024-01-0x", "24-01-2024", "-024-01-01", "2024-01-01 "}) {
    EXPECT_EQ(dayNumber(date), std::nullopt) << date;
  }
}

TEST(VerdictTest, Pace_IsEvenOverTheDays) {
  const int start = *dayNumber("2026-01-01");
  const int deadline = *dayNumber("2026-04-01");  // 90 days
  const Pace p = pace(start, *dayNumber("2026-02-15"), deadline, 500);
  EXPECT_DOUBLE_EQ(p.elapsed, 0.5);
  EXPECT_DOUBLE_EQ(p.expected, 250);
  EXPECT_EQ(pace(start, start, deadline, 500).expected, 0);
  EXPECT_EQ(pace(start, deadline, deadline, 500).expected, 500);
}

TEST(VerdictTest, PaceOfAGoal_NeedsItsDaysAndAFigureThatAddsUp) {
  GoalDates dates{"2026-01-01", "2026-01-31", "2026-01-16", 200};
  const auto made = pace(dates, Metric::leads, 300);
  ASSERT_TRUE(made);
  EXPECT_DOUBLE_EQ(made->elapsed, 0.5);
  EXPECT_DOUBLE_EQ(made->expected, 150);
  EXPECT_TRUE(pace(dates, Metric::profit, 300));
  EXPECT_FALSE(pace(dates, Metric::adSpendCpl, 300));
  for (std::string GoalDates::*const day :
       {&GoalDates::start, &GoalDates::deadline, &GoalDates::progressDate}) {
    GoalDates without = dates;
    (without.*day).clear();
    EXPECT_FALSE(pace(without, Metric::leads, 300));
  }
}

Figure<> number(double value) { return {value, {}}; }

TEST(VerdictTest, Standing_NamesBestAndWorst) {
  const Figure<> none = undefined<double>(Reason::Kind::zero, Metric::cost);
  const Standing made =
      standing({{"a", number(0.5)}, {"b", number(2)}, {"c", number(-0.2)}, {"d", none}},
               {{"a", number(0.7)}, {"b", number(3)}, {"c", number(-0.1)}, {"d", number(1)}});
  EXPECT_EQ(made.byRoi.ranked, (std::vector<std::size_t>{1, 0, 2}));
  EXPECT_EQ(made.byRoi.unranked, std::vector<std::size_t>{3});
  EXPECT_EQ(made.best, 1U);
  EXPECT_EQ(made.worst, 2U);
}

TEST(VerdictTest, Standing_OfOneAloneHasNoBestAndNoWorst) {
  const Standing made = standing({{"a", number(0.5)}}, {{"a", number(0.7)}});
  EXPECT_FALSE(made.best);
  EXPECT_FALSE(made.worst);
}

TEST(VerdictTest, Standing_AllocatedCostAloneMakesNoneWorst) {
  const Standing made =
      standing({{"a", number(0.5)}, {"b", number(2)}}, {{"a", number(3)}, {"b", number(2)}});
  EXPECT_EQ(made.best, 1U);
  EXPECT_FALSE(made.worst);
}

}  // namespace
}  // namespace roi::verdict_test
