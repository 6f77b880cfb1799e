#include "roi/evidence.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "roi/counts.h"
#include "roi/elementary.h"

namespace roi {
namespace {

struct Offer {
  Counted counted;
  Meaning meaning;
};

/// Best first. Conversions and results are what an advertiser tracks, which a plan calls leads; its
/// orders are leads too (Action::order).
constexpr Offer kOffers[] = {
    {Counted::spend, Meaning::spend},
    {Counted::impressions, Meaning::impressions},
    {Counted::impressions, Meaning::views},
    {Counted::impressions, Meaning::delivered},
    {Counted::impressions, Meaning::sent},
    {Counted::impressions, Meaning::opens},
    {Counted::clicks, Meaning::linkClicks},
    {Counted::clicks, Meaning::outboundClicks},
    {Counted::clicks, Meaning::landingPageViews},
    {Counted::clicks, Meaning::clicks},
    {Counted::clicks, Meaning::sessions},
    {Counted::clicks, Meaning::engagedSessions},
    {Counted::clicks, Meaning::interactions},
    {Counted::leads, Meaning::leads},
    {Counted::leads, Meaning::websiteLeads},
    {Counted::leads, Meaning::conversions},
    {Counted::leads, Meaning::results},
    {Counted::leads, Meaning::conversations},
    {Counted::leads, Meaning::totalConversions},
    {Counted::customers, Meaning::customers},
    {Counted::customers, Meaning::purchases},
    {Counted::customers, Meaning::orders},
    {Counted::revenue, Meaning::revenue},
    {Counted::revenue, Meaning::totalConversionValue},
};

/// Google Analytics counts views of pages, not of what leads to them.
bool isAnother(Platform platform, Meaning meaning) {
  return platform == Platform::ga4 && meaning == Meaning::views;
}

}  // namespace

std::string_view text(Counted counted) {
  constexpr std::string_view kIds[kCounted] = {"spend", "impressions", "clicks",
                                               "leads", "customers",   "revenue"};
  return kIds[static_cast<std::size_t>(counted)];
}

std::string_view text(BroughtAs figure) {
  constexpr std::string_view kIds[] = {
#define ROI_BROUGHT_AS(id) #id,
      ROI_BROUGHT(ROI_BROUGHT_AS)
#undef ROI_BROUGHT_AS
  };
  return kIds[static_cast<std::size_t>(figure)];
}

std::vector<Meaning> offersFor(const Export& result, Counted counted) {
  std::vector<Meaning> offers;
  const std::vector<GroupSum> all = sumsBy(result, By::all);
  if (all.empty()) return offers;
  const auto isSummedUp = [&](Meaning meaning) {
    const auto found = std::find(result.figures.begin(), result.figures.end(), meaning);
    return found != result.figures.end() &&
           all[0].sums[static_cast<std::size_t>(found - result.figures.begin())].has_value();
  };
  for (const Offer& one : kOffers) {
    const bool isOffered = one.counted == counted && !isAnother(result.platform, one.meaning) &&
                           isSummedUp(one.meaning);
    if (isOffered) offers.push_back(one.meaning);
  }
  return offers;
}

// Ranges

Variation variationOfShare(const Series& share, const Series& cases) {
  const auto isTold = [&](std::size_t i) {
    return share[i] && cases[i] && *share[i] >= 0 && *cases[i] > 0;
  };
  double k = 0;
  double n = 0;
  std::size_t periods = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (!isTold(i)) continue;
    k += *share[i];
    n += *cases[i];
    ++periods;
  }
  if (periods < 2 || k <= 0 || k >= n) return {1, std::max<std::size_t>(periods, 1)};
  const double rate = k / n;
  double chiSquare = 0;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (!isTold(i)) continue;
    const double expected = *cases[i] * rate;
    const double off = *share[i] - expected;
    chiSquare += off * off / (expected * (1 - rate));
  }
  return {std::max(1.0, chiSquare / static_cast<double>(periods - 1)), periods};
}

Variation variationOfPrice(const Series& cost, const Series& units) {
  const auto isTold = [&](std::size_t i) {
    return cost[i] && units[i] && *cost[i] > 0 && *units[i] > 0;
  };
  double paid = 0;
  double bought = 0;
  std::size_t periods = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!isTold(i)) continue;
    paid += *cost[i];
    bought += *units[i];
    ++periods;
  }
  if (periods < 2) return {0, 1};
  const double price = paid / bought;
  double sum = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!isTold(i)) continue;
    const double off = logarithm(*cost[i] / *units[i] / price);
    sum += *units[i] * off * off;
  }
  const auto m = static_cast<double>(periods);
  return {sum / bought * m / (m - 1), periods};
}

std::optional<CountedRange> rateRange(double k, double n, const Variation& variation) {
  if (!(k >= 0 && k <= n && n >= 1)) return std::nullopt;
  constexpr double kLeastWeight = 0.01;
  const bool isSome = k > 0 && k < n;
  const double most = isSome ? std::min(n, std::min(k, n - k) / kLeastWeight) : 1;
  const double times = std::max(1.0, std::min(variation.size, most));
  const Outcome<Quantity> range = supported(k / n, n / times);
  const Quantity* q = std::get_if<Quantity>(&range);
  if (!q || q->likely < kSmallestAmount) return std::nullopt;
  return CountedRange{q->low, q->likely, q->high, !isSome, variation.periods};
}

std::optional<CountedRange> priceRange(double cost, double units, const Variation& variation) {
  if (!(cost > 0 && units >= 1)) return std::nullopt;
  const double price = cost / units;
  const double spread = variation.size / static_cast<double>(variation.periods);
  const double side = exponential(kZ95 * std::sqrt(std::max(1 / units, spread)));
  const double low = std::max(price / side, kSmallestAmount);
  const double high = std::min(price * side, kLargestAmount);
  if (!(low < price && price < high)) return std::nullopt;
  return CountedRange{low, price, high, false, variation.periods};
}

// Figures

namespace {

std::size_t at(Counted counted) { return static_cast<std::size_t>(counted); }

bool isSame(const Periods& a, const Periods& b) {
  return a.by == b.by && a.first == b.first && a.count == b.count;
}

/// Parts added up.
struct Joined {
  bool isKnown = false;
  double total = 0;
  Periods periods;
  Series series;  ///< empty unless all parts have one of the same periods
  std::vector<std::size_t> parts;
  bool isClaimed = false;
  double scaledBy = 1;
};

void addSeries(Series& to, const Series& from) {
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (from[i]) to[i] = to[i].value_or(0) + *from[i];
  }
}

/// The parts of one kind, claimed or counted.
Joined joined(const std::vector<Part>& parts, Counted counted, bool isClaimed) {
  Joined all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::optional<Count>& count = parts[i].counts[at(counted)];
    if (!count || parts[i].isClaimed != isClaimed) continue;
    const bool isFirst = !all.isKnown;
    all.isKnown = true;
    all.total += count->total;
    all.parts.push_back(i);
    if (isFirst) {
      all.periods = parts[i].periods;
      all.series = count->series;
    } else if (isSame(all.periods, parts[i].periods) && all.series.size() == count->series.size()) {
      addSeries(all.series, count->series);
    } else {
      all.series.clear();
    }
  }
  all.isClaimed = all.isKnown && isClaimed && isWon(counted);
  return all;
}

/// Of what was won, what the business counted, or else what is claimed. Of what was bought, what the
/// ad platform delivered: visits that analytics count are other things than clicks that are paid.
Joined joined(const std::vector<Part>& parts, Counted counted) {
  Joined first = joined(parts, counted, !isWon(counted));
  return first.isKnown ? first : joined(parts, counted, isWon(counted));
}

using JoinedChannel = std::array<Joined, kCounted>;

void scale(Joined& claims, double times) {
  claims.scaledBy = times;
  claims.total *= times;
  for (std::optional<double>& one : claims.series) {
    if (one) *one *= times;
  }
}

/// Claims of channels without counts of their own, down to what was counted of none in particular.
void bringDown(std::vector<JoinedChannel>& channels, const std::vector<Part>& counted) {
  for (const Counted one : {Counted::leads, Counted::customers, Counted::revenue}) {
    const Joined own = joined(counted, one, false);
    double claims = 0;
    for (const JoinedChannel& channel : channels) {
      if (channel[at(one)].isClaimed) claims += channel[at(one)].total;
    }
    if (!own.isKnown || claims <= own.total) continue;
    for (JoinedChannel& channel : channels) {
      if (channel[at(one)].isClaimed) scale(channel[at(one)], own.total / claims);
    }
  }
}

/// Writes the figures of a channel; says of each whether there is one.
class Figures {
 public:
  explicit Figures(const JoinedChannel& channel) : channel_(channel) {}

  bool isKnown(Counted counted) const { return of(counted).isKnown; }
  void count(BroughtAs as, Counted counted) {
    const Joined& one = of(counted);
    if (!one.isKnown) return;
    value(resting(as, one, nullptr), one.total);
  }

  bool rate(BroughtAs as, Counted share, Counted cases) {
    const Joined& k = of(share);
    const Joined& n = of(cases);
    if (!k.isKnown || !n.isKnown) return false;
    const Variation variation =
        isComparable(k, n) ? variationOfShare(k.series, n.series) : Variation{1, 1};
    return ranged(resting(as, k, &n), rateRange(k.total, n.total, variation));
  }

  /// The price of so many units; CPM is that of a thousand.
  bool price(BroughtAs as, Counted cost, Counted units, double times = 1) {
    const Joined& paid = of(cost);
    const Joined& bought = of(units);
    if (!paid.isKnown || !bought.isKnown) return false;
    const Variation variation =
        isComparable(paid, bought) ? variationOfPrice(paid.series, bought.series) : Variation{0, 1};
    return ranged(resting(as, paid, &bought),
                  priceRange(paid.total * times, bought.total, variation));
  }

  /// What was paid for a unit, of what has happened.
  void pricePaid(BroughtAs as, Counted cost, Counted units) {
    const Joined& paid = of(cost);
    const Joined& bought = of(units);
    const bool isKnown = paid.isKnown && bought.isKnown && bought.total >= kSmallestAmount;
    const double price = isKnown ? paid.total / bought.total : 0;
    if (!isKnown || price > kLargestAmount) return;
    value(resting(as, paid, &bought), price);
  }

  std::vector<BroughtFigure> take() && { return std::move(figures_); }

 private:
  const Joined& of(Counted counted) const { return channel_[at(counted)]; }

  static bool isComparable(const Joined& a, const Joined& b) {
    return isSame(a.periods, b.periods) && a.series.size() == b.series.size();
  }

  /// What a figure rests on: a count or a quotient of two.
  static BroughtFigure resting(BroughtAs as, const Joined& over, const Joined* under) {
    BroughtFigure figure;
    figure.as = as;
    figure.parts = over.parts;
    figure.isClaimed = over.isClaimed;
    figure.scaledBy = over.scaledBy;
    if (!under) return figure;
    figure.cases = under->total;
    figure.isClaimed |= under->isClaimed;
    figure.scaledBy = under->scaledBy > 0 ? over.scaledBy / under->scaledBy : 1;
    figure.parts.clear();
    std::set_union(over.parts.begin(), over.parts.end(), under->parts.begin(), under->parts.end(),
                   std::back_inserter(figure.parts));
    return figure;
  }

  void value(BroughtFigure figure, double value) {
    figure.low = figure.likely = figure.high = value < kSmallestAmount ? 0 : value;
    figures_.push_back(std::move(figure));
  }

  bool ranged(BroughtFigure figure, const std::optional<CountedRange>& range) {
    if (!range) return false;
    figure.low = range->low;
    figure.likely = range->likely;
    figure.high = range->high;
    figure.isMedian = range->isMedian;
    figure.periods = range->periods;
    figures_.push_back(std::move(figure));
    return true;
  }

  const JoinedChannel& channel_;
  std::vector<BroughtFigure> figures_;
};

void ofPast(Figures& figures) {
  figures.count(BroughtAs::impressions, Counted::impressions);
  figures.count(BroughtAs::clicks, Counted::clicks);
  figures.count(BroughtAs::leads, Counted::leads);
  figures.count(BroughtAs::customers, Counted::customers);
  figures.pricePaid(BroughtAs::revenuePerCustomer, Counted::revenue, Counted::customers);
}

void ofPlan(Figures& figures) {
  const bool followsClicks = figures.price(BroughtAs::adSpendCpc, Counted::spend, Counted::clicks);
  const bool followsImpressions =
      !figures.isKnown(Counted::clicks) &&
      figures.price(BroughtAs::adSpendCpm, Counted::spend, Counted::impressions, 1000);
  if (!followsImpressions) figures.count(BroughtAs::impressions, Counted::impressions);
  const bool isClicksSaid =
      followsClicks || figures.rate(BroughtAs::ctr, Counted::clicks, Counted::impressions);
  if (!isClicksSaid) figures.count(BroughtAs::clicks, Counted::clicks);
  if (!figures.rate(BroughtAs::conversionRate, Counted::leads, Counted::clicks)) {
    figures.count(BroughtAs::leads, Counted::leads);
  }
  if (!figures.rate(BroughtAs::closeRate, Counted::customers, Counted::leads)) {
    figures.count(BroughtAs::customers, Counted::customers);
  }
  figures.price(BroughtAs::revenuePerCustomer, Counted::revenue, Counted::customers);
}

/// The series of the same periods as the first there is.
void giveSeries(BroughtChannel& out, const JoinedChannel& channel) {
  for (std::size_t i = 0; i < kCounted; ++i) {
    const Joined& one = channel[i];
    if (one.series.empty()) continue;
    if (out.periods.count == 0) out.periods = one.periods;
    if (isSame(out.periods, one.periods)) out.series[i] = one.series;
  }
}

BroughtChannel broughtOf(const JoinedChannel& channel, bool isPast) {
  BroughtChannel out;
  Figures figures(channel);
  figures.count(BroughtAs::adSpend, Counted::spend);
  if (isPast) {
    ofPast(figures);
  } else {
    ofPlan(figures);
  }
  out.figures = std::move(figures).take();
  giveSeries(out, channel);
  return out;
}

/// That of all first, then those of channels.
void addClaims(std::vector<Claim>& claims, const ToBring& given, Counted counted) {
  const Joined ofNone = joined(given.counted, counted, false);
  const std::size_t first = claims.size();
  Claim all{counted, std::nullopt, 0, ofNone.total};
  for (std::size_t i = 0; i < given.channels.size(); ++i) {
    const Joined claimed = joined(given.channels[i], counted, true);
    const Joined own = joined(given.channels[i], counted, false);
    if (!claimed.isKnown || !(own.isKnown || ofNone.isKnown)) continue;
    all.claims += claimed.total;
    all.counts += own.total;
    if (claims.size() == first) claims.push_back(all);
    if (own.isKnown) claims.push_back({counted, i, claimed.total, own.total});
  }
  if (claims.size() > first) claims[first] = all;
}

}  // namespace

Brought bring(const ToBring& given) {
  std::vector<JoinedChannel> channels(given.channels.size());
  for (std::size_t c = 0; c < channels.size(); ++c) {
    for (std::size_t i = 0; i < kCounted; ++i) {
      channels[c][i] = joined(given.channels[c], static_cast<Counted>(i));
    }
  }
  if (given.isScaled) bringDown(channels, given.counted);
  Brought brought;
  for (const JoinedChannel& one : channels) {
    brought.channels.push_back(broughtOf(one, given.isPast));
  }
  for (const Counted one : {Counted::leads, Counted::customers, Counted::revenue}) {
    addClaims(brought.claims, given, one);
  }
  return brought;
}

}  // namespace roi
