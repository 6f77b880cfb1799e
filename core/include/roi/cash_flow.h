#pragma once
// Cash as it comes, month by month and never rescaled. Month 0 holds what is paid first; what
// belongs to a later month falls due at its end. The amounts are the model's; only when they fall
// due is decided here. methodology.md, "Over time".

#include <algorithm>
#include <vector>

#include "roi/sheet.h"

namespace roi {

/// So many months are looked at one by one; what comes later counts by closed forms.
inline constexpr std::size_t kMostMonths = 600;
/// Months that rank after all that are looked at: paid back, but later than those; and never.
inline constexpr double kLater = 1e6;
inline constexpr double kNever = 1e7;

/// Where the picture ends: the stated horizon, else a year, or the period where that is longer.
std::size_t horizonMonths(const Scenario& scenario);

/// What share of a channel's customers buys in each month from month 1 on: leads come in over the
/// period, fewer while the channel ramps up, and buy after its lag.
std::vector<double> purchases(const Scenario& scenario, std::size_t channel);

/// The same by a time, in months from the start: what share of a channel's leads has come in by
/// then, and what share of its customers has bought.
double cameInBy(const Scenario& scenario, std::size_t channel, double months);
double boughtBy(const Scenario& scenario, std::size_t channel, double months);

/// What share of the costs that are paid through the period falls in each month from month 1 on.
std::vector<double> payments(const Scenario& scenario);

/// How what a customer brings comes: at the purchase; at first in full and on with the share that
/// stays each month; evenly over the months of some years; each year's revenue over its months.
enum class Course : std::uint8_t { once, fading, years, revenues };
Course courseOf(const Scenario& scenario, std::size_t channel);

/// How many months a customer of the channel goes on bringing something, of those looked at.
std::size_t lastingMonths(const Scenario& scenario, std::size_t channel);

/// Whether the returns of two channels come alike.
bool comesAlike(const Scenario& scenario, std::size_t a, std::size_t b);

/// The yearly rate that discounts the plan's cash: its own, else that of its customers' value.
Input discountOf(const Scenario& scenario);

/// Whether a scope's return counts less than will come in: a value that discounts its years.
bool countsLess(const Scenario& scenario, std::size_t scope);

/// The month of a scope's last cash; nothing where it goes on for ever.
std::optional<std::size_t> lastMonth(const Scenario& scenario, std::size_t scope);

/// Flows that go on after the last month there is: each the share `stay` of the one before.
struct Fading {
  double last = 0, stay = 0;
};

/// The yearly rate at which flows from month 0 on are worth nothing, (1 + i)^12 - 1 of the monthly
/// one; it says something only where there is exactly one root, looked for between -99.99 % and
/// 10 000 % a month. No roots where money comes in first, for then it would be the price of a loan.
struct InternalRate {
  int roots = 0;
  double yearly = 0;
};
InternalRate internalRate(const std::vector<double>& flows, const std::vector<Fading>& fading);

/// An ROI that took so many months, as that of a year: (1 + roi)^(12 / months) - 1. Nothing where
/// more than all is lost.
std::optional<double> annualised(double roi, std::size_t months);

/// Of what is paid first for longer than the plan's period, what falls due for later periods.
template <class Num>
Num alsoDue(Sheet<Num>& sheet) {
  const Scenario& s = sheet.scenario();
  const auto later = [&](const Num& prorated, const CostLine& line) {
    const Num whole = quotient(prorated * sheet.input(*line.periodMonths),
                               sheet.input(*s.periodMonths), Metric::periodMonths);
    return whole - prorated;
  };
  const auto isLonger = [&](const CostLine& line) {
    return line.paid == Paid::first && line.periodMonths &&
           s.quantities[*line.periodMonths].likely > s.quantities[*s.periodMonths].likely;
  };
  std::vector<Num> parts;
  for (std::size_t c = 0; c < s.channels.size(); ++c) {
    for (std::uint32_t i = 0; i < s.channels[c].lines.size(); ++i) {
      const CostLine& line = s.channels[c].lines[i];
      if (isLonger(line)) parts.push_back(later(sheet.line(c, i), line));
    }
  }
  for (std::uint32_t i = 0; i < s.shared.size(); ++i) {
    const CostLine& line = s.shared[i].line;
    if (isLonger(line)) parts.push_back(later(sheet.sharedLine(i), line));
  }
  return sheet.sum(parts);
}

/// A return, or what is saved, as it comes: month by month from month 1, in all, and at what all of
/// it is worth at the start. What fades goes on after the last of the months: each brings `stay` of
/// the one before.
template <class Num>
struct Stream {
  std::vector<Num> months;
  Num all, worth;
  std::optional<Num> stay;
};

/// The cash of a scope.
template <class Num>
struct Cash {
  std::vector<Num> in, out, flow, sums;  ///< from month 0; sums: of the flow up to each month
  std::vector<Num> present;              ///< the flow at what it is worth at the start
  Num all;                               ///< of every month there will be
  Num worth;                             ///< the same at what it is worth at the start
  Num payback, discountedPayback;        ///< in months; kLater, kNever
  std::vector<Stream<Num>> streams;
  std::size_t last = 0;  ///< the last of the months looked at that has cash
};

/// What a month discounts by; nothing where no yearly rate is stated.
template <class Num>
std::optional<Num> monthlyDiscount(Sheet<Num>& sheet) {
  const Input rate = discountOf(sheet.scenario());
  if (!rate) return std::nullopt;
  const auto constant = [&](double value) {
    return sheet.numbers().constant(value, Metric::amount);
  };
  const Num factor = power(constant(1) + sheet.input(*rate), constant(-1 / kMonthsAYear));
  return sheet.named(sheet.total(), Metric::discountFactor, Label::kNoLine, factor);
}

/// Works out when the amounts of a sheet fall due.
template <class Num>
class Calendar {
 public:
  explicit Calendar(Sheet<Num>& sheet)
      : sheet_(&sheet), discount_(monthlyDiscount(sheet)), factors_({constant(1)}) {}

  bool discounts() const { return discount_.has_value(); }

  /// Of a channel, or of the total: the channels', of which those that are left out of the total's
  /// return count with their cost alone.
  Cash<Num> cash(std::size_t scope) {
    Cash<Num> made;
    made.streams = streams(scope);
    spend(made, scope);
    made.last = made.out.size() - 1;
    for (const Stream<Num>& s : made.streams) made.last = std::max(made.last, s.months.size());
    const std::size_t months = std::max(horizonMonths(scenario()), made.last);
    for (std::size_t t = 0; t <= months; ++t) month(made, scope, t);
    made.payback = payback(made, scope, made.sums, made.all, Metric::payback);
    if (discount_) {
      std::vector<Num> sums;
      for (const Num& value : made.present) {
        const Num sum = sums.empty() ? value : sums.back() + value;
        sums.push_back(named(scope, Metric::presentToDate, sum, sums.size()));
      }
      made.discountedPayback = payback(made, scope, sums, made.worth, Metric::discountedPayback);
    }
    return made;
  }

  /// What comes after a month. Nothing, not even its rounding, where no cash comes after it.
  Num after(const Cash<Num>& cash, std::size_t scope, std::size_t horizon) const {
    const bool isAll = !goesOn(cash, cash.sums.size() - 1) && cash.last <= horizon;
    return named(scope, Metric::stillToCome, isAll ? constant(0) : cash.all - cash.sums[horizon]);
  }

  /// The flows up to a month, at what they are worth at the start.
  Num worthWithin(const Cash<Num>& cash, std::size_t scope, std::size_t horizon) {
    const std::vector<Num>& of = discount_ ? cash.present : cash.flow;
    const auto end = of.begin() + static_cast<std::ptrdiff_t>(horizon) + 1;
    return named(scope, Metric::netPresentValueWithin, sheet_->sum({of.begin(), end}));
  }

 private:
  const Scenario& scenario() const { return sheet_->scenario(); }
  Num constant(double value, Metric meaning = Metric::amount) const {
    return sheet_->numbers().constant(value, meaning);
  }
  Num named(std::size_t scope, Metric metric, const Num& figure,
            std::size_t month = Label::kNoLine) const {
    return sheet_->named(scope, metric, static_cast<std::uint32_t>(month), figure);
  }

  /// What the money of a month is worth at the start. Requires a discount.
  const Num& factor(std::size_t month) {
    while (factors_.size() <= month) {
      const Num next = factors_.back() * *discount_;
      factors_.push_back(named(sheet_->total(), Metric::discountFactor, next, factors_.size()));
    }
    return factors_[month];
  }

  /// The sum over months of a share of each, at what it is worth at the start. Requires a discount.
  Num worthOf(const std::vector<Num>& shares, std::size_t firstMonth) {
    std::vector<Num> parts;
    for (std::size_t i = 0; i < shares.size(); ++i) {
      parts.push_back(shares[i] * factor(firstMonth + i));
    }
    return sheet_->sum(parts);
  }

  std::vector<Num> sharesOf(const std::vector<double>& shares) const {
    std::vector<Num> made;
    for (const double share : shares) made.push_back(constant(share, Metric::monthShare));
    return made;
  }

  // What comes in

  std::vector<Stream<Num>> streams(std::size_t scope) {
    if (scope < sheet_->total()) return {stream(scope, (*sheet_)(scope, Metric::return_))};
    std::vector<Stream<Num>> made;
    std::vector<bool> counted(sheet_->total());
    for (std::size_t first = 0; first < sheet_->total(); ++first) {
      std::vector<Num> returns;
      for (std::size_t c = first; c < sheet_->total(); ++c) {
        if (counted[c] || sheet_->isLeftOut(c) || !comesAlike(scenario(), first, c)) continue;
        counted[c] = true;
        returns.push_back((*sheet_)(c, Metric::return_));
      }
      if (!returns.empty()) made.push_back(stream(first, sheet_->sum(returns)));
    }
    if (!scenario().savings.empty()) made.push_back(saved());
    return made;
  }

  /// Evenly over the months of the period.
  Stream<Num> saved() {
    Stream<Num> made;
    const Num amount = (*sheet_)(sheet_->total(), Metric::savings);
    const std::vector<Num> shares = sharesOf(payments(scenario()));
    for (const Num& share : shares) made.months.push_back(amount * share);
    made.all = amount;
    made.worth = discount_ ? amount * worthOf(shares, 1) : amount;
    return made;
  }

  Stream<Num> stream(std::size_t channel, const Num& amount) {
    const std::vector<double> bought = purchases(scenario(), channel);
    switch (courseOf(scenario(), channel)) {
      case Course::once: return once(channel, bought, amount);
      case Course::fading: return fading(channel, bought, amount);
      case Course::years: {
        const auto [weights, all] = monthsOfYears(channel);
        return over(channel, bought, quotient(amount, all, Metric::years), weights, amount);
      }
      case Course::revenues: break;
    }
    const std::vector<Num> weights = monthsOfRevenues(channel);
    const Num customers = quotient(amount, (*sheet_)(channel, Metric::value), Metric::value);
    return over(channel, bought, customers, weights, customers * sheet_->sum(weights));
  }

  void comeIn(Stream<Num>& made, std::size_t channel, const Num& amount) const {
    made.months.push_back(named(channel, Metric::cashOfStream, amount, made.months.size() + 1));
  }

  Stream<Num> once(std::size_t channel, const std::vector<double>& bought, const Num& amount) {
    Stream<Num> made;
    const std::vector<Num> shares = sharesOf(bought);
    for (const Num& share : shares) comeIn(made, channel, amount * share);
    made.all = amount;
    made.worth = discount_ ? amount * worthOf(shares, 1) : amount;
    return made;
  }

  Stream<Num> fading(std::size_t channel, const std::vector<double>& bought, const Num& amount) {
    Stream<Num> made;
    const At<Num> f(*sheet_, channel);
    const bool isSubscription = f.value().mode == ValueMode::subscription;
    const Num said = isSubscription ? f.valueIn(Metric::monthlyChurn)
                                    : sheet_->input(*scenario().time.monthlyRetention);
    const Num other = constant(1) - said;
    const Num& stay = isSubscription ? other : said;
    const Num first = amount * (isSubscription ? said : other);
    for (std::size_t t = 0; t < kMostMonths; ++t) {
      const bool buys = t < bought.size() && bought[t] > 0;
      if (t == 0 || buys) {
        const Num fresh = first * constant(t < bought.size() ? bought[t] : 0, Metric::monthShare);
        comeIn(made, channel, t == 0 ? fresh : made.months.back() * stay + fresh);
      } else {
        comeIn(made, channel, made.months.back() * stay);
      }
    }
    made.all = amount;
    made.worth = amount;
    made.stay = stay;
    if (!discount_) return made;
    made.worth = quotient(first * worthOf(sharesOf(bought), 1), constant(1) - stay * *discount_,
                          Metric::discountFactor);
    return made;
  }

  /// Purchases that each bring a weight's part of an amount in the months from their own on.
  Stream<Num> over(std::size_t channel, const std::vector<double>& bought, const Num& each,
                   const std::vector<Num>& stated, const Num& all) {
    Stream<Num> made;
    std::vector<Num> weights;
    for (const Num& weight : stated) {
      weights.push_back(named(channel, Metric::afterPurchase, weight, weights.size()));
    }
    const std::size_t months = std::min(kMostMonths, bought.size() + weights.size() - 1);
    for (std::size_t t = 0; t < months; ++t) {
      std::vector<Num> parts;
      for (std::size_t b = 0; b < bought.size() && b <= t; ++b) {
        if (bought[b] == 0 || t - b >= weights.size()) continue;
        parts.push_back(constant(bought[b], Metric::monthShare) * weights[t - b]);
      }
      comeIn(made, channel, each * sheet_->sum(parts));
    }
    made.all = all;
    made.worth = discount_ ? each * worthOf(sharesOf(bought), 1) * worthOf(weights, 0) : all;
    return made;
  }

  /// Of each month of a customer's years how much lies in them, and how many months they are.
  std::pair<std::vector<Num>, Num> monthsOfYears(std::size_t channel) {
    const At<Num> f(*sheet_, channel);
    const Num length = f.valueIn(Metric::years) * constant(kMonthsAYear);
    std::vector<Num> weights;
    const std::size_t most = lastingMonths(scenario(), channel);
    for (std::size_t k = 0; k < most; ++k) {
      const Num left = length - constant(static_cast<double>(k));
      weights.push_back(
          ifPositive(left, ifPositive(left - constant(1), constant(1), left), constant(0)));
    }
    return {weights, length};
  }

  /// What a customer brings in each month of the stated years, undiscounted.
  std::vector<Num> monthsOfRevenues(std::size_t channel) {
    const At<Num> f(*sheet_, channel);
    std::vector<Num> weights;
    std::optional<Num> staying;
    for (const Input& revenue : f.value().yearlyRevenue) {
      Num year = f.input(revenue, Metric::yearlyRevenue);
      if (staying) year = year * *staying;
      weights.insert(weights.end(), static_cast<std::size_t>(kMonthsAYear),
                     quotient(year, constant(kMonthsAYear), Metric::periodMonths));
      const Num stay = f.valueIn(Metric::retention);
      staying = staying ? *staying * stay : stay;
    }
    return weights;
  }

  // What goes out, and what is left

  std::vector<Num> ofChannels(std::size_t scope, Metric metric) {
    if (scope < sheet_->total()) return {(*sheet_)(scope, metric)};
    std::vector<Num> parts;
    for (std::size_t c = 0; c < sheet_->total(); ++c) parts.push_back((*sheet_)(c, metric));
    return parts;
  }

  void spend(Cash<Num>& made, std::size_t scope) {
    const Num first = sheet_->sum(ofChannels(scope, Metric::upfrontCost));
    const Num last = sheet_->sum(ofChannels(scope, Metric::endCost));
    const Num monthly = sheet_->sum(ofChannels(scope, Metric::cost)) - first - last;
    const std::vector<Num> shares = sharesOf(payments(scenario()));
    made.out = {first};
    for (const Num& share : shares) made.out.push_back(monthly * share);
    made.out.back() = made.out.back() + last;
    std::vector<Num> all = {constant(0) - first - last - monthly};
    for (const Stream<Num>& s : made.streams) all.push_back(s.all);
    made.all = made.worth = named(scope, Metric::cashInAll, sheet_->sum(all));
    if (!discount_) return;
    std::vector<Num> worth = {constant(0) - first - last * factor(shares.size()) -
                              monthly * worthOf(shares, 1)};
    for (const Stream<Num>& s : made.streams) worth.push_back(s.worth);
    made.worth = named(scope, Metric::netPresentValue, sheet_->sum(worth));
  }

  void month(Cash<Num>& made, std::size_t scope, std::size_t t) {
    std::vector<Num> in;
    for (const Stream<Num>& s : made.streams) {
      if (t > 0 && t <= s.months.size()) in.push_back(s.months[t - 1]);
    }
    made.in.push_back(named(scope, Metric::cashIn, sheet_->sum(in), t));
    const bool pays = t < made.out.size();
    if (pays) made.out[t] = named(scope, Metric::cashOut, made.out[t], t);
    const Num flow = pays ? made.in[t] - made.out[t] : made.in[t];
    made.flow.push_back(named(scope, Metric::cashFlow, flow, t));
    const Num sum = t == 0 ? made.flow[0] : made.sums.back() + made.flow[t];
    made.sums.push_back(named(scope, Metric::cashToDate, sum, t));
    if (!discount_) return;
    made.present.push_back(named(scope, Metric::presentValue, made.flow[t] * factor(t), t));
  }

  /// From when on the sums stay at or above zero, but for the rounding of what was paid,
  /// interpolated within the month.
  Num payback(const Cash<Num>& cash, std::size_t scope, const std::vector<Num>& sums,
              const Num& all, Metric metric) {
    const Num never = constant(kNever);
    const Num rounding =
        constant(0) - sheet_->sum(ofChannels(scope, Metric::cost)) * constant(1e-12);
    Num below = rounding - sums.front();
    Num months = ifPositive(below, never, constant(0));
    for (std::size_t t = 1; t < sums.size(); ++t) {
      const Num before = below;
      below = rounding - sums[t];
      const Num crossed = constant(static_cast<double>(t - 1)) +
                          quotient(sums[t - 1], sums[t - 1] - sums[t], metric);
      const Num so = ifPositive(below, never, ifPositive(before, crossed, months));
      months = named(scope, metric, so, t);
    }
    if (goesOn(cash, sums.size() - 1)) {
      const Num later = ifPositive(all, constant(kLater), never);
      months = ifPositive(below, later, ifPositive(rounding - all, never, months));
    }
    return named(scope, metric, months);
  }

  /// Whether cash comes after the months that are looked at.
  bool goesOn(const Cash<Num>& cash, std::size_t months) const {
    return months >= kMostMonths || std::any_of(cash.streams.begin(), cash.streams.end(),
                                                [](const auto& s) { return s.stay.has_value(); });
  }

  Sheet<Num>* sheet_;
  std::optional<Num> discount_;
  std::vector<Num> factors_;
};

}  // namespace roi
