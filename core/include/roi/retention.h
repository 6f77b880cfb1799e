#pragma once
// How long customers stay, from a table of how many of a cohort were still there. methodology.md,
// "Retention".

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace roi {

/// The shifted beta-geometric: each customer leaves after each period by a chance of their own, and
/// these chances are Beta(a, b) among them. P. S. Fader, B. G. S. Hardie, "How to project customer
/// retention", Journal of Interactive Marketing 21 (2007).
struct Retention {
  double a = 1;
  double b = 1;
};

/// By maximum likelihood. cohort: customers at the start, then after each period. Nothing of fewer
/// than two periods, of a cohort that rises or begins with none, or of one that nobody leaves: two
/// numbers cannot be told from it.
std::optional<Retention> fitted(std::span<const double> cohort);

/// What a cohort says of its customers: that they differ, so that the share that stays rises as
/// those who leave soon are gone; that they are as if alike; or that some leave after the first
/// period and nobody after it.
enum class CohortShape : std::uint8_t { heterogeneous, constant, twoGroups };
std::string_view text(CohortShape shape);

/// Of a cohort that is fitted. Constant where no curve is likelier than one chance for everybody:
/// the likelihood rises to the edge of the search then, and what a and b are says nothing.
CohortShape shapeOf(std::span<const double> cohort, const Retention& fitted);

/// The share still there after 0, 1, ... periods.
std::vector<double> survival(const Retention& retention, std::size_t periods);

/// The same where every period keeps the same share, 0 to 1.
std::vector<double> survivalAt(double kept, std::size_t periods);

/// What one customer who pays 1 at the start of each period is worth, at a discount by period, 0 or
/// more: the sum of survival / (1 + discount)^t.
double discountedLifetime(std::span<const double> survival, double discount);

/// The same without end, to 1e-12 of it; at a discount above 0.
double discountedLifetime(const Retention& retention, double discount);

/// The same where every period keeps the same share: (1 + discount) / (1 + discount - kept).
double discountedLifetimeAt(double kept, double discount);

}  // namespace roi
