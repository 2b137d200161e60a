#include "schema/uri.hpp"

#include <cctype>

#include "engine/text/ascii.hpp"

namespace napkin::schema {
namespace {
using engine::is_digit;
using engine::is_letter;

bool is_hex(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Unreserved characters, sub-delimiters, complete escapes, and what the part admits besides.
bool is_part(std::string_view text, std::string_view also) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
      i += 2;
      continue;
    }
    if (!is_letter(c) && !is_digit(c) && !is_one_of(c, "-._~!$&'()*+,;=") && !is_one_of(c, also)) return false;
  }
  return true;
}

bool is_scheme(std::string_view text) {
  if (text.empty() || !is_letter(text[0])) return false;
  for (const char c : text)
    if (!is_letter(c) && !is_digit(c) && !is_one_of(c, "+-.")) return false;
  return true;
}

bool is_authority(std::string_view text) {
  if (const std::size_t at = text.find('@'); at != std::string_view::npos) {
    if (!is_part(text.substr(0, at), ":")) return false;
    text.remove_prefix(at + 1);
  }
  if (text.starts_with('[')) {
    const std::size_t close = text.find(']');
    if (close == std::string_view::npos || close < 3) return false;
    for (const char c : text.substr(1, close - 1))
      if (!is_hex(c) && !is_one_of(c, ":.vV")) return false;
    text.remove_prefix(close + 1);
    if (!text.empty() && text[0] != ':') return false;
  }
  const std::size_t colon = text.find(':');
  if (!is_part(text.substr(0, colon), "")) return false;
  if (colon == std::string_view::npos) return true;
  for (const char c : text.substr(colon + 1))
    if (!is_digit(c)) return false;
  return true;
}

// Cuts the text at the mark and gives what followed it.
std::string_view cut(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  const std::string_view tail = text.substr(at + 1);
  text = text.substr(0, at);
  return tail;
}

}  // namespace

bool is_uri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || !is_scheme(text.substr(0, colon))) return false;
  text.remove_prefix(colon + 1);
  const std::string_view fragment = cut(text, '#');
  const std::string_view query = cut(text, '?');
  if (!is_part(fragment, ":@/?") || !is_part(query, ":@/?")) return false;
  if (!text.starts_with("//")) return is_part(text, ":@/");
  text.remove_prefix(2);
  const std::size_t slash = text.find('/');
  if (!is_authority(text.substr(0, slash))) return false;
  return slash == std::string_view::npos || is_part(text.substr(slash), ":@/");
}

}  // namespace napkin::schema
