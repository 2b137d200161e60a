#include "cli/formula_command.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/calculation_pages.hpp"
#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/formula_pages.hpp"
#include "cli/library_choice.hpp"
#include "cli/output.hpp"
#include "cli/usage_error.hpp"
#include "engine/formula/calculation_json.hpp"

namespace napkin::cli {
namespace {

using engine::Formula;
using engine::Library;

struct Arguments {
  std::string action;
  std::vector<std::string> words;
  std::string family;
  std::string format = "text";
  std::string registry;
  bool with_steps = false;

  bool is_json() const { return format == "json"; }
};

/// What the field says in short, and what names and descriptions say in full.
struct Abbreviation {
  std::string_view in_short, in_full;
};
constexpr Abbreviation abbreviations[] = {
    {"gqa", "grouped-query"},      {"mqa", "multi-query"},
    {"mha", "multi-head"},         {"mla", "latent"},
    {"pue", "power usage"},        {"mfu", "FLOPs utilization"},
    {"hfu", "FLOPs utilization"},  {"lora", "low-rank"},
    {"qlora", "low-rank"},         {"ttft", "first token"},
    {"tpot", "output token"},      {"mtbf", "between failures"},
    {"erlang", "several servers"}, {"tco", "cost of ownership"},
    {"ann", "nearest neighbour"},
};

bool holds(const Formula& formula, const std::string& word) {
  const auto has = [&](std::string_view text) {
    return engine::folded_name(text).find(engine::folded_name(word)) != std::string::npos;
  };
  if (has(formula.id) || has(formula.name) || has(formula.doc)) return true;
  return std::any_of(std::begin(abbreviations), std::end(abbreviations), [&](const Abbreviation& known) {
    const std::string full = engine::folded_name(known.in_full);
    return engine::folded_name(word) == known.in_short &&
           (engine::folded_name(formula.id).find(full) != std::string::npos ||
            engine::folded_name(formula.name).find(full) != std::string::npos ||
            engine::folded_name(formula.doc).find(full) != std::string::npos);
  });
}

/// Those of the family, and, if there are words, whose names hold one of them.
std::vector<const Formula*> selected(const Library& library, const Arguments& arguments) {
  std::vector<std::string_view> families;
  for (const engine::Family& family : library.families()) families.push_back(family.id);
  if (!arguments.family.empty() && std::find(families.begin(), families.end(), arguments.family) == families.end()) {
    const std::string hint = did_you_mean(arguments.family, families);
    throw UsageError(fmt::format("napkin formula list: unknown family '{}'{}", arguments.family,
                                 hint.empty() ? fmt::format("; there is: {}", fmt::join(families, ", ")) : hint));
  }
  std::vector<const Formula*> result;
  for (const Formula& formula : library.formulas()) {
    const bool is_named =
        arguments.words.empty() || std::any_of(arguments.words.begin(), arguments.words.end(),
                                               [&](const auto& word) { return holds(formula, word); });
    if (is_named && (arguments.family.empty() || formula.family == arguments.family)) result.push_back(&formula);
  }
  if (result.empty()) throw UsageError("napkin formula list: no formula is like that");
  return result;
}

const Formula& formula_named(const Library& library, const Arguments& arguments, std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  if (const Formula* formula = library.formula(name)) return *formula;
  const std::vector<std::string> similar = library.similar_formulas(name);
  throw UsageError(fmt::format("napkin formula {}: unknown formula '{}'; {}", arguments.action, name,
                               similar.empty() ? "'napkin formula list' has all of them"
                                               : fmt::format("did you mean '{}'?", fmt::join(similar, "' or '"))));
}

int show(const Library& library, const Arguments& arguments) {
  const Formula& formula = formula_named(library, arguments, fmt::format("{}", fmt::join(arguments.words, " ")));
  print(arguments.is_json() ? formula_as_json(formula, library) : formula_page(formula, library));
  return exit_clean;
}

/// The call that the words after the name make: arguments, and behind "to" a unit.
std::string call_of(const Formula& formula, std::vector<std::string> words) {
  words.erase(words.begin());
  const auto to = std::find(words.begin(), words.end(), "to");
  const std::string target = to == words.end() ? "" : fmt::format(" {}", fmt::join(to, words.end(), " "));
  return fmt::format("{}({}){}", formula.id, fmt::join(words.begin(), to, ", "), target);
}

int evaluate(const Library& library, const Arguments& arguments) {
  const Formula& formula = formula_named(library, arguments, arguments.words.front());
  const std::string call = call_of(formula, arguments.words);
  const engine::LibraryCalculationResult result = engine::calculate(call, library);
  if (const auto* error = std::get_if<engine::CalculationError>(&result)) {
    if (!arguments.is_json()) throw UsageError(error_as_text("napkin formula eval", call, *error));
    print(to_json(*error, call));
    return exit_usage;
  }
  const auto& calculation = std::get<engine::LibraryCalculation>(result);
  print(arguments.is_json() ? to_json(calculation.calculation)
                            : calculation_as_text(calculation, arguments.with_steps));
  return exit_clean;
}

int run(const Arguments& arguments) {
  const LibraryChoice library(arguments.registry);
  if (arguments.action != "list" && arguments.words.empty())
    throw UsageError(fmt::format("napkin formula {}: which one? 'napkin formula list' has them", arguments.action));
  if (arguments.action == "show") return show(library.get(), arguments);
  if (arguments.action == "eval") return evaluate(library.get(), arguments);
  const std::vector<const Formula*> formulas = selected(library.get(), arguments);
  print(arguments.is_json() ? formulas_as_json(formulas, library.get()) : formula_list(library.get(), formulas));
  return exit_clean;
}

}  // namespace

void add_formula_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("formula", "List the formulas, explain or evaluate one");
  add_choice(*command, "action", arguments->action, {"list", "show", "eval"}, "What to do")->required();
  command
      ->add_option("name", arguments->words,
                   "A formula, and of eval its arguments (name=value); of list: only formulas whose names hold"
                   " the word")
      ->type_name("NAME");
  command->add_option("--family", arguments->family, "List only this family")->type_name("NAME");
  command->add_flag("--explain", arguments->with_steps, "Show how the value comes about, step by step");
  add_registry_option(*command, arguments->registry);
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  command->footer(
      "Examples:\n"
      "  napkin formula list --family roofline\n"
      "  napkin formula list kv\n"
      "  napkin formula show ridge-point\n"
      "  napkin formula eval kv_cache model=llama-3-70b context=128k --explain\n"
      "  napkin formula eval ridge_point h100-sxm precision=int8 to op/byte");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
