// A fixed set of questions has the same reply on every machine, to the bit: native by either
// compiler and in WebAssembly, as tests/parity/hashes.mjs asks it of Node and of browsers. What the
// replies should be is for other tests to say. Where a reply is meant to change, so is its hash.

#include <gtest/gtest.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "golden/files.h"
#include "parity/calls.h"

namespace roi::test::hashes_test {
namespace {

using Json = nlohmann::json;

/// FNV-1a, 64 bits.
std::string hashOf(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char byte : text) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
  }
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(hash));
  return digits.data();
}

/// The document as its file has it, behind the rest of the request.
std::string requestOf(const Json& asked) {
  const std::string rest = asked["asks"].dump();
  return rest.substr(0, rest.size() - 1) +
         ",\"document\":" + contents(repository(asked["document"])) + '}';
}

TEST(HashesTest, EveryReply_IsTheSameToTheBit) {
  const Json all = Json::parse(contents(repository("tests/parity/hashes.json")), nullptr, false);
  ASSERT_GT(all.size(), 25U);
  for (const Json& asked : all) {
    const json::Call call = json::callByName(asked["call"].get<std::string>());
    ASSERT_TRUE(call) << asked;
    const std::string reply = call(requestOf(asked));
    EXPECT_TRUE(reply.starts_with("{\"ok\":true")) << asked << reply;
    EXPECT_EQ(asked["hash"], hashOf(reply)) << asked;
  }
}

// The published test vectors. G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, RFC 9923.
TEST(HashesTest, AHash_IsThePublishedOne) {
  EXPECT_EQ(hashOf(""), "cbf29ce484222325");
  EXPECT_EQ(hashOf("a"), "af63dc4c8601ec8c");
  EXPECT_EQ(hashOf("foobar"), "85944171f73967e8");
}

}  // namespace
}  // namespace roi::test::hashes_test
