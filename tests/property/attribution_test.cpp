// What holds of any paths. ROI_SEED=<seed of a failure> repeats it.

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "json/api.h"
#include "json/document.h"
#include "property/seed.h"

namespace roi::attribution_property_test {
namespace {

using test::Json;
using test::seedOf;
using Random = std::mt19937_64;
using Channel = Attributor::Channel;

constexpr int kCases = 200;

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

Amount amountOf(std::size_t whole) {
  Amount amount;
  amount.whole = static_cast<std::int64_t>(whole);
  return amount;
}

std::string money(Random& random) {
  return std::to_string(below(random, 100)) + "." + std::to_string(10 + below(random, 90));
}

std::string nameOf(std::size_t channel) { return std::string(1, static_cast<char>('A' + channel)); }

/// Rows of paths, or of touches at moments of their own.
std::vector<std::string> rowsOf(Random& random, bool isOfTouches) {
  std::vector<std::string> rows;
  for (std::size_t i = 0, n = 1 + below(random, 60); i < n; ++i) {
    if (isOfTouches) {
      const std::string minute = std::to_string(10 + i % 50);
      rows.push_back("p" + std::to_string(below(random, 9)) + ",2026-01-" +
                     std::to_string(10 + i / 50 + below(random, 5) * 2) + " 10:" + minute + "," +
                     nameOf(below(random, 5)) + "," + (below(random, 3) == 0 ? "1," : "0,") +
                     money(random));
      continue;
    }
    std::string path = nameOf(below(random, 5));
    while (below(random, 3) > 0) path += " > " + nameOf(below(random, 5));
    rows.push_back(path + "," + std::to_string(below(random, 4)) + "," + money(random) + "," +
                   std::to_string(below(random, 9)));
  }
  return rows;
}

std::string textOf(const std::vector<std::string>& rows, bool isOfTouches) {
  std::string text = isOfTouches ? "person,time,channel,conversion,value\n"
                                 : "path,total_conversions,total_conversion_value,total_null\n";
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

std::string replyOf(std::string_view bytes, const std::function<std::size_t()>& piece) {
  json::AttributionCall call;
  while (!bytes.empty()) {
    const std::size_t size = std::min(piece(), bytes.size());
    if (!call.feed(bytes.substr(0, size))) break;
    bytes.remove_prefix(size);
  }
  while (call.advance()) {
  }
  return call.answer();
}

std::string replyOf(const std::string& bytes) {
  return replyOf(bytes, [&] { return bytes.size(); });
}

TEST(AttributionPropertyTest, CreditsOfEachRule_SumToWhatWasCounted) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE(seed);
    Random random(seed);
    const bool isOfTouches = i % 2 == 1;
    const Json value =
        test::parsed(replyOf(textOf(rowsOf(random, isOfTouches), isOfTouches)))["value"];
    ASSERT_TRUE(value.contains("channels"));
    for (const char* of : {"conversions", "value"}) {
      if (!value.contains(of) || value["conversions"] == 0) continue;
      for (std::size_t rule = 0; rule < kRules; ++rule) {
        double sum = 0;
        for (const Json& channel : value["channels"]) {
          const double credit = channel[of][std::string(text(static_cast<Rule>(rule)))];
          EXPECT_GE(credit, 0);
          sum += credit;
        }
        EXPECT_NEAR(sum, value[of].get<double>(), 1e-9 * (1 + sum))
            << text(static_cast<Rule>(rule));
      }
    }
  }
}

TEST(AttributionPropertyTest, TheOrderOfRows_ChangesNothing) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE(seed);
    Random random(seed);
    const bool isOfTouches = i % 2 == 1;
    std::vector<std::string> rows = rowsOf(random, isOfTouches);
    if (isOfTouches) {  // of one person at one moment, the file's order is all there is
      const auto moment = [](const std::string& row) { return row.substr(0, row.find(',', 4)); };
      std::sort(rows.begin(), rows.end());
      rows.erase(std::unique(rows.begin(), rows.end(),
                             [&](const auto& a, const auto& b) { return moment(a) == moment(b); }),
                 rows.end());
    }
    const std::string reply = replyOf(textOf(rows, isOfTouches));
    std::shuffle(rows.begin(), rows.end(), random);
    EXPECT_EQ(replyOf(textOf(rows, isOfTouches)), reply);
  }
}

TEST(AttributionPropertyTest, WhereBytesAreCut_ChangesNothing) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE(seed);
    Random random(seed);
    const bool isOfTouches = i % 2 == 1;
    std::string bytes = textOf(rowsOf(random, isOfTouches), isOfTouches);
    const std::string once = bytes.substr(bytes.find('\n') + 1);
    while (i % 20 == 0 && bytes.size() < 70'000) bytes += once;  // more than is held back
    EXPECT_EQ(replyOf(bytes, [&] { return 1 + below(random, 100); }), replyOf(bytes));
  }
}

/// A chain without cycles, walked along every way there is.
struct Walks {
  std::size_t channels;
  std::vector<std::vector<double>> next;  ///< counts, from start and each channel
  std::vector<double> won, ends;

  double chance(std::size_t at, std::size_t without) const {
    double out = ends[at];
    for (const double count : next[at]) out += count;
    if (out == 0) return 0;
    double sum = won[at] / out;
    for (std::size_t to = 0; to < channels; ++to) {
      if (next[at][to] > 0 && to != without) sum += next[at][to] / out * chance(to + 1, without);
    }
    return sum;
  }
};

TEST(AttributionPropertyTest, TheChainIsWorkedOut_AsByWalkingIt) {
  for (int i = 0; i < kCases; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::size_t channels = 2 + below(random, 6);
    const std::vector<double> none(channels + 1);
    Walks walks{channels, std::vector(channels + 1, std::vector<double>(channels)), none, none};
    Attributor sums;
    double conversions = 0;
    for (std::size_t path = 0; path < 12; ++path) {
      std::vector<Channel> touches;
      for (std::size_t channel = 0; channel < channels; ++channel) {
        if (below(random, 2) == 0) touches.push_back(static_cast<Channel>(channel));
      }
      if (touches.empty()) continue;
      const std::size_t won = below(random, 4), lost = 1 + below(random, 4);
      sums.add(touches, {amountOf(won), amountOf(0), amountOf(lost)});
      const auto count = static_cast<double>(won + lost);
      walks.next[0][touches.front()] += count;
      for (std::size_t k = 1; k < touches.size(); ++k)
        walks.next[touches[k - 1] + std::size_t{1}][touches[k]] += count;
      walks.won[touches.back() + std::size_t{1}] += static_cast<double>(won);
      walks.ends[touches.back() + std::size_t{1}] += count;
      conversions += static_cast<double>(won);
    }
    std::vector<Channel> order;
    for (std::size_t channel = 0; channel < channels; ++channel)
      order.push_back(static_cast<Channel>(channel));
    sums.add(std::vector<Channel>(1, order.back()), {});  // so that all are known
    const Attributed found = sums.credits(order);
    const double chance = walks.chance(0, channels);
    EXPECT_NEAR(found.chance, chance, 1e-12);
    if (chance == 0) continue;
    std::vector<double> effects;
    double all = 0;
    for (std::size_t channel = 0; channel < channels; ++channel) {
      effects.push_back(1 - walks.chance(0, channel) / chance);
      all += effects.back();
    }
    for (std::size_t channel = 0; channel < channels; ++channel) {
      EXPECT_NEAR(found.channels[channel].removal, effects[channel], 1e-12);
      EXPECT_NEAR(found.channels[channel].conversions[static_cast<std::size_t>(Rule::markov)],
                  conversions * effects[channel] / all, 1e-9);
    }
  }
}

}  // namespace
}  // namespace roi::attribution_property_test
