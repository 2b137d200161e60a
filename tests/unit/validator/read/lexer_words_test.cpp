// Numbers, words and the letters that touch numbers; the scanner's other halves are in lexer_test and
// lexer_latex_test.
#include <catch2/catch.hpp>

#include "tests/unit/validator/prose.hpp"
#include "validator/read/tokenizer.hpp"

using namespace napkin::validator;

namespace {

struct Case {
  const char* text;
  const char* tokens;
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(show(read::tokenize(c.text)) == c.tokens);
  }
}

}  // namespace

TEST_CASE("thousands are separated in every way people do it", "[lexer]") {
  check({{"1,342.7", "1342.7"},
         {"275,000,000,000,000", "275000000000000"},
         {"1_000_000", "1000000"},
         {"1\u202F000", "1000"},
         {"1\u2009000\u2009000", "1000000"},
         {"1\u00A0000", "1000"},
         {"1{,}000", "1000"},
         {"1\\,000", "1000"}});
}

TEST_CASE("a comma that separates no thousands separates figures", "[lexer]") {
  check({{"1,2", "1 , 2"},
         {"8, 16, 32", "8 , 16 , 32"},
         {"1,0000", "1 , 0"},
         {"1234,567", "1234 , 567"},
         {"1,000,00", "1000 , 0"},
         {"max(1,200)", "max ( 1200 )"}});
}

TEST_CASE("decimals and exponents", "[lexer]") {
  check({{"0.95", "0.95"},
         {".5", "0.5"},
         {"1.50", "1.50"},
         {"1e9", "1e9"},
         {"1.5e-5 s", "0.000015 s"},
         {"2E+3", "2e3"},
         {"is 3.", "is 3 ‖"},
         {"is 3.x", "is 3 ‖ x"},
         {"1e", "1 e"},
         {"2exp", "2 exp"}});
}

TEST_CASE("dates, versions, ratios and ordinals measure nothing", "[lexer]") {
  check({{"2024-05-01", "‹2024-05-01›"},
         {"on 2024-05-01, 3 GB", "on ‹2024-05-01› , 3 GB"},
         {"v1.2.3", "v1 ‹.2.3›"},
         {"1.2.3", "‹1.2.3›"},
         {"2:4 sparsity", "‹2:4› sparsity"},
         {"12:30", "‹12:30›"},
         {"1st", "‹1st›"},
         {"22nd, 3rd and 99th", "‹22nd› , ‹3rd› and ‹99th›"},
         {"4 thousand", "4 thousand"},
         {"2024 - 5", "2024 - 5"},
         {"10-12", "10 - 12"}});
}

TEST_CASE("letters that touch a number are its unit, its magnitude or a sign", "[lexer]") {
  check({{"80GB", "80 GB"},
         {"7B", "7 B"},
         {"7Bx2", "7 B * 2"},
         {"16x16", "16 * 16"},
         {"16X16", "16 * 16"},
         {"3x 80GB", "3 x 80 GB"},
         {"3x(2)", "3 * ( 2 )"},
         {"3x faster", "3 x faster"},
         {"1.05×", "1.05 *"},
         {"50%", "50 %"},
         {"50 %", "50 %"},
         {"85°C", "85 °C"},
         {"5µs", "5 µs"},
         {"5μs", "5 μs"},
         {"5xyz", "5 xyz"}});
}

TEST_CASE("names keep their digits, hyphens and subscripts", "[lexer]") {
  check({{"Llama-3 8B", "Llama-3 8 B"},
         {"GPT-4", "GPT-4"},
         {"head_dim", "head_dim"},
         {"λ_h", "λ_h"},
         {"H100", "H100"},
         {"INT8", "INT8"},
         {"L2", "L2"},
         {"end-to-end", "end-to-end"},
         {"G-ops", "G-ops"},
         {"N_{GPU} = 8", "N_{GPU} = 8"},
         {"don't", "don't"},
         {"e.g. 3", "e.g 3"},
         {"vs. 3", "vs 3"},
         {"https://a.b/c?x=3 4", "‹https://a.b/c?x=3› 4"}});
}

TEST_CASE("a number keeps what its digits say", "[lexer]") {
  const auto number = [](std::string_view text) { return read::tokenize(text).at(0).number; };
  CHECK(number("0.950").resolution == Approx(0.001));
  CHECK(number("0.950").significant_digits == 3);
  CHECK(number("4,096").value == 4096);
  CHECK(number("4,096").resolution == 1);
  CHECK_FALSE(number("4,096").has_point);
  CHECK(number("1.5e-5").resolution == Approx(1e-6));
  CHECK(number("1,500").trailing_integer_zeros == 2);
}
