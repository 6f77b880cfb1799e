// A plan made and evaluated in C++: for 65 000 in a quarter an e-mail list grows by 12 000, of whom
// one in ten buys for 150.

#include <cstdint>
#include <initializer_list>
#include <iostream>
#include <utility>
#include <variant>

#include "roi/sheet.h"

namespace {

using roi::Metric;

/// A figure of the plan; its place is what the rest of the plan names it by.
roi::Input typed(roi::Scenario& plan, Metric metric, double figure) {
  roi::Quantity quantity;
  quantity.low = quantity.likely = quantity.high = figure;
  quantity.metric = metric;
  plan.quantities.push_back(std::move(quantity));
  return static_cast<std::uint32_t>(plan.quantities.size() - 1);
}

roi::Scenario emailPlan() {
  roi::Scenario plan;
  plan.periodMonths = typed(plan, Metric::periodMonths, 3);
  plan.given[static_cast<std::size_t>(Metric::closeRate)] = typed(plan, Metric::closeRate, 0.1);
  plan.value.mode = roi::ValueMode::revenue;
  plan.given[static_cast<std::size_t>(Metric::revenuePerCustomer)] =
      typed(plan, Metric::revenuePerCustomer, 150);

  roi::Channel email;
  email.id = "email";
  email.given[static_cast<std::size_t>(Metric::leads)] = typed(plan, Metric::leads, 12000);
  roi::CostLine cost;
  cost.amount = typed(plan, Metric::amount, 65000);
  email.lines.push_back(cost);
  plan.channels.push_back(std::move(email));
  return plan;
}

}  // namespace

int main() {
  const roi::Outcome<roi::Scenario> outcome = roi::makeScenario(emailPlan());
  if (const auto* errors = std::get_if<roi::Errors>(&outcome)) {
    for (const roi::Error& error : *errors) std::cerr << roi::text(error.code) << '\n';
    return 1;
  }
  roi::Sheet<roi::Figure<>> sheet(std::get<roi::Scenario>(outcome));
  for (const Metric metric : {Metric::customers, Metric::return_, Metric::roi, Metric::roas}) {
    const roi::Figure<> figure = sheet(sheet.total(), metric);
    std::cout << roi::info(metric).id << ' ';
    if (figure.defined()) std::cout << figure.value << '\n';
    if (!figure.defined()) std::cout << roi::text(figure.why) << '\n';
  }
}
