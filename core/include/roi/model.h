#pragma once
// The whole business, once: one rule per metric over a number type. Rules branch on structure,
// never on a value; they know + - x, quotient, power, sum and ifPositive, and nothing of their
// numbers. Every formula is stated with its source in core/docs/methodology.md, in the order of
// this file.

#include <optional>
#include <utility>
#include <vector>

#include "roi/scenario.h"

namespace roi {

/// Where a rule stands: one scope (a channel or the total) of one sheet. See sheet.h.
template <class Num>
class At;

template <class Num>
Num valueRule(At<Num> f) {
  using enum Metric;
  switch (f.value().mode) {
    case ValueMode::none: return f.missing(value);
    case ValueMode::revenue: return f.valueIn(revenuePerCustomer);
    case ValueMode::margin: return f.valueIn(marginPerCustomer);
    case ValueMode::orders:
      return f.valueIn(averageOrderValue) * f.valueIn(ordersPerYear) * f.valueIn(years);
    case ValueMode::subscription:
      return quotient(f.valueIn(revenuePerMonth), f.valueIn(monthlyChurn), monthlyChurn);
    case ValueMode::discounted: break;
  }
  const std::vector<Input>& revenues = f.value().yearlyRevenue;
  if (revenues.empty()) return f.missing(yearlyRevenue);
  Num present = f.input(revenues.back(), yearlyRevenue);
  for (std::size_t t = revenues.size() - 1; t-- > 0;) {
    present =
        f.input(revenues[t], yearlyRevenue) +
        quotient(f.valueIn(retention), f.constant(1) + f.valueIn(discountRate), discountRate) *
            present;
  }
  return present;
}

/// What is left of revenue: the margin less commissions, of what is not refunded. Before a margin
/// counts, what is not refunded.
template <class Num>
Num earnedShareRule(At<Num> f) {
  using enum Metric;
  if (f.valuedByMargin()) return f.constant(1);
  if (f.isTotal() && f.onMarginBasis()) return f[margin];
  if (!f.onMarginBasis()) {
    return f.planGives(refunds) ? f.constant(1) - f.ofPlan(refunds) : f.constant(1);
  }
  const Num left = f.planGives(commissions) ? f[margin] - f.ofPlan(commissions) : f[margin];
  return f.planGives(refunds) ? left * (f.constant(1) - f.ofPlan(refunds)) : left;
}

/// The margin that counts: of a channel after what is taken off, of which a total's is made.
template <class Num>
Num earnedMargin(At<Num> f) {
  const bool isOwn = !f.isTotal() && f.onMarginBasis() && deducts(f.scenario());
  return f[isOwn ? Metric::earnedShare : Metric::margin];
}

/// The share of a sale that is returned; nothing where all of it is.
template <class Num>
std::optional<Num> returnedShare(At<Num> f) {
  if (f.countsMargin()) return earnedMargin(f);
  if (f.valuedByMargin() || !f.planGives(Metric::refunds)) return std::nullopt;
  return f[Metric::earnedShare];
}

template <class Num>
Num returnOf(At<Num> f, const Num& sale) {
  const std::optional<Num> share = returnedShare(f);
  return share ? sale * *share : sale;
}

/// The sale that returns so much.
template <class Num>
Num saleFor(At<Num> f, const Num& wanted) {
  const std::optional<Num> share = returnedShare(f);
  if (!share) return wanted;
  return quotient(wanted, *share, f.countsMargin() ? Metric::margin : Metric::earnedShare);
}

/// What of a total's cost the return has to cover: what is not saved, and at least nothing.
template <class Num>
Num costToCoverRule(At<Num> f, const Num& cost) {
  const Num left = cost - f[Metric::savings];
  return ifPositive(left, left, f.constant(0));
}

/// What the return has to cover.
template <class Num>
Metric toCover(At<Num> f) {
  return f.saves() ? Metric::costToCover : Metric::cost;
}

/// The same per unit, where perUnit is the full cost of one.
template <class Num>
Num toCoverPer(At<Num> f, Metric perUnit, Metric unit) {
  return f.saves() ? f.perCounted(Metric::costToCover, unit) : f[perUnit];
}

/// The margin from which on the plan earns money.
template <class Num>
Num breakEvenMarginRule(At<Num> f) {
  using enum Metric;
  if (f.valuedByMargin()) return f.missing(revenue);
  const Num all = f.counted(revenue);
  const Num net = f.planGives(refunds) ? all * (f.constant(1) - f.ofPlan(refunds)) : all;
  const Num least = quotient(f.counted(toCover(f)), net, revenue);
  return f.planGives(commissions) ? least + f.ofPlan(commissions) : least;
}

/// The margin of a month of the customers won, where their value says what a month brings.
template <class Num>
Num monthlyMarginRule(At<Num> f) {
  using enum Metric;
  if (!f.onMarginBasis()) return f.missing(margin);
  const Num margins = f[customers] * earnedMargin(f);
  const Num months = f.constant(kMonthsAYear);
  switch (f.value().mode) {
    case ValueMode::subscription: return margins * f.valueIn(revenuePerMonth);
    case ValueMode::orders: {
      const Num year = margins * f.valueIn(averageOrderValue) * f.valueIn(ordersPerYear);
      return quotient(year, months, periodMonths);
    }
    case ValueMode::discounted: {
      if (f.value().yearlyRevenue.empty()) return f.missing(yearlyRevenue);
      const Num year = margins * f.input(f.value().yearlyRevenue.front(), yearlyRevenue);
      return quotient(year, months, periodMonths);
    }
    default: return f.missing(revenuePerMonth);
  }
}

template <class Num>
Num ltvToCacRule(At<Num> f) {
  using enum Metric;
  if (!f.onMarginBasis()) return f.missing(margin);
  const Num& cac = f[fullCostCac];
  if (f.isTotal()) {
    return quotient(f.perCounted(grossProfit, incrementalCustomers), cac, fullCostCac);
  }
  return quotient(returnOf(f, f[value]), cac, fullCostCac);
}

/// The close rate before anything is counted: every order closes.
template <class Num>
Num statedCloseRate(At<Num> f) {
  return f.isOrder() ? f.constant(1) : f.in(Metric::closeRate);
}

/// What a line of a ledger costs, or saves, in the scenario's period.
template <class Num>
Num lineRule(At<Num> f, const CostLine& line) {
  using enum Metric;
  const bool byHours = !line.amount && (line.hours || line.hourlyCost || line.yearlySalary);
  const bool bySalary = byHours && !line.hourlyCost && line.yearlySalary;
  Num spent = f.input(byHours ? line.hours : line.amount, byHours ? hours : amount);
  if (bySalary) {
    spent = spent * quotient(f.input(line.yearlySalary, yearlySalary),
                             f.input(line.yearlyHours, yearlyHours), yearlyHours);
  } else if (byHours) {
    spent = spent * f.input(line.hourlyCost, hourlyCost);
  }
  if (line.share) spent = spent * f.input(line.share, share);
  if (!line.periodMonths) return spent;
  return quotient(spent * f.input(f.scenario().periodMonths, periodMonths),
                  f.input(line.periodMonths, linePeriodMonths), linePeriodMonths);
}

/// A channel's part of a shared line. What there is nothing of to allocate by allocates equally.
template <class Num>
Num sharedPartRule(At<Num> f, std::size_t index) {
  using enum Metric;
  const SharedLine& shared = f.scenario().shared[index];
  const Num line = f.sharedLine(index);
  const auto equally = [&] { return quotient(line, f.channelCount(), channelCount); };
  const auto pro = [&](const Num& part, const Num& whole, Metric id) {
    return ifPositive(whole, quotient(line * part, whole, id), equally());
  };
  switch (shared.rule) {
    case Allocation::equally: return equally();
    case Allocation::adSpend: return pro(f[adSpend], f.total(adSpend), adSpend);
    case Allocation::leads: return pro(f[leads], f.total(leads), leads);
    case Allocation::weights: break;
  }
  const Input own = shared.weights[f.channel()];
  return pro(own ? f.input(own, weight) : f.constant(0), f.weightSum(index), weightSum);
}

/// Of a return, or of what a customer returns, as much as is believed.
template <class Num>
Num believedOf(At<Num> f, const Num& all) {
  const Input share = f.scenario().believed;
  return share ? all * f.input(share, Metric::believed) : all;
}

/// What a return must be so that enough is left when only a share of it is believed.
template <class Num>
Num neededOf(At<Num> f, const Num& believed) {
  const Input share = f.scenario().believed;
  return share ? quotient(believed, f.input(share, Metric::believed), Metric::believed) : believed;
}

/// A goal's metric as a quotient of two sums, or as one sum.
struct GoalForm {
  Metric numerator;
  std::optional<Metric> denominator;
};

inline GoalForm goalForm(Metric goal) {
  using enum Metric;
  switch (goal) {
    case roi: return {profit, cost};
    case incrementalRoas: return {revenue, adSpend};
    case roas: return {allRevenue, adSpend};
    case adSpendCpl: return {adSpend, leads};
    case fullCostCpl: return {cost, leads};
    case fullCostCac: return {cost, customers};
    default: return {goal, std::nullopt};
  }
}

/// The part of a total that follows ad spend: volumes of the channels that scale, their ad spend.
template <class Num>
Num drivenRule(At<Num> f, Metric m) {
  using enum Metric;
  if (m == cost) return f.scaling(adSpend);
  if (m == profit) return f.scaling(return_) - f.scaling(adSpend);
  return f.scaling(m);
}

/// The part of a total that stays when ad spend moves, savings among it.
template <class Num>
Num fixedRule(At<Num> f, Metric m) {
  using enum Metric;
  if (m == cost) return f.scaling(nonAdCost) + f.others(cost);
  if (m == profit) return f.withSavings(f.others(return_)) - fixedRule(f, cost);
  return f.others(m);
}

/// What volumes that follow Hill's curve become with so many times the ad spend; where the ceiling
/// is reached already, they stay.
template <class Num>
Num ceilingRule(At<Num> f, const Response& response, const Num& scale) {
  using enum Metric;
  const Num ceiling = f.input(response.ceiling, leadCeiling);
  const Num room = ceiling - f[leads];
  const Num grown = response.shape ? power(scale, f.input(response.shape, responseShape)) : scale;
  return ifPositive(room, quotient(ceiling * grown, room + f[leads] * grown, leadCeiling),
                    f.constant(1));
}

/// A total with ad spend moved by goalScale and what follows from it: by each channel's elasticity
/// or, where none responds, in proportion.
template <class Num>
Num scaledRule(At<Num> f, Metric m) {
  using enum Metric;
  if (m == cost) return f.scaling(adSpend) * f[goalScale] + fixedRule(f, cost);
  if (m == profit) return f.withSavings(scaledRule(f, return_)) - scaledRule(f, cost);
  if (m == adSpend || !anyResponds(f.scenario())) return f.scaling(m) * f[goalScale] + f.others(m);
  return f.responding(m, f[goalScale]) + f.others(m);
}

/// Budget and volume questions: ad spend moves by goalScale; other costs stay. In proportion, with
/// k = return per ad euro and F = other cost, a target ROI r comes out as (1+r)F / (k - (1+r)).
template <class Num>
Num goalRule(Metric m, At<Num> f) {
  using enum Metric;
  if (!f.scenario().goal || !f.isTotal()) return f.missing(goalTarget);
  const Goal& goal = *f.scenario().goal;
  const Num target = f.input(goal.target, goalTarget);
  const auto [numerator, denominator] = goalForm(goal.metric);
  const At<Num> ofGoal = info(goal.metric).category == Category::unitCost ? f.ofCounted() : f;
  switch (m) {
    case goalGap: return f[goal.metric] - target;
    case goalAttainment: return quotient(f[goal.metric], target, goalTarget);
    case goalLeft: {
      const Num fixed = fixedRule(ofGoal, numerator);
      return (denominator ? target * fixedRule(ofGoal, *denominator) : target) - fixed;
    }
    case goalDriven: {
      const Num driven = drivenRule(ofGoal, numerator);
      return denominator ? driven - target * drivenRule(ofGoal, *denominator) : driven;
    }
    case goalScale:
      if (anyResponds(f.scenario())) return f.input(goal.scale, goalScale);
      return quotient(f[goalLeft], f[goalDriven], goalDriven);
    case goalReached: {
      const Num reached = scaledRule(ofGoal, numerator);
      return denominator ? quotient(reached, scaledRule(ofGoal, *denominator), *denominator)
                         : reached;
    }
    case goalLimit:
      if (!denominator || anyResponds(f.scenario())) return f.missing(goalLimit);
      return quotient(drivenRule(ofGoal, numerator), drivenRule(ofGoal, *denominator),
                      *denominator);
    case goalAdSpend: return scaledRule(f, adSpend);
    case goalBudget: return scaledRule(f, cost);
    case goalLeads: return scaledRule(f, leads);
    default: return target * f.input(goal.pricePerUnit, pricePerUnit);
  }
}

// One table of formulas, flat however long it is.
template <class Num>
Num rule(Metric m, At<Num> f) {  // NOLINT(readability-function-cognitive-complexity)
  using enum Metric;
  switch (m) {
    // Funnel
    case impressions:
      if (f.given(impressions) || !f.given(adSpendCpm)) return f.in(impressions);
      return quotient(f[adSpend] * f.constant(1000), f.in(adSpendCpm), adSpendCpm);
    case ctr: return f.derives(ctr) ? quotient(f[clicks], f[impressions], impressions) : f.in(ctr);
    case clicks:
      if (f.given(clicks)) return f.in(clicks);
      if (!clicksByRate(f.scenario(), f.channel()) && f.given(adSpendCpc)) {
        return quotient(f[adSpend], f.in(adSpendCpc), adSpendCpc);
      }
      if (!f.known(impressions) && !f.given(ctr)) return f.missing(clicks);
      return f[impressions] * f.in(ctr);
    case conversionRate:
      return f.derives(conversionRate) ? quotient(f[leads], f[clicks], clicks)
                                       : f.in(conversionRate);
    case leads:
      if (f.given(leads)) return f.in(leads);
      if (!f.known(clicks) && !f.given(conversionRate)) return f.missing(leads);
      return f[clicks] * f.in(conversionRate);
    case closeRate:
      return f.derives(closeRate) ? quotient(f[customers], f[leads], leads) : statedCloseRate(f);
    case customers:
      if (f.given(customers) && !f.isOrder()) return f.drawn(f.in(customers));
      return f.drawn(f[leads] * (f.derives(closeRate) ? statedCloseRate(f) : f[closeRate]));
    case incrementalShare:
      if (f.isTotal()) return quotient(f[incrementalCustomers], f[customers], customers);
      return f.given(incrementalShare) ? f.in(incrementalShare) : f.constant(1);
    case incrementalCustomers: return f[customers] * f[incrementalShare];

    // Value
    case value:
      if (!f.isTotal()) return valueRule(f);
      return quotient(f[allValuedByMargin(f.scenario()) ? grossProfit : revenue],
                      f[incrementalCustomers], incrementalCustomers);
    case margin:
      if (!f.isTotal()) return f.in(margin);
      return quotient(f.counted(grossProfit), f.counted(revenue), revenue);
    case returnPerCustomer:
      if (f.isTotal()) return quotient(f[return_], f.counted(customers), customers);
      if (f.valuedByMargin() && !f.onMarginBasis()) return f.missing(revenue);
      return believedOf(f, returnOf(f, f[value] * f[incrementalShare]));
    case earnedShare: return earnedShareRule(f);

    // Cost
    case adSpend:
    case tools:
    case people:
    case production:
    case fees:
    case otherCosts: return f.sumOfLines(m);
    case sharedCosts: return f.sumOfSharedParts([](const CostLine&) { return true; });
    case ownCost: return f.sumOfOwnLines();
    case upfrontCost: return f.sumOfPaid(Paid::first);
    case endCost: return f.sumOfPaid(Paid::end);
    case nonAdCost:
      return feeIncludesAdSpend(f.scenario(), f.channel()) ? f[cost] - f[adSpend] : f.sumOfKinds();
    case cost: {
      if (feeIncludesAdSpend(f.scenario(), f.channel())) return f.sumOfKinds();
      const bool ads = hasAdSpend(f.scenario(), f.channel());
      if (!hasNonAdCost(f.scenario(), f.channel())) return ads ? f[adSpend] : f.constant(0);
      return ads ? f[adSpend] + f[nonAdCost] : f[nonAdCost];
    }

    // Results
    case allRevenue:
      if (f.valuedByMargin()) return f.missing(revenue);
      return f[customers] * f[value];
    case revenue:
      if (f.valuedByMargin()) return f.missing(revenue);
      return f[customers] * f[value] * f[incrementalShare];
    case grossProfit:
      if (f.valuedByMargin()) return f[customers] * f[value] * f[incrementalShare];
      return f[revenue] * earnedMargin(f);
    case return_:
      return believedOf(f, f.onMarginBasis() ? f[grossProfit] : returnOf(f, f[revenue]));
    case profit: return f.withSavings(f[return_]) - f[cost];
    case savings: return f.sumOfSavings();
    case costToCover: return costToCoverRule(f, f[cost]);
    case contribution: return f[return_] - f[ownCost];
    case roi: return quotient(f[profit], f[cost], cost);
    case ownRoi: return quotient(f[contribution], f[ownCost], ownCost);
    case returnRatio: return quotient(f[return_], f[cost], cost);
    case roas: return quotient(f[allRevenue], f[adSpend], adSpend);
    case incrementalRoas: return quotient(f[revenue], f[adSpend], adSpend);
    case mer:
      if (!f.isTotal()) return f.missing(businessRevenue);
      return quotient(f.ofPlan(businessRevenue), f[adSpend], adSpend);
    case monthlyMargin: return monthlyMarginRule(f);
    case ltvToCac: return ltvToCacRule(f);
    case cacPayback: return quotient(f.counted(cost), f.counted(monthlyMargin), monthlyMargin);

    // Cost per unit, on ad spend and on full cost: of a total, of the channels whose return counts
    case adSpendCpm:
      return quotient(f.counted(adSpend) * f.constant(1000), f.counted(impressions), impressions);
    case fullCostCpm:
      return quotient(f.counted(cost) * f.constant(1000), f.counted(impressions), impressions);
    case adSpendCpc: return f.perCounted(adSpend, clicks);
    case fullCostCpc: return f.perCounted(cost, clicks);
    case adSpendCpl: return f.perCounted(adSpend, leads);
    case fullCostCpl: return f.perCounted(cost, leads);
    case adSpendCac: return f.perCounted(adSpend, customers);
    case fullCostCac: return f.perCounted(cost, customers);
    case fullCostIncrementalCac: return f.perCounted(cost, incrementalCustomers);

    // Break-even: what a lead or a click may cost is what it brings; what the return has to be is
    // less by what is saved
    case breakEvenCpl:
      if (f.isTotal()) return f.perCounted(return_, leads);
      return f[closeRate] * f[returnPerCustomer];
    case headroom: return f[breakEvenCpl] - f[fullCostCpl];
    case highestAdCpl: return f[breakEvenCpl] - f.perCounted(nonAdCost, leads);
    case breakEvenCpc:
      return f[highestAdCpl] * (f.leavesOut() ? f.perCounted(leads, clicks) : f[conversionRate]);
    case breakEvenCloseRate:
      return quotient(toCoverPer(f, fullCostCpl, leads), f[returnPerCustomer], returnPerCustomer);
    case breakEvenConversionRate:
      return quotient(toCoverPer(f, fullCostCpc, clicks), f[breakEvenCpl], breakEvenCpl);
    case breakEvenValue:
      return saleFor(f, neededOf(f, toCoverPer(f, fullCostIncrementalCac, incrementalCustomers)));
    case breakEvenCustomers:
      return quotient(f[toCover(f)], f[returnPerCustomer], returnPerCustomer);
    case breakEvenLeads: return quotient(f[toCover(f)], f[breakEvenCpl], breakEvenCpl);
    case breakEvenRoas:
      if (f.isTotal()) return quotient(f[toCover(f)] * f[roas], f[return_], return_);
      return quotient(f[breakEvenIncrementalRoas], f[incrementalShare], incrementalShare);
    case breakEvenIncrementalRoas: {
      if (f.valuedByMargin()) return f.missing(revenue);
      return saleFor(f, neededOf(f, quotient(f[toCover(f)], f[adSpend], adSpend)));
    }
    case breakEvenMargin: return breakEvenMarginRule(f);
    case breakEvenShare:
      return believedOf(f, quotient(f.counted(toCover(f)), f.counted(return_), return_));

    // Shares
    case costShare: return quotient(f[cost], f.total(cost), cost);
    case returnShare: return quotient(f[return_], f.total(return_), return_);

    case goalGap:
    case goalAttainment:
    case goalLeft:
    case goalDriven:
    case goalScale:
    case goalReached:
    case goalLimit:
    case goalAdSpend:
    case goalBudget:
    case goalLeads:
    case goalPriceBudget: return goalRule(m, f);
    default: return f.in(m);  // inputs and lines have no rule of their own
  }
}

}  // namespace roi
