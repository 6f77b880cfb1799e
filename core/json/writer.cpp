#include "json/writer.h"

#include <array>
#include <nlohmann/json.hpp>

namespace roi::json {

void Writer::separate() {
  if (!fresh_) out_ += ',';
  fresh_ = false;
}

/// Texts are well-formed UTF-8, for they were parsed or are ours: only JSON's own marks and
/// control characters need escaping.
void Writer::quote(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out_ += '"';
  std::size_t written = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    const bool isMark = value[i] == '"' || value[i] == '\\';
    if (byte >= 0x20 && !isMark) continue;
    out_.append(value, written, i - written);
    written = i + (isMark ? 0 : 1);
    if (isMark) {
      out_ += '\\';
    } else {
      out_.append("\\u00").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
    }
  }
  out_.append(value, written);
  out_ += '"';
}

Writer& Writer::open(char bracket) {
  separate();
  out_ += bracket;
  fresh_ = true;
  return *this;
}

Writer& Writer::close(char bracket) {
  out_ += bracket;
  fresh_ = false;
  return *this;
}

Writer& Writer::key(std::string_view name) {
  separate();
  quote(name);
  out_ += ':';
  fresh_ = true;
  return *this;
}

Writer& Writer::text(std::string_view value) {
  separate();
  quote(value);
  return *this;
}

Writer& Writer::number(double value) {
  separate();
  std::array<char, 64> digits{};
  const char* end = nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), value);
  out_.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
  return *this;
}

Writer& Writer::flag(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::null() {
  separate();
  out_ += "null";
  return *this;
}

Writer& Writer::tree(const Tree& value) {
  switch (value.kind) {
    case Tree::Kind::null: return null();
    case Tree::Kind::boolean: return flag(value.flag);
    case Tree::Kind::number: return number(value.number);
    case Tree::Kind::string: return text(value.text);
    case Tree::Kind::array: open('['); break;
    case Tree::Kind::object: open('{'); break;
  }
  const bool isObject = value.kind == Tree::Kind::object;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (isObject) key(value.keys[i]);
    tree(value.items[i]);
  }
  return close(isObject ? '}' : ']');
}

Writer& Writer::figure(const Figure<>& value) {
  if (value.defined()) return number(value.value);
  return open('{').key("undefined").text(roi::text(value.why)).close('}');
}

}  // namespace roi::json
