#include <algorithm>

#include "roi/cell.h"
#include "roi/characters.h"
#include "roi/headings.h"

namespace roi {
namespace {

using Text = std::string_view;

constexpr bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A character as headings are compared; 0: as it stands.
char plainOf(char32_t code) {
  if (code < 0x80) return static_cast<char>(isCapital(static_cast<char>(code)) ? code + 32 : code);
  if (code == 0x2018 || code == 0x2019 || code == 0x02BC) return '\'';
  if (code >= 0x2010 && code <= 0x2014) return '-';
  if (code == 0xFF08) return '(';
  if (code == 0xFF09) return ')';
  return bareLetter(code);
}

constexpr Text kCode = "(¤)";

Text trimmed(Text text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

constexpr Text kParts[] = {"sous-total", "subtotal", "moyenne", "average", "mean", "mediane"};
constexpr Text kTotals[] = {
    "total",  "totals",   "grand total", "total general",  "all",    "tous",
    "toutes", "alle",     "todas",       "todos",          "sum",    "somme",
    "summe",  "gesamt",   "gesamtsumme", "gesamtergebnis", "totale", "totaal",
    "suma",   "ensemble", "overall",     "overall total",  "totaux", "total generale",
    "合計",   "総計",     "总计",        "總計",           "합계"};
constexpr Text kTotalsBeforeColon[] = {"total", "gesamt", "totale",    "totaal",
                                       "summe", "suma",   "sous-total"};

/// Most cells are none, and are seen not to be at a glance.
bool mayBeTotal(Text cell) {
  constexpr std::size_t kLongestLabel = 80;
  if (cell.size() < 2 || cell.size() > kLongestLabel) return false;
  if (cell[0] < 'A' || (cell[0] & 0x80)) return !isDigit(cell[0]);
  const char second = static_cast<char>(cell[1] | 0x20);
  switch (cell[0] | 0x20) {
    case 't': return second == 'o';
    case 's': return second == 'u' || second == 'o';
    case 'g': return second == 'e' || second == 'r';
    case 'a': return second == 'l' || second == 'v';
    case 'e': return second == 'n';
    case 'o': return second == 'v';
    case 'm': return second == 'o' || second == 'e';
    default: return false;
  }
}

bool mayEndTotal(char last) {
  switch (last | 0x20) {
    case 'l':
    case 's':
    case 't':
    case 'r': return true;
    default: return false;
  }
}

/// Without a colon at its end.
std::string plainLabel(Text cell) {
  std::string label = plainWords(cell);
  while (label.ends_with(':') || label.ends_with(' ')) label.pop_back();
  return label;
}

}  // namespace

std::string onOneLine(Text text) {
  std::string out;
  bool isApart = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t from = i;
    const char32_t code = codeAt(text, i);
    if (isInvisible(code)) continue;
    if (isSpace(code)) {
      isApart = !out.empty();
      continue;
    }
    if (isApart) out += ' ';
    isApart = false;
    out += text.substr(from, i - from);
  }
  return out;
}

std::string plainWords(Text text) {
  const std::string line = onOneLine(text);
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t from = i;
    const char plain = plainOf(codeAt(line, i));
    if (plain) {
      out += plain;
    } else {
      out.append(line, from, i - from);
    }
  }
  return out;
}

Text cutText(Text text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

bool isBlank(Text text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code = codeAt(text, i);
    if (!isSpace(code) && !isInvisible(code)) return false;
  }
  return true;
}

Text currencyIn(Text heading) {
  const std::size_t open = heading.rfind('(');
  const std::size_t shut = heading.find(')', std::min(open, heading.size()));
  if (open == Text::npos || shut == Text::npos) return {};
  const Text inside = heading.substr(open + 1, shut - open - 1);
  const bool isSign = isSharedSign(inside) || currencyOf(inside) != inside;
  return isCurrencyCode(inside) || isSign ? inside : Text{};
}

std::string normalised(Text heading) {
  const Text currency = currencyIn(heading);
  if (currency.empty()) return plainWords(heading);
  const auto from = static_cast<std::size_t>(currency.data() - heading.data()) - 1;
  std::string plain(heading);
  plain.replace(from, currency.size() + 2, kCode);
  return plainWords(plain);
}

bool isTotalWord(Text cell) {
  if (!mayBeTotal(cell)) return false;
  const std::string label = plainLabel(cell);
  return isPartLabel(label) ||
         std::find(std::begin(kTotals), std::end(kTotals), label) != std::end(kTotals);
}

bool isTotalLabel(Text cell) {
  if (!mayBeTotal(cell)) return false;
  if (isTotalWord(cell)) return true;
  const std::string label = plainLabel(cell);
  for (const Text total : kTotalsBeforeColon) {
    Text rest = label;
    if (!rest.starts_with(total)) continue;
    rest = trimmed(rest.substr(total.size()));
    if (rest.starts_with(':')) return true;
  }
  constexpr Text kOf = "total of ", kDe = "total de ";
  return (label.starts_with(kOf) || label.starts_with(kDe)) && label.size() > kOf.size() &&
         isDigit(label[kOf.size()]);
}

bool isPartLabel(Text label) {
  const std::string plain = plainWords(label);
  return std::any_of(std::begin(kParts), std::end(kParts),
                     [&](Text part) { return plain == part; });
}

bool mayNameTotal(Text cell) {
  constexpr Text kBefore[] = {"total ", "sous-total ", "subtotal ", "totale ", "totaal "};
  constexpr Text kBehind[] = {" total", " totals", " subtotal", " gesamt", "ergebnis"};
  if (cell.empty() || !(mayBeTotal(cell) || mayEndTotal(cell.back()))) return false;
  const std::string name = plainWords(cell);
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](Text word) { return name.starts_with(word); }) ||
         std::any_of(std::begin(kBehind), std::end(kBehind),
                     [&](Text word) { return name.ends_with(word); });
}

HeadingNames::HeadingNames() {
  for (const Heading& heading : headings()) add(heading);
  for (const auto& [name, known] : byName_) longest_ = std::max(longest_, name.size());
}

const std::vector<KnownName>* HeadingNames::find(Text heading) const {
  constexpr std::size_t kBytesMore = 3;  // of an accent, a no-break space, an invisible mark
  if (heading.empty() || heading.size() > kBytesMore * longest_) return nullptr;
  const auto found = byName_.find(normalised(heading));
  if (found != byName_.end()) return &found->second;
  return currencyIn(heading).empty() ? nullptr : withoutCurrency(heading);
}

void HeadingNames::add(const Heading& heading) {
  std::uint8_t rank = 0;
  for (Text rest = heading.names; !rest.empty(); ++rank) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    byName_[normalised(rest.substr(0, bar))].push_back(
        {heading.platform, heading.meaning, rank, heading.language});
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
}

/// "Cost (EUR)" is "Cost".
const std::vector<KnownName>* HeadingNames::withoutCurrency(Text heading) const {
  std::string name = normalised(heading);
  name.erase(name.rfind(kCode));
  while (!name.empty() && name.back() == ' ') name.pop_back();
  const auto found = byName_.find(name);
  return found == byName_.end() ? nullptr : &found->second;
}

int distance(const KnownName& name, Platform platform) {
  if (name.platform == platform) return 0;
  return name.platform == Platform::generic ? 1 : 2;
}

const KnownName& bestOf(const std::vector<KnownName>& known, Platform platform) {
  return *std::min_element(
      known.begin(), known.end(), [platform](const KnownName& a, const KnownName& b) {
        return std::pair(distance(a, platform), a.rank) < std::pair(distance(b, platform), b.rank);
      });
}

}  // namespace roi
