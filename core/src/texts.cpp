#include "roi/texts.h"

#include <cstring>

namespace roi {
namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);

std::uint64_t wordAt(const char* text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text, kWord);
  return word;
}

/// Fewer bytes than a word has.
std::uint64_t shortWord(std::string_view text) {
  std::uint64_t word = 0;
  for (const char c : text) word = word << 8 | static_cast<unsigned char>(c);
  return word;
}

/// Words, of which the last may lap over the one before: quicker than what libraries have for wasm.
bool areAlike(const char* a, const char* b, std::size_t size) {
  if (size < kWord) return shortWord({a, size}) == shortWord({b, size});
  for (std::size_t at = 0; at + kWord < size; at += kWord) {
    if (wordAt(a + at) != wordAt(b + at)) return false;
  }
  return wordAt(a + size - kWord) == wordAt(b + size - kWord);
}

}  // namespace

Texts::Entry Texts::entryAt(std::size_t at) const {
  Entry entry{};
  std::memcpy(&entry, all_.data() + at, sizeof entry);
  return entry;
}

/// The high bits of a product depend on all bits below them.
std::uint32_t Texts::hashOf(std::string_view text) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
  std::uint64_t hash = text.size() * kOdd;
  const auto mix = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * kOdd;
    hash ^= hash >> 32;
  };
  const std::size_t size = text.size();
  for (std::size_t at = 0; at + kWord < size; at += kWord) mix(wordAt(text.data() + at));
  mix(size < kWord ? shortWord(text) : wordAt(text.data() + size - kWord));
  return static_cast<std::uint32_t>(hash * kOdd >> 32);
}

std::string_view Texts::operator[](std::size_t index) const {
  const std::size_t at = begins_[index];
  return std::string_view(all_).substr(at + sizeof(Entry), entryAt(at).size);
}

bool Texts::isAt(std::size_t at, std::string_view text) const {
  return entryAt(at).size == text.size() &&
         areAlike(all_.data() + at + sizeof(Entry), text.data(), text.size());
}

std::uint32_t Texts::of(std::string_view text, std::uint32_t hash) {
  if (4 * size() >= 3 * slots_.size()) grow();
  std::size_t place = hash & (slots_.size() - 1);
  for (; slots_[place].at > 0; place = (place + 1) & (slots_.size() - 1)) {
    const std::size_t at = slots_[place].at - 1;
    if (slots_[place].hash == hash && isAt(at, text)) return entryAt(at).index;
  }
  const Entry entry{static_cast<std::uint32_t>(size()), static_cast<std::uint32_t>(text.size())};
  begins_.push_back(static_cast<std::uint32_t>(all_.size()));
  slots_[place] = {hash, begins_.back() + 1};
  all_.append(reinterpret_cast<const char*>(&entry), sizeof entry).append(text);
  return entry.index;
}

void Texts::of(std::span<const std::string_view> texts, std::vector<std::uint32_t>& numbers) {
  if (slots_.empty()) grow();
  looked_.clear();
  for (const std::string_view text : texts) {
    const std::uint32_t hash = hashOf(text);
    const Slot& slot = slots_[hash & (slots_.size() - 1)];
    looked_.push_back({hash, slot.hash == hash ? slot.at : 0});
  }
  numbers.clear();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto [hash, at] = looked_[i];
    const bool isThere = at > 0 && isAt(at - 1, texts[i]);
    numbers.push_back(isThere ? entryAt(at - 1).index : of(texts[i], hash));
  }
}

void Texts::grow() {
  constexpr std::size_t kFirst = 64;
  std::vector<Slot> old(slots_.empty() ? kFirst : 2 * slots_.size());
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.at == 0) continue;
    std::size_t place = slot.hash & (slots_.size() - 1);
    while (slots_[place].at > 0) place = (place + 1) & (slots_.size() - 1);
    slots_[place] = slot;
  }
}

}  // namespace roi
