#pragma once
// Sheet<Num> answers sheet(scope, metric): it works a figure out when asked, once. Totals add the
// sums and reuse every other rule on them; they never average a ratio.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "roi/called_later.h"
#include "roi/figure.h"
#include "roi/model.h"
#include "roi/scenario.h"

namespace roi {

/// Names a figure: its scope, its metric, and the line where it is one of a ledger.
struct Label {
  static constexpr std::uint32_t kNoLine = std::numeric_limits<std::uint32_t>::max();
  /// Of a total: all of it; the part of the channels whose ad spend is moved, or the rest; the part
  /// of those whose return counts, and these by whether they are moved.
  enum class Part : std::uint8_t { whole, scaling, others, counted, countedScaling, countedOthers };
  std::uint32_t scope = 0;
  Metric metric = Metric::impressions;
  std::uint32_t line = kNoLine;
  Part part = Part::whole;
};

/// Makes the numbers of a sheet: where typed quantities are lifted and figures are named.
template <class Num>
class Numbers;

template <class T>
class Numbers<Figure<T>> {
 public:
  Figure<T> input(std::uint32_t, const Quantity& quantity) const {
    return {T(quantity.likely), {}};
  }
  Figure<T> constant(double value, Metric) const { return {T(value), {}}; }
  /// line: which, of own inputs.
  Figure<T> missing(Metric id, std::uint32_t /*line*/ = 0) const {
    return undefined<T>(Reason::Kind::missing, id);
  }
  Figure<T> named(Label, const Figure<T>& figure) const { return figure; }
  /// Whether customers are drawn as counts.
  bool hasLuck() const { return false; }
  Figure<T> luck(std::size_t, const Figure<T>& mean, const Figure<T>*) const { return mean; }
  Figure<T> sum(const std::vector<Figure<T>>& parts) const {
    Figure<T> total = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) total = total + parts[i];
    return total;
  }
};

template <class Num>
class Sheet {
 public:
  /// The scenario must outlive the sheet.
  explicit Sheet(const Scenario& scenario, Numbers<Num> numbers = {})
      : scenario_(scenario),
        numbers_(std::move(numbers)),
        marginBasis_(roi::onMarginBasis(scenario)),
        leftOut_(leftOut(scenario)),
        figures_((scenario.channels.size() + 1) * kMetrics),
        parts_(kParts * kMetrics),
        inputs_(scenario.quantities.size()),
        sharedLines_(scenario.shared.size()),
        weightSums_(scenario.shared.size()) {
    for (const Channel& channel : scenario.channels) {
      lines_.emplace_back(channel.lines.size());
      sharedParts_.emplace_back(scenario.shared.size());
    }
  }

  std::size_t total() const { return scenario_.channels.size(); }
  const Scenario& scenario() const { return scenario_; }
  /// Whether a channel adds nothing to the total's return. See leftOut.
  bool isLeftOut(std::size_t channel) const { return leftOut_[channel]; }
  bool leavesOut() const {
    return std::find(leftOut_.begin(), leftOut_.end(), true) != leftOut_.end();
  }
  const Numbers<Num>& numbers() const { return numbers_; }
  bool onMarginBasis() const { return marginBasis_; }

  /// The figure of a metric for a channel's index, or for total().
  const Num& operator()(std::size_t scope, Metric m) {
    std::optional<Num>& cell = figures_[scope * kMetrics + static_cast<std::size_t>(m)];
    if (!cell) cell = named(scope, m, Label::kNoLine, work(scope, m));
    return *cell;
  }

  /// States a figure that would be worked out, before anything has asked for it.
  void state(std::size_t scope, Metric m, const Num& figure) {
    figures_[scope * kMetrics + static_cast<std::size_t>(m)] =
        named(scope, m, Label::kNoLine, figure);
  }

  Num input(std::uint32_t index) {
    std::optional<Num>& cell = inputs_[index];
    if (!cell) cell = numbers_.input(index, scenario_.quantities[index]);
    return *cell;
  }

  Num named(std::size_t scope, Metric m, std::uint32_t line, const Num& figure) {
    return numbers_.named({static_cast<std::uint32_t>(scope), m, line, Label::Part::whole}, figure);
  }

  Num sum(const std::vector<Num>& parts) {
    if (parts.empty()) return numbers_.constant(0, Metric::amount);
    return parts.size() == 1 ? parts.front() : numbers_.sum(parts);
  }

  /// The sum of a metric over the channels that fit.
  template <class Fits>
  Num sumOverChannels(Metric m, Fits fits) {
    std::vector<Num> parts;
    for (std::size_t c = 0; c < total(); ++c) {
      if (fits(c) && !isLeftOutOf(c, m)) parts.push_back((*this)(c, m));
    }
    return sum(parts);
  }

  /// The same over the channels that respond, each as its ad spend times a scale makes it.
  Num sumOfResponses(Metric m, const Num& scale, bool countedOnly) {
    std::vector<Num> parts;
    for (std::size_t c = 0; c < total(); ++c) {
      if (!responds(scenario_, c) || isLeftOutOf(c, m) || (countedOnly && leftOut_[c])) continue;
      parts.push_back((*this)(c, m) * volumeFactor(c, scale));
    }
    return sum(parts);
  }

  /// What a channel's volumes become when its ad spend is so many times what it is.
  Num volumeFactor(std::size_t channel, const Num& scale) {
    return calledLater<&Sheet::factorOf>(*this, channel, scale);
  }

  /// A part of a total, by the channels it belongs to.
  const Num& partOfTotal(Metric m, Label::Part part) {
    std::optional<Num>& cell =
        parts_[static_cast<std::size_t>(part) * kMetrics + static_cast<std::size_t>(m)];
    if (cell) return *cell;
    const std::vector<bool> moved = movedChannels(scenario_);
    const auto fits = [&](std::size_t c) {
      using enum Label::Part;
      if (part >= counted && leftOut_[c]) return false;
      if (part == counted) return true;
      return moved[c] == (part == scaling || part == countedScaling);
    };
    const Label label{static_cast<std::uint32_t>(total()), m, Label::kNoLine, part};
    const Num made = m == Metric::costToCover
                         ? costToCoverRule(At<Num>(*this, total()), partOfTotal(Metric::cost, part))
                         : sumOverChannels(m, fits);
    return cell.emplace(numbers_.named(label, made));
  }

  Num line(std::size_t channel, std::uint32_t index) {
    std::optional<Num>& cell = lines_[channel][index];
    if (!cell) {
      const CostLine& typed = scenario_.channels[channel].lines[index];
      const Num cost = lineRule(At<Num>(*this, channel), typed);
      cell = named(channel, Metric::costLine, index, cost);
    }
    return *cell;
  }

  Num sharedLine(std::uint32_t index) {
    if (!sharedLines_[index]) {
      const Num line = lineRule(At<Num>(*this, total()), scenario_.shared[index].line);
      sharedLines_[index] = named(total(), Metric::sharedLine, index, line);
    }
    return *sharedLines_[index];
  }

  /// A channel's part of a shared line.
  Num sharedPart(std::size_t channel, std::uint32_t index) {
    std::optional<Num>& cell = sharedParts_[channel][index];
    if (!cell) {
      const Num part = sharedPartRule(At<Num>(*this, channel), index);
      cell = named(channel, Metric::sharedLinePart, index, part);
    }
    return *cell;
  }

  Num weightSum(std::uint32_t index) {
    if (!weightSums_[index]) {
      std::vector<Num> parts;
      for (const Input& weight : scenario_.shared[index].weights) {
        if (weight) parts.push_back(input(*weight));
      }
      weightSums_[index] = named(total(), Metric::weightSum, index, sum(parts));
    }
    return *weightSums_[index];
  }

 private:
  static Num factorOf(Sheet& of, std::size_t channel, const Num& scale) {
    const Response& response = *of.scenario_.channels[channel].response;
    if (!response.ceiling) return power(scale, of.input(*response.elasticity));
    return of.named(channel, Metric::volumeFactor, Label::kNoLine,
                    ceilingRule(At<Num>(of, channel), response, scale));
  }

  Num work(std::size_t scope, Metric m) {
    if (scope == total() && isSum(m)) {
      return sumOverChannels(m, [](std::size_t) { return true; });
    }
    return rule(m, At<Num>(*this, scope));
  }

  bool isLeftOutOf(std::size_t channel, Metric m) const {
    if (m == Metric::return_) return leftOut_[channel];
    const bool restsOnRevenue =
        m == Metric::allRevenue || m == Metric::revenue || m == Metric::grossProfit;
    return restsOnRevenue && leftOut_[channel] && lacksRevenue(scenario_, channel);
  }

  const Scenario& scenario_;
  Numbers<Num> numbers_;
  bool marginBasis_;
  std::vector<bool> leftOut_;
  static constexpr std::size_t kParts = 6;  // of Label::Part
  std::vector<std::optional<Num>> figures_, parts_, inputs_, sharedLines_, savingLines_,
      weightSums_;
  std::vector<std::vector<std::optional<Num>>> lines_, sharedParts_;  // per channel
};

template <class Num>
class At {
 public:
  At(Sheet<Num>& sheet, std::size_t scope) : sheet_(&sheet), scope_(scope) {}

  const Scenario& scenario() const { return sheet_->scenario(); }
  std::size_t channel() const { return scope_; }
  bool isTotal() const { return scope_ == sheet_->total(); }
  bool isOrder() const { return scenario().action == Action::order; }

  const Num& operator[](Metric m) const { return (*sheet_)(scope_, m); }
  const Num& total(Metric m) const { return (*sheet_)(sheet_->total(), m); }

  Num constant(double value, Metric meaning = Metric::amount) const {
    return sheet_->numbers().constant(value, meaning);
  }
  Num channelCount() const {
    return constant(static_cast<double>(sheet_->total()), Metric::channelCount);
  }
  Num missing(Metric id) const { return sheet_->numbers().missing(id); }
  Num input(Input typed, Metric id) const { return typed ? sheet_->input(*typed) : missing(id); }

  /// The typed figure of a channel or its plan; missing:<id> where there is none.
  bool given(Metric m) const { return !isTotal() && roi::given(scenario(), scope_, m); }
  Num in(Metric m) const {
    return input(isTotal() ? Input{} : roi::given(scenario(), scope_, m), m);
  }

  /// What is stated of the plan as a whole, for all its scopes.
  bool planGives(Metric m) const { return planInput(m).has_value(); }
  Num ofPlan(Metric m) const { return input(planInput(m), m); }

  const Value& value() const { return valueOf(scenario(), scope_); }
  Num valueIn(Metric m) const { return input(valueInput(scenario(), scope_, m), m); }
  bool valuedByMargin() const {
    return isTotal() ? allValuedByMargin(scenario()) : roi::valuedByMargin(scenario(), scope_);
  }
  bool onMarginBasis() const { return sheet_->onMarginBasis(); }
  bool countsMargin() const { return onMarginBasis() && !valuedByMargin(); }

  bool known(Metric count) const { return isTotal() || roi::known(scenario(), scope_, count); }
  /// Whether a step's rate follows from the counts on both its sides.
  bool derives(Metric rate) const {
    if (isTotal()) return true;
    if (rate == Metric::ctr) {
      return known(Metric::clicks) && known(Metric::impressions) &&
             !clicksByRate(scenario(), scope_);
    }
    if (rate == Metric::conversionRate) return given(Metric::leads) && known(Metric::clicks);
    if (drawsCustomers()) return known(Metric::leads);
    return !isOrder() && given(Metric::customers) && known(Metric::leads);
  }

  /// Whether the channel's customers are a count that is drawn, rather than its mean.
  bool drawsCustomers() const {
    return !isTotal() && sheet_->numbers().hasLuck() && luckOf(scenario(), scope_) != Luck::none;
  }
  /// The channel's customers, by their mean.
  Num drawn(const Num& mean) const {
    if (!drawsCustomers()) return mean;
    const bool ofLeads = luckOf(scenario(), scope_) == Luck::binomial;
    return sheet_->numbers().luck(scope_, mean, ofLeads ? &(*this)[Metric::leads] : nullptr);
  }

  Num sumOfLines(Metric kind) const {
    return sumOfLinesThat([&](const CostLine& line) { return line.kind == kind; });
  }
  /// Every line that counts as cost: ad spend only where it is paid as such.
  Num sumOfOwnLines() const {
    const bool paysAds = scalesWithAdSpend(scenario(), scope_);
    return sumOfLinesThat(
        [&](const CostLine& line) { return paysAds || line.kind != Metric::adSpend; });
  }

  /// The parts of the shared lines that count.
  template <class Counts>
  Num sumOfSharedParts(Counts counts) const {
    return sheet_->sum(sharedParts(counts));
  }

  /// What is paid at that time: own lines that count, and parts of shared ones.
  Num sumOfPaid(Paid when) const {
    const bool paysAds = scalesWithAdSpend(scenario(), scope_);
    std::vector<Num> parts = lines([&](const CostLine& line) {
      return line.paid == when && (paysAds || line.kind != Metric::adSpend);
    });
    const auto isThen = [&](const CostLine& line) { return line.paid == when; };
    for (const Num& part : sharedParts(isThen)) parts.push_back(part);
    return sheet_->sum(parts);
  }

  /// Whether this is a total whose profit counts savings.
  bool saves() const { return isTotal() && !scenario().savings.empty(); }
  Num sumOfSavings() const {
    if (!isTotal()) return missing(Metric::savings);
    std::vector<Num> parts;
    for (std::uint32_t i = 0; i < scenario().savings.size(); ++i) {
      const Num line = lineRule(*this, scenario().savings[i]);
      parts.push_back(sheet_->named(scope_, Metric::savingLine, i, line));
    }
    return sheet_->sum(parts);
  }
  Num withSavings(const Num& earned) const {
    return saves() ? earned + (*this)[Metric::savings] : earned;
  }

  /// Every kind of cost but ad spend that has a line.
  Num sumOfKinds() const {
    using enum Metric;
    std::vector<Num> parts;
    for (const Metric kind : costKinds()) {
      if (kind == adSpend) continue;
      for (const CostLine& line : scenario().channels[scope_].lines) {
        if (line.kind != kind) continue;
        parts.push_back((*this)[kind]);
        break;
      }
    }
    if (!scenario().shared.empty()) parts.push_back((*this)[sharedCosts]);
    return sheet_->sum(parts);
  }

  Num sharedLine(std::size_t index) const {
    return sheet_->sharedLine(static_cast<std::uint32_t>(index));
  }
  Num weightSum(std::size_t index) const {
    return sheet_->weightSum(static_cast<std::uint32_t>(index));
  }

  /// Whether this is a total from which channels are left out.
  bool leavesOut() const { return isTotal() && sheet_->leavesOut(); }
  /// Of a total, the part of the channels whose return counts; of a channel, all.
  Num counted(Metric m) const {
    return leavesOut() ? sheet_->partOfTotal(m, Label::Part::counted) : (*this)[m];
  }
  Num perCounted(Metric what, Metric unit) const {
    return quotient(counted(what), counted(unit), unit);
  }
  Num scaling(Metric m) const {
    using Part = Label::Part;
    return sheet_->partOfTotal(m, countedOnly_ ? Part::countedScaling : Part::scaling);
  }
  Num others(Metric m) const {
    using Part = Label::Part;
    return sheet_->partOfTotal(m, countedOnly_ ? Part::countedOthers : Part::others);
  }
  /// The same, whose parts are of the channels whose return counts, where some are left out.
  At ofCounted() const {
    At same = *this;
    same.countedOnly_ = leavesOut();
    return same;
  }
  Num responding(Metric m, const Num& scale) const {
    return sheet_->sumOfResponses(m, scale, countedOnly_);
  }

 private:
  Input planInput(Metric m) const { return scenario().given[static_cast<std::size_t>(m)]; }

  template <class Counts>
  Num sumOfLinesThat(Counts counts) const {
    return sheet_->sum(lines(counts));
  }

  template <class Counts>
  std::vector<Num> lines(Counts counts) const {
    const std::vector<CostLine>& typed = scenario().channels[scope_].lines;
    std::vector<Num> parts;
    for (std::uint32_t i = 0; i < typed.size(); ++i) {
      if (counts(typed[i])) parts.push_back(sheet_->line(scope_, i));
    }
    return parts;
  }

  template <class Counts>
  std::vector<Num> sharedParts(Counts counts) const {
    std::vector<Num> parts;
    for (std::uint32_t i = 0; i < scenario().shared.size(); ++i) {
      if (counts(scenario().shared[i].line)) parts.push_back(sheet_->sharedPart(scope_, i));
    }
    return parts;
  }

  Sheet<Num>* sheet_;
  std::size_t scope_;
  bool countedOnly_ = false;
};

}  // namespace roi
