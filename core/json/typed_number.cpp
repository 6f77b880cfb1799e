#include "json/typed_number.h"

namespace roi::json {
namespace {

std::string* markNamed(NumberMarks& marks, std::string_view name) {
  if (name == "decimal") return &marks.decimal;
  if (name == "group") return &marks.group;
  if (name == "percent") return &marks.percent;
  if (name == "minus") return &marks.minus;
  return name == "digits" ? &marks.digits : nullptr;
}

}  // namespace

Errors readMarks(const Tree& tree, NumberMarks& marks) {
  if (tree.kind != Tree::Kind::object) return {{ErrorCode::fieldType, "/marks", "object"}};
  Errors errors;
  for (std::size_t i = 0; i < tree.keys.size(); ++i) {
    const Tree& item = tree.items[i];
    const std::string path = childPath("/marks", tree.keys[i]);
    std::string* mark = markNamed(marks, tree.keys[i]);
    if (mark && item.kind == Tree::Kind::string) {
      *mark = item.text;
    } else if (mark) {
      errors.push_back({ErrorCode::fieldType, path, "string"});
    } else if (tree.keys[i] != "currency") {
      errors.push_back({ErrorCode::fieldUnknown, path, tree.keys[i]});
    } else if (item.kind != Tree::Kind::array) {
      errors.push_back({ErrorCode::fieldType, path, "array"});
    } else {
      for (const Tree& name : item.items) marks.currency.push_back(name.text);
    }
  }
  return errors;
}

void writeFields(Writer& out, const TypedNumber& number) {
  if (!number.isRange()) {
    out.key("value").number(number.likely);
    return;
  }
  out.key("low").number(number.low);
  if (number.likelyGiven) out.key("likely").number(number.likely);
  out.key("high").number(number.high);
}

}  // namespace roi::json
