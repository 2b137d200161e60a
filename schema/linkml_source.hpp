// A LinkML schema as it is written: names not yet looked up, nothing inherited. The loader's first half makes it,
// linkml_resolver turns it into a Schema.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "schema/document.hpp"
#include "schema/linkml.hpp"

namespace napkin::schema::linkml {

/// A value and the byte of the file at which it stands.
template <class T>
struct Written {
  T value{};
  std::size_t offset = 0;
};
using WrittenName = Written<std::string>;

/// The part of a slot that a branch of any_of may hold too.
struct ExpressionSource {
  std::size_t offset = 0;
  std::optional<WrittenName> range;
  std::optional<WrittenName> pattern;
  std::optional<std::string> equals_string;
  std::optional<double> minimum_value, maximum_value;
  std::optional<bool> inlined, inlined_as_list;
  std::vector<ExpressionSource> any_of;
};

struct SlotSource {
  std::string name;
  ExpressionSource expression;
  std::optional<std::string> description;
  std::optional<bool> required, multivalued, identifier, key;
  std::optional<std::size_t> minimum_cardinality, maximum_cardinality;
  bool simple_dict_value = false;  // annotated as what stands for its object in a dictionary
};

struct ClassSource {
  std::string name;
  std::size_t offset = 0;
  std::string description, class_uri;
  std::optional<WrittenName> is_a;
  std::vector<WrittenName> mixins;
  bool abstract = false, tree_root = false;
  std::vector<WrittenName> slots;
  std::vector<SlotSource> attributes;
  std::vector<SlotSource> slot_usage;
};

struct EnumSource {
  std::string name;
  std::string description;
  std::vector<PermissibleValue> values;
};

struct SchemaSource {
  std::string name, title, description, version, id;
  std::optional<WrittenName> default_range;
  bool imports_types = false;
  std::vector<EnumSource> enums;
  std::vector<ClassSource> classes;
  std::vector<SlotSource> slots;
};

/// Throws SchemaError.
SchemaSource read_schema_source(const YamlNode& document);

/// Looks up names, hands down what is inherited, compiles patterns. Throws SchemaError.
Schema resolve_schema(const SchemaSource& source, std::string_view root_class);

}  // namespace napkin::schema::linkml
