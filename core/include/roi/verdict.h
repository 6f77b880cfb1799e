#pragma once
// What needs order is read off figures and never enters the model: rank, goal attained, pace.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "roi/figure.h"
#include "roi/metric.h"

namespace roi {

struct Candidate {
  std::string_view id;
  Figure<> figure;
};

/// Indices of the candidates, best first; ties by id. Undefined ones are listed apart, by id.
struct Ranking {
  std::vector<std::size_t> ranked;
  std::vector<std::size_t> unranked;
};

Ranking rank(const std::vector<Candidate>& candidates, Better better);

/// The last of a ranking, if it is last by its own cost too: allocated cost alone makes none worst.
std::optional<std::size_t> worst(const Ranking& ranking, const Ranking& byOwnCost);

/// Whether a channel returns less than it costs by itself.
bool loses(const Figure<>& contribution);

/// How the channels of a plan stand against one another, by place.
struct Standing {
  Ranking byRoi;
  std::optional<std::size_t> best, worst;  ///< of at least two that are ranked
};
/// By their ROI, and by that of their own cost.
Standing standing(const std::vector<Candidate>& byRoi, const std::vector<Candidate>& byOwnRoi);

/// Months until what customers bring a month has paid what winning them cost, when a share of them
/// leaves each month: the first payment comes with the purchase. Nothing where it never has. A
/// logarithm is no operation of the model: this is read off two of its figures. 0 < churn < 1.
std::optional<double> paybackWithChurn(double months, double churn);

/// Whether a figure meets its target, at the better side of it or on it; nothing if undefined.
std::optional<bool> attained(const Figure<>& figure, double target, Better better);

/// Whether moving ad spend meets a goal: a scale (goalScale) that is a number above 0.
bool reachable(const Figure<>& goalScale);

/// How much chance alone moves a count of expected customers, as a share of it: 1 / sqrt(customers)
/// (Poisson). Only where it is worth saying: above 0 and under 30 customers.
std::optional<double> luck(const Figure<>& customers);

/// A rate as "1 in so many": 1 / rate. Nothing for a rate of 0.
std::optional<double> oneIn(double rate);

/// How far a goal's time has run, from 0 to 1, and how much should be reached by then.
struct Pace {
  double elapsed = 0;
  double expected = 0;
};

/// Days since 1970-01-01 of a YYYY-MM-DD date; nothing if there is no such day.
std::optional<int> dayNumber(const std::string& date);
/// A goal's pace on a day, if effort is even over time. Needs start < deadline.
Pace pace(int start, int day, int deadline, double target);

/// The days of a goal, YYYY-MM-DD or empty, and what had been reached on one of them.
struct GoalDates {
  std::string start, deadline, progressDate;
  double reached = 0;
};
/// The pace of a goal whose days are all stated. Only of what adds up over time: half of a cost per
/// lead is nothing that is reached on the way.
std::optional<Pace> pace(const GoalDates& dates, Metric metric, double target);

}  // namespace roi
