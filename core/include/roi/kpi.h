#pragma once
// The scorecard: KPIs of the trade as sums of counts over one count, and which of them lead to a
// goal. A table and one rule over a number type, as the model is; the plan itself knows nothing of
// it. methodology.md, "Scorecard". core/docs/decisions/0025-kpis-beside-the-plan.md

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "roi/sheet.h"
#include "roi/trace.h"

namespace roi {

/// What KPIs are made of: figures of the plan's funnel, then what is counted besides it, then
/// market prices. Each is of a period, but for followers, which are a stock at its end or start.
/// Shares, hours and prices are of one channel: they do not add up.
#define ROI_KPI_INPUTS(X) \
  X(impressions)          \
  X(clicks)               \
  X(leads)                \
  X(customers)            \
  X(adSpend)              \
  X(revenue)              \
  X(profit)               \
  X(cost)                 \
  X(reach)                \
  X(followers)            \
  X(followersAtStart)     \
  X(posts)                \
  X(likes)                \
  X(comments)             \
  X(shares)               \
  X(saves)                \
  X(reposts)              \
  X(follows)              \
  X(allClicks)            \
  X(views)                \
  X(plays)                \
  X(thruPlays)            \
  X(mentions)             \
  X(marketMentions)       \
  X(positiveMentions)     \
  X(eligibleImpressions)  \
  X(earnedImpressions)    \
  X(notNegativeShare)     \
  X(sessions)             \
  X(engagedSessions)      \
  X(formViews)            \
  X(messages)             \
  X(answered)             \
  X(cases)                \
  X(resolved)             \
  X(ratings)              \
  X(goodRatings)          \
  X(responseHours)        \
  X(medianResponseHours)  \
  X(deflectedShare)       \
  X(callCost)             \
  X(employees)            \
  X(activeEmployees)      \
  X(employeeShares)       \
  X(employeeClicks)       \
  X(employeeReach)        \
  X(marketCpc)            \
  X(marketCpm)

enum class KpiInput : std::uint8_t {
#define ROI_KPI_INPUT(id) id,
  ROI_KPI_INPUTS(ROI_KPI_INPUT)
#undef ROI_KPI_INPUT
};

#define ROI_ONE(id) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kKpiInputs = 0 ROI_KPI_INPUTS(ROI_ONE);
#undef ROI_ONE

std::string_view text(KpiInput input);
std::optional<KpiInput> kpiInputById(std::string_view id);

/// Whether it may count as an interaction.
bool isInteraction(KpiInput input);

/// A number of people, who may be the same ones where they are counted twice.
bool isOfPeople(KpiInput input);

/// A fraction, 0 to 1.
bool isShare(KpiInput input);

/// Whether all is meant where it is not said: a share that is not negative.
bool isAllUnlessSaid(KpiInput input);

enum class KpiArea : std::uint8_t { engagement, reach, conversion, care, advocacy };
std::string_view text(KpiArea area);

/// One KPI: of - less, times share and at, times or over a factor, over meanOver and per. Its
/// recipe is its identity: the interactions that are counted are chosen once for a whole scorecard.
struct KpiInfo {
  std::string_view id;
  Unit unit;
  Better better;
  KpiArea area;
  std::optional<KpiInput> of;  ///< nothing: the interactions
  std::optional<KpiInput> per;
  std::optional<KpiInput> less;
  std::optional<KpiInput> at;    ///< a price of it, never a return; or what it is weighed by
  double times = 1;              ///< 1000 of a price of a thousand
  std::optional<Metric> metric;  ///< the plan's own figure, which answers it instead
  std::optional<KpiInput> share{};
  std::optional<KpiInput> meanOver{};  ///< of so many posts, what one is on average
  double over = 1;                     ///< 1000 of a number at a price of a thousand
};

inline bool countsInteractions(const KpiInfo& kpi) { return !kpi.of; }

/// Whether it is a mean of channels' own figures, weighed by what it is divided by.
inline bool isWeighed(const KpiInfo& kpi) { return kpi.at && kpi.at == kpi.per; }

/// Whether channels count the same people by it, so that a sum over them is no number of people.
bool overlaps(const KpiInfo& kpi);

/// Whether it says something of each person, so that over channels with the same people there is no
/// total: who is reached twice in two channels each is not reached twice, but four times.
bool isPerPerson(const KpiInfo& kpi);

/// Whether there is no total over several channels: it is of each person, a median, or what a post
/// does with the followers of its own channel.
bool isOfOneChannel(const KpiInfo& kpi);

/// Every KPI, area by area.
std::span<const KpiInfo> kpis();
const KpiInfo* kpiById(std::string_view id);

/// What is known of the channels.
struct KpiCounts {
  std::vector<Quantity> quantities;
  std::vector<std::array<Input, kKpiInputs>> channels;
  std::vector<KpiInput> interactions;  ///< at least one where a KPI counts them
};

/// All that a KPI is made of, each once.
std::vector<KpiInput> inputsOf(const KpiInfo& kpi, std::span<const KpiInput> interactions);

/// The first of them that is not known of a channel.
std::optional<KpiInput> missingOf(const KpiCounts& counts, std::size_t channel, const KpiInfo& kpi);

/// A count that is a part of another.
struct PartOf {
  KpiInput part, whole;
  bool operator==(const PartOf&) const = default;
};

/// The parts and wholes that both stand in a KPI.
std::vector<PartOf> partsOf(const KpiInfo& kpi, std::span<const KpiInput> interactions);

/// A part that a channel counts more of than of its whole, by their likely values: a share of it
/// would be none.
std::optional<PartOf> excessOf(const KpiCounts& counts, std::size_t channel, const KpiInfo& kpi);

/// Whether a channel is in the total: it knows every count, and no part exceeds its whole.
bool isCounted(const KpiCounts& counts, std::size_t channel, const KpiInfo& kpi);

/// Whether more than one channel is counted by what has no total over several.
bool isOnlyByChannel(const KpiCounts& counts, const KpiInfo& kpi);

/// KPIs worked out over a number type. The scope of a figure is a channel's index, or
/// channels.size() for the total. Asked KPI by KPI, of the table, each figure, sum and count is
/// made once. The line of a figure's label is the count that it is the sum of, or after all counts
/// a KPI.
template <class Num>
class KpiSheet {
 public:
  /// The counts must outlive the sheet.
  explicit KpiSheet(const KpiCounts& counts, Numbers<Num> numbers = {})
      : counts_(counts), numbers_(std::move(numbers)), made_(counts.quantities.size()) {}

  /// Undefined where a count is missing, a part exceeds its whole, what it is divided by is 0, or a
  /// total is none: missingOf, excessOf, KpiInfo::per and isOnlyByChannel say which. A total
  /// divides sums over the channels that are counted, and never averages rates.
  Num operator()(std::size_t scope, const KpiInfo& kpi) {
    turnTo(kpi);
    std::optional<Num>& figure = made_[firstSum() + kKpiInputs + scope];
    if (!figure) figure = work(scope, kpi);
    return *figure;
  }

  /// What is divided: of a KPI without per, itself. What each channel multiplies is added up.
  Num numerator(std::size_t scope, const KpiInfo& kpi) {
    const bool isTotal = scope == counts_.channels.size();
    return isTotal && kpi.at ? sumOfChannels(kpi) : multiplied(scope, kpi);
  }

  /// Of a KPI that has a per.
  Num denominator(std::size_t scope, const KpiInfo& kpi) { return sumOf(scope, kpi, *kpi.per); }

 private:
  void turnTo(const KpiInfo& kpi) {
    if (kpi_ == &kpi) return;
    kpi_ = &kpi;
    made_.resize(firstSum());
    made_.resize(firstSum() + kKpiInputs + counts_.channels.size() + 1);
    counted_.clear();
    for (std::size_t c = 0; c < counts_.channels.size(); ++c) {
      if (isCounted(counts_, c, kpi)) counted_.push_back(c);
    }
  }

  Num work(std::size_t scope, const KpiInfo& kpi) {
    const bool isTotal = scope == counts_.channels.size();
    const bool isNone =
        isTotal ? isOnlyByChannel(counts_, kpi) : excessOf(counts_, scope, kpi).has_value();
    if (isNone) return numbers_.missing(Metric::amount);
    const Num top = numerator(scope, kpi);
    const Num figure = kpi.per ? quotient(top, denominator(scope, kpi), Metric::amount) : top;
    return named(scope, kKpiInputs + static_cast<std::size_t>(&kpi - kpis().data()), figure);
  }

  Num multiplied(std::size_t scope, const KpiInfo& kpi) {
    Num top = kpi.of ? sumOf(scope, kpi, *kpi.of) : interactions(scope, kpi);
    if (kpi.less) top = top - sumOf(scope, kpi, *kpi.less);
    if (kpi.share && isKnown(scope, *kpi.share)) top = top * sumOf(scope, kpi, *kpi.share);
    if (kpi.at) top = top * sumOf(scope, kpi, *kpi.at);
    if (kpi.meanOver) top = quotient(top, sumOf(scope, kpi, *kpi.meanOver), Metric::amount);
    if (kpi.over != 1) return quotient(top, constant(kpi.over), Metric::amount);
    return kpi.times == 1 ? top : top * constant(kpi.times);
  }

  bool isKnown(std::size_t channel, KpiInput input) const {
    return !isAllUnlessSaid(input) ||
           counts_.channels[channel][static_cast<std::size_t>(input)].has_value();
  }

  /// What is a KPI of each channel, or the numerator of one.
  Num sumOfChannels(const KpiInfo& kpi) {
    turnTo(kpi);
    std::vector<Num> parts;
    for (const std::size_t c : counted_) {
      parts.push_back(kpi.per ? multiplied(c, kpi) : (*this)(c, kpi));
    }
    return sum(parts);
  }

  Num interactions(std::size_t scope, const KpiInfo& kpi) {
    std::vector<Num> parts;
    for (const KpiInput input : counts_.interactions) parts.push_back(sumOf(scope, kpi, input));
    return sum(parts);
  }

  /// A count of a channel; of the total, over the channels that are counted.
  Num sumOf(std::size_t scope, const KpiInfo& kpi, KpiInput input) {
    const auto at = static_cast<std::size_t>(input);
    if (scope < counts_.channels.size()) return known(counts_.channels[scope][at]);
    turnTo(kpi);
    std::optional<Num>& made = made_[firstSum() + at];
    if (!made) made = named(scope, at, sumOver(at));
    return *made;
  }

  Num sumOver(std::size_t input) {
    std::vector<Num> parts;
    for (const std::size_t c : counted_) parts.push_back(known(counts_.channels[c][input]));
    return sum(parts);
  }

  Num known(Input input) {
    if (!input) return numbers_.missing(Metric::amount);
    std::optional<Num>& made = made_[*input];
    if (!made) made = numbers_.input(*input, counts_.quantities[*input]);
    return *made;
  }

  std::size_t firstSum() const { return counts_.quantities.size(); }

  Num constant(double value) { return numbers_.constant(value, Metric::amount); }

  /// Of a sum, the count that it is of; after all counts, the KPI.
  Num named(std::size_t scope, std::size_t line, const Num& figure) {
    const auto small = [](std::size_t index) { return static_cast<std::uint32_t>(index); };
    return numbers_.named({small(scope), Metric::amount, small(line), Label::Part::whole}, figure);
  }

  Num sum(const std::vector<Num>& parts) {
    if (parts.empty()) return numbers_.missing(Metric::amount);
    return parts.size() == 1 ? parts.front() : numbers_.sum(parts);
  }

  const KpiCounts& counts_;
  Numbers<Num> numbers_;
  const KpiInfo* kpi_ = nullptr;  ///< that was asked last
  /// Counts; then, of that KPI, sums of counts, and figures by their scope.
  std::vector<std::optional<Num>> made_;
  std::vector<std::size_t> counted_;  ///< channels in its total
};

/// Where a KPI lies.
struct KpiRange {
  double low = 0, high = 0;
};

/// A KPI's least and greatest value while every count lies within its range, low to high, whatever
/// the others are: with each at the end that lowers it, and with each at the end that raises it. It
/// is no interval of a confidence. A part is held within its whole: where their ranges overlap, as
/// far as both are equal. Sums add the ends of their parts; a weighed mean is least where what is
/// below it weighs most. figure: of the same counts, and
/// defined. Counts are not below 0; a profit may be, while it and the cost are exact. Nothing where
/// no count that matters is a range. methodology.md, "Scorecard"
std::optional<KpiRange> rangeOf(const KpiCounts& counts, std::size_t scope, const KpiInfo& kpi,
                                const Trace& figure);

/// Channels that have a figure, the best first, or where neither is better the highest; equals as
/// they stand.
std::vector<std::size_t> ranked(std::span<const std::optional<double>> figures, Better better);

// What leads to a goal

/// The metrics that a plan may have as its goal.
std::span<const Metric> goals();

/// From the figure of the full funnel that grows as the KPI does, with what the KPI is divided by
/// held, step by step to the goal's metric; empty if no formula leads there. It is of the funnel
/// and not of how a plan was typed.
std::vector<Metric> chainOf(const KpiInfo& kpi, Metric goal);

/// What one percent more of a lever of one channel does to the goal. See LeverEffect.
struct KpiLever {
  Metric kind = Metric::leads;
  std::size_t channel = 0;
  double percent = 0;
};

/// What one percent more of what a chain begins with does to the goal, in the goal's unit, through
/// one channel: where the goal is a count of the funnel or revenue, or what the chain begins with,
/// a hundredth of it; else a count of the funnel moves it as the volume at its top does, and
/// revenue as the value of a customer. 0 where no lever of the channel moves it; nothing where the
/// channel does not know a figure of the chain, where the chain is a goal that divides and nothing
/// else, or without levers. counts: the plan's own among them.
std::optional<double> effectOf(const KpiCounts& counts, std::span<const KpiLever> levers,
                               std::size_t channel, std::span<const Metric> chain);

}  // namespace roi
