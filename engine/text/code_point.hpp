// One Unicode code point out of UTF-8, and how many columns of a terminal it takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace napkin::engine {

inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

struct CodePoint {
  char32_t value = 0xFFFD;
  std::size_t length = 1;  // bytes
  bool valid = false;      // where not: one byte that begins no UTF-8 sequence
};

/// The code point that begins at the byte, which must be within the text. Overlong forms and surrogates are
/// invalid.
CodePoint code_point_at(std::string_view text, std::size_t byte);

/// Code points of a text, as editors count columns; of bytes that are no UTF-8 each that is no continuation.
std::size_t code_points(std::string_view text);

/// 0 for combining marks and joiners, 2 for East Asian wide characters and emoji, 1 for all else.
int display_width(char32_t point);

/// Whether a terminal would act on it rather than show it: C0 and C1 controls, DEL, marks that change the
/// direction.
bool is_control(char32_t point);

}  // namespace napkin::engine
