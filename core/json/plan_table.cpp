#include "roi/plan_table.h"

#include "json/api.h"
#include "json/evidence.h"
#include "json/request.h"
#include "json/typed_number.h"

namespace roi::json {
namespace {

std::size_t placeIn(const Tree& tree, std::string_view field) {
  return static_cast<std::size_t>(tree.find(field)->number);
}

/// Of a request that is what the contract says.
PlanTableReading readingOf(const Tree& request, NumberMarks marks) {
  PlanTableReading reading;
  reading.marks = std::move(marks);
  reading.currency = request.find("currency")->text;
  if (const Tree* decimal = request.find("decimal"))
    reading.decimal = decimal->text == "comma" ? Mark::comma : Mark::point;
  if (const Tree* columns = request.find("columns")) {
    for (const Tree& one : columns->items)
      reading.columns.push_back({placeIn(one, "column"), *planMeaning(one.find("meaning")->text)});
  }
  if (const Tree* cells = request.find("cells")) {
    for (const Tree& one : cells->items)
      reading.cells.push_back(
          {placeIn(one, "row"), placeIn(one, "column"), one.find("text")->text});
  }
  if (const Tree* answers = request.find("answers")) {
    for (const Tree& one : answers->items)
      reading.answers.push_back({one.find("key")->text, one.find("answer")->text});
  }
  return reading;
}

void writeTexts(Writer& out, std::string_view key, const std::vector<std::string>& texts) {
  out.key(key).open('[');
  for (const std::string& one : texts) out.text(one);
  out.close(']');
}

void writeFigure(Writer& out, const Outcome<TypedNumber>& figure) {
  if (const TypedNumber* number = std::get_if<TypedNumber>(&figure))
    return writeFields(out, *number);
  const Error& error = std::get<Errors>(figure).front();
  out.key("error").open('{').key("code").text(text(error.code));
  if (!error.detail.empty()) out.key("detail").text(error.detail);
  out.close('}');
}

void write(Writer& out, const PlanCell& cell) {
  out.open('{').key("column").number(static_cast<double>(cell.column));
  if (cell.figure) writeFigure(out, *cell.figure);
  out.close('}');
}

void write(Writer& out, const PlanRow& row) {
  out.open('{').key("row").number(static_cast<double>(row.row));
  writeTexts(out, "texts", row.texts);
  out.key("cells").open('[');
  for (const PlanCell& cell : row.cells) write(out, cell);
  out.close(']').close('}');
}

void write(Writer& out, const PlanDoubt& doubt) {
  out.open('{').key("about").text(text(doubt.about)).key("key").text(doubt.key);
  writeTexts(out, "names", doubt.names);
  out.key("columns").open('[');
  for (const std::size_t column : doubt.columns) out.number(static_cast<double>(column));
  out.close(']');
  if (doubt.meaning) out.key("meaning").text(text(*doubt.meaning));
  if (doubt.readings) {
    out.key("readings").open('[');
    for (const double reading : *doubt.readings) out.number(reading);
    out.close(']');
  }
  out.close('}');
}

std::string replyOf(const PlanTable& table) {
  Writer out;
  out.open('{');
  if (table.fault != PlanTableFault::none) {
    out.key("fault").text(text(table.fault));
    if (table.faultLine > 0) out.key("line").number(static_cast<double>(table.faultLine));
    return reply(std::move(out.close('}')));
  }
  out.key("decimal").text(table.decimal == Mark::comma ? "comma" : "point");
  out.key("columns").open('[');
  for (const auto& [heading, meaning] : table.columns)
    out.open('{').key("heading").text(heading).key("meaning").text(text(meaning)).close('}');
  out.close(']').key("rows").open('[');
  for (const PlanRow& row : table.rows) write(out, row);
  out.close(']');
  writeTexts(out, "sums", table.sums);
  out.key("doubts").open('[');
  for (const PlanDoubt& doubt : table.doubts) write(out, doubt);
  return reply(std::move(out.close(']').close('}')));
}

std::string answerOf(const Tree& request) {
  Errors errors = evidenceErrors(request, "planTableRequest");
  if (!errors.empty()) return reply(errors);
  NumberMarks marks;
  errors = readMarks(*request.find("marks"), marks);
  if (!errors.empty()) return reply(errors);
  return replyOf(readPlanTable(request.find("text")->text, readingOf(request, std::move(marks))));
}

}  // namespace

std::string planTable(std::string_view request) { return onSuccess(parseTree(request), answerOf); }

}  // namespace roi::json
