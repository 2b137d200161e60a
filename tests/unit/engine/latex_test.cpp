#include "engine/expression/latex.hpp"

#include <string>

#include <catch2/catch.hpp>

#include "engine/expression/parse.hpp"
#include "engine/formula/library.hpp"

namespace napkin::engine {
namespace {

std::string latex_of(const std::string& text) {
  const ParseResult read = parse_expression(text, names_of(built_in_library()));
  const auto* parsed = std::get_if<ParsedExpression>(&read);
  return parsed == nullptr ? "unreadable" : latex(parsed->expression);
}

struct Case {
  const char* text;
  const char* latex;
};

TEST_CASE("an expression in LaTeX", "[latex]") {
  const Case c = GENERATE(values<Case>({
      {"a + b", "a + b"},
      {"a - (b - c)", "a - \\left( b - c \\right)"},
      {"a * b", "a \\times b"},
      {"(a + b) * c", "\\left( a + b \\right) \\times c"},
      {"a * (b / c)", "a \\times \\frac{b}{c}"},
      {"a / b", "\\frac{a}{b}"},
      {"(a + b) / (c * d)", "\\frac{a + b}{c \\times d}"},
      {"a / b / c", "\\frac{\\frac{a}{b}}{c}"},
      {"-a * b", "\\left( -a \\right) \\times b"},
      {"a * -b", "a \\times \\left( -b \\right)"},
      {"-(a + b)", "-\\left( a + b \\right)"},
      {"a^2", "a^{2}"},
      {"(a / b)^2", "\\left( \\frac{a}{b} \\right)^{2}"},
      {"(a + b)^(c + 1)", "\\left( a + b \\right)^{c + 1}"},
      {"(a^b)^c", "\\left( a^{b} \\right)^{c}"},
      {"pow(a, 0.5)", "a^{0.5}"},
      {"kv_heads", "\\text{kv\\_heads}"},
      {"model.kv_heads", "\\text{model.kv\\_heads}"},
      {"device.peak(precision)", "\\text{device.peak}\\left( \\text{precision} \\right)"},
      {"2 FLOP * m", "2\\,\\mathrm{FLOP} \\times m"},
      {"5 mm^2", "5\\,\\mathrm{mm^{2}}"},
      {"(5 mm)^2", "\\left( 5\\,\\mathrm{mm} \\right)^{2}"},
      {"50 %", "50\\,\\mathrm{\\%}"},
      {"1.5e-5 * a", "1.5 \\times 10^{-5} \\times a"},
      {"min(a, b)", "\\min\\left( a, b \\right)"},
      {"max(a, b + 1)", "\\max\\left( a, b + 1 \\right)"},
      {"ceil(a / b)", "\\left\\lceil \\frac{a}{b} \\right\\rceil"},
      {"floor(a)", "\\left\\lfloor a \\right\\rfloor"},
      {"abs(a - b)", "\\left| a - b \\right|"},
      {"sqrt(a + b)", "\\sqrt{a + b}"},
      {"log2(n)", "\\log_{2}\\left( n \\right)"},
      {"sum(values)", "\\sum \\text{values}"},
      {"product(values)", "\\prod \\text{values}"},
      {"mean(values)", "\\overline{\\text{values}}"},
      {"sum(a, b)", "\\operatorname{sum}\\left( a, b \\right)"},
      {"mod(a, b) * c", "\\left( a \\bmod b \\right) \\times c"},
      {"round(a)", "\\operatorname{round}\\left( a \\right)"},
      {"erlang_c(m, a)", "\\operatorname{erlang\\_c}\\left( m, a \\right)"},
      {"normal_quantile(p)", "\\Phi^{-1}\\left( p \\right)"},
      {"if(a <= b and not c > d, x, y)",
       "\\begin{cases} x & \\text{if } a \\le b \\land \\lnot c > d \\\\ y & \\text{otherwise} \\end{cases}"},
      {"machine_balance(peak=a, bandwidth=b)",
       "\\text{machine\\_balance}\\left( \\text{peak} = a, \\text{bandwidth} = b \\right)"},
  }));
  CAPTURE(c.text);
  CHECK(latex_of(c.text) == c.latex);
}

TEST_CASE("LaTeX of every formula has balanced braces and no bare underscore", "[latex]") {
  for (const Formula& formula : built_in_library().formulas()) {
    CAPTURE(formula.id);
    const std::string text = latex_of(std::string(formula.expression));
    int open = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool is_escaped = i > 0 && text[i - 1] == '\\';
      if (text[i] == '{' && !is_escaped) ++open;
      if (text[i] == '}' && !is_escaped) --open;
      if (text[i] == '_' && !is_escaped) CHECK(text.substr(i, 2) == "_{");
      CHECK(open >= 0);
    }
    CHECK(open == 0);
    CHECK(text != "unreadable");
  }
}

}  // namespace
}  // namespace napkin::engine
