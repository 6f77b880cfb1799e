// What exports counted, as it is asked and answered, and as a document takes it.

#include <gtest/gtest.h>

#include "json/api.h"
#include "json/evidence_contract.h"

namespace roi::bring_test {
namespace {

using test::evidenceDifferences;
using test::Json;

Json request() {
  return test::parsed(R"({"as":"plan","channels":[
    {"id":"meta","parts":[
      {"claimed":true,"by":"week","start":"2026-08-31",
       "spend":{"total":1000,"series":[240,260,300,200]},"impressions":{"total":100000},
       "clicks":{"total":500,"series":[120,130,150,100]},"leads":{"total":60}},
      {"by":"week","start":"2026-08-31","leads":{"total":20,"series":[5,5,4,6]},
       "customers":{"total":4},"revenue":{"total":600}}]},
    {"id":"mail","parts":[{"impressions":{"total":10000},"clicks":{"total":0}}]}]})");
}

Json valueOf(const Json& request) {
  const Json reply = test::parsed(json::bring(request.dump()));
  EXPECT_EQ(reply["ok"], true) << reply;
  EXPECT_EQ(evidenceDifferences(reply["value"], "brought"), "");
  return reply["value"];
}

std::string errorsOf(const Json& request) {
  const Json reply = test::parsed(json::bring(request.dump()));
  std::string list;
  for (const Json& error : reply.value("errors", Json::array())) {
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  return list;
}

TEST(BringTest, SaysUntilWhichDayWhatFiguresRestOnWasCounted) {
  Json asked = request();
  asked["as"] = "past";
  asked["channels"][0]["parts"][0]["until"] = "2026-09-27";
  asked["channels"][0]["parts"].push_back({{"leads", {{"total", 3}}}, {"until", "2026-10-04"}});
  const Json value = valueOf(asked);
  const Json& meta = value["channels"][0];
  EXPECT_EQ(meta["adSpend"]["until"], "2026-09-27");
  EXPECT_EQ(meta["figures"]["leads"],
            (Json{{"value", 23}, {"parts", {1, 2}}, {"until", "2026-10-04"}}));
  EXPECT_FALSE(meta["figures"]["customers"].contains("until")) << "its part does not say";
}

TEST(BringTest, SaysWhatFiguresRestOn) {
  const Json value = valueOf(request());
  const Json& meta = value["channels"][0];
  EXPECT_EQ(meta["adSpend"], (Json{{"value", 1000}, {"parts", {0}}}));
  const Json& rate = meta["figures"]["conversionRate"];
  EXPECT_EQ(rate["likely"], 0.04);
  EXPECT_EQ(rate["n"], 500);
  EXPECT_EQ(rate["periods"], 4);
  EXPECT_EQ(rate["parts"], Json({0, 1}));
  EXPECT_FALSE(rate.contains("claimed"));
  EXPECT_EQ(meta["figures"]["closeRate"]["periods"], 1);
  const Json& none = value["channels"][1]["figures"]["ctr"];
  EXPECT_EQ(none["median"], true);
  EXPECT_FALSE(value["channels"][1].contains("adSpend"));
  EXPECT_EQ(
      value["claims"][0],
      (Json{{"figure", "leads"}, {"claimed", 60}, {"counted", 20}, {"over", 40}, {"share", 2}}));
  EXPECT_EQ(value["claims"][1]["channel"], "meta");
}

TEST(BringTest, CountsOfKpis_SayWhatTheyRestOn) {
  Json asked = request();
  asked["channels"][1]["parts"][0]["kpis"] = {{{"of", "likes"}, {"total", 672}},
                                              {{"of", "posts"}, {"total", 3}}};
  EXPECT_EQ(valueOf(asked)["channels"][1]["kpis"],
            (Json{{{"of", "posts"}, {"value", 3}, {"parts", {0}}},
                  {{"of", "likes"}, {"value", 672}, {"parts", {0}}}}));
  EXPECT_FALSE(valueOf(asked)["channels"][0].contains("kpis"));
}

TEST(BringTest, APlanOfItsFigures_ExpectsWhatWasCounted) {
  const Json meta = valueOf(request())["channels"][0];
  Json channel = {{"id", "meta"}, {"series", meta["series"]}};
  const auto figureOf = [](const Json& brought) {
    Json figure = {{"provenance", "measured"}};
    for (const char* key : {"value", "low", "likely", "high", "n"}) {
      if (brought.contains(key)) figure[key] = brought[key];
    }
    return figure;
  };
  for (const auto& [name, figure] : meta["figures"].items()) {
    if (name != "revenuePerCustomer") channel[name] = figureOf(figure);
  }
  channel["value"] = {{"mode", "revenue"},
                      {"revenuePerCustomer", figureOf(meta["figures"]["revenuePerCustomer"])}};
  channel["costs"] = {{{"kind", "adSpend"}, {"amount", figureOf(meta["adSpend"])}}};
  const Json document = test::documentOf(Json{{"channels", {channel}}});
  const Json reply = test::parsed(json::evaluate(document.dump()));
  ASSERT_EQ(reply["ok"], true) << reply;
  const Json& results = reply["value"]["scenarios"][0]["channels"][0]["results"];
  const std::pair<const char*, double> counted[] = {
      {"impressions", 100'000}, {"clicks", 500},  {"leads", 20},
      {"customers", 4},         {"revenue", 600}, {"adSpend", 1000}};
  for (const auto& [name, count] : counted) {
    EXPECT_NEAR(results[name].get<double>(), count, 1e-9 * count) << name;
  }
}

TEST(BringTest, SaysWhetherClaimsMayBeBroughtDown) {
  Json asked = request();
  EXPECT_EQ(valueOf(asked)["scalable"], false) << "the channel has counts of its own";
  asked["channels"][1]["parts"][0] = {{"claimed", true}, {"leads", {{"total", 30}}}};
  asked["counted"] = {{{"leads", {{"total", 35}}}},
                      {{"analytics", true}, {"leads", {{"total", 50}}}}};
  const Json before = valueOf(asked);
  EXPECT_EQ(before["scalable"], true);
  EXPECT_EQ(before["claims"][0]["counted"], 35);
  asked["scale"] = true;
  EXPECT_EQ(valueOf(asked)["channels"][1]["figures"]["leads"]["value"], 15);  // 35 - 20
}

TEST(BringTest, OfOrders_CustomersAreLeads) {
  Json asked = request();
  asked["orders"] = true;
  const Json figures = valueOf(asked)["channels"][0]["figures"];
  EXPECT_EQ(figures["conversionRate"]["likely"], 0.008);  // 4 of 500
  EXPECT_EQ(figures["revenuePerCustomer"]["likely"], 150);
  EXPECT_FALSE(figures.contains("closeRate") || figures.contains("customers"));
}

TEST(BringTest, OfALongSeries_TheLatestPeriodsAreKept) {
  Json long_ = Json::array();
  for (int i = 0; i < 70; ++i) long_.push_back(i);
  Json asked = {{"as", "past"},
                {"channels",
                 {{{"id", "a"},
                   {"parts",
                    {{{"by", "week"},
                      {"start", "2025-01-06"},
                      {"leads", {{"total", 2415}, {"series", long_}}}}}}}}}};
  const Json weeks = valueOf(asked)["channels"][0]["series"];
  EXPECT_EQ(weeks["start"], "2025-03-17");  // ten weeks later
  EXPECT_EQ(weeks["leads"].size(), 60U);
  EXPECT_EQ(weeks["leads"][0], 10);
  asked["channels"][0]["parts"][0]["by"] = "month";
  EXPECT_EQ(valueOf(asked)["channels"][0]["series"]["start"], "2025-11-01");
}

TEST(BringTest, WhatIsUnknown_StaysUnknown) {
  Json asked = request();
  asked["channels"][0]["parts"][0]["clicks"]["series"][2] = nullptr;
  EXPECT_EQ(valueOf(asked)["channels"][0]["series"]["clicks"], Json({120, 130, nullptr, 100}));
}

TEST(BringTest, WhatIsWrong_IsToldAllAtOnceWithItsPath) {
  Json asked = request();
  asked["as"] = "guess";
  asked["stranger"] = 1;
  asked["channels"][0]["parts"][0]["leads"] = {{"total", -1}};
  asked["channels"][0]["parts"][1]["start"] = "2026-02-30";
  asked["channels"][1]["parts"][0]["clicks"] = {{"series", {"many"}}};
  EXPECT_EQ(errorsOf(asked),
            "field.choice /as\n"
            "field.minimum /channels/0/parts/0/leads/total\n"
            "field.format /channels/0/parts/1/start\n"
            "field.required /channels/1/parts/0/clicks/total\n"
            "field.type /channels/1/parts/0/clicks/series/0\n"
            "field.unknown /stranger\n");
}

TEST(BringTest, WhatDoesNotAgree_IsToldWithItsPath) {
  Json asked = request();
  asked["channels"][1]["id"] = "meta";
  asked["channels"][0]["parts"][0]["spend"]["series"] = {1, 2};
  asked["channels"][0]["parts"][1].erase("start");
  asked["channels"][1]["parts"][0]["clicks"]["total"] = 1e-12;
  asked["channels"][0]["parts"][0]["analytics"] = true;
  asked["counted"] = {{{"claimed", true}, {"leads", {{"total", 5}}}}};
  const Json likes = {{"of", "likes"}, {"total", 1}};
  asked["channels"][0]["parts"][0]["kpis"] = {likes, {{"of", "applause"}, {"total", 1}}, likes};
  EXPECT_EQ(errorsOf(asked),
            "field.choice /channels/0/parts/0/analytics\n"
            "field.choice /channels/0/parts/0/kpis/1/of\n"
            "id.duplicate /channels/0/parts/0/kpis/2/of\n"
            "field.count /channels/0/parts/0/clicks/series\n"
            "field.required /channels/0/parts/1/start\n"
            "id.duplicate /channels/1/id\n"
            "field.minimum /channels/1/parts/0/clicks/total\n"
            "field.choice /counted/0/claimed\n");
}

TEST(BringTest, MoreThanADocumentMayHold_IsRefused) {
  Json asked = {{"as", "past"},
                {"channels",
                 {{{"id", "a"},
                   {"parts", {{{"leads", {{"total", 6e11}}}}, {{"leads", {{"total", 6e11}}}}}}}}}};
  EXPECT_EQ(errorsOf(asked), "field.maximum /channels/0/parts\n");
  Json channels = Json::array();
  for (int i = 0; i < 101; ++i) {
    channels.push_back({{"id", "c" + std::to_string(i)}, {"parts", Json::array()}});
  }
  EXPECT_EQ(errorsOf({{"as", "past"}, {"channels", channels}}), "field.count /channels\n");
  EXPECT_EQ(errorsOf("[]"), "field.type \n");
  EXPECT_EQ(test::parsed(json::bring("{"))["errors"][0]["code"], "json.syntax");
}

// What a document keeps of it

TEST(BringTest, ADocumentKeepsNamesAndSeries_AndCountsNothingWithThem) {
  Json document = test::documentOf(R"({"channels":[{"id":"a","leads":5}]})");
  const std::string before = json::evaluate(document.dump());
  document["names"] = {{{"name", "Spring | brand"}, {"channel", "a"}},
                       {{"name", "(not set)"}, {"channel", ""}}};
  document["scenarios"][0]["channels"][0]["series"] = {
      {"by", "month"}, {"start", "2026-01-01"}, {"revenue", {120.5, nullptr, -3}}};
  EXPECT_EQ(json::evaluate(document.dump()), before);
  const Json migrated = test::parsed(json::migrate(Json{{"document", document}}.dump()));
  EXPECT_EQ(migrated["value"]["document"], document);
}

TEST(BringTest, NamesAndSeriesOfADocument_AreChecked) {
  Json document = test::documentOf(R"({"channels":[{"id":"a","leads":5}]})");
  document["names"] = {{{"name", std::string(121, 'x')}, {"channel", "no such id"}},
                       {{"name", "b"}}};
  document["scenarios"][0]["channels"][0]["series"] = {
      {"by", "day"}, {"leads", std::vector<int>(61, 1)}, {"clicks", {"1"}}};
  std::string list;
  const Json reply = test::parsed(json::evaluate(document.dump()));
  for (const Json& error : reply["errors"]) {
    list += error["code"].get<std::string>() + " " + error["path"].get<std::string>() + "\n";
  }
  EXPECT_EQ(list,
            "field.format /names/0/channel\n"
            "field.length /names/0/name\n"
            "field.required /names/1/channel\n"
            "field.required /scenarios/0/channels/0/series/start\n"
            "field.choice /scenarios/0/channels/0/series/by\n"
            "field.type /scenarios/0/channels/0/series/clicks/0\n"
            "field.count /scenarios/0/channels/0/series/leads\n");
}

}  // namespace
}  // namespace roi::bring_test
