// The vocabulary of units as `napkin units` prints it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/units/unit_table.hpp"

namespace napkin::cli {

/// Everything under a name: how it is read as a unit, and the rows of the table behind that.
struct UnitAnswer {
  std::vector<engine::UnitReading> readings;
  std::vector<const engine::Unit*> units;
};

/// By any spelling, a compound ("GB/s") or an id ("gram_co2e"). Both empty where there is no such unit.
UnitAnswer look_up_unit(std::string_view name);

/// All units, grouped by dimension.
std::string unit_list();
std::string unit_page(std::string_view name, const UnitAnswer& answer);

/// {"version":1,"units":[…],"forbidden":[…]} and {"version":1,"name":…,"readings":[…],"units":[…]}, with a line break.
std::string all_units_as_json();
std::string unit_answer_as_json(std::string_view name, const UnitAnswer& answer);

}  // namespace napkin::cli
