// All small expressions against the slow reference, and what is printed against what was read.
#include <cmath>
#include <string>

#include <catch2/catch.hpp>

#include "engine/expression/evaluate.hpp"
#include "engine/expression/parse.hpp"
#include "reference_evaluator.hpp"

using namespace napkin::engine;
using reference::Outcome;

namespace {

std::string as_text(const std::string& tokens) {
  std::string text;
  for (const char token : tokens) {
    if (token == 's') {
      text += "3 s ";
    } else if (token == 'b') {
      text += "5 byte ";
    } else {
      text += std::string(1, token) + " ";
    }
  }
  return text;
}

bool same_tree(const Expression& a, NodeId x, const Expression& b, NodeId y) {
  const Node &left = a.at(x), &right = b.at(y);
  if (left.kind != right.kind || left.operand_count != right.operand_count) return false;
  if (left.kind == NodeKind::call && left.function != right.function) return false;
  if (left.kind == NodeKind::symbol) return a.symbols[left.payload] == b.symbols[right.payload];
  if (left.kind == NodeKind::literal) {
    const Literal &p = a.literals[left.payload], &q = b.literals[right.payload];
    if (p.number != q.number || p.readings.empty() != q.readings.empty()) return false;
    return p.readings.empty() ||
           (p.readings[0].scale == q.readings[0].scale && p.readings[0].dimension == q.readings[0].dimension &&
            p.readings[0].labels == q.readings[0].labels);
  }
  for (std::size_t i = 0; i < left.operand_count; ++i)
    if (!same_tree(a, a.operands(left)[i], b, b.operands(right)[i])) return false;
  return true;
}

/// Empty where printing and reading gives the same tree again.
std::string broken_round_trip(const Expression& expression) {
  const std::string printed = print(expression);
  const ParseResult again = parse_expression(printed);
  const auto* parsed = std::get_if<ParsedExpression>(&again);
  if (parsed == nullptr) return "cannot be read again: " + printed;
  if (!same_tree(expression, expression.root, parsed->expression, parsed->expression.root))
    return "another tree: " + printed;
  if (print(parsed->expression) != printed) return "another text: " + printed;
  return {};
}

bool agrees(const Quantity& value, const reference::Value& expected) {
  const double exact = static_cast<double>(expected.numerator) / static_cast<double>(expected.denominator);
  const Dimension dimension = Dimension(Base::time, expected.time) * Dimension(Base::information, expected.information);
  return value.dimension == dimension && std::abs(value.value.middle() - exact) <= 1e-12 * std::abs(exact) &&
         value.value.width() <= 1e-12 * std::abs(exact);
}

/// Empty where the engine says what the reference says.
std::string disagreement(const std::string& tokens) {
  const ParseResult result = parse_expression(as_text(tokens));
  const reference::Result expected = reference::evaluate(tokens);
  const auto* parsed = std::get_if<ParsedExpression>(&result);
  if ((parsed == nullptr) != (expected.outcome == Outcome::no_expression)) return "one reads it, the other does not";
  if (parsed == nullptr) return {};
  if (std::string broken = broken_round_trip(parsed->expression); !broken.empty()) return broken;

  const EvaluationResult value = evaluate(parsed->expression);
  const auto* quantity = std::get_if<Quantity>(&value);
  if (expected.outcome == Outcome::error && quantity != nullptr) return "an error is computed";
  if (expected.outcome != Outcome::value) return {};
  if (quantity == nullptr) return "a value is refused";
  return agrees(*quantity, expected.value) ? "" : "values differ";
}

struct Tally {
  std::size_t texts = 0, expressions = 0;
};

/// Every text of up to `length` tokens.
void check_all(const std::string& alphabet, std::size_t length, std::string& tokens, Tally& tally) {
  if (!tokens.empty()) {
    ++tally.texts;
    if (reference::evaluate(tokens).outcome != Outcome::no_expression) ++tally.expressions;
    if (const std::string problem = disagreement(tokens); !problem.empty())
      FAIL_CHECK(as_text(tokens) << ": " << problem);
  }
  if (tokens.size() == length) return;
  for (const char token : alphabet) {
    tokens.push_back(token);
    check_all(alphabet, length, tokens, tally);
    tokens.pop_back();
  }
}

Tally check_all(const std::string& alphabet, std::size_t length) {
  std::string tokens;
  Tally tally;
  check_all(alphabet, length, tokens, tally);
  return tally;
}

}  // namespace

TEST_CASE("all small expressions mean what the reference says", "[exhaustive]") {
  const Tally numbers = check_all("23+-*/^()", 5);
  CHECK(numbers.expressions == 404);
  const Tally chains = check_all("2-/^", 7);
  CHECK(chains.expressions == 169);
  const Tally nested = check_all("2-*()", 7);
  CHECK(nested.expressions == 207);
  const Tally units = check_all("2sb+*/^", 5);
  CHECK(units.expressions == 471);
}

TEST_CASE("random pieces never break the reader, and what it reads it can print", "[exhaustive]") {
  const std::string pieces[] = {"1",      "2.50", "1,500",    "3e-4", " ",    "  ",    "GB",    "GB/s", "TFLOPs",
                                "tokens", "k ",   "million ", "$",    "/",    "*",     "+",     "-",    "^",
                                "**",     "(",    ")",        ",",    "min(", "ceil(", "log2(", "to ",  "hw.x.y",
                                "x",      "×",    "÷",        "−",    "µs",   "mm²",   "%",     "°C",   "/hr",
                                "-hour",  "\xff", "\xc3",     "\n",   "_",    "e",     "1/s",   "é"};
  constexpr std::size_t count = sizeof pieces / sizeof pieces[0];
  std::uint64_t state = 12345;
  const auto next = [&state] {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U);
  };
  std::size_t read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = next() % 12; i-- > 0;) text += pieces[next() % count];
    const ParseResult result = parse_expression(text);
    if (const auto* error = std::get_if<ParseError>(&result)) {
      if (error->range.begin > error->range.end || error->range.end > text.size()) FAIL_CHECK("range of " << text);
      continue;
    }
    ++read;
    const auto& expression = std::get<ParsedExpression>(result).expression;
    if (const std::string broken = broken_round_trip(expression); !broken.empty()) FAIL_CHECK(text << ": " << broken);
    evaluate(expression);
  }
  CHECK(read > 500);
}
