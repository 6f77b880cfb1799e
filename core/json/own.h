#pragma once
// Own figures of a document: read, and written. Only documents that have some need any of this, so
// that it may come with the later part of the module. See roi/own_figure.h

#include "json/tree.h"
#include "json/writer.h"
#include "roi/called_later.h"
#include "roi/explain.h"
#include "roi/own_figure.h"

namespace roi::json {

/// What a document with "own" defines. Paths start at the document.
Outcome<OwnFigures> readOwn(const Tree& document);

/// What a request calls an own figure: "own:saved".
inline constexpr std::string_view kOwnPrefix = "own:";

/// A figure of a plan with own ones, its reason with their ids.
void writeOwnValue(Writer& out, const Scenario& scenario, const Tape& tape, Tape::Index figure);

/// "own": of each own figure its id and its value.
void writeOwn(Writer& out, Recorded& recorded);

/// "own": the id of an own input or figure, where an entry is one.
void writeOwnId(Writer& out, const Scenario& scenario, const Entry& entry);

}  // namespace roi::json
