#include "roi/carry_over.h"

namespace roi {

std::vector<double> carriedOver(std::span<const double> spends, double share, double before) {
  std::vector<double> stock;
  for (const double spend : spends) {
    before = spend + share * before;
    stock.push_back(before);
  }
  return stock;
}

double nextVolume(const ResponseCurve& curve, double spend, double carryOver, std::size_t months) {
  const std::vector<double> each(months, (1 - carryOver) * spend);
  double all = 0;
  for (const double stock : carriedOver(each, carryOver, curve.spend)) {
    all += volumeFactor(curve, stock);
  }
  return all / static_cast<double>(months);
}

}  // namespace roi
