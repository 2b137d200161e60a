// The tree of a document: structure, properties and where everything stands.
#include "schema/document.hpp"

#include <catch2/catch.hpp>

#include "scalar_checks.hpp"

namespace napkin::schema {
namespace {

YamlNode parse(std::string_view text) {
  const YamlResult result = parse_yaml(SourceText("test.yaml", std::string(text)));
  INFO(text);
  INFO(describe(result));
  REQUIRE(std::holds_alternative<YamlNode>(result));
  return std::get<YamlNode>(result);
}

std::string_view text_of(std::string_view document, const YamlNode& node) {
  return document.substr(node.source.begin, node.source.end - node.source.begin);
}

}  // namespace

TEST_CASE("nodes know the bytes they were written with", "[yaml]") {
  const std::string_view document =
      "# note\n"
      "id: cloud-1\n"
      "details:\n"
      "  math: |\n"
      "    one\n"
      "    two\n"
      "\n"
      "  options:\n"
      "  - first\n"
      "  - 'second'\n"
      "tags: [a, {b: c}]\n"
      "last:\n";
  const YamlNode root = parse(document);
  REQUIRE(root.kind == NodeKind::mapping);
  REQUIRE(root.members.size() == 4);
  CHECK(root.source == ByteRange{7, document.size() - 1});
  CHECK(text_of(document, root.members[0].key) == "id");
  CHECK(text_of(document, root.members[0].value) == "cloud-1");
  const YamlNode& details = root.find("details")->value;
  CHECK(text_of(document, details.find("math")->value) == "|\n    one\n    two\n");
  CHECK(text_of(document, details.find("options")->value) == "- first\n  - 'second'");
  CHECK(text_of(document, details.find("options")->value.items.at(1)) == "'second'");
  CHECK(text_of(document, root.find("tags")->value) == "[a, {b: c}]");
  CHECK(text_of(document, root.find("tags")->value.items.at(1)) == "{b: c}");
  CHECK(root.find("tags")->value.is_flow);
  CHECK_FALSE(details.is_flow);
  CHECK(root.find("last")->value.source == ByteRange{document.size() - 1, document.size() - 1});
  CHECK(root.find("nothing") == nullptr);
  CHECK(details.find("options")->value.find("x") == nullptr);
}

TEST_CASE("an empty value stands after its colon or dash", "[yaml]") {
  struct Case {
    std::string_view document;
    std::size_t offset;
  };
  const Case mappings[] = {
      {"a:\nb: 1\n", 2},       {"a:   # none\nb: 1\n", 2},  {"a:\n\n\nnull: 1\n", 2},
      {"a:\n~: 1\n", 2},       {"a :\nb: 1\n", 3},          {"a:", 2},
      {"a: &x\nb: 1\n", 5},    {"a:\n&x b: 1\n", 2},        {"? a\n:\nb: 1\n", 5},
      {"a: !!str\nb: 1\n", 8}, {"a: !!str\n\"b\": 1\n", 8},
  };
  for (const Case& c : mappings) {
    INFO(c.document);
    const YamlNode root = parse(c.document);
    const YamlNode& value = root.members.at(0).value;
    CHECK(value.value.empty());
    CHECK(value.is_plain_null());
    CHECK(value.source == ByteRange{c.offset, c.offset});
  }
  const Case sequences[] = {{"-\n- a\n", 1}, {"- \n- a\n", 1}, {"- # none\n- a\n", 1}, {"- &x\n- a\n", 4}};
  for (const Case& c : sequences) {
    INFO(c.document);
    const YamlNode root = parse(c.document);
    CHECK(root.items.at(0).source == ByteRange{c.offset, c.offset});
  }
}

TEST_CASE("null is null as a plain word only", "[yaml]") {
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    for (const std::string_view properties : {"", "&x "}) {
      const std::string document = "a: " + std::string(properties) + std::string(word) + "  # note\nb: 1\n";
      const YamlNode root = parse(document);
      CHECK(root.members.at(0).value.value == word);
      CHECK(root.members.at(0).value.is_plain_null());
      CHECK(text_of(document, root.members.at(0).value) == word);
    }
  }
  CHECK_FALSE(parse("a: 'null'\n").members.at(0).value.is_plain_null());
  CHECK_FALSE(parse("a: ''\n").members.at(0).value.is_plain_null());
  CHECK_FALSE(parse("a: nulls\n").members.at(0).value.is_plain_null());
  CHECK_FALSE(parse("a: []\n").members.at(0).value.is_plain_null());
}

TEST_CASE("duplicate keys are kept in order, and the first is found", "[yaml]") {
  const YamlNode root = parse("a: 1\nb: 2\na: 3\n");
  REQUIRE(root.members.size() == 3);
  CHECK(root.members[2].value.value == "3");
  CHECK(root.find("a")->value.value == "1");
}

TEST_CASE("anchors, tags and aliases are recorded and not expanded", "[yaml]") {
  const std::string_view document =
      "a: &one !!str text\n"
      "b: *one\n"
      "c: !<tag:x> &two [*one, 1]\n"
      "d: &three\n"
      "  &four e: !local\n"
      "    f: 1\n"
      "g: !!str &five 'quoted'\n";
  const YamlNode root = parse(document);
  const YamlNode& a = root.find("a")->value;
  CHECK(a.anchor == "one");
  CHECK(a.tag == "!!str");
  CHECK(text_of(document, a) == "text");
  const YamlNode& b = root.find("b")->value;
  CHECK(b.kind == NodeKind::alias);
  CHECK(b.value == "one");
  CHECK(text_of(document, b) == "*one");
  const YamlNode& c = root.find("c")->value;
  CHECK(c.tag == "!<tag:x>");
  CHECK(c.anchor == "two");
  CHECK(text_of(document, c) == "[*one, 1]");
  const YamlNode& d = root.find("d")->value;
  CHECK(d.anchor == "three");
  CHECK(text_of(document, d.members.at(0).key) == "e");
  CHECK(d.members.at(0).key.anchor == "four");
  CHECK(d.members.at(0).value.tag == "!local");
  CHECK(text_of(document, d.members.at(0).value) == "f: 1");
  const YamlNode& g = root.find("g")->value;
  CHECK(g.style == ScalarStyle::single_quoted);
  CHECK(g.tag == "!!str");
  CHECK(g.anchor == "five");
}

TEST_CASE("a scalar or a sequence may be the root", "[yaml]") {
  CHECK(parse("just text\n").value == "just text");
  CHECK(parse("'quoted'\n").style == ScalarStyle::single_quoted);
  CHECK(parse("--- |\n  text\n").value == "text\n");
  CHECK(parse("null\n").is_plain_null());
  CHECK(parse("- 1\n- 2\n").items.size() == 2);
  CHECK(parse("[1, 2]\n").items.size() == 2);
}

TEST_CASE("keys may be collections", "[yaml]") {
  const YamlNode root = parse("? [a, b]\n: 1\n? {c: d}\n: 2\n");
  REQUIRE(root.members.size() == 2);
  CHECK(root.members[0].key.items.size() == 2);
  CHECK(root.members[1].key.find("c")->value.value == "d");
  CHECK(root.find("a") == nullptr);
}

TEST_CASE("a scalar that is not of this file is mapped to one place", "[yaml]") {
  const SourceText source("x", "key: value\n");
  YamlNode node = parse("key: value\n").members.at(0).value;
  node.value = "something else";
  const MappedText mapped = map_scalar(source, node);
  CHECK(mapped.text == "something else");
  CHECK(mapped.source_offset(0) == 5);
  CHECK(mapped.source_offset(9) == 5);
  node.source = {500, 600};
  CHECK(map_scalar(source, node).text == "something else");
}

}  // namespace napkin::schema
