// Whether a formula's expression, dimensions, defaults and worked examples hold.
#pragma once

#include <vector>

#include "engine/load/library_loader.hpp"

namespace napkin::engine::load {

std::vector<LoadError> check_formula(const Formula& formula, const Library& library, const LibraryStore& store);

}  // namespace napkin::engine::load
