// How long a call takes: roi_bench CALL FILE RUNS prints the milliseconds of each run.

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "parity/calls.h"

int main(int count, char** values) {
  if (count != 4) return 2;
  const roi::json::Call call = roi::json::callByName(values[1]);
  std::ifstream file(values[2], std::ios::binary);
  if (!call || !file) return 2;
  const std::string request{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t length = 0;
  for (int run = 0; run < std::atoi(values[3]); ++run) {
    const auto start = std::chrono::steady_clock::now();
    length += call(request).size();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << took.count() << '\n';
  }
  return length > 0 ? 0 : 1;
}
