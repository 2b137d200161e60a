// Two units written alike, found before they reach anybody.
#pragma once

#include <string>
#include <vector>

#include "engine/units/embed/unit_source.hpp"

namespace napkin::engine::embed {

/// One message for each pair of units (or a unit and a forbidden text) that some spelling, prefix included, would
/// both read as their first reading, and for each id used twice. An ambiguity that is wanted is declared by giving
/// one of the two units the spelling under `second`.
std::vector<std::string> find_clashes(const UnitTableSource& table);

}  // namespace napkin::engine::embed
