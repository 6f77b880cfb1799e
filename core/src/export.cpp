// What an export gives: names of its parts, and sums by whatever it is grouped by.

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "roi/headings.h"
#include "roi/order.h"
#include "roi/platform.h"
#include "roi/verdict.h"

namespace roi {
namespace {

using Text = std::string_view;
using Why = Skipped::Why;
using Use = ExportColumn::Use;

constexpr Text kPlatformIds[] = {
#define ROI_PLATFORM(id, ...) #id,
    ROI_PLATFORMS(ROI_PLATFORM)
#undef ROI_PLATFORM
};
struct AboutPlatform {
  Text name;
  Text channel;
  Counter counter;
};
constexpr AboutPlatform kPlatformsKnown[] = {
#define ROI_PLATFORM(id, name, channel, counter) {name, channel, Counter::counter},
    ROI_PLATFORMS(ROI_PLATFORM)
#undef ROI_PLATFORM
};

/// Words of names of channels. What is not paid for is another channel than what is.
struct Word {
  Text word;
  Text channel;
};
constexpr Word kChannelWords[] = {
    {"facebook", "facebook"},   {"fb", "facebook"},     {"meta", "facebook"},
    {"instagram", "instagram"}, {"ig", "instagram"},    {"linkedin", "linkedin"},
    {"tiktok", "tiktok"},       {"twitter", "x"},       {"x", "x"},
    {"pinterest", "pinterest"}, {"youtube", "youtube"}, {"google", "search"},
    {"adwords", "search"},      {"sea", "search"},      {"email", "email"},
    {"e-mail", "email"},        {"emailing", "email"},  {"newsletter", "email"},
    {"mailchimp", "email"}};
constexpr Text kUnpaid[] = {"organic",  "organique", "naturel",  "seo",
                            "referral", "(not",      "analytics"};

constexpr Text kMeaningIds[] = {
#define ROI_MEANING(id, content) #id,
    ROI_MEANINGS(ROI_MEANING)
#undef ROI_MEANING
};
constexpr Content kContents[] = {
#define ROI_MEANING(id, content) Content::content,
    ROI_MEANINGS(ROI_MEANING)
#undef ROI_MEANING
};

std::size_t at(Meaning meaning) { return static_cast<std::size_t>(meaning); }
std::size_t at(Platform platform) { return static_cast<std::size_t>(platform); }

}  // namespace

std::string_view text(Platform platform) { return kPlatformIds[at(platform)]; }
std::string_view nameOf(Platform platform) { return kPlatformsKnown[at(platform)].name; }
std::string_view channelOf(Platform platform) { return kPlatformsKnown[at(platform)].channel; }
Counter counterOf(Platform platform) { return kPlatformsKnown[at(platform)].counter; }

std::string_view channelNamed(std::string_view name) {
  const std::string plain = plainWords(name);
  std::string_view found;
  for (std::size_t from = 0; from < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" /._", from), plain.size());
    const Text word = Text(plain).substr(from, end - from);
    from = end + 1;
    if (std::find(std::begin(kUnpaid), std::end(kUnpaid), word) != std::end(kUnpaid)) return {};
    for (const Word& one : kChannelWords) {
      if (found.empty() && one.word == word) found = one.channel;
    }
  }
  return found;
}
std::string_view text(Meaning meaning) { return kMeaningIds[at(meaning)]; }
Content contentOf(Meaning meaning) { return kContents[at(meaning)]; }

std::string_view text(ExportFault fault) {
  switch (fault) {
    case ExportFault::none: return "";
    case ExportFault::headings: return "export.headings";
    case ExportFault::groups: return "export.groups";
    case ExportFault::currencies: return "export.currencies";
  }
  return "";
}

std::string_view text(ExportColumn::Use use) {
  switch (use) {
    case Use::used: return "used";
    case Use::unknown: return "unknown";
    case Use::ignored: return "ignored";
    case Use::second: return "second";
    case Use::words: return "words";
  }
  return "";
}

std::string_view text(Skipped::Why why) {
  switch (why) {
    case Why::preamble: return "preamble";
    case Why::comment: return "comment";
    case Why::blank: return "blank";
    case Why::headings: return "headings";
    case Why::table: return "table";
    case Why::label: return "label";
    case Why::noName: return "noName";
    case Why::sum: return "sum";
    case Why::wide: return "wide";
    case Why::note: return "note";
  }
  return "";
}

std::string_view text(ExportQuestion::About about) {
  switch (about) {
    case ExportQuestion::About::currency: return "currency";
    case ExportQuestion::About::decimal: return "decimal";
    case ExportQuestion::About::dateOrder: return "dateOrder";
    case ExportQuestion::About::rate: return "rate";
    case ExportQuestion::About::result: return "result";
    case ExportQuestion::About::total: return "total";
  }
  return "";
}

bool isSummed(Meaning meaning) {
  const Content content = contentOf(meaning);
  return content == Content::money || content == Content::whole || content == Content::count;
}

namespace {

std::string keyOf(const Export& result, const Export::Group& group, By by) {
  switch (by) {
    case By::all: return {};
    case By::channel: return result.names[group.channel];
    case By::campaign: return result.names[group.campaign];
    case By::kind: return result.names[group.kind];
    case By::day: return isoDay(*group.day);
    case By::week: return isoDay(weekOf(*group.day));
    case By::month: return isoDay(monthOf(*group.day));
  }
  return {};
}

bool isTime(By by) { return by == By::day || by == By::week || by == By::month; }

bool isGiven(const Export& result, const Export::Group& group, By by) {
  if (group.rows == 0) return false;
  return !isTime(by) || (result.date && group.day && by >= result.finest);
}

struct Gathered {
  GroupSum sum;
  std::bitset<kMostFigures> known;
  std::vector<Amount> amounts;
  std::uint32_t kind = 0;
  bool isMixed = false;  ///< of several kinds of result
};

bool knowsResults(const Export& result, const Export::Group& group) {
  const auto found = std::find(result.figures.begin(), result.figures.end(), Meaning::results);
  return found != result.figures.end() &&
         group.known[static_cast<std::size_t>(found - result.figures.begin())];
}

void gather(Gathered& into, const Export& result, std::size_t index) {
  const Export::Group& group = result.groups[index];
  const std::size_t figures = result.figures.size();
  into.amounts.resize(figures);
  into.sum.rows += group.rows;
  into.known |= group.known;
  const bool isOfKind = group.kind != 0 && knowsResults(result, group);
  into.isMixed |= isOfKind && into.kind != 0 && group.kind != into.kind;
  if (isOfKind) into.kind = group.kind;
  for (std::size_t i = 0; i < figures; ++i) into.amounts[i] += result.sums[index * figures + i];
}

/// An export leaves out what did not happen: without a row, what is summed is 0.
void settleWithoutRows(Gathered& one, const Export& result) {
  for (const Meaning figure : result.figures) {
    one.sum.sums.push_back(isSummed(figure) ? std::optional(Amount()) : std::nullopt);
  }
}

void settle(Gathered& one, const Export& result) {
  for (std::size_t i = 0; i < result.figures.size(); ++i) {
    const bool isOne = isSummed(result.figures[i]) || one.sum.rows == 1;
    const bool isMixed = one.isMixed && result.figures[i] == Meaning::results;
    const bool isGiven = one.known[i] && isOne && !isMixed;
    one.sum.sums.push_back(isGiven ? std::optional(one.amounts[i]) : std::nullopt);
  }
}

}  // namespace

std::vector<GroupSum> sumsBy(const Export& result, By by) {
  std::vector<Gathered> gathered;
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < result.groups.size(); ++i) {
    if (!isGiven(result, result.groups[i], by)) continue;
    const auto [found, isNew] = index.emplace(keyOf(result, result.groups[i], by), gathered.size());
    if (isNew) gathered.emplace_back().sum.key = found->first;
    gather(gathered[found->second], result, i);
  }
  const bool isNamed = by == By::all || gathered.size() != 1 || !gathered[0].sum.key.empty();
  std::vector<GroupSum> sums;
  if (!isNamed) return sums;
  for (Gathered& one : gathered) {
    settle(one, result);
    sums.push_back(std::move(one.sum));
  }
  if (isTime(by))
    sortStably(sums, [](const GroupSum& a, const GroupSum& b) { return a.key < b.key; });
  return sums;
}

namespace {

std::optional<std::pair<std::int32_t, std::int32_t>> daysOf(const Export& result) {
  std::optional<std::pair<std::int32_t, std::int32_t>> days;
  for (const Export::Group& group : result.groups) {
    if (group.rows == 0 || !group.day) continue;
    if (!days) days = {*group.day, *group.day};
    days->first = std::min(days->first, *group.day);
    days->second = std::max(days->second, *group.day);
  }
  return days;
}

/// The last day of the week or month that begins on a day, or that day.
std::int32_t lastOf(By finest, std::int32_t first) {
  constexpr std::int32_t kLongestMonth = 31;
  if (finest == By::week) return first + 6;
  return finest == By::month ? monthOf(monthOf(first) + kLongestMonth) - 1 : first;
}

}  // namespace

std::optional<LeftOut> leaveOutBefore(Export& result, std::int32_t day) {
  const std::optional<std::int32_t> first = result.firstDay;
  if (!first) return std::nullopt;
  LeftOut out{0, *result.lastDay};
  if (!result.date) return *first < day ? std::nullopt : std::optional(out);
  for (Export::Group& group : result.groups) {
    if (group.day && *group.day >= day) continue;
    out.rows += std::exchange(group.rows, 0);
  }
  const auto days = daysOf(result);
  if (days && days->second == out.last) out.last = lastOf(result.finest, out.last);
  return out;
}

std::size_t periodAt(const Periods& periods, std::int32_t day) {
  constexpr std::int32_t kWeek = 7;
  if (periods.by == By::week) return static_cast<std::size_t>((day - periods.first) / kWeek);
  return static_cast<std::size_t>(monthNumber(day) - monthNumber(periods.first));
}

Periods periodsOf(const Export& result) {
  const auto days = daysOf(result);
  if (!result.date || !days) return {};
  for (const By by : {By::week, By::month}) {
    if (by < result.finest) continue;
    const std::int32_t first = by == By::week ? weekOf(days->first) : monthOf(days->first);
    Periods periods{by, first, 0};
    periods.count = periodAt(periods, days->second) + 1;
    if (periods.count <= kMostPeriods) return periods;
  }
  return {};
}

std::vector<NameSeries> seriesBy(const Export& result, By by, const Periods& periods) {
  std::vector<NameSeries> series;
  if (periods.count == 0) return series;
  std::map<std::string, std::vector<Gathered>> gathered;
  for (std::size_t i = 0; i < result.groups.size(); ++i) {
    if (!isGiven(result, result.groups[i], periods.by)) continue;
    std::vector<Gathered>& all = gathered[keyOf(result, result.groups[i], by)];
    all.resize(periods.count);
    gather(all[periodAt(periods, *result.groups[i].day)], result, i);
  }
  for (auto& [key, all] : gathered) {
    NameSeries& one = series.emplace_back();
    one.key = key;
    for (Gathered& period : all) {
      if (period.sum.rows == 0) {
        settleWithoutRows(period, result);
      } else {
        settle(period, result);
      }
      one.sums.push_back(std::move(period.sum.sums));
    }
  }
  return series;
}

namespace {

std::optional<std::size_t> countIn(std::string_view text) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool isWhole = error == std::errc() && end == text.data() + text.size() && count > 0;
  return isWhole ? std::optional(count) : std::nullopt;
}

std::optional<Meaning> meaningNamed(std::string_view name) {
  const auto* const found = std::find(std::begin(kMeaningIds), std::end(kMeaningIds), name);
  if (found == std::end(kMeaningIds)) return std::nullopt;
  return static_cast<Meaning>(found - std::begin(kMeaningIds));
}

bool takeColumn(ExportAnswers& answers, std::string_view answer) {
  const std::size_t sign = std::min(answer.find('='), answer.size());
  const std::optional<std::size_t> column = countIn(answer.substr(0, sign));
  const auto meaning = meaningNamed(answer.substr(std::min(sign + 1, answer.size())));
  if (column && meaning) answers.columns.emplace_back(*column - 1, *meaning);
  return column && meaning;
}

}  // namespace

bool take(ExportAnswers& answers, std::string_view question, std::string_view answer) {
  if (question == "column") return takeColumn(answers, answer);
  if (question == "currency" && isCurrencyCode(answer)) {
    answers.currency = answer;
  } else if (question == "decimal" && (answer == "." || answer == ",")) {
    answers.decimal = answer == "." ? Mark::point : Mark::comma;
  } else if (question == "dates" && (answer == "MDY" || answer == "DMY")) {
    answers.dateOrder = answer == "MDY" ? DateOrder::monthFirst : DateOrder::dayFirst;
  } else if (question == "result" && !answer.empty()) {
    answers.result = answer;
  } else if (question == "total" && (answer == "yes" || answer == "no")) {
    answers.isTotal = answer == "yes";
  } else if (question == "headings" && countIn(answer)) {
    answers.headingLine = *countIn(answer);
  } else if (question == "since" && dayNumber(std::string(answer))) {
    answers.since = dayNumber(std::string(answer));
  } else {
    return false;
  }
  return true;
}

}  // namespace roi
