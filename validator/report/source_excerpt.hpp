// A line of source as a terminal can show it, and the run of carets under a part of it.
#pragma once

#include <string>
#include <string_view>

namespace napkin::validator {

struct Excerpt {
  std::string line;    // control characters replaced, cut to the width around the run, "…" where it was cut
  std::string indent;  // what stands before the carets
  std::string carets;  // at least one
};

/// Columns are 1-based in code points, the end exclusive; both may lie beyond the line.
Excerpt excerpt_of(std::string_view line, int column, int end_column, int width);

/// The text with everything that a terminal would act on made harmless: line breaks and tabs become spaces,
/// other control characters and bytes that are no UTF-8 become U+FFFD.
std::string printable(std::string_view text);

}  // namespace napkin::validator
