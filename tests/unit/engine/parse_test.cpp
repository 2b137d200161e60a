#include "engine/expression/parse.hpp"

#include <catch2/catch.hpp>

#include "engine/expression/describe.hpp"
#include "engine/expression/evaluate.hpp"

using namespace napkin::engine;

namespace {

/// The tree in the strict language again, or the error.
std::string reprinted(const std::string& text) {
  const ParseResult result = parse_expression(text);
  if (const auto* error = std::get_if<ParseError>(&result)) return "error: " + describe(*error);
  const auto& parsed = std::get<ParsedExpression>(result);
  return print(parsed.expression) + (parsed.target.empty() ? "" : " to " + parsed.target.front().symbol);
}

}  // namespace

TEST_CASE("the strict language gives the tree that it prints", "[parse]") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"1+2*3", "1 + 2 * 3"},
      {"(1+2)*3", "(1 + 2) * 3"},
      {"1-(2-3)", "1 - (2 - 3)"},
      {"1-2-3", "1 - 2 - 3"},
      {"8/4/2", "8 / 4 / 2"},
      {"8/(4/2)", "8 / (4 / 2)"},
      {"-2^2", "-2^2"},
      {"(-2)^2", "(-2)^2"},
      {"2^3^2", "2^3^2"},
      {"(2^3)^2", "(2^3)^2"},
      {"2**-3", "2^-3"},
      {"- -1", "--1"},
      {"2 × 3 ÷ 4 − 1", "2 * 3 / 4 - 1"},
      {"2·3", "2 * 3"},
      {"1,342.7 + 1_000", "1342.7 + 1000"},
      {"0.950", "0.950"},
      {".5", "0.5"},
      {"1.5e-5", "0.000015"},
      {"6.02e23", "6.02e23"},
      {"275 TOPS / 204.8 GB/s to op/byte", "275 TOP/s / 204.8 GB/s to op/byte"},
      {"6 m / 2 s", "6 m / 2 s"},
      {"1/2 kWh", "1 / 2 kWh"},
      {"6 GB/2 s", "6 GB / 2 s"},
      {"5 GB*3", "5 GB * 3"},
      {"5 mm^2", "5 mm^2"},
      {"(5 mm)^2", "(5 mm)^2"},
      {"5 GB^2", "5 GB^2"},
      {"80GB", "80 GB"},
      {"70B params", "70 billion param"},
      {"128k tokens", "128 thousand token"},
      {"3 million tokens/s", "3 million token/s"},
      {"5 GB per second", "5 GB/s"},
      {"2 kg CO2/kWh", "2 kgCO2e/kWh"},
      {"4 GPU-hours", "4 GPU*h"},
      {"100 1/s", "100 1/s"},
      {"10% * 3", "10 % * 3"},
      {"3.1×", "3.1 ×"},
      {"3.1x", "3.1 ×"},
      {"3 × 4 GB", "3 * 4 GB"},
      {"$3.50/GPU-hour * 2 h", "3.50 USD/GPU/h * 2 h"},
      {"$2 / 4", "2 USD / 4"},
      {"$5", "5 USD"},
      {"$2k/month", "2 thousand USD/month"},
      {"$1.5 million", "1.5 million USD"},
      {"ceil(140 GB/80 GB)", "ceil(140 GB / 80 GB)"},
      {"max(1 ms, 20 us)", "max(1 ms, 20 µs)"},
      {"min(1, 500)", "min(1, 500)"},
      {"max((1,500), 2)", "max(1500, 2)"},
      {"pow(2, 10)", "pow(2, 10)"},
      {"hw.h100.memory.bandwidth * 2 s in TB", "hw.h100.memory.bandwidth * 2 s to TB"},
      {"layers*2", "layers * 2"},
      {"5 m to km", "5 m to km"},
      {"5 min", "5 min"},
      {"  5\t GB \n", "5 GB"},
      {"25 °C", "25 °C"},
      {"5 µs + 3 μs", "5 µs + 3 µs"},
      {"2 (3 + 1)", "error: no operator before '('; write '*' to multiply"},
      {"2(3)", "error: no operator before '('; write '*' to multiply"},
      {"a b", "error: no operator before 'b'; write '*' to multiply"},
      {"2 x 3", "error: no operator before '3'; write '*' to multiply"},
      {"2 GB 3 s", "error: no operator before '3'; write '*' to multiply"},
      {"(2)(3)", "error: no operator before '('; write '*' to multiply"},
      {"10 % 3", "error: no operator before '3'; write '*' to multiply"},
      {"max (1, 2)", "max(1, 2)"},
      {"f(a b)", "error: unknown function 'f'"},
      {"f (a)", "error: no operator before '('; write '*' to multiply"},
      {"", "error: there is no expression; example: 275 TOPS / 204.8 GB/s to op/byte"},
      {"   ", "error: there is no expression; example: 275 TOPS / 204.8 GB/s to op/byte"},
      {"1 +", "error: expected a number, a name or '(', found the end"},
      {"1 + * 2", "error: expected a number, a name or '(', found '*'"},
      {"(1 + 2", "error: expected an operator or ')', found the end"},
      {"1)", "error: expected an operator or the end, found ')'"},
      {"1 € 2", "error: unknown unit '€' (there is no exchange rate here); did you mean 'USD'?"},
      {"5 GB/foo", "error: unknown unit 'foo'; did you mean 'foot'?"},
      {"5 mB", "error: unknown unit 'mB' (there is no millibyte); did you mean 'MB'?"},
      {"sqr(2)", "error: unknown function 'sqr'; did you mean 'sqrt'?"},
      {"sqrt(1, 2)", "error: 'sqrt' takes 1 argument"},
      {"pow(1)", "error: 'pow' takes 2 arguments"},
      {"min()", "error: expected a number, a name or '(', found ')'"},
      {"min(1,500)",
       "error: '1,500' may be one number or two arguments; write '_' between thousands, or a space behind the comma"},
      {"1 to", "error: expected a unit, found the end"},
      {"1e999", "error: '1e999' is no number that can be computed with"},
      {"$", "error: expected a number behind '$', found the end"},
      {"#", "error: expected a number, a name or '(', found '#'"},
  }));
  CAPTURE(text);
  CHECK(reprinted(text) == expected);
}

TEST_CASE("a parse error knows its bytes", "[parse]") {
  const auto [text, begin, end] = GENERATE(table<std::string, std::size_t, std::size_t>({
      {"5 GB/foo + 1", 5, 8},
      {"1 + (2 3)", 7, 8},
      {"1 +", 3, 3},
      {"2 + sqr(4)", 4, 7},
      {"3 + 5 zorp", 6, 10},
      {"1 + €", 4, 7},
  }));
  CAPTURE(text);
  const ParseResult result = parse_expression(text);
  REQUIRE(std::holds_alternative<ParseError>(result));
  CHECK(std::get<ParseError>(result).range == TextRange{begin, end});
}

TEST_CASE("a node knows the bytes it was read from", "[parse]") {
  const std::string text = " (1 ms + 2) * max(3, 4 GB) ";
  const auto parsed = std::get<ParsedExpression>(parse_expression(text));
  const auto piece = [&](NodeId id) {
    const TextRange range = parsed.expression.at(id).range;
    return text.substr(range.begin, range.end - range.begin);
  };
  const Node& root = parsed.expression.at(parsed.expression.root);
  CHECK(piece(parsed.expression.root) == "(1 ms + 2) * max(3, 4 GB)");
  CHECK(piece(parsed.expression.operands(root)[0]) == "1 ms + 2");
  CHECK(piece(parsed.expression.operands(root)[1]) == "max(3, 4 GB)");
  CHECK(piece(parsed.expression.operands(parsed.expression.operands(root)[1])[1]) == "4 GB");
}

TEST_CASE("nesting has a limit and no input overruns the stack", "[parse]") {
  const auto kind = [](const std::string& text) {
    const ParseResult result = parse_expression(text);
    const auto* error = std::get_if<ParseError>(&result);
    return error == nullptr ? std::string("fine") : describe(*error).substr(0, 6);
  };
  const auto repeated = [](const std::string& piece, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += piece;
    return result;
  };
  CHECK(kind(repeated("(", 300) + "1" + repeated(")", 300)) == "fine");
  CHECK(kind(repeated("(", 9000) + "1" + repeated(")", 9000)) == "nested");
  CHECK(kind(repeated("-", 9000) + "1") == "nested");
  CHECK(kind(repeated("2^", 9000) + "1") == "nested");
  CHECK(kind(repeated("abs(", 4000) + "1") == "nested");
  CHECK(kind(repeated("1+", 198) + "1") == "fine");
  CHECK(kind(repeated("1+", 5000) + "1") == "nested");
  CHECK(kind(repeated("1 ", 20000)) == "longer");
}
