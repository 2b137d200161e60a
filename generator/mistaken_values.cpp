#include "generator/mistaken_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "engine/expression/evaluate.hpp"
#include "engine/misconceptions/misconceptions.hpp"
#include "validator/check.hpp"
#include "validator/judge/hypotheses.hpp"

namespace napkin::generator {
namespace {

using engine::Applies;
using engine::Base;
using engine::Expression;
using engine::Function;
using engine::Literal;
using engine::Node;
using engine::NodeId;
using engine::NodeKind;
using engine::Quantity;

std::optional<Quantity> value_of(const Expression& expression) {
  const engine::EvaluationResult result = engine::evaluate(expression);
  const auto* value = std::get_if<Quantity>(&result);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<Quantity> value_of(const Expression& expression, NodeId node) {
  const engine::EvaluationResult result = engine::evaluate(expression, node, {});
  const auto* value = std::get_if<Quantity>(&result);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

// Factors between units: leaving one out is no mistake about how many there are.
bool converts_units(double number) {
  constexpr std::array<double, 12> factors = {7, 8, 12, 24, 30, 60, 365, 1024, 3600, 8760, 86400, 1048576};
  const double power = std::log10(number);
  return power == std::floor(power) || std::find(factors.begin(), factors.end(), number) != factors.end();
}

bool is_rate_of_work(const engine::Dimension& dimension) {
  return dimension == engine::dimensions::operation_rate || dimension == engine::dimensions::bandwidth;
}

/// Goes through a calculation and makes, at each of its nodes, the mistakes that fit there.
class FormulaMistakes {
 public:
  explicit FormulaMistakes(const AnswerFigure& answer) : answer_(answer), right_(value_of(answer.expression)) {}

  std::vector<Distractor> run() {
    if (!right_ || right_->value.middle() == 0) return {};
    invert();
    for (NodeId id = 0; id < expression().nodes.size(); ++id) visit(id);
    return std::move(found_);
  }

 private:
  const Expression& expression() const { return answer_.expression; }
  const Node& node(NodeId id) const { return expression().at(id); }

  const Literal* literal(NodeId id) const {
    return node(id).kind == NodeKind::literal ? &expression().literals[node(id).payload] : nullptr;
  }

  void visit(NodeId id) {
    switch (node(id).kind) {
      case NodeKind::add: sum(id); break;
      case NodeKind::subtract: difference(id); break;
      case NodeKind::multiply:
      case NodeKind::divide: product(id); break;
      case NodeKind::call: call(id); break;
      default: break;
    }
  }

  void sum(NodeId id) {
    for (const NodeId operand : expression().operands(id)) replaced_by(id, operand, "one_term_left_out");
    const auto value = value_of(expression(), id);
    if (!value || value->dimension != engine::dimensions::time) return;
    Expression wrong = expression();
    wrong.nodes[id].kind = NodeKind::call;
    wrong.nodes[id].function = Function::max;
    add(wrong, "maximum_for_sum");
  }

  // "1 − 0.8" has no terms: it is a share and what remains.
  void difference(NodeId id) {
    const NodeId whole = expression().operands(id).front();
    const Literal* number = literal(whole);
    const bool share = number != nullptr && number->number.value == 1 && number->readings.empty();
    if (!share) replaced_by(id, whole, "one_term_left_out");
  }

  void product(NodeId id) {
    const NodeId left = expression().operands(id).front(), right = expression().operands(id).back();
    const bool divides = node(id).kind == NodeKind::divide;
    if (is_count(right)) replaced_by(id, left, divides ? "total_for_share" : "share_for_total");
    if (!divides && is_count(left)) replaced_by(id, right, "share_for_total");
    if (is_utilization(right) && is_rate(left)) replaced_by(id, left, "utilization_ignored");
    if (!divides && is_utilization(left) && is_rate(right)) replaced_by(id, right, "utilization_ignored");
  }

  void call(NodeId id) {
    const Node& call = node(id);
    if (call.function != Function::max || call.operand_count != 2) return;
    Expression wrong = expression();
    wrong.nodes[id].kind = NodeKind::add;
    add(wrong, "sum_for_maximum");
  }

  // "16 users", "8 GPUs", "30 × 2.68 GB".
  bool is_count(NodeId id) const {
    const Literal* number = literal(id);
    if (number == nullptr) return false;
    const double value = number->number.value;
    if (value != std::floor(value) || value <= 2) return false;
    if (number->readings.empty()) return !converts_units(value);
    const engine::UnitReading& unit = number->readings.front();
    return unit.dimension.is_none() && unit.scale == 1 && unit.kind == engine::UnitKind::count;
  }

  bool is_utilization(NodeId id) const {
    const Literal* number = literal(id);
    if (number == nullptr) return false;
    const auto value = value_of(expression(), id);
    return value && value->dimension.is_none() && value->labels.empty() && value->value.middle() > 0 &&
           value->value.middle() < 1;
  }

  bool is_rate(NodeId id) const {
    const auto value = value_of(expression(), id);
    return value && is_rate_of_work(value->dimension);
  }

  // Of a ratio of like things; that of unlike ones would show its unit upside down.
  void invert() {
    const bool ratio = node(expression().root).kind == NodeKind::divide && right_->dimension.is_none() &&
                       right_->labels.empty() && answer_.unit.dimension.is_none() && answer_.unit.labels.empty();
    const double share = answer_.exact * answer_.unit.scale;
    if (ratio && !answer_.style.is_whole) found_.push_back({1 / share / answer_.unit.scale, "ratio_inverted"});
  }

  void replaced_by(NodeId id, NodeId other, const char* misconception) {
    Expression wrong = expression();
    const Node copy = wrong.nodes[other];
    wrong.nodes[id] = copy;
    add(wrong, misconception);
  }

  // The wrong value relative to the right one, so that it does not matter which units the calculation leaves out.
  void add(const Expression& wrong, const char* misconception) {
    const auto value = value_of(wrong);
    if (!value || value->dimension != right_->dimension) return;
    found_.push_back({answer_.exact * (value->value.middle() / right_->value.middle()), misconception});
  }

  const AnswerFigure& answer_;
  std::optional<Quantity> right_;
  std::vector<Distractor> found_;
};

bool has_information(const Expression& expression) {
  return std::any_of(expression.literals.begin(), expression.literals.end(), [](const Literal& literal) {
    return !literal.readings.empty() && literal.readings.front().dimension.halves(Base::information) != 0;
  });
}

bool is_share(const AnswerFigure& answer) { return answer.unit.dimension.is_none() && answer.unit.scale == 0.01; }

/// Half a request is none.
double as_counted(const AnswerFigure& answer, double value) {
  return answer.style.is_whole ? std::floor(value * (1 + 1e-12)) : value;
}

/// Nothing where the value looks like no mistake to the checker.
const engine::Misconception* explained(const AnswerFigure& answer, double value) {
  return validator::judge::explain(value, answer.exact, answer.unit.dimension, validator::Tolerance{}.rounding,
                                   has_information(answer.expression));
}

bool is_printable(const AnswerFigure& answer, double value) {
  const double smallest = std::min(1e-3, answer.value * 1e-3), largest = std::max(1e7, answer.value * 1e3);
  if (!std::isfinite(value) || value < smallest || value > largest) return false;
  return !is_share(answer) || answer.value >= 100 || value <= 100;
}

/// Whether a unit of the calculation is one of these, or made with one: "min" in "1/min".
bool mentions(const Expression& expression, std::initializer_list<std::string_view> endings) {
  return std::any_of(expression.literals.begin(), expression.literals.end(), [&](const Literal& literal) {
    const std::string symbol = literal.readings.empty() ? "" : "/" + literal.readings.front().symbol + "/";
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
      return symbol.find(std::string(ending) + "/") != std::string::npos;
    });
  });
}

// What is far off the right order of magnitude tempts nobody; nor do bits where only bytes occur, minutes where all
// stands in seconds, or percentages where no share is asked for.
int rank_of(const engine::Misconception& row, const AnswerFigure& answer) {
  const double size = std::max(row.factor, 1 / row.factor);
  if (size == 8) return mentions(answer.expression, {"bit"}) ? 1 : 2;
  if (size == 60 || size == 3600) return mentions(answer.expression, {"/min", "/h", "*h"}) ? 2 : far_fetched;
  if (size == 100) return is_share(answer) ? 2 : far_fetched;
  return size < 10 ? 1 : size < 100 ? 2 : far_fetched;
}

}  // namespace

std::vector<MistakenValue> mistaken_values(const AnswerFigure& answer) {
  constexpr double largest_factor = 3600;
  std::vector<MistakenValue> values;
  for (Distractor& distractor : FormulaMistakes(answer).run()) {
    distractor.value = as_counted(answer, distractor.value);
    const bool plain = is_printable(answer, distractor.value) && explained(answer, distractor.value) == nullptr;
    if (plain) values.push_back({std::move(distractor), 0});
  }
  for (const engine::Misconception& row : engine::misconceptions()) {
    const double size = std::max(row.factor, 1 / row.factor);
    if (row.applies == Applies::formula || size > largest_factor) continue;
    const double value = as_counted(answer, answer.exact * row.factor);
    if (is_printable(answer, value) && explained(answer, value) == &row)
      values.push_back({{value, std::string(row.id)}, rank_of(row, answer)});
  }
  return values;
}

}  // namespace napkin::generator
