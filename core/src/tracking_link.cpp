#include "roi/tracking_link.h"

#include <algorithm>
#include <array>
#include <utility>

#include "roi/characters.h"
#include "roi/platform.h"
#include "roi/table.h"

namespace roi {
namespace {

using Text = std::string_view;
using enum LinkParameter;
using Kind = LinkIssue::Kind;

LinkParameter parameterAt(std::size_t index) { return static_cast<LinkParameter>(index); }

// What stands in an address

struct Pair {
  std::size_t begin = 0, end = 0;
  std::string key = {};
  std::optional<LinkParameter> parameter = {};
  std::string value = {};
  bool isInFragment = false;
  bool isBroken = false;  ///< its escapes are no UTF-8
  bool isRaw = false;     ///< something stands in it that must be escaped
};

bool isBlank(unsigned char c) { return c <= ' ' || c == 0x7F; }

int digitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Escapes as the bytes they stand for, and a plus as a space. Says whether all escapes are some.
bool unescape(Text text, std::string& out) {
  bool isWell = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = i + 2 < text.size() ? digitOf(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? digitOf(text[i + 2]) : -1;
    if (text[i] == '%' && high >= 0 && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      isWell = isWell && text[i] != '%';
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return isWell;
}

/// As UTF-8, or else as browsers read Latin-1.
std::string decoded(Text text, bool& isBroken) {
  std::string bytes, out;
  isBroken = !unescape(text, bytes);
  Decoder decoder;
  decoder.feed(bytes, out);
  decoder.finish(out);
  isBroken = isBroken || decoder.encoding() != Encoding::utf8 || decoder.unreadable() > 0;
  return out;
}

std::optional<LinkParameter> parameterNamed(Text key) {
  const std::string small = smallLetters(key);
  for (std::size_t i = 0; i < kLinkParameters; ++i)
    if (small == nameOf(parameterAt(i))) return parameterAt(i);
  return std::nullopt;
}

Pair pairOf(Text url, std::size_t begin, std::size_t end) {
  const Text text = url.substr(begin, end - begin);
  const std::size_t equals = std::min(text.find('='), text.size());
  Pair pair = {.begin = begin, .end = end};
  bool isKeyBroken = false;
  pair.key = decoded(text.substr(0, equals), isKeyBroken);
  pair.parameter = parameterNamed(pair.key);
  if (!pair.parameter) return pair;
  pair.value = decoded(text.substr(std::min(equals + 1, text.size())), pair.isBroken);
  pair.isRaw = std::any_of(text.begin(), text.end(),
                           [](unsigned char c) { return isBlank(c) || c >= 0x7F; });
  return pair;
}

void addPairs(Text url, std::size_t begin, std::size_t end, bool isInFragment,
              std::vector<Pair>& pairs) {
  while (begin < end) {
    const std::size_t next = std::min(url.find('&', begin), end);
    pairs.push_back(pairOf(url, begin, next));
    pairs.back().isInFragment = isInFragment;
    begin = next + 1;
  }
}

/// Of the query, then of the fragment: all of it, or what stands behind its question mark.
std::vector<Pair> pairsOf(Text url) {
  std::vector<Pair> pairs;
  const std::size_t hash = std::min(url.find('#'), url.size());
  const std::size_t query = std::min(url.find('?'), hash);
  addPairs(url, query + 1, hash, false, pairs);
  const std::size_t inner = url.find('?', hash);
  addPairs(url, inner == Text::npos ? hash + 1 : inner + 1, url.size(), true, pairs);
  return pairs;
}

std::string written(LinkParameter parameter, Text value) {
  return std::string(nameOf(parameter)) + '=' + escaped(value);
}

// What is wrong with a link

/// Mediums that GA4 has no rule for, and the one that it files as they are meant.
constexpr std::array<Text, 2> kMeant[] = {
    {"newsletter", "email"},
    {"mail", "email"},
    {"mailing", "email"},
    {"emailing", "email"},
    {"emails", "email"},
    {"ads", "cpc"},
    {"adwords", "cpc"},
    {"googleads", "cpc"},
    {"sea", "cpc"},
    {"sem", "cpc"},
    {"banners", "banner"},
    {"banniere", "banner"},
    {"affiliation", "affiliate"},
    {"affiliates", "affiliate"},
    {"partner", "referral"},
    {"partenaire", "referral"},
    {"organicsocial", "social"},
    {"socialorganic", "social"},
    {"story", "social"},
    {"post", "social"},
    {"podcast", "audio"},
    {"text", "sms"},
    {"texto", "sms"},
    {"website", "referral"},
};

std::string mediumMeant(Text medium) {
  const std::string key = spellingKey(medium);
  for (const auto& [word, meant] : kMeant)
    if (key == word) return std::string(meant);
  return {};
}

constexpr Text kClickIds[] = {"gclid",   "dclid",  "gbraid", "wbraid",   "fbclid",
                              "msclkid", "ttclid", "twclid", "li_fat_id"};

bool isWebAddress(Text url) {
  const std::string start = smallLetters(url.substr(0, 8));
  const std::size_t host = start.starts_with("https://") ? 8 : start.starts_with("http://") ? 7 : 0;
  return host > 0 && host < url.size() && Text("/?#").find(url[host]) == Text::npos;
}

bool isPersonal(Text value) {
  const std::size_t at = value.find('@');
  return at != Text::npos && at > 0 && value.find('.', at) != Text::npos;
}

std::size_t charactersOf(Text text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool saysSomething(const Pair& pair) {
  return pair.parameter && pair.value.find_first_not_of(' ') != Text::npos;
}

class LinkReader {
 public:
  LinkReader(Text url, const NamingRules& rules) : rules_(rules), pairs_(pairsOf(url)) {
    kept_.fill(kNone);
    link_.url = url;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      const Pair& pair = pairs_[i];
      if (!pair.parameter) continue;
      std::string& value = link_.tags[*pair.parameter];
      std::size_t& kept = kept_[static_cast<std::size_t>(*pair.parameter)];
      const bool isFirstToSay = value.empty() && saysSomething(pair);
      if (isFirstToSay) value = pair.value;
      if (isFirstToSay || kept == kNone) kept = i;
    }
  }

  TrackingLink read() && {
    checkAddress();
    const bool isTagged = std::any_of(pairs_.begin(), pairs_.end(), saysSomething);
    if (isTagged) {
      fileIt();
      for (std::size_t i = 0; i < kLinkParameters; ++i) checkParameter(parameterAt(i));
    } else {
      add(Kind::untagged);
    }
    mend();
    return std::move(link_);
  }

 private:
  void add(Kind kind, std::optional<LinkParameter> parameter = {}, std::string detail = {}) {
    link_.issues.push_back({kind, parameter, std::move(detail)});
  }

  void checkAddress() {
    const Text url = link_.url;
    if (!isWebAddress(url)) add(Kind::scheme);
    if (std::any_of(url.begin(), url.end(), isBlank)) add(Kind::blank);
    if (charactersOf(url) > kLongestLocation) add(Kind::length);
    for (const Pair& pair : pairs_) {
      if (std::find(std::begin(kClickIds), std::end(kClickIds), pair.key) != std::end(kClickIds))
        add(Kind::clickId, {}, pair.key);
    }
  }

  void fileIt() {
    const LinkTags& tags = link_.tags;
    link_.rule = channelRule({tags[source], tags[medium], tags[campaign]});
    link_.group = link_.rule ? link_.rule->group : ChannelGroup::unassigned;
    for (const LinkParameter needed : {source, medium})
      if (tags[needed].empty()) add(Kind::missing, needed);
    const bool isWhole = !tags[source].empty() && !tags[medium].empty();
    if (!link_.rule && isWhole) add(Kind::unassigned, medium, mediumMeant(tags[medium]));
    if (tags[campaign].empty()) add(Kind::campaign, campaign);
    if (std::all_of(pairs_.begin(), pairs_.end(),
                    [](const Pair& pair) { return !saysSomething(pair) || pair.isInFragment; }))
      add(Kind::fragment);
  }

  void checkParameter(LinkParameter parameter) {
    const auto isOfIt = [&](const Pair& pair) { return pair.parameter == parameter; };
    const auto hasAny = [&](auto is) {
      return std::any_of(pairs_.begin(), pairs_.end(),
                         [&](const Pair& pair) { return isOfIt(pair) && is(pair); });
    };
    if (std::count_if(pairs_.begin(), pairs_.end(), isOfIt) > 1) add(Kind::twice, parameter);
    if (hasAny([](const Pair& pair) { return pair.isBroken; })) add(Kind::escape, parameter);
    if (hasAny([&](const Pair& pair) { return pair.key != nameOf(parameter); }))
      add(Kind::name, parameter);
    const std::string& value = link_.tags[parameter];
    if (value.empty()) return;
    if (isPersonal(value)) add(Kind::personal, parameter);
    const std::string right = named(value, parameter, rules_);
    const auto& allowed = rules_.allowed[static_cast<std::size_t>(parameter)];
    const bool isAllowed =
        allowed.empty() || std::find(allowed.begin(), allowed.end(), right) != allowed.end();
    if (!isAllowed) add(Kind::notAllowed, parameter);
    if (right != value) add(Kind::naming, parameter, right);
  }

  /// From the last on, so that places stay right.
  void mend() {
    link_.mended = link_.url;
    for (std::size_t i = pairs_.size(); i-- > 0;) {
      const Pair& pair = pairs_[i];
      if (!pair.parameter) continue;
      if (i != kept_[static_cast<std::size_t>(*pair.parameter)]) {
        remove(pair);
        continue;
      }
      const std::string right = named(pair.value, *pair.parameter, rules_);
      const bool isRight = right == pair.value && pair.key == nameOf(*pair.parameter) &&
                           !pair.isBroken && !pair.isRaw;
      if (!isRight)
        link_.mended.replace(pair.begin, pair.end - pair.begin, written(*pair.parameter, right));
    }
  }

  /// With the mark that parts it from the next, or from the one before.
  void remove(const Pair& pair) {
    std::string& url = link_.mended;
    const bool hasNext = pair.end < url.size() && url[pair.end] == '&';
    const bool hasOneBefore = !hasNext && pair.begin > 0 && url[pair.begin - 1] == '&';
    const std::size_t from = hasOneBefore ? pair.begin - 1 : pair.begin;
    url.erase(from, (hasNext ? pair.end + 1 : pair.end) - from);
  }

  static constexpr std::size_t kNone = ~std::size_t{0};

  const NamingRules& rules_;
  std::vector<Pair> pairs_;
  /// Of each parameter the pair that stays: the first that says something, or else the first.
  std::array<std::size_t, kLinkParameters> kept_{};
  TrackingLink link_;
};

TrackingLink tooLong(Text url) {
  TrackingLink link;
  link.url = link.mended = url;
  link.issues = {{Kind::length}};
  link.grade = LinkGrade::fair;
  return link;
}

LinkGrade gradeOf(const std::vector<LinkIssue>& issues) {
  Kind worst = Kind::replaced;
  for (const LinkIssue& issue : issues) worst = std::min(worst, issue.kind);
  if (worst <= Kind::personal) return LinkGrade::poor;
  return worst <= Kind::length ? LinkGrade::fair : LinkGrade::good;
}

// Columns of links

Text trimmed(Text text) {
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
  return text;
}

/// The first part of a text up to a mark, which is taken off it.
Text takeUntil(Text& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const Text part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

Text linkIn(Text line) {
  const Text whole = trimmed(line);
  for (Text rest = line; !rest.empty();) {
    const Text cell = trimmed(takeUntil(rest, '\t'));
    if (cell.find("://") != Text::npos) return cell;
  }
  return whole;
}

/// The first way of writing is held against those that come.
class Spellings {
 public:
  void hold(TrackingLink& link) {
    for (const LinkParameter parameter : {source, medium, campaign}) {
      const std::string& value = link.tags[parameter];
      if (value.empty()) continue;
      const std::string& first = firstOf(parameter, value);
      if (first != value) link.issues.push_back({Kind::spelling, parameter, first});
    }
  }

 private:
  struct First {
    LinkParameter parameter;
    std::string key, value;
  };

  const std::string& firstOf(LinkParameter parameter, const std::string& value) {
    std::string key = spellingKey(value);
    for (const First& one : all_)
      if (one.parameter == parameter && one.key == key) return one.value;
    all_.push_back({parameter, std::move(key), value});
    return value;
  }

  std::vector<First> all_;
};

// Links to be made

struct Usual {
  Text platform, source, paid, free;
};

/// GA4 lists "twitter" among social sites, and not "x".
constexpr Usual kUsual[] = {
    {"facebook", "facebook", "paid_social", "social"},
    {"instagram", "instagram", "paid_social", "social"},
    {"linkedin", "linkedin", "paid_social", "social"},
    {"tiktok", "tiktok", "paid_social", "social"},
    {"x", "twitter", "paid_social", "social"},
    {"pinterest", "pinterest", "paid_social", "social"},
    {"youtube", "youtube", "paid_video", "video"},
    {"search", "google", "cpc", "organic"},
    {"email", "newsletter", "email", "email"},
};

void say(LinkTags& tags, LinkParameter parameter, Text value) {
  if (tags[parameter].empty()) tags[parameter] = value;
}

LinkTags tagsOf(const LinkPlan::Channel& channel) {
  LinkTags tags = channel.tags;
  for (const Usual& usual : kUsual) {
    if (usual.platform != channel.platform) continue;
    say(tags, source, usual.source);
    say(tags, medium, channel.isPaid ? usual.paid : usual.free);
  }
  return tags;
}

void saySame(LinkTags& tags, const LinkTags& other) {
  for (std::size_t i = 0; i < kLinkParameters; ++i) say(tags, parameterAt(i), other.values[i]);
}

/// What parts a text from what is put behind it, where a query begins at a place, or begins now.
Text markAfter(Text text, std::size_t query) {
  if (query >= text.size()) return "?";
  return query + 1 == text.size() || text.back() == '&' ? "" : "&";
}

void insertInQuery(std::string& url, const std::string& text) {
  const std::size_t hash = std::min(url.find('#'), url.size());
  const Text before = Text(url).substr(0, hash);
  url.insert(hash, std::string(markAfter(before, before.find('?'))) + text);
}

/// A route takes a query of its own; anything else is a list already, or becomes one.
void insertInFragment(std::string& url, const std::string& text) {
  const std::size_t hash = url.find('#');
  if (hash == std::string::npos) {
    url += '#' + text;
    return;
  }
  const bool isRoute = hash + 1 < url.size() && (url[hash + 1] == '/' || url[hash + 1] == '!');
  const std::size_t query = url.find('?', hash);
  url += std::string(markAfter(url, isRoute || query != Text::npos ? query : hash)) + text;
}

/// The address with what is to be said; what it says already stays, or is said anew in its place.
std::string linkWith(const LinkTags& tags, const LinkPlan& plan, std::vector<LinkIssue>& issues) {
  std::string url = plan.address;
  LinkTags added = tags;
  const std::vector<Pair> pairs = pairsOf(url);
  for (std::size_t i = pairs.size(); i-- > 0;) {
    const Pair& pair = pairs[i];
    if (!pair.parameter || tags[*pair.parameter].empty()) continue;
    const std::string& value = tags[*pair.parameter];
    added[*pair.parameter].clear();
    if (pair.value == value) continue;
    if (plan.replaces)
      url.replace(pair.begin, pair.end - pair.begin, written(*pair.parameter, value));
    issues.push_back(plan.replaces ? LinkIssue{Kind::replaced, pair.parameter, pair.value}
                                   : LinkIssue{Kind::kept, pair.parameter, value});
  }
  std::string text;
  for (std::size_t i = 0; i < kLinkParameters; ++i) {
    if (added.values[i].empty()) continue;
    if (!text.empty()) text += '&';
    text += written(parameterAt(i), added.values[i]);
  }
  if (text.empty()) return url;
  plan.isInFragment ? insertInFragment(url, text) : insertInQuery(url, text);
  return url;
}

/// An empty list leaves one of each of the others.
template <class List>
std::size_t timesOf(const List& list) {
  return std::max<std::size_t>(list.size(), 1);
}

class LinkMaker {
 public:
  explicit LinkMaker(const LinkPlan& plan) : plan_(plan) {}

  LinksMade make() && {
    for (std::size_t i = 0; i < timesOf(plan_.channels); ++i)
      for (std::size_t j = 0; j < timesOf(plan_.campaigns); ++j)
        for (std::size_t k = 0; k < timesOf(plan_.contents); ++k) make(linkAt(i, j, k));
    return std::move(made_);
  }

 private:
  MadeLink linkAt(std::size_t channel, std::size_t campaign, std::size_t content) const {
    MadeLink one;
    if (channel < plan_.channels.size()) one.channel = channel;
    if (campaign < plan_.campaigns.size()) one.campaign = campaign;
    if (content < plan_.contents.size()) one.content = content;
    return one;
  }

  void make(MadeLink one) {
    LinkTags tags;
    if (one.content) saySame(tags, plan_.contents[*one.content]);
    if (one.campaign) saySame(tags, plan_.campaigns[*one.campaign]);
    if (one.channel) saySame(tags, tagsOf(plan_.channels[*one.channel]));
    saySame(tags, plan_.tags);
    for (std::size_t i = 0; i < kLinkParameters; ++i) {
      std::string right = named(tags.values[i], parameterAt(i), plan_.rules);
      if (right != tags.values[i]) one.typed.values[i] = std::exchange(tags.values[i], right);
    }
    std::vector<LinkIssue> issues;
    const std::string url = linkWith(tags, plan_, issues);
    one.link = readLink(url, plan_.rules);
    if (plan_.isInFragment)
      std::erase_if(one.link.issues,
                    [](const LinkIssue& issue) { return issue.kind == Kind::fragment; });
    one.link.grade = gradeOf(one.link.issues);
    one.link.issues.insert(one.link.issues.end(), issues.begin(), issues.end());
    nameIt(one);
    made_.links.push_back(std::move(one));
  }

  void nameIt(const MadeLink& one) {
    if (!one.channel) return;
    const LinkTags& tags = one.link.tags;
    if (!tags[source].empty() && !tags[medium].empty())
      addName(tags[source] + " / " + tags[medium], *one.channel);
    if (!tags[campaign].empty())
      addName(std::string(nameOf(Platform::ga4)) + ", " + tags[campaign], *one.channel);
  }

  void addName(std::string name, std::size_t channel) {
    std::vector<std::size_t>& channels = channelsOf(std::move(name));
    if (std::find(channels.begin(), channels.end(), channel) == channels.end())
      channels.push_back(channel);
  }

  std::vector<std::size_t>& channelsOf(std::string name) {
    for (LinkName& one : made_.names)
      if (one.name == name) return one.channels;
    made_.names.push_back({std::move(name), {}});
    return made_.names.back().channels;
  }

  const LinkPlan& plan_;
  LinksMade made_;
};

}  // namespace

Text text(LinkParameter parameter) {
  constexpr Text kIds[] = {
#define ROI_ID(id, name) #id,
      ROI_LINK_PARAMETERS(ROI_ID)
#undef ROI_ID
  };
  return kIds[static_cast<std::size_t>(parameter)];
}

Text nameOf(LinkParameter parameter) {
  constexpr Text kNames[] = {
#define ROI_NAME(id, name) name,
      ROI_LINK_PARAMETERS(ROI_NAME)
#undef ROI_NAME
  };
  return kNames[static_cast<std::size_t>(parameter)];
}

Text text(Kind kind) {
  constexpr Text kIds[] = {"scheme",   "untagged", "missing",  "unassigned", "escape",
                           "name",     "twice",    "fragment", "notAllowed", "personal",
                           "campaign", "naming",   "spelling", "clickId",    "blank",
                           "length",   "kept",     "replaced"};
  return kIds[static_cast<std::size_t>(kind)];
}

Text text(LinkGrade grade) {
  constexpr Text kIds[] = {"good", "fair", "poor"};
  return kIds[static_cast<std::size_t>(grade)];
}

std::string escaped(Text value) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  constexpr Text kMarks = "-._~";
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool isPlain =
        byte < 0x80 && (isLetter(byte) || (c >= '0' && c <= '9') || kMarks.find(c) != Text::npos);
    out += isPlain ? std::string(1, c) : std::string{'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

TrackingLink readLink(Text url, const NamingRules& rules) {
  if (url.size() > kMostLinkBytes) return tooLong(url);
  TrackingLink link = LinkReader(url, rules).read();
  link.grade = gradeOf(link.issues);
  return link;
}

LinksRead readLinks(Text lines, const NamingRules& rules) {
  LinksRead read;
  Spellings spellings;
  while (!lines.empty()) {
    const Text url = linkIn(takeUntil(lines, '\n'));
    if (url.empty()) continue;
    if (read.links.size() == kMostLinks) {
      ++read.leftOut;
      continue;
    }
    TrackingLink link = readLink(url, rules);
    spellings.hold(link);
    link.grade = gradeOf(link.issues);
    read.links.push_back(std::move(link));
  }
  return read;
}

std::size_t linksOf(const LinkPlan& plan) {
  return timesOf(plan.channels) * timesOf(plan.campaigns) * timesOf(plan.contents);
}

LinksMade makeLinks(const LinkPlan& plan) {
  return linksOf(plan) > kMostLinks ? LinksMade() : LinkMaker(plan).make();
}

}  // namespace roi
