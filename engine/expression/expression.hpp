// The expression tree that both front ends (the strict language, the prose reader) give and one evaluator takes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/quantity/decimal.hpp"
#include "engine/quantity/quantity.hpp"
#include "engine/units/unit_table.hpp"

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
  Interval value;                     // of the number alone: exact, or as wide as its digits or an "about" leave open
  std::vector<UnitReading> readings;  // empty: a bare number. Several: ambiguous, the first is preferred
};

enum class Function : std::uint8_t { min, max, floor, ceil, round, sqrt, log2, log10, ln, exp, pow, abs, sum };

enum class NodeKind : std::uint8_t { literal, symbol, negate, add, subtract, multiply, divide, power, call };

using NodeId = std::uint32_t;

struct Node {
  NodeKind kind = NodeKind::literal;
  Function function = Function::min;  // for call
  TextRange range;
  std::uint32_t payload = 0;     // index into literals or symbols
  std::vector<NodeId> operands;  // in order
};

/// Nodes live in one vector, children before parents; the root is named by id. A value type: copies are independent.
struct Expression {
  std::vector<Node> nodes;
  std::vector<Literal> literals;
  std::vector<std::string> symbols;
  NodeId root = 0;

  const Node& at(NodeId id) const { return nodes[id]; }
  NodeId add_literal(Literal literal, TextRange range);
  NodeId add_symbol(std::string name, TextRange range);
  NodeId add(NodeKind kind, std::vector<NodeId> operands, TextRange range);
  NodeId add_call(Function function, std::vector<NodeId> operands, TextRange range);
};

}  // namespace napkin::engine
