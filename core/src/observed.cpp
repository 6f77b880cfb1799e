#include "roi/observed.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "roi/cash_flow.h"
#include "roi/likelihood.h"
#include "roi/luck.h"
#include "roi/verdict.h"

namespace roi {
namespace {

using enum Metric;

constexpr std::array<Metric, 3> kRates = {ctr, conversionRate, closeRate};
constexpr std::array<Metric, 5> kPrices = {adSpendCpm, adSpendCpc, adSpendCpl, averageOrderValue,
                                           revenuePerCustomer};

bool isPrice(Metric figure) {
  return std::find(kPrices.begin(), kPrices.end(), figure) != kPrices.end();
}

/// The counts on both sides of a rate.
std::pair<Metric, Metric> countsOf(Metric rate) {
  if (rate == ctr) return {impressions, clicks};
  return rate == conversionRate ? std::pair(clicks, leads) : std::pair(leads, customers);
}

/// What a price is paid for.
Metric paidFor(Metric price) {
  if (price == adSpendCpm) return impressions;
  return price == adSpendCpc ? clicks : leads;
}

/// Whole, but where a rate is not that of whole cases: 0.07 x 100 is 7.000000000000001.
double hitsOf(const Observed& rate) {
  constexpr double kTyped = 0.01;  // of a hit: percentages are typed to two decimals
  const double hits = rate.value * rate.cases;
  const double whole = std::floor(hits + 0.5);
  return std::fabs(hits - whole) < kTyped ? whole : hits;
}

std::size_t stageNumber(Metric stage) {
  const auto* const at = std::find(kStages.begin(), kStages.end(), stage);
  return static_cast<std::size_t>(at - kStages.begin());
}

int rounded(double positive) { return static_cast<int>(positive + 0.5); }

/// The first day of a month that is counted from January 1970; after the year 9999 months are of
/// one length.
int firstOf(int month) {
  constexpr int kLast = (9999 - 1970) * 12 + 11;
  const int known = std::min(month, kLast);
  const std::string inYear = std::to_string(101 + known % 12).substr(1);
  const std::string date = std::to_string(1970 + known / 12) + "-" + inYear + "-01";
  return dayNumber(date).value_or(0) + 30 * (month - known);
}

int daysOf(const Scenario& plan, const Since& since) {
  return dayAfterPlan(since.start, plan.quantities[*plan.periodMonths].likely) - since.start;
}

/// Whether the plan's days are over by the end of one.
bool isOverBy(const Since& since, int days, int day) { return day + 1 - since.start >= days; }

double monthsBy(const Scenario& plan, const Since& since, int days, int day) {
  const double gone = static_cast<double>(day + 1 - since.start) / days;
  return gone * plan.quantities[*plan.periodMonths].likely;
}

/// The share of a channel's count that should have come by then.
double doneBy(const Scenario& plan, std::size_t channel, Metric stage, double months) {
  const auto by = stage == customers ? boughtBy : cameInBy;
  return by(plan, channel, months);
}

/// What the figures of a plan came to; see cameTo.
class Outcomes {
 public:
  Outcomes(const Scenario& plan, const Since& since)
      : plan_(plan), since_(since), days_(daysOf(plan, since)) {}

  std::optional<Came> of(std::size_t scope, Metric figure) const {
    if (!isOfCases(figure)) {
      const std::optional<double> count = countOf(scope, countedAs(plan_, figure));
      return count ? std::optional<Came>({*count, 0}) : std::nullopt;
    }
    const Observed* stated = last(scope, figure);
    if (stated)
      return isOver(*stated) ? std::optional<Came>({stated->value, stated->cases}) : std::nullopt;
    return isPrice(figure) ? std::nullopt : shareOf(scope, figure);
  }

 private:
  std::size_t total() const { return plan_.channels.size(); }

  const Observed* last(std::size_t scope, Metric figure) const {
    const Observed* found = nullptr;
    for (const Observed& one : since_.observed) {
      if (one.channel.value_or(total()) != scope || countedAs(plan_, one.figure) != figure)
        continue;
      if (!found || one.day > found->day) found = &one;
    }
    return found;
  }

  bool isOver(const Observed& seen) const { return isOverBy(since_, days_, seen.day); }

  bool isComplete(std::size_t channel, const Observed& seen) const {
    if (seen.figure == adSpend) return isOver(seen);
    const double months = monthsBy(plan_, since_, days_, seen.day);
    return doneBy(plan_, channel, countedAs(plan_, seen.figure), months) >= 1;
  }

  bool counts(std::size_t channel, Metric figure) const {
    return figure == adSpend ? hasAdSpend(plan_, channel) : known(plan_, channel, figure);
  }

  std::optional<double> countOf(std::size_t scope, Metric figure) const {
    if (figure != adSpend && std::find(kStages.begin(), kStages.end(), figure) == kStages.end()) {
      return std::nullopt;
    }
    if (scope < total()) return ofChannel(scope, last(scope, figure));
    bool isByChannel = false;
    for (std::size_t c = 0; c < total(); ++c) isByChannel = isByChannel || last(c, figure);
    std::optional<double> sum;
    for (std::size_t c = 0; c < total(); ++c) {
      if (!counts(c, figure)) continue;
      const std::optional<double> count = ofChannel(c, last(isByChannel ? c : total(), figure));
      if (!count) return std::nullopt;
      sum = isByChannel ? sum.value_or(0) + *count : *count;
    }
    return sum;
  }

  std::optional<double> ofChannel(std::size_t channel, const Observed* seen) const {
    return seen && isComplete(channel, *seen) ? std::optional(seen->value) : std::nullopt;
  }

  /// A rate that is stated for the plan and not for some channels is not that of all of them.
  std::optional<Came> shareOf(std::size_t scope, Metric rate) const {
    if (scope == total() && isOfSomeAlone(rate)) return std::nullopt;
    const auto [above, below] = countsOf(rate);
    const std::optional<double> cases = countOf(scope, countedAs(plan_, above));
    const std::optional<double> hits = countOf(scope, countedAs(plan_, below));
    if (!cases || !hits || !(*cases > 0) || *hits > *cases) return std::nullopt;
    return Came{*hits / *cases, *cases};
  }

  bool isOfSomeAlone(Metric rate) const {
    return std::any_of(plan_.channels.begin(), plan_.channels.end(), [&](const Channel& channel) {
      return channel.given[static_cast<std::size_t>(rate)].has_value();
    });
  }

  const Scenario& plan_;
  const Since& since_;
  int days_;
};

std::vector<Quantity> withLevels(const Scenario& plan) {
  std::vector<Quantity> quantities = plan.quantities;
  addLuck(quantities, plan);
  addLuck(quantities, plan);
  return quantities;
}

std::uint32_t customerLevels(const Scenario& plan) {
  return static_cast<std::uint32_t>(plan.quantities.size());
}

std::uint32_t leadLevels(const Scenario& plan) {
  return customerLevels(plan) + static_cast<std::uint32_t>(plan.channels.size());
}

}  // namespace

Metric countedAs(const Scenario& plan, Metric figure) {
  return plan.action == Action::order && figure == customers ? leads : figure;
}

bool isOfCases(Metric figure) {
  return isPrice(figure) || std::find(kRates.begin(), kRates.end(), figure) != kRates.end();
}

int dayAfterPlan(int start, double months) {
  constexpr double kDaysAMonth = 365.25 / kMonthsAYear;
  const int whole = static_cast<int>(months);
  int month = std::max(0, start / 31);  // not later than it is
  while (firstOf(month + 1) <= start) ++month;
  const int length = firstOf(month + whole + 1) - firstOf(month + whole);
  const int end = firstOf(month + whole) + std::min(start - firstOf(month), length - 1);
  return std::max(start + 1, end + rounded((months - whole) * kDaysAMonth));
}

double Datum::logLikelihood(double expectation) const {
  switch (kind) {
    case Kind::count: return logPoisson(value, expectation);
    case Kind::part: return logBinomial(value, cases, expectation);
    case Kind::price: break;
  }
  return logPrice(value, cases, expectation);
}

std::optional<Came> cameTo(const Scenario& plan, const Since& since, std::size_t scope,
                           Metric figure) {
  return Outcomes(plan, since).of(scope, figure);
}

std::optional<Came> cameTo(const Scenario& plan, const Since& since, std::uint32_t input) {
  const auto figure = static_cast<std::size_t>(plan.quantities[input].metric);
  for (std::size_t c = 0; c <= plan.channels.size(); ++c) {
    const Inputs& given = c < plan.channels.size() ? plan.channels[c].given : plan.given;
    if (given[figure] == input) return cameTo(plan, since, c, plan.quantities[input].metric);
  }
  return std::nullopt;
}

ObservedPlan::ObservedPlan(const Scenario& plan, const Since& since)
    : quantities(withLevels(plan)),
      days(daysOf(plan, since)),
      planned(plan, Numbers<Trace>(tape, customerLevels(plan))),
      expected(plan, Numbers<Trace>(tape)),
      given(plan, Numbers<Trace>(tape, customerLevels(plan))),
      plan_(plan),
      since_(since),
      last_((plan.channels.size() + 1) * kMetrics),
      standings_(plan.channels.size() * kStages.size()) {
  findLast();
  for (const Metric stage : kStages) {
    for (std::size_t scope = 0; scope <= total(); ++scope) count(scope, stage);
  }
  for (std::size_t scope = 0; scope <= total(); ++scope) {
    for (const Metric rate : kRates) ofCases(scope, rate);
    for (const Metric price : kPrices) ofCases(scope, price);
    spent.push_back(lastOf(scope, adSpend));
  }
  for (std::size_t scope = 0; scope <= total(); ++scope) stateSpent(scope);
}

std::optional<std::size_t>& ObservedPlan::lastOf(std::size_t scope, Metric figure) {
  return last_[placeOf(scope, figure)];
}

ObservedPlan::Standing& ObservedPlan::standing(std::size_t channel, Metric stage) {
  return standings_[channel * kStages.size() + stageNumber(stage)];
}

/// Of each figure the last day. What a channel states of itself stands before the plan's.
void ObservedPlan::findLast() {
  const std::vector<Observed>& all = since_.observed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t scope = all[i].channel.value_or(total());
    auto& last = lastOf(scope, countedAs(plan_, all[i].figure));
    if (!last || all[i].day > all[*last].day) last = i;
  }
  for (std::size_t m = 0; m < kMetrics; ++m) {
    auto& ofPlan = lastOf(total(), static_cast<Metric>(m));
    if (!ofPlan || isOfCases(static_cast<Metric>(m))) continue;
    for (std::size_t c = 0; c < total(); ++c) {
      if (!lastOf(c, static_cast<Metric>(m))) continue;
      unused.push_back(*ofPlan);
      ofPlan.reset();
      break;
    }
  }
}

std::vector<std::size_t> ObservedPlan::channelsOf(std::size_t scope) const {
  if (scope < total()) return {scope};
  std::vector<std::size_t> all;
  for (std::size_t c = 0; c < total(); ++c) all.push_back(c);
  return all;
}

// Counts

double ObservedPlan::doneBy(std::size_t channel, Metric stage, int day) const {
  return roi::doneBy(plan_, channel, stage, monthsBy(plan_, since_, days, day));
}

/// What was spent on a channel's ads by the end of a day, and on which channels.
std::optional<ObservedPlan::Spent> ObservedPlan::spentBy(std::size_t channel, int day) const {
  const auto stated = [&](std::size_t scope) -> const Observed* {
    for (const Observed& one : since_.observed) {
      const bool isOfIt = one.channel.value_or(total()) == scope && one.day == day;
      if (isOfIt && one.figure == adSpend) return &one;
    }
    return nullptr;
  };
  if (const Observed* own = stated(channel)) return Spent{own->value, {channel}};
  const Observed* all = last_[placeOf(total(), adSpend)] ? stated(total()) : nullptr;
  if (!all) return std::nullopt;
  return Spent{all->value, adChannels()};
}

std::vector<std::size_t> ObservedPlan::adChannels() const {
  std::vector<std::size_t> made;
  for (std::size_t c = 0; c < total(); ++c) {
    if (hasAdSpend(plan_, c)) made.push_back(c);
  }
  return made;
}

Trace ObservedPlan::amountOf(const std::vector<std::size_t>& channels) {
  std::vector<Trace> amounts;
  for (const std::size_t c : channels) amounts.push_back(expected(c, adSpend));
  return expected.sum(amounts);
}

/// What was spent by the end of a day over what was due, or what the response makes of that;
/// nothing where it is not known, or volumes do not follow it.
std::optional<Trace> ObservedPlan::paceOf(std::size_t channel, int day) {
  const std::optional<Spent> paid = spentBy(channel, day);
  if (!paid || !scalesWithAdSpend(plan_, channel)) return std::nullopt;
  const double gone = std::min(1.0, static_cast<double>(day + 1 - since_.start) / days);
  const Trace due = amountOf(paid->channels) * constant(gone);
  const Trace pace = quotient(constant(paid->amount), due, adSpend);
  return responds(plan_, channel) ? expected.volumeFactor(channel, pace) : pace;
}

Trace ObservedPlan::upToAll(const Trace& share) {
  return ifPositive(constant(1) - share, share, constant(1));
}

/// The share of a channel's count that should have come: by its time and, where the amount spent by
/// the same day is known, by that.
Trace ObservedPlan::doneOf(std::size_t channel, Metric stage, const Observed& seen) {
  const double byTime = doneBy(channel, stage, seen.day);
  const std::optional<Trace> pace = paceOf(channel, seen.day);
  return pace ? upToAll(constant(byTime) * *pace) : constant(byTime);
}

/// The share that is still to come: what the rest of the budget brings, and what was spent by now
/// has not brought yet. Once the days are over no budget is left to spend.
Trace ObservedPlan::leftOf(std::size_t channel, Metric stage, const Observed& seen,
                           const Trace& done) {
  const double byTime = doneBy(channel, stage, seen.day);
  if (!isOverBy(since_, days, seen.day) || !(byTime > 0)) return constant(1) - done;
  return done * constant((1 - byTime) / byTime);
}

void ObservedPlan::count(std::size_t scope, Metric stage) {
  const std::optional<std::size_t> last = lastOf(scope, stage);
  if (!last) return;
  std::optional<Metric> above;
  for (const Metric one : kStages) {
    if (one == stage) break;
    if (lastOf(scope, one)) above = one;
  }
  const std::vector<std::size_t> channels = channelsOf(scope);
  const bool isApart = std::any_of(channels.begin(), channels.end(),
                                   [&](std::size_t c) { return nearestAbove(c, stage) != above; });
  if (isApart ? weighApart(scope, stage) : weigh(scope, stage, above)) {
    standings(scope, stage);
  } else {
    unused.push_back(*last);
    lastOf(scope, stage).reset();
  }
}

/// The nearest count above of which it is known how it stands, stated of the channel or of the
/// plan.
std::optional<Metric> ObservedPlan::nearestAbove(std::size_t channel, Metric stage) {
  std::optional<Metric> found;
  for (const Metric one : kStages) {
    if (one == stage) break;
    if (standing(channel, one).isKnown) found = one;
  }
  return found;
}

/// Given the step above, a count is a part of it. Where some of it can only come of what came above
/// after that was counted, this is about what the plan expects.
bool ObservedPlan::weigh(std::size_t scope, Metric stage, std::optional<Metric> above) {
  const std::size_t number = *lastOf(scope, stage);
  const Observed& seen = since_.observed[number];
  std::vector<Trace> here;
  std::vector<Trace> there;
  std::vector<Trace> later;
  for (const std::size_t c : channelsOf(scope)) {
    if (!above) {
      here.push_back(expected(c, stage) * doneOf(c, stage, seen));
      continue;
    }
    const double done = doneBy(c, stage, seen.day);
    const double doneAbove = doneBy(c, *above, since_.observed[*lastOf(scope, *above)].day);
    here.push_back(expected(c, stage) * constant(std::min(done, doneAbove)));
    there.push_back(expected(c, *above) * constant(doneAbove));
    if (done <= doneAbove) continue;
    const Trace after = doneOf(c, stage, seen) * constant(1 - doneAbove / done);
    later.push_back(expected(c, stage) * after);
  }
  const Trace all = expected.sum(here);
  if (!above) return add({number, Datum::Kind::count, 0, seen.value, 0}, all);
  const double cases = since_.observed[*lastOf(scope, *above)].value;
  const Trace share = quotient(all, expected.sum(there), *above);
  if (later.empty() && isPart(seen.value, cases, share)) {
    return add({number, Datum::Kind::part, 0, seen.value, cases}, share);
  }
  later.push_back(share * constant(cases));
  return add({number, Datum::Kind::count, 0, seen.value, 0}, expected.sum(later));
}

/// More customers than leads are no share of them, neither where they were seen nor where the plan
/// has it so.
bool ObservedPlan::isPart(double hits, double cases, const Trace& share) {
  const Figure<>& likely = share.figure();
  return hits <= cases && likely.defined() && likely.value < 1;
}

/// The same where channels differ in what is known above, or it was not stated of the same scope.
bool ObservedPlan::weighApart(std::size_t scope, Metric stage) {
  const std::size_t number = *lastOf(scope, stage);
  const Observed& seen = since_.observed[number];
  std::vector<Trace> parts;
  std::vector<Trace> later;
  double cases = 0;
  bool areCounted = true;
  for (const std::size_t c : channelsOf(scope)) {
    const std::optional<Metric> above = nearestAbove(c, stage);
    const double doneAbove = above ? standing(c, *above).done : 0;
    const double done = doneBy(c, stage, seen.day);
    if (done > doneAbove) {
      const Trace after = doneOf(c, stage, seen) * constant(1 - doneAbove / done);
      later.push_back(expected(c, stage) * after);
    }
    if (!(doneAbove > 0)) continue;
    const Standing& from = standing(c, *above);
    const Trace rate = quotient(expected(c, stage), expected(c, *above), *above);
    parts.push_back(rate * from.seen * constant(std::min(1.0, done / doneAbove)));
    areCounted = areCounted && from.counted;
    cases += from.counted.value_or(0);
  }
  if (later.empty() && areCounted && cases > 0) {
    const Trace share = expected.sum(parts) * constant(1 / cases);
    if (isPart(seen.value, cases, share)) {
      return add({number, Datum::Kind::part, 0, seen.value, cases}, share);
    }
  }
  parts.insert(parts.end(), later.begin(), later.end());
  return add({number, Datum::Kind::count, 0, seen.value, 0}, expected.sum(parts));
}

bool ObservedPlan::add(Datum one, const Trace& expectation) {
  const Figure<>& likely = expectation.figure();
  if (!likely.defined() || !(likely.value > 0)) return false;
  one.expected = expectation.node;
  evidence.push_back(one);
  return true;
}

/// Who of a plan's count came by which channel is not known: as many as each was expected to bring.
void ObservedPlan::standings(std::size_t scope, Metric stage) {
  const Observed& seen = since_.observed[*lastOf(scope, stage)];
  const std::vector<std::size_t> channels = channelsOf(scope);
  std::vector<Trace> came;
  std::vector<Trace> done;
  for (const std::size_t c : channels) {
    done.push_back(doneOf(c, stage, seen));
    came.push_back(expected(c, stage) * done.back());
  }
  const Trace all = expected.sum(came);
  for (std::size_t i = 0; i < channels.size(); ++i) {
    const std::size_t c = channels[i];
    const std::optional<Metric> above = nearestAbove(c, stage);
    Standing made;
    made.isKnown = true;
    made.done = doneBy(c, stage, seen.day);
    made.seen = constant(seen.value);
    if (channels.size() == 1) made.counted = seen.value;
    if (channels.size() > 1) made.seen = made.seen * quotient(came[i], all, stage);
    const Trace rest = above ? restOf(c, stage, *above, made.done)
                             : expected(c, stage) * leftOf(c, stage, seen, done[i]);
    made.end = made.seen + rest;
    standing(c, stage) = made;
    stateCount(c, stage, made.seen, rest);
  }
}

/// What is to come of those above: of who is there by now, and of who is to come there.
Trace ObservedPlan::restOf(std::size_t channel, Metric stage, Metric above, double done) {
  const Standing& from = standing(channel, above);
  const double come = std::min(1.0, done / from.done);
  const double left = from.done < 1 ? std::min(1.0, (1 - done) / (1 - from.done)) : 0;
  const Trace rate = quotient(expected(channel, stage), expected(channel, above), above);
  return rate * (from.seen * constant(1 - come) + (from.end - from.seen) * constant(left));
}

/// Leads and customers to come are counts that are drawn; customers by the mean of the leads they
/// come of, for that is the luck the plan has.
void ObservedPlan::stateCount(std::size_t channel, Metric stage, const Trace& seen,
                              const Trace& rest) {
  const bool isDrawn = stage == customers ? luckOf(plan_, channel) != Luck::none : stage == leads;
  const Numbers<Trace> levels(tape, stage == customers ? customerLevels(plan_) : leadLevels(plan_));
  const Trace all = seen + (isDrawn ? levels.luck(channel, rest, nullptr) : rest);
  given.state(channel, stage, all);
  if (stage != leads) return;
  if (plan_.action == Action::order) {
    given.state(channel, customers, all);
  } else if (known(plan_, channel, customers)) {
    const Trace rate = quotient(expected(channel, customers), expected(channel, leads), leads);
    stateCount(channel, customers, constant(0), rate * (seen + rest));
  }
}

/// What is spent beyond the plan's amount is spent, and once its days are over nothing else is. An
/// amount of the plan is shared out as its channels' amounts were.
void ObservedPlan::stateSpent(std::size_t scope) {
  const std::optional<std::size_t> last = lastOf(scope, adSpend);
  if (!last) return;
  std::vector<std::size_t> channels = adChannels();
  if (scope < total()) std::erase_if(channels, [&](std::size_t c) { return c != scope; });
  if (channels.empty()) return;
  const Observed& seen = since_.observed[*last];
  const Trace amount = amountOf(channels);
  const Trace paid = constant(seen.value);
  const Trace all =
      isOverBy(since_, days, seen.day) ? paid : ifPositive(amount - paid, amount, paid);
  for (const std::size_t c : channels) {
    holdVolumes(c, seen.day);
    const Trace own = expected(c, adSpend);
    given.state(c, adSpend, channels.size() == 1 ? all : own * quotient(all, amount, adSpend));
  }
}

/// Money beyond the plan's promises nothing that was not counted; of money that is not spent any
/// more only what it would have brought is missing.
void ObservedPlan::holdVolumes(std::size_t channel, int day) {
  std::optional<Metric> first;
  for (const Metric stage : kStages) {
    if (standing(channel, stage).isKnown) return;
    if (!first && known(plan_, channel, stage)) first = stage;
  }
  if (!first) return;
  const std::optional<Trace> pace =
      isOverBy(since_, days, day) ? paceOf(channel, day) : std::nullopt;
  const Trace& planned = expected(channel, *first);
  given.state(channel, *first, pace ? planned * upToAll(*pace) : planned);
}

// Rates and prices

void ObservedPlan::ofCases(std::size_t scope, Metric figure) {
  const std::optional<std::size_t> last = lastOf(scope, figure);
  if (!last) return;
  const Observed& seen = since_.observed[*last];
  bool counts = false;
  if (isPrice(figure)) {
    counts = seen.value > 0 && !isPaidFor(scope, figure) &&
             add({*last, Datum::Kind::price, 0, seen.value, seen.cases}, price(scope, figure));
  } else {
    const auto [cases, hits] = countsOf(figure);
    const bool isBought = plan_.action == Action::order && figure == closeRate;
    counts = !isBought && !(lastOf(scope, cases) && lastOf(scope, hits)) &&
             add({*last, Datum::Kind::part, 0, hitsOf(seen), seen.cases}, expected(scope, figure));
  }
  if (!counts) unused.push_back(*last);
}

/// Whether both the amount and what was paid for by it are observed.
bool ObservedPlan::isPaidFor(std::size_t scope, Metric price) {
  if (price == averageOrderValue || price == revenuePerCustomer) return false;
  return lastOf(scope, adSpend) && lastOf(scope, paidFor(price));
}

/// Where channels have values of their own, the plan's is what a customer of any of them brings.
Trace ObservedPlan::price(std::size_t scope, Metric figure) {
  if (figure != averageOrderValue && figure != revenuePerCustomer) return expected(scope, figure);
  const ValueMode mode = figure == averageOrderValue ? ValueMode::orders : ValueMode::revenue;
  const std::vector<std::size_t> channels = channelsOf(scope);
  const auto isOf = [&](std::size_t c) { return valueOf(plan_, c).mode == mode; };
  if (!std::all_of(channels.begin(), channels.end(), isOf)) {
    return expected.numbers().missing(figure);
  }
  const auto isAlike = [&](std::size_t c) {
    return valueInput(plan_, c, figure) == valueInput(plan_, channels.front(), figure);
  };
  const Input typed = valueInput(plan_, channels.front(), figure);
  if (std::all_of(channels.begin(), channels.end(), isAlike) && typed) {
    return expected.input(*typed);
  }
  return mode == ValueMode::revenue ? expected(scope, value) : expected.numbers().missing(figure);
}

}  // namespace roi
