#include "roi/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace roi::decimal_test {
namespace {

/// As the C library reads it.
void expectSame(const std::string& text) {
  const double expected = std::strtod(text.c_str(), nullptr);
  EXPECT_EQ(nearest(text), expected) << text;
  EXPECT_EQ(std::signbit(nearest(text)), std::signbit(expected)) << text;
}

TEST(DecimalTest, Numbers_AreThoseOfTheCLibrary) {
  const std::vector<std::string> pieces = {"0", "00000", "1", "49", "5", "1234567890", "99999999"};
  std::mt19937 random(10);
  const auto composed = [&](std::size_t most) {
    std::string text;
    for (std::size_t n = 1 + random() % most; n > 0; --n) text += pieces[random() % pieces.size()];
    return text;
  };
  for (int i = 0; i < 20'000; ++i) {
    std::string text = (i % 3 == 0 ? "-" : "") + std::to_string(random() % 1'000'000);
    text += '.' + composed(i % 100 == 0 ? 200 : 5);
    const int exponent =
        i % 2 == 0 ? static_cast<int>(random() % 720) - 370 : static_cast<int>(random() % 30) - 15;
    text += 'e' + std::to_string(exponent);
    expectSame(text);
  }
}

TEST(DecimalTest, MiddlesOfTwoDoubles_GoToTheEvenOneUnlessSomethingFollows) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 500; ++i) {
    const double below =
        std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 2100) - 1126);
    const double above = std::nextafter(below, std::numeric_limits<double>::infinity());
    if (std::isinf(above)) continue;
    const long double middle = (static_cast<long double>(below) + above) / 2;
    std::string text(1600, '\0');
    text.resize(
        static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.1150Lf", middle)));
    expectSame(text);
    expectSame(text + "0001");
    expectSame(text + std::string(1000, '0') + "1");
  }
}

TEST(DecimalTest, Ends) {
  for (const char* text : {"0",
                           "-0",
                           "-0.0e5",
                           "1e-400",
                           "2.4703282292062327e-324",
                           "2.4703282292062328e-324",
                           "4.9406564584124654e-324",
                           "7.4109846876186981e-324",
                           "7.4109846876186982e-324",
                           "2.2250738585072011e-308",
                           "2.2250738585072012e-308",
                           "2.2250738585072014e-308",
                           "1.7976931348623157e308",
                           "1.7976931348623158e308",
                           "1.7976931348623159e308",
                           "-1e309",
                           "1e400",
                           "0e99999999999",
                           "1e99999999999",
                           "1e-99999999999",
                           "9007199254740993",
                           "9007199254740993.000000000000000000000000000000000000001",
                           "18446744073709551615"}) {
    expectSame(text);
  }
  expectSame("1" + std::string(100'000, '0') + "e-100000");
  expectSame("0." + std::string(100'000, '0') + "1e100001");
}

}  // namespace
}  // namespace roi::decimal_test
