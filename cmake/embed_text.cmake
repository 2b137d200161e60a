# Run with cmake -P: turns INPUT into a header at OUTPUT with NAMESPACE::SYMBOL. Every byte is written as an escape, so
# that any text survives (CMake's lists, raw string delimiters, UTF-8 cut in two); in adjacent literals, because some
# compilers limit the length of one.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "(..)" "\\\\x\\1" escapes "${hex}")
string(LENGTH "${escapes}" length)
set(literals "")
set(piece_length 32000)
foreach(position RANGE 0 ${length} ${piece_length})
  string(SUBSTRING "${escapes}" ${position} ${piece_length} piece)
  string(APPEND literals "    \"${piece}\"\n")
endforeach()
file(SIZE ${INPUT} size)
get_filename_component(name ${INPUT} NAME)
file(WRITE ${OUTPUT} "// Made from ${name} by cmake/embed_text.cmake; change that file instead.
#pragma once
#include <string_view>

namespace ${NAMESPACE} {
inline constexpr std::string_view ${SYMBOL}{
${literals}    , ${size}};
}  // namespace ${NAMESPACE}
")
