// From a path such as "memory.bandwidth" and qualifiers such as "fp16", "sparse" to the figure of an entry.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/registry/registry.hpp"

namespace napkin::engine {

/// A figure found. `value` is null where the path asked how many of a part there are ("accelerator.count").
struct Fact {
  const Entry* entry = nullptr;
  const Value* value = nullptr;
  std::string_view text;  // of the figure, in the strict language

  bool is_estimate() const { return value != nullptr && !value->remarks->estimate.empty(); }
};

struct LookupError {
  std::string message;  // what is missing, what there is instead
};

using LookupResult = std::variant<Fact, LookupError>;

/// A path through the parts of an entry to a field: "memory.bandwidth", "accelerator.memory.capacity". Among several
/// values of one field, the qualifiers choose, each by its text ("fp16", "sparse", "both"); where they leave it open:
/// dense before sparse, tensor before vector before scalar, per direction before both, boost or max before typical
/// before base, no mode before a mode, the whole before a part, and then the first in the file.
LookupResult look_up(const Registry& registry, const Entry& entry, std::string_view path,
                     std::span<const std::string> qualifiers = {});

/// All values of the entry for a field, in the order of the file.
std::vector<const Value*> values_of(const Entry& entry, std::string_view field);

/// The text of a value's qualifier, empty where it has none of that name.
std::string_view qualifier(const Value& value, std::string_view name);

}  // namespace napkin::engine
