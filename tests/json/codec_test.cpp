#include "json/codec.h"

#include <gtest/gtest.h>

#include "json/document.h"
#include "roi/range.h"

namespace roi::json::codec_test {
namespace {

using test::Json;

std::string wrong(const Json& document) {
  const Outcome<Document> outcome = test::decodeText(document.dump());
  const Errors* errors = std::get_if<Errors>(&outcome);
  return errors ? test::listed(*errors) : "";
}

std::string wrongIn(const std::string& scenario) { return wrong(test::documentOf(scenario)); }

std::string wrongChannel(const std::string& fields) {
  return wrongIn(R"({"channels":[{"id":"a",)" + fields + "}]}");
}

const std::string kChannel = "/scenarios/0/channels/0";

TEST(CodecTest, Document_BecomesItsScenarios) {
  Json document = test::documentOf(R"({"action":"signUp","role":"alternative",
    "period":{"kind":"quarter"},"channels":[{"id":"a"}]})");
  document["scenarios"].push_back(document["scenarios"][0]);
  document["scenarios"][1]["id"] = "second";
  const Document decoded = test::decoded(document);
  ASSERT_EQ(decoded.size(), 2U);
  const Scenario& s = decoded[0].scenario;
  EXPECT_EQ(s.action, Action::signUp);
  EXPECT_EQ(s.quantities[*s.periodMonths].likely, 3);
  EXPECT_EQ(decoded[1].scenario.id, "second");
}

TEST(CodecTest, EveryAction_IsRead) {
  const std::pair<const char*, Action> actions[] = {
      {"lead", Action::lead},   {"subscriber", Action::subscriber}, {"booking", Action::booking},
      {"order", Action::order}, {"download", Action::download},     {"signUp", Action::signUp},
      {"call", Action::call}};
  for (const auto& [name, action] : actions) {
    const Json document =
        test::documentOf({{"action", name}, {"channels", Json::array({{{"id", "a"}}})}});
    EXPECT_EQ(test::decoded(document).front().scenario.action, action) << name;
  }
}

double monthsOf(const std::string& period) {
  const Document d =
      test::decoded(test::documentOf(R"({"channels":[{"id":"a"}],"period":)" + period + "}"));
  return d.front().scenario.quantities[*d.front().scenario.periodMonths].likely;
}

TEST(CodecTest, Period_IsItsMonths) {
  EXPECT_EQ(monthsOf(R"({"kind":"month"})"), 1);
  EXPECT_EQ(monthsOf(R"({"kind":"quarter"})"), 3);
  EXPECT_EQ(monthsOf(R"({"kind":"year"})"), 12);
  EXPECT_EQ(monthsOf(R"({"kind":"campaign","months":2.5})"), 2.5);
  EXPECT_EQ(monthsOf(R"({"kind":"months","months":18})"), 18);
}

TEST(CodecTest, Period_StatesItsMonthsWhereItMustAndNowhereElse) {
  for (const char* period : {R"({"kind":"campaign"})", R"({"kind":"months"})",
                             R"({"kind":"month","months":1})", R"({"kind":"year","months":12})"}) {
    EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a"}],"period":)" + std::string(period) + "}"),
              "period.months /scenarios/0/period/months\n");
  }
}

TEST(CodecTest, Savings_ArePartOfThePlanWhereTheyCountAndStateSomething) {
  const Document d = test::decoded(test::documentOf(R"({"channels":[{"id":"a"}],"savings":[
    {"label":"shown","amount":{"low":5,"high":9}},{"counts":true},{"amount":7,"counts":false},
    {"label":"hours","hours":3,"hourlyCost":20,"period":{"kind":"year"},"counts":true}]})"));
  const Scenario& s = d.front().scenario;
  ASSERT_EQ(s.savings.size(), 1U);
  EXPECT_EQ(s.savings.front().label, "hours");
  EXPECT_EQ(s.savings.front().pointer, "/scenarios/0/savings/3");
  EXPECT_EQ(s.quantities[*s.savings.front().periodMonths].likely, 12);
  EXPECT_EQ(s.quantities[*s.savings.front().hours].pointer, "/scenarios/0/savings/3/hours");
  for (const Quantity& q : s.quantities) EXPECT_FALSE(q.isRange()) << q.pointer;
  EXPECT_EQ(d.front().uncounted.size(), 2U);
}

TEST(CodecTest, Savings_AreCheckedWhetherOrNotTheyCount) {
  EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a"}],"savings":[{"amount":{"low":9,"high":5}}]})"),
            "range.order /scenarios/0/savings/0/amount\n");
  EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a"}],"savings":[{"amount":-1,"counts":true}]})"),
            "field.minimum /scenarios/0/savings/0/amount\n");
  EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a"}],"savings":[{"amount":1,"paid":"first"}]})"),
            "field.unknown /scenarios/0/savings/0/paid\n");
}

TEST(CodecTest, Figure_CarriesItsPointerProvenanceAndGroup) {
  const Document d = test::decoded(test::documentOf(R"({"channels":[{"id":"a","leads":{"low":40,
    "high":90,"provenance":"benchmark","source":"b001",
    "movesWith":{"group":"market","strength":-0.5}}}]})"));
  const Scenario& s = d.front().scenario;
  const Quantity& q = s.quantities[*given(s, 0, Metric::leads)];
  EXPECT_EQ(q.pointer, kChannel + "/leads");
  EXPECT_EQ(q.provenance, Provenance::benchmark);
  EXPECT_EQ(q.source, "b001");
  EXPECT_EQ(q.group, "market");
  EXPECT_EQ(q.strength, -0.5);
  EXPECT_NEAR(q.likely, 60, 1e-13);
  EXPECT_FALSE(q.likelyGiven);
}

TEST(CodecTest, Likely_OfARangeStaysAsTyped) {
  const Document d = test::decoded(
      test::documentOf(R"({"channels":[{"id":"a","leads":{"low":40,"likely":50,"high":90}}]})"));
  const Scenario& s = d.front().scenario;
  EXPECT_EQ(s.quantities[*given(s, 0, Metric::leads)].likely, 50);
}

TEST(CodecTest, Figure_IsEitherAValueOrALowAndAHigh) {
  for (const char* figure :
       {"{}", R"({"low":1})", R"({"high":1})", R"({"likely":1})", R"({"value":1,"low":1})",
        R"({"value":1,"low":1,"high":2})", R"({"low":1,"likely":2})", R"({"value":1,"likely":1})",
        R"({"provenance":"measured"})"}) {
    EXPECT_EQ(wrongChannel(R"("leads":)" + std::string(figure)),
              "figure.form " + kChannel + "/leads\n")
        << figure;
  }
}

TEST(CodecTest, Range_IsRefusedWhereItStands) {
  EXPECT_EQ(wrongChannel(R"("leads":{"low":9,"high":3})"), "range.order " + kChannel + "/leads\n");
  EXPECT_EQ(wrongChannel(R"("leads":{"low":3,"high":3})"), "range.order " + kChannel + "/leads\n");
  EXPECT_EQ(wrongChannel(R"("leads":{"low":0,"high":3})"), "range.edge " + kChannel + "/leads\n");
  EXPECT_EQ(wrongChannel(R"("ctr":{"low":0.5,"high":1})"), "range.edge " + kChannel + "/ctr\n");
  EXPECT_EQ(wrongChannel(R"("costs":[{"kind":"tools","amount":{"low":0,"high":1}}])"),
            "range.edge " + kChannel + "/costs/0/amount\n");
}

TEST(CodecTest, SecondRangedCount_IsRefused) {
  EXPECT_EQ(wrongChannel(R"("clicks":{"low":1,"high":2},"leads":{"low":1,"high":2})"),
            "range.twoCounts " + kChannel + "/leads\n");
  EXPECT_EQ(wrongChannel(R"("clicks":{"low":1,"high":2},"conversionRate":{"low":0.1,"high":0.2})"),
            "");
}

TEST(CodecTest, AmountBetweenZeroAnd1e9th_IsRefused) {
  EXPECT_EQ(wrongChannel(R"("leads":1e-10)"), "field.minimum " + kChannel + "/leads\n");
  EXPECT_EQ(wrongChannel(R"("ctr":{"value":1e-300})"),
            "field.minimum " + kChannel + "/ctr/value\n");
  EXPECT_EQ(wrongChannel(R"("leads":{"low":5e-324,"high":2})"),
            "field.minimum " + kChannel + "/leads/low\n");
  EXPECT_EQ(wrongChannel(R"("leads":1e-9)"), "");
  EXPECT_EQ(wrongChannel(R"("leads":0)"), "");
  EXPECT_EQ(wrongChannel(R"("leads":-0)"), "");
}

TEST(CodecTest, Benchmark_NamesItsSourceAndNothingElseDoes) {
  const std::string source = "provenance.source " + kChannel + "/leads/source\n";
  EXPECT_EQ(wrongChannel(R"("leads":{"value":1,"provenance":"benchmark"})"), source);
  EXPECT_EQ(wrongChannel(R"("leads":{"value":1,"provenance":"measured","source":"b1"})"), source);
  EXPECT_EQ(wrongChannel(R"("leads":{"value":1,"source":"b1"})"), source);
  EXPECT_EQ(wrongChannel(R"("leads":{"value":1,"provenance":"benchmark","source":"b1"})"), "");
}

TEST(CodecTest, DuplicateIds_AreRefusedAmongSiblings) {
  EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a"},{"id":"b"},{"id":"a"}]})"),
            "id.duplicate /scenarios/0/channels/2/id\n");
  Json document = test::documentOf(R"({"channels":[{"id":"a"}]})");
  document["scenarios"].push_back(document["scenarios"][0]);
  document["scenarios"].push_back(document["scenarios"][0]);
  EXPECT_EQ(wrong(document), "id.duplicate /scenarios/1/id\nid.duplicate /scenarios/2/id\n");
}

TEST(CodecTest, SameChannelIdInTwoScenarios_IsRight) {
  Json document = test::documentOf(R"({"channels":[{"id":"a"}]})");
  document["scenarios"].push_back(document["scenarios"][0]);
  document["scenarios"][1]["id"] = "b";
  EXPECT_EQ(wrong(document), "");
}

TEST(CodecTest, Weights_NameKnownChannelsOnce) {
  const std::string at = "/scenarios/0/sharedCosts/0/allocation/weights/";
  EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a"}],"sharedCosts":[{"kind":"tools","allocation":{
    "rule":"weights","weights":[{"channel":"a","weight":1},{"channel":"x","weight":1},
    {"channel":"a","weight":2}]}}]})"),
            "id.unknown " + at + "1/channel\nid.duplicate " + at + "2/channel\n");
}

std::string wrongGoal(const std::string& dates) {
  return wrongIn(R"({"channels":[{"id":"a"}],"goal":{"metric":"leads","target":5)" + dates + "}}");
}

TEST(CodecTest, GoalDates_RunFromStartOverProgressToDeadline) {
  const std::string refused = "goal.dates /scenarios/0/goal\n";
  EXPECT_EQ(wrongGoal(R"(,"start":"2026-01-01","deadline":"2026-04-01")"), "");
  EXPECT_EQ(wrongGoal(R"(,"deadline":"2026-04-01")"), "");
  EXPECT_EQ(wrongGoal(R"(,"start":"2026-04-01","deadline":"2026-01-01")"), refused);
  EXPECT_EQ(wrongGoal(R"(,"start":"2026-04-01","deadline":"2026-04-01")"), refused);
  EXPECT_EQ(wrongGoal(R"(,"start":"2026-01-01","deadline":"2026-04-01",
    "progress":{"date":"2026-04-02","reached":1})"),
            refused);
  EXPECT_EQ(wrongGoal(R"(,"start":"2026-01-01","deadline":"2026-04-01",
    "progress":{"date":"2025-12-31","reached":1})"),
            refused);
  EXPECT_EQ(wrongGoal(R"(,"start":"2026-01-01","deadline":"2026-04-01",
    "progress":{"date":"2026-04-01","reached":1})"),
            "");
}

TEST(CodecTest, CarriedFigures_AreCheckedLikeAnyOther) {
  EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a","response":{"elasticity":{"low":0,"high":0.5}}}],
    "time":{"discountRate":{"low":0.2,"high":0.1}}})"),
            "range.edge " + kChannel +
                "/response/elasticity\nrange.order /scenarios/0/time/discountRate\n");
}

TEST(CodecTest, EveryError_IsReportedAtOnce) {
  EXPECT_EQ(wrongIn(R"({"period":{"kind":"campaign"},"closeRate":{"low":0.5,"high":0.1},
    "channels":[{"id":"a","leads":1e-12,"margin":{"value":0.5,"source":"x"}},
      {"id":"b","clicks":{"low":1},"costs":[{"kind":"tools","amount":{"low":0,"high":9}}]}],
    "goal":{"metric":"leads","target":5,"start":"2026-04-01","deadline":"2026-04-01"}})"),
            "period.months /scenarios/0/period/months\n"
            "range.order /scenarios/0/closeRate\n"
            "field.minimum /scenarios/0/channels/0/leads\n"
            "provenance.source /scenarios/0/channels/0/margin/source\n"
            "figure.form /scenarios/0/channels/1/clicks\n"
            "range.edge /scenarios/0/channels/1/costs/0/amount\n"
            "goal.dates /scenarios/0/goal\n");
}

TEST(CodecTest, ErrorsOfAllScenarios_AreReported) {
  Json document = test::documentOf(R"({"channels":[{"id":"a","leads":1e-12},{"id":"a"}]})");
  document["scenarios"].push_back(document["scenarios"][0]);
  document["scenarios"][1]["id"] = "b";
  EXPECT_EQ(wrong(document),
            "field.minimum /scenarios/0/channels/0/leads\n"
            "id.duplicate /scenarios/0/channels/1/id\n"
            "field.minimum /scenarios/1/channels/0/leads\n"
            "id.duplicate /scenarios/1/channels/1/id\n");
}

TEST(CodecTest, MoreErrorsThanAreListed_IsSaid) {
  Json document = test::documentOf(R"({"channels":[]})");
  for (int i = 0; i < 150; ++i) {
    document["scenarios"][0]["channels"].push_back(
        {{"id", "c" + std::to_string(i)}, {"leads", 1e-12}});
  }
  const Outcome<Document> outcome = test::decodeText(document.dump());
  const Errors& errors = std::get<Errors>(outcome);
  EXPECT_EQ(errors.size(), kMaxErrors + 1);
  EXPECT_EQ(text(errors.back().code), "errors.more");
}

TEST(CodecTest, Paths_BeginWhereTheDocumentLiesAndPointersDoNot) {
  const Json document = test::documentOf(R"({"channels":[{"id":"a","leads":1e-12},{"id":"a"}]})");
  const Outcome<Tree> tree = parseTree(document.dump());
  const Outcome<Document> outcome = decode(std::get<Tree>(tree), "/document");
  EXPECT_EQ(test::listed(std::get<Errors>(outcome)),
            "field.minimum /document/scenarios/0/channels/0/leads\n"
            "id.duplicate /document/scenarios/0/channels/1/id\n");
}

Json manyChannels(int count) {
  Json document = test::documentOf(R"({"channels":[]})");
  Json& channels = document["scenarios"][0]["channels"];
  for (int i = 0; i < count; ++i) channels.push_back({{"id", "c" + std::to_string(i)}});
  return document;
}

TEST(CodecTest, Channels_AreLimitedTo1000) {
  EXPECT_EQ(wrong(manyChannels(1000)), "");
  EXPECT_EQ(wrong(manyChannels(1001)), "field.count /scenarios/0/channels\n");
}

/// Lines spread over two scenarios and their shared costs.
Json manyLines(std::size_t count) {
  Json document = test::documentOf(R"({"channels":[{"id":"a"}]})");
  document["scenarios"].push_back(document["scenarios"][0]);
  document["scenarios"][1]["id"] = "b";
  const Json line = {{"kind", "tools"}};
  const Json shared = {{"kind", "tools"}, {"allocation", {{"rule", "equally"}}}};
  document["scenarios"][0]["sharedCosts"] = Json::array({shared, shared});
  Json& first = document["scenarios"][0]["channels"][0]["costs"];
  Json& second = document["scenarios"][1]["channels"][0]["costs"];
  for (std::size_t i = 2; i < count; ++i) (i % 2 ? first : second).push_back(line);
  return document;
}

TEST(CodecTest, Lines_AreLimitedTo20000InAll) {
  EXPECT_EQ(wrong(manyLines(kMaxLines)), "");
  EXPECT_EQ(wrong(manyLines(kMaxLines + 1)), "field.count /scenarios\n");
}

TEST(CodecTest, GoalTarget_TooSmallToDivideByIsRefused) {
  EXPECT_EQ(wrongIn(R"({"channels":[{"id":"a"}],"goal":{"metric":"leads","target":1e-320}})"),
            "field.minimum /scenarios/0/goal/target\n");
}

TEST(CodecTest, WhatIsWidened_MayBeTyped) {
  for (const double figure : {9e11, 1.2e-9, 3.0}) {
    const Quantity q = std::get<Quantity>(widened(figure, Scale::log));
    const Outcome<Document> typed = test::decodeText(
        test::documentOf(
            {{"channels",
              {{{"id", "a"}, {"leads", {{"low", q.low}, {"likely", figure}, {"high", q.high}}}}}}})
            .dump());
    EXPECT_TRUE(std::holds_alternative<Document>(typed)) << figure;
  }
}

TEST(CodecTest, CampaignsOfThePast_AreToldByTheirRole) {
  const auto isPast = [](const char* role) {
    return test::scenarioOf(Json{{"role", role}, {"channels", {{{"id", "a"}}}}}).past;
  };
  EXPECT_TRUE(isPast("lastCampaign"));
  EXPECT_TRUE(isPast("samePeriodLastYear"));
  EXPECT_FALSE(isPast("alternative"));
}

}  // namespace
}  // namespace roi::json::codec_test
