#include "validator/judge/run_on.hpp"

namespace napkin::validator::judge {

using engine::NodeKind;

std::optional<Statement> stating_first_figure(const Statement& statement) {
  const engine::Expression& stated = statement.stated;
  const bool equal = statement.relation == Relation::equal || statement.relation == Relation::approximately;
  if (!equal || stated.nodes.empty()) return std::nullopt;
  const auto goes_on = [&](engine::NodeId id) {
    const NodeKind kind = stated.at(id).kind;
    return kind == NodeKind::add || kind == NodeKind::subtract || kind == NodeKind::multiply ||
           kind == NodeKind::divide;
  };
  engine::NodeId first = stated.root;
  while (goes_on(first)) first = stated.operands(first).front();
  const engine::Node& node = stated.at(first);
  if (first == stated.root || node.kind != NodeKind::literal) return std::nullopt;
  Statement result = statement;
  result.stated = {};
  result.stated.root = result.stated.add_literal(stated.literals[node.payload], node.range);
  result.stated_notes = {statement.stated_notes[node.payload]};
  result.stated_range = node.range;
  result.range.end = node.range.end;
  return result;
}

}  // namespace napkin::validator::judge
