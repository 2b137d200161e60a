#include "cli/parse_failure.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/usage_error.hpp"
#include "engine/text/ascii.hpp"

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

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// For one letter, the options whose names begin with it: any two letters are one edit apart.
std::string options_beginning_like(const std::string& name, const std::vector<std::string>& options) {
  std::string hint;
  for (const std::string& option : options)
    if (option.starts_with("--") && engine::lower(option[2]) == engine::lower(name[1]))
      hint += fmt::format("{}'{}'", hint.empty() ? "; did you mean " : " or ", option);
  return hint.empty() ? hint : hint + "?";
}

// An option that stands before the command it belongs to; nothing where no command has it.
std::string misplaced_option(const CLI::App& program, const CLI::App& command, const std::string& name) {
  std::vector<std::string> owners;
  for (const CLI::App* other : program.get_subcommands(nullptr))
    if (has(option_names(*other), name) && (&command == &program || &command == other))
      owners.push_back(fmt::format("napkin {} {}", other->get_name(), name));
  if (owners.empty()) return {};
  return fmt::format("the option '{}' stands after its command: {}", name, fmt::join(owners, ", "));
}

std::string unknown_option(const CLI::App& program, const CLI::App& command, const std::string& argument) {
  const std::string name = argument.substr(0, argument.find('='));
  const bool is_option = name[1] == '-' || engine::is_letter(name[1]);
  if (!is_option) return fmt::format("'{}' looks like an option; put -- before what begins with a minus", argument);
  if (std::string hint = misplaced_option(program, command, name); !hint.empty()) return hint;
  const std::vector<std::string> known = option_names(command);
  const std::string hint = name.size() == 2 ? options_beginning_like(name, known) : did_you_mean(name, known);
  return fmt::format("unknown option '{}'{}", name, hint);
}

// What looks like an option among the arguments that nothing took; empty where nothing does.
std::string misspelt_option(const CLI::App& program, const CLI::App& command) {
  for (const std::string& extra : program.remaining(true))
    if (extra.size() >= 2 && extra[0] == '-') return unknown_option(program, command, extra);
  return {};
}

// The first argument that nothing took: a misspelt option rather than the value that came after it.
std::string unexpected_argument(const CLI::App& program, const CLI::App& command) {
  if (std::string option = misspelt_option(program, command); !option.empty()) return option;
  const std::vector<std::string> extras = program.remaining(true);
  return fmt::format("unexpected argument '{}'", extras.empty() ? "" : extras.front());
}

// "--jobs needs a value (N)": the parser's own words count arguments.
std::string missing_value(const CLI::App& command, std::string_view message) {
  const std::string name(message.substr(0, message.find(':')));
  const CLI::Option* option = command.get_option_no_throw(name);
  return option == nullptr ? std::string(message) : fmt::format("{} needs a value: {}", name, option->get_type_name());
}

std::string missing_argument(const CLI::App& program, const CLI::App& command, std::string_view message) {
  if (std::string option = misspelt_option(program, command); !option.empty()) return option;
  for (const CLI::Option* option : command.get_options())
    if (option->get_required() && option->count() == 0)
      return fmt::format("{} is missing", option->get_positional() ? option->get_type_name() : option->get_name());
  return std::string(message);
}

std::string explanation(const CLI::App& program, const CLI::App& command, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return unexpected_argument(program, command);
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return missing_value(command, error.what());
  if (dynamic_cast<const CLI::RequiredError*>(&error)) return missing_argument(program, command, error.what());
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
  const std::string option = "--" + word;  // "napkin help"
  std::string hint =
      has(option_names(program), option) ? fmt::format("; did you mean '{}'?", option) : did_you_mean(word, names);
  if (hint.empty() && std::filesystem::exists(word, ignored))
    hint = fmt::format("; to check that path, run: napkin check {}", word);
  if (hint.empty()) hint = fmt::format("; the commands are: {}", fmt::join(names, ", "));
  return fmt::format("napkin: no command '{}'{}", word, hint);
}

}  // namespace napkin::cli
