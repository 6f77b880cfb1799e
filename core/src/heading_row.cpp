#include <algorithm>
#include <array>
#include <bitset>
#include <set>

#include "roi/headings.h"

namespace roi {
namespace {

using Text = std::string_view;
using Use = ExportColumn::Use;

std::size_t at(Platform platform) { return static_cast<std::size_t>(platform); }

/// What speaks for each platform.
struct Evidence {
  std::array<std::size_t, kPlatforms> names{};
  std::array<std::vector<std::string>, kPlatforms> signs;

  void add(Signature::Where where, const std::string& plain, const std::string& shown) {
    for (const Signature& one : signatures()) {
      const bool isHere = one.where == where;
      const bool isThis =
          where == Signature::Where::line ? plain.starts_with(one.text) : plain == one.text;
      if (isHere && isThis) signs[at(one.platform)].push_back(shown);
    }
  }
};

void tellPlatform(HeadingRow& row, const HeadingNames& names,
                  const std::vector<std::string>& headings,
                  const std::vector<std::string>& preamble) {
  Evidence evidence;
  for (const std::string& heading : headings) {
    std::bitset<kPlatforms> speaking;
    if (const std::vector<KnownName>* known = names.find(heading)) {
      for (const KnownName& one : *known) speaking.set(at(one.platform));
    }
    for (std::size_t i = 0; i < kPlatforms; ++i) evidence.names[i] += speaking[i];
    evidence.add(Signature::Where::heading, normalised(heading), heading);
  }
  for (const std::string& line : preamble) {
    evidence.add(Signature::Where::line, plainWords(line), line);
  }
  std::size_t best = at(Platform::generic);
  for (std::size_t i = 0; i < kPlatforms; ++i) {
    if (evidence.signs[i].empty()) continue;
    const bool isBetter = evidence.signs[best].empty() || evidence.names[i] > evidence.names[best];
    if (isBetter) best = i;
  }
  row.platform = static_cast<Platform>(best);
  row.evidence = std::move(evidence.signs[best]);
}

/// Which column has a meaning, and how good its name is: less is better.
struct Claim {
  std::size_t column;
  std::pair<int, std::uint8_t> rank;
};

void claim(HeadingRow& row, std::map<Meaning, Claim>& claims, std::size_t column,
           const KnownName& name) {
  const Claim mine{column, {distance(name, row.platform), name.rank}};
  const auto [held, isNew] = claims.emplace(name.meaning, mine);
  if (isNew) return;
  const bool isBetter = mine.rank < held->second.rank;
  row.columns[isBetter ? held->second.column : column].use = Use::second;
  if (isBetter) held->second = mine;
}

void tellLanguage(HeadingRow& row, const std::map<Text, std::size_t>& spoken) {
  const auto count = [&](Text language) {
    const auto found = spoken.find(language);
    return found == spoken.end() ? std::size_t{0} : found->second;
  };
  for (const Text first : {Text("en"), Text("fr")}) {
    if (count(first) > count(row.language)) row.language = first;
  }
  for (const auto& [language, headings] : spoken) {
    if (headings > count(row.language)) row.language = language;
  }
}

void giveMeanings(HeadingRow& row, const HeadingNames& names,
                  const std::vector<std::string>& headings) {
  constexpr std::size_t kMostShown = 400;
  std::map<Meaning, Claim> claims;
  std::map<Text, std::size_t> spoken;
  row.columns.assign(headings.size(), {});
  for (std::size_t i = 0; i < headings.size(); ++i) {
    ExportColumn& column = row.columns[i];
    column.heading = cutText(headings[i], kMostShown);
    const std::vector<KnownName>* known = names.find(headings[i]);
    if (!known) continue;
    const KnownName& best = bestOf(*known, row.platform);
    column.meaning = best.meaning;
    std::set<Text> languages;
    for (const KnownName& one : *known) {
      if (one.meaning == best.meaning) languages.insert(one.language);
    }
    for (const Text language : languages) ++spoken[language];
    const bool isUsed = contentOf(best.meaning) != Content::ignored;
    column.use = isUsed ? Use::used : Use::ignored;
    if (isUsed) claim(row, claims, i, best);
  }
  tellLanguage(row, spoken);
}

void choose(HeadingRow& row, std::size_t column, Meaning meaning) {
  if (column >= row.columns.size()) return;
  for (ExportColumn& other : row.columns) {
    if (other.meaning == meaning && other.use == Use::used) other.use = Use::second;
  }
  row.columns[column].meaning = meaning;
  row.columns[column].use = Use::used;
}

}  // namespace

HeadingRow readHeadings(const HeadingNames& names, const std::vector<std::string>& headings,
                        const std::vector<std::string>& preamble,
                        const std::vector<std::pair<std::size_t, Meaning>>& chosen) {
  HeadingRow row;
  tellPlatform(row, names, headings, preamble);
  giveMeanings(row, names, headings);
  for (const auto& [column, meaning] : chosen) choose(row, column, meaning);
  return row;
}

}  // namespace roi
