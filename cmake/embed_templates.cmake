# Run with cmake -P: writes the templates named in LIST (paths below ROOT, one a line) as C++ to OUTPUT, sorted by stem.
# Every byte is an escape, in adjacent literals, as in embed_text.cmake.
file(STRINGS ${LIST} paths)
set(rows "")
set(sorted "")
foreach(path IN LISTS paths)
  get_filename_component(stem ${path} NAME_WE)
  list(APPEND sorted "${stem}|${path}")
endforeach()
list(SORT sorted)
foreach(item IN LISTS sorted)
  string(REGEX MATCH "^([^|]*)[|](.*)$" ignored "${item}")
  set(stem ${CMAKE_MATCH_1})
  set(path ${CMAKE_MATCH_2})
  file(READ ${ROOT}/${path} hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" escapes "${hex}")
  string(LENGTH "${escapes}" length)
  set(literals "")
  foreach(position RANGE 0 ${length} 32000)
    string(SUBSTRING "${escapes}" ${position} 32000 piece)
    string(APPEND literals "\"${piece}\" ")
  endforeach()
  file(SIZE ${ROOT}/${path} size)
  string(APPEND rows "    {\"${stem}\", \"${path}\", {${literals}, ${size}}},\n")
endforeach()
if(rows STREQUAL "")
  set(table "  return {};")
else()
  set(table "  static constexpr BuiltInTemplate table[] = {\n${rows}  };\n  return table;")
endif()
file(WRITE ${OUTPUT} "// Made from templates/questions by cmake/embed_templates.cmake; change those instead.
#include \"generator/built_in_templates.hpp\"

namespace napkin::generator {

std::span<const BuiltInTemplate> built_in_templates() {
${table}
}

}  // namespace napkin::generator
")
