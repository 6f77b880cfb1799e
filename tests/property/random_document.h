#pragma once
// Random documents that the contract accepts. The same seed gives the same document everywhere:
// only the generator's integers are used, no standard distribution.

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace roi::test {

/// What a random document may hold.
struct Shape {
  std::size_t channels = 4;   ///< at most
  std::size_t scenarios = 1;  ///< at most
  bool ranges = true;
  bool roundFigures = false;  ///< few digits, so that exact fractions stay small
  bool whole = false;         ///< every channel has all it needs for a return, and ad spend
};

class RandomDocument {
 public:
  using Json = nlohmann::json;

  RandomDocument(std::uint64_t seed, const Shape& shape) : shape_(shape), generator_(seed) {}

  Json make() {
    Json document = {{"schemaVersion", 2}, {"scenarios", Json::array()}};
    const std::size_t count = 1 + below(shape_.scenarios);
    for (std::size_t i = 0; i < count; ++i) {
      document["scenarios"].push_back(scenario("s" + std::to_string(i)));
    }
    if (chance(25)) own(document);
    return document;
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(generator_() % bound); }
  bool chance(std::size_t percent) { return below(100) < percent; }
  /// Whether an optional part is there: always where the shape wants it whole.
  bool needed(std::size_t percent) { return chance(percent) || shape_.whole; }

  template <std::size_t N>
  const char* oneOf(const char* const (&names)[N]) {
    return names[below(N)];
  }

  double amountNumber() {
    if (shape_.roundFigures) return static_cast<double>(1 + below(60)) * 5;
    const double scales[] = {0.01, 1, 100};
    return static_cast<double>(1 + below(99'999)) * scales[below(3)] / 10;
  }

  double rateNumber() {
    if (shape_.roundFigures) return static_cast<double>(1 + below(19)) / 20;
    return static_cast<double>(1 + below(9'998)) / 10'000;
  }

  Json stated(Json figure) {
    const char* const kinds[] = {"measured", "assumption", "benchmark"};
    const std::string provenance = oneOf(kinds);
    figure["provenance"] = provenance;
    if (provenance == "benchmark") figure["source"] = "b" + std::to_string(below(100));
    return figure;
  }

  Json amount() {
    const double number = amountNumber();
    if (!shape_.ranges || chance(70))
      return chance(80) ? Json(number) : stated({{"value", number}});
    Json range = {{"low", number}, {"high", number * 4}};
    if (chance(50)) range["likely"] = number * 2;
    if (chance(20)) range["movesWith"] = {{"group", "g"}, {"strength", rateNumber()}};
    return stated(range);
  }

  Json rate() {
    const double number = rateNumber();
    if (!shape_.ranges || chance(70))
      return chance(80) ? Json(number) : stated({{"value", number}});
    return stated({{"low", number / 2}, {"high", (1 + number) / 2}});
  }

  /// An amount that may be nothing at all.
  Json count() { return !shape_.whole && chance(4) ? Json(0) : amount(); }

  Json period() {
    const char* const kinds[] = {"campaign", "month", "quarter", "year", "months"};
    const std::string kind = oneOf(kinds);
    Json period = {{"kind", kind}};
    if (kind == "campaign" || kind == "months") {
      period["months"] = static_cast<double>(1 + below(48)) / 2;
    }
    return period;
  }

  Json value() {
    const char* const modes[] = {"revenue", "orders", "subscription", "discounted", "margin"};
    const std::string mode = modes[below(shape_.whole ? 4 : 5)];
    Json value = {{"mode", mode}};
    if (mode == "revenue") value["revenuePerCustomer"] = amount();
    if (mode == "margin") value["marginPerCustomer"] = amount();
    if (mode == "orders") {
      for (const char* field : {"averageOrderValue", "ordersPerYear", "years"}) {
        value[field] = amount();
      }
    }
    if (mode == "subscription") {
      value["revenuePerMonth"] = amount();
      value["monthlyChurn"] = rate();
    }
    if (mode == "discounted") discounted(value);
    return value;
  }

  void discounted(Json& value) {
    const std::size_t years = 1 + below(4);
    for (std::size_t t = 0; t < years; ++t) value["yearlyRevenue"].push_back(amount());
    value["retention"] = rate();
    value["discountRate"] = rate();
  }

  void moneyOf(Json& line) {
    if (chance(60) || line["kind"] == "adSpend") {
      line["amount"] = count();
    } else {
      line["hours"] = amount();
      if (chance(50)) {
        line["hourlyCost"] = amount();
      } else {
        line["yearlySalary"] = amount();
        line["yearlyHours"] = amount();
      }
    }
    if (chance(25)) line["share"] = rate();
    if (chance(25)) line["period"] = period();
    if (chance(25)) line["label"] = "line";
  }

  Json line(const std::string& kind) {
    Json line = {{"kind", kind}};
    moneyOf(line);
    if (kind == "fees" && chance(20)) line["includesAdSpend"] = true;
    return line;
  }

  Json costs() {
    const char* const kinds[] = {"tools", "people", "production", "fees", "other", "adSpend"};
    Json costs = Json::array();
    if (needed(70)) costs.push_back({{"kind", "adSpend"}, {"amount", amount()}});
    for (std::size_t i = below(4); i-- > 0;) costs.push_back(line(oneOf(kinds)));
    return costs;
  }

  void funnel(Json& channel) {
    switch (below(5)) {
      case 0:
        channel["impressions"] = amount();
        channel["ctr"] = rate();
        channel["conversionRate"] = rate();
        break;
      case 1:
        channel["adSpendCpc"] = amount();
        channel["conversionRate"] = rate();
        break;
      case 2:
        channel["adSpendCpm"] = amount();
        channel["ctr"] = rate();
        channel["conversionRate"] = rate();
        break;
      case 3: channel["leads"] = count(); break;
      default:
        channel["clicks"] = Json(amountNumber());
        channel["leads"] = count();
        if (needed(50)) channel["impressions"] = Json(amountNumber());
    }
  }

  Json channel(std::size_t index) {
    Json channel = {{"id", "c" + std::to_string(index)}};
    if (needed(92)) funnel(channel);
    if (needed(30)) channel["closeRate"] = rate();
    if (chance(10)) channel["customers"] = Json(amountNumber());
    if (chance(20)) channel["value"] = value();
    if (chance(20)) channel["margin"] = rate();
    if (chance(25)) channel["incrementalShare"] = rate();
    if (chance(30)) channel["name"] = "Канал é";
    channel["costs"] = costs();
    return channel;
  }

  /// A typed figure's likely value.
  static double likely(const Json& figure) {
    if (figure.is_number()) return figure;
    if (figure.contains("value")) return figure["value"];
    if (figure.contains("likely")) return figure["likely"];
    return std::sqrt(figure["low"].get<double>() * figure["high"].get<double>());
  }

  /// Above the leads where these are typed; else it may be below what they come to.
  void ceiling(Json& channel) {
    Json& response = channel["response"];
    const bool isKnown = channel.contains("leads") && likely(channel["leads"]) > 0;
    const double number = isKnown ? likely(channel["leads"]) * (2 + upToTen()) : amountNumber();
    response["ceiling"] = number;
    if (shape_.ranges && chance(40)) {
      response["ceiling"] =
          stated({{"low", number * 0.7}, {"likely", number}, {"high", number * 3}});
    }
    if (chance(60)) response["shape"] = 0.3 + upToTen() / 3;
  }
  double upToTen() { return static_cast<double>(below(100)) / 10; }

  Json allocation(const Json& channels) {
    const char* const rules[] = {"equally", "adSpend", "leads", "weights"};
    Json allocation = {{"rule", oneOf(rules)}};
    if (allocation["rule"] != "weights") return allocation;
    for (const Json& channel : channels) {
      if (chance(30)) continue;
      allocation["weights"].push_back(
          {{"channel", channel["id"]}, {"weight", static_cast<double>(below(5))}});
    }
    return allocation;
  }

  Json shared(const Json& channels) {
    const char* const kinds[] = {"tools", "people", "production", "fees", "other"};
    Json line = {{"kind", oneOf(kinds)}};
    moneyOf(line);
    line["allocation"] = allocation(channels);
    return line;
  }

  Json goal() {
    const char* const metrics[] = {"impressions", "clicks",     "leads",       "customers",
                                   "revenue",     "return",     "profit",      "roi",
                                   "roas",        "adSpendCpl", "fullCostCpl", "fullCostCac"};
    Json goal = {{"metric", oneOf(metrics)}, {"target", amountNumber()}};
    if (chance(50)) goal["pricePerUnit"] = amountNumber();
    return goal;
  }

  Json scenario(const std::string& id) {
    const char* const actions[] = {"lead",     "subscriber", "booking", "order",
                                   "download", "signUp",     "call"};
    Json s = {{"id", id}, {"period", period()}, {"currency", "EUR"}, {"action", oneOf(actions)}};
    if (needed(85)) s["closeRate"] = rate();
    if (needed(90)) s["value"] = value();
    if (chance(50)) s["margin"] = rate();
    if (chance(20)) s["incrementalShare"] = rate();
    if (chance(10)) s["basis"] = chance(50) || !s.contains("margin") ? "revenue" : "margin";
    const std::size_t count = 1 + below(shape_.channels);
    for (std::size_t c = 0; c < count; ++c) s["channels"].push_back(channel(c));
    for (std::size_t i = below(3); i-- > 0;) s["sharedCosts"].push_back(shared(s["channels"]));
    if (chance(60)) s["goal"] = goal();
    for (Json& channel : s["channels"]) {
      if (chance(15)) channel["response"]["elasticity"] = rate();
      if (chance(10)) ceiling(channel);
      if (chance(10)) channel["response"]["carryOver"] = rateNumber() * 0.99;
    }
    if (shape_.whole) makeWhole(s);
    return s;
  }

  struct OwnFormula {
    const char* id;
    const char* unit;
    const char* formula;
  };

  /// Inputs of its own, of which scenarios state some, and figures over them and the plan's.
  void own(Json& document) {
    const char* const inputs[][2] = {{"savedHours", "hours"},
                                     {"wage", "moneyPerHour"},
                                     {"licence", "money"},
                                     {"part", "rate"},
                                     {"places", "count"}};
    const OwnFormula figures[] = {
        {"netSaved", "money", "savedHours * wage - licence"},
        {"toolRoi", "rate", "netSaved / licence"},
        {"perLead", "money", "licence / leads"},
        {"ofFirst", "money", "part * cost(\"c0\")"},
        {"bestOf", "money", "max(profit - licence, part * return)"},
        {"filled", "rate", "if(customers > places, 1, customers / places)"},
        {"theRoi", "rate", "profit / cost"}};
    Json& defined = document["own"] = {{"inputs", Json::array()}, {"figures", Json::array()}};
    for (const auto& [id, unit] : inputs) {
      defined["inputs"].push_back({{"id", id}, {"unit", unit}});
      if (chance(50)) defined["inputs"].back()["label"] = {{"fr", "Chiffre é"}, {"en", "Figure"}};
    }
    for (const OwnFormula& one : figures) {
      const bool isUsed = std::string(one.id) == "netSaved" || chance(50);
      if (!isUsed) continue;
      defined["figures"].push_back({{"id", one.id}, {"unit", one.unit}, {"formula", one.formula}});
      if (chance(30)) defined["figures"].back()["better"] = chance(50) ? "higher" : "lower";
    }
    for (Json& s : document["scenarios"]) {
      for (const auto& [id, unit] : inputs) {
        if (chance(85)) s["own"][id] = std::string(unit) == "rate" ? rate() : amount();
      }
    }
  }

  /// A margin for everybody wherever one counts.
  void makeWhole(Json& s) {
    bool any = s.contains("margin");
    for (const Json& channel : s["channels"]) any = any || channel.contains("margin");
    if (any && !s.contains("margin")) s["margin"] = rate();
  }

  Shape shape_;
  std::mt19937_64 generator_;
};

inline nlohmann::json randomDocument(std::uint64_t seed, const Shape& shape = {}) {
  return RandomDocument(seed, shape).make();
}

}  // namespace roi::test
