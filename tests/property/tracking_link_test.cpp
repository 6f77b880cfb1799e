// Of any address: every byte survives, what is said is read again, mending twice is mending once,
// and GA4's patterns hold as a library of regular expressions says. ROI_SEED=<seed of a failure>.

#include "roi/tracking_link.h"

#include <gtest/gtest.h>

#include <random>
#include <regex>

#include "property/seed.h"

namespace roi::tracking_link_property_test {
namespace {

constexpr int kCases = 3000;

class Random {
 public:
  explicit Random(std::uint64_t seed) : generator_(seed) {}

  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(generator_() % limit); }

  template <std::size_t N>
  std::string pieces(const char* const (&from)[N], std::size_t most) {
    std::string out;
    for (std::size_t i = below(most + 1); i > 0; --i) out += from[below(N)];
    return out;
  }

  /// Any bytes, most of them those that mean something in an address.
  std::string address() {
    constexpr const char* kPieces[] = {"?",    "#",    "&", "=",       "%",         "%E9", "%c3%a9",
                                       "+",    " ",    "a", "B",       "1",         "/",   ":",
                                       "@",    "\xE9", "é", "utm_x=1", ";",         "x=y", "?",
                                       "\xFF", "\x01", "!", "%2",      "sig=%2F+=="};
    std::string out = below(4) > 0 ? "https://a.example/" : "";
    return out + pieces(kPieces, 20);
  }

  std::string value() {
    constexpr const char* kPieces[] = {"a", "B", "1", "-",      "_", " ",   "é", "Œ",
                                       "&", "=", "#", "?",      "%", "%41", "+", "/",
                                       "€", "😀", "'", "\u0301", ".", "ß"};
    return pieces(kPieces, 8);
  }

  LinkTags tags() {
    LinkTags tags;
    for (std::string& one : tags.values)
      if (below(2) > 0) one = value();
    return tags;
  }

  NamingRules rules() {
    NamingRules rules;
    rules.isLower = below(2) > 0;
    rules.isPlain = below(2) > 0;
    rules.separator = "\0_-"[below(3)];
    for (auto& list : rules.allowed) {
      for (std::size_t i = below(8) == 0 ? 1 + below(3) : 0; i > 0; --i) {
        const std::string one = named(value(), LinkParameter::id, {});
        if (!one.empty()) list.push_back(one);
      }
    }
    return rules;
  }

 private:
  std::mt19937_64 generator_;
};

/// Whether a text is another with one piece put in.
bool isInsertion(const std::string& whole, const std::string& given) {
  if (whole.size() < given.size()) return false;
  const std::size_t before = static_cast<std::size_t>(
      std::mismatch(given.begin(), given.end(), whole.begin()).first - given.begin());
  return whole.ends_with(given.substr(before));
}

TEST(TrackingLinkProperty, EveryByteOfAnAddress_Survives) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    Random random(seed);
    const LinkPlan plan = {.address = random.address(),
                           .isInFragment = random.below(2) > 0,
                           .replaces = random.below(2) > 0,
                           .rules = random.rules(),
                           .tags = random.tags()};
    const std::string url = makeLinks(plan).links.at(0).link.url;
    ASSERT_TRUE(isInsertion(url, plan.address)) << "seed " << seed << "\n"
                                                << plan.address << "\n"
                                                << url;
    if (plan.isInFragment) continue;
    const std::size_t hash = plan.address.find('#');
    if (hash == std::string::npos) continue;
    ASSERT_EQ(url.substr(url.find('#')), plan.address.substr(hash)) << "seed " << seed;
  }
}

TEST(TrackingLinkProperty, WhatIsSaid_IsReadAgain) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    Random random(seed);
    const LinkPlan plan = {
        .address = random.address(), .rules = random.rules(), .tags = random.tags()};
    const TrackingLink link = makeLinks(plan).links.at(0).link;
    const TrackingLink read = readLink(link.url, plan.rules);
    for (std::size_t p = 0; p < kLinkParameters; ++p) {
      const auto parameter = static_cast<LinkParameter>(p);
      ASSERT_EQ(read.tags.values[p], named(plan.tags.values[p], parameter, plan.rules))
          << "seed " << seed << " " << link.url;
    }
    ASSERT_EQ(read.mended, link.url) << "seed " << seed;
  }
}

TEST(TrackingLinkProperty, ReplacingAndMending_LeaveTheOthersAsTheyAre) {
  constexpr const char* kOthers[] = {"a=%E9", "b=x+y", "%", "utm_x=1", "c", "=", "\xFF"};
  constexpr const char* kOwn[] = {"utm_source=A",  "utm_medium=caf%E9", "UTM_Source=x+y",
                                  "utm_campaign=", "utm_id=%zz",        "utm_content=a%20B"};
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    Random random(seed);
    std::string query, others;
    for (std::size_t n = 1 + random.below(7); n > 0; --n) {
      const bool isOwn = random.below(2) > 0;
      const std::string one =
          isOwn ? kOwn[random.below(std::size(kOwn))] : kOthers[random.below(std::size(kOthers))];
      query += (query.empty() ? "?" : "&") + one;
      if (!isOwn) others += "&" + one;
    }
    const auto othersIn = [](const std::string& url) {
      const std::size_t from = url.find('?'), hash = url.find('#');
      std::string found, rest = url.substr(from + 1, hash - from - 1) + "&";
      for (std::size_t next; (next = rest.find('&')) != std::string::npos;
           rest.erase(0, next + 1)) {
        const std::string one = rest.substr(0, next);
        const bool isOwn = one.size() > 4 && std::tolower(one[0]) == 'u' && one != "utm_x=1";
        if (!isOwn && !one.empty()) found += "&" + one;
      }
      return found;
    };
    const LinkPlan plan = {.address = "https://a.example/" + query + "#%E9",
                           .replaces = true,
                           .rules = random.rules(),
                           .tags = random.tags()};
    const TrackingLink link = makeLinks(plan).links.at(0).link;
    ASSERT_EQ(othersIn(link.url), others) << "seed " << seed << " " << link.url;
    ASSERT_EQ(othersIn(link.mended), others) << "seed " << seed << " " << link.mended;
    ASSERT_TRUE(link.mended.ends_with("#%E9")) << "seed " << seed;
  }
}

TEST(TrackingLinkProperty, MendingTwice_IsMendingOnce) {
  constexpr const char* kPieces[] = {
      "utm_source=", "UTM_MEDIUM=", "utm_campaign", "=", "&", "&", "#", "?",
      "A b",         "+",           "%E9",          "%", "é", " ", "x", "utm_source=b"};
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    Random random(seed);
    const NamingRules rules = random.rules();
    const std::string url = "https://a.example/?" + random.pieces(kPieces, 14);
    const TrackingLink link = readLink(url, rules);
    const TrackingLink again = readLink(link.mended, rules);
    ASSERT_EQ(again.mended, link.mended) << "seed " << seed << " " << url;
    for (const LinkIssue& issue : again.issues) {
      const bool isMended =
          issue.kind == LinkIssue::Kind::naming || issue.kind == LinkIssue::Kind::name ||
          issue.kind == LinkIssue::Kind::twice || issue.kind == LinkIssue::Kind::escape;
      ASSERT_FALSE(isMended) << text(issue.kind) << " seed " << seed << " " << link.mended;
    }
  }
}

TEST(TrackingLinkProperty, PatternsHoldAsRegularExpressionsSay) {
  constexpr const char* kPieces[] = {"cp",   "c",        "p", "ppc", "retargeting", "paid",
                                     "shop", "shopping", "e", "k",   "-",           "s",
                                     "hop",  "ping",     " ", "1"};
  const std::regex paid{std::string(kPaidMedium)}, shop{std::string(kShopCampaign)};
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = test::seedOf(i);
    Random random(seed);
    const std::string medium = random.pieces(kPieces, 4), campaign = random.pieces(kPieces, 4);
    const ChannelRule* rule = channelRule({"partner.example", medium, campaign});
    const bool isPaid = std::regex_match(medium, paid), isShop = std::regex_match(campaign, shop);
    const ChannelGroup expected =
        isPaid   ? isShop ? ChannelGroup::paidShopping : ChannelGroup::paidOther
        : isShop ? ChannelGroup::organicShopping
                 : ChannelGroup::unassigned;
    ASSERT_EQ(rule ? rule->group : ChannelGroup::unassigned, expected)
        << "seed " << seed << " " << medium << " / " << campaign;
  }
}

}  // namespace
}  // namespace roi::tracking_link_property_test
