#include "roi/ab_test.h"

#include <algorithm>

#include "json/api.h"
#include "json/evidence.h"
#include "json/request.h"
#include "roi/evidence.h"

namespace roi::json {
namespace {

std::optional<double> known(const Tree& tree, std::string_view field) {
  const Tree* found = tree.find(field);
  return found ? std::optional(found->number) : std::nullopt;
}

double numberOf(const Tree& tree, std::string_view field, double fallback = 0) {
  return known(tree, field).value_or(fallback);
}

// Reading a test

struct Asked {
  AbTest test;
  std::optional<PlanRate> plan;
};

Variant variantOf(const Tree& tree) {
  Variant variant;
  variant.seen = {numberOf(tree, "conversions"), numberOf(tree, "visitors")};
  variant.share = numberOf(tree, "share", 1);
  variant.revenue = known(tree, "revenue");
  variant.basketDeviation = known(tree, "basketDeviation");
  return variant;
}

Asked askedOf(const Tree& request) {
  Asked asked;
  for (const Tree& tree : request.find("variants")->items) {
    asked.test.variants.push_back(variantOf(tree));
  }
  asked.test.confidence = numberOf(request, "confidence", asked.test.confidence);
  const Tree* running = request.find("running");
  asked.test.isRunning = running && running->flag;
  asked.test.days = known(request, "days");
  if (const Tree* plan = request.find("plan")) {
    const double rate = numberOf(*plan, "rate", asked.test.variants.front().seen.rate());
    if (rate > 0) asked.plan = PlanRate{rate, numberOf(*plan, "onePercent")};
  }
  return asked;
}

/// What the contract cannot say: nobody converts twice, and nothing is bought by nobody.
Errors disagreements(const AbTest& test) {
  Errors errors;
  const Path root;
  const Path variants = root["variants"];
  for (std::size_t i = 0; i < test.variants.size(); ++i) {
    const Variant& variant = test.variants[i];
    const std::string path = variants[i]["conversions"].text({});
    const auto& [conversions, visitors] = variant.seen;
    if (conversions > visitors) {
      addError(errors, {ErrorCode::fieldMaximum, path, shown(visitors)});
    }
    if (conversions == 0 && variant.revenue.value_or(0) > 0) {
      addError(errors, {ErrorCode::fieldMinimum, path, "1"});
    }
  }
  return errors;
}

class AbTestWriter {
 public:
  explicit AbTestWriter(const Asked& asked) : asked_(asked), reading_(read(asked.test)) {}

  std::string write() && {
    out_.open('{').key("verdict").text(text(reading_.verdict));
    number("leader", static_cast<double>(reading_.leader));
    number("rival", static_cast<double>(reading_.rival));
    number("sampleRatio", reading_.sampleRatio);
    out_.key("variants").open('[');
    for (std::size_t i = 0; i < reading_.variants.size(); ++i) variant(i);
    out_.close(']');
    if (reading_.needed) needed(*reading_.needed);
    return reply(std::move(out_.close('}')));
  }

 private:
  void number(std::string_view key, double value) { out_.key(key).number(value); }

  void interval(const Interval& interval) {
    number("low", interval.low);
    number("high", interval.high);
  }

  void mean(std::string_view key, const std::optional<MeanEstimate>& mean) {
    if (!mean) return;
    out_.key(key).open('{');
    number("value", mean->value);
    if (mean->interval) interval(*mean->interval);
    out_.close('}');
  }

  void variant(std::size_t index) {
    const Proportion& seen = asked_.test.variants[index].seen;
    const VariantReading& one = reading_.variants[index];
    out_.open('{');
    number("rate", seen.rate());
    interval(one.rate);
    number("chance", one.best.chance);
    number("loss", one.best.loss);
    if (asked_.plan) number("lossWorth", asked_.plan->worth(one.best.loss));
    figure(seen);
    if (one.earned) {
      mean("perVisitor", one.earned->perVisitor);
      mean("basket", one.earned->basket);
    }
    if (one.contrast) contrast(*one.contrast);
    out_.close('}');
  }

  void figure(const Proportion& seen) {
    const std::optional<CountedRange> range = rateRange(seen.successes, seen.cases, {});
    if (!range) return;
    out_.key("figure").open('{');
    interval({range->low, range->high});
    number("likely", range->likely);
    if (range->isMedian) out_.key("median").flag(true);
    number("n", seen.cases);
    out_.close('}');
  }

  void contrast(const Contrast& one) {
    out_.key("contrast").open('{');
    number("difference", one.difference);
    interval(one.interval);
    if (one.lift) number("lift", *one.lift);
    if (one.p) number("p", *one.p);
    out_.key("significant").flag(one.isSignificant);
    if (asked_.plan) mean("worth", worthOf(one));
    mean("perVisitor", one.perVisitor);
    mean("basket", one.basket);
    out_.close('}');
  }

  MeanEstimate worthOf(const Contrast& one) const {
    const PlanRate& plan = *asked_.plan;
    const double low = plan.worth(one.interval.low);
    const double high = plan.worth(one.interval.high);
    return {plan.worth(one.difference), Interval{std::min(low, high), std::max(low, high)}};
  }

  void needed(const Needed& more) {
    out_.key("needed").open('{');
    number("conversions", more.conversions);
    number("visitors", more.visitors);
    if (more.days) number("days", *more.days);
    out_.close('}');
  }

  const Asked& asked_;
  AbReading reading_;
  Writer out_;
};

std::string readingOf(const Tree& request) {
  Errors errors = evidenceErrors(request, "abTestRequest");
  if (!errors.empty()) return reply(errors);
  const Asked asked = askedOf(request);
  errors = disagreements(asked.test);
  if (!errors.empty()) return reply(errors);
  return AbTestWriter(asked).write();
}

// Planning one

AbPlan planOf(const Tree& request) {
  constexpr double kSpread = 0.044;
  AbPlan asked;
  asked.rate = numberOf(request, "rate");
  asked.lift = numberOf(request, "lift");
  asked.variants = static_cast<std::size_t>(numberOf(request, "variants", 2));
  asked.confidence = numberOf(request, "confidence", asked.confidence);
  asked.power = numberOf(request, "power", asked.power);
  asked.visitorsPerDay = known(request, "visitorsPerDay");
  asked.horizonDays = known(request, "horizonDays");
  asked.spread = numberOf(request, "spread", kSpread);
  return asked;
}

void size(Writer& out, std::string_view key, const AbSize& size) {
  out.key(key).open('{').key("visitors").number(size.visitors);
  if (size.days) out.key("days").number(*size.days);
  out.close('}');
}

void paying(Writer& out, const AbPlanned::Paying& paying) {
  out.key("paying").open('{');
  size(out, "size", paying.size);
  out.key("regret").number(paying.regret);
  if (paying.regretOfSignificant) {
    out.key("regretOfSignificant").number(*paying.regretOfSignificant);
  }
  out.close('}');
}

std::string plannedOf(const Tree& request) {
  Errors errors = evidenceErrors(request, "abTestPlanRequest");
  if (!errors.empty()) return reply(errors);
  const AbPlan asked = planOf(request);
  if (asked.rate * (1 + asked.lift) >= 1) {
    return reply(Errors{{ErrorCode::fieldMaximum, "/lift", shown(1 / asked.rate - 1)}});
  }
  const AbPlanned planned = plan(asked);
  Writer out;
  out.open('{');
  size(out, "significant", planned.significant);
  out.key("weeks").open('[');
  for (const WeeksRow& row : planned.weeks) {
    out.open('{').key("weeks").number(row.weeks).key("visitors").number(row.visitors);
    if (row.lift) out.key("lift").number(*row.lift);
    out.close('}');
  }
  out.close(']');
  if (planned.paying) paying(out, *planned.paying);
  return reply(std::move(out.close('}')));
}

}  // namespace

std::string abTest(std::string_view request) { return onSuccess(parseTree(request), readingOf); }

std::string abTestPlan(std::string_view request) {
  return onSuccess(parseTree(request), plannedOf);
}

}  // namespace roi::json
