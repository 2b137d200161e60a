#include "engine/expression/expression.hpp"

#include <utility>

namespace napkin::engine {
namespace {

NodeId append(Expression& expression, Node node) {
  expression.nodes.push_back(std::move(node));
  expression.root = static_cast<NodeId>(expression.nodes.size() - 1);
  return expression.root;
}

}  // namespace

NodeId Expression::add_literal(Literal literal, TextRange range) {
  literals.push_back(std::move(literal));
  return append(*this, {NodeKind::literal, {}, range, static_cast<std::uint32_t>(literals.size() - 1), {}});
}

NodeId Expression::add_symbol(std::string name, TextRange range) {
  symbols.push_back(std::move(name));
  return append(*this, {NodeKind::symbol, {}, range, static_cast<std::uint32_t>(symbols.size() - 1), {}});
}

NodeId Expression::add(NodeKind kind, std::vector<NodeId> operands, TextRange range) {
  return append(*this, {kind, {}, range, 0, std::move(operands)});
}

NodeId Expression::add_call(Function function, std::vector<NodeId> operands, TextRange range) {
  return append(*this, {NodeKind::call, function, range, 0, std::move(operands)});
}

NodeId Expression::add_named(NodeKind kind, std::string name, std::vector<NodeId> operands, TextRange range) {
  symbols.push_back(std::move(name));
  return append(*this, {kind, {}, range, static_cast<std::uint32_t>(symbols.size() - 1), std::move(operands)});
}

}  // namespace napkin::engine
