// Tracking links as they are asked and answered.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/evidence_contract.h"

namespace roi::tracking_links_call_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json madeOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "trackingLinksRequest"), "");
  const Json reply = test::parsed(json::trackingLinks(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "linksMade"), "");
  return reply["value"];
}

Json readOf(const Json& request) {
  EXPECT_EQ(evidenceDifferences(request, "readLinksRequest"), "");
  const Json reply = test::parsed(json::readLinks(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "linksRead"), "");
  return reply["value"];
}

TEST(TrackingLinksCallTest, LinksAreMadeOfAllThatIsSaid) {
  const Json request = Json::parse(R"({
    "address": "https://a.example/?utm_term=x&utm_source=old#top", "place": "query",
    "existing": "replace",
    "rules": {"lower": true, "plain": true, "separator": "_", "allowed": {"medium": ["email"]}},
    "tags": {"sourcePlatform": "Manual", "creativeFormat": "Video", "marketingTactic": "Retarget"},
    "channels": [{"id": "mail", "platform": "email", "tags": {"source": "Lettre A"}},
                 {"id": "paid", "platform": "facebook", "paid": true}],
    "campaigns": [{"campaign": "Été", "id": "7"}], "contents": [{"content": "A B"}]})");
  const Json made = madeOf(request);
  EXPECT_EQ(made["existing"], (Json{{"term", "x"}, {"source", "old"}}));
  ASSERT_EQ(made["links"].size(), 2U);
  const Json& mail = made["links"][0];
  EXPECT_EQ(mail["link"]["url"],
            "https://a.example/?utm_term=x&utm_source=lettre_a&utm_medium=email&utm_campaign=ete"
            "&utm_id=7&utm_content=a_b&utm_source_platform=Manual&utm_creative_format=video"
            "&utm_marketing_tactic=retarget#top");
  EXPECT_EQ(mail["typed"]["source"], "Lettre A");
  EXPECT_EQ(mail["link"]["group"], "email");
  EXPECT_EQ(
      mail["link"]["because"],
      Json::parse(R"([{"part": "medium", "test": "is", "words": "email|e-mail|e_mail|e mail"}])"));
  EXPECT_EQ(mail["link"]["issues"],
            Json::parse(R"([{"kind": "replaced", "parameter": "source", "detail": "old"}])"));
  EXPECT_EQ(made["links"][1]["link"]["grade"], "poor");  // paid_social is not allowed
  EXPECT_EQ(made["names"], Json::parse(R"([
      {"name": "lettre_a / email", "channels": ["mail"]},
      {"name": "Google Analytics 4, ete", "channels": ["mail", "paid"]},
      {"name": "facebook / paid_social", "channels": ["paid"]}])"));
}

TEST(TrackingLinksCallTest, WithoutRulesAndInTheFragment_AllIsAsTyped) {
  const Json made = madeOf(Json::parse(R"({"address": "https://a.example/#/p", "place": "fragment",
      "tags": {"source": "A b"}})"));
  EXPECT_EQ(made["links"][0]["link"]["url"], "https://a.example/#/p?utm_source=A%20b");
  EXPECT_EQ(made["links"][0]["typed"], Json::object());
}

TEST(TrackingLinksCallTest, TooMany_AreRefused) {
  Json request = {{"address", "https://a.example"}};
  for (int i = 0; i < 32; ++i) {
    request["campaigns"].push_back({{"campaign", std::to_string(i)}});
    request["contents"].push_back({{"content", std::to_string(i)}});
  }
  const Json reply = test::parsed(json::trackingLinks(request.dump()));
  EXPECT_EQ(reply["errors"][0]["code"], "request.size");
  EXPECT_EQ(reply["errors"][0]["detail"], "1000");
}

TEST(TrackingLinksCallTest, LinksAreReadGradedAndMended) {
  const Json read = readOf(Json{{"text", "https://a.example?utm_source=X&utm_medium=newsletter\n"},
                                {"rules", {{"lower", true}}}});
  EXPECT_EQ(read["leftOut"], 0);
  const Json& link = read["links"][0];
  EXPECT_EQ(link["grade"], "poor");
  EXPECT_EQ(link["group"], "unassigned");
  EXPECT_EQ(link["mended"], "https://a.example?utm_source=x&utm_medium=newsletter");
  EXPECT_EQ(link["issues"][0],
            Json::parse(R"({"kind": "unassigned", "parameter": "medium", "detail": "email"})"));
  EXPECT_FALSE(readOf(Json{{"text", "https://a.example"}})["links"][0].contains("group"));
}

TEST(TrackingLinksCallTest, ARequestThatIsNone_IsRefused) {
  const auto errorsOf = [](const char* request) {
    const Json reply = test::parsed(json::trackingLinks(request));
    std::string all;
    for (const Json& error : reply["errors"])
      all += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
    return all;
  };
  EXPECT_EQ(errorsOf("{}"), "field.required /address\n");
  EXPECT_EQ(errorsOf(R"({"address": "a", "place": "path", "rules": {"separator": ""}})"),
            "field.choice /place\nfield.choice /rules/separator\n");
}

}  // namespace
}  // namespace roi::tracking_links_call_test
