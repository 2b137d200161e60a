#include "engine/load/check_formula.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/formula/calculator.hpp"
#include "engine/formula/compiled_formula.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::engine::load {
namespace {

class FormulaCheck {
 public:
  FormulaCheck(const Formula& formula, const Library& library, const LibraryStore& store)
      : formula_(formula), library_(library), store_(store) {}

  std::vector<LoadError> run() {
    check_arguments();
    if (!errors_.empty()) return std::move(errors_);
    const FormulaCompileResult compiled = compile(formula_, library_);
    if (const auto* message = std::get_if<std::string>(&compiled))
      report(formula_.expression, fmt::format("formula {}: {}", formula_.id, *message));
    else
      for (const Example& example : formula_.examples) check_example(example);
    return std::move(errors_);
  }

 private:
  void report(std::string_view at, std::string message) {
    const Position* position = store_.position(at);
    if (position == nullptr) position = store_.position(formula_.id);
    LoadError error;
    if (position != nullptr) error = {position->path, position->line, position->column, {}};
    error.message = std::move(message);
    errors_.push_back(std::move(error));
  }

  void check_arguments() {
    bool optional_before = false;
    for (std::size_t i = 0; i < formula_.arguments.size(); ++i) {
      const Argument& argument = formula_.arguments[i];
      const auto repeats = std::count_if(formula_.arguments.begin(), formula_.arguments.end(),
                                         [&](const Argument& other) { return other.name == argument.name; });
      if (repeats > 1) report(argument.name, fmt::format("{} has two arguments '{}'", formula_.id, argument.name));
      if (argument.is_list && i + 1 != formula_.arguments.size())
        report(argument.name,
               fmt::format("the list '{}' of {} has to be its last argument", argument.name, formula_.id));
      if (argument.default_text.empty() && optional_before)
        report(argument.name, fmt::format("'{}' of {} is required and stands behind an optional argument",
                                          argument.name, formula_.id));
      optional_before = optional_before || !argument.default_text.empty();
    }
  }

  void check_example(const Example& example) {
    const LibraryCalculationResult called = calculate(example.call, library_);
    if (const auto* error = std::get_if<CalculationError>(&called)) {
      report(example.call, fmt::format("example of {}: {}", formula_.id, error->message));
      return;
    }
    const LibraryCalculationResult wanted = calculate(example.value, library_);
    if (const auto* error = std::get_if<CalculationError>(&wanted)) {
      report(example.value, fmt::format("example of {}: {}", formula_.id, error->message));
      return;
    }
    const Quantity& value = std::get<LibraryCalculation>(called).calculation.value;
    const Quantity& stated = std::get<LibraryCalculation>(wanted).calculation.value;
    if (value.dimension != stated.dimension)
      report(example.value, fmt::format("example of {}: the formula gives {}, the example says {}", formula_.id,
                                        to_string(value.dimension), to_string(stated.dimension)));
    else if (!as_printed(example.value).meets(value.value))
      report(example.value, fmt::format("example of {}: the formula gives {}, the example says {}", formula_.id,
                                        format_natural(value, 8), example.value));
  }

  /// What the printed digits leave open, in base units.
  Interval as_printed(std::string_view text) const {
    const ParseResult read = parse_expression(text);
    const auto* parsed = std::get_if<ParsedExpression>(&read);
    if (parsed == nullptr || parsed->expression.literals.size() != 1) return {};
    Expression expression = parsed->expression;
    expression.literals.front().value = expression.literals.front().number.as_written();
    const EvaluationResult result = evaluate(expression);
    const auto* quantity = std::get_if<Quantity>(&result);
    if (quantity == nullptr) return {};
    const double slack = 1e-9 * std::max(std::abs(quantity->value.lo), std::abs(quantity->value.hi));
    return {quantity->value.lo - slack, quantity->value.hi + slack};
  }

  const Formula& formula_;
  const Library& library_;
  const LibraryStore& store_;
  std::vector<LoadError> errors_;
};

}  // namespace

std::vector<LoadError> check_formula(const Formula& formula, const Library& library, const LibraryStore& store) {
  return FormulaCheck(formula, library, store).run();
}

}  // namespace napkin::engine::load
