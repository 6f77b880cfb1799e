#include "json/tree.h"

#include <gtest/gtest.h>

#include <cmath>

#include "json/document.h"

namespace roi::json::tree_test {
namespace {

Tree read(const std::string& text) {
  Outcome<Tree> outcome = parseTree(text);
  const Errors* errors = std::get_if<Errors>(&outcome);
  EXPECT_FALSE(errors) << text << ": " << (errors ? test::listed(*errors) : "");
  return errors ? Tree{} : std::get<Tree>(std::move(outcome));
}

std::string refusal(const std::string& text) {
  const Outcome<Tree> outcome = parseTree(text);
  const Errors* errors = std::get_if<Errors>(&outcome);
  return errors ? test::listed(*errors) : "accepted";
}

TEST(TreeTest, Text_BecomesATree) {
  const Tree tree = read(R"({"a":[1,-2.5,"x",true,null],"b":{}})");
  ASSERT_EQ(tree.kind, Tree::Kind::object);
  const Tree& list = *tree.find("a");
  ASSERT_EQ(list.items.size(), 5U);
  EXPECT_EQ(list.items[1].number, -2.5);
  EXPECT_EQ(list.items[2].text, "x");
  EXPECT_TRUE(list.items[3].flag);
  EXPECT_EQ(list.items[4].kind, Tree::Kind::null);
  EXPECT_EQ(tree.find("b")->kind, Tree::Kind::object);
  EXPECT_EQ(tree.find("c"), nullptr);
}

TEST(TreeTest, Numbers_AreTheNearestDouble) {
  EXPECT_EQ(read("0.1").number, 0.1);
  EXPECT_EQ(read("1e22").number, 1e22);
  EXPECT_EQ(read("18446744073709551615").number, 18446744073709551615.0);
  EXPECT_EQ(read("123456789012345678901234567890").number, 123456789012345678901234567890.0);
  EXPECT_EQ(read("5e-324").number, 5e-324);
}

TEST(TreeTest, MinusZero_BecomesZero) {
  EXPECT_FALSE(std::signbit(read("-0").number));
  EXPECT_FALSE(std::signbit(read("-0.0").number));
}

TEST(TreeTest, EscapedText_IsDecoded) {
  EXPECT_EQ(read(R"("\u00e9\ud83d\ude00\n")").text, "é\U0001F600\n");
}

TEST(TreeTest, ByteOrderMark_ChangesNothing) {
  EXPECT_EQ(read("\xEF\xBB\xBF{\"a\":1}").find("a")->number, 1);
}

TEST(TreeTest, RepeatedKey_IsReportedEveryTimeWithItsPath) {
  EXPECT_EQ(refusal(R"({"a":{"x":1,"x":2},"a":3})"),
            "json.duplicateKey /a/x\njson.duplicateKey /a\n");
  EXPECT_EQ(refusal(R"([{"b":1},{"b":1,"c":2,"b":3}])"), "json.duplicateKey /1/b\n");
  EXPECT_EQ(refusal(R"({"a":1,"\u0061":2})"), "json.duplicateKey /a\n");
}

TEST(TreeTest, BadJson_SaysWhere) {
  EXPECT_EQ(refusal(""), "json.syntax \n");
  EXPECT_EQ(refusal(R"({"a":{"b":tru}})"), "json.syntax /a/b\n");
  EXPECT_EQ(refusal(R"({"a":1)"), "json.syntax \n");
  EXPECT_EQ(refusal("[1,]"), "json.syntax /1\n");
  EXPECT_EQ(refusal("{} {}"), "json.syntax \n");
  EXPECT_EQ(refusal("{'a':1}"), "json.syntax \n");
  EXPECT_EQ(refusal("// note\n{}"), "json.syntax \n");
}

TEST(TreeTest, NumberThatOverflows_IsRefused) {
  EXPECT_EQ(refusal(R"({"a":1e999})"), "json.number /a\n");
  EXPECT_EQ(refusal(R"({"a":-1e999})"), "json.number /a\n");
  EXPECT_EQ(refusal(R"({"a":)" + std::string(400, '9') + "}"), "json.number /a\n");
}

TEST(TreeTest, NumberThatOverflowsInAList_IsRefusedAtItsPlace) {
  EXPECT_EQ(refusal(R"({"a":[1,1e999]})"), "json.number /a/1\n");
}

std::string nested(std::size_t levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

TEST(TreeTest, Depth_IsLimitedTo32) {
  read(nested(32));
  EXPECT_EQ(refusal(nested(33)).rfind("json.depth ", 0), 0U);
}

TEST(TreeTest, Size_IsLimitedTo1000000Bytes) {
  read('"' + std::string(999'998, 'x') + '"');
  EXPECT_EQ(refusal('"' + std::string(999'999, 'x') + '"'), "json.size \n");
}

std::string members(int count) {
  std::string text = "{";
  for (int i = 0; i < count; ++i) text += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
  return text + "}";
}

TEST(TreeTest, Members_AreLimitedTo200) {
  EXPECT_EQ(read(members(200)).keys.size(), 200U);
  EXPECT_EQ(refusal(members(201)), "field.count /200\n");
}

TEST(TreeTest, ChildPath_EscapesAsJsonPointer) {
  EXPECT_EQ(childPath("", "a"), "/a");
  EXPECT_EQ(childPath("/x", "a/b~c"), "/x/a~1b~0c");
  EXPECT_EQ(childPath("/x", ""), "/x/");
}

}  // namespace
}  // namespace roi::json::tree_test
