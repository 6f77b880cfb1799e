#pragma once
// What an export says: which platform wrote it, what its columns mean, and the exact sums of its
// rows. The bytes of a file go in by pieces; rows are added up as they come and not kept.
//
//   ExportReader reader;
//   while (...) reader.feed(bytes);
//   const Export result = reader.finish();
//   for (const GroupSum& campaign : sumsBy(result, By::campaign)) ...
//
// What a file cannot say is a question; its answer is given to a second reading of the same file.
// core/docs/decisions/0019-reading-tables.md

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "roi/cell.h"
#include "roi/table.h"

namespace roi {

/// While reading: a group is what shares channel, campaign, kind of result and day.
inline constexpr std::size_t kMostGroups = 50'000;
inline constexpr std::size_t kMostFigures = 64;       ///< columns of numbers that are kept
inline constexpr std::size_t kMostHeadingLines = 40;  ///< records above the headings
inline constexpr std::size_t kLongestName = 400;      ///< bytes; longer names are cut
inline constexpr std::size_t kMostNotes = 5;
inline constexpr std::size_t kMostListed = 200;  ///< lines that were not used, with reasons

/// Who counts: the business in tables of its own, web analytics the visits of its site, an ad
/// platform what it sells. One and the same lead may be counted by each of them.
enum class Counter : std::uint8_t { business, analytics, adPlatform };
inline constexpr std::size_t kCounters = 3;

/// Who writes exports: enumerator (its id on the wire), name, platform of a channel
/// (scenario.schema.json), and who counts in them. Headings of each: core/src/headings.cpp.
#define ROI_PLATFORMS(X)                                              \
  X(generic, "", "", business)                                        \
  X(metaAds, "Meta Ads Manager", "facebook", adPlatform)              \
  X(googleAds, "Google Ads", "search", adPlatform)                    \
  X(linkedinAds, "LinkedIn Campaign Manager", "linkedin", adPlatform) \
  X(tiktokAds, "TikTok Ads Manager", "tiktok", adPlatform)            \
  X(xAds, "X Ads", "x", adPlatform)                                   \
  X(xOrganic, "X Analytics", "x", business)                           \
  X(pinterestAds, "Pinterest Ads", "pinterest", adPlatform)           \
  X(snapchatAds, "Snapchat Ads", "", adPlatform)                      \
  X(microsoftAds, "Microsoft Advertising", "", adPlatform)            \
  X(ga4, "Google Analytics 4", "", analytics)                         \
  X(instagramOrganic, "Instagram", "instagram", business)             \
  X(facebookOrganic, "Facebook", "facebook", business)                \
  X(metaBusinessSuite, "Meta Business Suite", "facebook", business)   \
  X(linkedinPage, "LinkedIn page", "linkedin", business)              \
  X(sproutSocial, "Sprout Social", "", business)                      \
  X(mailchimp, "Mailchimp", "email", business)                        \
  X(shopify, "Shopify", "", business)                                 \
  X(conversionPaths, "Conversion paths", "", analytics)

enum class Platform : std::uint8_t {
#define ROI_PLATFORM(id, ...) id,
  ROI_PLATFORMS(ROI_PLATFORM)
#undef ROI_PLATFORM
};
#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kPlatforms = 0 ROI_PLATFORMS(ROI_ONE);
#undef ROI_ONE
std::string_view text(Platform platform);
std::string_view nameOf(Platform platform);
/// Its channel's platform, or none.
std::string_view channelOf(Platform platform);
/// The same of what a file calls a channel: "facebook" of "Facebook Ads" and "facebook / cpc", none
/// of "google / organic".
std::string_view channelNamed(std::string_view name);
Counter counterOf(Platform platform);

/// What a column may hold.
enum class Content : std::uint8_t {
  name,  ///< who the row is about
  date,
  word,    ///< something else that is used: a currency, a kind of result
  money,   ///< summed
  whole,   ///< a count, summed; never with decimals
  count,   ///< a count that may have decimals, summed
  stated,  ///< a rate, a unit price or a number of people: no sum, only what one row states
  ignored  ///< known, and of no use here
};

/// Meanings of columns: enumerator (its id on the wire), content. Things that are different have
/// different meanings, and are never added: clicks of every kind and clicks on the link, leads and
/// those of the website, impressions and reach, what is spent and what may be.
#define ROI_MEANINGS(X)          \
  X(date, date)                  \
  X(endDate, date)               \
  X(channel, name)               \
  X(campaign, name)              \
  X(campaignGroup, name)         \
  X(adset, name)                 \
  X(ad, name)                    \
  X(path, name)                  \
  X(currency, word)              \
  X(resultType, word)            \
  X(spend, money)                \
  X(revenue, money)              \
  X(totalConversionValue, money) \
  X(impressions, whole)          \
  X(impressionsPaid, whole)      \
  X(linkClicks, whole)           \
  X(clicks, whole)               \
  X(outboundClicks, whole)       \
  X(landingPageViews, whole)     \
  X(interactions, whole)         \
  X(sessions, whole)             \
  X(engagedSessions, whole)      \
  X(newUsers, whole)             \
  X(events, whole)               \
  X(views, whole)                \
  X(viewsPaid, whole)            \
  X(videoViews, whole)           \
  X(thruplays, whole)            \
  X(leads, count)                \
  X(websiteLeads, count)         \
  X(leadFormsOpened, whole)      \
  X(purchases, count)            \
  X(orders, count)               \
  X(customers, count)            \
  X(conversions, count)          \
  X(results, count)              \
  X(conversations, whole)        \
  X(cart, count)                 \
  X(totalConversions, count)     \
  X(totalNull, count)            \
  X(sent, whole)                 \
  X(delivered, whole)            \
  X(opens, whole)                \
  X(engagements, whole)          \
  X(reactions, whole)            \
  X(comments, whole)             \
  X(shares, whole)               \
  X(saves, whole)                \
  X(follows, whole)              \
  X(likes, whole)                \
  X(posts, whole)                \
  X(newFollowers, whole)         \
  X(value, count)                \
  X(reach, stated)               \
  X(reachPaid, stated)           \
  X(users, stated)               \
  X(followers, stated)           \
  X(frequency, stated)           \
  X(ctr, stated)                 \
  X(cpc, stated)                 \
  X(cpm, stated)                 \
  X(costPerResult, stated)       \
  X(conversionRate, stated)      \
  X(closeRate, stated)           \
  X(resultRate, stated)          \
  X(engagementRate, stated)      \
  X(impressionShare, stated)     \
  X(roas, stated)                \
  X(time, stated)                \
  X(daysToConversion, stated)    \
  X(touchpoints, stated)         \
  X(account, ignored)            \
  X(status, ignored)             \
  X(attribution, ignored)        \
  X(objective, ignored)          \
  X(budget, ignored)             \
  X(campaignId, ignored)         \
  X(adId, ignored)               \
  X(text, ignored)               \
  X(kind, ignored)               \
  X(orderId, ignored)

enum class Meaning : std::uint8_t {
#define ROI_MEANING(id, content) id,
  ROI_MEANINGS(ROI_MEANING)
#undef ROI_MEANING
};
#define ROI_ONE(...) +1  // NOLINT(bugprone-macro-parentheses)
inline constexpr std::size_t kMeanings = 0 ROI_MEANINGS(ROI_ONE);
#undef ROI_ONE
std::string_view text(Meaning meaning);
Content contentOf(Meaning meaning);
bool isSummed(Meaning meaning);

/// Why a file gives nothing. The faults of tables are table.h's.
enum class ExportFault : std::uint8_t {
  none,
  headings,   ///< no row names a figure it knows; the columns may be chosen
  groups,     ///< more than kMostGroups
  currencies  ///< two of them in one file: nothing is converted
};
std::string_view text(ExportFault fault);

struct ExportColumn {
  enum class Use : std::uint8_t {
    used,
    unknown,  ///< its heading says nothing it knows
    ignored,  ///< known, and of no use
    second,   ///< another column says the same, better
    words,    ///< it should hold numbers and holds none
  };

  std::string heading;  ///< as it stands
  std::optional<Meaning> meaning;
  Use use = Use::unknown;
  std::size_t unreadable = 0;  ///< cells that should hold a number and hold words
  std::size_t bounds = 0;      ///< cells that only bound it: "< 10"
  std::size_t rounded = 0;     ///< cells that are rounded to thousands: "12.5K"
  std::size_t compared = 0;    ///< rows whose stated rate or price was worked out again
  std::size_t differing = 0;   ///< of those, rows where it comes out otherwise
};
std::string_view text(ExportColumn::Use use);

/// Lines that are not rows.
struct Skipped {
  enum class Why : std::uint8_t {
    preamble,  ///< above the headings
    comment,
    blank,
    headings,  ///< the headings, once more
    table,     ///< of another table in the file
    label,     ///< a total or a mean: it says so
    noName,    ///< a total: no name, and its figures are those of the others together
    sum,       ///< a total: every figure is the sum of other rows
    wide,      ///< has more cells than there are headings
    note       ///< one cell alone: a word at the end
  };

  std::size_t line = 0;
  std::size_t lastLine = 0;
  Why why = Why::preamble;
  std::string label;  ///< of a total, what stands in its place; else its text
};
std::string_view text(Skipped::Why why);

/// What the file itself says its sum is.
struct OwnTotal {
  struct Difference {
    std::size_t figure = 0;  ///< which of Export::figures
    Amount stated;
    Amount summed;
  };

  std::size_t line = 0;
  std::vector<Difference> differences;  ///< none: it agrees
};

/// What the file cannot answer.
struct ExportQuestion {
  enum class About : std::uint8_t {
    currency,   ///< none is named, or a sign that several share
    decimal,    ///< every mark has three digits behind it
    dateOrder,  ///< no day above the twelfth
    rate,       ///< rates up to 1 without a percent sign: fractions, or percentages below 1
    result,     ///< kinds of results that are not the same thing
    total       ///< a first or last row is the sum of all others, in few digits
  };

  About about = About::currency;
  std::vector<std::string> details;  ///< the sign, a cell, the heading, the kinds; line and name
};
std::string_view text(ExportQuestion::About about);

/// Answers, and columns chosen by hand.
struct ExportAnswers {
  std::string currency;
  std::optional<Mark> decimal;
  std::optional<DateOrder> dateOrder;
  std::string result;                                    ///< the kind of result that is summed
  std::optional<bool> isTotal;                           ///< of a row that may be the total
  std::size_t headingLine = 0;                           ///< 0: found by itself
  std::vector<std::pair<std::size_t, Meaning>> columns;  ///< from 0; instead of what is found
  std::optional<std::int32_t> since;  ///< a day from which on sums are given besides
};

/// Takes an answer as the command line and the page give it: "currency" (a code), "decimal" ("." or
/// ","), "dates" ("DMY", "MDY"), "result" (a kind of result by its name: results of other kinds are
/// not summed), "total" ("yes", "no"), "headings" (the line they stand in), "column" ("3=campaign",
/// from 1), "since" (a day: "2026-08-01"). Says whether there is such a question, and such an
/// answer to it; else nothing changes.
bool take(ExportAnswers& answers, std::string_view question, std::string_view answer);

enum class By : std::uint8_t { all, channel, campaign, kind, day, week, month };

struct Export {
  struct Group {
    std::uint32_t channel = 0;  ///< an index of names; 0: none
    std::uint32_t campaign = 0;
    std::uint32_t kind = 0;  ///< of result
    std::optional<std::int32_t> day;
    std::size_t rows = 0;
    std::bitset<kMostFigures> known;  ///< figures of which at least one cell is known
  };

  TableFault tableFault = TableFault::none;
  ExportFault fault = ExportFault::none;
  std::size_t faultLine = 0;  ///< 0: the whole file

  Platform platform = Platform::generic;
  std::vector<std::string> evidence;  ///< headings and lines that only this platform writes
  std::string language;               ///< of the headings: "fr"; of some, of several
  Encoding encoding = Encoding::utf8;
  bool hasMark = false;
  std::size_t unreadable = 0;  ///< characters that no encoding explains
  char delimiter = ',';
  bool isDelimiterStated = false;
  std::size_t headingLine = 0;
  std::optional<Mark> decimal;         ///< nothing: no cell has one
  std::optional<DateOrder> dateOrder;  ///< nothing: every date says itself what it is
  std::string currency;                ///< a code, or a sign; empty: not named
  std::optional<std::int32_t> firstDay, lastDay;
  std::vector<std::string> preamble;      ///< lines above the headings, as they stand
  std::vector<std::string> notes;         ///< its time zone and attribution, where it states them
  std::optional<std::size_t> statedRows;  ///< "Rows: 4"

  std::vector<ExportColumn> columns;
  std::vector<Meaning> figures;    ///< what the columns of numbers mean, in their order
  std::optional<std::size_t> key;  ///< the column that names a row
  std::optional<std::size_t>
      date;             ///< the column that dates it; nothing: all rows are of one period
  By finest = By::day;  ///< the shortest time a row is of
  std::size_t rows = 0;
  std::size_t undated = 0;  ///< of them, rows whose date is none
  std::vector<Skipped> skipped;
  std::size_t skippedMore = 0;  ///< beyond those that are listed
  std::vector<ExportQuestion> questions;
  std::optional<OwnTotal> total;

  std::vector<std::string> names;
  std::vector<Group> groups;
  std::vector<Amount> sums;  ///< groups.size() x figures.size()
};

struct GroupSum {
  std::string key;  ///< a name, or a day as "2026-08-01": the first of a week or month
  std::size_t rows = 0;
  /// By figure: nothing where no cell is known; of a stated figure, unless there is one row; of
  /// results, where they are of several kinds.
  std::vector<std::optional<Amount>> sums;
};

/// Names in the order they come first, days in order. Rows without a name are together under none,
/// so that names add up to all. Where no row is named, and by time where rows are not dated or are
/// of longer times: none.
std::vector<GroupSum> sumsBy(const Export& result, By by);

/// What was left out of an export, and what is in it still.
struct LeftOut {
  std::size_t rows = 0;
  std::int32_t last = 0;  ///< the last day of what stays
};

/// Leaves out rows that are not known to be of a day or later; a week or a month that begins before
/// it is. Nothing, and all stays, where rows are of one longer time that begins before, or of none.
std::optional<LeftOut> leaveOutBefore(Export& result, std::int32_t day);

inline constexpr std::size_t kMostPeriods = 160;

/// The weeks of an export, or its months where weeks are more than kMostPeriods or rows are of
/// months.
struct Periods {
  By by = By::week;
  std::int32_t first = 0;  ///< the first day of the first
  std::size_t count = 0;   ///< 0: rows are not dated, or there are too many
};
Periods periodsOf(const Export& result);
/// Which of them a day is in, from 0: a day that is not before the first.
std::size_t periodAt(const Periods& periods, std::int32_t day);

/// What one name sums to, period by period: 0 in a period without a row, for exports leave out what
/// did not happen; nothing where there are rows and no cell is known.
struct NameSeries {
  std::string key;
  std::vector<std::vector<std::optional<Amount>>> sums;  ///< by period, then as GroupSum's
};

/// Of every name that sumsBy gives; none where there are no periods.
std::vector<NameSeries> seriesBy(const Export& result, By by, const Periods& periods);

/// Reads one file.
class ExportReader {
 public:
  explicit ExportReader(ExportAnswers answers = {}, bool isPasted = false);
  ~ExportReader();
  ExportReader(const ExportReader&) = delete;
  ExportReader& operator=(const ExportReader&) = delete;

  /// Says whether it makes sense to go on; what is wrong is told by finish().
  bool feed(std::string_view bytes);
  Export finish();

 private:
  class Rows;
  std::unique_ptr<Rows> rows_;
  TableReader table_;
};

}  // namespace roi
