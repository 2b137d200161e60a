#include "validator/derive/sides.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace napkin::validator::derive {

using engine::Expression;
using engine::Interval;
using engine::Literal;
using engine::NodeKind;
using engine::UnitReading;

namespace {

constexpr std::size_t max_combinations = 64;

// Literals that a node reaches through sums only; the others keep their own units.
void collect_terms(const Expression& expression, engine::NodeId id, std::vector<std::uint32_t>& terms, int depth) {
  if (depth > engine::max_expression_depth) return;
  const engine::Node& node = expression.at(id);
  const bool list =
      node.kind == NodeKind::call && (node.function == engine::Function::min ||
                                      node.function == engine::Function::max || node.function == engine::Function::sum);
  if (node.kind == NodeKind::literal) terms.push_back(node.payload);
  if (node.kind == NodeKind::add || node.kind == NodeKind::subtract || node.kind == NodeKind::negate || list)
    for (const engine::NodeId operand : expression.operands(node)) collect_terms(expression, operand, terms, depth + 1);
}

}  // namespace

bool has_dimension(const Literal& literal) {
  return !literal.readings.empty() && !literal.readings[0].dimension.is_none();
}

bool is_bare(const Literal& literal) {
  return literal.readings.empty() || literal.readings[0].kind == engine::UnitKind::count ||
         (literal.readings[0].kind == engine::UnitKind::magnitude);
}

std::vector<Side> readings_of(const Expression& expression) {
  std::vector<Side> sides(1);
  sides[0].expression = expression;
  sides[0].readings.assign(expression.literals.size(), 0);
  for (std::size_t i = 0; i < expression.literals.size(); ++i) {
    const engine::UnitReadings& readings = expression.literals[i].readings;
    if (readings.size() < 2) continue;
    std::vector<Side> wider;
    for (const Side& side : sides) {
      for (std::size_t k = 0; k < readings.size() && wider.size() < max_combinations; ++k) {
        Side chosen = side;
        chosen.expression.literals[i].readings = {readings[k]};
        chosen.readings[i] = static_cast<std::uint8_t>(k);
        chosen.all_preferred = side.all_preferred && readings[k].preferred;
        wider.push_back(std::move(chosen));
      }
    }
    sides = std::move(wider);
  }
  const auto unusual = [](const Side& side) {
    return std::count_if(side.readings.begin(), side.readings.end(), [](std::uint8_t r) { return r != 0; });
  };
  std::stable_sort(sides.begin(), sides.end(), [&](const Side& a, const Side& b) { return unusual(a) < unusual(b); });
  return sides;
}

bool lend_units_in_sums(Expression& expression) {
  bool changed = false;
  for (std::size_t id = 0; id < expression.nodes.size(); ++id) {
    const NodeKind kind = expression.nodes[id].kind;
    if (kind != NodeKind::add && kind != NodeKind::subtract && kind != NodeKind::call) continue;
    std::vector<std::uint32_t> terms;
    collect_terms(expression, static_cast<engine::NodeId>(id), terms, 0);
    const auto lender = std::find_if(terms.begin(), terms.end(),
                                     [&](std::uint32_t t) { return has_dimension(expression.literals[t]); });
    if (lender == terms.end()) continue;
    const engine::UnitReadings unit = expression.literals[*lender].readings;
    for (const std::uint32_t term : terms) {
      Literal& literal = expression.literals[term];
      const bool borrows = literal.readings.empty() ||
                           (literal.readings[0].kind == engine::UnitKind::count && literal.readings[0].scale == 1);
      if (!borrows) continue;
      literal.readings = unit;
      changed = true;
    }
  }
  return changed;
}

namespace {

bool adds_a_percentage(const Expression& expression, const engine::Node& node) {
  if (node.kind != NodeKind::add && node.kind != NodeKind::subtract) return false;
  const engine::Node& right = expression.at(expression.operands(node)[1]);
  if (right.kind != NodeKind::literal) return false;
  const engine::UnitReadings& readings = expression.literals[right.payload].readings;
  return !readings.empty() && readings[0].symbol == "%";
}

}  // namespace

bool adds_a_percentage(const Expression& expression) {
  return std::any_of(expression.nodes.begin(), expression.nodes.end(),
                     [&](const engine::Node& node) { return adds_a_percentage(expression, node); });
}

bool take_percent_of_the_rest(Expression& expression) {
  bool changed = false;
  const std::size_t count = expression.nodes.size();
  for (std::size_t id = 0; id < count; ++id) {
    const engine::Node node = expression.nodes[id];
    if (!adds_a_percentage(expression, node)) continue;
    const engine::NodeId left = expression.operands(node)[0], share = expression.operands(node)[1];
    const engine::NodeId root = expression.root;
    Literal one;
    one.number.value = 1;
    one.value = Interval::exactly(1);
    const engine::NodeId whole = expression.add_literal(std::move(one), node.range);
    const engine::NodeId factor = expression.add(node.kind, {whole, share}, node.range);
    expression.nodes[id].kind = NodeKind::multiply;
    expression.set_operands(static_cast<engine::NodeId>(id), std::array{left, factor});
    expression.root = root;
    changed = true;
  }
  return changed;
}

std::optional<Expression> with_counts_of_1024(const Expression& expression) {
  const auto is_count_of_1024 = [](const Literal& literal) {
    if (literal.readings.empty() || !literal.readings[0].symbol.starts_with("thousand")) return false;
    const double value = literal.number.value;
    return value >= 1 && value <= 1024 && std::exp2(std::round(std::log2(value))) == value;
  };
  if (std::none_of(expression.literals.begin(), expression.literals.end(), is_count_of_1024)) return std::nullopt;
  Expression result = expression;
  for (Literal& literal : result.literals)
    if (is_count_of_1024(literal)) literal.readings.change([](UnitReading& reading) { reading.scale *= 1.024; });
  return result;
}

std::optional<Expression> with_binary_prefixes(const Expression& expression, int& step) {
  const auto is_decimal = [](const Literal& literal) {
    return std::any_of(literal.readings.begin(), literal.readings.end(),
                       [](const UnitReading& r) { return r.decimal_information_prefix != 0; });
  };
  if (std::none_of(expression.literals.begin(), expression.literals.end(), is_decimal)) return std::nullopt;
  Expression result = expression;
  for (Literal& literal : result.literals) {
    if (!is_decimal(literal)) continue;
    literal.readings.change([&](UnitReading& reading) {
      reading.scale *= std::pow(1.024, reading.decimal_information_prefix);
      step = std::max(step, std::abs(reading.decimal_information_prefix));
    });
  }
  return result;
}

std::optional<Expression> with_mac_as_operation(const Expression& expression) {
  const auto of_macs = [](const UnitReading& reading) { return reading.symbol.find("MAC") != std::string::npos; };
  const auto has_macs = [&](const Literal& literal) {
    return std::any_of(literal.readings.begin(), literal.readings.end(), of_macs);
  };
  if (std::none_of(expression.literals.begin(), expression.literals.end(), has_macs)) return std::nullopt;
  Expression result = expression;
  for (Literal& literal : result.literals) {
    if (!has_macs(literal)) continue;
    literal.readings.change([&](UnitReading& reading) {
      if (of_macs(reading)) reading.scale *= reading.symbol.find("/MAC") != std::string::npos ? 2 : 0.5;
    });
  }
  return result;
}

namespace {

bool is_canonical_duration(const Literal& literal) {
  if (!has_dimension(literal) || literal.readings[0].dimension != engine::dimensions::time) return false;
  const double seconds = literal.number.value * literal.readings[0].scale;
  return seconds == 1 || seconds == 60 || seconds == 3600 || seconds == 86400;
}

bool is_information_over_information(const Literal& literal) {
  return !literal.readings.empty() && literal.readings[0].dimension.is_none() &&
         literal.readings[0].symbol.find("bit") != std::string::npos;
}

void make_one(Literal& literal) {
  literal.readings.clear();
  literal.number.value = 1;
  literal.value = Interval::exactly(1);
}

}  // namespace

std::vector<Expression> with_one_unit_meant_otherwise(const Expression& expression) {
  std::vector<Expression> result;
  const auto with = [&](std::size_t i, auto&& change) {
    Expression changed = expression;
    change(changed.literals[i]);
    result.push_back(std::move(changed));
  };
  const auto drop_all = [](Literal& l) { l.readings.clear(); };
  for (std::size_t i = 0; i < expression.literals.size(); ++i) {
    const Literal& literal = expression.literals[i];
    const bool eight = literal.number.value == 8 && !literal.number.has_point;
    if (eight && is_bare(literal)) with(i, make_one);
    if (is_information_over_information(literal)) with(i, drop_all);
    if (is_canonical_duration(literal)) with(i, make_one);
    if (!has_dimension(literal)) continue;
    if (literal.readings[0].symbol.find("MAC") != std::string::npos && literal.readings[0].scale > 1) {
      with(i, [](Literal& l) {  // a number of MACs, not of operations
        UnitReading count;
        count.scale = l.readings[0].scale / 2;
        l.readings = {count};
      });
    }
    with(i, [](Literal& l) {  // the scale stays, the dimension goes
      UnitReading scale;
      scale.scale = l.readings[0].scale;
      l.readings = {scale};
    });
    if (literal.readings[0].scale != 1) with(i, drop_all);
  }
  return result;
}

Expression without_units(const Expression& expression) {
  Expression result = expression;
  for (Literal& literal : result.literals) literal.readings.clear();
  return result;
}

std::optional<Expression> with_widths(const Expression& expression, const std::vector<LiteralNote>& notes,
                                      const std::vector<RoundedFigure>& earlier) {
  std::optional<Expression> result;
  const auto widen = [&](std::size_t i, Interval width) {
    if (!result) result = expression;
    Interval& value = result->literals[i].value;
    value = engine::hull(value, width);
  };
  for (std::size_t i = 0; i < expression.literals.size(); ++i) {
    const Literal& literal = expression.literals[i];
    const LiteralNote note = i < notes.size() ? notes[i] : LiteralNote{};
    if (note.range_of_values) continue;
    const engine::Dimension dimension = literal.readings.empty() ? engine::Dimension{} : literal.readings[0].dimension;
    const double scale = literal.readings.empty() ? 1 : literal.readings[0].scale;
    for (const RoundedFigure& figure : earlier) {
      const bool same =
          figure.printed == literal.number.value && (literal.readings.empty() || figure.dimension == dimension);
      if (!same) continue;
      const double unrounded = literal.readings.empty() ? figure.unrounded : figure.unrounded * figure.scale / scale;
      if (std::abs(unrounded - literal.number.value) > 0.06 * std::abs(literal.number.value)) continue;
      widen(i, Interval::exactly(unrounded));
    }
    if (note.approximate || literal.number.has_point) widen(i, literal.number.as_written());
  }
  return result;
}

std::optional<engine::Quantity> value_of(const Expression& expression) {
  static const engine::Environment values_only{.symbol = {}, .reading_of_literal = {}, .keeps_labels = false};
  const engine::EvaluationResult result = engine::evaluate(expression, values_only);
  if (const auto* quantity = std::get_if<engine::Quantity>(&result)) return *quantity;
  return std::nullopt;
}

}  // namespace napkin::validator::derive
