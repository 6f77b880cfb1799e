#pragma once
// Holds a tree against a contract, by the keywords that the contract of documents uses.

#include <algorithm>
#include <string>
#include <string_view>

#include "json/tree.h"
#include "json/writer.h"
#include "roi/verdict.h"

namespace roi::json {

inline std::string_view typeName(Tree::Kind kind) {
  switch (kind) {
    case Tree::Kind::null: return "null";
    case Tree::Kind::boolean: return "boolean";
    case Tree::Kind::number: return "number";
    case Tree::Kind::string: return "string";
    case Tree::Kind::array: return "array";
    case Tree::Kind::object: return "object";
  }
  return {};
}

inline std::string shown(double number) {
  const auto whole = static_cast<long long>(number);
  if (static_cast<double>(whole) == number) return std::to_string(whole);
  Writer out;
  out.number(number);
  return std::move(out).take();
}

inline bool isId(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

inline bool isCurrency(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

inline bool hasFormat(const std::string& text, std::string_view format) {
  if (format == "date") return dayNumber(text).has_value();
  return format == "currency" ? isCurrency(text) : isId(text);
}

/// Characters of a UTF-8 text.
inline std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// Where a check stands; written out only when there is something to report.
struct Path {
  const Path* parent = nullptr;
  std::string_view key;
  std::size_t index = 0;

  Path operator[](std::string_view name) const { return {this, name, 0}; }
  Path operator[](std::size_t item) const { return {this, {}, item}; }

  std::string text(const std::string& root) const {
    if (!parent) return root;
    return childPath(parent->text(root), key.data() ? std::string(key) : std::to_string(index));
  }
};

class Validator {
 public:
  Validator(const Tree& contract, std::string root) : contract_(contract), root_(std::move(root)) {}
  virtual ~Validator() = default;

  virtual void check(const Tree& tree, const Tree& schema, const Path& path) {
    if (const Tree* reference = schema.find("$ref")) {
      return check(tree, definition(reference->text), path);
    }
    if (const Tree* alternatives = schema.find("anyOf")) return any(tree, *alternatives, path);
    if (const Tree* choices = schema.find("enum")) return choice(tree, *choices, path);
    if (const Tree* constant = schema.find("const")) return same(tree, *constant, path);
    const Tree* type = schema.find("type");
    if (type->text != typeName(tree.kind)) {
      return report(ErrorCode::fieldType, path, type->text);
    }
    switch (tree.kind) {
      case Tree::Kind::number: return number(tree, schema, path);
      case Tree::Kind::string: return string(tree, schema, path);
      case Tree::Kind::array: return array(tree, schema, path);
      case Tree::Kind::object: return object(tree, schema, path);
      default: return;
    }
  }

  Errors errors() && { return std::move(errors_); }

 protected:
  void report(ErrorCode code, const Path& path, std::string detail) {
    addError(errors_, {code, path.text(root_), std::move(detail)});
  }

  const Tree& definition(std::string_view reference) const {
    return *contract_.find("$defs")->find(reference.substr(std::string_view("#/$defs/").size()));
  }

  const Tree& resolved(const Tree& schema) const {
    const Tree* reference = schema.find("$ref");
    return reference ? definition(reference->text) : schema;
  }

  /// Whether a tree has an alternative's type and all it requires.
  static bool fits(const Tree& tree, const Tree& schema) {
    if (schema.find("type")->text != typeName(tree.kind)) return false;
    const Tree* required = schema.find("required");
    return !required || std::all_of(required->items.begin(), required->items.end(),
                                    [&](const Tree& name) { return tree.find(name.text); });
  }

  /// Alternatives differ in type or in what they require: the tree is held against the one it fits.
  void any(const Tree& tree, const Tree& alternatives, const Path& path) {
    std::string types;
    for (const Tree& alternative : alternatives.items) {
      const Tree& schema = resolved(alternative);
      if (fits(tree, schema)) return check(tree, schema, path);
      types += (types.empty() ? "" : ", ") + schema.find("type")->text;
    }
    report(ErrorCode::fieldType, path, types);
  }

  void choice(const Tree& tree, const Tree& choices, const Path& path) {
    std::string names;
    for (const Tree& one : choices.items) {
      if (tree.kind == Tree::Kind::string && tree.text == one.text) return;
      names += (names.empty() ? "" : ", ") + one.text;
    }
    const bool isText = tree.kind == Tree::Kind::string;
    report(isText ? ErrorCode::fieldChoice : ErrorCode::fieldType, path, names);
  }

  /// The only constant is the version.
  void same(const Tree& tree, const Tree& constant, const Path& path) {
    if (tree.kind != Tree::Kind::number) return report(ErrorCode::fieldType, path, "number");
    if (tree.number == constant.number) return;
    const bool newer = tree.number > constant.number;
    report(newer ? ErrorCode::versionNewer : ErrorCode::fieldChoice, path, shown(constant.number));
  }

  void number(const Tree& tree, const Tree& schema, const Path& path) {
    if (const Tree* least = schema.find("minimum"); least && tree.number < least->number) {
      report(ErrorCode::fieldMinimum, path, shown(least->number));
    }
    if (const Tree* most = schema.find("maximum"); most && tree.number > most->number) {
      report(ErrorCode::fieldMaximum, path, shown(most->number));
    }
  }

  static bool within(std::size_t count, const Tree& schema, std::string_view least,
                     std::string_view most) {
    const Tree* low = schema.find(least);
    const Tree* high = schema.find(most);
    const auto n = static_cast<double>(count);
    return (!low || n >= low->number) && (!high || n <= high->number);
  }

  static std::string limits(const Tree& schema, std::string_view least, std::string_view most) {
    const Tree* low = schema.find(least);
    const Tree* high = schema.find(most);
    return (low ? shown(low->number) : "0") + ".." + (high ? shown(high->number) : "");
  }

  void string(const Tree& tree, const Tree& schema, const Path& path) {
    if (!within(length(tree.text), schema, "minLength", "maxLength")) {
      return report(ErrorCode::fieldLength, path, limits(schema, "minLength", "maxLength"));
    }
    const Tree* format = schema.find("format");
    if (format && !hasFormat(tree.text, format->text)) {
      report(ErrorCode::fieldFormat, path, format->text);
    }
  }

  void array(const Tree& tree, const Tree& schema, const Path& path) {
    if (!within(tree.items.size(), schema, "minItems", "maxItems")) {
      report(ErrorCode::fieldCount, path, limits(schema, "minItems", "maxItems"));
    }
    const Tree& items = resolved(*schema.find("items"));
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
      check(tree.items[i], items, path[i]);
    }
  }

  void object(const Tree& tree, const Tree& schema, const Path& path) {
    const Tree& properties = *schema.find("properties");
    const Tree* others = schema.find("additionalProperties");
    const bool takesOthers = others && others->kind == Tree::Kind::object;
    if (const Tree* required = schema.find("required")) {
      for (const Tree& name : required->items) {
        if (!tree.find(name.text)) {
          report(ErrorCode::fieldRequired, path[name.text], name.text);
        }
      }
    }
    for (std::size_t i = 0; i < tree.keys.size(); ++i) {
      const Path child = path[tree.keys[i]];
      if (const Tree* property = properties.find(tree.keys[i])) {
        check(tree.items[i], *property, child);
      } else if (takesOthers) {
        check(tree.items[i], *others, child);
      } else {
        report(ErrorCode::fieldUnknown, child, tree.keys[i]);
      }
    }
  }

  const Tree& contract_;
  std::string root_;
  Errors errors_;
};

}  // namespace roi::json
