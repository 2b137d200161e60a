// Which misconception explains a printed figure (design 4.3). The rows are the engine's catalogue, from which the
// generator makes wrong answers too.
#pragma once

#include "engine/misconceptions/misconceptions.hpp"
#include "engine/quantity/dimension.hpp"

namespace napkin::validator::judge {

using Hypothesis = engine::Misconception;

/// The first row under which the printed figure is right: printed / derived is its factor within `tolerance`.
/// `from_information` says that bytes or bits went into the calculation, whatever came out of it.
const Hypothesis* explain(double printed, double derived, const engine::Dimension& dimension, double tolerance,
                          bool from_information = false);

}  // namespace napkin::validator::judge
