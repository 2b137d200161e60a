// A library as C++ source: constant arrays behind built_in_library().
#pragma once

#include <string>

#include "engine/formula/library.hpp"

namespace napkin::engine::load {

std::string write_library(const Library& library);

}  // namespace napkin::engine::load
