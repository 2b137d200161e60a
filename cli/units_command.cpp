#include "cli/units_command.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "cli/unit_pages.hpp"
#include "cli/usage_error.hpp"

namespace napkin::cli {
namespace {

struct Arguments {
  std::vector<std::string> words;
  std::string format = "text";
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

[[noreturn]] void refuse(const std::string& name) {
  std::string message = "napkin units: unknown unit '" + name + "'";
  if (const auto forbidden = engine::forbidden_unit(name)) message += fmt::format(" ({})", forbidden->why);
  std::string suggestions;
  for (const std::string& similar : engine::similar_units(name))
    suggestions += (suggestions.empty() ? "'" : "' or '") + similar;
  message += suggestions.empty() ? "; 'napkin units' lists all of them" : "; did you mean " + suggestions + "'?";
  throw UsageError(message);
}

int run(const Arguments& arguments) {
  const bool json = arguments.format == "json";
  if (arguments.words.empty()) {
    print(json ? all_units_as_json() : unit_list());
    return exit_clean;
  }
  const std::string name = joined(arguments.words);
  const UnitAnswer answer = look_up_unit(name);
  if (answer.readings.empty() && answer.units.empty()) refuse(name);
  print(json ? unit_answer_as_json(name, answer) : unit_page(name, answer));
  return exit_clean;
}

}  // namespace

void add_units_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("units", "List the units, or explain one");
  command->add_option("name", arguments->words, "A unit or a compound of units; all units if left out")
      ->type_name("NAME");
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  command->footer(
      "Examples:\n"
      "  napkin units\n"
      "  napkin units TFLOPs\n"
      "  napkin units GB/s --format json");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
