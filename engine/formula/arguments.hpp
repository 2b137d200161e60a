// What is wrong with the arguments of a call, in words.
#pragma once

#include <string>
#include <string_view>

#include "engine/formula/formula.hpp"

namespace napkin::engine {

/// Null where the formula has none of this name.
const Argument* argument_named(const Formula& formula, std::string_view name);

/// Of one too many, or, with a name, of one that the formula does not have.
std::string surplus_argument(const Formula& formula, std::string_view name);

/// "unknown device 'h100_sxn'; did you mean 'h100_sxm'?"
std::string unknown_entry(const Registry& registry, EntryKind kind, std::string_view name);

/// Whether the text could be the name of an entry: letters, digits, dots, hyphens, underscores, a letter first.
bool is_entry_name(std::string_view text);

}  // namespace napkin::engine
