// napkin eval EXPRESSION: computes with units.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_eval_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
