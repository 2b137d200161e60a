#include "schema/text_encoding.hpp"

#include <catch2/catch.hpp>

namespace napkin::schema {
namespace {

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  return bytes;
}

std::string utf32(std::string_view ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) bytes += big_endian ? std::string{'\0', '\0', '\0', c} : std::string{c, '\0', '\0', '\0'};
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 text is admitted", "[encoding]") {
  const std::string_view texts[] = {"",
                                    "a",
                                    "key: value\r\n\tx\rz",
                                    "\xEF\xBB\xBFkey: 1",
                                    "é × ≈ 10⁸ 😀 \u0085 \u00A0 \uD7FF \uE000 \U0010FFFF",
                                    "long enough for several blocks of eight bytes, with é in the middle of it"};
  for (const std::string_view text : texts) {
    INFO(text);
    CHECK_FALSE(check_encoding(text));
  }
}

TEST_CASE("other encodings are named", "[encoding]") {
  struct Case {
    std::string bytes;
    std::string_view encoding;
  };
  const std::string text = "id: x\n";
  const Case cases[] = {
      {"\xFF\xFE" + utf16(text, false), "UTF-16 (little-endian)"},
      {"\xFE\xFF" + utf16(text, true), "UTF-16 (big-endian)"},
      {utf16(text, false), "UTF-16 (little-endian)"},
      {utf16(text, true), "UTF-16 (big-endian)"},
      {std::string("\xFF\xFE\0\0", 4) + utf32(text, false), "UTF-32 (little-endian)"},
      {std::string("\0\0\xFE\xFF", 4) + utf32(text, true), "UTF-32 (big-endian)"},
      {utf32(text, false), "UTF-32 (little-endian)"},
      {utf32(text, true), "UTF-32 (big-endian)"},
  };
  for (const Case& c : cases) {
    const auto error = check_encoding(c.bytes);
    REQUIRE(error);
    CHECK(error->kind == YamlError::Kind::encoding);
    CHECK(error->offset == 0);
    CHECK(error->message == "the file is " + std::string(c.encoding) + "; save it as UTF-8");
  }
}

TEST_CASE("the first byte that is no text is pointed at", "[encoding]") {
  struct Case {
    std::string bytes;
    std::string_view what;
  };
  // Each is put after texts of several lengths, so that it falls on every place in a block.
  const Case cases[] = {
      {std::string(1, '\0'), "NUL"},
      {"\x01", "U+0001"},
      {"\x04", "U+0004"},
      {"\x1B", "U+001B"},
      {"\x7F", "U+007F"},
      {"\xC2\x80", "U+0080"},
      {"\xC2\x92", "U+0092"},
      {"\x80", "0x80"},
      {"\xFF", "0xFF"},
      {"\xC0\xAF", "0xC0"},
      {"\xC3", "0xC3"},
      {"\xC3(", "0xC3"},
      {"\xE2\x82", "0xE2"},
      {"\xE0\x80\x80", "0xE0"},
      {"\xED\xA0\x80", "0xED"},
      {"\xF0\x80\x80\x80", "0xF0"},
      {"\xF4\x90\x80\x80", "0xF4"},
      {"\xF5\x80\x80\x80", "0xF5"},
  };
  for (const Case& c : cases) {
    for (std::size_t length = 2; length <= 20; ++length) {
      for (const std::string_view after : {"", "x", " and more than eight bytes"}) {
        const auto error = check_encoding(std::string(length, 'a') + c.bytes + std::string(after));
        INFO(c.what << " after " << length);
        REQUIRE(error);
        CHECK(error->kind == YamlError::Kind::encoding);
        CHECK(error->offset == length);
        CHECK(error->message.find(c.what) != std::string::npos);
      }
    }
  }
}

}  // namespace napkin::schema
