#include "validator/judge/judge.hpp"

#include <algorithm>
#include <cmath>

namespace napkin::validator::judge {

using derive::Basis;
using derive::Candidate;
using derive::Derived;

namespace {

bool has_information(const engine::Expression& expression) {
  return std::any_of(expression.literals.begin(), expression.literals.end(), [](const engine::Literal& l) {
    return !l.readings.empty() && l.readings[0].dimension.halves(engine::Base::information) != 0;
  });
}

bool is_comparison(Relation relation) { return relation != Relation::equal && relation != Relation::approximately; }

bool any_approximate(const std::vector<LiteralNote>& notes) {
  return std::any_of(notes.begin(), notes.end(),
                     [](const LiteralNote& n) { return n.approximate || n.range_of_values; });
}

double relative_distance(double stated, double derived) {
  if (stated == derived) return 0;
  return std::abs(stated - derived) / std::max(std::abs(derived), 1e-300);
}

// Things that come whole may be rounded up or down: 42.7 tokens are 42 tokens, 14.6 GPUs are 15.
bool whole_thing(const Candidate& c) {
  return c.counts_whole_things && c.stated == std::floor(c.stated) && std::abs(c.stated - c.derived) < 1 &&
         std::abs(c.derived) > 1;
}

bool agrees(const Candidate& c, double tolerance) {
  if (c.stated_bounds.contains(c.derived)) return true;
  const double distance = relative_distance(c.stated, c.derived);
  if (distance <= tolerance || whole_thing(c)) return true;
  const double limit = std::max(tolerance, 0.05);
  return c.derived_bounds.meets(c.stated_bounds) && distance <= limit;
}

bool truncated(const Candidate& c) {
  const double place = c.stated_bounds.width();
  return place > 0 && std::abs(c.stated) < std::abs(c.derived) && std::abs(c.derived) < std::abs(c.stated) + place;
}

bool holds(Relation relation, const Candidate& c) {
  switch (relation) {
    case Relation::less: return c.derived < c.stated;
    case Relation::less_equal: return c.derived <= c.stated || agrees(c, 0.01);
    case Relation::greater: return c.derived > c.stated;
    case Relation::greater_equal: return c.derived >= c.stated || agrees(c, 0.01);
    default: return true;
  }
}

Judgement judge_comparison(const Statement& statement, const Derived& derived) {
  Judgement result;
  const auto sound = [](const Candidate& c) { return c.binary_step == 0 && c.basis <= Basis::stated_without_unit; };
  for (const Candidate& c : derived.candidates) {
    if (!sound(c)) continue;
    if (!result.candidate) result.candidate = c;
    if (!holds(statement.relation, c)) continue;
    result.candidate = c;
    result.verdict = Verdict::consistent;
    return result;
  }
  if (!result.candidate) return result;
  const bool certain = result.candidate->basis == Basis::dimensions_agree;
  result.verdict = certain ? Verdict::inconsistent : Verdict::undecided;
  result.distance = certain ? Distance::wrong : Distance::none;
  return result;
}

// "300M MACs * 2 = 600 MFLOPs": says itself that a MAC is two operations.
bool doubled(const Statement& statement) {
  return std::any_of(statement.left.literals.begin(), statement.left.literals.end(),
                     [](const engine::Literal& l) { return l.readings.empty() && l.number.value == 2; });
}

bool any_range(const std::vector<LiteralNote>& notes) {
  return std::any_of(notes.begin(), notes.end(), [](const LiteralNote& n) { return n.range_of_values; });
}

// "3–5 GB × 4 = 12–20 GB": from range to range, both ends must come out.
bool range_to_range(const Statement& statement) {
  return any_range(statement.left_notes) && any_range(statement.stated_notes) &&
         statement.stated.at(statement.stated.root).kind == engine::NodeKind::literal;
}

bool ends_agree(const Statement& statement, const Candidate& c) {
  const engine::Literal& stated = statement.stated.literals[statement.stated.at(statement.stated.root).payload];
  if (stated.value.middle() == 0) return false;
  const double unit = c.stated / stated.value.middle();
  const auto near = [&](double derived, double printed) {
    const double slack = std::max(0.05 * std::abs(printed), stated.number.resolution / 2);
    return std::abs(derived / unit - printed) <= slack * (1 + 1e-9);
  };
  return near(c.derived_bounds.lo, stated.value.lo) && near(c.derived_bounds.hi, stated.value.hi);
}

bool range_agrees(const Statement& statement, const Candidate& c) {
  const bool ranged = any_range(statement.left_notes) || any_range(statement.stated_notes);
  return ranged && c.derived_bounds.meets(c.stated_bounds);
}

Judgement judge_figures(const Statement& statement, const Derived& derived, const Tolerance& tolerance) {
  const bool approximate = statement.relation == Relation::approximately || any_approximate(statement.stated_notes) ||
                           any_approximate(statement.left_notes);
  const double limit = approximate ? tolerance.approximation : tolerance.rounding;
  Judgement result;
  const Candidate* agreeing = nullptr;
  const bool converts = statement.form == StatementForm::conversion || statement.form == StatementForm::restatement;
  const bool ranges = range_to_range(statement);
  for (const Candidate& c : derived.candidates) {
    if (converts && c.mac_as_operation) continue;
    const bool agreed = ranges ? ends_agree(statement, c) : agrees(c, limit) || range_agrees(statement, c);
    if (!agreed) continue;
    const auto odd = [](const Candidate& x) { return 2 * x.binary_step + (x.mac_as_operation ? 1 : 0); };
    if (!agreeing || (c.basis == agreeing->basis && odd(c) < odd(*agreeing))) agreeing = &c;
  }
  if (agreeing) {
    result.verdict = Verdict::consistent;
    result.candidate = *agreeing;
    result.binary_units = agreeing->binary_step >= 3;
    result.mac_as_operation = agreeing->mac_as_operation && !doubled(statement);
    return result;
  }
  if (ranges && std::any_of(derived.candidates.begin(), derived.candidates.end(),
                            [&](const Candidate& c) { return range_agrees(statement, c); })) {
    result.explanation = "the ranges overlap, but do not end alike";
    return result;
  }
  const auto decimal = std::find_if(derived.candidates.begin(), derived.candidates.end(),
                                    [](const Candidate& c) { return c.binary_step == 0 && !c.mac_as_operation; });
  if (decimal == derived.candidates.end()) return result;
  // Among readings that are equally plausible, the nearest one is what the author may have meant.
  const Candidate* nearest = &*decimal;
  for (const Candidate& c : derived.candidates) {
    const bool rival =
        c.binary_step == 0 && !c.mac_as_operation &&
        (c.basis <= Basis::period_left_out || decimal->basis > Basis::period_left_out || derived.ambiguous_bytes);
    if (!rival || c.stated == 0 || c.derived == 0) continue;
    const auto off = [](const Candidate& x) { return std::abs(std::log(std::abs(x.stated / x.derived))); };
    if (off(c) < off(*nearest)) nearest = &c;
  }
  result.candidate = *nearest;
  const double distance = relative_distance(nearest->stated, nearest->derived);
  result.hypothesis = explain(nearest->stated, nearest->derived, nearest->dimension, tolerance.rounding,
                              has_information(statement.left));
  if (nearest->basis > Basis::period_left_out && nearest->basis != Basis::stated_without_unit) {
    // The units were not written out: a factor that a unit could hide decides nothing.
    const double ratio = std::abs(nearest->stated / nearest->derived);
    const double steps = std::log10(ratio) / 3;
    const bool hidden = (result.hypothesis && result.hypothesis->is_unit_factor) ||
                        (std::round(steps) != 0 && std::abs(steps - std::round(steps)) < 0.01);
    // "64 / 1.6 TB/s = 40 ms": one bare figure, in a unit that the text does not say
    const auto whole_prefixes = [](const Candidate& c) {
      const double off = std::log10(std::abs(c.stated / c.derived)) / 3;
      return c.basis == Basis::units_left_out && std::round(off) != 0 && std::abs(off - std::round(off)) < 0.0015;
    };
    if (std::any_of(derived.candidates.begin(), derived.candidates.end(), whole_prefixes)) {
      result.hypothesis = nullptr;
      result.unit_left_out = true;
      result.explanation = "a figure on the left stands without its unit";
      return result;
    }
    const bool far = nearest->basis >= Basis::units_left_out && (ratio < 0.2 || ratio > 5);
    if (hidden || far || nearest->basis == Basis::numerals) {
      result.explanation = "the units on the left are not written out";
      return result;
    }
  }
  result.verdict = Verdict::inconsistent;
  result.distance = distance > tolerance.wrong ? Distance::wrong
                    : truncated(*nearest)      ? Distance::truncated
                                               : Distance::loose;
  return result;
}

// Bytes times bytes, seconds times seconds, watts times watts: no share and no count, even if a unit was left out.
bool has_square(const engine::Dimension& dimension) {
  return dimension.halves(engine::Base::information) >= 4 || dimension.halves(engine::Base::time) >= 4 ||
         dimension.halves(engine::Base::energy) >= 4;
}

// "80 GB * 2 TB/s = 40 ms": whatever the figures, the units cannot be what is meant.
bool clashes(const Statement& statement, const Derived& derived) {
  return statement.certainty == Certainty::firm && derived.dimension_clash && !derived.left_dimension.is_none() &&
         (!derived.stated_dimension.is_none() || has_square(derived.left_dimension)) &&
         derived.left_dimension != derived.stated_dimension;
}

}  // namespace

Judgement judge(const Statement& statement, const Derived& derived, const Tolerance& tolerance) {
  Judgement result = is_comparison(statement.relation) ? judge_comparison(statement, derived)
                                                       : judge_figures(statement, derived, tolerance);
  if (result.verdict == Verdict::undecided && !result.unit_left_out && clashes(statement, derived))
    result.clash = {derived.left_dimension, derived.stated_dimension};
  return result;
}

}  // namespace napkin::validator::judge
