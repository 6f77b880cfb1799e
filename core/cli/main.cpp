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
    "  roi evaluate FILE               every result of a document\n"
    "  roi explain METRIC FILE         what a figure is made of\n"
    "  roi explain-all FILE            the same for every result, in one list of entries\n"
    "      --cash true                 and for the cash of each month\n"
    "  roi simulate FILE               distributions and chances over the plan's ranges\n"
    "      --against ID                how often the plan beats that scenario\n"
    "      --histograms true           with a histogram of each distribution\n"
    "  roi sensitivity METRIC FILE     what moves a figure, and how much\n"
    "  roi solve METRIC TARGET POINTER FILE\n"
    "                                  which value of a typed figure meets a target\n"
    "      --probability P             with this chance, rather than at the likely figures\n"
    "  roi cash-flow FILE              flows by month, payback, net present value\n"
    "      --channels true             channel by channel as well\n"
    "  roi compare FROM TO FILE        two scenarios, and what the change comes from\n"
    "  roi split-budget FILE           the split of the ad budget that brings the most\n"
    "      --total AMOUNT              of this budget (default: what is spent now)\n"
    "  roi read-number FILE            {\"text\",\"locale\",\"unit\"} as a figure\n"
    "  roi widen FILE                  {\"value\",\"unit\"} as a range\n"
    "  roi migrate FILE                the document in this version of the contract\n"
    "  roi schema                      the contract of a document, as JSON Schema\n"
    "  roi describe                    metrics and error codes\n"
    "  roi --help                      this text\n\n"
    "Of a document, options choose: --scenario ID (default: the first), --channel ID (default:\n"
    "the total), --trials N, --seed N. FILE is a path, or - for standard input. JSON goes to\n"
    "standard output; errors go to standard error as JSON, with exit code 1. Wrong usage exits\n"
    "with 2.\n";

using Call = std::string (*)(std::string_view);

/// A call whose input is the file as it stands.
struct PlainQuestion {
  std::string_view command;
  Call call;
};
constexpr PlainQuestion kPlain[] = {{"evaluate", roi::json::evaluate},
                                    {"read-number", roi::json::readNumber},
                                    {"widen", roi::json::widen}};

/// A call whose request is put together from words before the file and options after it.
struct Question {
  std::string_view command;
  Call call;
  std::vector<std::string_view> words;
};

const std::vector<Question>& questions() {
  static const std::vector<Question> list = {
      {"explain", roi::json::explain, {"metric"}},
      {"explain-all", roi::json::explain, {}},
      {"migrate", roi::json::migrate, {}},
      {"simulate", roi::json::simulate, {}},
      {"sensitivity", roi::json::sensitivity, {"metric"}},
      {"solve", roi::json::solve, {"metric", "target", "input"}},
      {"cash-flow", roi::json::cashFlow, {}},
      {"compare", roi::json::compare, {"from", "to"}},
      {"split-budget", roi::json::splitBudget, {}}};
  return list;
}

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

int answer(Call call, const std::string& path) {
  const std::optional<std::string> text = read(path);
  return text ? print(call(*text)) : noFile(path);
}

/// A member of the request: numbers and flags as they stand, anything else as text.
std::string member(std::string_view name, const std::string& value) {
  constexpr std::string_view kUnquoted[] = {"target", "probability", "trials",   "seed",
                                            "total",  "histograms",  "channels", "cash"};
  for (const std::string_view one : kUnquoted) {
    if (one == name) return "\"" + std::string(name) + "\":" + value + ",";
  }
  return "\"" + std::string(name) + "\":\"" + value + "\",";
}

int ask(const Question& question, const std::vector<std::string>& arguments) {
  const std::size_t file = question.words.size() + 1;
  if (arguments.size() <= file || (arguments.size() - file) % 2 == 0) return usage();
  std::string request = "{";
  for (std::size_t i = 1; i < file; ++i) request += member(question.words[i - 1], arguments[i]);
  for (std::size_t i = file + 1; i < arguments.size(); i += 2) {
    if (arguments[i].substr(0, 2) != "--") return usage();
    request += member(arguments[i].substr(2), arguments[i + 1]);
  }
  const std::optional<std::string> document = read(arguments[file]);
  if (!document) return noFile(arguments[file]);
  return print(question.call(request + "\"document\":" + *document + "}"));
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
  for (const PlainQuestion& question : kPlain) {
    if (command == question.command && arguments.size() == 2) {
      return answer(question.call, arguments[1]);
    }
  }
  for (const Question& question : questions()) {
    if (command == question.command) return ask(question, arguments);
  }
  return usage();
}
