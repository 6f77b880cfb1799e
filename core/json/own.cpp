#include "json/own.h"

#include <algorithm>

namespace roi::json {
namespace {

OwnName nameOf(const Tree& defined) {
  const std::string& unit = defined.find("unit")->text;
  std::size_t place = 0;
  while (text(static_cast<OwnUnit>(place)) != unit) ++place;
  return {defined.find("id")->text, static_cast<OwnUnit>(place)};
}

Better betterOf(const Tree& defined) {
  const Tree* stated = defined.find("better");
  for (const Better better : {Better::higher, Better::lower}) {
    if (stated && stated->text == text(better)) return better;
  }
  return Better::neither;
}

/// The ids of the channels of all scenarios.
std::vector<std::string> channelsOf(const Tree& document) {
  std::vector<std::string> ids;
  for (const Tree& scenario : document.find("scenarios")->items) {
    for (const Tree& channel : scenario.find("channels")->items) {
      ids.push_back(channel.find("id")->text);
    }
  }
  return ids;
}

}  // namespace

Outcome<OwnFigures> readOwn(const Tree& document) {
  const Tree& own = *document.find("own");
  std::vector<OwnName> inputs;
  std::vector<OwnDefinition> figures;
  if (const Tree* list = own.find("inputs")) {
    for (const Tree& input : list->items) inputs.push_back(nameOf(input));
  }
  if (const Tree* list = own.find("figures")) {
    for (const Tree& figure : list->items) {
      figures.push_back({nameOf(figure), betterOf(figure), figure.find("formula")->text});
    }
  }
  Outcome<OwnFigures> made =
      makeOwnFigures(std::move(inputs), std::move(figures), channelsOf(document));
  if (Errors* errors = std::get_if<Errors>(&made)) {
    for (Error& error : *errors) error.path.insert(0, "/own");
  }
  return made;
}

void writeOwnValue(Writer& out, const Scenario& s, const Tape& tape, Tape::Index figure) {
  if (tape[figure].figure.defined()) {
    out.number(tape[figure].figure.value);
  } else {
    out.open('{').key("undefined").text(ownReason(s, tape, figure)).close('}');
  }
}

void writeOwn(Writer& out, Recorded& recorded) {
  const Scenario& s = recorded.sheet.scenario();
  OwnSheet<Trace> own(recorded.sheet);
  out.key("own").open('[');
  for (std::size_t f = 0; f < s.own->of->figures.size(); ++f) {
    out.open('{').key("id").text(s.own->of->figures[f].id).key("value");
    writeOwnValue(out, s, recorded.tape, own(f).node);
    out.close('}');
  }
  out.close(']');
}

void writeOwnId(Writer& out, const Scenario& s, const Entry& entry) {
  if (entry.label.metric == Metric::ownFigure) {
    out.key("own").text(s.own->of->figures[entry.label.line].id);
  }
  if (entry.label.metric != Metric::ownInput) return;
  std::size_t place = entry.quantity;
  if (entry.op == Op::input) {
    const auto& inputs = s.own->inputs;
    place = static_cast<std::size_t>(
        std::find(inputs.begin(), inputs.end(), Input(entry.quantity)) - inputs.begin());
  }
  out.key("own").text(s.own->of->inputs[place].id);
}

}  // namespace roi::json
