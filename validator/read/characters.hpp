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

/// The code point at a byte; text[at] must exist.
CodePoint code_point_at(std::string_view text, std::size_t at);

using engine::is_digit;
using engine::is_upper;
inline bool is_ascii_letter(char c) { return engine::is_letter(c); }

bool is_space(char32_t c);   // all spaces but line breaks
bool is_letter(char32_t c);  // letters of words, units and symbols: Latin, Greek, µ, °, %
/// Value of a superscript digit, -1 for others.
int superscript_digit(char32_t c);

std::string_view greek_letter(std::string_view latex_name);  // "lambda" → "λ"; empty where it is none

}  // namespace napkin::validator::read
