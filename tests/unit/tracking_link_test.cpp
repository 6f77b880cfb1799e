#include "roi/tracking_link.h"

#include <gtest/gtest.h>

namespace roi::tracking_link_test {
namespace {

using enum LinkParameter;
using Kind = LinkIssue::Kind;

LinkTags tags(std::initializer_list<std::pair<LinkParameter, const char*>> said) {
  LinkTags all;
  for (const auto& [parameter, value] : said) all[parameter] = value;
  return all;
}

const LinkTags kMail = tags({{source, "letter"}, {medium, "email"}, {campaign, "spring"}});
const std::string kMailSaid = "utm_source=letter&utm_medium=email&utm_campaign=spring";

NamingRules houseRules() { return {.isLower = true, .isPlain = true, .separator = '_'}; }

std::string linkOf(const char* address, LinkPlan plan = {}) {
  plan.address = address;
  plan.tags = kMail;
  return makeLinks(plan).links.at(0).link.url;
}

std::string kinds(const std::vector<LinkIssue>& issues) {
  std::string all;
  for (const LinkIssue& issue : issues) {
    all += all.empty() ? "" : " ";
    all += text(issue.kind);
    if (issue.parameter) all += ":" + std::string(text(*issue.parameter));
  }
  return all;
}

std::string issuesOf(const char* url, const NamingRules& rules = {}) {
  return kinds(readLink(url, rules).issues);
}

// Making

TEST(TrackingLinkTest, ParametersStandBeforeTheFragment_AndNothingElseMoves) {
  EXPECT_EQ(linkOf("https://a.example"), "https://a.example?" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/p/"), "https://a.example/p/?" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/caf%E9?q=a%20b&sig=x+y%2f#top"),
            "https://a.example/caf%E9?q=a%20b&sig=x+y%2f&" + kMailSaid + "#top");
  EXPECT_EQ(linkOf("https://a.example/?"), "https://a.example/?" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/?a?"), "https://a.example/?a?&" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/?a&"), "https://a.example/?a&" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/#/route?x=1"),
            "https://a.example/?" + kMailSaid + "#/route?x=1");
}

TEST(TrackingLinkTest, InsideTheFragment_OnRequest) {
  const LinkPlan inside = {.isInFragment = true};
  EXPECT_EQ(linkOf("https://a.example/?a=1", inside), "https://a.example/?a=1#" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/#/route", inside), "https://a.example/#/route?" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/#/route?x=1", inside),
            "https://a.example/#/route?x=1&" + kMailSaid);
  EXPECT_EQ(linkOf("https://a.example/#top", inside), "https://a.example/#top&" + kMailSaid);
}

TEST(TrackingLinkTest, ValuesAreEscapedByTheirUtf8) {
  // RFC 3986, 2.3 and 2.5.
  EXPECT_EQ(escaped("aZ09-._~"), "aZ09-._~");
  EXPECT_EQ(escaped("a b+c&d=e/é€"), "a%20b%2Bc%26d%3De%2F%C3%A9%E2%82%AC");
}

TEST(TrackingLinkTest, WhatTheAddressSaysAlready_IsKept) {
  LinkPlan plan = {.address = "https://a.example/?utm_medium=cpc&x=%E9", .tags = kMail};
  const MadeLink made = makeLinks(plan).links.at(0);
  EXPECT_EQ(made.link.url,
            "https://a.example/?utm_medium=cpc&x=%E9&utm_source=letter&utm_campaign=spring");
  EXPECT_EQ(made.link.tags[medium], "cpc");
  EXPECT_EQ(kinds(made.link.issues), "kept:medium");
  EXPECT_EQ(made.link.issues[0].detail, "email");
}

TEST(TrackingLinkTest, WhatTheAddressSaysAlready_IsReplacedOnRequestInItsPlace) {
  const LinkPlan plan = {.address = "https://a.example/?utm_medium=a%20b&x=%E9&UTM_SOURCE=Old#f",
                         .replaces = true,
                         .tags = kMail};
  const MadeLink made = makeLinks(plan).links.at(0);
  EXPECT_EQ(made.link.url,
            "https://a.example/"
            "?utm_medium=email&x=%E9&utm_source=letter&utm_campaign=spring#f");
  EXPECT_EQ(kinds(made.link.issues), "replaced:source replaced:medium");
}

TEST(TrackingLinkTest, ChannelsTimesCampaignsTimesContents) {
  const LinkPlan plan = {
      .address = "https://a.example",
      .tags = tags({{term, "shoes"}}),
      .channels = {{.id = "s", .platform = "search", .isPaid = true},
                   {.id = "f", .platform = "facebook"}},
      .campaigns = {tags({{campaign, "spring"}, {id, "7"}}), tags({{campaign, "summer"}})},
      .contents = {tags({{content, "a"}}), tags({{content, "b"}}), tags({{content, "c"}})}};
  EXPECT_EQ(linksOf(plan), 12U);
  const LinksMade made = makeLinks(plan);
  ASSERT_EQ(made.links.size(), 12U);
  EXPECT_EQ(made.links[0].link.url,
            "https://a.example?utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_id=7"
            "&utm_term=shoes&utm_content=a");
  EXPECT_EQ(made.links[11].link.url,
            "https://a.example?utm_source=facebook&utm_medium=social&utm_campaign=summer"
            "&utm_term=shoes&utm_content=c");
  EXPECT_EQ(made.links[11].link.group, ChannelGroup::organicSocial);
  EXPECT_EQ(made.links[4].campaign, 1U);
  EXPECT_EQ(made.links[4].content, 1U);
}

TEST(TrackingLinkTest, MoreThanAThousand_AreNotMade) {
  LinkPlan plan = {.address = "https://a.example"};
  plan.campaigns.resize(101);
  plan.contents.resize(10);
  EXPECT_EQ(linksOf(plan), 1010U);
  EXPECT_TRUE(makeLinks(plan).links.empty());
}

TEST(TrackingLinkTest, UsualTagsOfEachPlatform_AreFiledAsItIs) {
  const auto groupOf = [](const char* platform, bool isPaid) {
    const LinkPlan plan = {.address = "https://a.example",
                           .channels = {{.id = "c", .platform = platform, .isPaid = isPaid}}};
    return makeLinks(plan).links.at(0).link.group;
  };
  for (const char* platform : {"facebook", "instagram", "linkedin", "tiktok", "x", "pinterest"}) {
    EXPECT_EQ(groupOf(platform, true), ChannelGroup::paidSocial) << platform;
    EXPECT_EQ(groupOf(platform, false), ChannelGroup::organicSocial) << platform;
  }
  EXPECT_EQ(groupOf("youtube", true), ChannelGroup::paidVideo);
  EXPECT_EQ(groupOf("youtube", false), ChannelGroup::organicVideo);
  EXPECT_EQ(groupOf("search", true), ChannelGroup::paidSearch);
  EXPECT_EQ(groupOf("email", false), ChannelGroup::email);
  EXPECT_EQ(groupOf("other", false), std::nullopt);
}

TEST(TrackingLinkTest, NamesOfExports_AreThoseOfTheirChannels) {
  const LinkPlan plan = {
      .address = "https://a.example",
      .channels = {{.id = "s", .platform = "search", .isPaid = true},
                   {.id = "b",
                    .tags = tags({{source, "google"}, {medium, "cpc"}, {campaign, "brand"}})}},
      .campaigns = {}};
  const std::vector<LinkName> names = makeLinks(plan).names;
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].name, "google / cpc");
  EXPECT_EQ(names[0].channels, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(names[1].name, "Google Analytics 4, brand");
  EXPECT_EQ(names[1].channels, (std::vector<std::size_t>{1}));
}

// Naming

TEST(TrackingLinkTest, RulesWriteValues) {
  const NamingRules rules = houseRules();
  EXPECT_EQ(named(" Été – Soldes 2026 ", campaign, rules), "ete_soldes_2026");
  EXPECT_EQ(named("Vœux-2026", content, rules), "voeux_2026");
  EXPECT_EQ(named("Soldes d’été", campaign, rules), "soldes_d_ete");
  EXPECT_EQ(named("d’été", campaign, {.isPlain = true}), "d'ete");
  EXPECT_EQ(named("Social-Network", medium, rules), "social-network");
  EXPECT_EQ(named("Search Ads 360", sourcePlatform, rules), "Search Ads 360");
  EXPECT_EQ(named("e\u0301te\u0301", campaign, rules), "ete");
  NamingRules hyphens = {.separator = '-'};
  EXPECT_EQ(named("Été Soldes_2026", campaign, hyphens), "Été-Soldes-2026");
  EXPECT_EQ(named("École", campaign, {.isPlain = true}), "Ecole");
  EXPECT_EQ(named("ÉCOLE ŽIVOT ПЛАН", campaign, {.isLower = true}), "école život план");
  EXPECT_EQ(named("  as Typed  ", campaign, {}), "as Typed");
}

TEST(TrackingLinkTest, AllowedValues_AreMeantWhateverTheirMarks) {
  NamingRules rules = houseRules();
  rules.allowed[static_cast<std::size_t>(medium)] = {"paid-social", "email"};
  EXPECT_EQ(named("Paid Social", medium, rules), "paid-social");
  EXPECT_EQ(named("newsletter", medium, rules), "newsletter");
  EXPECT_EQ(issuesOf("https://a.example?utm_source=a&utm_campaign=b&utm_medium=organic", rules),
            "notAllowed:medium");
}

TEST(TrackingLinkTest, WhatRulesChanged_IsSaid) {
  const LinkPlan plan = {
      .address = "https://a.example", .rules = houseRules(), .tags = tags({{source, "Letter A"}})};
  const MadeLink made = makeLinks(plan).links.at(0);
  EXPECT_EQ(made.link.tags[source], "letter_a");
  EXPECT_EQ(made.typed[source], "Letter A");
  EXPECT_EQ(made.typed[medium], "");
}

// Reading

TEST(TrackingLinkTest, ALinkIsRead) {
  const TrackingLink link = readLink(
      "https://a.example/?utm_source=google&utm_medium=cpc&utm_campaign=caf%C3%A9+bar"
      "&utm_source_platform=Manual#x",
      {});
  EXPECT_EQ(link.tags[source], "google");
  EXPECT_EQ(link.tags[campaign], "café bar");
  EXPECT_EQ(link.tags[sourcePlatform], "Manual");
  EXPECT_EQ(link.group, ChannelGroup::paidSearch);
  EXPECT_EQ(link.grade, LinkGrade::good);
  EXPECT_EQ(link.mended, link.url);
}

TEST(TrackingLinkTest, WhatIsWrong_IsSaid) {
  EXPECT_EQ(issuesOf("https://a.example/?x=1"), "untagged");
  EXPECT_EQ(issuesOf("a.example?utm_source=google&utm_medium=cpc&utm_campaign=c"), "scheme");
  EXPECT_EQ(issuesOf("https://a.example?utm_medium=email"), "missing:source campaign:campaign");
  EXPECT_EQ(issuesOf("https://a.example?utm_source=a&utm_medium=newsletter&utm_campaign=c"),
            "unassigned:medium");
  EXPECT_EQ(issuesOf("https://a.example?utm_source=caf%E9&utm_medium=email&utm_campaign=100%"),
            "escape:source escape:campaign");
  EXPECT_EQ(issuesOf("https://a.example?UTM_Source=a&utm_medium=email&utm_campaign=c"),
            "name:source");
  EXPECT_EQ(issuesOf("https://a.example?utm_source=a&utm_source=b&utm_medium=email&utm_campaign=c"),
            "twice:source");
  EXPECT_EQ(issuesOf("https://a.example#utm_source=a&utm_medium=email&utm_campaign=c"), "fragment");
  EXPECT_EQ(issuesOf("https://a.example?utm_source=a&utm_medium=email&utm_campaign=j%40b.example"),
            "personal:campaign");
  EXPECT_EQ(issuesOf("https://a.example?utm_source=a&utm_medium=email&utm_campaign=c&gclid=1"),
            "clickId");
  EXPECT_EQ(issuesOf("https://a.example/a b?utm_source=a&utm_medium=email&utm_campaign=c"),
            "blank");
  const std::string tagged = "https://a.example?utm_source=a&utm_medium=email&utm_campaign=c&x=";
  EXPECT_EQ(issuesOf((tagged + std::string(1000 - tagged.size(), 'x')).c_str()), "");
  EXPECT_EQ(issuesOf((tagged + std::string(1001 - tagged.size(), 'x')).c_str()), "length");
  EXPECT_EQ(
      issuesOf("https://a.example?utm_source=A&utm_medium=email&utm_campaign=c", houseRules()),
      "naming:source");
}

TEST(TrackingLinkTest, OfAnEndlessLink_OnlyItsLengthIsSaid) {
  const std::string pair = "utm_source=a&";
  std::string url = "https://a.example?";
  while (url.size() <= kMostLinkBytes) url += pair;
  EXPECT_EQ(issuesOf(url.c_str()), "length");
  EXPECT_EQ(readLink(url, {}).mended, url);
  url.erase(url.size() - pair.size());
  EXPECT_EQ(readLink(url, {}).mended, "https://a.example?" + pair);
}

TEST(TrackingLinkTest, GradesFollowTheWorst) {
  const auto gradeOf = [](const char* url) { return readLink(url, {}).grade; };
  EXPECT_EQ(gradeOf("https://a.example?utm_source=a&utm_medium=email&utm_campaign=c"),
            LinkGrade::good);
  EXPECT_EQ(gradeOf("https://a.example?utm_source=a&utm_medium=email"), LinkGrade::fair);
  EXPECT_EQ(gradeOf("https://a.example?utm_source=a&utm_medium=newsletter"), LinkGrade::poor);
}

TEST(TrackingLinkTest, AMediumThatIsMeant_IsNamed) {
  const auto meant = [](const std::string& medium) {
    const TrackingLink link = readLink("https://a.example?utm_source=a&utm_medium=" + medium, {});
    return link.issues.at(0).detail;
  };
  EXPECT_EQ(meant("Newsletter"), "email");
  EXPECT_EQ(meant("affiliates"), "affiliate");
  EXPECT_EQ(meant("flyer"), "");
}

TEST(TrackingLinkTest, MendingWritesOnlyTheParametersAnew) {
  const auto mended = [](const char* url) { return readLink(url, houseRules()).mended; };
  EXPECT_EQ(mended("https://a.example/%E9?UTM_Source=Face+Book&x=a+b&utm_medium=caf%E9#%E9"),
            "https://a.example/%E9?utm_source=face_book&x=a+b&utm_medium=cafe#%E9");
  EXPECT_EQ(mended("https://a.example/?utm_source=&utm_source=a&x=1&utm_source=b#top"),
            "https://a.example/?utm_source=a&x=1#top");
  EXPECT_EQ(mended("https://a.example/?x=1&utm_source=a:b"),
            "https://a.example/?x=1&utm_source=a:b");
}

TEST(TrackingLinkTest, AColumnIsReadLineByLine) {
  const LinksRead read = readLinks(
      "Link\r\n\r\n"
      "1\thttps://a.example?utm_source=Facebook&utm_medium=social&utm_campaign=c\t5\r\n"
      "https://a.example?utm_source=facebook&utm_medium=social&utm_campaign=c",
      {});
  ASSERT_EQ(read.links.size(), 3U);
  EXPECT_EQ(kinds(read.links[0].issues), "scheme untagged");
  EXPECT_EQ(read.links[1].url,
            "https://a.example?utm_source=Facebook&utm_medium=social&utm_campaign=c");
  EXPECT_EQ(kinds(read.links[2].issues), "spelling:source");
  EXPECT_EQ(read.links[2].issues[0].detail, "Facebook");
  EXPECT_EQ(read.links[2].grade, LinkGrade::fair);
}

TEST(TrackingLinkTest, LinesBeyondAThousand_AreCounted) {
  std::string lines;
  for (int i = 0; i < 1002; ++i) lines += "https://a.example\n";
  const LinksRead read = readLinks(lines, {});
  EXPECT_EQ(read.links.size(), 1000U);
  EXPECT_EQ(read.leftOut, 2U);
}

}  // namespace
}  // namespace roi::tracking_link_test
