// The expression tree that both front ends (the strict language, the prose reader) give and one evaluator takes.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/decimal.hpp"
#include "engine/quantity/quantity.hpp"
#include "engine/units/unit_readings.hpp"

namespace napkin::engine {

/// Half-open range of bytes in the text an expression was read from.
struct TextRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend constexpr bool operator==(TextRange, TextRange) = default;
};

/// A number with its unit, kept as written until it is evaluated.
struct Literal {
  Decimal number;
  Interval value;         // of the number alone: exact, or as wide as its digits or an "about" leave open
  UnitReadings readings;  // empty: a bare number. Several: ambiguous, the first is preferred
};

enum class Function : std::uint8_t {
  min,
  max,
  floor,
  ceil,
  round,
  sqrt,
  log2,
  log10,
  ln,
  exp,
  pow,
  abs,
  sum,
  product,
  mean,
  count,
  mod,
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  tanh,
  erf,
  normal_cdf,
  normal_quantile,
  gamma_ln,
  erlang_b,
  erlang_c,
  poisson_cdf,
  binomial_cdf,
  conditional,
};

enum class NodeKind : std::uint8_t {
  literal,
  symbol,
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  call,
  // Truth is the pure number 1, falsehood 0.
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  not_equal,
  both,    // a and b
  either,  // a or b
  opposite,
  // Names that a library defines; expand() (formula/expand.hpp) replaces them by what they stand for.
  formula,  // a formula or a field of a registry entry with arguments: payload is its name
  named,    // "precision=fp16" among them: payload is the name, one operand
};

using NodeId = std::uint32_t;

struct Node {
  NodeKind kind = NodeKind::literal;
  Function function = Function::min;  // for call
  TextRange range;
  std::uint32_t payload = 0;  // index into literals, or into symbols: of symbol, formula and named
  std::uint32_t first_operand = 0, operand_count = 0;  // Expression::operands() gives them
};

/// Nodes live in one vector, children before parents; the root is named by id. A value type: copies are independent,
/// and cheap, since readers and hypotheses copy an expression for every way to take it.
struct Expression {
  std::vector<Node> nodes;
  std::vector<NodeId> operand_lists;  // of all nodes, and lists that a node has no more
  std::vector<Literal> literals;
  std::vector<std::string> symbols;
  NodeId root = 0;

  const Node& at(NodeId id) const { return nodes[id]; }
  /// In order.
  std::span<const NodeId> operands(const Node& node) const {
    return std::span(operand_lists).subspan(node.first_operand, node.operand_count);
  }
  std::span<const NodeId> operands(NodeId id) const { return operands(nodes[id]); }
  /// The list must not be one of this expression's own.
  void set_operands(NodeId id, std::span<const NodeId> operands);

  NodeId add_literal(Literal literal, TextRange range);
  NodeId add_symbol(std::string name, TextRange range);
  NodeId add(NodeKind kind, std::span<const NodeId> operands, TextRange range);
  NodeId add(NodeKind kind, std::initializer_list<NodeId> operands, TextRange range) {
    return add(kind, std::span(operands.begin(), operands.size()), range);
  }
  NodeId add_call(Function function, std::span<const NodeId> operands, TextRange range);
  NodeId add_call(Function function, std::initializer_list<NodeId> operands, TextRange range) {
    return add_call(function, std::span(operands.begin(), operands.size()), range);
  }
  /// A formula or a named argument.
  NodeId add_named(NodeKind kind, std::string name, std::span<const NodeId> operands, TextRange range);
};

}  // namespace napkin::engine
