// napkin schema [--schema FILE] [--json-schema|--linkml]: prints the schema that questions are checked against.
#pragma once

#include "cli/command.hpp"

namespace napkin::cli {

void add_schema_command(CLI::App& program, Action& action);

}  // namespace napkin::cli
