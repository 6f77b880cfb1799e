// What savings do to a plan that counts them, and that they do nothing where they do not count.

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "json/api.h"
#include "json/document.h"
#include "property/random_document.h"
#include "property/seed.h"
#include "roi/cash_flow.h"
#include "roi/compare.h"
#include "roi/levers.h"
#include "roi/recorded.h"
#include "roi/solve.h"

namespace roi::savings_test {
namespace {

using enum Metric;
using test::Json;
using test::Made;
using test::seedOf;

constexpr int kPlans = 150;

/// What is set to zero profit asks for less return; all else is as before.
const std::set<Metric> kMoved = {profit,
                                 Metric::roi,
                                 breakEvenCloseRate,
                                 breakEvenConversionRate,
                                 breakEvenValue,
                                 breakEvenCustomers,
                                 breakEvenLeads,
                                 breakEvenRoas,
                                 breakEvenIncrementalRoas,
                                 breakEvenMargin,
                                 breakEvenShare};

/// Two lines, one of another period and one of hours.
Json withSavings(Json document, std::uint64_t seed, const Json& counts) {
  const double amount = 10 + static_cast<double>(seed % 977);
  Json& scenario = document["scenarios"][0];
  scenario["savings"] = Json::array(
      {{{"label", "licence"}, {"amount", amount}, {"period", {{"kind", "year"}}}},
       {{"hours", {{"low", 2}, {"likely", 5}, {"high", 9}}}, {"hourlyCost", amount / 3}}});
  if (counts.is_null()) return document;
  for (Json& line : scenario["savings"]) line["counts"] = counts;
  return document;
}

double sizeOf(Sheet<Figure<>>& sheet) {
  return sheet(sheet.total(), return_).value + sheet(sheet.total(), cost).value + 1;
}

bool isSameFigure(const Figure<>& a, const Figure<>& b) {
  return a.defined() ? b.defined() && a.value == b.value : a.why == b.why;
}

std::string replyOf(std::string (*call)(std::string_view), Json request, const Json& document) {
  request["document"] = document;
  return call(request.dump());
}

/// What all calls reply that say something of savings, or of what savings may be part of.
std::vector<std::string> repliesTo(const Json& document) {
  const Json few = {{"trials", 512}};
  return {replyOf(json::evaluate, {}, document),
          replyOf(json::explain, {}, document),
          replyOf(json::simulate, few, document),
          replyOf(json::splitBudget, few, document),
          replyOf(json::cashFlow, few, document),
          replyOf(json::sensitivity, {{"metric", "roi"}, {"trials", 512}}, document)};
}

TEST(SavingsTest, SavingsThatDoNotCount_ChangeNoReplyByOneByte) {
  for (int i = 0; i < kPlans / 10; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const Json without = test::randomDocument(seed, {.whole = i % 2 == 0});
    const std::vector<std::string> before = repliesTo(without);
    EXPECT_EQ(before, repliesTo(withSavings(without, seed, Json())));
    EXPECT_EQ(before, repliesTo(withSavings(without, seed, Json(false))));
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(SavingsTest, SavingsThatCount_AreAllThatTheProfitDiffersBy) {
  int compared = 0;
  for (int i = 0; i < kPlans; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const Json document = test::randomDocument(seed, {.whole = i % 2 == 0});
    const json::Document before = test::decoded(document);
    const json::Document after = test::decoded(withSavings(document, seed, true));
    Sheet<Figure<>> without(before.front().scenario);
    Sheet<Figure<>> with(after.front().scenario);
    for (std::size_t scope = 0; scope <= with.total(); ++scope) {
      for (std::size_t m = 0; m < kMetrics; ++m) {
        const auto metric = static_cast<Metric>(m);
        if (!isResult(metric) || (scope == with.total() && kMoved.count(metric) > 0)) continue;
        EXPECT_TRUE(isSameFigure(without(scope, metric), with(scope, metric)))
            << info(metric).id << " of scope " << scope;
      }
    }
    const Figure<> gain = with(with.total(), profit) - without(with.total(), profit);
    if (!gain.defined()) continue;
    ++compared;
    EXPECT_NEAR(gain.value, with(with.total(), savings).value, 1e-12 * sizeOf(with));
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GT(compared, 80);
}

TEST(SavingsTest, BreakEvens_AreWhereTheProfitIsNone) {
  int compared = 0;
  for (int i = 0; i < kPlans; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const Json document = withSavings(test::randomDocument(seed, {.whole = true}), seed, true);
    const json::Document decoded = test::decoded(document);
    const Scenario& plan = decoded.front().scenario;
    Sheet<Figure<>> sheet(plan);
    const Figure<> share = sheet(sheet.total(), breakEvenShare);
    if (sheet.leavesOut() || !share.defined()) continue;
    ++compared;
    Scenario less = plan;
    believeOnly(less, share.value);
    Sheet<Figure<>> believing(less);
    const Figure<> left = believing(sheet.total(), profit);
    // where all is paid for by what is saved, no return is needed and more than nothing is left
    const double over = sheet(sheet.total(), savings).value - sheet(sheet.total(), cost).value;
    EXPECT_NEAR(left.value, std::max(0.0, over), 1e-12 * sizeOf(sheet));
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GT(compared, 60);
}

TEST(SavingsTest, CashOfAll_IsTheProfit_AndSavingsComeEvenlyOverThePeriod) {
  int compared = 0;
  for (int i = 0; i < kPlans; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const Json document = test::randomDocument(seed);
    const json::Document before = test::decoded(document);
    const json::Document after = test::decoded(withSavings(document, seed, true));
    const Scenario& plan = after.front().scenario;
    Sheet<Figure<>> without(before.front().scenario);
    Sheet<Figure<>> with(plan);
    const Cash<Figure<>> less = Calendar<Figure<>>(without).cash(with.total());
    const Cash<Figure<>> more = Calendar<Figure<>>(with).cash(with.total());
    if (!more.all.defined() || countsLess(plan, with.total())) continue;
    ++compared;
    EXPECT_NEAR(more.all.value, with(with.total(), profit).value, 1e-12 * sizeOf(with));
    const std::vector<double> shares = payments(plan);
    const double saved = with(with.total(), savings).value;
    for (std::size_t t = 0; t < more.flow.size(); ++t) {
      const double share = t > 0 && t <= shares.size() ? shares[t - 1] : 0;
      EXPECT_NEAR(more.flow[t].value - less.flow[t].value, saved * share, 1e-12 * sizeOf(with))
          << t;
    }
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GT(compared, 60);
}

TEST(SavingsTest, OneMoreSaved_IsOneMoreProfit_AndOneOverTheCostMoreRoi) {
  int compared = 0;
  for (int i = 0; i < kPlans; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    Json document = test::randomDocument(seed, {.whole = true});
    const Json line = {{"amount", 1 + static_cast<double>(seed % 89)}, {"counts", true}};
    document["scenarios"][0]["savings"] = Json::array({line});
    const json::Document decoded = test::decoded(document);
    const Scenario& plan = decoded.front().scenario;
    Recorded recorded(plan);
    const Trace roi = recorded.sheet(recorded.sheet.total(), Metric::roi);
    if (!roi.figure().defined()) continue;
    ++compared;
    const std::uint32_t saved = *plan.savings.front().amount;
    const double spent = recorded.figure(recorded.sheet.total(), cost).value;
    const Trace earned = recorded.sheet(recorded.sheet.total(), profit);
    EXPECT_EQ(gradient(earned, plan.quantities.size())[saved], 1);
    EXPECT_TRUE(test::near(gradient(roi, plan.quantities.size())[saved], 1 / spent, 1e-14));
  }
  EXPECT_GT(compared, 100);
}

TEST(SavingsTest, Levers_GiveTheProfitBack) {
  int compared = 0;
  for (int i = 0; i < kPlans; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const json::Document decoded =
        test::decoded(withSavings(test::randomDocument(seed, {.whole = true}), seed, true));
    const Levers form = levers(decoded.front().scenario);
    Sheet<Figure<>> typed(decoded.front().scenario);
    Sheet<Figure<>> lifted(form.scenario);
    const Figure<> wanted = typed(typed.total(), profit);
    if (!wanted.defined()) continue;
    ++compared;
    EXPECT_NEAR(lifted(lifted.total(), profit).value, wanted.value, 1e-12 * sizeOf(typed));
  }
  EXPECT_GT(compared, 100);
}

TEST(SavingsTest, TheirPartOfAChange_IsWhatMoreIsSaved_AndAllPartsSumToIt) {
  int compared = 0;
  for (int i = 0; i < kPlans / 5; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const test::Shape shape{.channels = 3, .whole = true};
    const Json one = test::randomDocument(seed, shape);
    const Json other = withSavings(test::randomDocument(seed + 1000, shape), seed, true);
    const json::Document from = test::decoded(i % 2 == 0 ? one : withSavings(one, seed + 31, true));
    const json::Document to = test::decoded(other);
    const Metric metrics[] = {profit, Metric::roi};
    Sheet<Figure<>> before(from.front().scenario);
    Sheet<Figure<>> after(to.front().scenario);
    const double more = after(after.total(), savings).value - before(before.total(), savings).value;
    for (const Bridge& made : bridges(from.front().scenario, to.front().scenario, metrics)) {
      if (made.why) continue;
      ++compared;
      double sum = 0;
      double size = 1 + sizeOf(before) + sizeOf(after);
      for (const Bridge::Part& part : made.parts) {
        sum += part.amount;
        size += std::fabs(part.amount);
        const bool isOfProfit = made.to.value == after(after.total(), profit).value;
        if (part.player != Player::savings || !isOfProfit) continue;
        EXPECT_NEAR(part.amount, more, 1e-11 * size);
      }
      EXPECT_NEAR(sum, made.to.value - made.from.value, 1e-12 * size);
    }
    if (::testing::Test::HasFailure()) return;
  }
  EXPECT_GT(compared, 30);
}

/// A plan of one channel whose ad spend, and with it its leads, is so many times as much.
Made scaled(std::uint64_t seed, double times, std::optional<double> elasticity) {
  const auto digit = [&](std::uint64_t prime) { return static_cast<double>(seed % prime); };
  const double volume = elasticity ? std::pow(times, *elasticity) : times;
  Made made = Made(300 + digit(97), 0.1)
                  .channel("a", (100 + digit(53)) * volume, (900 + digit(61)) * times)
                  .cost(tools, 200 + digit(43));
  if (elasticity) made.responding(*elasticity);
  return made.saving(50 + digit(71));
}

TEST(SavingsTest, AGoalsScale_MeetsTheTargetWhereThePlanIsTypedAgain) {
  for (int i = 0; i < kPlans; ++i) {
    const std::uint64_t seed = seedOf(i);
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    const std::optional<double> elasticity = i % 2 == 0 ? std::nullopt : std::optional(0.5);
    const Metric metric = i % 4 < 2 ? profit : Metric::roi;
    const Scenario twice = scaled(seed, 1.7, elasticity).scenario();
    Sheet<Figure<>> wanted(twice);
    const double target = wanted(wanted.total(), metric).value;
    Scenario plan = scaled(seed, 1, elasticity).scenario();
    Quantity aim;
    aim.low = aim.likely = aim.high = target;
    aim.metric = goalTarget;
    plan.quantities.push_back(aim);
    plan.goal = Goal{metric, static_cast<std::uint32_t>(plan.quantities.size() - 1), {}, {}};
    findGoalScale(plan);
    Sheet<Figure<>> sheet(plan);
    const Figure<> scale = sheet(sheet.total(), goalScale);
    ASSERT_TRUE(scale.defined());
    EXPECT_NEAR(sheet(sheet.total(), goalReached).value, target, 1e-8 * (1 + std::fabs(target)));
    const Scenario there = scaled(seed, scale.value, elasticity).scenario();
    Sheet<Figure<>> reached(there);
    EXPECT_NEAR(reached(reached.total(), metric).value, target, 1e-8 * (1 + std::fabs(target)));
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace roi::savings_test
