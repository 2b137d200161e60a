// The one catalogue of what goes wrong with a figure: the checker names causes from it, the generator makes wrong
// answers and explains them. Data: engine/misconceptions/misconceptions.yaml, embedded at build time.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace napkin::engine {

/// Where a factor can be the explanation at all.
enum class Applies : std::uint8_t {
  always,
  information,  // a dimension with bytes in it, or a calculation with bytes: 10 GB / 400 Gbps = 25 ms
  operations,
  time,
  memory,   // bytes alone: a KV cache, a footprint
  formula,  // a factor of its own each time: query heads for KV heads, the ratio inverted
};

struct Misconception {
  std::string_view id;       // "bits_for_bytes"
  std::string_view name;     // what the checker says: "bits taken for bytes"
  std::string_view learner;  // what a learner reads: why it is wrong, and what is right
  double factor = 1;         // wrong / right; 1 of what depends on the formula
  Applies applies = Applies::always;
  bool is_unit_factor = false;  // a unit that was left out could hide it
};

/// In the order in which the checker tries them.
std::span<const Misconception> misconceptions();
/// Null for an unknown id.
const Misconception* misconception(std::string_view id);

}  // namespace napkin::engine
