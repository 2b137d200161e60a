#include "engine/expression/calculate.hpp"

#include <algorithm>

#include "engine/expression/describe.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::engine {
namespace {

std::string_view name(EvaluationErrorKind kind) {
  switch (kind) {
    case EvaluationErrorKind::dimension_clash: return "dimension_clash";
    case EvaluationErrorKind::unknown_symbol: return "unknown_symbol";
    case EvaluationErrorKind::division_by_zero: return "division_by_zero";
    case EvaluationErrorKind::domain: return "domain";
    case EvaluationErrorKind::no_truth: return "no_truth";
    case EvaluationErrorKind::argument_count: return "argument_count";
    case EvaluationErrorKind::too_deep: return "too_deep";
    case EvaluationErrorKind::not_finite: return "not_finite";
  }
  return {};
}

/// Turns whatever went wrong in resolve() into words and a place.
struct ToError {
  const ParsedExpression& parsed;

  TextRange root() const { return parsed.expression.at(parsed.expression.root).range; }

  CalculationError operator()(const Resolution&) const { return {}; }
  CalculationError operator()(const EvaluationError& error) const {
    return {name(error.kind), describe(error, parsed.expression), parsed.expression.at(error.node).range};
  }
  CalculationError operator()(const TargetClash& clash) const {
    return {"dimension_clash", describe(clash), parsed.target_range};
  }
  CalculationError operator()(const Ambiguous& ambiguity) const {
    return {"ambiguous_unit", describe(ambiguity, parsed.expression), root()};
  }
};

/// Whether the text counts in FLOP, and wants its answer so.
bool speaks_of_flop(const Expression& expression) {
  return std::any_of(expression.literals.begin(), expression.literals.end(), [](const Literal& literal) {
    return !literal.readings.empty() && literal.readings.front().symbol.find("FLOP") != std::string::npos;
  });
}

/// "TFLOP/s" for "TOP/s".
std::string in_flop(std::string symbol) {
  const std::size_t at = std::min(symbol.find("OP"), symbol.find("op"));
  if (at != std::string::npos) symbol.replace(at, 2, "FLOP");
  return symbol;
}

NaturalUnit answer_unit(const ParsedExpression& parsed, const Resolution& resolution) {
  if (!parsed.target.empty()) {
    const UnitReading& target = parsed.target[resolution.target];
    return {target.symbol, target.scale};
  }
  NaturalUnit unit = natural_unit(resolution.value);
  const bool counts_operations = resolution.value.dimension.halves(Base::operation) != 0;
  if (counts_operations && speaks_of_flop(parsed.expression)) unit.symbol = in_flop(unit.symbol);
  return unit;
}

}  // namespace

std::string_view name_of(ParseErrorKind kind) {
  switch (kind) {
    case ParseErrorKind::empty: return "empty";
    case ParseErrorKind::too_long: return "too_long";
    case ParseErrorKind::too_deep: return "too_deep";
    case ParseErrorKind::unexpected: return "unexpected";
    case ParseErrorKind::bad_number: return "bad_number";
    case ParseErrorKind::unknown_unit: return "unknown_unit";
    case ParseErrorKind::unknown_function: return "unknown_function";
    case ParseErrorKind::argument_count: return "argument_count";
    case ParseErrorKind::juxtaposition: return "juxtaposition";
    case ParseErrorKind::comma_in_argument: return "comma_in_argument";
    case ParseErrorKind::named_argument: return "named_argument";
  }
  return {};
}

CalculationResult calculate(std::string_view text, const Environment& environment) {
  ParseResult read = parse_expression(text);
  if (const auto* error = std::get_if<ParseError>(&read))
    return CalculationError{name_of(error->kind), describe(*error), error->range};
  return calculate(std::get<ParsedExpression>(read), environment);
}

CalculationResult calculate(const ParsedExpression& parsed, const Environment& environment) {
  const ResolutionResult resolved = resolve(parsed.expression, parsed.target, environment);
  const auto* resolution = std::get_if<Resolution>(&resolved);
  if (resolution == nullptr) return std::visit(ToError{parsed}, resolved);

  Environment chosen = environment;
  chosen.reading_of_literal = resolution->reading_of_literal;
  Calculation calculation;
  calculation.expression = print(parsed.expression, parsed.expression.root, chosen);
  calculation.value = resolution->value;
  calculation.unit = answer_unit(parsed, *resolution);
  calculation.text = format_in(calculation.value, {calculation.unit.scale, {}, {}, calculation.unit.symbol});
  calculation.steps = explain(parsed.expression, parsed.expression.root, chosen);
  return calculation;
}

}  // namespace napkin::engine
