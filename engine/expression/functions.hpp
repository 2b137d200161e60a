// The functions of the expression language: one table for the parser, the evaluator and the printer.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "engine/expression/expression.hpp"

namespace napkin::engine {

struct FunctionInfo {
  Function function = Function::min;
  std::string_view name;
  std::size_t fewest_arguments = 1;
  std::size_t most_arguments = 1;
  std::string_view doc;
};

std::span<const FunctionInfo> all_functions();
const FunctionInfo& info(Function function);
/// Case counts: names are lower case.
std::optional<Function> function_named(std::string_view name);

}  // namespace napkin::engine
