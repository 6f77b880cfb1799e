#pragma once
// A test of two to eight variants, of which the first is the one in use: what its counts say, what
// that is worth to a plan, and how large the next one should be. methodology.md, "A/B tests". The
// same bits natively and in WebAssembly.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "roi/proportion.h"

namespace roi {

inline constexpr std::size_t kMostVariants = 8;

/// Below this the counts of visitors are not those of the split that was meant.
inline constexpr double kSplitAlarm = 0.001;

struct Variant {
  Proportion seen;                        ///< conversions of visitors
  double share = 1;                       ///< of visitors as planned, by weight: above 0
  std::optional<double> revenue;          ///< of all its conversions
  std::optional<double> basketDeviation;  ///< standard deviation of the revenue of a conversion
};

struct AbTest {
  std::vector<Variant> variants;
  double confidence = 0.95;    ///< of every interval
  bool isRunning = false;      ///< it may be read at any time: sequential intervals decide
  std::optional<double> days;  ///< that it has run
};

// What counts say of which is best

/// How likely each rate is the highest, and what is lost on average, as a rate, by choosing it
/// where another is higher; each rate Beta(1 + k, 1 + n - k). The chances sum to 1, and all are
/// exact to 1e-9 up to ten million visitors, to 1e-6 up to a thousand million: Gauss-Legendre
/// between points on the scale of the logarithm of the odds.
struct BestChance {
  double chance = 0;
  double loss = 0;
};
std::vector<BestChance> bestChances(std::span<const Proportion> rates);

/// The interval of the rate of one less that of other that holds at every reading at once, however
/// often and whenever the counts are read: the boundary of a normal mixture about the difference,
/// with the variance estimated from the counts. H. Robbins, The Annals of Mathematical Statistics
/// 41 (1970); R. Johari et al., "Always valid inference", Operations Research 70 (2022);
/// I. Waudby-Smith et al., "Time-uniform central limit theory", The Annals of Statistics 52 (2024).
/// Tightest near 5 000 visitors each.
Interval sequential(const Proportion& one, const Proportion& other, double confidence);

// Reading a test

/// A mean with its interval, which is normal; no interval where no deviation is known.
struct MeanEstimate {
  double value = 0;
  std::optional<Interval> interval;
};

struct Earned {
  MeanEstimate perVisitor;
  std::optional<MeanEstimate> basket;  ///< nothing without conversions
};

/// A variant against the first.
struct Contrast {
  double difference = 0;
  Interval interval;           ///< Newcombe's, or the sequential one while it runs
  std::optional<double> lift;  ///< the difference over the first's rate, if that is above 0
  std::optional<double> p;     ///< of the two-proportion test, made larger by Holm
  bool isSignificant = false;  ///< by p, or by the interval while it runs
  std::optional<MeanEstimate> perVisitor;  ///< difference of revenue
  std::optional<MeanEstimate> basket;
};

struct VariantReading {
  Interval rate;  ///< Wilson's
  BestChance best;
  std::optional<Earned> earned;
  std::optional<Contrast> contrast;  ///< nothing for the first
};

enum class AbVerdict : std::uint8_t {
  unsound,  ///< the split is not the one that was meant: nothing is to be read from the rates
  better,   ///< the one that leads is better than the first, with the confidence asked
  worse,    ///< the first leads, and every other is worse, with the confidence asked
  open      ///< neither
};
std::string_view text(AbVerdict verdict);

/// What it takes until the difference shows, if the rates stay as they were seen.
struct Needed {
  double conversions = 0, visitors = 0;  ///< more of the one that leads or, where that is the
                                         ///< first, of the best other; whole
  std::optional<double> days;
};

struct AbReading {
  double sampleRatio = 1;  ///< p of the split
  AbVerdict verdict = AbVerdict::open;
  std::size_t leader = 0;  ///< of the highest rate, the first of equals
  std::size_t rival = 1;   ///< the best of the others than the first
  std::vector<VariantReading> variants;
  std::optional<Needed> needed;  ///< while it is open, and not beyond a thousand times as long
};

AbReading read(const AbTest& test);

/// What a difference of rates comes to in a plan, in which the conversion rate of a channel is
/// rate, above 0, and one percent more of it adds onePercent to the profit: profit is linear in it.
struct PlanRate {
  double rate = 0;
  double onePercent = 0;

  double worth(double difference) const { return difference / rate * 100 * onePercent; }
};

// Planning one

/// How many visitors each of two variants needs for a difference of means to be found significant,
/// with a probability (power) if it is as large as said; variances are those of a single visitor.
/// S.-C. Chow, J. Shao, H. Wang, Sample Size Calculations in Clinical Research, 2nd ed.
/// (2008), 4.2.
double sizeFor(double difference, double variances, double confidence, double power);

/// The least higher rate that so many visitors each can tell from a rate, by sizeFor. Nothing where
/// there is none below 1.
std::optional<double> detectable(double rate, double visitors, double confidence, double power);

/// E. McDonnell Feit, R. Berman, "Test & Roll: Profit-Maximizing A/B Tests", Marketing Science 38
/// (2019): two variants whose true means lie as a normal about mean, of visitors in all who are
/// first tested on and then given the better one.
struct TestAndRoll {
  double visitors = 0;
  double mean = 0;
  double variance = 0;   ///< of a single visitor
  double deviation = 0;  ///< of the true means

  /// How many each to test on for the largest expected outcome.
  double size() const;
  /// What is lost against knowing the better one from the start, as a share of that.
  double regret(double size) const;
};

struct AbPlan {
  double rate = 0;  ///< of the first, 0 to 1
  double lift = 0;  ///< above 0; rate x (1 + lift) below 1
  std::size_t variants = 2;
  double confidence = 0.95;
  double power = 0.8;
  std::optional<double> visitorsPerDay;  ///< who enter the test
  std::optional<double> horizonDays;     ///< that the answer serves, the test among them
  double spread = 0;  ///< how far true rates of variants lie apart: deviation over rate
};

struct AbSize {
  double visitors = 0;  ///< each variant; whole
  std::optional<double> days;
};

struct WeeksRow {
  double weeks = 0;
  double visitors = 0;         ///< each variant
  std::optional<double> lift;  ///< that shows; nothing where none below a rate of 1 does
};

struct AbPlanned {
  AbSize significant;
  std::vector<WeeksRow> weeks;  ///< where the visitors of a day are known
  struct Paying {
    AbSize size;
    double regret = 0;
    std::optional<double> regretOfSignificant;  ///< nothing where that size is never reached
  };
  std::optional<Paying> paying;  ///< of two variants, where visitors and horizon are known
};

AbPlanned plan(const AbPlan& asked);

}  // namespace roi
