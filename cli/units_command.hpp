// napkin units [NAME]: the vocabulary of units.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_units_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
