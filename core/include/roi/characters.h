#pragma once
// Characters of well-formed UTF-8.

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace roi {

/// The code point that begins at a byte, which is moved behind it.
inline char32_t codeAt(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t code = length == 1 ? first : first & (0x7FU >> length);
  for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
    code = code << 6 | (byte(at + i) & 0x3FU);
  at = std::min(at + length, text.size());
  return code;
}

/// The same the other way: a code point as UTF-8.
inline void appendCode(std::string& text, char32_t code) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) {
    put(0xC0 | code >> 6);
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
  }
  put(0x80 | (code & 0x3F));
}

inline bool isSpace(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0xA0 || code == 0x202F ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x3000;
}
inline bool isInvisible(char32_t code) {
  return (code >= 0x200B && code <= 0x200F) || code == 0xFEFF || code == 0xAD || code == 0x2060;
}

/// Of a word: a letter of any script, or a mark on one; no currency, no sign, no punctuation.
inline bool isLetter(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  const bool isSign = code < 0xC0 || code == 0xD7 || code == 0xF7 ||
                      (code >= 0x2000 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x3003);
  const bool isOrdinal = code == 0xAA || code == 0xB5 || code == 0xBA;
  return !isSign || isOrdinal;
}

/// Capitals of ASCII as small letters.
inline std::string smallLetters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

/// The letters of U+00C0 to U+017F without their accents; of those that have no such twin, "?".
inline constexpr std::string_view kBareLetters =
    "aaaaaa?ceeeeiiii?nooooo?ouuuuy?\?aaaaaa?ceeeeiiii?nooooo?ouuuuy?yaaaaaaccccccccdd"
    "ddeeeeeeeeeegggggggghhhhiiiiiiiiii?\?jjkk?llllllllllnnnnnn?\??oooooo?\?rrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A Latin letter with an accent without it, as a small one; 0: it is none.
inline char bareLetter(char32_t code) {
  const bool hasTwin =
      code >= 0xC0 && code < 0xC0 + kBareLetters.size() && kBareLetters[code - 0xC0] != '?';
  return hasTwin ? kBareLetters[code - 0xC0] : '\0';
}

}  // namespace roi
