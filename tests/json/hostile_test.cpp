// Texts that mean harm, or that a broken program wrote: answered, never obeyed, never a crash.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/document.h"

namespace roi::json::hostile_test {
namespace {

using test::Json;

struct Hostile {
  const char* name;
  std::string text;
};

std::string repeated(const char* part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

std::string manyKeys(int count) {
  std::string text = "{\"k0\":0";
  for (int i = 1; i < count; ++i) text += ",\"k" + std::to_string(i) + "\":0";
  return text + "}";
}

std::string withLeads(const std::string& leads) {
  std::string text = test::documentOf(R"({"channels":[{"id":"a","leads":12345}]})").dump();
  return text.replace(text.find("12345"), 5, leads);
}

std::string withName(const std::string& name) {
  std::string text = test::documentOf(R"({"name":"NAME","channels":[{"id":"a"}]})").dump();
  return text.replace(text.find("NAME"), 4, name);
}

std::vector<Hostile> hostileTexts() {
  const std::string whole = withLeads("5");
  return {
      {"empty", ""},
      {"spaces", "  \n\t "},
      {"only a byte order mark", "\xEF\xBB\xBF"},
      {"UTF-16", std::string("\xFF\xFE{\0}\0", 6)},
      {"NUL", std::string(1, '\0')},
      {"truncated", whole.substr(0, whole.size() / 2)},
      {"one brace short", whole.substr(0, whole.size() - 1)},
      {"trailing text", whole + "x"},
      {"null", "null"},
      {"array", "[]"},
      {"text", "\"roi\""},
      {"deep arrays", repeated("[", 100'000)},
      {"deep objects", repeated("{\"a\":", 100'000)},
      {"closed deep arrays", repeated("[", 100'000) + repeated("]", 100'000)},
      {"100k keys", manyKeys(100'000 / 2)},
      {"100k equal keys", "{" + repeated("\"k\":0,", 100'000) + "\"k\":0}"},
      {"over 1 MB", '"' + std::string(1'000'000, ' ') + '"'},
      {"100k closing brackets", repeated("]", 100'000)},
      {"__proto__", R"({"__proto__":{"schemaVersion":1},"schemaVersion":1,"scenarios":[]})"},
      {"constructor", R"({"constructor":1,"schemaVersion":1,"scenarios":[]})"},
      {"overflow", withLeads("1e999")},
      {"negative overflow", withLeads("-1e999")},
      {"400 digits", withLeads(std::string(400, '9'))},
      {"NaN", withLeads("NaN")},
      {"Infinity", withLeads("Infinity")},
      {"-Infinity", withLeads("-Infinity")},
      {"hexadecimal", withLeads("0x10")},
      {"leading zero", withLeads("010")},
      {"plus sign", withLeads("+1")},
      {"bare point", withLeads(".5")},
      {"huge integer", withLeads("18446744073709551616")},
      {"largest unsigned", withLeads("18446744073709551615")},
      {"lowest integer", withLeads("-9223372036854775808")},
      {"negative", withLeads("-1")},
      {"denormal", withLeads("5e-324")},
      {"comment", withLeads("5/**/")},
      {"single quotes", "{'schemaVersion':1}"},
      {"escaped high surrogate", withName("\\ud800")},
      {"escaped low surrogate", withName("\\udc00")},
      {"swapped surrogates", withName("\\udc00\\ud800")},
      {"raw surrogate", withName("\xED\xA0\x80")},
      {"overlong slash", withName("\xC0\xAF")},
      {"stray continuation", withName("\x80")},
      {"cut sequence", withName("\xE2\x82")},
      {"beyond Unicode", withName("\xF4\x90\x80\x80")},
      {"raw newline", withName("\n")},
      {"raw NUL", withName(std::string(1, '\0'))},
      {"bad escape", withName("\\x41")},
      {"cut escape", withName("\\u12")},
  };
}

/// The errors of a reply; nothing where it is not one.
Json errorsOf(const std::string& reply) {
  const Json json = Json::parse(reply, nullptr, false);
  if (json.is_discarded() || !json.contains("ok")) return nullptr;
  if (json["ok"] == true) return Json::array();
  return json["errors"];
}

TEST(HostileTest, EvaluateAnswersWithAnError) {
  for (const Hostile& hostile : hostileTexts()) {
    SCOPED_TRACE(hostile.name);
    const std::string reply = evaluate(hostile.text);
    const Json errors = errorsOf(reply);
    ASSERT_TRUE(errors.is_array()) << reply.substr(0, 200);
    ASSERT_FALSE(errors.empty()) << reply.substr(0, 200);
    EXPECT_LE(errors.size(), 101U);
    EXPECT_FALSE(errors[0]["code"].get<std::string>().empty());
    EXPECT_FALSE(errors[0]["message"].get<std::string>().empty());
    EXPECT_TRUE(errors[0]["path"].is_string());
  }
}

TEST(HostileTest, ExplainAnswersWithAnError) {
  for (const Hostile& hostile : hostileTexts()) {
    SCOPED_TRACE(hostile.name);
    for (const std::string& request :
         {hostile.text, R"({"metric":"roi","document":)" + hostile.text + "}"}) {
      const Json errors = errorsOf(explain(request));
      ASSERT_TRUE(errors.is_array());
      EXPECT_FALSE(errors.empty());
    }
  }
}

TEST(HostileTest, ReadNumberAnswersWithAnError) {
  for (const Hostile& hostile : hostileTexts()) {
    SCOPED_TRACE(hostile.name);
    const Json errors = errorsOf(readNumber(hostile.text));
    ASSERT_TRUE(errors.is_array());
    EXPECT_FALSE(errors.empty());
  }
}

std::string codeOf(const std::string& text) {
  const Json errors = errorsOf(evaluate(text));
  return errors.empty() ? "" : errors[0]["code"].get<std::string>();
}

TEST(HostileTest, Codes_SayWhatIsWrong) {
  EXPECT_EQ(codeOf(repeated("[", 100'000)), "json.depth");
  EXPECT_EQ(codeOf(manyKeys(50'000)), "field.count");
  EXPECT_EQ(codeOf('"' + std::string(1'000'000, ' ') + '"'), "json.size");
  EXPECT_EQ(codeOf(withLeads("1e999")), "json.number");
  EXPECT_EQ(codeOf(withLeads("NaN")), "json.syntax");
  EXPECT_EQ(codeOf(withName("\\ud800")), "json.syntax");
  EXPECT_EQ(codeOf(withName("\xED\xA0\x80")), "json.syntax");
  EXPECT_EQ(codeOf(withLeads("18446744073709551616")), "field.maximum");
  EXPECT_EQ(codeOf(R"({"__proto__":1,"schemaVersion":1})"), "field.required");
}

TEST(HostileTest, HarmlessOddities_AreReadAsTheirPlainForm) {
  const std::string plain = evaluate(withLeads("0"));
  EXPECT_EQ(evaluate(withLeads("-0")), plain);
  EXPECT_EQ(evaluate(withLeads("-0.0e5")), plain);
  EXPECT_EQ(evaluate(withLeads("1e-999999999999")), plain);
  EXPECT_EQ(evaluate("\xEF\xBB\xBF" + withLeads("0")), plain);
  EXPECT_TRUE(errorsOf(evaluate(withName("\\u0000\\ud83d\\ude00"))).empty());
}

TEST(HostileTest, WhatIsSentBack_IsAlwaysJson) {
  for (const std::string key : {R"(\u0000)", R"(\")", R"(\\)", R"(\n)", "</script>", "é"}) {
    const Json errors = errorsOf(evaluate("{\"" + key + "\":1}"));
    ASSERT_TRUE(errors.is_array()) << key;
    EXPECT_FALSE(errors.empty()) << key;
  }
}

/// Whether every figure of a document is a number or has a reason; a refused document has none.
bool isFinite(const std::string& text) {
  const Outcome<Document> outcome = test::decodeText(text);
  if (std::holds_alternative<Errors>(outcome)) return true;
  Sheet<Figure<>> sheet(std::get<Document>(outcome).front().scenario);
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto m = static_cast<Metric>(i);
    if (info(m).category >= Category::input) continue;
    for (std::size_t scope = 0; scope <= sheet.total(); ++scope) {
      if (!std::isfinite(sheet(scope, m).value)) return false;
    }
  }
  return true;
}

std::string extreme(const std::string& a, const std::string& b, const std::string& target) {
  return R"({"schemaVersion":1,"scenarios":[{"id":"s","period":{"kind":"campaign","months":600},
    "currency":"EUR","action":"lead","closeRate":1e-9,"margin":1e-9,
    "value":{"mode":"orders","averageOrderValue":)" +
         a + R"(,"ordersPerYear":)" + b + R"(,"years":)" + a +
         R"(},"channels":[{"id":"a","impressions":)" + b + R"(,"ctr":1e-9,"leads":)" + a +
         R"(,"costs":[{"kind":"adSpend","amount":)" + b +
         R"(,"period":{"kind":"months","months":0.03}}]}],"goal":{"metric":"roas","target":)" +
         target + "}}]}";
}

TEST(HostileTest, SmallestAndLargestFigures_GiveNumbersOrReasons) {
  for (const char* a : {"0", "1e-9", "1e12"}) {
    for (const char* b : {"0", "1e-9", "1e12"}) {
      for (const char* target : {"0", "1e-9", "1e12", "-1e12", "1e-320", "-5e-324"}) {
        const std::string text = extreme(a, b, target);
        const bool finite = isFinite(text);
        EXPECT_TRUE(finite) << text;  // evaluate() would abort in a debug build
        if (!finite) continue;
        EXPECT_FALSE(Json::parse(evaluate(text), nullptr, false).is_discarded());
      }
    }
  }
}

}  // namespace
}  // namespace roi::json::hostile_test
