#include "roi/verdict.h"

#include <cmath>

#include "roi/elementary.h"
#include "roi/order.h"

namespace roi {
namespace {

bool isLeap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int daysInMonth(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && isLeap(year) ? 29 : kDays[month - 1];
}

/// The digits of text from first to last as a number; -1 if one of them is no digit.
int number(const std::string& text, std::size_t first, std::size_t last) {
  int value = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

Ranking rank(const std::vector<Candidate>& candidates, Better better) {
  Ranking ranking;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    (candidates[i].figure.defined() ? ranking.ranked : ranking.unranked).push_back(i);
  }
  const auto byId = [&](std::size_t a, std::size_t b) {
    return candidates[a].id < candidates[b].id;
  };
  sortStably(ranking.unranked, byId);
  sortStably(ranking.ranked, [&](std::size_t a, std::size_t b) {
    const double x = candidates[a].figure.value;
    const double y = candidates[b].figure.value;
    if (x != y) return better == Better::lower ? x < y : y < x;
    return byId(a, b);
  });
  return ranking;
}

std::optional<std::size_t> worst(const Ranking& ranking, const Ranking& byOwnCost) {
  if (ranking.ranked.empty() || byOwnCost.ranked.empty()) return std::nullopt;
  const std::size_t last = ranking.ranked.back();
  if (byOwnCost.ranked.back() != last) return std::nullopt;
  return last;
}

bool loses(const Figure<>& contribution) {
  return contribution.defined() && contribution.value < 0;
}

Standing standing(const std::vector<Candidate>& byRoi, const std::vector<Candidate>& byOwnRoi) {
  Standing made;
  made.byRoi = rank(byRoi, Better::higher);
  if (made.byRoi.ranked.size() < 2) return made;
  made.best = made.byRoi.ranked.front();
  made.worst = worst(made.byRoi, rank(byOwnRoi, Better::higher));
  return made;
}

std::optional<double> paybackWithChurn(double months, double churn) {
  const double left = 1 - months * churn;
  if (left <= 0) return std::nullopt;
  return logarithm(left) / logarithm(1 - churn);
}

std::optional<bool> attained(const Figure<>& figure, double target, Better better) {
  if (!figure.defined()) return std::nullopt;
  return better == Better::lower ? figure.value <= target : figure.value >= target;
}

bool reachable(const Figure<>& goalScale) { return goalScale.defined() && goalScale.value > 0; }

std::optional<double> luck(const Figure<>& customers) {
  if (!customers.defined() || customers.value <= 0 || customers.value >= 30) return std::nullopt;
  return 1 / std::sqrt(customers.value);
}

std::optional<double> oneIn(double rate) {
  if (rate <= 0) return std::nullopt;
  return 1 / rate;
}

std::optional<int> dayNumber(const std::string& date) {
  if (date.size() != 10 || date[4] != '-' || date[7] != '-') return std::nullopt;
  const int year = number(date, 0, 4);
  const int month = number(date, 5, 7);
  const int day = number(date, 8, 10);
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return std::nullopt;
  }
  int days = day - 1;
  for (int y = 1970; y < year; ++y) days += isLeap(y) ? 366 : 365;
  for (int m = 1; m < month; ++m) days += daysInMonth(year, m);
  return days;
}

Pace pace(int start, int day, int deadline, double target) {
  const double elapsed = static_cast<double>(day - start) / (deadline - start);
  return {elapsed, target * elapsed};
}

std::optional<Pace> pace(const GoalDates& dates, Metric metric, double target) {
  if (!addsUp(metric)) return std::nullopt;
  if (dates.start.empty() || dates.deadline.empty() || dates.progressDate.empty()) {
    return std::nullopt;
  }
  return pace(*dayNumber(dates.start), *dayNumber(dates.progressDate), *dayNumber(dates.deadline),
              target);
}

}  // namespace roi
