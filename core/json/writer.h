#pragma once
// Writes JSON by appending.

#include <string>
#include <string_view>

#include "json/tree.h"
#include "roi/figure.h"

namespace roi::json {

class Writer {
 public:
  Writer& open(char bracket);
  Writer& close(char bracket);
  Writer& key(std::string_view name);
  Writer& text(std::string_view value);
  Writer& number(double value);
  Writer& flag(bool value);
  Writer& null();
  Writer& figure(const Figure<>& value);
  Writer& tree(const Tree& value);
  std::string take() && { return std::move(out_); }

 private:
  void separate();
  void quote(std::string_view value);

  std::string out_;
  bool fresh_ = true;  ///< nothing stands yet in the open bracket, or a key has just been written
};

}  // namespace roi::json
