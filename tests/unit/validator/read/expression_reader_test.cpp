#include "validator/read/expression_reader.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "engine/expression/evaluate.hpp"
#include "tests/unit/validator/prose.hpp"
#include "validator/read/tokenizer.hpp"

using namespace napkin::validator;
using napkin::engine::Quantity;

namespace {

struct Read {
  std::optional<read::ExpressionRead> expression;
  std::string rest;

  double value() const {
    if (!expression) return std::nan("");
    const napkin::engine::EvaluationResult result = napkin::engine::evaluate(expression->expression);
    const auto* quantity = std::get_if<Quantity>(&result);
    return quantity ? quantity->value.middle() : std::nan("");
  }
};

Read read_expression(std::string_view text, const read::SymbolTable& symbols = {}) {
  const read::Tokens tokens = read::tokenize(text);
  read::UnitLookup units;
  Read result{read::ExpressionReader(tokens, symbols, units).read(0, tokens.size()), ""};
  if (result.expression)
    result.rest = show({tokens.begin() + static_cast<std::ptrdiff_t>(result.expression->next), tokens.end()});
  return result;
}

struct Case {
  const char* text;
  double value;  // in base units
  const char* rest = "";
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    const Read read = read_expression(c.text);
    CAPTURE(c.text);
    REQUIRE(read.expression);
    CHECK(read.value() == Approx(c.value).epsilon(1e-9));
    CHECK(read.rest == c.rest);
  }
}

}  // namespace

TEST_CASE("sums, products and powers bind as in school", "[expression]") {
  check({{"2 + 3 * 4", 14},
         {"2 * 3 + 4", 10},
         {"20 - 5 - 3", 12},
         {"24 / 4 / 2", 3},
         {"2 * 3^2", 18},
         {"2^3^1", 8, "^ 1"},
         {"-3 + 5", 2},
         {"(2 + 3) * 4", 20},
         {"2 * (3 + 4) * 5", 70},
         {"[2 + 3] * 4", 20},
         {"2^-2", 0.25},
         {"10⁻³", 1e-3},
         {"$\\frac{2 + 4}{3}$", 2},
         {"$\\frac{1}{\\frac{1}{2}}$", 2},
         {"⌈7 / 2⌉", 4},
         {"⌊7 / 2⌋", 3},
         {"√16", 4},
         {"$\\sqrt{2 + 2}$", 2}});
}

TEST_CASE("operators in words", "[expression]") {
  check({{"2 times 3", 6},
         {"6 divided by 3", 2},
         {"2 multiplied by 3", 6},
         {"2 plus 3", 5},
         {"5 minus 3", 2},
         {"30% of 275 TOPS", 82.5e12},
         {"1/4 of 80 GB", 20e9},
         {"half of 80 GB", 40e9},
         {"half the 80 GB", 40e9},
         {"twice 5 ms", 10e-3},
         {"quarter of 80 GB + 1 GB", 21e9},
         {"40 GB plus 2 GB", 42e9},
         {"40 GB divided by 2 GB/s", 20},
         {"8 GPUs times 2", 16}});
}

TEST_CASE("figures keep their units", "[expression]") {
  check({{"12 GB / 3 GB/s", 4},
         {"80 layers * 2 MB", 160e6},
         {"15 ms + 40 ms", 55e-3},
         {"7B params * 2 bytes", 14e9},
         {"256 GPUs * $3.50 * 24", 21504},
         {"$2/GPU-hour * 8 GPUs * 3 hours", 48},
         {"(4 + 4 + 4) bytes", 12},
         {"max(42, 40, 12) ms", 42e-3},
         {"2^30 bytes", 1073741824},
         {"10^9 bytes", 1e9},
         {"1.5 × 10¹³ ops", 1.5e13},
         {"1.5 × 10^{13} ops", 1.5e13},
         {"6 / 1.5 × 10³", 0.004},
         {"60/s * 2 s", 120}});
}

TEST_CASE("functions", "[expression]") {
  check({{"max(3, 4)", 4},
         {"min(3 ms, 4 ms)", 3e-3},
         {"ceil(7/2)", 4},
         {"floor(7/2)", 3},
         {"sqrt(16)", 4},
         {"log2(8)", 3},
         {"log10(1000)", 3},
         {"$\\log_2(8)$", 3},
         {"$\\max(3, 4)$", 4},
         {"round(2.4)", 2},
         {"abs(3 - 5)", 2},
         {"exp(0)", 1}});
}

TEST_CASE("remarks and trailing words are not part of the sum", "[expression]") {
  check({{"16 GB (weights) + 16.8 GB (KV cache)", 32.8e9},
         {"4 GB of weights per GPU + 2 GB of cache", 6e9},
         {"2 (K and V) * 32 layers", 64},
         {"1,024 KB (1 MB) * 2", 2048e3},
         {"8 images (2 MB each)", 16e6},
         {"Sensor (50 mW) + Radio (30 mW)", 80e-3},
         {"OS overhead (~15 ms) + compute (40 ms)", 55e-3},
         {"16 GB weights + KV cache 42 GB", 58e9},
         {"3 GB - fails the goal", 3e9, "- fails the goal"},
         {"5 GB and 3 GB", 5e9, "and 3 GB"}});
}

TEST_CASE("juxtaposition multiplies", "[expression]") {
  check({{"2(8 - 1)", 14}, {"2(8 - 1)/8", 1.75}, {"(2 + 1)(3 + 1)", 12}});
  CHECK_FALSE(read_expression("2(8 - 1)/8").expression->ambiguous);
  CHECK(read_expression("8/2(2 + 2)").expression->ambiguous);
}

TEST_CASE("ranges and approximations are noted, not summed", "[expression]") {
  const Read range = read_expression("3–5 GB");
  REQUIRE(range.expression);
  REQUIRE(range.expression->is_literal());
  CHECK(range.expression->root_note().range_of_values);
  CHECK(range.expression->root_literal().value == napkin::engine::Interval{3, 5});
  CHECK(range.expression->operators == 0);

  CHECK(read_expression("2 to 6 MB").expression->root_note().range_of_values);
  CHECK(read_expression("$1.10–$1.40").expression->root_note().range_of_values);
  CHECK_FALSE(read_expression("8-1").expression->is_literal());
  CHECK_FALSE(read_expression("3 - 5").expression->is_literal());

  for (const char* text : {"~42 GB", "about 42 GB", "roughly 42 GB", "approximately 42 GB", "nearly 42 GB"}) {
    CAPTURE(text);
    const Read read = read_expression(text);
    REQUIRE(read.expression);
    CHECK(read.expression->root_note().approximate);
    CHECK(read.value() == Approx(42e9));
  }
  CHECK_FALSE(read_expression("42 GB").expression->root_note().approximate);
}

TEST_CASE("names that the text defines have their value, others are free", "[expression]") {
  read::SymbolTable symbols;
  napkin::engine::Literal layers;
  layers.number.value = 80;
  layers.value = napkin::engine::Interval::exactly(80);
  symbols.define("L", layers);

  const Read known = read_expression("2 * L", symbols);
  REQUIRE(known.expression);
  CHECK(known.value() == 160);
  CHECK_FALSE(known.expression->free_symbols);
  CHECK(known.expression->notes.back().from_symbol);
  CHECK(read_expression("2L", symbols).value() == 160);

  CHECK(read_expression("2 * N", symbols).expression->free_symbols);
  CHECK(read_expression("λ_h * 5", symbols).expression->free_symbols);
  CHECK(read_expression("2 * head_dim", symbols).expression->free_symbols);
}

TEST_CASE("an operator whose right side is in words dangles", "[expression]") {
  const Read read = read_expression("2 bytes * the hidden size");
  REQUIRE(read.expression);
  CHECK(read.expression->dangling);
  CHECK_FALSE(read_expression("2 bytes * 4").expression->dangling);
}

TEST_CASE("an unknown unit is carried out of the expression", "[expression]") {
  CHECK(read_expression("64GZ * 2").expression->unknown_unit == "GZ");
  CHECK(read_expression("64GB * 2").expression->unknown_unit.empty());
}

TEST_CASE("operators are counted, signs are not", "[expression]") {
  CHECK(read_expression("42 GB").expression->operators == 0);
  CHECK(read_expression("-42").expression->operators == 0);
  CHECK(read_expression("2 * 3 + 4").expression->operators == 2);
  CHECK(read_expression("30% of 80 GB").expression->operators == 1);
  CHECK(read_expression("max(1, 2)").expression->operators == 1);
}

TEST_CASE("where no figure starts, nothing is read", "[expression]") {
  for (const char* text : {"", "and so on", "= 3", "* 3", "/ 3", ")", ",", "the weights"}) {
    CAPTURE(text);
    CHECK_FALSE(read_expression(text).expression);
  }
}

TEST_CASE("deep nesting ends instead of overflowing", "[expression]") {
  const std::string deep(5000, '(');
  CHECK_FALSE(read_expression(deep + "1").expression);
  const std::string braces = "$" + std::string(3000, '{') + "1" + std::string(3000, '}') + "$";
  CHECK_NOTHROW(read_expression(braces));
}
