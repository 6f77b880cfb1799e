#include "roi/cell.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace roi::cell_test {
namespace {

using Kind = CellNumber::Kind;

std::string both(std::string_view cell) {
  const CellNumber number = readCell(cell);
  switch (number.kind) {
    case Kind::unknown: return "unknown";
    case Kind::bound: return "bound";
    case Kind::words: return "words";
    case Kind::number: break;
  }
  const std::string point = number.point.text(), comma = number.comma.text();
  return number.isAmbiguous ? point + " or " + comma : point;
}

TEST(CellTest, Numbers_OfOneReading) {
  const std::pair<const char*, const char*> kCases[] = {
      {"0", "0"},
      {"1234", "1234"},
      {"1234.5", "1234.5"},
      {"1234,56", "1234.56"},
      {"1,234.56", "1234.56"},
      {"1.234,56", "1234.56"},
      {"1,234,567", "1234567"},
      {"1 234,56", "1234.56"},
      {"1\u00A0234\u00A0567", "1234567"},
      {"1\u202F234,5", "1234.5"},
      {"1'234.50", "1234.5"},
      {"1’234.50", "1234.5"},
      {"1,25,000.00", "125000"},
      {"-12.5", "-12.5"},
      {"\u221212,5", "-12.5"},
      {"(200.00)", "-200"},
      {"$ (200.00)", "-200"},
      {"[1.23]", "1.23"},
      {"9 (0.5%)", "9"},
      {"Page vue : 1,00", "1"},
      {"CA$0.00", "0"},
      {" $ -   ", "0"},
      {"- €", "0"},
      {"Rs.1500", "1500"},
      {"Rs. 1,25,000", "125000"},
      {"$.50", "0.5"},
      {"1 234,50 kr.", "1234.5"},
      {"2 210 €", "2210"},
      {"63.38%", "63.38"},
      {"0,02 %", "0.02"},
      {"1234.5600000000001", "1234.56"},
      {"0.00170431", "0.00170431"},
      {"1.5e3", "1500"},
      {"1,5E+03", "1500"},
      {"12.", "12"},
      {".5", "0.5"},
  };
  for (const auto& [cell, expected] : kCases) EXPECT_EQ(both(cell), expected) << cell;
}

TEST(CellTest, AMarkBeforeThreeDigits_ReadsBothWays) {
  EXPECT_EQ(both("1,234"), "1234 or 1.234");
  EXPECT_EQ(both("120.000"), "120 or 120000");
  EXPECT_EQ(readCell("120.000").says, Mark::comma);
  EXPECT_EQ(readCell("1,234").says, Mark::point);
  EXPECT_EQ(both("0,234"), "0.234");
  EXPECT_EQ(both("1234,567"), "1234.567");
}

TEST(CellTest, WhatIsNotKnown_IsNotNought) {
  for (const char* cell :
       {"", " ", " --", "--", "-", "\u2014", "n/a", "N/A", "n.c.", "(not set)", "#N/A"}) {
    EXPECT_EQ(both(cell), "unknown") << cell;
  }
  for (const char* cell : {"< 10", "> 90%", "<10", "< 10 %"})
    EXPECT_EQ(both(cell), "bound") << cell;
}

TEST(CellTest, WordsAndIdentifiers_AreNoNumbers) {
  for (const char* cell :
       {"active", "Ongoing", "EUR", "1,20253E+17", "18000000000000017", "1.2.3.4", "12:30",
        "2026-04-01", "1,23,4", "12 34", "1 2345", "01 234", "5 apples", "\xF0\x9F\x8D\x81"}) {
    EXPECT_EQ(both(cell), "words") << cell;
  }
}

TEST(CellTest, Currency_IsWhatStandsBesideTheNumber) {
  EXPECT_EQ(readCell("1 234,56 €").currency, "EUR");
  EXPECT_EQ(readCell("CA$0.00").currency, "CAD");
  EXPECT_EQ(readCell("$5").currency, "$");
  EXPECT_EQ(readCell("₹1,25,000.00").currency, "INR");
  EXPECT_EQ(readCell("CHF 12.50").currency, "CHF");
  EXPECT_EQ(readCell("Rs.12").currency, "INR");
  EXPECT_EQ(readCell("12 kr.").currency, "kr");
  EXPECT_EQ(readCell("12.50").currency, "");
  EXPECT_TRUE(readCell("5 %").isPercent);
}

TEST(CellTest, Sums_AreExactInAnyOrder) {
  std::mt19937 random(20261129);
  std::vector<Amount> amounts;
  std::int64_t cents = 0;
  for (int i = 0; i < 10'000; ++i) {
    const auto one = static_cast<std::int64_t>(random() % 2'000'000) - 1'000'000;
    const std::int64_t size = one < 0 ? -one : one;
    const std::string places = std::to_string(100 + size % 100).substr(1);
    amounts.push_back(
        readCell((one < 0 ? "-" : "") + std::to_string(size / 100) + '.' + places).point);
    cents += one;
  }
  Amount forth, back;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    forth += amounts[i];
    back += amounts[amounts.size() - 1 - i];
  }
  EXPECT_EQ(forth, back);
  EXPECT_EQ(forth.value(), static_cast<double>(cents) / 100);
  for (const Amount& amount : amounts) forth -= amount;
  EXPECT_TRUE(forth.isZero());
}

TEST(CellTest, SumsBeyondAllMoney_WrapAround) {
  const Amount most = {INT64_MAX, Amount::kOne - 1};
  Amount sum = most;
  sum += most;
  sum -= most;
  EXPECT_EQ(sum, most);
  EXPECT_EQ(both("9999999999999.99"), "9999999999999.99");
  EXPECT_EQ(both("10000000000000"), "words");
  EXPECT_EQ((Amount{INT64_MIN, 0}).text(), "-9223372036854775808");
}

std::string days(std::string_view text, DateOrder order = DateOrder::dayFirst) {
  std::string list;
  for (const CellDate& date : datesIn(text)) {
    const auto day = dayNumber(date, order);
    list += (list.empty() ? "" : " ") + (day ? isoDay(*day) : "?");
  }
  return list;
}

TEST(CellTest, LettersBehindDigits_AreThousandsOrMillions) {
  EXPECT_EQ(both("12.5K"), "12500");
  EXPECT_EQ(both("1,2 k"), "1200");
  EXPECT_EQ(both("1,2\u202Fk"), "1200");
  EXPECT_EQ(both("3M"), "3000000");
  EXPECT_EQ(both("-2.25M"), "-2250000");
  EXPECT_TRUE(readCell("12.5K").isRounded);
  EXPECT_FALSE(readCell("12500").isRounded);
  EXPECT_FALSE(readCell("5 kr").isRounded);
  for (const char* other : {"K", "M", "3m", "1.5KK", "k5", "9999999999M"}) {
    EXPECT_EQ(both(other), "words") << other;
  }
}

TEST(CellTest, Dates_AreFoundInWordsAndNumbers) {
  EXPECT_EQ(days("March 1, 2026 - March 31, 2026"), "2026-03-01 2026-03-31");
  EXPECT_EQ(days("1 août 2026 - 31 août 2026"), "2026-08-01 2026-08-31");
  EXPECT_EQ(days("1 September 2026 - 30 September 2026"), "2026-09-01 2026-09-30");
  EXPECT_EQ(days("1. März 2026"), "2026-03-01");
  EXPECT_EQ(days("1 de marzo de 2026"), "2026-03-01");
  EXPECT_EQ(days("# 20260801-20260802"), "2026-08-01 2026-08-02");
  EXPECT_EQ(days("Report Start: June 9, 2026, 12:00 AM"), "2026-06-09");
  EXPECT_EQ(days("Jun 09, 2026 09:30 pm"), "2026-06-09");
  EXPECT_EQ(days("2022-01-30 12:15 +0000"), "2022-01-30");
  EXPECT_EQ(days("2026-05-01T10:00:00"), "2026-05-01");
  EXPECT_EQ(days("09/24/2026 15:30", DateOrder::monthFirst), "2026-09-24");
  EXPECT_EQ(days("9/1/2026,9/2/2026", DateOrder::monthFirst), "2026-09-01 2026-09-02");
  EXPECT_EQ(days("01.08.2026", DateOrder::monthFirst), "2026-08-01");
  EXPECT_EQ(days("2026-08"), "2026-08-01");
  EXPECT_EQ(days("1/2/26"), "2026-02-01");
  EXPECT_EQ(days("01.02.26"), "2026-02-01");
  EXPECT_EQ(days("1.2.26"), "");
  EXPECT_EQ(days("31/02/2026"), "?");
  EXPECT_EQ(days("Lifetime, 3,010 of 4120"), "");
}

// ISO 8601: 2026-01-01 is a Thursday, so 2026 has 53 weeks and 2025 has 52.
TEST(CellTest, Weeks_AreTheirMondays) {
  EXPECT_EQ(days("2026-W05"), "2026-01-26");
  EXPECT_EQ(days("2026 W5"), "2026-01-26");
  EXPECT_EQ(days("W05 2026"), "2026-01-26");
  EXPECT_EQ(days("2026W01"), "2025-12-29");
  EXPECT_EQ(days("2026-W53"), "2026-12-28");
  EXPECT_EQ(days("2027-W01"), "2027-01-04");
  EXPECT_EQ(days("2025-W53"), "?");
  EXPECT_EQ(days("2026-W00"), "?");
  EXPECT_EQ(days("2026-W-5"), "");
  EXPECT_EQ(days("2026 week 5"), "");
}

TEST(CellTest, DateOrder_IsProvenByADayAboveTheTwelfth) {
  EXPECT_EQ(orderOf(dateOf("24/9/2026")), DateOrder::dayFirst);
  EXPECT_EQ(orderOf(dateOf("9/24/2026")), DateOrder::monthFirst);
  EXPECT_FALSE(orderOf(dateOf("9/10/2026")));
  EXPECT_FALSE(orderOf(dateOf("2026-09-24")));
}

TEST(CellTest, DaysCountedFromTheBeginning) {
  const auto first = dayNumber(dateOf("2026-08-01"), DateOrder::dayFirst);
  EXPECT_EQ(isoDay(*dayNumber(dateOf("0030"), DateOrder::dayFirst, *first)), "2026-08-31");
  EXPECT_FALSE(dayNumber(dateOf("0030"), DateOrder::dayFirst));
}

// 2026-11-29 is a Sunday; 2024 was a leap year.
TEST(CellTest, WeeksBeginOnMonday_MonthsOnTheFirst) {
  const auto day = [](const char* text) { return *dayNumber(dateOf(text), DateOrder::dayFirst); };
  EXPECT_EQ(isoDay(weekOf(day("2026-11-29"))), "2026-11-23");
  EXPECT_EQ(isoDay(weekOf(day("2026-11-23"))), "2026-11-23");
  EXPECT_EQ(isoDay(monthOf(day("2024-02-29"))), "2024-02-01");
  EXPECT_EQ(isoDay(day("2024-02-29") + 1), "2024-03-01");
}

}  // namespace
}  // namespace roi::cell_test
