// Every style of scalar, in every place it can stand in, with every line break: the text, and where it came
// from.
#include <catch2/catch.hpp>

#include "scalar_checks.hpp"
#include "schema/document_events.hpp"

namespace napkin::schema {
namespace {

struct ScalarCase {
  std::string_view written;  // as after "key: " at the left margin, lines after the first indented by two
  std::string_view decoded;
};

const ScalarCase cases[] = {
    // plain
    {"text", "text"},
    {"two words", "two words"},
    {"it's \"quoted\" inside", "it's \"quoted\" inside"},
    {"a:b#c", "a:b#c"},
    {"-1", "-1"},
    {"?x", "?x"},
    {":x", ":x"},
    {"text # a comment", "text"},
    {"text   ", "text"},
    {"µs ≈ 3 × 10⁸ 😀", "µs ≈ 3 × 10⁸ 😀"},
    {"one\n  two", "one two"},
    {"one  \n    two", "one two"},
    {"one\n\n  two", "one\ntwo"},
    {"one\n\n\n  two\n  three", "one\n\ntwo three"},
    {"one\n  'two' & \"three\" [x]", "one 'two' & \"three\" [x]"},
    {"\n  on the next line", "on the next line"},
    {"\n  on the next line\n  and one more", "on the next line and one more"},
    {"é\n  ü", "é ü"},
    // single-quoted
    {"''", ""},
    {"'text'", "text"},
    {"'it''s'", "it's"},
    {"''''", "'"},
    {"''' '''", "' '"},
    {"'a # b: c'", "a # b: c"},
    {"'back\\slash \\n'", "back\\slash \\n"},
    {"'one\n  two'", "one two"},
    {"'one  \n    two'", "one two"},
    {"'one\n\n  two'", "one\ntwo"},
    {"' one\n\n\n  two '", " one\n\ntwo "},
    {"'one\n  '", "one "},
    {"'\n  one'", " one"},
    {"'é ''µ''\n  😀'", "é 'µ' 😀"},
    {"'tab\there'", "tab\there"},
    {"'text' # a comment", "text"},
    {"\n  'on the next line'", "on the next line"},
    // double-quoted
    {"\"\"", ""},
    {"\"text\"", "text"},
    {R"("\0\a\b\t\n\v\f\r\e")", std::string_view("\0\a\b\t\n\v\f\r\x1B", 9)},
    {R"("\"\\\/\ ")", "\"\\/ "},
    {R"("\N\_\L\P")", "\u0085\u00A0\u2028\u2029"},
    {R"("\x41\xe9\u00e9\u2248\U0001F600")", "Aéé≈😀"},
    {R"("a\tb")", "a\tb"},
    {"\"a\\\tb\"", "a\tb"},
    {"\"one\n  two\"", "one two"},
    {"\"one \t \n  two\"", "one two"},
    {"\"one\n\n\n  two\"", "one\n\ntwo"},
    {"\"one\\\n  two\"", "onetwo"},
    {"\"one \\\n  two\"", "one two"},
    {"\"one\\\n  \\ two\"", "one two"},
    {"\"one\\\n\n  two\"", "one\ntwo"},
    {"\"one\\n\n  two\"", "one\n two"},
    {"\"one\\t  \n  two\"", "one\t two"},
    {"\"\n  one\n  \"", " one "},
    {"\"é \\\"µ\\\"\n  😀\"", "é \"µ\" 😀"},
    {"\"a # b: c\" # a comment", "a # b: c"},
    // literal
    {"|\n  text", "text\n"},
    {"|-\n  text", "text"},
    {"|+\n  text", "text\n"},
    {"|\n  text\n\n", "text\n"},
    {"|-\n  text\n\n", "text"},
    {"|+\n  text\n\n", "text\n\n\n"},
    {"|+\n  text\n   \n", "text\n \n\n"},
    {"| # a comment\n  text", "text\n"},
    {"|-\t# a comment\n  text", "text"},
    {"|\n  one\n  two", "one\ntwo\n"},
    {"|\n  one\n\n  two", "one\n\ntwo\n"},
    {"|\n  one\n   more\n  two", "one\n more\ntwo\n"},
    {"|\n\n  one", "\none\n"},
    {"|\n \n  one", "\none\n"},
    {"|\n      deep\n      er", "deep\ner\n"},
    {"|2\n    one\n  two", "  one\ntwo\n"},
    {"|2-\n    one\n  two", "  one\ntwo"},
    {"|-2\n    one\n  two", "  one\ntwo"},
    {"|1\n  one", " one\n"},
    {"|+2\n    one\n\n", "  one\n\n\n"},
    {"|\n  # no comment\n  key: no key\n  - no item", "# no comment\nkey: no key\n- no item\n"},
    {"|\n  tab\there\n  \tand there", "tab\there\n\tand there\n"},
    {"|\n  trailing  \n  é µs 😀", "trailing  \né µs 😀\n"},
    {"|\n  it''s \\n \"x\"", "it''s \\n \"x\"\n"},
    {"|", ""},
    {"|+\n\n", "\n\n"},
    {"|-\n\n", ""},
    // folded
    {">\n  text", "text\n"},
    {">-\n  text", "text"},
    {">+\n  text\n\n", "text\n\n\n"},
    {">\n  one\n  two", "one two\n"},
    {">\n  one\n\n  two", "one\ntwo\n"},
    {">\n  one\n\n\n  two", "one\n\ntwo\n"},
    {">\n  one\n   more\n  two", "one\n more\ntwo\n"},
    {">\n  one\n\n   more\n\n  two", "one\n\n more\n\ntwo\n"},
    {">\n   one\n   two\n\n   three", "one two\nthree\n"},
    {">\n\n  one\n  two", "\none two\n"},
    {">2\n    one\n  two\n  three", "  one\ntwo three\n"},
    {">-\n  é\n  µs\n  😀", "é µs 😀"},
    {">\n  one \n  two", "one  two\n"},
    {"> # a comment\n  one\n  two", "one two\n"},
};

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

struct Place {
  std::string_view before;
  std::string_view indentation;  // on top of the left margin's
  std::string_view after;
  YamlNode& (*find)(YamlNode& root);
};

const Place places[] = {
    {"key: ", "", "\n", [](YamlNode& root) -> YamlNode& { return root.members.at(0).value; }},
    {"a: 1\nkey: ", "", "\nb: 2\n", [](YamlNode& root) -> YamlNode& { return root.members.at(1).value; }},
    {"# note\n\nkey:   ", "", "\n# note\nb: 2\n", [](YamlNode& root) -> YamlNode& { return root.members.at(0).value; }},
    {"- ", "", "\n- b\n", [](YamlNode& root) -> YamlNode& { return root.items.at(0); }},
    {"a:\n- ", "", "\nb: 1\n", [](YamlNode& root) -> YamlNode& { return root.members.at(0).value.items.at(0); }},
    {"a:\n  - ", "  ", "\n  - b\n", [](YamlNode& root) -> YamlNode& { return root.members.at(0).value.items.at(0); }},
    {"a:\n  b:\n    c: ", "    ", "\n    d: 1\n",
     [](YamlNode& root) -> YamlNode& { return root.members.at(0).value.members.at(0).value.members.at(0).value; }},
    {"- x: 1\n  key: ", "  ", "\n  y: 2\n- z\n",
     [](YamlNode& root) -> YamlNode& { return root.items.at(0).members.at(1).value; }},
    {"- - ", "  ", "\n  - b\n- c\n", [](YamlNode& root) -> YamlNode& { return root.items.at(0).items.at(0); }},
    {"---\nkey: ", "", "\n", [](YamlNode& root) -> YamlNode& { return root.members.at(0).value; }},
    // only yaml-cpp reads these
    {"key: &anchor ", "", "\n", [](YamlNode& root) -> YamlNode& { return root.members.at(0).value; }},
    {"key: !!str &anchor   ", "", "\nb: *anchor\n",
     [](YamlNode& root) -> YamlNode& { return root.members.at(0).value; }},
    {"? x\n: ", "", "\n", [](YamlNode& root) -> YamlNode& { return root.members.at(0).value; }},
};

std::string indent_lines(std::string_view written, std::string_view indentation) {
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i) {
    text += written[i];
    if (written[i] == '\n' && i + 1 < written.size() && written[i + 1] != '\n') text += indentation;
  }
  return text;
}

void check_scalar(const std::string& document, const Place& place, std::string_view decoded, const YamlResult& result) {
  INFO(document);
  INFO(describe(result));
  REQUIRE(std::holds_alternative<YamlNode>(result));
  YamlNode root = std::get<YamlNode>(result);
  const YamlNode& node = place.find(root);
  CHECK(node.value == decoded);
  const SourceText source("test.yaml", document);
  check_mapping(source, node);
  CHECK(is_mapped_in_detail(source, node));
}

}  // namespace

TEST_CASE("every scalar decodes, in every place and with every line break, to text that knows its place", "[yaml]") {
  for (const ScalarCase& scalar : cases) {
    for (const Place& place : places) {
      const std::string unix_lines =
          std::string(place.before) + indent_lines(scalar.written, place.indentation) + std::string(place.after);
      for (const std::string_view line_break : {"\n", "\r\n", "\r"}) {
        const std::string document = replace_all(unix_lines, "\n", line_break);
        check_scalar(document, place, scalar.decoded, parse_yaml(SourceText("test.yaml", document)));
        check_scalar(document, place, scalar.decoded, parse_events(SourceText("test.yaml", document)));
        const std::string marked = "\xEF\xBB\xBF" + document;
        check_scalar(marked, place, scalar.decoded, parse_yaml(SourceText("test.yaml", marked)));
      }
    }
  }
}

TEST_CASE("a scalar may end with the file", "[yaml]") {
  const ScalarCase endings[] = {
      {"text", "text"},
      {"'text'", "text"},
      {"\"text\"", "text"},
      {"|\n  text", "text"},
      {"|+\n  text", "text"},
      {">\n  a\n  b", "a b"},
      {"|\n  text\n", "text\n"},
      {"|\n  text\n  ", "text\n"},
      {"|+\n  text\n  ", "text\n"},
      {">\n  text\n  ", "text\n"},
  };
  for (const ScalarCase& ending : endings) {
    const std::string document = "key: " + std::string(ending.written);
    check_scalar(document, places[0], ending.decoded, parse_yaml(SourceText("test.yaml", document)));
    check_scalar("%YAML 1.2\n---\n" + document, places[0], ending.decoded,
                 parse_yaml(SourceText("test.yaml", "%YAML 1.2\n---\n" + document)));
  }
}

TEST_CASE("keys are scalars too", "[yaml]") {
  const ScalarCase keys[] = {
      {"key", "key"}, {"two words", "two words"}, {"'it''s'", "it's"}, {"\"a\\tb\"", "a\tb"}, {"é", "é"},
      {"a:b", "a:b"}, {"key  ", "key"},           {"\"\"", ""}};
  for (const ScalarCase& key : keys) {
    const std::string document = std::string(key.written) + ": 1\n";
    const SourceText source("test.yaml", document);
    const YamlResult result = parse_yaml(source);
    INFO(document);
    REQUIRE(std::holds_alternative<YamlNode>(result));
    const YamlNode& node = std::get<YamlNode>(result).members.at(0).key;
    CHECK(node.value == key.decoded);
    CHECK(node.source.begin == 0);
    check_mapping(source, node);
  }
}

}  // namespace napkin::schema
