// napkin roofline: what bounds a kernel, an operation or a model on one or several devices.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_roofline_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
