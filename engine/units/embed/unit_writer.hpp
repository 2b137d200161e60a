// The table as C++ source: the definitions of engine/units/unit_data.hpp.
#pragma once

#include <string>

#include "engine/units/embed/unit_source.hpp"

namespace napkin::engine::embed {

std::string write_unit_data(const UnitTableSource& table);

}  // namespace napkin::engine::embed
