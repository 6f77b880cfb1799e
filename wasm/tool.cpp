// Answers the calls of one tool that stands alone in someone else's page, and no others. The
// request stands in one place that whoever calls writes to; each call puts its reply there, and
// says how long it is. core/docs/decisions/0031-tools-alone.md

#include <emscripten/em_macros.h>

#include <cstddef>
#include <string>

#include "json/api.h"
#include "json/tool_calls.h"  // generated: ROI_TOOL_CALLS

namespace {

std::string& written() {
  static std::string one;
  return one;
}

}  // namespace

extern "C" {

/// Where the next so many bytes are written to.
EMSCRIPTEN_KEEPALIVE char* place(std::size_t bytes) {
  written().resize(bytes);
  return written().data();
}

#define ROI_CALL(name)                      \
  EMSCRIPTEN_KEEPALIVE std::size_t name() { \
    written() = roi::json::name(written()); \
    return written().size();                \
  }
ROI_TOOL_CALLS(ROI_CALL)
#undef ROI_CALL

}  // extern "C"
