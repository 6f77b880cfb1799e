// What holds for every document. ROI_SEED=<seed of a failure> runs that document first.

#include <gtest/gtest.h>

#include <cstring>
#include <functional>
#include <map>
#include <set>

#include "json/api.h"
#include "json/document.h"
#include "property/random_document.h"

namespace roi::test::property_test {
namespace {

constexpr int kDocuments = 150;

std::uint64_t firstSeed() {
  const char* text = std::getenv("ROI_SEED");
  return text ? std::strtoull(text, nullptr, 10) : 20261122;
}

/// Runs a check on random documents, with the seed in every failure.
void forDocuments(int count, const Shape& shape, const std::function<void(const Json&)>& check) {
  const std::uint64_t first = firstSeed();
  for (std::uint64_t seed = first; seed < first + static_cast<std::uint64_t>(count); ++seed) {
    SCOPED_TRACE("ROI_SEED=" + std::to_string(seed));
    check(randomDocument(seed, shape));
    if (::testing::Test::HasFailure()) return;
  }
}

Json evaluated(const Json& document) {
  const Json reply = Json::parse(json::evaluate(document.dump()), nullptr, false);
  EXPECT_FALSE(reply.is_discarded());
  EXPECT_TRUE(reply.value("ok", false)) << reply.dump();
  return reply["value"]["scenarios"][0];
}

std::vector<Metric> results() {
  std::vector<Metric> list;
  for (std::size_t i = 0; i < kMetrics; ++i) {
    if (isResult(static_cast<Metric>(i))) list.push_back(static_cast<Metric>(i));
  }
  return list;
}

std::string id(Metric m) { return std::string(info(m).id); }

double numberOr0(const Json& figures, Metric m) {
  const Json& figure = figures[id(m)];
  return figure.is_number() ? figure.get<double>() : 0;
}

/// The same figures but for rounding; reasons may differ, for they name what is met first.
void expectSame(const Json& a, const Json& b, double relative) {
  for (const Metric m : results()) {
    const Json& x = a[id(m)];
    const Json& y = b[id(m)];
    ASSERT_EQ(x.is_number(), y.is_number()) << id(m) << ' ' << x << ' ' << y;
    if (!x.is_number()) continue;
    const double size = yardstick(m, x.get<double>(), [&](Metric of) { return numberOr0(a, of); });
    EXPECT_LE(std::fabs(x.get<double>() - y.get<double>()), relative * size) << id(m);
  }
}

// Money

/// Multiplies a figure, in whichever form it stands.
void multiply(Json& figure, double by) {
  if (figure.is_number()) figure = figure.get<double>() * by;
  if (!figure.is_object()) return;
  for (const char* part : {"value", "low", "likely", "high"}) {
    if (figure.contains(part)) figure[part] = figure[part].get<double>() * by;
  }
}

bool isMoney(const std::string& field) {
  static const std::set<std::string> kFields = {"adSpendCpm",
                                                "adSpendCpc",
                                                "revenuePerCustomer",
                                                "marginPerCustomer",
                                                "averageOrderValue",
                                                "revenuePerMonth",
                                                "amount",
                                                "hourlyCost",
                                                "yearlySalary",
                                                "pricePerUnit"};
  return kFields.count(field) > 0;
}

void multiplyMoney(Json& json, double by) {
  if (json.is_array()) {
    for (Json& item : json) multiplyMoney(item, by);
  }
  if (!json.is_object()) return;
  for (auto& [field, value] : json.items()) {
    if (field == "yearlyRevenue") {
      for (Json& year : value) multiply(year, by);
    } else if (isMoney(field)) {
      multiply(value, by);
    } else {
      multiplyMoney(value, by);
    }
  }
}

void expectScaled(const Json& before, const Json& after, double by) {
  for (const Metric m : results()) {
    const Json& x = before[id(m)];
    const Json& y = after[id(m)];
    if (!x.is_number()) {
      EXPECT_EQ(x, y) << id(m);
    } else {
      EXPECT_EQ(x.get<double>() * (info(m).unit == Unit::money ? by : 1), y.get<double>()) << id(m);
    }
  }
}

TEST(PropertyTest, MoneyTimesAPowerOfTwo_ScalesMoneyAndLeavesTheRestBitForBit) {
  forDocuments(kDocuments, {}, [](const Json& document) {
    Json scaled = document;
    multiplyMoney(scaled, 4);  // its square root is exact as well: ranges keep their middle
    const Json before = evaluated(document);
    const Json after = evaluated(scaled);
    expectScaled(before["total"], after["total"], 4);
    for (std::size_t c = 0; c < before["channels"].size(); ++c) {
      expectScaled(before["channels"][c]["results"], after["channels"][c]["results"], 4);
    }
    EXPECT_EQ(before["ranked"], after["ranked"]);
  });
}

// Channels

TEST(PropertyTest, TwoEqualChannels_AreOneOfTwiceTheSize) {
  forDocuments(kDocuments, {.channels = 3}, [](const Json& document) {
    Json two = document;
    Json& channels = two["scenarios"][0]["channels"];
    channels.push_back(channels[0]);
    channels.back()["id"] = "copy";
    Json one = document;
    Json& merged = one["scenarios"][0]["channels"][0];
    for (const char* count : {"impressions", "clicks", "leads", "customers"}) {
      if (merged.contains(count)) multiply(merged[count], 2);
    }
    const Json costs = merged["costs"];
    for (const Json& line : costs) merged["costs"].push_back(line);
    Json twice = evaluated(two)["total"];
    const Json once = evaluated(one);
    // what is allocated equally goes by the number of channels: those left out get another part
    for (const Metric m : results()) {
      const Category of = info(m).category;
      const bool isOfCounted = of == Category::unitCost || of == Category::breakEven ||
                               m == Metric::ltvToCac || m == Metric::cacPayback;
      if (isOfCounted && !once["leftOut"].empty()) twice[id(m)] = once["total"][id(m)];
    }
    expectSame(twice, once["total"], 1e-12);
  });
}

std::map<std::string, Json> byId(const Json& channels) {
  std::map<std::string, Json> map;
  for (const Json& channel : channels) map[channel["id"]] = channel["results"];
  return map;
}

TEST(PropertyTest, OrderOfChannels_ChangesNoFigure) {
  forDocuments(kDocuments, {.channels = 6}, [](const Json& document) {
    Json turned = document;
    Json& channels = turned["scenarios"][0]["channels"];
    std::reverse(channels.begin(), channels.end());
    std::rotate(channels.begin(), channels.begin() + channels.size() / 2, channels.end());
    const Json before = evaluated(document);
    const Json after = evaluated(turned);
    expectSame(before["total"], after["total"], 1e-12);
    const auto other = byId(after["channels"]);
    for (const auto& [channel, figures] : byId(before["channels"])) {
      SCOPED_TRACE(channel);
      expectSame(figures, other.at(channel), 1e-12);
    }
    EXPECT_EQ(std::set<Json>(before["leftOut"].begin(), before["leftOut"].end()),
              std::set<Json>(after["leftOut"].begin(), after["leftOut"].end()));
  });
}

double sumOf(const Json& scenario, Metric share, std::size_t& defined) {
  double sum = 0;
  for (const Json& channel : scenario["channels"]) {
    defined += channel["results"][id(share)].is_number();
    sum += numberOr0(channel["results"], share);
  }
  return sum;
}

TEST(PropertyTest, Shares_SumToOne) {
  int seen = 0;
  forDocuments(kDocuments, {}, [&](const Json& document) {
    const Json scenario = evaluated(document);
    for (const Metric share : {Metric::costShare, Metric::returnShare}) {
      std::size_t defined = 0;
      const double sum = sumOf(scenario, share, defined);
      if (defined != scenario["channels"].size() || !scenario["leftOut"].empty()) continue;
      EXPECT_NEAR(sum, 1, 1e-12) << id(share);
      ++seen;
    }
  });
  EXPECT_GT(seen, kDocuments / 2);
}

// Profit

void expectSigns(const Json& figures) {
  if (!figures["roi"].is_number()) return;
  const double roi = figures["roi"];
  const double profit = figures["profit"];
  EXPECT_GT(figures["cost"].get<double>(), 0);
  EXPECT_EQ(roi > 0, profit > 0) << roi << ' ' << profit;
  EXPECT_EQ(roi < 0, profit < 0) << roi << ' ' << profit;
}

TEST(PropertyTest, Roi_HasTheSignOfTheProfit) {
  forDocuments(kDocuments, {}, [](const Json& document) {
    const Json scenario = evaluated(document);
    expectSigns(scenario["total"]);
    for (const Json& channel : scenario["channels"]) expectSigns(channel["results"]);
  });
}

/// The channel alone, its leads typed, at a cost of so much for each.
Json atFullCostCpl(const Json& document, double leads, double cpl) {
  Json changed = document;
  Json& scenario = changed["scenarios"][0];
  scenario.erase("sharedCosts");
  scenario.erase("goal");
  Json& channel = scenario["channels"][0];
  for (const char* field :
       {"impressions", "ctr", "adSpendCpm", "clicks", "adSpendCpc", "conversionRate", "response"}) {
    channel.erase(field);
  }
  channel["leads"] = leads;
  channel["costs"] = Json::array({{{"kind", "other"}, {"amount", cpl * leads}}});
  return changed;
}

TEST(PropertyTest, BreakEvenCpl_IsWhereTheProfitVanishes) {
  int seen = 0;
  forDocuments(kDocuments, {.channels = 1, .whole = true}, [&](const Json& document) {
    const Json figures = evaluated(document)["channels"][0]["results"];
    const double leads = numberOr0(figures, Metric::leads);
    const double cpl = numberOr0(figures, Metric::breakEvenCpl);
    if (cpl * leads < 1e-6 || cpl * leads > 1e11 || leads < 1e-6 || leads > 1e11) return;
    const Json there = evaluated(atFullCostCpl(document, leads, cpl))["channels"][0]["results"];
    EXPECT_LE(std::fabs(there["profit"].get<double>()), 1e-9 * there["cost"].get<double>());
    EXPECT_LE(std::fabs(there["roi"].get<double>()), 1e-9);
    const Json above = evaluated(atFullCostCpl(document, leads, cpl * 1.01));
    EXPECT_LT(above["channels"][0]["results"]["profit"].get<double>(), 0);
    ++seen;
  });
  EXPECT_GT(seen, kDocuments / 2);
}

// Every reply

void expectFinite(const Json& json) {
  EXPECT_FALSE(json.is_null());
  if (json.is_number()) {
    EXPECT_TRUE(std::isfinite(json.get<double>()));
  }
  if (json.is_structured()) {
    for (const Json& item : json) expectFinite(item);
  }
}

TEST(PropertyTest, Evaluate_NeverGivesWhatIsNoNumber) {
  forDocuments(4 * kDocuments, {.channels = 5}, [](const Json& document) {
    const std::string reply = json::evaluate(document.dump());
    EXPECT_EQ(reply.find("nan"), std::string::npos);
    EXPECT_EQ(reply.find("inf"), std::string::npos);
    const Json json = Json::parse(reply, nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << reply;
    EXPECT_TRUE(json["ok"].get<bool>()) << reply;
    expectFinite(json);
  });
}

// Explanations

/// A figure as a reply holds it: a number, or why there is none.
struct Walked {
  double value = 0;
  std::string why;
};

Walked walkedOf(const Json& figure) {
  if (figure.is_number()) return {figure.get<double>(), {}};
  return {0, figure["undefined"].get<std::string>()};
}

/// Works an explanation out again from its inputs, by its terms alone.
class Walker {
 public:
  explicit Walker(const Json& entries) : entries_(entries), known_(entries.size()) {}

  Walked entry(std::size_t index) {
    if (known_[index]) return *known_[index];
    const Json& e = entries_[index];
    const Walked result = e["entry"] == "figure" ? formula(e["terms"]) : walkedOf(e["value"]);
    known_[index] = result;
    return result;
  }

 private:
  Walked formula(const Json& terms) {
    std::vector<Walked> done;
    for (const Json& term : terms) done.push_back(this->term(term, done));
    return done.back();
  }

  Walked term(const Json& term, const std::vector<Walked>& done) {
    if (term.contains("constant")) return {term["constant"].get<double>(), {}};
    if (term.contains("entry")) return entry(term["entry"].get<std::size_t>());
    std::vector<Walked> of;
    for (const Json& operand : term["of"]) of.push_back(done.at(operand.get<std::size_t>()));
    return apply(term["op"], of);
  }

  static Walked apply(const std::string& op, const std::vector<Walked>& of) {
    if (op == "ifPositive") return !of[0].why.empty() ? of[0] : of[0].value > 0 ? of[1] : of[2];
    Walked result = of[0];
    for (std::size_t i = 1; i < of.size(); ++i) result = two(op, result, of[i]);
    return result;
  }

  static Walked two(const std::string& op, const Walked& a, const Walked& b) {
    if (!a.why.empty()) return a;
    if (!b.why.empty()) return b;
    if (op == "sum" || op == "add") return {a.value + b.value, {}};
    if (op == "subtract") return {a.value - b.value, {}};
    if (op == "multiply") return {a.value * b.value, {}};
    if (op == "power") return {power(a.value, b.value), {}};
    EXPECT_EQ(op, "quotient");
    if (b.value == 0) return {0, "zero:"};  // a term does not name what is zero
    return {a.value / b.value, {}};
  }

  const Json& entries_;
  std::vector<std::optional<Walked>> known_;
};

void expectIs(const Walked& walked, const Json& figure) {
  const Walked stated = walkedOf(figure);
  if (walked.why.empty()) {
    EXPECT_EQ(stated.why, "");
    EXPECT_EQ(std::memcmp(&walked.value, &stated.value, sizeof(double)), 0)
        << walked.value << ' ' << stated.value;
  } else if (walked.why == "zero:") {
    EXPECT_EQ(stated.why.rfind("zero:", 0), 0U) << stated.why;
  } else {
    EXPECT_EQ(walked.why, stated.why);
  }
}

void expectInput(const Json& entry, const Json& document) {
  if (entry["metric"] == "goalScale") return;  // found, not typed
  const Json::json_pointer pointer(entry["pointer"].get<std::string>());
  ASSERT_TRUE(document.contains(pointer)) << entry["pointer"];
  const Json& typed = document[pointer];
  if (typed.is_number()) {
    EXPECT_EQ(entry["value"], typed);
  }
  if (!typed.is_object()) return;
  for (const char* part : {"value", "likely", "months"}) {
    if (typed.contains(part)) {
      EXPECT_EQ(entry["value"], typed[part]) << typed;
    }
  }
  for (const char* part : {"low", "high", "provenance", "source"}) {
    if (typed.contains(part)) {
      EXPECT_EQ(entry[part], typed[part]) << typed;
    }
  }
}

Json replyTo(std::string (*call)(std::string_view), const Json& request) {
  const Json reply = Json::parse(call(request.dump()), nullptr, false);
  EXPECT_TRUE(!reply.is_discarded() && reply["ok"].get<bool>()) << reply.dump();
  return reply["value"];
}

void expectExplained(const Json& document, const Json& entries) {
  Walker walker(entries);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    expectIs(walker.entry(i), entries[i]["value"]);
    if (entries[i]["entry"] == "input") expectInput(entries[i], document);
    if (entries[i].contains("kind")) {
      const Json::json_pointer line(entries[i]["pointer"].get<std::string>());
      EXPECT_TRUE(document.contains(line)) << line.to_string();
    }
  }
}

/// A plan's results, of the total by no name and of each channel by its own.
std::map<std::string, Json> sheetOf(const Json& scenario) {
  std::map<std::string, Json> sheet = {{"", scenario["total"]}};
  for (const Json& channel : scenario["channels"]) sheet[channel["id"]] = channel["results"];
  return sheet;
}

TEST(PropertyTest, Explanation_WorksOutToTheFigureBitForBit) {
  forDocuments(24, {.channels = 3}, [](const Json& document) {
    const Json scenario = evaluated(document);
    const Json all = replyTo(json::explain, {{"document", document}});
    expectExplained(document, all["entries"]);
    std::map<std::string, std::size_t> explained;
    std::map<std::string, Json> sheet = sheetOf(scenario);
    for (const Json& figure : all["figures"]) {
      const Json& of = sheet[figure.value("channel", "")];
      const std::string metric = figure["metric"];
      if (!of.contains(metric)) continue;  // of the goal: below
      explained[metric] += 1;
      EXPECT_EQ(all["entries"][figure["entry"].get<std::size_t>()]["value"], of[metric]) << figure;
    }
    for (const Metric m : results()) EXPECT_EQ(explained[id(m)], sheet.size()) << id(m);
    if (!scenario.contains("goal")) return;
    for (const auto& [metric, figure] : scenario["goal"]["results"].items()) {
      const Json request = {{"document", document}, {"metric", metric}};
      const Json entries = replyTo(json::explain, request)["entries"];
      EXPECT_EQ(entries[0]["value"], figure) << metric;
      expectExplained(document, entries);
    }
  });
}

/// What a figure of its own comes to, or why it does not.
Json ownFigure(const Json& scenario, const char* id) {
  for (const Json& one : scenario["own"]) {
    if (one["id"] == id) return one["value"];
  }
  return nullptr;
}

TEST(PropertyTest, OwnFigures_AreWhatTheirFormulasSay_AndLeaveThePlanAsItIs) {
  int own = 0;
  forDocuments(kDocuments, {}, [&](const Json& document) {
    if (!document.contains("own")) return;
    ++own;
    const Json scenario = evaluated(document);
    const Json typed = document["scenarios"][0].value("own", Json::object());
    const bool isSingle = typed.contains("savedHours") && typed["savedHours"].is_number() &&
                          typed.contains("wage") && typed["wage"].is_number() &&
                          typed.contains("licence") && typed["licence"].is_number();
    const Json netSaved = ownFigure(scenario, "netSaved");
    if (isSingle) {
      const double expected = typed["savedHours"].get<double>() * typed["wage"].get<double>() -
                              typed["licence"].get<double>();
      EXPECT_EQ(netSaved.get<double>(), expected);
    }
    for (const char* input : {"savedHours", "wage", "licence"}) {
      EXPECT_TRUE(typed.contains(input) || netSaved.is_object()) << input;
    }
    Json without = document;
    without.erase("own");
    for (Json& one : without["scenarios"]) one.erase("own");
    const Json plain = evaluated(without);
    EXPECT_EQ(scenario["total"], plain["total"]);
    EXPECT_EQ(scenario["channels"], plain["channels"]);
  });
  EXPECT_GT(own, kDocuments / 10);
}

TEST(PropertyTest, SameSeed_GivesTheSameDocument) {
  EXPECT_EQ(randomDocument(5), randomDocument(5));
  EXPECT_NE(randomDocument(5), randomDocument(6));
}

}  // namespace
}  // namespace roi::test::property_test
