#include "validator/report/source_excerpt.hpp"

#include <catch2/catch.hpp>

using namespace napkin::validator;

TEST_CASE("carets stand under the characters of the place", "[report]") {
  struct Row {
    const char* what;
    const char* line;
    int column, end_column, width;
    const char *shown, *indent, *carets;
  };
  const Row rows[] = {
      {"plain text", "a = 7 GB", 5, 9, 80, "a = 7 GB", "    ", "^^^^"},
      {"an empty range", "abc", 2, 2, 80, "abc", " ", "^"},
      {"a range that ends before it begins", "abc", 3, 1, 80, "abc", "  ", "^"},
      {"a place beyond the line", "abc", 9, 12, 80, "abc", "   ", "^"},
      {"an empty line", "", 1, 1, 80, "", "", "^"},
      {"characters of several bytes", "× µ ≈ 7", 7, 8, 80, "× µ ≈ 7", "      ", "^"},
      {"wide characters", "日本 = 7", 4, 5, 80, "日本 = 7", "     ", "^"},
      {"wide characters under the place", "日本 = 7", 1, 3, 80, "日本 = 7", "", "^^^^"},
      {"a combining mark", "e\u0301 = 7", 4, 5, 80, "e\u0301 = 7", "  ", "^"},
      {"an emoji", "🚀 = 7", 5, 6, 80, "🚀 = 7", "     ", "^"},
      {"a tab", "\ta = 7", 2, 3, 80, " a = 7", " ", "^"},
      {"a byte-order mark", "\xEF\xBB\xBFid: a", 1, 3, 80, "id: a", "", "^^"},
      {"escape sequences", "a\x1b[31mb", 1, 2, 80, "a\xEF\xBF\xBD[31mb", "", "^"},
      {"invalid UTF-8", "a\xff = 7", 6, 7, 80, "a\xEF\xBF\xBD = 7", "     ", "^"},
      {"a line that just fits", "0123456789", 1, 2, 10, "0123456789", "", "^"},
      {"cut at the right", "0123456789abcdef", 1, 3, 10, "01234567…", "", "^^"},
      {"cut at the left", "0123456789abcdefghij", 20, 21, 10, "…cdefghij", "        ", "^"},
      {"cut on both sides", "0123456789abcdefghijklmnopqrst", 15, 17, 10, "…bcdefghi…", "    ", "^^"},
      {"a place wider than the window", "0123456789abcdefghij", 10, 21, 10, "…9abcdefg…", " ", "^^^^^^^^"},
      {"a place as long as its line, wider than the window", "0123456789abcdefghij", 1, 21, 10, "01234567…", "",
       "^^^^^^^^"},
      {"the start of a line whose place is near it", "- 23456789abcdefghij", 3, 21, 10, "- 234567…", "  ", "^^^^^^"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Excerpt excerpt = excerpt_of(row.line, row.column, row.end_column, row.width);
    CHECK(excerpt.line == row.shown);
    CHECK(excerpt.indent == row.indent);
    CHECK(excerpt.carets == row.carets);
  }
}

TEST_CASE("printable text does nothing to a terminal", "[report]") {
  CHECK(printable("a\nb\tc\r") == "a b c ");
  CHECK(printable("\x1b]0;title\x07") == "\xEF\xBF\xBD]0;title\xEF\xBF\xBD");
  CHECK(printable("\u202Eevil") ==
        "\xEF\xBF\xBD"
        "evil");
  CHECK(printable("2 × 3 ≈ 6 µs") == "2 × 3 ≈ 6 µs");
}
