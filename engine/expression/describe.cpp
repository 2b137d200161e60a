#include "engine/expression/describe.hpp"

#include <fmt/format.h>

#include "engine/expression/functions.hpp"
#include "engine/quantity/dimension_name.hpp"

namespace napkin::engine {
namespace {

std::string quoted(const std::vector<std::string>& words) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i)
    result += (i == 0 ? "'" : i + 1 == words.size() ? " or '" : ", '") + words[i] + "'";
  return result;
}

std::string did_you_mean(const std::vector<std::string>& suggestions) {
  return suggestions.empty() ? std::string() : "; did you mean " + quoted(suggestions) + "?";
}

std::string found_or_end(const ParseError& error) { return error.found.empty() ? "the end" : "'" + error.found + "'"; }

std::string unknown_unit(const ParseError& error) {
  const auto forbidden = forbidden_unit(error.found);
  const std::string why = forbidden ? fmt::format(" ({})", forbidden->why) : std::string();
  return fmt::format("unknown unit '{}'{}{}", error.found, why, did_you_mean(error.suggestions));
}

/// Often a unit's name where a value is due.
std::string unknown_symbol(const std::string& name) {
  const std::string undefined = fmt::format("nothing defines '{}'", name);
  if (read_unit(name).empty()) return undefined;
  return fmt::format("{0}; if the unit is meant, write '1 {1}', and compounds without spaces (GB/s)", undefined, name);
}

std::string hint(const Dimension& is, const Dimension& should_be) {
  const auto factor = missing_factor(is, should_be);
  return factor ? "; " + *factor : std::string();
}

const char* verb(const Node& node) {
  switch (node.kind) {
    case NodeKind::add: return "add";
    case NodeKind::subtract: return "subtract";
    default: return node.kind == NodeKind::call && node.function == Function::sum ? "add" : "compare";
  }
}

/// Of operations that want two operands of one dimension.
bool joins_two(const Node& node) {
  if (node.kind == NodeKind::call) {
    const Signature signature = info(node.function).signature;
    return signature == Signature::alike || signature == Signature::conditional;
  }
  return node.kind != NodeKind::negate && node.kind != NodeKind::power;
}

std::string dimension_clash(const EvaluationError& error, const Expression& expression) {
  const Node& node = expression.at(error.node);
  if (joins_two(node))
    return fmt::format("cannot {} {} and {}{}", verb(node), describe(error.left), describe(error.right),
                       hint(error.right, error.left));
  if (node.kind == NodeKind::call && node.function != Function::pow && node.function != Function::sqrt)
    return fmt::format("{} takes a pure number, not {}; divide by a unit first", info(node.function).name,
                       describe(error.left));
  if (node.kind == NodeKind::call && node.function == Function::sqrt)
    return fmt::format("{} has no square root here", describe(error.left));
  return fmt::format(
      "{} cannot stand in this power: an exponent is a pure number, and whole or half where the base has a "
      "dimension",
      describe(error.left));
}

}  // namespace

std::string describe(const ParseError& error) {
  switch (error.kind) {
    case ParseErrorKind::empty: return "there is no expression; example: 275 TOPS / 204.8 GB/s to op/byte";
    case ParseErrorKind::too_long: return fmt::format("longer than {} bytes", longest_expression);
    case ParseErrorKind::too_deep:
      return fmt::format("nested deeper than {} levels; sum(…) adds any number of terms", max_expression_depth);
    case ParseErrorKind::unexpected: return fmt::format("expected {}, found {}", error.expected, found_or_end(error));
    case ParseErrorKind::bad_number: return fmt::format("'{}' is no number that can be computed with", error.found);
    case ParseErrorKind::unknown_unit: return unknown_unit(error);
    case ParseErrorKind::unknown_function:
      return fmt::format("unknown function '{}'{}", error.found, did_you_mean(error.suggestions));
    case ParseErrorKind::argument_count:
      return fmt::format("'{}' takes {} argument{}", error.found, error.expected, error.expected == "1" ? "" : "s");
    case ParseErrorKind::juxtaposition:
      return fmt::format("no operator before {}; write '*' to multiply", found_or_end(error));
    case ParseErrorKind::comma_in_argument:
      return fmt::format(
          "'{}' may be one number or two arguments; write '_' between thousands, or a space behind the comma",
          error.found);
    case ParseErrorKind::named_argument:
      return fmt::format("'{}' takes its arguments by their places, without names", error.found);
  }
  return {};
}

std::string describe(const EvaluationError& error, const Expression& expression) {
  switch (error.kind) {
    case EvaluationErrorKind::dimension_clash: return dimension_clash(error, expression);
    case EvaluationErrorKind::unknown_symbol: return unknown_symbol(error.name);
    case EvaluationErrorKind::division_by_zero: return "division by zero";
    case EvaluationErrorKind::domain: return "undefined for this argument";
    case EvaluationErrorKind::no_truth: return "a condition is due here: a comparison such as 'a < b'";
    case EvaluationErrorKind::argument_count: return "wrong number of arguments";
    case EvaluationErrorKind::too_deep: return fmt::format("nested deeper than {} levels", max_expression_depth);
    case EvaluationErrorKind::not_finite: return "too large to compute";
  }
  return {};
}

std::string describe(const TargetClash& clash) {
  return fmt::format("the value is {}, the unit asked for is of {}{}", describe(clash.value), describe(clash.target),
                     hint(clash.value, clash.target));
}

std::string describe(const Ambiguous& ambiguity, const Expression& expression) {
  std::vector<std::string> symbols;
  if (ambiguity.literal < expression.literals.size())
    for (const UnitReading& reading : expression.literals[ambiguity.literal].readings)
      symbols.push_back(reading.symbol);
  return fmt::format("a unit can be read in several ways; write {}", quoted(symbols));
}

}  // namespace napkin::engine
