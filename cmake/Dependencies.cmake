# The libraries, as Debian packages them, behind names that say nothing of where they come from:
# napkin_fmt, napkin_yaml, napkin_re2, napkin_line_editing. With NAPKIN_STATIC the archives are taken, so that the program needs no
# library at run time.
if(NAPKIN_WASM)
  # The engine needs fmt alone, of which the headers of this machine do; no others of them may be seen.
  find_path(NAPKIN_FMT_HEADERS fmt/format.h PATHS /usr/include REQUIRED)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/host_headers)
  file(CREATE_LINK ${NAPKIN_FMT_HEADERS}/fmt ${CMAKE_BINARY_DIR}/host_headers/fmt SYMBOLIC)
  add_library(napkin_fmt STATIC cmake/fmt_archive.cpp)
  target_include_directories(napkin_fmt SYSTEM PUBLIC ${CMAKE_BINARY_DIR}/host_headers)
  return()
endif()

find_package(fmt REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(RE2 REQUIRED re2)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Threads REQUIRED)

add_library(napkin_fmt INTERFACE)
add_library(napkin_yaml INTERFACE)
add_library(napkin_re2 INTERFACE)
target_include_directories(napkin_re2 SYSTEM INTERFACE ${RE2_INCLUDE_DIRS})

# A static glibc knows no sanitizer, and coverage has no use for one.
set(napkin_static_default ON)
if(NAPKIN_SANITIZE OR NAPKIN_COVERAGE)
  set(napkin_static_default OFF)
endif()
option(NAPKIN_STATIC "Link the program statically" ${napkin_static_default})

find_library(NAPKIN_YAML_ARCHIVE libyaml-cpp.a)
find_library(NAPKIN_RE2_ARCHIVE libre2.a)
if(NAPKIN_STATIC AND NOT (NAPKIN_YAML_ARCHIVE AND NAPKIN_RE2_ARCHIVE))
  message(STATUS "No archives of yaml-cpp and re2 here: the program is linked dynamically")
  set(NAPKIN_STATIC OFF)
endif()

if(NAPKIN_STATIC)
  if(fmt_VERSION VERSION_LESS 10)
    add_library(napkin_fmt_archive STATIC cmake/fmt_archive.cpp)
    target_include_directories(napkin_fmt_archive SYSTEM PUBLIC
                               $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)
    target_link_libraries(napkin_fmt INTERFACE napkin_fmt_archive)
  else()
    target_link_libraries(napkin_fmt INTERFACE fmt::fmt-header-only)
  endif()
  target_link_libraries(napkin_yaml INTERFACE ${NAPKIN_YAML_ARCHIVE})
  target_link_libraries(napkin_re2 INTERFACE ${NAPKIN_RE2_ARCHIVE} Threads::Threads)
else()
  target_link_libraries(napkin_fmt INTERFACE fmt::fmt)
  target_link_libraries(napkin_yaml INTERFACE yaml-cpp)
  target_link_libraries(napkin_re2 INTERFACE ${RE2_LINK_LIBRARIES} Threads::Threads)
endif()

# The program makes and frees many small things in several threads. jemalloc (BSD licence, two clauses) does that in less
# time than glibc; a build without it works the same.
add_library(napkin_allocator INTERFACE)
if(NAPKIN_STATIC)
  find_library(NAPKIN_JEMALLOC_ARCHIVE libjemalloc.a)
  if(NAPKIN_JEMALLOC_ARCHIVE)
    target_link_libraries(napkin_allocator INTERFACE ${NAPKIN_JEMALLOC_ARCHIVE} Threads::Threads)
  else()
    message(STATUS "No archive of jemalloc here: memory is managed by glibc")
  endif()
endif()

# Editing of lines in the calculator, by libedit (BSD licence, three clauses). It draws by way of ncurses' libtinfo (MIT
# licence of X11), and Debian's archive of it uses libbsd and libmd (BSD licences). A build without it has a calculator
# without history and completion.
add_library(napkin_line_editing INTERFACE)
find_path(NAPKIN_LIBEDIT_HEADERS histedit.h)
if(NAPKIN_STATIC)
  find_library(NAPKIN_EDIT_ARCHIVE libedit.a)
  find_library(NAPKIN_TINFO_ARCHIVE libtinfo.a)
  find_library(NAPKIN_BSD_ARCHIVE libbsd.a)
  find_library(NAPKIN_MD_ARCHIVE libmd.a)
  set(line_editing ${NAPKIN_EDIT_ARCHIVE} ${NAPKIN_TINFO_ARCHIVE} ${NAPKIN_BSD_ARCHIVE} ${NAPKIN_MD_ARCHIVE})
else()
  find_library(NAPKIN_EDIT_LIBRARY edit)
  set(line_editing ${NAPKIN_EDIT_LIBRARY})
endif()
if(NAPKIN_LIBEDIT_HEADERS AND line_editing AND NOT line_editing MATCHES "NOTFOUND")
  target_include_directories(napkin_line_editing SYSTEM INTERFACE ${NAPKIN_LIBEDIT_HEADERS})
  target_link_libraries(napkin_line_editing INTERFACE ${line_editing})
  target_compile_definitions(napkin_line_editing INTERFACE NAPKIN_HAS_LIBEDIT)
else()
  message(STATUS "No libedit here: the calculator reads lines without editing them")
endif()
