// napkin regenerate: generated questions made again from their proofs.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_regenerate_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
