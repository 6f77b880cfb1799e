// Reads exports and answers about evidence: a module of its own, which is fetched when somebody
// brings an export, and whose memory goes with it. Bytes and texts stand in one place that whoever
// calls writes to and reads from. core/docs/decisions/0020-the-reader-apart.md

#include <emscripten/em_macros.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "json/api.h"

namespace {

struct Reading {
  std::string place;
  roi::ExportAnswers answers;
  roi::PathAnswers pathAnswers;
  std::unique_ptr<roi::json::ImportCall> call;
  std::unique_ptr<roi::json::AttributionCall> paths;  ///< instead, of conversion paths
};

Reading& reading() {
  static Reading one;
  return one;
}

}  // namespace

extern "C" {

/// Where the next so many bytes are written to.
EMSCRIPTEN_KEEPALIVE char* place(std::size_t bytes) {
  reading().place.resize(bytes);
  return reading().place.data();
}

/// The place holds an answer as roi/platform.h and roi/paths.h take it: its question, then itself.
/// It holds for the next file.
EMSCRIPTEN_KEEPALIVE bool answer(std::size_t question) {
  const std::string_view both = reading().place;
  const std::string_view asked = both.substr(0, question), answered = both.substr(question);
  const bool isOfPaths = take(reading().pathAnswers, asked, answered);
  return take(reading().answers, asked, answered) || isOfPaths;
}

EMSCRIPTEN_KEEPALIVE void begin(bool isPasted) {
  reading().call =
      std::make_unique<roi::json::ImportCall>(std::exchange(reading().answers, {}), isPasted);
}

/// The same of conversion paths.
EMSCRIPTEN_KEEPALIVE void beginPaths(bool isPasted) {
  reading().paths = std::make_unique<roi::json::AttributionCall>(
      std::exchange(reading().pathAnswers, {}), isPasted);
}

/// The place holds the next bytes. Says whether it makes sense to go on.
EMSCRIPTEN_KEEPALIVE bool feed() {
  Reading& now = reading();
  return now.paths ? now.paths->feed(now.place) : now.call->feed(now.place);
}

/// After the last byte, until it says that nothing is left: some of the work.
EMSCRIPTEN_KEEPALIVE bool advance() { return reading().paths && reading().paths->advance(); }

/// Puts the reply into the place, and says how long it is.
EMSCRIPTEN_KEEPALIVE std::size_t finish() {
  Reading& now = reading();
  now.place = now.paths ? now.paths->answer() : now.call->answer();
  now.paths.reset();
  now.call.reset();
  return now.place.size();
}

// Calls about evidence: the place holds the request. Each puts its reply into the place, and says
// how long it is.
#define ROI_CALL(name, ...)                             \
  EMSCRIPTEN_KEEPALIVE std::size_t name() {             \
    reading().place = roi::json::name(reading().place); \
    return reading().place.size();                      \
  }
ROI_EVIDENCE_CALLS(ROI_CALL)
#undef ROI_CALL

}  // extern "C"
