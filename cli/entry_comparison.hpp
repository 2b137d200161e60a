// Values of several entries that say the same thing, matched.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/registry/registry.hpp"

namespace napkin::cli {

struct ComparedValue {
  const engine::Value* value = nullptr;  // null where the entry does not give it
  std::optional<double> ratio;           // to the first entry's
};

struct ComparedRow {
  std::string_view field;
  std::string qualifiers;             // those that matter: "fp16 sparse"
  std::vector<ComparedValue> values;  // one for each entry
};

/// Every field of at least one entry, in the order of fields.yaml. Qualifiers that go without saying do not keep values
/// apart: the fp16 peak of a device without sparsity stands beside the dense one of another.
std::vector<ComparedRow> compared(const engine::Registry& registry, const std::vector<const engine::Entry*>& entries);

}  // namespace napkin::cli
