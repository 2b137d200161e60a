// napkin check [PATH…]: checks questions and reports findings.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_check_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
