#pragma once
// The calls of the module and of the command line: one JSON text in, one JSON text out. They are
// listed once, in the contract (ROI_CALLS), which also says what each is asked and answers. Those
// about evidence have a list of their own (ROI_EVIDENCE_CALLS), for the module that reads exports
// answers them.
// A reply is {"ok":true,"value":...} or {"ok":false,"errors":[{"code","path","message","detail"}]};
// path is a JSON Pointer into what was sent. An undefined figure is {"undefined":"zero:leads"}.

#include <memory>
#include <string>
#include <string_view>

#include "json/calls.h"           // generated from core/contract/calls.schema.json
#include "json/evidence_calls.h"  // generated from core/contract/evidence.schema.json
#include "roi/paths.h"
#include "roi/platform.h"

namespace roi::json {

// Every question about a document takes {"believe"?} beside it: the share of the return that is
// believed, above 0 and at most 1 (1 unless asked). All that rests on the return follows it.

/// A document in, or {"document"}; per scenario every result of the total and of each channel,
/// rank, who is left out of the total's return, and how the goal stands; of a document that defines
/// some, its own figures. A request may name one in the place of a metric, by "own:" and its id;
/// see roi/own_figure.h.
std::string evaluate(std::string_view document);

/// {"document", "origin"?} in, the document of this version of the contract or an earlier one;
/// {"document"}, the same in this version, out. With an origin ("example", "page"), every figure
/// that states none is marked with it. Paths of errors start at the document.
std::string migrate(std::string_view request);

/// {"document", "metric", "scenario"?, "channel"?} in; the figure's explanation out, see
/// roi/explain.h. Without scenario the first, without channel the total. With neither metric nor
/// channel, every result of the total and of each channel in one list of entries, and which entry
/// is which: "figures": [{"metric", "channel"?, "entry"}]; with "cash", also the total's cash over
/// time, whose entries say their "month".
std::string explain(std::string_view request);

/// {"text", "unit", "marks"?: {"decimal", "group", "percent", "minus", "digits", "currency":
/// [...]}, "metric"?} in, see roi/read_number.h; a figure as the document holds it out: {"value"}
/// or {"low", "likely"?, "high"}. Where the text says so, "vat": true (tax is named as included),
/// and "currency": a sign, code or name in it that is not one of marks.currency; a count has none
/// but these.
std::string readNumber(std::string_view request);

/// {"value", "unit", "n"?, "off"?} in; the range that is offered for a figure out: {"low",
/// "likely", "high"}: of a rate seen on n cases what they support, of a guess what it may be off by
/// (a fifth unless said). Or {"low", "high", "unit"} in; the same with what the range counts as
/// out.
std::string widen(std::string_view request);

/// {"metrics":[{"id","unit","better","category"}], "errors":{code: message}}
std::string describe();

/// The contract, as it stands.
std::string_view schema();

// The analyses. Each takes {"document", "scenario"?}, of which scenario is the first of the
// document unless named, and the fields said here; "trials" (512 to 1 000 000) and "seed" (0 to
// 2^53 - 1) wherever something is drawn. Errors of sampling are standard errors.

/// {"metrics"?, "channelMetrics"? (default: as metrics), "histograms"?, "pairs"?, "against"?}:
/// distributions and chances, see roi/simulate.h.
std::string simulate(std::string_view request);

/// {"metric", "channel"?, "shares"? (default: true)}: levers, typed figures, ranges, and their
/// shares of the variance; see roi/sensitivity.h.
std::string sensitivity(std::string_view request);

/// {"metric", "channel"?, "target", "input", "probability"?}; see roi/solve.h.
std::string solve(std::string_view request);

/// {"channels"?}: flows by month, payback and net present value; see roi/cash_flow.h.
std::string cashFlow(std::string_view request);

/// {"document", "from", "to"}: two scenarios, and what the change comes from; see roi/compare.h.
std::string compare(std::string_view request);

/// {"points"}: of the spends and leads that were observed; see roi/response_fit.h.
std::string fitResponse(std::string_view request);

/// {"total"?}: the ad budget over the channels that state a response; see roi/split_budget.h.
std::string splitBudget(std::string_view request);

/// {"channels"? or "against"?}: what it is worth to know more before deciding; see roi/worth.h.
std::string worth(std::string_view request);

/// The plan as it was and given what its document says has been observed since it began, with its
/// budget's pace; see roi/reforecast.h.
std::string reforecast(std::string_view request);

/// {"document", "scenario"?}: which of the document's forecasts held, and the scenario's ranges as
/// wide as that says; see roi/track_record.h.
std::string trackRecord(std::string_view request);

/// simulate, some trials at a time, for whoever cannot wait for all of them.
class SimulationCall {
 public:
  explicit SimulationCall(std::string_view request);
  ~SimulationCall();
  SimulationCall(const SimulationCall&) = delete;
  SimulationCall& operator=(const SimulationCall&) = delete;

  /// Runs about so many more trials; after the last, each call sums up one figure. Says whether all
  /// is done (also where the request was refused).
  bool advance(std::size_t trials);
  /// The reply of the trials so far, or of what is wrong with the request.
  std::string answer() const;

 private:
  struct State;
  std::string refusal_;
  std::unique_ptr<State> state_;
};

// A brief, core/contract/brief.schema.json: what a calculator of one's own asks and shows. Paths of
// errors in it start with /brief.

/// {"brief", "document"} in; {"document"} out: the plan that the brief states, or the document,
/// with the values that its fields begin with. Refuses a brief that breaks its contract, names
/// places of no document, requires what cannot be filled in, or begins outside a span it allows.
std::string openBrief(std::string_view request);

/// {"brief", "document", "scenario"?} in; out, of the scenario the fields that are required and not
/// filled in ("missing"), of the document those outside their span ("outside"), and which of the
/// brief's messages hold ("messages").
std::string followBrief(std::string_view request);

// About evidence.

/// {"as", "channels", "scale"?, "counted"?}: counts of exports as figures of channels, and what
/// platforms claim against what was counted; see roi/evidence.h.
std::string bring(std::string_view request);

/// {"goal", "kpis", "channels", "interactions"?, "levers"?}: every KPI, its formula, and whether
/// and how it leads to the goal; of those named, the figures and what one percent more does; see
/// roi/kpi.h.
std::string scorecard(std::string_view request);

/// {"cohort", "by", "discountRate", "margin"?}: how long customers stay, and what that is worth, as
/// counted, as fitted, and at the first period's retention; see roi/retention.h.
std::string retention(std::string_view request);

/// {"text", "marks", "currency", "decimal"?, "columns"?, "cells"?, "answers"?}: a pasted
/// table of channels, read; see roi/plan_table.h.
std::string planTable(std::string_view request);

/// {"hoursPerReport"?, "reportsPerClient"?, "clients"?, "people"?, "hourlyCost"?,
/// "hoursPerReportWithTool"?, "licence"?, "setUp"?}, each a number or a range: what reports take
/// now and with a tool, and whether it pays; every formula, and what its ranges come to; see
/// roi/reporting.h.
std::string reporting(std::string_view request);

/// {"variants", "confidence"?, "running"?, "days"?, "plan"?}: what the counts of an A/B test say,
/// and what that is worth in a plan; see roi/ab_test.h.
std::string abTest(std::string_view request);

/// {"rate", "lift", "variants"?, "confidence"?, "power"?, "visitorsPerDay"?, "horizonDays"?,
/// "spread"?}: how large a test should be; see roi/ab_test.h.
std::string abTestPlan(std::string_view request);

/// {"treated"?, "control"?, "cost"?, "value"?}: a holdout or lift test of two groups; see
/// roi/holdout.h.
std::string holdout(std::string_view request);

/// {"text", "decimal"?, "treated"?, "start"?, "end"?, "length"?, "claimed"?, "cost"?, "value"?}: a
/// pasted table of regions and days, read and, once it says where the campaign was, tested; see
/// roi/geo_table.h and roi/geo_test.h.
std::string geoTest(std::string_view request);

/// {"address", "place"?, "existing"?, "rules"?, "tags"?, "channels"?, "campaigns"?, "contents"?}:
/// links whose parameters say where a visit comes from, each channel with each campaign and
/// content, and where Google Analytics files them; see roi/tracking_link.h.
std::string trackingLinks(std::string_view request);

/// {"text", "rules"?}: links, one a line, read, graded and mended; see roi/tracking_link.h.
std::string readLinks(std::string_view request);

/// {"channels": [{"id", "count", "names": [credits by rule]}]}: what a plan counts of channels,
/// split over them as each rule of attribution credits them; see roi/attribution.h.
std::string redistribute(std::string_view request);

/// Reads an export, some bytes at a time; see roi/platform.h.
class ImportCall {
 public:
  /// With answers to what a first reading asked, and columns chosen by hand.
  /// isPasted: from a spreadsheet, whose cells quote little.
  explicit ImportCall(const ExportAnswers& answers = {}, bool isPasted = false);
  ~ImportCall();
  ImportCall(const ImportCall&) = delete;
  ImportCall& operator=(const ImportCall&) = delete;

  /// Says whether it makes sense to go on.
  bool feed(std::string_view bytes);
  /// Once, after the last byte: platform, columns, sums, what was skipped and what is asked; or why
  /// it is no table ("table.quote", detail: the line).
  std::string answer();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads conversion paths, some bytes at a time, and credits their channels; see roi/paths.h.
class AttributionCall {
 public:
  explicit AttributionCall(PathAnswers answers = {}, bool isPasted = false);
  ~AttributionCall();
  AttributionCall(const AttributionCall&) = delete;
  AttributionCall& operator=(const AttributionCall&) = delete;

  /// Says whether it makes sense to go on.
  bool feed(std::string_view bytes);
  /// After the last byte, until it says that nothing is left: some of the work.
  bool advance();
  /// Once: columns, what was left out and what is asked, and what each rule credits; or why there
  /// are no paths.
  std::string answer();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace roi::json
