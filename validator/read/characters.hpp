// Classes of Unicode characters that prose arithmetic uses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/text/ascii.hpp"

namespace napkin::validator::read {

struct CodePoint {
  char32_t value = 0;  // 0xFFFD for an invalid byte
  std::size_t length = 1;
};

using engine::is_digit;
using engine::is_upper;
inline bool is_ascii_letter(char c) { return engine::is_letter(c); }

// Nearly all of a text is ASCII, which is decided here, in the caller.
CodePoint wide_code_point_at(std::string_view text, std::size_t at);
bool is_wide_space(char32_t c);
bool is_wide_letter(char32_t c);

/// The code point at a byte; text[at] must exist.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : wide_code_point_at(text, at);
}

/// All spaces but line breaks.
inline bool is_space(char32_t c) { return c < 0x80 ? c == ' ' || c == '\t' : is_wide_space(c); }

/// Letters of words, units and symbols: Latin, Greek, µ, °, %.
inline bool is_letter(char32_t c) {
  return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) || c == '%' || c == '_' : is_wide_letter(c);
}
/// Value of a superscript digit, -1 for others.
int superscript_digit(char32_t c);

std::string_view greek_letter(std::string_view latex_name);  // "lambda" → "λ"; empty where it is none

}  // namespace napkin::validator::read
