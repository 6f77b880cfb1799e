#include "roi/beside.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace roi {
namespace {

std::size_t whole(std::string_view digits) {
  std::size_t number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<std::size_t>(digit - '0');
  return number;
}

/// A quantity's place in its scenario, by the ids of channels rather than their order.
std::string placeOf(const Scenario& s, const Quantity& q) {
  constexpr std::string_view kChannels = "/channels/";
  std::string place = q.pointer.substr(std::min(s.pointer.size(), q.pointer.size()));
  if (place.compare(0, kChannels.size(), kChannels) != 0) return place;
  const std::size_t end = place.find('/', kChannels.size());
  const std::size_t index =
      whole(std::string_view(place).substr(kChannels.size(), end - kChannels.size()));
  for (const Channel& channel : s.channels) {
    if (channel.place == index) return channel.id + place.substr(std::min(end, place.size()));
  }
  return place;
}

bool isSame(const Quantity& a, const Quantity& b) {
  return a.low == b.low && a.likely == b.likely && a.high == b.high && a.scale == b.scale &&
         a.group == b.group && a.strength == b.strength && a.happened == b.happened;
}

}  // namespace

std::vector<std::uint32_t> numbersBeside(const Scenario& first, const Scenario& other,
                                         std::vector<Quantity>& quantities) {
  std::map<std::string, std::size_t> places;
  for (std::uint32_t i = 0; i < first.quantities.size(); ++i) {
    places.emplace(placeOf(first, first.quantities[i]), i);
  }
  std::vector<std::uint32_t> numbers;
  for (const Quantity& q : other.quantities) {
    const auto found = places.find(placeOf(other, q));
    if (found != places.end() && isSame(first.quantities[found->second], q)) {
      numbers.push_back(static_cast<std::uint32_t>(found->second));
    } else {
      numbers.push_back(static_cast<std::uint32_t>(quantities.size()));
      quantities.push_back(q);
    }
  }
  return numbers;
}

}  // namespace roi
