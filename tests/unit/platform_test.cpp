#include "roi/platform.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "roi/headings.h"

namespace roi::platform_test {
namespace {

Export read(const std::string& bytes, const ExportAnswers& answers = {}, bool isPasted = false) {
  ExportReader reader(answers, isPasted);
  reader.feed(bytes);
  return reader.finish();
}

std::string sum(const Export& result, Meaning meaning, By by = By::all,
                const std::string& key = {}) {
  const auto figure = std::find(result.figures.begin(), result.figures.end(), meaning);
  if (figure == result.figures.end()) return "no column";
  for (const GroupSum& group : sumsBy(result, by)) {
    if (group.key != key) continue;
    const auto& amount = group.sums[static_cast<std::size_t>(figure - result.figures.begin())];
    return amount ? amount->text() : "unknown";
  }
  return "no group";
}

bool asks(const Export& result, ExportQuestion::About about) {
  return std::any_of(result.questions.begin(), result.questions.end(),
                     [about](const ExportQuestion& question) { return question.about == about; });
}

TEST(PlatformTest, Headings_AreComparedWithoutWhatTypographyAdds) {
  EXPECT_EQ(normalised("Nom de l’ensemble de publicités"), "nom de l'ensemble de publicites");
  EXPECT_EQ(normalised("\uFEFFMONTANT\u00A0dépensé\u202F (EUR) "), "montant depense (¤)");
  EXPECT_EQ(normalised("Website URL (Ad level）"), "website url (ad level)");
  EXPECT_EQ(normalised("Clicks (all)"), "clicks (all)");
  EXPECT_EQ(normalised("Date (UTC)"), "date (utc)");
}

TEST(PlatformTest, Signatures_AreNormalised) {
  for (const Signature& one : signatures()) EXPECT_EQ(normalised(one.text), one.text);
}

TEST(PlatformTest, Headings_AreWholeOrNothing) {
  const Export result =
      read("Channel,Cost,Clicks,Cost / conv.,Reactions of friends,Lost clicks\nA,1,2,3,4,5\n");
  EXPECT_EQ(result.columns[4].use, ExportColumn::Use::unknown);
  EXPECT_EQ(result.columns[5].use, ExportColumn::Use::unknown);
  EXPECT_EQ(sum(result, Meaning::spend), "1");
  EXPECT_EQ(sum(result, Meaning::clicks), "2");
}

TEST(PlatformTest, ABudgetIsNoCost) {
  const Export result = read("Campaign,Budget,Clicks\nA,100,2\n");
  EXPECT_EQ(sum(result, Meaning::spend), "no column");
  EXPECT_EQ(result.columns[1].use, ExportColumn::Use::ignored);
}

TEST(PlatformTest, AColumnOfWords_IsNoAmount) {
  const Export result = read("Campaign,Cost,Clicks\nA,low,2\nB,high,3\n");
  EXPECT_EQ(result.columns[1].use, ExportColumn::Use::words);
  EXPECT_EQ(sum(result, Meaning::spend), "unknown");
}

TEST(PlatformTest, RoundedCounts_AreRead_AndSaidToBeRounded) {
  const Export result =
      read("Campaign;Impressions;Clicks\nA;12,5K;800\nB;1,2 k;7\nC;3M;--\nD;40;1\n");
  EXPECT_EQ(sum(result, Meaning::impressions), "3013740");
  EXPECT_EQ(result.columns[1].rounded, 3U);
  EXPECT_EQ(result.columns[2].rounded, 0U);
  EXPECT_EQ(result.decimal, Mark::comma);
}

TEST(PlatformTest, LettersBehindDigitsAmongWords_AreNoThousands) {
  const Export result = read("Campaign,Impressions,Clicks\nA,12.5K,1\nB,5M,2\nC,tall,3\n");
  EXPECT_EQ(result.columns[1].use, ExportColumn::Use::words);
  EXPECT_EQ(result.columns[1].rounded, 0U);
  EXPECT_EQ(sum(result, Meaning::impressions), "unknown");
  const Export money = read("Campaign,Cost,Clicks\nA,2K,1\nB,10,2\n");
  EXPECT_EQ(sum(money, Meaning::spend), "10");
  EXPECT_EQ(money.columns[1].unreadable, 1U);
}

TEST(PlatformTest, AMarkInWholeNumbers_DecidesForTheFile) {
  const Export german = read("Campaign;Clicks;Cost\nA;1.200;1.500\n");
  EXPECT_EQ(german.decimal, Mark::comma);
  EXPECT_EQ(sum(german, Meaning::spend), "1500");
  EXPECT_FALSE(asks(german, ExportQuestion::About::decimal));
}

TEST(PlatformTest, AMarkThatProvesNothing_IsAsked_AndTheAnswerHolds) {
  const std::string bytes = "Campaign;Cost;Conversions\nA;1.500;3\nB;2.250;4\n";
  EXPECT_TRUE(asks(read(bytes), ExportQuestion::About::decimal));
  ExportAnswers answers;
  answers.decimal = Mark::comma;
  EXPECT_EQ(sum(read(bytes, answers), Meaning::spend), "3750");
  EXPECT_FALSE(asks(read(bytes, answers), ExportQuestion::About::decimal));
  answers.decimal = Mark::point;
  EXPECT_EQ(sum(read(bytes, answers), Meaning::spend), "3.75");
}

TEST(PlatformTest, RowsBeforeTheFirstCellThatReadsBothWays_CountInBoth) {
  const std::string bytes = "Campaign;Cost;Conversions\nA;100;1\nA;7;1\nB;1.500;2\n";
  ExportAnswers answers;
  answers.decimal = Mark::comma;
  EXPECT_EQ(sum(read(bytes, answers), Meaning::spend), "1607");
  EXPECT_EQ(sum(read(bytes, answers), Meaning::spend, By::campaign, "A"), "107");
  answers.decimal = Mark::point;
  EXPECT_EQ(sum(read(bytes, answers), Meaning::spend), "108.5");
}

TEST(PlatformTest, MarksThatContradictEachOther_AreAskedOnlyWhereACellIsOpen) {
  EXPECT_FALSE(asks(read("Campaign;Cost;Clicks\nA;9,36;1\nB;6.2527773973;2\n"),
                    ExportQuestion::About::decimal));
  EXPECT_TRUE(asks(read("Campaign;Cost;Clicks\nA;9,36;1\nB;6.2527;2\nC;1.500;2\n"),
                   ExportQuestion::About::decimal));
}

TEST(PlatformTest, DateOrder_IsAskedOnlyWhereNothingProvesIt) {
  const std::string head = "Day,Campaign,Cost,Clicks\n";
  EXPECT_TRUE(
      asks(read(head + "1/2/2026,A,1,2\n3/2/2026,A,1,2\n"), ExportQuestion::About::dateOrder));
  const Export proven = read(head + "1/2/2026,A,1,2\n13/2/2026,A,1,2\n");
  EXPECT_EQ(proven.dateOrder, DateOrder::dayFirst);
  EXPECT_EQ(sum(proven, Meaning::spend, By::day, "2026-02-01"), "1");
  ExportAnswers answers;
  answers.dateOrder = DateOrder::monthFirst;
  const Export answered = read(head + "1/2/2026,A,1,2\n3/2/2026,A,1,2\n", answers);
  EXPECT_EQ(sum(answered, Meaning::spend, By::day, "2026-03-02"), "1");
  EXPECT_FALSE(asks(answered, ExportQuestion::About::dateOrder));
}

std::string period(const Export& result) {
  if (!result.firstDay || !result.lastDay) return "none";
  return isoDay(*result.firstDay) + ".." + isoDay(*result.lastDay);
}

TEST(PlatformTest, APeriodThatReadsBothWays_IsReadAsItsRowsSay) {
  const std::string head = "Day,Campaign,Cost,Clicks\n";
  const std::string rows = head + "2026-09-01,A,1,2\n2026-09-02,A,1,2\n";
  for (const char* line :
       {"9/1/2026 - 9/2/2026\n", "\"Report Time: 9/1/2026,9/2/2026\"\n", "1/9/2026 - 2/9/2026\n"}) {
    const Export result = read(line + rows);
    EXPECT_EQ(period(result), "2026-09-01..2026-09-02") << line;
    EXPECT_FALSE(asks(result, ExportQuestion::About::dateOrder)) << line;
  }
  EXPECT_EQ(period(read("9/1/2026 - 9/3/2026\n" + head + "2-Sep-2026,A,1,2\n1 Sep 2026,A,1,2\n")),
            "2026-09-01..2026-09-03");
  const std::string nowhere = "3/4/2026 - 3/5/2026\n" + rows;
  EXPECT_EQ(period(read(nowhere)), "2026-09-01..2026-09-02");
  EXPECT_FALSE(asks(read(nowhere), ExportQuestion::About::dateOrder));
}

TEST(PlatformTest, APeriodThatNothingDecides_IsAskedFor_NotGuessed) {
  const std::string bytes = "9/1/2026 - 9/2/2026\nCampaign,Cost,Clicks\nA,1,2\n";
  EXPECT_EQ(period(read(bytes)), "none");
  EXPECT_TRUE(asks(read(bytes), ExportQuestion::About::dateOrder));
  ExportAnswers answers;
  answers.dateOrder = DateOrder::monthFirst;
  EXPECT_EQ(period(read(bytes, answers)), "2026-09-01..2026-09-02");
  answers.dateOrder = DateOrder::dayFirst;
  EXPECT_EQ(period(read(bytes, answers)), "2026-01-09..2026-02-09");
  EXPECT_FALSE(asks(read(bytes, answers), ExportQuestion::About::dateOrder));
}

TEST(PlatformTest, RowsOfWeeks_AreGivenByWeekAndMonth_NotByDay) {
  const Export result =
      read("Week,Campaign,Cost,Clicks\n2026-W05,A,1,1\n2026-W06,A,2,1\n2026-W06,B,4,1\n");
  EXPECT_EQ(result.undated, 0U);
  EXPECT_TRUE(sumsBy(result, By::day).empty());
  EXPECT_EQ(sum(result, Meaning::spend, By::week, "2026-01-26"), "1");
  EXPECT_EQ(sum(result, Meaning::spend, By::week, "2026-02-02"), "6");
}

// Google Analytics: the number of weeks, or months, since the start of the date range.
TEST(PlatformTest, NthWeeksAndMonths_AreCountedFromTheStartOfThePeriod) {
  const std::string head = "# 20260303-20260520\n";
  const Export weeks = read(head +
                            "Nth week,Session default channel group,Sessions,Engaged sessions\n"
                            "0000,Email,3,1\n0001,Email,4,1\n0011,Email,5,1\n0012,Email,6,1\n");
  EXPECT_TRUE(sumsBy(weeks, By::day).empty());
  EXPECT_EQ(sum(weeks, Meaning::sessions, By::week, "2026-03-02"), "3");
  EXPECT_EQ(sum(weeks, Meaning::sessions, By::week, "2026-03-09"), "4");
  EXPECT_EQ(sum(weeks, Meaning::sessions, By::week, "2026-05-18"), "5");
  EXPECT_EQ(weeks.undated, 1U);
  const Export months = read(head +
                             "Nth month,Session default channel group,Sessions,Engaged sessions\n"
                             "0000,Email,3,1\n0002,Email,4,1\n0003,Email,5,1\n");
  EXPECT_TRUE(sumsBy(months, By::week).empty());
  EXPECT_EQ(sum(months, Meaning::sessions, By::month, "2026-03-01"), "3");
  EXPECT_EQ(sum(months, Meaning::sessions, By::month, "2026-05-01"), "4");
  EXPECT_EQ(months.undated, 1U);
}

TEST(PlatformTest, AStatedTimeZoneOrAttribution_IsKept) {
  const std::string head = "Campaign,Attribution setting,Amount spent (EUR),Impressions\n";
  const Export result = read("\"Time Zone: (GMT+01:00) Paris\"\nAccount: 12\n" + head +
                             "A,7-day click,1,5\nB,7-day click,2,5\nC,--,3,5\n");
  EXPECT_EQ(result.notes, (std::vector<std::string>{"Time Zone: (GMT+01:00) Paris",
                                                    "Attribution setting: 7-day click"}));
  EXPECT_TRUE(
      read(head + "A,7-day click,1,5\nB,1-day click,2,5\nC,7-day click,3,5\n").notes.empty());
  const Export french = read(
      "Nom de la campagne,Paramètre d’attribution,Montant dépensé (EUR),Impressions\n"
      "A,Clic sous 7 jours,1,5\n");
  EXPECT_EQ(french.notes,
            std::vector<std::string>{"Paramètre d’attribution\u00A0: Clic sous 7 jours"});
  std::string lines;
  for (int i = 0; i < 9; ++i) lines += "Attribution: " + std::to_string(i) + "\n";
  EXPECT_EQ(read(lines + head + "A,--,1,5\n").notes.size(), kMostNotes);
}

// Excel: 1 January 2000 is 36526, and 31 December 2099 is 73050.
TEST(PlatformTest, DaysAsSpreadsheetsCountThem_AreDaysWhereAllAre) {
  const std::string head = "Date,Campaign,Cost,Clicks\n";
  const Export result = read(head + "45000,A,1,1\n36526,A,2,1\n73050,A,4,1\n");
  EXPECT_EQ(result.undated, 0U);
  EXPECT_EQ(sum(result, Meaning::spend, By::day, "2023-03-15"), "1");
  EXPECT_EQ(sum(result, Meaning::spend, By::day, "2000-01-01"), "2");
  EXPECT_EQ(sum(result, Meaning::spend, By::day, "2099-12-31"), "4");
  EXPECT_EQ(read(head + "45000,A,1,1\n2026-01-01,A,2,1\n").undated, 1U);
  EXPECT_EQ(read(head + "45000,A,1,1\n36525,A,2,1\n").undated, 2U);
  EXPECT_EQ(read(head + "45000,A,1,1\n73051,A,2,1\n").undated, 2U);
  const Export weeks = read(
      "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR)\n"
      "45005,45011,A,1\n45012,45018,A,2\n");
  EXPECT_TRUE(sumsBy(weeks, By::day).empty());
  EXPECT_EQ(sum(weeks, Meaning::spend, By::week, "2023-03-20"), "1");
}

TEST(PlatformTest, RowsWithoutADate_AreCounted) {
  const Export result =
      read("Day,Campaign,Cost,Clicks\n2026-01-01,A,1,1\n2026-01-02,A,1,1\n31/31/2026,A,7,1\n");
  EXPECT_EQ(result.undated, 1U);
  EXPECT_EQ(sum(result, Meaning::spend), "9");
}

TEST(PlatformTest, Rows_AreGroupedByDayWeekAndMonth) {
  const Export result = read(
      "Day,Campaign,Cost,Clicks\n2026-11-29,A,1.10,1\n2026-11-30,A,2.20,1\n2026-12-01,B,4.40,1\n");
  EXPECT_EQ(sum(result, Meaning::spend, By::day, "2026-11-30"), "2.2");
  EXPECT_EQ(sum(result, Meaning::spend, By::week, "2026-11-23"), "1.1");
  EXPECT_EQ(sum(result, Meaning::spend, By::week, "2026-11-30"), "6.6");
  EXPECT_EQ(sum(result, Meaning::spend, By::month, "2026-11-01"), "3.3");
  EXPECT_EQ(sum(result, Meaning::spend, By::month, "2026-12-01"), "4.4");
  EXPECT_EQ(sum(result, Meaning::spend, By::campaign, "A"), "3.3");
}

TEST(PlatformTest, RowsOfLongerTimes_AreOfNoDay) {
  const Export months =
      read("Mois;Canal;Coût;Clics\n2026-01;A;10;1\nfévrier 2026;A;5;2\n2026-02;B;7;1\n");
  EXPECT_TRUE(sumsBy(months, By::day).empty());
  EXPECT_TRUE(sumsBy(months, By::week).empty());
  EXPECT_EQ(sum(months, Meaning::spend, By::month, "2026-02-01"), "12");
  const std::string head =
      "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions\n";
  const Export weeks = read(head + "2026-01-05,2026-01-11,A,10,5\n2026-01-12,2026-01-18,A,20,6\n");
  EXPECT_TRUE(sumsBy(weeks, By::day).empty());
  EXPECT_EQ(sum(weeks, Meaning::spend, By::week, "2026-01-12"), "20");
  const Export fortnights =
      read(head + "2026-01-05,2026-01-18,A,10,5\n2026-01-19,2026-02-01,A,20,6\n");
  EXPECT_TRUE(sumsBy(fortnights, By::week).empty());
}

TEST(PlatformTest, ATotalsPeriodIsNotThatOfItsRows) {
  const Export days = read(
      "Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions\n"
      "2026-01-05,2026-01-05,A,10,5\n2026-01-06,2026-01-06,A,20,6\n2026-01-05,2026-01-06,,30,11\n");
  EXPECT_EQ(sum(days, Meaning::spend, By::day, "2026-01-06"), "20");
  const Export named = read(
      "Day,Reporting starts,Reporting ends,Campaign name,Amount spent (EUR),Impressions\n"
      "2026-01-05,2026-01-01,2026-01-31,A,10,5\n2026-01-06,2026-01-01,2026-01-31,A,20,6\n");
  EXPECT_EQ(sum(named, Meaning::spend, By::day, "2026-01-06"), "20");
}

TEST(PlatformTest, YearsAreNoDaysOfAPeriod) {
  const std::string rows = "Date,Channel,Cost,Clicks\n2025,A,10,1\n2026,A,5,2\n";
  for (const std::string above : {"", "1 January 2025 - 31 December 2026\n\n"}) {
    const Export result = read(above + rows);
    EXPECT_EQ(result.undated, 2U);
    EXPECT_TRUE(sumsBy(result, By::day).empty());
  }
}

TEST(PlatformTest, RowsThatProveBothOrders_ProveNeither) {
  const std::string bytes =
      "Date,Channel,Cost,Clicks\n13/01/2026,A,1,3\n01/14/2026,A,2,3\n05/06/2026,B,1,1\n";
  EXPECT_TRUE(asks(read(bytes), ExportQuestion::About::dateOrder));
}

TEST(PlatformTest, RowsWithoutAName_AreAGroupOfTheirOwn) {
  const Export result =
      read("Channel,Campaign,Cost,Clicks\nSearch, A ,600,10\n,B,400,20\nSearch,A,300,5\n");
  EXPECT_EQ(sum(result, Meaning::spend, By::channel, "Search"), "900");
  EXPECT_EQ(sum(result, Meaning::spend, By::channel, ""), "400");
  EXPECT_EQ(sum(result, Meaning::spend, By::campaign, "A"), "900");
  EXPECT_TRUE(sumsBy(result, By::kind).empty());
}

TEST(PlatformTest, HeadingsOnceMore_AreNoRow) {
  const Export result = read("Campaign;Cost;Clicks;\nA;1;2;\nCampaign;Cost;Clicks;\nB;3;4;\n");
  EXPECT_EQ(result.rows, 2U);
  EXPECT_EQ(result.columns[1].unreadable, 0U);
  ASSERT_EQ(result.skipped.size(), 1U);
  EXPECT_EQ(result.skipped[0].why, Skipped::Why::headings);
}

TEST(PlatformTest, TwoCurrencies_AreRefused) {
  const std::string head = "Campaign,Currency,Cost,Clicks\n";
  EXPECT_EQ(read(head + "A,EUR,1,2\nB,USD,1,2\n").fault, ExportFault::currencies);
  EXPECT_EQ(read("Campaign,Cost,Clicks\nA,1 €,2\nB,£1,2\n").fault, ExportFault::currencies);
  EXPECT_EQ(read("Campaign,Cost,Clicks\nA,10 €,2\nB,$20,3\n").fault, ExportFault::currencies);
  EXPECT_EQ(read("Campaign,Cost,Clicks\nA,¥10,2\nB,$20,3\n").fault, ExportFault::currencies);
  EXPECT_EQ(read("Campaign,Cost (EUR),Clicks\nA,$10,2\n").fault, ExportFault::currencies);
  EXPECT_EQ(read(head + "A,eur,1,2\nB,usd,1,2\n").fault, ExportFault::currencies);
  EXPECT_EQ(read(head + "A,Euro,1,2\nB,Dollar,1,2\n").fault, ExportFault::currencies);
  const Export dollars = read(head + "A,USD,$1,2\nB,USD,$1,2\n");
  EXPECT_EQ(dollars.fault, ExportFault::none);
  EXPECT_EQ(dollars.currency, "USD");
}

TEST(PlatformTest, ACurrencyMayBeWrittenInSmallLettersOrWithASignThatIsShared) {
  const std::string head = "Campaign,Currency,Cost,Clicks\n";
  EXPECT_EQ(read(head + "A,eur,1,2\nB,EUR,1,2\nTotal,--,2,4\n").currency, "EUR");
  EXPECT_EQ(read(head + "A,CAD,$1,2\n").currency, "CAD");
  EXPECT_EQ(read(head + "A,DKK,1 kr.,2\n").currency, "DKK");
  EXPECT_TRUE(asks(read(head + "A,Euro,1,2\n"), ExportQuestion::About::currency));
}

TEST(PlatformTest, ACurrencyThatIsNotNamed_IsAsked) {
  const std::string bytes = "Campaign,Cost,Clicks\nA,1,2\n";
  EXPECT_TRUE(asks(read(bytes), ExportQuestion::About::currency));
  ExportAnswers answers;
  answers.currency = "EUR";
  EXPECT_FALSE(asks(read(bytes, answers), ExportQuestion::About::currency));
  EXPECT_EQ(read(bytes, answers).currency, "EUR");
  EXPECT_FALSE(asks(read("Campaign,Clicks,Leads\nA,1,2\n"), ExportQuestion::About::currency));
}

struct Total {
  const char* rows;
  Skipped::Why why;
};

TEST(PlatformTest, Totals_AreLeftOutByWhatTheySayAndByWhatTheyAre) {
  const std::string head = "Day,Status,Campaign,Cost,Clicks\n";
  const std::string rows = "2026-01-01,on,A,10,3\n2026-01-02,on,B,5,4\n";
  const Total kTotals[] = {
      {",Total,,15,7\n", Skipped::Why::label},
      {"2026-01-02,on,Total : campagnes,15,7\n", Skipped::Why::label},
      {"All,on,A,15,7\n", Skipped::Why::label},
      {",on,TOTAL GÉNÉRAL :,15,7\n", Skipped::Why::label},
      {",on,Totaux,15,7\n", Skipped::Why::label},
      {",,,15,7\n", Skipped::Why::noName},
      {",,,15,7,Grand total\n", Skipped::Why::label},
  };
  for (const Total& total : kTotals) {
    SCOPED_TRACE(total.rows);
    for (const bool isFirst : {false, true}) {
      const Export result = read(isFirst ? head + total.rows + rows : head + rows + total.rows);
      EXPECT_EQ(sum(result, Meaning::spend), "15");
      EXPECT_EQ(result.rows, 2U);
      ASSERT_EQ(result.skipped.size(), 1U);
      EXPECT_EQ(result.skipped[0].why, total.why);
      EXPECT_EQ(result.skipped[0].line, isFirst ? 2U : 4U);
      ASSERT_TRUE(result.total);
      EXPECT_TRUE(result.total->differences.empty());
    }
  }
}

TEST(PlatformTest, RowsThatOnlyLookLikeTotals_AreRows) {
  const std::string head = "Campaign,Cost,Clicks\n";
  EXPECT_EQ(sum(read(head + "Total Energies,10,3\nB,5,4\n"), Meaning::spend), "15");
  EXPECT_EQ(sum(read(head + "A,1,1\nB,10,3\nTotal Energies,11,5\nC,1,1\n"), Meaning::spend), "23");
  EXPECT_EQ(sum(read("Campaign,Cost\nA,10\nTotal Energies,10\nC,1\n"), Meaning::spend), "21");
  EXPECT_EQ(sum(read(head + "A,10,3\nB,10,3\n"), Meaning::spend), "20");
  EXPECT_EQ(sum(read(head + ",100,9\nA,10,3\nB,5,4\n"), Meaning::spend), "115");
}

struct MayBeTotal {
  const char* bytes;
  const char* spend;  ///< while nothing is answered
  bool isAsked;
};

// 2500 is 1000 and 1500 whether or not LinkedIn is a channel: three digits may be so by chance.
TEST(PlatformTest, ARowThatMayBeTheSumByChance_CountsAndIsAskedAbout) {
  const MayBeTotal kRows[] = {
      {"Campaign,Cost,Clicks\nGoogle,1000,20\nMeta,1500,30\nLinkedIn,2500,50\n", "5000", true},
      {"Campaign,Cost,Clicks\nLinkedIn,2500,50\nGoogle,1000,20\nMeta,1500,30\n", "5000", true},
      {"Day,Status,Campaign,Cost,Clicks\n2026-01-01,on,A,10,3\n2026-01-02,on,B,5,4\n"
       "2026-01-02,on,Whole account,15,7\n",
       "30", true},
      // each with a day of its own, or a name that others have
      {"Day,Cost,Clicks\n2026-03-01,10,1\n2026-03-02,20,2\n2026-03-03,30,3\n", "60", false},
      {"Day,Cost,Leads\n2026-03-01,50,1\n2026-03-02,0,0\n2026-03-03,50,1\n2026-03-04,0,0\n", "100",
       false},
      {"Day,Campaign,Cost,Clicks\n2026-03-01,A,10,1\n2026-03-02,A,10,1\n2026-03-03,A,20,2\n", "40",
       false},
      // of three rows one says nothing
      {"Campaign,Cost,Clicks\nBrand,100,1000\nPaused,0,0\nRemarketing,100,1000\n", "200", false},
  };
  for (const MayBeTotal& one : kRows) {
    SCOPED_TRACE(one.bytes);
    const Export result = read(one.bytes);
    EXPECT_EQ(sum(result, Meaning::spend), one.spend);
    EXPECT_TRUE(result.skipped.empty());
    EXPECT_FALSE(result.total);
    EXPECT_EQ(asks(result, ExportQuestion::About::total), one.isAsked);
  }
}

TEST(PlatformTest, ARowThatMayBeTheSum_IsWhatIsAnswered) {
  const char* const bytes =
      "Campaign,Cost,Clicks\nGoogle,1000,20\nMeta,1500,30\nAll of it?,2500,50\n";
  EXPECT_EQ(read(bytes).questions.front().details, (std::vector<std::string>{"4", "All of it?"}));
  ExportAnswers answers;
  ASSERT_TRUE(take(answers, "total", "no"));
  EXPECT_EQ(sum(read(bytes, answers), Meaning::spend), "5000");
  EXPECT_FALSE(asks(read(bytes, answers), ExportQuestion::About::total));
  ASSERT_TRUE(take(answers, "total", "yes"));
  const Export result = read(bytes, answers);
  EXPECT_EQ(sum(result, Meaning::spend), "2500");
  ASSERT_EQ(result.skipped.size(), 1U);
  EXPECT_EQ(result.skipped[0].why, Skipped::Why::sum);
  EXPECT_EQ(result.skipped[0].label, "All of it?");
  EXPECT_FALSE(take(answers, "total", "perhaps"));
}

// 1234.56, 120 and 45231 are thirteen digits, which are no chance.
TEST(PlatformTest, ARowThatIsTheSumInManyDigits_IsLeftOutWithItsName) {
  const Export result = read(
      "Campaign,Cost,Clicks,Impressions\nA,1000.25,100,40000\nB,234.31,20,5231\n"
      "Whole account,1234.56,120,45231\n");
  EXPECT_EQ(sum(result, Meaning::spend), "1234.56");
  ASSERT_EQ(result.skipped.size(), 1U);
  EXPECT_EQ(result.skipped[0].why, Skipped::Why::sum);
  EXPECT_EQ(result.skipped[0].label, "Whole account");
}

/// Lines that are left out as totals.
std::vector<std::size_t> totals(const Export& result) {
  std::vector<std::size_t> lines;
  for (const Skipped& one : result.skipped) lines.push_back(one.line);
  return lines;
}

using Lines = std::vector<std::size_t>;

TEST(PlatformTest, TotalsOfParts_AreLeftOut) {
  const Export names = read(
      "Campagne;Coût;Clics\nGoogle marque;600;10\nGoogle générique;400;20\nTotal Google;1000;30\n"
      "Meta un;300;5\nTotal Meta;300;5\nTotal;1300;35\n");
  EXPECT_EQ(sum(names, Meaning::spend), "1300");
  EXPECT_EQ(totals(names), (Lines{4, 6, 7}));
  ASSERT_TRUE(names.total);
  EXPECT_EQ(names.total->line, 7U);
  const Export outline = read(
      "Channel,Campaign,Cost,Clicks\nGoogle,A,600,10\n,B,400,20\nGoogle Total,,1000,30\n"
      "Meta,C,300,5\n,D,200,6\nMeta Total,,500,11\n");
  EXPECT_EQ(sum(outline, Meaning::spend), "1500");
  EXPECT_EQ(totals(outline), (Lines{4, 7}));
  const Export quarter =
      read("Campaign,Cost,Clicks\nA,10,1\nB,5,2\nSubtotal,15,3\nC,7,1\nTotal Q1,22,4\nD,3,9\n");
  EXPECT_EQ(sum(quarter, Meaning::spend), "25");
  EXPECT_EQ(totals(quarter), (Lines{4, 6}));
}

TEST(PlatformTest, TotalsOfParts_AreReadByTheMarkOfTheFile) {
  const Export result =
      read("Kanal;Coût;Clics\nA;500;900\nB;1.750,5;2.000\nTotal X;2.250,5;2.900\nC;1.000;1.500\n");
  EXPECT_EQ(sum(result, Meaning::spend), "3250.5");
  EXPECT_EQ(totals(result), (Lines{4}));
}

TEST(PlatformTest, ATotalOfAPart_IsNotHeldAgainstTheSum) {
  const std::string head = "Day,Channel,Cost,Clicks\n";
  for (const char* rows : {"2026-01-01,A,10,3\n2026-01-01,B,5,4\n2026-01-01,,15,7\n"
                           "2026-01-02,A,1,1\n2026-01-02,B,2,2\n2026-01-02,,3,3\n",
                           "2026-01-01,A,10,3\n2026-01-01,B,5,4\n,Total,15,7\n"
                           "2026-01-02,A,1,1\n2026-01-02,B,2,2\n,Total,3,3\n",
                           "2026-01-01,A,10,3\n2026-01-01,B,5,4\n,Sous-total,15.01,7\n"
                           "2026-01-02,A,1,1\n2026-01-02,B,2,2\n,Average,1.5,1.5\n"}) {
    SCOPED_TRACE(rows);
    const Export result = read(head + rows);
    EXPECT_EQ(sum(result, Meaning::spend), "18");
    EXPECT_EQ(totals(result), (Lines{4, 7}));
    EXPECT_FALSE(result.total);
  }
}

TEST(PlatformTest, ATotalThatDiffers_SaysByHowMuch) {
  const Export result = read("Campaign,Cost,Clicks\nA,10,3\nB,5,4\nTotal,16.5,7\n");
  ASSERT_TRUE(result.total);
  ASSERT_EQ(result.total->differences.size(), 1U);
  EXPECT_EQ(result.total->differences[0].stated.text(), "16.5");
  EXPECT_EQ(result.total->differences[0].summed.text(), "15");
}

TEST(PlatformTest, RaggedRows_LackCellsButMayNotHaveMore) {
  const Export result = read("Campaign,Cost,Clicks\nA,10\nB,5,4,stray\nC,1,2,\n");
  EXPECT_EQ(sum(result, Meaning::spend), "11");
  EXPECT_EQ(sum(result, Meaning::clicks, By::campaign, "A"), "unknown");
  ASSERT_EQ(result.skipped.size(), 1U);
  EXPECT_EQ(result.skipped[0].why, Skipped::Why::wide);
}

TEST(PlatformTest, Headings_AreFoundWithinFortyRecords) {
  std::string above;
  for (int i = 0; i < 39; ++i) above += "a line of words\n";
  EXPECT_EQ(read(above + "Campaign,Cost,Clicks\nA,1,2\n").headingLine, 40U);
}

TEST(PlatformTest, OneKnownFigure_IsEnoughWhereNoRowNamesMore) {
  std::string bytes = "List of May\n\nWho,Cost\n";
  for (int i = 0; i < 100; ++i) bytes += "A,1.25\n";
  const Export result = read(bytes);
  EXPECT_EQ(result.rows, 100U);
  EXPECT_EQ(sum(result, Meaning::spend, By::channel, "A"), "125");
  EXPECT_EQ(result.headingLine, 3U);
}

TEST(PlatformTest, OfSeveralTables_TheOneWithMostFiguresIsRead) {
  const Export result = read(
      "# Users\nNth day,New users\n0000,5\n0001,6\n\n# Channels\n"
      "My channel group,New users,Sessions,Engaged sessions\nEmail,7,8,9\nSearch,1,2,3\n\n"
      "# Cities\nCity,Sessions,New users\nParis,10,8\n");
  EXPECT_EQ(sum(result, Meaning::sessions), "10");
  EXPECT_EQ(sum(result, Meaning::newUsers, By::channel, "Email"), "7");
  EXPECT_EQ(result.rows, 2U);
  ASSERT_EQ(result.skipped.size(), 5U);
  EXPECT_EQ(result.skipped[1].why, Skipped::Why::table);
  EXPECT_EQ(result.skipped[1].line, 2U);
  EXPECT_EQ(result.skipped[1].lastLine, 6U);
}

TEST(PlatformTest, LinesThatAreSkippedApart_AreListedApart) {
  const Export result = read("Campaign,Cost,Clicks\nA,1,2,x\nB,1,2\nC,1,2,x\n");
  ASSERT_EQ(result.skipped.size(), 2U);
  EXPECT_EQ(result.skipped[0].lastLine, 2U);
  EXPECT_EQ(result.skipped[1].line, 4U);
}

TEST(PlatformTest, SubtotalsOfDaysWithoutAName_AreTotals) {
  const Export result = read(
      "Day,Campaign,Cost,Clicks\n2026-01-01,A,10,3\n2026-01-01,B,5,4\n2026-01-01,,15,7\n"
      "2026-01-02,A,1,1\n2026-01-02,,1,1\n");
  EXPECT_EQ(sum(result, Meaning::spend), "16");
  EXPECT_EQ(result.skipped.size(), 2U);
}

TEST(PlatformTest, WithoutKnownHeadings_ColumnsAreChosenByHand) {
  const std::string bytes = "Wer,Wieviel,Wie oft\nA,1.50,2\nB,2.50,3\n";
  EXPECT_EQ(read(bytes).fault, ExportFault::headings);
  ExportAnswers answers;
  answers.headingLine = 1;
  answers.columns = {{0, Meaning::channel}, {1, Meaning::spend}, {2, Meaning::clicks}};
  const Export chosen = read(bytes, answers);
  EXPECT_EQ(chosen.fault, ExportFault::none);
  EXPECT_EQ(sum(chosen, Meaning::spend), "4");
  EXPECT_EQ(sum(chosen, Meaning::clicks, By::channel, "B"), "3");
}

TEST(PlatformTest, StatedRates_AreComparedAndNeverSummed) {
  const Export result =
      read("Channel,Cost,Clicks,Leads,Conversion rate\nA,9,200,10,5\nB,9,100,3,9\n");
  EXPECT_EQ(sum(result, Meaning::conversionRate), "unknown");
  EXPECT_EQ(result.columns[4].compared, 2U);
  EXPECT_EQ(result.columns[4].differing, 1U);
}

TEST(PlatformTest, SharesAreNoCounts) {
  const Export result = read("Channel,Clicks,Leads\nA,100,5%\nB,200,4%\nC,300,7\n");
  EXPECT_EQ(sum(result, Meaning::leads), "7");
  EXPECT_EQ(sum(result, Meaning::leads, By::channel, "A"), "unknown");
  EXPECT_EQ(result.columns[2].unreadable, 2U);
}

// 1 500 / 1 200 = 1.25; 3 000.50 / 2 000 = 1.50025; 750 / 100 = 7.5
TEST(PlatformTest, StatedPrices_AreComparedByTheMarkOfTheFile) {
  const Export result = read(
      "Campaign;Clicks;Cost;CPC\nA;1.200;1.500,00;1,25\nB;2.000;3.000,50;1,50\nC;100;750;9,10\n");
  EXPECT_EQ(result.columns[3].compared, 3U);
  EXPECT_EQ(result.columns[3].differing, 1U);
}

TEST(PlatformTest, RatesBelowOne_AreAskedUnlessCountsTell) {
  EXPECT_TRUE(
      asks(read("Channel,Cost,Clicks,Close rate\nA,9,200,0.1\n"), ExportQuestion::About::rate));
  EXPECT_FALSE(
      asks(read("Channel,Cost,Clicks,Close rate\nA,9,200,0.1%\n"), ExportQuestion::About::rate));
  EXPECT_FALSE(asks(read("Channel,Cost,Clicks,Leads,Conversion rate\nA,9,200,10,0.05\n"),
                    ExportQuestion::About::rate));
  EXPECT_FALSE(asks(read("Channel,Cost,Clicks,Impressions,CTR\nA,9,200,40000,0.5\n"),
                    ExportQuestion::About::rate));
}

TEST(PlatformTest, FiftyThousandGroups_AreTheMost) {
  std::string bytes = "Campaign,Cost,Clicks\n";
  for (std::size_t i = 0; i <= kMostGroups; ++i) bytes += "c" + std::to_string(i) + ",1,2\n";
  EXPECT_EQ(read(bytes).fault, ExportFault::groups);
}

TEST(PlatformTest, AnAnswerThatIsNone_ChangesNothing) {
  ExportAnswers answers;
  for (const auto& [question, answer] : {std::pair("currency", "XYZ"),
                                         {"decimal", ";"},
                                         {"dates", "YMD"},
                                         {"headings", "0"},
                                         {"column", "0=spend"},
                                         {"column", "2=x"},
                                         {"column", "2"},
                                         {"no", "1"}}) {
    EXPECT_FALSE(take(answers, question, answer)) << question << ' ' << answer;
  }
  EXPECT_EQ(answers.currency, "");
  EXPECT_FALSE(answers.decimal);
  EXPECT_FALSE(answers.dateOrder);
  EXPECT_EQ(answers.headingLine, 0U);
  EXPECT_TRUE(answers.columns.empty());
}

TEST(PlatformTest, NamesOfChannels_TellTheirPlatform_UnlessNothingIsPaid) {
  EXPECT_EQ(channelNamed("Facebook Ads"), "facebook");
  EXPECT_EQ(channelNamed("META"), "facebook");
  EXPECT_EQ(channelNamed("google / cpc"), "search");
  EXPECT_EQ(channelNamed("linkedin.com / paid"), "linkedin");
  EXPECT_EQ(channelNamed("E-mail"), "email");
  EXPECT_EQ(channelNamed("google / organic"), "");
  EXPECT_EQ(channelNamed("Référencement naturel Google"), "");
  EXPECT_EQ(channelNamed("Salon de Lyon"), "");
  EXPECT_EQ(channelNamed(""), "");
}

std::string seriesOf(const Export& result, Meaning meaning, By by, const std::string& key) {
  const auto figure = std::find(result.figures.begin(), result.figures.end(), meaning);
  for (const NameSeries& one : seriesBy(result, by, periodsOf(result))) {
    if (one.key != key) continue;
    std::string all;
    for (const auto& period : one.sums) {
      const auto& amount = period[static_cast<std::size_t>(figure - result.figures.begin())];
      all += (all.empty() ? "" : " ") + (amount ? amount->text() : std::string("-"));
    }
    return all;
  }
  return "none";
}

// 2026-08-03 is a Monday.
TEST(PlatformTest, Series_AreWeeks_NothingWithoutARow_AndOpenWhereACellIsNotKnown) {
  const Export result = read(
      "Day,Campaign,Clicks,Cost\n2026-08-03,A,10,1.10\n2026-08-09,A,5,2.20\n2026-08-10,B,1,4\n"
      "2026-08-23,A,2,--\n");
  const Periods periods = periodsOf(result);
  EXPECT_EQ(periods.by, By::week);
  EXPECT_EQ(isoDay(periods.first), "2026-08-03");
  EXPECT_EQ(periods.count, 3U);
  EXPECT_EQ(seriesOf(result, Meaning::clicks, By::campaign, "A"), "15 0 2");
  EXPECT_EQ(seriesOf(result, Meaning::spend, By::campaign, "A"), "3.3 0 -");
  EXPECT_EQ(seriesOf(result, Meaning::spend, By::campaign, "B"), "0 4 0");
  EXPECT_EQ(seriesOf(result, Meaning::clicks, By::all, ""), "15 1 2");
}

// 161 weeks and a day after 2023-01-02 is 2026-02-03; January 2023 to February 2026 are 38 months.
TEST(PlatformTest, Series_AreMonths_WhereWeeksAreTooMany_OrRowsAreOfMonths) {
  const Export years = read("Day,Clicks,Cost\n2023-01-02,1,2\n2026-02-03,3,4\n");
  EXPECT_EQ(periodsOf(years).by, By::month);
  EXPECT_EQ(isoDay(periodsOf(years).first), "2023-01-01");
  EXPECT_EQ(periodsOf(years).count, 38U);
  const Export months = read("Month,Clicks,Cost\n2026-01,1,2\n2026-03,3,4\n");
  EXPECT_EQ(periodsOf(months).by, By::month);
  EXPECT_EQ(seriesOf(months, Meaning::clicks, By::all, ""), "1 0 3");
  EXPECT_EQ(periodsOf(read("Campaign,Clicks,Cost\nA,1,2\n")).count, 0U);
}

}  // namespace
}  // namespace roi::platform_test
