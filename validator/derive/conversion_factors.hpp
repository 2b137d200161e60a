// Bare numbers that turn one unit into another: 8 bits a byte, 24 hours a day, 1,000 ms a second, 3.6 kJ a watt-hour.
// Units do the same on their own, so that a text that writes both means the calculation without the factors.
#pragma once

#include <vector>

#include "engine/expression/expression.hpp"
#include "engine/units/unit_table.hpp"

namespace napkin::validator::derive {

struct WithoutFactors {
  engine::Expression expression;
  /// What the author's factors multiply the exact conversion by: 30 days for a month are 0.986 months.
  double correction = 1;
  /// The factors are the ratio of two units of the statement; otherwise they are only numbers that often convert.
  bool justified = false;
};

/// The side without one, two or three bare factors that may convert its units into each other or into the stated one.
std::vector<WithoutFactors> without_conversion_factors(const engine::Expression& side,
                                                       const engine::UnitReading& stated);

/// Seconds of the period that a rate ends with: 86,400 for "requests/day", 0 where there is none.
double period_of(const engine::UnitReading& unit);

/// Seconds of the period that a unit of energy or charge has in itself, kWh and mAh; 0 for any other.
double hours_inside(const engine::UnitReading& unit);

/// "30 days × 24 h × 60 min": a day's hours and an hour's minutes after the days convert. True where there are any.
bool cancel_nested_periods(engine::Expression& expression);

/// "512 bits × 14 Gbps": the width of a bus in bits is its number of lines. True where there is any.
bool take_bits_for_lines(engine::Expression& expression);

/// "3,600 s/hour × 5 ms": the number of times in a period, by the figure alone. True where there is any.
bool take_identity_for_count(engine::Expression& expression);

}  // namespace napkin::validator::derive
