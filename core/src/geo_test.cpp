#include "roi/geo_test.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "roi/elementary.h"

namespace roi {
namespace {

using Series = std::vector<double>;

constexpr double kLevel = 0.1;  // of the range
constexpr double kPower = 0.8;
constexpr std::size_t kLeastDonors = 2;
constexpr double kRounding = 1e-9;

/// A symmetric matrix, in full.
struct Matrix {
  explicit Matrix(std::size_t size) : size(size), cells(size * size) {}
  double& at(std::size_t i, std::size_t j) { return cells[i * size + j]; }
  double at(std::size_t i, std::size_t j) const { return cells[i * size + j]; }

  std::size_t size;
  Series cells;
};

// Weights

/// The solution of a(of, of) x = 1 by Cholesky's decomposition; nothing where rows depend on each
/// other.
std::optional<Series> solved(const Matrix& a, const std::vector<std::size_t>& of) {
  const std::size_t n = of.size();
  Matrix l(n);
  Series x(n, 1);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double left = a.at(of[i], of[j]);
      for (std::size_t k = 0; k < j; ++k) left -= l.at(i, k) * l.at(j, k);
      if (i != j) {
        l.at(i, j) = left / l.at(j, j);
        continue;
      }
      if (left <= kRounding * a.at(of[i], of[i])) return std::nullopt;
      l.at(i, i) = std::sqrt(left);
    }
    for (std::size_t k = 0; k < i; ++k) x[i] -= l.at(i, k) * x[k];
    x[i] /= l.at(i, i);
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) x[i] -= l.at(k, i) * x[k];
    x[i] /= l.at(i, i);
  }
  return x;
}

/// The x of 0 and more that makes x'a x / 2 - sum x least: C. L. Lawson, R. J. Hanson, Solving
/// Least Squares Problems (1974), chapter 23.
class NonNegative {
 public:
  explicit NonNegative(const Matrix& a) : a_(a), x_(a.size), isBarred_(a.size) {}

  Series solve() && {
    for (std::size_t step = 0; step < 3 * a_.size; ++step) {
      const std::optional<std::size_t> best = steepest();
      if (!best) break;
      in_.push_back(*best);
      if (!descend()) isBarred_[*best] = true;
    }
    return std::move(x_);
  }

 private:
  std::optional<std::size_t> steepest() const {
    double most = kRounding;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < a_.size; ++i) {
      if (isBarred_[i] || std::find(in_.begin(), in_.end(), i) != in_.end()) continue;
      double slope = 1;
      for (const std::size_t k : in_) slope -= a_.at(i, k) * x_[k];
      if (slope <= most) continue;
      most = slope;
      best = i;
    }
    return best;
  }

  /// To the least with those that are in; those that would fall below 0 leave. Says whether the
  /// last stayed.
  bool descend() {
    const std::size_t last = in_.back();
    while (true) {
      const std::optional<Series> to = solved(a_, in_);
      if (!to || (in_.back() == last && to->back() <= 0)) {
        in_.pop_back();
        return false;
      }
      double share = 1;
      for (std::size_t i = 0; i < in_.size(); ++i) {
        const double from = x_[in_[i]];
        if ((*to)[i] <= 0) share = std::min(share, from / (from - (*to)[i]));
      }
      for (std::size_t i = 0; i < in_.size(); ++i) {
        double& x = x_[in_[i]];
        const bool leaves = share < 1 && (*to)[i] <= 0 && x / (x - (*to)[i]) <= share;
        x = leaves ? 0 : x + share * ((*to)[i] - x);
      }
      if (share >= 1) return true;
      std::erase_if(in_, [&](std::size_t i) { return x_[i] <= 0; });
    }
  }

  const Matrix& a_;
  Series x_;
  std::vector<bool> isBarred_;
  std::vector<std::size_t> in_;
};

/// The weights, 0 or more and together 1, that make w'h w least. Those of w'h w + (sum w - 1)^2
/// are the same but for a factor, and need not be together 1: for a sum s of theirs it is
/// s^2 w'h w + (s - 1)^2, whose least over s rises with w'h w.
Series weightsOf(Matrix h) {
  double scale = 0;
  for (std::size_t i = 0; i < h.size; ++i) scale += h.at(i, i) / static_cast<double>(h.size);
  for (double& cell : h.cells) cell = (scale > 0 ? cell / scale : 0) + 1;
  Series weights = NonNegative(h).solve();
  double sum = 0;
  for (const double weight : weights) sum += weight;
  for (double& weight : weights) weight /= sum;
  return weights;
}

// Sums over days

/// Of the first days: what each series comes to, and each day's product of each two. The treated
/// are the last.
struct Sums {
  explicit Sums(std::size_t series) : totals(series), products(series) {}

  std::size_t days = 0;
  Series totals;
  Matrix products;
};

class Fitting {
 public:
  explicit Fitting(const GeoSeries& given) {
    for (const Series& donor : given.donors) series_.push_back(&donor);
    series_.push_back(&given.treated);
  }

  std::size_t donors() const { return series_.size() - 1; }
  Sums none() const { return Sums(series_.size()); }

  void extend(Sums& sums, std::size_t days) const {
    for (; sums.days < days; ++sums.days) {
      for (std::size_t i = 0; i < series_.size(); ++i) {
        const double sold = at(i, sums.days);
        sums.totals[i] += sold;
        for (std::size_t j = 0; j <= i; ++j) sums.products.at(i, j) += sold * at(j, sums.days);
      }
    }
  }

  /// Of days over their means, so that what is squared is how far they differ from the treated.
  Series weights(const Sums& sums) const {
    const std::size_t y = donors();
    Series overMean;
    for (const double total : sums.totals)
      overMean.push_back(static_cast<double>(sums.days) / total);
    const auto product = [&](std::size_t i, std::size_t j) {
      return sums.products.at(i, j) * overMean[i] * overMean[j];
    };
    Series withTreated;
    for (std::size_t i = 0; i <= y; ++i) withTreated.push_back(product(y, i));
    Matrix h(y);
    for (std::size_t i = 0; i < y; ++i) {
      const double apart = withTreated[y] - withTreated[i];
      for (std::size_t j = 0; j <= i; ++j) {
        h.at(i, j) = h.at(j, i) = product(i, j) - withTreated[j] + apart;
      }
    }
    return weightsOf(std::move(h));
  }

  /// What the treated are expected to sell, over their mean, on a day.
  double expected(const Sums& sums, const Series& weights, std::size_t day) const {
    double sold = 0;
    for (std::size_t i = 0; i < donors(); ++i) {
      if (weights[i] > 0) sold += weights[i] * at(i, day) / sums.totals[i];
    }
    return sold * static_cast<double>(sums.days);
  }

  double meanOfTreated(const Sums& sums) const {
    return sums.totals.back() / static_cast<double>(sums.days);
  }

  double at(std::size_t series, std::size_t day) const { return (*series_[series])[day]; }

 private:
  std::vector<const Series*> series_;
};

// Whether it was luck

/// p values of lifts: with one taken out of the days of the test, they should be as the others.
class Conformal {
 public:
  Conformal(const Fitting& fitting, const Sums& before, const Sums& all, const GeoDays& days)
      : fitting_(fitting), before_(before), all_(all), days_(days) {}

  double operator()(double lift) const {
    const Sums sums = without(lift);
    const Series weights = fitting_.weights(sums);
    const double mean = fitting_.meanOfTreated(sums);
    Series sumUntil = {0};
    for (std::size_t turn = 0; turn < 2; ++turn) {
      for (std::size_t day = 0; day < days_.end; ++day) {
        const double factor = day < days_.start ? 1 : 1 / (1 + lift);
        const double sold = fitting_.at(fitting_.donors(), day) * factor / mean;
        sumUntil.push_back(sumUntil.back() + sold - fitting_.expected(sums, weights, day));
      }
    }
    const auto block = [&](std::size_t from) {
      return std::fabs(sumUntil[from + days_.length()] - sumUntil[from]);
    };
    const double found = block(days_.start);
    std::size_t asFar = 0;
    for (std::size_t from = 0; from < days_.end; ++from) {
      asFar += block(from) >= found - kRounding ? 1 : 0;
    }
    return static_cast<double>(asFar) / static_cast<double>(days_.end);
  }

 private:
  /// As if the treated had sold so much less in the test.
  Sums without(double lift) const {
    const double factor = 1 / (1 + lift);
    const std::size_t y = fitting_.donors();
    Sums sums = all_;
    const auto reduce = [](double& all, double before, double by) {
      all = before + (all - before) * by;
    };
    reduce(sums.totals[y], before_.totals[y], factor);
    for (std::size_t i = 0; i <= y; ++i) {
      const double by = i == y ? factor * factor : factor;
      reduce(sums.products.at(y, i), before_.products.at(y, i), by);
    }
    return sums;
  }

  const Fitting& fitting_;
  const Sums& before_;
  const Sums& all_;
  GeoDays days_;
};

/// The first lift on one side of what was found that the days contradict.
std::optional<double> edge(const Conformal& pValue, double found, double side) {
  constexpr double kLeast = -0.95, kMost = 20;
  constexpr int kHalvings = 8;
  double step = 0.02;
  double inside = found, outside = found + side * step;
  while (outside > kLeast && pValue(outside) > kLevel) {
    step *= 2;
    inside = outside;
    outside = found + side * step;
    if (outside > kMost) return std::nullopt;
  }
  if (outside <= kLeast) return std::nullopt;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (inside + outside) / 2;
    (pValue(middle) > kLevel ? inside : outside) = middle;
  }
  return outside;
}

}  // namespace

std::string_view text(GeoLack lack) {
  constexpr std::array<std::string_view, 5> kNames = {"treated", "donors", "days", "daysBefore",
                                                      "sales"};
  return kNames[static_cast<std::size_t>(lack)];
}

std::variant<GeoTest, GeoLack> geoTest(const GeoSeries& series, const GeoDays& days) {
  if (series.treated.empty()) return GeoLack::treated;
  if (series.donors.size() < kLeastDonors) return GeoLack::donors;
  if (days.length() == 0) return GeoLack::days;
  if (days.start < std::max(kLeastDaysBefore, days.length())) return GeoLack::daysBefore;
  const Fitting fitting(series);
  Sums before = fitting.none();
  fitting.extend(before, days.start);
  Sums all = before;
  fitting.extend(all, days.end);
  GeoTest test;
  test.weights = fitting.weights(before);
  const double mean = fitting.meanOfTreated(before);
  double squares = 0;
  for (std::size_t day = 0; day < days.end; ++day) {
    const double expected = mean * fitting.expected(before, test.weights, day);
    const double off = series.treated[day] - expected;
    test.expected.push_back(expected);
    if (day < days.start) {
      squares += off * off;
    } else {
      test.actual += series.treated[day];
      test.without += expected;
    }
  }
  if (!(test.without > 0)) return GeoLack::sales;
  test.error = std::sqrt(squares / static_cast<double>(days.start)) / mean;
  const double lift = test.actual / test.without - 1;
  const Conformal pValue(fitting, before, all, days);
  test.lift = {lift, edge(pValue, lift, -1), edge(pValue, lift, 1)};
  test.effect = times(test.lift, test.without);
  test.pValue = pValue(0);
  return test;
}

std::optional<GeoPower> geoPower(const GeoSeries& series, std::size_t before, std::size_t length) {
  constexpr std::size_t kMostWindows = 3;
  const std::size_t first = std::max({kLeastDaysBefore, length, before / 2});
  const std::size_t starts = before >= first + length ? before - first - length + 1 : 0;
  const std::size_t most = std::min(starts, kMostWindows);
  GeoPower power;
  double reach = 0, squares = 0;
  for (std::size_t i = 0; i < most; ++i) {
    const std::size_t start = first + (most > 1 ? i * (starts - 1) / (most - 1) : 0);
    const auto made = geoTest(series, {start, start + length});
    const GeoTest* test = std::get_if<GeoTest>(&made);
    if (!test || !test->lift.low || !test->lift.high) continue;
    ++power.windows;
    reach += (*test->lift.high - *test->lift.low) / 2;
    squares += test->lift.value * test->lift.value;
  }
  if (power.windows == 0) return std::nullopt;
  const auto windows = static_cast<double>(power.windows);
  power.error = std::sqrt(squares / windows);
  power.smallestLift = reach / windows * (kZ95 + normalQuantile(kPower)) / kZ95;
  return power;
}

}  // namespace roi
