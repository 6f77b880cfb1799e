#pragma once
// Thousands of answers instead of one: the tape run over draws of the plan's ranges, and what they
// come to. methodology.md, "Simulation".

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "roi/draw.h"
#include "roi/program.h"

namespace roi {

/// How a figure is spread over the trials in which it is defined. An error is one standard error of
/// sampling, from independent randomisations; 0 while there are fewer than two of them.
struct Spread {
  /// The quantiles that are given, and the two between which a histogram stands.
  static constexpr std::array<double, 9> kLevels = {0.05, 0.25, 0.5,  0.75, 0.95,
                                                    0.1,  0.9,  0.01, 0.99};

  std::size_t trials = 0;     ///< in which it is defined
  std::size_t undefined = 0;  ///< trials in which it is not
  std::array<double, kLevels.size()> quantiles{};
  std::array<double, 3> errors{};  ///< of P5, P50 and P95
  double mean = 0;
  double meanError = 0;
};

/// How often something holds, over all trials: an undefined one counts as "no".
struct Chance {
  double probability = 0;
  double error = 0;
  std::size_t undefined = 0;
};

/// The standard error of the mean of independent values; 0 of fewer than two.
double standardError(std::span<const double> values);

/// Trials by the randomisation they were dealt to.
using Dealt = std::array<std::uint32_t, kReplicates>;

/// How often something holds, by how many trials there were and in how many it did.
Chance chanceOf(const Dealt& trials, const Dealt& holds, std::size_t undefined);

/// Values by trial, NaN where undefined, dealt to randomisations in blocks as draws are.
Spread spread(std::span<const double> values);

struct Mean {
  double mean = 0;
  double error = 0;
};

/// The mean of what is lost, max(0, -profit), over the trials in which the profit is defined.
Mean expectedLoss(std::span<const double> profits);

/// Holds where a figure is above 0, or with orZero also where it is 0.
struct Condition {
  Tape::Index figure = 0;
  bool orZero = false;

  bool holds(double lane) const { return lane > 0 || (orZero && lane == 0); }
};

/// What is asked of the trials, as figures of one tape.
struct Question {
  std::vector<Tape::Index> spreads;
  std::vector<Condition> chances;
  std::vector<Tape::Index> race;  ///< of being the highest of these; of equals the first
};

class Simulation {
 public:
  /// quantities: those of the tape. trials: how many there will be. The tape is not needed later.
  Simulation(const Tape& tape, std::span<const Quantity> quantities, const Question& question,
             std::uint64_t seed, std::size_t trials);

  /// Runs whole blocks until so many more trials are done, or all; says whether all are.
  bool advance(std::size_t trials);

  std::size_t done() const { return done_; }
  /// How many ranges the answers depend on.
  std::size_t ranges() const { return ranges_; }

  /// The trials of spreads[k] so far.
  std::span<const double> values(std::size_t k) const { return values_[k]; }
  Chance chance(std::size_t k) const { return summed(chances_[k].count); }
  Chance wins(std::size_t k) const { return summed(wins_[k]); }
  /// What each range, and each level of luck, was in a trial, by the number of its quantity.
  std::vector<std::pair<std::uint32_t, double>> trial(std::size_t number) const;

 private:
  /// Of the trials of each randomisation: how many hold, and how many are undefined.
  struct Count {
    Dealt holds{};
    std::size_t undefined = 0;
  };

  struct Counted {
    Condition condition;
    Count count;
  };

  void runBlock(std::size_t lanes);
  void keepValues(std::size_t lanes);
  void countChances(std::size_t lanes, std::size_t replicate);
  void countWins(std::size_t lanes, std::size_t replicate);
  Chance summed(const Count& count) const { return chanceOf(dealt_, count.holds, count.undefined); }

  Program program_;
  Draws draws_;
  std::size_t trials_;
  std::size_t done_ = 0;
  std::size_t ranges_ = 0;
  std::size_t chancesFrom_, raceFrom_;  ///< among the program's outputs
  std::vector<double> lanes_;
  std::vector<double*> columns_;
  std::vector<std::vector<double>> values_;
  std::vector<Counted> chances_;
  std::vector<Count> wins_;
  Dealt dealt_{};
};

/// Which of a tape's quantities a trial draws: ranges, but of what has happened, and levels of
/// luck.
std::vector<bool> rangesOf(std::span<const Quantity> quantities);
bool hasRanges(std::span<const Quantity> quantities);

}  // namespace roi
