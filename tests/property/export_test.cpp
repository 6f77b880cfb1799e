// Any table, in whatever dialect and locale it is written, reads back. ROI_SEED=<seed of a failure>
// runs that table first.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "roi/platform.h"

namespace roi::test::export_test {
namespace {

constexpr int kTables = 300;

using Random = std::mt19937_64;

template <class T>
const T& one(Random& random, const std::vector<T>& of) {
  return of[random() % of.size()];
}

struct Line {
  std::string campaign;
  int day = 1;  ///< of August 2026
  std::int64_t cents = 0;
  std::int64_t clicks = 0;
  std::int64_t leads = 0;
};
using Lines = std::vector<Line>;

/// Names that dialects trip over, all of Windows-1252.
Lines randomLines(Random& random) {
  const std::vector<std::string> names = {"Brand",
                                          "Été – devis",
                                          "a, b; c",
                                          "say \"hi\"",
                                          "two\nlines",
                                          "Generic | deck",
                                          "Total Energies",
                                          "1234",
                                          "#summer",
                                          "tab\there",
                                          "\"Open house\" day",
                                          "<10 ans>"};
  Lines lines;
  const std::size_t count = 3 + random() % 40;
  for (std::size_t i = 0; i < count; ++i) {
    lines.push_back({one(random, names), 1 + static_cast<int>(random() % 31),
                     1 + static_cast<std::int64_t>(random() % 900'000'000),
                     1 + static_cast<std::int64_t>(random() % 3'000'000),
                     static_cast<std::int64_t>(random() % 500)});
  }
  lines[0].day = 25;  // proves the order of day and month
  lines[0].cents = 12345 + 1;
  return lines;
}

struct Dialect {
  std::string delimiter;
  std::string lineEnd;
  std::string decimal;
  std::string group;
  int dates = 0;
  int encoding = 0;
  bool quotesAll = false;
  bool hasMark = false;
  bool hasLastEnd = true;
  std::string currency;
};

Dialect randomDialect(Random& random) {
  Dialect dialect;
  dialect.delimiter = one<std::string>(random, {",", ";", "\t", "|"});
  dialect.lineEnd = one<std::string>(random, {"\n", "\r\n", "\r"});
  const bool isComma = random() % 2 == 0;
  dialect.decimal = isComma ? "," : ".";
  dialect.group = isComma ? one<std::string>(random, {"", ".", "\u00A0", "\u202F", " "})
                          : one<std::string>(random, {"", ",", "\u00A0", "'", "\u2019"});
  dialect.dates = static_cast<int>(random() % 6);
  dialect.encoding = static_cast<int>(random() % 4);
  dialect.quotesAll = random() % 4 == 0;
  dialect.hasMark = random() % 2 == 0;
  dialect.hasLastEnd = random() % 4 != 0;
  dialect.currency = one<std::string>(random, {"", " €", "€", " EUR"});
  const bool isNarrow = dialect.encoding == 3 && dialect.group == "\u202F";
  if (isNarrow) dialect.group = "\u00A0";
  return dialect;
}

std::string grouped(std::int64_t number, const std::string& group) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, group);
  return text;
}

std::string money(std::int64_t cents, const Dialect& dialect) {
  const std::string places = std::to_string(100 + cents % 100).substr(1);
  return grouped(cents / 100, dialect.group) + dialect.decimal + places + dialect.currency;
}

std::string date(int day, const Dialect& dialect) {
  const std::string two = std::to_string(100 + day).substr(1), plain = std::to_string(day);
  switch (dialect.dates) {
    case 0: return "2026-08-" + two;
    case 1: return "202608" + two;
    case 2: return plain + "/8/2026";
    case 3: return "8/" + plain + "/2026";
    case 4: return two + ".08.2026";
    default: return plain + " août 2026";
  }
}

std::string cell(const std::string& text, const Dialect& dialect) {
  const bool isQuoted = dialect.quotesAll || text.find_first_of("\"\r\n") != std::string::npos ||
                        text.find(dialect.delimiter) != std::string::npos;
  if (!isQuoted) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

std::string record(const std::vector<std::string>& cells, const Dialect& dialect) {
  std::string text;
  for (const std::string& one : cells) text += dialect.delimiter + cell(one, dialect);
  return text.substr(dialect.delimiter.size()) + dialect.lineEnd;
}

std::string written(const Lines& lines, const Dialect& dialect,
                    const std::vector<std::string>& total = {}) {
  std::string text = record({"Day", "Campaign", "Cost", "Clicks", "Leads"}, dialect);
  for (const Line& line : lines) {
    text += record({date(line.day, dialect), line.campaign, money(line.cents, dialect),
                    grouped(line.clicks, dialect.group), std::to_string(line.leads)},
                   dialect);
  }
  if (!total.empty()) text += record(total, dialect);
  if (!dialect.hasLastEnd) text.resize(text.size() - dialect.lineEnd.size());
  return text;
}

std::u32string codes(const std::string& utf8) {
  std::u32string codes;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : 3;
    char32_t code = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
      code = code << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    }
    codes += code;
    at += length;
  }
  return codes;
}

std::string encoded(const std::string& text, const Dialect& dialect) {
  if (dialect.encoding == 0) return (dialect.hasMark ? "\xEF\xBB\xBF" : "") + text;
  const std::map<char32_t, char> kWindows = {{0x20AC, '\x80'}, {0x2013, '\x96'}, {0x2019, '\x92'}};
  std::string bytes;
  if (dialect.encoding == 1 && dialect.hasMark) bytes = "\xFF\xFE";
  if (dialect.encoding == 2 && dialect.hasMark) bytes = "\xFE\xFF";
  for (const char32_t code : codes(text)) {
    const char low = static_cast<char>(code & 0xFF), high = static_cast<char>(code >> 8);
    if (dialect.encoding == 3) {
      const auto own = kWindows.find(code);
      bytes += own == kWindows.end() ? low : own->second;
    } else {
      bytes += dialect.encoding == 1 ? low : high;
      bytes += dialect.encoding == 1 ? high : low;
    }
  }
  return bytes;
}

Export read(const std::string& bytes, const std::function<std::size_t()>& piece) {
  ExportReader reader;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = std::max<std::size_t>(piece(), 1);
    reader.feed(std::string_view(bytes).substr(at, size));
    at += size;
  }
  return reader.finish();
}

Export read(const std::string& bytes) {
  return read(bytes, [&] { return bytes.size(); });
}

struct Sums {
  std::size_t rows = 0;
  std::int64_t cents = 0, clicks = 0, leads = 0;
};
using ByKey = std::map<std::string, Sums>;

ByKey summed(const Lines& lines, const std::function<std::string(const Line&)>& key) {
  ByKey all;
  for (const Line& line : lines) {
    Sums& sums = all[key(line)];
    ++sums.rows;
    sums.cents += line.cents;
    sums.clicks += line.clicks;
    sums.leads += line.leads;
  }
  return all;
}

void expectGroups(const Export& result, By by, const ByKey& expected) {
  const std::vector<GroupSum> groups = sumsBy(result, by);
  ASSERT_EQ(groups.size(), expected.size());
  for (const GroupSum& group : groups) {
    const auto found = expected.find(group.key);
    ASSERT_NE(found, expected.end()) << group.key;
    const Sums& sums = found->second;
    EXPECT_EQ(group.rows, sums.rows) << group.key;
    EXPECT_EQ(group.sums[0]->value(), static_cast<double>(sums.cents) / 100) << group.key;
    EXPECT_EQ(group.sums[1]->value(), static_cast<double>(sums.clicks)) << group.key;
    EXPECT_EQ(group.sums[2]->value(), static_cast<double>(sums.leads)) << group.key;
  }
}

void expectLines(const Export& result, const Lines& lines) {
  ASSERT_EQ(result.tableFault, TableFault::none);
  ASSERT_EQ(result.fault, ExportFault::none);
  ASSERT_EQ(result.figures,
            (std::vector<Meaning>{Meaning::spend, Meaning::clicks, Meaning::leads}));
  expectGroups(result, By::all, summed(lines, [](const Line&) { return std::string(); }));
  expectGroups(result, By::campaign, summed(lines, [](const Line& line) { return line.campaign; }));
  expectGroups(result, By::day, summed(lines, [](const Line& line) {
                 return "2026-08-" + std::to_string(100 + line.day).substr(1);
               }));
}

void forTables(const std::function<void(Random&, const Lines&, const Dialect&)>& check) {
  const char* given = std::getenv("ROI_SEED");
  const std::uint64_t first = given ? std::strtoull(given, nullptr, 10) : 20261129;
  for (std::uint64_t seed = first; seed < first + kTables; ++seed) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    Random random(seed);
    const Lines lines = randomLines(random);
    const Dialect dialect = randomDialect(random);
    SCOPED_TRACE(written(lines, dialect));
    check(random, lines, dialect);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(ExportProperty, AnyTableInAnyDialect_ReadsBack) {
  forTables([](Random&, const Lines& lines, const Dialect& dialect) {
    expectLines(read(encoded(written(lines, dialect), dialect)), lines);
  });
}

TEST(ExportProperty, SplittingTheBytesAnywhere_ChangesNoSum) {
  forTables([](Random& random, const Lines& lines, const Dialect& dialect) {
    expectLines(read(encoded(written(lines, dialect), dialect), [&] { return random() % 40; }),
                lines);
  });
}

TEST(ExportProperty, ShufflingRows_ChangesNoSum) {
  forTables([](Random& random, const Lines& lines, const Dialect& dialect) {
    Lines shuffled = lines;
    for (std::size_t i = shuffled.size(); i > 1; --i) {
      std::swap(shuffled[i - 1], shuffled[random() % i]);
    }
    expectLines(read(encoded(written(shuffled, dialect), dialect)), lines);
  });
}

TEST(ExportProperty, AddingATotal_ChangesNoSum) {
  forTables([](Random& random, const Lines& lines, const Dialect& dialect) {
    const Sums sums = summed(lines, [](const Line&) { return std::string(); })[""];
    const std::vector<std::vector<std::string>> heads = {{"Total", ""},
                                                         {"", "Total général"},
                                                         {"", ""},
                                                         {"--", "Grand total"},
                                                         {"", "Whole account"}};
    std::vector<std::string> total = one(random, heads);
    total.push_back(money(sums.cents, dialect));
    total.push_back(grouped(sums.clicks, dialect.group));
    total.push_back(std::to_string(sums.leads));
    const Export result = read(encoded(written(lines, dialect, total), dialect));
    expectLines(result, lines);
    ASSERT_TRUE(result.total);
    EXPECT_TRUE(result.total->differences.empty());
  });
}

}  // namespace
}  // namespace roi::test::export_test
