// The character classes of YAML 1.2 that its scanners share.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace napkin::schema {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_break(char c) { return c == '\n' || c == '\r'; }

/// Bytes of the line break at that place: 2 for \r\n, 1 for \n and a lone \r, 0 where there is none.
constexpr std::size_t line_break_length(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size() || !is_break(bytes[at])) return 0;
  return bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n' ? 2 : 1;
}

constexpr std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  return at;
}

constexpr std::size_t skip_spaces(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && bytes[at] == ' ') ++at;
  return at;
}

/// Where the line's break stands, or the end of the text.
constexpr std::size_t find_line_end(std::string_view bytes, std::size_t at) {
  // A block at a time: a search for one of the two to the end of a text that only has the other would make every line
  // cost as much as the rest.
  constexpr std::size_t block = 64;
  for (; at < bytes.size(); at += block) {
    const std::string_view part = bytes.substr(at, block);
    const std::size_t feed = part.find('\n'), carriage_return = part.substr(0, feed).find('\r');
    if (carriage_return != std::string_view::npos) return at + carriage_return;
    if (feed != std::string_view::npos) return at + feed;
  }
  return bytes.size();
}

/// Whether a blank, a line break or the end of the text stands there.
constexpr bool is_gap(std::string_view bytes, std::size_t at) {
  return at >= bytes.size() || is_blank(bytes[at]) || is_break(bytes[at]);
}

/// An indicator of block structure ("-", "?" or ":"), which needs a gap after it.
constexpr bool is_block_indicator(std::string_view bytes, std::size_t at, char indicator) {
  return at < bytes.size() && bytes[at] == indicator && is_gap(bytes, at + 1);
}

constexpr bool can_start_plain(std::string_view bytes, std::size_t at) {
  if (is_gap(bytes, at)) return false;
  constexpr std::string_view indicators = ",[]{}#&*!|>'\"%@`";
  if (indicators.find(bytes[at]) != std::string_view::npos) return false;
  return (bytes[at] != '-' && bytes[at] != '?' && bytes[at] != ':') || !is_gap(bytes, at + 1);
}

}  // namespace napkin::schema
