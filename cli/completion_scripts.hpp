// The completion scripts themselves, made from the outline of the commands.
#pragma once

#include <string>
#include <vector>

#include "cli/command_outline.hpp"

namespace napkin::cli {

/// What the scripts offer besides commands and options.
struct CompletionWords {
  std::vector<std::string> rule_codes;
  std::vector<std::string> rule_names;
};

std::string bash_completion(const std::vector<CommandOutline>& commands, const CompletionWords& words);
std::string zsh_completion(const std::vector<CommandOutline>& commands, const CompletionWords& words);

}  // namespace napkin::cli
