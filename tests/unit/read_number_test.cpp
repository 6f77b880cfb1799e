#include "roi/read_number.h"

#include <gtest/gtest.h>

#include <cmath>

namespace roi {
namespace {

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
  const Outcome<TypedNumber> outcome = readNumber(c.typed, c.locale, c.unit);
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
      const Outcome<TypedNumber> outcome = readNumber(typed, locale, kMoney);
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
  const Outcome<TypedNumber> outcome = readNumber("-0", "en-US", kMoney);
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
  const Outcome<TypedNumber> outcome = readNumber(c.typed, c.locale, c.unit);
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
           RangeCase{"en-US", kRate, "5% ± 1%", 0.04, 0.05, 0.06, true},
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
  const Outcome<TypedNumber> outcome = readNumber("40..50..40", "en-US", kMoney);
  const TypedNumber* number = std::get_if<TypedNumber>(&outcome);
  EXPECT_TRUE(!number || number->isRange()) << "read as " << number->likely;
}

TEST(ReadNumberTest, RangeOfOneNumber_IsThatNumber) {
  expectNumber({"fr-FR", kMoney, "40..40", 40});
  expectNumber({"fr-FR", kMoney, "40 ± 0", 40});
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
  const Outcome<TypedNumber> outcome = readNumber(r.typed, r.locale, r.unit);
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
           Refusal{"fr-FR", kMoney, "-1.234", numberAmbiguous, "1234|1.234"},
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
       {"abc",       "1e5", "12 50", "1234 567", "1 23", "1,2,3", "1.2.3",    "1,234.5,6",
        "--5",       "5-",  "-",     "+",        "..",   "5..",   "..5",      "1..2..3..4",
        "40..45-60", "±",   "± 5",   "5 ±",      "1/10", "12x",   "0x10",     "Infinity",
        "NaN",       "٣",   "1_000", "\xff",     ",",    ".",     "1 234 56", "12 345 6"}) {
    expectRefusal({"fr-FR", kMoney, typed, ErrorCode::numberMalformed, ""});
  }
  for (const char* typed : {"1/0", "1/", "/2", "1/2/3", "1/10 %", "%", "5 % %"}) {
    expectRefusal({"en-US", kRate, typed, ErrorCode::numberMalformed, ""});
  }
}

TEST(ReadNumberTest, MoreThan15Digits_AreRefused) {
  for (const char* typed : {"1234567890123456", "1 234 567 890 123 456", "0.1234567890123456",
                            "0.000000000000000000001", "99999999999999999999999999999999999999"}) {
    expectRefusal({"en-US", kMoney, typed, ErrorCode::numberDigits, ""});
  }
}

TEST(ReadNumberTest, PercentSignWhereNoneBelongs_IsRefused) {
  for (const Unit unit : {Unit::money, Unit::count, Unit::ratio, Unit::months}) {
    expectRefusal({"fr-FR", unit, "12 %", ErrorCode::numberUnit, ""});
    expectRefusal({"fr-FR", unit, "4 %..8 %", ErrorCode::numberUnit, ""});
  }
}

TEST(ReadNumberTest, Number_IsNotChangedByTheLanguageWhereBothReadItAlike) {
  for (const char* typed : {"12", "1234", "12,5", "12.5", "0.75", "1 234,5", "1\u202F234.5"}) {
    const auto fr = readNumber(typed, "fr-FR", kMoney);
    const auto en = readNumber(typed, "en-US", kMoney);
    EXPECT_EQ(std::get<TypedNumber>(fr).likely, std::get<TypedNumber>(en).likely) << typed;
  }
}

}  // namespace
}  // namespace roi
