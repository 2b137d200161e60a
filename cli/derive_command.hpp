// napkin derive FILE|ID…: prints a question's statements, each re-derived.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_derive_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
