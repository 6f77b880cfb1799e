#include "json/evidence.h"

#include "json/evidence_text.h"  // generated from core/contract/evidence.schema.json

namespace roi::json {
namespace {

double amount(const Tree& tree, const Path& path, Errors& errors) {
  const bool isTooSmall = tree.number > 0 && tree.number < kSmallestAmount;
  if (isTooSmall) addError(errors, {ErrorCode::fieldMinimum, path.text({}), "1e-9"});
  return tree.number;
}

Quantity typed(const Tree& tree, const Path& path, Scale scale, Errors& errors) {
  Quantity q;
  q.scale = scale;
  q.pointer = path.text({});
  if (tree.kind == Tree::Kind::number) {
    q.low = q.likely = q.high = amount(tree, path, errors);
    return q;
  }
  const Tree* likely = tree.find("likely");
  q.low = amount(*tree.find("low"), path["low"], errors);
  q.high = amount(*tree.find("high"), path["high"], errors);
  q.likelyGiven = likely != nullptr;
  if (likely) q.likely = amount(*likely, path["likely"], errors);
  return q;
}

}  // namespace

Errors evidenceErrors(const Tree& request, std::string_view definition) {
  static const Tree contract = std::get<Tree>(parseTree(kEvidenceText));
  Validator validator(contract, {});
  validator.check(request, *contract.find("$defs")->find(definition), {});
  return std::move(validator).errors();
}

std::optional<Quantity> readAmount(const Tree& tree, const Path& path, Scale scale,
                                   Errors& errors) {
  Outcome<Quantity> made = makeQuantity(typed(tree, path, scale, errors));
  if (Quantity* quantity = std::get_if<Quantity>(&made)) return std::move(*quantity);
  for (const Error& error : std::get<Errors>(made)) addError(errors, error);
  return std::nullopt;
}

}  // namespace roi::json
