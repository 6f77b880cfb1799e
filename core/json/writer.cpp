#include "json/writer.h"

#include <nlohmann/json.hpp>

namespace roi::json {

void Writer::separate() {
  if (!fresh_) out_ += ',';
  fresh_ = false;
}

void Writer::quote(std::string_view value) { out_ += nlohmann::json(value).dump(); }

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
  out_ += nlohmann::json(value).dump();
  return *this;
}

Writer& Writer::flag(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

Writer& Writer::figure(const Figure<>& value) {
  if (value.defined()) return number(value.value);
  return open('{').key("undefined").text(roi::text(value.why)).close('}');
}

}  // namespace roi::json
