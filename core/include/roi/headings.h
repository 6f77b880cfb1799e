#pragma once
// How platforms name their columns, what only one of them writes, and how totals call themselves.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "roi/platform.h"

namespace roi {

struct Heading {
  Platform platform;
  std::string_view language;
  Meaning meaning;
  std::string_view names;  ///< between bars, the best first
};
std::vector<Heading> headings();

/// What a platform is known by: a heading, or how a line above the headings begins; normalised.
struct Signature {
  enum class Where : std::uint8_t { heading, line };

  Platform platform;
  Where where;
  std::string_view text;
};
std::span<const Signature> signatures();

/// One plain space where there is any, none at the ends, and no invisible marks.
std::string onOneLine(std::string_view text);
/// Small letters without accents, one plain space between words, straight apostrophes.
std::string plainWords(std::string_view text);
/// At most so many bytes, and no half a character.
std::string_view cutText(std::string_view text, std::size_t most);
/// Nothing but spaces and invisible marks.
bool isBlank(std::string_view text);

/// The currency in a heading's last brackets, as it stands there; else empty.
std::string_view currencyIn(std::string_view heading);
/// Plain words, with a currency in brackets as "(¤)": headings are compared so.
std::string normalised(std::string_view heading);

/// "Total", "Grand total", "Average": just that.
bool isTotalWord(std::string_view cell);
/// The same, or "Total : Campagnes", "Total of 4 results".
bool isTotalLabel(std::string_view cell);
/// Of those, what never is the sum of all: "Subtotal", "Average".
bool isPartLabel(std::string_view label);
/// "Total Google", "Google Total": a total, or a name.
bool mayNameTotal(std::string_view cell);

/// One of the things a name means.
struct KnownName {
  Platform platform;
  Meaning meaning;
  std::uint8_t rank;  ///< among the names of its meaning: 0 is the best
  std::string_view language;
};

/// How near a meaning is to a platform: its own, that of tables made by hand, another's.
int distance(const KnownName& name, Platform platform);

/// All names of all platforms.
class HeadingNames {
 public:
  HeadingNames();

  /// What a heading may mean; nothing if it is not known.
  const std::vector<KnownName>* find(std::string_view heading) const;

 private:
  void add(const Heading& heading);
  const std::vector<KnownName>* withoutCurrency(std::string_view heading) const;

  std::map<std::string, std::vector<KnownName>, std::less<>> byName_;
  std::size_t longest_ = 0;
};

/// The best of what a heading may mean where a platform wrote it.
const KnownName& bestOf(const std::vector<KnownName>& known, Platform platform);

/// A row of headings, read.
struct HeadingRow {
  Platform platform = Platform::generic;
  std::vector<std::string> evidence;  ///< what only this platform writes
  std::string language = "en";        ///< of most headings; of English and French as many, English
  std::vector<ExportColumn> columns;
};

/// The platform is the one of a signature among headings and the lines above them, of several the
/// one most names are of; without any the table is made by hand. Of columns that mean the same, the
/// one with the best name is used; chosen ones come before.
HeadingRow readHeadings(const HeadingNames& names, const std::vector<std::string>& headings,
                        const std::vector<std::string>& preamble,
                        const std::vector<std::pair<std::size_t, Meaning>>& chosen);

}  // namespace roi
