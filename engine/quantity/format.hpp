// Quantities as people read them.
#pragma once

#include <string>

#include "engine/quantity/quantity.hpp"
#include "engine/units/unit_table.hpp"

namespace napkin::engine {

/// "1,342.77": at most `significant` digits, thousands separators from 1,000 on, no trailing zeros, no exponent
/// between 1e-4 and 1e15; "3.6e-09" beyond.
std::string format_number(double value, int significant = 6);

/// The value in the unit that was written ("1,194.67 USD", "295.22 FLOP/byte"): middle of the interval.
std::string format_in(const Quantity& quantity, const UnitReading& unit, int significant = 6);

/// The value in the unit an engineer would choose for it ("9.96 ms", "68.7 GB"), from the table's symbols.
std::string format_natural(const Quantity& quantity, int significant = 6);

}  // namespace napkin::engine
