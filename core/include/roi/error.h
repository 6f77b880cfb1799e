#pragma once
// Errors are data: a stable code, where it is, and what it is about. Never thrown.

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "roi/error_code.h"  // generated from core/contract/errors.json

namespace roi {

struct Error {
  ErrorCode code;
  std::string path;    ///< JSON Pointer into what was sent; empty: the whole of it
  std::string detail;  ///< the limit, the choices or the name the code speaks of; may be empty
};

using Errors = std::vector<Error>;

/// What a factory gives: a value that is right, or everything that is wrong.
template <class T>
using Outcome = std::variant<T, Errors>;

}  // namespace roi
