#pragma once
// What it is worth, in money, to know more before something is decided: of all ranges, of each
// alone, and of a sample of cases. Luck is no part of it, for it cannot be learnt.
// methodology.md, "Worth of knowing".

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "roi/recorded.h"
#include "roi/simulate.h"

namespace roi {

/// What is decided: whether the plan is carried out; of each channel whether it is, shared costs
/// staying; whether this plan is rather than another; whether the ad budget is split as brings the
/// most (SplitStart) rather than as now; or whether what an own figure in money says is done.
struct Decision {
  enum class Of : std::uint8_t { plan, channels, against, split, ownFigure };
  Of of = Of::plan;
  const Scenario* against = nullptr;  ///< the other plan
  std::size_t ownFigure = 0;          ///< its place
};

/// The money that one alternative brings more than the other, by equal strata of one draw.
class Strata {
 public:
  static constexpr std::size_t kStrata = 64;

  void add(std::span<const std::uint8_t> strata, const double* differences);

  /// The sum of each stratum's differences.
  const std::array<double, kStrata>& sums() const { return sums_; }
  /// What is won, over all trials, by choosing anew in each so many neighbouring strata: 0 where
  /// the same is chosen in all.
  double won(std::size_t neighbours = 1) const;

 private:
  std::array<double, kStrata> sums_{};
};

/// What a sample of a rate is worth before it is taken: the rate is one of these, each as likely,
/// and differences[c][i] is the money that an alternative of choice c brings more at rates[i]. The
/// mean over all numbers of hits (binomial) of what is won by choosing anew. Never more than it is
/// worth to know the rate. H. Raiffa, R. Schlaifer, Applied Statistical Decision Theory (1961).
double worthOfSample(std::span<const double> rates,
                     std::span<const std::array<double, Strata::kStrata>> differences,
                     std::uint32_t cases);

/// A sample that is worth more than it costs, by the most that any of 1, 2 or 5 times a power of
/// ten cases is.
struct Sample {
  double cases = 0;
  Metric of = Metric::leads;  ///< impressions, clicks or leads
  double worth = 0;
  double cost = 0;  ///< of the ads that bring them
  Figure<> days;    ///< in which the plan has so many
};

/// What one range, or the common factor of a group, is worth to know.
struct RangeWorth {
  std::vector<std::uint32_t> quantities;  ///< by number; of a common factor all of the group
  bool isCommon = false;
  double worth = 0;
  double bias = 0;  ///< what half as many strata would say less: about as much is left out
  /// Whether it is a rate of cases that ads bring at a price, and its best sample, if any pays.
  bool isSampled = false;
  std::optional<Sample> sample;
};

struct ChoiceWorth {
  std::optional<std::size_t> channel;
  double expected = 0;  ///< by how much the first alternative is expected to bring more
  double error = 0;     ///< one standard error of sampling
};

struct Worth {
  std::size_t trials = 0;
  std::size_t undefined = 0;  ///< in which a difference is not defined: there it counts as none
  std::vector<ChoiceWorth> choices;  ///< those that have a defined figure
  Mean perfect;                      ///< of knowing all ranges
  std::vector<RangeWorth> ranges;    ///< of each that is worth something, the most first
  std::vector<Quantity> quantities;  ///< the plan's, and those that only the other plan has
};

/// The alternatives are: the plan's profit, or nothing; what each channel contributes, or nothing;
/// the plan's profit, or that of the other; the profit of one split, or of the other; the own
/// figure, or nothing.
/// R. A. Howard, "Information value theory" (1966); by strata of each draw, as M. Strong,
/// J. E. Oakley, "An efficient method for computing single-parameter partial expected value of
/// perfect information" (2013).
Worth worthOfKnowing(const Scenario& plan, const Decision& decision, std::uint64_t seed,
                     std::size_t trials);

}  // namespace roi
