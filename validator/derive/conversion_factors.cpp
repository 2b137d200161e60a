#include "validator/derive/conversion_factors.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "validator/derive/sides.hpp"

namespace napkin::validator::derive {

using engine::Base;
using engine::Dimension;
using engine::Expression;
using engine::Interval;
using engine::Literal;
using engine::Node;
using engine::NodeId;
using engine::NodeKind;
using engine::UnitReading;

namespace {

constexpr std::size_t max_factors = 6;
constexpr std::size_t max_together = 3;
// A month has 28 to 31 days, 720 to 744 hours, and some 20 of its days are worked; so of the year and the week.
constexpr double least_of_period = 0.65;
constexpr double most_of_period = 1.025;

// A bare number of the side, or a power of two of them, 10^6.
struct Factor {
  NodeId node = 0;
  std::size_t literal = 0;  // the first one of a power
  double value = 1;
  bool divides = false;
};

struct Scale {
  double value;
  Dimension dimension;
};

bool is_bare_literal(const Expression& e, NodeId id) {
  return e.at(id).kind == NodeKind::literal && e.literals[e.at(id).payload].readings.empty();
}

void collect_factors(const Expression& e, NodeId id, bool divides, std::vector<Factor>& factors, int depth) {
  if (depth > engine::max_expression_depth) return;
  const Node& node = e.at(id);
  const std::span<const NodeId> operands = e.operands(node);
  const bool power = node.kind == NodeKind::power && operands.size() == 2 && is_bare_literal(e, operands[0]) &&
                     is_bare_literal(e, operands[1]);
  if (power) {
    const std::size_t base = e.at(operands[0]).payload;
    const double exponent = e.literals[e.at(operands[1]).payload].number.value;
    factors.push_back({id, base, std::pow(e.literals[base].number.value, exponent), divides});
    return;
  }
  if (is_bare_literal(e, id)) {
    factors.push_back({id, node.payload, e.literals[node.payload].number.value, divides});
    return;
  }
  if (node.kind == NodeKind::power) return;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const bool below = node.kind == NodeKind::divide && i == 1;
    collect_factors(e, operands[i], below ? !divides : divides, factors, depth + 1);
  }
}

bool about(double a, double b, double tolerance) { return b != 0 && std::abs(a / b - 1) <= tolerance; }

// 1,000ⁿ or 1,024ⁿ, n ≥ 1
bool is_prefix(double value, double step) {
  double power = step;
  for (int n = 1; n <= 5; ++n, power *= step)
    if (about(value, power, 1e-9)) return true;
  return false;
}

bool in_bits(const UnitReading& unit) {
  return unit.symbol.find("bit") != std::string::npos || unit.symbol.find("bps") != std::string::npos;
}
bool has_information(const UnitReading& unit) { return unit.dimension.halves(Base::information) != 0; }
bool has_information(const Literal& literal) {
  return !literal.readings.empty() && has_information(literal.readings[0]);
}

// The units of time that a unit is made of, in seconds: 3,600 and 60 of "h/min".
void collect_times(const UnitReading& unit, std::vector<double>& times) {
  if (const double hours = hours_inside(unit); hours > 0) times.push_back(hours);
  bool any = false;
  for (std::size_t begin = 0; begin < unit.symbol.size();) {
    const std::size_t end = std::min(unit.symbol.find_first_of("/-*^ ", begin), unit.symbol.size());
    for (const UnitReading& part : engine::read_unit_word(std::string_view(unit.symbol).substr(begin, end - begin))) {
      if (part.dimension != engine::dimensions::time || !part.preferred) continue;
      times.push_back(part.scale);
      any = true;
      break;
    }
    begin = end + 1;
  }
  if (!any && unit.dimension.halves(Base::time) < 0) times.push_back(1);  // QPS, Gbps, Hz
}

class Finder {
 public:
  Finder(const Expression& side, const UnitReading& stated) : side_(side), stated_(stated) {
    collect_factors(side, side.root, false, factors_, 0);
    if (factors_.empty()) return;
    bare_numbers_ = static_cast<std::size_t>(std::count_if(side.literals.begin(), side.literals.end(), is_bare));
    const auto take = [&](const UnitReading& unit) {
      collect_times(unit, times_);
      if (hours_inside(unit) > 0) hour_scales_.push_back(unit.scale);
      if (!unit.dimension.is_none()) scales_.push_back({unit.scale, unit.dimension});
      if (!has_information(unit)) return;
      bits_ = bits_ || in_bits(unit);
      bytes_ = bytes_ || !in_bits(unit);
    };
    for (const Literal& literal : side.literals)
      if (!literal.readings.empty()) take(literal.readings[0]);
    bits_meet_bytes_ = bits_ && bytes_;
    take(stated);
  }

  std::vector<WithoutFactors> run() {
    const std::size_t count = std::min(factors_.size(), max_factors);
    for (std::size_t size = 1; size <= std::min(count, max_together); ++size)
      for (unsigned chosen = 1; chosen < 1U << count; ++chosen)
        if (static_cast<std::size_t>(std::popcount(chosen)) == size) try_without(chosen);
    return std::move(found_);
  }

 private:
  enum class Kind : std::uint8_t { none, usual, justified };

  Kind kind_of(const Factor& factor) const {
    const Literal& literal = side_.literals[factor.literal];
    if (factor.value == 8 && !literal.number.has_point) return kind_of_eight(factor);
    if (is_prefix(factor.value, 1000) || is_prefix(factor.value, 1024))
      return is_ratio_of_scales(factor.value, true) ? Kind::justified : Kind::usual;
    if (stated_.symbol == "%" && factor.value == 100) return Kind::usual;
    // 225 mAh * 3 V * 3.6 = 2,430 J: hours in seconds, with the prefix
    for (const double hours : hour_scales_)
      if (about(hours, factor.value, 1e-9)) return Kind::justified;
    return is_ratio_of_scales(factor.value, false) ? Kind::justified : Kind::none;
  }

  // Among other bare numbers an 8 is a number of things, 2 * 80 * 8 * 128 * 2 bytes, unless it stands beside bits or
  // bytes where both are spoken of: 800 MHz * 2 * 64 bits / 8.
  Kind kind_of_eight(const Factor& factor) const {
    const std::vector<Literal>& all = side_.literals;
    const bool after = factor.literal > 0 && has_information(all[factor.literal - 1]);
    const bool before = factor.literal + 1 < all.size() && has_information(all[factor.literal + 1]);
    const bool last = factor.divides && factor.literal + 1 == all.size() && bits_;  // 6 GHz * 384 bits * 2 / 8
    const bool beside = bare_numbers_ == 1 || after || last || (before && bits_meet_bytes_);
    if (!beside || (!has_information(stated_) && !bits_meet_bytes_)) return Kind::none;
    return bits_ && bytes_ ? Kind::justified : Kind::usual;
  }

  // 3,600 J a Wh, 3.6 kJ a Wh; of a prefix also against the unit without one: 10¹² bytes a TB, after MB/s * s.
  bool is_ratio_of_scales(double value, bool prefix) const {
    if (value == 1) return false;
    const double tolerance = prefix ? 0.1 : 1e-9;
    for (const Scale& a : scales_) {
      if (prefix && (about(a.value, value, tolerance) || about(1 / a.value, value, tolerance))) return true;
      for (const Scale& b : scales_)
        if (a.dimension == b.dimension && a.value != b.value && about(a.value / b.value, value, tolerance)) return true;
    }
    return false;
  }

  // 30 days a month: the ratio of two units of time that are written, as the author has it.
  double ratio_of_times(double value) const {
    double nearest = 0;
    for (const double a : times_)
      for (const double b : times_) {
        if (a <= b) continue;
        const double part = value / (a / b);
        const bool calendar = a >= 86400 * 6.5;  // longer than a day, of which only a part may be meant
        const bool fits = calendar ? part >= least_of_period && part <= most_of_period : about(part, 1, 1e-9);
        if (fits && (nearest == 0 || std::abs(part - 1) < std::abs(value / nearest - 1))) nearest = a / b;
      }
    return nearest;
  }

  // Numbers that mostly convert where the stated figure is one of time.
  bool is_usual_of_time(const Factor& factor) const {
    if (stated_.dimension.halves(Base::time) == 0) return false;
    const double value = factor.value;
    if (value == 365.25 || value == 30.44 || value == 30.4) return true;
    if (side_.literals[factor.literal].number.has_point) return false;
    for (const double usual : {60., 24., 3600., 86400., 365., 12., 7., 30., 52.})
      if (value == usual) return true;
    return false;
  }

  void try_without(unsigned chosen) {
    WithoutFactors without{side_, 1, true};
    double times = 1;
    bool any_time = false, usual_time = true;
    for (std::size_t i = 0; i < std::min(factors_.size(), max_factors); ++i) {
      if ((chosen >> i & 1U) == 0) continue;
      const Factor& factor = factors_[i];
      const Kind kind = kind_of(factor);
      if (kind == Kind::usual) without.justified = false;
      if (kind == Kind::none) {
        times *= factor.divides ? 1 / factor.value : factor.value;
        any_time = true;
        usual_time = usual_time && is_usual_of_time(factor);
      }
      make_one(without.expression, factor);
    }
    if (any_time) {
      const double value = times < 1 ? 1 / times : times;
      const double ratio = ratio_of_times(value);
      const bool single = std::has_single_bit(chosen);
      if (ratio == 0 && !(single && usual_time)) return;
      if (ratio > 0) without.correction = times < 1 ? ratio / value : value / ratio;
      without.justified = without.justified && ratio > 0;
    }
    found_.push_back(std::move(without));
  }

  static void make_one(Expression& e, const Factor& factor) {
    Node& node = e.nodes[factor.node];
    if (node.kind == NodeKind::power) {
      node.kind = NodeKind::literal;
      node.payload = static_cast<std::uint32_t>(factor.literal);
      node.operand_count = 0;
    }
    e.literals[factor.literal].number.value = 1;
    e.literals[factor.literal].value = Interval::exactly(1);
  }

  const Expression& side_;
  const UnitReading& stated_;
  std::vector<Factor> factors_;
  std::vector<double> times_;
  std::vector<Scale> scales_;
  std::vector<double> hour_scales_;  // of units with hours in them: mAh, Wh
  std::size_t bare_numbers_ = 0;
  bool bits_ = false, bytes_ = false;
  bool bits_meet_bytes_ = false;  // on the side itself
  std::vector<WithoutFactors> found_;
};

}  // namespace

std::vector<WithoutFactors> without_conversion_factors(const Expression& side, const UnitReading& stated) {
  return Finder(side, stated).run();
}

double period_of(const UnitReading& unit) {
  const std::size_t slash = unit.symbol.find_last_of("/-*");
  if (slash == std::string::npos || unit.symbol.find('/') == std::string::npos) return 0;
  for (const UnitReading& reading : engine::read_unit_word(unit.symbol.substr(slash + 1)))
    if (reading.dimension == engine::dimensions::time) return reading.scale;
  return 0;
}

double hours_inside(const UnitReading& unit) {
  const std::size_t end = std::min(unit.symbol.find('/'), unit.symbol.size());
  if (end < 2 || unit.symbol[end - 1] != 'h') return 0;
  const char before = unit.symbol[end - 2];
  return before == 'W' || before == 'A' ? 3600 : 0;
}

bool cancel_nested_periods(Expression& expression) {
  bool changed = false;
  std::vector<double> units;
  for (Literal& literal : expression.literals) {
    if (!has_dimension(literal) || literal.readings[0].dimension != engine::dimensions::time) continue;
    const double unit = literal.readings[0].scale;
    const double whole = literal.number.value * unit;
    const bool nested = std::any_of(units.begin(), units.end(), [&](double u) { return u > unit && u == whole; });
    units.push_back(unit);
    if (!nested) continue;
    literal.readings.clear();
    literal.number.value = 1;
    literal.value = Interval::exactly(1);
    changed = true;
  }
  return changed;
}

bool take_bits_for_lines(Expression& expression) {
  bool rate = false, changed = false;
  for (const Literal& literal : expression.literals)
    rate = rate || (has_dimension(literal) && in_bits(literal.readings[0]) &&
                    literal.readings[0].dimension == engine::dimensions::information / engine::dimensions::time);
  for (Literal& literal : expression.literals) {
    if (!rate || !has_dimension(literal) || literal.readings[0].symbol != "bit") continue;
    literal.readings.clear();
    changed = true;
  }
  return changed;
}

bool take_identity_for_count(Expression& expression) {
  bool changed = false;
  for (Literal& literal : expression.literals) {
    if (literal.readings.empty() || has_dimension(literal) || period_of(literal.readings[0]) <= 0) continue;
    if (!about(literal.number.value * literal.readings[0].scale, 1, 1e-9)) continue;
    literal.readings.clear();
    changed = true;
  }
  return changed;
}

}  // namespace napkin::validator::derive
