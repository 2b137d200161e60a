// The catalogue of misconceptions from YAML.
#pragma once

#include <vector>

#include "engine/load/yaml_map.hpp"
#include "engine/misconceptions/misconceptions.hpp"

namespace napkin::engine::load {

/// Reports what is missing, misspelt or given twice.
std::vector<Misconception> read_misconceptions(YamlMap& map);

}  // namespace napkin::engine::load
