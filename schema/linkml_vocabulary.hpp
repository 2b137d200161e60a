// The names of LinkML's metamodel, sorted by what they mean to the checker.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace napkin::schema::linkml {

enum class Element { schema, enumeration, permissible_value, klass, slot, expression };

/// Whether the name may stand in such an element and changes no verdict: descriptions, mappings, provenance.
bool is_metadata(Element element, std::string_view name);

/// Why the name is refused: LinkML knows it and this checker does not, or nobody does ("did you mean"). `supported`
/// are the names that the element's reader takes.
std::string refusal(Element element, std::string_view name, std::span<const std::string_view> supported);

}  // namespace napkin::schema::linkml
