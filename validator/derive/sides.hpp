// The two sides of a statement as expressions whose literals can be read in one way or another.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/expression/evaluate.hpp"
#include "validator/derive/derive.hpp"

namespace napkin::validator::derive {

/// One side with one reading chosen for each literal.
struct Side {
  engine::Expression expression;  // literals keep exactly one reading, or none
  std::vector<std::uint8_t> readings;
  bool all_preferred = true;
};

/// Every combination of readings, preferred ones first; at most 64.
std::vector<Side> readings_of(const engine::Expression& expression);

/// A bare number added to or compared with a quantity takes its unit: "15 + 40 ms". True where that changed anything.
bool lend_units_in_sums(engine::Expression& expression);

/// "200 W + 40 %": whether take_percent_of_the_rest() would change anything.
bool adds_a_percentage(const engine::Expression& expression);

/// "200 W + 40 %" is 200 W * (1 + 40 %). True where that changed anything.
bool take_percent_of_the_rest(engine::Expression& expression);

/// "32K context" taken as 32 * 1,024, and so every power of two of thousands; nothing where there is none.
std::optional<engine::Expression> with_counts_of_1024(const engine::Expression& expression);

/// The same expression with KB, MB, GB… taken as powers of 1024, and the largest power in `step`; nothing where there
/// is none of them.
std::optional<engine::Expression> with_binary_prefixes(const engine::Expression& expression, int& step);

/// The same expression with literals as wide as they were printed, where they are approximate, a range, or the
/// rounded result of an earlier statement; nothing where none of them is.
std::optional<engine::Expression> with_widths(const engine::Expression& expression,
                                              const std::vector<LiteralNote>& notes,
                                              const std::vector<RoundedFigure>& earlier);

/// MACs taken as one operation each, where there are any.
std::optional<engine::Expression> with_mac_as_operation(const engine::Expression& expression);

/// The ways in which one literal's unit may be meant otherwise than written, for texts that leave units out:
/// "/ 8" turns bits into bytes, "1000 ms / …" asks for a rate per second, a unit that something unsaid cancels.
std::vector<engine::Expression> with_one_unit_meant_otherwise(const engine::Expression& expression);

/// The numerals alone.
engine::Expression without_units(const engine::Expression& expression);

bool has_dimension(const engine::Literal& literal);
/// No unit that has a dimension, a prefix or a %: a bare number, or one with labels only.
bool is_bare(const engine::Literal& literal);

std::optional<engine::Quantity> value_of(const engine::Expression& expression);

}  // namespace napkin::validator::derive
