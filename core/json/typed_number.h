#pragma once
// Numbers as they are typed: how whoever typed them writes, and what a document holds for them.

#include "json/tree.h"
#include "json/writer.h"
#include "roi/read_number.h"

namespace roi::json {

/// The field "marks" of a request. Marks that are not named stay as they are.
Errors readMarks(const Tree& tree, NumberMarks& marks);

/// "value", or "low", "likely" where it was typed, and "high".
void writeFields(Writer& out, const TypedNumber& number);

}  // namespace roi::json
