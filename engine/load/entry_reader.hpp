// One entry of the registry, and the table of fields, from YAML.
#pragma once

#include <vector>

#include "engine/load/yaml_map.hpp"

namespace napkin::engine::load {

/// Reports what is missing or misspelt. What the entry says is checked later (check_entry.hpp).
Entry read_entry(FileContext& file, YamlMap& map);

std::vector<Field> read_fields(FileContext& file, YamlMap& map);

}  // namespace napkin::engine::load
