// 'single' and "double" quoted scalars: YAML 1.2.2, sections 7.3.1 and 7.3.2.
#include <array>
#include <cstdint>

#include "engine/text/ascii.hpp"
#include "schema/scalar_scan.hpp"
#include "schema/yaml_characters.hpp"

namespace napkin::schema {
namespace {

// A fold starts with the blanks before a line break: one break is a space, n breaks are n - 1 line feeds, and
// the indentation of the line after them is not text. `silent` is an escaped break: of itself it stands for
// nothing.
std::size_t fold(std::string_view bytes, std::size_t begin, bool silent, ScalarSink& sink) {
  std::size_t at = skip_blanks(bytes, begin);
  std::size_t breaks = 0;
  while (const std::size_t length = line_break_length(bytes, at)) {
    ++breaks;
    at = skip_blanks(bytes, at + length);
  }
  if (breaks == 1 && !silent) sink.insert(" ", {begin, at});
  if (breaks > 1) sink.insert(std::string(breaks - 1, '\n'), {begin, at});
  return at;
}

// Copies what is left of a line, without the blanks before its break, and folds the break.
std::size_t end_line(std::string_view bytes, std::size_t segment, std::size_t line_end, ScalarSink& sink) {
  std::size_t text_end = line_end;
  while (text_end > segment && is_blank(bytes[text_end - 1])) --text_end;
  sink.copy(bytes, {segment, text_end});
  return fold(bytes, text_end, false, sink);
}

std::string utf8(std::uint32_t code) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
  if (code < 0x80) return {byte(code)};
  if (code < 0x800) return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  if (code < 0x10000) return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
  return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)), byte(0x80 | (code >> 6 & 0x3F)),
          byte(0x80 | (code & 0x3F))};
}

std::optional<std::string> decode_hex(std::string_view digits, std::size_t expected) {
  if (digits.size() != expected) return std::nullopt;
  std::uint32_t code = 0;
  for (const char c : digits) {
    const int digit = engine::hexadecimal_digit(c);
    if (digit < 0) return std::nullopt;
    code = code << 4 | static_cast<std::uint32_t>(digit);
  }
  const bool is_character = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return is_character ? std::optional(utf8(code)) : std::nullopt;
}

struct Escape {
  char letter;
  std::string_view text;
};
// "\'" is no escape of YAML 1.2; yaml-cpp takes it, so do we.
constexpr std::array<Escape, 20> escapes = {{{'0', std::string_view("\0", 1)},
                                             {'a', "\a"},
                                             {'b', "\b"},
                                             {'t', "\t"},
                                             {'\t', "\t"},
                                             {'n', "\n"},
                                             {'v', "\v"},
                                             {'f', "\f"},
                                             {'r', "\r"},
                                             {'e', "\x1B"},
                                             {' ', " "},
                                             {'"', "\""},
                                             {'\'', "'"},
                                             {'/', "/"},
                                             {'\\', "\\"},
                                             {'N', "\xC2\x85"},
                                             {'_', "\xC2\xA0"},
                                             {'L', "\xE2\x80\xA8"},
                                             {'P', "\xE2\x80\xA9"}}};

// One escape from its backslash; gives the place after it.
std::optional<std::size_t> scan_escape(std::string_view bytes, std::size_t begin, ScalarSink& sink) {
  if (begin + 1 >= bytes.size()) return std::nullopt;
  const char letter = bytes[begin + 1];
  if (const std::size_t length = line_break_length(bytes, begin + 1)) {
    return fold(bytes, begin + 1, true, sink);
  }
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits != 0) {
    const std::size_t end = begin + 2 + digits;
    const auto text = decode_hex(bytes.substr(begin + 2, digits), digits);
    if (!text) return std::nullopt;
    sink.insert(*text, {begin, end});
    return end;
  }
  for (const Escape& escape : escapes) {
    if (escape.letter != letter || escape.text.empty()) continue;
    sink.insert(escape.text, {begin, begin + 2});
    return begin + 2;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> scan_single_quoted(std::string_view bytes, std::size_t begin, ScalarSink& sink) {
  std::size_t segment = begin + 1;
  for (std::size_t at = segment;;) {
    at = bytes.find_first_of("'\n\r", at);
    if (at == std::string_view::npos) return std::nullopt;
    if (bytes[at] != '\'') {
      segment = at = end_line(bytes, segment, at, sink);
      continue;
    }
    sink.copy(bytes, {segment, at});
    if (at + 1 >= bytes.size() || bytes[at + 1] != '\'') return at + 1;
    sink.insert("'", {at, at + 2});
    segment = at = at + 2;
  }
}

std::optional<std::size_t> scan_double_quoted(std::string_view bytes, std::size_t begin, ScalarSink& sink) {
  std::size_t segment = begin + 1;
  for (std::size_t at = segment;;) {
    at = bytes.find_first_of("\"\\\n\r", at);
    if (at == std::string_view::npos) return std::nullopt;
    if (bytes[at] == '"') {
      sink.copy(bytes, {segment, at});
      return at + 1;
    }
    if (bytes[at] == '\\') {
      sink.copy(bytes, {segment, at});
      const auto after = scan_escape(bytes, at, sink);
      if (!after) return std::nullopt;
      segment = at = *after;
      continue;
    }
    segment = at = end_line(bytes, segment, at, sink);
  }
}

}  // namespace napkin::schema
