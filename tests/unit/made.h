#pragma once
// Small plans for tests of the core, put together from its own structs.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>

#include "roi/scenario.h"

namespace roi::test {

/// A plan of one month whose customers are worth an amount each; figures may be put in besides.
class Made {
 public:
  explicit Made(double worth, double closeRate = 0.1) {
    parts_.id = "plan";
    parts_.periodMonths = figure(Metric::periodMonths, 1);
    parts_.value.mode = ValueMode::revenue;
    stated(parts_.given, Metric::revenuePerCustomer, worth);
    stated(parts_.given, Metric::closeRate, closeRate);
  }

  Made& months(double months) {
    parts_.quantities[*parts_.periodMonths] = exact(Metric::periodMonths, months);
    return *this;
  }

  /// A channel with leads and ad spend, which is paid first.
  Made& channel(const std::string& id, double leads, double adSpend) {
    Channel made;
    made.id = id;
    made.place = parts_.channels.size();
    stated(made.given, Metric::leads, leads);
    CostLine line;
    line.kind = Metric::adSpend;
    line.amount = figure(Metric::amount, adSpend);
    line.paid = Paid::first;
    made.lines.push_back(line);
    parts_.channels.push_back(std::move(made));
    return *this;
  }

  /// The last channel's return follows its ad spend.
  Made& responding(double elasticity) {
    Response response;
    response.elasticity = figure(Metric::elasticity, elasticity);
    parts_.channels.back().response = response;
    return *this;
  }

  /// What a customer is worth as a range.
  Made& worthFrom(double low, double high) {
    Quantity range = exact(Metric::revenuePerCustomer, low);
    range.high = high;
    range.likelyGiven = false;
    const Input worth = parts_.given[static_cast<std::size_t>(Metric::revenuePerCustomer)];
    parts_.quantities[*worth] = std::get<Quantity>(makeQuantity(range));
    return *this;
  }

  Scenario scenario() const {
    Outcome<Scenario> made = makeScenario(parts_);
    EXPECT_TRUE(std::holds_alternative<Scenario>(made));
    return std::get<Scenario>(std::move(made));
  }

 private:
  static Quantity exact(Metric metric, double value) {
    Quantity q;
    q.low = q.likely = q.high = value;
    q.scale = metric == Metric::periodMonths ? Scale::fixed : Scale::log;
    q.metric = metric;
    return q;
  }

  Input figure(Metric metric, double value) {
    Quantity q = exact(metric, value);
    q.pointer = "/" + std::to_string(parts_.quantities.size());
    parts_.quantities.push_back(q);
    return static_cast<std::uint32_t>(parts_.quantities.size() - 1);
  }

  void stated(Inputs& given, Metric metric, double value) {
    given[static_cast<std::size_t>(metric)] = figure(metric, value);
  }

  Scenario parts_;
};

}  // namespace roi::test
