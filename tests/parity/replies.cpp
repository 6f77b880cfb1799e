// Answers documents, one per line, with evaluate()'s replies, one per line.

#include <iostream>
#include <string>

#include "json/api.h"

int main() {
  for (std::string document; std::getline(std::cin, document);) {
    std::cout << roi::json::evaluate(document) << '\n';
  }
}
