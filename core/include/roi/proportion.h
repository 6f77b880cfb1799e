#pragma once
// What counts of two groups say of their rates: intervals, tests and the tails they are read from.
// methodology.md, "Proportions". The same bits natively and in WebAssembly; of the libraries
// beneath only sqrt is used.

#include <optional>
#include <span>
#include <vector>

namespace roi {

/// So many of so many cases: 0 <= successes <= cases, cases at least 1.
struct Proportion {
  double successes = 0;
  double cases = 1;

  double rate() const { return successes / cases; }
};

struct Interval {
  double low = 0, high = 0;
};

/// The probability that a standard normal lies below z; relative error under 1e-13 down to z = -37.
double normalBelow(double z);

/// The z that a standard normal exceeds in neither direction with that probability, 0 to 1.
double twoSidedQuantile(double confidence);

/// The probability that a chi-square of so many degrees of freedom (at least 1) exceeds x, 0 or
/// more. M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 26.4.4 and 26.4.5.
double chiSquareAbove(double x, int degrees);

/// The interval of a rate. E. B. Wilson, Journal of the American Statistical Association 22 (1927);
/// method 3 of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
Interval wilson(const Proportion& seen, double confidence);

/// The interval of the rate of one less that of other. Method 10 of R. G. Newcombe, Statistics in
/// Medicine 17 (1998), 873-890.
Interval newcombe(const Proportion& one, const Proportion& other, double confidence);

/// The two-sided test that both have one rate, which is estimated from both together.
struct ProportionTest {
  double z = 0;  ///< above 0: one's rate is the higher
  double p = 1;
};

/// Nothing where none or all of the cases are successes: no difference could show.
std::optional<ProportionTest> twoProportionTest(const Proportion& one, const Proportion& other);

/// How likely it is that counts lie so far from the shares they were meant to have: Pearson's
/// chi-square of two counts or more against expected shares, which sum to 1 and are above 0. 1
/// where nothing is counted.
double sampleRatioTest(std::span<const double> counts, std::span<const double> shares);

/// p values of several tests, each as much larger as their number asks. S. Holm, "A simple
/// sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).
std::vector<double> correctedByHolm(std::span<const double> p);

}  // namespace roi
