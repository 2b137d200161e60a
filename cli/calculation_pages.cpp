#include "cli/calculation_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/table.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::cli {
namespace {

using engine::Calculation;
using engine::CalculationError;

/// The formulas and the figures of the registry that went into it.
std::string ingredients(const engine::LibraryCalculation& result) {
  std::string out;
  for (const engine::Formula* formula : result.formulas)
    out += fmt::format("  {} = {}\n", formula->id, formula->expression);
  for (const engine::UsedFact& used : result.facts)
    out += fmt::format("  {} = {}{}\n", used.name, used.fact.text, used.fact.is_estimate() ? " (an estimate)" : "");
  return out;
}

}  // namespace

std::string calculation_as_text(const engine::LibraryCalculation& result, bool with_steps) {
  const Calculation& calculation = result.calculation;
  std::string out;
  if (with_steps) {
    out = calculation.expression + "\n" + ingredients(result);
    for (const engine::Step& step : calculation.steps)
      out += fmt::format("  {} = {}\n", step.text, format_natural(step.value));
  }
  return out + calculation.text + "\n";
}

std::string error_as_text(std::string_view command, const std::string& text, const CalculationError& error) {
  std::string line = text;
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }, ' ');
  const std::size_t before = columns_of(text.substr(0, error.range.begin));
  const std::size_t size = columns_of(text.substr(error.range.begin, error.range.end - error.range.begin));
  const std::string caret = "^" + std::string(size > 1 ? size - 1 : 0, '~');
  return fmt::format("{}: {}\n  {}\n  {}{}", command, error.message, line, std::string(before, ' '), caret);
}

}  // namespace napkin::cli
