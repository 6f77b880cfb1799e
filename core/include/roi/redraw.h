#pragma once
// Draws about the likeliest trial, for when what was observed is likely in few of the plan's own.
// methodology.md, "What has happened since".

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "roi/draw.h"
#include "roi/observed.h"
#include "roi/program.h"

namespace roi {

class Redraw {
 public:
  /// program: has the evidence's expectations among its outputs, from firstEvidence on; draws:
  /// those of its inputs.
  Redraw(std::span<const Quantity> quantities, Program& program, const Draws& draws,
         std::span<const Datum> evidence, std::size_t firstEvidence);

  /// Looks for the ranges' likeliest values given what was observed. Says false where it finds
  /// none.
  bool findMode();

  /// Like Draws::block, about the mode; logs gets, per trial, by how much likelier it is drawn by
  /// the plan than here.
  void block(std::size_t block, double* const* columns, double* logs) const;

 private:
  /// A range by the axes that move it: standard normals, its own and that of its group's factor.
  struct Moved {
    std::size_t column;
    Distribution distribution;
    std::size_t own, factor;
    double strength, rest;  ///< the factor's and its own part of z

    double at(double zFactor, double zOwn) const {
      return distribution.at(strength * zFactor + rest * zOwn);
    }
  };

  std::size_t axisOf(std::uint32_t dimension);
  std::size_t axes() const { return dimensions_.size(); }
  std::vector<std::vector<double>> expectationsAt(const std::vector<std::vector<double>>& points);
  std::optional<double> step();

  Program& program_;
  const Draws& draws_;
  std::span<const Datum> evidence_;
  std::size_t firstEvidence_;
  std::vector<Moved> moved_;
  std::vector<std::size_t> levels_;        ///< columns of luck
  std::vector<std::uint32_t> dimensions_;  ///< per axis
  std::vector<double> mode_;               ///< per axis
  std::vector<std::vector<double>> root_;  ///< lower triangle R with R R' the precision there
};

}  // namespace roi
