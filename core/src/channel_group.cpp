#include "roi/channel_group.h"

#include <algorithm>

#include "roi/characters.h"

namespace roi {
namespace {

using Text = std::string_view;
using enum ChannelGroup;
using Part = ChannelCondition::Part;
using Test = ChannelCondition::Test;

constexpr ChannelCondition kPaid = {Part::medium, Test::matches, kPaidMedium};
constexpr ChannelCondition kShop = {Part::campaign, Test::matches, kShopCampaign};
constexpr ChannelCondition site(Text category) { return {Part::source, Test::site, category}; }
constexpr ChannelCondition source(Text words) { return {Part::source, Test::is, words}; }
constexpr ChannelCondition medium(Text words) { return {Part::medium, Test::is, words}; }

constexpr Text kEmail = "email|e-mail|e_mail|e mail";

constexpr ChannelRule kRules[] = {
    {direct, source("(direct)"), medium("(not set)|(none)")},
    {crossNetwork, {Part::campaign, Test::contains, "cross-network"}},
    {paidShopping, site("shopping"), kPaid},
    {paidShopping, kShop, kPaid},
    {paidSearch, site("search"), kPaid},
    {paidSocial, site("social"), kPaid},
    {paidVideo, site("video"), kPaid},
    {display, medium("display|banner|expandable|interstitial|cpm")},
    {paidOther, kPaid},
    {organicShopping, site("shopping")},
    {organicShopping, kShop},
    {organicSocial, site("social")},
    {organicSocial, medium("social|social-network|social-media|sm|social network|social media")},
    {organicVideo, site("video")},
    {organicVideo, {Part::medium, Test::contains, "video"}},
    {organicSearch, site("search")},
    {organicSearch, medium("organic")},
    {referral, medium("referral|app|link")},
    {email, source(kEmail)},
    {email, medium(kEmail)},
    {affiliates, medium("affiliate")},
    {audio, medium("audio")},
    {sms, source("sms")},
    {sms, medium("sms")},
    {mobilePush, {Part::medium, Test::endsWith, "push"}},
    {mobilePush, {Part::medium, Test::contains, "mobile|notification"}},
    {mobilePush, source("firebase")},
    {aiAssistant, medium("ai-assistant")},
};

bool contains(Text text, Text word) { return text.find(word) != Text::npos; }

bool isPaidMedium(Text medium) {
  return contains(medium, "cp") || medium == "ppc" || medium == "retargeting" ||
         medium.starts_with("paid");
}

/// "shop" at the beginning, after "e", or after what is no letter.
bool isShopCampaign(Text campaign) {
  constexpr Text kWord = "shop";
  for (std::size_t at = campaign.find(kWord); at != Text::npos; at = campaign.find(kWord, at + 1)) {
    const char before = at == 0 ? 'e' : campaign[at - 1];
    if (before == 'e' || before < 'a' || before > 'z') return true;
  }
  return contains(campaign, "shopping");
}

bool isWord(Text value, Text word, Test test) {
  if (test == Test::is) return value == word;
  return test == Test::contains ? contains(value, word) : value.ends_with(word);
}

bool isAnyWord(Text value, Text words, Test test) {
  for (;;) {
    const std::size_t bar = words.find('|');
    if (isWord(value, words.substr(0, bar), test)) return true;
    if (bar == Text::npos) return false;
    words.remove_prefix(bar + 1);
  }
}

bool holds(const ChannelCondition& condition, const Visit& visit) {
  const auto& [part, test, words] = condition;
  const Text value = part == Part::source   ? visit.source
                     : part == Part::medium ? visit.medium
                                            : visit.campaign;
  switch (test) {
    case Test::none: return true;
    case Test::site: return isSiteOf(value, words);
    case Test::matches: return words == kPaidMedium ? isPaidMedium(value) : isShopCampaign(value);
    default: return isAnyWord(value, words, test);
  }
}

}  // namespace

Text text(ChannelGroup group) {
  constexpr Text kIds[] = {
#define ROI_ID(id) #id,
      ROI_CHANNEL_GROUPS(ROI_ID)
#undef ROI_ID
  };
  return kIds[static_cast<std::size_t>(group)];
}

Text text(Part part) {
  constexpr Text kIds[] = {"source", "medium", "campaign"};
  return kIds[static_cast<std::size_t>(part)];
}

Text text(Test test) {
  constexpr Text kIds[] = {"", "is", "contains", "endsWith", "site", "matches"};
  return kIds[static_cast<std::size_t>(test)];
}

std::span<const ChannelRule> channelRules() { return kRules; }

const ChannelRule* channelRule(const Visit& visit) {
  const std::string source = smallLetters(visit.source), medium = smallLetters(visit.medium),
                    campaign = smallLetters(visit.campaign);
  const Visit plain = {source, medium, campaign};
  const auto* rule = std::find_if(
      std::begin(kRules), std::end(kRules),
      [&](const ChannelRule& one) { return holds(one.first, plain) && holds(one.second, plain); });
  return rule == std::end(kRules) ? nullptr : rule;
}

}  // namespace roi
