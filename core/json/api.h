#pragma once
// The calls of the module and of the command line: one JSON text in, one JSON text out.
// A reply is {"ok":true,"value":...} or {"ok":false,"errors":[{"code","path","message","detail"}]};
// path is a JSON Pointer into what was sent. An undefined figure is {"undefined":"zero:leads"}.

#include <string>
#include <string_view>

namespace roi::json {

/// A document in; per scenario every result of the total and of each channel, rank, who is left
/// out of the total's return, and how the goal stands.
std::string evaluate(std::string_view document);

/// {"document", "metric", "scenario"?, "channel"?} in; the figure's explanation out, see
/// roi/explain.h. Without scenario the first, without channel the total.
std::string explain(std::string_view request);

/// {"text", "locale", "unit"} in; a figure as the document holds it out: {"value"} or {"low",
/// "likely"?, "high"}.
std::string readNumber(std::string_view request);

/// {"metrics":[{"id","unit","better","category"}], "errors":{code: message}}
std::string describe();

/// The contract, as it stands.
std::string_view schema();

}  // namespace roi::json
