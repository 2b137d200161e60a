# One place for the compiler's flags: every target of the project links napkin_flags.
add_library(napkin_flags INTERFACE)
target_include_directories(napkin_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(napkin_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion)

# The two compilers that the tests run with take the code without a warning, and warnings are errors there. Any other
# one may know warnings that nobody here has seen: they must not keep a user from building.
set(napkin_werror_default OFF)
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION MATCHES "^12\\.")
   OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION MATCHES "^14\\."))
  set(napkin_werror_default ON)
endif()
option(NAPKIN_WERROR "Treat warnings as errors" ${napkin_werror_default})
if(NAPKIN_WERROR)
  target_compile_options(napkin_flags INTERFACE -Werror)
endif()

# GCC 12 reports overlapping copies inside libstdc++'s operator+(const char*, string&&) that are not there
# (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(napkin_flags INTERFACE -Wno-restrict)
endif()

if(NAPKIN_SANITIZE)
  target_compile_options(napkin_flags INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer
                                                -fno-sanitize-recover=undefined)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC takes the checks themselves for paths on which members are read before they are set (GCC bug 105562).
    target_compile_options(napkin_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
  target_link_options(napkin_flags INTERFACE -fsanitize=address,undefined)
endif()
if(NAPKIN_COVERAGE)
  target_compile_options(napkin_flags INTERFACE --coverage)
  target_link_options(napkin_flags INTERFACE --coverage)
endif()
if(NAPKIN_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "NAPKIN_FUZZ needs Clang: libFuzzer is part of it (cmake --preset fuzz)")
  endif()
  # Edge counters in the libraries too: the fuzzer steers by them.
  target_compile_options(napkin_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Precompiled headers nearly halve a clean build, but a compiler cache (CMAKE_CXX_COMPILER_LAUNCHER=ccache in the
# environment) refuses what was compiled with them.
set(napkin_pch_default ON)
if(CMAKE_CXX_COMPILER_LAUNCHER)
  set(napkin_pch_default OFF)
endif()
option(NAPKIN_PCH "Precompile the headers that most files include" ${napkin_pch_default})

# napkin_precompile(<target> <header>…): the standard headers that most files include, fmt, and those given.
function(napkin_precompile target)
  if(NAPKIN_PCH)
    target_precompile_headers(${target} PRIVATE <algorithm> <functional> <memory> <optional> <string> <string_view>
                              <variant> <vector> <fmt/format.h> ${ARGN})
  endif()
endfunction()

# napkin_compile_quickly(<target>): what no fuzzer runs is compiled without optimization under the sanitizers, in half the
# time.
function(napkin_compile_quickly target)
  if(NAPKIN_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# napkin_library(<target> SOURCES … DEPENDS … PRECOMPILE …): a static library with the project's flags.
function(napkin_library target)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;PRECOMPILE" ${ARGN})
  add_library(${target} STATIC ${ARG_SOURCES})
  target_link_libraries(${target} PUBLIC ${ARG_DEPENDS} PRIVATE napkin_flags)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
  napkin_precompile(${target} ${ARG_PRECOMPILE})
endfunction()
