#include "json/schema.h"

#include <algorithm>

#include "json/schema_text.h"  // generated from core/contract/scenario.schema.json
#include "json/validator.h"

namespace roi::json {
namespace {

const Tree& contract() {
  static const Tree tree = std::get<Tree>(parseTree(schemaText()));
  return tree;
}

const Tree& resolved(const Tree& schema) {
  constexpr std::size_t kPrefix = std::string_view("#/$defs/").size();
  const Tree* reference = schema.find("$ref");
  return reference
             ? *contract().find("$defs")->find(std::string_view(reference->text).substr(kPrefix))
             : schema;
}

bool isPlaceInList(std::string_view part) {
  const bool areDigits =
      std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  return part == "*" || (areDigits && !part.empty() && (part == "0" || part.front() != '0'));
}

/// What the contract says of a part of what it says something of; nullptr where that has no parts.
const Tree* schemaOf(std::string_view part, const Tree& whole) {
  if (const Tree* properties = whole.find("properties")) {
    const Tree* others = whole.find("additionalProperties");
    const Tree* named = properties->find(part);
    return named || !others || others->kind != Tree::Kind::object ? named : others;
  }
  const Tree* items = whole.find("items");
  return items && isPlaceInList(part) ? items : nullptr;
}

}  // namespace

std::string_view schemaText() { return kSchemaText; }

Errors differences(const Tree& tree, const std::string& path) {
  Validator validator(contract(), path);
  validator.check(tree, contract(), {});
  return std::move(validator).errors();
}

const Tree* schemaAt(std::string_view pointer) {
  const Tree* schema = pointer.empty() ? nullptr : &contract();
  while (schema && !pointer.empty()) {
    if (pointer.front() != '/') return nullptr;
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    schema = schemaOf(pointer.substr(1, end - 1), *schema);
    if (schema) schema = &resolved(*schema);
    pointer.remove_prefix(end);
  }
  return schema;
}

bool isOfNumbers(const Tree& schema) {
  const Tree* alternatives = schema.find("anyOf");
  const Tree* type = resolved(alternatives ? alternatives->items.front() : schema).find("type");
  return type && type->text == "number";
}

Errors valueDifferences(const Tree& value, const Tree& schema, const std::string& path) {
  Validator validator(contract(), path);
  validator.check(value, schema, {});
  return std::move(validator).errors();
}

}  // namespace roi::json
