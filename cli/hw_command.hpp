// napkin hw list|show|compare, napkin model list|show|compare: the registry.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_hw_command(CLI::App& program, Action& action);
void add_model_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
