// `napkin template`: what templates there are, what one is made of, and whether it holds.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_template_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
