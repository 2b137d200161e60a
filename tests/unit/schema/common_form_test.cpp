// The common form is read twice, here and by yaml-cpp's events: the trees must be the same, byte ranges included.
#include "schema/common_form.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "scalar_checks.hpp"
#include "schema/document_events.hpp"

namespace napkin::schema {
namespace {

// One of many small documents: pieces of YAML in any order. Most are broken, some tens of thousands are not.
std::string random_document(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {"a",
                                                "b c",
                                                "key",
                                                ":",
                                                ": ",
                                                ":\n",
                                                "- ",
                                                "-",
                                                "\n",
                                                "\n  ",
                                                "\n    ",
                                                "\n",
                                                "|",
                                                ">",
                                                "|-",
                                                ">+",
                                                "|2",
                                                "'",
                                                "\"",
                                                "''",
                                                "\\n",
                                                "\\",
                                                " ",
                                                "  ",
                                                "#",
                                                " # c",
                                                "[",
                                                "]",
                                                "{",
                                                "}",
                                                ",",
                                                ", ",
                                                "\t",
                                                "x: y",
                                                "- z",
                                                "\n- ",
                                                "\n  - ",
                                                "a: ",
                                                "b: |\n  t\n  u\n",
                                                "c: >\n  t\n\n  u\n   v\n  w\n\n",
                                                "\"q \\\" r\"",
                                                "'s '' t'",
                                                "---\n",
                                                "...",
                                                "?",
                                                "? ",
                                                "&a ",
                                                "*a",
                                                "!t ",
                                                "null",
                                                "~",
                                                "1",
                                                "é",
                                                "\r\n",
                                                "😀",
                                                "%",
                                                "@",
                                                "http://x",
                                                "\n \n",
                                                "   \n",
                                                "key: value\n",
                                                "k2: [1, 2]\n",
                                                "k3: {a: 1, \"b\":2}\n",
                                                "- - a\n",
                                                "- k: v\n  l: w\n",
                                                "m:\n- 1\n- 2\n",
                                                "m:\n  n: 1\n",
                                                ">\n  a\n  b\n",
                                                "\\\n  ",
                                                "\\x41",
                                                "\\u00e9"};
  std::string text = random() % 2 == 0 ? "k:" : "";
  for (std::size_t count = 1 + random() % 12; count > 0; --count) text += pieces[random() % std::size(pieces)];
  return text;
}

}  // namespace

TEST_CASE("what is taken for common form reads as yaml-cpp reads it", "[yaml]") {
  std::mt19937 random(7);
  int taken = 0;
  for (int round = 0; round < 40'000; ++round) {
    const SourceText source("test.yaml", random_document(random));
    const auto common = parse_common_form(source);
    if (!std::holds_alternative<YamlNode>(common)) continue;
    ++taken;
    const YamlResult events = parse_events(source);
    INFO(source.bytes());
    REQUIRE(describe(YamlResult(std::get<YamlNode>(common))) == describe(events));
    for_each_scalar(std::get<YamlNode>(common), [&](const YamlNode& node) {
      check_mapping(source, node);
      REQUIRE(is_mapped_in_detail(source, node));
    });
  }
  CHECK(taken > 3'000);
}

TEST_CASE("questions as they are written are common form", "[yaml]") {
  const std::string_view documents[] = {
      "a: 1\n",
      "\xEF\xBB\xBF# comment\n---\na: 1\n",
      "a: 1\r\nb:\r\n  - 2\r\n",
      "a:\n- 1\n- 2\nb: 3\n",
      "a:\n  - b: 1\n    c: |\n      text\n  - b: 2\n",
      "- a\n-\n  - b\n- - c\n  - d\n",
      "{\"a\": [1, -2.5e3, true, null, \"x\\n\"], \"b\": {}}\n",
      "[\n  {\"a\": 1},\n  {\"a\": 2}\n]\n",
      "a: {b: 1, 'c d': [x, y,]}  # comment\n",
      "\"quoted key\" : 'v'\n",
      "a:\n\n  # comment\n\n  b: 1\n# comment\nc:\n",
  };
  for (const std::string_view document : documents) {
    INFO(document);
    CHECK(std::holds_alternative<YamlNode>(parse_common_form(SourceText("x", std::string(document)))));
  }
}

TEST_CASE("what is not common form is declined where it stands", "[yaml]") {
  struct Case {
    std::string_view document;
    std::size_t offset;
    Suspicion suspicion = Suspicion::none;
  };
  const Case cases[] = {
      {"a: &x 1\n", 3},
      {"a: *x\n", 3},
      {"a: !!str 1\n", 3},
      {"? a\n: 1\n", 0},
      {"%YAML 1.2\n---\na: 1\n", 0},
      {"a: 1\n---\nb: 1\n", 5},
      {"a: 1\n...\n", 5},
      {"a: 1\n\tb: 1\n", 5},
      {"a: [b: 1]\n", 5},
      {"a: [b, # comment\n c]\n", 7},
      {"a: {b}\n", 5},
      {"plain text\n", 0, Suspicion::missing_colon},
      {"'quoted text'\n", 0},
      {"a: 1\nb\nc: 1\n", 5, Suspicion::missing_colon},
      {"a: 1\n  b: 2\n", 8},
      {"a: 'x'\n  b: 2\n", 9, Suspicion::indentation},
      {"a: 'x\n", 3, Suspicion::open_quote},
      {"a: 'it's'\n", 7, Suspicion::text_after_quote},
      {"", 0},
  };
  for (const Case& c : cases) {
    INFO(c.document);
    const auto result = parse_common_form(SourceText("x", std::string(c.document)));
    REQUIRE(std::holds_alternative<Declined>(result));
    CHECK(std::get<Declined>(result).offset == c.offset);
    CHECK(std::get<Declined>(result).suspicion == c.suspicion);
  }
}

}  // namespace napkin::schema
