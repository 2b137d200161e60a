#include "cli/parse_failure.hpp"

#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {
const CLI::App& chosen_command(const CLI::App& program) {
  const auto chosen = program.get_subcommands();
  return chosen.empty() ? program : chosen_command(*chosen.front());
}

std::string full_name(const CLI::App& command) {
  return command.get_parent() ? full_name(*command.get_parent()) + " " + command.get_name() : command.get_name();
}

std::vector<std::string> option_names(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
  }
  return names;
}

// The first argument that nothing took: a misspelt option rather than the value that came after it.
std::string unexpected_argument(const CLI::App& command, const std::vector<std::string>& extras) {
  for (const std::string& extra : extras) {
    if (extra.size() < 2 || extra[0] != '-') continue;
    const std::string name = extra.substr(0, extra.find('='));
    return fmt::format("unknown option '{}'{}", name, did_you_mean(name, option_names(command)));
  }
  return fmt::format("unexpected argument '{}'", extras.empty() ? "" : extras.front());
}
// "--jobs needs a value (N)": the parser's own words count arguments.
std::string missing_value(const CLI::App& command, std::string_view message) {
  const std::string name(message.substr(0, message.find(':')));
  const CLI::Option* option = command.get_option_no_throw(name);
  return option == nullptr ? std::string(message) : fmt::format("{} needs a value: {}", name, option->get_type_name());
}

std::string missing_argument(const CLI::App& command, std::string_view message) {
  for (const CLI::Option* option : command.get_options())
    if (option->get_required() && option->count() == 0)
      return fmt::format("{} is missing", option->get_positional() ? option->get_type_name() : option->get_name());
  return std::string(message);
}

std::string explanation(const CLI::App& program, const CLI::App& command, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return unexpected_argument(command, program.remaining(true));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return missing_value(command, error.what());
  if (dynamic_cast<const CLI::RequiredError*>(&error)) return missing_argument(command, error.what());
  return error.what();
}
}  // namespace

std::vector<std::string> command_names(const CLI::App& program) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

std::string explain_parse_failure(const CLI::App& program, const CLI::ParseError& error) {
  const CLI::App& command = chosen_command(program);
  const std::string name = full_name(command);
  return fmt::format("{}: {}\nRun '{} --help' for its options.", name, explanation(program, command, error), name);
}

std::string explain_unknown_command(const CLI::App& program, const std::string& word) {
  const std::vector<std::string> names = command_names(program);
  std::error_code ignored;
  std::string hint = did_you_mean(word, names);
  if (hint.empty() && std::filesystem::exists(word, ignored))
    hint = fmt::format("; to check that path, run: napkin check {}", word);
  if (hint.empty()) hint = fmt::format("; the commands are: {}", fmt::join(names, ", "));
  return fmt::format("napkin: no command '{}'{}", word, hint);
}

}  // namespace napkin::cli
