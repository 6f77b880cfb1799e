// How long a call takes: roi_bench CALL FILE RUNS prints the milliseconds of each run. The call
// "import" reads FILE as an export, by pieces.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "parity/calls.h"

namespace {

/// Bytes of its reply.
std::size_t import(std::string_view bytes) {
  constexpr std::size_t kPiece = std::size_t{64} << 10;
  roi::json::ImportCall call;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kPiece, bytes.size()))) {
    call.feed(bytes.substr(0, kPiece));
  }
  return call.answer().size();
}

}  // namespace

int main(int count, char** values) {
  if (count != 4) return 2;
  const bool isImport = std::string_view(values[1]) == "import";
  const roi::json::Call call = isImport ? nullptr : roi::json::callByName(values[1]);
  std::ifstream file(values[2], std::ios::binary);
  if ((!call && !isImport) || !file) return 2;
  const std::string request{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t length = 0;
  for (int run = 0; run < std::atoi(values[3]); ++run) {
    const auto start = std::chrono::steady_clock::now();
    length += isImport ? import(request) : call(request).size();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    std::cout << took.count() << '\n';
  }
  return length > 0 ? 0 : 1;
}
