// The cells of a bank that a template's questions fall in.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "engine/formula/library.hpp"
#include "generator/instance.hpp"

namespace napkin::generator {

/// What an author balances a bank by.
struct Cell {
  std::string track, level, zone, topic, area;
  friend auto operator<=>(const Cell&, const Cell&) = default;
};

/// Of one instance; nothing where a text has no phrasing for its case.
std::optional<Cell> cell_of(const Template& source, const Instance& instance, const engine::Registry& registry);

/// Of all instances, sorted: exact where the classification depends on nothing that is drawn, else of some hundred
/// draws.
std::vector<Cell> cells_of(const Template& source, const engine::Library& library);

}  // namespace napkin::generator
