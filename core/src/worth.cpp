#include "roi/worth.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "roi/beside.h"
#include "roi/elementary.h"
#include "roi/order.h"
#include "roi/own_figure.h"
#include "roi/program.h"
#include "roi/split_plan.h"

namespace roi {
namespace {

constexpr std::size_t kStrata = Strata::kStrata;
using Sums = std::array<double, kStrata>;

/// What is won by choosing anew in each case, of all that is gained and lost by not doing so: with
/// the first alternative in all cases the losses, with the other the gains.
struct Balance {
  double gains = 0, losses = 0;

  void add(double difference) {
    gains += difference > 0 ? difference : 0;
    losses -= difference < 0 ? difference : 0;
  }
  double won() const { return std::min(gains, losses); }
};

// Samples

/// Binomial probabilities of about all that may come, from first on.
struct Hits {
  std::size_t first = 0;
  std::vector<double> probabilities;
};

Hits hitsOf(std::uint32_t cases, double rate) {
  constexpr double kNothing = 1e-18;  // of the likeliest
  const double n = cases;
  const double odds = roi::odds(rate);
  const auto likeliest = static_cast<std::size_t>(std::min(n, std::floor((n + 1) * rate)));
  std::vector<double> fewer;
  double weight = 1;
  for (auto k = static_cast<double>(likeliest); k > 0 && weight > kNothing; --k) {
    weight *= k / ((n - k + 1) * odds);
    fewer.push_back(weight);
  }
  Hits hits{likeliest - fewer.size(), {fewer.rbegin(), fewer.rend()}};
  weight = 1;
  for (auto k = static_cast<double>(likeliest); weight > kNothing; ++k) {
    hits.probabilities.push_back(weight);
    if (k == n) break;
    weight *= (n - k) / (k + 1) * odds;
  }
  const double all = std::accumulate(hits.probabilities.begin(), hits.probabilities.end(), 0.0);
  for (double& one : hits.probabilities) one /= all;
  return hits;
}

bool turns(const Sums& differences) {
  Balance balance;
  for (const double one : differences) balance.add(one);
  return balance.won() > 0;
}

}  // namespace

void Strata::add(std::span<const std::uint8_t> strata, const double* differences) {
  for (std::size_t i = 0; i < strata.size(); ++i) sums_[strata[i]] += differences[i];
}

double Strata::won(std::size_t neighbours) const {
  Balance balance;
  for (std::size_t i = 0; i < kStrata; i += neighbours) {
    double sum = 0;
    for (std::size_t k = i; k < std::min(i + neighbours, kStrata); ++k) sum += sums_[k];
    balance.add(sum);
  }
  return balance.won();
}

double worthOfSample(std::span<const double> rates, std::span<const Sums> differences,
                     std::uint32_t cases) {
  std::vector<Hits> hits;
  for (const double rate : rates) hits.push_back(hitsOf(cases, rate));
  double worth = 0;
  std::vector<double> expected(cases + std::size_t{1});
  for (const Sums& choice : differences) {
    if (!turns(choice)) continue;
    std::fill(expected.begin(), expected.end(), 0);
    for (std::size_t i = 0; i < rates.size(); ++i) {
      double* at = expected.data() + hits[i].first;
      for (const double probability : hits[i].probabilities) *at++ += probability * choice[i];
    }
    Balance balance;
    for (const double one : expected) balance.add(one);
    worth += balance.won();
  }
  return worth;
}

namespace {

// What is decided

struct Choice {
  std::optional<std::size_t> channel;
  Trace difference;
};

/// Of the channels whose ad spend the split that brings the most changes; nothing where none is
/// found.
std::vector<ScaledSpend> changesOf(const Scenario& plan, std::uint64_t seed, std::size_t trials) {
  SplitStart start(plan, seed, trials);
  if (!start.profit().defined()) return {};
  const std::optional<PlanSplit> split = start.split(start.spent());
  std::vector<ScaledSpend> changes;
  for (const PlanSplit::Channel& one :
       split ? split->channels : std::vector<PlanSplit::Channel>{}) {
    const auto [from, to] = one.adSpend;
    if (to != from) changes.push_back({one.place, to / from});
  }
  return changes;
}

/// A plan whose ranges are drawn without luck, beside the other where there is one.
struct Decided {
  Decided(const Scenario& plan, const Decision& decision, std::uint64_t seed, std::size_t trials)
      : plan(plan), quantities(plan.quantities), sheet(plan, Numbers<Trace>(tape)) {
    switch (decision.of) {
      case Decision::Of::plan: add({std::nullopt, profit()}); break;
      case Decision::Of::channels:
        for (std::size_t c = 0; c < sheet.total(); ++c) add({c, sheet(c, Metric::contribution)});
        break;
      case Decision::Of::against: addAgainst(*decision.against); break;
      case Decision::Of::split: {
        const std::vector<ScaledSpend> changes = changesOf(plan, seed, trials);
        if (!changes.empty()) add({std::nullopt, profitAfter(sheet, changes) - profit()});
        break;
      }
      case Decision::Of::ownFigure:
        add({std::nullopt, ownFigure(sheet, decision.ownFigure)});
        break;
    }
  }

  Trace profit() { return sheet(sheet.total(), Metric::profit); }

  void addAgainst(const Scenario& other) {
    std::vector<std::uint32_t> numbers = numbersBeside(plan, other, quantities);
    Sheet<Trace> beside(other, Numbers<Trace>(tape, std::move(numbers)));
    add({std::nullopt, profit() - beside(beside.total(), Metric::profit)});
  }

  void add(const Choice& choice) {
    if (choice.difference.figure().defined()) choices.push_back(choice);
  }

  std::vector<Tape::Index> figures() const {
    std::vector<Tape::Index> nodes;
    for (const Choice& choice : choices) nodes.push_back(choice.difference.node);
    return nodes;
  }

  const Scenario& plan;
  std::vector<Quantity> quantities;
  Tape tape;
  Sheet<Trace> sheet;
  std::vector<Choice> choices;
};

/// A rate of cases that ads bring at a price for so many.
struct Sampled {
  Metric rate, cases, price;
  double priced;
};
constexpr std::array<Sampled, 3> kSampled = {
    {{Metric::ctr, Metric::impressions, Metric::adSpendCpm, 1000},
     {Metric::conversionRate, Metric::clicks, Metric::adSpendCpc, 1},
     {Metric::closeRate, Metric::leads, Metric::adSpendCpl, 1}}};

/// What is learnt at once: a range, or the common factor of a group; by strata of its draw.
struct Learnt {
  std::vector<std::size_t> inputs;  ///< of the program
  bool isCommon = false;
  std::uint32_t dimension = 0;
  std::vector<double> ends;  ///< of strata, where no one dimension says in which a draw lies
  std::vector<std::size_t> choices;  ///< that depend on it
  std::vector<Strata> strata;        ///< of each of those
  bool isSampled = false;
  Sums rates{};  ///< sums of what is drawn
  Sums counts{};
};

class WorthTrials {
 public:
  WorthTrials(Decided& decided, std::uint64_t seed)
      : decided_(decided),
        program_(decided.tape, decided.figures(), rangesOf(decided.quantities)),
        draws_(decided.quantities, program_.inputs(), seed),
        lanes_(program_.inputs().size() * kBlock),
        perfect_(decided.choices.size()),
        sums_(decided.choices.size()) {
    for (std::size_t i = 0; i < program_.inputs().size(); ++i) {
      columns_.push_back(lanes_.data() + i * kBlock);
    }
    learnAll();
  }

  void run(std::size_t trials) {
    for (std::size_t first = 0; first < trials; first += kBlock) {
      runBlock(first / kBlock, std::min(kBlock, trials - first));
    }
  }

  Worth worth() {
    Worth made;
    made.trials = trials();
    made.undefined = undefined_;
    for (std::size_t c = 0; c < sums_.size(); ++c) made.choices.push_back(choice(c));
    made.perfect = perfect();
    made.quantities = decided_.quantities;
    for (const Learnt& one : learnt_) {
      RangeWorth range = rangeWorth(one);
      if (range.worth > 0) made.ranges.push_back(std::move(range));
    }
    sortStably(made.ranges,
               [](const RangeWorth& a, const RangeWorth& b) { return a.worth > b.worth; });
    return made;
  }

 private:
  using Sampling = std::array<double, kReplicates>;

  const Quantity& quantity(std::size_t input) const {
    return decided_.quantities[program_.inputs()[input]];
  }
  std::size_t trials() const {
    return static_cast<std::size_t>(std::accumulate(dealt_.begin(), dealt_.end(), 0.0));
  }

  // What can be learnt

  void learnAll() {
    const std::vector<std::vector<std::size_t>> choices = choicesByInput();
    for (std::size_t i = 0; i < program_.inputs().size(); ++i) {
      const auto [own, factor] = draws_.movedBy(i);
      Learnt one;
      one.inputs = {i};
      one.dimension = own;
      one.choices = choices[i];
      if (factor) one.ends = endsOf(quantity(i));
      one.isSampled = sampledAs(i) != nullptr;
      learn(std::move(one));
      if (factor) learnFactor(i, *factor, choices[i]);
    }
  }

  void learn(Learnt one) {
    one.strata.resize(one.choices.size());
    learnt_.push_back(std::move(one));
  }

  void learnFactor(std::size_t input, std::uint32_t factor,
                   const std::vector<std::size_t>& choices) {
    const auto known = std::find_if(learnt_.begin(), learnt_.end(), [&](const Learnt& one) {
      return one.isCommon && one.dimension == factor;
    });
    if (known == learnt_.end()) {
      Learnt one;
      one.inputs = {input};
      one.isCommon = true;
      one.dimension = factor;
      one.choices = choices;
      learn(std::move(one));
      return;
    }
    known->inputs.push_back(input);
    for (const std::size_t choice : choices) {
      const auto end = known->choices.end();
      if (std::find(known->choices.begin(), end, choice) == end) known->choices.push_back(choice);
    }
    known->strata.resize(known->choices.size());
  }

  std::vector<std::vector<std::size_t>> choicesByInput() const {
    const std::vector<std::uint32_t>& inputs = program_.inputs();
    std::vector<std::vector<std::size_t>> choices(inputs.size());
    for (std::size_t c = 0; c < decided_.choices.size(); ++c) {
      for (const std::uint32_t q : quantitiesOf(decided_.choices[c].difference)) {
        const auto at = std::lower_bound(inputs.begin(), inputs.end(), q);
        if (at != inputs.end() && *at == q) {
          choices[static_cast<std::size_t>(at - inputs.begin())].push_back(c);
        }
      }
    }
    return choices;
  }

  static std::vector<double> endsOf(const Quantity& range) {
    const Distribution distribution(range);
    std::vector<double> ends;
    for (std::size_t k = 1; k < kStrata; ++k) {
      ends.push_back(distribution.at(normalQuantile(static_cast<double>(k) / kStrata)));
    }
    return ends;
  }

  // Trials

  void runBlock(std::size_t block, std::size_t lanes) {
    const std::size_t replicate = block % kReplicates;
    draws_.block(block, columns_.data());
    program_.run(columns_.data());
    std::vector<std::array<double, kBlock>> differences(decided_.choices.size());
    for (std::size_t c = 0; c < differences.size(); ++c) {
      const double* column = program_.output(c);
      for (std::size_t i = 0; i < lanes; ++i) {
        const bool isDefined = column[i] == column[i];
        differences[c][i] = isDefined ? column[i] : 0;
        if (!isDefined) ++undefined_;
        sums_[c][replicate] += differences[c][i];
        perfect_[c][replicate].add(differences[c][i]);
      }
    }
    dealt_[replicate] += static_cast<double>(lanes);
    for (Learnt& one : learnt_) addTo(one, block, lanes, differences);
  }

  void addTo(Learnt& one, std::size_t block, std::size_t lanes,
             const std::vector<std::array<double, kBlock>>& differences) {
    std::array<std::uint8_t, kBlock> strata{};
    const double* drawn = columns_[one.inputs.front()];
    if (one.ends.empty()) {
      constexpr std::uint32_t kShift = 32 - 6;
      static_assert(kStrata == std::size_t{1} << 6);
      std::array<std::uint32_t, kBlock> fractions{};
      draws_.fractions(block, one.dimension, fractions.data());
      for (std::size_t i = 0; i < kBlock; ++i) {
        strata[i] = static_cast<std::uint8_t>(fractions[i] >> kShift);
      }
    } else {
      for (std::size_t i = 0; i < kBlock; ++i) {
        const auto end = std::upper_bound(one.ends.begin(), one.ends.end(), drawn[i]);
        strata[i] = static_cast<std::uint8_t>(end - one.ends.begin());
      }
    }
    for (std::size_t k = 0; k < one.choices.size(); ++k) {
      one.strata[k].add({strata.data(), lanes}, differences[one.choices[k]].data());
    }
    if (!one.isSampled) return;
    for (std::size_t i = 0; i < lanes; ++i) {
      one.rates[strata[i]] += drawn[i];
      ++one.counts[strata[i]];
    }
  }

  // What they come to

  ChoiceWorth choice(std::size_t c) const {
    std::vector<double> means;
    double sum = 0;
    for (std::size_t r = 0; r < kReplicates; ++r) {
      if (dealt_[r] == 0) continue;
      means.push_back(sums_[c][r] / dealt_[r]);
      sum += sums_[c][r];
    }
    return {decided_.choices[c].channel, sum / static_cast<double>(trials()), standardError(means)};
  }

  Mean perfect() const {
    Sampling won{};
    for (const auto& choice : perfect_) {
      Balance all;
      for (const Balance& one : choice) all = {all.gains + one.gains, all.losses + one.losses};
      for (std::size_t r = 0; r < kReplicates; ++r) {
        won[r] += all.gains < all.losses ? choice[r].gains : choice[r].losses;
      }
    }
    std::vector<double> means;
    for (std::size_t r = 0; r < kReplicates; ++r) {
      if (dealt_[r] > 0) means.push_back(won[r] / dealt_[r]);
    }
    const double all = std::accumulate(won.begin(), won.end(), 0.0);
    return {all / static_cast<double>(trials()), standardError(means)};
  }

  double won(const Learnt& one, std::size_t neighbours) const {
    double all = 0;
    for (const Strata& strata : one.strata) all += strata.won(neighbours);
    return all / static_cast<double>(trials());
  }

  RangeWorth rangeWorth(const Learnt& one) {
    RangeWorth range;
    for (const std::size_t input : one.inputs) range.quantities.push_back(program_.inputs()[input]);
    range.isCommon = one.isCommon;
    range.worth = won(one, 1);
    range.bias = std::max(0.0, range.worth - won(one, 2));
    const double least = static_cast<double>(trials()) / kStrata / 2;
    const bool isEven = std::all_of(one.counts.begin(), one.counts.end(),
                                    [&](double count) { return count > least; });
    if (one.isSampled && isEven) addSample(one, range);
    return range;
  }

  // Samples

  /// What a range is sampled as, or nothing where it is no rate of cases.
  const Sampled* sampledAs(std::size_t input) const {
    const Quantity& q = quantity(input);
    const auto* const found = std::find_if(
        kSampled.begin(), kSampled.end(), [&](const Sampled& one) { return one.rate == q.metric; });
    const bool isOfPlan = program_.inputs()[input] < decided_.plan.quantities.size();
    return found == kSampled.end() || !isOfPlan || !q.group.empty() ? nullptr : found;
  }

  /// The channel whose rate a quantity is, or the total where it is stated for the plan.
  std::size_t scopeOf(std::uint32_t quantity, Metric rate) const {
    const std::vector<Channel>& channels = decided_.plan.channels;
    for (std::size_t c = 0; c < channels.size(); ++c) {
      if (channels[c].given[static_cast<std::size_t>(rate)] == quantity) return c;
    }
    return channels.size();
  }

  /// The best of 1, 2 or 5 times a power of ten cases, of no more than the plan has.
  void addSample(const Learnt& one, RangeWorth& range) {
    const Sampled& as = *sampledAs(one.inputs.front());
    const std::size_t scope = scopeOf(range.quantities.front(), as.rate);
    Sheet<Trace>& sheet = decided_.sheet;
    const Figure<> price = sheet(scope, as.price).figure();
    const Figure<> had = sheet(scope, as.cases).figure();
    if (!price.defined() || !had.defined() || price.value <= 0) return;
    range.isSampled = true;
    const double each = price.value / as.priced;
    constexpr double kMost = 200'000;
    const double most = std::min({had.value, range.worth / each, kMost});
    double best = 0;
    for (double ten = 10; ten <= most; ten *= 10) {
      for (const double cases : {ten, 2 * ten, 5 * ten}) {
        if (cases > most) break;
        const double worth = sampleOf(one, static_cast<std::uint32_t>(cases));
        if (worth - cases * each <= best) continue;
        best = worth - cases * each;
        range.sample = {cases, as.cases, worth, cases * each, daysFor(cases, had)};
      }
    }
  }

  double sampleOf(const Learnt& one, std::uint32_t cases) const {
    Sums rates{};
    for (std::size_t i = 0; i < kStrata; ++i) rates[i] = one.rates[i] / one.counts[i];
    std::vector<Sums> differences;
    for (const Strata& strata : one.strata) differences.push_back(strata.sums());
    return worthOfSample(rates, differences, cases) / static_cast<double>(trials());
  }

  Figure<> daysFor(double cases, const Figure<>& had) const {
    constexpr double kDaysAYear = 365;
    const double months = decided_.plan.quantities[*decided_.plan.periodMonths].likely;
    const Figure<> days{cases * months * kDaysAYear / kMonthsAYear, {}};
    return quotient(days, had, Metric::leads);
  }

  Decided& decided_;
  Program program_;
  Draws draws_;
  std::vector<double> lanes_;
  std::vector<double*> columns_;
  std::vector<Learnt> learnt_;
  Sampling dealt_{};
  std::vector<std::array<Balance, kReplicates>> perfect_;  ///< per choice
  std::vector<Sampling> sums_;
  std::size_t undefined_ = 0;
};

}  // namespace

Worth worthOfKnowing(const Scenario& plan, const Decision& decision, std::uint64_t seed,
                     std::size_t trials) {
  Decided decided(plan, decision, seed, trials);
  if (decided.choices.empty()) return {};
  WorthTrials run(decided, seed);
  run.run(trials);
  return run.worth();
}

}  // namespace roi
