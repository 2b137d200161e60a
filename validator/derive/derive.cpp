#include "validator/derive/derive.hpp"

#include <algorithm>
#include <cmath>

#include "validator/derive/conversion_factors.hpp"
#include "validator/derive/sides.hpp"

namespace napkin::validator::derive {

using engine::Dimension;
using engine::Expression;
using engine::Interval;
using engine::Literal;
using engine::Quantity;
using engine::UnitKind;
using engine::UnitReading;

namespace {

constexpr std::size_t max_candidates = 40;

// The stated side: a figure with its unit, or a calculation of its own.
struct Stated {
  Quantity quantity;      // in base units
  Interval bounds;        // in base units, with the width of the printed digits
  UnitReading unit;       // scale 1 where it has none
  bool has_unit = false;  // a dimension, a prefix, a %, or ×
  bool has_label = false;
  bool literal = false;
  const Literal* figure = nullptr;
};

std::vector<Stated> stated_readings(const Statement& statement) {
  std::vector<Stated> result;
  const Expression& expression = statement.stated;
  const engine::Node& root = expression.at(expression.root);
  for (const Side& side : readings_of(expression)) {
    Stated stated;
    std::optional<Quantity> value = value_of(side.expression);
    if (!value) {
      Expression lent = side.expression;
      if (!lend_units_in_sums(lent)) continue;
      value = value_of(lent);
      if (!value) continue;
    }
    stated.quantity = *value;
    stated.bounds = value->value;
    if (root.kind == engine::NodeKind::literal) {
      stated.literal = true;
      stated.figure = &expression.literals[root.payload];
      const Literal& literal = side.expression.literals[root.payload];
      if (!literal.readings.empty()) {
        stated.unit = literal.readings[0];
        stated.has_label = !stated.unit.labels.empty();
        stated.has_unit = !stated.unit.dimension.is_none() || stated.unit.kind == UnitKind::physical;
      }
      const Interval printed = engine::hull(literal.value, literal.number.as_written());
      stated.bounds = printed * stated.unit.scale;
    } else {
      for (const Literal& literal : side.expression.literals) {  // a calculation is shown in its first unit
        if (!has_dimension(literal) || literal.readings[0].dimension != value->dimension) continue;
        stated.unit = literal.readings[0];
        break;
      }
      stated.has_unit = !value->dimension.is_none();
    }
    result.push_back(std::move(stated));
  }
  return result;
}

class Deriver {
 public:
  Deriver(const Statement& statement, const std::vector<RoundedFigure>& earlier,
          const std::vector<engine::Literal>& named)
      : statement_(statement), earlier_(earlier), named_(named) {}

  Derived run(Effort effort) {
    const std::vector<Stated> stated = stated_readings(statement_);
    const std::vector<Side> sides = readings_of(statement_.left);
    if (stated.empty()) result_.unread = UnreadReason::mixed_units;
    std::vector<Evaluated> evaluated;
    for (const Side& side : sides) {
      Evaluated whole{&side, std::nullopt, value_of(side.expression)};
      for (bool (*reading)(Expression&) : {take_percent_of_the_rest, lend_units_in_sums})
        if (!whole.value) read_so_that_it_works(whole, reading);
      for (bool (*reading)(Expression&) : {cancel_nested_periods, take_bits_for_lines})
        read_as_meant(whole, stated, reading);
      evaluated.push_back(std::move(whole));
    }
    for (std::size_t i = 0; i < sides.size(); ++i) {  // "1,000 + 10% = 1,100", where a sum of the two is a number too
      if (!evaluated[i].value || !adds_a_percentage(sides[i].expression)) continue;
      Evaluated relative{&sides[i], sides[i], std::nullopt};
      take_percent_of_the_rest(relative.meant->expression);
      relative.value = value_of(relative.meant->expression);
      evaluated.push_back(std::move(relative));
    }
    for (const Evaluated& whole : evaluated)
      for (const Stated& s : stated)
        if (whole.value && whole.value->dimension == s.quantity.dimension) compare(whole.side(), *whole.value, s);
    const bool agree = std::any_of(result_.candidates.begin(), result_.candidates.end(),
                                   [](const Candidate& c) { return c.basis == Basis::dimensions_agree; });
    if (effort == Effort::dimensions_agree) {
      std::erase_if(result_.candidates, [](const Candidate& c) { return c.basis != Basis::dimensions_agree; });
      return std::move(result_);
    }
    // "26 TOPS - 20.6 TOPS = 5.4 GOPS": once a rate is a rate on both sides, it is not also a count.
    if (!agree || may_be_bytes(statement_.left) || may_be_bytes(statement_.stated))
      for (std::size_t i = 0; i < evaluated.size(); ++i)
        for (const Stated& s : stated) {
          const Evaluated& whole = evaluated[i];
          if (whole.value && whole.value->dimension != s.quantity.dimension)
            compare(whole.side(), *whole.value, s);
          else if (!whole.value && i < sides.size() && s.literal)
            as_numerals(sides[i], s);
        }
    for (std::size_t i = 0; i < sides.size(); ++i) {
      for (const Stated& s : stated) {
        without_factors(evaluated[i].side(), s);
        times_in_a_period(sides[i], s);
        if (agree) continue;
        with_units_from_text(sides[i], s);
        otherwise(sides[i], s);
      }
    }
    const bool any = std::any_of(evaluated.begin(), evaluated.end(), [](const Evaluated& e) { return !!e.value; });
    result_.dimension_clash = !any || !agree;
    result_.ambiguous_bytes = may_be_bytes(statement_.left);
    if (!any && result_.candidates.empty()) result_.unread = UnreadReason::mixed_units;
    std::stable_sort(result_.candidates.begin(), result_.candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.basis < b.basis; });
    return std::move(result_);
  }

 private:
  struct Evaluated {
    const Side* written;
    std::optional<Side> meant;  // where that is another expression
    std::optional<Quantity> value;
    const Side& side() const { return meant ? *meant : *written; }
  };

  // What has no value as it is written: "15 + 40 ms".
  static void read_so_that_it_works(Evaluated& whole, bool (*reading)(Expression&)) {
    Side meant = whole.side();
    if (!reading(meant.expression)) return;
    whole.value = value_of(meant.expression);
    whole.meant = std::move(meant);
  }

  // Conversions that are written with their units, where only without them the dimensions agree with the stated ones.
  static void read_as_meant(Evaluated& whole, const std::vector<Stated>& stated, bool (*reading)(Expression&)) {
    const auto agrees = [&](const std::optional<Quantity>& value) {
      return value && std::any_of(stated.begin(), stated.end(),
                                  [&](const Stated& s) { return value->dimension == s.quantity.dimension; });
    };
    if (agrees(whole.value)) return;
    Side meant = whole.side();
    if (!reading(meant.expression)) return;
    const std::optional<Quantity> value = value_of(meant.expression);
    if (!agrees(value)) return;
    whole.meant = std::move(meant);
    whole.value = value;
  }

  // 7B: bytes, or billions, so that the reading whose dimensions agree may do so by accident.
  static bool may_be_bytes(const Expression& expression) {
    return std::any_of(expression.literals.begin(), expression.literals.end(),
                       [](const Literal& l) { return l.readings.size() > 1 && in_bytes(l); });
  }

  static bool in_bytes(const Literal& literal) {
    return std::any_of(literal.readings.begin(), literal.readings.end(),
                       [](const UnitReading& r) { return r.dimension.halves(engine::Base::information) != 0; });
  }

  void compare(const Side& side, const Quantity& left, const Stated& stated) {
    result_.left_dimension = left.dimension;
    result_.stated_dimension = stated.quantity.dimension;
    const bool left_plain = std::none_of(
        side.expression.literals.begin(), side.expression.literals.end(),
        [](const Literal& l) { return has_dimension(l) || (!l.readings.empty() && period_of(l.readings[0]) > 0); });
    if (left.dimension == stated.quantity.dimension) {
      const bool lone_unit = !stated.has_unit && !left.dimension.is_none();
      // "76.1% − 74.8% = 1.3 points"
      const bool percent_left =
          std::any_of(side.expression.literals.begin(), side.expression.literals.end(),
                      [](const Literal& l) { return !l.readings.empty() && l.readings[0].symbol == "%"; });
      if (percent_left && stated.literal && !stated.has_unit)
        add(side, stated, Basis::left_in_stated_unit, 0.01, stated.unit.scale, stated.unit);
      const double scale = stated.unit.scale;
      add(side, stated, lone_unit ? Basis::stated_without_unit : Basis::dimensions_agree, scale, scale, stated.unit);
      // "20 * 3 = 60M": figures in millions on both sides
      if (stated.unit.kind == UnitKind::magnitude && left_plain)
        add(side, stated, Basis::left_in_stated_unit, 1, scale, stated.unit);
      return;
    }
    if (!stated.has_unit && stated.has_label && !left.dimension.is_none()) return as_numerals(side, stated);
    if (!stated.has_unit && stated.quantity.dimension.is_none()) {
      for (const Literal& literal : side.expression.literals) {
        if (!has_dimension(literal) || literal.readings[0].dimension != left.dimension) continue;
        add(side, stated, Basis::stated_without_unit, literal.readings[0].scale, 1, literal.readings[0]);
      }
      UnitReading base;
      base.dimension = left.dimension;
      base.symbol = engine::to_string(left.dimension);
      add(side, stated, Basis::stated_without_unit, 1, 1, base);
      as_numerals(side, stated);
      return;
    }
    if (left.dimension.is_none() && left_plain) return compare_plain(side, stated);
    // "600 mAh / 12 mAh = 50 days": what is divided by is meant per day
    if (left.dimension.is_none() && stated.literal)
      add(side, stated, Basis::units_left_out, 1, stated.unit.scale, stated.unit);
    // "20M users × 6 requests = 120M requests/day": the left side is meant per day too.
    const double period = stated.literal ? period_of(stated.unit) : 0;
    if (period > 0 && left.dimension == stated.quantity.dimension * engine::dimensions::time)
      add(side, stated, Basis::left_in_stated_unit, stated.unit.scale * period, stated.unit.scale, stated.unit);
    without_period(side, left, stated);
    const bool bare_factor = std::any_of(side.expression.literals.begin(), side.expression.literals.end(), is_bare);
    if (bare_factor && stated.literal)
      add(side, stated, Basis::units_left_out, stated.unit.scale, stated.unit.scale, stated.unit);
  }

  // No unit on the left, one on the right: the left side is in that one, or in its base unit.
  void compare_plain(const Side& side, const Stated& stated) {
    if (stated.literal) {
      const double rate_period = period_of(stated.unit);
      if (rate_period > 0 && stated.quantity.dimension == engine::dimensions::frequency)
        add(side, stated, Basis::left_in_stated_unit, stated.unit.scale * rate_period, stated.unit.scale, stated.unit);
    }
    // "112 × 112 × 73,728 = 925M MACs": a plain count of them, two operations each
    if (stated.unit.symbol.find("MAC") != std::string::npos) {
      add(side, stated, Basis::left_in_stated_unit, stated.unit.scale / 2, stated.unit.scale, stated.unit);
      if (stated.unit.scale == 2) return;
      add(side, stated, Basis::left_in_stated_unit, 1, stated.unit.scale, stated.unit);
      return;
    }
    add(side, stated, Basis::left_in_stated_unit, 1, stated.unit.scale, stated.unit);
    if (stated.unit.scale != 1)
      add(side, stated, Basis::left_in_base_unit, stated.unit.scale, stated.unit.scale, stated.unit);
  }

  // "204.8 GB / 2 = 102.4": the numerals alone.
  void as_numerals(const Side& side, const Stated& stated) {
    Side plain = side;
    plain.expression = without_units(side.expression);
    if (value_of(plain.expression)) add(plain, stated, Basis::numerals, 1, stated.unit.scale, stated.unit);
  }

  // "400,000,000 bits / 8 = 50 MB", "$84/day * 30 = $2,520/month": the dimensions agree with or without the factor.
  void without_factors(const Side& side, const Stated& stated) {
    for (WithoutFactors& plain : without_conversion_factors(side.expression, stated.unit)) {
      const std::optional<Quantity> value = value_of(plain.expression);
      if (!value || value->dimension != stated.quantity.dimension) continue;
      Side without = side;
      without.expression = std::move(plain.expression);
      add(without, stated, plain.justified ? Basis::factor_converts : Basis::units_left_out,
          stated.unit.scale / plain.correction, stated.unit.scale, stated.unit);
    }
  }

  // "43,200 min/month × 0.1% = 43.2 min", "400 TB × $23/TB-month = $9,200": the stated figure is for one period too.
  void without_period(const Side& side, const Quantity& left, const Stated& stated) {
    if (!stated.literal || left.dimension * engine::dimensions::time != stated.quantity.dimension) return;
    for (const Literal& literal : side.expression.literals)
      if (const double unsaid = literal.readings.empty() ? 0 : period_of(literal.readings[0]); unsaid > 0)
        add(side, stated, Basis::period_left_out, stated.unit.scale / unsaid, stated.unit.scale, stated.unit);
    // "10 kW × 8,760 = 87,600 kWh": the bare factor is one of hours.
    const bool bare_factor = std::any_of(side.expression.literals.begin(), side.expression.literals.end(), is_bare);
    if (const double hours = hours_inside(stated.unit); hours > 0 && bare_factor)
      add(side, stated, Basis::period_left_out, stated.unit.scale / hours, stated.unit.scale, stated.unit);
  }

  // "3,600 s/hour × 5 ms = 18 s": five milliseconds, 3,600 times an hour.
  void times_in_a_period(const Side& written, const Stated& stated) {
    if (!stated.literal || stated.quantity.dimension != engine::dimensions::time) return;
    Side side = written;
    if (!take_identity_for_count(side.expression)) return;
    const std::optional<Quantity> value = value_of(side.expression);
    if (value && value->dimension == stated.quantity.dimension)
      add(side, stated, Basis::period_left_out, stated.unit.scale, stated.unit.scale, stated.unit);
  }

  // "The weights are 140 GB. 140 / 3.35 TB/s = 41.8 ms": a bare number that the question has with its unit.
  void with_units_from_text(const Side& side, const Stated& stated) {
    for (std::size_t i = 0; i < side.expression.literals.size(); ++i) {
      const Literal& bare = side.expression.literals[i];
      if (!bare.readings.empty()) continue;
      for (const Literal& named : named_) {
        if (!has_dimension(named) || named.number.value != bare.number.value) continue;
        Side lent = side;
        lent.expression.literals[i].readings = {named.readings[0]};
        const std::optional<Quantity> value = value_of(lent.expression);
        if (value && value->dimension == stated.quantity.dimension)
          add(lent, stated, Basis::units_left_out, stated.unit.scale, stated.unit.scale, stated.unit);
      }
    }
  }

  // One literal's unit, then two, meant otherwise than written, until the dimensions agree.
  void otherwise(const Side& side, const Stated& stated) {
    if (!stated.literal) return;
    const auto attempt = [&](const Expression& expression) {
      const std::optional<Quantity> value = value_of(expression);
      if (!value) return;
      Side changed = side;
      changed.expression = expression;
      const bool plain = value->dimension.is_none() &&
                         std::none_of(expression.literals.begin(), expression.literals.end(), has_dimension);
      if (value->dimension == stated.quantity.dimension)
        add(changed, stated, Basis::unit_dropped, stated.unit.scale, stated.unit.scale, stated.unit);
      else if (plain && side.readings.size() > 1)
        add(changed, stated, Basis::unit_dropped, stated.unit.scale, stated.unit.scale, stated.unit);
    };
    const std::vector<Expression> once = with_one_unit_meant_otherwise(side.expression);
    for (const Expression& expression : once) attempt(expression);
    const bool found = std::any_of(result_.candidates.begin(), result_.candidates.end(),
                                   [](const Candidate& c) { return c.basis == Basis::unit_dropped; });
    if (found || once.size() > 8) return;
    for (const Expression& expression : once)
      for (const Expression& twice : with_one_unit_meant_otherwise(expression)) attempt(twice);
  }

  // The left side in units of `scale` base units, the stated one in units of `stated_scale`.
  void add(const Side& side, const Stated& stated, Basis basis, double scale, double stated_scale,
           const UnitReading& unit) {
    Candidate c;
    c.basis = basis;
    c.unit = unit.symbol;
    c.dimension = unit.dimension;
    c.scale = scale;
    c.readings = side.readings;
    c.stated = stated.quantity.value.middle() / stated_scale;
    c.stated_bounds = {stated.bounds.lo / stated_scale, stated.bounds.hi / stated_scale};
    c.counts_whole_things = stated.literal && stated.unit.dimension.is_none() && !stated.figure->number.has_point &&
                            (stated.figure->readings.empty() || stated.unit.kind == UnitKind::count);
    push(side.expression, c, scale, 0);
    int step = 0;
    const std::optional<Expression> binary = with_binary_prefixes(side.expression, step);
    // 1,024 for one side and 1,000 for the other only where one of them says neither: "17 GB / 4" is no 4.56 GB
    const int own = stated.literal ? std::abs(stated.unit.decimal_information_prefix) : 0;
    if (binary && own == 0) push(*binary, c, scale, step);
    if (const std::optional<Expression> of_1024 = with_counts_of_1024(side.expression)) {
      push(*of_1024, c, scale, 1);
    }
    if (const std::optional<Expression> mac = with_mac_as_operation(side.expression)) {
      Candidate as_one = c;
      as_one.mac_as_operation = true;
      push(*mac, as_one, scale, 0);
    }
    const bool exact_units =
        std::any_of(side.expression.literals.begin(), side.expression.literals.end(), [](const Literal& l) {
          return !l.readings.empty() &&
                 l.readings[0].symbol.find("iB") != std::string::npos;  // MiB beside MB says which is which
        });
    if (own > 0 && !exact_units) {
      const double ratio = std::pow(1.024, stated.unit.decimal_information_prefix);
      if (binary)
        push(*binary, c, scale * ratio, std::max(own, step));
      else
        push(side.expression, c, scale * ratio, own);
    }
  }

  void push(const Expression& expression, Candidate candidate, double scale, int binary_step) {
    const std::optional<Quantity> exact = value_of(expression);
    if (!exact || !exact->value.is_finite() || result_.candidates.size() >= max_candidates) return;
    const std::optional<Expression> widened = with_widths(expression, statement_.left_notes, earlier_);
    const std::optional<Quantity> wide = widened ? value_of(*widened) : std::nullopt;
    candidate.derived = exact->value.middle() / scale;
    candidate.derived_bounds = exact->value * (1 / scale);
    if (wide && wide->value.is_finite())
      candidate.derived_bounds = engine::hull(candidate.derived_bounds, wide->value * (1 / scale));
    candidate.binary_step = binary_step;
    result_.candidates.push_back(std::move(candidate));
  }

  const Statement& statement_;
  const std::vector<RoundedFigure>& earlier_;
  const std::vector<engine::Literal>& named_;
  Derived result_;
};

}  // namespace

Derived derive(const Statement& statement, const std::vector<RoundedFigure>& earlier,
               const std::vector<engine::Literal>& named, Effort effort) {
  return Deriver(statement, earlier, named).run(effort);
}

}  // namespace napkin::validator::derive
