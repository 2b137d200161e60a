// What may stand where somebody stopped typing an expression.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/formula/library.hpp"

namespace napkin::engine {

struct Completions {
  std::size_t begin = 0;           // of the word that each of them replaces
  std::vector<std::string> words;  // sorted, each once
};

/// For the end of the text: units behind a number and behind "to"; the fields of an entry ("hw.h100_sxm.mem"); inside
/// the parentheses of a formula its arguments, and the entries that one of them may be; else the functions and
/// formulas (with "("), the kinds of entries ("hw.") and `own_names`.
Completions complete(std::string_view text, const Library& library, std::span<const std::string> own_names = {});

/// What all of them start with.
std::string common_start(std::span<const std::string> words);

}  // namespace napkin::engine
