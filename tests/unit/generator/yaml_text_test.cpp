// What is written is read back as it was.
#include "generator/yaml_text.hpp"

#include <catch2/catch.hpp>

#include "generator/random_stream.hpp"
#include "schema/document.hpp"

using namespace napkin;
using generator::YamlText;

namespace {

std::string read_back(const std::string& yaml) {
  const schema::SourceText source("x.yaml", yaml);
  const schema::YamlResult parsed = schema::parse_yaml(source);
  if (const auto* error = std::get_if<schema::YamlError>(&parsed)) return "not read: " + error->message + "\n" + yaml;
  const schema::YamlMember* member = std::get<schema::YamlNode>(parsed).find("key");
  return member == nullptr ? "no key in\n" + yaml : member->value.value;
}

std::string scalar(const std::string& text) {
  YamlText yaml;
  yaml.scalar("key", text);
  return read_back(yaml.text());
}

std::string drawn_text(std::uint64_t seed) {
  constexpr std::string_view pieces[] = {"a",  "Words", " ", ": ", "#", " #",  "- ",  "'", "\"", "\\",   "{", "}",
                                         "[",  "]",     "%", "@",  "&", "*",   "!",   "|", ">",  "12",   "é", "×",
                                         "no", "null",  "~", ",",  "?", "1.5", "0x1", "=", "`",  "10 GB"};
  std::string text;
  generator::RandomStream stream(seed, "text");
  for (std::size_t length = 1 + stream.below(12); length > 0; --length) text += pieces[stream.below(std::size(pieces))];
  return text;
}

}  // namespace

TEST_CASE("a scalar that YAML would take for something else is quoted", "[yaml_text]") {
  const std::string text = GENERATE("no", "null", "12", "1.5", "2026-11-21", "a: b", "a #b", "- a", "'a'", "\"a\"",
                                    " a", "a ", "", "@a", "`a`", "%a", "{a}", "80 GB", "yes", "0x10", "~", "? a", "a:");
  CHECK(scalar(text) == text);
}

TEST_CASE("any text on one line is read back", "[yaml_text]") {
  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    const std::string text = drawn_text(seed);
    CAPTURE(text);
    REQUIRE(scalar(text) == text);
  }
}

TEST_CASE("long and many-lined texts are read back", "[yaml_text]") {
  YamlText folded;
  std::string words = "one";
  for (int i = 0; i < 80; ++i) words += " word" + std::to_string(i);
  folded.folded("key", words);
  CHECK(read_back(folded.text()) == words);
  YamlText literal;
  literal.literal("key", "**Head:**\n- a: 1\n\n- b # 2\n");
  CHECK(read_back(literal.text()) == "**Head:**\n- a: 1\n\n- b # 2\n");
}
