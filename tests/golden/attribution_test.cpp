// Small sets of paths, published or worked out by hand, and what each rule credits. Their sources
// stand beside them in attribution.json.

#include "roi/attribution.h"

#include <gtest/gtest.h>

#include <map>

#include "golden/files.h"
#include "json/document.h"

namespace roi::test::attribution_cases_test {
namespace {

Amount amountOf(double whole) {
  Amount amount;
  amount.whole = static_cast<std::int64_t>(whole);
  return amount;
}

struct Case {
  std::map<std::string, Attributor::Channel> channels;
  Attributor sums;
};

void add(Case& out, const Json& path, bool isByDays) {
  std::vector<Attributor::Channel> touches;
  for (const auto& name : path["path"]) {
    const auto next = static_cast<Attributor::Channel>(out.channels.size());
    touches.push_back(out.channels.emplace(name.get<std::string>(), next).first->second);
  }
  const PathCounts counts{amountOf(path["conversions"]), amountOf(path["value"]),
                          amountOf(path["nulls"])};
  std::vector<double> days;
  if (isByDays) days = path["days_before"].get<std::vector<double>>();
  out.sums.add(touches, counts, days);
}

Case caseOf(const Json& paths, bool isByDays = false) {
  Case out;
  for (const Json& path : paths) add(out, path, isByDays);
  return out;
}

std::string idOf(Rule rule) {
  return rule == Rule::timeDecay ? "time_decay" : std::string(text(rule));
}

class Expected {
 public:
  explicit Expected(const Case& made) {
    for (const auto& [name, channel] : made.channels) {
      names_.push_back(name);
      order_.push_back(channel);
    }
    found_ = made.sums.credits(order_);
  }

  void hold(const Json& expected, double ChannelCredits::*figure) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      EXPECT_NEAR(found_.channels[i].*figure, expected[names_[i]].get<double>(), 1e-9) << names_[i];
    }
  }
  void hold(const Json& expected, Credits ChannelCredits::*of, Rule rule) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      EXPECT_NEAR((found_.channels[i].*of)[static_cast<std::size_t>(rule)],
                  expected[names_[i]].get<double>(), 1e-9)
          << text(rule) << ' ' << names_[i];
    }
  }
  /// The value of all, shared as the chain shares conversions.
  void holdByShare(const Json& expected, double value, double conversions) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const double credit = found_.channels[i].conversions[static_cast<std::size_t>(Rule::markov)];
      EXPECT_NEAR(credit / conversions * value, expected[names_[i]].get<double>(), 1e-9);
    }
  }
  const Attributed& found() const { return found_; }

 private:
  std::vector<std::string> names_;
  std::vector<Attributor::Channel> order_;
  Attributed found_;
};

TEST(AttributionCasesTest, EveryRule_CreditsWhatIsPublishedOrWorkedOutByHand) {
  const Json cases = parsed(contents(repository("tests/golden/attribution.json")))["cases"];
  ASSERT_EQ(cases.size(), 12U);
  for (const Json& one : cases) {
    SCOPED_TRACE(one["id"].get<std::string>());
    const Json& expected = one["expected"];
    const Expected made(caseOf(one["paths"]));
    for (std::size_t i = 0; i < kRules; ++i) {
      const auto rule = static_cast<Rule>(i);
      made.hold(expected["conversions"][idOf(rule)], &ChannelCredits::conversions, rule);
      made.hold(expected["value"][idOf(rule)], &ChannelCredits::value, rule);
    }
    EXPECT_NEAR(made.found().chance, expected["markov"]["p_conversion"].get<double>(), 1e-9);
    made.hold(expected["markov"]["removal_effect"], &ChannelCredits::removal);
    made.hold(expected["markov"]["removal_effect_value"], &ChannelCredits::removalOfValue);
    made.holdByShare(expected["value"]["markov_by_share"], made.found().totals.value.value(),
                     made.found().totals.conversions.value());
    if (!expected["conversions"].contains("time_decay_days")) continue;
    const Expected byDays(caseOf(one["paths"], true));
    byDays.hold(expected["conversions"]["time_decay_days"], &ChannelCredits::conversions,
                Rule::timeDecay);
    byDays.hold(expected["value"]["time_decay_days"], &ChannelCredits::value, Rule::timeDecay);
  }
}

}  // namespace
}  // namespace roi::test::attribution_cases_test
