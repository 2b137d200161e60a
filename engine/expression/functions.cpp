#include "engine/expression/functions.hpp"

#include <array>
#include <limits>

namespace napkin::engine {
namespace {

constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

// In the order of the enumeration.
constexpr std::array<FunctionInfo, 33> functions = {{
    {Function::min, "min", 1, any_number, Signature::alike, "the least of its arguments"},
    {Function::max, "max", 1, any_number, Signature::alike, "the greatest of its arguments"},
    {Function::floor, "floor", 1, 1, Signature::pure, "the next whole number below, of a pure number"},
    {Function::ceil, "ceil", 1, 1, Signature::pure, "the next whole number above, of a pure number"},
    {Function::round, "round", 1, 1, Signature::pure, "the nearest whole number, of a pure number"},
    {Function::sqrt, "sqrt", 1, 1, Signature::root, "square root, of its dimension too"},
    {Function::log2, "log2", 1, 1, Signature::pure, "logarithm to base 2, of a pure number"},
    {Function::log10, "log10", 1, 1, Signature::pure, "logarithm to base 10, of a pure number"},
    {Function::ln, "ln", 1, 1, Signature::pure, "natural logarithm, of a pure number"},
    {Function::exp, "exp", 1, 1, Signature::pure, "e to the power of a pure number"},
    {Function::pow, "pow", 2, 2, Signature::raised, "pow(a, b) is a^b"},
    {Function::abs, "abs", 1, 1, Signature::alike, "absolute value"},
    {Function::sum, "sum", 1, any_number, Signature::alike, "the sum of its arguments"},
    {Function::product, "product", 1, any_number, Signature::multiplied, "the product of its arguments"},
    {Function::mean, "mean", 1, any_number, Signature::alike, "the arithmetic mean of its arguments"},
    {Function::count, "count", 1, any_number, Signature::counted, "how many arguments there are"},
    {Function::mod, "mod", 2, 2, Signature::alike, "mod(a, b) is what a leaves over after whole multiples of b"},
    {Function::sin, "sin", 1, 1, Signature::pure, "sine of an angle in radians"},
    {Function::cos, "cos", 1, 1, Signature::pure, "cosine of an angle in radians"},
    {Function::tan, "tan", 1, 1, Signature::pure, "tangent of an angle in radians"},
    {Function::asin, "asin", 1, 1, Signature::pure, "the angle in radians that has this sine"},
    {Function::acos, "acos", 1, 1, Signature::pure, "the angle in radians that has this cosine"},
    {Function::atan, "atan", 1, 1, Signature::pure, "the angle in radians that has this tangent"},
    {Function::tanh, "tanh", 1, 1, Signature::pure, "hyperbolic tangent"},
    {Function::erf, "erf", 1, 1, Signature::pure, "the error function"},
    {Function::normal_cdf, "normal_cdf", 1, 1, Signature::pure,
     "share of a standard normal distribution below this value"},
    {Function::normal_quantile, "normal_quantile", 1, 1, Signature::pure,
     "the value below which this share of a standard normal distribution lies"},
    {Function::gamma_ln, "gamma_ln", 1, 1, Signature::pure, "natural logarithm of the gamma function: ln((x - 1)!)"},
    {Function::erlang_b, "erlang_b", 2, 2, Signature::pure,
     "erlang_b(servers, load): share of arrivals that find all servers busy and leave"},
    {Function::erlang_c, "erlang_c", 2, 2, Signature::pure,
     "erlang_c(servers, load): share of arrivals that have to wait"},
    {Function::poisson_cdf, "poisson_cdf", 2, 2, Signature::pure,
     "poisson_cdf(k, mean): probability of at most k events"},
    {Function::binomial_cdf, "binomial_cdf", 3, 3, Signature::pure,
     "binomial_cdf(k, n, p): probability of at most k successes in n trials"},
    {Function::conditional, "if", 3, 3, Signature::conditional, "if(condition, then, otherwise)"},
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
