#include "engine/expression/latex.hpp"

#include <array>
#include <utility>

#include "engine/expression/evaluate.hpp"
#include "engine/expression/functions.hpp"

namespace napkin::engine {
namespace {

/// How tightly what was written binds; an operand that binds less tightly than its place asks for gets parentheses.
enum Binding { either = 1, both, opposite, relation, sum, product, raised, closed };

struct Written {
  std::string text;
  Binding binding = closed;
};

/// Functions that are more than a name before parentheses: what stands before and behind the only argument.
struct Delimiters {
  Function function;
  std::string_view before, behind;
};

constexpr std::array delimited = {
    Delimiters{Function::floor, "\\left\\lfloor ", " \\right\\rfloor"},
    Delimiters{Function::ceil, "\\left\\lceil ", " \\right\\rceil"},
    Delimiters{Function::abs, "\\left| ", " \\right|"},
    Delimiters{Function::sqrt, "\\sqrt{", "}"},
    Delimiters{Function::mean, "\\overline{", "}"},
};

/// Functions that LaTeX has a sign for.
struct Sign {
  Function function;
  std::string_view sign;
};

constexpr std::array signs = {
    Sign{Function::min, "\\min"},
    Sign{Function::max, "\\max"},
    Sign{Function::log2, "\\log_{2}"},
    Sign{Function::log10, "\\log_{10}"},
    Sign{Function::ln, "\\ln"},
    Sign{Function::exp, "\\exp"},
    Sign{Function::sin, "\\sin"},
    Sign{Function::cos, "\\cos"},
    Sign{Function::tan, "\\tan"},
    Sign{Function::asin, "\\arcsin"},
    Sign{Function::acos, "\\arccos"},
    Sign{Function::atan, "\\arctan"},
    Sign{Function::tanh, "\\tanh"},
    Sign{Function::normal_cdf, "\\Phi"},
    Sign{Function::normal_quantile, "\\Phi^{-1}"},
    Sign{Function::gamma_ln, "\\ln\\Gamma"},
};

/// Text without what LaTeX takes for a command.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '_' || c == '%' || c == '$' || c == '#' || c == '&' || c == '{' || c == '}') out += '\\';
    if (c == '\\')
      out += "\\backslash ";
    else
      out += c;
  }
  return out;
}

/// "J/mm^2" with the exponents raised.
std::string unit(std::string_view symbol) {
  std::string out;
  for (std::size_t i = 0; i < symbol.size(); ++i) {
    if (symbol[i] != '^') {
      out += symbol[i] == '*' ? std::string(" \\cdot ") : escaped(symbol.substr(i, 1));
      continue;
    }
    std::size_t end = i + 1;
    while (end < symbol.size() && (symbol[end] == '-' || (symbol[end] >= '0' && symbol[end] <= '9'))) ++end;
    out += "^{" + std::string(symbol.substr(i + 1, end - i - 1)) + "}";
    i = end - 1;
  }
  return "\\mathrm{" + out + "}";
}

/// "0.000015", which nobody counts the zeros of, as a power of ten.
Written small_number(const std::string& numeral) {
  const std::size_t first = numeral.find_first_not_of("0.");
  std::string digits = numeral.substr(first);
  if (digits.size() > 1) digits.insert(1, ".");
  return {digits + " \\times 10^{-" + std::to_string(first - 1) + "}", product};
}

/// "1.5e-5" as a power of ten.
Written number(const std::string& numeral) {
  const std::size_t e = numeral.find_first_of("eE");
  if (e == std::string::npos && numeral.starts_with("0.000") && numeral.find_first_not_of("0.") != std::string::npos)
    return small_number(numeral);
  if (e == std::string::npos) return {numeral, closed};
  std::size_t exponent = e + 1;
  if (exponent < numeral.size() && numeral[exponent] == '+') ++exponent;
  return {numeral.substr(0, e) + " \\times 10^{" + numeral.substr(exponent) + "}", product};
}

std::string in_parentheses(const std::string& text) { return "\\left( " + text + " \\right)"; }

class Writer {
 public:
  explicit Writer(const Expression& expression) : expression_(expression) {}

  std::string text(NodeId id, Binding place, int depth) const {
    if (depth > max_expression_depth) return "\\dots";
    Written written = written_of(expression_.at(id), depth + 1);
    return written.binding < place ? in_parentheses(written.text) : std::move(written.text);
  }

 private:
  Written written_of(const Node& node, int depth) const {
    switch (node.kind) {
      case NodeKind::literal: return literal(node);
      case NodeKind::symbol: return {latex_name(expression_.symbols[node.payload]), closed};
      case NodeKind::negate: return {"-" + text(expression_.operands(node).front(), product, depth), sum};
      case NodeKind::add: return {chain(node, " + ", sum, product, depth), sum};
      case NodeKind::subtract: return {chain(node, " - ", sum, product, depth), sum};
      case NodeKind::multiply: return {chain(node, " \\times ", product, product, depth), product};
      case NodeKind::divide: return {fraction(node, depth), raised};
      case NodeKind::power: return power(node, depth);
      case NodeKind::call: return call(node, depth);
      case NodeKind::less: return {chain(node, " < ", sum, sum, depth), relation};
      case NodeKind::less_equal: return {chain(node, " \\le ", sum, sum, depth), relation};
      case NodeKind::greater: return {chain(node, " > ", sum, sum, depth), relation};
      case NodeKind::greater_equal: return {chain(node, " \\ge ", sum, sum, depth), relation};
      case NodeKind::equal: return {chain(node, " = ", sum, sum, depth), relation};
      case NodeKind::not_equal: return {chain(node, " \\ne ", sum, sum, depth), relation};
      case NodeKind::both: return {chain(node, " \\land ", both, opposite, depth), both};
      case NodeKind::either: return {chain(node, " \\lor ", either, both, depth), either};
      case NodeKind::opposite: return {"\\lnot " + text(expression_.operands(node).front(), opposite, depth), opposite};
      case NodeKind::formula: return {latex_name(expression_.symbols[node.payload]) + arguments(node, depth), closed};
      case NodeKind::named:
        return {latex_name(expression_.symbols[node.payload]) + " = " +
                    text(expression_.operands(node).front(), sum, depth),
                relation};
    }
    return {};
  }

  std::string chain(const Node& node, const char* between, Binding first, Binding others, int depth) const {
    std::string result;
    for (const NodeId operand : expression_.operands(node))
      result += result.empty() ? text(operand, first, depth) : between + text(operand, others, depth);
    return result;
  }

  std::string arguments(const Node& node, int depth) const {
    return in_parentheses(chain(node, ", ", either, either, depth));
  }

  std::string fraction(const Node& node, int depth) const {
    return "\\frac{" + text(expression_.operands(node)[0], either, depth) + "}{" +
           text(expression_.operands(node)[1], either, depth) + "}";
  }

  Written power(const Node& node, int depth) const {
    return {text(expression_.operands(node)[0], closed, depth) + "^{" +
                text(expression_.operands(node)[1], either, depth) + "}",
            raised};
  }

  Written literal(const Node& node) const {
    const Literal& literal = expression_.literals[node.payload];
    Written written = number(to_string(literal.number));
    if (literal.readings.empty()) return written;
    return {written.text + "\\," + unit(literal.readings.front().symbol), product};
  }

  Written call(const Node& node, int depth) const {
    if (node.operand_count == 1) {
      const NodeId only = expression_.operands(node).front();
      for (const Delimiters& known : delimited)
        if (known.function == node.function)
          return {std::string(known.before) + text(only, either, depth) + std::string(known.behind), closed};
      if (node.function == Function::sum) return {"\\sum " + text(only, product, depth), sum};
      if (node.function == Function::product) return {"\\prod " + text(only, raised, depth), product};
    }
    if (node.function == Function::pow) return power(node, depth);
    if (node.function == Function::mod) return {chain(node, " \\bmod ", raised, raised, depth), sum};
    if (node.function == Function::conditional) return {cases(node, depth), closed};
    for (const Sign& known : signs)
      if (known.function == node.function) return {std::string(known.sign) + arguments(node, depth), closed};
    return {"\\operatorname{" + escaped(info(node.function).name) + "}" + arguments(node, depth), closed};
  }

  std::string cases(const Node& node, int depth) const {
    return "\\begin{cases} " + text(expression_.operands(node)[1], either, depth) + " & \\text{if } " +
           text(expression_.operands(node)[0], either, depth) + " \\\\ " +
           text(expression_.operands(node)[2], either, depth) + " & \\text{otherwise} \\end{cases}";
  }

  const Expression& expression_;
};

}  // namespace

std::string latex(const Expression& expression) {
  if (expression.root >= expression.nodes.size()) return {};
  return Writer(expression).text(expression.root, either, 1);
}

std::string latex_name(std::string_view name) {
  const bool is_letter = name.size() == 1 && ((name[0] >= 'a' && name[0] <= 'z') || (name[0] >= 'A' && name[0] <= 'Z'));
  return is_letter ? std::string(name) : "\\text{" + escaped(name) + "}";
}

}  // namespace napkin::engine
