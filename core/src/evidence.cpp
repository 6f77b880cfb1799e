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

struct KpiMeaning {
  KpiInput of;
  Meaning meaning;
};

/// Best first.
constexpr KpiMeaning kKpiMeanings[] = {
    {KpiInput::reach, Meaning::reach},
    {KpiInput::followers, Meaning::followers},
    {KpiInput::posts, Meaning::posts},
    {KpiInput::likes, Meaning::reactions},
    {KpiInput::likes, Meaning::likes},
    {KpiInput::comments, Meaning::comments},
    {KpiInput::shares, Meaning::shares},
    {KpiInput::saves, Meaning::saves},
    {KpiInput::follows, Meaning::follows},
    {KpiInput::allClicks, Meaning::clicks},
    {KpiInput::views, Meaning::views},
    {KpiInput::thruPlays, Meaning::thruplays},
    {KpiInput::sessions, Meaning::sessions},
    {KpiInput::engagedSessions, Meaning::engagedSessions},
    {KpiInput::formViews, Meaning::leadFormsOpened},
};

/// Whether its rows are posts of the business's own page.
bool isOfPosts(const Export& result) {
  const bool isOwnPage =
      counterOf(result.platform) == Counter::business && result.platform != Platform::generic;
  return isOwnPage && result.key && result.columns[*result.key].meaning == Meaning::ad;
}

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

std::vector<KpiOffer> kpiOffersOf(const Export& result) {
  const auto has = [&](Meaning meaning) {
    return std::find(result.figures.begin(), result.figures.end(), meaning) != result.figures.end();
  };
  std::vector<KpiOffer> offers;
  if (isOfPosts(result)) offers.push_back({KpiInput::posts, std::nullopt});
  for (const KpiMeaning& one : kKpiMeanings) {
    const bool isTaken = std::any_of(offers.begin(), offers.end(),
                                     [&](const KpiOffer& offer) { return offer.of == one.of; });
    const bool isApart = one.meaning != Meaning::clicks || has(Meaning::linkClicks);
    if (!isTaken && isApart && has(one.meaning) && !isAnother(result.platform, one.meaning))
      offers.push_back({one.of, one.meaning});
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
  constexpr double kLeastWeight = 0.125;
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

std::size_t at(Counter counter) { return static_cast<std::size_t>(counter); }

/// The periods that both have; none where theirs are not of one kind.
Periods sharedPeriods(const Periods& a, const Periods& b) {
  constexpr std::int32_t kWeek = 7;
  const bool isInStep = a.by == b.by && (a.by != By::week || (a.first - b.first) % kWeek == 0);
  if (!isInStep) return {};
  const std::int32_t first = std::max(a.first, b.first);
  const std::size_t inA = periodAt(a, first);
  const std::size_t inB = periodAt(b, first);
  if (inA >= a.count || inB >= b.count) return {};
  return {a.by, first, std::min(a.count - inA, b.count - inB)};
}

/// Parts of one counter, added up.
struct Joined {
  Counter counter = Counter::business;
  bool isKnown = false;
  double total = 0;
  Periods periods;
  Series series;  ///< of periods that all parts have
  std::vector<std::size_t> parts;
  bool isClaimed = false;
  double scaledBy = 1;
  std::optional<std::int32_t> until;
};

/// Of some of its periods.
Series seriesIn(const Joined& one, const Periods& periods) {
  if (periods.count == 0) return {};
  const auto from =
      one.series.begin() + static_cast<std::ptrdiff_t>(periodAt(one.periods, periods.first));
  return {from, from + static_cast<std::ptrdiff_t>(periods.count)};
}

void addSeries(Joined& to, const Joined& other) {
  const Periods both = sharedPeriods(to.periods, other.periods);
  to.series = seriesIn(to, both);
  to.periods = both;
  const Series added = seriesIn(other, both);
  for (std::size_t i = 0; i < added.size(); ++i) {
    if (!added[i]) to.series[i].reset();  // a sum is unknown with any of its parts
    if (to.series[i]) *to.series[i] += *added[i];
  }
}

Joined joined(const std::vector<Part>& parts, Counted counted, Counter counter) {
  Joined all;
  all.counter = counter;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::optional<Count>& count = parts[i].counts[at(counted)];
    if (!count || parts[i].counter != counter) continue;
    Joined one;
    one.series = count->series;
    one.periods = parts[i].periods;
    one.periods.count = one.series.size();
    if (all.isKnown) {
      addSeries(all, one);
    } else {
      all.periods = one.periods;
      all.series = std::move(one.series);
    }
    all.isKnown = true;
    all.total += count->total;
    all.parts.push_back(i);
    all.until = std::max(all.until, parts[i].until);
  }
  all.isClaimed = all.isKnown && counter == Counter::adPlatform && isWon(counted);
  return all;
}

using ByCounter = std::array<Joined, kCounters>;
using JoinedChannel = std::array<ByCounter, kCounted>;

ByCounter byCounter(const std::vector<Part>& parts, Counted counted) {
  ByCounter all;
  for (std::size_t i = 0; i < kCounters; ++i) {
    all[i] = joined(parts, counted, static_cast<Counter>(i));
  }
  return all;
}

/// What no ad platform counted.
const Joined& ownOf(const ByCounter& counts) {
  const Joined& business = counts[at(Counter::business)];
  return business.isKnown ? business : counts[at(Counter::analytics)];
}

const Joined& claimedOf(const ByCounter& counts) { return counts[at(Counter::adPlatform)]; }

/// Of what was won, what the business counted, or else what is claimed. Of what was bought, what
/// the ad platform delivered: visits that analytics count are other things than clicks that are
/// paid.
const Joined& bestOf(const ByCounter& counts, Counted counted) {
  const Joined& own = ownOf(counts);
  const Joined& delivered = claimedOf(counts);
  const bool isDelivered = isWon(counted) ? !own.isKnown : delivered.isKnown;
  return isDelivered ? delivered : own;
}

void scale(Joined& claims, double times) {
  claims.scaledBy = times;
  claims.total *= times;
  for (std::optional<double>& one : claims.series) {
    if (one) *one *= times;
  }
}

/// Claims of channels without counts of their own, down to what those counts leave of the whole.
void bringDown(std::vector<JoinedChannel>& channels, const std::vector<Part>& counted) {
  for (const Counted one : {Counted::leads, Counted::customers, Counted::revenue}) {
    const ByCounter together = byCounter(counted, one);
    const Joined& whole = ownOf(together);
    double own = 0;
    double claims = 0;
    for (const JoinedChannel& channel : channels) {
      const Joined& best = bestOf(channel[at(one)], one);
      (best.isClaimed ? claims : own) += best.total;
    }
    const double left = std::max(0.0, whole.total - own);
    if (!whole.isKnown || claims <= left) continue;
    for (JoinedChannel& channel : channels) {
      const bool isClaim = bestOf(channel[at(one)], one).isClaimed;
      if (isClaim) scale(channel[at(one)][at(Counter::adPlatform)], left / claims);
    }
  }
}

/// Writes the figures of a channel; says of each whether there is one.
class Figures {
 public:
  explicit Figures(const JoinedChannel& channel) : channel_(channel) {}

  const Joined& of(Counted counted) const { return bestOf(channel_[at(counted)], counted); }
  const Joined& of(Counted counted, Counter counter) const {
    return channel_[at(counted)][at(counter)];
  }

  /// The first who counted both. Claims that were brought down are set only against those that
  /// stand beside them in the plan: another count would make more of them than was counted.
  std::optional<Counter> counterOfBoth(Counted over, Counted under) const {
    for (std::size_t i = 0; i < kCounters; ++i) {
      const auto counter = static_cast<Counter>(i);
      const Joined& one = of(over, counter);
      const Joined& other = of(under, counter);
      const bool isBroughtDown = one.scaledBy != 1 || other.scaledBy != 1;
      const bool isBest = of(over).counter == counter && of(under).counter == counter;
      if (one.isKnown && other.isKnown && (isBest || !isBroughtDown)) return counter;
    }
    return std::nullopt;
  }

  void count(BroughtAs as, Counted counted) {
    const Joined& one = of(counted);
    if (!one.isKnown) return;
    value(resting(as, one, nullptr), one.total);
  }

  bool rate(BroughtAs as, const Joined& k, const Joined& n) {
    if (!k.isKnown || !n.isKnown) return false;
    const Periods both = sharedPeriods(k.periods, n.periods);
    const Variation variation = variationOfShare(seriesIn(k, both), seriesIn(n, both));
    return ranged(resting(as, k, &n), rateRange(k.total, n.total, variation));
  }

  /// The price of so many units; CPM is that of a thousand.
  bool price(BroughtAs as, const Joined& paid, const Joined& bought, double times = 1) {
    if (!paid.isKnown || !bought.isKnown) return false;
    const Periods both = sharedPeriods(paid.periods, bought.periods);
    const Variation variation = variationOfPrice(seriesIn(paid, both), seriesIn(bought, both));
    return ranged(resting(as, paid, &bought),
                  priceRange(paid.total * times, bought.total, variation));
  }

  /// What was paid for a unit, of what has happened.
  void pricePaid(BroughtAs as, const Joined& paid, const Joined& bought) {
    const bool isKnown = paid.isKnown && bought.isKnown && bought.total >= kSmallestAmount;
    const double price = isKnown ? paid.total / bought.total : 0;
    if (!isKnown || price > kLargestAmount) return;
    value(resting(as, paid, &bought), price);
  }

  std::vector<BroughtFigure> take() && { return std::move(figures_); }

 private:
  /// What a figure rests on: a count or a quotient of two.
  static BroughtFigure resting(BroughtAs as, const Joined& over, const Joined* under) {
    BroughtFigure figure;
    figure.as = as;
    figure.parts = over.parts;
    figure.isClaimed = over.isClaimed;
    figure.scaledBy = over.scaledBy;
    figure.until = over.until;
    if (!under) return figure;
    figure.cases = under->total;
    figure.isClaimed |= under->isClaimed;
    figure.until = std::max(over.until, under->until);
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

/// Of what happened, or of a plan.
struct How {
  bool isPast;
  Counted buyers;  ///< who revenue is of: customers, or leads where every lead is one
};

void ofPast(Figures& figures, Counted buyers) {
  figures.count(BroughtAs::impressions, Counted::impressions);
  figures.count(BroughtAs::clicks, Counted::clicks);
  figures.count(BroughtAs::leads, Counted::leads);
  figures.count(BroughtAs::customers, Counted::customers);
  const std::optional<Counter> counter = figures.counterOfBoth(Counted::revenue, buyers);
  if (!counter) return;
  figures.pricePaid(BroughtAs::revenuePerCustomer, figures.of(Counted::revenue, *counter),
                    figures.of(buyers, *counter));
}

void clicksOfPlan(Figures& figures) {
  const Joined& spend = figures.of(Counted::spend);
  const Joined& impressions = figures.of(Counted::impressions);
  const Joined& clicks = figures.of(Counted::clicks);
  const bool followsClicks = figures.price(BroughtAs::adSpendCpc, spend, clicks);
  const bool followsImpressions =
      !clicks.isKnown && figures.price(BroughtAs::adSpendCpm, spend, impressions, 1000);
  if (!followsImpressions) figures.count(BroughtAs::impressions, Counted::impressions);
  const bool isClicksSaid = followsClicks || figures.rate(BroughtAs::ctr, clicks, impressions);
  if (!isClicksSaid) figures.count(BroughtAs::clicks, Counted::clicks);
}

/// A share of leads of the same counter; where there is none, a count, but not beside leads of
/// another counter, unless the business counted it or claims were brought down to what it did.
void customersOfPlan(Figures& figures) {
  const Joined& leads = figures.of(Counted::leads);
  const Joined& customers = figures.of(Counted::customers);
  const bool isRate =
      figures.counterOfBoth(Counted::customers, Counted::leads) == customers.counter &&
      figures.rate(BroughtAs::closeRate, customers, figures.of(Counted::leads, customers.counter));
  const bool isAlike = !leads.isKnown || leads.counter == customers.counter;
  const bool isCounted = customers.counter == Counter::business || customers.scaledBy != 1;
  if (!isRate && (isAlike || isCounted)) figures.count(BroughtAs::customers, Counted::customers);
}

void ofPlan(Figures& figures, Counted buyers) {
  clicksOfPlan(figures);
  const bool isRate = figures.rate(BroughtAs::conversionRate, figures.of(Counted::leads),
                                   figures.of(Counted::clicks));
  if (!isRate) figures.count(BroughtAs::leads, Counted::leads);
  customersOfPlan(figures);
  const std::optional<Counter> counter = figures.counterOfBoth(Counted::revenue, buyers);
  if (!counter) return;
  figures.price(BroughtAs::revenuePerCustomer, figures.of(Counted::revenue, *counter),
                figures.of(buyers, *counter));
}

std::vector<BroughtFigure> figuresOf(const JoinedChannel& channel, const How& how) {
  Figures figures(channel);
  figures.count(BroughtAs::adSpend, Counted::spend);
  if (how.isPast) {
    ofPast(figures, how.buyers);
  } else {
    ofPlan(figures, how.buyers);
  }
  return std::move(figures).take();
}

/// On the periods of the first there is; what another does not have of them is not known.
void giveSeries(BroughtChannel& out, const JoinedChannel& channel) {
  for (std::size_t i = 0; i < kCounted; ++i) {
    const Joined& one = bestOf(channel[i], static_cast<Counted>(i));
    if (one.series.empty()) continue;
    if (out.periods.count == 0) out.periods = one.periods;
    const Periods both = sharedPeriods(out.periods, one.periods);
    if (both.count == 0) continue;
    const Series known = seriesIn(one, both);
    const std::size_t from = periodAt(out.periods, both.first);
    out.series[i] = Series(out.periods.count);
    for (std::size_t p = 0; p < known.size(); ++p) out.series[i][from + p] = known[p];
  }
}

const KpiCount* countOf(const Part& part, KpiInput input) {
  const auto found = std::find_if(part.kpis.begin(), part.kpis.end(),
                                  [&](const KpiCount& one) { return one.of == input; });
  return found == part.kpis.end() ? nullptr : &*found;
}

/// Those that one kind of counter has of a count; nothing without any, or where they cannot be
/// added up.
std::optional<BroughtKpi> kpiBy(const std::vector<Part>& parts, KpiInput input, Counter counter) {
  BroughtKpi kpi{input, 0, {}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const KpiCount* count = parts[i].counter == counter ? countOf(parts[i], input) : nullptr;
    if (!count) continue;
    kpi.total += count->total;
    kpi.parts.push_back(i);
  }
  const bool isKnown = kpi.parts.size() == 1 || (!kpi.parts.empty() && !isOfPeople(input));
  return isKnown ? std::optional(std::move(kpi)) : std::nullopt;
}

std::vector<BroughtKpi> kpisOf(const std::vector<Part>& parts) {
  std::vector<BroughtKpi> all;
  for (std::size_t i = 0; i < kKpiInputs; ++i) {
    const auto input = static_cast<KpiInput>(i);
    std::optional<BroughtKpi> best;
    for (const Counter one : {Counter::business, Counter::analytics, Counter::adPlatform}) {
      if (!best) best = kpiBy(parts, input, one);
    }
    if (best) all.push_back(*std::move(best));
  }
  return all;
}

std::vector<BroughtChannel> broughtOf(const std::vector<JoinedChannel>& channels, const How& how) {
  std::vector<BroughtChannel> all;
  for (const JoinedChannel& channel : channels) {
    BroughtChannel& out = all.emplace_back();
    out.figures = figuresOf(channel, how);
    giveSeries(out, channel);
  }
  return all;
}

bool isSame(const std::vector<BroughtChannel>& a, const std::vector<BroughtChannel>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
    return one.figures == other.figures;
  });
}

/// That of all first, then those of channels.
void addClaims(std::vector<Claim>& claims, const std::vector<JoinedChannel>& channels,
               const std::vector<Part>& counted, Counted one) {
  const ByCounter together = byCounter(counted, one);
  const Joined& whole = ownOf(together);
  const std::size_t first = claims.size();
  Claim all{one, std::nullopt, 0, 0};
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const Joined& claimed = claimedOf(channels[i][at(one)]);
    const Joined& own = ownOf(channels[i][at(one)]);
    if (!claimed.isKnown || !(own.isKnown || whole.isKnown)) continue;
    all.claims += claimed.total;
    all.counts += own.total;
    if (claims.size() == first) claims.push_back(all);
    if (own.isKnown) claims.push_back({one, i, claimed.total, own.total});
  }
  if (whole.isKnown) all.counts = whole.total;
  if (claims.size() > first) claims[first] = all;
}

/// Customers are the leads where every lead is one.
void joinOrders(std::vector<Part>& parts) {
  for (Part& part : parts) {
    std::optional<Count>& customers = part.counts[at(Counted::customers)];
    if (customers) part.counts[at(Counted::leads)] = std::move(customers);
    customers.reset();
  }
}

std::vector<JoinedChannel> joinedOf(const std::vector<std::vector<Part>>& channels) {
  std::vector<JoinedChannel> all(channels.size());
  for (std::size_t c = 0; c < channels.size(); ++c) {
    for (std::size_t i = 0; i < kCounted; ++i) {
      all[c][i] = byCounter(channels[c], static_cast<Counted>(i));
    }
  }
  return all;
}

}  // namespace

Brought bring(ToBring given) {
  if (given.isOrders) {
    for (std::vector<Part>& parts : given.channels) joinOrders(parts);
    joinOrders(given.counted);
  }
  const How how{given.isPast, given.isOrders ? Counted::leads : Counted::customers};
  std::vector<JoinedChannel> channels = joinedOf(given.channels);
  Brought brought;
  for (const Counted one : {Counted::leads, Counted::customers, Counted::revenue}) {
    addClaims(brought.claims, channels, given.counted, one);
  }
  brought.channels = broughtOf(channels, how);
  bringDown(channels, given.counted);
  std::vector<BroughtChannel> down = broughtOf(channels, how);
  brought.isScalable = !isSame(brought.channels, down);
  if (given.isScaled) brought.channels = std::move(down);
  for (std::size_t i = 0; i < given.channels.size(); ++i) {
    brought.channels[i].kpis = kpisOf(given.channels[i]);
  }
  return brought;
}

}  // namespace roi
