#include "json/tree.h"

namespace roi::json {

const Tree* Tree::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return &items[i];
  }
  return nullptr;
}

void addError(Errors& errors, Error error) {
  if (errors.size() < kMaxErrors) {
    errors.push_back(std::move(error));
  } else if (errors.size() == kMaxErrors) {
    errors.push_back({ErrorCode::errorsMore, {}, std::to_string(kMaxErrors)});
  }
}

std::string childPath(const std::string& path, std::string_view key) {
  std::string child;
  child.reserve(path.size() + key.size() + 2);
  child.append(path).append(1, '/');
  if (key.find_first_of("~/") == std::string_view::npos) return child.append(key);
  for (const char c : key) {
    if (c == '~') {
      child += "~0";
    } else if (c == '/') {
      child += "~1";
    } else {
      child += c;
    }
  }
  return child;
}

std::size_t placeNamed(std::string_view digits) {
  std::size_t place = 0;
  for (const char digit : digits) place = place * 10 + static_cast<std::size_t>(digit - '0');
  return place;
}

}  // namespace roi::json
