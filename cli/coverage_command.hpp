// napkin coverage: which cells of a bank have questions, and which templates could fill.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_coverage_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
