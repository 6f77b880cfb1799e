// How values of tracking links are written.

#include <algorithm>

#include "roi/characters.h"
#include "roi/tracking_link.h"

namespace roi {
namespace {

using Text = std::string_view;
using enum LinkParameter;

/// Latin, Greek and Cyrillic letters as small ones.
char32_t smallOf(char32_t code) {
  const auto isIn = [code](char32_t first, char32_t last) { return code >= first && code <= last; };
  if (isIn('A', 'Z') || (isIn(0xC0, 0xDE) && code != 0xD7) || isIn(0x391, 0x3A9)) return code + 32;
  if (isIn(0x410, 0x42F)) return code + 32;
  if (isIn(0x400, 0x40F)) return code + 80;
  if (code == 0x130) return 'i';
  if (code == 0x178) return 0xFF;
  const bool isOddCapital = isIn(0x139, 0x148) || isIn(0x179, 0x17E);
  if (isOddCapital) return code % 2 == 1 ? code + 1 : code;
  const bool isEvenCapital = isIn(0x100, 0x137) || isIn(0x14A, 0x177);
  return isEvenCapital && code % 2 == 0 ? code + 1 : code;
}

bool isApostrophe(char32_t code) { return code == '\'' || code == 0x2018 || code == 0x2019; }

/// A letter without its accent, in its own size; a typographic dash or apostrophe as a typed one.
void appendPlain(std::string& out, char32_t code) {
  if (code >= 0x2010 && code <= 0x2014) code = '-';
  if (isApostrophe(code)) code = '\'';
  const char32_t small = smallOf(code);
  const Text letters = small == 0xE6 ? "ae" : small == 0x153 ? "oe" : small == 0xDF ? "ss" : Text();
  const char bare = bareLetter(code);
  const std::size_t from = out.size();
  if (!letters.empty()) {
    out += letters;
  } else if (bare != 0) {
    out += bare;
  } else {
    return appendCode(out, code);
  }
  if (small != code) out[from] = static_cast<char>(out[from] - 32);
}

bool isAccent(char32_t code) { return code >= 0x300 && code < 0x370; }
bool isGap(char32_t code) { return isSpace(code) || code < ' ' || code == 0x7F; }

/// Without spaces at its ends and marks that nobody sees.
std::string cleaned(Text value, const NamingRules& rules) {
  const bool partsApostrophes = rules.isPlain && rules.separator != 0;
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    char32_t code = codeAt(value, at);
    if (isInvisible(code) || (rules.isPlain && isAccent(code))) continue;
    if (rules.isLower) code = smallOf(code);
    if (isGap(code) || (partsApostrophes && isApostrophe(code))) {
      out += ' ';
    } else if (rules.isPlain) {
      appendPlain(out, code);
    } else {
      appendCode(out, code);
    }
  }
  out.erase(out.find_last_not_of(' ') + 1);
  out.erase(0, std::min(out.find_first_not_of(' '), out.size()));
  return out;
}

/// Spaces, and marks among them, as one separator; in names of one's own other marks as well.
std::string separated(Text value, char separator, bool isOwnName) {
  constexpr Text kMarks = " _-";
  std::string out;
  while (!value.empty()) {
    const std::size_t run = std::min(value.find_first_not_of(kMarks), value.size());
    const Text marks = value.substr(0, run);
    const bool hasSpace = marks.find(' ') != Text::npos;
    const bool hasOther = marks.find_first_not_of(separator) != Text::npos;
    if (hasSpace || (isOwnName && hasOther)) {
      out += separator;
    } else {
      out += marks;
    }
    value.remove_prefix(run);
    const std::size_t word = std::min(value.find_first_of(kMarks), value.size());
    out += value.substr(0, word);
    value.remove_prefix(word);
  }
  return out;
}

/// The allowed value that is meant, or the value.
std::string allowedFor(std::string value, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
  const std::string key = spellingKey(value);
  const auto meant = std::find_if(allowed.begin(), allowed.end(), [&](const std::string& one) {
    return !key.empty() && spellingKey(one) == key;
  });
  return meant == allowed.end() ? value : *meant;
}

}  // namespace

std::string spellingKey(Text value) {
  std::string key;
  for (const char c : cleaned(value, {.isLower = true, .isPlain = true})) {
    const bool isMark =
        static_cast<unsigned char>(c) < 0x80 && !isLetter(c) && (c < '0' || c > '9');
    if (!isMark) key += c;
  }
  return key;
}

std::string named(Text value, LinkParameter parameter, const NamingRules& rules) {
  const auto& allowed = rules.allowed[static_cast<std::size_t>(parameter)];
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return std::string(value);
  if (parameter == id || parameter == sourcePlatform)
    return allowedFor(cleaned(value, {}), allowed);
  const bool isOwnName = parameter == campaign || parameter == content;
  const std::string clean = cleaned(value, rules);
  return allowedFor(rules.separator ? separated(clean, rules.separator, isOwnName) : clean,
                    allowed);
}

}  // namespace roi
