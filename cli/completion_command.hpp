// napkin completion bash|zsh: prints a script that teaches the shell the program's commands and options.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_completion_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
