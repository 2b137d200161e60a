// Which reading of each ambiguous unit makes sense (TFLOPs: operations, or operations a second?).
#pragma once

#include <cstdint>
#include <span>
#include <variant>

#include "engine/expression/evaluate.hpp"

namespace napkin::engine {

struct Resolution {
  Quantity value;
  std::vector<std::uint8_t> reading_of_literal;  // for Environment
  std::size_t target = 0;                        // index of the reading of the target that fits
};

/// The value has another dimension than the target unit.
struct TargetClash {
  Dimension value, target;
};

/// Several readings fit and none of them is the preferred one: the text does not say which is meant.
struct Ambiguous {
  std::size_t literal = 0;  // index of a literal that could be read in two ways
};

using ResolutionResult = std::variant<Resolution, EvaluationError, TargetClash, Ambiguous>;

/// Takes the first readings where they evaluate (and, with targets, to the dimension of one); otherwise the reading,
/// if exactly one, under which they do (design 4.4). `targets` may be empty. The error, where nothing fits, is that of
/// the first readings. Looks at no more than 256 combinations.
ResolutionResult resolve(const Expression& expression, std::span<const UnitReading> targets,
                         const Environment& environment = {});

}  // namespace napkin::engine
