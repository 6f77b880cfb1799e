// What is expected stands in Google's table, "Default channel group", support.google.com/analytics/
// answer/9756891, and in its list of sources.

#include "roi/channel_group.h"

#include <gtest/gtest.h>

namespace roi::channel_group_test {
namespace {

using enum ChannelGroup;

ChannelGroup groupOf(const Visit& visit) {
  const ChannelRule* rule = channelRule(visit);
  return rule ? rule->group : unassigned;
}

TEST(ChannelGroupTest, EachRowOfTheTable_IsFound) {
  EXPECT_EQ(groupOf({"(direct)", "(none)"}), direct);
  EXPECT_EQ(groupOf({"(direct)", "(not set)"}), direct);
  EXPECT_EQ(groupOf({"google", "cpc", "12 cross-network 3"}), crossNetwork);
  EXPECT_EQ(groupOf({"amazon", "cpc"}), paidShopping);
  EXPECT_EQ(groupOf({"partner.example", "paid", "spring-shop"}), paidShopping);
  EXPECT_EQ(groupOf({"google", "cpc"}), paidSearch);
  EXPECT_EQ(groupOf({"bing", "ppc"}), paidSearch);
  EXPECT_EQ(groupOf({"facebook", "paid_social"}), paidSocial);
  EXPECT_EQ(groupOf({"linkedin.com", "retargeting"}), paidSocial);
  EXPECT_EQ(groupOf({"youtube", "cpv cpc"}), paidVideo);
  for (const char* medium : {"display", "banner", "expandable", "interstitial"})
    EXPECT_EQ(groupOf({"partner.example", medium}), display) << medium;
  EXPECT_EQ(groupOf({"partner.example", "paidpartner"}), paidOther);
  EXPECT_EQ(groupOf({"etsy.com", "link"}), organicShopping);
  EXPECT_EQ(groupOf({"partner.example", "link", "shopping days"}), organicShopping);
  EXPECT_EQ(groupOf({"t.co", "post"}), organicSocial);
  for (const char* medium :
       {"social", "social-network", "social-media", "sm", "social network", "social media"})
    EXPECT_EQ(groupOf({"partner.example", medium}), organicSocial) << medium;
  EXPECT_EQ(groupOf({"vimeo", "embed"}), organicVideo);
  EXPECT_EQ(groupOf({"partner.example", "prevideos"}), organicVideo);
  EXPECT_EQ(groupOf({"duckduckgo", "text"}), organicSearch);
  EXPECT_EQ(groupOf({"partner.example", "organic"}), organicSearch);
  for (const char* medium : {"referral", "app", "link"})
    EXPECT_EQ(groupOf({"partner.example", medium}), referral) << medium;
  for (const char* word : {"email", "e-mail", "e_mail", "e mail"}) {
    EXPECT_EQ(groupOf({"partner.example", word}), email) << word;
    EXPECT_EQ(groupOf({word, "letter"}), email) << word;
  }
  EXPECT_EQ(groupOf({"partner.example", "affiliate"}), affiliates);
  EXPECT_EQ(groupOf({"partner.example", "audio"}), audio);
  EXPECT_EQ(groupOf({"sms", "text"}), sms);
  EXPECT_EQ(groupOf({"partner.example", "sms"}), sms);
  EXPECT_EQ(groupOf({"partner.example", "webpush"}), mobilePush);
  EXPECT_EQ(groupOf({"partner.example", "my mobile app"}), mobilePush);
  EXPECT_EQ(groupOf({"partner.example", "web-notification-1"}), mobilePush);
  EXPECT_EQ(groupOf({"firebase", "x"}), mobilePush);
  EXPECT_EQ(groupOf({"chatgpt.com", "ai-assistant"}), aiAssistant);
}

TEST(ChannelGroupTest, WhatNoRuleKnows_IsUnassigned) {
  for (const char* medium : {"newsletter", "affiliates", "print", "qr", "", "pai", "Socials"})
    EXPECT_EQ(groupOf({"partner.example", medium, "spring"}), unassigned) << medium;
  EXPECT_EQ(groupOf({"direct", "(none)"}), unassigned);
  EXPECT_EQ(groupOf({}), unassigned);
}

TEST(ChannelGroupTest, TheFirstRuleThatHolds_Counts) {
  // "cpm" is a medium of Display and matches the paid pattern, which is asked of listed sites
  // first.
  EXPECT_EQ(groupOf({"google", "cpm"}), paidSearch);
  EXPECT_EQ(groupOf({"partner.example", "cpm"}), display);
  // Names of campaigns come before mediums.
  EXPECT_EQ(groupOf({"newsletter", "email", "shop opening"}), organicShopping);
  EXPECT_EQ(groupOf({"newsletter", "email", "workshop"}), email);
  EXPECT_EQ(groupOf({"newsletter", "email", "eshop"}), organicShopping);
  // So do listed sites.
  EXPECT_EQ(groupOf({"google", "email"}), organicSearch);
}

TEST(ChannelGroupTest, CapitalsSetNothingApart) {
  EXPECT_EQ(groupOf({"Google", "CPC"}), paidSearch);
  EXPECT_EQ(groupOf({"partner.example", "E-Mail"}), email);
  EXPECT_EQ(groupOf({"IGShopping", "Story"}), organicShopping);
}

TEST(ChannelGroupTest, TheRule_SaysWhatHeld) {
  const ChannelRule* rule = channelRule({"google", "cpc"});
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(text(rule->first.part), "source");
  EXPECT_EQ(text(rule->first.test), "site");
  EXPECT_EQ(rule->first.words, "search");
  EXPECT_EQ(text(rule->second.part), "medium");
  EXPECT_EQ(rule->second.words, kPaidMedium);
}

TEST(ChannelGroupTest, SitesAreListedAsWholeNames) {
  for (const char* listed : {"360.cn", "msn", "msn.com", "vn.search.yahoo.com", "zen.yandex.ru"})
    EXPECT_TRUE(isSiteOf(listed, "search")) << listed;
  for (const char* listed :
       {"43things", "43things.com", "google+", "zooppa.com", "pinterest.co.uk"})
    EXPECT_TRUE(isSiteOf(listed, "social")) << listed;
  for (const char* listed : {"google shopping", "walmart", "walmart.com"})
    EXPECT_TRUE(isSiteOf(listed, "shopping")) << listed;
  for (const char* listed : {"blog.twitch.tv", "ted", "youtube.com"})
    EXPECT_TRUE(isSiteOf(listed, "video")) << listed;
  for (const char* other : {"googl", "oogle", "google.com", "bing|cnn", "ask*", "", "x", "twitter"})
    EXPECT_FALSE(isSiteOf(other, "search")) << other;
}

}  // namespace
}  // namespace roi::channel_group_test
