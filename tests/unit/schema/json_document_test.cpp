#include "schema/json_document.hpp"

#include <catch2/catch.hpp>

using namespace napkin::schema;

namespace {

YamlNode parsed(const char* text) {
  const YamlResult result = parse_json(SourceText("a.json", text));
  if (const auto* error = std::get_if<YamlError>(&result)) FAIL(error->message);
  return std::get<YamlNode>(result);
}

}  // namespace

TEST_CASE("JSON becomes the tree that YAML gives, with positions", "[json]") {
  const std::string text = "{ \"id\": \"a\\u00d7\\ud83d\\ude80\\n\",\n  \"n\": [1, -2.5e3, null, true] }";
  const YamlNode root = parsed(text.c_str());
  const auto source_of = [&](const YamlNode& node) {
    return text.substr(node.source.begin, node.source.end - node.source.begin);
  };
  REQUIRE(root.kind == NodeKind::mapping);
  CHECK(source_of(root) == text);
  const YamlMember* id = root.find("id");
  REQUIRE(id != nullptr);
  CHECK(id->key.source.begin == 2);
  CHECK(source_of(id->key) == "\"id\"");
  CHECK(source_of(id->value) == "\"a\\u00d7\\ud83d\\ude80\\n\"");
  CHECK(id->value.value == "a×🚀\n");
  const YamlNode& list = root.find("n")->value;
  REQUIRE(list.kind == NodeKind::sequence);
  CHECK(source_of(list) == "[1, -2.5e3, null, true]");
  REQUIRE(list.items.size() == 4);
  CHECK(list.items[1].value == "-2.5e3");
  CHECK(list.items[2].is_plain_null());
  CHECK(source_of(list.items[3]) == "true");
}

TEST_CASE("empty collections, a byte-order mark and repeated keys are read", "[json]") {
  CHECK(parsed("\xEF\xBB\xBF[]").items.empty());
  CHECK(parsed(" {} ").members.empty());
  CHECK(parsed("{\"a\":1,\"a\":2}").members.size() == 2);
  CHECK(parsed("\"null\"").is_plain_null() == false);
}

TEST_CASE("what is no JSON is refused where it goes wrong", "[json]") {
  struct Row {
    const char* text;
    std::size_t offset;
    const char* message;
  };
  const Row rows[] = {
      {"", 0, "the file is empty; expected JSON"},
      {"[1, 2", 5, "the file ends where ',' or ']' is expected"},
      {"[1, }", 4, "found '}' where a value is expected"},
      {"{a: 1}", 1, "found 'a' where a quoted key is expected"},
      {"{\"a\" 1}", 5, "found '1' where ':' is expected"},
      {"[1] 2", 4, "more text behind the end of the JSON value"},
      {"[\"a\nb\"]", 3, "found the byte 0x0a where '\"' before the end of the line is expected"},
      {"[\"\\x\"]", 3, "found 'x' where an escape such as \\n or \\u00d7 is expected"},
      {"[nul]", 1, "found 'n' where a value is expected"},
      {"['a']", 1, "found ''' where a value is expected"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const YamlResult result = parse_json(SourceText("a.json", row.text));
    REQUIRE(std::holds_alternative<YamlError>(result));
    CHECK(std::get<YamlError>(result).offset == row.offset);
    CHECK(std::get<YamlError>(result).message == row.message);
  }
}

TEST_CASE("JSON that nests without end is refused, not followed", "[json]") {
  const YamlResult result = parse_json(SourceText("a.json", std::string(1'000'000, '[')));
  REQUIRE(std::holds_alternative<YamlError>(result));
  CHECK(std::get<YamlError>(result).kind == YamlError::Kind::too_deep);
}
