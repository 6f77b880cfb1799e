#include "roi/explain.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "unit/plan.h"

namespace roi::explain_test {
namespace {

using enum Metric;
using test::Made;

class Explained {
 public:
  Explained(const Made& plan, std::size_t scope, Metric metric) : scenario_(plan.scenario()) {
    Tape tape;
    Sheet<Trace> sheet(scenario_, Numbers<Trace>(tape));
    explanation_ = explain(sheet(scope == kTotal ? sheet.total() : scope, metric));
  }

  static constexpr std::size_t kTotal = static_cast<std::size_t>(-1);

  const Explanation& entries() const { return explanation_; }
  const Scenario& scenario() const { return scenario_; }

  std::string formula(Metric metric) const {
    for (std::size_t i = 0; i < explanation_.size(); ++i) {
      const Entry& entry = explanation_[i];
      if (entry.op == Op::figure && entry.label.metric == metric) {
        return formulaText(explanation_, i);
      }
    }
    return "no entry";
  }

 private:
  Scenario scenario_;
  Explanation explanation_;
};

Made one() {
  return Made()
      .with(margin, 0.5)
      .channel("a", {{clicks, 2000}, {conversionRate, 0.05}, {closeRate, 0.2}})
      .worth(300)
      .adSpend(1000)
      .salaried(people, 3, 40000, 1600)
      .share(0.5)
      .per(12);
}

TEST(ExplainTest, FirstEntry_IsTheFigureAskedFor) {
  const Explained roi(one(), 0, Metric::roi);
  EXPECT_EQ(roi.entries().front().label.metric, Metric::roi);
  EXPECT_EQ(formulaText(roi.entries(), 0), "profit / cost");
}

TEST(ExplainTest, Formulas_AreWrittenInMetricIds) {
  const Explained roi(one(), 0, Metric::roi);
  EXPECT_EQ(roi.formula(Metric::profit), "return - cost");
  EXPECT_EQ(roi.formula(Metric::return_), "grossProfit");
  EXPECT_EQ(roi.formula(Metric::grossProfit), "revenue * margin");
  EXPECT_EQ(roi.formula(Metric::revenue), "customers * value * incrementalShare");
  EXPECT_EQ(roi.formula(Metric::incrementalShare), "1");
  EXPECT_EQ(roi.formula(Metric::cost), "adSpend + nonAdCost");
  EXPECT_EQ(roi.formula(Metric::people), "sum(costLine)");
}

TEST(ExplainTest, Line_SaysItsHoursShareAndProration) {
  const Explained people(one(), 0, Metric::people);
  EXPECT_EQ(people.formula(Metric::costLine),
            "hours * (yearlySalary / yearlyHours) * share * periodMonths / linePeriodMonths");
}

TEST(ExplainTest, Total_SumsItsChannelsAndAChannelMayUseTheTotal) {
  EXPECT_EQ(Explained(one(), Explained::kTotal, Metric::cost).formula(Metric::cost), "sum(cost)");
  EXPECT_EQ(Explained(one(), 0, Metric::costShare).formula(Metric::costShare),
            "cost / total(cost)");
}

TEST(ExplainTest, Parentheses_StandWhereTheFormulaNeedsThem) {
  const Made goal = Made().channel("a").adSpend(9).goal(roi, 1);
  EXPECT_EQ(Explained(goal, Explained::kTotal, Metric::goalLimit).formula(Metric::goalLimit),
            "(scaling(return) - scaling(adSpend)) / scaling(adSpend)");
  EXPECT_EQ(Explained(one(), 0, Metric::highestAdCpl).formula(Metric::highestAdCpl),
            "breakEvenCpl - nonAdCost / leads");
}

TEST(ExplainTest, Allocation_SaysItsCondition) {
  const Explained shared(Made()
                             .channel("a", {{leads, 1}})
                             .channel("b", {{leads, 2}})
                             .shared(tools, 9, Allocation::leads),
                         0, Metric::sharedCosts);
  EXPECT_EQ(shared.formula(Metric::sharedLinePart),
            "if total(leads) > 0 then sharedLine * leads / total(leads) else "
            "sharedLine / channelCount");
}

TEST(ExplainTest, EachFigure_StandsOnce) {
  const Explained total(Made()
                            .with(closeRate, 0.1)
                            .channel("a", {{leads, 1}})
                            .channel("b", {{leads, 2}})
                            .shared(tools, 9, Allocation::leads),
                        Explained::kTotal, Metric::fullCostCac);
  std::set<std::tuple<std::uint32_t, Metric, std::uint32_t>> seen;
  for (const Entry& e : total.entries()) {
    if (e.op != Op::figure) continue;
    EXPECT_TRUE(seen.insert({e.label.scope, e.label.metric, e.label.line}).second)
        << info(e.label.metric).id;
  }
}

TEST(ExplainTest, SeveralFigures_BeginTheirSharedListInTheirOrder) {
  const Scenario s = one().scenario();
  Tape tape;
  Sheet<Trace> sheet(s, Numbers<Trace>(tape));
  const std::vector<Trace> figures = {sheet(0, Metric::roi), sheet(0, Metric::cost),
                                      sheet(sheet.total(), Metric::cost)};
  const Explanation all = explain(figures);
  EXPECT_EQ(formulaText(all, 0), "profit / cost");
  EXPECT_EQ(formulaText(all, 1), "adSpend + nonAdCost");
  EXPECT_EQ(all[2].label.scope, sheet.total());
  EXPECT_EQ(all[0].formula[1].entry, 1U);
  EXPECT_EQ(all[2].formula[0].entry, 1U);
}

TEST(ExplainTest, Inputs_AreNamedByTheirMetricAndQuantity) {
  const Explained roi(one(), 0, Metric::roi);
  std::map<Metric, std::string> pointers;
  for (const Entry& e : roi.entries()) {
    if (e.op == Op::input) {
      pointers[e.label.metric] = roi.scenario().quantities[e.quantity].pointer;
    }
  }
  EXPECT_EQ(pointers[Metric::margin], "/scenarios/0/margin");
  EXPECT_EQ(pointers[Metric::clicks], "/scenarios/0/channels/0/clicks");
  EXPECT_EQ(pointers[Metric::amount], "/scenarios/0/channels/0/costs/0/amount");
  EXPECT_EQ(pointers[Metric::periodMonths], "/scenarios/0/period");
  EXPECT_EQ(pointers[Metric::linePeriodMonths], "/scenarios/0/channels/0/costs/1/period");
  EXPECT_EQ(pointers.count(Metric::closeRate), 1U);
}

TEST(ExplainTest, MissingInput_IsAnEntryWithItsReason) {
  const Explained roi(Made().channel("a", {{leads, 3}}), 0, Metric::customers);
  bool found = false;
  for (const Entry& e : roi.entries()) {
    if (e.op != Op::missing) continue;
    found = true;
    EXPECT_EQ(text(e.figure.why), "missing:closeRate");
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(text(roi.entries().front().figure.why), "missing:closeRate");
}

TEST(ExplainTest, Formula_EndsInItsResultAndRefersBackwards) {
  const Explained roi(one(), Explained::kTotal, Metric::headroom);
  for (const Entry& e : roi.entries()) {
    for (std::size_t t = 0; t < e.formula.size(); ++t) {
      for (const std::uint32_t operand : e.formula[t].operands) EXPECT_LT(operand, t);
      if (e.formula[t].operands.empty() && e.formula[t].op != Op::constant) {
        EXPECT_LT(e.formula[t].entry, roi.entries().size());
      }
    }
  }
}

TEST(ExplainTest, InputsAndMissing_HaveNoFormula) {
  const Explained roi(one(), 0, Metric::roi);
  for (std::size_t i = 0; i < roi.entries().size(); ++i) {
    if (roi.entries()[i].op != Op::figure) {
      EXPECT_EQ(formulaText(roi.entries(), i), "");
    }
  }
}

}  // namespace
}  // namespace roi::explain_test
