#include "roi/cell.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "roi/decimal.h"

namespace roi {
namespace {

using Text = std::string_view;

constexpr int kPlaces = 15;  ///< of Amount::kOne
constexpr std::size_t kMostWholeDigits = 13;
constexpr std::size_t kMostKept = 15;  ///< digits a double holds for certain
constexpr int kMostPower = 12;
constexpr std::size_t kLongestNumber = 80;

constexpr std::array<std::int64_t, kPlaces + 1> kTens = [] {
  std::array<std::int64_t, kPlaces + 1> tens{};
  std::int64_t ten = 1;
  for (std::int64_t& one : tens) {
    one = ten;
    ten *= 10;
  }
  return tens;
}();

bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

Text trim(Text text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// A sum that goes round where a hostile file makes it too large.
std::int64_t wrapped(std::int64_t one, std::uint64_t other) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(one) + other);
}

Amount negative(Amount amount) {
  Amount nought;
  return nought -= amount;
}

// Plain text of a cell

struct Twin {
  Text character;
  char plain;  ///< 0: nothing
};

/// What looks like a space, groups digits, or looks like a hyphen or like nothing.
constexpr std::array<Twin, 17> kTwins = {{
    {"\u00A0", ' '},
    {"\u202F", ' '},
    {"\u2009", ' '},
    {"\u2007", ' '},
    {"\u2019", ' '},
    {"\u2013", '-'},
    {"\u2014", '-'},
    {"\u2212", '-'},
    {"\u2010", '-'},
    {"\u2011", '-'},
    {"\u200B", 0},
    {"\u200E", 0},
    {"\u200F", 0},
    {"\u202A", 0},
    {"\u202C", 0},
    {"\u202D", 0},
    {"\uFEFF", 0},
}};

std::string plainText(Text cell) {
  std::string text;
  while (!cell.empty()) {
    const char c = cell.front();
    if (static_cast<unsigned char>(c) < 0x80) {
      text += c == '\'' || (c >= '\t' && c <= '\r') ? ' ' : c;
      cell.remove_prefix(1);
      continue;
    }
    const auto twin = std::find_if(kTwins.begin(), kTwins.end(), [&](const Twin& one) {
      return cell.starts_with(one.character);
    });
    if (twin == kTwins.end()) {
      text += c;
      cell.remove_prefix(1);
      continue;
    }
    if (twin->plain) text += twin->plain;
    cell.remove_prefix(twin->character.size());
  }
  return text;
}

// Numbers

/// value times ten to minus places, without a sign; places up to 15.
Amount amountOf(std::int64_t whole, std::int64_t part, int places) {
  return {whole, part * kTens[static_cast<std::size_t>(kPlaces - places)]};
}

/// Digits, and where the mark stands among them.
struct Digits {
  std::string all;
  std::size_t whole = 0;  ///< how many stand before the mark
};

std::int64_t numberOf(Text digits) {
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// The smallest amount with so many places.
Amount unitOf(std::size_t places) {
  return places == 0 ? Amount{1, 0} : Amount{0, kTens[kPlaces - places]};
}

/// Of its digits, 15 from the first that is not nought.
std::optional<Amount> amountOf(const Digits& digits) {
  const std::size_t lead = std::min(digits.all.find_first_not_of('0'), digits.all.size());
  const std::size_t before = digits.whole > lead ? digits.whole - lead : 0;
  if (before > kMostWholeDigits) return std::nullopt;
  const std::size_t places = std::min(digits.all.size() - digits.whole, std::size_t{kPlaces});
  const std::size_t end = std::min(digits.whole + places, lead + kMostKept);
  const std::size_t kept = std::max(end, digits.whole);
  Amount amount = amountOf(numberOf(Text(digits.all).substr(0, digits.whole)),
                           numberOf(Text(digits.all).substr(digits.whole, kept - digits.whole)),
                           static_cast<int>(kept - digits.whole));
  const bool isUp = kept < digits.all.size() && digits.all[kept] >= '5';
  if (isUp) amount += unitOf(kept - digits.whole);
  return amount;
}

/// Whether digits stand in groups: the last of three, those before all of three, or of two as in
/// India, parted by one kind of mark.
bool isGrouped(Text whole, char group) {
  if (std::all_of(whole.begin(), whole.end(), isDigit)) return true;
  char mark = 0;
  std::size_t first = 0, run = 0, size = 0, groups = 0;
  for (const char c : whole) {
    if (isDigit(c)) {
      ++run;
      continue;
    }
    if ((c != group && c != ' ') || (mark && c != mark)) return false;
    if (mark && size && run != size) return false;
    if (mark && !size) size = run;
    if (!mark) first = run;
    mark = c;
    run = 0;
    ++groups;
  }
  if (groups == 1) size = 3;
  return run == 3 && (size == 2 || size == 3) && first > 0 && first <= size && whole[0] != '0';
}

std::optional<Digits> digitsOf(Text number, char mark, char group) {
  const std::size_t at = number.find(mark);
  const Text whole = number.substr(0, at);
  const Text part = at == Text::npos ? Text{} : number.substr(at + 1);
  if (!std::all_of(part.begin(), part.end(), isDigit) || !isGrouped(whole, group)) {
    return std::nullopt;
  }
  Digits digits;
  for (const char c : whole) {
    if (isDigit(c)) digits.all += c;
  }
  digits.whole = digits.all.size();
  digits.all += part;
  if (digits.all.empty()) return std::nullopt;
  return digits;
}

/// "1.5E+3" with its power of ten taken away; nothing where there is none that can be read.
std::optional<int> takePower(Text& number) {
  const std::size_t at = number.find_first_of("eE");
  if (at == Text::npos) return 0;
  Text power = number.substr(at + 1);
  const bool isNegative = power.starts_with('-');
  if (isNegative || power.starts_with('+')) power.remove_prefix(1);
  const bool isNumber =
      !power.empty() && power.size() <= 2 && std::all_of(power.begin(), power.end(), isDigit);
  if (!isNumber || numberOf(power) > kMostPower) return std::nullopt;
  number = number.substr(0, at);
  return static_cast<int>(isNegative ? -numberOf(power) : numberOf(power));
}

void shift(Digits& digits, int power) {
  for (; power > 0; --power, ++digits.whole) {
    if (digits.whole == digits.all.size()) digits.all += '0';
  }
  for (; power < 0; ++power) {
    if (digits.whole > 0) {
      --digits.whole;
    } else {
      digits.all.insert(0, 1, '0');
    }
  }
}

std::optional<Amount> readAs(Text number, int power, Mark mark) {
  const bool isPoint = mark == Mark::point;
  std::optional<Digits> digits = digitsOf(number, isPoint ? '.' : ',', isPoint ? ',' : '.');
  if (!digits) return std::nullopt;
  shift(*digits, power);
  return amountOf(*digits);
}

CellNumber words() {
  CellNumber cell;
  cell.kind = CellNumber::Kind::words;
  return cell;
}

/// Digits and marks, in both ways; times ten to more.
CellNumber readBothWays(Text number, bool isNegative, int more) {
  std::optional<int> power = takePower(number);
  if (!power) return words();
  *power += more;
  const std::optional<Amount> point = readAs(number, *power, Mark::point);
  const std::optional<Amount> comma = readAs(number, *power, Mark::comma);
  if (!point && !comma) return words();
  CellNumber cell;
  cell.kind = CellNumber::Kind::number;
  cell.point = point ? *point : *comma;
  cell.comma = comma ? *comma : *point;
  cell.isAmbiguous = !(cell.point == cell.comma);
  const bool isMarked = number.find_first_of(".,") != Text::npos;
  if (cell.isAmbiguous) {
    cell.says = number.find('.') != Text::npos ? Mark::comma : Mark::point;
  } else if (isMarked && point.has_value() != comma.has_value()) {
    cell.says = point ? Mark::point : Mark::comma;
  }
  if (isNegative) {
    cell.point = negative(cell.point);
    cell.comma = negative(cell.comma);
  }
  return cell;
}

/// How exports say that they do not know.
constexpr std::array<Text, 24> kUnknown = {
    "",     "-",     "--",      "---",     "n/a",  "na",        "n.a.",    "n.c.",
    "nc",   "n.d.",  "nd",      "null",    "nan",  "(not set)", "not set", "none",
    "#n/a", "#ref!", "#div/0!", "#value!", "s.o.", "k.a.",      "?",       "unknown"};

bool isUnknown(Text text) {
  constexpr std::size_t kLongest = 9;
  if (text.size() > kLongest) return false;
  std::string small(text);
  std::transform(small.begin(), small.end(), small.begin(), lower);
  return std::find(kUnknown.begin(), kUnknown.end(), small) != kUnknown.end();
}

struct Sign {
  Text sign;
  Text code;
};

constexpr std::array<Sign, 26> kSigns = {{
    {"€", "EUR"},   {"£", "GBP"},   {"₹", "INR"},   {"Rs", "INR"},    {"US$", "USD"},
    {"$US", "USD"}, {"CA$", "CAD"}, {"$CA", "CAD"}, {"A$", "AUD"},    {"AU$", "AUD"},
    {"NZ$", "NZD"}, {"R$", "BRL"},  {"HK$", "HKD"}, {"₽", "RUB"},   {"₩", "KRW"},
    {"₺", "TRY"},   {"₪", "ILS"},   {"₫", "VND"},   {"zł", "PLN"},    {"Kč", "CZK"},
    {"Ft", "HUF"},  {"CN¥", "CNY"}, {"JP¥", "JPY"}, {"euros", "EUR"}, {"F CFA", "XOF"},
    {"₱", "PHP"},
}};
/// Of several currencies: which; of any, none is named.
constexpr std::array<Sign, 4> kSharedSigns = {{
    {"$",
     "USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU DOP BSD BBD BMD BND BZD FJD GYD JMD KYD LRD"
     " NAD SBD SRD TTD XCD"},
    {"¥", "JPY CNY"},
    {"kr", "SEK NOK DKK ISK"},
    {"¤", ""},
}};

/// ISO 4217, as of 2026.
constexpr Text kCodes =
    " AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL"
    " BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP"
    " ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR"
    " IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL"
    " LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR"
    " NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD"
    " SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX"
    " USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ";

bool isCurrency(Text word) {
  const bool isSign =
      std::any_of(kSigns.begin(), kSigns.end(), [&](const Sign& one) { return one.sign == word; });
  return isSign || isCurrencyCode(word) || isSharedSign(word);
}

/// The currency as it stands in the cell, whose plain text does not last.
Text lasting(Text word, Text cell) {
  for (const Sign& one : kSigns) {
    if (one.sign == word) return one.code;
  }
  for (const Sign& shared : kSharedSigns) {
    if (shared.sign == word) return shared.sign;
  }
  const std::size_t at = cell.find(word);
  return at == Text::npos ? Text{} : cell.substr(at, word.size());
}

bool isLetter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

bool isOfNumber(char c) {
  return isDigit(c) || c == '.' || c == ',' || c == '-' || c == '+' || c == ' ';
}

/// Takes the word before or behind the digits, if it is a currency; says whether what is left can
/// be a number.
bool takeCurrency(Text& text, Text& currency) {
  std::size_t from = 0;
  while (from < text.size() && !isOfNumber(text[from])) ++from;
  if (from > 0) {
    currency = text.substr(0, from);
    text.remove_prefix(from);
    const bool isShortened = text.starts_with('.') && isLetter(currency.back());  // "Rs.1500"
    text = trim(text.substr(isShortened ? 1 : 0));
    return isCurrency(currency);
  }
  const bool isShortened =
      text.size() > 1 && text.back() == '.' && isLetter(text[text.size() - 2]);  // "5 kr."
  if (isShortened) text.remove_suffix(1);
  std::size_t to = text.size();
  while (to > 0 && !isOfNumber(text[to - 1])) --to;
  if (to == text.size()) return true;
  const std::size_t power = text.find_first_of("eE");
  const bool isPower = power != Text::npos && power > 0 && isDigit(text[power - 1]) && power >= to;
  if (isPower) return true;
  currency = text.substr(to);
  text = trim(text.substr(0, to));
  if (currency == "CFA" && text.ends_with(" F")) currency = "F CFA";
  return isCurrency(currency);
}

/// The power of ten that a letter behind the digits stands for: "12.5K", "1,2 k", "3M".
int takeThousands(Text& text) {
  constexpr int kThousand = 3, kMillion = 6;
  const char letter = text.empty() ? ' ' : text.back();
  const bool isOne = letter == 'K' || letter == 'k' || letter == 'M';
  const Text digits = trim(text.substr(0, text.size() - (isOne ? 1 : 0)));
  if (!isOne || digits.empty() || !isDigit(digits.back())) return 0;
  text = digits;
  return letter == 'M' ? kMillion : kThousand;
}

bool hasDigit(Text text) { return std::any_of(text.begin(), text.end(), isDigit); }
bool hasLetter(Text text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return isLetter(c) || (c & 0x80); });
}

/// "[1.23]", "9 (0.5%)", "Page vue : 1,00": what is around the number. Says whether it is a credit.
bool takeAround(Text& text) {
  if (text.starts_with('[') && text.ends_with(']')) text = trim(text.substr(1, text.size() - 2));
  const std::size_t colon = text.rfind(':');
  if (colon != Text::npos && hasLetter(text.substr(0, colon))) text = trim(text.substr(colon + 1));
  const std::size_t bracket = text.find('(');
  if (bracket == Text::npos || !text.ends_with(')')) return false;
  if (hasDigit(text.substr(0, bracket))) {
    text = trim(text.substr(0, bracket));
    return false;
  }
  return hasDigit(text);
}

bool takeMinus(Text& text) {
  const bool isNegative = text.starts_with('-');
  if (isNegative || text.starts_with('+')) text = trim(text.substr(1));
  return isNegative;
}

CellNumber readSlowly(Text cell) {
  if (cell.size() > kLongestNumber) return words();
  const std::string plain = plainText(cell);
  Text text = trim(plain);
  CellNumber number;
  if (isUnknown(text)) return number;
  if (text.front() == '<' || text.front() == '>') {
    number.kind = hasDigit(text) ? CellNumber::Kind::bound : CellNumber::Kind::words;
    return number;
  }
  const bool isCredit = takeAround(text);
  std::string inside(text);
  if (isCredit) {
    inside.erase(
        std::remove_if(inside.begin(), inside.end(), [](char c) { return c == '(' || c == ')'; }),
        inside.end());
  }
  text = trim(inside);
  const bool isPercent = text.ends_with('%') || text.starts_with('%');
  if (isPercent)
    text = trim(text.ends_with('%') ? text.substr(0, text.size() - 1) : text.substr(1));
  const bool isMinusFirst = takeMinus(text);
  const int thousands = takeThousands(text);
  Text currency;
  if (!takeCurrency(text, currency)) return words();
  const bool isMinus = takeMinus(text) || isMinusFirst;
  const bool isNegative = isMinus || isCredit;
  if (text.empty() && isMinus) {
    number.kind = CellNumber::Kind::number;  // an accountant's nought: "$ -"
  } else {
    number = readBothWays(text, isNegative, thousands);
  }
  number.isRounded = thousands > 0;
  if (number.isRounded && number.isAmbiguous) number.says.reset();
  number.isPercent = isPercent;
  if (!currency.empty()) number.currency = lasting(currency, cell);
  return number;
}

// Dates

struct Month {
  char prefix[5];  ///< of its name, in small letters without accents
  std::uint8_t month;
};

/// Longer ones first where one begins another.
constexpr std::array<Month, 37> kMonths = {{
    {"jan", 1},  {"gen", 1},  {"ene", 1},  {"feb", 2},  {"fev", 2},  {"mars", 3}, {"mar", 3},
    {"maa", 3},  {"mrt", 3},  {"apr", 4},  {"avr", 4},  {"abr", 4},  {"mag", 5},  {"mai", 5},
    {"may", 5},  {"mei", 5},  {"juin", 6}, {"jun", 6},  {"giu", 6},  {"juil", 7}, {"jul", 7},
    {"lug", 7},  {"aug", 8},  {"aou", 8},  {"ago", 8},  {"sep", 9},  {"set", 9},  {"oct", 10},
    {"okt", 10}, {"out", 10}, {"ott", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12},
    {"des", 12}, {"mae", 3},
}};

/// The letter without its accent, of those that stand in months' names; its size in bytes.
std::size_t letterAt(Text text, std::size_t at, char& letter) {
  constexpr std::array<Twin, 10> kAccents = {{{"é", 'e'},
                                              {"É", 'e'},
                                              {"û", 'u'},
                                              {"Û", 'u'},
                                              {"ä", 'a'},
                                              {"Ä", 'a'},
                                              {"ç", 'c'},
                                              {"Ç", 'c'},
                                              {"à", 'a'},
                                              {"ô", 'o'}}};
  letter = lower(text[at]);
  if (isLetter(letter)) return 1;
  for (const Twin& one : kAccents) {
    if (!text.substr(at).starts_with(one.character)) continue;
    letter = one.plain;
    return one.character.size();
  }
  return 0;
}

struct Token {
  int number = -1;         ///< of digits; else -1
  std::size_t digits = 0;  ///< how many
  int month = 0;           ///< of a word
  bool isWeek = false;     ///< the word "w"
  char before = ' ';       ///< the mark between it and the token before, if only one stands there
};

bool isLinking(Text word) { return word == "de" || word == "of" || word == "del" || word == "th"; }

int monthNamed(Text word) {
  for (const Month& one : kMonths) {
    if (word.starts_with(one.prefix)) return one.month;
  }
  return 0;
}

Token wordAt(Text text, std::size_t& at) {
  std::string word;
  for (char letter = 0; at < text.size();) {
    const std::size_t size = letterAt(text, at, letter);
    if (size == 0) break;
    word += letter;
    at += size;
  }
  Token token;
  token.month = isLinking(word) ? -1 : monthNamed(word);
  token.isWeek = word == "w";
  return token;
}

Token numberAt(Text text, std::size_t& at) {
  constexpr std::size_t kMostDigits = 8;
  Token token;
  token.number = 0;
  for (; at < text.size() && isDigit(text[at]); ++at) {
    if (++token.digits <= kMostDigits) token.number = token.number * 10 + (text[at] - '0');
  }
  return token;
}

std::vector<Token> tokensOf(Text text) {
  std::vector<Token> tokens;
  char mark = ' ';
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    char letter = 0;
    if (!isDigit(text[at]) && letterAt(text, at, letter) == 0) {
      mark = text[at++];
      ++marks;
      continue;
    }
    Token token = isDigit(text[at]) ? numberAt(text, at) : wordAt(text, at);
    token.before = marks == 1 ? mark : marks == 0 ? '\0' : ' ';
    marks = 0;
    if (token.month != -1) tokens.push_back(token);
  }
  return tokens;
}

bool isYear(const Token& token) {
  return token.digits == 4 && token.number >= 1990 && token.number <= 2100;
}
bool isShort(const Token& token) { return token.digits == 1 || token.digits == 2; }
bool isDayNumber(const Token& token) {
  return isShort(token) && token.number >= 1 && token.number <= 31;
}
bool isMonthNumber(int number) { return number >= 1 && number <= 12; }

struct Found {
  CellDate date;
  std::size_t tokens = 0;
};

using Form = CellDate::Form;

/// "20260801"
Found compactDate(const Token& token) {
  if (token.digits != 8) return {};
  const int year = token.number / 10000, month = token.number / 100 % 100, day = token.number % 100;
  const bool isDate = year >= 1990 && year <= 2100 && isMonthNumber(month) && day >= 1 && day <= 31;
  return isDate ? Found{{Form::day, year, month, day}, 1} : Found{};
}

bool isDateMark(char c) { return c == '-' || c == '/' || c == '.'; }

/// "2026-08-01", "1/8/2026", "01.08.26"
Found numericDate(const Token& a, const Token& b, const Token& c) {
  const bool isOne = isDateMark(b.before) && b.before == c.before && isDayNumber(b);
  if (!isOne) return {};
  if (isYear(a) && isDayNumber(c) && isMonthNumber(b.number)) {
    return {{Form::day, a.number, b.number, c.number}, 3};
  }
  const bool isShortYear = c.digits == 2 && (a.digits == 2 || b.before == '/');
  if (!isDayNumber(a) || (!isYear(c) && !isShortYear)) return {};
  const int year = isYear(c) ? c.number : 2000 + c.number;
  if (b.before == '.') return {{Form::day, year, b.number, a.number}, 3};
  return {{Form::undecided, year, a.number, b.number}, 3};
}

/// "March 1, 2026", "1 mars 2026", "1 de marzo de 2026"
Found namedDate(const Token& a, const Token& b, const Token& c) {
  if (!isYear(c)) return {};
  if (a.month > 0 && isDayNumber(b)) return {{Form::day, c.number, a.month, b.number}, 3};
  if (b.month > 0 && isDayNumber(a)) return {{Form::day, c.number, b.month, a.number}, 3};
  return {};
}

/// "2026-08", "août 2026"
Found monthDate(const Token& a, const Token& b) {
  if (isYear(a) && b.before == '-' && b.digits == 2 && isMonthNumber(b.number)) {
    return {{Form::month, a.number, b.number, 0}, 2};
  }
  if (a.month > 0 && isYear(b)) return {{Form::month, b.number, a.month, 0}, 2};
  return {};
}

/// "2026-W05", "2026 W5", "W05 2026"
Found weekDate(const Token& a, const Token& b, const Token& c) {
  const Token& year = a.isWeek ? c : a;
  const Token& sign = a.isWeek ? a : b;
  const Token& week = a.isWeek ? b : c;
  const bool isWeek = sign.isWeek && isShort(week) && week.before == '\0';
  return isWeek && isYear(year) ? Found{{Form::week, year.number, week.number, 0}, 3} : Found{};
}

Found dateAt(const std::vector<Token>& tokens, std::size_t at) {
  const Token none;
  const Token& a = tokens[at];
  const Token& b = at + 1 < tokens.size() ? tokens[at + 1] : none;
  const Token& c = at + 2 < tokens.size() ? tokens[at + 2] : none;
  for (const Found& found : {compactDate(a), numericDate(a, b, c), namedDate(a, b, c),
                             weekDate(a, b, c), monthDate(a, b)}) {
    if (found.tokens > 0) return found;
  }
  return {};
}

/// Days from 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms").
std::int32_t daysFromCivil(int year, int month, int day) {
  year -= month <= 2;
  const int era = year / 400;
  const int yearOfEra = year - era * 400;
  const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

struct Civil {
  int year, month, day;
};

Civil civilOf(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int dayOfEra = shifted - era * 146097;
  const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const int shiftedMonth = (5 * dayOfYear + 2) / 153;
  const int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {yearOfEra + era * 400 + (month <= 2), month,
          dayOfYear - (153 * shiftedMonth + 2) / 5 + 1};
}

/// The Monday of a week of ISO 8601: the first is that of 4 January, the last that of 28 December.
std::optional<std::int32_t> mondayOf(int year, int week) {
  constexpr std::int32_t kWeek = 7;
  const std::int32_t monday = weekOf(daysFromCivil(year, 1, 4)) + (week - 1) * kWeek;
  const bool isThere = week >= 1 && monday <= daysFromCivil(year, 12, 28);
  return isThere ? std::optional(monday) : std::nullopt;
}

std::optional<std::int32_t> nthDay(const CellDate& date, std::int32_t first) {
  constexpr std::int32_t kWeek = 7;
  constexpr int kMonths = 12;
  if (date.form == Form::nth) return first + date.first;
  if (date.form == Form::nthWeek) return first + date.first * kWeek;
  const Civil civil = civilOf(first);
  const int month = civil.year * kMonths + civil.month - 1 + date.first;
  return daysFromCivil(month / kMonths, month % kMonths + 1, 1);
}

constexpr int kFirstSerial = 36526, kLastSerial = 73050;  // 2000-01-01, 2099-12-31

CellDate serialOf(int number) {
  const bool isDay = number >= kFirstSerial && number <= kLastSerial;
  return isDay ? CellDate{Form::serial, 0, number, 0} : CellDate{};
}

void pad(std::string& text, int number, int digits) {
  std::string written;
  for (; digits > 0; --digits, number /= 10)
    written.insert(0, 1, static_cast<char>('0' + number % 10));
  text += written;
}

/// "2026-08-01" and nothing else, or with a time behind it.
bool isIsoDay(Text cell) {
  if (cell.size() < 10 || (cell.size() > 10 && cell[10] != ' ' && cell[10] != 'T')) return false;
  for (std::size_t i = 0; i < 10; ++i) {
    if (i == 4 || i == 7 ? cell[i] != '-' : !isDigit(cell[i])) return false;
  }
  return true;
}

}  // namespace

bool operator<(const CellDate& a, const CellDate& b) {
  return std::tie(a.year, a.first, a.second, a.form) < std::tie(b.year, b.first, b.second, b.form);
}

Amount& Amount::operator+=(const Amount& other) {
  whole = wrapped(whole, static_cast<std::uint64_t>(other.whole));
  parts += other.parts;
  if (parts >= kOne) {
    parts -= kOne;
    whole = wrapped(whole, 1);
  }
  return *this;
}

Amount& Amount::operator-=(const Amount& other) {
  whole = wrapped(whole, std::uint64_t{0} - static_cast<std::uint64_t>(other.whole));
  parts -= other.parts;
  if (parts < 0) {
    parts += kOne;
    whole = wrapped(whole, ~std::uint64_t{0});
  }
  return *this;
}

std::string Amount::text() const {
  const Amount size = whole < 0 ? negative(*this) : *this;
  Decimal decimal = {std::to_string(static_cast<std::uint64_t>(size.whole)), -kPlaces};
  const std::string places = std::to_string(size.parts);
  decimal.digits.append(kPlaces - places.size(), '0').append(places);
  decimal.digits.erase(0, std::min(decimal.digits.find_first_not_of('0'), decimal.digits.size()));
  return plain(decimal, whole < 0);
}

double Amount::value() const { return nearest(text()); }

CellNumber readCell(Text cell) {
  constexpr std::size_t kMostDigits = 16;
  if (cell.size() > kMostDigits) return readSlowly(cell);
  std::size_t at = 0;
  std::int64_t whole = 0, part = 0;
  for (; at < cell.size() && isDigit(cell[at]); ++at) whole = whole * 10 + (cell[at] - '0');
  const std::size_t mark = at;
  const bool isWhole = at == cell.size() && at > 0 && at <= kMostWholeDigits;
  CellNumber number;
  number.kind = CellNumber::Kind::number;
  if (isWhole) {
    number.point.whole = number.comma.whole = whole;
    return number;
  }
  const bool isSimple = mark > 0 && mark <= kMostWholeDigits && mark < cell.size() &&
                        (cell[mark] == '.' || cell[mark] == ',');
  if (!isSimple) return readSlowly(cell);
  for (++at; at < cell.size() && isDigit(cell[at]); ++at) part = part * 10 + (cell[at] - '0');
  const std::size_t places = cell.size() - mark - 1;
  if (at < cell.size() || places == 3 || places == 0) return readSlowly(cell);
  number.point = amountOf(whole, part, static_cast<int>(places));
  number.comma = number.point;
  number.says = cell[mark] == '.' ? Mark::point : Mark::comma;
  return number;
}

std::string_view currencyOf(std::string_view sign) {
  for (const Sign& one : kSigns) {
    if (one.sign == sign) return one.code;
  }
  return sign;
}

bool isCurrencyCode(Text word) {
  constexpr std::size_t kLetters = 3;
  return word.size() == kLetters && word.find(' ') == Text::npos && kCodes.find(word) != Text::npos;
}

bool isSharedSign(Text sign) {
  return std::any_of(kSharedSigns.begin(), kSharedSigns.end(),
                     [sign](const Sign& shared) { return shared.sign == sign; });
}

bool isSignOf(Text sign, Text code) {
  return std::any_of(kSharedSigns.begin(), kSharedSigns.end(), [&](const Sign& shared) {
    return shared.sign == sign && (shared.code.empty() || shared.code.find(code) != Text::npos);
  });
}

std::vector<CellDate> datesIn(Text text) {
  std::vector<CellDate> dates;
  const std::vector<Token> tokens = tokensOf(text);
  for (std::size_t at = 0; at < tokens.size();) {
    const Found found = dateAt(tokens, at);
    if (found.tokens > 0) dates.push_back(found.date);
    at += std::max<std::size_t>(found.tokens, 1);
  }
  return dates;
}

CellDate dateOf(Text cell) {
  if (isIsoDay(cell)) {
    return {Form::day, static_cast<int>(numberOf(cell.substr(0, 4))),
            static_cast<int>(numberOf(cell.substr(5, 2))),
            static_cast<int>(numberOf(cell.substr(8, 2)))};
  }
  constexpr std::size_t kLongestDate = 64;
  if (cell.size() > kLongestDate) return {};
  const std::vector<CellDate> dates = datesIn(cell);
  if (!dates.empty()) return dates.front();
  constexpr std::size_t kNthDigits = 4, kSerialDigits = 5, kMonthDigits = 6;
  const bool isNumber = std::all_of(cell.begin(), cell.end(), isDigit);
  if (isNumber && cell.size() == kNthDigits)
    return {Form::nth, 0, static_cast<int>(numberOf(cell)), 0};
  if (isNumber && cell.size() == kSerialDigits) return serialOf(static_cast<int>(numberOf(cell)));
  if (!isNumber || cell.size() != kMonthDigits) return {};
  const int year = static_cast<int>(numberOf(cell.substr(0, 4)));
  const int month = static_cast<int>(numberOf(cell.substr(4)));
  return isMonthNumber(month) && year >= 1990 && year <= 2100
             ? CellDate{Form::month, year, month, 0}
             : CellDate{};
}

std::optional<DateOrder> orderOf(const CellDate& date) {
  if (date.form != Form::undecided) return std::nullopt;
  if (date.first > 12) return DateOrder::dayFirst;
  if (date.second > 12) return DateOrder::monthFirst;
  return std::nullopt;
}

std::optional<std::int32_t> dayNumber(const CellDate& date, DateOrder order,
                                      std::optional<std::int32_t> first) {
  if (date.form == Form::none) return std::nullopt;
  if (date.form >= Form::nth) return first ? nthDay(date, *first) : std::nullopt;
  if (date.form == Form::serial) return daysFromCivil(1899, 12, 30) + date.first;
  if (date.form == Form::week) return mondayOf(date.year, date.first);
  if (date.form == Form::month) return daysFromCivil(date.year, date.first, 1);
  const bool isDayFirst = date.form == Form::undecided && order == DateOrder::dayFirst;
  const int month = isDayFirst ? date.second : date.first;
  const int day = isDayFirst ? date.first : date.second;
  if (!isMonthNumber(month)) return std::nullopt;
  const std::int32_t number = daysFromCivil(date.year, month, day);
  const Civil civil = civilOf(number);
  return civil.month == month && civil.day == day ? std::optional(number) : std::nullopt;
}

std::string isoDay(std::int32_t day) {
  const Civil civil = civilOf(day);
  std::string text;
  pad(text, civil.year, 4);
  text += '-';
  pad(text, civil.month, 2);
  text += '-';
  pad(text, civil.day, 2);
  return text;
}

std::int32_t weekOf(std::int32_t day) {
  constexpr std::int32_t kMonday = 4;  // 1970-01-05
  const std::int32_t weekday = ((day - kMonday) % 7 + 7) % 7;
  return day - weekday;
}

std::int32_t monthOf(std::int32_t day) {
  const Civil civil = civilOf(day);
  return day - (civil.day - 1);
}

std::int32_t monthNumber(std::int32_t day) {
  constexpr std::int32_t kMonths = 12, kEpoch = 1970;
  const Civil civil = civilOf(day);
  return (civil.year - kEpoch) * kMonths + civil.month - 1;
}

}  // namespace roi
