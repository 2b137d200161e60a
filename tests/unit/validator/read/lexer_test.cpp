#include "validator/read/lexer.hpp"

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

TEST_CASE("operators are read in every spelling", "[lexer]") {
  check({{"2 * 3", "2 * 3"},     {"2*3", "2 * 3"},        {"2 × 3", "2 * 3"}, {"2·3", "2 * 3"},
         {"2 ⋅ 3", "2 * 3"},     {"2 ∗ 3", "2 * 3"},      {"2 x 3", "2 * 3"}, {"2x3", "2 * 3"},
         {"6 / 3", "6 / 3"},     {"6 ÷ 3", "6 / 3"},      {"6 ∕ 3", "6 / 3"}, {"6 ⁄ 3", "6 / 3"},
         {"5 - 3", "5 - 3"},     {"5 − 3", "5 - 3"},      {"5 – 3", "5 - 3"}, {"5 + 3", "5 + 3"},
         {"2^10", "2 ^ 10"},     {"2**10", "2 ^ 10"},     {"√16", "sqrt 16"}, {"⌈42.7⌉", "⌈ 42.7 ⌉"},
         {"⌊42.7⌋", "⌊ 42.7 ⌋"}, {"[4 + 4]", "( 4 + 4 )"}});
}

TEST_CASE("superscripts are exponents", "[lexer]") {
  check({{"10²", "10 ^ 2"},
         {"10¹⁰", "10 ^ 10"},
         {"2⁻⁹", "2 ^ - 9"},
         {"5 × 10⁻³ s", "5 * 10 ^ - 3 s"},
         {"mm²", "mm ^ 2"}});
}

TEST_CASE("relations are read in every spelling", "[lexer]") {
  check({{"a = 2", "a = 2"},  {"a == 2", "a = 2"}, {"a ≈ 2", "a ≈ 2"},  {"a ~= 2", "a ≈ 2"}, {"a ≃ 2", "a ≈ 2"},
         {"a ≅ 2", "a ≈ 2"},  {"a ~ 2", "a ≈ 2"},  {"a < 2", "a < 2"},  {"a << 2", "a < 2"}, {"a ≪ 2", "a < 2"},
         {"a > 2", "a > 2"},  {"a >> 2", "a > 2"}, {"a ≤ 2", "a ≤ 2"},  {"a <= 2", "a ≤ 2"}, {"a ≥ 2", "a ≥ 2"},
         {"a >= 2", "a ≥ 2"}, {"a → 2", "a → 2"},  {"a -> 2", "a → 2"}, {"a => 2", "a → 2"}, {"a ⇒ 2", "a → 2"}});
}

TEST_CASE("what is no relation is left alone", "[lexer]") { check({{"a != 2", "a ‹!=› 2"}, {"</b>", "‹</› b >"}}); }

TEST_CASE("a tilde before a figure makes it approximate", "[lexer]") {
  check({{"~42 GB", "~ 42 GB"}, {"= ~42", "= ~ 42"}, {"(~3 s)", "( ~ 3 s )"}, {"5 * ~42", "5 * ~ 42"}});
}

TEST_CASE("stars are bullets, emphasis or signs", "[lexer]") {
  check({{"* 3 GB", "• 3 GB"},
         {"**Total:** 3 GB", "Total : 3 GB"},
         {"**3 GB** = 3", "3 GB = 3"},
         {"*about* 3", "about 3"},
         {"2 *3", "2 * 3"},
         {"2* 3", "2 * 3"},
         {"L*H*2", "L * H * 2"},
         {"(a)*(b)", "( a ) * ( b )"},
         {"80 GB * 2", "80 GB * 2"},
         {"3 ops *each*", "3 ops each"}});
}

TEST_CASE("hyphens join words, make lists and subtract", "[lexer]") {
  check({{"- 3 GB", "• 3 GB"},
         {"a\n- 3 GB", "a ¶ • 3 GB"},
         {"8-bit", "8 bit"},
         {"70B-parameter", "70 B parameter"},
         {"N-1", "N - 1"},
         {"(N-1)", "( N - 1 )"},
         {"a--b", "a ‖ b"},
         {"-3 dB", "- 3 dB"},
         {"= -3", "= - 3"},
         {"7 - 3", "7 - 3"},
         {"7-3", "7 - 3"},
         {"3-5 GB", "3 - 5 GB"},
         {"3–5 GB", "3 - 5 GB"},
         {"5 ms — too late", "5 ms ‖ too late"}});
}

TEST_CASE("money's dollar and the one around formulas are told apart", "[lexer]") {
  check({{"$3.50", "$ 3.50"},
         {"$3.50 * 24 = $84", "$ 3.50 * 24 = $ 84"},
         {"$2 + $3 = $5", "$ 2 + $ 3 = $ 5"},
         {"costs $5,000 and $6,000", "costs $ 5000 and $ 6000"},
         {"$2 \\times 3 = 6$", "2 * 3 = 6"},
         {"$$2 \\times 3 = 6$$", "2 * 3 = 6"},
         {"$N = 8$ GPUs", "N = 8 GPUs"},
         {"$\\approx 8$ GPUs", "≈ 8 GPUs"},
         {"\\$5", "$ 5"},
         {"$.50", "$ 0.50"}});
}

TEST_CASE("quotes and code spans stand for nothing", "[lexer]") {
  check({{"`10 ms`", "10 ms"}, {"`10` ms", "10 ms"}, {"\"KV cache\" 3", "KV cache 3"}, {"“KV” 3", "KV 3"}});
  CHECK(read::tokenize("`10`ms")[1].glued);
}

TEST_CASE("sentences, cells and lines end what stands before them", "[lexer]") {
  check({{"3 GB. 4 GB", "3 GB ‖ 4 GB"},
         {"3 GB; 4 GB", "3 GB ‖ 4 GB"},
         {"| 3 GB | 4 GB |", "‖ 3 GB ‖ 4 GB ‖"},
         {"3 GB\n4 GB", "3 GB ¶ 4 GB"},
         {"3 GB\r\n4 GB", "3 GB ¶ ¶ 4 GB"},
         {"is it 3? No!", "is it 3 ‖ No ‖"},
         {"wait ... 3", "wait ‹...› 3"}});
}

TEST_CASE("a line break beside an operator or a relation ends nothing", "[lexer]") {
  check({{"2 * 3\n= 6", "2 * 3 = 6"},
         {"2 * 3 =\n6", "2 * 3 = 6"},
         {"2 *\n3", "2 * 3"},
         {"2\n+ 3", "2 + 3"},
         {"2\n\n3", "2 ¶ ¶ 3"}});
}

TEST_CASE("list numbers count nothing", "[lexer]") {
  check({{"1. 3 GB", "• 3 GB"},
         {"2) 3 GB", "• 3 GB"},
         {"a\n10. 3 GB", "a ¶ • 3 GB"},
         {"Done. 2. **Next** 3", "Done ‖ • Next 3"},
         {"(1) Weights: 3 GB", "• • • Weights : 3 GB"},
         {"x = (1) y", "x = ( 1 ) y"},
         {"is 5. Then", "is 5 ‖ Then"},
         {"(1) * 3", "( 1 ) * 3"}});
}

TEST_CASE("a token knows where it stands and whether it touches the one before", "[lexer]") {
  const read::Tokens tokens = read::tokenize("µs: 1,024× 2");
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].range == TextRange{0, 3});
  CHECK(tokens[1].glued);
  CHECK(tokens[2].range == TextRange{5, 10});
  CHECK_FALSE(tokens[2].glued);
  CHECK(tokens[3].glued);
  CHECK_FALSE(tokens[4].glued);
}

TEST_CASE("any bytes give tokens inside the text", "[lexer]") {
  for (const std::string_view text :
       {"",   "\xFF\xFE", "\xE2\x88", "$",    "$$",  "\\",    "\\frac", "\\frac{", "{{{{", "}}}", "_", "^",      "1e",
        "1.", ".",        "1,",       "\xC2", "N_{", "\\u00", "**",     "*",       "-",    "10⁻", "`", "http://"}) {
    CAPTURE(text);
    std::size_t end = 0;
    for (const read::Token& token : read::tokenize(text)) {
      CHECK(token.range.begin <= token.range.end);
      CHECK(token.range.end <= text.size());
      CHECK(token.range.begin >= end);
      end = token.range.end;
    }
  }
}
