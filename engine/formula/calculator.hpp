// The strict language with everything that a library knows: `napkin eval`, `formula eval`, templates, a browser page.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/expression/calculate.hpp"
#include "engine/formula/expand.hpp"

namespace napkin::engine {

struct LibraryCalculation {
  Calculation calculation;
  std::vector<UsedFact> facts;           // figures of the registry that went into it
  std::vector<const Formula*> formulas;  // that it calls, also through each other
};

using LibraryCalculationResult = std::variant<LibraryCalculation, CalculationError>;

/// "kv_cache(model=llama-3-70b, context=128k) / hw.h100_sxm.memory.capacity". Symbols that the library does not know
/// are looked up in the environment. Never throws on any bytes.
LibraryCalculationResult calculate(std::string_view text, const Library& library, const Environment& environment = {});

}  // namespace napkin::engine
