#include "roi/draw.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include "roi/elementary.h"
#include "roi/range.h"

namespace roi {
namespace {

/// R. Cools, F. Y. Kuo, D. Nuyens, "Constructing embedded lattice rules for multivariate
/// integration", SIAM J. Sci. Comput. 28 (2006): a lattice sequence of order-2 weights for up to
/// 2^20 points; its first 64 components.
constexpr std::array<std::uint32_t, 64> kLattice = {
    1,      182667, 469891, 498753, 110745, 446247, 250185, 118627, 245333, 283199, 408519,
    391023, 246327, 126539, 399185, 461527, 300343, 69681,  516695, 436179, 106383, 238523,
    413283, 70841,  47719,  300129, 113029, 123925, 410745, 211325, 17489,  511893, 40767,
    186077, 519471, 255369, 101819, 243573, 66189,  152143, 503455, 113217, 132603, 463967,
    297717, 157383, 224015, 502917, 36237,  94049,  170665, 79397,  123963, 223451, 323871,
    303633, 98567,  318855, 494245, 477137, 177975, 64483,  26695,  88779};

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;

/// The output function of SplitMix64. G. L. Steele, D. Lea, C. H. Flood, "Fast splittable
/// pseudorandom number generators" (2014).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

std::uint32_t upper(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }

std::uint32_t reversed(std::uint32_t x) {
  x = (x >> 16) | (x << 16);
  x = ((x & 0xff00ff00) >> 8) | ((x & 0x00ff00ff) << 8);
  x = ((x & 0xf0f0f0f0) >> 4) | ((x & 0x0f0f0f0f) << 4);
  x = ((x & 0xcccccccc) >> 2) | ((x & 0x33333333) << 2);
  return ((x & 0xaaaaaaaa) >> 1) | ((x & 0x55555555) << 1);
}

const std::array<std::uint32_t, kBlock>& reversedLanes() {
  static const auto lanes = [] {
    std::array<std::uint32_t, kBlock> list{};
    for (std::uint32_t i = 0; i < kBlock; ++i) list[i] = reversed(i);
    return list;
  }();
  return lanes;
}

// Distances to the nearer end, in units of 2^-32, from 2^7 to 2^31: 24 octaves of 16 pieces.
constexpr int kFirstOctave = 7;
constexpr std::size_t kOctaves = 24;
constexpr std::size_t kSteps = 16;
constexpr double kUnit = 1.0 / 4294967296.0;  // 2^-32

struct Node {
  double z;      ///< of the lower half
  double slope;  ///< dz per unit of distance
};

double distanceOf(std::size_t node) {
  const std::size_t octave = node / kSteps;
  const auto step = static_cast<double>(kSteps + node % kSteps);
  return step * static_cast<double>(std::uint64_t{1} << (octave + kFirstOctave)) / kSteps;
}

/// The standard normal at the ends of the pieces, the same for every table.
const std::array<Node, kOctaves * kSteps + 1>& normalNodes() {
  static const auto nodes = [] {
    std::array<Node, kOctaves * kSteps + 1> list{};
    constexpr double kRootOf2Pi = 2.5066282746310002;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const double p = distanceOf(i) * kUnit;
      const double z = p < 0.5 ? normalQuantile(p) : 0;
      list[i] = {z, kUnit * kRootOf2Pi * exponential(0.5 * z * z)};
    }
    return list;
  }();
  return nodes;
}

/// The cubic through two ends with the slopes there, in t from 0 to 1.
std::array<double, 4> hermite(double from, double to, double slopeFrom, double slopeTo) {
  const double rise = to - from;
  return {from, slopeFrom, 3 * rise - 2 * slopeFrom - slopeTo, slopeFrom + slopeTo - 2 * rise};
}

/// Where fractions lie: the piece of each, and how far into it.
struct Places {
  std::array<std::int32_t, kBlock> pieces;
  std::array<float, kBlock> within;
};

/// A distance as a float has its octave and piece in its upper bits and the way into the piece in
/// the 19 below. Written so that the compiler turns it into vector instructions.
[[gnu::noinline]] void place(const std::uint32_t* fractions, Places& places) {
  constexpr int kPieceBits = 4;
  constexpr int kWayBits = 23 - kPieceBits;
  constexpr std::int32_t kWay = (1 << kWayBits) - 1;
  constexpr std::int32_t kOne = 127 << 23;
  constexpr std::int32_t kFirstPiece = (127 + kFirstOctave) << kPieceBits;
  constexpr std::int32_t kNearest = 1 << kFirstOctave;
  constexpr auto kUpperHalf = static_cast<std::int32_t>(kOctaves * kSteps);
  for (std::size_t i = 0; i < kBlock; ++i) {
    const auto fraction = static_cast<std::int32_t>(fractions[i]);
    const std::int32_t half = fraction >> 31;
    const std::int32_t near = (fraction ^ half) & 0x7fffffff;
    const std::int32_t below = near - (near >> 24);  // never rounds up to the other half
    const auto distance = static_cast<float>(below < kNearest ? kNearest : below);
    std::int32_t bits = 0;
    std::memcpy(&bits, &distance, sizeof bits);
    const std::int32_t way = (bits & kWay) | kOne;
    float within = 0;
    std::memcpy(&within, &way, sizeof within);
    places.pieces[i] = (bits >> kWayBits) - kFirstPiece + (half & kUpperHalf);
    places.within[i] = (within - 1) * static_cast<float>(kSteps);
  }
}

/// Two lanes side by side: compilers do not find by themselves that a piece's coefficients can be
/// loaded together, and this is where a simulation spends most of its time.
using Pair [[gnu::vector_size(16)]] = double;
using FloatPair [[gnu::vector_size(8)]] = float;

Pair load(const double* from) {
  Pair pair;
  std::memcpy(&pair, from, sizeof pair);
  return pair;
}

[[gnu::noinline]] void interpolate(const std::array<double, 4>* pieces, const Places& places,
                                   double* out) {
  for (std::size_t i = 0; i < kBlock; i += 2) {
    const double* a = pieces[static_cast<std::size_t>(places.pieces[i])].data();
    const double* b = pieces[static_cast<std::size_t>(places.pieces[i + 1])].data();
    FloatPair within;
    std::memcpy(&within, places.within.data() + i, sizeof within);
    const Pair t = __builtin_convertvector(within, Pair);
    const Pair a01 = load(a);
    const Pair a23 = load(a + 2);
    const Pair b01 = load(b);
    const Pair b23 = load(b + 2);
    const Pair value =
        ((__builtin_shufflevector(a23, b23, 1, 3) * t + __builtin_shufflevector(a23, b23, 0, 2)) *
             t +
         __builtin_shufflevector(a01, b01, 1, 3)) *
            t +
        __builtin_shufflevector(a01, b01, 0, 2);
    std::memcpy(out + i, &value, sizeof value);
  }
}

}  // namespace

void Points::block(std::size_t block, std::uint32_t dimension, std::uint32_t* out) const {
  const std::uint64_t replicate = block % kReplicates;
  const auto first = static_cast<std::uint32_t>(block / kReplicates * kBlock);
  const std::uint64_t key = mixed(mixed(seed_ + replicate * kGolden) + dimension * kGolden);
  if (dimension >= kLattice.size()) {
    for (std::uint32_t i = 0; i < kBlock; ++i) out[i] = upper(mixed(key + (first + i) * kGolden));
    return;
  }
  const std::uint32_t z = kLattice[dimension];
  const std::uint32_t start = upper(key) + reversed(first) * z;
  const auto& lanes = reversedLanes();
  for (std::size_t i = 0; i < kBlock; ++i) out[i] = start + lanes[i] * z;
}

QuantileTable::QuantileTable(const Distribution& distribution) : pieces_(kPieces) {
  const auto& nodes = normalNodes();
  for (const bool below : {true, false}) {
    const double sign = below ? 1 : -1;  // towards the middle z rises below it, and falls above
    double from = 0;
    double slopeFrom = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const double to = distribution.at(sign * nodes[i].z);
      const double slope = sign * nodes[i].slope * distribution.slope(below, to);
      const double width = i == 0 ? 0 : distanceOf(i) - distanceOf(i - 1);
      if (i > 0) {
        pieces_[(below ? 0 : kPieces / 2) + i - 1] =
            hermite(from, to, slopeFrom * width, slope * width);
      }
      from = to;
      slopeFrom = slope;
    }
  }
}

void QuantileTable::draw(const std::uint32_t* fractions, double* out) const {
  Places places;
  place(fractions, places);
  interpolate(pieces_.data(), places, out);
}

Draws::Draws(std::span<const Quantity> quantities, std::span<const std::uint32_t> of,
             std::uint64_t seed, std::uint32_t firstDimension)
    : points_(seed) {
  std::map<std::string, std::size_t> factors;
  std::uint32_t next = firstDimension;
  for (const std::uint32_t number : of) {
    const std::string& group = quantities[number].group;
    if (!group.empty() && factors.emplace(group, next).second) ++next;
  }
  const QuantileTable normal(Distribution::standardNormal());
  for (std::size_t i = 0; i < of.size(); ++i) {
    const Quantity& q = quantities[of[i]];
    if (q.scale == Scale::even) continue;
    const Distribution distribution(q);
    if (q.group.empty()) {
      drawn_.push_back({i, distribution, QuantileTable(distribution), next++, std::nullopt, 0, 1});
    } else {
      const double rest = std::sqrt(1 - q.strength * q.strength);
      drawn_.push_back({i, distribution, normal, next++,
                        static_cast<std::uint32_t>(factors.at(q.group)), q.strength, rest});
    }
  }
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (quantities[of[i]].scale == Scale::even) levels_.push_back({i, next++});
  }
  dimensions_ = next - firstDimension;
}

Draws::MovedBy Draws::movedBy(std::size_t i) const {
  for (const Drawn& drawn : drawn_) {
    if (drawn.column == i) return {drawn.dimension, drawn.factor};
  }
  for (const Level& level : levels_) {
    if (level.column == i) return {level.dimension, std::nullopt};
  }
  return {};
}

void Draws::block(std::size_t block, double* const* columns) const {
  std::array<std::uint32_t, kBlock> fractions{};
  for (const Drawn& drawn : drawn_) {
    double* column = columns[drawn.column];
    points_.block(block, drawn.dimension, fractions.data());
    drawn.table.draw(fractions.data(), column);
    if (drawn.factor) drawTogether(drawn, block, column);
  }
  for (const Level& level : levels_) {
    points_.block(block, level.dimension, fractions.data());
    for (std::size_t i = 0; i < kBlock; ++i) columns[level.column][i] = levelOf(fractions[i]);
  }
}

/// Turns its own z, in out, into the value at the z it has with its common factor.
void Draws::drawTogether(const Drawn& drawn, std::size_t block, double* out) const {
  std::array<std::uint32_t, kBlock> fractions{};
  std::array<double, kBlock> factor{};
  points_.block(block, *drawn.factor, fractions.data());
  drawn.table.draw(fractions.data(), factor.data());
  for (std::size_t i = 0; i < kBlock; ++i) {
    out[i] = drawn.distribution.at(drawn.strength * factor[i] + drawn.rest * out[i]);
  }
}

std::vector<double> Draws::trial(std::size_t trial) const {
  std::vector<double> lanes((drawn_.size() + levels_.size()) * kBlock);
  std::vector<double*> columns(drawn_.size() + levels_.size());
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = lanes.data() + i * kBlock;
  block(trial / kBlock, columns.data());
  std::vector<double> values(columns.size());
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = columns[i][trial % kBlock];
  return values;
}

}  // namespace roi
