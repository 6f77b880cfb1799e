// The calls of core/json/api.h for JavaScript: one JSON text in, one out; a simulation is known by
// a number until it is ended, because it is run a little at a time. Nothing is decided here.

#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "json/api.h"

namespace {

std::string evaluate(const std::string& document) { return roi::json::evaluate(document); }
std::string migrate(const std::string& request) { return roi::json::migrate(request); }
std::string explain(const std::string& request) { return roi::json::explain(request); }
std::string readNumber(const std::string& request) { return roi::json::readNumber(request); }
std::string widen(const std::string& request) { return roi::json::widen(request); }
std::string sensitivity(const std::string& request) { return roi::json::sensitivity(request); }
std::string solve(const std::string& request) { return roi::json::solve(request); }
std::string cashFlow(const std::string& request) { return roi::json::cashFlow(request); }
std::string compare(const std::string& request) { return roi::json::compare(request); }
std::string splitBudget(const std::string& request) { return roi::json::splitBudget(request); }

using Simulation = roi::json::SimulationCall;

std::uintptr_t simulate(const std::string& request) {
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
  emscripten::function("evaluate", &evaluate);
  emscripten::function("migrate", &migrate);
  emscripten::function("explain", &explain);
  emscripten::function("readNumber", &readNumber);
  emscripten::function("widen", &widen);
  emscripten::function("sensitivity", &sensitivity);
  emscripten::function("solve", &solve);
  emscripten::function("cashFlow", &cashFlow);
  emscripten::function("compare", &compare);
  emscripten::function("splitBudget", &splitBudget);
  emscripten::function("simulate", &simulate);
  emscripten::function("advance", &advance);
  emscripten::function("answer", &answer);
  emscripten::function("end", &end);
  emscripten::function("describe", &roi::json::describe);
}
