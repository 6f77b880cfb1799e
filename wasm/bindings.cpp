// The calls of core/json/api.h for JavaScript: one JSON text in, one out; a simulation is an
// object, because it is run a little at a time. Nothing is decided here.

#include <emscripten/bind.h>

#include <string>

#include "json/api.h"

namespace {

std::string evaluate(const std::string& document) { return roi::json::evaluate(document); }
std::string explain(const std::string& request) { return roi::json::explain(request); }
std::string readNumber(const std::string& request) { return roi::json::readNumber(request); }
std::string widen(const std::string& request) { return roi::json::widen(request); }
std::string sensitivity(const std::string& request) { return roi::json::sensitivity(request); }
std::string solve(const std::string& request) { return roi::json::solve(request); }
std::string cashFlow(const std::string& request) { return roi::json::cashFlow(request); }
std::string compare(const std::string& request) { return roi::json::compare(request); }
std::string splitBudget(const std::string& request) { return roi::json::splitBudget(request); }

class Simulation {
 public:
  explicit Simulation(const std::string& request) : call_(request) {}
  bool advance(unsigned trials) { return call_.advance(trials); }
  std::string answer() const { return call_.answer(); }

 private:
  roi::json::SimulationCall call_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(roi) {
  emscripten::function("evaluate", &evaluate);
  emscripten::function("explain", &explain);
  emscripten::function("readNumber", &readNumber);
  emscripten::function("widen", &widen);
  emscripten::function("sensitivity", &sensitivity);
  emscripten::function("solve", &solve);
  emscripten::function("cashFlow", &cashFlow);
  emscripten::function("compare", &compare);
  emscripten::function("splitBudget", &splitBudget);
  emscripten::class_<Simulation>("Simulation")
      .constructor<const std::string&>()
      .function("advance", &Simulation::advance)
      .function("answer", &Simulation::answer);
  emscripten::function("describe", &roi::json::describe);
}
