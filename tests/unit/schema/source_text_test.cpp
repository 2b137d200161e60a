#include "schema/source_text.hpp"

#include <catch2/catch.hpp>

namespace napkin::schema {
namespace {

// A second opinion, byte by byte.
Position slow_position(std::string_view bytes, std::size_t byte) {
  Position position;
  for (std::size_t i = 0; i < byte; ++i) {
    const bool breaks = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'));
    if (breaks)
      position = {position.line + 1, 1};
    else if ((bytes[i] & 0xC0) != 0x80)
      ++position.column;
  }
  return position;
}

}  // namespace

TEST_CASE("positions count lines and code points from 1", "[source]") {
  struct Case {
    std::string_view bytes;
    std::size_t byte;
    Position expected;
  };
  const Case cases[] = {
      {"", 0, {1, 1}},
      {"abc", 0, {1, 1}},
      {"abc", 2, {1, 3}},
      {"abc", 3, {1, 4}},
      {"abc", 99, {1, 4}},
      {"a\nb", 1, {1, 2}},
      {"a\nb", 2, {2, 1}},
      {"a\n", 2, {2, 1}},
      {"a\r\nb", 3, {2, 1}},
      {"a\rb", 2, {2, 1}},
      {"a\r\rb", 3, {3, 1}},
      {"é×😀x", 2, {1, 2}},
      {"é×😀x", 4, {1, 3}},
      {"é×😀x", 8, {1, 4}},
      {"\xEF\xBB\xBF"
       "ab",
       3,
       {1, 1}},
      {"\xEF\xBB\xBF"
       "ab",
       4,
       {1, 2}},
      {"\xEF\xBB\xBF"
       "a\nb",
       5,
       {2, 1}},
      {"\xEF\xBB\xBF"
       "ab",
       1,
       {1, 1}},
      {"a\xFF"
       "b",
       2,
       {1, 3}},
  };
  for (const Case& c : cases) {
    INFO(c.bytes << " at " << c.byte);
    CHECK(SourceText("x", std::string(c.bytes)).position(c.byte) == c.expected);
  }
}

TEST_CASE("positions in long lines agree with counting from the start", "[source]") {
  std::string bytes = "first\n";
  for (int i = 0; i < 20'000; ++i) bytes += i % 7 == 0 ? "é" : i % 11 == 0 ? "😀" : "x";
  bytes += "\nlast × line\n";
  const SourceText source("x", bytes);
  for (std::size_t byte = 0; byte < bytes.size(); byte += 257) {
    INFO(byte);
    CHECK(source.position(byte) == slow_position(bytes, byte));
  }
  CHECK(source.position(bytes.size()) == slow_position(bytes, bytes.size()));
}

TEST_CASE("lines come without their breaks", "[source]") {
  const SourceText source("x", "one\r\ntwo\rthree\n\nfive");
  CHECK(source.line_count() == 5);
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "two");
  CHECK(source.line(3) == "three");
  CHECK(source.line(4).empty());
  CHECK(source.line(5) == "five");
  CHECK(source.line(0).empty());
  CHECK(source.line(6).empty());
  CHECK(source.line_start(3) == 9);
  CHECK(source.line_start(6) == source.bytes().size());
}

}  // namespace napkin::schema
