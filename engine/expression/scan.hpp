// The lexical half of the strict language: how far a number, a name or a unit reaches.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/expression/expression.hpp"

namespace napkin::engine::scan {

/// Bytes of white space at the start of the text.
std::size_t spaces(std::string_view text);

/// Bytes of the numeral at the start of the text, 0 where there is none. With `comma_groups`, "1,500" is one numeral.
std::size_t number(std::string_view text, bool comma_groups);

/// Bytes of a name with its dots: "hw.h100.memory.bandwidth"; 0 where there is none.
std::size_t name(std::string_view text);

/// One of the operators + - * / ^ at the start of the text, in any of its spellings ("×", "**", "−").
struct Operator {
  char sign = 0;  // 0: none
  std::size_t size = 0;
};
Operator operator_sign(std::string_view text);

/// One of the relations < <= > >= == != at the start of the text, "≤", "≥" and "≠" among them.
struct Relation {
  NodeKind kind = NodeKind::less;
  std::size_t size = 0;  // 0: none
};
Relation relation(std::string_view text);

/// Whether an operand (a number, a name, '(' or '$') starts here.
bool starts_operand(std::string_view text);

/// The unit behind a number, as far as it is one.
struct UnitText {
  std::string_view text;              // empty: no unit follows
  std::vector<UnitReading> readings;  // empty although there is a text: the unit is unknown
};
/// The longest run of words that reads as a unit: "GB/s", "million tokens", "kg CO2", "1/s". '/' and '*' belong to it
/// where a unit word follows without a space.
UnitText unit(std::string_view text);

/// The unit behind an amount of money: "" of "$5", "/GPU-hour" of "$3.50/GPU-hour", "k/month" of "$2k/month". The
/// readings are those of the whole, in USD.
UnitText money_unit(std::string_view text);

/// Of a text that read_unit refuses, the part that it does not know.
std::string_view unknown_part(std::string_view unit);

}  // namespace napkin::engine::scan
