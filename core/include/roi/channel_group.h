#pragma once
// Which default channel group Google Analytics 4 files a tagged visit under, by the rules that
// Google publishes for manual traffic: in their order, the first that holds counts. Capitals set
// nothing apart. methodology.md, "Tracking links".

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace roi {

/// X(id): GA4's groups, of which the last is where no rule holds.
#define ROI_CHANNEL_GROUPS(X) \
  X(direct)                   \
  X(crossNetwork)             \
  X(paidShopping)             \
  X(paidSearch)               \
  X(paidSocial)               \
  X(paidVideo)                \
  X(display)                  \
  X(paidOther)                \
  X(organicShopping)          \
  X(organicSocial)            \
  X(organicVideo)             \
  X(organicSearch)            \
  X(referral)                 \
  X(email)                    \
  X(affiliates)               \
  X(audio)                    \
  X(sms)                      \
  X(mobilePush)               \
  X(aiAssistant)              \
  X(unassigned)

enum class ChannelGroup : std::uint8_t {
#define ROI_CHANNEL_GROUP(id) id,
  ROI_CHANNEL_GROUPS(ROI_CHANNEL_GROUP)
#undef ROI_CHANNEL_GROUP
};
std::string_view text(ChannelGroup group);

/// What a tagged visit says of itself; empty: nothing.
struct Visit {
  std::string_view source = {}, medium = {}, campaign = {};
};

/// What one part of a visit must be.
struct ChannelCondition {
  enum class Part : std::uint8_t { source, medium, campaign };
  enum class Test : std::uint8_t {
    none,
    is,        ///< one of the words between bars
    contains,  ///< one of them
    endsWith,
    site,     ///< of Google's list of such sites: search, shopping, social, video
    matches,  ///< kPaidMedium or kShopCampaign
  };

  Part part = Part::source;
  Test test = Test::none;
  std::string_view words = {};
};
std::string_view text(ChannelCondition::Part part);
std::string_view text(ChannelCondition::Test test);

/// The two patterns as Google writes them.
inline constexpr std::string_view kPaidMedium = "^(.*cp.*|ppc|retargeting|paid.*)$";
inline constexpr std::string_view kShopCampaign = "^(.*(([^a-df-z]|^)shop|shopping).*)$";

/// Both conditions must hold; a group may have several rules.
struct ChannelRule {
  ChannelGroup group;
  ChannelCondition first, second = {};
};
std::span<const ChannelRule> channelRules();

/// The rule that a visit is filed by; nullptr where none holds: Unassigned.
const ChannelRule* channelRule(const Visit& visit);

/// Whether Google lists a source, in small letters, among the sites of a category.
bool isSiteOf(std::string_view source, std::string_view category);

}  // namespace roi
