#include "roi/retention.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "roi/elementary.h"
#include "roi/order.h"

namespace roi {
namespace {

/// Parameters by their logarithms, which may be any number.
using Point = std::array<double, 2>;

/// Beyond these a and b, chances are all but the same for everybody, or all but 0 and 1.
constexpr double kLargestLogarithm = 12;

bool isCohort(std::span<const double> cohort) {
  if (cohort.size() < 3 || cohort.front() <= 0 || cohort.back() < 0) return false;
  const bool falls = std::is_sorted(cohort.rbegin(), cohort.rend());
  return falls && cohort.back() < cohort.front();
}

/// Less is likelier. ln P(t) and ln S(t) by their recursions.
double unlikelihood(std::span<const double> cohort, const Point& at) {
  for (const double logarithm : at) {
    if (std::fabs(logarithm) > kLargestLogarithm) return HUGE_VAL;
  }
  const double a = exponential(at[0]);
  const double b = exponential(at[1]);
  double stays = 0;  // ln S(t - 1)
  double sum = 0;
  for (std::size_t t = 1; t < cohort.size(); ++t) {
    const double past = static_cast<double>(t) - 1;
    const double of = logarithm(a + b + past);
    sum += (cohort[t - 1] - cohort[t]) * (stays + logarithm(a) - of);
    stays += logarithm(b + past) - of;
  }
  return -(sum + cohort.back() * stays);
}

/// The same of one chance for everybody, the likeliest: those who stayed over those who could.
double unlikelihoodOfAlike(std::span<const double> cohort) {
  double could = 0;
  for (std::size_t t = 0; t + 1 < cohort.size(); ++t) could += cohort[t];
  const double left = cohort.front() - cohort.back();
  const double stayed = could - left;
  return stayed > 0 ? -(left * logarithm(left / could) + stayed * logarithm(stayed / could)) : 0;
}

/// The simplex of J. A. Nelder, R. Mead, The Computer Journal 7 (1965), in two dimensions.
template <class Of>
Point lowest(Of of) {
  constexpr int kRounds = 400;
  std::vector<std::pair<double, Point>> corners;
  for (const Point& start : {Point{0, 0}, Point{1, 0}, Point{0, 1}}) {
    corners.emplace_back(of(start), start);
  }
  const auto isLower = [](const auto& one, const auto& other) { return one.first < other.first; };
  for (int round = 0; round < kRounds; ++round) {
    sortStably(corners, isLower);
    const Point& first = corners[0].second;
    const Point& second = corners[1].second;
    const Point middle = {(first[0] + second[0]) / 2, (first[1] + second[1]) / 2};
    const auto along = [&](double step) {
      const Point& worst = corners[2].second;
      const Point to = {middle[0] + step * (middle[0] - worst[0]),
                        middle[1] + step * (middle[1] - worst[1])};
      return std::pair(of(to), to);
    };
    const auto reflected = along(1);
    if (reflected.first < corners[0].first) {
      corners[2] = std::min(along(2), reflected, isLower);
    } else if (reflected.first < corners[1].first) {
      corners[2] = reflected;
    } else {
      const auto inside = along(reflected.first < corners[2].first ? 0.5 : -0.5);
      if (inside.first < corners[2].first) {
        corners[2] = inside;
        continue;
      }
      for (std::size_t i = 1; i < corners.size(); ++i) {
        const Point& far = corners[i].second;
        const Point near = {(far[0] + first[0]) / 2, (far[1] + first[1]) / 2};
        corners[i] = {of(near), near};
      }
    }
  }
  return std::min_element(corners.begin(), corners.end(), isLower)->second;
}

}  // namespace

std::optional<Retention> fitted(std::span<const double> cohort) {
  if (!isCohort(cohort)) return std::nullopt;
  const Point found = lowest([&](const Point& at) { return unlikelihood(cohort, at); });
  return Retention{exponential(found[0]), exponential(found[1])};
}

std::string_view text(CohortShape shape) {
  constexpr std::array<std::string_view, 3> kNames = {"heterogeneous", "constant", "twoGroups"};
  return kNames[static_cast<std::size_t>(shape)];
}

CohortShape shapeOf(std::span<const double> cohort, const Retention& fitted) {
  constexpr double kRounding = 1e-9;
  if (cohort[1] > 0 && cohort[1] == cohort.back()) return CohortShape::twoGroups;
  const double alike = unlikelihoodOfAlike(cohort);
  const double found = unlikelihood(cohort, {logarithm(fitted.a), logarithm(fitted.b)});
  const bool isLikelier = found < alike - kRounding * alike;
  return isLikelier ? CohortShape::heterogeneous : CohortShape::constant;
}

std::vector<double> survival(const Retention& retention, std::size_t periods) {
  const auto& [a, b] = retention;
  std::vector<double> shares = {1};
  for (std::size_t t = 0; t < periods; ++t) {
    const auto past = static_cast<double>(t);
    shares.push_back(shares.back() * (b + past) / (a + b + past));
  }
  return shares;
}

std::vector<double> survivalAt(double kept, std::size_t periods) {
  std::vector<double> shares = {1};
  for (std::size_t t = 0; t < periods; ++t) shares.push_back(shares.back() * kept);
  return shares;
}

double discountedLifetime(std::span<const double> survival, double discount) {
  double worth = 0;
  for (std::size_t t = survival.size(); t-- > 0;) worth = worth / (1 + discount) + survival[t];
  return worth;
}

double discountedLifetime(const Retention& retention, double discount) {
  constexpr double kLeftOut = 1e-12;
  const auto& [a, b] = retention;
  const double worthOfOneWhoStays = (1 + discount) / discount;
  double worth = 0;
  double adds = 1;
  for (double past = 0; adds * worthOfOneWhoStays > kLeftOut * worth; past += 1) {
    worth += adds;
    adds *= (b + past) / (a + b + past) / (1 + discount);
  }
  return worth;
}

double discountedLifetimeAt(double kept, double discount) {
  return (1 + discount) / (1 + discount - kept);
}

}  // namespace roi
