#include "roi/geo_table.h"

#include <gtest/gtest.h>

namespace roi::geo_table_test {
namespace {

using Sold = std::vector<double>;
using Texts = std::vector<std::string>;

Texts namesOf(const GeoTable& table) {
  Texts names;
  for (const GeoRegion& region : table.regions) names.push_back(region.name);
  return names;
}

Texts leftOutOf(const GeoTable& table) {
  Texts names;
  for (const auto& [name, why] : table.leftOut)
    names.push_back(name + " " + std::string(text(why)));
  return names;
}

const Texts kDays = {"2026-09-01", "2026-09-02", "2026-09-03"};

TEST(GeoTableTest, AColumnForEachRegion_IsRead) {
  const GeoTable table = readGeoTable(
      "Date\tParis\tLyon\tTotal\n2026-09-01\t10\t4\t14\n2026-09-02\t11\t5\t16\n"
      "2026-09-03\t12\t6\t18\nTotal\t33\t15\t48\n",
      {});
  EXPECT_EQ(table.days, kDays);
  EXPECT_EQ(namesOf(table), Texts({"Paris", "Lyon"}));
  EXPECT_EQ(table.regions[1].sold, Sold({4, 5, 6}));
  EXPECT_EQ(leftOutOf(table), Texts({"Total total"}));
}

TEST(GeoTableTest, ARowForEachRegion_IsTheSame) {
  const GeoTable table = readGeoTable(
      "Région;01/09/2026;02/09/2026;13/09/2026\nParis;1 000,5;11;12\nLyon;4;5;6\n", {});
  EXPECT_EQ(table.days, Texts({"2026-09-01", "2026-09-02", "2026-09-13"}));
  EXPECT_EQ(namesOf(table), Texts({"Paris", "Lyon"}));
  EXPECT_EQ(table.regions[0].sold, Sold({1000.5, 11, 12}));
}

TEST(GeoTableTest, ARowForEachRegionAndDay_IsSortedAndAddedUp) {
  const GeoTable table = readGeoTable(
      "location,Y,date\nlyon,4,2026-09-02\nlyon,3,2026-09-01\nlyon,1,2026-09-02\n"
      "paris,7,2026-09-01\nparis,8,2026-09-02\n",
      {});
  EXPECT_EQ(table.days, Texts({"2026-09-01", "2026-09-02"}));
  EXPECT_EQ(namesOf(table), Texts({"lyon", "paris"}));
  EXPECT_EQ(table.regions[0].sold, Sold({3, 5}));
  EXPECT_EQ(table.repeated, 1);
}

TEST(GeoTableTest, TheSamePastedTwice_IsAddedUpAndCounted) {
  const std::string days = "2026-09-01\t10\t4\n2026-09-02\t11\t5\n";
  const GeoTable twice = readGeoTable("Date\tParis\tLyon\n" + days + days, {});
  EXPECT_EQ(twice.regions[0].sold, Sold({20, 22}));
  EXPECT_EQ(twice.repeated, 4);
  EXPECT_EQ(readGeoTable("Date\tParis\tLyon\n" + days, {}).repeated, 0);
  const GeoTable region = readGeoTable("Date\tParis\tLyon\tParis\n2026-09-01\t1\t2\t3\n", {});
  EXPECT_EQ(region.repeated, 1);
}

TEST(GeoTableTest, DaysThatSayNotWhichTheyAre_StayInTheirOrder) {
  const GeoTable table = readGeoTable("Day,A,B\n2/1/2026,1,2\n1/1/2026,3,4\n", {});
  EXPECT_EQ(table.days, Texts({"2/1/2026", "1/1/2026"}));
  EXPECT_EQ(table.regions[0].sold, Sold({1, 3}));
  const GeoTable numbered = readGeoTable("Day,A,B\n1,1,2\n2,3,4\n", {});
  EXPECT_EQ(numbered.days, Texts({"1", "2"}));
}

TEST(GeoTableTest, ARegionWithAGap_IsLeftOut) {
  const GeoTable table = readGeoTable(
      "Date,A,B,C,D,E\n2026-09-01,1,,3,0,-1\n2026-09-02,1,2,n/a,0,4\n2026-09-03,1,2,3,0,4\n", {});
  EXPECT_EQ(namesOf(table), Texts({"A"}));
  EXPECT_EQ(leftOutOf(table), Texts({"B gaps", "C gaps", "D nothing", "E gaps"}));
  const GeoTable rows =
      readGeoTable("r,d,n\nA,2026-09-01,1\nA,2026-09-02,1\nB,2026-09-02,1\nB,x,2\n", {});
  EXPECT_EQ(leftOutOf(rows), Texts({"B gaps"}));
}

TEST(GeoTableTest, ANumberThatReadsTwoWays_IsAsked) {
  const std::string text = "Date\tA\tB\n2026-09-01\t1.234\t2.345\n2026-09-02\t1.300\t2.400\n";
  const GeoTable open = readGeoTable(text, {});
  EXPECT_EQ(open.ambiguous, "1.234");
  EXPECT_TRUE(open.regions.empty());
  EXPECT_EQ(readGeoTable(text, Mark::comma).regions[0].sold, Sold({1234, 1300}));
  EXPECT_EQ(readGeoTable(text, Mark::point).regions[0].sold, Sold({1.234, 1.3}));
  const GeoTable proven = readGeoTable(text + "2026-09-03\t1.234,50\t2.500\n", {});
  EXPECT_FALSE(proven.ambiguous);
  EXPECT_EQ(proven.regions[0].sold, Sold({1234, 1300, 1234.5}));
}

TEST(GeoTableTest, WhatIsNoTableOrTooLarge_IsRefused) {
  EXPECT_TRUE(readGeoTable("", {}).regions.empty());
  EXPECT_TRUE(readGeoTable("hello", {}).regions.empty());
  EXPECT_EQ(readGeoTable("a,\"b\n", {}).fault, TableFault::quote);
  std::string wide = "Date", row = "2026-09-01";
  for (int i = 0; i < 61; ++i) {
    wide += ",R" + std::to_string(i);
    row += ",1";
  }
  EXPECT_EQ(readGeoTable(wide + "\n" + row + "\n", {}).fault, TableFault::cells);
}

}  // namespace
}  // namespace roi::geo_table_test
