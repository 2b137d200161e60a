// The strict language from text to answer, in one call: `napkin eval`, a browser page.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/expression/explain.hpp"
#include "engine/expression/parse.hpp"
#include "engine/quantity/natural_unit.hpp"

namespace napkin::engine {

struct Calculation {
  std::string expression;  // as it was understood: "275 TOP/s / 204.8 GB/s"
  Quantity value;
  NaturalUnit unit;  // the one asked for, or the natural one
  std::string text;  // "1,342.77 op/byte"
  std::vector<Step> steps;
};

struct CalculationError {
  std::string_view kind;  // "unknown_unit", "dimension_clash": for machines
  std::string message;
  TextRange range;  // of the text
};

using CalculationResult = std::variant<Calculation, CalculationError>;

/// "275 TOPS / 204.8 GB/s to op/byte". Symbols are looked up in the environment. Never throws on any bytes.
CalculationResult calculate(std::string_view text, const Environment& environment = {});
/// The same for what is read already.
CalculationResult calculate(const ParsedExpression& parsed, const Environment& environment);

/// "unknown_unit".
std::string_view name_of(ParseErrorKind kind);

}  // namespace napkin::engine
