// An expression as text of the strict language.
#include "engine/expression/evaluate.hpp"
#include "engine/expression/functions.hpp"

namespace napkin::engine {
namespace {

/// How tightly a node binds; an operand that binds less tightly than its place asks for gets parentheses.
enum Binding { either = 1, both, opposite, relation, sum, product, sign, raised, primary };

class Printer {
 public:
  Printer(const Expression& expression, const Environment& environment)
      : expression_(expression), environment_(environment) {}

  std::string text(NodeId id, Binding place, int depth) const {
    if (depth > max_expression_depth) return "…";
    const Node& node = expression_.at(id);
    std::string result = text_of(node, depth + 1);
    return binding(node) < place ? "(" + result + ")" : result;
  }

 private:
  Binding binding(const Node& node) const {
    switch (node.kind) {
      case NodeKind::either: return either;
      case NodeKind::both: return both;
      case NodeKind::opposite: return opposite;
      case NodeKind::less:
      case NodeKind::less_equal:
      case NodeKind::greater:
      case NodeKind::greater_equal:
      case NodeKind::equal:
      case NodeKind::not_equal: return relation;
      case NodeKind::add:
      case NodeKind::subtract: return sum;
      case NodeKind::multiply:
      case NodeKind::divide: return product;
      case NodeKind::negate: return sign;
      case NodeKind::power: return raised;
      // In "5 m^2" the exponent is the unit's.
      case NodeKind::literal: return expression_.literals[node.payload].readings.empty() ? primary : raised;
      default: return primary;
    }
  }

  std::string text_of(const Node& node, int depth) const {
    switch (node.kind) {
      case NodeKind::literal: return literal(node);
      case NodeKind::symbol: return expression_.symbols[node.payload];
      case NodeKind::negate: return "-" + text(expression_.operands(node).front(), sign, depth);
      case NodeKind::add: return chain(node, " + ", sum, product, depth);
      case NodeKind::subtract: return chain(node, " - ", sum, product, depth);
      case NodeKind::multiply: return chain(node, " * ", product, sign, depth);
      case NodeKind::divide: return chain(node, " / ", product, sign, depth);
      case NodeKind::power: return chain(node, "^", primary, sign, depth);
      case NodeKind::call:
        return std::string(info(node.function).name) + "(" + chain(node, ", ", either, either, depth) + ")";
      case NodeKind::less: return chain(node, " < ", sum, sum, depth);
      case NodeKind::less_equal: return chain(node, " <= ", sum, sum, depth);
      case NodeKind::greater: return chain(node, " > ", sum, sum, depth);
      case NodeKind::greater_equal: return chain(node, " >= ", sum, sum, depth);
      case NodeKind::equal: return chain(node, " == ", sum, sum, depth);
      case NodeKind::not_equal: return chain(node, " != ", sum, sum, depth);
      case NodeKind::both: return chain(node, " and ", both, opposite, depth);
      case NodeKind::either: return chain(node, " or ", either, both, depth);
      case NodeKind::opposite: return "not " + text(expression_.operands(node).front(), opposite, depth);
      case NodeKind::formula:
        return expression_.symbols[node.payload] + "(" + chain(node, ", ", either, either, depth) + ")";
      case NodeKind::named:
        return expression_.symbols[node.payload] + "=" + text(expression_.operands(node).front(), either, depth);
    }
    return {};
  }

  std::string chain(const Node& node, const char* between, Binding first, Binding others, int depth) const {
    std::string result;
    for (const NodeId operand : expression_.operands(node))
      result += result.empty() ? text(operand, first, depth) : between + text(operand, others, depth);
    return result;
  }

  std::string literal(const Node& node) const {
    const Literal& literal = expression_.literals[node.payload];
    std::string result = to_string(literal.number);
    if (literal.readings.empty()) return result;
    const auto& choices = environment_.reading_of_literal;
    const std::size_t choice = node.payload < choices.size() ? choices[node.payload] : 0;
    return result + " " + literal.readings[choice < literal.readings.size() ? choice : 0].symbol;
  }

  const Expression& expression_;
  const Environment& environment_;
};

}  // namespace

std::string print(const Expression& expression) { return print(expression, expression.root); }

std::string print(const Expression& expression, NodeId node, const Environment& environment) {
  if (node >= expression.nodes.size()) return {};
  return Printer(expression, environment).text(node, either, 1);
}

}  // namespace napkin::engine
