// A calculation, or why there is none, as the commands eval and formula print it for people; for programs: to_json
// (engine/formula/calculation_json.hpp).
#pragma once

#include <string>
#include <string_view>

#include "engine/formula/calculator.hpp"

namespace napkin::cli {

/// One line, or with steps: the formulas and figures that went into it, and each operation.
std::string calculation_as_text(const engine::LibraryCalculation& result, bool with_steps);

/// "napkin eval: unknown unit …", the expression, a caret under what is wrong; without a line break at its end.
std::string error_as_text(std::string_view command, const std::string& text, const engine::CalculationError& error);

}  // namespace napkin::cli
