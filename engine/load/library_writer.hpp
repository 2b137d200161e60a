// A library as C++ source: constant arrays behind built_in_library() and misconceptions().
#pragma once

#include <string>

#include "engine/load/library_loader.hpp"

namespace napkin::engine::load {

std::string write_library(const LoadedLibrary& loaded);

}  // namespace napkin::engine::load
