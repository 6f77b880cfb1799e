#include "roi/reporting.h"

#include "json/api.h"
#include "json/evidence.h"
#include "json/formula.h"
#include "json/request.h"

namespace roi::json {
namespace {

constexpr std::uint64_t kSeed = 1;
constexpr std::size_t kTrials = 8'192;

ReportingInputs read(const Tree& request, Errors& errors) {
  ReportingInputs given;
  const Path root;
  for (std::size_t i = 0; i < kReportingInputs; ++i) {
    const std::string_view id = info(static_cast<Reporting>(i)).id;
    const Tree* typed = request.find(id);
    if (!typed) continue;
    std::optional<Quantity> made = readAmount(*typed, root[id], Scale::log, errors);
    if (!made) continue;
    given.known[i] = static_cast<std::uint32_t>(given.quantities.size());
    given.quantities.push_back(std::move(*made));
  }
  return given;
}

// The reply

void writeValue(Writer& out, const Explanation& explanation, std::size_t entry) {
  const Figure<>& figure = explanation[entry].figure;
  out.key("value");
  if (figure.defined()) {
    out.number(figure.value);
    return;
  }
  const ReportingReason reason = reasonOf(explanation, entry);
  const std::string kind = reason.kind == Reason::Kind::zero ? "zero:" : "missing:";
  out.open('{').key("undefined").text(kind + std::string(info(reason.of).id)).close('}');
}

class ReportingWriter {
 public:
  explicit ReportingWriter(const ReportingInputs& given)
      : given_(given), explanation_(explain(given)), chances_(chancesOf(given, kSeed, kTrials)) {}

  std::string write() && {
    out_.open('{').key("entries").open('[');
    for (std::size_t i = 0; i < kReportingFigures + kReportingInputs; ++i) write(i);
    out_.close(']');
    if (chances_ && chances_->pays) out_.key("pays").number(*chances_->pays);
    return reply(std::move(out_.close('}')));
  }

 private:
  void write(std::size_t index) {
    const Reporting item = reportingOf(explanation_[index]);
    const ReportingInfo& about = info(item);
    out_.open('{').key("id").text(about.id);
    out_.key("unit").text(text(about.unit));
    writeValue(out_, explanation_, index);
    if (isInput(item)) {
      writeInput(given_.known[static_cast<std::size_t>(item)]);
    } else {
      writeFigure(explanation_[index]);
    }
    out_.close('}');
  }

  void writeInput(Input known) {
    if (!known || !given_.quantities[*known].isRange()) return;
    const Quantity& typed = given_.quantities[*known];
    out_.key("low").number(typed.low).key("high").number(typed.high);
  }

  void writeFigure(const Entry& entry) {
    const std::size_t index = static_cast<std::size_t>(reportingOf(entry)) - kReportingInputs;
    if (chances_ && chances_->quantiles[index]) {
      const auto& [p5, p50, p95] = *chances_->quantiles[index];
      out_.key("p5").number(p5).key("p50").number(p50).key("p95").number(p95);
    }
    writeTerms(out_, entry);
  }

  const ReportingInputs& given_;
  Explanation explanation_;
  std::optional<ReportingChances> chances_;
  Writer out_;
};

std::string answerOf(const Tree& request) {
  Errors errors = evidenceErrors(request, "reportingRequest");
  if (!errors.empty()) return reply(errors);
  const ReportingInputs given = read(request, errors);
  if (!errors.empty()) return reply(errors);
  return ReportingWriter(given).write();
}

}  // namespace

std::string reporting(std::string_view request) { return onSuccess(parseTree(request), answerOf); }

}  // namespace roi::json
