#include "validator/rules/markup.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace napkin::validator;

TEST_CASE("markup is told from plain text that looks like it", "[rules]") {
  struct Row {
    const char* text;
    const char* found;  // empty: plain text
  };
  const Row rows[] = {
      {"The Ridge Point of an Accelerator", ""},
      {"A $100M upgrade decision", ""},
      {"$5 or $10 an hour", ""},
      {"$5k → $10k", ""},
      {"2 * 3 * 4 GB", ""},
      {"2*3*4 GB", ""},
      {"a < b and c > d", ""},
      {"List<int> of <unk> tokens", ""},
      {"<10 ms at the 99th percentile", ""},
      {"C# and F# runtimes", ""},
      {"Memory [GB]: (a) and (b)", ""},
      {"x<i and j>k", ""},
      {"The $O(n^2)$ cost", "$O(n^2)$"},
      {"Cost of $n$ heads", "$n$"},
      {"A \\times B", "\\t"},
      {"\\(x\\)", "\\("},
      {"A **bold** move", "**"},
      {"An *odd* move", "*odd*"},
      {"A `code` span", "`"},
      {"See [here](http://a)", "]("},
      {"# Heading", "#"},
      {"kv_cache size", "_"},
      {"A <b>bold</b> move", "<b>"},
      {"A <BR/> b", "<BR/>"},
      {"<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"},
      {"</p>", "</p>"},
      {"<!-- hidden -->", "<!--"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto markup = find_markup(row.text);
    CHECK((markup ? std::string(row.text).substr(markup->begin, markup->end - markup->begin) : "") == row.found);
  }
}

TEST_CASE("active content is HTML and addresses that run code", "[rules]") {
  struct Row {
    const char* text;
    bool found;
  };
  const Row rows[] = {
      {"A GPU with *emphasis* and $x$", false},
      {"Written in JavaScript: fast enough", false},
      {"javascript:alert(1)", true},
      {"see (JavaScript:alert(1))", true},
      {"vbscript:x", true},
      {"notjavascript:x", false},
      {"a <script>alert(1)</script>", true},
      {"a <iframe src=\"x\">", true},
      {"5 < 6 and <EOS>", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(find_active_content(row.text).has_value() == row.found);
  }
}

TEST_CASE("a text of nothing but openings takes no longer than any other", "[rules]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "<a *b $c ";
  CHECK_FALSE(find_markup(text).has_value());
  std::string openings;
  for (int i = 0; i < 200'000; ++i) openings += "<a ";
  CHECK_FALSE(find_active_content(openings).has_value());
}
