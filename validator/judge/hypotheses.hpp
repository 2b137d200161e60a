// The one table of named hypotheses: what commonly goes wrong with a figure, as a factor between the printed figure
// and the right one (design 4.3). The checker names causes from it; a generator makes wrong answers from it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/quantity/dimension.hpp"

namespace napkin::validator::judge {

/// Where a factor can be the explanation at all.
enum class Applies : unsigned char {
  always,
  information,  // a dimension with bytes in it, or a calculation with bytes: 10 GB / 400 Gbps = 25 ms
  operations,
  time,
  memory,  // bytes alone: a KV cache, a footprint
};

struct Hypothesis {
  std::string_view id;    // "bits_for_bytes"
  std::string_view name;  // "bits taken for bytes"
  double factor = 1;      // printed / right
  Applies applies = Applies::always;
  bool is_unit_factor = false;  // a unit that was left out could hide it
};

std::span<const Hypothesis> hypotheses();

/// The first hypothesis under which the printed figure is right: printed / derived is its factor within `tolerance`.
/// `from_information` says that bytes or bits went into the calculation, whatever came out of it.
const Hypothesis* explain(double printed, double derived, const engine::Dimension& dimension, double tolerance,
                          bool from_information = false);

}  // namespace napkin::validator::judge
