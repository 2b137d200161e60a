// From a slot with everything inherited to the rule that its values must satisfy.
#pragma once

#include <unordered_map>

#include "schema/linkml.hpp"
#include "schema/linkml_source.hpp"

namespace napkin::schema::linkml {

/// What a slot's names are looked up in. `ancestors` of each class start with the class itself.
struct SlotContext {
  const SchemaSource& schema;
  const std::unordered_map<std::string_view, ClassIndex>& class_index;
  const std::vector<std::vector<ClassIndex>>& ancestors;
  const std::vector<std::vector<SlotSource>>& induced;
};

/// Throws SchemaError for a range or a pattern that is none.
Slot make_slot(const SlotContext& context, const SlotSource& source);

/// The slot that names an instance of its class: the identifier, or, where that counts too, the key.
std::optional<std::size_t> identifier_slot(const std::vector<SlotSource>& slots, bool or_key);

}  // namespace napkin::schema::linkml
