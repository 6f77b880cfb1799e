#pragma once
// Random draws of a plan's ranges: a randomised lattice in the first 64 dimensions, counter-based
// numbers beyond. Nothing is remembered between draws: any trial can be drawn again by its number.
// methodology.md, "Simulation".

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "roi/range.h"

namespace roi {

/// Trials come in blocks, dealt in turn to independent randomisations of one lattice.
inline constexpr std::size_t kBlock = 256;
inline constexpr std::size_t kReplicates = 8;

/// Points in the unit cube, as 32-bit fractions.
class Points {
 public:
  explicit Points(std::uint64_t seed) : seed_(seed) {}
  /// One coordinate of the trials of a block.
  void block(std::size_t block, std::uint32_t dimension, std::uint32_t* out) const;

 private:
  std::uint64_t seed_;
};

/// The level that a fraction stands for: its middle, above 0 and below 1.
constexpr double levelOf(std::uint32_t fraction) { return (fraction + 0.5) / 4294967296.0; }

/// A quantile function over 32-bit fractions: cubic pieces, 16 to each halving of the distance to
/// an end. Within 1e-6 of the spread (P5 to P95) of the exact one for ranges up to a hundredfold;
/// wider ones lose digits, down to 1e-3 of the spread at a millionfold. Fractions nearer than 2^-25
/// to an end count as 2^-25.
class QuantileTable {
 public:
  explicit QuantileTable(const Distribution& distribution);
  void draw(const std::uint32_t* fractions, double* out) const;

 private:
  static constexpr std::size_t kPieces = std::size_t{2} * 24 * 16;
  std::vector<std::array<double, 4>> pieces_;
};

class Draws {
 public:
  /// of: the ranges that are drawn, by their numbers. Groups, then ranges, then levels of luck take
  /// one dimension each from firstDimension on, in their order.
  Draws(std::span<const Quantity> quantities, std::span<const std::uint32_t> of, std::uint64_t seed,
        std::uint32_t firstDimension = 0);

  std::uint32_t dimensions() const { return dimensions_; }

  /// The dimensions that move a range: its own, and that of the common factor of its group.
  struct MovedBy {
    std::uint32_t own = 0;
    std::optional<std::uint32_t> factor;
  };
  /// Of the range of[i].
  MovedBy movedBy(std::size_t i) const;
  /// One dimension of the trials of a block.
  void fractions(std::size_t block, std::uint32_t dimension, std::uint32_t* out) const {
    points_.block(block, dimension, out);
  }

  /// columns[i] gets kBlock draws of quantity of[i].
  void block(std::size_t block, double* const* columns) const;

  /// What quantity of[i] was in a trial.
  std::vector<double> trial(std::size_t trial) const;

 private:
  struct Drawn {
    std::size_t column;
    Distribution distribution;
    QuantileTable table;  ///< of the distribution; of the normal where there is a common factor
    std::uint32_t dimension;
    std::optional<std::uint32_t> factor;  ///< dimension of the common factor
    double strength, rest;                ///< the factor's and its own part of z
  };

  struct Level {
    std::size_t column;
    std::uint32_t dimension;
  };

  void drawTogether(const Drawn& drawn, std::size_t block, double* out) const;

  Points points_;
  std::vector<Drawn> drawn_;
  std::vector<Level> levels_;
  std::uint32_t dimensions_ = 0;
};

}  // namespace roi
