// The only caller of strtod is the JSON parser, with numbers whose notation it has checked: the
// linker leads it here (--wrap). core/docs/decisions/0003-wasm-module.md says what the C library's
// would weigh.

#include <string_view>

#include "roi/decimal.h"

extern "C" double __wrap_strtod(const char* text, char** end) {
  const std::string_view number = text;
  *end = const_cast<char*>(text + number.size());
  return roi::nearest(number);
}
