#include "json/codec.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "json/migrate.h"
#include "json/own.h"
#include "json/schema.h"
#include "roi/split_budget.h"

namespace roi::json {
namespace {

struct Field {
  Metric metric;
  Scale scale;
};

constexpr Field kFunnelFields[] = {
    {Metric::impressions, Scale::log}, {Metric::ctr, Scale::logit},
    {Metric::adSpendCpm, Scale::log},  {Metric::clicks, Scale::log},
    {Metric::adSpendCpc, Scale::log},  {Metric::conversionRate, Scale::logit},
    {Metric::leads, Scale::log},       {Metric::customers, Scale::log}};
constexpr Field kSharedFields[] = {{Metric::closeRate, Scale::logit},
                                   {Metric::margin, Scale::logit},
                                   {Metric::incrementalShare, Scale::logit}};
constexpr Field kPlanFields[] = {{Metric::businessRevenue, Scale::log},
                                 {Metric::refunds, Scale::logit},
                                 {Metric::commissions, Scale::logit}};
constexpr Field kValueFields[] = {{Metric::revenuePerCustomer, Scale::log},
                                  {Metric::marginPerCustomer, Scale::log},
                                  {Metric::averageOrderValue, Scale::log},
                                  {Metric::ordersPerYear, Scale::log},
                                  {Metric::years, Scale::log},
                                  {Metric::revenuePerMonth, Scale::log},
                                  {Metric::monthlyChurn, Scale::logit},
                                  {Metric::retention, Scale::logit},
                                  {Metric::discountRate, Scale::logit}};

/// The choice of a text by its place in the enumeration; the contract has checked that it is one.
template <class Enum>
Enum choice(const Tree* tree, std::initializer_list<std::string_view> names, Enum first) {
  if (!tree) return first;
  const auto at = std::find(names.begin(), names.end(), tree->text);
  return static_cast<Enum>(at - names.begin() + static_cast<std::ptrdiff_t>(first));
}

/// A field of the document where it stands.
struct Place {
  const Tree& tree;
  std::string path;

  bool has(std::string_view key) const { return tree.find(key) != nullptr; }
  Place at(std::string_view key) const { return {*tree.find(key), childPath(path, key)}; }
  Place at(std::size_t index) const {
    return {tree.items[index], childPath(path, std::to_string(index))};
  }
};

class Decoder {
 public:
  explicit Decoder(std::string prefix) : prefix_(std::move(prefix)) {}

  Outcome<Document> decode(const Tree& tree) {
    const Place scenarios = Place{tree, {}}.at("scenarios");
    if (tree.find("own") && !calledLater<&Decoder::ownFigures>(*this, tree))
      return std::move(errors_);
    for (std::size_t i = 0; i < scenarios.tree.items.size(); ++i) {
      scenario(scenarios.at(i));
    }
    uniqueScenarios(scenarios);
    if (lines_ > kMaxLines) {
      report(ErrorCode::fieldCount, scenarios.path, "0.." + std::to_string(kMaxLines));
    }
    if (!errors_.empty()) return std::move(errors_);
    return std::move(document_);
  }

 private:
  void report(ErrorCode code, const std::string& path, std::string detail = {}) {
    addError(errors_, {code, prefix_ + path, std::move(detail)});
  }

  void uniqueScenarios(const Place& scenarios) {
    for (std::size_t i = 0; i < scenarios.tree.items.size(); ++i) {
      const Place id = scenarios.at(i).at("id");
      for (std::size_t j = 0; j < i; ++j) {
        if (scenarios.tree.items[j].find("id")->text != id.tree.text) continue;
        report(ErrorCode::idDuplicate, id.path, id.tree.text);
        break;
      }
    }
  }

  // Quantities

  /// Refuses what is too near to zero to be divided by.
  double checked(const Tree& number, const std::string& path) {
    const double size = std::fabs(number.number);
    if (size > 0 && size < kSmallestAmount) report(ErrorCode::fieldMinimum, path, "1e-9");
    return number.number;
  }

  double amountOf(const Place& figure, std::string_view key) {
    const Tree* field = figure.tree.find(key);
    return field ? checked(*field, childPath(figure.path, key)) : 0;
  }

  Input quantity(const Place& figure, Metric metric, Scale scale) {
    Quantity q;
    q.metric = metric;
    q.scale = scale;
    q.pointer = figure.path;
    if (figure.tree.kind == Tree::Kind::number) {
      q.low = q.likely = q.high = checked(figure.tree, figure.path);
    } else if (!figureObject(figure, q)) {
      return std::nullopt;
    }
    Outcome<Quantity> made = makeQuantity(std::move(q));
    if (const Errors* wrong = std::get_if<Errors>(&made)) {
      for (const Error& error : *wrong) report(error.code, error.path, error.detail);
      return std::nullopt;
    }
    return add(std::get<Quantity>(std::move(made)));
  }

  std::uint32_t add(Quantity q) {
    quantities_->push_back(std::move(q));
    return static_cast<std::uint32_t>(quantities_->size() - 1);
  }

  bool figureObject(const Place& figure, Quantity& q) {
    const bool single = figure.has("value");
    const bool range = figure.has("low") && figure.has("high");
    const bool anyRange = figure.has("low") || figure.has("high") || figure.has("likely");
    provenance(figure, q);
    if (single == anyRange || (anyRange && !range)) {
      report(ErrorCode::figureForm, figure.path);
      return false;
    }
    if (single) {
      q.low = q.likely = q.high = amountOf(figure, "value");
      return true;
    }
    q.low = amountOf(figure, "low");
    q.high = amountOf(figure, "high");
    q.likelyGiven = figure.has("likely");
    q.likely = amountOf(figure, "likely");
    return true;
  }

  void provenance(const Place& figure, Quantity& q) {
    q.provenance = choice(figure.tree.find("provenance"), {"measured", "benchmark", "assumption"},
                          Provenance::measured);
    if (!figure.has("provenance")) q.provenance = Provenance::unstated;
    if (figure.has("source")) q.source = figure.at("source").tree.text;
    if (figure.has("note")) q.note = figure.at("note").tree.text;
    if (figure.has("n")) q.cases = figure.at("n").tree.number;
    q.origin = choice(figure.tree.find("origin"), {"example", "page"}, Origin::example);
    if (!figure.has("origin")) q.origin = Origin::visitor;
    if (figure.has("source") != (q.provenance == Provenance::benchmark)) {
      report(ErrorCode::provenanceSource, childPath(figure.path, "source"));
    }
    if (!figure.has("movesWith")) return;
    const Place moves = figure.at("movesWith");
    q.group = moves.at("group").tree.text;
    q.strength = moves.at("strength").tree.number;
  }

  Input field(const Place& in, std::string_view key, Metric metric, Scale scale) {
    const Tree* figure = in.tree.find(key);
    return figure ? quantity({*figure, childPath(in.path, key)}, metric, scale) : Input{};
  }

  template <std::size_t N>
  void fields(const Place& in, Inputs& inputs, const Field (&list)[N]) {
    for (const Field& f : list) {
      inputs[static_cast<std::size_t>(f.metric)] = field(in, info(f.metric).id, f.metric, f.scale);
    }
  }

  // Parts of a scenario

  Input period(const Place& in, std::string_view key, Metric metric) {
    if (!in.has(key)) return std::nullopt;
    const Place period = in.at(key);
    const std::string& kind = period.at("kind").tree.text;
    const bool stated = kind == "campaign" || kind == "months";
    if (stated != period.has("months")) {
      report(ErrorCode::periodMonths, childPath(period.path, "months"));
      return std::nullopt;
    }
    Quantity q;
    q.metric = metric;
    q.pointer = period.path;
    q.low = stated ? period.at("months").tree.number : monthsOf(kind);
    q.likely = q.high = q.low;
    return add(std::move(q));
  }

  static double monthsOf(const std::string& kind) {
    if (kind == "year") return kMonthsAYear;
    return kind == "quarter" ? 3 : 1;
  }

  Value value(const Place& in, Inputs& inputs) {
    if (!in.has("value")) return {};
    const Place place = in.at("value");
    Value value;
    value.mode =
        choice(place.tree.find("mode"),
               {"revenue", "margin", "orders", "subscription", "discounted"}, ValueMode::revenue);
    fields(place, inputs, kValueFields);
    if (!place.has("yearlyRevenue")) return value;
    const Place years = place.at("yearlyRevenue");
    for (std::size_t i = 0; i < years.tree.items.size(); ++i) {
      value.yearlyRevenue.push_back(quantity(years.at(i), Metric::yearlyRevenue, Scale::log));
    }
    return value;
  }

  CostLine line(const Place& in) {
    ++lines_;
    CostLine line;
    line.kind =
        choice(in.tree.find("kind"), {"adSpend", "tools", "people", "production", "fees", "other"},
               Metric::adSpend);
    line.pointer = in.path;
    if (in.has("label")) line.label = in.at("label").tree.text;
    line.amount = field(in, "amount", Metric::amount, Scale::log);
    line.hours = field(in, "hours", Metric::hours, Scale::log);
    line.hourlyCost = field(in, "hourlyCost", Metric::hourlyCost, Scale::log);
    line.yearlySalary = field(in, "yearlySalary", Metric::yearlySalary, Scale::log);
    line.yearlyHours = field(in, "yearlyHours", Metric::yearlyHours, Scale::log);
    line.share = field(in, "share", Metric::share, Scale::logit);
    line.periodMonths = period(in, "period", Metric::linePeriodMonths);
    line.paid = choice(in.tree.find("paid"), {"first", "monthly", "end"}, Paid::first);
    if (!in.has("paid")) line.paid = paidUnlessStated(line.kind);
    line.includesAdSpend = in.has("includesAdSpend") && in.at("includesAdSpend").tree.flag;
    return line;
  }

  Channel channel(const Place& in) {
    Channel channel;
    channel.id = in.at("id").tree.text;
    fields(in, channel.given, kFunnelFields);
    fields(in, channel.given, kSharedFields);
    channel.value = value(in, channel.given);
    if (in.has("time")) {
      const Place time = in.at("time");
      channel.time = {optionalNumber(time, "rampMonths"), optionalNumber(time, "lagMonths")};
    }
    if (in.has("response")) calledLater<&Decoder::response>(*this, in.at("response"), channel);
    if (!in.has("costs")) return channel;
    const Place costs = in.at("costs");
    for (std::size_t i = 0; i < costs.tree.items.size(); ++i) {
      channel.lines.push_back(line(costs.at(i)));
    }
    return channel;
  }

  static std::optional<double> optionalNumber(const Place& in, std::string_view key) {
    return in.has(key) ? std::optional(in.at(key).tree.number) : std::nullopt;
  }

  static void response(Decoder& of, const Place& in, Channel& channel) {
    Response& response = channel.response.emplace();
    response.minAdSpend = optionalNumber(in, "minAdSpend");
    response.maxAdSpend = optionalNumber(in, "maxAdSpend");
    if (response.maxAdSpend && *response.maxAdSpend < response.minAdSpend.value_or(0)) {
      of.report(ErrorCode::responseBounds, childPath(in.path, "minAdSpend"));
    }
    response.elasticity = of.field(in, "elasticity", Metric::elasticity, Scale::logit);
    response.ceiling = of.field(in, "ceiling", Metric::leadCeiling, Scale::log);
    response.shape = of.field(in, "shape", Metric::responseShape, Scale::log);
    response.carryOver = optionalNumber(in, "carryOver");
    if (in.has("observed")) of.observed(in.at("observed"), response);
    const Input leads = channel.given[static_cast<std::size_t>(Metric::leads)];
    if (leads && response.ceiling && of.likely(*leads) >= of.likely(*response.ceiling)) {
      of.report(ErrorCode::responseCeiling, childPath(in.path, "ceiling"));
    }
  }

  double likely(std::uint32_t quantity) const { return (*quantities_)[quantity].likely; }

  void observed(const Place& in, Response& response) {
    const auto number = [&](std::size_t point, std::string_view key) {
      return in.at(point).at(key).tree.number;
    };
    response.observed = {number(0, "adSpend"), number(1, "adSpend")};
    if (response.elasticity || response.ceiling) return;
    const std::optional<double> elasticity = elasticityThrough(
        number(0, "adSpend"), number(0, "leads"), number(1, "adSpend"), number(1, "leads"));
    if (!elasticity) {
      report(ErrorCode::responseObserved, in.path);
      return;
    }
    Quantity q;
    q.metric = Metric::elasticity;
    q.pointer = in.path;
    q.low = q.likely = q.high = *elasticity;
    response.elasticity = add(std::move(q));
  }

  Time time(const Place& in) {
    Time time;
    time.horizonMonths = optionalNumber(in, "horizonMonths").value_or(0);
    time.rampMonths = optionalNumber(in, "rampMonths").value_or(0);
    time.lagMonths = optionalNumber(in, "lagMonths").value_or(0);
    time.discountRate = field(in, "discountRate", Metric::discountRate, Scale::logit);
    time.monthlyRetention = field(in, "monthlyRetention", Metric::monthlyRetention, Scale::logit);
    return time;
  }

  SharedLine sharedLine(const Place& in, const std::map<std::string, std::size_t>& channels) {
    SharedLine shared;
    shared.line = line(in);
    const Place allocation = in.at("allocation");
    shared.rule = choice(allocation.tree.find("rule"), {"equally", "adSpend", "leads", "weights"},
                         Allocation::equally);
    shared.weights.resize(current_.scenario.channels.size());
    if (!allocation.has("weights")) return shared;
    const Place weights = allocation.at("weights");
    for (std::size_t i = 0; i < weights.tree.items.size(); ++i) {
      const Place entry = weights.at(i);
      const Place id = entry.at("channel");
      const auto found = channels.find(id.tree.text);
      if (found == channels.end()) {
        report(ErrorCode::idUnknown, id.path, id.tree.text);
      } else if (Input& weight = shared.weights[found->second]; weight) {
        report(ErrorCode::idDuplicate, id.path, id.tree.text);
      } else {
        weight = quantity(entry.at("weight"), Metric::weight, Scale::fixed);
      }
    }
    return shared;
  }

  // Own figures

  /// Says whether the definitions are right.
  static bool ownFigures(Decoder& of, const Tree& document) {
    Outcome<OwnFigures> made = readOwn(document);
    if (const Errors* wrong = std::get_if<Errors>(&made)) {
      for (const Error& error : *wrong) of.report(error.code, error.path, error.detail);
      return false;
    }
    of.own_ = std::make_shared<const OwnFigures>(std::get<OwnFigures>(std::move(made)));
    return true;
  }

  static void ownInputs(Decoder& of, const Place& scenario) {
    const std::span<const OwnName> names =
        of.own_ ? std::span(of.own_->inputs) : std::span<const OwnName>();
    Own own{of.own_, std::vector<Input>(names.size())};
    const Tree* values = scenario.tree.find("own");
    for (std::size_t v = 0; values && v < values->items.size(); ++v) {
      const std::string& id = values->keys[v];
      const Place value{values->items[v], childPath(scenario.path + "/own", id)};
      std::size_t i = 0;
      while (i < names.size() && names[i].id != id) ++i;
      if (i < names.size()) {
        own.inputs[i] = of.ownInput(value, names[i].unit);
      } else {
        of.report(ErrorCode::idUnknown, value.path, id);
      }
    }
    if (of.own_) of.current_.scenario.own = std::make_shared<const Own>(std::move(own));
  }

  Input ownInput(const Place& value, OwnUnit unit) {
    if (unit != OwnUnit::rate) return quantity(value, Metric::ownInput, Scale::log);
    const Input rate = quantity(value, Metric::ownInput, Scale::logit);
    if (rate && current_.scenario.quantities[*rate].high > 1) {
      report(ErrorCode::fieldMaximum, value.path, "1");
    }
    return rate;
  }

  /// Those that count, and state something, are part of the plan; figures of the others are none of
  /// its quantities.
  void savings(const Place& in) {
    for (std::size_t i = 0; i < in.tree.items.size(); ++i) {
      const Place saving = in.at(i);
      const bool isStated = saving.has("amount") || saving.has("hours") || saving.has("hourlyCost");
      const bool counts = isStated && saving.has("counts") && saving.at("counts").tree.flag;
      if (!counts) quantities_ = &current_.uncounted;
      CostLine saved = line(saving);
      quantities_ = &current_.scenario.quantities;
      if (counts) current_.scenario.savings.push_back(std::move(saved));
    }
  }

  std::string text(const Place& in, std::string_view key) {
    return in.has(key) ? in.at(key).tree.text : std::string{};
  }

  void goal(const Place& in) {
    Goal goal;
    goal.metric = *metricById(in.at("metric").tree.text);
    goal.target = quantity(in.at("target"), Metric::goalTarget, Scale::fixed);
    goal.pricePerUnit = field(in, "pricePerUnit", Metric::pricePerUnit, Scale::fixed);
    current_.basketTarget = field(in, "basket", Metric::averageOrderValue, Scale::fixed);
    current_.scenario.goal = goal;
    GoalDates& dates = current_.dates;
    dates.start = text(in, "start");
    dates.deadline = text(in, "deadline");
    if (in.has("progress")) {
      dates.progressDate = in.at("progress").at("date").tree.text;
      dates.reached = in.at("progress").at("reached").tree.number;
    }
    checkDates(in.path, dates);
  }

  void checkDates(const std::string& path, const GoalDates& dates) {
    std::string last;
    for (const std::string& date : {dates.start, dates.progressDate, dates.deadline}) {
      if (date.empty()) continue;
      if (date < last) report(ErrorCode::goalDates, path, date);
      last = date;
    }
    if (!dates.start.empty() && dates.start == dates.deadline) {
      report(ErrorCode::goalDates, path, dates.deadline);
    }
  }

  void scenario(const Place& in) {
    current_ = {};
    Scenario& s = current_.scenario;
    s.id = in.at("id").tree.text;
    s.pointer = in.path;
    const Tree* role = in.tree.find("role");
    s.past = role && (role->text == "lastCampaign" || role->text == "samePeriodLastYear");
    s.action = choice(in.tree.find("action"),
                      {"lead", "subscriber", "booking", "order", "download", "signUp", "call"},
                      Action::lead);
    if (in.has("basis")) {
      s.basis = choice(in.tree.find("basis"), {"revenue", "margin"}, Basis::revenue);
    }
    s.periodMonths = period(in, "period", Metric::periodMonths);
    fields(in, s.given, kSharedFields);
    fields(in, s.given, kPlanFields);
    s.value = value(in, s.given);
    std::map<std::string, std::size_t> channels;
    const Place list = in.at("channels");
    for (std::size_t i = 0; i < list.tree.items.size(); ++i) {
      s.channels.push_back(channel(list.at(i)));
      s.channels.back().place = i;
      channels.emplace(s.channels.back().id, i);
    }
    if (in.has("sharedCosts")) {
      const Place shared = in.at("sharedCosts");
      for (std::size_t i = 0; i < shared.tree.items.size(); ++i) {
        s.shared.push_back(sharedLine(shared.at(i), channels));
      }
    }
    if (in.has("goal")) goal(in.at("goal"));
    if (in.has("time")) s.time = time(in.at("time"));
    if (own_ || in.has("own")) calledLater<&Decoder::ownInputs>(*this, in);
    if (in.has("savings")) savings(in.at("savings"));
    finish();
  }

  void finish() {
    Outcome<Scenario> made = makeScenario(std::move(current_.scenario));
    if (const Errors* wrong = std::get_if<Errors>(&made)) {
      for (const Error& error : *wrong) report(error.code, error.path, error.detail);
      return;
    }
    current_.scenario = std::get<Scenario>(std::move(made));
    document_.push_back(std::move(current_));
  }

  std::string prefix_;
  Errors errors_;
  Document document_;
  DocumentScenario current_;
  std::shared_ptr<const OwnFigures> own_;
  std::vector<Quantity>* quantities_ = &current_.scenario.quantities;  ///< where figures go
  std::size_t lines_ = 0;
};

}  // namespace

Outcome<Document> decode(const Tree& document, const std::string& path) {
  if (isOlder(document)) return decode(migrated(document).document, path);
  Errors wrong = differences(document, path);
  if (!wrong.empty()) return wrong;
  return Decoder(path).decode(document);
}

}  // namespace roi::json
