#pragma once
// The metric table: every figure the calculator knows, once. The id is the wire name, the key of
// the page's catalogue and the word used in core/docs/methodology.md.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace roi {

enum class Unit : std::uint8_t { count, money, rate, ratio, months };
enum class Better : std::uint8_t { higher, lower, neither };
/// saving: of a plan that counts savings, in its total alone; input: typed by the visitor and never
/// worked out; line: a line of a ledger.
enum class Category : std::uint8_t {
  funnel,
  value,
  cost,
  result,
  unitCost,
  breakEven,
  share,
  goal,
  saving,
  cash,
  input,
  line
};

/// How the total of a metric is worked out: as the sum over the channels, or by the metric's rule.
enum class Total : std::uint8_t { sum, rule };
/// kind: what a line of a ledger may be a cost of.
enum class Ledger : std::uint8_t { kind, other };

// X(enumerator, id, unit, better, category, total, ledger)
#define ROI_METRICS(X)                                                                          \
  X(impressions, "impressions", count, higher, funnel, sum, other)                              \
  X(ctr, "ctr", rate, higher, funnel, rule, other)                                              \
  X(clicks, "clicks", count, higher, funnel, sum, other)                                        \
  X(conversionRate, "conversionRate", rate, higher, funnel, rule, other)                        \
  X(leads, "leads", count, higher, funnel, sum, other)                                          \
  X(closeRate, "closeRate", rate, higher, funnel, rule, other)                                  \
  X(customers, "customers", count, higher, funnel, sum, other)                                  \
  X(incrementalShare, "incrementalShare", rate, higher, funnel, rule, other)                    \
  X(incrementalCustomers, "incrementalCustomers", count, higher, funnel, sum, other)            \
  X(value, "value", money, higher, value, rule, other)                                          \
  X(margin, "margin", rate, higher, value, rule, other)                                         \
  X(earnedShare, "earnedShare", rate, higher, value, rule, other)                               \
  X(returnPerCustomer, "returnPerCustomer", money, higher, value, rule, other)                  \
  X(adSpend, "adSpend", money, lower, cost, sum, kind)                                          \
  X(tools, "tools", money, lower, cost, sum, kind)                                              \
  X(people, "people", money, lower, cost, sum, kind)                                            \
  X(production, "production", money, lower, cost, sum, kind)                                    \
  X(fees, "fees", money, lower, cost, sum, kind)                                                \
  X(otherCosts, "otherCosts", money, lower, cost, sum, kind)                                    \
  X(sharedCosts, "sharedCosts", money, lower, cost, sum, other)                                 \
  X(ownCost, "ownCost", money, lower, cost, sum, other)                                         \
  X(upfrontCost, "upfrontCost", money, lower, cost, sum, other)                                 \
  X(endCost, "endCost", money, lower, cost, sum, other)                                         \
  X(nonAdCost, "nonAdCost", money, lower, cost, sum, other)                                     \
  X(cost, "cost", money, lower, cost, sum, other)                                               \
  X(allRevenue, "allRevenue", money, higher, result, sum, other)                                \
  X(revenue, "revenue", money, higher, result, sum, other)                                      \
  X(grossProfit, "grossProfit", money, higher, result, sum, other)                              \
  X(return_, "return", money, higher, result, sum, other)                                       \
  X(profit, "profit", money, higher, result, rule, other)                                       \
  X(contribution, "contribution", money, higher, result, rule, other)                           \
  X(roi, "roi", rate, higher, result, rule, other)                                              \
  X(ownRoi, "ownRoi", rate, higher, result, rule, other)                                        \
  X(returnRatio, "returnRatio", ratio, higher, result, rule, other)                             \
  X(roas, "roas", ratio, higher, result, rule, other)                                           \
  X(incrementalRoas, "incrementalRoas", ratio, higher, result, rule, other)                     \
  X(mer, "mer", ratio, higher, result, rule, other)                                             \
  X(monthlyMargin, "monthlyMargin", money, higher, result, sum, other)                          \
  X(ltvToCac, "ltvToCac", ratio, higher, result, rule, other)                                   \
  X(cacPayback, "cacPayback", months, lower, result, rule, other)                               \
  X(adSpendCpm, "adSpendCpm", money, lower, unitCost, rule, other)                              \
  X(fullCostCpm, "fullCostCpm", money, lower, unitCost, rule, other)                            \
  X(adSpendCpc, "adSpendCpc", money, lower, unitCost, rule, other)                              \
  X(fullCostCpc, "fullCostCpc", money, lower, unitCost, rule, other)                            \
  X(adSpendCpl, "adSpendCpl", money, lower, unitCost, rule, other)                              \
  X(fullCostCpl, "fullCostCpl", money, lower, unitCost, rule, other)                            \
  X(adSpendCac, "adSpendCac", money, lower, unitCost, rule, other)                              \
  X(fullCostCac, "fullCostCac", money, lower, unitCost, rule, other)                            \
  X(fullCostIncrementalCac, "fullCostIncrementalCac", money, lower, unitCost, rule, other)      \
  X(breakEvenCpl, "breakEvenCpl", money, higher, breakEven, rule, other)                        \
  X(headroom, "headroom", money, higher, breakEven, rule, other)                                \
  X(highestAdCpl, "highestAdCpl", money, higher, breakEven, rule, other)                        \
  X(breakEvenCpc, "breakEvenCpc", money, higher, breakEven, rule, other)                        \
  X(breakEvenCloseRate, "breakEvenCloseRate", rate, lower, breakEven, rule, other)              \
  X(breakEvenConversionRate, "breakEvenConversionRate", rate, lower, breakEven, rule, other)    \
  X(breakEvenValue, "breakEvenValue", money, lower, breakEven, rule, other)                     \
  X(breakEvenCustomers, "breakEvenCustomers", count, lower, breakEven, rule, other)             \
  X(breakEvenLeads, "breakEvenLeads", count, lower, breakEven, rule, other)                     \
  X(breakEvenRoas, "breakEvenRoas", ratio, lower, breakEven, rule, other)                       \
  X(breakEvenIncrementalRoas, "breakEvenIncrementalRoas", ratio, lower, breakEven, rule, other) \
  X(breakEvenMargin, "breakEvenMargin", rate, lower, breakEven, rule, other)                    \
  X(breakEvenShare, "breakEvenShare", rate, lower, breakEven, rule, other)                      \
  X(costShare, "costShare", rate, neither, share, rule, other)                                  \
  X(returnShare, "returnShare", rate, higher, share, rule, other)                               \
  X(goalGap, "goalGap", ratio, neither, goal, rule, other)                                      \
  X(goalAttainment, "goalAttainment", rate, neither, goal, rule, other)                         \
  X(goalLeft, "goalLeft", ratio, neither, goal, rule, other)                                    \
  X(goalDriven, "goalDriven", ratio, neither, goal, rule, other)                                \
  X(goalScale, "goalScale", ratio, neither, goal, rule, other)                                  \
  X(goalReached, "goalReached", ratio, neither, goal, rule, other)                              \
  X(goalLimit, "goalLimit", ratio, neither, goal, rule, other)                                  \
  X(goalAdSpend, "goalAdSpend", money, neither, goal, rule, other)                              \
  X(goalBudget, "goalBudget", money, neither, goal, rule, other)                                \
  X(goalLeads, "goalLeads", count, neither, goal, rule, other)                                  \
  X(goalPriceBudget, "goalPriceBudget", money, neither, goal, rule, other)                      \
  X(savings, "savings", money, higher, saving, rule, other)                                     \
  X(costToCover, "costToCover", money, lower, saving, rule, other)                              \
  X(afterPurchase, "afterPurchase", ratio, neither, cash, rule, other)                          \
  X(cashOfStream, "cashOfStream", money, higher, cash, rule, other)                             \
  X(cashIn, "cashIn", money, higher, cash, rule, other)                                         \
  X(cashOut, "cashOut", money, lower, cash, rule, other)                                        \
  X(cashFlow, "cashFlow", money, higher, cash, rule, other)                                     \
  X(cashToDate, "cashToDate", money, higher, cash, rule, other)                                 \
  X(presentValue, "presentValue", money, higher, cash, rule, other)                             \
  X(presentToDate, "presentToDate", money, higher, cash, rule, other)                           \
  X(cashInAll, "cashInAll", money, higher, cash, rule, other)                                   \
  X(stillToCome, "stillToCome", money, higher, cash, rule, other)                               \
  X(discountedAway, "discountedAway", money, lower, cash, rule, other)                          \
  X(netPresentValueWithin, "netPresentValueWithin", money, higher, cash, rule, other)           \
  X(netPresentValue, "netPresentValue", money, higher, cash, rule, other)                       \
  X(payback, "payback", months, lower, cash, rule, other)                                       \
  X(discountedPayback, "discountedPayback", months, lower, cash, rule, other)                   \
  X(irr, "irr", rate, higher, cash, rule, other)                                                \
  X(annualisedRoi, "annualisedRoi", rate, higher, cash, rule, other)                            \
  X(goalTarget, "goalTarget", ratio, neither, input, rule, other)                               \
  X(pricePerUnit, "pricePerUnit", money, neither, input, rule, other)                           \
  X(revenuePerCustomer, "revenuePerCustomer", money, higher, input, rule, other)                \
  X(marginPerCustomer, "marginPerCustomer", money, higher, input, rule, other)                  \
  X(averageOrderValue, "averageOrderValue", money, higher, input, rule, other)                  \
  X(ordersPerYear, "ordersPerYear", count, higher, input, rule, other)                          \
  X(years, "years", count, higher, input, rule, other)                                          \
  X(revenuePerMonth, "revenuePerMonth", money, higher, input, rule, other)                      \
  X(monthlyChurn, "monthlyChurn", rate, lower, input, rule, other)                              \
  X(yearlyRevenue, "yearlyRevenue", money, higher, input, rule, other)                          \
  X(retention, "retention", rate, higher, input, rule, other)                                   \
  X(monthlyRetention, "monthlyRetention", rate, higher, input, rule, other)                     \
  X(discountRate, "discountRate", rate, lower, input, rule, other)                              \
  X(discountFactor, "discountFactor", ratio, higher, input, rule, other)                        \
  X(elasticity, "elasticity", rate, higher, input, rule, other)                                 \
  X(leadCeiling, "leadCeiling", count, higher, input, rule, other)                              \
  X(responseShape, "responseShape", ratio, neither, input, rule, other)                         \
  X(believed, "believed", rate, higher, input, rule, other)                                     \
  X(refunds, "refunds", rate, lower, input, rule, other)                                        \
  X(commissions, "commissions", rate, lower, input, rule, other)                                \
  X(businessRevenue, "businessRevenue", money, higher, input, rule, other)                      \
  X(amount, "amount", money, lower, input, rule, other)                                         \
  X(share, "share", rate, lower, input, rule, other)                                            \
  X(hours, "hours", count, lower, input, rule, other)                                           \
  X(hourlyCost, "hourlyCost", money, lower, input, rule, other)                                 \
  X(yearlySalary, "yearlySalary", money, lower, input, rule, other)                             \
  X(yearlyHours, "yearlyHours", count, neither, input, rule, other)                             \
  X(periodMonths, "periodMonths", months, neither, input, rule, other)                          \
  X(linePeriodMonths, "linePeriodMonths", months, neither, input, rule, other)                  \
  X(weight, "weight", ratio, neither, input, rule, other)                                       \
  X(channelCount, "channelCount", count, neither, input, rule, other)                           \
  X(monthShare, "monthShare", ratio, neither, input, rule, other)                               \
  X(ownInput, "ownInput", ratio, neither, input, rule, other)                                   \
  X(costLine, "costLine", money, lower, line, rule, other)                                      \
  X(sharedLine, "sharedLine", money, lower, line, rule, other)                                  \
  X(sharedLinePart, "sharedLinePart", money, lower, line, rule, other)                          \
  X(weightSum, "weightSum", ratio, neither, line, rule, other)                                  \
  X(volumeFactor, "volumeFactor", ratio, neither, line, rule, other)                            \
  X(savingLine, "savingLine", money, higher, line, rule, other)                                 \
  X(ownFigure, "ownFigure", ratio, neither, line, rule, other)

enum class Metric : std::uint8_t {
#define ROI_ENUMERATOR(enumerator, ...) enumerator,
  ROI_METRICS(ROI_ENUMERATOR)
#undef ROI_ENUMERATOR
};

#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kMetrics = 0 ROI_METRICS(ROI_ONE);
#undef ROI_ONE

struct MetricInfo {
  std::string_view id;
  Unit unit;
  Better better;
  Category category;
  Total total;
  Ledger ledger;
};

const MetricInfo& info(Metric metric);
std::string_view text(Unit unit);
std::string_view text(Better better);
std::string_view text(Category category);

/// The counts of the funnel, from its top.
inline constexpr std::array<Metric, 4> kStages = {Metric::impressions, Metric::clicks,
                                                  Metric::leads, Metric::customers};

/// The metric of that id, or nothing.
std::optional<Metric> metricById(std::string_view id);

/// Worked out for every channel and the total: all but inputs, ledger lines, savings, and figures
/// of the goal and of cash over time.
bool isResult(Metric metric);

/// Whether the total of a metric is the sum over the channels.
inline bool isSum(Metric metric) { return info(metric).total == Total::sum; }

/// Whether an amount or a count that a longer period has more of: a sum, or a difference of sums.
bool addsUp(Metric metric);

/// The kinds of cost, as the table lists them.
std::span<const Metric> costKinds();
inline bool isCostKind(Metric metric) { return info(metric).ledger == Ledger::kind; }

}  // namespace roi
