#include "roi/error.h"

#include <gtest/gtest.h>

#include <set>

namespace roi::error_test {
namespace {

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
}  // namespace roi::error_test
