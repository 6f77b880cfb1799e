#include "roi/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace roi::paths_test {
namespace {

PathReading readIn(const std::string& bytes, PathAnswers answers = {}, bool isPasted = false) {
  PathReader reader(std::move(answers), isPasted);
  reader.feed(bytes);
  reader.end();
  return reader.finish();
}

double creditOf(const PathReading& reading, const std::string& name, Rule rule,
                Credits ChannelCredits::*of = &ChannelCredits::conversions) {
  const auto found = std::find(reading.names.begin(), reading.names.end(), name);
  if (found == reading.names.end()) return -1;
  const auto i = static_cast<std::size_t>(found - reading.names.begin());
  return (reading.attributed.channels[i].*of)[static_cast<std::size_t>(rule)];
}

std::size_t leftOut(const PathReading& reading, PathLeftOut why) {
  return reading.leftOut[static_cast<std::size_t>(why)].rows;
}

TEST(PathsTest, AggregatedPaths_AreReadAsTheyAreExported) {
  const PathReading reading = readIn(
      "path,total_conversions,total_conversion_value,total_null\n"
      "Search > Email,3,90.5,7\n"
      "Email,1,10,0\n"
      "Search > Email,1,9.5,3\n");
  EXPECT_EQ(reading.fault, PathFault::none);
  EXPECT_EQ(reading.form, PathForm::paths);
  EXPECT_EQ(reading.rows, 3U);
  EXPECT_EQ(reading.paths, 2U);
  EXPECT_EQ(reading.attributed.totals.conversions.value(), 5);
  EXPECT_EQ(reading.attributed.totals.value.value(), 110);
  EXPECT_EQ(reading.attributed.totals.nulls.value(), 10);
  EXPECT_EQ(reading.names, (std::vector<std::string>{"Email", "Search"}));
  EXPECT_EQ(creditOf(reading, "Search", Rule::first), 4);
  EXPECT_EQ(creditOf(reading, "Search", Rule::first, &ChannelCredits::value), 100);
  EXPECT_FALSE(reading.isByDays);
}

// What is wrong is known from the headings, and the rest of 80 000 bytes in quotes is not read.
TEST(PathsTest, WhatIsRefused_IsRefusedForTheSame_HoweverItIsSplit) {
  std::string bytes = "path,total_null\n";
  for (int i = 0; i < 80; ++i) bytes += '"' + std::string(1000, 'a') + "\",1\n";
  PathAnswers answers;
  answers.columns = {{0, PathMeaning::path}, {1, PathMeaning::nulls}};
  for (const std::size_t piece : {bytes.size(), std::size_t{100}, std::size_t{7}}) {
    SCOPED_TRACE(piece);
    PathReader reader(answers, false);
    for (std::size_t at = 0; at < bytes.size(); at += piece) {
      if (!reader.feed(std::string_view(bytes).substr(at, piece))) break;
    }
    reader.end();
    const PathReading reading = reader.finish();
    EXPECT_EQ(reading.tableFault, TableFault::none);
    EXPECT_EQ(reading.fault, PathFault::conversions);
  }
}

TEST(PathsTest, JourneysOfARowEach_AreConversionsOrNone) {
  const PathReading reading = readIn(
      "Parcours;Converti;Valeur\n"
      "Recherche > E-mail;oui;12,50\n"
      "Recherche;non;\n"
      "E-mail;non;\n");
  EXPECT_EQ(reading.attributed.totals.conversions.value(), 1);
  EXPECT_EQ(reading.attributed.totals.nulls.value(), 2);
  EXPECT_EQ(reading.attributed.totals.value.value(), 12.5);
  EXPECT_EQ(reading.decimal, Mark::comma);
}

TEST(PathsTest, PathsAlone_AreEachAConversion) {
  const PathReading reading = readIn("path\nA > B\nB\n");
  EXPECT_TRUE(reading.isEachConverted);
  EXPECT_EQ(reading.attributed.totals.conversions.value(), 2);
  EXPECT_TRUE(reading.attributed.totals.nulls.isZero());
}

TEST(PathsTest, ValuesAlone_SayWhoConverted) {
  const PathReading reading = readIn("path,revenue\nA > B,20\nB,0\n");
  EXPECT_EQ(reading.attributed.totals.conversions.value(), 1);
  EXPECT_EQ(reading.attributed.totals.nulls.value(), 1);
}

TEST(PathsTest, WhatPartsChannels_IsTheSameInAFile) {
  const PathReading arrows = readIn("path,conversions\n\"Paid, social > Email\",1\nEmail,1\n");
  EXPECT_EQ(creditOf(arrows, "Paid, social", Rule::first), 1);
  const PathReading semicolons = readIn("path,conversions\nA;B,1\nB,1\n");
  EXPECT_EQ(creditOf(semicolons, "A", Rule::first), 1);
  const PathReading commas = readIn("path,conversions\n\"A,B\",1\nB,1\n");
  EXPECT_EQ(creditOf(commas, "A", Rule::first), 1);
  const PathReading signs = readIn("path,conversions\nA → B,1\n");
  EXPECT_EQ(creditOf(signs, "A", Rule::first), 1);
}

TEST(PathsTest, TouchesOfPeople_AreOrderedByTime) {
  const PathReading reading = readIn(
      "user_id,timestamp,channel,conversion,value\n"
      "1,2026-08-15 09:00,Email,0,\n"
      "2,2026-08-01 10:00,Search,0,\n"
      "1,2026-08-01 09:00,Search,0,\n"
      "1,2026-08-15 09:00:01,,1,50\n"
      "1,2026-08-20 09:00,Email,0,\n");
  EXPECT_EQ(reading.form, PathForm::touches);
  EXPECT_TRUE(reading.isByDays);
  EXPECT_EQ(reading.paths, 3U) << "one that converted, and two that came to nothing";
  EXPECT_EQ(reading.attributed.totals.conversions.value(), 1);
  EXPECT_EQ(reading.attributed.totals.nulls.value(), 2);
  EXPECT_EQ(creditOf(reading, "Search", Rule::first), 1);
  EXPECT_EQ(creditOf(reading, "Email", Rule::last), 1);
  // 14 days are two half-lives: 1/4 against 1
  EXPECT_NEAR(creditOf(reading, "Search", Rule::timeDecay), 0.2, 1e-12);
  EXPECT_NEAR(creditOf(reading, "Email", Rule::timeDecay, &ChannelCredits::value), 40, 1e-9);
}

TEST(PathsTest, TouchesWithoutTimes_AreInTheOrderOfTheFile) {
  const PathReading reading =
      readIn("person,channel,converted\na,Email,no\na,Search,yes\nb,Email,no\n");
  EXPECT_FALSE(reading.isByDays);
  EXPECT_EQ(creditOf(reading, "Email", Rule::first), 1);
  EXPECT_EQ(creditOf(reading, "Search", Rule::last), 1);
  EXPECT_NEAR(creditOf(reading, "Search", Rule::timeDecay), 2.0 / 3, 1e-12);
}

TEST(PathsTest, TimesOfTheDay_AreReadInEveryForm) {
  const std::string afternoon[] = {"8/25/2026 1:05 PM", "25/08/2026 13:05:00",
                                   "2026-08-25T13:05:00Z", "1787663100", "1787663100000"};
  for (const std::string& time : afternoon) {
    const PathReading reading = readIn("person,time,channel,conversion\na," + time +
                                       ",Late,0\na,2026-08-25 13:00,Early,0\n"
                                       "a,2026-08-26,Last,1\n");
    EXPECT_EQ(creditOf(reading, "Early", Rule::first), 1) << time;
  }
}

TEST(PathsTest, DaysAndMonthsThatMayChangePlaces_AreAsked) {
  const std::string text =
      "person,date,channel,conversion\na,3/4/2026,First,0\na,2/5/2026,Second,1\n";
  const PathReading asked = readIn(text);
  EXPECT_EQ(asked.unsureDate, "3/4/2026");
  EXPECT_EQ(creditOf(asked, "First", Rule::first), 0) << "4 March is after 5 February";
  PathAnswers answers;
  ASSERT_TRUE(take(answers, "dates", "DMY"));
  const PathReading answered = readIn(text, answers);
  EXPECT_EQ(answered.unsureDate, "");
  EXPECT_EQ(creditOf(answered, "First", Rule::first), 1) << "3 April is before 2 May";
  const PathReading proven = readIn(text + "b,25/5/2026,First,0\n");
  EXPECT_EQ(proven.unsureDate, "");
  EXPECT_EQ(proven.dateOrder, DateOrder::dayFirst);
}

TEST(PathsTest, NumbersThatReadBothWays_AreAskedAndAnswered) {
  const std::string text = "path;value\nA > B;1.234\nB;2.500\n";
  const PathReading asked = readIn(text);
  EXPECT_EQ(asked.unsureNumber, "1.234");
  PathAnswers answers;
  ASSERT_TRUE(take(answers, "decimal", ","));
  EXPECT_EQ(readIn(text, answers).attributed.totals.value.value(), 3734);
  ASSERT_TRUE(take(answers, "decimal", "."));
  EXPECT_EQ(readIn(text, answers).attributed.totals.value.value(), 3.734);
  EXPECT_EQ(readIn(text + "A;0,5\n").attributed.totals.value.value(), 3734.5);
}

TEST(PathsTest, ColumnsByHand_ComeBeforeWhatIsFound) {
  PathAnswers answers;
  ASSERT_TRUE(take(answers, "column", "1=path"));
  ASSERT_TRUE(take(answers, "column", "3=conversions"));
  EXPECT_FALSE(take(answers, "column", "0=path"));
  EXPECT_FALSE(take(answers, "column", "1=luck"));
  EXPECT_FALSE(take(answers, "luck", "1"));
  const PathReading named = readIn("Weg,x,Anzahl\nA > B,9,2\n", answers);
  EXPECT_EQ(named.attributed.totals.conversions.value(), 2);
  const PathReading bare = readIn("A > B,9,2\nB,9,1\n", answers);
  EXPECT_EQ(bare.attributed.totals.conversions.value(), 3) << "its first row is no heading";
  const PathReading unknown = readIn("Weg,x,Anzahl\nA > B,9,2\n");
  EXPECT_EQ(unknown.fault, PathFault::headings);
  ASSERT_EQ(unknown.columns.size(), 3U);
  EXPECT_EQ(unknown.columns[2].heading, "Anzahl");
}

TEST(PathsTest, WhatIsLeftOut_IsCounted) {
  const PathReading reading =
      readIn("# exported\n\npath,conversions\nA,1\n,4\nA,many\nA,-2\nTotal,9\n\nB > A,1\n");
  EXPECT_EQ(leftOut(reading, PathLeftOut::noPath), 1U);
  EXPECT_EQ(leftOut(reading, PathLeftOut::number), 2U);
  EXPECT_EQ(leftOut(reading, PathLeftOut::total), 1U);
  EXPECT_EQ(reading.leftOut[static_cast<std::size_t>(PathLeftOut::number)].line, 6U);
  EXPECT_EQ(reading.attributed.totals.conversions.value(), 2);
  const PathReading people = readIn(
      "person,time,channel,conversion\na,2026-01-02,A,0\na,soon,A,0\n,2026-01-02,A,0\n"
      "a,2026-01-03,,0\nb,2026-01-03,,1\na,2026-01-04,A,1\n");
  EXPECT_EQ(leftOut(people, PathLeftOut::noTime), 1U);
  EXPECT_EQ(leftOut(people, PathLeftOut::noPerson), 1U);
  EXPECT_EQ(leftOut(people, PathLeftOut::noPath), 1U);
  EXPECT_EQ(leftOut(people, PathLeftOut::untouched), 1U);
  EXPECT_EQ(people.attributed.totals.conversions.value(), 1);
}

TEST(PathsTest, WhatGivesNoPaths_SaysWhy) {
  EXPECT_EQ(readIn("").fault, PathFault::headings);
  EXPECT_EQ(readIn("path,conversions\n").fault, PathFault::empty);
  EXPECT_EQ(readIn("path,conversions\n >> ,1\n").fault, PathFault::empty);
  EXPECT_EQ(readIn("person,channel\na,Email\n").fault, PathFault::conversions);
  EXPECT_EQ(readIn("path,conversions\n\"A,1\n").tableFault, TableFault::quote);
  std::string many = "path\n", people = "person,channel,conversion\n";
  for (std::size_t i = 0; i <= kMostPathChannels; ++i) {
    many += "c" + std::to_string(i) + " > d\n";
    people += "a,c" + std::to_string(i) + ",1\n";
  }
  EXPECT_EQ(readIn(many).fault, PathFault::channels);
  EXPECT_EQ(readIn(people).fault, PathFault::channels);
}

}  // namespace
}  // namespace roi::paths_test
