#include "roi/read_number.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace roi {
namespace {

using Text = std::string_view;

constexpr char kSpace = ' ';
constexpr std::array<Text, 6> kSpaces = {"\u00A0", "\u202F", "\u2009", "\u2007", "\t", "'"};
constexpr std::array<Text, 10> kCurrencies = {"€", "$", "£", "¥", "₹", "₽", "₩", "₺", "₪", "zł"};

void replaceAll(std::string& text, Text from, Text to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string trim(Text text) {
  while (!text.empty() && text.front() == kSpace) text.remove_prefix(1);
  while (!text.empty() && text.back() == kSpace) text.remove_suffix(1);
  return std::string(text);
}

/// One kind of space, minus and range sign.
std::string normalise(Text typed) {
  std::string text(typed);
  for (const Text space : kSpaces) replaceAll(text, space, " ");
  replaceAll(text, "\u2019", " ");
  replaceAll(text, "\u2212", "-");
  replaceAll(text, "\u2013", "-");
  replaceAll(text, "\u2026", "..");
  replaceAll(text, "+/-", "±");
  replaceAll(text, " à ", "..");
  replaceAll(text, " to ", "..");
  return trim(text);
}

/// Three capitals, as in an ISO 4217 code.
bool isCode(Text text) {
  for (const char c : text) {
    if (c < 'A' || c > 'Z') return false;
  }
  return text.size() == 3;
}

/// Without a currency before or after it.
std::string withoutCurrency(Text text) {
  const auto starts = [&](Text sign) { return text.substr(0, sign.size()) == sign; };
  const auto ends = [&](Text sign) {
    return text.size() >= sign.size() && text.substr(text.size() - sign.size()) == sign;
  };
  for (const Text sign : kCurrencies) {
    if (starts(sign)) text.remove_prefix(sign.size());
    if (ends(sign)) text.remove_suffix(sign.size());
  }
  if (isCode(text.substr(0, 3))) text.remove_prefix(3);
  if (text.size() >= 3 && isCode(text.substr(text.size() - 3))) text.remove_suffix(3);
  return trim(text);
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits and marks of one unsigned number as they were typed.
struct Marks {
  char decimal;
  char group;  ///< besides the space
};

enum class Fault : std::uint8_t { malformed, digits };

struct Decimal {
  std::uint64_t digits = 0;
  int places = 0;  ///< after the decimal mark
};

struct Parsed {
  std::optional<Decimal> decimal;
  Fault fault = Fault::malformed;
};

/// Whether whole is digits, either plain or in groups of three by one kind of mark.
bool isGrouped(Text whole, char group) {
  std::size_t run = 0;
  std::size_t runs = 0;
  char mark = 0;
  for (const char c : whole) {
    if (isDigit(c)) {
      ++run;
      continue;
    }
    if ((c != kSpace && c != group) || (mark && c != mark)) return false;
    if (runs == 0 ? run < 1 || run > 3 : run != 3) return false;
    mark = c;
    ++runs;
    run = 0;
  }
  if (!mark) return true;
  return run == 3 && whole.front() != '0';
}

Parsed parse(Text text, Marks marks) {
  const std::size_t at = text.find(marks.decimal);
  const Text whole = text.substr(0, at);
  const Text part = at == Text::npos ? Text{} : text.substr(at + 1);
  Decimal decimal;
  int significant = 0;
  const auto take = [&](char c) {
    if (significant > 0 || c != '0') ++significant;
    if (significant <= 15) decimal.digits = decimal.digits * 10 + static_cast<unsigned>(c - '0');
  };
  if (!isGrouped(whole, marks.group)) return {};
  bool any = false;
  for (const char c : whole) {
    if (!isDigit(c)) continue;
    take(c);
    any = true;
  }
  for (const char c : part) {
    if (!isDigit(c)) return {};
    take(c);
    any = true;
    ++decimal.places;
  }
  if (!any) return {};
  if (significant > 15 || decimal.places > 20) return {std::nullopt, Fault::digits};
  return {decimal, {}};
}

/// The nearest double: digits are exact below 2^53, powers of ten up to 10^22.
double scaled(const Decimal& d, int percentPlaces) {
  double power = 1;
  for (int i = 0; i < d.places + percentPlaces; ++i) power *= 10;
  return static_cast<double>(d.digits) / power;
}

bool same(const Decimal& a, const Decimal& b) { return scaled(a, 0) == scaled(b, 0); }

/// Shortest plain text of a decimal, for the question that asks back.
std::string plain(const Decimal& d) {
  std::string text = std::to_string(d.digits);
  if (d.places == 0) return text;
  const auto places = static_cast<std::size_t>(d.places);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  return text.insert(text.size() - places, ".");
}

class Reader {
 public:
  Reader(Text locale, Unit unit) : unit_(unit) {
    const bool english = locale.substr(0, 2) == "en" || locale.substr(0, 2) == "EN";
    own_ = english ? Marks{'.', ','} : Marks{',', kSpace};
  }

  Outcome<TypedNumber> read(Text typed) {
    const std::string text = normalise(typed);
    if (withoutCurrency(text).empty()) return fail(ErrorCode::numberEmpty);
    TypedNumber number;
    if (!readForm(text, number)) return Errors{error_};
    return number;
  }

 private:
  Errors fail(ErrorCode code, std::string detail = {}) {
    error_ = {code, {}, std::move(detail)};
    return {error_};
  }

  bool refuse(ErrorCode code, std::string detail = {}) {
    fail(code, std::move(detail));
    return false;
  }

  bool readForm(const std::string& text, TypedNumber& number) {
    if (const std::size_t at = text.find("±"); at != std::string::npos) {
      return readAround(text.substr(0, at), text.substr(at + Text("±").size()), number);
    }
    if (const std::size_t at = text.find(".."); at != std::string::npos) {
      return readRange(text.substr(0, at), text.substr(at + 2), number);
    }
    if (const std::size_t at = text.find('-', 1); at != std::string::npos) {
      return readRange(text.substr(0, at), text.substr(at + 1), number);
    }
    double value = 0;
    if (!readSigned(text, value)) return false;
    number = {value, value, value, true};
    return true;
  }

  bool readRange(const std::string& low, const std::string& high, TypedNumber& number) {
    if (const std::size_t at = high.find(".."); at != std::string::npos) {
      const bool read = readSigned(low, number.low) &&
                        readSigned(high.substr(0, at), number.likely) &&
                        readSigned(high.substr(at + 2), number.high);
      if (read && !number.isRange()) return refuse(ErrorCode::rangeOrder);
      return read;
    }
    if (!readSigned(low, number.low) || !readSigned(high, number.high)) return false;
    number.likelyGiven = number.low == number.high;
    number.likely = number.low;
    return true;
  }

  bool readAround(const std::string& middle, const std::string& width, TypedNumber& number) {
    if (!readSigned(middle, number.likely)) return false;
    const bool relative = unit_ != Unit::rate && width.find('%') != std::string::npos;
    double half = 0;
    const Unit unit = unit_;
    if (relative) unit_ = Unit::rate;
    const bool ok = readSigned(width, half);
    unit_ = unit;
    if (!ok) return false;
    if (relative) half *= number.likely;
    number.low = number.likely - half;
    number.high = number.likely + half;
    return true;
  }

  bool readSigned(const std::string& typed, double& value) {
    std::string text = withoutCurrency(trim(typed));
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+')) {
      text = withoutCurrency(trim(Text(text).substr(1)));
    }
    if (const std::size_t at = text.find('/'); at != std::string::npos && unit_ == Unit::rate) {
      if (!readFraction(text.substr(0, at), text.substr(at + 1), value)) return false;
    } else if (!readPercent(text, value)) {
      return false;
    }
    if (negative) value = 0 - value;
    return true;
  }

  bool readFraction(const std::string& top, const std::string& bottom, double& value) {
    Decimal n;
    Decimal d;
    if (!readDecimal(trim(top), n) || !readDecimal(trim(bottom), d)) return false;
    if (d.digits == 0) return refuse(ErrorCode::numberMalformed);
    value = scaled(n, 0) / scaled(d, 0);
    return true;
  }

  bool readPercent(std::string text, double& value) {
    if (!text.empty() && text.back() == '%') {
      if (unit_ != Unit::rate) return refuse(ErrorCode::numberUnit);
      text = trim(Text(text).substr(0, text.size() - 1));
    }
    Decimal decimal;
    if (!readDecimal(text, decimal)) return false;
    value = scaled(decimal, unit_ == Unit::rate ? 2 : 0);
    return true;
  }

  bool readDecimal(const std::string& text, Decimal& decimal) {
    const Parsed own = parse(text, own_);
    if (own.decimal) {
      decimal = *own.decimal;
      return true;
    }
    Fault fault = own.fault;
    std::vector<Decimal> readings;
    for (const Marks marks : {Marks{',', '.'}, Marks{'.', ','}}) {
      const Parsed reading = parse(text, marks);
      if (!reading.decimal) {
        if (reading.fault == Fault::digits) fault = Fault::digits;
      } else if (readings.empty() || !same(readings.front(), *reading.decimal)) {
        readings.push_back(*reading.decimal);
      }
    }
    if (readings.empty()) {
      return refuse(fault == Fault::digits ? ErrorCode::numberDigits : ErrorCode::numberMalformed);
    }
    if (readings.size() > 1) {
      return refuse(ErrorCode::numberAmbiguous, plain(readings[0]) + "|" + plain(readings[1]));
    }
    decimal = readings.front();
    return true;
  }

  Unit unit_;
  Marks own_{};
  Error error_{};
};

}  // namespace

Outcome<TypedNumber> readNumber(std::string_view text, std::string_view locale, Unit unit) {
  return Reader(locale, unit).read(text);
}

}  // namespace roi
