#include "roi/read_number.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include "roi/decimal.h"
#include "roi/order.h"

namespace roi {
namespace {

using Text = std::string_view;

// Characters

struct Span {
  char32_t first, last;
  char becomes;  ///< 0: nothing
};

/// What looks like nothing, like a space, or like a plain character. Apostrophes only ever group.
constexpr std::array<Span, 24> kPlain = {{
    {0x09, 0x0D, ' '},     {0x27, 0x27, ' '},     {0x60, 0x60, ' '},     {0xA0, 0xA0, ' '},
    {0xAD, 0xAD, 0},       {0xB4, 0xB4, ' '},     {0x2B9, 0x2BC, ' '},   {0x34F, 0x34F, 0},
    {0x61C, 0x61C, 0},     {0x180E, 0x180E, 0},   {0x2000, 0x200A, ' '}, {0x200B, 0x200F, 0},
    {0x2010, 0x2015, '-'}, {0x2018, 0x201B, ' '}, {0x202A, 0x202E, 0},   {0x202F, 0x202F, ' '},
    {0x2032, 0x2032, ' '}, {0x2044, 0x2044, '/'}, {0x205F, 0x205F, ' '}, {0x2060, 0x206F, 0},
    {0x2212, 0x2212, '-'}, {0x3000, 0x3000, ' '}, {0xFE00, 0xFE0F, 0},   {0xFEFF, 0xFEFF, 0},
}};
constexpr char32_t kFullWidth = 0xFF01, kFullWidthEnd = 0xFF5E;
constexpr char32_t kFullWidthPound = 0xFFE1, kFullWidthYen = 0xFFE5;

std::size_t lengthOf(unsigned char first) {
  if (first < 0xC0) return 1;
  if (first < 0xE0) return 2;
  return first < 0xF0 ? 3 : 4;
}

char32_t codeOf(Text character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return first;
  char32_t code = first & (0x7FU >> character.size());
  for (const char c : character.substr(1)) code = code << 6 | (static_cast<unsigned>(c) & 0x3F);
  return code;
}

void appendPlain(std::string& text, Text character) {
  char32_t code = codeOf(character);
  const bool isFullWidth = code >= kFullWidth && code <= kFullWidthEnd;
  if (isFullWidth) code -= kFullWidth - '!';
  for (const Span& span : kPlain) {
    if (code < span.first || code > span.last) continue;
    if (span.becomes) text += span.becomes;
    return;
  }
  if (isFullWidth) {
    text += static_cast<char>(code);
  } else if (code == kFullWidthYen) {
    text += "¥";
  } else if (code == kFullWidthPound) {
    text += "£";
  } else {
    text += character;
  }
}

template <class Work>
void forEachCharacter(Text text, Work work) {
  while (!text.empty()) {
    const std::size_t length = lengthOf(static_cast<unsigned char>(text.front()));
    work(text.substr(0, length));
    text.remove_prefix(std::min(length, text.size()));
  }
}

void replaceAll(std::string& text, Text from, Text to) {
  if (from.empty()) return;
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

Text trim(Text text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
char lower(char c) { return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c; }
/// Of a word or of a currency sign: what is no letter of ASCII is one or the other.
bool isLetter(char c) {
  const char small = lower(c);
  return (small >= 'a' && small <= 'z') || c == '$' || static_cast<unsigned char>(c) >= 0x80;
}
bool hasDigit(Text text) { return std::any_of(text.begin(), text.end(), isDigit); }

/// "(HT)" says what "HT" says, "(200)" is a credit.
void openWordsInBrackets(std::string& text) {
  for (std::size_t from = text.find('('); from != std::string::npos; from = text.find('(', from)) {
    const std::size_t to = text.find(')', from);
    if (to == std::string::npos) return;
    const bool isWord = !hasDigit(Text(text).substr(from, to - from));
    if (isWord) text[from] = text[to] = ' ';
    from = to;
  }
}

/// "$ US" is one sign; "$ HT" is not.
void joinDollar(std::string& text) {
  const std::size_t at = text.find("$ ");
  if (at == std::string::npos || at + 4 > text.size()) return;
  const bool isPair = isCapital(text[at + 2]) && isCapital(text[at + 3]) &&
                      (at + 4 == text.size() || !isLetter(text[at + 4]));
  if (isPair && text.compare(at + 2, 2, "HT") != 0) text.erase(at + 1, 1);
}

/// "1'500.-" and "1500/-" have no cents, and are no range.
void dropEmptyCents(std::string& text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool isMark = text[at] == '.' || text[at] == ',' || text[at] == '/';
    if (!isMark || !isDigit(text[at - 1])) continue;
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == '-' || text[end] == '=')) ++end;
    if (end > at + 1 && (end == text.size() || !isDigit(text[end]))) text.erase(at, end - at);
  }
}

std::string plainText(Text typed) {
  std::string text;
  forEachCharacter(typed, [&](Text character) { appendPlain(text, character); });
  openWordsInBrackets(text);
  for (std::size_t at = text.find("  "); at != std::string::npos; at = text.find("  ")) {
    text.erase(at, 1);
  }
  joinDollar(text);
  return std::string(trim(text));
}

// Words

/// Without its dots, in small letters, between spaces: as the lists below hold it.
std::string keyOf(Text word) {
  std::string key = " ";
  for (const char c : word) {
    if (c != '.') key += lower(c);
  }
  return key + " ";
}

bool isIn(Text list, Text word) { return !word.empty() && list.find(keyOf(word)) != Text::npos; }

constexpr Text kTaxes = " ttc tvac ht htva vat tva gst tax taxes taxe mwst btw iva ";
constexpr Text kWithoutTax =
    " ht htva hors ex excl excluding exclusive exkl plus zzgl without sans net ";
constexpr Text kWithTax =
    " incl inc including inclusive included inkl with avec toutes comprise comprises incluse "
    "incluses of ";
/// Signs and names that are used without a code; of dollars, see isDollar.
constexpr Text kCurrencies =
    " € £ ¥ ₹ ₽ ₩ ₺ ₪ ₫ ₱ ₦ ₴ ₵ ฿ zł kč kr ft lei fr sfr f fcfa dh rs "
    "euro "
    "euros "
    "dollar "
    "dollars "
    "pound pounds livre livres franc francs yen ";

/// Say nothing that a figure does not: none is known to the last digit.
constexpr Text kRough = " about around approx approximately roughly circa ca env environ only ≈ ";

struct Multiplier {
  Text words;
  int exponent;
};
constexpr std::array<Multiplier, 5> kMultipliers = {{
    {" k mille thousand ", 3},
    {" lakh lakhs ", 5},
    {" cr crore crores ", 7},
    {" m mn mm mio million millions ", 6},
    {" md mds mrd bn b milliard milliards ", 9},
}};

/// The power of ten of a word; 0 where it is none.
int multiplierOf(Text word) {
  for (const auto& [words, exponent] : kMultipliers) {
    if (isIn(words, word)) return exponent;
  }
  return 0;
}

bool isCode(Text word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), isCapital);
}

/// "$", "US$", "$CA".
bool isDollar(Text word) {
  const std::size_t at = word.find('$');
  if (at == Text::npos || word.size() > 4 || (at > 0 && at + 1 < word.size())) return false;
  return std::all_of(word.begin(), word.end(), [](char c) { return c == '$' || isCapital(c); });
}

bool isCurrency(Text word) { return isCode(word) || isDollar(word) || isIn(kCurrencies, word); }

/// Letters, and dots that stand after one: "excl.", "H.T.".
Text lastWord(Text text) {
  std::size_t at = text.size();
  const auto isPart = [&](std::size_t i) {
    return isLetter(text[i]) || (text[i] == '.' && i > 0 && isLetter(text[i - 1]));
  };
  while (at > 0 && isPart(at - 1)) --at;
  return text.substr(at);
}

Text firstWord(Text text) {
  std::size_t end = 0;
  while (end < text.size() && isLetter(text[end])) ++end;
  const bool isShortened = end > 0 && end + 1 < text.size() && text[end] == '.' &&
                           !isDigit(text[end + 1]) && text[end - 1] != '$';
  return text.substr(0, isShortened ? end + 1 : end);
}

/// "TTC" of "€TTC"
Text behindSign(Text word) {
  std::size_t at = word.size();
  while (at > 0 && word[at - 1] != '$' && static_cast<unsigned char>(word[at - 1]) < 0x80) --at;
  return word.substr(at);
}

/// "Rs.1500", "env.200": the dot shortens the word before it; that of "$.50" is the number's.
void dropDotOfWord(Text& rest) {
  const char before = lower(rest.data()[-1]);
  const bool isWord = before >= 'a' && before <= 'z';
  if (isWord && rest.size() > 1 && rest[0] == '.' && isDigit(rest[1])) rest.remove_prefix(1);
}

bool sameLetters(Text a, Text b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// Digits

struct Separators {
  char decimal;
  char group;  ///< besides the space
};

/// Whether whole is digits, either plain or in groups by one kind of mark: the last of three, those
/// before it all of three or all of two as in India.
bool isGrouped(Text whole, char group) {
  std::vector<std::size_t> runs = {0};
  char mark = 0;
  for (const char c : whole) {
    if (isDigit(c)) {
      ++runs.back();
      continue;
    }
    if ((c != ' ' && c != group) || (mark && c != mark)) return false;
    mark = c;
    runs.push_back(0);
  }
  if (!mark) return true;
  if (whole.front() == '0' || runs.back() != 3 || runs.front() == 0) return false;
  const std::size_t size = runs.size() > 2 ? runs[1] : 3;
  const bool isEven =
      std::all_of(runs.begin() + 1, runs.end() - 1, [&](std::size_t run) { return run == size; });
  return isEven && (size == 2 || size == 3) && runs.front() <= size;
}

constexpr int kMostExponent = 400;

/// Takes "e3", "E-3" off the end; nothing if what stands there is none.
std::optional<int> takeExponent(Text& text) {
  std::size_t at = text.find_first_of("eE");
  if (at == Text::npos) return 0;
  const Text mantissa = text.substr(0, at++);
  const bool negative = at < text.size() && text[at] == '-';
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  if (at == text.size() || !hasDigit(mantissa)) return std::nullopt;
  int exponent = 0;
  for (const char c : text.substr(at)) {
    if (!isDigit(c)) return std::nullopt;
    exponent = std::min(exponent * 10 + (c - '0'), kMostExponent);
  }
  text = mantissa;
  return negative ? -exponent : exponent;
}

std::optional<Decimal> parse(Text text, Separators marks) {
  const std::optional<int> exponent = takeExponent(text);
  if (!exponent) return std::nullopt;
  const std::size_t at = text.find(marks.decimal);
  const Text whole = text.substr(0, at);
  const Text part = at == Text::npos ? Text{} : text.substr(at + 1);
  if (!hasDigit(text) || !isGrouped(whole, marks.group)) return std::nullopt;
  if (!std::all_of(part.begin(), part.end(), isDigit)) return std::nullopt;
  Decimal decimal = {{}, *exponent - static_cast<int>(part.size())};
  for (const Text digits : {whole, part}) {
    for (const char c : digits) {
      if (isDigit(c) && (c != '0' || !decimal.digits.empty())) decimal.digits += c;
    }
  }
  return decimal;
}

constexpr int kMostBeforeTheMark = 21;

std::uint64_t whole(const Decimal& decimal) {
  std::uint64_t number = 0;
  for (const char c : decimal.digits) number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

/// Of two numbers that have few digits.
std::optional<Decimal> product(const Decimal& one, const Decimal& other) {
  constexpr std::size_t kMost = 19;
  if (one.digits.size() + other.digits.size() > kMost) return std::nullopt;
  Decimal decimal = {{}, one.exponent + other.exponent};
  for (std::uint64_t left = whole(one) * whole(other); left > 0; left /= 10) {
    decimal.digits.insert(0, 1, static_cast<char>('0' + left % 10));
  }
  return decimal;
}

double scaled(Decimal decimal, int places) {
  decimal.exponent += places;
  return nearest(decimal);
}

bool isTooLong(const Decimal& decimal) {
  return decimal.digits.size() > kMostDigits ||
         (!decimal.digits.empty() && magnitude(decimal) > kMostBeforeTheMark);
}

// Numbers

/// Below which a metric's percentage may be meant as the fraction itself; 0: never.
double doubtfulBelow(std::optional<Metric> metric) {
  if (!metric) return 0;
  switch (*metric) {
    case Metric::closeRate:
    case Metric::margin:
    case Metric::share:
    case Metric::incrementalShare:
    case Metric::retention:
    case Metric::monthlyRetention:
    case Metric::discountRate: return 1;
    case Metric::conversionRate: return 0.1;
    default: return 0;
  }
}

/// One number of what was typed, and what stands beside its digits.
struct Part {
  Text text;        ///< what is still to be read
  Decimal decimal;  ///< its size, as the document would hold it
  double value = 0;
  int multiplier = 0;
  bool negative = false;
  bool signed_ = false;
  bool credit = false;
  bool percent = false;
  bool fraction = false;
  bool currency = false;
  bool currencyLeads = false;
  bool taxWord = false;
  bool tax = false;
  bool withoutTax = false;
};

bool isDashes(Text text) { return !text.empty() && text.find_first_not_of('-') == Text::npos; }

bool takeTax(Part& part) {
  const Text word = behindSign(lastWord(part.text));
  if (word.empty()) {
    if (!part.tax || part.text.empty() || part.text.back() != '+') return false;
    part.text.remove_suffix(1);
    return part.withoutTax = true;
  }
  const bool tax = isIn(kTaxes, word);
  const bool without = isIn(kWithoutTax, word);
  if (!tax && !without && !isIn(kWithTax, word)) return false;
  part.taxWord = true;
  part.tax |= tax;
  part.withoutTax |= without;
  part.text.remove_suffix(word.size());
  return true;
}

bool takeMultiplier(Part& part) {
  const Text word = lastWord(part.text);
  if (part.multiplier > 0 || multiplierOf(word) == 0) return false;
  part.multiplier = multiplierOf(word);
  part.text.remove_suffix(word.size());
  return true;
}

bool takeRough(Part& part) {
  const Text last = lastWord(part.text);
  const Text first = firstWord(part.text);
  if (isIn(kRough, last)) {
    part.text.remove_suffix(last.size());
    return true;
  }
  if (!isIn(kRough, first)) return false;
  part.text.remove_prefix(first.size());
  dropDotOfWord(part.text);
  return true;
}

bool takeMark(Part& part) {
  Text& text = part.text;
  if (text.size() < 2) return false;
  if (!part.percent && (text.front() == '%' || text.back() == '%')) {
    text.front() == '%' ? text.remove_prefix(1) : text.remove_suffix(1);
    return part.percent = true;
  }
  if (!part.credit && text.front() == '(' && text.back() == ')') {
    text = text.substr(1, text.size() - 2);
    return part.credit = true;
  }
  const bool isSign = (text.front() == '-' || text.front() == '+') && !isDashes(text);
  if (part.signed_ || !isSign) return false;
  part.negative = text.front() == '-';
  text.remove_prefix(1);
  return part.signed_ = true;
}

/// A dash after a number, which is neither the sign of a number nor of an exponent.
std::size_t dashOf(Text text) {
  std::size_t at = text.find_first_of("0123456789");
  while (at != Text::npos) {
    at = text.find('-', at + 1);
    const bool isOfExponent = at != Text::npos && at > 1 && lower(text[at - 1]) == 'e' &&
                              (isDigit(text[at - 2]) || text[at - 2] == '.' || text[at - 2] == ',');
    if (!isOfExponent) return at;
  }
  return at;
}

constexpr std::array<std::pair<Text, Text>, 6> kSigns = {
    {{"…", ".."}, {"+/-", "±"}, {" à ", ".."}, {" to ", ".."}, {"≈", "~"}, {"~", "≈ "}}};
constexpr Text kRangeStarts = " between entre from de ";

/// "between 100 and 200", "de 100 à 200"
void openRange(std::string& text) {
  const Text first = firstWord(text);
  if (!isIn(kRangeStarts, first)) return;
  for (const Text joint : {" and ", " et "}) {
    const std::size_t at = text.find(joint);
    if (at != Text::npos) text.replace(at, joint.size(), "..");
  }
  if (text.find("..") != Text::npos || dashOf(text) != Text::npos) text.erase(0, first.size());
}

/// "200 €/mois", "200 per lead": a field says itself what its figure is per.
bool isPer(Text text) {
  for (const Text word : {"/", " per ", " par "}) {
    const std::size_t at = std::min(text.find(word), text.size());
    const Text after = text.substr(at);
    const bool hasWord = std::any_of(after.begin(), after.end(), isLetter);
    if (hasWord && hasDigit(text.substr(0, at)) && !hasDigit(after)) return true;
  }
  return false;
}

constexpr std::array<std::pair<Text, Text>, 10> kRateWords = {{{"pour cent", "%"},
                                                               {"per cent", "%"},
                                                               {"percent", "%"},
                                                               {"out of", "/"},
                                                               {"sur", "/"},
                                                               {"pour", "/"},
                                                               {"per", "/"},
                                                               {"in", "/"},
                                                               {"of", "/"},
                                                               {":", "/"}}};

class Reader {
 public:
  explicit Reader(const NumberMarks& marks) : minus_(marks.minus), percent_(marks.percent) {
    const bool areOwn = marks.digits != NumberMarks{}.digits;
    if (areOwn) forEachCharacter(marks.digits, [&](Text digit) { digits_.emplace_back(digit); });
    const std::string group = plainText(marks.group);
    own_.decimal = plainText(marks.decimal) == "," ? ',' : '.';
    own_.group = group == "." || group == "," ? group.front() : ' ';
    for (const std::string& mark : marks.currency) currency_.push_back(plainText(mark));
    sortStably(currency_, [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }

  Outcome<TypedNumber> read(Text typed, Unit unit, std::optional<Metric> metric) {
    unit_ = unit;
    doubtfulBelow_ = unit == Unit::rate ? doubtfulBelow(metric) : 0;
    doubtful_.reset();
    isCertain_ = false;
    const std::string text = normalise(typed);
    if (isEmpty(text)) return Errors{{ErrorCode::numberEmpty, {}, {}}};
    if (!readForm(text) || isDoubtful()) return Errors{error_};
    return number_;
  }

 private:
  bool refuse(ErrorCode code, std::string detail = {}) {
    error_ = {code, {}, std::move(detail)};
    return false;
  }

  /// One kind of digit, space, dash, percent and range sign.
  std::string normalise(Text typed) const {
    std::string text(typed);
    for (std::size_t i = 0; i < digits_.size() && digits_.size() == 10; ++i) {
      replaceAll(text, digits_[i], std::string(1, static_cast<char>('0' + i)));
    }
    replaceAll(text, minus_, "-");
    replaceAll(text, percent_, "%");
    text = plainText(text);
    for (const std::string& mark : currency_) {
      // "dollars des États-Unis" is no range: a shorter name says the same.
      if (mark.find('-') != std::string::npos) replaceAll(text, mark, currency_.back());
    }
    dropEmptyCents(text);
    for (const auto& [from, to] : kSigns) replaceAll(text, from, to);
    openRange(text);
    if (unit_ != Unit::rate) return text;
    std::transform(text.begin(), text.end(), text.begin(), lower);
    for (const auto& [from, to] : kRateWords) replaceAll(text, from, to);
    return text;
  }

  bool isEmpty(Text text) {
    Part part;
    part.text = text;
    while (takeCurrency(part)) part.text = trim(part.text);
    number_ = {};
    return part.text.empty();
  }

  // Forms

  bool readForm(const std::string& text) {
    if (const std::size_t at = text.find("±"); at != std::string::npos) {
      return readAround(text.substr(0, at), text.substr(at + Text("±").size()));
    }
    if (const std::size_t at = text.find(".."); at != std::string::npos) {
      return readRange(text.substr(0, at), text.substr(at + 2));
    }
    if (const std::size_t at = dashOf(text); at != std::string::npos) {
      return readRange(text.substr(0, at), text.substr(at + 1));
    }
    Part part;
    if (!readPart(text, part)) return false;
    number_.low = number_.likely = number_.high = part.value;
    return true;
  }

  bool readRange(const std::string& low, const std::string& high) {
    const std::size_t at = high.find("..");
    const bool hasMiddle = at != std::string::npos;
    Part first;
    Part middle;
    Part last;
    if (!readPart(low, first)) return false;
    if (hasMiddle && !readNext(first, high.substr(0, at), middle)) return false;
    if (!readNext(first, hasMiddle ? high.substr(at + 2) : high, last)) return false;
    if (last.multiplier > 0 && first.multiplier == 0) return refuseShared(first, last.multiplier);
    if (first.fraction && first.value > last.value) std::swap(first, last);
    number_.low = first.value;
    number_.high = last.value;
    number_.likely = hasMiddle ? middle.value : first.value;
    number_.likelyGiven = hasMiddle || first.value == last.value;
    return !hasMiddle || number_.isRange() || refuse(ErrorCode::rangeOrder);
  }

  /// "1 in 4 to 6": the 6 is a number of cases as well; but what is that of "1 to 2 in 10"?
  bool readNext(const Part& first, const std::string& text, Part& part) {
    const bool isOfCases = first.fraction && text.find_first_of("/%") == std::string::npos;
    if (isOfCases && plain(first.decimal) != "1") return refuse(ErrorCode::numberMalformed);
    if (!readPart(isOfCases ? "1/" + text : text, part)) return false;
    const bool isOdd = part.fraction && !first.fraction && !first.percent;
    return !isOdd || refuse(ErrorCode::numberMalformed);
  }

  /// "5-10k": from 5, or from 5 000?
  bool refuseShared(const Part& first, int multiplier) {
    Decimal larger = first.decimal;
    larger.exponent += multiplier;
    return refuse(ErrorCode::numberAmbiguous, both(first.decimal, larger, first.negative));
  }

  bool readAround(const std::string& middle, const std::string& width) {
    Part part;
    if (!readPart(middle, part)) return false;
    const bool isShare = width.find('%') != std::string::npos;
    const bool isCertain = isCertain_;
    Part half;
    if (!readWidth(width, isShare, half)) return false;
    const auto wide = isShare ? product(part.decimal, half.decimal) : half.decimal;
    if (part.fraction || half.fraction || half.negative || !wide) {
      return refuse(ErrorCode::numberMalformed);
    }
    if (isShare && unit_ == Unit::rate && mayBePoints(part, half)) {
      return refuseSpread(part.decimal, half.decimal, *wide);
    }
    if (isShare) isCertain_ = isCertain;
    spread(part, *wide);
    return true;
  }

  bool readWidth(const std::string& width, bool isShare, Part& half) {
    const Unit unit = unit_;
    if (isShare) unit_ = Unit::rate;
    const bool ok = readPart(width, half);
    unit_ = unit;
    return ok;
  }

  /// Exactly: as whole numbers of the smaller one's last place, where that is within reach.
  void spread(const Part& part, const Decimal& width) {
    constexpr int kMostPlaces = 9;
    const int places = std::max({0, -part.decimal.exponent, -width.exponent});
    const int shift = places > kMostPlaces ? 0 : places;
    const double sign = part.negative ? -1 : 1;
    const double middle = sign * scaled(part.decimal, shift);
    const double around = scaled(width, shift);
    double unit = 1;
    for (int i = 0; i < shift; ++i) unit *= 10;
    number_.likely = part.value;
    number_.low = (middle - around) / unit;
    number_.high = (middle + around) / unit;
  }

  /// "20 ± 5 %" of a rate: from 15 to 25 %, or from 19 to 21 %? But "5 ± 20 %" has one reading.
  static bool mayBePoints(const Part& part, const Part& half) {
    return half.value > 0 && part.value >= half.value && part.value + half.value <= 1;
  }

  bool refuseSpread(const Decimal& rate, const Decimal& points, const Decimal& share) {
    const auto inPercent = [](Decimal decimal) {
      decimal.exponent += 2;
      return plain(decimal);
    };
    const std::string middle = inPercent(rate) + "±";
    return refuse(ErrorCode::numberSpread,
                  middle + inPercent(points) + "|" + middle + inPercent(share));
  }

  // One number

  bool readPart(Text text, Part& part) {
    part.text = trim(text);
    if (isPer(part.text)) return refuse(ErrorCode::numberPer);
    while (takeTax(part) || takeCurrency(part) || takeMultiplier(part) || takeMark(part) ||
           takeRough(part)) {
      part.text = trim(part.text);
    }
    number_.withTax |= part.tax && !part.withoutTax;
    if (part.currency && isDashes(part.text)) return true;
    if (part.taxWord && !part.tax) return refuse(ErrorCode::numberMalformed);
    if (part.percent && unit_ != Unit::rate) return refuse(ErrorCode::numberUnit);
    if (!readDigits(part)) return false;
    if (part.credit) return refuse(ErrorCode::numberCredit, plain(part.decimal, true));
    if (part.negative) part.value = 0 - part.value;
    return true;
  }

  bool readDigits(Part& part) {
    const std::size_t at = unit_ == Unit::rate ? part.text.find('/') : Text::npos;
    const bool isOdd =
        unit_ == Unit::rate ? part.multiplier > 0 || (part.percent && at != Text::npos) : false;
    if (isOdd || (part.credit && (part.signed_ || at != Text::npos))) {
      return refuse(ErrorCode::numberMalformed);
    }
    if (at != Text::npos) return readFraction(part, at);
    if (!readDecimal(part.text, part)) return false;
    if (unit_ == Unit::rate) {
      noteDoubt(part);
      part.decimal.exponent -= 2;
    }
    part.value = nearest(part.decimal);
    return true;
  }

  bool readFraction(Part& part, std::size_t at) {
    Part bottom;
    const std::string top = withoutGroups(trim(part.text.substr(0, at)));
    const std::string cases = withoutGroups(trim(part.text.substr(at + 1)));
    if (!readDecimal(top, part) || !readDecimal(cases, bottom)) return false;
    if (bottom.decimal.digits.empty()) return refuse(ErrorCode::numberMalformed);
    part.value = nearest(part.decimal) / nearest(bottom.decimal);
    part.fraction = true;
    isCertain_ = true;
    return true;
  }

  /// Cases are whole: "1 in 1,000" is one in a thousand wherever it is written.
  static std::string withoutGroups(Text text) {
    for (const Separators marks : {Separators{'\0', ','}, Separators{'\0', '.'}}) {
      if (text.find(marks.group) == Text::npos || !isGrouped(text, marks.group)) continue;
      std::string digits(text);
      digits.erase(std::remove(digits.begin(), digits.end(), marks.group), digits.end());
      return digits;
    }
    return std::string(text);
  }

  bool readDecimal(Text text, Part& part) {
    std::vector<Decimal> readings;
    bool tooLong = false;
    for (const Separators marks : waysToRead(text, part.currencyLeads)) {
      std::optional<Decimal> reading = parse(text, marks);
      if (!reading) continue;
      reading->exponent += part.multiplier;
      if (isTooLong(*reading)) {
        tooLong = true;
      } else if (readings.empty() || nearest(readings[0]) != nearest(*reading)) {
        readings.push_back(*reading);
      }
    }
    if (tooLong) return refuse(ErrorCode::numberDigits);
    if (readings.empty()) return refuse(ErrorCode::numberMalformed);
    if (readings.size() > 1) {
      return refuse(ErrorCode::numberAmbiguous, both(readings[0], readings[1], part.negative));
    }
    part.decimal = readings[0];
    return true;
  }

  /// The locale's own, where the text is well formed in it. "F CFA 1,500" is not how a locale
  /// writes that groups by spaces, and no decimal: it comes from one that groups by commas.
  std::vector<Separators> waysToRead(Text text, bool currencyLeads) const {
    constexpr Separators kPoint = {'.', ','};
    const bool isElsewhere =
        currencyLeads && own_.decimal == ',' && own_.group == ' ' && text.find(',') != Text::npos;
    if (isElsewhere && parse(text, kPoint)) return {kPoint};
    constexpr Separators kComma = {',', '.'};
    if (!parse(text, own_)) return {kComma, kPoint};
    // "1,500 USD" in French may come from where the comma groups
    const Separators other = own_.decimal == ',' ? kPoint : kComma;
    const bool isForeign = !number_.currency.empty() && text.find(own_.decimal) != Text::npos;
    if (isForeign && parse(text, other)) return {own_, other};
    return {own_};
  }

  static std::string both(const Decimal& one, const Decimal& other, bool negative) {
    return plain(one, negative) + "|" + plain(other, negative);
  }

  // Rates

  void noteDoubt(const Part& part) {
    const double typed = nearest(part.decimal);
    if (part.percent || part.negative || typed >= doubtfulBelow_)
      isCertain_ |= typed != 0;
    else if (typed > 0 && !doubtful_)
      doubtful_ = part.decimal;
  }

  /// Whether all that was typed may be meant as percentages or as fractions.
  bool isDoubtful() {
    if (!doubtful_ || isCertain_) return false;
    Decimal percent = *doubtful_;
    percent.exponent -= 2;
    refuse(ErrorCode::numberRate, both(percent, *doubtful_, false));
    return true;
  }

  // Currencies

  bool takeCurrency(Part& part) {
    const char* start = part.text.data();
    if (!takeOwn(part.text) && !takeForeign(part.text)) return false;
    part.currency = true;
    const bool leads = part.text.data() != start;
    part.currencyLeads |= leads;
    if (leads) {
      dropDotOfWord(part.text);
    } else {
      dropOf(part.text);
    }
    return true;
  }

  /// "1 million d'euros"
  static void dropOf(Text& text) {
    text = trim(text);
    const Text word = lastWord(text);
    if (isIn(" d de ", word)) text.remove_suffix(word.size());
  }

  bool takeOwn(Text& text) const {
    for (const Text mark : currency_) {
      if (mark.empty() || mark.size() > text.size()) continue;
      const Text before = text.substr(0, text.size() - mark.size());
      const Text after = text.substr(mark.size());
      if (sameLetters(text.substr(before.size()), mark) && endsApart(before, mark)) {
        text = before;
        return true;
      }
      if (sameLetters(text.substr(0, mark.size()), mark) &&
          (after.empty() || !isLetter(after[0]))) {
        text = after;
        return true;
      }
    }
    return false;
  }

  /// "€" of "15 k€", but not of "15 A$".
  static bool endsApart(Text before, Text mark) {
    const Text word = lastWord(before);
    return word.empty() || !isLetter(mark.front()) || multiplierOf(word) > 0 || isIn(kTaxes, word);
  }

  bool takeForeign(Text& text) {
    if (unit_ == Unit::count) return false;
    const Text last = lastWord(text);
    for (std::size_t i = 0; i < last.size(); ++i) {
      if (!isCurrency(last.substr(i)) || (i > 0 && multiplierOf(last.substr(0, i)) == 0)) continue;
      nameForeign(last.substr(i));
      text.remove_suffix(last.size() - i);
      return true;
    }
    const Text first = firstWord(text);
    if (!isCurrency(first)) return false;
    nameForeign(first);
    text.remove_prefix(first.size());
    return true;
  }

  /// Of "$1,500 USD", the one that says more.
  void nameForeign(Text name) {
    if (name.size() > number_.currency.size()) number_.currency = name;
  }

  Unit unit_ = Unit::count;
  Separators own_{};
  std::string minus_;
  std::string percent_;
  std::vector<std::string> digits_;
  std::vector<std::string> currency_;  ///< the longest first
  double doubtfulBelow_ = 0;
  std::optional<Decimal> doubtful_;
  bool isCertain_ = false;
  TypedNumber number_;
  Error error_{};
};

}  // namespace

struct NumberReader::State {
  Reader reader;
};

NumberReader::NumberReader(const NumberMarks& marks)
    : state_(std::make_unique<State>(State{Reader(marks)})) {}
NumberReader::~NumberReader() = default;

Outcome<TypedNumber> NumberReader::read(std::string_view text, Unit unit,
                                        std::optional<Metric> metric) const {
  return state_->reader.read(text, unit, metric);
}

Outcome<TypedNumber> readNumber(std::string_view text, Unit unit, const NumberMarks& marks,
                                std::optional<Metric> metric) {
  return NumberReader(marks).read(text, unit, metric);
}

}  // namespace roi
