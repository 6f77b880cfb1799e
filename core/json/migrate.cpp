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

Tree* member(Tree& object, std::string_view key) {
  const auto at = std::find(object.keys.begin(), object.keys.end(), key);
  if (at == object.keys.end()) return nullptr;
  return &object.items[static_cast<std::size_t>(at - object.keys.begin())];
}

void drop(Tree& object, std::string_view key) {
  const auto at = std::find(object.keys.begin(), object.keys.end(), key);
  object.items.erase(object.items.begin() + (at - object.keys.begin()));
  object.keys.erase(at);
}

bool isSubscription(const Tree& holder) {
  const Tree* value = holder.find("value");
  const Tree* mode = value ? value->find("mode") : nullptr;
  return mode && mode->text == "subscription";
}

bool hasSubscriptions(const Tree& scenario) {
  const Tree* channels = scenario.find("channels");
  return isSubscription(scenario) ||
         (channels && std::any_of(channels->items.begin(), channels->items.end(), isSubscription));
}

/// ROAS was of the incremental revenue. Who stays of subscribers was said twice: churn says it.
void migrateScenario(Tree& scenario, const std::string& path, std::vector<MigrationNote>& notes) {
  Tree* goal = member(scenario, "goal");
  Tree* metric = goal ? member(*goal, "metric") : nullptr;
  if (metric && metric->text == "roas") {
    metric->text = "incrementalRoas";
    notes.push_back({path + "/goal/metric", "roas.incremental"});
  }
  Tree* time = member(scenario, "time");
  if (time && time->find("monthlyRetention") && hasSubscriptions(scenario)) {
    drop(*time, "monthlyRetention");
    notes.push_back({path + "/time/monthlyRetention", "retention.churn"});
  }
}

}  // namespace

bool isOlder(const Tree& document) {
  const Tree* version = versionOf(document);
  return version && version->number == 1;
}

Migrated migrated(Tree document) {
  Migrated result;
  member(document, "schemaVersion")->number = 2;
  if (Tree* scenarios = member(document, "scenarios")) {
    for (std::size_t i = 0; i < scenarios->items.size(); ++i) {
      migrateScenario(scenarios->items[i], "/scenarios/" + std::to_string(i), result.notes);
    }
  }
  result.document = std::move(document);
  return result;
}

void mark(Tree& document, const std::vector<Quantity>& figures, const std::string& origin) {
  Tree text;
  text.kind = Tree::Kind::string;
  text.text = origin;
  for (const Quantity& q : figures) {
    if (q.scale == Scale::fixed || q.origin != Origin::visitor) continue;
    Tree& figure = partAt(document, q.pointer);
    figure = asObject(std::move(figure));
    add(figure, "origin", text);
  }
}

}  // namespace roi::json
