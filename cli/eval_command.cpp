#include "cli/eval_command.hpp"

#include "cli/calculation_pages.hpp"
#include "cli/choice.hpp"
#include "cli/eval_session.hpp"
#include "cli/exit_status.hpp"
#include "cli/library_choice.hpp"
#include "cli/output.hpp"
#include "cli/usage_error.hpp"
#include "engine/formula/calculation_json.hpp"

namespace napkin::cli {
namespace {

using engine::CalculationError;

struct Arguments {
  std::vector<std::string> words;
  std::string format = "text";
  std::string registry;
  bool steps = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

int run(const Arguments& arguments) {
  const bool json = arguments.format == "json";
  const LibraryChoice library(arguments.registry);
  if (arguments.words.empty()) return run_session(library.get(), {arguments.steps, json});
  const std::string text = joined(arguments.words);
  const engine::LibraryCalculationResult result = engine::calculate(text, library.get());
  if (const auto* error = std::get_if<CalculationError>(&result)) {
    if (!json) throw UsageError(error_as_text("napkin eval", text, *error));
    print(to_json(*error, text));
    return exit_usage;
  }
  const auto& calculation = std::get<engine::LibraryCalculation>(result);
  print(json ? to_json(calculation.calculation) : calculation_as_text(calculation, arguments.steps));
  return exit_clean;
}

}  // namespace

void add_eval_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("eval", "Compute with units");
  command
      ->add_option("expression", arguments->words,
                   "What to compute, in quotes. Without one: a calculator on a terminal,"
                   " elsewhere one expression a line of standard input")
      ->type_name("EXPRESSION");
  command->add_flag("--explain,--steps", arguments->steps, "Show how the value comes about, step by step");
  add_registry_option(*command, arguments->registry);
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  command->footer(
      "Examples:\n"
      "  napkin eval '275 TOPS / 204.8 GB/s to op/byte'\n"
      "  napkin eval 'ceil(70B params * 2 bytes/param / 80 GB)' --steps\n"
      "  napkin eval 'ridge_point(hw.h100_sxm, fp16) to FLOP/byte'\n"
      "  napkin eval 'kv_cache(model=llama-3-70b, context=128k) / hw.h100_sxm.memory.capacity'\n"
      "  napkin eval < expressions.txt   (one a line, one result a line)\n"
      "  napkin eval -- '-3 ms + 5 ms'   (an expression that starts with a minus)\n"
      "A number and its unit are one token: 6 m / 2 s is 3 m/s. Units are listed by 'napkin units'.");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
