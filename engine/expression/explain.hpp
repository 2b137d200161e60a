// How a value was computed, step by step.
#pragma once

#include <string>
#include <vector>

#include "engine/expression/evaluate.hpp"

namespace napkin::engine {

struct Step {
  NodeId node = 0;
  std::string text;  // the operation on the values it got: "1.75 GB / 0.5 s", "ceil(1.75)"
  Quantity value;
};

/// One step for each operation below `node`, operands first, the node itself last; none for a literal. Stops before
/// the first operation that fails.
std::vector<Step> explain(const Expression& expression, NodeId node, const Environment& environment = {});

}  // namespace napkin::engine
