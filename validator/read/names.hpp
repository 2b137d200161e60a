// What looks like a number or a unit and is part of a name.
#pragma once

#include "validator/read/token.hpp"
#include "validator/read/unit_reader.hpp"

namespace napkin::validator::read {

/// Numbers of versions and models measure nothing: "PCIe 4.0 × 16", "Wi-Fi 6", "Mixtral 8x7B". Left alone from here on.
void leave_names_alone(Tokens& tokens, UnitLookup& units);

/// "12Ld²" where the text defines L and d: one word a letter.
void split_joined_names(Tokens& tokens, UnitLookup& units);

}  // namespace napkin::validator::read
