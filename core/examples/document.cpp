// Evaluates a document, as the page does: document < web/src/plan/presets/email.json

#include <iostream>
#include <iterator>
#include <string>

#include "json/api.h"

int main() {
  const std::string document(std::istreambuf_iterator<char>(std::cin), {});
  std::cout << roi::json::evaluate(document) << '\n';
}
