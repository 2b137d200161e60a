// napkin rule [CODE|NAME]: lists the rules or explains one.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_rule_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
