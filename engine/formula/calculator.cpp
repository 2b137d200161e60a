#include "engine/formula/calculator.hpp"

#include <utility>

#include "engine/expression/describe.hpp"

namespace napkin::engine {
namespace {

std::string_view name(ExpansionErrorKind kind) {
  switch (kind) {
    case ExpansionErrorKind::unknown_name: return "unknown_name";
    case ExpansionErrorKind::bad_argument: return "bad_argument";
    case ExpansionErrorKind::endless_formula: return "endless_formula";
    case ExpansionErrorKind::bad_formula: return "bad_formula";
  }
  return {};
}

/// What a formula counts is told by its own unit ("token/s"), where the text asks for nothing else.
void name_the_count(ParsedExpression& parsed, const Library& library) {
  const Node& root = parsed.expression.at(parsed.expression.root);
  if (root.kind != NodeKind::formula || !parsed.target.empty()) return;
  const Formula* formula = library.formula(parsed.expression.symbols[root.payload]);
  if (formula == nullptr || formula->unit.empty()) return;
  const std::vector<UnitReading> readings = read_unit(formula->unit);
  if (readings.empty()) return;
  const bool is_count = !readings.front().labels.empty();
  const bool is_share = readings.front().dimension.is_none();
  if (is_count || is_share) parsed.target = {readings.front()};
}

/// What went into a formula (layers, heads, tokens) is no part of what comes out of it.
void forget_counts(Expression& expression) {
  for (Literal& literal : expression.literals)
    for (UnitReading& reading : literal.readings) reading.labels.clear();
}

}  // namespace

LibraryCalculationResult calculate(std::string_view text, const Library& library, const Environment& environment) {
  ParseResult read = parse_expression(text, names_of(library));
  if (const auto* error = std::get_if<ParseError>(&read))
    return CalculationError{name_of(error->kind), describe(*error), error->range};
  auto& parsed = std::get<ParsedExpression>(read);
  ExpansionResult expanded = expand(parsed.expression, library);
  if (auto* error = std::get_if<ExpansionError>(&expanded))
    return CalculationError{name(error->kind), std::move(error->message), error->range};
  auto& expansion = std::get<Expansion>(expanded);

  name_the_count(parsed, library);
  std::string as_written = print(parsed.expression);
  parsed.expression = std::move(expansion.expression);
  if (!expansion.formulas.empty()) forget_counts(parsed.expression);
  CalculationResult result = calculate(parsed, environment);
  if (auto* error = std::get_if<CalculationError>(&result)) return std::move(*error);
  auto& calculation = std::get<Calculation>(result);
  if (!expansion.facts.empty() || !expansion.formulas.empty()) calculation.expression = std::move(as_written);
  return LibraryCalculation{std::move(calculation), std::move(expansion.facts), std::move(expansion.formulas)};
}

}  // namespace napkin::engine
