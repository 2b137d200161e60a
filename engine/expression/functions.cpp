#include "engine/expression/functions.hpp"

#include <array>
#include <limits>

namespace napkin::engine {
namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

// In the order of the enumeration.
constexpr std::array<FunctionInfo, 13> functions = {{
    {Function::min, "min", 1, any_number, "the least of its arguments"},
    {Function::max, "max", 1, any_number, "the greatest of its arguments"},
    {Function::floor, "floor", 1, 1, "the next whole number below, of a pure number"},
    {Function::ceil, "ceil", 1, 1, "the next whole number above, of a pure number"},
    {Function::round, "round", 1, 1, "the nearest whole number, of a pure number"},
    {Function::sqrt, "sqrt", 1, 1, "square root, of its dimension too"},
    {Function::log2, "log2", 1, 1, "logarithm to base 2, of a pure number"},
    {Function::log10, "log10", 1, 1, "logarithm to base 10, of a pure number"},
    {Function::ln, "ln", 1, 1, "natural logarithm, of a pure number"},
    {Function::exp, "exp", 1, 1, "e to the power of a pure number"},
    {Function::pow, "pow", 2, 2, "pow(a, b) is a^b"},
    {Function::abs, "abs", 1, 1, "absolute value"},
    {Function::sum, "sum", 1, any_number, "the sum of its arguments"},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < functions.size(); ++i)
    if (static_cast<std::size_t>(functions[i].function) != i) return false;
  return true;
}
static_assert(in_order(), "info() indexes the table by the enumeration");

}  // namespace

std::span<const FunctionInfo> all_functions() { return functions; }

const FunctionInfo& info(Function function) { return functions[static_cast<std::size_t>(function)]; }

std::optional<Function> function_named(std::string_view name) {
  for (const FunctionInfo& row : functions)
    if (row.name == name) return row.function;
  return std::nullopt;
}

}  // namespace napkin::engine
