// Turns what the argument parser refuses into one helpful message.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace napkin::cli {

/// What was wrong with the command line, with a "did you mean" where a name is near, and where to look next.
std::string explain_parse_failure(const CLI::App& program, const CLI::ParseError& error);

/// The message for a first word that is no command.
std::string explain_unknown_command(const CLI::App& program, const std::string& word);

/// The names of the commands, in the order in which they were added.
std::vector<std::string> command_names(const CLI::App& program);

}  // namespace napkin::cli
