#pragma once
// The metric table: every figure the calculator knows, once. The id is the wire name, the key of
// the page's catalogue and the word used in core/docs/methodology.md.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace roi {

enum class Unit : std::uint8_t { count, money, rate, ratio, months };
enum class Better : std::uint8_t { higher, lower, neither };
/// input: typed by the visitor and never worked out; line: a line of a ledger.
enum class Category : std::uint8_t {
  funnel,
  value,
  cost,
  result,
  unitCost,
  breakEven,
  share,
  goal,
  cash,
  input,
  line
};

// X(enumerator, id, unit, better, category)
#define ROI_METRICS(X)                                                             \
  X(impressions, "impressions", count, higher, funnel)                             \
  X(ctr, "ctr", rate, higher, funnel)                                              \
  X(clicks, "clicks", count, higher, funnel)                                       \
  X(conversionRate, "conversionRate", rate, higher, funnel)                        \
  X(leads, "leads", count, higher, funnel)                                         \
  X(closeRate, "closeRate", rate, higher, funnel)                                  \
  X(customers, "customers", count, higher, funnel)                                 \
  X(incrementalShare, "incrementalShare", rate, higher, funnel)                    \
  X(incrementalCustomers, "incrementalCustomers", count, higher, funnel)           \
  X(value, "value", money, higher, value)                                          \
  X(margin, "margin", rate, higher, value)                                         \
  X(earnedShare, "earnedShare", rate, higher, value)                               \
  X(returnPerCustomer, "returnPerCustomer", money, higher, value)                  \
  X(adSpend, "adSpend", money, lower, cost)                                        \
  X(tools, "tools", money, lower, cost)                                            \
  X(people, "people", money, lower, cost)                                          \
  X(production, "production", money, lower, cost)                                  \
  X(fees, "fees", money, lower, cost)                                              \
  X(otherCosts, "otherCosts", money, lower, cost)                                  \
  X(sharedCosts, "sharedCosts", money, lower, cost)                                \
  X(ownCost, "ownCost", money, lower, cost)                                        \
  X(upfrontCost, "upfrontCost", money, lower, cost)                                \
  X(endCost, "endCost", money, lower, cost)                                        \
  X(nonAdCost, "nonAdCost", money, lower, cost)                                    \
  X(cost, "cost", money, lower, cost)                                              \
  X(allRevenue, "allRevenue", money, higher, result)                               \
  X(revenue, "revenue", money, higher, result)                                     \
  X(grossProfit, "grossProfit", money, higher, result)                             \
  X(return_, "return", money, higher, result)                                      \
  X(profit, "profit", money, higher, result)                                       \
  X(contribution, "contribution", money, higher, result)                           \
  X(roi, "roi", rate, higher, result)                                              \
  X(ownRoi, "ownRoi", rate, higher, result)                                        \
  X(returnRatio, "returnRatio", ratio, higher, result)                             \
  X(roas, "roas", ratio, higher, result)                                           \
  X(incrementalRoas, "incrementalRoas", ratio, higher, result)                     \
  X(mer, "mer", ratio, higher, result)                                             \
  X(monthlyMargin, "monthlyMargin", money, higher, result)                         \
  X(ltvToCac, "ltvToCac", ratio, higher, result)                                   \
  X(cacPayback, "cacPayback", months, lower, result)                               \
  X(adSpendCpm, "adSpendCpm", money, lower, unitCost)                              \
  X(fullCostCpm, "fullCostCpm", money, lower, unitCost)                            \
  X(adSpendCpc, "adSpendCpc", money, lower, unitCost)                              \
  X(fullCostCpc, "fullCostCpc", money, lower, unitCost)                            \
  X(adSpendCpl, "adSpendCpl", money, lower, unitCost)                              \
  X(fullCostCpl, "fullCostCpl", money, lower, unitCost)                            \
  X(adSpendCac, "adSpendCac", money, lower, unitCost)                              \
  X(fullCostCac, "fullCostCac", money, lower, unitCost)                            \
  X(fullCostIncrementalCac, "fullCostIncrementalCac", money, lower, unitCost)      \
  X(breakEvenCpl, "breakEvenCpl", money, higher, breakEven)                        \
  X(headroom, "headroom", money, higher, breakEven)                                \
  X(highestAdCpl, "highestAdCpl", money, higher, breakEven)                        \
  X(breakEvenCpc, "breakEvenCpc", money, higher, breakEven)                        \
  X(breakEvenCloseRate, "breakEvenCloseRate", rate, lower, breakEven)              \
  X(breakEvenConversionRate, "breakEvenConversionRate", rate, lower, breakEven)    \
  X(breakEvenValue, "breakEvenValue", money, lower, breakEven)                     \
  X(breakEvenCustomers, "breakEvenCustomers", count, lower, breakEven)             \
  X(breakEvenLeads, "breakEvenLeads", count, lower, breakEven)                     \
  X(breakEvenRoas, "breakEvenRoas", ratio, lower, breakEven)                       \
  X(breakEvenIncrementalRoas, "breakEvenIncrementalRoas", ratio, lower, breakEven) \
  X(breakEvenMargin, "breakEvenMargin", rate, lower, breakEven)                    \
  X(breakEvenShare, "breakEvenShare", rate, lower, breakEven)                      \
  X(costShare, "costShare", rate, neither, share)                                  \
  X(returnShare, "returnShare", rate, higher, share)                               \
  X(goalGap, "goalGap", ratio, neither, goal)                                      \
  X(goalAttainment, "goalAttainment", rate, neither, goal)                         \
  X(goalLeft, "goalLeft", ratio, neither, goal)                                    \
  X(goalDriven, "goalDriven", ratio, neither, goal)                                \
  X(goalScale, "goalScale", ratio, neither, goal)                                  \
  X(goalReached, "goalReached", ratio, neither, goal)                              \
  X(goalLimit, "goalLimit", ratio, neither, goal)                                  \
  X(goalAdSpend, "goalAdSpend", money, neither, goal)                              \
  X(goalBudget, "goalBudget", money, neither, goal)                                \
  X(goalLeads, "goalLeads", count, neither, goal)                                  \
  X(goalPriceBudget, "goalPriceBudget", money, neither, goal)                      \
  X(afterPurchase, "afterPurchase", ratio, neither, cash)                          \
  X(cashOfStream, "cashOfStream", money, higher, cash)                             \
  X(cashIn, "cashIn", money, higher, cash)                                         \
  X(cashOut, "cashOut", money, lower, cash)                                        \
  X(cashFlow, "cashFlow", money, higher, cash)                                     \
  X(cashToDate, "cashToDate", money, higher, cash)                                 \
  X(presentValue, "presentValue", money, higher, cash)                             \
  X(presentToDate, "presentToDate", money, higher, cash)                           \
  X(cashInAll, "cashInAll", money, higher, cash)                                   \
  X(stillToCome, "stillToCome", money, higher, cash)                               \
  X(discountedAway, "discountedAway", money, lower, cash)                          \
  X(netPresentValueWithin, "netPresentValueWithin", money, higher, cash)           \
  X(netPresentValue, "netPresentValue", money, higher, cash)                       \
  X(payback, "payback", months, lower, cash)                                       \
  X(discountedPayback, "discountedPayback", months, lower, cash)                   \
  X(irr, "irr", rate, higher, cash)                                                \
  X(annualisedRoi, "annualisedRoi", rate, higher, cash)                            \
  X(goalTarget, "goalTarget", ratio, neither, input)                               \
  X(pricePerUnit, "pricePerUnit", money, neither, input)                           \
  X(revenuePerCustomer, "revenuePerCustomer", money, higher, input)                \
  X(marginPerCustomer, "marginPerCustomer", money, higher, input)                  \
  X(averageOrderValue, "averageOrderValue", money, higher, input)                  \
  X(ordersPerYear, "ordersPerYear", count, higher, input)                          \
  X(years, "years", count, higher, input)                                          \
  X(revenuePerMonth, "revenuePerMonth", money, higher, input)                      \
  X(monthlyChurn, "monthlyChurn", rate, lower, input)                              \
  X(yearlyRevenue, "yearlyRevenue", money, higher, input)                          \
  X(retention, "retention", rate, higher, input)                                   \
  X(monthlyRetention, "monthlyRetention", rate, higher, input)                     \
  X(discountRate, "discountRate", rate, lower, input)                              \
  X(discountFactor, "discountFactor", ratio, higher, input)                        \
  X(elasticity, "elasticity", rate, higher, input)                                 \
  X(believed, "believed", rate, higher, input)                                     \
  X(refunds, "refunds", rate, lower, input)                                        \
  X(commissions, "commissions", rate, lower, input)                                \
  X(businessRevenue, "businessRevenue", money, higher, input)                      \
  X(amount, "amount", money, lower, input)                                         \
  X(share, "share", rate, lower, input)                                            \
  X(hours, "hours", count, lower, input)                                           \
  X(hourlyCost, "hourlyCost", money, lower, input)                                 \
  X(yearlySalary, "yearlySalary", money, lower, input)                             \
  X(yearlyHours, "yearlyHours", count, neither, input)                             \
  X(periodMonths, "periodMonths", months, neither, input)                          \
  X(linePeriodMonths, "linePeriodMonths", months, neither, input)                  \
  X(weight, "weight", ratio, neither, input)                                       \
  X(channelCount, "channelCount", count, neither, input)                           \
  X(monthShare, "monthShare", ratio, neither, input)                               \
  X(costLine, "costLine", money, lower, line)                                      \
  X(sharedLine, "sharedLine", money, lower, line)                                  \
  X(sharedLinePart, "sharedLinePart", money, lower, line)                          \
  X(weightSum, "weightSum", ratio, neither, line)

enum class Metric : std::uint8_t {
#define ROI_ENUMERATOR(enumerator, id, unit, better, category) enumerator,
  ROI_METRICS(ROI_ENUMERATOR)
#undef ROI_ENUMERATOR
};

#define ROI_ONE(enumerator, id, unit, better, category) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kMetrics = 0 ROI_METRICS(ROI_ONE);
#undef ROI_ONE

struct MetricInfo {
  std::string_view id;
  Unit unit;
  Better better;
  Category category;
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

/// Worked out for every channel and the total: all but inputs, ledger lines, and figures of the
/// goal and of cash over time.
bool isResult(Metric metric);

}  // namespace roi
