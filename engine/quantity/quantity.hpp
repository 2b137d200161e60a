// A quantity: an interval in base units, its dimension, and what it counts.
#pragma once

#include <string>
#include <vector>

#include "engine/quantity/dimension.hpp"
#include "engine/quantity/interval.hpp"

namespace napkin::engine {

/// A thing that is counted (token, layer, GPU, request…) with its exponent: tokens/s is {token, 1} with dimension
/// 1/time. Labels are soft: they name results and help to match figures, and never make a check fail.
struct CountLabel {
  std::string name;  // singular, as the unit table spells it, or the author's own word
  int exponent = 1;
  friend bool operator==(const CountLabel&, const CountLabel&) = default;
};

/// Sorted by name, without zero exponents.
using CountLabels = std::vector<CountLabel>;

CountLabels multiply(const CountLabels& a, const CountLabels& b);
CountLabels power(const CountLabels& labels, int exponent);

struct Quantity {
  Interval value;  // in base units of the dimension
  Dimension dimension;
  CountLabels labels;
};

Quantity operator*(const Quantity& a, const Quantity& b);
Quantity operator/(const Quantity& a, const Quantity& b);

}  // namespace napkin::engine
