// The functions of the expression language: one table for the parser, the evaluator and the printer.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "engine/expression/expression.hpp"

namespace napkin::engine {

/// What a function asks of the dimensions of its arguments, and gives.
enum class Signature : std::uint8_t {
  alike,        // all of one dimension, which is the result's
  multiplied,   // any; the result's is their product
  counted,      // any; a pure number
  pure,         // pure numbers; a pure number
  root,         // the square root of its argument's
  raised,       // pow: any and a pure number
  conditional,  // a truth value and two alike
};

struct FunctionInfo {
  Function function = Function::min;
  std::string_view name;
  std::size_t fewest_arguments = 1;
  std::size_t most_arguments = 1;
  Signature signature = Signature::pure;
  std::string_view doc;
};

std::span<const FunctionInfo> all_functions();
const FunctionInfo& info(Function function);
/// Case counts: names are lower case.
std::optional<Function> function_named(std::string_view name);

}  // namespace napkin::engine
