#include "cli/eval_command.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/choice.hpp"
#include "cli/exit_status.hpp"
#include "cli/library_choice.hpp"
#include "cli/output.hpp"
#include "cli/usage_error.hpp"
#include "engine/formula/calculator.hpp"
#include "engine/quantity/format.hpp"
#include "validator/report/json_text.hpp"

namespace napkin::cli {
namespace {

using engine::Calculation;
using engine::CalculationError;
using validator::append_json_number;
using validator::append_json_string;

constexpr int json_digits = 15;

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

/// Characters, for a caret under the right one.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The expression on one line of its own, with a caret under what is wrong.
std::string pointed_out(const std::string& text, const CalculationError& error) {
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
  const std::size_t before = columns(text.substr(0, error.range.begin));
  const std::size_t size = columns(text.substr(error.range.begin, error.range.end - error.range.begin));
  const std::string caret = "^" + std::string(size > 1 ? size - 1 : 0, '~');
  return fmt::format("napkin eval: {}\n  {}\n  {}{}", error.message, line, std::string(before, ' '), caret);
}

std::string error_as_json(const std::string& text, const CalculationError& error) {
  std::string out = "{\"version\":1,\"error\":{\"kind\":";
  append_json_string(out, error.kind);
  out += ",\"message\":";
  append_json_string(out, error.message);
  out += fmt::format(",\"column\":{},\"end_column\":{}}}}}\n", columns(text.substr(0, error.range.begin)) + 1,
                     columns(text.substr(0, error.range.end)) + 1);
  return out;
}

void append_value(std::string& out, const engine::Interval& value, double scale) {
  out += "\"value\":";
  append_json_number(out, value.middle() / scale, json_digits);
}

std::string as_json(const Calculation& calculation) {
  std::string out = "{\"version\":1,\"expression\":";
  append_json_string(out, calculation.expression);
  out += ',';
  append_value(out, calculation.value.value, calculation.unit.scale);
  out += ",\"unit\":";
  append_json_string(out, calculation.unit.symbol);
  out += ",\"text\":";
  append_json_string(out, calculation.text);
  out += ",\"dimension\":";
  append_json_string(out, to_string(calculation.value.dimension));
  out += ",\"labels\":{";
  for (const engine::CountLabel& label : calculation.value.labels) {
    if (out.back() != '{') out += ',';
    append_json_string(out, label.name);
    out += fmt::format(":{}", label.exponent);
  }
  out += "},\"steps\":[";
  for (const engine::Step& step : calculation.steps) {
    if (out.back() != '[') out += ',';
    out += "{\"expression\":";
    append_json_string(out, step.text);
    out += ",\"result\":";
    append_json_string(out, format_natural(step.value));
    out += '}';
  }
  return out + "]}\n";
}

/// The formulas and the figures of the registry that went into it.
std::string ingredients(const engine::LibraryCalculation& result) {
  std::string out;
  for (const engine::Formula* formula : result.formulas)
    out += fmt::format("  {} = {}\n", formula->id, formula->expression);
  for (const engine::UsedFact& used : result.facts)
    out += fmt::format("  {} = {}{}\n", used.name, used.fact.text, used.fact.is_estimate() ? " (an estimate)" : "");
  return out;
}

std::string as_text(const engine::LibraryCalculation& result, bool with_steps) {
  const Calculation& calculation = result.calculation;
  std::string out;
  if (with_steps) {
    out = calculation.expression + "\n" + ingredients(result);
    for (const engine::Step& step : calculation.steps)
      out += fmt::format("  {} = {}\n", step.text, format_natural(step.value));
  }
  return out + calculation.text + "\n";
}

int run(const Arguments& arguments) {
  const std::string text = joined(arguments.words);
  const bool json = arguments.format == "json";
  const LibraryChoice library(arguments.registry);
  const engine::LibraryCalculationResult result = engine::calculate(text, library.get());
  if (const auto* error = std::get_if<CalculationError>(&result)) {
    if (!json) throw UsageError(pointed_out(text, *error));
    print(error_as_json(text, *error));
    return exit_usage;
  }
  const auto& calculation = std::get<engine::LibraryCalculation>(result);
  print(json ? as_json(calculation.calculation) : as_text(calculation, arguments.steps));
  return exit_clean;
}

}  // namespace

void add_eval_command(CLI::App& program, Action& action) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("eval", "Compute with units");
  command->add_option("expression", arguments->words, "What to compute; quoted, so that the shell leaves it alone")
      ->type_name("EXPRESSION")
      ->required();
  command->add_flag("--explain,--steps", arguments->steps, "Show how the value comes about, step by step");
  add_registry_option(*command, arguments->registry);
  add_choice(*command, "--format", arguments->format, {"text", "json"}, "How to print (default text)");
  command->footer(
      "Examples:\n"
      "  napkin eval '275 TOPS / 204.8 GB/s to op/byte'\n"
      "  napkin eval 'ceil(70B params * 2 bytes/param / 80 GB)' --steps\n"
      "  napkin eval 'ridge_point(hw.h100_sxm, fp16) to FLOP/byte'\n"
      "  napkin eval 'kv_cache(model=llama-3-70b, context=128k) / hw.h100_sxm.memory.capacity'\n"
      "  napkin eval -- '-3 ms + 5 ms'   (an expression that starts with a minus)\n"
      "A number and its unit are one token: 6 m / 2 s is 3 m/s. Units are listed by 'napkin units'.");
  on_chosen(*command, action, arguments, run);
}

}  // namespace napkin::cli
