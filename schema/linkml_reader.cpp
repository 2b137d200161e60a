#include "schema/linkml_reader.hpp"

#include <array>
#include <unordered_set>

#include <fmt/format.h>

#include "schema/linkml_source.hpp"
#include "schema/yaml_scalar.hpp"

namespace napkin::schema::linkml {
namespace {

WrittenName read_name(const YamlNode& node) { return {read_text(node), node.source.begin}; }

std::vector<WrittenName> read_names(const YamlNode& node) {
  std::vector<WrittenName> names;
  for (TextAt& item : read_texts(node)) names.push_back({std::move(item.text), item.offset});
  return names;
}

void read_branches(std::vector<ExpressionSource>& branches, const YamlNode& node);

// What slots and branches of any_of share; Access leads from the one being read to its expression.
template <class Target, ExpressionSource& (*expression)(Target&)>
constexpr auto expression_readers = std::to_array<KeyReader<Target>>({
    {"range", [](Target& to, const YamlNode& node) { expression(to).range = read_name(node); }},
    {"pattern", [](Target& to, const YamlNode& node) { expression(to).pattern = read_name(node); }},
    {"equals_string", [](Target& to, const YamlNode& node) { expression(to).equals_string = read_text(node); }},
    {"minimum_value", [](Target& to, const YamlNode& node) { expression(to).minimum_value = read_number(node); }},
    {"maximum_value", [](Target& to, const YamlNode& node) { expression(to).maximum_value = read_number(node); }},
    {"inlined", [](Target& to, const YamlNode& node) { expression(to).inlined = read_bool(node); }},
    {"inlined_as_list", [](Target& to, const YamlNode& node) { expression(to).inlined_as_list = read_bool(node); }},
    {"any_of", [](Target& to, const YamlNode& node) { read_branches(expression(to).any_of, node); }},
});

ExpressionSource& itself(ExpressionSource& source) { return source; }
ExpressionSource& of_slot(SlotSource& slot) { return slot.expression; }

void read_branches(std::vector<ExpressionSource>& branches, const YamlNode& node) {
  if (node.kind != NodeKind::sequence) refuse(node, "a list of slot expressions was expected here");
  for (const YamlNode& item : node.items) {
    ExpressionSource& branch = branches.emplace_back();
    branch.offset = item.source.begin;
    read_element<ExpressionSource>(Element::expression, item, expression_readers<ExpressionSource, itself>, branch);
  }
}

// Annotations change nothing but for one, which says what may stand for an object in a dictionary.
void read_slot_annotations(SlotSource& slot, const YamlNode& node) {
  const YamlMember* mark = node.find("simple_dict_value");
  if (mark == nullptr) return;
  const YamlNode* value = &mark->value;
  if (const YamlMember* inner = value->find("value")) value = &inner->value;
  slot.simple_dict_value = read_bool(*value);
}

constexpr auto own_slot_readers = std::to_array<KeyReader<SlotSource>>({
    {"description", [](SlotSource& slot, const YamlNode& node) { slot.description = read_text(node); }},
    {"required", [](SlotSource& slot, const YamlNode& node) { slot.required = read_bool(node); }},
    {"multivalued", [](SlotSource& slot, const YamlNode& node) { slot.multivalued = read_bool(node); }},
    {"identifier", [](SlotSource& slot, const YamlNode& node) { slot.identifier = read_bool(node); }},
    {"key", [](SlotSource& slot, const YamlNode& node) { slot.key = read_bool(node); }},
    {"minimum_cardinality",
     [](SlotSource& slot, const YamlNode& node) { slot.minimum_cardinality = read_count(node); }},
    {"maximum_cardinality",
     [](SlotSource& slot, const YamlNode& node) { slot.maximum_cardinality = read_count(node); }},
    {"annotations", read_slot_annotations},
});

template <class T, std::size_t n, std::size_t m>
constexpr std::array<T, n + m> joined(const std::array<T, n>& a, const std::array<T, m>& b) {
  std::array<T, n + m> all{};
  for (std::size_t i = 0; i < n; ++i) all[i] = a[i];
  for (std::size_t i = 0; i < m; ++i) all[n + i] = b[i];
  return all;
}
constexpr auto slot_readers = joined(expression_readers<SlotSource, of_slot>, own_slot_readers);

void read_slots(std::vector<SlotSource>& slots, const YamlNode& node) {
  for (const YamlMember& member : read_mapping(node)) {
    SlotSource& slot = slots.emplace_back();
    slot.name = read_text(member.key);
    slot.expression.offset = member.key.source.begin;
    read_element<SlotSource>(Element::slot, member.value, slot_readers, slot);
  }
}

constexpr auto class_readers = std::to_array<KeyReader<ClassSource>>({
    {"description", [](ClassSource& cls, const YamlNode& node) { cls.description = read_text(node); }},
    {"class_uri", [](ClassSource& cls, const YamlNode& node) { cls.class_uri = read_text(node); }},
    {"is_a", [](ClassSource& cls, const YamlNode& node) { cls.is_a = read_name(node); }},
    {"mixins", [](ClassSource& cls, const YamlNode& node) { cls.mixins = read_names(node); }},
    {"abstract", [](ClassSource& cls, const YamlNode& node) { cls.abstract = read_bool(node); }},
    {"tree_root", [](ClassSource& cls, const YamlNode& node) { cls.tree_root = read_bool(node); }},
    {"slots", [](ClassSource& cls, const YamlNode& node) { cls.slots = read_names(node); }},
    {"attributes", [](ClassSource& cls, const YamlNode& node) { read_slots(cls.attributes, node); }},
    {"slot_usage", [](ClassSource& cls, const YamlNode& node) { read_slots(cls.slot_usage, node); }},
});

void read_classes(SchemaSource& schema, const YamlNode& node) {
  for (const YamlMember& member : read_mapping(node)) {
    ClassSource& cls = schema.classes.emplace_back();
    cls.name = read_text(member.key);
    cls.offset = member.key.source.begin;
    read_element<ClassSource>(Element::klass, member.value, class_readers, cls);
  }
}

void read_value_text(PermissibleValue& value, const YamlNode& node) {
  if (read_text(node) != value.text)
    refuse(node, fmt::format("the permissible value '{}' is given another text, '{}'", value.text, node.value));
}

constexpr auto value_readers = std::to_array<KeyReader<PermissibleValue>>({
    {"description", [](PermissibleValue& value, const YamlNode& node) { value.description = read_text(node); }},
    {"text", read_value_text},
});

void read_values(EnumSource& enumeration, const YamlNode& node) {
  if (node.kind == NodeKind::sequence) {
    for (const TextAt& item : read_texts(node)) enumeration.values.push_back({item.text, {}});
    return;
  }
  for (const YamlMember& member : read_mapping(node)) {
    PermissibleValue& value = enumeration.values.emplace_back();
    value.text = read_text(member.key);
    if (read_scalar(member.key).kind != ScalarKind::text) {
      refuse(member.key, fmt::format("the permissible value '{0}' is {1} to YAML; write '{0}' in quotes", value.text,
                                     describe(read_scalar(member.key))));
    }
    read_element<PermissibleValue>(Element::permissible_value, member.value, value_readers, value);
  }
}

constexpr auto enum_readers = std::to_array<KeyReader<EnumSource>>({
    {"description", [](EnumSource& enumeration, const YamlNode& node) { enumeration.description = read_text(node); }},
    {"permissible_values", read_values},
});

void read_enums(SchemaSource& schema, const YamlNode& node) {
  for (const YamlMember& member : read_mapping(node)) {
    EnumSource& enumeration = schema.enums.emplace_back();
    enumeration.name = read_text(member.key);
    read_element<EnumSource>(Element::enumeration, member.value, enum_readers, enumeration);
    if (enumeration.values.empty())
      refuse(member.key, fmt::format("the enum '{}' has no permissible_values", enumeration.name));
  }
}

void read_imports(SchemaSource& schema, const YamlNode& node) {
  for (const TextAt& item : read_texts(node)) {
    if (item.text != "linkml:types")
      throw SchemaError{fmt::format("unsupported import '{}': only linkml:types is", item.text), item.offset};
    schema.imports_types = true;
  }
}

constexpr auto schema_readers = std::to_array<KeyReader<SchemaSource>>({
    {"name", [](SchemaSource& schema, const YamlNode& node) { schema.name = read_text(node); }},
    {"title", [](SchemaSource& schema, const YamlNode& node) { schema.title = read_text(node); }},
    {"description", [](SchemaSource& schema, const YamlNode& node) { schema.description = read_text(node); }},
    {"version", [](SchemaSource& schema, const YamlNode& node) { schema.version = read_text(node); }},
    {"id", [](SchemaSource& schema, const YamlNode& node) { schema.id = read_text(node); }},
    {"default_range", [](SchemaSource& schema, const YamlNode& node) { schema.default_range = read_name(node); }},
    {"imports", read_imports},
    {"enums", read_enums},
    {"classes", read_classes},
    {"slots", [](SchemaSource& schema, const YamlNode& node) { read_slots(schema.slots, node); }},
});

}  // namespace

void refuse(const YamlNode& at, std::string message) { throw SchemaError{std::move(message), at.source.begin}; }

std::string read_text(const YamlNode& node) {
  if (node.kind != NodeKind::scalar) refuse(node, "a text was expected here");
  return node.value;
}

bool read_bool(const YamlNode& node) {
  if (node.kind == NodeKind::scalar) {
    const ScalarReading reading = read_scalar(node);
    if (reading.kind == ScalarKind::boolean) return reading.value != 0;
  }
  refuse(node, "true or false was expected here");
}

double read_number(const YamlNode& node) {
  if (node.kind == NodeKind::scalar) {
    const ScalarReading reading = read_scalar(node);
    if ((reading.kind == ScalarKind::integer || reading.kind == ScalarKind::number) && !reading.impossible)
      return reading.value;
  }
  refuse(node, "a number was expected here");
}

std::size_t read_count(const YamlNode& node) {
  const double number = read_number(node);
  if (number < 0 || number > 1e9 || number != std::floor(number)) refuse(node, "a whole number was expected here");
  return static_cast<std::size_t>(number);
}

const std::vector<YamlMember>& read_mapping(const YamlNode& node) {
  if (node.kind != NodeKind::mapping && !node.is_plain_null()) refuse(node, "a mapping was expected here");
  std::unordered_set<std::string_view> keys;
  for (const YamlMember& member : node.members)
    if (!keys.insert(member.key.value).second)
      refuse(member.key, fmt::format("'{}' stands here twice", member.key.value));
  return node.members;
}

std::vector<TextAt> read_texts(const YamlNode& node) {
  if (node.kind == NodeKind::scalar) return {{node.value, node.source.begin}};
  if (node.kind != NodeKind::sequence) refuse(node, "a list of texts was expected here");
  std::vector<TextAt> texts;
  for (const YamlNode& item : node.items) texts.push_back({read_text(item), item.source.begin});
  return texts;
}

SchemaSource read_schema_source(const YamlNode& document) {
  if (document.kind != NodeKind::mapping) refuse(document, "a LinkML schema is a mapping");
  SchemaSource schema;
  read_element<SchemaSource>(Element::schema, document, schema_readers, schema);
  return schema;
}

}  // namespace napkin::schema::linkml
