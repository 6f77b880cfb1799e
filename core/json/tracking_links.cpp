#include "json/api.h"
#include "json/evidence.h"
#include "json/request.h"
#include "roi/tracking_link.h"

namespace roi::json {
namespace {

LinkParameter parameterAt(std::size_t index) { return static_cast<LinkParameter>(index); }

// Requests, of which the contract has been checked

std::string textIn(const Tree& tree, std::string_view field) {
  const Tree* found = tree.find(field);
  return found ? found->text : std::string();
}

bool flagIn(const Tree& tree, std::string_view field) {
  const Tree* found = tree.find(field);
  return found && found->flag;
}

LinkTags tagsIn(const Tree* tree) {
  LinkTags tags;
  for (std::size_t i = 0; tree && i < kLinkParameters; ++i)
    tags.values[i] = textIn(*tree, text(parameterAt(i)));
  return tags;
}

std::vector<LinkTags> tagListIn(const Tree& tree, std::string_view field) {
  std::vector<LinkTags> list;
  const Tree* found = tree.find(field);
  for (std::size_t i = 0; found && i < found->items.size(); ++i)
    list.push_back(tagsIn(&found->items[i]));
  return list;
}

NamingRules rulesIn(const Tree& request) {
  NamingRules rules;
  const Tree* tree = request.find("rules");
  if (!tree) return rules;
  rules.isLower = flagIn(*tree, "lower");
  rules.isPlain = flagIn(*tree, "plain");
  if (const Tree* separator = tree->find("separator")) rules.separator = separator->text[0];
  const Tree* allowed = tree->find("allowed");
  for (std::size_t i = 0; allowed && i < kLinkParameters; ++i) {
    const Tree* list = allowed->find(text(parameterAt(i)));
    if (!list) continue;
    for (const Tree& one : list->items) {
      std::string value = named(one.text, LinkParameter::id, {});
      if (!value.empty()) rules.allowed[i].push_back(std::move(value));
    }
  }
  return rules;
}

LinkPlan planIn(const Tree& request) {
  LinkPlan plan;
  plan.address = textIn(request, "address");
  plan.isInFragment = textIn(request, "place") == "fragment";
  plan.replaces = textIn(request, "existing") == "replace";
  plan.rules = rulesIn(request);
  plan.tags = tagsIn(request.find("tags"));
  plan.campaigns = tagListIn(request, "campaigns");
  plan.contents = tagListIn(request, "contents");
  if (const Tree* channels = request.find("channels")) {
    for (const Tree& one : channels->items)
      plan.channels.push_back({textIn(one, "id"), textIn(one, "platform"), flagIn(one, "paid"),
                               tagsIn(one.find("tags"))});
  }
  return plan;
}

// Replies

void write(Writer& out, const LinkTags& tags) {
  out.open('{');
  for (std::size_t i = 0; i < kLinkParameters; ++i)
    if (!tags.values[i].empty()) out.key(text(parameterAt(i))).text(tags.values[i]);
  out.close('}');
}

void write(Writer& out, const ChannelCondition& condition) {
  if (condition.test == ChannelCondition::Test::none) return;
  out.open('{').key("part").text(text(condition.part)).key("test").text(text(condition.test));
  out.key("words").text(condition.words).close('}');
}

void write(Writer& out, const LinkIssue& issue) {
  out.open('{').key("kind").text(text(issue.kind));
  if (issue.parameter) out.key("parameter").text(text(*issue.parameter));
  if (!issue.detail.empty()) out.key("detail").text(issue.detail);
  out.close('}');
}

void write(Writer& out, const TrackingLink& link) {
  out.open('{').key("url").text(link.url).key("tags");
  write(out, link.tags);
  if (link.group) out.key("group").text(text(*link.group));
  out.key("because").open('[');
  if (link.rule) {
    write(out, link.rule->first);
    write(out, link.rule->second);
  }
  out.close(']').key("issues").open('[');
  for (const LinkIssue& issue : link.issues) write(out, issue);
  out.close(']').key("grade").text(text(link.grade));
  if (link.mended != link.url) out.key("mended").text(link.mended);
  out.close('}');
}

void writePlace(Writer& out, std::string_view key, std::optional<std::size_t> place) {
  if (place) out.key(key).number(static_cast<double>(*place));
}

void write(Writer& out, const MadeLink& made) {
  out.open('{');
  writePlace(out, "channel", made.channel);
  writePlace(out, "campaign", made.campaign);
  writePlace(out, "content", made.content);
  out.key("typed");
  write(out, made.typed);
  out.key("link");
  write(out, made.link);
  out.close('}');
}

void write(Writer& out, const LinkName& name, const LinkPlan& plan) {
  out.open('{').key("name").text(name.name).key("channels").open('[');
  for (const std::size_t channel : name.channels) out.text(plan.channels[channel].id);
  out.close(']').close('}');
}

std::string answerMade(const Tree& request) {
  const Errors errors = evidenceErrors(request, "trackingLinksRequest");
  if (!errors.empty()) return reply(errors);
  const LinkPlan plan = planIn(request);
  if (linksOf(plan) > kMostLinks)
    return reply(Errors{{ErrorCode::requestSize, "", std::to_string(kMostLinks)}});
  const LinksMade made = makeLinks(plan);
  Writer out;
  out.open('{').key("existing");
  write(out, readLink(plan.address, {}).tags);
  out.key("links").open('[');
  for (const MadeLink& one : made.links) write(out, one);
  out.close(']').key("names").open('[');
  for (const LinkName& one : made.names) write(out, one, plan);
  return reply(std::move(out.close(']').close('}')));
}

std::string answerRead(const Tree& request) {
  const Errors errors = evidenceErrors(request, "readLinksRequest");
  if (!errors.empty()) return reply(errors);
  const LinksRead read = readLinks(request.find("text")->text, rulesIn(request));
  Writer out;
  out.open('{').key("links").open('[');
  for (const TrackingLink& one : read.links) write(out, one);
  out.close(']').key("leftOut").number(static_cast<double>(read.leftOut));
  return reply(std::move(out.close('}')));
}

}  // namespace

std::string trackingLinks(std::string_view request) {
  return onSuccess(parseTree(request), answerMade);
}

std::string readLinks(std::string_view request) {
  return onSuccess(parseTree(request), answerRead);
}

}  // namespace roi::json
