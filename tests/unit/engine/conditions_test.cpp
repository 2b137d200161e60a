// Comparisons, logic, if(…) and the functions of statistics and queueing in the strict language.
#include <catch2/catch.hpp>

#include "engine/expression/calculate.hpp"
#include "engine/expression/evaluate.hpp"
#include "engine/expression/parse.hpp"

using namespace napkin::engine;

namespace {

double value_of(const std::string& text) {
  const CalculationResult result = calculate(text);
  INFO(text);
  REQUIRE(std::holds_alternative<Calculation>(result));
  return std::get<Calculation>(result).value.value.middle();
}

std::string error_kind(const std::string& text) {
  const CalculationResult result = calculate(text);
  INFO(text);
  REQUIRE(std::holds_alternative<CalculationError>(result));
  return std::string(std::get<CalculationError>(result).kind);
}

}  // namespace

TEST_CASE("conditions are 1 where they hold and 0 where they do not", "[expression]") {
  const auto [text, expected] = GENERATE(table<std::string, double>({
      {"1 < 2", 1},
      {"2 <= 2", 1},
      {"2 ≤ 1", 0},
      {"80 GB > 3 GB", 1},
      {"80 GB ≥ 81 GB", 0},
      {"1 KiB == 1024 bytes", 1},
      {"1 KB != 1024 bytes", 1},
      {"not 1 < 2", 0},
      {"1 < 2 and 3 < 2", 0},
      {"1 < 2 or 3 < 2", 1},
      {"not 1 < 2 or 2 < 3 and 3 < 4", 1},
      {"if(70 GB < 80 GB, 1, 2)", 1},
      {"if(1 > 2, 1 / 0, 7)", 7},
      {"if(if(1 < 2, 1, 0), 5, 6)", 5},
      {"mod(17, 5)", 2},
      {"mod(-1, 5)", 4},
      {"product(2, 3, 4)", 24},
      {"mean(2 s, 4 s) / 1 s", 3},
      {"count(1 s, 2 GB, 3)", 3},
  }));
  CHECK(value_of(text) == Approx(expected));
}

TEST_CASE("functions of statistics and queueing agree with published tables", "[expression]") {
  const auto [text, expected] = GENERATE(table<std::string, double>({
      {"normal_cdf(1.96)", 0.9750021},
      {"normal_quantile(0.975)", 1.959963985},
      {"normal_quantile(0.001)", -3.090232306},
      {"erf(0.5)", 0.5204998778},
      {"gamma_ln(11)", 15.10441257},
      {"erlang_b(10, 7)", 0.078741},
      {"erlang_c(2, 1)", 1 / 3.0},
      {"poisson_cdf(2, 3)", 0.4231900811},
      {"binomial_cdf(3, 10, 0.5)", 0.171875},
      {"sin(asin(0.3))", 0.3},
      {"tanh(1)", 0.761594156},
  }));
  CHECK(value_of(text) == Approx(expected).epsilon(1e-5));
}

TEST_CASE("what is no condition or outside a domain is refused", "[expression]") {
  CHECK(error_kind("1 < 2 GB") == "dimension_clash");
  CHECK(error_kind("3 and 1") == "no_truth");
  CHECK(error_kind("if(2, 1, 3)") == "no_truth");
  CHECK(error_kind("1 < 2 < 3") == "unexpected");
  CHECK(error_kind("erlang_c(2, 3)") == "domain");
  CHECK(error_kind("normal_quantile(1)") == "domain");
  CHECK(error_kind("mod(1, 0)") == "division_by_zero");
  CHECK(error_kind("min(a=1)") == "named_argument");
  CHECK(error_kind("log2(1, 2)") == "argument_count");
}

TEST_CASE("a condition printed and read again is the same condition", "[expression]") {
  const auto text = GENERATE(as<std::string>{}, "not (1 < 2 and 3 < 4) or 5 == 6", "(1 or 0) and (0 or 1)",
                             "not not 1 != 2", "if(1 >= 2, 3 + 4, 5) * 2", "(1 < 2) + 3");
  const auto parsed = std::get<ParsedExpression>(parse_expression(text));
  CHECK(print(parsed.expression) == text);
}

TEST_CASE("a comparison of intervals may stay open", "[expression]") {
  Environment about;
  about.symbol = [](std::string_view) { return Quantity{{1, 3}, {}, {}}; };
  const auto value = [&](const std::string& text) {
    const auto parsed = std::get<ParsedExpression>(parse_expression(text));
    return std::get<Quantity>(evaluate(parsed.expression, about)).value;
  };
  CHECK(value("x < 2") == Interval{0, 1});
  CHECK(value("x < 4") == Interval{1, 1});
  CHECK(value("if(x < 2, 10, 20)") == Interval{10, 20});
  CHECK(value("x < 2 and x > 5") == Interval{0, 0});
  CHECK(value("sin(x)").hi == Approx(1));
}
