#include "roi/expression.h"

#include <algorithm>
#include <array>
#include <optional>

#include "roi/decimal.h"
#include "roi/scenario.h"

namespace roi {
namespace {

constexpr std::array<std::string_view, kOwnUnits> kUnits = {
    "money", "count",        "rate",          "ratio",         "months",
    "hours", "moneyPerHour", "moneyPerMonth", "hoursPerMonth", "countPerMonth"};
constexpr std::array<Dimension, kOwnUnits> kDimensions = {{
    {1, 0, 0},
    {},
    {},
    {},
    {0, 1, 0},
    {0, 0, 1},
    {1, 0, -1},
    {1, -1, 0},
    {0, -1, 1},
    {0, -1, 0},
}};
constexpr std::array<Metric, 11> kPlanInputs = {
    Metric::periodMonths,      Metric::businessRevenue,    Metric::refunds,
    Metric::commissions,       Metric::revenuePerCustomer, Metric::marginPerCustomer,
    Metric::averageOrderValue, Metric::ordersPerYear,      Metric::years,
    Metric::revenuePerMonth,   Metric::monthlyChurn};
constexpr std::array<std::string_view, 6> kWords = {"and", "or", "not", "min", "max", "if"};
constexpr std::size_t kLongestId = 40;

Dimension dimensionOf(OwnUnit unit) { return kDimensions[static_cast<std::size_t>(unit)]; }

/// Of a metric's unit; of what is per month, per month.
Dimension dimensionOf(Metric metric) {
  if (metric == Metric::revenuePerMonth || metric == Metric::monthlyMargin) {
    return dimensionOf(OwnUnit::moneyPerMonth);
  }
  if (metric == Metric::monthlyChurn) return dimensionOf(OwnUnit::countPerMonth);
  switch (info(metric).unit) {
    case Unit::money: return dimensionOf(OwnUnit::money);
    case Unit::months: return dimensionOf(OwnUnit::months);
    default: return {};
  }
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

struct Token {
  enum class Kind : std::uint8_t { end, number, name, text, mark, unknown };
  Kind kind = Kind::end;
  std::string_view text;  ///< of a text without its quotes
  std::size_t at = 0;
};

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) {}

  Token next() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    if (at_ == text_.size()) return {Token::Kind::end, {}, at_};
    const char c = text_[at_];
    if (isDigit(c)) return take(Token::Kind::number, [](char d) { return isDigit(d) || d == '.'; });
    if (isLetter(c))
      return take(Token::Kind::name, [](char d) { return isLetter(d) || isDigit(d); });
    if (c == '"') return quoted();
    const bool isDouble = (c == '<' || c == '>') && text_.substr(at_ + 1, 1) == "=";
    const bool isMark = std::string_view("+-*/(),<>").find(c) != std::string_view::npos;
    return part(isMark ? Token::Kind::mark : Token::Kind::unknown, isDouble ? 2 : wholeCharacter());
  }

 private:
  Token part(Token::Kind kind, std::size_t size) {
    const Token token{kind, text_.substr(at_, size), at_};
    at_ += size;
    return token;
  }

  template <class Fits>
  Token take(Token::Kind kind, Fits fits) {
    std::size_t size = 1;
    while (at_ + size < text_.size() && fits(text_[at_ + size])) ++size;
    return part(kind, size);
  }

  Token quoted() {
    const std::size_t end = text_.find('"', at_ + 1);
    if (end == std::string_view::npos) return part(Token::Kind::unknown, 1);
    const Token token{Token::Kind::text, text_.substr(at_ + 1, end - at_ - 1), at_};
    at_ = end + 1;
    return token;
  }

  /// Bytes of the UTF-8 character that stands here.
  std::size_t wholeCharacter() const {
    std::size_t size = 1;
    while (at_ + size < text_.size() && isContinued(text_[at_ + size])) ++size;
    return size;
  }

  static bool isContinued(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// A part of a formula that was read.
struct Part {
  Dimension dimension;
  bool fitsAny = false;  ///< made of written numbers alone
  bool isTruth = false;
  std::size_t begin = 0, end = 0;
};

/// Recursive descent. After an error every token is the end, and the first error counts.
class Parser {
 public:
  Parser(std::string_view text, const OwnNames& names) : tokens_(text), names_(names) {
    made_.text = text;
    advance();
  }

  Outcome<Expression> formula(OwnUnit unit) {
    const Part all = whole();
    requireNumber(all);
    if (!all.fitsAny && all.dimension != dimensionOf(unit)) refuse(ErrorCode::ownUnit, all);
    return result();
  }

  Outcome<Expression> condition() {
    requireTruth(whole());
    return result();
  }

 private:
  Outcome<Expression> result() {
    if (error_) return Errors{*error_};
    return std::move(made_);
  }

  Part whole() {
    const Part all = disjunction();
    if (token_.kind != Token::Kind::end) refuseToken(ErrorCode::ownSyntax);
    return all;
  }

  // Errors

  void refuse(ErrorCode code, std::size_t begin, std::size_t end) {
    if (error_) return;
    const std::string_view before = std::string_view(made_.text).substr(0, begin);
    const auto character = std::count_if(before.begin(), before.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    error_ = Error{code, {}, std::to_string(character + 1)};
    if (begin < end) error_->detail += ": " + made_.text.substr(begin, end - begin);
    token_ = {Token::Kind::end, {}, made_.text.size()};
  }
  void refuse(ErrorCode code, const Part& part) { refuse(code, part.begin, part.end); }
  void refuseToken(ErrorCode code) { refuse(code, token_.at, endOf(token_)); }

  static std::size_t endOf(const Token& token) {
    return token.at + token.text.size() + (token.kind == Token::Kind::text ? 2 : 0);
  }

  void requireNumber(const Part& part) {
    if (part.isTruth) refuse(ErrorCode::ownSyntax, part);
  }
  void requireTruth(const Part& part) {
    if (!part.isTruth) refuse(ErrorCode::ownSyntax, part);
  }

  /// Two numbers that are added, compared or chosen between.
  Part alike(const Part& a, const Part& b) {
    requireNumber(a);
    requireNumber(b);
    const bool isAlike = a.fitsAny || b.fitsAny || a.dimension == b.dimension;
    if (!isAlike) refuse(ErrorCode::ownUnit, b);
    return {a.fitsAny ? b.dimension : a.dimension, a.fitsAny && b.fitsAny, false, a.begin, b.end};
  }

  // Tokens

  void advance() {
    end_ = endOf(token_);
    if (!error_) token_ = tokens_.next();
  }

  bool is(std::string_view text) const {
    const bool isSpelt = token_.kind == Token::Kind::mark || token_.kind == Token::Kind::name;
    return isSpelt && token_.text == text;
  }

  bool accept(std::string_view text) {
    if (!is(text)) return false;
    advance();
    return true;
  }

  void expect(std::string_view mark) {
    if (!accept(mark)) refuseToken(ErrorCode::ownSyntax);
  }

  void push(Step::Kind kind) { push(Step{kind}); }
  void push(const Step& step) { made_.steps.push_back(step); }

  // The grammar, from what binds least

  Part disjunction() {
    Part left = conjunction();
    while (accept("or")) left = joined(left, conjunction(), Step::Kind::either);
    return left;
  }

  Part conjunction() {
    Part left = negation();
    while (accept("and")) left = joined(left, negation(), Step::Kind::both);
    return left;
  }

  Part joined(const Part& left, const Part& right, Step::Kind kind) {
    requireTruth(left);
    requireTruth(right);
    push(kind);
    return {{}, false, true, left.begin, right.end};
  }

  Part negation() {
    if (!is("not")) return comparison();
    const std::size_t begin = token_.at;
    advance();
    const Part part = deeper([&] { return negation(); });
    requireTruth(part);
    push(Step::Kind::opposite);
    return {{}, false, true, begin, part.end};
  }

  Part comparison() {
    const Part left = sum();
    constexpr std::array<std::pair<std::string_view, Step::Kind>, 4> kMarks = {
        {{">", Step::Kind::isMore},
         {"<", Step::Kind::isLess},
         {">=", Step::Kind::isAtLeast},
         {"<=", Step::Kind::isAtMost}}};
    for (const auto& [mark, kind] : kMarks) {
      if (!accept(mark)) continue;
      Part compared = alike(left, sum());
      push(kind);
      compared.isTruth = true;
      return compared;
    }
    return left;
  }

  Part sum() {
    Part left = product();
    while (is("+") || is("-")) {
      const bool isSum = accept("+");
      if (!isSum) advance();
      left = alike(left, product());
      push(isSum ? Step::Kind::add : Step::Kind::subtract);
    }
    return left;
  }

  Part product() {
    Part left = factor();
    while (is("*") || is("/")) {
      const bool isProduct = accept("*");
      if (!isProduct) advance();
      const Part right = factor();
      requireNumber(left);
      requireNumber(right);
      push(isProduct ? Step::Kind::multiply : Step::Kind::divide);
      left = multiplied(left, right, isProduct ? 1 : -1);
    }
    return left;
  }

  static Part multiplied(const Part& a, const Part& b, int power) {
    const Dimension& times = b.dimension;
    return {{a.dimension.money + power * times.money, a.dimension.months + power * times.months,
             a.dimension.hours + power * times.hours},
            a.fitsAny && b.fitsAny,
            false,
            a.begin,
            b.end};
  }

  Part factor() {
    if (!is("-")) return primary();
    const std::size_t begin = token_.at;
    advance();
    Part part = deeper([&] { return factor(); });
    requireNumber(part);
    push(Step::Kind::negate);
    part.begin = begin;
    return part;
  }

  Part primary() {
    switch (token_.kind) {
      case Token::Kind::number: return number();
      case Token::Kind::name: return named();
      default: break;
    }
    const std::size_t begin = token_.at;
    expect("(");
    Part part = deeper([&] { return disjunction(); });
    expect(")");
    part.begin = begin;
    part.end = end_;
    return part;
  }

  template <class Read>
  Part deeper(Read read) {
    if (++depth_ > kDeepestFormula) refuseToken(ErrorCode::ownSyntax);
    const Part part = error_ ? Part{} : read();
    --depth_;
    return part;
  }

  /// A number is nought, or an amount as it can be typed.
  Part number() {
    const Token token = token_;
    const std::size_t mark = token.text.find('.');
    const bool isWhole = mark == std::string_view::npos;
    const bool isWritten = isWhole || (token.text.find('.', mark + 1) == std::string_view::npos &&
                                       mark + 1 < token.text.size());
    const double value = isWritten ? nearest(token.text) : 0;
    const bool isAmount = value == 0 || (value >= kSmallestAmount && value <= kLargestAmount);
    if (!isWritten || !isAmount) refuseToken(ErrorCode::ownSyntax);
    push({Step::Kind::constant, Metric::amount, 0, value});
    advance();
    return {{}, true, false, token.at, end_};
  }

  Part named() {
    const Token name = token_;
    if (is("min")) return least(Step::Kind::smaller);
    if (is("max")) return least(Step::Kind::greater);
    if (is("if")) return choice();
    advance();
    if (is("(")) return ofChannel(name);
    const Part part{{}, false, false, name.at, end_};
    if (isOwn(name.text, names_.inputs, Step::Kind::ownInput)) return own(part, names_.inputs);
    if (isOwn(name.text, names_.figures, Step::Kind::ownFigure)) return own(part, names_.figures);
    const std::optional<Metric> metric = metricById(name.text);
    if (!metric || !(isResult(*metric) || isPlanInput(*metric))) {
      refuse(ErrorCode::ownName, part);
      return part;
    }
    push({isResult(*metric) ? Step::Kind::result : Step::Kind::planInput, *metric});
    return {dimensionOf(*metric), false, false, name.at, part.end};
  }

  bool isOwn(std::string_view id, std::span<const OwnName> names, Step::Kind kind) {
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      if (names[i].id != id) continue;
      push({kind, Metric::amount, i});
      return true;
    }
    return false;
  }

  Part own(Part part, std::span<const OwnName> names) const {
    part.dimension = dimensionOf(names[made_.steps.back().index].unit);
    return part;
  }

  /// leads("search")
  Part ofChannel(const Token& name) {
    const std::optional<Metric> metric = metricById(name.text);
    if (!metric || !isResult(*metric)) refuse(ErrorCode::ownName, name.at, end_);
    expect("(");
    const Token id = token_;
    if (id.kind != Token::Kind::text) refuseToken(ErrorCode::ownSyntax);
    const auto& known = names_.channels;
    const bool isKnown = std::find(known.begin(), known.end(), id.text) != known.end();
    if (!isKnown) refuseToken(ErrorCode::ownName);
    advance();
    expect(")");
    if (error_) return {};
    push({Step::Kind::ofChannel, *metric, static_cast<std::uint32_t>(made_.channels.size())});
    made_.channels.emplace_back(id.text);
    return {dimensionOf(*metric), false, false, name.at, end_};
  }

  Part least(Step::Kind kind) {
    const std::size_t begin = token_.at;
    advance();
    expect("(");
    const Part first = deeper([&] { return sum(); });
    expect(",");
    Part part = alike(first, deeper([&] { return sum(); }));
    expect(")");
    push(kind);
    part.begin = begin;
    part.end = end_;
    return part;
  }

  Part choice() {
    const std::size_t begin = token_.at;
    advance();
    expect("(");
    requireTruth(deeper([&] { return disjunction(); }));
    expect(",");
    const Part yes = deeper([&] { return sum(); });
    expect(",");
    Part part = alike(yes, deeper([&] { return sum(); }));
    expect(")");
    push(Step::Kind::choose);
    part.begin = begin;
    part.end = end_;
    return part;
  }

  Tokens tokens_;
  const OwnNames& names_;
  Expression made_;
  Token token_;
  std::size_t end_ = 0;  ///< of the token before
  std::size_t depth_ = 0;
  std::optional<Error> error_;
};

}  // namespace

std::string_view text(OwnUnit unit) { return kUnits[static_cast<std::size_t>(unit)]; }

bool isPlanInput(Metric metric) {
  return std::find(kPlanInputs.begin(), kPlanInputs.end(), metric) != kPlanInputs.end();
}

bool isOwnId(std::string_view id) {
  if (id.empty() || id.size() > kLongestId || !isLetter(id.front()) || id.front() < 'a') {
    return false;
  }
  const bool isSpelt =
      std::all_of(id.begin(), id.end(), [](char c) { return isLetter(c) || isDigit(c); });
  return isSpelt && !metricById(id) && std::find(kWords.begin(), kWords.end(), id) == kWords.end();
}

Outcome<Expression> parseFormula(std::string_view text, const OwnNames& names, OwnUnit unit) {
  return Parser(text, names).formula(unit);
}

Outcome<Expression> parseCondition(std::string_view text, const OwnNames& names) {
  return Parser(text, names).condition();
}

}  // namespace roi
