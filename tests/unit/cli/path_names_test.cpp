#include "cli/path_names.hpp"

#include <catch2/catch.hpp>

using namespace napkin::cli;

TEST_CASE("a path is normalised without asking the file system", "[path_names]") {
  struct Row {
    const char *path, *expected;
  };
  const Row rows[] = {{"a/b.yaml", "a/b.yaml"},
                      {"./a//b/", "a/b"},
                      {".", "."},
                      {"", "."},
                      {"./", "."},
                      {"/", "/"},
                      {"//a", "/a"},
                      {"../a", "../a"},
                      {"a/../b", "a/../b"},
                      {"a/./b", "a/b"}};
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(normalised(row.path) == row.expected);
  }
}

TEST_CASE("a name joins its folder", "[path_names]") {
  CHECK(joined(".", "a.yaml") == "a.yaml");
  CHECK(joined("bank", "a.yaml") == "bank/a.yaml");
  CHECK(joined("/", "a.yaml") == "/a.yaml");
  CHECK(file_name("bank/cloud/a.yaml") == "a.yaml");
  CHECK(file_name("a.yaml") == "a.yaml");
}

TEST_CASE("in a folder the name says what a file is", "[path_names]") {
  struct Row {
    const char* name;
    FileKind kind;
  };
  const Row rows[] = {{"cloud-0001.yaml", FileKind::question},
                      {"cloud-0001.yml", FileKind::question},
                      {".hidden.yaml", FileKind::other},
                      {"chains.json", FileKind::chains},
                      {"taxonomy.yaml", FileKind::taxonomy},
                      {"taxonomy.json", FileKind::taxonomy},
                      {"napkin.yaml", FileKind::other},
                      {"README.md", FileKind::other},
                      {"yaml", FileKind::other},
                      {"cloud-0001.yaml.orig", FileKind::other}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(kind_of(row.name) == row.kind);
  }
}

TEST_CASE("what a terminal or JSON cannot bear in a name is shown as a picture", "[path_names]") {
  CHECK(display_name("bank/Größe-日本.yaml") == "bank/Größe-日本.yaml");
  CHECK(display_name("a\nb\x1b[31m\x7f") == "a␊b␛[31m␡");
  CHECK(display_name(std::string("\0\x1f", 2)) == "␀␟");
  CHECK(display_name("\xff\xc3") == "\uFFFD\uFFFD");
  CHECK(display_name("\xc0\x80") == "\uFFFD\uFFFD");            // overlong
  CHECK(display_name("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");  // a surrogate
  CHECK(display_name("\xc2\x9b\xc2\xa0") == "\uFFFD\xc2\xa0");  // a C1 control; a no-break space
}
