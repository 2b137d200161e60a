// The strict front end of the expression language: `napkin eval`, templates, formulas, labs. The grammar stands at
// the head of parse.cpp.
#pragma once

#include <cstdint>
#include <functional>
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
  named_argument,     // "min(a=1)": only formulas have named arguments
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

/// What the reader asks of the names that are defined elsewhere (formula/names.hpp). All members are optional.
struct Names {
  std::function<bool(std::string_view name)> is_formula;
  /// Bytes of a reference to a registry entry at the start of the text, whose name may hold hyphens: 10 of
  /// "llama-3-8b, 4096", 36 of "hw.h100-sxm.memory.bandwidth * 2"; 0 where there is none.
  std::function<std::size_t(std::string_view text)> reference;
  /// Formulas that a misspelt name may mean, best first.
  std::function<std::vector<std::string>(std::string_view name)> similar;
};

/// Never throws and always ends, on any bytes. Without `names`, only the built-in functions can be called.
ParseResult parse_expression(std::string_view text, const Names& names = {});

}  // namespace napkin::engine
