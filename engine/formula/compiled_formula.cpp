#include "engine/formula/compiled_formula.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/expression/describe.hpp"
#include "engine/formula/expand.hpp"

namespace napkin::engine {
namespace {

/// The symbols of an expression that are fields of entries, each once.
std::vector<std::string> fields_in(const Expression& expression) {
  std::vector<std::string> result;
  for (const std::string& name : expression.symbols)
    if (name.find('.') != std::string::npos && std::find(result.begin(), result.end(), name) == result.end())
      result.push_back(name);
  return result;
}

std::vector<OpenEntry> entries_of(const Formula& formula) {
  std::vector<OpenEntry> result;
  for (const Argument& argument : formula.arguments)
    if (argument.entity) result.push_back({std::string(argument.name), *argument.entity});
  return result;
}

/// "device.peak(precision)" has the dimension of the field `peak`; fields of parts ("system.accelerator.peak") and
/// counts of them are looked for by what follows the role.
std::optional<Dimension> dimension_of_field(std::span<const OpenEntry> entries, const Registry& registry,
                                            std::string_view name) {
  const std::string_view path = name.substr(0, name.find('('));
  std::size_t dot = path.find('.');
  const auto entry = std::find_if(entries.begin(), entries.end(),
                                  [&](const OpenEntry& open) { return open.name == path.substr(0, dot); });
  if (entry == entries.end()) return std::nullopt;
  if (path.ends_with(".count")) return Dimension{};
  const std::string_view rest = path.substr(dot + 1);
  if (const Field* field = registry.field(rest, entry->kind)) return dimension_of_unit(field->units.front());
  for (dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.', dot + 1))
    for (const Field& field : registry.fields())
      if (field.path == rest.substr(dot + 1)) return dimension_of_unit(field.units.front());
  return std::nullopt;
}

/// The expression as a program, if it gives the wanted dimension.
std::variant<Program, std::string> compiled(const Expression& expression, const std::vector<Input>& inputs,
                                            const Dimension& wanted, std::string_view unit) {
  const CompileResult result = compile(expression, inputs);
  if (const auto* error = std::get_if<EvaluationError>(&result)) return describe(*error, expression);
  const Program& program = std::get<Program>(result);
  if (program.dimension() == wanted) return program;
  return fmt::format("the expression gives {}, the result is said to be in '{}'", to_string(program.dimension()), unit);
}

}  // namespace

std::optional<Dimension> dimension_of_unit(std::string_view unit) {
  if (unit.empty()) return Dimension{};
  const std::vector<UnitReading> readings = read_unit(unit);
  if (readings.empty()) return std::nullopt;
  return readings.front().dimension;
}

ExpressionCompileResult compile_expression(std::string_view text, std::span<const Input> values,
                                           std::span<const OpenEntry> entries, const Library& library) {
  const ParseResult read = parse_expression(text, names_of(library));
  if (const auto* error = std::get_if<ParseError>(&read)) return ExpressionFault{describe(*error), error->range};
  const auto& parsed = std::get<ParsedExpression>(read);
  if (!parsed.target.empty())
    return ExpressionFault{"no 'to' or 'in' here; the unit is given apart", parsed.target_range};
  const ExpansionResult expanded = expand(parsed.expression, library, entries);
  if (const auto* error = std::get_if<ExpansionError>(&expanded)) return ExpressionFault{error->message, error->range};
  const Expression& expression = std::get<Expansion>(expanded).expression;

  CompiledFormula result;
  for (const Input& value : values)
    if (std::find(expression.symbols.begin(), expression.symbols.end(), value.name) != expression.symbols.end())
      result.inputs.push_back(value);
  for (const std::string& name : fields_in(expression)) {
    const std::optional<Dimension> dimension = dimension_of_field(entries, library.registry(), name);
    if (!dimension) return ExpressionFault{fmt::format("nothing defines '{}'", name), {0, text.size()}};
    result.inputs.push_back({name, *dimension});
  }
  CompileResult compiled = compile(expression, result.inputs);
  if (const auto* error = std::get_if<EvaluationError>(&compiled))
    return ExpressionFault{describe(*error, expression), expression.at(error->node).range};
  result.program = std::get<Program>(std::move(compiled));
  return result;
}

FormulaCompileResult compile(const Formula& formula, const Library& library) {
  const ExpansionResult expanded = expand(formula, library);
  if (const auto* error = std::get_if<ExpansionError>(&expanded)) return error->message;
  const Expression& expression = std::get<Expansion>(expanded).expression;

  CompiledFormula result;
  for (const Argument& argument : formula.arguments) {
    if (argument.entity) continue;
    const std::optional<Dimension> dimension = dimension_of_unit(argument.unit);
    if (!dimension) return fmt::format("unknown unit '{}' of argument '{}'", argument.unit, argument.name);
    result.inputs.push_back({std::string(argument.name), *dimension});
  }
  for (const std::string& name : fields_in(expression)) {
    const std::optional<Dimension> dimension = dimension_of_field(entries_of(formula), library.registry(), name);
    if (!dimension) return fmt::format("'{}' is no field that such an entry has", name);
    result.inputs.push_back({name, *dimension});
  }
  const std::optional<Dimension> wanted = dimension_of_unit(formula.unit);
  if (!wanted) return fmt::format("unknown unit '{}' of the result", formula.unit);
  auto program = compiled(expression, result.inputs, *wanted, formula.unit);
  if (auto* message = std::get_if<std::string>(&program)) return std::move(*message);
  result.program = std::get<Program>(std::move(program));
  return result;
}

}  // namespace napkin::engine
