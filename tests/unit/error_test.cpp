#include "roi/error.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "unit/files.h"

namespace roi {
namespace {

TEST(ErrorTest, CodesAndMessages_AreThoseOfTheContract) {
  const auto contract =
      nlohmann::json::parse(test::contents(test::repository("core/contract/errors.json")));
  std::map<std::string, std::string> expected;
  std::map<std::string, std::string> actual;
  for (const auto& [code, message] : contract.items()) expected[code] = message;
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const auto code = static_cast<ErrorCode>(i);
    actual.emplace(text(code), message(code));
  }
  EXPECT_EQ(actual, expected);
}

TEST(ErrorTest, Code_IsNamedAfterItsText) {
  EXPECT_EQ(text(ErrorCode::jsonDepth), "json.depth");
  EXPECT_EQ(text(ErrorCode::rangeTwoCounts), "range.twoCounts");
  EXPECT_EQ(text(ErrorCode::numberUnit), "number.unit");
}

TEST(ErrorTest, EveryCode_SaysSomethingOfItsOwn) {
  std::set<std::string_view> messages;
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    const std::string_view message = roi::message(static_cast<ErrorCode>(i));
    EXPECT_FALSE(message.empty());
    EXPECT_TRUE(messages.insert(message).second) << message;
  }
}

}  // namespace
}  // namespace roi
