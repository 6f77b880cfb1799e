// Prints random documents, one per line: roi_random_documents COUNT SEED

#include <cstdlib>
#include <iostream>

#include "property/random_document.h"

int main(int count, char** values) {
  if (count != 3) {
    std::cerr << "roi_random_documents COUNT SEED\n";
    return 2;
  }
  const std::uint64_t documents = std::strtoull(values[1], nullptr, 10);
  const std::uint64_t seed = std::strtoull(values[2], nullptr, 10);
  for (std::uint64_t i = 0; i < documents; ++i) {
    const roi::test::Shape shape{.channels = 6, .scenarios = 3};
    std::cout << roi::test::randomDocument(seed * 1'000'003 + i, shape).dump() << '\n';
  }
}
