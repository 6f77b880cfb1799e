#pragma once
// What exports counted as figures of a plan: what may stand for what, how the parts of a channel
// are joined, and the ranges that their counts support. methodology.md, "Ranges from counts" and
// "Counts of exports". core/docs/decisions/0022-counts-become-figures.md

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "roi/kpi.h"
#include "roi/platform.h"
#include "roi/scenario.h"

namespace roi {

/// What exports count of a channel, in the order of the funnel.
enum class Counted : std::uint8_t { spend, impressions, clicks, leads, customers, revenue };
inline constexpr std::size_t kCounted = 6;
std::string_view text(Counted counted);
/// What an ad platform counts as won is its own claim, where a business may count otherwise.
constexpr bool isWon(Counted counted) { return counted >= Counted::leads; }

/// The meanings that are summed in an export and may stand for a figure, best first: clicks on the
/// link before clicks of every kind, visits where a file has no clicks. What is something else
/// under a similar name is not among them: a form that was opened is no lead, a page view no
/// impression. Of results of several kinds none is, until one is chosen.
std::vector<Meaning> offersFor(const Export& result, Counted counted);

/// A count of the scorecard that an export has: a column's sum, or how many rows there are.
struct KpiOffer {
  KpiInput of = KpiInput::likes;
  std::optional<Meaning> meaning;  ///< nothing: the rows, each of which is a post
};

/// What an export counts of what KPIs are made of, besides the plan's own figures. Reactions are
/// likes of every kind; clicks of every kind are told from those on the link only where a file has
/// both.
std::vector<KpiOffer> kpiOffersOf(const Export& result);

// Ranges

/// Period by period; nothing: not known.
using Series = std::vector<std::optional<double>>;

/// How much figures vary from period to period, and over how many of them that was seen; 1: it was
/// not, and there is counting alone.
struct Variation {
  double size = 0;
  std::size_t periods = 1;
};

/// Of a share, period by period so many of so many cases: how many times what counting alone makes
/// it, at least 1: Pearson's chi-square over its degrees of freedom. P. McCullagh, J. A. Nelder,
/// Generalized Linear Models, 2nd ed. (1989), 4.5. Periods without cases tell nothing.
Variation variationOfShare(const Series& share, const Series& cases);

/// Of a price: the variance of its logarithm about that of all cost over all units, weighted by
/// units, over the number of periods less one. Periods without cost or units tell nothing.
Variation variationOfPrice(const Series& cost, const Series& units);

/// A range about what was measured.
struct CountedRange {
  double low = 0, likely = 0, high = 0;  ///< 5, 50 and 95 % points
  bool isMedian = false;                 ///< none or all of the cases: likely is not what was seen
  std::size_t periods = 1;
};

/// The range that a rate seen as k of n cases supports: supported() of as many cases as are left
/// when each counts for less by how much the share varies. However much that is, what came of the
/// cases, and what did not, still counts for an eighth of a case. Nothing for what is no rate (k
/// above n), of fewer cases than one, or where no range that may be typed holds k / n.
std::optional<CountedRange> rateRange(double k, double n, const Variation& variation);

/// The range of a unit price, cost / units: log-normal about it, with the larger of counting's
/// variance, 1 / units, and the variance seen, over the number of periods. Nothing for fewer units
/// than one, or a price that may not be typed.
std::optional<CountedRange> priceRange(double cost, double units, const Variation& variation);

// Figures

/// What was counted: in all and, where it is known, period by period (else empty).
struct Count {
  double total = 0;
  Series series;
};

struct KpiCount {
  KpiInput of = KpiInput::likes;
  double total = 0;
};

/// What one name of one export sums to.
struct Part {
  Counter counter = Counter::business;
  Periods periods;  ///< of the series
  std::array<std::optional<Count>, kCounted> counts;
  std::vector<KpiCount> kpis = {};
  std::optional<std::int32_t> until = {};  ///< its last day
};

/// The figures of a channel that counts become, by their names in a document; adSpend is the amount
/// of a cost line.
#define ROI_BROUGHT(X) \
  X(adSpend)           \
  X(impressions)       \
  X(ctr)               \
  X(adSpendCpm)        \
  X(clicks)            \
  X(adSpendCpc)        \
  X(conversionRate)    \
  X(leads)             \
  X(closeRate)         \
  X(customers)         \
  X(revenuePerCustomer)

enum class BroughtAs : std::uint8_t {
#define ROI_BROUGHT_AS(id) id,
  ROI_BROUGHT(ROI_BROUGHT_AS)
#undef ROI_BROUGHT_AS
};
std::string_view text(BroughtAs figure);

struct BroughtFigure {
  BroughtAs as = BroughtAs::adSpend;
  double low = 0, likely = 0, high = 0;  ///< one and the same: a value
  bool isMedian = false;
  double cases = 0;                ///< of a rate its cases, of a price its units; else 0
  std::size_t periods = 0;         ///< a range rests on; 0: a value
  std::vector<std::size_t> parts;  ///< it rests on
  bool isClaimed = false;
  double scaledBy = 1;  ///< how many times what it was before claims were brought down
  std::optional<std::int32_t> until;  ///< the last day of the parts it rests on

  bool isRange() const { return low < high; }
  friend bool operator==(const BroughtFigure&, const BroughtFigure&) = default;
};

struct BroughtKpi {
  KpiInput of = KpiInput::likes;
  double total = 0;
  std::vector<std::size_t> parts;  ///< it rests on
};

struct BroughtChannel {
  std::vector<BroughtFigure> figures;  ///< none twice
  std::vector<BroughtKpi> kpis;        ///< none twice
  Periods periods;
  std::array<Series, kCounted> series;  ///< empty, or of all the periods
};

/// What ad platforms claim against what the business counted.
struct Claim {
  Counted counted = Counted::leads;
  std::optional<std::size_t> channel;  ///< nothing: of all
  double claims = 0, counts = 0;
};

struct Brought {
  bool isScalable = false;  ///< figures are others where claims are brought down
  std::vector<BroughtChannel> channels;
  std::vector<Claim> claims;
};

struct ToBring {
  bool isPast = false;    ///< a campaign that has happened: counts as they are
  bool isScaled = false;  ///< claims are brought down to what was counted
  bool isOrders = false;  ///< every lead is a customer: customers of a part, or else leads
  std::vector<std::vector<Part>> channels;
  std::vector<Part> counted = {};  ///< of all channels together, with what is counted in them
};

/// Figures of each channel. Of each count, parts of one counter are added up, never those of
/// several: of what was won those of the business, or else of analytics, or else the claimed ones;
/// of what was bought those of ad platforms, or else of the business, or else of analytics. Their
/// series are of the periods that all of them have. Of what happened, counts stay counts. Of a
/// plan, clicks follow ad spend by their price, or impressions do where there are no clicks; else
/// clicks follow impressions by their rate; leads follow clicks, customers leads; what follows
/// nothing by a rate stays a count. So no fact has two ranges, and at the likely figures the plan
/// gives what was counted, but where that was none or all.
///
/// Close rate and revenue per customer are quotients of what one counter counted. Customers that
/// the business did not count, where leads are of another counter and of none of theirs, are left
/// out of a plan.
///
/// Counts of KPIs are those of the business's own pages, or else of analytics, or else of ad
/// platforms, added up; people are not, for they may be the same ones: their number is known where
/// one part states it.
///
/// Claims are compared by channel where it has other counts, and in all: with what was counted of
/// all channels together where that is given, or else with the channels' own. Brought down, the
/// claims of channels without counts of their own add up to what those counts leave of the whole;
/// fewer claims than that stay as they are, for what no platform claims came another way.
Brought bring(ToBring given);

}  // namespace roi
