#include "roi/track_record.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "roi/counts.h"
#include "roi/elementary.h"

namespace roi {
namespace {

constexpr double kConfidence = 0.9;
/// Of a range's half: what luck explains, or came as it was forecast.
constexpr double kClose = 0.1;
constexpr double kNoWidth = std::numeric_limits<double>::infinity();

bool mayBeNegative(Metric metric) {
  switch (metric) {
    case Metric::profit:
    case Metric::contribution:
    case Metric::roi:
    case Metric::ownRoi:
    case Metric::headroom: return true;
    default: return info(metric).category == Category::cash;
  }
}

/// Where figures lie on a forecast's scale; what does not lie on it is beyond any width.
class ForecastScale {
 public:
  explicit ForecastScale(const Forecast& forecast)
      : isLinear_(mayBeNegative(forecast.metric) || forecast.low <= 0 ||
                  (forecast.isRate && forecast.high >= 1)),
        isLogit_(forecast.isRate && !isLinear_) {}

  bool isLogit() const { return isLogit_; }
  double at(double figure) const {
    if (isLinear_) return figure;
    if (figure <= 0) return -kNoWidth;
    if (!isLogit_) return logarithm(figure);
    return figure < 1 ? logarithm(odds(figure)) : kNoWidth;
  }

 private:
  bool isLinear_;
  bool isLogit_;
};

/// Where a figure that came lies on the scale, and how far luck alone, 90 % of the time, puts it.
struct Come {
  double at = 0;
  double luck = 0;
};

Come comeOf(const Forecast& forecast, const ForecastScale& scale) {
  const double actual = *forecast.actual;
  const bool isSeen = scale.isLogit() && forecast.cases > 0 && actual >= 0 && actual <= 1;
  if (!isSeen) return {scale.at(actual), 0};
  const double hits = actual * forecast.cases + 0.5;
  const double others = (1 - actual) * forecast.cases + 0.5;
  return {logarithm(hits / others), kZ95 * std::sqrt(1 / hits + 1 / others)};
}

/// So many of so many held.
Interval limitsOf(std::size_t held, std::size_t count) {
  const auto hits = static_cast<double>(held);
  const auto misses = static_cast<double>(count - held);
  constexpr double kTail = (1 - kConfidence) / 2;
  return {held == 0 ? 0 : betaQuantile(kTail, hits, misses + 1),
          held == count ? 1 : betaQuantile(1 - kTail, hits + 1, misses)};
}

/// The rank of the least widening with which nine in ten of one more would hold.
std::size_t rankOf(std::size_t count) { return (9 * (count + 1) + 9) / 10; }

}  // namespace

Outcome<Forecast> makeForecast(Forecast typed) {
  const bool rises =
      typed.low <= typed.likely && typed.likely <= typed.high && typed.low < typed.high;
  if (!rises) return Errors{{ErrorCode::rangeOrder, {}, {}}};
  return typed;
}

std::optional<double> wideningToHold(const Forecast& forecast) {
  const ForecastScale scale(forecast);
  const Come come = comeOf(forecast, scale);
  const double likely = scale.at(forecast.likely);
  const double off = std::fabs(come.at - likely);
  if (off <= come.luck) return 0;
  const double half =
      come.at < likely ? likely - scale.at(forecast.low) : scale.at(forecast.high) - likely;
  const double needed = come.luck > 0 ? std::sqrt(off * off - come.luck * come.luck) : off;
  if (half <= 0 || needed == kNoWidth) return std::nullopt;
  return needed / half;
}

TrackRecord trackRecordOf(std::span<const std::optional<double>> widenings) {
  TrackRecord record;
  record.count = widenings.size();
  if (record.count == 0) return record;
  std::vector<double> sorted;
  for (const std::optional<double>& one : widenings) sorted.push_back(one.value_or(kNoWidth));
  std::sort(sorted.begin(), sorted.end());
  record.held = static_cast<std::size_t>(std::count_if(widenings.begin(), widenings.end(), holds));
  record.share = limitsOf(record.held, record.count);
  if (record.share.high < kConfidence) record.fit = Fit::narrow;
  if (record.share.low > kConfidence) record.fit = Fit::wide;
  const std::size_t rank = rankOf(record.count);
  if (rank > record.count) return record;
  record.rank = rank;
  const double needed = sorted[rank - 1];
  record.isClose = needed < kClose;
  if (!record.isClose && needed < kNoWidth) record.widening = needed;
  return record;
}

}  // namespace roi
