// Exports as platforms write them, byte for byte, with invented figures; and tables that readers
// mistake. What must come out was worked out by hand from their rows.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "golden/files.h"
#include "json/api.h"
#include "json/document.h"
#include "json/replies.h"

namespace roi::test::exports_test {
namespace {

Json imported(const std::string& bytes, std::size_t piece) {
  roi::json::ImportCall call;
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    call.feed(std::string_view(bytes).substr(at, piece));
  }
  return valueOf(call.answer());
}

std::string encodingOf(const Json& value) {
  return value["encoding"].get<std::string>() + (value["byteOrderMark"] == true ? "-bom" : "");
}

const Json* headingOf(const Json& value, const std::string& meaning) {
  for (const Json& column : value["columns"]) {
    if (column.value("meaning", "") == meaning && column["use"] == "used") {
      return &column["heading"];
    }
  }
  return nullptr;
}

const Json* groupOf(const Json& value, const std::string& by, const std::string& name) {
  if (!value.contains(by)) return nullptr;
  for (const Json& group : value[by]) {
    if (group["name"] == name) return &group;
  }
  return nullptr;
}

/// To the digit: both are the double nearest to the decimal that is meant.
void expectFigures(const Json& sums, const Json& expected) {
  for (const auto& [meaning, figure] : expected.items()) {
    ASSERT_TRUE(sums.contains(meaning)) << meaning;
    EXPECT_EQ(sums[meaning].get<double>(), figure.get<double>()) << meaning;
  }
}

void expectGroups(const Json& value, const Json& expected, const std::string& by) {
  if (!expected.contains(by)) return;
  EXPECT_EQ(value[by].size(), expected[by].size());
  for (const auto& [name, figures] : expected[by].items()) {
    SCOPED_TRACE(name);
    const Json* group = groupOf(value, by, name);
    ASSERT_TRUE(group);
    expectFigures((*group)["sums"], figures);
  }
}

bool isSkipped(const Json& value, double line) {
  return std::any_of(value["skipped"].begin(), value["skipped"].end(), [line](const Json& one) {
    return one["line"] <= line && line <= one.value("lastLine", one["line"].get<double>());
  });
}

/// A field of the expectation that is null is not there.
void expectField(const Json& value, const Json& expected, const char* name, const char* field) {
  if (!expected.contains(field)) return;
  const Json none;
  EXPECT_EQ(value.contains(name) ? value[name] : none, expected[field]) << field;
}

void expectTable(const Json& value, const Json& expected) {
  EXPECT_EQ(encodingOf(value), expected.value("encoding", encodingOf(value)));
  for (const char* field :
       {"platform", "language", "delimiter", "currency", "period", "key", "date", "rows"}) {
    expectField(value, expected, field, field);
  }
  expectField(value, expected, "headingLine", "headerLine");
  if (value.contains("decimal")) expectField(value, expected, "decimal", "decimal");
  const bool isOpen = expected.value("dateOrder", "YYYYMMDD") != "YYYYMMDD";
  if (isOpen) expectField(value, expected, "dateOrder", "dateOrder");
}

void expectSkipped(const Json& value, const Json& expected) {
  for (const Json& line : expected["skipped"]) {
    EXPECT_TRUE(isSkipped(value, line)) << "line " << line;
  }
  const bool hasTotal = expected["agreeingTotal"].is_number();
  ASSERT_EQ(value.contains("ownTotal"), hasTotal);
  if (!hasTotal) return;
  EXPECT_EQ(value["ownTotal"]["agrees"], true);
  EXPECT_EQ(value["ownTotal"]["line"], expected["agreeingTotal"]);
}

void expectQuestions(const Json& value, const Json& expected) {
  Json about = Json::array();
  for (const Json& question : value["questions"]) about.push_back(question["about"]);
  EXPECT_EQ(about, expected["questions"]);
}

void expectMissing(const Json& value, const Json& expected) {
  const std::string by = expected.contains("byChannel") ? "byChannel" : "byCampaign";
  const Json missing = expected.value("missing", Json::object());
  for (const auto& [meaning, names] : missing.items()) {
    for (const Json& name : names) {
      const Json* group = groupOf(value, by, name);
      ASSERT_TRUE(group) << name;
      EXPECT_FALSE((*group)["sums"].contains(meaning)) << name << ' ' << meaning;
    }
  }
}

void expectExport(const Json& value, const Json& expected) {
  expectTable(value, expected);
  const Json columns = expected.value("columns", Json::object());
  for (const auto& [meaning, heading] : columns.items()) {
    const Json* found = headingOf(value, meaning);
    ASSERT_TRUE(found) << meaning;
    EXPECT_EQ(*found, heading);
  }
  expectFigures(value["totals"], expected["totals"]);
  expectGroups(value, expected, "byCampaign");
  expectGroups(value, expected, "byChannel");
  const Json kinds = expected.value("resultsByType", Json::object());
  for (const auto& [kind, results] : kinds.items()) {
    const Json* group = groupOf(value, "byKind", kind);
    ASSERT_TRUE(group) << kind;
    EXPECT_EQ((*group)["sums"]["results"], results);
  }
  expectMissing(value, expected);
  expectSkipped(value, expected);
  expectQuestions(value, expected);
}

/// Each with what must come out, and no file that none speaks of.
void expectFolder(const std::string& folder) {
  const Json expected = Json::parse(contents(repository(folder + "/expected.json")));
  EXPECT_EQ(entries(repository(folder)).size(), expected["files"].size() + 1);
  for (const Json& file : expected["files"]) {
    const std::string name = file["file"];
    SCOPED_TRACE(name);
    const std::string bytes = contents(repository(folder + "/" + name));
    const Json whole = imported(bytes, bytes.size());
    expectExport(whole, file);
    EXPECT_EQ(imported(bytes, 1), whole);
    EXPECT_EQ(imported(bytes, 7), whole);
  }
}

TEST(Exports, SamplesAreReadToTheDigit) { expectFolder("tests/exports/platforms"); }

TEST(Exports, TablesThatReadersMistakeAreRead) { expectFolder("tests/exports/tables"); }

/// Bytes of a sample with some changed, left out, doubled or moved.
std::string damaged(std::string bytes, std::mt19937& random) {
  constexpr std::string_view kMarks = "\",;\t\n\r\xFF\xFE\x80\xE2.-0()#[";
  for (std::size_t n = 1 + random() % 12; n > 0 && !bytes.empty(); --n) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 4) {
      case 0: bytes[at] = static_cast<char>(random()); break;
      case 1: bytes.erase(at, random() % 40); break;
      case 2: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 200)); break;
      default: bytes.insert(at, 1, kMarks[random() % kMarks.size()]);
    }
  }
  return bytes;
}

std::string answered(const std::string& bytes, const std::function<std::size_t()>& piece) {
  roi::json::ImportCall call;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = piece();
    call.feed(std::string_view(bytes).substr(at, size));
    at += size;
  }
  return call.answer();
}

TEST(Exports, DamagedBytesAreAnsweredAlikeHoweverTheyAreSplit) {
  for (const char* folder : {"tests/exports/platforms", "tests/exports/tables"}) {
    for (const std::filesystem::path& path : entries(repository(folder))) {
      for (unsigned seed = 1; seed <= 5; ++seed) {
        SCOPED_TRACE(path.string() + ", seed " + std::to_string(seed));
        std::mt19937 random(seed);
        const std::string bytes = damaged(contents(path), random);
        const std::string whole = answered(bytes, [] { return std::size_t{1} << 20; });
        replyOf(whole);
        ASSERT_EQ(answered(bytes, [&random] { return 1 + random() % 50; }), whole);
      }
    }
  }
}

TEST(Exports, WhatIsNoTableIsRefusedWithACodeAndALine) {
  EXPECT_EQ(wrong(roi::json::ImportCall().answer()), "export.headings \n");
  const auto refused = [](const std::string& bytes) {
    return replyOf(answered(bytes, [] { return std::size_t{4096}; }))["errors"][0];
  };
  EXPECT_EQ(refused("Campaign,Cost\nA,\"1\nB,2\n"),
            (Json{{"code", "table.quote"}, {"path", ""}, {"detail", "2"}}));
  EXPECT_EQ(refused(std::string(1'000'000, ','))["code"], "table.cells");
  EXPECT_EQ(refused(std::string(1'000'000, '\0'))["code"], "table.record");
  EXPECT_EQ(refused("Campaign,Cost,Clicks\nA,1 €,2\nB,$2 USD,3\nC,£5,1\n"),
            (Json{{"code", "export.currencies"}, {"path", ""}, {"detail", "EUR GBP"}}));
}

TEST(Exports, UnlikeThingsAreNeverAdded) {
  const Json value =
      imported(contents(repository("tests/exports/platforms/meta-en-campaign.csv")), 4096);
  EXPECT_EQ(value["totals"]["leads"], 46);
  EXPECT_EQ(value["totals"]["websiteLeads"], 9);
  EXPECT_EQ(value["totals"]["linkClicks"], 3064);
  EXPECT_EQ(value["totals"]["clicks"], 4551);
  for (const char* never : {"results", "reach", "frequency"}) {
    EXPECT_FALSE(value["totals"].contains(never)) << never;
  }
}

TEST(Exports, APlatformsTotalMayCountMoreThanItsRows) {
  const std::string head = "Campaign report\nCampaign,Currency code,Impr.,Cost\n";
  const Json value =
      imported(head + "A,EUR,100,1.50\nB,EUR,200,2.50\nTotal: Account,EUR,310,4.10\n", 99);
  EXPECT_EQ(value["totals"]["spend"], 4);
  EXPECT_EQ(value["ownTotal"]["agrees"], false);
  const Json differences = value["ownTotal"]["differences"];
  ASSERT_EQ(differences.size(), 2U);
  EXPECT_EQ(differences[1], (Json{{"meaning", "spend"}, {"stated", 4.1}, {"summed", 4.0}}));
}

Json since(const std::string& bytes, const std::string& day) {
  ExportAnswers answers;
  EXPECT_TRUE(take(answers, "since", day));
  roi::json::ImportCall call(answers);
  call.feed(bytes);
  return valueOf(call.answer())["since"];
}

TEST(Exports, WhatWasCountedFromADayOnIsSummedBesides) {
  const std::string rows =
      "Date,Campaign,Cost (EUR),Clicks,Leads\n2026-03-31,A,1.10,5,1\n2026-04-01,A,2.20,7,2\n"
      "2026-04-01,B,3.30,11,\nno day,B,9,9,9\n2026-04-15,A,4.40,13,3\n";
  const Json value = since(rows, "2026-04-01");
  EXPECT_EQ(value["start"], "2026-04-01");
  EXPECT_EQ(value["last"], "2026-04-15");
  EXPECT_EQ(value["leftOut"], 2);
  expectFigures(value["totals"], {{"rows", 3}, {"spend", 9.9}, {"clicks", 31}, {"leads", 5}});
  expectFigures(value["byCampaign"][0]["sums"], {{"rows", 2}, {"spend", 6.6}, {"leads", 5}});
  EXPECT_EQ(value["byCampaign"][1]["sums"], (Json{{"rows", 1}, {"spend", 3.3}, {"clicks", 11}}));
  EXPECT_EQ(imported(rows, 99)["totals"]["clicks"], 45) << "nothing is left out of the rest";
  EXPECT_FALSE(since(rows, "2026-04-16").contains("totals"));
}

TEST(Exports, WeeksAndMonthsCountFromADayOnIfTheyBeginThere) {
  const std::string months = "Month,Cost (EUR)\n2026-03,10\n2026-04,20\n";
  const Json ofMonths = since(months, "2026-03-02");
  EXPECT_EQ(ofMonths["totals"]["spend"], 20);
  EXPECT_EQ(ofMonths["last"], "2026-04-30");
  EXPECT_EQ(ofMonths["leftOut"], 1);
  EXPECT_EQ(since(months, "2026-03-01")["totals"]["spend"], 30);
}

TEST(Exports, RowsOfOneLongerTimeCountFromADayOnOrAreNotToldApart) {
  const std::string report =
      "Campaign report\n\"April 1, 2026 - April 30, 2026\"\nCampaign status,Campaign,Currency "
      "code,Cost,Clicks,Impr.,Conversions\nEnabled,April,EUR,500,800,40000,75\n";
  const Json whole = since(report, "2026-04-01");
  EXPECT_EQ(whole["totals"]["spend"], 500);
  EXPECT_EQ(whole["last"], "2026-04-30");
  EXPECT_EQ(since(report, "2026-04-02"), (Json{{"start", "2026-04-02"}}));
  EXPECT_EQ(since("Campaign,Cost\nA,5\n", "2026-04-02"), (Json{{"start", "2026-04-02"}}));
}

TEST(Exports, ADayIsAskedForAsADay) {
  ExportAnswers answers;
  for (const char* none : {"", "2026-04", "2026-02-30", "yesterday"}) {
    EXPECT_FALSE(take(answers, "since", none)) << none;
  }
  EXPECT_FALSE(answers.since);
}

}  // namespace
}  // namespace roi::test::exports_test
