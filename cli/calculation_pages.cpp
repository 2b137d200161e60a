#include "cli/calculation_pages.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/json_object.hpp"
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

std::string calculation_as_json(const engine::LibraryCalculation& result) {
  const Calculation& calculation = result.calculation;
  std::string out;
  JsonObject object(out);
  object.number("version", 1);
  object.text("expression", calculation.expression);
  object.number("value", calculation.value.value.middle() / calculation.unit.scale);
  object.text("unit", calculation.unit.symbol);
  object.text("text", calculation.text);
  object.text("dimension", to_string(calculation.value.dimension));
  JsonObject labels(object.member("labels"));
  for (const engine::CountLabel& label : calculation.value.labels) labels.number(label.name, label.exponent);
  labels.close();
  object.array("steps", calculation.steps, [&](const engine::Step& step) {
    JsonObject one(out);
    one.text("expression", step.text);
    one.text("result", format_natural(step.value));
    one.close();
  });
  object.close();
  return out + '\n';
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

std::string error_as_json(const std::string& text, const CalculationError& error) {
  std::string out;
  JsonObject object(out);
  object.number("version", 1);
  JsonObject inner(object.member("error"));
  inner.text("kind", error.kind);
  inner.text("message", error.message);
  inner.number("column", static_cast<double>(columns_of(text.substr(0, error.range.begin)) + 1));
  inner.number("end_column", static_cast<double>(columns_of(text.substr(0, error.range.end)) + 1));
  inner.close();
  object.close();
  return out + '\n';
}

}  // namespace napkin::cli
