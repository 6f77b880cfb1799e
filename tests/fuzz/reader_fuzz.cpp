// Any bytes at all are read as a table, and as conversion paths, and alike however they come in
// pieces; what is summed by name or by time adds up to what is summed in all. Run: reader_fuzz
// tests/exports/*

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <string_view>

#include "json/api.h"
#include "roi/platform.h"

namespace {

using roi::By;
using roi::Export;
using roi::Meaning;
using Random = std::minstd_rand;

constexpr std::size_t kHead = std::size_t{64} << 10;  ///< as much is held before records are cut

void must(bool isSo) {
  if (!isSo) __builtin_trap();
}

/// Answers that a first reading may ask for, and others.
roi::ExportAnswers answersOf(Random random) {
  roi::ExportAnswers answers;
  const auto isGiven = [&random] { return random() % 4 == 0; };
  if (isGiven()) roi::take(answers, "currency", "EUR");
  if (isGiven()) roi::take(answers, "decimal", random() % 2 == 0 ? "." : ",");
  if (isGiven()) roi::take(answers, "dates", random() % 2 == 0 ? "DMY" : "MDY");
  if (isGiven()) roi::take(answers, "result", "Leads");
  if (isGiven()) roi::take(answers, "total", random() % 2 == 0 ? "yes" : "no");
  if (isGiven()) roi::take(answers, "since", "2026-08-15");
  if (isGiven()) roi::take(answers, "headings", std::to_string(1 + random() % 12));
  while (isGiven()) {
    answers.columns.emplace_back(random() % 12, static_cast<Meaning>(random() % roi::kMeanings));
  }
  return answers;
}

template <class Reader>
void feed(Reader& reader, std::string_view bytes, const std::function<std::size_t()>& piece) {
  while (!bytes.empty()) {
    const std::size_t size = std::min(piece(), bytes.size());
    if (!reader.feed(bytes.substr(0, size))) return;
    bytes.remove_prefix(size);
  }
}

std::string replyOf(Random random, std::string_view bytes,
                    const std::function<std::size_t()>& piece) {
  roi::json::ImportCall call(answersOf(random), random() % 2 == 0);
  feed(call, bytes, piece);
  return call.answer();
}

roi::PathAnswers pathAnswersOf(Random random) {
  roi::PathAnswers answers;
  const auto isGiven = [&random] { return random() % 4 == 0; };
  if (isGiven()) roi::take(answers, "decimal", random() % 2 == 0 ? "." : ",");
  if (isGiven()) roi::take(answers, "dates", random() % 2 == 0 ? "DMY" : "MDY");
  while (random() % 2 == 0) {
    answers.columns.emplace_back(random() % 8,
                                 static_cast<roi::PathMeaning>(random() % roi::kPathMeanings));
  }
  return answers;
}

std::string pathReplyOf(Random random, std::string_view bytes,
                        const std::function<std::size_t()>& piece) {
  roi::json::AttributionCall call(pathAnswersOf(random), random() % 2 == 0);
  feed(call, bytes, piece);
  return call.answer();
}

/// Results of several kinds are not summed.
void mustAddUp(const Export& result, By by) {
  const std::vector<roi::GroupSum> all = roi::sumsBy(result, By::all);
  const std::vector<roi::GroupSum> parts = roi::sumsBy(result, by);
  if (parts.empty()) return;
  for (std::size_t i = 0; i < result.figures.size(); ++i) {
    const bool isKept = roi::isSummed(result.figures[i]) && result.figures[i] != Meaning::results;
    if (!isKept) continue;
    roi::Amount sum;
    for (const roi::GroupSum& part : parts) sum += part.sums[i].value_or(roi::Amount{});
    must(sum == all.front().sums[i].value_or(roi::Amount{}));
  }
}

void mustAddUp(const Export& result) {
  std::size_t rows = 0;
  for (const Export::Group& group : result.groups) rows += group.rows;
  must(rows == result.rows);
  for (const By by : {By::channel, By::campaign, By::kind}) mustAddUp(result, by);
  if (result.undated > 0) return;
  for (const By by : {By::day, By::week, By::month}) mustAddUp(result, by);
}

/// Some are made longer than what is held back, so that records are cut by pieces too.
std::string lengthened(std::string bytes, Random& random) {
  const std::string once = bytes;
  const bool isLong = !once.empty() && random() % 64 == 0;
  while (isLong && bytes.size() < kHead + once.size()) bytes += once;
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Random random(static_cast<unsigned>(std::hash<std::string_view>()(text)));
  const std::string bytes = lengthened(std::string(text), random);
  const std::string whole = replyOf(random, bytes, [&] { return bytes.size(); });
  must(nlohmann::json::accept(whole));
  Random pieces = random;
  must(replyOf(random, bytes, [&] { return 1 + pieces() % 100; }) == whole);

  const std::string paths = pathReplyOf(random, bytes, [&] { return bytes.size(); });
  must(nlohmann::json::accept(paths));
  must(pathReplyOf(random, bytes, [&] { return 1 + pieces() % 100; }) == paths);

  roi::ExportReader reader(answersOf(random));
  feed(reader, bytes, [&] { return bytes.size(); });
  const Export result = reader.finish();
  const bool isRead =
      result.fault == roi::ExportFault::none && result.tableFault == roi::TableFault::none;
  if (isRead) mustAddUp(result);
  return 0;
}
