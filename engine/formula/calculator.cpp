#include "engine/formula/calculator.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "engine/expression/describe.hpp"
#include "engine/formula/compiled_formula.hpp"
#include "engine/quantity/dimension_name.hpp"

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
    literal.readings.change([](UnitReading& reading) { reading.labels.clear(); });
}

/// "3 TFLOPs" for a rate is 3 TFLOP/s: of several readings of a number, those that its argument can take.
void choose_readings(Expansion& expansion) {
  for (const PassedArgument& passed : expansion.arguments) {
    const Node& node = expansion.expression.at(passed.node);
    const auto wanted = dimension_of_unit(passed.argument->unit);
    if (node.kind != NodeKind::literal || !wanted) continue;
    UnitReadings& readings = expansion.expression.literals[node.payload].readings;
    const auto is_wrong = [&](const UnitReading& reading) { return reading.dimension != *wanted; };
    if (std::all_of(readings.begin(), readings.end(), is_wrong)) continue;
    std::vector<UnitReading> fitting;
    std::remove_copy_if(readings.begin(), readings.end(), std::back_inserter(fitting), is_wrong);
    readings = std::move(fitting);
  }
}

/// Whether the node's value could have another dimension: a unit below it has several readings ("TFLOPs").
bool is_ambiguous(const Expression& expression, NodeId id) {
  const Node& node = expression.at(id);
  if (node.kind == NodeKind::literal) {
    const auto& readings = expression.literals[node.payload].readings;
    return std::any_of(readings.begin(), readings.end(),
                       [&](const UnitReading& reading) { return reading.dimension != readings.front().dimension; });
  }
  const auto operands = expression.operands(node);
  return std::any_of(operands.begin(), operands.end(),
                     [&](NodeId operand) { return is_ambiguous(expression, operand); });
}

/// The first argument that has another dimension than its formula asks for.
std::optional<CalculationError> misfit(const Expansion& expansion, const Environment& environment) {
  for (const PassedArgument& passed : expansion.arguments) {
    const auto wanted = dimension_of_unit(passed.argument->unit);
    const EvaluationResult result = evaluate(expansion.expression, passed.node, environment);
    const auto* value = std::get_if<Quantity>(&result);
    if (value == nullptr || !wanted || value->dimension == *wanted || is_ambiguous(expansion.expression, passed.node))
      continue;
    const std::string unit = passed.argument->unit.empty() ? "" : fmt::format(", such as {}", passed.argument->unit);
    return CalculationError{"dimension_clash",
                            fmt::format("'{}' of {} is {}{}; this is {}", passed.argument->name, passed.formula->id,
                                        describe(*wanted), unit, describe(value->dimension)),
                            passed.range};
  }
  return std::nullopt;
}

}  // namespace

LibraryCalculationResult calculate(std::string_view text, const Library& library, const Environment& environment) {
  ParseResult read = parse_expression(text, names_of(library));
  if (const auto* error = std::get_if<ParseError>(&read))
    return CalculationError{name_of(error->kind), describe(*error), error->range};
  auto& parsed = std::get<ParsedExpression>(read);
  ExpansionResult expanded = expand(parsed.expression, library, {}, text);
  if (auto* error = std::get_if<ExpansionError>(&expanded))
    return CalculationError{name(error->kind), std::move(error->message), error->range};
  auto& expansion = std::get<Expansion>(expanded);

  choose_readings(expansion);
  if (auto error = misfit(expansion, environment)) return std::move(*error);

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
