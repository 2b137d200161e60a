// Prose to tokens. Markdown emphasis, code spans and LaTeX commands are resolved here, so that the grammar above sees
// only numbers, words and operators.
#pragma once

#include <string_view>
#include <vector>

#include "validator/read/token.hpp"

namespace napkin::validator::read {

/// Linear in the text; takes any bytes. Words point into `text` or into static storage.
Tokens tokenize(std::string_view text);

}  // namespace napkin::validator::read
