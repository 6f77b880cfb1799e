#include "json/request.h"

#include "json/own.h"

namespace roi::json {
namespace {

constexpr double kMostTrials = 1e6;
constexpr double kLeastTrials = 512;
constexpr double kMostSeed = 9007199254740991;  // what a double holds exactly

std::string_view nameOf(Tree::Kind kind) {
  switch (kind) {
    case Tree::Kind::boolean: return "boolean";
    case Tree::Kind::number: return "number";
    case Tree::Kind::array: return "array";
    case Tree::Kind::object: return "object";
    default: return "string";
  }
}

const RequestField* findField(RequestFields fields, std::string_view name) {
  for (const RequestField& field : fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

std::string limits(double least, double most) {
  return std::to_string(static_cast<long long>(least)) + ".." +
         std::to_string(static_cast<long long>(most));
}

bool isWhole(double number) {
  return static_cast<double>(static_cast<long long>(number)) == number;
}

}  // namespace

std::string reply(Writer&& value) {
  return R"({"ok":true,"value":)" + std::move(value).take() + "}";
}

std::string reply(const Errors& errors) {
  Writer out;
  out.open('{').key("ok").flag(false).key("errors").open('[');
  for (const Error& error : errors) {
    out.open('{').key("code").text(text(error.code));
    out.key("path").text(error.path).key("message").text(message(error.code));
    if (!error.detail.empty()) out.key("detail").text(error.detail);
    out.close('}');
  }
  return std::move(out.close(']').close('}')).take();
}

Errors requestErrors(const Tree& request, RequestFields fields) {
  if (request.kind != Tree::Kind::object) return {{ErrorCode::fieldType, {}, "object"}};
  Errors errors;
  for (std::size_t i = 0; i < request.keys.size(); ++i) {
    const std::string& key = request.keys[i];
    const RequestField* field = findField(fields, key);
    if (!field) {
      errors.push_back({ErrorCode::fieldUnknown, childPath({}, key), key});
      continue;
    }
    // a document says itself what is wrong with it
    if (field->kind == Tree::Kind::object || request.items[i].kind == field->kind) continue;
    errors.push_back({ErrorCode::fieldType, childPath({}, key), std::string(nameOf(field->kind))});
  }
  for (const RequestField& field : fields) {
    if (!field.isRequired || request.find(field.name)) continue;
    errors.push_back(
        {ErrorCode::fieldRequired, childPath({}, field.name), std::string(field.name)});
  }
  return errors;
}

void RequestReader::report(ErrorCode code, std::string path, std::string detail) {
  errors_.push_back({code, std::move(path), std::move(detail)});
}

Outcome<Document> documentOf(const Tree& request) {
  Outcome<Document> decoded = decode(*request.find("document"), "/document");
  const Tree* believe = request.find("believe");
  Document* document = std::get_if<Document>(&decoded);
  if (!believe || !document) return decoded;
  const double share = believe->number;
  if (!(share >= kSmallestAmount && share <= 1)) {
    return Errors{{ErrorCode::requestNumber, "/believe", "1e-9..1"}};
  }
  if (share == 1) return decoded;
  for (DocumentScenario& one : *document) believeOnly(one.scenario, share);
  return decoded;
}

const DocumentScenario& RequestReader::scenario(std::string_view field) {
  const Tree* id = request_.find(field);
  if (!id) return document_.front();
  for (const DocumentScenario& one : document_) {
    if (one.scenario.id == id->text) return one;
  }
  report(ErrorCode::requestScenario, childPath({}, field), id->text);
  return document_.front();
}

std::optional<std::size_t> channelById(const Scenario& scenario, std::string_view id) {
  for (std::size_t c = 0; c < scenario.channels.size(); ++c) {
    if (scenario.channels[c].id == id) return c;
  }
  return std::nullopt;
}

std::size_t RequestReader::scope(const Scenario& scenario) {
  const Tree* id = request_.find("channel");
  if (!id) return scenario.channels.size();
  const std::optional<std::size_t> channel = channelById(scenario, id->text);
  if (!channel) report(ErrorCode::requestChannel, "/channel", id->text);
  return channel.value_or(scenario.channels.size());
}

Metric RequestReader::metric(const Tree& name, const std::string& path, bool withGoals) {
  const std::optional<Metric> metric = metricById(name.text);
  const bool isAnswered =
      metric && (withGoals ? info(*metric).category < Category::input : isResult(*metric));
  if (!isAnswered) report(ErrorCode::requestMetric, path, name.text);
  return isAnswered ? *metric : Metric::profit;
}

Metric RequestReader::metric(bool withGoals) {
  const Tree* name = request_.find("metric");
  if (name) return metric(*name, "/metric", withGoals);
  report(ErrorCode::fieldRequired, "/metric", "metric");
  return Metric::profit;
}

std::optional<std::size_t> RequestReader::ownFigure(const Tree& name, const std::string& path,
                                                    const Scenario& scenario) {
  if (!name.text.starts_with(kOwnPrefix)) return std::nullopt;
  const std::optional<std::size_t> figure =
      ownFigureById(scenario, std::string_view(name.text).substr(kOwnPrefix.size()));
  if (!figure) report(ErrorCode::requestMetric, path, name.text);
  return figure.value_or(0);
}

std::optional<std::size_t> RequestReader::ownFigure(const Scenario& scenario) {
  const Tree* name = request_.find("metric");
  if (!name) return std::nullopt;
  const std::optional<std::size_t> figure = ownFigure(*name, "/metric", scenario);
  const Tree* channel = request_.find("channel");
  if (figure && channel) report(ErrorCode::requestChannel, "/channel", channel->text);
  return figure;
}

double RequestReader::number(std::string_view field, double fallback, double least, double most) {
  const Tree* typed = request_.find(field);
  if (!typed) return fallback;
  if (typed->number >= least && typed->number <= most) return typed->number;
  report(ErrorCode::requestNumber, childPath({}, field), limits(least, most));
  return fallback;
}

std::size_t RequestReader::trials(std::size_t fallback) {
  const double trials = number("trials", static_cast<double>(fallback), kLeastTrials, kMostTrials);
  if (!isWhole(trials)) {
    report(ErrorCode::requestNumber, "/trials", limits(kLeastTrials, kMostTrials));
  }
  return static_cast<std::size_t>(trials);
}

std::uint64_t RequestReader::seed() {
  const double seed = number("seed", 1, 0, kMostSeed);
  if (!isWhole(seed)) report(ErrorCode::requestNumber, "/seed", limits(0, kMostSeed));
  return static_cast<std::uint64_t>(seed);
}

bool RequestReader::flag(std::string_view field, bool fallback) const {
  const Tree* flag = request_.find(field);
  return flag ? flag->flag : fallback;
}

std::uint32_t RequestReader::input(const Scenario& scenario) {
  const std::string& pointer = request_.find("input")->text;
  for (std::uint32_t i = 0; i < scenario.quantities.size(); ++i) {
    const Quantity& q = scenario.quantities[i];
    if (q.pointer == pointer && q.scale != Scale::fixed) return i;
  }
  report(ErrorCode::requestInput, "/input", pointer);
  return 0;
}

}  // namespace roi::json
