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

# The module holds what documents are checked by; what explains it to people stays in the file, and so do spaces, that
# no object has other fields, which the validator knows, and definitions from the first of replies on, if it is named.
function(generate_schema_text source header constant)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} text)
  if(EMSCRIPTEN AND ARGC GREATER 3)
    string(REGEX REPLACE ",[ \n]*\"${ARGV3}\": {.*" "}}" text "${text}")
  endif()
  if(EMSCRIPTEN OR ARGC GREATER 3)  # nor does anybody print that one: compilers need not take 65 536 bytes of text
    string(REGEX REPLACE "\"(description|title)\": \"[^\"]*\",?[ \n]*" "" text "${text}")
    string(REGEX REPLACE ",([ \n]*[]}])" "\\1" text "${text}")
    string(REGEX REPLACE "\n *" "" text "${text}")
  endif()
  if(EMSCRIPTEN)
    string(REPLACE "\"additionalProperties\": false," "" text "${text}")
    string(REGEX REPLACE " *([]:,{}[]) *" "\\1" text "${text}")
  endif()
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT [[
#pragma once
#include <string_view>

namespace roi::json {

inline constexpr std::string_view @constant@ = R"schema(@text@)schema";

}  // namespace roi::json
]])
endfunction()

# Of a contract these definitions, and those that they refer to.
function(pick_definitions source result)
  file(READ ${source} json)
  string(JSON defs GET "${json}" $defs)
  set(names ${ARGN})
  set(text "")
  while(names)
    list(POP_FRONT names name)
    list(APPEND done ${name})
    string(JSON definition GET "${defs}" ${name})
    string(APPEND text ",\"${name}\": ${definition}")
    string(REGEX MATCHALL "[$]defs/[a-zA-Z]+" references "${definition}")
    list(TRANSFORM references REPLACE "[$]defs/" "")
    list(APPEND names ${references})
    list(REMOVE_DUPLICATES names)
    list(REMOVE_ITEM names ${done})
  endwhile()
  string(REGEX REPLACE "^," "" text "${text}")
  set(${result} "{\"$defs\": {${text}}}" PARENT_SCOPE)
endfunction()

# The calls of one tool, and the contract of them alone.
function(generate_tool source folder)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  set(calls "")
  set(requests "")
  foreach(call ${ARGN})
    string(APPEND calls " X(${call})")
    list(APPEND requests ${call}Request)
  endforeach()
  list(REMOVE_ITEM requests readNumberRequest widenRequest)  # calls of the other contract
  pick_definitions(${source} picked ${requests})
  file(CONFIGURE OUTPUT ${folder}/picked.schema.json @ONLY CONTENT "@picked@")
  generate_schema_text(${folder}/picked.schema.json ${folder}/json/evidence_text.h kEvidenceText)
  file(CONFIGURE OUTPUT ${folder}/json/tool_calls.h @ONLY CONTENT [[
#pragma once
// X(name): the calls of the tool.
#define ROI_TOOL_CALLS(X)@calls@
]])
endfunction()

# The JSON kind of a field: what is chosen from is text, what another contract describes a document.
function(field_kind defs field result)
  string(JSON reference ERROR_VARIABLE none GET "${field}" $ref)
  if(reference)
    string(REGEX REPLACE "^.*/" "" name ${reference})
    string(JSON field GET "${defs}" ${name})
    string(JSON outside ERROR_VARIABLE none GET "${field}" $ref)
  endif()
  string(JSON kind ERROR_VARIABLE none GET "${field}" type)
  if(outside)
    set(kind object)
  elseif(NOT kind)
    set(kind string)
  endif()
  set(${result} ${kind} PARENT_SCOPE)
endfunction()

# The objects a request may be, by name.
function(request_objects defs name result)
  string(JSON count ERROR_VARIABLE none LENGTH "${defs}" ${name} anyOf)
  set(objects ${name})
  if(count)
    set(objects "")
    math(EXPR last "${count} - 1")
    foreach(i RANGE ${last})
      string(JSON reference GET "${defs}" ${name} anyOf ${i} $ref)
      string(REGEX REPLACE "^.*/" "" alternative ${reference})
      string(JSON fields ERROR_VARIABLE none GET "${defs}" ${alternative} properties)
      if(fields)
        list(APPEND objects ${alternative})
      endif()
    endforeach()
  endif()
  set(${result} ${objects} PARENT_SCOPE)
endfunction()

# A line of help: what is typed, and what it says in a column of its own.
function(help_line typed says result)
  string(LENGTH "${typed}" length)
  if(length LESS 32)
    math(EXPR missing "32 - ${length}")
    string(REPEAT " " ${missing} gap)
  else()
    string(REPEAT " " 34 gap)
    string(PREPEND gap "\\n")
  endif()
  set(${result} "  ${typed}${gap}${says}\\n" PARENT_SCOPE)
endfunction()

# A list of JSON texts as one of CMake.
function(list_names json result)
  string(REGEX MATCHALL "[a-zA-Z]+" names "${json}")
  set(${result} ${names} PARENT_SCOPE)
endfunction()

# The fields of a call's request as C++: first what every object that it may be requires; and those
# that can be given on the command line as lines of help.
function(request_fields defs request words rows help)
  request_objects("${defs}" ${request} objects)
  set(every document scenario channel trials seed believe ${words})
  foreach(list names required fields lines)
    set(${list} "")
  endforeach()
  foreach(object ${objects})
    string(JSON stated ERROR_VARIABLE none GET "${defs}" ${object} required)
    string(REGEX MATCHALL "[a-zA-Z]+" stated "${stated}")
    list(APPEND names ${stated})
    string(JSON count LENGTH "${defs}" ${object} properties)
    math(EXPR last "${count} - 1")
    foreach(i RANGE ${last})
      string(JSON name MEMBER "${defs}" ${object} properties ${i})
      string(JSON ${name}_schema GET "${defs}" ${object} properties ${name})
      list(APPEND names ${name})
    endforeach()
    list(APPEND required ${stated})
  endforeach()
  list(REMOVE_DUPLICATES names)
  list(LENGTH objects alternatives)
  foreach(name ${names})
    field_kind("${defs}" "${${name}_schema}" kind)
    set(requiring ${required})
    list(FILTER requiring INCLUDE REGEX "^${name}$")
    list(LENGTH requiring requiring)
    set(isRequired false)
    if(requiring EQUAL alternatives)
      set(isRequired true)
    endif()
    string(APPEND fields "    {\"${name}\", Tree::Kind::${kind}, ${isRequired}},\n")
    if(NOT name IN_LIST every AND kind MATCHES "boolean|number|string")
      string(JSON says ERROR_VARIABLE none GET "${${name}_schema}" description)
      string(REPLACE "boolean" "true" value ${kind})
      string(REPLACE "number" "N" value ${value})
      string(REPLACE "string" "NAME" value ${value})
      help_line("    --${name} ${value}" "${says}" line)
      string(APPEND lines "${line}")
    endif()
  endforeach()
  set(${rows} "${fields}" PARENT_SCOPE)
  set(${help} "${lines}" PARENT_SCOPE)
endfunction()

# calls.schema.json -> ROI_CALLS(X), and apart from it what a request of each call may hold.
function(generate_calls source list header fields_header)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} json)
  string(JSON defs GET "${json}" $defs)
  string(JSON calls GET "${defs}" calls properties)
  string(JSON names GET "${defs}" calls required)
  string(REGEX MATCHALL "[a-zA-Z]+" names "${names}")
  set(arrays "")
  set(rows "")
  foreach(call ${names})
    string(JSON says GET "${calls}" ${call} description)
    string(JSON reference GET "${calls}" ${call} properties request $ref)
    string(JSON words ERROR_VARIABLE none GET "${calls}" ${call} words)
    set(file document)
    if(none)
      set(file request)
      set(words "")
    endif()
    string(REGEX MATCHALL "[a-zA-Z]+" words "${words}")
    string(REGEX REPLACE "^.*/" "" request ${reference})
    string(REGEX REPLACE "([A-Z])" "-\\1" command ${call})
    string(TOLOWER ${command} command)
    string(SUBSTRING ${call} 0 1 initial)
    string(TOUPPER ${initial} initial)
    string(SUBSTRING ${call} 1 -1 rest)
    request_fields("${defs}" ${request} "${words}" fields options)
    string(REPLACE ";" " " words "${words}")
    string(TOUPPER "${words} FILE" typed)
    string(STRIP "${typed}" typed)
    help_line("roi ${command} ${typed}" "${says}" help)
    if("${file}" STREQUAL "request")
      set(options "")
    endif()
    string(APPEND arrays "inline constexpr RequestField k${initial}${rest}Fields[] = {\n${fields}};\n")
    string(APPEND rows " \\\n  X(${call}, \"${command}\", ${file}, \"${words}\", k${initial}${rest}Fields, \\\n    \"${help}${options}\")")
  endforeach()
  file(CONFIGURE OUTPUT ${fields_header} @ONLY CONTENT [[
#pragma once
#include "json/request_field.h"

namespace roi::json {

@arrays@
}  // namespace roi::json
]])
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT [[
#pragma once
// X(name, command, file, words, fields, help). file: what a command's file is, the request as it
// stands or its document; words: fields of the request that stand before it; fields: see json/request_fields.h.
#define @list@(X)@rows@
]])
endfunction()
