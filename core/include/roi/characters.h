#pragma once
// Characters of well-formed UTF-8.

#include <algorithm>
#include <cstddef>
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

}  // namespace roi
