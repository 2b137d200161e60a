#include "engine/expression/evaluate.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/expression/functions.hpp"
#include "engine/expression/special_functions.hpp"
#include "engine/quantity/interval_functions.hpp"

namespace napkin::engine {
namespace {

using Kind = EvaluationErrorKind;

/// What a sum or a comparison of two counts is a count of: what both agree on, or the one that says anything.
CountLabels shared_labels(const CountLabels& a, const CountLabels& b) {
  if (a == b || b.empty()) return a;
  return a.empty() ? b : CountLabels{};
}

/// Twice the exponent, where that is a whole number; dimensions are kept in halves.
std::optional<int> in_halves(Interval exponent) {
  const double twice = exponent.lo * 2;
  if (exponent.lo != exponent.hi || std::trunc(twice) != twice || std::abs(twice) > 126) return std::nullopt;
  return static_cast<int>(twice);
}

/// Nothing where an exponent would fall between two halves (the fourth root of a time).
std::optional<Dimension> raised(const Dimension& dimension, int halves) {
  for (std::size_t i = 0; i < base_count; ++i)
    if (dimension.halves(static_cast<Base>(i)) * halves % 2 != 0) return std::nullopt;
  return dimension.power(halves, 2);
}

CountLabels raised(const CountLabels& labels, std::optional<int> halves) {
  if (!halves || *halves % 2 != 0) return {};
  return power(labels, *halves / 2);
}

/// A comparison of intervals may stay open.
enum class Truth : std::uint8_t { no, open, yes };

bool is_logic(NodeKind kind) {
  return kind == NodeKind::both || kind == NodeKind::either || kind == NodeKind::opposite;
}

/// Nothing for what is no truth value.
std::optional<Truth> truth_of(const Quantity& quantity) {
  if (!quantity.dimension.is_none() || quantity.value.lo < 0 || quantity.value.hi > 1) return std::nullopt;
  if (quantity.value.lo == 1) return Truth::yes;
  if (quantity.value.hi == 0) return Truth::no;
  if (quantity.value.lo == 0 && quantity.value.hi == 1) return Truth::open;
  return std::nullopt;
}

Quantity as_quantity(Truth truth) {
  return {{truth == Truth::yes ? 1.0 : 0.0, truth == Truth::no ? 0.0 : 1.0}, {}, {}};
}

Truth opposite(Truth truth) { return truth == Truth::yes ? Truth::no : truth == Truth::no ? Truth::yes : truth; }

Truth joined(NodeKind kind, Truth a, Truth b) { return kind == NodeKind::both ? std::min(a, b) : std::max(a, b); }

/// Whether a < b holds for all, some or none of their values; `or_equal` for a <= b.
Truth less(Interval a, Interval b, bool or_equal) {
  if (or_equal ? a.hi <= b.lo : a.hi < b.lo) return Truth::yes;
  return (or_equal ? a.lo > b.hi : a.lo >= b.hi) ? Truth::no : Truth::open;
}

Truth equal(Interval a, Interval b) {
  if (!a.meets(b)) return Truth::no;
  return a == b && a.lo == a.hi ? Truth::yes : Truth::open;
}

Truth compared(NodeKind kind, Interval a, Interval b) {
  switch (kind) {
    case NodeKind::less: return less(a, b, false);
    case NodeKind::less_equal: return less(a, b, true);
    case NodeKind::greater: return less(b, a, false);
    case NodeKind::greater_equal: return less(b, a, true);
    case NodeKind::equal: return equal(a, b);
    default: return opposite(equal(a, b));
  }
}

/// One walk over a tree. The first error ends it: from then on every call gives nothing.
class Evaluator {
 public:
  Evaluator(const Expression& expression, const Environment& environment)
      : expression_(expression), environment_(environment) {}

  EvaluationResult run(NodeId root) {
    std::optional<Quantity> result = value_of(root, 1);
    if (result) return *std::move(result);
    return error_;
  }

 private:
  using Result = std::optional<Quantity>;

  Result fail(Kind kind, NodeId node, Dimension left = {}, Dimension right = {}, std::string name = {}) {
    error_ = {kind, node, left, right, std::move(name)};
    return std::nullopt;
  }

  Result value_of(NodeId id, int depth) {
    const Node& node = expression_.at(id);
    if (depth > max_expression_depth) return fail(Kind::too_deep, id);
    if (node.kind == NodeKind::literal) return finite(literal(node), id);
    if (node.kind == NodeKind::symbol) return symbol(node, id);
    if (node.kind == NodeKind::formula || node.kind == NodeKind::named)
      return fail(Kind::unknown_symbol, id, {}, {}, expression_.symbols[node.payload]);
    if (node.kind == NodeKind::call && node.function == Function::conditional) return conditional(node, id, depth);

    if (node.operand_count == 0) return fail(Kind::argument_count, id);
    if (node.kind != NodeKind::call && node.operand_count == 2 && !is_logic(node.kind))
      return finite(of_two(node, id, depth), id);

    std::vector<Quantity> operands;
    operands.reserve(node.operand_count);
    for (const NodeId operand : expression_.operands(node)) {
      Result value = value_of(operand, depth + 1);
      if (!value) return std::nullopt;
      operands.push_back(*std::move(value));
    }
    return finite(node.kind == NodeKind::call ? call(node.function, operands, id) : operation(node.kind, operands, id),
                  id);
  }

  Result of_two(const Node& node, NodeId id, int depth) {
    const std::span<const NodeId> operands = expression_.operands(node);
    const Result left = value_of(operands[0], depth + 1);
    if (!left) return std::nullopt;
    const Result right = value_of(operands[1], depth + 1);
    return right ? operation(node.kind, *left, *right, id) : std::nullopt;
  }

  Result finite(Result result, NodeId id) {
    if (result && !result->value.is_finite()) return fail(Kind::not_finite, id);
    return result;
  }

  Quantity literal(const Node& node) const {
    const Literal& literal = expression_.literals[node.payload];
    if (literal.readings.empty()) return {literal.value, {}, {}};
    const auto& choices = environment_.reading_of_literal;
    const std::size_t choice = node.payload < choices.size() ? choices[node.payload] : 0;
    const UnitReading& reading = literal.readings[choice < literal.readings.size() ? choice : 0];
    return {literal.value * reading.scale, reading.dimension,
            environment_.keeps_labels ? reading.labels : CountLabels{}};
  }

  Result symbol(const Node& node, NodeId id) {
    const std::string& name = expression_.symbols[node.payload];
    if (environment_.symbol)
      if (Result value = environment_.symbol(name)) return finite(std::move(value), id);
    return fail(Kind::unknown_symbol, id, {}, {}, name);
  }

  /// Only the branch that counts is looked at, so that the other may be undefined; both where the condition is open.
  Result conditional(const Node& node, NodeId id, int depth) {
    const std::span<const NodeId> operands = expression_.operands(node);
    if (operands.size() != 3) return fail(Kind::argument_count, id);
    const Result condition = value_of(operands[0], depth + 1);
    if (!condition) return std::nullopt;
    const std::optional<Truth> truth = truth_of(*condition);
    if (!truth) return fail(Kind::no_truth, operands[0], condition->dimension);
    if (*truth != Truth::open) return value_of(operands[*truth == Truth::yes ? 1 : 2], depth + 1);
    const Result then = value_of(operands[1], depth + 1);
    const Result otherwise = then ? value_of(operands[2], depth + 1) : std::nullopt;
    return otherwise ? alike(*then, *otherwise, hull(then->value, otherwise->value), id) : std::nullopt;
  }

  Result logic(NodeKind kind, const std::vector<Quantity>& operands, NodeId id) {
    Truth result = Truth::open;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const std::optional<Truth> truth = truth_of(operands[i]);
      if (!truth) return fail(Kind::no_truth, expression_.operands(id)[i], operands[i].dimension);
      result = kind == NodeKind::opposite ? opposite(*truth) : i == 0 ? *truth : joined(kind, result, *truth);
    }
    return as_quantity(result);
  }

  Result operation(NodeKind kind, std::vector<Quantity>& operands, NodeId id) {
    if (is_logic(kind)) return logic(kind, operands, id);
    Quantity result = std::move(operands.front());
    if (kind == NodeKind::negate) {
      result.value = -result.value;
      return result;
    }
    for (std::size_t i = 1; i < operands.size(); ++i) {
      Result step = operation(kind, result, operands[i], id);
      if (!step) return std::nullopt;
      result = *std::move(step);
    }
    return result;
  }

  Result operation(NodeKind kind, const Quantity& a, const Quantity& b, NodeId id) {
    switch (kind) {
      case NodeKind::add: return alike(a, b, a.value + b.value, id);
      case NodeKind::subtract: return alike(a, b, a.value - b.value, id);
      case NodeKind::multiply: return a * b;
      case NodeKind::divide: return b.value.contains(0) ? fail(Kind::division_by_zero, id) : a / b;
      case NodeKind::power: return raise(a, b, id);
      default: break;
    }
    if (a.dimension != b.dimension) return fail(Kind::dimension_clash, id, a.dimension, b.dimension);
    return as_quantity(compared(kind, a.value, b.value));
  }

  /// The result of an operation that wants operands of one dimension.
  Result alike(const Quantity& a, const Quantity& b, Interval value, NodeId id) {
    if (a.dimension != b.dimension) return fail(Kind::dimension_clash, id, a.dimension, b.dimension);
    return Quantity{value, a.dimension, shared_labels(a.labels, b.labels)};
  }

  Result raise(const Quantity& base, const Quantity& exponent, NodeId id) {
    if (!exponent.dimension.is_none()) return fail(Kind::dimension_clash, id, exponent.dimension, {});
    const std::optional<int> halves = in_halves(exponent.value);
    std::optional<Dimension> dimension = base.dimension;
    if (!base.dimension.is_none()) dimension = halves ? raised(base.dimension, *halves) : std::nullopt;
    if (!dimension) return fail(Kind::dimension_clash, id, base.dimension, {});
    if (base.value.contains(0) && exponent.value.lo < 0) return fail(Kind::division_by_zero, id);
    const std::optional<Interval> value = power(base.value, exponent.value);
    if (!value) return fail(Kind::domain, id);
    return Quantity{*value, *dimension, raised(base.labels, halves)};
  }

  Result call(Function function, std::vector<Quantity>& arguments, NodeId id) {
    const FunctionInfo& facts = info(function);
    if (arguments.size() < facts.fewest_arguments || arguments.size() > facts.most_arguments)
      return fail(Kind::argument_count, id);
    Quantity& first = arguments.front();
    switch (function) {
      case Function::sum: return operation(NodeKind::add, arguments, id);
      case Function::product: return operation(NodeKind::multiply, arguments, id);
      case Function::mean: return mean(arguments, id);
      case Function::count: return Quantity{Interval::exactly(static_cast<double>(arguments.size())), {}, {}};
      case Function::min: return extreme(arguments, minimum, id);
      case Function::max: return extreme(arguments, maximum, id);
      case Function::mod: return remainder(first, arguments[1], id);
      case Function::pow: return raise(first, arguments[1], id);
      case Function::abs: return Quantity{absolute(first.value), first.dimension, first.labels};
      case Function::sqrt: return root(first, id);
      default: return of_pure_numbers(function, arguments, id);
    }
  }

  Result mean(std::vector<Quantity>& arguments, NodeId id) {
    const auto size = static_cast<double>(arguments.size());
    Result total = operation(NodeKind::add, arguments, id);
    if (total) total->value = total->value * (1 / size);
    return total;
  }

  Result remainder(const Quantity& a, const Quantity& b, NodeId id) {
    if (b.value.contains(0)) return fail(Kind::division_by_zero, id);
    const Interval times = floor(a.value / b.value);
    if (times.lo != times.hi) return alike(a, b, {std::min(0.0, b.value.lo), std::max(0.0, b.value.hi)}, id);
    return alike(a, b, a.value - b.value * times.lo, id);
  }

  Result extreme(const std::vector<Quantity>& arguments, Interval (*choose)(Interval, Interval), NodeId id) {
    Quantity result = arguments.front();
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      Result step = alike(result, arguments[i], choose(result.value, arguments[i].value), id);
      if (!step) return std::nullopt;
      result = *std::move(step);
    }
    return result;
  }

  Result root(const Quantity& argument, NodeId id) {
    const std::optional<Dimension> dimension = raised(argument.dimension, 1);
    if (!dimension) return fail(Kind::dimension_clash, id, argument.dimension, {});
    const std::optional<Interval> value = square_root(argument.value);
    if (!value) return fail(Kind::domain, id);
    return Quantity{*value, *dimension, {}};
  }

  /// What a length of 2.5 rounds to depends on its unit, and a logarithm of it too.
  Result of_pure_numbers(Function function, const std::vector<Quantity>& arguments, NodeId id) {
    std::vector<Interval> values;
    for (const Quantity& argument : arguments) {
      if (!argument.dimension.is_none()) return fail(Kind::dimension_clash, id, argument.dimension, {});
      values.push_back(argument.value);
    }
    const std::optional<Interval> value = pure_function(function, values);
    if (!value) return fail(Kind::domain, id);
    const bool whole = function == Function::floor || function == Function::ceil || function == Function::round;
    return Quantity{*value, {}, whole ? arguments.front().labels : CountLabels{}};
  }

  const Expression& expression_;
  const Environment& environment_;
  EvaluationError error_;
};

}  // namespace

EvaluationResult evaluate(const Expression& expression, const Environment& environment) {
  return evaluate(expression, expression.root, environment);
}

EvaluationResult evaluate(const Expression& expression, NodeId node, const Environment& environment) {
  if (node >= expression.nodes.size()) return EvaluationError{EvaluationErrorKind::argument_count, node, {}, {}, {}};
  return Evaluator(expression, environment).run(node);
}

}  // namespace napkin::engine
