// Answers requests, one per line, with a call's replies, one per line: roi_replies CALL

#include <iostream>
#include <string>

#include "parity/calls.h"

int main(int count, char** values) {
  const roi::json::Call call = count == 2 ? roi::json::callByName(values[1]) : nullptr;
  if (!call) return 2;
  for (std::string request; std::getline(std::cin, request);) std::cout << call(request) << '\n';
}
