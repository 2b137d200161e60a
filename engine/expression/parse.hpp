// The strict front end of the expression language: `napkin eval`, templates, formulas, labs. The grammar stands at
// the head of parse.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/expression/expression.hpp"

namespace napkin::engine {

struct ParsedExpression {
  Expression expression;
  /// What stands behind "to": every reading of the unit, preferred first. Empty where nothing does.
  std::vector<UnitReading> target;
  TextRange target_range;
};

enum class ParseErrorKind : std::uint8_t {
  empty,
  too_long,
  too_deep,
  unexpected,  // found something else than was expected, or the end
  bad_number,
  unknown_unit,
  unknown_function,
  argument_count,
  juxtaposition,      // "2 (3)", "a b", "2 x 3": an operator is missing
  comma_in_argument,  // "min(1,500)": two arguments or fifteen hundred?
};

/// A parse error as facts; describe() (describe.hpp) turns it into words.
struct ParseError {
  ParseErrorKind kind = ParseErrorKind::unexpected;
  TextRange range;                       // in the text; empty at its end
  std::string found;                     // the text of the range
  std::string expected;                  // of `unexpected`: "a number, a name or '('"
  std::vector<std::string> suggestions;  // did you mean
};

using ParseResult = std::variant<ParsedExpression, ParseError>;

inline constexpr std::size_t longest_expression = 20'000;

/// Never throws and always ends, on any bytes.
ParseResult parse_expression(std::string_view text);

}  // namespace napkin::engine
