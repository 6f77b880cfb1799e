#pragma once
// A parsed JSON text as a plain tree, within limits, with every repeated key reported.

#include <string>
#include <string_view>
#include <vector>

#include "roi/error.h"

namespace roi::json {

struct Tree {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };
  Kind kind = Kind::null;
  bool flag = false;
  double number = 0;
  std::string text;
  std::vector<std::string> keys;  ///< of an object, beside its items
  std::vector<Tree> items;

  /// The member of that name, or nullptr.
  const Tree* find(std::string_view key) const;
};

inline constexpr std::size_t kMaxText = 1'000'000;
inline constexpr std::size_t kMaxDepth = 32;
inline constexpr std::size_t kMaxMembers = 200;
inline constexpr std::size_t kMaxErrors = 100;

/// Refuses text over limit bytes, bad JSON or UTF-8, numbers that overflow, more than kMaxDepth
/// levels, more than kMaxMembers fields in an object, and a key that stands twice.
Outcome<Tree> parseTree(std::string_view text, std::size_t limit = kMaxText);

/// Adds an error while fewer than kMaxErrors are listed, then once that there are more.
void addError(Errors& errors, Error error);

/// The JSON Pointer of a child: key with ~ and / escaped.
std::string childPath(const std::string& path, std::string_view key);

/// The place in a list that a key of a pointer names.
std::size_t placeNamed(std::string_view digits);

}  // namespace roi::json
