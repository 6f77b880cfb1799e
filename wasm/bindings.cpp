// The calls of core/json/api.h for JavaScript: one JSON text in, one out. Nothing is decided here.

#include <emscripten/bind.h>

#include <string>

#include "json/api.h"

namespace {

std::string evaluate(const std::string& document) { return roi::json::evaluate(document); }
std::string explain(const std::string& request) { return roi::json::explain(request); }
std::string readNumber(const std::string& request) { return roi::json::readNumber(request); }
std::string schema() { return std::string(roi::json::schema()); }

}  // namespace

EMSCRIPTEN_BINDINGS(roi) {
  emscripten::function("evaluate", &evaluate);
  emscripten::function("explain", &explain);
  emscripten::function("readNumber", &readNumber);
  emscripten::function("describe", &roi::json::describe);
  emscripten::function("schema", &schema);
}
