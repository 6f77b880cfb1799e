#include "roi/plan_headings.h"

#include <algorithm>
#include <array>

#include "roi/characters.h"
#include "roi/headings.h"

namespace roi {
namespace {

using Text = std::string_view;

struct Names {
  PlanMeaning meaning;
  Text names;  ///< between bars, as planWords gives them, in the singular
};

// clang-format off
constexpr Names kNames[] = {
    {PlanMeaning::name, "channel|name|source|platform|campaign|medium|network|campaign name|channel name|ad name"},
    {PlanMeaning::name, "canal|canaux|nom|plateforme|plate forme|campagne|reseau|levier|support|intitule|nom de la campagne|nom du canal|nom de la publicite"},
    {PlanMeaning::cost, "cost|spend|spent|spending|investment|total cost|total spend"},
    {PlanMeaning::cost, "cout|depense|depense ht|montant|investissement|prix|cout ht|cout total|depense totale"},
    {PlanMeaning::adSpend, "ad spend|ad cost|ads cost|ad budget|ads budget|advertising|media spend|media cost|amount spent|paid media|total spent|spend in account currency"},
    {PlanMeaning::adSpend, "depense publicitaire|depense pub|publicite|pub|budget pub|budget media|achat media|achat d espace|montant depense|cout media"},
    {PlanMeaning::leads, "lead|prospect|contact|sign up|signup|subscriber|subscription|order|booking|download|call|conversion|result|registration|purchase|quantity|total conversion"},
    {PlanMeaning::leads, "inscription|inscrit|abonne|abonnement|commande|reservation|telechargement|appel|resultat|achat|quantite"},
    {PlanMeaning::impressions, "impression|view|impr"},
    {PlanMeaning::impressions, "vue|affichage"},
    {PlanMeaning::clicks, "click|visit|session"},
    {PlanMeaning::clicks, "clic|visite"},
    {PlanMeaning::ctr, "ctr|click through rate|click rate"},
    {PlanMeaning::ctr, "taux de clic"},
    {PlanMeaning::conversionRate, "conversion rate|conv rate|cvr|landing rate"},
    {PlanMeaning::conversionRate, "taux de conversion|taux conv|tx de conversion|tx conversion"},
    {PlanMeaning::closeRate, "close rate|closing rate|win rate|sales rate|lead to customer"},
    {PlanMeaning::closeRate, "taux de transformation|taux de closing|taux de signature|taux de vente|tx de transformation|tx transformation"},
    {PlanMeaning::customers, "customer|sale|deal|client|buyer"},
    {PlanMeaning::customers, "vente|acheteur|affaire|contrat"},
    {PlanMeaning::value, "value|customer value|ltv|clv|lifetime value"},
    {PlanMeaning::value, "valeur|valeur client|panier|panier moyen"},
    {PlanMeaning::margin, "margin|gross margin|margin rate"},
    {PlanMeaning::margin, "marge|marge brute|taux de marge"},
    {PlanMeaning::adSpendCpm, "cpm|cost per mille|cost per thousand|cost per 1000"},
    {PlanMeaning::adSpendCpm, "cout pour mille|cout par mille|cout pour 1000"},
    {PlanMeaning::adSpendCpc, "cpc|cost per click|cost per link click"},
    {PlanMeaning::adSpendCpc, "cout par clic|cout du clic"},
    {PlanMeaning::tools, "tool|software"},
    {PlanMeaning::tools, "outil|logiciel"},
    {PlanMeaning::people, "people|staff|team|salary|salarie|labor|labour"},
    {PlanMeaning::people, "equipe|personnel|salaire|main d oeuvre"},
    {PlanMeaning::production, "production|creative|creation|content"},
    {PlanMeaning::production, "contenu|crea"},
    {PlanMeaning::fees, "fee|agency|agency fee"},
    {PlanMeaning::fees, "honoraire|agence|frais d agence|frais"},
    {PlanMeaning::otherCosts, "other cost|other expense"},
    {PlanMeaning::otherCosts, "autre cout|autres cout|autre depense|autres depense|autres frais"},
    {PlanMeaning::skip, "cost per|cost conv|cost lead|cost result|cost acquisition|cpl|cpa|cac|roi|roas|revenue|conversion value|conv value|total|currency|date|reach|frequency"},
    {PlanMeaning::skip, "cout par|cout lead|chiffre d affaires|ca|valeur de conversion|devise|couverture|repetition"},
};
// clang-format on

constexpr Text kBudget = "budget";
constexpr Text kCurrency = "currency|currency code|devise|code de devise";
/// Calls work with each name until it says that it is the one.
template <class Work>
bool anyOf(Text names, Work work) {
  for (;;) {
    const std::size_t bar = names.find('|');
    if (work(names.substr(0, bar))) return true;
    if (bar == Text::npos) return false;
    names.remove_prefix(bar + 1);
  }
}

bool isPlural(char c) { return c == 's' || c == 'x'; }

Text singular(Text words) {
  return !words.empty() && isPlural(words.back()) ? words.substr(0, words.size() - 1) : words;
}

/// Whether a text goes on with another word, or ends, behind the plural.
bool isEnd(Text rest) {
  if (!rest.empty() && isPlural(rest.front())) rest.remove_prefix(1);
  return rest.empty() || rest.front() == ' ';
}

bool begins(Text words, Text heading) {
  return heading.starts_with(words) && isEnd(heading.substr(words.size()));
}

/// Whether words stand in a heading, apart from others.
bool stands(Text words, Text heading) {
  for (std::size_t at = heading.find(words); at != Text::npos; at = heading.find(words, at + 1)) {
    const bool isApart = at == 0 || heading[at - 1] == ' ';
    if (isApart && begins(words, heading.substr(at))) return true;
  }
  return false;
}

bool isOne(Text words, Text names) {
  return anyOf(names, [&](Text name) { return words == name || singular(words) == name; });
}

std::string withoutBrackets(Text text) {
  std::string out(text);
  for (const Text pair : {Text("()"), Text("[]")}) {
    for (std::size_t shut = out.find(pair[1]); shut != Text::npos;
         shut = out.find(pair[1], shut + 1)) {
      const std::size_t open = out.rfind(pair[0], shut);
      if (open == Text::npos) continue;
      out.replace(open, shut - open + 1, " ");
      shut = open;
    }
  }
  return out;
}

}  // namespace

Text text(PlanMeaning meaning) {
  constexpr std::array<Text, kPlanMeanings> kIds = {
#define ROI_ID(id) #id,
      ROI_PLAN_MEANINGS(ROI_ID)
#undef ROI_ID
  };
  return kIds[static_cast<std::size_t>(meaning)];
}

std::optional<PlanMeaning> planMeaning(Text id) {
  for (std::size_t i = 0; i < kPlanMeanings; ++i) {
    if (text(static_cast<PlanMeaning>(i)) == id) return static_cast<PlanMeaning>(i);
  }
  return std::nullopt;
}

std::optional<Metric> metricOf(PlanMeaning meaning) { return metricById(text(meaning)); }

std::string planWords(Text heading) {
  const std::string plain = plainWords(withoutBrackets(heading));
  std::string out;
  bool isApart = false;
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t from = i;
    const char32_t code = codeAt(plain, i);
    const bool isAccent = code >= 0x300 && code < 0x370;
    if (isAccent) continue;
    const bool isOfWord = isLetter(code) || (code >= '0' && code <= '9');
    if (isOfWord && isApart && !out.empty()) out += ' ';
    if (isOfWord) out.append(plain, from, i - from);
    isApart = !isOfWord;
  }
  return out;
}

PlanHeadings::PlanHeadings() {
  for (const Names& row : kNames) {
    anyOf(row.names, [&](Text name) {
      byName_.emplace(name, row.meaning);
      return false;
    });
  }
}

std::optional<PlanMeaning> PlanHeadings::exactly(Text heading) const {
  constexpr std::size_t kLongest = 80;
  if (heading.empty() || heading.size() > kLongest) return std::nullopt;
  const std::string words = planWords(heading);
  for (const Text name : {Text(words), singular(words)}) {
    const auto found = byName_.find(name);
    if (found != byName_.end()) return found->second;
  }
  return std::nullopt;
}

std::optional<PlanMeaning> PlanHeadings::find(Text heading) const {
  const std::optional<PlanMeaning> exact = exactly(heading);
  if (exact || isBudget(heading)) return exact;
  const std::string words = planWords(heading);
  std::optional<PlanMeaning> best;
  for (const Names& row : kNames) {
    if (best && *best <= row.meaning) continue;
    if (anyOf(row.names, [&](Text name) { return stands(name, words); })) best = row.meaning;
  }
  return best;
}

bool isBudget(Text heading) { return stands(kBudget, planWords(heading)); }

bool isCurrencyHeading(Text heading) { return isOne(planWords(heading), kCurrency); }

}  // namespace roi
