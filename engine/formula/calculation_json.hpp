// A calculation as JSON: what `napkin eval --format json` prints and what a page gets of the engine.
#pragma once

#include <string>
#include <string_view>

#include "engine/formula/calculator.hpp"

namespace napkin::engine {

/// {"version":1,"expression":…,"value":…,"unit":…,"text":…,"dimension":…,"labels":{…},"steps":[…]} and a line break.
std::string to_json(const Calculation& calculation);

/// {"version":1,"error":{"kind":…,"message":…,"column":…,"end_column":…}} and a line break; columns are 1-based and
/// count the characters of the text.
std::string to_json(const CalculationError& error, std::string_view text);

}  // namespace napkin::engine
