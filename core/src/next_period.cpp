#include "roi/next_period.h"

#include <algorithm>
#include <utility>

#include "roi/recorded.h"

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
    if (input) at(pointerOf(channel, price), *input, times);
  }

  /// What a price no longer buys, and comes all the same: as a count, which stands above prices.
  void countInstead(std::size_t channel, Metric price, Metric count, double times) {
    if (!given(s_, channel, price) || given(s_, channel, count)) return;
    const Figure<> now = Recorded(s_).figure(channel, count);
    if (!now.defined()) return;
    const double next = now.value * times;
    into_.push_back({pointerOf(channel, count), next, next, next});
  }

 private:
  std::string pointerOf(std::size_t channel, Metric metric) const {
    const std::string place = std::to_string(s_.channels[channel].place);
    return s_.pointer + "/channels/" + place + "/" + std::string(info(metric).id);
  }

  void at(std::string pointer, std::uint32_t input, double times) {
    const Quantity& q = s_.quantities[input];
    into_.push_back({std::move(pointer), q.low * times, q.likely * times, q.high * times});
  }

  const Scenario& s_;
  std::vector<NextFigure>& into_;
};

/// Prices, and what they buy.
constexpr std::pair<Metric, Metric> kPrices[] = {{Metric::adSpendCpm, Metric::impressions},
                                                 {Metric::adSpendCpc, Metric::clicks}};

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
    for (const auto& [price, count] : kPrices) {
      if (spends == 0) {
        write.countInstead(change.place, price, count, volume);
      } else {
        write.scalePrice(change.place, price, spends / volume);
      }
    }
  }
  return figures;
}

}  // namespace roi
