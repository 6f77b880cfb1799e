#include "roi/path_headings.h"

#include <algorithm>

#include "roi/plan_headings.h"

namespace roi {
namespace {

using Text = std::string_view;

std::size_t at(PathMeaning meaning) { return static_cast<std::size_t>(meaning); }

struct Names {
  PathMeaning meaning;
  Text names;  ///< between bars, at both ends too
};

// clang-format off
constexpr Names kNames[] = {
    {PathMeaning::path, "|path|paths|channel path|conversion path|conversion paths|top conversion path|journey|customer journey|touchpoints|channels|default channel group path|mcf channel grouping path|chemin|chemins|chemin de conversion|chemins de conversion|parcours|parcours client|parcours de conversion|canaux|points de contact|"},
    {PathMeaning::person, "|person|person id|user|user id|client id|customer id|visitor|visitor id|cookie|cookie id|contact|contact id|lead id|session id|user pseudo id|journey id|id|email|personne|utilisateur|id utilisateur|identifiant|identifiant utilisateur|visiteur|id visiteur|id client|client|id contact|id personne|"},
    {PathMeaning::time, "|time|timestamp|date|datetime|date time|event time|event date|event timestamp|touch time|touch date|visit time|day|created at|horodatage|heure|date et heure|date heure|jour|date de la visite|"},
    {PathMeaning::channel, "|channel|channel group|default channel group|session default channel group|source|source medium|session source medium|utm source|medium|touchpoint|touch|marketing channel|canal|groupe de canaux|groupe de canaux par defaut|source support|support|point de contact|contact marketing|levier|"},
    {PathMeaning::conversions, "|conversion|conversions|total conversions|converted|is conversion|key event|key events|purchase|purchases|order|orders|sale|sales|lead|leads|won|transaction|transactions|converti|conversions totales|evenement cle|evenements cles|achat|achats|commande|commandes|vente|ventes|"},
    {PathMeaning::value, "|value|conversion value|total conversion value|revenue|purchase revenue|total revenue|amount|order value|valeur|valeur de conversion|valeur totale|revenu|revenus|chiffre d affaires|ca|montant|"},
    {PathMeaning::nulls, "|null|nulls|total null|total nulls|no conversion|non conversions|not converted|lost|nuls|sans conversion|non convertis|total nuls|"},
};
// clang-format on
constexpr std::array<Text, kPathMeanings> kMeaningIds = {
#define ROI_ID(id) #id,
    ROI_PATH_MEANINGS(ROI_ID)
#undef ROI_ID
};
constexpr Text kYes = "|yes|y|true|converted|won|oui|o|vrai|converti|gagne|";
constexpr Text kNo = "|no|n|false|lost|null|non|faux|perdu|";

bool isOne(Text words, Text names) {
  for (std::size_t at = 0; at + 1 < names.size();) {
    const std::size_t end = names.find('|', at + 1);
    if (names.substr(at + 1, end - at - 1) == words) return true;
    at = end;
  }
  return false;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The number of one or two digits that stands there, which is taken off; -1: none.
int takeTwo(Text& text) {
  if (text.empty() || !isDigit(text[0])) return -1;
  int number = text[0] - '0';
  text.remove_prefix(1);
  if (text.empty() || !isDigit(text[0])) return number;
  number = number * 10 + (text[0] - '0');
  text.remove_prefix(1);
  return number;
}

/// "3=path", of columns from 1.
bool takeColumn(PathAnswers& answers, Text answer) {
  constexpr std::size_t kMostDigits = 6;
  const std::size_t sign = std::min(answer.find('='), answer.size());
  std::size_t column = 0;
  for (const char c : answer.substr(0, sign)) {
    if (!isDigit(c) || sign > kMostDigits) return false;
    column = column * 10 + static_cast<std::size_t>(c - '0');
  }
  const auto found = std::find(kMeaningIds.begin(), kMeaningIds.end(),
                               answer.substr(std::min(sign + 1, answer.size())));
  if (column == 0 || found == kMeaningIds.end()) return false;
  answers.columns.emplace_back(column - 1, static_cast<PathMeaning>(found - kMeaningIds.begin()));
  return true;
}

}  // namespace

Text text(PathMeaning meaning) { return kMeaningIds[at(meaning)]; }

Text text(PathForm form) { return form == PathForm::paths ? "paths" : "touches"; }

Text text(PathFault fault) {
  switch (fault) {
    case PathFault::none: return "";
    case PathFault::headings: return "paths.headings";
    case PathFault::conversions: return "paths.conversions";
    case PathFault::empty: return "paths.empty";
    case PathFault::channels: return "paths.channels";
    case PathFault::paths: return "paths.paths";
    case PathFault::touches: return "paths.touches";
  }
  return "";
}

Text text(PathLeftOut why) {
  switch (why) {
    case PathLeftOut::noPath: return "noPath";
    case PathLeftOut::noPerson: return "noPerson";
    case PathLeftOut::noTime: return "noTime";
    case PathLeftOut::number: return "number";
    case PathLeftOut::total: return "total";
    case PathLeftOut::untouched: return "untouched";
  }
  return "";
}

bool take(PathAnswers& answers, Text question, Text answer) {
  if (question == "column") return takeColumn(answers, answer);
  if (question == "decimal" && (answer == "." || answer == ",")) {
    answers.decimal = answer == "." ? Mark::point : Mark::comma;
  } else if (question == "dates" && (answer == "MDY" || answer == "DMY")) {
    answers.dateOrder = answer == "MDY" ? DateOrder::monthFirst : DateOrder::dayFirst;
  } else {
    return false;
  }
  return true;
}

std::optional<PathMeaning> pathMeaningOf(Text heading) {
  constexpr std::size_t kLongest = 60;
  if (heading.empty() || heading.size() > kLongest || isDigit(heading[0])) return std::nullopt;
  const std::string words = planWords(heading);
  for (const Names& row : kNames) {
    if (!words.empty() && isOne(words, row.names)) return row.meaning;
  }
  return std::nullopt;
}

PathColumns pathColumns(const std::vector<std::optional<PathMeaning>>& meanings) {
  PathColumns columns;
  for (std::size_t i = meanings.size(); i-- > 0;) {
    if (meanings[i]) columns[at(*meanings[i])] = i;
  }
  std::optional<std::size_t>& path = columns[at(PathMeaning::path)];
  std::optional<std::size_t>& channel = columns[at(PathMeaning::channel)];
  const bool isOfPeople = channel && columns[at(PathMeaning::person)];
  if (!path && !isOfPeople) std::swap(path, channel);
  return columns;
}

bool havePaths(const PathColumns& columns) {
  const auto has = [&](PathMeaning meaning) { return columns[at(meaning)].has_value(); };
  return has(PathMeaning::path) || (has(PathMeaning::person) && has(PathMeaning::channel));
}

std::optional<bool> answerIn(Text cell) {
  const std::string words = planWords(cell);
  if (words.empty()) return std::nullopt;
  if (isOne(words, kYes)) return true;
  return isOne(words, kNo) ? std::optional(false) : std::nullopt;
}

int secondsIn(Text cell) {
  constexpr int kMinute = 60, kHour = 3600, kNoon = 12;
  const std::size_t colon = cell.find(':');
  if (colon == Text::npos || colon == 0 || !isDigit(cell[colon - 1])) return 0;
  const bool isTwo = colon > 1 && isDigit(cell[colon - 2]);
  Text rest = cell.substr(colon - (isTwo ? 2 : 1));
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const int part = takeTwo(rest);
    parts[i] = std::max(part, 0);
    if (!rest.starts_with(':')) break;
    rest.remove_prefix(1);
  }
  const bool isAfternoon = rest.find_first_of("Pp") < 3, isMorning = rest.find_first_of("Aa") < 3;
  if (isAfternoon && parts[0] < kNoon) parts[0] += kNoon;
  if (isMorning && parts[0] == kNoon) parts[0] = 0;
  return parts[0] * kHour + parts[1] * kMinute + parts[2];
}

}  // namespace roi
