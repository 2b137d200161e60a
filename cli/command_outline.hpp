// The commands and options of the program as plain values, for what is made from them (shell completion).
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace napkin::cli {

/// What may stand after an option or as a positional argument.
enum class ArgumentKind { none, words, rule, rules, file, folder, path, text };

struct OptionOutline {
  std::vector<std::string> names;  // "--jobs", "-j"
  std::string help;
  ArgumentKind argument = ArgumentKind::none;
  std::vector<std::string> words;  // of ArgumentKind::words
};

struct CommandOutline {
  std::string name;
  std::string help;
  std::vector<OptionOutline> options;
  ArgumentKind positional = ArgumentKind::none;
  std::vector<std::string> words;  // of a positional of ArgumentKind::words
};

/// One for each command, in the order of the help page. What an argument may be is read off the name of its type as the
/// help page shows it: "a|b" are words, "CODE" and "CODE|NAME" rules, "FILE", "DIR" and "PATH" what they say.
std::vector<CommandOutline> outline_of(const CLI::App& program);

}  // namespace napkin::cli
