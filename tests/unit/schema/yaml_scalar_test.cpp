#include "schema/yaml_scalar.hpp"

#include <catch2/catch.hpp>

#include "schema/calendar.hpp"
#include "schema/text_pattern.hpp"
#include "schema/uri.hpp"

namespace {

using namespace napkin::schema;

struct Case {
  std::string text;
  std::string reading;
  bool version_dependent = false;
};

TEST_CASE("plain scalars are read as PyYAML reads them") {
  const Case test = GENERATE(values<Case>({
      {"", "nothing (null)"},
      {"~", "nothing (null)"},
      {"null", "nothing (null)"},
      {"nULL", "text"},
      {"true", "the boolean true"},
      {"no", "the boolean false", true},
      {"Off", "the boolean false", true},
      {"y", "text"},
      {"nO", "text"},
      {"0", "the integer 0"},
      {"-12", "the integer -12"},
      {"+12", "the integer 12"},
      {"1_000", "the integer 1000", true},
      {"010", "the integer 8", true},
      {"08", "text", true},
      {"0o17", "text", true},
      {"0x1F", "the integer 31"},
      {"-0x1F", "the integer -31", true},
      {"0b101", "the integer 5", true},
      {"1:30", "the integer 90", true},
      {"1:60", "text"},
      {"1:30:05", "the integer 5405", true},
      {"-1:30", "the integer -90", true},
      {"1:30.5", "the number 90.5", true},
      {"1.0", "the number 1"},
      {"1.", "the number 1"},
      {".5", "the number 0.5"},
      {"-.5", "text", true},
      {"1.5e+3", "the number 1500"},
      {"1.5e3", "text", true},
      {"1e3", "text", true},
      {".inf", "the number inf"},
      {"-.INF", "the number -inf"},
      {".nan", "the number nan"},
      {"2026-04-01", "a date", true},
      {"2026-4-1", "text"},
      {"2026-02-30", "a date that does not exist", true},
      {"2026-04-01T12:00:00Z", "a date and time", true},
      {"2026-4-1 9:00:00.5 +2", "a date and time", true},
      {"2026-04-01 25:00:00", "a time that does not exist", true},
      {"1.2.3", "text"},
      {"12 GB", "text"},
      {"-", "text"},
      {"<<", "a value of a type that is not read"},
      {"=", "a value of a type that is not read"},
  }));
  CAPTURE(test.text);
  const ScalarReading reading = read_plain_scalar(test.text);
  CHECK(describe(reading) == test.reading);
  CHECK(reading.version_dependent == test.version_dependent);
}

TEST_CASE("quotes and tags decide before the text does") {
  YamlNode scalar;
  scalar.value = "3";
  CHECK(read_scalar(scalar).kind == ScalarKind::integer);
  scalar.style = ScalarStyle::single_quoted;
  CHECK(read_scalar(scalar).kind == ScalarKind::text);
  scalar.tag = "!!int";
  CHECK(read_scalar(scalar).kind == ScalarKind::integer);
  scalar.tag = "tag:yaml.org,2002:float";
  CHECK(read_scalar(scalar).kind == ScalarKind::number);
  scalar.tag = "!";
  CHECK(read_scalar(scalar).kind == ScalarKind::text);
  scalar.tag = "!!bool";
  CHECK(read_scalar(scalar).impossible);
  scalar.tag = "!thing";
  CHECK(read_scalar(scalar).kind == ScalarKind::unsupported);
}

TEST_CASE("dates and times of RFC 3339") {
  CHECK(is_full_date("2024-02-29"));
  for (const char* text : {"2026-02-29", "2026-13-01", "0000-01-01", "2026-4-1", "26-04-01", "2026-04-01 ", ""})
    CHECK_FALSE(is_full_date(text));
  for (const char* text : {"2026-04-01T12:00:00Z", "2026-04-01t12:00:00.123z", "2026-04-01T12:00:00-05:30"})
    CHECK(is_date_time(text));
  for (const char* text : {"2026-04-01", "2026-04-01T12:00:00", "2026-04-01 12:00:00Z", "2026-04-01T24:00:00Z",
                           "2026-04-01T12:00Z", "2026-04-01T12:00:00.Z", "2026-04-01T12:00:00+24:00"})
    CHECK_FALSE(is_date_time(text));
  CHECK(is_full_time("12:00:00Z"));
  CHECK_FALSE(is_full_time("12:00:00"));
}

TEST_CASE("addresses of RFC 3986") {
  for (const char* text : {"https://example.org", "https://a.b:8080/c/d?e=f#g", "mailto:a@b", "urn:x:y",
                           "http://[::1]/", "https://u:p@h/%20", "file:///a", "a:"})
    CHECK(is_uri(text));
  for (const char* text : {"", "example.org", "https://a b", "https://a/%2", "1a:b", "https://ä.de", "https://a:b/",
                           "http://[::1", "https://a/#b#c", "https://a/<b>"})
    CHECK_FALSE(is_uri(text));
}

TEST_CASE("a pattern that admits any characters, so many of them, is a length") {
  const auto compiled = TextPattern::compile(R"(^[\s\S]{2,3}$)");
  const TextPattern pattern = std::get<TextPattern>(compiled);
  REQUIRE(pattern.length());
  CHECK_FALSE(pattern.matches("ä"));
  CHECK(pattern.matches("äö"));
  CHECK(pattern.matches("a\nb"));
  CHECK_FALSE(pattern.matches("abcd"));
  CHECK_FALSE(std::get<TextPattern>(TextPattern::compile("^a{2}$")).length());
  CHECK(std::get<TextPattern>(TextPattern::compile("b")).matches("abc"));
  CHECK(std::holds_alternative<std::string>(TextPattern::compile("(")));
}

}  // namespace
