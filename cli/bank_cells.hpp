// The cells of a bank, counted from its files.
#pragma once

#include <string>
#include <vector>

#include "cli/input_files.hpp"
#include "generator/coverage.hpp"

namespace napkin::cli {

/// Adds every question below the paths but deleted ones; gives what could not be read.
std::vector<InputError> count_cells(const std::vector<std::string>& paths, std::size_t jobs,
                                    generator::BankCoverage& coverage);

}  // namespace napkin::cli
