#include "json/schema.h"

#include "json/schema_text.h"  // generated from core/contract/scenario.schema.json
#include "json/validator.h"

namespace roi::json {
namespace {

const Tree& contract() {
  static const Tree tree = std::get<Tree>(parseTree(schemaText()));
  return tree;
}

}  // namespace

std::string_view schemaText() { return kSchemaText; }

Errors differences(const Tree& tree, const std::string& path) {
  Validator validator(contract(), path);
  validator.check(tree, contract(), {});
  return std::move(validator).errors();
}

}  // namespace roi::json
