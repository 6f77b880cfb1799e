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
  mustAnswer(roi::json::migrate(text));
  mustAnswer(roi::json::explain(text));
  const auto about = [&](const std::string& fields) {
    return "{" + fields + R"("trials":512,"document":)" + text + "}";
  };
  mustAnswer(roi::json::explain(R"({"metric":"roi","document":)" + text + "}"));
  mustAnswer(roi::json::readNumber(text));
  mustAnswer(roi::json::widen(text));
  mustAnswer(roi::json::simulate(text));
  mustAnswer(roi::json::simulate(about(R"("histograms":true,"against":"a",)")));
  mustAnswer(roi::json::sensitivity(about(R"("metric":"profit",)")));
  mustAnswer(roi::json::solve(
      about(R"("metric":"profit","target":0,"input":"/scenarios/0/channels/0/leads",)")));
  mustAnswer(roi::json::cashFlow(about(R"("channels":true,)")));
  mustAnswer(roi::json::compare(R"({"from":"a","to":"b","document":)" + text + "}"));
  mustAnswer(roi::json::splitBudget(about("")));
  return 0;
}
