#include "roi/plan_table.h"

#include <gtest/gtest.h>

namespace roi::plan_table_test {
namespace {

using About = PlanDoubt::About;
using Meanings = std::vector<PlanMeaning>;

PlanTableReading english() {
  PlanTableReading reading;
  reading.marks.currency = {"€", "EUR", "euros"};
  reading.currency = "EUR";
  return reading;
}

PlanTableReading french() {
  PlanTableReading reading = english();
  reading.marks.decimal = ",";
  reading.marks.group = "\u202F";
  return reading;
}

PlanTable tableOf(std::string_view text, const PlanTableReading& reading = english()) {
  PlanTable table = readPlanTable(text, reading);
  EXPECT_EQ(table.fault, PlanTableFault::none) << text;
  return table;
}

Meanings meaningsIn(const PlanTable& table) {
  Meanings meanings;
  for (const PlanTable::Column& column : table.columns) meanings.push_back(column.meaning);
  return meanings;
}

const PlanCell* cellOf(const PlanTable& table, std::size_t row, PlanMeaning meaning) {
  for (const PlanCell& cell : table.rows.at(row).cells) {
    if (table.columns[cell.column].meaning == meaning) return &cell;
  }
  return nullptr;
}

std::optional<double> numberIn(const PlanTable& table, std::size_t row, PlanMeaning meaning) {
  const PlanCell* cell = cellOf(table, row, meaning);
  const TypedNumber* number = cell ? std::get_if<TypedNumber>(&*cell->figure) : nullptr;
  if (!number || number->isRange()) return std::nullopt;
  return number->likely;
}

std::string errorIn(const PlanTable& table, std::size_t row, PlanMeaning meaning) {
  const PlanCell* cell = cellOf(table, row, meaning);
  const Errors* errors = cell ? std::get_if<Errors>(&*cell->figure) : nullptr;
  return errors ? std::string(text(errors->front().code)) : "";
}

std::vector<std::string> namesIn(const PlanTable& table) {
  std::vector<std::string> names;
  for (const PlanRow& row : table.rows) {
    for (const PlanCell& cell : row.cells) {
      if (table.columns[cell.column].meaning == PlanMeaning::name)
        names.push_back(row.texts[cell.column]);
    }
  }
  return names;
}

std::vector<About> askedIn(const PlanTable& table) {
  std::vector<About> asked;
  for (const PlanDoubt& doubt : table.doubts) asked.push_back(doubt.about);
  return asked;
}

PlanTable answered(std::string_view text, std::string answer,
                   PlanTableReading reading = english()) {
  const PlanTable table = tableOf(text, reading);
  for (const PlanDoubt& doubt : table.doubts) reading.answers.push_back({doubt.key, answer});
  return tableOf(text, reading);
}

// Headings

TEST(PlanTableTest, AFrenchSpreadsheet_IsReadByItsHeadings) {
  const PlanTable table = tableOf(
      "Canal\tDépense publicitaire (€)\tImpressions\tTaux de clics\tAbonnés\tCoût par abonné\r\n"
      "Facebook\t1\u202F234,50 €\t120\u00A0000\t1,2 %\t85\t14,52 €\r\n"
      "Salon\t900\t\t—\t60\t15 €\r\n"
      "Total\t2 134,50 €\t120 000\t\t145\t\r\n",
      french());
  EXPECT_EQ(meaningsIn(table),
            (Meanings{PlanMeaning::name, PlanMeaning::adSpend, PlanMeaning::impressions,
                      PlanMeaning::ctr, PlanMeaning::leads, PlanMeaning::skip}));
  EXPECT_EQ(namesIn(table), (std::vector<std::string>{"Facebook", "Salon"}));
  EXPECT_EQ(table.sums, std::vector<std::string>{"Total"});
  EXPECT_TRUE(table.doubts.empty());
  EXPECT_EQ(table.decimal, Mark::comma);
  EXPECT_EQ(numberIn(table, 0, PlanMeaning::adSpend), 1234.5);
  EXPECT_EQ(numberIn(table, 0, PlanMeaning::impressions), 120000);
  EXPECT_EQ(numberIn(table, 0, PlanMeaning::ctr), 0.012);
  EXPECT_FALSE(cellOf(table, 1, PlanMeaning::impressions)) << "nothing stands there";
  EXPECT_FALSE(cellOf(table, 1, PlanMeaning::ctr)) << "a dash says that nothing does";
  EXPECT_FALSE(cellOf(tableOf("Channel,Cost\nFair,n/a\nPost,1"), 0, PlanMeaning::cost));
  EXPECT_EQ(namesIn(tableOf("Channel,Cost\nUnknown,5")), std::vector<std::string>{"Unknown"});
}

TEST(PlanTableTest, WordsOfAHeading_AreTriedFromTheNarrowestOn) {
  const auto meaning = [](std::string_view heading) { return PlanHeadings().find(heading); };
  EXPECT_EQ(meaning("Cost per click"), PlanMeaning::adSpendCpc);
  EXPECT_EQ(meaning("Clicks"), PlanMeaning::clicks);
  EXPECT_EQ(meaning("Google Ads cost, HT"), PlanMeaning::adSpend) << "ads cost";
  EXPECT_EQ(meaning("Stand cost, HT"), PlanMeaning::cost);
  EXPECT_EQ(meaning("Coût par lead"), PlanMeaning::skip);
  EXPECT_EQ(meaning("COÛTS (€)"), PlanMeaning::cost);
  EXPECT_EQ(meaning("Main d’œuvre [mois]"), std::nullopt);
  EXPECT_EQ(meaning("Main d’oeuvre [mois]"), PlanMeaning::people);
  EXPECT_EQ(meaning("Taux de transformation"), PlanMeaning::closeRate);
  EXPECT_EQ(meaning("Frais d’agence"), PlanMeaning::fees);
  EXPECT_EQ(meaning("Sign-ups"), PlanMeaning::leads);
  EXPECT_EQ(meaning("Costa Rica"), std::nullopt) << "words stand apart";
  EXPECT_EQ(meaning("Monthly budget"), std::nullopt) << "what may be spent is no cost";
  EXPECT_EQ(meaning("Ad budget"), PlanMeaning::adSpend);
}

TEST(PlanTableTest, AnAccentOfItsOwn_IsAnAccent) {
  EXPECT_EQ(planWords("Cou\u0302t  (HT)"), "cout");
}

TEST(PlanTableTest, LinesAbove_AreNoHeadings) {
  const PlanTable table =
      tableOf("Campaign report\n1 September 2026\nCampaign,Cost,Conversions\nBrand,930.00,62");
  EXPECT_EQ(table.columns[1].heading, "Cost");
  EXPECT_EQ(namesIn(table), std::vector<std::string>{"Brand"});
}

TEST(PlanTableTest, WithoutHeadings_TheFirstNumbersAreGuessed) {
  const PlanTable table = tableOf("\"Spring, fair\",\"1,234.50\",85\r\nWinter,900,60\r\n");
  EXPECT_EQ(meaningsIn(table),
            (Meanings{PlanMeaning::name, PlanMeaning::cost, PlanMeaning::leads}));
  EXPECT_EQ(askedIn(table), std::vector<About>{About::guessed});
  EXPECT_EQ(namesIn(table), (std::vector<std::string>{"Spring, fair", "Winter"}));
  EXPECT_EQ(numberIn(table, 0, PlanMeaning::cost), 1234.5);
}

TEST(PlanTableTest, AColumnToldWhatItIs_IsThat) {
  PlanTableReading reading = english();
  reading.columns = {{1, PlanMeaning::leads}, {2, PlanMeaning::cost}};
  const PlanTable table = tableOf("Channel\tA\tB\nFair\t20\t1,234\nPost\t30\t2,000", reading);
  EXPECT_EQ(meaningsIn(table),
            (Meanings{PlanMeaning::name, PlanMeaning::leads, PlanMeaning::cost}));
  EXPECT_EQ(askedIn(table), std::vector<About>{About::marks})
      << "what is told is not guessed, and costs alone have two readings";
}

TEST(PlanTableTest, TwoColumnsOfOneMeaning_AreRivals) {
  const std::string_view text =
      "Campaign,Total Spent,Conversions,Leads\n\"DRH, France\",\"1,234.50\",0,21\nRest,765.50,0,9";
  const PlanTable table = tableOf(text);
  ASSERT_EQ(askedIn(table), std::vector<About>{About::rivals});
  EXPECT_EQ(table.doubts[0].columns, (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(table.doubts[0].meaning, PlanMeaning::leads);
  EXPECT_EQ(numberIn(answered(text, "3"), 0, PlanMeaning::leads), 21);
  EXPECT_EQ(numberIn(answered(text, "2"), 0, PlanMeaning::leads), 0);
}

TEST(PlanTableTest, ABudget_IsAskedAbout_AndNotTakenBesideACost) {
  const PlanTable alone = tableOf("Canal;Prospects;Budget\nSalon;85;1 234,50\nHiver;60;900");
  EXPECT_EQ(alone.columns[2].meaning, PlanMeaning::cost);
  EXPECT_EQ(askedIn(alone), std::vector<About>{About::budget});
  const PlanTable beside = tableOf("Campaign,Budget,Cost\nBrand,40.00,930.00\nFilm,25.00,540.00");
  EXPECT_EQ(beside.columns[1].meaning, PlanMeaning::skip);
  EXPECT_TRUE(beside.doubts.empty());
}

// Numbers

TEST(PlanTableTest, OneDecimalMark_IsThatOfAllCells) {
  const PlanTable table =
      tableOf("Channel\tCost\tLeads\nFair\t1.234\t20\nPost\t12,5\t30", english());
  EXPECT_EQ(table.decimal, Mark::comma);
  EXPECT_TRUE(table.doubts.empty());
  EXPECT_EQ(numberIn(table, 0, PlanMeaning::cost), 1234);
  EXPECT_EQ(numberIn(table, 1, PlanMeaning::cost), 12.5);
}

TEST(PlanTableTest, NothingButThousands_IsAsked) {
  const std::string_view text = "Channel;Impressions;Cost\nBrand;120.000;2.300\nRest;40.000;1.750";
  const PlanTable table = tableOf(text);
  ASSERT_EQ(askedIn(table), std::vector<About>{About::marks});
  EXPECT_EQ(table.doubts[0].names, std::vector<std::string>{"120.000"});
  EXPECT_EQ((*table.doubts[0].readings), (std::array<double, 2>{120000, 120}));
  EXPECT_EQ(numberIn(answered(text, "groups"), 0, PlanMeaning::cost), 2300);
  EXPECT_EQ(numberIn(answered(text, "decimals"), 0, PlanMeaning::cost), 2.3);
}

TEST(PlanTableTest, TheEndsOfARange_AreNumbersToo) {
  const std::string_view text = "Channel\tCost\tLeads\nFair\t1.200-1.500\t20";
  EXPECT_EQ(askedIn(tableOf(text)), std::vector<About>{About::marks});
  const PlanTable proven = tableOf(std::string(text) + "\nPost\t10,5-12\t9");
  EXPECT_TRUE(proven.doubts.empty());
  EXPECT_EQ(std::get<TypedNumber>(*cellOf(proven, 0, PlanMeaning::cost)->figure).high, 1500);
}

TEST(PlanTableTest, ACountWithCommas_ShowsThatTheyPartThousands) {
  EXPECT_TRUE(tableOf("Channel,Cost,Clicks\nFair,\"1,234\",\"2,000\"").doubts.empty());
  EXPECT_EQ(askedIn(tableOf("Channel\tCost\tLeads\nFair\t1,234\t20")),
            std::vector<About>{About::marks});
}

TEST(PlanTableTest, WhatCanBeReadInOneWayOnly_IsNotAsked) {
  for (const char* cost : {"1.234.567", "0.125", "1234.567", "12.3456"}) {
    const PlanTable table = tableOf("Channel\tCost\tLeads\nFair\t" + std::string(cost) + "\t20");
    EXPECT_TRUE(table.doubts.empty()) << cost;
    EXPECT_TRUE(numberIn(table, 0, PlanMeaning::cost)) << cost;
  }
}

TEST(PlanTableTest, AMarkThatIsTold_IsNotAsked) {
  PlanTableReading reading = english();
  reading.decimal = Mark::comma;
  const PlanTable table = tableOf("Channel\tCost\tLeads\nFair\t1,234\t20", reading);
  EXPECT_TRUE(table.doubts.empty());
  EXPECT_EQ(numberIn(table, 0, PlanMeaning::cost), 1.234);
}

TEST(PlanTableTest, AFigureMayBeARange) {
  const PlanTable table = tableOf("Channel\tCost\tLeads\nFair\t500-800\t20 to 30");
  const auto& cost = std::get<TypedNumber>(*cellOf(table, 0, PlanMeaning::cost)->figure);
  EXPECT_EQ(cost.low, 500);
  EXPECT_EQ(cost.high, 800);
  EXPECT_FALSE(cost.likelyGiven);
}

TEST(PlanTableTest, WhatCannotBeRead_IsSaid_AndTypedAnew) {
  const std::string_view text = "Canal\tCoût\tAbonnés\nFacebook\t900 ou 950\t85\nSalon\tabc\t60";
  PlanTableReading reading = french();
  EXPECT_NE(errorIn(tableOf(text, reading), 0, PlanMeaning::cost), "");
  EXPECT_NE(errorIn(tableOf(text, reading), 1, PlanMeaning::cost), "");
  reading.cells = {{0, 1, "925"}, {1, 1, ""}};
  const PlanTable table = tableOf(text, reading);
  EXPECT_EQ(numberIn(table, 0, PlanMeaning::cost), 925);
  EXPECT_EQ(table.rows[0].texts[1], "925");
  EXPECT_EQ(errorIn(table, 1, PlanMeaning::cost), "number.empty");
}

TEST(PlanTableTest, RatesThatMayBeShares_AreAsked) {
  const std::string_view text =
      "Channel,Cost,Clicks,Conversion rate\nSocial,1200,800,0.025\nSearch,800,400,0.05";
  const PlanTable table = tableOf(text);
  ASSERT_EQ(askedIn(table), std::vector<About>{About::fractions});
  EXPECT_EQ((*table.doubts[0].readings), (std::array<double, 2>{0.025, 0.00025}));
  EXPECT_EQ(numberIn(answered(text, "shares"), 0, PlanMeaning::conversionRate), 0.025);
  EXPECT_EQ(numberIn(answered(text, "percents"), 0, PlanMeaning::conversionRate), 0.00025);
  EXPECT_TRUE(tableOf("Channel,Cost,Conversion rate\nSocial,1200,2.5\nRest,9,0.5").doubts.empty());
  EXPECT_TRUE(tableOf("Channel,Cost,Conversion rate\nSocial,1200,0.5%").doubts.empty());
}

// Sums

TEST(PlanTableTest, RowsThatMayBeSums_AreAsked) {
  const std::string_view text =
      "Campaign,Type,Cost,Impr.,Conversions\nBrand,Search,930.00,\"12,400\",62\n"
      "Film,Video,540.00,\"50,000\",36\nTotal: Search campaigns,,930.00,\"12,400\",62\n"
      "Total: Account,,\"1,470.00\",\"62,400\",98";
  const PlanTable table = tableOf(text);
  ASSERT_EQ(askedIn(table), std::vector<About>{About::sums});
  EXPECT_EQ(table.doubts[0].names,
            (std::vector<std::string>{"Total: Search campaigns", "Total: Account"}));
  EXPECT_EQ(namesIn(answered(text, "leave")), (std::vector<std::string>{"Brand", "Film"}));
  EXPECT_EQ(answered(text, "keep").rows.size(), 4U);
}

TEST(PlanTableTest, ARowThatIsCalledTotal_IsLeftOut) {
  for (const char* name : {"Total", "Grand total", "Somme", "Ensemble", "Summe", "Average"}) {
    const PlanTable table = tableOf(std::string("Channel,Cost\nFair,100\n") + name + ",100");
    EXPECT_EQ(table.sums, std::vector<std::string>{name});
    EXPECT_EQ(namesIn(table), std::vector<std::string>{"Fair"});
  }
  EXPECT_EQ(tableOf("Channel,Audience,Cost\nFair,All,100").rows.size(), 1U) << "not its name";
}

TEST(PlanTableTest, ANamelessSum_IsFoundByItsFigures) {
  const PlanTable table =
      tableOf("Campaign name,Results,Amount spent (EUR)\n,90,2000\nParents,60,1200\nFair,30,800");
  ASSERT_EQ(askedIn(table), std::vector<About>{About::sums});
  EXPECT_EQ(table.doubts[0].names, std::vector<std::string>{"2000"});
}

TEST(PlanTableTest, TwoEqualRows_AreNoSumOfEachOther) {
  EXPECT_TRUE(tableOf("Channel,Cost,Leads\nA,100,10\nB,100,10").doubts.empty());
}

TEST(PlanTableTest, NamesThatSeveralRowsHave_AreAsked) {
  const PlanTable table = tableOf(
      "Day,Campaign,Cost\n2026-09-01,Brand,100\n2026-09-01,Rest,80\n"
      "2026-09-02,Brand,110\n2026-09-02,Rest,70");
  ASSERT_EQ(askedIn(table), std::vector<About>{About::twice});
  EXPECT_EQ(table.doubts[0].names, (std::vector<std::string>{"Brand", "Rest"}));
}

// Currencies

TEST(PlanTableTest, AnotherCurrency_IsAskedWhereverItStands) {
  for (const char* text :
       {"Channel,Amount spent (USD),Leads\nBrand,800,42", "Channel,Cost,Leads\nBrand,$800.00,42",
        "Channel,Cost,Leads\nBrand,800 CHF,42", "Channel,Currency,Cost\nBrand,GBP,800"}) {
    EXPECT_EQ(askedIn(tableOf(text)), std::vector<About>{About::currency}) << text;
  }
  for (const char* text : {"Channel,Amount spent (EUR),Leads\nBrand,800 €,42",
                           "Channel,Currency,Cost\nBrand,EUR,800 EUR"}) {
    EXPECT_TRUE(tableOf(text).doubts.empty()) << text;
  }
}

// Records

TEST(PlanTableTest, QuotesOfAPartOfAName_StayInIt) {
  const PlanTable table =
      tableOf("Campaign\tCost\tLeads\n\"Open house\" day\t1200\t60\n\"Fair; Lyon\"\t800\t20");
  EXPECT_EQ(namesIn(table), (std::vector<std::string>{"\"Open house\" day", "Fair; Lyon"}));
}

TEST(PlanTableTest, ACellOfSeveralLines_IsOne) {
  EXPECT_EQ(namesIn(tableOf("Channel,Cost\n\"Spring\r\n fair\",100")),
            std::vector<std::string>{"Spring fair"});
}

TEST(PlanTableTest, WhatIsNoTable_SaysWhy) {
  const auto fault = [](const std::string& text) { return readPlanTable(text, english()).fault; };
  EXPECT_EQ(fault(""), PlanTableFault::empty);
  EXPECT_EQ(fault("Channel\tCost\n"), PlanTableFault::empty);
  EXPECT_EQ(fault("# a comment\n\n"), PlanTableFault::empty);
  std::string rows = "Channel\tCost\n";
  for (std::size_t i = 0; i <= kMostPlanRows; ++i) rows += "a\t1\n";
  EXPECT_EQ(fault(rows), PlanTableFault::rows);
  std::string columns;
  for (std::size_t i = 0; i <= kMostPlanColumns; ++i) columns += "a\t";
  EXPECT_EQ(fault(columns + "a"), PlanTableFault::columns);
  std::string wide;
  for (std::size_t i = 0; i < 2 * kMostCells; ++i) wide += "a\t";
  EXPECT_EQ(fault(wide), PlanTableFault::columns);
  EXPECT_EQ(fault(std::string(kMostRecordBytes + 1, 'x')), PlanTableFault::size);
  const PlanTable quoted = readPlanTable("Channel,Cost\n\"Fair,100", english());
  EXPECT_EQ(quoted.fault, PlanTableFault::quote);
  EXPECT_EQ(quoted.faultLine, 2U);
}

}  // namespace
}  // namespace roi::plan_table_test
