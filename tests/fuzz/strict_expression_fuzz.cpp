// Any bytes as an expression of the strict language: parsed, evaluated and described without a crash; every error
// stands in the text, and what we print of a tree is parsed again and gives the same value.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "engine/expression/describe.hpp"
#include "engine/expression/evaluate.hpp"
#include "engine/expression/parse.hpp"

namespace {

using namespace napkin::engine;

void require(bool holds) {
  if (!holds) std::abort();
}

bool close(double a, double b) { return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b)); }

void check_round_trip(const Expression& expression, const Quantity& value) {
  const std::string printed = print(expression);
  if (printed.size() > longest_expression) return;
  const ParseResult again = parse_expression(printed);
  require(std::holds_alternative<ParsedExpression>(again));
  const EvaluationResult result = evaluate(std::get<ParsedExpression>(again).expression);
  const Quantity* same = std::get_if<Quantity>(&result);
  require(same != nullptr && same->dimension == value.dimension);
  require(close(same->value.lo, value.value.lo) && close(same->value.hi, value.value.hi));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const ParseResult result = parse_expression(text);
  if (const auto* error = std::get_if<ParseError>(&result)) {
    require(error->range.begin <= error->range.end && error->range.end <= size);
    require(!describe(*error).empty());
    return 0;
  }
  const auto& [expression, target, target_range] = std::get<ParsedExpression>(result);
  const ResolutionResult resolution = resolve(expression, target);
  if (const auto* clash = std::get_if<TargetClash>(&resolution)) require(!describe(*clash).empty());
  const EvaluationResult value = evaluate(expression);
  if (const auto* quantity = std::get_if<Quantity>(&value)) {
    require(quantity->value.lo <= quantity->value.hi && quantity->value.is_finite());
    check_round_trip(expression, *quantity);
  } else {
    const auto& error = std::get<EvaluationError>(value);
    require(error.node < expression.nodes.size() && !describe(error, expression).empty());
  }
  return 0;
}
