// Checks on option values whose messages say what was expected.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace napkin::cli {

/// An option that admits only these words; anything else is an error with the nearest one, or all of them.
CLI::Option* add_choice(CLI::App& command, const std::string& names, std::string& value,
                        const std::vector<std::string>& words, const std::string& help);

/// Admits whole numbers from lowest to highest.
CLI::Validator whole_number(int lowest, int highest);

}  // namespace napkin::cli
