# Turns the contract into headers, so that a wire name stands in one place.

# errors.json -> enum class ErrorCode with text() and message(). "json.depth" becomes jsonDepth.
function(generate_error_codes source header)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} json)
  string(JSON count LENGTH "${json}")
  math(EXPR last "${count} - 1")
  set(enumerators "")
  set(codes "")
  set(messages "")
  foreach(i RANGE ${last})
    string(JSON code MEMBER "${json}" ${i})
    string(JSON text GET "${json}" ${code})
    string(REPLACE "." ";" parts ${code})
    list(GET parts 0 group)
    list(GET parts 1 name)
    string(SUBSTRING ${name} 0 1 initial)
    string(TOUPPER ${initial} initial)
    string(SUBSTRING ${name} 1 -1 rest)
    string(APPEND enumerators "  ${group}${initial}${rest},\n")
    string(APPEND codes "    \"${code}\",\n")
    string(APPEND messages "    \"${text}\",\n")
  endforeach()
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT [[
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace roi {

enum class ErrorCode : std::uint8_t {
@enumerators@};

inline constexpr std::size_t kErrorCodes = @count@;

/// The stable code, as it travels.
inline std::string_view text(ErrorCode code) {
  constexpr std::array<std::string_view, kErrorCodes> kCodes = {
@codes@  };
  return kCodes[static_cast<std::size_t>(code)];
}

/// What is wrong and what to do, in English; completes "<field> ...".
inline std::string_view message(ErrorCode code) {
  constexpr std::array<std::string_view, kErrorCodes> kMessages = {
@messages@  };
  return kMessages[static_cast<std::size_t>(code)];
}

}  // namespace roi
]])
endfunction()

# The module holds what documents are checked by; what explains it to people stays in the file.
function(generate_schema_text source header)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} text)
  if(EMSCRIPTEN)
    string(REGEX REPLACE "\"(description|title)\": \"[^\"]*\",?[ \n]*" "" text "${text}")
    string(REGEX REPLACE ",([ \n]*[]}])" "\\1" text "${text}")
    string(REGEX REPLACE "\n *" "" text "${text}")
  endif()
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT [[
#pragma once
#include <string_view>

namespace roi::json {

inline constexpr std::string_view kSchemaText = R"schema(@text@)schema";

}  // namespace roi::json
]])
endfunction()
