#include "json/wire.h"

#include "json/schema.h"
#include "json/validator.h"
#include "roi/metric.h"

namespace roi::json {
namespace {

bool isErrorCode(std::string_view name) {
  for (std::size_t i = 0; i < kErrorCodes; ++i) {
    if (text(static_cast<ErrorCode>(i)) == name) return true;
  }
  return false;
}

bool isUnit(std::string_view name) {
  for (const Unit unit : {Unit::count, Unit::money, Unit::rate, Unit::ratio, Unit::months}) {
    if (text(unit) == name) return true;
  }
  return false;
}

/// Whether a name is one of those a format stands for.
bool isNameOf(std::string_view name, std::string_view format) {
  if (format == "errorCode") return isErrorCode(name);
  if (format == "unit") return isUnit(name);
  const bool maybeOwn = format == "figureName" || format == "resultName";
  if (maybeOwn && name.starts_with("own:")) return true;
  const std::optional<Metric> metric = metricById(name);
  if (!metric) return false;
  if (format == "figureName") return true;
  if (format == "resultMetric" || format == "resultName") return isResult(*metric);
  return format == "metric" || info(*metric).category == Category::goal;
}

/// Texts that documents hold as well.
bool isOfDocuments(std::string_view format) { return format == "date" || format == "id"; }

class WireValidator : public Validator {
 public:
  using Validator::Validator;

  void check(const Tree& tree, const Tree& schema, const Path& path) override {
    const Tree* reference = schema.find("$ref");
    if (reference && reference->text == "scenario.schema.json") return document(tree, path);
    if (schema.find("propertyNames")) return named(tree, schema, path);
    if (const Tree* constant = schema.find("const")) return flag(tree, *constant, path);
    const Tree* format = schema.find("format");
    if (format && !isOfDocuments(format->text)) return name(tree, format->text, path);
    Validator::check(tree, schema, path);
  }

 private:
  void document(const Tree& tree, const Path& path) {
    for (Error& error : differences(tree, path.text(root_))) addError(errors_, std::move(error));
  }

  void flag(const Tree& tree, const Tree& constant, const Path& path) {
    if (tree.kind != constant.kind) return report(ErrorCode::fieldType, path, "boolean");
    if (tree.flag != constant.flag) report(ErrorCode::fieldChoice, path, {});
  }

  void name(const Tree& tree, const std::string& format, const Path& path) {
    if (tree.kind != Tree::Kind::string) return report(ErrorCode::fieldType, path, "string");
    if (!isNameOf(tree.text, format)) report(ErrorCode::fieldFormat, path, format);
  }

  /// A field for each name of a format, or for some of them, each with a value of one form.
  void named(const Tree& tree, const Tree& schema, const Path& path) {
    if (tree.kind != Tree::Kind::object) return report(ErrorCode::fieldType, path, "object");
    const std::string& format = resolved(*schema.find("propertyNames")).find("format")->text;
    for (std::size_t i = 0; i < tree.keys.size(); ++i) {
      const Path child = path[tree.keys[i]];
      if (!isNameOf(tree.keys[i], format)) report(ErrorCode::fieldUnknown, child, tree.keys[i]);
      check(tree.items[i], *schema.find("additionalProperties"), child);
    }
    for (std::size_t i = 0; schema.find("complete") && i < kMetrics; ++i) {
      const std::string id(info(static_cast<Metric>(i)).id);
      const bool isMissing = isNameOf(id, format) && !tree.find(id);
      if (isMissing) report(ErrorCode::fieldRequired, path[id], id);
    }
  }
};

}  // namespace

Errors wireDifferences(const Tree& tree, const Tree& contract, std::string_view definition) {
  WireValidator validator(contract, {});
  validator.check(tree, *contract.find("$defs")->find(definition), {});
  return std::move(validator).errors();
}

}  // namespace roi::json
