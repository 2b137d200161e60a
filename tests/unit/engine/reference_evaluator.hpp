// A second reading of the strict language's arithmetic, slow and by other means than the parser's: it looks for the
// operator at which a text has to be split, and computes with exact fractions. For tests.
#pragma once

#include <cstdint>
#include <string_view>

namespace napkin::engine::reference {

/// A fraction with the exponents of its time and information.
struct Value {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;  // positive
  int time = 0;
  int information = 0;
};

enum class Outcome {
  value,
  no_expression,  // not of the grammar
  error,          // division by zero, unequal dimensions
  beyond,         // fine, but more than these fractions can follow
};

struct Result {
  Outcome outcome = Outcome::value;
  Value value;
};

/// One character a token: '2' '3' '5' numbers, 's' is "3 s", 'b' is "5 byte"; operators + - * / ^ and parentheses.
Result evaluate(std::string_view tokens);

}  // namespace napkin::engine::reference
