#include "roi/evidence.h"

#include <algorithm>

namespace roi {
namespace {

struct Offer {
  Counted counted;
  Meaning meaning;
};

/// Best first. Conversions and results are what an advertiser tracks, which a plan calls leads; its
/// orders are leads too (Action::order).
constexpr Offer kOffers[] = {
    {Counted::spend, Meaning::spend},
    {Counted::impressions, Meaning::impressions},
    {Counted::impressions, Meaning::views},
    {Counted::impressions, Meaning::delivered},
    {Counted::impressions, Meaning::sent},
    {Counted::impressions, Meaning::opens},
    {Counted::clicks, Meaning::linkClicks},
    {Counted::clicks, Meaning::outboundClicks},
    {Counted::clicks, Meaning::landingPageViews},
    {Counted::clicks, Meaning::clicks},
    {Counted::clicks, Meaning::sessions},
    {Counted::clicks, Meaning::engagedSessions},
    {Counted::clicks, Meaning::interactions},
    {Counted::leads, Meaning::leads},
    {Counted::leads, Meaning::websiteLeads},
    {Counted::leads, Meaning::conversions},
    {Counted::leads, Meaning::results},
    {Counted::leads, Meaning::conversations},
    {Counted::leads, Meaning::totalConversions},
    {Counted::customers, Meaning::customers},
    {Counted::customers, Meaning::purchases},
    {Counted::customers, Meaning::orders},
    {Counted::revenue, Meaning::revenue},
    {Counted::revenue, Meaning::totalConversionValue},
};

/// Google Analytics counts views of pages, not of what leads to them.
bool isAnother(Platform platform, Meaning meaning) {
  return platform == Platform::ga4 && meaning == Meaning::views;
}

}  // namespace

std::string_view text(Counted counted) {
  constexpr std::string_view kIds[kCounted] = {"spend", "impressions", "clicks",
                                               "leads", "customers",   "revenue"};
  return kIds[static_cast<std::size_t>(counted)];
}

std::vector<Meaning> offersFor(const Export& result, Counted counted) {
  std::vector<Meaning> offers;
  const std::vector<GroupSum> all = sumsBy(result, By::all);
  if (all.empty()) return offers;
  const auto isSummedUp = [&](Meaning meaning) {
    const auto found = std::find(result.figures.begin(), result.figures.end(), meaning);
    return found != result.figures.end() &&
           all[0].sums[static_cast<std::size_t>(found - result.figures.begin())].has_value();
  };
  for (const Offer& one : kOffers) {
    const bool isOffered = one.counted == counted && !isAnother(result.platform, one.meaning) &&
                           isSummedUp(one.meaning);
    if (isOffered) offers.push_back(one.meaning);
  }
  return offers;
}

}  // namespace roi
