// A formula compiled: its inputs are its quantities and the fields that it reads of its entries.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/expression/program.hpp"
#include "engine/formula/expand.hpp"
#include "engine/formula/library.hpp"

namespace napkin::engine {

struct CompiledFormula {
  Program program;
  /// In the order that the program takes them: the arguments that are quantities, then the fields
  /// ("device.peak(precision)").
  std::vector<Input> inputs;
};

/// Words where the formula's text is wrong: what no argument defines, a clash of dimensions, a result that is not of
/// `unit`.
using FormulaCompileResult = std::variant<CompiledFormula, std::string>;

/// A list argument stands for a single value here.
FormulaCompileResult compile(const Formula& formula, const Library& library);

struct ExpressionFault {
  std::string message;
  TextRange range;  // of the text
};

using ExpressionCompileResult = std::variant<CompiledFormula, ExpressionFault>;

/// A text of the strict language over values and entries that are given later, as a template has them. The inputs are
/// those of `values` that occur, in that order, then the fields ("device.peak(fp16)").
ExpressionCompileResult compile_expression(std::string_view text, std::span<const Input> values,
                                           std::span<const OpenEntry> entries, const Library& library);

/// The dimension of a unit text such as "GB/s"; none for an empty text, nothing for an unknown unit. Of ambiguous
/// readings the first.
std::optional<Dimension> dimension_of_unit(std::string_view unit);

}  // namespace napkin::engine
