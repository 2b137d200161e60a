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

TEST_CASE("commands stand for operators and relations", "[latex]") {
  check({{"$2 \\times 3$", "2 * 3"},
         {"$2 \\cdot 3$", "2 * 3"},
         {"$6 \\div 3$", "6 / 3"},
         {"$x \\approx 3$", "x ≈ 3"},
         {"$x \\simeq 3$", "x ≈ 3"},
         {"$x \\sim 3$", "x ≈ 3"},
         {"$\\sim 3$", "~ 3"},
         {"$x \\le 3$", "x ≤ 3"},
         {"$x \\leq 3$", "x ≤ 3"},
         {"$x \\ge 3$", "x ≥ 3"},
         {"$x \\geq 3$", "x ≥ 3"},
         {"$x \\lt 3$", "x < 3"},
         {"$x \\gt 3$", "x > 3"},
         {"$x \\ll 3$", "x < 3"},
         {"$x \\gg 3$", "x > 3"},
         {"$x \\to 3$", "x → 3"},
         {"$x \\rightarrow 3$", "x → 3"},
         {"$x \\implies 3$", "x → 3"},
         {"$\\lceil 3.2 \\rceil$", "⌈ 3.2 ⌉"},
         {"$\\lfloor 3.2 \\rfloor$", "⌊ 3.2 ⌋"}});
}

TEST_CASE("fractions, roots and exponents bring their brackets", "[latex]") {
  check({{"$\\frac{6}{3}$", "⟨ ⟨ 6 ⟩ ÷ ⟨ 3 ⟩ ⟩"},
         {"$\\dfrac{a}{b}$", "⟨ ⟨ a ⟩ ÷ ⟨ b ⟩ ⟩"},
         {"$\\tfrac{1}{2}$", "⟨ ⟨ 1 ⟩ ÷ ⟨ 2 ⟩ ⟩"},
         {"$\\frac{2 + 4}{3} = 2$", "⟨ ⟨ 2 + 4 ⟩ ÷ ⟨ 3 ⟩ ⟩ = 2"},
         {"$\\frac{1}{\\frac{1}{2}}$", "⟨ ⟨ 1 ⟩ ÷ ⟨ ⟨ ⟨ 1 ⟩ ÷ ⟨ 2 ⟩ ⟩ ⟩ ⟩"},
         {"$\\sqrt{16}$", "sqrt ⟨ 16 ⟩"},
         {"$10^{12}$", "10 ^ ⟨ 12 ⟩"},
         {"$10^{-3}$", "10 ^ ⟨ - 3 ⟩"},
         {"$2^{10}$ bytes", "2 ^ ⟨ 10 ⟩ bytes"}});
}

TEST_CASE("text commands and layout stand for nothing", "[latex]") {
  check({{"$3 \\text{ GB}$", "3 GB"},
         {"$3\\text{GB}$", "3 GB"},
         {"$3\\ \\mathrm{GB/s}$", "3 GB / s"},
         {"$\\mathbf{3}$", "3"},
         {"$\\left( 2 + 3 \\right)$", "( 2 + 3 )"},
         {"$3\\,\\text{ms}$", "3 ms"},
         {"$3~\\text{ms}$", "3 ms"},
         {"$a \\quad b$", "a b"},
         {"$50\\%$", "50 %"},
         {"$x = \\$5$", "x = $ 5"}});
}

TEST_CASE("functions and Greek letters have their names", "[latex]") {
  check({{"$\\max(3, 4)$", "max ( 3 , 4 )"},
         {"$\\min(3, 4)$", "min ( 3 , 4 )"},
         {"$\\log_2(8)$", "log2 ( 8 )"},
         {"$\\log_{2}(8)$", "log2 ( 8 )"},
         {"$\\log_{10}(100)$", "log10 ( 100 )"},
         {"$\\ln(2)$", "ln ( 2 )"},
         {"$\\lambda = 5$", "λ = 5"},
         {"$\\lambda_{h} = 5$", "\\lambda_{h} = 5"},
         {"$N_{GPU} = 8$", "N_{GPU} = 8"},
         {"$t_{a} + t_{b}$", "t_{a} + t_{b}"},
         {"$\\rho$", "ρ"}});
}

TEST_CASE("escapes that another program left stand for their characters", "[latex]") {
  check({{"2 \\u00d7 3", "2 * 3"},
         {"2 \\u00D7 3", "2 * 3"},
         {"2 \\u2248 3", "2 ≈ 3"},
         {"2 \\u2264 3", "2 ≤ 3"},
         {"3 \\u2212 2", "3 - 2"},
         {"6 \\u00f7 2", "6 / 2"},
         {"a \\u2192 2", "a → 2"}});
}
