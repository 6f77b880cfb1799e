// A brief is held against its contract and that of documents; then it says what it makes of a plan.

#include <algorithm>
#include <optional>

#include "json/api.h"
#include "json/brief_text.h"  // generated from core/contract/brief.schema.json
#include "json/migrate.h"
#include "json/own.h"
#include "json/request.h"
#include "json/schema.h"
#include "json/validator.h"
#include "roi/metric.h"
#include "roi/own_figure.h"

namespace roi::json {
namespace {

constexpr std::size_t kMostDigits = 6;

// The contract

/// The plan that a brief states is read as all documents are.
class BriefValidator : public Validator {
 public:
  using Validator::Validator;

  void check(const Tree& tree, const Tree& schema, const Path& path) override {
    const Tree* reference = schema.find("$ref");
    if (reference && reference->text == "scenario.schema.json") return;
    const Tree* format = schema.find("format");
    const bool isName = format && format->text == "resultName" && tree.kind == Tree::Kind::string;
    if (isName) return metric(tree.text, path);
    Validator::check(tree, schema, path);
  }

 private:
  /// Own figures are looked up once the plan is known that the brief begins with.
  void metric(const std::string& name, const Path& path) {
    if (name.starts_with(kOwnPrefix)) return;
    const std::optional<Metric> metric = metricById(name);
    if (!metric || !isResult(*metric)) report(ErrorCode::requestMetric, path, name);
  }
};

Errors formErrors(const Tree& brief) {
  static const Tree contract = std::get<Tree>(parseTree(kBriefText));
  BriefValidator validator(contract, "/brief");
  validator.check(brief, contract, {});
  return std::move(validator).errors();
}

// Places of a document

bool isPlaceInList(std::string_view part) {
  return !part.empty() && part.size() <= kMostDigits &&
         std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Calls visit(path, part) for each place of a document that a pointer leads to: the part is
/// nullptr where the document says nothing there. Entries that a list does not have are no places.
template <class Visit>
void eachPlace(const Tree* whole, std::string_view pointer, const std::string& path,
               const Visit& visit) {
  if (pointer.empty()) return visit(path, whole);
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view key = pointer.substr(1, end - 1);
  const std::string_view rest = pointer.substr(end);
  const bool isEvery = key == "*";
  if (!isEvery && !isPlaceInList(key)) {
    return eachPlace(whole ? whole->find(key) : nullptr, rest, childPath(path, key), visit);
  }
  const std::size_t length = whole ? whole->items.size() : 0;
  const std::size_t first = isEvery ? 0 : placeNamed(key);
  const std::size_t last = isEvery ? length : std::min(length, first + 1);
  for (std::size_t i = first; i < last; ++i) {
    eachPlace(&whole->items[i], rest, childPath(path, std::to_string(i)), visit);
  }
}

/// The part of that name, made where there is none.
Tree& made(Tree& object, std::string_view key) {
  const auto at = std::find(object.keys.begin(), object.keys.end(), key);
  if (at != object.keys.end()) {
    return object.items[static_cast<std::size_t>(at - object.keys.begin())];
  }
  object.kind = Tree::Kind::object;
  object.keys.emplace_back(key);
  return object.items.emplace_back();
}

/// Puts a value to one place, which has no *.
void put(Tree& whole, std::string_view pointer, const Tree& value) {
  Tree* part = &whole;
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view key = pointer.substr(1, end - 1);
    const bool isList = part->kind == Tree::Kind::array;
    part = isList ? &part->items[placeNamed(key)] : &made(*part, key);
    pointer.remove_prefix(end);
  }
  *part = value;
}

// Fields

struct Span {
  double low;
  double high;
};

/// Between what a figure lies; none of what is no figure.
std::optional<Span> endsOf(const Tree& figure) {
  if (figure.kind == Tree::Kind::number) return Span{figure.number, figure.number};
  const Tree* value = figure.find("value");
  const Tree* low = value ? value : figure.find("low");
  const Tree* high = value ? value : figure.find("high");
  if (!low || !high) return std::nullopt;
  return Span{low->number, high->number};
}

bool holdsSpan(const Tree& field) { return field.find("low") || field.find("high"); }

bool isWithin(const Tree& figure, const Tree& field) {
  const std::optional<Span> ends = endsOf(figure);
  const Tree* low = field.find("low");
  const Tree* high = field.find("high");
  return !ends || ((!low || ends->low >= low->number) && (!high || ends->high <= high->number));
}

std::string spanText(const Tree& field) {
  const Tree* low = field.find("low");
  const Tree* high = field.find("high");
  return (low ? shown(low->number) : "") + ".." + (high ? shown(high->number) : "");
}

bool is(const Tree& field, std::string_view flag) {
  const Tree* tree = field.find(flag);
  return tree && tree->flag;
}

const std::string& pointerOf(const Tree& field) { return field.find("pointer")->text; }

// Texts

bool isDigitOrLetter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool areVisible(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > ' ' && c != '"' && c != '<' && c != '>'; });
}

bool isWebAddress(std::string_view text) {
  constexpr std::string_view kStart = "https://";
  return text.starts_with(kStart) && text.size() > kStart.size() && areVisible(text);
}

bool isMailAddress(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find(':') == std::string_view::npos && areVisible(text);
}

bool isColour(std::string_view text) {
  return text.starts_with('#') && (text.size() == 4 || text.size() == 7) &&
         std::all_of(text.begin() + 1, text.end(), [](char c) {
           return isDigitOrLetter(c) && (c <= 'F' || (c >= 'a' && c <= 'f'));
         });
}

/// Holds no sign that a rule of CSS could be made with.
bool isFont(std::string_view text) {
  constexpr std::string_view kSigns = " ,-_.'\"";
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return isDigitOrLetter(c) || kSigns.find(c) != std::string_view::npos;
  });
}

/// What a contract cannot say of a brief, and what it says of the plan it begins with.
class BriefCheck {
 public:
  /// names: what conditions and key figures may name besides the plan's figures.
  BriefCheck(const Tree& brief, const Tree& start, const OwnFigures& names)
      : brief_(brief), start_(start), names_(names) {}

  Errors errors() && {
    each("fields", [this](const Tree& one, const Path& path) { field(one, path); });
    each("figures", [this](const Tree& one, const Path& path) { figure(one, path); });
    each("messages", [this](const Tree& one, const Path& path) { message(one, path); });
    if (const Tree* brand = brief_.find("brand")) look(*brand, root_["brand"]);
    if (const Tree* call = brief_.find("callToAction")) callToAction(*call, root_["callToAction"]);
    return std::move(errors_);
  }

 private:
  void report(ErrorCode code, const Path& path, std::string detail = {}) {
    addError(errors_, {code, path.text("/brief"), std::move(detail)});
  }

  template <class Check>
  void each(std::string_view list, const Check& check) {
    const Tree* items = brief_.find(list);
    const Path path = root_[list];
    for (std::size_t i = 0; items && i < items->items.size(); ++i) {
      check(items->items[i], path[i]);
    }
  }

  void field(const Tree& field, const Path& path) {
    const Tree* schema = schemaAt(pointerOf(field));
    if (!schema) return report(ErrorCode::briefPlace, path["pointer"], pointerOf(field));
    unique(field, path);
    words(field.find("label"), path["label"]);
    words(field.find("help"), path["help"]);
    span(field, *schema, path);
    begins(field, *schema, path);
    filledIn(field, path);
    if (const Tree* list = field.find("benchmarks")) benchmarks(*list, *schema, path["benchmarks"]);
  }

  void unique(const Tree& field, const Path& path) {
    const std::vector<Tree>& all = brief_.find("fields")->items;
    const bool isRepeated = std::any_of(all.begin(), all.end(), [&](const Tree& other) {
      return &other < &field && pointerOf(other) == pointerOf(field);
    });
    if (isRepeated) report(ErrorCode::idDuplicate, path["pointer"], pointerOf(field));
  }

  void span(const Tree& field, const Tree& schema, const Path& path) {
    if (!holdsSpan(field)) return;
    const Tree* low = field.find("low");
    const Tree* high = field.find("high");
    const std::string_view end = low ? "low" : "high";
    if (!isOfNumbers(schema)) return report(ErrorCode::briefNumber, path[end]);
    if (low && high && low->number > high->number) return report(ErrorCode::rangeOrder, path[end]);
    bool isHeld = true;
    eachPlace(&start_, pointerOf(field), {}, [&](const std::string&, const Tree* figure) {
      isHeld = isHeld && (!figure || isWithin(*figure, field));
    });
    if (!isHeld) report(ErrorCode::briefSpan, path[end], spanText(field));
  }

  void begins(const Tree& field, const Tree& schema, const Path& path) {
    const Tree* value = field.find("value");
    if (!value) return;
    valueIn(*value, schema, path["value"]);
    bool isAnywhere = false;
    eachPlace(&start_, pointerOf(field), {},
              [&](const std::string&, const Tree*) { isAnywhere = true; });
    if (!isAnywhere) report(ErrorCode::idUnknown, path["pointer"], pointerOf(field));
  }

  void valueIn(const Tree& value, const Tree& schema, const Path& path) {
    for (Error& error : valueDifferences(value, schema, path.text("/brief"))) {
      addError(errors_, std::move(error));
    }
  }

  /// Whoever has to fill a field in must be able to.
  void filledIn(const Tree& field, const Path& path) {
    if (!is(field, "required")) return;
    bool isEmpty = is(field, "hidden");
    eachPlace(&start_, pointerOf(field), {}, [&](const std::string&, const Tree* part) {
      isEmpty = isEmpty || (!part && is(field, "locked"));
    });
    if (isEmpty) report(ErrorCode::briefRequired, path["required"], pointerOf(field));
  }

  void benchmarks(const Tree& list, const Tree& schema, const Path& path) {
    if (!isOfNumbers(schema)) return report(ErrorCode::briefNumber, path);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const Tree& one = list.items[i];
      address(*one.find("address"), false, path[i]["address"]);
      valueIn(*one.find("value"), schema, path[i]["value"]);
    }
  }

  void words(const Tree* words, const Path& path) {
    if (words && words->keys.empty()) report(ErrorCode::briefWords, path);
  }

  void address(const Tree& address, bool isOfMail, const Path& path) {
    const bool isGood = isOfMail ? isMailAddress(address.text) : isWebAddress(address.text);
    if (!isGood) report(ErrorCode::briefAddress, path, address.text);
  }

  void figure(const Tree& figure, const Path& path) {
    const std::string& name = figure.find("metric")->text;
    if (!name.starts_with(kOwnPrefix)) return;
    const std::string_view id = std::string_view(name).substr(kOwnPrefix.size());
    const bool isThere = std::any_of(names_.figures.begin(), names_.figures.end(),
                                     [&](const OwnName& one) { return one.id == id; });
    if (!isThere) report(ErrorCode::requestMetric, path["metric"], name);
  }

  void message(const Tree& message, const Path& path) {
    words(message.find("text"), path["text"]);
    const Outcome<Expression> made = makeCondition(message.find("when")->text, names_);
    const Errors* wrong = std::get_if<Errors>(&made);
    for (std::size_t i = 0; wrong && i < wrong->size(); ++i) {
      report((*wrong)[i].code, path["when"], (*wrong)[i].detail);
    }
  }

  void look(const Tree& brand, const Path& path) {
    for (std::size_t i = 0; i < brand.keys.size(); ++i) {
      const std::string& key = brand.keys[i];
      const std::string& text = brand.items[i].text;
      const bool isOfFont = key == "serif" || key == "sans";
      if (key == "name" || key == "radius") continue;
      const bool isGood = isOfFont ? isFont(text) : isColour(text);
      if (!isGood) report(ErrorCode::fieldFormat, path[key], isOfFont ? "font" : "#rrggbb");
    }
  }

  void callToAction(const Tree& call, const Path& path) {
    words(call.find("text"), path["text"]);
    const std::string& kind = call.find("kind")->text;
    if (kind == "event") return;
    const Tree* stated = call.find("address");
    if (!stated) return report(ErrorCode::fieldRequired, path["address"], "address");
    address(*stated, kind == "mailto", path["address"]);
  }

  const Tree& brief_;
  const Tree& start_;
  const OwnFigures& names_;
  const Path root_;
  Errors errors_;
};

/// The plan of a brief with the values that its fields begin with.
Tree startOf(const Tree& brief, const Tree& fallback) {
  const Tree* stated = brief.find("start");
  Tree start = stated ? *stated : fallback;
  if (isOlder(start)) start = migrated(std::move(start)).document;
  const Tree* fields = brief.find("fields");
  for (std::size_t i = 0; fields && i < fields->items.size(); ++i) {
    const Tree& field = fields->items[i];
    const Tree* value = field.find("value");
    if (!value || !schemaAt(pointerOf(field))) continue;
    std::vector<std::string> places;
    eachPlace(&start, pointerOf(field), {},
              [&](const std::string& path, const Tree*) { places.push_back(path); });
    for (const std::string& place : places) put(start, place, *value);
  }
  return start;
}

std::string openedBrief(const Tree& brief, const Tree& document) {
  const bool isStated = brief.find("start") != nullptr;
  const std::string path = isStated ? "/brief/start" : "/document";
  const Tree& plan = isStated ? *brief.find("start") : document;
  return onSuccess(decode(plan, path), [&](const Document& decoded) {
    const Tree start = startOf(brief, document);
    const Errors errors = BriefCheck(brief, start, *ownOf(decoded.front().scenario).of).errors();
    if (!errors.empty()) return reply(errors);
    return onSuccess(decode(start, path), [&](const Document&) {
      Writer out;
      out.open('{').key("document").tree(start).close('}');
      return reply(std::move(out));
    });
  });
}

// What a brief says of a plan

class BriefAnswer {
 public:
  BriefAnswer(const Tree& brief, const Tree& document, const Document& decoded, std::size_t at)
      : brief_(brief),
        document_(document),
        scenario_(decoded[at].scenario),
        place_("/scenarios/" + std::to_string(at) + "/") {}

  std::string answer() {
    out_.open('{');
    each("missing", [this](const Tree& field) { missing(field); });
    each("outside", [this](const Tree& field) { outside(field); });
    messages();
    out_.close('}');
    return reply(std::move(out_));
  }

 private:
  template <class Write>
  void each(std::string_view key, const Write& write) {
    out_.key(key).open('[');
    const Tree* fields = brief_.find("fields");
    for (std::size_t i = 0; fields && i < fields->items.size(); ++i) {
      write(fields->items[i]);
    }
    out_.close(']');
  }

  void messages() {
    out_.key("messages").open('[');
    const Tree* messages = brief_.find("messages");
    Recorded recorded(scenario_);
    for (std::size_t i = 0; messages && i < messages->items.size(); ++i) {
      const Outcome<Expression> made =
          makeCondition(messages->items[i].find("when")->text, *ownOf(scenario_).of);
      const Expression* condition = std::get_if<Expression>(&made);
      if (condition && holds(recorded.sheet, *condition).holds) {
        out_.number(static_cast<double>(i));
      }
    }
    out_.close(']');
  }

  void missing(const Tree& field) {
    if (!is(field, "required")) return;
    eachPlace(&document_, pointerOf(field), {}, [&](const std::string& path, const Tree* part) {
      if (!part && path.starts_with(place_)) out_.text(path);
    });
  }

  void outside(const Tree& field) {
    if (!holdsSpan(field)) return;
    eachPlace(&document_, pointerOf(field), {}, [&](const std::string& path, const Tree* part) {
      if (!part || isWithin(*part, field)) return;
      out_.open('{').key("pointer").text(path);
      for (const char* end : {"low", "high"}) {
        if (const Tree* number = field.find(end)) out_.key(end).number(number->number);
      }
      out_.close('}');
    });
  }

  const Tree& brief_;
  const Tree& document_;
  const Scenario& scenario_;
  const std::string place_;
  Writer out_;
};

std::string followBriefRequest(const Tree& request, const Document& document) {
  const Tree& brief = *request.find("brief");
  const Errors wrong = formErrors(brief);
  if (!wrong.empty()) return reply(wrong);
  RequestReader read(request, document);
  const DocumentScenario& scenario = read.scenario();
  if (!read.errors().empty()) return reply(read.errors());
  const auto at = static_cast<std::size_t>(&scenario - document.data());
  return BriefAnswer(brief, *request.find("document"), document, at).answer();
}

}  // namespace

std::string openBrief(std::string_view text) {
  return onSuccess(parseTree(text, kMaxRequest), [](const Tree& request) {
    Errors errors = requestErrors(request, kOpenBriefFields);
    if (!errors.empty()) return reply(errors);
    const Tree& brief = *request.find("brief");
    errors = formErrors(brief);
    if (!errors.empty()) return reply(errors);
    return openedBrief(brief, *request.find("document"));
  });
}

std::string followBrief(std::string_view text) {
  return answer(text, kFollowBriefFields, followBriefRequest);
}

}  // namespace roi::json
