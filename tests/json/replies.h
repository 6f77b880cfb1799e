#pragma once
// Replies of the calls, as tests read them.

#include <gtest/gtest.h>

#include <string>

#include "json/document.h"

namespace roi::test {

/// A reply, which is JSON: no NaN, no Infinity.
inline Json replyOf(const std::string& reply) {
  const Json json = Json::parse(reply, nullptr, false);
  EXPECT_FALSE(json.is_discarded()) << reply;
  return json;
}

/// What it answers; fails the test where it refuses.
inline Json valueOf(const std::string& reply) {
  const Json json = replyOf(reply);
  EXPECT_EQ(json.value("ok", false), true) << reply;
  return json.value("value", Json::object());
}

/// Code and path of each error, a line each; fails the test where it answers.
inline std::string wrong(const std::string& reply) {
  const Json json = replyOf(reply);
  EXPECT_EQ(json.value("ok", true), false) << reply;
  std::string list;
  for (const Json& error : json.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + ' ' + error["path"].get<std::string>() + '\n';
  }
  return list;
}

}  // namespace roi::test
