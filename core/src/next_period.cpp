#include "roi/next_period.h"

#include <algorithm>

namespace roi {
namespace {

class Writing {
 public:
  Writing(const Scenario& scenario, std::vector<NextFigure>& into) : s_(scenario), into_(into) {}

  void scale(Input input, double times) {
    if (input) at(s_.quantities[*input].pointer, *input, times);
  }

  /// Of a price that may be stated once for the plan, the channel's own.
  void scalePrice(std::size_t channel, Metric price, double times) {
    const Input input = given(s_, channel, price);
    if (!input) return;
    const std::string place = std::to_string(s_.channels[channel].place);
    at(s_.pointer + "/channels/" + place + "/" + std::string(info(price).id), *input, times);
  }

 private:
  void at(std::string pointer, std::uint32_t input, double times) {
    const Quantity& q = s_.quantities[input];
    into_.push_back({std::move(pointer), q.low * times, q.likely * times, q.high * times});
  }

  const Scenario& s_;
  std::vector<NextFigure>& into_;
};

}  // namespace

std::vector<NextFigure> nextFigures(const Scenario& s, const PlanSplit& split) {
  std::vector<NextFigure> figures;
  Writing write(s, figures);
  for (const PlanSplit::Channel& change : split.channels) {
    const double spends = change.adSpend.to / change.adSpend.from;
    const double volume = change.nextVolume;
    for (const CostLine& line : s.channels[change.place].lines) {
      if (line.kind == Metric::adSpend) write.scale(line.amount ? line.amount : line.hours, spends);
    }
    for (const Metric count : kStages) {
      write.scale(s.channels[change.place].given[static_cast<std::size_t>(count)], volume);
    }
    if (volume == 0) continue;
    for (const Metric price : {Metric::adSpendCpm, Metric::adSpendCpc}) {
      write.scalePrice(change.place, price, spends / volume);
    }
  }
  return figures;
}

}  // namespace roi
