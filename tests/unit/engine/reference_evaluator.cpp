#include "reference_evaluator.hpp"

#include <cstdlib>
#include <numeric>
#include <optional>

namespace napkin::engine::reference {
namespace {

constexpr std::int64_t limit = 1'000'000'000;

Result failed(Outcome outcome) { return {outcome, {}}; }

Result reduced(std::int64_t numerator, std::int64_t denominator, int time, int information) {
  if (denominator == 0) return failed(Outcome::error);
  if (denominator < 0) numerator = -numerator, denominator = -denominator;
  const std::int64_t divisor = std::gcd(numerator, denominator);
  numerator /= divisor;
  denominator /= divisor;
  if (std::abs(numerator) > limit || denominator > limit) return failed(Outcome::beyond);
  return {Outcome::value, {numerator, denominator, time, information}};
}

Result sum(Value a, Value b, int sign) {
  if (a.time != b.time || a.information != b.information) return failed(Outcome::error);
  return reduced(a.numerator * b.denominator + sign * b.numerator * a.denominator, a.denominator * b.denominator,
                 a.time, a.information);
}

Result product(Value a, Value b) {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator, a.time + b.time,
                 a.information + b.information);
}

Result quotient(Value a, Value b) {
  return reduced(a.numerator * b.denominator, a.denominator * b.numerator, a.time - b.time,
                 a.information - b.information);
}

Result power(Value base, Value exponent) {
  if (exponent.time != 0 || exponent.information != 0) return failed(Outcome::error);
  if (exponent.denominator != 1 || std::abs(exponent.numerator) > 30) return failed(Outcome::beyond);
  Result result{Outcome::value, {1, 1, 0, 0}};
  for (std::int64_t i = 0; i < std::abs(exponent.numerator) && result.outcome == Outcome::value; ++i)
    result = exponent.numerator > 0 ? product(result.value, base) : quotient(result.value, base);
  return result;
}

Result combined(char op, Result left, Result right) {
  if (left.outcome == Outcome::no_expression || right.outcome == Outcome::no_expression)
    return failed(Outcome::no_expression);
  if (left.outcome != Outcome::value) return left;
  if (right.outcome != Outcome::value) return right;
  switch (op) {
    case '+': return sum(left.value, right.value, 1);
    case '-': return sum(left.value, right.value, -1);
    case '*': return product(left.value, right.value);
    case '/': return quotient(left.value, right.value);
    default: return power(left.value, right.value);
  }
}

bool ends_operand(char c) { return c == '2' || c == '3' || c == '5' || c == 's' || c == 'b' || c == ')'; }

/// The last operator of the two, outside parentheses, that stands behind an operand.
std::optional<std::size_t> last_of(std::string_view tokens, std::string_view operators) {
  int depth = 0;
  for (std::size_t i = tokens.size(); i-- > 1;) {
    depth += tokens[i] == ')' ? 1 : tokens[i] == '(' ? -1 : 0;
    if (depth == 0 && operators.find(tokens[i]) != std::string_view::npos && ends_operand(tokens[i - 1])) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> first_power(std::string_view tokens) {
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    depth += tokens[i] == '(' ? 1 : tokens[i] == ')' ? -1 : 0;
    if (depth == 0 && tokens[i] == '^') return i;
  }
  return std::nullopt;
}

Result of_primary(std::string_view tokens) {
  if (tokens == "2") return {Outcome::value, {2, 1, 0, 0}};
  if (tokens == "3") return {Outcome::value, {3, 1, 0, 0}};
  if (tokens == "5") return {Outcome::value, {5, 1, 0, 0}};
  if (tokens == "s") return {Outcome::value, {3, 1, 1, 0}};
  if (tokens == "b") return {Outcome::value, {5, 1, 0, 1}};
  if (tokens.size() < 3 || tokens.front() != '(' || tokens.back() != ')') return failed(Outcome::no_expression);
  return evaluate(tokens.substr(1, tokens.size() - 2));
}

Result of_signed(std::string_view tokens) {
  if (!tokens.empty() && tokens.front() == '-')
    return combined('*', {Outcome::value, {-1, 1, 0, 0}}, of_signed(tokens.substr(1)));
  if (const auto at = first_power(tokens))
    return combined('^', of_primary(tokens.substr(0, *at)), of_signed(tokens.substr(*at + 1)));
  return of_primary(tokens);
}

Result of_product(std::string_view tokens) {
  const auto at = last_of(tokens, "*/");
  if (!at) return of_signed(tokens);
  return combined(tokens[*at], of_product(tokens.substr(0, *at)), of_signed(tokens.substr(*at + 1)));
}

}  // namespace

Result evaluate(std::string_view tokens) {
  const auto at = last_of(tokens, "+-");
  if (!at) return of_product(tokens);
  return combined(tokens[*at], evaluate(tokens.substr(0, *at)), of_product(tokens.substr(*at + 1)));
}

}  // namespace napkin::engine::reference
