// napkin formula list|show|eval: the formulas.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_formula_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
