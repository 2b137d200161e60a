#include "engine/expression/explain.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/expression/functions.hpp"
#include "engine/quantity/format.hpp"

namespace napkin::engine {
namespace {

class Explainer {
 public:
  Explainer(const Expression& expression, const Environment& environment)
      : expression_(expression), environment_(environment) {}

  /// False where something below or here fails.
  bool visit(NodeId id, int depth) {
    if (depth > max_expression_depth) return false;
    const Node& node = expression_.at(id);
    for (const NodeId operand : expression_.operands(node))
      if (!visit(operand, depth + 1)) return false;
    const EvaluationResult result = evaluate(expression_, id, environment_);
    const auto* value = std::get_if<Quantity>(&result);
    if (value == nullptr) return false;
    if (node.operand_count > 0 && node.kind != NodeKind::negate) steps_.push_back({id, operation(node), *value});
    values_.emplace(id, *value);
    return true;
  }

  std::vector<Step> take() { return std::move(steps_); }

 private:
  /// A literal and a symbol as written, everything else by its value.
  std::string operand(NodeId id) const {
    const NodeKind kind = expression_.at(id).kind;
    if (kind == NodeKind::literal || kind == NodeKind::symbol) return print(expression_, id, environment_);
    return format_natural(values_.at(id));
  }

  std::string operation(const Node& node) const {
    const bool call = node.kind == NodeKind::call;
    std::string text = call ? std::string(info(node.function).name) + "(" : "";
    const char* between = call ? ", " : sign(node.kind);
    const std::span<const NodeId> operands = expression_.operands(node);
    for (std::size_t i = 0; i < operands.size(); ++i) text += (i == 0 ? "" : between) + operand(operands[i]);
    return call ? text + ")" : text;
  }

  static const char* sign(NodeKind kind) {
    switch (kind) {
      case NodeKind::add: return " + ";
      case NodeKind::subtract: return " - ";
      case NodeKind::multiply: return " * ";
      case NodeKind::divide: return " / ";
      case NodeKind::less: return " < ";
      case NodeKind::less_equal: return " <= ";
      case NodeKind::greater: return " > ";
      case NodeKind::greater_equal: return " >= ";
      case NodeKind::equal: return " == ";
      case NodeKind::not_equal: return " != ";
      case NodeKind::both: return " and ";
      case NodeKind::either: return " or ";
      default: return " ^ ";
    }
  }

  const Expression& expression_;
  const Environment& environment_;
  std::vector<Step> steps_;
  std::unordered_map<NodeId, Quantity> values_;
};

}  // namespace

std::vector<Step> explain(const Expression& expression, NodeId node, const Environment& environment) {
  if (node >= expression.nodes.size()) return {};
  Explainer explainer(expression, environment);
  explainer.visit(node, 1);
  return explainer.take();
}

}  // namespace napkin::engine
