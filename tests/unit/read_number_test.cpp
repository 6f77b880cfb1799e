#include "roi/read_number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>

#include "roi/decimal.h"

namespace roi::read_number_test {
namespace {

/// As Intl has them, of four kinds of locale.
NumberMarks marksOf(std::string_view locale) {
  NumberMarks marks;
  marks.currency = {"EUR", "€", "euro", "euros"};
  if (locale.substr(0, 2) == "fr") {
    marks.decimal = ",";
    marks.group = "\u202F";
    marks.minus = "-";
  } else if (locale == "en-BE") {
    marks.decimal = ",";
    marks.group = ".";
  } else if (locale == "en-CH") {
    marks.group = "’";
  }
  return marks;
}

Outcome<TypedNumber> readAs(std::string_view locale, std::string_view typed, Unit unit) {
  return readNumber(typed, unit, marksOf(locale));
}

struct Case {
  const char* locale;
  Unit unit;
  const char* typed;
  double value;
};

std::string shown(const Outcome<TypedNumber>& outcome) {
  const Errors* errors = std::get_if<Errors>(&outcome);
  return errors ? std::string(text(errors->front().code)) : "a number";
}

void expectNumber(const Case& c) {
  SCOPED_TRACE(std::string(c.locale) + " \"" + c.typed + "\"");
  const Outcome<TypedNumber> outcome = readAs(c.locale, c.typed, c.unit);
  const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
  ASSERT_TRUE(number) << shown(outcome);
  EXPECT_EQ(number->likely, c.value);
  EXPECT_EQ(number->low, c.value);
  EXPECT_EQ(number->high, c.value);
  EXPECT_FALSE(number->isRange());
  EXPECT_TRUE(number->likelyGiven);
}

constexpr Unit kMoney = Unit::money;
constexpr Unit kRate = Unit::rate;

TEST(ReadNumberTest, WellFormedInItsLocale_IsReadSo) {
  for (const Case& c : {
           Case{"fr-FR", kMoney, "1234,5", 1234.5},
           Case{"fr-FR", kMoney, "1 234,5", 1234.5},
           Case{"fr-FR", kMoney, "1\u202F234,5", 1234.5},
           Case{"fr-FR", kMoney, "1\u202F234\u202F567,89\u00A0€", 1234567.89},
           Case{"fr-CA", kMoney, "1\u00A0234,5\u00A0$", 1234.5},
           Case{"fr-FR", kMoney, "1,234", 1.234},
           Case{"fr-FR", kMoney, "0,5", 0.5},
           Case{"fr-FR", kMoney, "12", 12},
           Case{"en-US", kMoney, "1,234", 1234},
           Case{"en-US", kMoney, "1,234,567.89", 1234567.89},
           Case{"en-US", kMoney, "$1,234.50", 1234.5},
           Case{"en-GB", kMoney, "£1,234.50", 1234.5},
           Case{"en-GB", kMoney, "1.234", 1.234},
           Case{"en-US", kMoney, ".5", 0.5},
           Case{"en-US", kMoney, "5.", 5},
           Case{"en-US", kMoney, "  7  ", 7},
           Case{"en", kMoney, "0", 0},
       }) {
    expectNumber(c);
  }
}

TEST(ReadNumberTest, OtherSeparators_AreAcceptedWhereOnlyOneReadingExists) {
  for (const Case& c : {
           Case{"en-US", kMoney, "12,5", 12.5},
           Case{"en-GB", kMoney, "12,50", 12.5},
           Case{"en-US", kMoney, "0,125", 0.125},
           Case{"en-US", kMoney, "1,2345", 1.2345},
           Case{"en-US", kMoney, "1.234,5", 1234.5},
           Case{"en-US", kMoney, "1.234.567", 1234567},
           Case{"en-US", kMoney, "1 234.5", 1234.5},
           Case{"en-US", kMoney, "1\u202F234,5", 1234.5},
           Case{"fr-FR", kMoney, "12.5", 12.5},
           Case{"fr-FR", kMoney, "0.125", 0.125},
           Case{"fr-CA", kMoney, "1,234.5", 1234.5},
           Case{"fr-FR", kMoney, "1.234,5", 1234.5},
           Case{"fr-FR", kMoney, "1.234.567", 1234567},
           Case{"fr-FR", kMoney, "1,234,567", 1234567},
           Case{"fr-FR", kMoney, "1’234,5", 1234.5},
       }) {
    expectNumber(c);
  }
}

TEST(ReadNumberTest, CurrencySigns_AreTolerated) {
  for (const Case& c : {
           Case{"fr-FR", kMoney, "12 €", 12},
           Case{"fr-FR", kMoney, "12,50€", 12.5},
           Case{"fr-FR", kMoney, "€ 12", 12},
           Case{"fr-FR", kMoney, "12 EUR", 12},
           Case{"en-US", kMoney, "-$12", -12},
           Case{"en-US", kMoney, "USD 12", 12},
       }) {
    expectNumber(c);
  }
}

TEST(ReadNumberTest, CurrencySignInsideANumber_IsNeverReadOver) {
  for (const char* typed : {"12€50", "12 € 50", "1$2", "3EUR5"}) {
    for (const char* locale : {"fr-FR", "en-US"}) {
      const Outcome<TypedNumber> outcome = readAs(locale, typed, kMoney);
      const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
      EXPECT_TRUE(!number || number->likely == 12.5) << typed << " read as " << number->likely;
    }
  }
}

TEST(ReadNumberTest, Signs_AreReadWithEveryMinus) {
  for (const Case& c : {
           Case{"fr-FR", kMoney, "-5", -5},
           Case{"fr-FR", kMoney, "\u22125", -5},
           Case{"fr-FR", kMoney, "\u2212 1\u202F234,5", -1234.5},
           Case{"en-US", kMoney, "+5", 5},
       }) {
    expectNumber(c);
  }
}

TEST(ReadNumberTest, MinusZero_IsZero) {
  const Outcome<TypedNumber> outcome = readAs("en-US", "-0", kMoney);
  EXPECT_FALSE(std::signbit(std::get<TypedNumber>(outcome).likely));
}

TEST(ReadNumberTest, Rate_IsAPercentageOrTheFractionItself) {
  for (const Case& c : {
           Case{"fr-FR", kRate, "12,5", 0.125},
           Case{"fr-FR", kRate, "12,5 %", 0.125},
           Case{"fr-FR", kRate, "12,5\u00A0%", 0.125},
           Case{"fr-FR", kRate, "12,5\u202F%", 0.125},
           Case{"en-US", kRate, "12.5%", 0.125},
           Case{"en-US", kRate, "8.18%", 0.0818},
           Case{"en-US", kRate, "0.1%", 0.001},
           Case{"en-US", kRate, "100", 1},
           Case{"fr-FR", kRate, "1/10", 0.1},
           Case{"en-US", kRate, "1/3", 1.0 / 3},
           Case{"en-US", kRate, " 3 / 4 ", 0.75},
           Case{"fr-FR", kRate, "1,5/10", 0.15},
       }) {
    expectNumber(c);
  }
}

TEST(ReadNumberTest, Number_IsTheNearestDoubleToWhatWasTyped) {
  for (const Case& c : {
           Case{"en-US", kMoney, "0.1", 0.1},
           Case{"en-US", kMoney, "2.675", 2.675},
           Case{"en-US", kMoney, "123456789.012345", 123456789.012345},
           Case{"en-US", kMoney, "999999999999999", 999999999999999},
           Case{"en-US", kMoney, "0.00000000012345", 0.00000000012345},
           Case{"en-US", kRate, "7", 0.07},
           Case{"en-US", kRate, "29", 0.29},
           Case{"en-US", kRate, "57", 0.57},
           Case{"en-US", kMoney, "0000000000000000012", 12},
       }) {
    expectNumber(c);
  }
}

struct RangeCase {
  const char* locale;
  Unit unit;
  const char* typed;
  double low, likely, high;
  bool likelyGiven;
};

void expectRange(const RangeCase& c) {
  SCOPED_TRACE(std::string(c.locale) + " \"" + c.typed + "\"");
  const Outcome<TypedNumber> outcome = readAs(c.locale, c.typed, c.unit);
  const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
  ASSERT_TRUE(number) << shown(outcome);
  EXPECT_TRUE(number->isRange());
  EXPECT_DOUBLE_EQ(number->low, c.low);
  EXPECT_DOUBLE_EQ(number->high, c.high);
  EXPECT_EQ(number->likelyGiven, c.likelyGiven);
  if (c.likelyGiven) {
    EXPECT_DOUBLE_EQ(number->likely, c.likely);
  }
}

TEST(ReadNumberTest, Range_IsLowToHighWithoutALikelyValue) {
  for (const RangeCase& c : {
           RangeCase{"fr-FR", kMoney, "40..60", 40, 0, 60, false},
           RangeCase{"fr-FR", kMoney, "40-60", 40, 0, 60, false},
           RangeCase{"en-US", kMoney, "40 - 60", 40, 0, 60, false},
           RangeCase{"en-US", kMoney, "40\u201360", 40, 0, 60, false},
           RangeCase{"en-US", kMoney, "40\u202660", 40, 0, 60, false},
           RangeCase{"en-US", kMoney, "-5..-3", -5, 0, -3, false},
           RangeCase{"en-US", kMoney, "-5-3", -5, 0, 3, false},
           RangeCase{"fr-FR", kMoney, "1 000,5..2 000 €", 1000.5, 0, 2000, false},
           RangeCase{"fr-FR", kRate, "4..8", 0.04, 0, 0.08, false},
           RangeCase{"fr-FR", kRate, "4 %..8 %", 0.04, 0, 0.08, false},
           RangeCase{"en-US", kRate, "4-8%", 0.04, 0, 0.08, false},
           RangeCase{"en-US", kRate, "1/10..1/5", 0.1, 0, 0.2, false},
       }) {
    expectRange(c);
  }
}

TEST(ReadNumberTest, PlusMinus_IsARangeAroundItsLikelyValue) {
  for (const RangeCase& c : {
           RangeCase{"fr-FR", kMoney, "50 ± 10", 40, 50, 60, true},
           RangeCase{"en-US", kMoney, "50±10", 40, 50, 60, true},
           RangeCase{"en-US", kMoney, "50 +/- 10", 40, 50, 60, true},
           RangeCase{"fr-FR", kMoney, "50 ± 10 %", 45, 50, 55, true},
           RangeCase{"fr-FR", kMoney, "1 000 ± 12,5 %", 875, 1000, 1125, true},
           RangeCase{"fr-FR", kRate, "5 ± 1", 0.04, 0.05, 0.06, true},
       }) {
    expectRange(c);
  }
}

TEST(ReadNumberTest, Range_MayStateItsLikelyValueInTheMiddle) {
  expectRange({"fr-FR", kMoney, "40..45..60", 40, 45, 60, true});
  expectRange({"en-US", kMoney, "$1,000 .. $1,500 .. $2,000", 1000, 1500, 2000, true});
  expectRange({"fr-FR", kRate, "4 %..5 %..8 %", 0.04, 0.05, 0.08, true});
}

TEST(ReadNumberTest, RangeWhoseEndsMeet_IsNotReadAsItsMiddle) {
  const Outcome<TypedNumber> outcome = readAs("en-US", "40..50..40", kMoney);
  const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
  EXPECT_TRUE(!number || number->isRange()) << "read as " << number->likely;
}

TEST(ReadNumberTest, RangeOfOneNumber_IsThatNumber) {
  expectNumber({"fr-FR", kMoney, "40..40", 40});
  expectNumber({"fr-FR", kMoney, "40 ± 0", 40});
  expectNumber({"fr-FR", kMoney, "0 ± 20 %", 0});
}

struct Refusal {
  const char* locale;
  Unit unit;
  const char* typed;
  ErrorCode code;
  const char* detail;
};

void expectRefusal(const Refusal& r) {
  SCOPED_TRACE(std::string(r.locale) + " \"" + r.typed + "\"");
  const Outcome<TypedNumber> outcome = readAs(r.locale, r.typed, r.unit);
  const Errors* errors = std::get_if<Errors>(&outcome);
  ASSERT_TRUE(errors) << std::get<TypedNumber>(outcome).likely;
  ASSERT_EQ(errors->size(), 1U);
  EXPECT_EQ(text(errors->front().code), text(r.code));
  EXPECT_EQ(errors->front().detail, r.detail);
}

TEST(ReadNumberTest, TwoReadings_AreAskedBack) {
  using enum ErrorCode;
  for (const Refusal& r : {
           Refusal{"fr-FR", kMoney, "1.234", numberAmbiguous, "1234|1.234"},
           Refusal{"fr-CA", kMoney, "1.234 $", numberAmbiguous, "1234|1.234"},
           Refusal{"fr-FR", kMoney, "12.345", numberAmbiguous, "12345|12.345"},
           Refusal{"fr-FR", kMoney, "-1.234", numberAmbiguous, "-1234|-1.234"},
           Refusal{"fr-FR", kMoney, "1.234..2.345", numberAmbiguous, "1234|1.234"},
           Refusal{"fr-FR", kRate, "1.234 %", numberAmbiguous, "1234|1.234"},
       }) {
    expectRefusal(r);
  }
}

TEST(ReadNumberTest, Empty_HoldsNoNumber) {
  for (const char* typed : {"", " ", "\u00A0", "\u202F \t", "€", " $ "}) {
    expectRefusal({"fr-FR", kMoney, typed, ErrorCode::numberEmpty, ""});
  }
}

TEST(ReadNumberTest, Malformed_IsRefused) {
  for (const char* typed :
       {"abc",       "1e", "12 50", "1234 567", "1 23", "1,2,3", "1.2.3",    "1,234.5,6",
        "--5",       "5-", "-",     "+",        "..",   "5..",   "..5",      "1..2..3..4",
        "40..45-60", "±",  "± 5",   "5 ±",      "1/10", "12x",   "0x10",     "Infinity",
        "NaN",       "٣",  "1_000", "\xff",     ",",    ".",     "1 234 56", "12 345 6"}) {
    expectRefusal({"fr-FR", kMoney, typed, ErrorCode::numberMalformed, ""});
  }
  for (const char* typed : {"1/0", "1/", "/2", "1/2/3", "1/10 %", "%", "5 % %"}) {
    expectRefusal({"en-US", kRate, typed, ErrorCode::numberMalformed, ""});
  }
}

TEST(ReadNumberTest, MoreDigitsThanAFigureCanHave_AreRefused) {
  for (const char* typed : {"1000000000000000000000", "99999999999999999999999999999999999999",
                            "1e21", "1.5e300", "1e99999999999", "1000000000000000 M"}) {
    expectRefusal({"en-US", kMoney, typed, ErrorCode::numberDigits, ""});
  }
  expectRefusal({"en-US", kMoney, std::string(500, '7').c_str(), ErrorCode::numberDigits, ""});
}

TEST(ReadNumberTest, PercentSignWhereNoneBelongs_IsRefused) {
  for (const Unit unit : {Unit::money, Unit::count, Unit::ratio, Unit::months}) {
    expectRefusal({"fr-FR", unit, "12 %", ErrorCode::numberUnit, ""});
    expectRefusal({"fr-FR", unit, "4 %..8 %", ErrorCode::numberUnit, ""});
  }
}

TEST(ReadNumberTest, Number_IsNotChangedByTheLanguageWhereBothReadItAlike) {
  for (const char* typed : {"12", "1234", "12,5", "12.5", "0.75", "1 234,5", "1\u202F234.5"}) {
    const auto fr = readAs("fr-FR", typed, kMoney);
    const auto en = readAs("en-US", typed, kMoney);
    EXPECT_EQ(std::get<TypedNumber>(fr).likely, std::get<TypedNumber>(en).likely) << typed;
  }
}

// Kinds of text, each once in the notation of where it comes from.

TEST(ReadNumberTest, InvisibleMarks_AreNotThere) {
  for (const char* mark : {"\u00AD", "\u061C", "\u200B", "\u200C", "\u200D", "\u200E", "\u200F",
                           "\u202A", "\u202D", "\u202C", "\u2060", "\u2066", "\u2069", "\uFEFF"}) {
    const std::string text = std::string(mark) + "1" + mark + "500" + mark + " €" + mark;
    expectNumber({"fr-FR", kMoney, text.c_str(), 1500});
    expectNumber({"en-US", kMoney, text.c_str(), 1500});
  }
}

TEST(ReadNumberTest, DigitsOfOtherScripts_AreDigits) {
  expectNumber({"en-US", kMoney, "１５００", 1500});
  expectNumber({"en-US", kMoney, "￥１，５００．５", 1500.5});
  NumberMarks marks;
  marks.digits = "٠١٢٣٤٥٦٧٨٩";
  const auto read = readNumber("٢٥٠", kMoney, marks);
  EXPECT_EQ(std::get<TypedNumber>(read).likely, 250);
}

TEST(ReadNumberTest, EverySpaceAndApostrophe_Groups) {
  for (const char* mark : {" ", "\u00A0", "\u2007", "\u2009", "\u202F", "\u3000", "'", "\u2019",
                           "\u2018", "\u02BC", "\u2032", "\u00B4", "`", "\uFF07"}) {
    const std::string text = std::string("1") + mark + "234" + mark + "567";
    expectNumber({"fr-FR", kMoney, text.c_str(), 1234567});
    expectNumber({"en-US", kMoney, text.c_str(), 1234567});
    expectNumber({"en-CH", kMoney, text.c_str(), 1234567});
  }
}

TEST(ReadNumberTest, MarksOfTheLocale_AreReadAsItWritesThem) {
  for (const Case& c : {
           Case{"en-BE", kMoney, "250.000", 250000},
           Case{"en-BE", kMoney, "250.000,5", 250000.5},
           Case{"en-BE", kMoney, "1.234.567", 1234567},
           Case{"en-BE", kMoney, "12,5", 12.5},
           Case{"en-BE", kMoney, "12.5", 12.5},
           Case{"en-CH", kMoney, "1’234.5", 1234.5},
       }) {
    expectNumber(c);
  }
}

TEST(ReadNumberTest, IndianGroups_AreGroups) {
  for (const Case& c : {
           Case{"en-US", kMoney, "1,25,000", 125000},
           Case{"en-US", kMoney, "₹1,25,000.00", 125000},
           Case{"en-US", kMoney, "12,34,56,789", 123456789},
           Case{"fr-FR", kMoney, "1,25,000", 125000},
           Case{"en-US", kMoney, "1.25 lakh", 125000},
       }) {
    expectNumber(c);
  }
  for (const char* typed : {"123,45,678", "1,234,56,789", "1,23,45"}) {
    expectRefusal({"en-US", kMoney, typed, ErrorCode::numberMalformed, ""});
  }
}

TEST(ReadNumberTest, Multipliers_CountTheirPowerOfTen) {
  for (const Case& c : {
           Case{"fr-FR", kMoney, "15k", 15e3},
           Case{"fr-FR", kMoney, "15 K", 15e3},
           Case{"fr-FR", kMoney, "15 k€", 15e3},
           Case{"fr-FR", kMoney, "15 kEUR", 15e3},
           Case{"fr-FR", kMoney, "1,5 M€", 1.5e6},
           Case{"en-US", kMoney, "1.5M", 1.5e6},
           Case{"en-US", kMoney, "€1.5m", 1.5e6},
           Case{"fr-FR", kMoney, "1,5 million", 1.5e6},
           Case{"fr-FR", kMoney, "1,5 Mio. €", 1.5e6},
           Case{"fr-FR", kMoney, "2 Md", 2e9},
           Case{"fr-FR", kMoney, "2 Md€", 2e9},
           Case{"en-US", kMoney, "2 bn", 2e9},
           Case{"en-US", kMoney, "0.29k", 290},
       }) {
    expectNumber(c);
  }
  expectRefusal({"fr-FR", kMoney, "15 k k", ErrorCode::numberMalformed, ""});
  expectRefusal({"fr-FR", kRate, "15 k", ErrorCode::numberMalformed, ""});
  expectRefusal({"fr-FR", kMoney, "1.234 k€", ErrorCode::numberAmbiguous, "1234000|1234"});
}

TEST(ReadNumberTest, MultiplierOfOneEnd_IsAskedBack) {
  using enum ErrorCode;
  expectRefusal({"en-US", kMoney, "5-10k", numberAmbiguous, "5|5000"});
  expectRange({"en-US", kMoney, "5k-10k", 5000, 0, 10000, false});
}

TEST(ReadNumberTest, CentsThatAreADash_AreNone) {
  for (const char* typed : {"CHF 1'500.–", "1'500.-", "1 500,-", "1500,--", "1'500.— CHF"}) {
    expectNumber({"fr-FR", kMoney, typed, 1500});
    expectNumber({"en-US", kMoney, typed, 1500});
  }
  expectRange({"fr-FR", kMoney, "40.- – 60.-", 40, 0, 60, false});
}

TEST(ReadNumberTest, Exponents_AreRead) {
  for (const Case& c : {
           Case{"en-US", kMoney, "1.5e3", 1500},
           Case{"fr-FR", kMoney, "1,5E+3", 1500},
           Case{"fr-FR", kMoney, "1.5e3", 1500},
           Case{"en-US", kMoney, "1e5", 100000},
           Case{"en-US", kMoney, "2.5e-3", 0.0025},
           Case{"en-US", kMoney, "1e-400", 0},
       }) {
    expectNumber(c);
  }
  expectRange({"en-US", kMoney, "1e-3-2e-3", 0.001, 0, 0.002, false});
}

TEST(ReadNumberTest, MachineFloats_AreTheNearestDouble) {
  for (const Case& c : {
           Case{"en-US", kMoney, "1234.5600000000001", 1234.5600000000001},
           Case{"en-US", kMoney, "0.30000000000000004", 0.1 + 0.2},
           Case{"en-US", kMoney, "0.1000000000000000055511151231257827", 0.1},
           Case{"en-US", kMoney, "9007199254740993", 9007199254740992},
           Case{"en-US", kMoney, "9007199254740993.0000000000000000000000000000000001",
                9007199254740994},
           Case{"en-US", kMoney, "123456789012345678901", 123456789012345678901.0},
       }) {
    expectNumber(c);
  }
}

TEST(ReadNumberTest, AccountsWriteNoughtAsADash) {
  for (const char* typed : {"$ -", "- €", "€ –", "-   €", "EUR —"}) {
    expectNumber({"fr-FR", kMoney, typed, 0});
    expectNumber({"en-US", kMoney, typed, 0});
  }
}

TEST(ReadNumberTest, Credit_IsAskedBackAsANegative) {
  using enum ErrorCode;
  expectRefusal({"en-US", kMoney, "(200.00)", numberCredit, "-200"});
  expectRefusal({"en-US", kMoney, "($1,200.50)", numberCredit, "-1200.5"});
  expectRefusal({"en-US", kMoney, "$(200)", numberCredit, "-200"});
  expectRefusal({"fr-FR", kMoney, "(200,00 €)", numberCredit, "-200"});
  expectRefusal({"fr-FR", kMoney, "（２００）", numberCredit, "-200"});
  expectRefusal({"fr-FR", kRate, "(5 %)", numberCredit, "-0.05"});
  expectRefusal({"fr-FR", kMoney, "-(200)", numberMalformed, ""});
}

TEST(ReadNumberTest, Fractions_AreSaidInWords) {
  for (const Case& c : {
           Case{"fr-FR", kRate, "1 sur 5", 0.2},
           Case{"fr-FR", kRate, "20 sur 100", 0.2},
           Case{"fr-FR", kRate, "12 pour 100", 0.12},
           Case{"en-US", kRate, "1 in 5", 0.2},
           Case{"en-US", kRate, "1 out of 5", 0.2},
           Case{"en-US", kRate, "12 per 100", 0.12},
           Case{"en-US", kRate, "1:5", 0.2},
           Case{"en-US", kRate, "1\u20445", 0.2},
           Case{"fr-FR", kRate, "12 pour cent", 0.12},
           Case{"en-US", kRate, "12 Percent", 0.12},
       }) {
    expectNumber(c);
  }
  expectRefusal({"fr-FR", kMoney, "1 sur 5", ErrorCode::numberMalformed, ""});
}

struct Sided {
  const char* locale;
  const char* typed;
  bool withTax;
  const char* currency;
};

TEST(ReadNumberTest, WhatStandsBesideTheNumber_IsSaid) {
  for (const Sided& c : {
           Sided{"fr-FR", "1 500 € HT", false, ""},
           Sided{"fr-FR", "1 500 H.T.", false, ""},
           Sided{"fr-FR", "1 500 € hors taxes", false, ""},
           Sided{"en-US", "1,500 ex VAT", false, ""},
           Sided{"en-US", "€1,500 (excl. VAT)", false, ""},
           Sided{"en-US", "1,500 + VAT", false, ""},
           Sided{"fr-FR", "1 500 EUR TTC", true, ""},
           Sided{"fr-FR", "1 500 TTC €", true, ""},
           Sided{"fr-FR", "1 500 € (T.T.C.)", true, ""},
           Sided{"fr-FR", "1 500 € TVA comprise", true, ""},
           Sided{"en-US", "1,500 incl. VAT", true, ""},
           Sided{"en-US", "1,500 inkl. MwSt.", true, ""},
           Sided{"en-US", "US$1,500", false, "US$"},
           Sided{"en-US", "CA$1,500", false, "CA$"},
           Sided{"en-US", "A$ 1,500", false, "A$"},
           Sided{"fr-FR", "1 500 $US", false, "$US"},
           Sided{"fr-FR", "1 500 $ US", false, "$US"},
           Sided{"en-US", "$1,500 USD", false, "USD"},
           Sided{"en-US", "£1.5k", false, "£"},
           Sided{"fr-FR", "1,5 k$", false, "$"},
           Sided{"fr-FR", "1 500 $ HT", false, "$"},
           Sided{"fr-FR", "1 500 F CFA", false, "CFA"},
           Sided{"fr-FR", "Fr. 1'500", false, "Fr."},
           Sided{"fr-FR", "1 500 MAD", false, "MAD"},
           Sided{"fr-FR", "1 500 euros", false, ""},
           Sided{"fr-FR", "1 500 Eur", false, ""},
       }) {
    SCOPED_TRACE(c.typed);
    const auto outcome = readAs(c.locale, c.typed, kMoney);
    const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
    ASSERT_TRUE(number) << shown(outcome);
    EXPECT_EQ(number->withTax, c.withTax);
    EXPECT_EQ(number->currency, c.currency);
  }
  expectRefusal({"fr-FR", kMoney, "1 500 comprises", ErrorCode::numberMalformed, ""});
}

TEST(ReadNumberTest, OwnCurrency_IsKnownByEveryNameItIsGiven) {
  NumberMarks marks = marksOf("fr-FR");
  marks.currency = {"XOF", "F\u202FCFA", "francs CFA (BCEAO)", "franc CFA (BCEAO)"};
  for (const char* typed : {"115\u202F000\u00A0F\u202FCFA", "F CFA 115 000",
                            "115 000 francs CFA (BCEAO)", "115 k F CFA", "115 000 XOF"}) {
    const auto outcome = readNumber(typed, kMoney, marks);
    const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
    ASSERT_TRUE(number) << typed << ": " << shown(outcome);
    EXPECT_EQ(number->likely, 115000) << typed;
    EXPECT_EQ(number->currency, "") << typed;
  }
  marks.currency = {"CAD", "$", "CA$"};
  EXPECT_EQ(std::get<TypedNumber>(readNumber("US$1 500", kMoney, marks)).currency, "US$");
  EXPECT_EQ(std::get<TypedNumber>(readNumber("1 500 $ US", kMoney, marks)).currency, "$US");
  EXPECT_EQ(std::get<TypedNumber>(readNumber("$1 500", kMoney, marks)).currency, "");
}

// definitions.md: asked back only when typed without % and: close rate, margin, share, retention,
// discount with 0 < v < 1; conversion rate with v < 0.1; never CTR.

std::string asked(std::string_view typed, Metric metric) {
  const auto outcome = readNumber(typed, Unit::rate, {}, metric);
  const Errors* errors = std::get_if<Errors>(&outcome);
  if (!errors) return "";
  return std::string(text(errors->front().code)) + " " + errors->front().detail;
}

TEST(ReadNumberTest, FractionWhereAPercentageIsMeant_IsAskedBack) {
  for (const Metric metric :
       {Metric::closeRate, Metric::margin, Metric::share, Metric::incrementalShare,
        Metric::retention, Metric::monthlyRetention, Metric::discountRate}) {
    EXPECT_EQ(asked("0.1", metric), "number.rate 0.001|0.1");
    EXPECT_EQ(asked(".999", metric), "number.rate 0.00999|0.999");
    EXPECT_EQ(asked("0.1..0.3", metric), "number.rate 0.001|0.1");
    EXPECT_EQ(asked("0.2 ± 0.1", metric), "number.rate 0.002|0.2");
    for (const char* typed : {"0.1%", "1", "25", "0", "-0.1", "1/10", "0.5..2", "0.1..0.3%"}) {
      EXPECT_EQ(asked(typed, metric), "") << typed;
    }
  }
  EXPECT_EQ(asked("0.05", Metric::conversionRate), "number.rate 0.0005|0.05");
  EXPECT_EQ(asked("0.1", Metric::conversionRate), "");
  EXPECT_EQ(asked("0.5", Metric::conversionRate), "");
  EXPECT_EQ(asked("0.05", Metric::ctr), "");
  EXPECT_EQ(asked("0.5", Metric::monthlyChurn), "");
  EXPECT_TRUE(std::holds_alternative<TypedNumber>(readNumber("0.1", Unit::rate)));
}

TEST(ReadNumberTest, WordsThatEndInADot_KeepTheirNumberWhole) {
  expectNumber({"en-US", kMoney, "Rs.1500", 1500});
  expectNumber({"en-US", kMoney, "Rs.1,500", 1500});
  expectNumber({"fr-FR", kMoney, "Fr.1500", 1500});
  expectNumber({"en-US", kMoney, "$.50", 0.5});
  expectNumber({"en-US", kMoney, "2 crore", 2e7});
}

TEST(ReadNumberTest, OneInAThousand_IsThatInEveryLocale) {
  expectNumber({"fr-FR", kRate, "1 in 1,000", 0.001});
  expectNumber({"fr-FR", kRate, "1 sur 1 000", 0.001});
  expectNumber({"en-US", kRate, "1 in 1.000", 0.001});
}

TEST(ReadNumberTest, AForeignCurrencysThousands_AreAskedBack) {
  EXPECT_EQ(shown(readAs("fr-FR", "1,500 USD", kMoney)), "number.ambiguous");
  expectNumber({"en-US", kMoney, "US$1,500", 1500});
  expectNumber({"fr-FR", kMoney, "1,50 USD", 1.5});
}

TEST(ReadNumberTest, WordsThatTouchTheNumber_AreReadAsWordsApart) {
  for (const Sided& c : {
           Sided{"fr-FR", "1500 €TTC", true, ""},
           Sided{"fr-FR", "1500€TTC", true, ""},
           Sided{"fr-FR", "1500 €T.T.C.", true, ""},
           Sided{"fr-FR", "1500TTC€", true, ""},
           Sided{"fr-FR", "1500 TTC€", true, ""},
           Sided{"fr-FR", "1500€HT", false, ""},
           Sided{"en-US", "1500 $HT", false, "$"},
           Sided{"en-US", "1500 $US", false, "$US"},
       }) {
    SCOPED_TRACE(c.typed);
    const auto outcome = readAs(c.locale, c.typed, kMoney);
    const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
    ASSERT_TRUE(number) << shown(outcome);
    EXPECT_EQ(number->likely, 1500);
    EXPECT_EQ(number->withTax, c.withTax);
    EXPECT_EQ(number->currency, c.currency);
  }
}

TEST(ReadNumberTest, CentsThatAreASlashAndADash_AreNone) {
  for (const char* typed : {"1500/-", "Rs. 1500/-", "₹1500/- only", "1500/="}) {
    expectNumber({"fr-FR", kMoney, typed, 1500});
    expectNumber({"en-US", kMoney, typed, 1500});
  }
}

TEST(ReadNumberTest, RangeInWords_IsLowToHigh) {
  for (const char* typed : {"between 100 and 200", "Between €100 and €200", "between 100-200",
                            "from 100 to 200", "entre 100 et 200", "Entre 100 € et 200 €",
                            "de 100 à 200", "De 100 à 200 €", "entre environ 100 et 200"}) {
    expectRange({"fr-FR", kMoney, typed, 100, 0, 200, false});
    expectRange({"en-US", kMoney, typed, 100, 0, 200, false});
  }
  expectRange({"en-US", kRate, "between 4 and 8%", 0.04, 0, 0.08, false});
  expectRange({"en-US", kRate, "between 1 in 10 and 1 in 5", 0.1, 0, 0.2, false});
  expectRefusal({"en-US", kMoney, "between 5 and 10k", ErrorCode::numberAmbiguous, "5|5000"});
  for (const char* typed : {"100 and 200", "100 et 200", "100 ou 200", "from 100", "de 100",
                            "between 100", "between 100 and", "à partir de 100", "up to 200"}) {
    expectRefusal({"fr-FR", kMoney, typed, ErrorCode::numberMalformed, ""});
  }
}

TEST(ReadNumberTest, RoughFigure_IsThatFigure) {
  for (const char* typed :
       {"about 200", "About €200", "around 200", "approx. 200", "200 approx", "200 approx.",
        "roughly 200", "circa 200", "ca. 200", "env. 200", "env.200", "environ 200 €",
        "200 € environ", "~200", "~ 200", "~€200", "≈200", "≈ 200 €", "～200"}) {
    expectNumber({"fr-FR", kMoney, typed, 200});
    expectNumber({"en-US", kMoney, typed, 200});
  }
  expectNumber({"en-US", kMoney, "about .5", 0.5});
  expectNumber({"en-US", kRate, "about 5 %", 0.05});
  expectNumber({"fr-FR", kRate, "environ 1 sur 5", 0.2});
  for (const char* typed : {"100~200", "100 ~ 200", "<200", ">200", "200+", "max 200", "about",
                            "presque 200", "at least 200"}) {
    expectRefusal({"en-US", kMoney, typed, ErrorCode::numberMalformed, ""});
  }
}

TEST(ReadNumberTest, FigurePerSomething_IsRefusedInItsOwnWords) {
  for (const char* typed :
       {"200 €/mois", "200€/mois", "200 € / mois", "200 €/m", "200 € HT/mois", "200 € par mois",
        "200/month", "$200 per month", "200 per lead", "200 €/lead", "de 100 à 200 € par mois",
        "100 €/mois à 200 €/mois", "1 200 €/an HT"}) {
    expectRefusal({"fr-FR", kMoney, typed, ErrorCode::numberPer, ""});
    expectRefusal({"en-US", kMoney, typed, ErrorCode::numberPer, ""});
  }
  expectRefusal({"fr-FR", Unit::count, "20 leads/mois", ErrorCode::numberPer, ""});
  expectRefusal({"fr-FR", kRate, "5 % par mois", ErrorCode::numberPer, ""});
  expectRefusal({"en-US", kRate, "5% per month", ErrorCode::numberPer, ""});
}

TEST(ReadNumberTest, CountWithItsOwnNoun_IsThatCount) {
  NumberMarks marks = marksOf("en-US");
  marks.currency = {"sign-ups", "sign-up", "signups", "signup"};
  for (const char* typed : {"350", "350 sign-ups", "350 Signups", "350 sign-ups approx."}) {
    const auto outcome = readNumber(typed, Unit::count, marks);
    const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
    ASSERT_TRUE(number) << typed << ": " << shown(outcome);
    EXPECT_EQ(number->likely, 350) << typed;
    EXPECT_EQ(number->currency, "") << typed;
  }
  for (const char* typed : {"350 customers", "350 €", "$350", "350 USD", "20 dozen sign-ups"}) {
    EXPECT_EQ(shown(readNumber(typed, Unit::count, marks)), "number.malformed") << typed;
  }
}

TEST(ReadNumberTest, MillionsOfACurrency_AreSaidWithItsName) {
  for (const char* typed : {"1 million d'euros", "1 million d’euros", "1 million euros",
                            "1 million d’€", "1 million d'EUR"}) {
    expectNumber({"fr-FR", kMoney, typed, 1e6});
    expectNumber({"en-US", kMoney, typed, 1e6});
  }
  expectNumber({"fr-FR", kMoney, "1,5 milliard de francs", 1.5e9});
  expectRefusal({"fr-FR", kMoney, "1 million d", ErrorCode::numberMalformed, ""});
}

// Of 20 %, 5 % is either 5 points, from 15 to 25 %, or a twentieth of it, from 19 to 21 %.

TEST(ReadNumberTest, SpreadOfARate_IsAskedBackWhereItHasTwoReadings) {
  using enum ErrorCode;
  for (const Refusal& r : {
           Refusal{"fr-FR", kRate, "20 ± 5 %", numberSpread, "20±5|20±1"},
           Refusal{"fr-FR", kRate, "20 % ± 5 %", numberSpread, "20±5|20±1"},
           Refusal{"fr-FR", kRate, "12,5 % ± 2 %", numberSpread, "12.5±2|12.5±0.25"},
           Refusal{"en-US", kRate, "5% ± 1%", numberSpread, "5±1|5±0.05"},
           Refusal{"en-US", kRate, "50 +/- 10 %", numberSpread, "50±10|50±5"},
           Refusal{"en-US", kRate, "1 in 5 ± 10 %", numberMalformed, ""},
           Refusal{"en-US", kRate, "1 in 4 ± 1", numberMalformed, ""},
           Refusal{"en-US", kRate, "20 ± 1/5", numberMalformed, ""},
       }) {
    expectRefusal(r);
  }
}

TEST(ReadNumberTest, SpreadBeyondNoughtOrTheWhole_IsAShareOfTheRate) {
  for (const RangeCase& c : {
           RangeCase{"fr-FR", kRate, "5 ± 20 %", 0.04, 0.05, 0.06, true},
           RangeCase{"fr-FR", kRate, "5 % ± 20 %", 0.04, 0.05, 0.06, true},
           RangeCase{"en-US", kRate, "90 % ± 20 %", 0.72, 0.9, 1.08, true},
           RangeCase{"en-US", kRate, "20 % ± 5", 0.15, 0.2, 0.25, true},
       }) {
    expectRange(c);
  }
  EXPECT_EQ(asked("0.2 ± 20 %", Metric::closeRate), "number.rate 0.002|0.2");
}

TEST(ReadNumberTest, EndsOfASpread_AreTheDecimalsThemselves) {
  const auto low = [](const char* typed, Unit unit) {
    return std::get<TypedNumber>(readAs("en-US", typed, unit)).low;
  };
  const auto high = [](const char* typed, Unit unit) {
    return std::get<TypedNumber>(readAs("en-US", typed, unit)).high;
  };
  EXPECT_EQ(high("20±1", kRate), 0.21);
  EXPECT_EQ(high("5 ± 1", kRate), 0.06);
  EXPECT_EQ(high("0.1 ± 0.2", kMoney), 0.3);
  EXPECT_EQ(low("0.3 ± 0.1", kMoney), 0.2);
  EXPECT_EQ(high("-0.1 ± 0.4", kMoney), 0.3);
  EXPECT_EQ(high("1234567890 ± 10 %", kMoney), 1358024679);
  EXPECT_DOUBLE_EQ(high("0.123456789012345 ± 0.1", kMoney), 0.223456789012345);
  EXPECT_DOUBLE_EQ(high("123456789012345678901 ± 1", kMoney), 123456789012345678901.0);
}

TEST(ReadNumberTest, OneInARangeOfCases_IsTheRangeOfTheRate) {
  for (const char* typed : {"1 in 4 to 6", "1 sur 4 à 6", "1/4..6", "1/4-6", "1 in 6 to 4",
                            "1 in 4 to 1 in 6", "between 1 in 4 and 6"}) {
    expectRange({"en-US", kRate, typed, 1.0 / 6, 0, 0.25, false});
  }
  expectRange({"en-US", kRate, "1/4..5..6", 1.0 / 6, 0.2, 0.25, true});
  for (const char* typed : {"20 in 100 to 30", "1 to 2 in 10"}) {
    expectRefusal({"en-US", kRate, typed, ErrorCode::numberMalformed, ""});
  }
}

/// What was typed or pasted, and the figure that is meant; nothing where it is asked back.
struct Pasted {
  const char* typed;
  std::optional<double> figure;
  const char* locale = nullptr;  ///< in it only
};

TEST(ReadNumberTest, PastedTexts_AreReadAsTheirTableSays) {
  const Pasted table[] = {
      {"\u202d1500\u202c", 1500},
      {"1500\u200b", 1500},
      {"\u200e1500", 1500},
      {"\ufeff1500", 1500},
      {"15k", 15000},
      {"15 k\u20ac", 15000},
      {"1.5M", 1500000},
      {"1,5 M\u20ac", 1500000},
      {"CHF 1'500.\u2013", 1500},
      {"1'500.-", 1500},
      {"1 500 \u20ac HT", 1500},
      {"1 500 EUR TTC", 1500},
      {"1 500 F CFA", 1500},
      {"F CFA 1,500", 1500},
      {"US$1,500", 1500, "en-US"},
      {"1,25,000", 125000, "en-US"},
      {"\u20b91,25,000.00", 125000, "en-US"},
      {"1234.5600000000001", 1234.56},
      {"1.5e3", 1500},
      {"\uff11\uff15\uff10\uff10", 1500},
      {"(200.00)", std::nullopt},
      {"- \u20ac", 0},
      {"$ -", 0},
  };
  for (const Pasted& row : table) {
    const std::string typed = row.typed;
    for (const std::string locale : {"fr-FR", "en-US"}) {
      if (row.locale && row.locale != locale) continue;
      SCOPED_TRACE(locale + " " + typed);
      const auto outcome = readAs(locale, typed, kMoney);
      const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
      ASSERT_EQ(shown(outcome), row.figure ? "a number" : "number.credit");
      if (!number) continue;
      EXPECT_NEAR(number->likely, *row.figure, 1e-9);
      EXPECT_EQ(number->withTax, typed.find("TTC") != std::string::npos);
    }
  }
}

TEST(ReadNumberTest, NearestDouble_IsThatOfTheCLibrary) {
  const unsigned seed = 10;
  std::mt19937_64 random(seed);
  const auto below = [&](std::uint64_t n) { return static_cast<int>(random() % n); };
  for (int i = 0; i < 20'000; ++i) {
    Decimal decimal;
    // Near a tie where i is even: the decimal expansion of half-way between two doubles, cut off.
    if (i % 2 == 0) {
      const double scale = std::ldexp(1.0, below(60) - 30);
      const long double tie = (static_cast<long double>(random() >> 11) + 0.5L) * scale;
      std::array<char, 400> digits{};
      std::snprintf(digits.data(), digits.size(), "%.*Lf", below(60), tie);
      const std::string text = digits.data();
      const std::size_t point = std::min(text.find('.'), text.size());
      decimal.digits = text.substr(0, point) + (point < text.size() ? text.substr(point + 1) : "");
      decimal.exponent = -static_cast<int>(text.size() - std::min(point + 1, text.size()));
      decimal.digits.erase(0, decimal.digits.find_first_not_of('0'));
    } else {
      for (int n = 1 + below(40); n > 0; --n) decimal.digits += static_cast<char>('1' + below(9));
      decimal.exponent = below(280) - 280;
    }
    if (magnitude(decimal) > 21 || magnitude(decimal) < -280) continue;
    const std::string text = decimal.digits + "e" + std::to_string(decimal.exponent);
    ASSERT_EQ(nearest(decimal), std::strtod(text.c_str(), nullptr)) << text << " seed " << seed;
  }
}

}  // namespace
}  // namespace roi::read_number_test
