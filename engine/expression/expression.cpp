#include "engine/expression/expression.hpp"

#include <utility>

namespace napkin::engine {
namespace {

NodeId append(Expression& expression, const Node& node, std::span<const NodeId> operands = {}) {
  expression.nodes.push_back(node);
  expression.root = static_cast<NodeId>(expression.nodes.size() - 1);
  expression.set_operands(expression.root, operands);
  return expression.root;
}

}  // namespace

void Expression::set_operands(NodeId id, std::span<const NodeId> operands) {
  nodes[id].first_operand = static_cast<std::uint32_t>(operand_lists.size());
  nodes[id].operand_count = static_cast<std::uint32_t>(operands.size());
  operand_lists.insert(operand_lists.end(), operands.begin(), operands.end());
}

NodeId Expression::add_literal(Literal literal, TextRange range) {
  literals.push_back(std::move(literal));
  return append(
      *this, {.kind = NodeKind::literal, .range = range, .payload = static_cast<std::uint32_t>(literals.size() - 1)});
}

NodeId Expression::add_symbol(std::string name, TextRange range) {
  symbols.push_back(std::move(name));
  return append(*this,
                {.kind = NodeKind::symbol, .range = range, .payload = static_cast<std::uint32_t>(symbols.size() - 1)});
}

NodeId Expression::add(NodeKind kind, std::span<const NodeId> operands, TextRange range) {
  return append(*this, {.kind = kind, .range = range}, operands);
}

NodeId Expression::add_call(Function function, std::span<const NodeId> operands, TextRange range) {
  return append(*this, {.kind = NodeKind::call, .function = function, .range = range}, operands);
}

NodeId Expression::add_named(NodeKind kind, std::string name, std::span<const NodeId> operands, TextRange range) {
  symbols.push_back(std::move(name));
  return append(*this, {.kind = kind, .range = range, .payload = static_cast<std::uint32_t>(symbols.size() - 1)},
                operands);
}

}  // namespace napkin::engine
