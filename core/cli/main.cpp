// roi: the calculator on the command line.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/api.h"

namespace {

constexpr std::string_view kHelp =
    "roi: return on investment of a marketing plan\n\n"
    "  roi evaluate FILE          every result of a document\n"
    "  roi explain METRIC FILE    what a figure is made of\n"
    "      --scenario ID          of this scenario (default: the first)\n"
    "      --channel ID           of this channel (default: the total)\n"
    "  roi read-number FILE       {\"text\",\"locale\",\"unit\"} as a figure\n"
    "  roi schema                 the contract of a document, as JSON Schema\n"
    "  roi describe               metrics and error codes\n"
    "  roi --help                 this text\n\n"
    "FILE is a path, or - for standard input. JSON goes to standard output; errors go to\n"
    "standard error as JSON, with exit code 1. Wrong usage exits with 2.\n";

int usage() {
  std::cerr << kHelp;
  return 2;
}

std::optional<std::string> read(const std::string& path) {
  if (path == "-") {
    return std::string(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
}

int print(std::string_view reply) {
  const bool ok = reply.substr(0, 10) == R"({"ok":true)";
  (ok ? std::cout : std::cerr) << reply << '\n';
  return ok ? 0 : 1;
}

int noFile(const std::string& path) {
  std::cerr << "roi: cannot read " << path << '\n';
  return 2;
}

int answer(std::string (*question)(std::string_view), const std::string& path) {
  const std::optional<std::string> text = read(path);
  return text ? print(question(*text)) : noFile(path);
}

/// The options, each with its value, as members of the request.
std::optional<std::string> members(const std::vector<std::string>& options) {
  std::string text;
  for (std::size_t i = 0; i < options.size(); i += 2) {
    const bool known = options[i] == "--scenario" || options[i] == "--channel";
    if (!known || i + 1 == options.size()) return std::nullopt;
    text += ",\"" + options[i].substr(2) + "\":\"" + options[i + 1] + '"';
  }
  return text;
}

int explain(const std::vector<std::string>& arguments) {
  const std::optional<std::string> options = members({arguments.begin() + 3, arguments.end()});
  if (!options) return usage();
  const std::optional<std::string> document = read(arguments[2]);
  if (!document) return noFile(arguments[2]);
  return print(roi::json::explain("{\"metric\":\"" + arguments[1] + '"' + *options +
                                  ",\"document\":" + *document + "}"));
}

}  // namespace

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + 1, values + count);
  if (arguments.empty()) return usage();
  const std::string& command = arguments[0];
  if (command == "--help") {
    std::cout << kHelp;
    return 0;
  }
  if (command == "schema" && arguments.size() == 1) {
    std::cout << roi::json::schema();
    return 0;
  }
  if (command == "describe" && arguments.size() == 1) return print(roi::json::describe());
  if (command == "evaluate" && arguments.size() == 2) {
    return answer(roi::json::evaluate, arguments[1]);
  }
  if (command == "read-number" && arguments.size() == 2) {
    return answer(roi::json::readNumber, arguments[1]);
  }
  if (command == "explain" && arguments.size() >= 3) return explain(arguments);
  return usage();
}
