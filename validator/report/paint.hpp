// Colours of a terminal, where they are wanted.
#pragma once

#include <string>
#include <string_view>

#include "validator/finding.hpp"

namespace napkin::validator {

enum class Ink { plain, bold, faint, red, green, yellow, cyan };

/// The ink in which a severity is written.
Ink ink_of(Severity severity);

/// Appends the text, within the ink's escape sequences where `color` is set.
void append_painted(std::string& out, std::string_view text, Ink ink, bool color);

}  // namespace napkin::validator
