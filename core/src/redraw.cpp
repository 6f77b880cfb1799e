#include "roi/redraw.h"

#include <algorithm>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

using Matrix = std::vector<std::vector<double>>;

/// How fast a log-likelihood rises with the logarithm of its expectation, and how sharply it is
/// bent (Fisher's information).
struct Pull {
  double slope, information;
};

Pull pullOf(const Datum& seen, double expected) {
  switch (seen.kind) {
    case Datum::Kind::count: return {seen.value - expected, expected};
    case Datum::Kind::part: {
      const double odds = roi::odds(expected);
      return {seen.value - (seen.cases - seen.value) * odds, seen.cases * odds};
    }
    case Datum::Kind::price: break;
  }
  return {seen.cases * logarithm(seen.value / expected), seen.cases};
}

bool isPossible(const Datum& seen, double expected) {
  return expected > 0 && !(seen.kind == Datum::Kind::part && expected >= 1);
}

/// R with R R' = a; a is symmetric and positive.
Matrix rootOf(const Matrix& a) {
  Matrix root = a;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double left = a[i][j];
      for (std::size_t k = 0; k < j; ++k) left -= root[i][k] * root[j][k];
      root[i][j] = i == j ? std::sqrt(left) : left / root[j][j];
    }
  }
  return root;
}

/// x with R x = b, in b.
void solveForwards(const Matrix& root, double* b) {
  for (std::size_t i = 0; i < root.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= root[i][k] * b[k];
    b[i] /= root[i][i];
  }
}

/// x with R' x = b, in b, which has so many lanes: most of R is 0, for evidence bears on few axes.
void solveBackwards(const Matrix& root, double* b, std::size_t lanes) {
  for (std::size_t i = root.size(); i-- > 0;) {
    double* x = b + i * lanes;
    for (std::size_t k = i + 1; k < root.size(); ++k) {
      if (root[k][i] == 0) continue;
      for (std::size_t l = 0; l < lanes; ++l) x[l] -= root[k][i] * b[k * lanes + l];
    }
    for (std::size_t l = 0; l < lanes; ++l) x[l] /= root[i][i];
  }
}

/// How much of what was learnt the draws are made with, lest the tails be missed. Each axis that
/// something was learnt of costs trials for it, about 1 / sqrt(part x (2 - part)): the more, the
/// closer to all.
double partKept(std::size_t learnt) {
  constexpr double kWider = 0.3;
  constexpr double kFew = 8;
  return 1 - kWider * std::sqrt(kFew / std::max(kFew, static_cast<double>(learnt)));
}

/// The precision of standard normals once so much is known of them.
Matrix precision(const Matrix& slopes, std::span<const Pull> pulls, std::size_t axes, double part) {
  Matrix made(axes, std::vector<double>(axes));
  for (std::size_t a = 0; a < axes; ++a) {
    made[a][a] = 1;
    for (std::size_t b = 0; b <= a; ++b) {
      for (std::size_t k = 0; k < pulls.size(); ++k) {
        made[a][b] += part * pulls[k].information * slopes[k][a] * slopes[k][b];
      }
    }
  }
  return made;
}

}  // namespace

Redraw::Redraw(std::span<const Quantity> quantities, Program& program, const Draws& draws,
               std::span<const Datum> evidence, std::size_t firstEvidence)
    : program_(program), draws_(draws), evidence_(evidence), firstEvidence_(firstEvidence) {
  for (std::size_t i = 0; i < program.inputs().size(); ++i) {
    const Quantity& q = quantities[program.inputs()[i]];
    if (q.scale == Scale::even) {
      levels_.push_back(i);
      continue;
    }
    const Draws::MovedBy by = draws.movedBy(i);
    const std::size_t own = axisOf(by.own);
    const double strength = by.factor ? q.strength : 0;
    moved_.push_back({i, Distribution(q), own, by.factor ? axisOf(*by.factor) : own, strength,
                      std::sqrt(1 - strength * strength)});
  }
}

std::size_t Redraw::axisOf(std::uint32_t dimension) {
  const auto known = std::find(dimensions_.begin(), dimensions_.end(), dimension);
  const auto axis = static_cast<std::size_t>(known - dimensions_.begin());
  if (known == dimensions_.end()) dimensions_.push_back(dimension);
  return axis;
}

/// What the evidence's expectations are at points of the axes.
Matrix Redraw::expectationsAt(const Matrix& points) {
  std::vector<double> lanes(program_.inputs().size() * kBlock, 0.5);
  std::vector<double*> columns;
  for (std::size_t i = 0; i < program_.inputs().size(); ++i) {
    columns.push_back(lanes.data() + i * kBlock);
  }
  Matrix made;
  for (std::size_t first = 0; first < points.size(); first += kBlock) {
    const std::size_t size = std::min(kBlock, points.size() - first);
    for (const Moved& moved : moved_) {
      for (std::size_t lane = 0; lane < kBlock; ++lane) {
        const std::size_t point = first + std::min(lane, size - 1);
        const std::vector<double>& z = points[point];
        columns[moved.column][lane] = moved.at(z[moved.factor], z[moved.own]);
      }
    }
    program_.run(columns.data());
    for (std::size_t lane = 0; lane < size; ++lane) {
      made.emplace_back();
      for (std::size_t k = 0; k < evidence_.size(); ++k) {
        made.back().push_back(program_.output(firstEvidence_ + k)[lane]);
      }
    }
  }
  return made;
}

/// One step of Fisher's scoring: how far it goes, or nothing where the evidence cannot be.
std::optional<double> Redraw::step() {
  constexpr double kNear = 1e-4;
  constexpr double kFarthest = 1;
  Matrix points(axes() + 1, mode_);
  for (std::size_t a = 0; a < axes(); ++a) points[a + 1][a] += kNear;
  const Matrix expected = expectationsAt(points);
  std::vector<Pull> pulls;
  Matrix slopes;
  for (std::size_t k = 0; k < evidence_.size(); ++k) {
    slopes.emplace_back();
    for (std::size_t a = 0; a <= axes(); ++a) {
      if (!isPossible(evidence_[k], expected[a][k])) return std::nullopt;
      if (a > 0) slopes[k].push_back(logarithm(expected[a][k] / expected[0][k]) / kNear);
    }
    pulls.push_back(pullOf(evidence_[k], expected[0][k]));
  }
  std::vector<double> move;
  for (std::size_t a = 0; a < axes(); ++a) {
    move.push_back(-mode_[a]);
    for (std::size_t k = 0; k < pulls.size(); ++k) move[a] += slopes[k][a] * pulls[k].slope;
  }
  const Matrix root = rootOf(precision(slopes, pulls, axes(), 1));
  solveForwards(root, move.data());
  solveBackwards(root, move.data(), 1);
  double farthest = 0;
  for (const double one : move) farthest = std::max(farthest, std::fabs(one));
  const double part = farthest > kFarthest ? kFarthest / farthest : 1;
  for (std::size_t a = 0; a < axes(); ++a) mode_[a] += part * move[a];
  root_ = rootOf(precision(slopes, pulls, axes(), partKept(evidence_.size())));
  return farthest;
}

bool Redraw::findMode() {
  constexpr int kSteps = 60;
  constexpr double kThere = 1e-3;
  mode_.assign(axes(), 0);
  for (int i = 0; i < kSteps; ++i) {
    const std::optional<double> went = step();
    if (!went) return false;
    if (*went < kThere) return true;
  }
  return false;
}

void Redraw::block(std::size_t block, double* const* columns, double* logs) const {
  static const QuantileTable normal(Distribution::standardNormal());
  std::array<std::uint32_t, kBlock> fractions{};
  std::vector<double> lanes(axes() * kBlock);
  const auto of = [&lanes](std::size_t axis) { return lanes.data() + axis * kBlock; };
  std::fill(logs, logs + kBlock, 0);
  for (std::size_t a = 0; a < axes(); ++a) {
    double* z = of(a);
    draws_.fractions(block, dimensions_[a], fractions.data());
    normal.draw(fractions.data(), z);
    for (std::size_t i = 0; i < kBlock; ++i) logs[i] += 0.5 * z[i] * z[i];
  }
  solveBackwards(root_, lanes.data(), kBlock);
  for (std::size_t a = 0; a < axes(); ++a) {
    double* z = of(a);
    for (std::size_t i = 0; i < kBlock; ++i) {
      z[i] += mode_[a];
      logs[i] -= 0.5 * z[i] * z[i];
    }
  }
  for (const Moved& moved : moved_) {
    const double* factor = of(moved.factor);
    const double* own = of(moved.own);
    for (std::size_t i = 0; i < kBlock; ++i) columns[moved.column][i] = moved.at(factor[i], own[i]);
  }
  for (const std::size_t level : levels_) {
    draws_.fractions(block, draws_.movedBy(level).own, fractions.data());
    for (std::size_t i = 0; i < kBlock; ++i) columns[level][i] = levelOf(fractions[i]);
  }
}

}  // namespace roi
