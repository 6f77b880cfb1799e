// Any bytes at all are answered with a reply. Run: codec_fuzz tests/fuzz/corpus

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "json/api.h"

namespace {

void mustAnswer(const std::string& reply) {
  const bool begun = std::string_view(reply).starts_with(R"({"ok":)");
  if (!begun || !nlohmann::json::accept(reply)) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  mustAnswer(roi::json::evaluate(text));
  mustAnswer(roi::json::explain(text));
  mustAnswer(roi::json::explain(R"({"metric":"roi","document":)" + text + "}"));
  mustAnswer(roi::json::readNumber(text));
  return 0;
}
