#pragma once
// Links whose parameters say where a visit comes from: made of an address and what is to be said,
// or read, graded and mended. An address is bytes: whatever stands in it stays as it stands.
// methodology.md, "Tracking links".

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "roi/channel_group.h"

namespace roi {

inline constexpr std::size_t kMostLinks = 1000;  ///< made or read at once

/// X(id, name in an address): what Google Analytics 4 reads.
#define ROI_LINK_PARAMETERS(X)             \
  X(source, "utm_source")                  \
  X(medium, "utm_medium")                  \
  X(campaign, "utm_campaign")              \
  X(id, "utm_id")                          \
  X(term, "utm_term")                      \
  X(content, "utm_content")                \
  X(sourcePlatform, "utm_source_platform") \
  X(creativeFormat, "utm_creative_format") \
  X(marketingTactic, "utm_marketing_tactic")

enum class LinkParameter : std::uint8_t {
#define ROI_LINK_PARAMETER(id, ...) id,
  ROI_LINK_PARAMETERS(ROI_LINK_PARAMETER)
#undef ROI_LINK_PARAMETER
};
#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kLinkParameters = 0 ROI_LINK_PARAMETERS(ROI_ONE);
#undef ROI_ONE
std::string_view text(LinkParameter parameter);
std::string_view nameOf(LinkParameter parameter);

/// A value of each parameter; empty: nothing is said.
struct LinkTags {
  std::vector<std::string> values = std::vector<std::string>(kLinkParameters);

  std::string& operator[](LinkParameter parameter) {
    return values[static_cast<std::size_t>(parameter)];
  }
  const std::string& operator[](LinkParameter parameter) const {
    return values[static_cast<std::size_t>(parameter)];
  }
};

/// How an agency writes values. Spaces at the ends go in any case; the ids of other systems (id,
/// sourcePlatform) are else as they are typed.
struct NamingRules {
  bool isLower = false;
  bool isPlain = false;  ///< letters without accents: "é" as "e", "œ" as "oe"; "–" as "-"; where
                         ///< there is a separator, an apostrophe as a space
  char separator = 0;  ///< "_" or "-" for spaces; in names of one's own (campaign, content) for the
                       ///< other of the two as well; 0: as typed
  /// Where a list is not empty, what a parameter may be, as it is to be written: something, without
  /// spaces at its ends.
  std::vector<std::vector<std::string>> allowed =
      std::vector<std::vector<std::string>>(kLinkParameters);
};

/// A value as the rules write it: idempotent. What differs from an allowed one only by capitals,
/// accents and what is no letter or digit is that one.
std::string named(std::string_view value, LinkParameter parameter, const NamingRules& rules);

/// What is the same for values that only capitals, accents and what is no letter or digit set
/// apart.
std::string spellingKey(std::string_view value);

/// RFC 3986: all but letters, digits, "-", ".", "_" and "~" as escapes of their UTF-8.
std::string escaped(std::string_view value);

struct LinkIssue {
  enum class Kind : std::uint8_t {
    // Analytics cannot file the visit as it was meant.
    scheme,      ///< not a web address: no https:// or http:// before a name
    untagged,    ///< no parameter at all
    missing,     ///< a source or a medium
    unassigned,  ///< no rule of GA4 holds; detail: a medium that is filed, where one is known
    escape,      ///< escapes that are no UTF-8, read as Latin-1
    name,        ///< a parameter's name with capitals
    twice,       ///< a parameter more than once; the first that says something is read here
    fragment,    ///< parameters behind the #, where the tag as Google delivers it does not look
    notAllowed,  ///< not in the agency's list
    personal,    ///< looks like an e-mail address, which Google forbids to be sent
    // It is filed, but could be better.
    campaign,  ///< none is said
    naming,    ///< not written as the rules say; detail: as they do
    spelling,  ///< another link writes the same otherwise; detail: how
    clickId,   ///< a click of a platform was copied along; detail: its parameter
    blank,     ///< spaces or invisible marks stand in the address: mails cut it there
    length,    ///< more than GA4 keeps of an address
    // To be known.
    kept,     ///< the address said it already, and still says so; detail: what was to be said
    replaced  ///< the address said it already; detail: what
  };

  Kind kind;
  std::optional<LinkParameter> parameter = {};
  std::string detail = {};
};
std::string_view text(LinkIssue::Kind kind);

enum class LinkGrade : std::uint8_t { good, fair, poor };
std::string_view text(LinkGrade grade);

inline constexpr std::size_t kLongestLocation = 1000;  ///< GA4's limit of page_location

/// A link, and what analytics makes of it.
struct TrackingLink {
  std::string url;
  LinkTags tags;  ///< as decoded
  std::optional<ChannelGroup>
      group;  ///< nothing where it has no parameters: that is not up to them
  const ChannelRule* rule = nullptr;  ///< which says so
  std::vector<LinkIssue> issues;
  LinkGrade grade = LinkGrade::good;  ///< of its worst issue
  std::string mended;  ///< the same with its own parameters written right, each once; every other
                       ///< byte as it was
};

/// Of more than so many bytes only that is said.
inline constexpr std::size_t kMostLinkBytes = 100'000;

TrackingLink readLink(std::string_view url, const NamingRules& rules);

/// Links of a column of a table or a text, one a line, the first kMostLinks: of several cells the
/// first with "://". Links are held against each other too (LinkIssue::Kind::spelling).
struct LinksRead {
  std::vector<TrackingLink> links;
  std::size_t leftOut = 0;  ///< lines beyond kMostLinks
};
LinksRead readLinks(std::string_view lines, const NamingRules& rules);

// Links to be made

struct LinkPlan {
  /// A plan's channel: where its source or medium is not said, it is the one that GA4 files under
  /// what the channel is.
  struct Channel {
    std::string id = {};
    std::string platform = {};  ///< as a document has it
    bool isPaid = false;
    LinkTags tags = {};
  };

  std::string address = {};
  bool isInFragment = false;  ///< parameters behind the #, for a tag that is told to look there
  bool replaces = false;      ///< what the address says already; else that stays
  NamingRules rules = {};
  LinkTags tags = {};  ///< of all links
  // Each of one list with each of the others; of an empty one nothing is said.
  std::vector<Channel> channels = {};
  std::vector<LinkTags> campaigns = {}, contents = {};
};

/// How many there will be.
std::size_t linksOf(const LinkPlan& plan);

struct MadeLink {
  std::optional<std::size_t> channel, campaign, content;
  LinkTags typed = {};  ///< what was, where rules write it otherwise
  TrackingLink link;
};

/// A name that exports of analytics will have, as the import calls it, and the channels it stands
/// for: if several, the name does not tell them apart.
struct LinkName {
  std::string name;
  std::vector<std::size_t> channels;
};

struct LinksMade {
  std::vector<MadeLink> links;  ///< channel by channel, campaign by campaign
  std::vector<LinkName> names;
};

/// The links of a plan, of at most kMostLinks; more: none.
LinksMade makeLinks(const LinkPlan& plan);

}  // namespace roi
