#include "roi/retention.h"

#include "json/api.h"
#include "json/evidence.h"
#include "json/request.h"
#include "json/validator.h"
#include "roi/elementary.h"
#include "roi/scenario.h"

namespace roi::json {
namespace {

struct Asked {
  std::vector<double> cohort;
  double discount = 0;
  std::optional<double> margin;
};

Asked read(const Tree& request) {
  Asked asked;
  for (const Tree& count : request.find("cohort")->items) asked.cohort.push_back(count.number);
  const double yearly = request.find("discountRate")->number;
  const bool isMonthly = request.find("by")->text == "month";
  asked.discount = isMonthly ? power(1 + yearly, 1 / kMonthsAYear) - 1 : yearly;
  if (const Tree* margin = request.find("margin")) asked.margin = margin->number;
  return asked;
}

Errors disagreements(const Asked& asked) {
  Errors errors;
  const Path root;
  const Path cohort = root["cohort"];
  for (std::size_t t = 1; t < asked.cohort.size(); ++t) {
    if (asked.cohort[t] <= asked.cohort[t - 1]) continue;
    addError(errors, {ErrorCode::fieldMaximum, cohort[t].text({}), shown(asked.cohort[t - 1])});
  }
  const bool isNobody = asked.cohort.front() < 1;
  if (isNobody) addError(errors, {ErrorCode::fieldMinimum, cohort[std::size_t{0}].text({}), "1"});
  return errors;
}

/// The first shares and what they bring; the lifetime is of all.
void write(Writer& out, std::string_view key, const std::vector<double>& shares, double lifetime,
           const Asked& asked) {
  out.key(key).open('{').key("shares").open('[');
  for (const double share : shares) out.number(share);
  out.close(']').key("lifetime").number(lifetime);
  if (asked.margin) {
    out.key("worth").number(*asked.margin * lifetime).key("margins").open('[');
    double sum = 0;
    for (const double share : shares) {
      sum += *asked.margin * share;
      out.number(sum);
    }
    out.close(']');
  }
  out.close('}');
}

std::string answerOf(const Tree& request) {
  Errors errors = evidenceErrors(request, "retentionRequest");
  if (!errors.empty()) return reply(errors);
  const Asked asked = read(request);
  errors = disagreements(asked);
  if (!errors.empty()) return reply(errors);
  const std::vector<double>& cohort = asked.cohort;
  std::vector<double> counted;
  for (const double left : cohort) counted.push_back(left / cohort.front());
  const std::size_t last = 2 * cohort.size() - 1;
  const double discount = asked.discount;
  const std::optional<Retention> curve = fitted(cohort);
  Writer out;
  out.open('{');
  if (curve) {
    out.key("shape").text(text(shapeOf(cohort, *curve)));
    out.key("a").number(curve->a).key("b").number(curve->b);
    write(out, "fitted", survival(*curve, last), discountedLifetime(*curve, discount), asked);
  }
  write(out, "counted", counted, discountedLifetime(counted, discount), asked);
  write(out, "constant", survivalAt(counted[1], last), discountedLifetimeAt(counted[1], discount),
        asked);
  return reply(std::move(out.close('}')));
}

}  // namespace

std::string retention(std::string_view request) { return onSuccess(parseTree(request), answerOf); }

}  // namespace roi::json
