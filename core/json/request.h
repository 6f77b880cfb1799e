#pragma once
// What all questions have in common: a request's fields are checked, its document decoded, its
// scenario found; a reply carries a value or everything that is wrong.

#include <span>
#include <string>
#include <string_view>

#include "json/codec.h"
#include "json/request_fields.h"
#include "json/writer.h"
#include "roi/recorded.h"

namespace roi::json {

std::string reply(Writer&& value);
std::string reply(const Errors& errors);

/// Runs work on what a factory made, or replies with its errors.
template <class T, class Work>
std::string onSuccess(Outcome<T>&& outcome, Work work) {
  if (const Errors* errors = std::get_if<Errors>(&outcome)) return reply(*errors);
  return work(std::get<T>(outcome));
}

using RequestFields = std::span<const RequestField>;

/// Every field that is missing, unknown or of another kind.
Errors requestErrors(const Tree& request, RequestFields fields);

/// Texts that hold a document may be a little longer than a document.
inline constexpr std::size_t kMaxRequest = kMaxText + 1000;

/// The document of a request, asked as the request believes in it.
Outcome<Document> documentOf(const Tree& request);

/// Checks a request's fields, decodes its document and answers with work(tree, document).
template <class Work>
std::string answer(const Tree& request, RequestFields fields, Work work) {
  const Errors errors = requestErrors(request, fields);
  if (!errors.empty()) return reply(errors);
  return onSuccess(documentOf(request),
                   [&](const Document& document) { return work(request, document); });
}

/// The same of a request's text.
template <class Work>
std::string answer(std::string_view text, RequestFields fields, Work work) {
  return onSuccess(parseTree(text, kMaxRequest),
                   [&](const Tree& request) { return answer(request, fields, work); });
}

/// Reads a request's parts, and collects what is wrong with them.
class RequestReader {
 public:
  RequestReader(const Tree& request, const Document& document)
      : request_(request), document_(document) {}

  /// The scenario named in a field; the first where none is named. Wrong: the first, and an error.
  const DocumentScenario& scenario(std::string_view field = "scenario");
  /// The channel named; the total where none is.
  std::size_t scope(const Scenario& scenario);
  /// A metric that can be answered: of the results, or with goals also of the goal.
  Metric metric(bool withGoals = false);
  Metric metric(const Tree& name, const std::string& path, bool withGoals);
  /// The own figure that is asked for in the place of a metric, "own:saved"; of the total only.
  std::optional<std::size_t> ownFigure(const Scenario& scenario);
  std::optional<std::size_t> ownFigure(const Tree& name, const std::string& path,
                                       const Scenario& scenario);
  /// A number within limits, or the fallback where none is given.
  double number(std::string_view field, double fallback, double least, double most);
  std::size_t trials(std::size_t fallback);
  std::uint64_t seed();
  bool flag(std::string_view field, bool fallback = false) const;
  /// The quantity of a field of the scenario that may be moved or widened.
  std::uint32_t input(const Scenario& scenario);

  void report(ErrorCode code, std::string path, std::string detail = {});
  const Errors& errors() const { return errors_; }
  const Tree* find(std::string_view field) const { return request_.find(field); }

 private:
  const Tree& request_;
  const Document& document_;
  Errors errors_;
};

std::optional<std::size_t> channelById(const Scenario& scenario, std::string_view id);

}  // namespace roi::json
