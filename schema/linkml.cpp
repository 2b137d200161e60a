#include "schema/linkml.hpp"

#include <algorithm>

#include "schema/linkml_source.hpp"
#include "schema/question_schema_text.hpp"

namespace napkin::schema {

std::string_view to_string(ValueType type) {
  switch (type) {
    case ValueType::text: return "text";
    case ValueType::integer: return "integer";
    case ValueType::number: return "number";
    case ValueType::boolean: return "boolean";
    case ValueType::date: return "date";
    case ValueType::datetime: return "datetime";
    case ValueType::time: return "time";
    case ValueType::uri: return "uri";
    case ValueType::enumeration: return "enumeration";
    case ValueType::object: return "object";
    case ValueType::anything: return "anything";
    case ValueType::unstated: return "unstated";
  }
  return "unstated";
}

bool EnumDefinition::admits(std::string_view text) const {
  return std::binary_search(sorted.begin(), sorted.end(), text, std::less<>());
}

const Slot* ClassDefinition::find(std::string_view slot) const {
  const auto found = slot_by_name.find(slot);
  return found == slot_by_name.end() ? nullptr : &slots[found->second];
}

Schema::Schema(Parts parts) : parts_(std::move(parts)) {
  for (ClassDefinition& cls : parts_.classes) {
    cls.slot_by_name.clear();
    for (std::size_t i = 0; i < cls.slots.size(); ++i) cls.slot_by_name.emplace(cls.slots[i].name, i);
  }
}

const EnumDefinition* Schema::find_enum(std::string_view name) const {
  const auto found = std::ranges::find(parts_.enums, name, &EnumDefinition::name);
  return found == parts_.enums.end() ? nullptr : &*found;
}

const ClassDefinition* Schema::find_class(std::string_view name) const {
  const auto found = std::ranges::find(parts_.classes, name, &ClassDefinition::name);
  return found == parts_.classes.end() ? nullptr : &*found;
}

std::variant<Schema, SchemaError> load_schema(const SourceText& source, std::string_view root_class) {
  YamlResult parsed = parse_yaml(source);
  if (auto* error = std::get_if<YamlError>(&parsed)) return SchemaError{std::move(error->message), error->offset};
  try {
    return linkml::resolve_schema(linkml::read_schema_source(std::get<YamlNode>(parsed)), root_class);
  } catch (SchemaError& error) {
    return std::move(error);
  }
}

std::string describe(const SourceText& source, const SchemaError& error) {
  const Position place = source.position(error.offset);
  return source.name() + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " + error.message;
}

std::string_view question_schema_text() { return embedded_question_schema; }

const Schema& question_schema() {
  static const Schema schema = [] {
    const SourceText source("schema/question.yaml", std::string(question_schema_text()));
    // A test loads it: it cannot fail in a program that has passed its tests.
    return std::get<Schema>(load_schema(source));
  }();
  return schema;
}

}  // namespace napkin::schema
