# napkin_embed_text(<variable> FILE <path> HEADER <name> NAMESPACE <ns> SYMBOL <name>): at build time, writes
# generated/<HEADER>, which defines an inline constexpr std::string_view with the file's text.
function(napkin_embed_text out_header)
  cmake_parse_arguments(ARG "" "FILE;HEADER;NAMESPACE;SYMBOL" "" ${ARGN})
  set(header ${CMAKE_BINARY_DIR}/generated/${ARG_HEADER})
  add_custom_command(
    OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${ARG_FILE} -DOUTPUT=${header} -DNAMESPACE=${ARG_NAMESPACE}
            -DSYMBOL=${ARG_SYMBOL} -P ${CMAKE_SOURCE_DIR}/cmake/embed_text.cmake
    DEPENDS ${ARG_FILE} ${CMAKE_SOURCE_DIR}/cmake/embed_text.cmake
    VERBATIM)
  set(${out_header} ${header} PARENT_SCOPE)
endfunction()
