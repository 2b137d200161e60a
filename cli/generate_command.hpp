// `napkin generate`: questions from templates, proven before they are written.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_generate_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
