// Any bytes at all are answered with a reply. Run: codec_fuzz tests/fuzz/corpus

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "json/api.h"
#include "json/request_fields.h"

namespace {

using roi::json::RequestField;
using Kind = roi::json::Tree::Kind;

void mustAnswer(const std::string& reply) {
  const bool begun = std::string_view(reply).starts_with(R"({"ok":)");
  if (!begun || !nlohmann::json::accept(reply)) __builtin_trap();
}

/// The plan that whatever is fuzzed is a brief of.
constexpr const char* kPlan = R"({"schemaVersion":2,"scenarios":[{"id":"p","currency":"EUR",
  "period":{"kind":"month"},"action":"lead","closeRate":0.1,"channels":[{"id":"a","leads":5}]}]})";

/// What documents of the corpus know by these names; of others, something of their kind.
std::string valueOf(const RequestField& field, const std::string& text, bool isOfBrief) {
  if (field.name == "brief") return text;
  if (field.name == "document") return isOfBrief ? kPlan : text;
  const bool hasOwn = text.find("\"saved\"") != std::string::npos;
  if (field.name == "metric") return hasOwn ? R"("own:saved")" : R"("profit")";
  if (field.name == "input") return R"("/scenarios/0/channels/0/leads")";
  if (field.name == "trials") return "512";
  if (field.kind == Kind::boolean) return "true";
  return field.kind == Kind::number ? "1" : R"("a")";
}

/// Of a scenario and channel that are named hardly any document knows; lists are left out.
bool isAsked(const RequestField& field, bool inFull) {
  const bool isList = field.kind == Kind::array;
  const bool isChosen = field.name == "scenario" || field.name == "channel";
  return field.isRequired || (inFull && !isList && !isChosen);
}

std::string requestOf(std::span<const RequestField> fields, const std::string& text, bool inFull) {
  std::string request;
  const bool isOfBrief = std::any_of(fields.begin(), fields.end(), [](const RequestField& field) {
    return field.name == "brief";
  });
  for (const RequestField& field : fields) {
    if (!isAsked(field, inFull)) continue;
    request += request.empty() ? "{\"" : ",\"";
    request += std::string(field.name) + "\":" + valueOf(field, text, isOfBrief);
  }
  return request + "}";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
#define ROI_FUZZ(name, command, file, words, fields, help)                \
  mustAnswer(roi::json::name(text));                                      \
  mustAnswer(roi::json::name(requestOf(roi::json::fields, text, false))); \
  mustAnswer(roi::json::name(requestOf(roi::json::fields, text, true)));
  ROI_CALLS(ROI_FUZZ)
#undef ROI_FUZZ
#define ROI_FUZZ(name, ...) mustAnswer(roi::json::name(text));
  ROI_EVIDENCE_CALLS(ROI_FUZZ)
#undef ROI_FUZZ
  return 0;
}
