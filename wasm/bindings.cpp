// The calls of core/json/api.h for JavaScript: one JSON text in, one out; a simulation that is run
// a little at a time is known by a number until it is ended. Nothing is decided here.

#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "json/api.h"

namespace {

template <auto call>
std::string reply(const std::string& request) {
  return call(request);
}

using Simulation = roi::json::SimulationCall;

std::uintptr_t begin(const std::string& request) {
  return reinterpret_cast<std::uintptr_t>(new Simulation(request));
}

Simulation& known(std::uintptr_t simulation) { return *reinterpret_cast<Simulation*>(simulation); }

bool advance(std::uintptr_t simulation, unsigned trials) {
  return known(simulation).advance(trials);
}

std::string answer(std::uintptr_t simulation) { return known(simulation).answer(); }

void end(std::uintptr_t simulation) { delete &known(simulation); }

}  // namespace

EMSCRIPTEN_BINDINGS(roi) {
#define ROI_BIND(name, ...) emscripten::function(#name, &reply<roi::json::name>);
  ROI_CALLS(ROI_BIND)
#undef ROI_BIND
  emscripten::function("begin", &begin);
  emscripten::function("advance", &advance);
  emscripten::function("answer", &answer);
  emscripten::function("end", &end);
  emscripten::function("describe", &roi::json::describe);
}
