// One family of formulas from YAML.
#pragma once

#include <vector>

#include "engine/load/yaml_map.hpp"

namespace napkin::engine::load {

struct FormulaFamily {
  Family family;
  std::vector<Formula> formulas;
};

/// Reports what is missing or misspelt. What the formulas say is checked later (check_formula.hpp).
FormulaFamily read_formulas(FileContext& file, YamlMap& map);

}  // namespace napkin::engine::load
