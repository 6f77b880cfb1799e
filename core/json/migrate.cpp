#include "json/migrate.h"

#include <algorithm>

namespace roi::json {
namespace {

const Tree* versionOf(const Tree& document) {
  const Tree* version = document.find("schemaVersion");
  return version && version->kind == Tree::Kind::number ? version : nullptr;
}

/// The part of a tree that a pointer of the codec's leads to; ids of fields hold no / nor ~.
Tree& partAt(Tree& tree, std::string_view pointer) {
  if (pointer.empty()) return tree;
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view key = pointer.substr(1, end - 1);
  const bool isObject = tree.kind == Tree::Kind::object;
  const auto at = isObject
                      ? static_cast<std::size_t>(
                            std::find(tree.keys.begin(), tree.keys.end(), key) - tree.keys.begin())
                      : placeNamed(key);
  return partAt(tree.items[at], pointer.substr(end));
}

void add(Tree& object, std::string key, Tree value) {
  object.keys.push_back(std::move(key));
  object.items.push_back(std::move(value));
}

/// A bare number as the figure that may say more.
Tree asObject(Tree figure) {
  if (figure.kind == Tree::Kind::object) return figure;
  Tree object;
  object.kind = Tree::Kind::object;
  add(object, "value", std::move(figure));
  return object;
}

}  // namespace

bool isOlder(const Tree& document) {
  const Tree* version = versionOf(document);
  return version && version->number == 1;
}

Tree migrated(Tree document) {
  // Version 2 only adds: a figure's note, n and origin.
  const auto at = std::find(document.keys.begin(), document.keys.end(), "schemaVersion");
  document.items[static_cast<std::size_t>(at - document.keys.begin())].number = 2;
  return document;
}

void mark(Tree& document, const Document& decoded, const std::string& origin) {
  Tree text;
  text.kind = Tree::Kind::string;
  text.text = origin;
  for (const DocumentScenario& one : decoded) {
    for (const Quantity& q : one.scenario.quantities) {
      if (q.scale == Scale::fixed || q.origin != Origin::visitor) continue;
      Tree& figure = partAt(document, q.pointer);
      figure = asObject(std::move(figure));
      add(figure, "origin", text);
    }
  }
}

}  // namespace roi::json
