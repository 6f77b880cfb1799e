#include "roi/kpi.h"

#include <algorithm>

#include "roi/levers.h"
#include "roi/order.h"

namespace roi {
namespace {

using In = KpiInput;

constexpr std::array<std::string_view, kKpiInputs> kInputs = {
#define ROI_KPI_INPUT(id) #id,
    ROI_KPI_INPUTS(ROI_KPI_INPUT)
#undef ROI_KPI_INPUT
};

constexpr std::array<std::string_view, 5> kAreas = {"engagement", "reach", "conversion", "care",
                                                    "advocacy"};

constexpr auto kNone = std::nullopt;
constexpr double kPercent = 0.01;

/// A KPI over the interactions.
constexpr KpiInfo engagement(std::string_view id, In per) {
  return {id, Unit::rate, Better::higher, KpiArea::engagement, kNone, per, kNone, kNone, 1, kNone};
}

constexpr KpiInfo rate(std::string_view id, KpiArea area, In of, In per,
                       std::optional<Metric> metric = kNone) {
  return {id, Unit::rate, Better::higher, area, of, per, kNone, kNone, 1, metric};
}

constexpr KpiInfo perPost(std::string_view id, In of) {
  return {id,    Unit::count, Better::higher, KpiArea::engagement, of, In::posts, kNone,
          kNone, 1,           kNone};
}

constexpr KpiInfo count(std::string_view id, KpiArea area, In of,
                        std::optional<Metric> metric = kNone) {
  return {id, Unit::count, Better::higher, area, of, kNone, kNone, kNone, 1, metric};
}

constexpr KpiInfo price(std::string_view id, In per, double times,
                        std::optional<Metric> metric = kNone) {
  return {id,    Unit::money, Better::lower, KpiArea::conversion, In::adSpend, per, kNone,
          kNone, times,       metric};
}

/// A difference over what it is a part of.
constexpr KpiInfo change(std::string_view id, Better better, KpiArea area, In of, In less, In per) {
  return {id, Unit::rate, better, area, of, per, less, kNone, 1, kNone};
}

/// What something would cost to buy.
constexpr KpiInfo worth(std::string_view id, KpiArea area, In of, In at, double over,
                        std::optional<In> share = kNone) {
  return {id, Unit::money, Better::higher, area,  of,    kNone, kNone,
          at, 1,           kNone,          share, kNone, over};
}

constexpr KpiInfo kKpis[] = {
    engagement("engagementRateByReach", In::reach),
    engagement("engagementRateByImpressions", In::impressions),
    engagement("engagementRateByFollowers", In::followers),
    {"engagementRateByFollowersPerPost", Unit::rate, Better::higher, KpiArea::engagement, kNone,
     In::followers, kNone, kNone, 1, kNone, kNone, In::posts},
    engagement("engagementRateByViews", In::views),
    rate("ctr", KpiArea::engagement, In::clicks, In::impressions, Metric::ctr),
    rate("allClicksCtr", KpiArea::engagement, In::allClicks, In::impressions),
    perPost("likesPerPost", In::likes),
    perPost("commentsPerPost", In::comments),
    perPost("sharesPerPost", In::shares),
    perPost("savesPerPost", In::saves),
    perPost("repostsPerPost", In::reposts),
    perPost("clicksPerPost", In::clicks),
    rate("applauseRate", KpiArea::engagement, In::likes, In::followers),
    rate("conversationRate", KpiArea::engagement, In::comments, In::followers),
    rate("amplificationRate", KpiArea::engagement, In::shares, In::followers),
    rate("viralityRate", KpiArea::engagement, In::shares, In::impressions),
    rate("hookRate", KpiArea::engagement, In::plays, In::impressions),
    rate("holdRate", KpiArea::engagement, In::thruPlays, In::plays),
    rate("engagedSessionRate", KpiArea::engagement, In::engagedSessions, In::sessions),
    change("bounceRate", Better::lower, KpiArea::engagement, In::sessions, In::engagedSessions,
           In::sessions),

    count("impressions", KpiArea::reach, In::impressions, Metric::impressions),
    count("reach", KpiArea::reach, In::reach),
    {"frequency", Unit::ratio, Better::neither, KpiArea::reach, In::impressions, In::reach, kNone,
     kNone, 1, kNone},
    count("followers", KpiArea::reach, In::followers),
    change("followerGrowth", Better::higher, KpiArea::reach, In::followers, In::followersAtStart,
           In::followersAtStart),
    rate("impressionShare", KpiArea::reach, In::impressions, In::eligibleImpressions),
    count("mentions", KpiArea::reach, In::mentions),
    rate("shareOfVoice", KpiArea::reach, In::mentions, In::marketMentions),
    count("sessions", KpiArea::reach, In::sessions),
    worth("earnedMediaValue", KpiArea::reach, In::earnedImpressions, In::marketCpm, 1000,
          In::notNegativeShare),

    rate("conversionRate", KpiArea::conversion, In::leads, In::clicks, Metric::conversionRate),
    rate("formFillRate", KpiArea::conversion, In::leads, In::formViews),
    count("leads", KpiArea::conversion, In::leads, Metric::leads),
    rate("closeRate", KpiArea::conversion, In::customers, In::leads, Metric::closeRate),
    count("customers", KpiArea::conversion, In::customers, Metric::customers),
    price("adSpendCpm", In::impressions, 1000, Metric::adSpendCpm),
    price("costPerReach", In::reach, 1000),
    price("adSpendCpc", In::clicks, 1, Metric::adSpendCpc),
    price("adSpendCpl", In::leads, 1, Metric::adSpendCpl),
    price("adSpendCac", In::customers, 1, Metric::adSpendCac),
    {"revenue", Unit::money, Better::higher, KpiArea::conversion, In::revenue, kNone, kNone, kNone,
     1, Metric::revenue},
    {"roas", Unit::ratio, Better::higher, KpiArea::conversion, In::revenue, In::adSpend, kNone,
     kNone, 1, Metric::roas},
    rate("roi", KpiArea::conversion, In::profit, In::cost, Metric::roi),

    rate("responseRate", KpiArea::care, In::answered, In::messages),
    {"meanResponseTime", Unit::count, Better::lower, KpiArea::care, In::responseHours, In::answered,
     kNone, In::answered, 1, kNone},
    {"medianResponseTime", Unit::count, Better::lower, KpiArea::care, In::medianResponseHours,
     kNone, kNone, kNone, 1, kNone},
    worth("deflectedCost", KpiArea::care, In::answered, In::callCost, 1, In::deflectedShare),
    rate("resolutionRate", KpiArea::care, In::resolved, In::cases),
    rate("satisfaction", KpiArea::care, In::goodRatings, In::ratings),
    rate("positiveMentionShare", KpiArea::care, In::positiveMentions, In::mentions),

    rate("employeeParticipation", KpiArea::advocacy, In::activeEmployees, In::employees),
    count("employeeShares", KpiArea::advocacy, In::employeeShares),
    count("employeeReach", KpiArea::advocacy, In::employeeReach),
    count("employeeClicks", KpiArea::advocacy, In::employeeClicks),
    worth("employeeClickValue", KpiArea::advocacy, In::employeeClicks, In::marketCpc, 1),
};

/// Cases resolved are none of those opened: some were opened before the period.
constexpr PartOf kPartOf[] = {
    {In::plays, In::impressions},         {In::thruPlays, In::plays},
    {In::engagedSessions, In::sessions},  {In::impressions, In::eligibleImpressions},
    {In::mentions, In::marketMentions},   {In::leads, In::formViews},
    {In::answered, In::messages},         {In::goodRatings, In::ratings},
    {In::positiveMentions, In::mentions}, {In::activeEmployees, In::employees}};

constexpr Metric kGoals[] = {Metric::impressions,     Metric::clicks,     Metric::leads,
                             Metric::customers,       Metric::revenue,    Metric::return_,
                             Metric::profit,          Metric::roi,        Metric::roas,
                             Metric::incrementalRoas, Metric::adSpendCpl, Metric::fullCostCpl,
                             Metric::fullCostCac};

/// What follows from what, in a funnel with every step: a test holds it against the model's tape.
struct Step {
  Metric from, to;
};
constexpr Step kSteps[] = {{Metric::impressions, Metric::clicks},
                           {Metric::clicks, Metric::leads},
                           {Metric::leads, Metric::customers},
                           {Metric::customers, Metric::return_},
                           {Metric::customers, Metric::revenue},
                           {Metric::revenue, Metric::return_},
                           {Metric::return_, Metric::profit},
                           {Metric::profit, Metric::roi},
                           {Metric::adSpend, Metric::cost},
                           {Metric::cost, Metric::profit},
                           {Metric::revenue, Metric::roas},
                           {Metric::adSpend, Metric::roas},
                           {Metric::revenue, Metric::incrementalRoas},
                           {Metric::adSpend, Metric::incrementalRoas},
                           {Metric::leads, Metric::adSpendCpl},
                           {Metric::adSpend, Metric::adSpendCpl},
                           {Metric::leads, Metric::fullCostCpl},
                           {Metric::cost, Metric::fullCostCpl},
                           {Metric::customers, Metric::fullCostCac},
                           {Metric::cost, Metric::fullCostCac}};

/// The plan's own among what KPIs are made of, which come first.
constexpr Metric kFigures[] = {Metric::impressions, Metric::clicks,  Metric::leads,
                               Metric::customers,   Metric::adSpend, Metric::revenue,
                               Metric::profit,      Metric::cost};

/// A figure of the plan's funnel.
std::optional<Metric> funnelFigure(In input) {
  const auto at = static_cast<std::size_t>(input);
  return at < std::size(kFigures) ? std::optional(kFigures[at]) : std::nullopt;
}

std::optional<std::size_t> placeOf(Metric metric) {
  const auto* const found = std::find(std::begin(kFigures), std::end(kFigures), metric);
  if (found == std::end(kFigures)) return std::nullopt;
  return static_cast<std::size_t>(found - kFigures);
}

/// Whether a channel knows a figure of a chain. Return is known where profit is; of a goal that
/// divides, the levers tell.
bool knows(const KpiCounts& counts, std::size_t channel, Metric metric) {
  const std::optional<std::size_t> place =
      placeOf(metric == Metric::return_ ? Metric::profit : metric);
  return !place || counts.channels[channel][*place];
}

bool isStage(Metric metric) {
  return std::find(kStages.begin(), kStages.end(), metric) != kStages.end();
}

/// The figure of the funnel that is a count times a KPI: reach x frequency = impressions.
std::optional<Metric> madeOf(In count) {
  for (const KpiInfo& kpi : kKpis) {
    if (kpi.per != count || !kpi.of || kpi.less) continue;
    const std::optional<Metric> made = funnelFigure(*kpi.of);
    if (made && isStage(*made)) return made;
  }
  return std::nullopt;
}

/// The figure of the funnel that grows as the KPI does.
std::optional<Metric> movedBy(const KpiInfo& kpi) {
  if (!kpi.of || kpi.less || kpi.at) return std::nullopt;
  const std::optional<Metric> figure = funnelFigure(*kpi.of);
  return figure || kpi.per ? figure : madeOf(*kpi.of);
}

/// Whether a figure of the funnel grows by a percent as the lever does.
bool moves(Metric lever, Metric figure) {
  if (isStage(figure)) return isStage(lever) && depth(lever) <= depth(figure);
  return lever == (figure == Metric::revenue ? Metric::value : figure);
}

/// Whether the end of a chain grows by the share that its start does: counts of the funnel and
/// revenue are products of what comes before them.
bool growsAlike(std::span<const Metric> chain) {
  const Metric end = chain.back();
  return chain.front() == end || isStage(end) || end == Metric::revenue;
}

/// The shortest way, by breadth.
std::vector<Metric> wayTo(Metric goal, Metric from) {
  std::vector<std::vector<Metric>> ways = {{from}};
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (ways[i].back() == goal) return ways[i];
    for (const Step& step : kSteps) {
      if (step.from != ways[i].back()) continue;
      std::vector<Metric> longer = ways[i];
      longer.push_back(step.to);
      ways.push_back(std::move(longer));
    }
  }
  return {};
}

}  // namespace

std::string_view text(KpiInput input) { return kInputs[static_cast<std::size_t>(input)]; }

std::optional<KpiInput> kpiInputById(std::string_view id) {
  const auto* const found = std::find(kInputs.begin(), kInputs.end(), id);
  if (found == kInputs.end()) return std::nullopt;
  return static_cast<KpiInput>(found - kInputs.begin());
}

bool isInteraction(KpiInput input) {
  return input == In::clicks || (input >= In::likes && input <= In::allClicks);
}

bool isOfPeople(KpiInput input) {
  return input == In::reach || input == In::followers || input == In::employeeReach;
}

bool isShare(KpiInput input) {
  return input == In::deflectedShare || input == In::notNegativeShare;
}

bool isAllUnlessSaid(KpiInput input) { return input == In::notNegativeShare; }

bool overlaps(const KpiInfo& kpi) {
  return (kpi.of && isOfPeople(*kpi.of)) || (kpi.per && isOfPeople(*kpi.per));
}

bool isPerPerson(const KpiInfo& kpi) {
  return kpi.per == In::employees || (kpi.per == In::reach && !countsInteractions(kpi));
}

bool isOfOneChannel(const KpiInfo& kpi) {
  return isPerPerson(kpi) || kpi.meanOver || kpi.of == In::medianResponseHours;
}

std::string_view text(KpiArea area) { return kAreas[static_cast<std::size_t>(area)]; }

std::span<const KpiInfo> kpis() { return kKpis; }

const KpiInfo* kpiById(std::string_view id) {
  const auto* const found = std::find_if(std::begin(kKpis), std::end(kKpis),
                                         [&](const KpiInfo& k) { return k.id == id; });
  return found == std::end(kKpis) ? nullptr : found;
}

std::vector<KpiInput> inputsOf(const KpiInfo& kpi, std::span<const KpiInput> interactions) {
  std::vector<KpiInput> inputs;
  const auto add = [&](std::optional<KpiInput> input) {
    const bool isNew = input && std::find(inputs.begin(), inputs.end(), *input) == inputs.end();
    if (isNew) inputs.push_back(*input);
  };
  if (countsInteractions(kpi)) {
    for (const KpiInput one : interactions) add(one);
  }
  add(kpi.of);
  add(kpi.less);
  add(kpi.share);
  add(kpi.at);
  add(kpi.meanOver);
  add(kpi.per);
  return inputs;
}

std::optional<KpiInput> missingOf(const KpiCounts& counts, std::size_t channel,
                                  const KpiInfo& kpi) {
  for (const KpiInput input : inputsOf(kpi, counts.interactions)) {
    const bool isKnown = counts.channels[channel][static_cast<std::size_t>(input)].has_value();
    if (!isKnown && !isAllUnlessSaid(input)) return input;
  }
  return std::nullopt;
}

std::vector<PartOf> partsOf(const KpiInfo& kpi, std::span<const KpiInput> interactions) {
  const std::vector<KpiInput> inputs = inputsOf(kpi, interactions);
  const auto isOfIt = [&](KpiInput input) {
    return std::find(inputs.begin(), inputs.end(), input) != inputs.end();
  };
  std::vector<PartOf> pairs;
  for (const PartOf& pair : kPartOf) {
    if (isOfIt(pair.part) && isOfIt(pair.whole)) pairs.push_back(pair);
  }
  return pairs;
}

std::optional<PartOf> excessOf(const KpiCounts& counts, std::size_t channel, const KpiInfo& kpi) {
  const auto countOf = [&](KpiInput input) {
    return counts.channels[channel][static_cast<std::size_t>(input)];
  };
  for (const PartOf& pair : partsOf(kpi, counts.interactions)) {
    const Input part = countOf(pair.part);
    const Input whole = countOf(pair.whole);
    if (!part || !whole) continue;
    if (counts.quantities[*part].likely > counts.quantities[*whole].likely) return pair;
  }
  return std::nullopt;
}

bool isCounted(const KpiCounts& counts, std::size_t channel, const KpiInfo& kpi) {
  return !missingOf(counts, channel, kpi) && !excessOf(counts, channel, kpi);
}

bool isOnlyByChannel(const KpiCounts& counts, const KpiInfo& kpi) {
  std::size_t counted = 0;
  for (std::size_t c = 0; c < counts.channels.size(); ++c) counted += isCounted(counts, c, kpi);
  return isOfOneChannel(kpi) && counted > 1;
}

std::vector<std::size_t> ranked(std::span<const std::optional<double>> figures, Better better) {
  const auto isBetter = [&](std::size_t a, std::size_t b) {
    if (!figures[a] || !figures[b]) return figures[a].has_value() && !figures[b];
    return better == Better::lower ? *figures[a] < *figures[b] : *figures[a] > *figures[b];
  };
  std::vector<std::size_t> order = ordered(figures.size(), isBetter);
  while (!order.empty() && !figures[order.back()]) order.pop_back();
  return order;
}

std::span<const Metric> goals() { return kGoals; }

std::vector<Metric> chainOf(const KpiInfo& kpi, Metric goal) {
  if (kpi.metric == goal) return {goal};
  const std::optional<Metric> from = movedBy(kpi);
  return from ? wayTo(goal, *from) : std::vector<Metric>();
}

std::optional<double> effectOf(const KpiCounts& counts, std::span<const KpiLever> levers,
                               std::size_t channel, std::span<const Metric> chain) {
  const auto isKnown = [&](Metric metric) { return knows(counts, channel, metric); };
  if (chain.empty() || !placeOf(chain.front())) return std::nullopt;
  if (!std::all_of(chain.begin(), chain.end(), isKnown)) return std::nullopt;
  const std::optional<std::size_t> goal = placeOf(chain.back());
  if (goal && growsAlike(chain)) {
    return kPercent * counts.quantities[*counts.channels[channel][*goal]].likely;
  }
  // a funnel without customers has no levers
  const bool hasLevers = !isStage(chain.front()) || isKnown(Metric::customers);
  if (levers.empty() || !hasLevers) return std::nullopt;
  double percent = 0;
  for (const KpiLever& lever : levers) {
    if (lever.channel == channel && moves(lever.kind, chain.front())) percent += lever.percent;
  }
  return percent;
}

}  // namespace roi
