// roi: the calculator on the command line.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "json/api.h"
#include "json/evidence_fields.h"
#include "json/request_fields.h"

namespace {

#define ROI_HELP(name, command, file, words, fields, help) help
constexpr std::string_view kHelp =
    "roi: return on investment of a marketing plan\n\n" ROI_CALLS(ROI_HELP)
        ROI_EVIDENCE_CALLS(ROI_HELP)
        "  roi explain-all FILE            explain, of every result in one list of entries\n"
        "  roi import FILE...              exports of platforms: columns, sums, what is skipped or asked;\n"
        "                                  what is asked is answered by --currency CODE, --decimal . or ,\n"
        "                                  --dates DMY or MDY, --result KIND, --total yes or no,\n"
        "                                  --headings LINE, --column N=MEANING; --since YYYY-MM-DD sums\n"
        "                                  from that day on\n"
        "  roi attribution FILE            conversion paths: what each rule credits to their channels; what\n"
        "                                  is asked is answered by --decimal, --dates and --column\n"
        "  roi schema                      the contract of a document, as JSON Schema\n"
        "  roi describe                    metrics and error codes\n"
        "  roi --help                      this text\n\n"
        "Of a document, options choose: --scenario ID (default: the first), --channel ID (default:\n"
        "the total), --trials N, --seed N. FILE is a path, or - for standard input. JSON goes to\n"
        "standard output; errors go to standard error as JSON, with exit code 1. Wrong usage exits\n"
        "with 2.\n";
#undef ROI_HELP

using roi::json::RequestField;

/// What a command's file is: the request as it stands, or the document of one that is put together
/// from words before the file and options after it.
enum class File { request, document };

struct Question {
  std::string_view command;
  std::string (*call)(std::string_view);
  File file;
  std::string_view words;
  std::span<const RequestField> fields;
};

constexpr Question kQuestions[] = {
#define ROI_QUESTION(name, command, file, words, fields, help) \
  {command, roi::json::name, File::file, words, roi::json::fields},
    ROI_CALLS(ROI_QUESTION) ROI_EVIDENCE_CALLS(ROI_QUESTION)
#undef ROI_QUESTION
        {"explain-all", roi::json::explain, File::document, "", roi::json::kExplainFields}};

int usage();
int print(std::string_view reply);
int noFile(const std::string& path);

/// Options into answers, other arguments into paths; says whether all of them are used so.
template <class Answers>
bool readArguments(const std::vector<std::string>& arguments, Answers& answers,
                   std::vector<std::string>& paths) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (!arguments[i].starts_with("--")) {
      paths.push_back(arguments[i]);
    } else if (i + 1 == arguments.size() ||
               !take(answers, std::string_view(arguments[i]).substr(2), arguments[i + 1])) {
      return false;
    } else {
      ++i;
    }
  }
  return !paths.empty();
}

/// What a call answers about a file, which it reads by pieces; nothing if there is no such file.
template <class Call>
std::optional<std::string> replyTo(const std::string& path, Call&& call) {
  std::ifstream file(path, std::ios::binary);
  if (path != "-" && !file) return std::nullopt;
  std::istream& bytes = path == "-" ? std::cin : file;
  constexpr std::size_t kPiece = std::size_t{64} << 10;
  std::string piece(kPiece, '\0');
  bool isGoing = true;
  while (isGoing && bytes) {
    bytes.read(piece.data(), kPiece);
    isGoing =
        call.feed(std::string_view(piece).substr(0, static_cast<std::size_t>(bytes.gcount())));
  }
  return call.answer();
}

/// One reply of all files, each with its own; fails where one of them does.
int import(const std::vector<std::string>& arguments) {
  roi::ExportAnswers answers;
  std::vector<std::string> paths;
  if (!readArguments(arguments, answers, paths)) return usage();
  std::string replies;
  bool isWell = true;
  for (const std::string& path : paths) {
    const auto reply = replyTo(path, roi::json::ImportCall(answers));
    if (!reply) return noFile(path);
    isWell = isWell && reply->starts_with(R"({"ok":true)");
    if (!replies.empty()) replies += ',';
    replies += *reply;
  }
  (isWell ? std::cout : std::cerr)
      << (isWell ? R"({"ok":true,"value":[)" : R"({"ok":false,"files":[)") << replies << "]}\n";
  return isWell ? 0 : 1;
}

int attribution(const std::vector<std::string>& arguments) {
  roi::PathAnswers answers;
  std::vector<std::string> paths;
  if (!readArguments(arguments, answers, paths) || paths.size() > 1) return usage();
  const auto reply = replyTo(paths[0], roi::json::AttributionCall(answers));
  return reply ? print(*reply) : noFile(paths[0]);
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

/// A member of the request: numbers and flags as they stand, anything else as text.
std::string member(const Question& question, const std::string& name, const std::string& value) {
  using Kind = roi::json::Tree::Kind;
  for (const RequestField& field : question.fields) {
    const bool isBare = field.kind == Kind::number || field.kind == Kind::boolean;
    if (field.name == name && isBare) return "\"" + name + "\":" + value + ",";
  }
  return "\"" + name + "\":\"" + value + "\",";
}

int ask(const Question& question, const std::vector<std::string>& arguments) {
  std::istringstream words{std::string(question.words)};
  std::string request = "{";
  std::size_t next = 1;
  for (std::string word; words >> word && next < arguments.size(); ++next) {
    request += member(question, word, arguments[next]);
  }
  if (words || arguments.size() <= next || (arguments.size() - next) % 2 == 0) return usage();
  for (std::size_t i = next + 1; i < arguments.size(); i += 2) {
    if (arguments[i].substr(0, 2) != "--") return usage();
    request += member(question, arguments[i].substr(2), arguments[i + 1]);
  }
  const std::optional<std::string> document = read(arguments[next]);
  if (!document) return noFile(arguments[next]);
  return print(question.call(request + "\"document\":" + *document + "}"));
}

int answer(const Question& question, const std::vector<std::string>& arguments) {
  if (question.file == File::document) return ask(question, arguments);
  if (arguments.size() != 2) return usage();
  const std::optional<std::string> text = read(arguments[1]);
  return text ? print(question.call(*text)) : noFile(arguments[1]);
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
  if (command == "import") return import(arguments);
  if (command == "attribution") return attribution(arguments);
  for (const Question& question : kQuestions) {
    if (command == question.command) return answer(question, arguments);
  }
  return usage();
}
