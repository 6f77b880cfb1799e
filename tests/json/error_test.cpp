#include "roi/error.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "golden/files.h"

namespace roi::error_test {
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

}  // namespace
}  // namespace roi::error_test
