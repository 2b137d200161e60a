#include "engine/expression/program.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/expression/functions.hpp"
#include "engine/expression/special_functions.hpp"

namespace napkin::engine {

/// Writes one program. Children stand before parents in an expression, so one pass over its nodes is enough.
class ProgramWriter {
 public:
  ProgramWriter(const Expression& expression, std::span<const Input> inputs, std::span<const std::uint8_t> readings)
      : expression_(expression), inputs_(inputs), readings_(readings) {}

  CompileResult run() {
    program_.inputs_ = inputs_.size();
    if (inputs_.size() + expression_.nodes.size() * 2 > most_slots)
      return EvaluationError{EvaluationErrorKind::too_deep, expression_.root, {}, {}, {}};
    slots_.resize(expression_.nodes.size());
    for (NodeId id = 0; id <= expression_.root && id < expression_.nodes.size(); ++id) {
      const auto slot = written(id);
      // What hangs on no branch of the root may be undefined.
      if (!slot && id == expression_.root) return error_;
      slots_[id] = slot;
    }
    const auto& root = slots_[expression_.root];
    program_.result_ = root->index;
    program_.dimension_ = root->dimension;
    return std::move(program_);
  }

 private:
  using Operation = Program::Operation;
  struct Slot {
    std::uint16_t index = 0;
    Dimension dimension;
    std::optional<double> constant;  // the value of a literal: an exponent has to be known
  };
  using Written = std::optional<Slot>;

  static constexpr std::size_t most_slots = 60'000;

  std::nullopt_t fail(EvaluationErrorKind kind, NodeId node, Dimension left = {}, Dimension right = {},
                      std::string name = {}) {
    if (!failed_) error_ = {kind, node, left, right, std::move(name)};
    failed_ = true;
    return std::nullopt;
  }

  const UnitReading* reading_of(std::size_t literal) const {
    const auto& all = expression_.literals[literal].readings;
    if (all.empty()) return nullptr;
    const std::size_t choice = literal < readings_.size() ? readings_[literal] : 0;
    return &all[choice < all.size() ? choice : 0];
  }

  Slot emit(Operation operation, Dimension dimension, std::uint16_t a, std::uint16_t b = 0, std::uint16_t c = 0,
            Function function = Function::min) {
    program_.operations_.push_back({operation, function, a, b, c, 0});
    return {static_cast<std::uint16_t>(inputs_.size() + program_.operations_.size() - 1), dimension, std::nullopt};
  }

  Written written(NodeId id) {
    const Node& node = expression_.at(id);
    if (node.kind == NodeKind::literal) return literal(node);
    if (node.kind == NodeKind::symbol) return symbol(node, id);
    std::vector<Slot> operands;
    for (const NodeId operand : expression_.operands(node)) {
      if (!slots_[operand]) return std::nullopt;
      operands.push_back(*slots_[operand]);
    }
    if (operands.empty()) return fail(EvaluationErrorKind::argument_count, id);
    return node.kind == NodeKind::call ? call(node.function, operands, id) : operation(node.kind, operands, id);
  }

  Written literal(const Node& node) {
    const UnitReading* reading = reading_of(node.payload);
    const double number = expression_.literals[node.payload].number.value;
    return reading == nullptr ? constant(number) : constant(number * reading->scale, reading->dimension);
  }

  Written symbol(const Node& node, NodeId id) {
    const std::string& name = expression_.symbols[node.payload];
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      if (inputs_[i].name == name) return Slot{static_cast<std::uint16_t>(i), inputs_[i].dimension, std::nullopt};
    return fail(EvaluationErrorKind::unknown_symbol, id, {}, {}, name);
  }

  Written operation(NodeKind kind, const std::vector<Slot>& operands, NodeId id) {
    const Slot& first = operands.front();
    if (kind == NodeKind::negate) return emit(Operation::negate, first.dimension, first.index);
    if (kind == NodeKind::opposite) return emit(Operation::opposite, {}, first.index);
    Slot result = first;
    for (std::size_t i = 1; i < operands.size(); ++i) {
      const Written step = binary(kind, result, operands[i], id);
      if (!step) return step;
      result = *step;
    }
    return result;
  }

  Written binary(NodeKind kind, const Slot& a, const Slot& b, NodeId id) {
    switch (kind) {
      case NodeKind::multiply: return emit(Operation::multiply, a.dimension * b.dimension, a.index, b.index);
      case NodeKind::divide: return emit(Operation::divide, a.dimension / b.dimension, a.index, b.index);
      case NodeKind::power: return raise(a, b, id);
      default: break;
    }
    if (a.dimension != b.dimension) return fail(EvaluationErrorKind::dimension_clash, id, a.dimension, b.dimension);
    switch (kind) {
      case NodeKind::add: return emit(Operation::add, a.dimension, a.index, b.index);
      case NodeKind::subtract: return emit(Operation::subtract, a.dimension, a.index, b.index);
      case NodeKind::less: return emit(Operation::less, {}, a.index, b.index);
      case NodeKind::less_equal: return emit(Operation::less_equal, {}, a.index, b.index);
      case NodeKind::greater: return emit(Operation::less, {}, b.index, a.index);
      case NodeKind::greater_equal: return emit(Operation::less_equal, {}, b.index, a.index);
      case NodeKind::equal: return emit(Operation::equal, {}, a.index, b.index);
      case NodeKind::not_equal:
        return emit(Operation::opposite, {}, emit(Operation::equal, {}, a.index, b.index).index);
      case NodeKind::both: return emit(Operation::both, {}, a.index, b.index);
      case NodeKind::either: return emit(Operation::either, {}, a.index, b.index);
      default: return fail(EvaluationErrorKind::argument_count, id);
    }
  }

  Written raise(const Slot& base, const Slot& exponent, NodeId id) {
    if (!exponent.dimension.is_none()) return fail(EvaluationErrorKind::dimension_clash, id, exponent.dimension);
    Dimension dimension;
    if (!base.dimension.is_none()) {
      const double twice = exponent.constant ? *exponent.constant * 2 : 0.5;
      if (std::trunc(twice) != twice || std::abs(twice) > 126)
        return fail(EvaluationErrorKind::dimension_clash, id, base.dimension);
      dimension = base.dimension.power(static_cast<int>(twice), 2);
    }
    return emit(Operation::power, dimension, base.index, exponent.index);
  }

  Written call(Function function, const std::vector<Slot>& arguments, NodeId id) {
    const FunctionInfo& facts = info(function);
    if (arguments.size() < facts.fewest_arguments || arguments.size() > facts.most_arguments)
      return fail(EvaluationErrorKind::argument_count, id);
    switch (function) {
      case Function::sum: return operation(NodeKind::add, arguments, id);
      case Function::product: return operation(NodeKind::multiply, arguments, id);
      case Function::pow: return raise(arguments[0], arguments[1], id);
      case Function::min: return folded(Operation::minimum, arguments, id);
      case Function::max: return folded(Operation::maximum, arguments, id);
      case Function::mod: return folded(Operation::remainder, arguments, id);
      case Function::abs: return emit(Operation::absolute, arguments[0].dimension, arguments[0].index);
      case Function::sqrt: return emit(Operation::square_root, arguments[0].dimension.power(1, 2), arguments[0].index);
      case Function::mean: return mean(arguments, id);
      case Function::count: return constant(static_cast<double>(arguments.size()));
      case Function::conditional: return conditional(arguments, id);
      default: return pure(function, arguments, id);
    }
  }

  Written folded(Operation operation, const std::vector<Slot>& arguments, NodeId id) {
    Slot result = arguments.front();
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      if (arguments[i].dimension != result.dimension)
        return fail(EvaluationErrorKind::dimension_clash, id, result.dimension, arguments[i].dimension);
      result = emit(operation, result.dimension, result.index, arguments[i].index);
    }
    return result;
  }

  Slot constant(double value, Dimension dimension = {}) {
    Slot slot = emit(Operation::constant, dimension, 0);
    program_.operations_.back().value = value;
    slot.constant = value;
    return slot;
  }

  Written mean(const std::vector<Slot>& arguments, NodeId id) {
    const Written total = operation(NodeKind::add, arguments, id);
    if (!total) return total;
    const Slot size = constant(static_cast<double>(arguments.size()));
    return emit(Operation::divide, total->dimension, total->index, size.index);
  }

  Written conditional(const std::vector<Slot>& arguments, NodeId id) {
    if (arguments[1].dimension != arguments[2].dimension)
      return fail(EvaluationErrorKind::dimension_clash, id, arguments[1].dimension, arguments[2].dimension);
    return emit(Operation::choose, arguments[1].dimension, arguments[0].index, arguments[1].index, arguments[2].index);
  }

  Written pure(Function function, const std::vector<Slot>& arguments, NodeId id) {
    std::array<std::uint16_t, 3> slots{};
    for (std::size_t i = 0; i < arguments.size() && i < slots.size(); ++i) {
      if (!arguments[i].dimension.is_none())
        return fail(EvaluationErrorKind::dimension_clash, id, arguments[i].dimension);
      slots[i] = arguments[i].index;
    }
    return emit(Operation::function, {}, slots[0], slots[1], slots[2], function);
  }

  const Expression& expression_;
  std::span<const Input> inputs_;
  std::span<const std::uint8_t> readings_;
  Program program_;
  std::vector<Written> slots_;
  EvaluationError error_;
  bool failed_ = false;
};

double Program::apply(const Instruction& i, std::span<const double> x) {
  switch (i.operation) {
    case Operation::constant: return i.value;
    case Operation::add: return x[i.a] + x[i.b];
    case Operation::subtract: return x[i.a] - x[i.b];
    case Operation::multiply: return x[i.a] * x[i.b];
    case Operation::divide: return x[i.a] / x[i.b];
    case Operation::power: return std::pow(x[i.a], x[i.b]);
    case Operation::square_root: return std::sqrt(x[i.a]);
    case Operation::negate: return -x[i.a];
    case Operation::minimum: return std::min(x[i.a], x[i.b]);
    case Operation::maximum: return std::max(x[i.a], x[i.b]);
    case Operation::absolute: return std::abs(x[i.a]);
    case Operation::remainder: return x[i.a] - x[i.b] * std::floor(x[i.a] / x[i.b]);
    case Operation::less: return x[i.a] < x[i.b] ? 1 : 0;
    case Operation::less_equal: return x[i.a] <= x[i.b] ? 1 : 0;
    case Operation::equal: return x[i.a] == x[i.b] ? 1 : 0;
    case Operation::both: return x[i.a] != 0 && x[i.b] != 0 ? 1 : 0;
    case Operation::either: return x[i.a] != 0 || x[i.b] != 0 ? 1 : 0;
    case Operation::opposite: return x[i.a] == 0 ? 1 : 0;
    case Operation::choose: return x[i.a] != 0 ? x[i.b] : x[i.c];
    case Operation::function: break;
  }
  const std::array<double, 3> arguments = {x[i.a], x[i.b], x[i.c]};
  return pure_function(i.function, arguments);
}

double Program::compute(std::span<const double> inputs, std::span<double> slots) const {
  std::copy(inputs.begin(), inputs.end(), slots.begin());
  std::size_t next = inputs_;
  for (const Instruction& instruction : operations_) slots[next++] = apply(instruction, slots);
  return slots[result_];
}

double Program::evaluate(std::span<const double> inputs) const {
  constexpr std::size_t usual = 64;
  const std::size_t size = inputs_ + operations_.size();
  if (size <= usual) {
    std::array<double, usual> slots;
    return compute(inputs.first(inputs_), slots);
  }
  std::vector<double> slots(size);
  return compute(inputs.first(inputs_), slots);
}

CompileResult compile(const Expression& expression, std::span<const Input> inputs,
                      std::span<const std::uint8_t> readings) {
  return ProgramWriter(expression, inputs, readings).run();
}

}  // namespace napkin::engine
