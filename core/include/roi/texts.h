#pragma once
// Texts that come again and again, as numbers.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace roi {

/// Numbers texts in the order they come first, from 0. All of them together are under 4 GB.
class Texts {
 public:
  std::uint32_t of(std::string_view text) { return of(text, hashOf(text)); }
  /// The same of several, in their order: memory is waited for once for all of them, not for each.
  void of(std::span<const std::string_view> texts, std::vector<std::uint32_t>& numbers);
  std::string_view operator[](std::size_t index) const;
  std::size_t size() const { return begins_.size(); }
  std::size_t bytes() const { return all_.size(); }

 private:
  /// One place of the table: free where at is 0.
  struct Slot {
    std::uint32_t hash = 0, at = 0;  ///< where the text's entry stands, and 1
  };
  /// What stands before each text, so that finding it looks at two places of memory.
  struct Entry {
    std::uint32_t index, size;
  };

  static std::uint32_t hashOf(std::string_view text);
  std::uint32_t of(std::string_view text, std::uint32_t hash);
  Entry entryAt(std::size_t at) const;
  bool isAt(std::size_t at, std::string_view text) const;
  void grow();

  std::string all_;                    ///< entries and their texts
  std::vector<std::uint32_t> begins_;  ///< of entries, by number
  std::vector<Slot> slots_;            ///< a power of two, three in four of them taken at most
  std::vector<Slot> looked_;           ///< of several texts, the first slot of each
};

}  // namespace roi
