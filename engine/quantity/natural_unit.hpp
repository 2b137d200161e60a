// The unit an engineer would choose for a quantity.
#pragma once

#include <string>

#include "engine/quantity/quantity.hpp"

namespace napkin::engine {

struct NaturalUnit {
  std::string symbol;  // "GB/s"; as the unit table reads it, empty for a pure number
  double scale = 1;    // base units per unit
};

/// By dimension and size: 0.00996 s is in ms, 68.7e9 byte in GB, 5e-12 J/byte in pJ/byte. Where there is a
/// dimension, labels in the numerator are left out and those in the denominator shown ("GB/GPU").
NaturalUnit natural_unit(const Quantity& quantity);

}  // namespace napkin::engine
