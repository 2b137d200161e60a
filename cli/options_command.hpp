// napkin options: multiple choice for questions that somebody wrote.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_options_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
