#include "roi/table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace roi::table_test {
namespace {

using Cells = std::vector<std::string>;

class Taken final : public RecordTaker {
 public:
  void take(const Record& record) override {
    records.emplace_back(record.cells.begin(), record.cells.end());
    lines.push_back(record.line);
  }
  bool knows(std::string_view cell) const override { return cell == "Clicks" || cell == "Coût"; }

  std::vector<Cells> records;
  std::vector<std::size_t> lines;
};

struct Read {
  std::vector<Cells> records;
  std::vector<std::size_t> lines;
  char delimiter = 0;
  Encoding encoding = Encoding::utf8;
  bool hasMark = false;
  std::size_t unreadable = 0;
  TableFault fault = TableFault::none;
  std::size_t faultLine = 0;

  friend bool operator==(const Read&, const Read&) = default;
};

Read readInPieces(const std::string& bytes, std::size_t piece, bool isPasted = false) {
  Taken taken;
  TableReader reader(taken, isPasted);
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    if (!reader.feed(std::string_view(bytes).substr(at, piece))) break;
  }
  reader.finish();
  return {taken.records,
          taken.lines,
          reader.delimiter(),
          reader.decoder().encoding(),
          reader.decoder().hasMark(),
          reader.decoder().unreadable(),
          reader.fault(),
          reader.faultLine()};
}

Read read(const std::string& bytes, bool isPasted = false) {
  return readInPieces(bytes, std::max<std::size_t>(bytes.size(), 1), isPasted);
}

std::string utf16(const std::u16string& text, bool isLittle) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += isLittle ? low : high;
    bytes += isLittle ? high : low;
  }
  return bytes;
}

TEST(TableTest, Records_KeepTheirPhysicalLines) {
  const Read table = read("a,b\n\"x\ny\",2\r\n\n3,4\r5,6");
  EXPECT_EQ(table.records,
            (std::vector<Cells>{{"a", "b"}, {"x\ny", "2"}, {""}, {"3", "4"}, {"5", "6"}}));
  EXPECT_EQ(table.lines, (std::vector<std::size_t>{1, 2, 4, 5, 6}));
}

// RFC 4180, 2.5 to 2.7.
TEST(TableTest, Quotes_EncloseDelimitersLineEndsAndDoubledQuotes) {
  const Read table = read("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n\"\",\"\"\"\"\n");
  EXPECT_EQ(table.records, (std::vector<Cells>{{"a", "b"}, {"1,5", "say \"hi\""}, {"", "\""}}));
}

TEST(TableTest, Quotes_ThatDoNotEncloseACellArePartOfIt) {
  EXPECT_EQ(read("Clicks\tx\n\"Open house\" day\t12\" screen\n").records[1],
            (Cells{"\"Open house\" day", "12\" screen"}));
}

// A spreadsheet quotes what it copies only where a cell holds a tab, a line end or, then, a quote.
TEST(TableTest, QuotesOfAPastedCell_CountOnlyWhereTheyAreNeeded) {
  EXPECT_EQ(read("Clicks\tx\n\"Open house\"\t1\n", true).records[1],
            (Cells{"\"Open house\"", "1"}));
  EXPECT_EQ(read("Clicks\tx\n\"two\nlines\"\t1\n", true).records[1], (Cells{"two\nlines", "1"}));
  EXPECT_EQ(read("Clicks\tx\n\"Open house\"\t1\n", false).records[1], (Cells{"Open house", "1"}));
}

TEST(TableTest, Encodings_AreTold) {
  const std::u16string text = u"Name\tClicks\nÉté 🍁\t5\n";
  const std::vector<Cells> expected = {{"Name", "Clicks"}, {"Été 🍁", "5"}};
  EXPECT_EQ(read("Name\tClicks\nÉté 🍁\t5\n").records, expected);
  EXPECT_EQ(read("\xEF\xBB\xBFName\tClicks\nÉté 🍁\t5\n").records, expected);
  EXPECT_EQ(read("\xFF\xFE" + utf16(text, true)).records, expected);
  EXPECT_EQ(read("\xFE\xFF" + utf16(text, false)).records, expected);
  EXPECT_EQ(read(utf16(text, true)).records, expected);
  EXPECT_EQ(read(utf16(text, false)).records, expected);
  EXPECT_EQ(read(utf16(text, false)).encoding, Encoding::utf16be);
  EXPECT_TRUE(read("\xFF\xFE" + utf16(text, true)).hasMark);
}

// WHATWG Encoding: 0x80 is U+20AC, 0x9C U+0153, 0xA0 a no-break space; 0x81 stays a control
// character.
TEST(TableTest, WhatIsNotUtf8_IsWindows1252AsInBrowsers) {
  const Read table = read("Clicks;x\n\x80 \x9C\x81;\xC9t\xE9\xA0!\n");
  EXPECT_EQ(table.encoding, Encoding::windows1252);
  EXPECT_EQ(table.records[1], (Cells{"€ œ\u0081", "Été\u00A0!"}));
}

TEST(TableTest, ABrokenCharacterAmongUtf8_IsReplacedAndCounted) {
  const Read table = read("Clicks,x\n\xC3\xA9,\xE9 b\n");
  EXPECT_EQ(table.encoding, Encoding::utf8);
  EXPECT_EQ(table.records[1], (Cells{"é", "\uFFFD b"}));
  EXPECT_EQ(table.unreadable, 1U);
}

TEST(TableTest, Delimiter_IsStatedOrThatOfKnownNamesOrOfEqualWidths) {
  EXPECT_EQ(read("sep=;\nCoût,x;Clicks\n").delimiter, ';');
  EXPECT_EQ(read("sep=;\nCoût,x;Clicks\n").lines, (std::vector<std::size_t>{2}));
  EXPECT_EQ(read("a|b|c|d\na|b|c|d\nName;Coût\n1;2\n").delimiter, ';');
  EXPECT_EQ(read("Name;x\nParis, Lyon;1,5\nNice;2\n").delimiter, ';');
  EXPECT_EQ(read("Name,x\n\"Spring; fair\",1\nb;c,2\n").delimiter, ',');
}

TEST(TableTest, Limits_AreRefusals) {
  const auto fault = [](const std::string& bytes) { return read(bytes).fault; };
  EXPECT_EQ(fault(std::string(1'000'000, ',')), TableFault::cells);
  EXPECT_EQ(fault("a,b\n" + std::string(1 << 20, 'x')), TableFault::record);
  EXPECT_EQ(fault("a,b\n1,\"never shut\n2,3\n"), TableFault::quote);
  EXPECT_EQ(read("a,b\n1,\"never shut\n2,3\n").faultLine, 2U);
  EXPECT_EQ(fault("a,b\n1,\"" + std::string(1 << 20, '\n')), TableFault::quote);
}

class Nobody final : public RecordTaker {
 public:
  void take(const Record& /*record*/) override {}
  bool knows(std::string_view /*cell*/) const override { return false; }
};

TEST(TableTest, MoreThan128Megabytes_AreRefused) {
  Nobody nobody;
  TableReader reader(nobody);
  std::string piece(std::size_t{1} << 20, 'x');
  for (std::size_t at = 0; at < piece.size(); at += 1 << 17) piece[at] = '\n';
  for (int i = 0; i < 128; ++i) ASSERT_TRUE(reader.feed(piece));
  EXPECT_FALSE(reader.feed("\n"));
  EXPECT_EQ(reader.fault(), TableFault::bytes);
}

TEST(TableTest, NothingAtAll_IsNoRecord) {
  EXPECT_TRUE(read("").records.empty());
  EXPECT_TRUE(read("\xEF\xBB\xBF").records.empty());
}

std::string noise(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {
      "a",    "Clicks", ",",    ";", "\t",   "\"",           "\"\"", "\n",  "\r",
      "\r\n", "é",      "\xE9", "🍁", "\xF0", "\xED\xA0\x80", "sep=", "1,5", "|"};
  std::string bytes;
  if (random() % 8 == 0) bytes = "\xFF\xFE";
  if (random() % 8 == 0) bytes = "\xEF\xBB\xBF";
  for (std::size_t n = random() % 300; n > 0; --n) {
    bytes += random() % 40 == 0 ? std::string(1, '\0')
                                : std::string(kPieces[random() % std::size(kPieces)]);
  }
  return bytes;
}

TEST(TableTest, SplittingTheBytesAnywhere_ChangesNothing) {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const std::string bytes = noise(random);
    const bool isPasted = random() % 2 == 0;
    const Read whole = read(bytes, isPasted);
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{2}, std::size_t{3}, 1 + std::size_t{random() % 64}}) {
      ASSERT_EQ(readInPieces(bytes, piece, isPasted), whole) << "piece " << piece;
    }
  }
}

}  // namespace
}  // namespace roi::table_test
