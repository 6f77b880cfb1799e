// core/docs/methodology.md states every formula the model has, and no other.

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "golden/files.h"
#include "json/document.h"
#include "roi/explain.h"

namespace roi::methodology_test {
namespace {

using test::Json;

/// Formulas by the place of their metric in the metric table.
using Formulas = std::map<std::size_t, std::set<std::string>>;

/// Whether an entry says how its figure is worked out: it does not where the figure is itself typed
/// or missing, and the sum of nothing (0) says no more than that there is nothing. What is left to
/// cover is nothing at the least.
bool isStatement(const Explanation& explanation, const Entry& entry) {
  if (entry.op != Op::figure) return false;
  const Term& result = entry.formula.back();
  if (result.op == Op::missing) return false;
  if (result.op == Op::input) {
    return explanation[result.entry].label.metric != entry.label.metric;
  }
  for (const Term& term : entry.formula) {
    if (entry.label.metric == Metric::costToCover) break;
    if (term.op == Op::constant && term.constant == 0) return false;
  }
  return true;
}

/// Whether a formula adds kinds of cost and nothing else.
bool addsKinds(const std::string& formula) {
  const std::set<std::string> kinds = {"tools", "people",     "production",
                                       "fees",  "otherCosts", "sharedCosts"};
  std::istringstream words(formula);
  for (std::string word; words >> word;) {
    if (word != "+" && kinds.count(word) == 0) return false;
  }
  return true;
}

/// One text for what differs only in how many there are: kinds of cost that have a line, weights;
/// and for the total's share of itself.
std::string formulaOf(const Explanation& explanation, std::size_t index) {
  const std::string formula = formulaText(explanation, index);
  if (addsKinds(formula)) return "tools + people + production + fees + otherCosts + sharedCosts";
  if (formula == "cost / cost") return "cost / total(cost)";
  if (formula == "return / return") return "return / total(return)";
  return formula == "weight" ? "sum(weight)" : formula;
}

/// Only three years stand in the document; of one year the value is that year's revenue.
bool hasOtherYears(const Scenario& s, const Label& label) {
  if (label.metric != Metric::value || label.scope == s.channels.size()) return false;
  const Value& value = valueOf(s, label.scope);
  return value.mode == ValueMode::discounted && value.yearlyRevenue.size() != 3;
}

void collect(const Scenario& s, const Explanation& explanation, Formulas& formulas) {
  for (std::size_t i = 0; i < explanation.size(); ++i) {
    const Label& label = explanation[i].label;
    if (!isStatement(explanation, explanation[i]) || hasOtherYears(s, label)) continue;
    formulas[static_cast<std::size_t>(label.metric)].insert(std::string(info(label.metric).id) +
                                                            " = " + formulaOf(explanation, i));
  }
}

void collect(const Scenario& s, Formulas& formulas) {
  Tape tape;
  Sheet<Trace> sheet(s, Numbers<Trace>(tape));
  std::vector<Trace> figures;
  for (std::size_t scope = 0; scope <= sheet.total(); ++scope) {
    for (std::size_t i = 0; i < kMetrics; ++i) {
      const auto m = static_cast<Metric>(i);
      if (info(m).category < Category::input) figures.push_back(sheet(scope, m));
    }
  }
  collect(s, explain(figures), formulas);
}

/// As it stands, and with half of its return believed.
void collect(const Json& document, Formulas& formulas) {
  for (json::DocumentScenario& d : test::decoded(document)) {
    collect(d.scenario, formulas);
    believeOnly(d.scenario, 0.5);
    collect(d.scenario, formulas);
  }
}

Json withChannel(const std::string& fields) {
  return test::documentOf(R"({"channels":[{"id":"a",)" + fields + "}]}");
}

/// Every way to enter the funnel, and every way to value a customer.
std::vector<Json> funnelsAndValues() {
  std::vector<Json> documents;
  for (const char* fields :
       {R"("impressions":9,"ctr":0.1,"conversionRate":0.1,"closeRate":0.1)",
        R"("adSpendCpm":9,"adSpendCpc":1,"leads":2,"customers":1)",
        R"("customers":5,"incrementalShare":0.5,"value":{"mode":"revenue","revenuePerCustomer":9})",
        R"("value":{"mode":"margin","marginPerCustomer":9},"customers":5)",
        R"("value":{"mode":"orders","averageOrderValue":9,"ordersPerYear":1,"years":1})",
        R"("value":{"mode":"subscription","revenuePerMonth":9,"monthlyChurn":0.1})",
        R"("value":{"mode":"discounted","yearlyRevenue":[3,2,1],"retention":0.5,
           "discountRate":0.1})",
        R"("customers":5,"margin":0.5,"value":{"mode":"revenue","revenuePerCustomer":9})"}) {
    documents.push_back(withChannel(fields));
  }
  documents.push_back(test::documentOf(R"({"action":"order","channels":[{"id":"a","leads":5}]})"));
  return documents;
}

/// Every form of a line, in a channel's ledger and shared.
std::vector<Json> lines() {
  const char* const money[] = {R"("amount":9)", R"("hours":9,"hourlyCost":9)",
                               R"("hours":9,"yearlySalary":9,"yearlyHours":9)"};
  std::vector<Json> documents;
  for (const char* form : money) {
    for (const char* share : {"", R"(,"share":0.5)"}) {
      for (const char* period : {"", R"(,"period":{"kind":"year"})"}) {
        const std::string line = R"({"kind":"KIND",)" + std::string(form) + share + period;
        std::string channel = R"({"channels":[{"id":"a","costs":[)";
        for (const char* kind : {"adSpend", "tools", "people", "production", "fees", "other"}) {
          std::string one = line;
          channel += (channel.back() == '[' ? "" : ",") + one.replace(9, 4, kind) + "}";
        }
        std::string shared = line;
        shared.replace(9, 4, "tools");
        documents.push_back(test::documentOf(channel + R"(]}],"sharedCosts":[)" + shared +
                                             R"(,"allocation":{"rule":"equally"}}]})"));
      }
    }
  }
  return documents;
}

/// Every rule of allocation, and every make-up of a channel's cost.
std::vector<Json> costs() {
  std::vector<Json> documents;
  for (const char* rule : {"equally", "adSpend", "leads", "weights"}) {
    Json scenario = test::parsed(R"({"channels":[{"id":"a","leads":5},{"id":"b","leads":5}],
      "sharedCosts":[{"kind":"tools","amount":9,"allocation":{"weights":[
        {"channel":"a","weight":1},{"channel":"b","weight":2}]}}]})");
    scenario["sharedCosts"][0]["allocation"]["rule"] = rule;
    if (rule != std::string("weights")) scenario["sharedCosts"][0]["allocation"].erase("weights");
    documents.push_back(test::documentOf(scenario));
  }
  documents.push_back(withChannel(R"("costs":[{"kind":"adSpend","amount":9}])"));
  documents.push_back(withChannel(R"("costs":[{"kind":"tools","amount":9}])"));
  documents.push_back(withChannel(R"("costs":[{"kind":"adSpend","amount":9},
    {"kind":"fees","amount":9,"includesAdSpend":true}])"));
  return documents;
}

/// Every metric a goal may have, over channels that follow their ad spend and one that does not.
std::vector<Json> goals() {
  std::vector<Json> documents;
  for (const char* metric :
       {"impressions", "clicks", "leads", "customers", "revenue", "return", "profit", "roi", "roas",
        "incrementalRoas", "adSpendCpl", "fullCostCpl", "fullCostCac"}) {
    Json scenario = test::parsed(R"({"closeRate":0.1,"channels":[
      {"id":"a","leads":5,"costs":[{"kind":"adSpend","amount":9},{"kind":"tools","amount":9}]},
      {"id":"b","leads":5,"costs":[{"kind":"tools","amount":9}]}],
      "value":{"mode":"revenue","revenuePerCustomer":9},"goal":{"target":5,"pricePerUnit":2}})");
    scenario["goal"]["metric"] = metric;
    documents.push_back(test::documentOf(scenario));
    scenario["channels"][0]["response"]["elasticity"] = 0.5;
    documents.push_back(test::documentOf(scenario));
    if (metric != std::string("leads")) continue;
    scenario["channels"][0]["response"] = {{"ceiling", 9}};
    documents.push_back(test::documentOf(scenario));
    scenario["channels"][0]["response"]["shape"] = 2;
    documents.push_back(test::documentOf(scenario));
  }
  return documents;
}

/// A goal per unit where channels with and without ad spend are left out, and others are not.
std::vector<Json> goalsWithLeftOut() {
  std::vector<Json> documents;
  for (const char* metric : {"adSpendCpl", "fullCostCpl", "fullCostCac"}) {
    Json scenario = test::parsed(R"({"channels":[
      {"id":"a","impressions":99,"clicks":9,"leads":5,"closeRate":0.1,
       "costs":[{"kind":"adSpend","amount":9},{"kind":"tools","amount":9}]},
      {"id":"b","impressions":99,"clicks":9,"leads":5,"closeRate":0.1,
       "costs":[{"kind":"tools","amount":9}]},
      {"id":"c","leads":5,"costs":[{"kind":"adSpend","amount":9}]}],
      "value":{"mode":"revenue","revenuePerCustomer":9},"goal":{"target":5}})");
    scenario["goal"]["metric"] = metric;
    documents.push_back(test::documentOf(scenario));
  }
  return documents;
}

/// Every form of a saving, beside what is taken off revenue.
std::vector<Json> savingsThatCount() {
  std::vector<Json> documents;
  for (const char* taken : {"", R"("margin":0.5,)", R"("refunds":0.1,)",
                            R"("refunds":0.1,"commissions":0.1,)", R"("left":0,)"}) {
    for (const char* goal : {"roi", "profit"}) {
      for (const bool responds : {false, true}) {
        Json scenario = test::parsed("{" + std::string(taken) + R"("closeRate":0.1,
          "value":{"mode":"revenue","revenuePerCustomer":900},
          "savings":[{"amount":9},{"amount":9,"period":{"kind":"year"}},
            {"hours":9,"hourlyCost":9},{"hours":9,"hourlyCost":9,"period":{"kind":"year"}}],
          "channels":[{"id":"a","clicks":99,"leads":50,"costs":[
            {"kind":"adSpend","amount":9},{"kind":"tools","amount":9}]}],"goal":{"target":5}})");
        if (scenario.erase("left") > 0)
          scenario["channels"].push_back({{"id", "b"}, {"clicks", 9}});
        if (responds) scenario["channels"][0]["response"]["elasticity"] = 0.5;
        for (Json& line : scenario["savings"]) line["counts"] = true;
        scenario["goal"]["metric"] = goal;
        documents.push_back(test::documentOf(scenario));
      }
    }
  }
  return documents;
}

Formulas formulasOfTheModel() {
  Formulas formulas;
  for (const auto& build :
       {funnelsAndValues, lines, costs, goals, goalsWithLeftOut, savingsThatCount}) {
    for (const Json& document : build()) collect(document, formulas);
  }
  for (const auto& folder : test::goldenCases()) {
    collect(test::parsed(test::contents(folder / "scenario.json")), formulas);
  }
  for (const auto& preset : test::entries(test::repository("web/src/plan/presets"))) {
    collect(test::parsed(test::contents(preset)), formulas);
  }
  return formulas;
}

std::set<std::string> formulasOfTheDocument() {
  std::istringstream text(test::contents(test::repository("core/docs/methodology.md")));
  std::set<std::string> formulas;
  for (std::string line; std::getline(text, line);) {
    if (line.rfind("    ", 0) != 0 || line.find(" = ") == std::string::npos) continue;
    const std::string formula = line.substr(4, line.find("  [") - 4);  // its conditions follow
    formulas.insert(formula.substr(0, formula.find_last_not_of(" \r") + 1));
  }
  return formulas;
}

TEST(MethodologyTest, Document_HoldsTheFormulasOfTheModelAndNoOther) {
  const Formulas model = formulasOfTheModel();
  const std::set<std::string> document = formulasOfTheDocument();
  const bool print = std::getenv("ROI_PRINT_FORMULAS") != nullptr;
  std::string missing;
  std::set<std::string> all;
  for (const auto& [metric, formulas] : model) {
    for (const std::string& formula : formulas) {
      all.insert(formula);
      if (print) std::cout << "    " << formula << '\n';
      if (!document.count(formula)) missing += formula + "\n";
    }
  }
  EXPECT_EQ(missing, "") << "formulas of the model that methodology.md does not state";
  std::string extra;
  for (const std::string& formula : document) {
    if (!all.count(formula)) extra += formula + "\n";
  }
  EXPECT_EQ(extra, "") << "formulas of methodology.md that the model does not have";
}

}  // namespace
}  // namespace roi::methodology_test
