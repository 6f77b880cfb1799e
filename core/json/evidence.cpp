#include "json/evidence.h"

#include "json/evidence_text.h"  // generated from core/contract/evidence.schema.json
#include "json/validator.h"

namespace roi::json {

Errors evidenceErrors(const Tree& request, std::string_view definition) {
  static const Tree contract = std::get<Tree>(parseTree(kEvidenceText));
  Validator validator(contract, {});
  validator.check(request, *contract.find("$defs")->find(definition), {});
  return std::move(validator).errors();
}

}  // namespace roi::json
