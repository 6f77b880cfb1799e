#pragma once
// How people call the columns of a table of channels that they plan. Where exports (headings.h) are
// known by whole headings, a table made by hand is known by words: "Google Ads cost, HT".

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "roi/metric.h"

namespace roi {

/// What a column may mean, by its id on the wire: a name, nothing of use, or a figure of a channel,
/// called as the metric is. In this order headings are tried: "cost per click" before "clicks"
/// before "cost".
#define ROI_PLAN_MEANINGS(X) \
  X(adSpendCpc)              \
  X(adSpendCpm)              \
  X(skip)                    \
  X(ctr)                     \
  X(conversionRate)          \
  X(closeRate)               \
  X(tools)                   \
  X(people)                  \
  X(production)              \
  X(fees)                    \
  X(otherCosts)              \
  X(adSpend)                 \
  X(cost)                    \
  X(value)                   \
  X(margin)                  \
  X(impressions)             \
  X(clicks)                  \
  X(name)                    \
  X(customers)               \
  X(leads)

enum class PlanMeaning : std::uint8_t {
#define ROI_PLAN_MEANING(id) id,
  ROI_PLAN_MEANINGS(ROI_PLAN_MEANING)
#undef ROI_PLAN_MEANING
};
#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kPlanMeanings = 0 ROI_PLAN_MEANINGS(ROI_ONE);
#undef ROI_ONE
std::string_view text(PlanMeaning meaning);
std::optional<PlanMeaning> planMeaning(std::string_view id);
/// Nothing of a name, and of what is of no use.
std::optional<Metric> metricOf(PlanMeaning meaning);

/// Words of a heading or a name: small letters without accents, without what stands in brackets,
/// one space between them.
std::string planWords(std::string_view text);

/// What headings in English and French mean. Words may be in the plural.
class PlanHeadings {
 public:
  PlanHeadings();

  /// Of a heading that says just that.
  std::optional<PlanMeaning> exactly(std::string_view heading) const;
  /// The same, or of one that says more; of what may be spent, none.
  std::optional<PlanMeaning> find(std::string_view heading) const;

 private:
  std::map<std::string_view, PlanMeaning> byName_;
};

/// What may be spent, which is not what was.
bool isBudget(std::string_view heading);
/// A column of currencies.
bool isCurrencyHeading(std::string_view heading);
}  // namespace roi
