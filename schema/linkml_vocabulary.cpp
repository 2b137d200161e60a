#include "schema/linkml_vocabulary.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"

namespace napkin::schema::linkml {
namespace {

using Names = std::span<const std::string_view>;

// On any element.
constexpr auto common_metadata = std::to_array<std::string_view>({"aliases",
                                                                  "alt_descriptions",
                                                                  "annotations",
                                                                  "broad_mappings",
                                                                  "categories",
                                                                  "close_mappings",
                                                                  "comments",
                                                                  "conforms_to",
                                                                  "contributors",
                                                                  "created_by",
                                                                  "created_on",
                                                                  "definition_uri",
                                                                  "deprecated",
                                                                  "deprecated_element_has_exact_replacement",
                                                                  "deprecated_element_has_possible_replacement",
                                                                  "description",
                                                                  "exact_mappings",
                                                                  "examples",
                                                                  "extensions",
                                                                  "from_schema",
                                                                  "id_prefixes",
                                                                  "id_prefixes_are_closed",
                                                                  "implements",
                                                                  "imported_from",
                                                                  "in_language",
                                                                  "in_subset",
                                                                  "instantiates",
                                                                  "keywords",
                                                                  "last_updated_on",
                                                                  "local_names",
                                                                  "mappings",
                                                                  "modified_by",
                                                                  "name",
                                                                  "narrow_mappings",
                                                                  "notes",
                                                                  "rank",
                                                                  "related_mappings",
                                                                  "see_also",
                                                                  "source",
                                                                  "status",
                                                                  "structured_aliases",
                                                                  "title",
                                                                  "todos"});

constexpr auto schema_metadata =
    std::to_array<std::string_view>({"default_curi_maps", "default_prefix", "emit_prefixes", "generation_date", "id",
                                     "license", "metamodel_version", "prefixes", "settings", "slot_names_unique",
                                     "source_file", "source_file_date", "source_file_size", "subsets", "version"});

constexpr auto enum_metadata = std::to_array<std::string_view>({"enum_uri"});

constexpr auto value_metadata = std::to_array<std::string_view>({"is_a", "meaning", "mixins", "unit"});

// disjointness and representation are statements about the world, not about a document.
constexpr auto class_metadata = std::to_array<std::string_view>(
    {"children_are_mutually_disjoint", "class_uri", "defining_slots", "disjoint_with", "mixin",
     "represents_relationship", "slot_names_unique", "string_serialization", "subclass_of"});

// Of a default (ifabsent) and a recommendation a validator says nothing.
constexpr auto slot_metadata = std::to_array<std::string_view>({"asymmetric",
                                                                "domain",
                                                                "domain_of",
                                                                "ifabsent",
                                                                "implicit_prefix",
                                                                "inherited",
                                                                "inverse",
                                                                "irreflexive",
                                                                "is_class_field",
                                                                "is_grouping_slot",
                                                                "is_usage_slot",
                                                                "list_elements_ordered",
                                                                "locally_reflexive",
                                                                "mixin",
                                                                "owner",
                                                                "path_rule",
                                                                "readonly",
                                                                "recommended",
                                                                "reflexive",
                                                                "reflexive_transitive_form_of",
                                                                "relational_role",
                                                                "role",
                                                                "shared",
                                                                "singular_name",
                                                                "slot_group",
                                                                "slot_uri",
                                                                "string_serialization",
                                                                "symmetric",
                                                                "transitive",
                                                                "transitive_form_of",
                                                                "type_mappings",
                                                                "unit",
                                                                "usage_slot_name"});

// Known to LinkML, able to change a verdict, and not supported here.
constexpr auto unsupported = std::to_array<std::string_view>({"alias",
                                                              "all_members",
                                                              "all_of",
                                                              "any_of",
                                                              "apply_to",
                                                              "array",
                                                              "bindings",
                                                              "classification_rules",
                                                              "code_set",
                                                              "code_set_tag",
                                                              "code_set_version",
                                                              "concepts",
                                                              "designates_type",
                                                              "disjoint_slots",
                                                              "enum_range",
                                                              "equals_expression",
                                                              "equals_number",
                                                              "equals_string_in",
                                                              "exact_cardinality",
                                                              "exactly_one_of",
                                                              "extra_slots",
                                                              "has_member",
                                                              "identifier",
                                                              "implicit",
                                                              "imports",
                                                              "include",
                                                              "inherits",
                                                              "is_a",
                                                              "key",
                                                              "list_elements_unique",
                                                              "matches",
                                                              "maximum_cardinality",
                                                              "minimum_cardinality",
                                                              "minus",
                                                              "mixins",
                                                              "multivalued",
                                                              "none_of",
                                                              "pv_formula",
                                                              "range_expression",
                                                              "reachable_from",
                                                              "required",
                                                              "rules",
                                                              "slot_conditions",
                                                              "structured_imports",
                                                              "structured_pattern",
                                                              "subproperty_of",
                                                              "text",
                                                              "types",
                                                              "union_of",
                                                              "unique_keys",
                                                              "value_presence",
                                                              "values_from"});

// They are searched by halving.
static_assert(std::ranges::is_sorted(common_metadata) && std::ranges::is_sorted(schema_metadata) &&
              std::ranges::is_sorted(value_metadata) && std::ranges::is_sorted(class_metadata) &&
              std::ranges::is_sorted(slot_metadata) && std::ranges::is_sorted(unsupported));

bool contains(Names names, std::string_view name) { return std::binary_search(names.begin(), names.end(), name); }

Names own_metadata(Element element) {
  switch (element) {
    case Element::schema: return schema_metadata;
    case Element::enumeration: return enum_metadata;
    case Element::permissible_value: return value_metadata;
    case Element::klass: return class_metadata;
    case Element::slot:
    case Element::expression: return slot_metadata;
  }
  return {};
}

}  // namespace

bool is_metadata(Element element, std::string_view name) {
  return contains(common_metadata, name) || contains(own_metadata(element), name);
}

std::string refusal(Element element, std::string_view name, Names supported) {
  if (contains(unsupported, name)) return fmt::format("unsupported LinkML element '{}'", name);
  std::vector<std::string_view> known(supported.begin(), supported.end());
  for (const Names names : {Names(common_metadata), own_metadata(element)})
    known.insert(known.end(), names.begin(), names.end());
  const auto nearest = engine::closest_word(name, std::span<const std::string_view>(known));
  if (!nearest) return fmt::format("'{}' is no LinkML element that belongs here", name);
  return fmt::format("'{}' is no LinkML element that belongs here; did you mean '{}'?", name, *nearest);
}

}  // namespace napkin::schema::linkml
