// A loaded LinkML schema: what every value of a document must satisfy. Made from YAML text by load_schema; asked by
// the checker and by the JSON Schema export.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "schema/document.hpp"
#include "schema/source_text.hpp"
#include "schema/text_pattern.hpp"

namespace napkin::schema {

/// What a value is, whatever else it must satisfy. The LinkML type behind each stands in schema/linkml_types.cpp.
enum class ValueType : std::uint8_t {
  text,
  integer,
  number,
  boolean,
  date,         // text "2026-04-01"
  datetime,     // text "2026-04-01T12:00:00Z"
  time,         // text "12:00:00Z"
  uri,          // text, RFC 3986
  enumeration,  // one of an enum's texts
  object,       // an instance of a class
  anything,     // whatever a class of linkml:Any admits: all but a list
  unstated,     // left to any_of
};
std::string_view to_string(ValueType type);

struct PermissibleValue {
  std::string text;
  std::string description;
};

struct EnumDefinition {
  std::string name;
  std::string description;
  std::vector<PermissibleValue> values;  // in the order of the schema
  std::vector<std::string> sorted;

  bool admits(std::string_view text) const;
};

using ClassIndex = std::size_t;
using EnumIndex = std::size_t;

/// What one value must satisfy: a slot's, one item of its list, or one branch of its any_of.
struct ValueRule {
  ValueType type = ValueType::text;
  EnumIndex enumeration = 0;        // of type enumeration
  std::vector<ClassIndex> classes;  // of type object: the class named and its heirs, without abstract ones
  std::optional<TextPattern> pattern;
  std::optional<double> minimum, maximum;
  std::optional<std::string> equals;
  std::vector<ValueRule> any_of;  // empty, or at least one must hold
  bool nullable = false;          // an explicit null is as good as an absent key
};

enum class Collection : std::uint8_t {
  single,
  list,
  dictionary,  // a mapping from the items' identifiers to the items
};

struct Slot {
  std::string name;  // the key in a document
  std::string description;
  bool required = false;
  bool identifier = false;
  Collection collection = Collection::single;
  bool nullable_collection = false;
  std::optional<std::size_t> minimum_cardinality, maximum_cardinality;
  ValueRule value;                     // of a dictionary: of the mapping behind each identifier
  std::vector<ValueRule> short_value;  // of a dictionary: what may stand there instead of a mapping; none or one
};

struct ClassDefinition {
  std::string name;
  std::string description;
  bool abstract = false;
  bool anything = false;    // class_uri linkml:Any
  std::vector<Slot> slots;  // in the order of the schema, inherited ones included
  std::unordered_map<std::string_view, std::size_t> slot_by_name;
  std::optional<std::size_t> identifier;  // the slot that names an instance

  const Slot* find(std::string_view name) const;
};

struct SchemaError {
  std::string message;  // what was found and what is expected, without the place
  std::size_t offset = 0;
};

class Schema {
 public:
  struct Parts {
    std::string name, title, description, version, id;
    std::vector<EnumDefinition> enums;
    std::vector<ClassDefinition> classes;
    ClassIndex root = 0;
  };
  explicit Schema(Parts parts);
  // The classes' indexes point into their slots' names.
  Schema(const Schema&) = delete;
  Schema& operator=(const Schema&) = delete;
  Schema(Schema&&) = default;
  Schema& operator=(Schema&&) = default;

  const Parts& parts() const { return parts_; }
  const ClassDefinition& root() const { return parts_.classes[parts_.root]; }
  const ClassDefinition& class_at(ClassIndex index) const { return parts_.classes[index]; }
  const EnumDefinition& enum_at(EnumIndex index) const { return parts_.enums[index]; }
  const EnumDefinition* find_enum(std::string_view name) const;
  const ClassDefinition* find_class(std::string_view name) const;

 private:
  Parts parts_;
};

/// Loads a LinkML schema. What the checker does not support and what would change a verdict is refused by name
/// ("unsupported LinkML element 'exactly_one_of'"); metadata that changes nothing is accepted. The root is `root_class`
/// where one is named, else the class marked tree_root, else the only one that no other class refers to. Never throws.
std::variant<Schema, SchemaError> load_schema(const SourceText& source, std::string_view root_class = {});

/// "question.yaml:12:5: unsupported LinkML element 'exactly_one_of'"
std::string describe(const SourceText& source, const SchemaError& error);

/// The project's own schema of a question (schema/question.yaml), which is embedded.
const Schema& question_schema();
std::string_view question_schema_text();

}  // namespace napkin::schema
