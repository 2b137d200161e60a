#include "schema/linkml_slot_rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/text/spelling.hpp"
#include "schema/linkml_types.hpp"

namespace napkin::schema::linkml {
namespace {

TextPattern compile_pattern(std::string_view expression, std::size_t offset) {
  auto pattern = TextPattern::compile(expression);
  if (const auto* error = std::get_if<std::string>(&pattern))
    throw SchemaError{fmt::format("the pattern '{}' cannot be used: {}", expression, *error), offset};
  return std::get<TextPattern>(std::move(pattern));
}

std::vector<ClassIndex> concrete_heirs(const SlotContext& context, ClassIndex cls) {
  std::vector<ClassIndex> heirs;
  for (ClassIndex i = 0; i < context.ancestors.size(); ++i) {
    const bool inherits = std::ranges::find(context.ancestors[i], cls) != context.ancestors[i].end();
    if (inherits && !context.schema.classes[i].abstract) heirs.push_back(i);
  }
  if (heirs.empty()) heirs.push_back(cls);
  return heirs;
}

std::optional<ClassIndex> range_class(const SlotContext& context, const ExpressionSource& source) {
  if (!source.range) return std::nullopt;
  const auto found = context.class_index.find(source.range->value);
  return found == context.class_index.end() ? std::nullopt : std::optional(found->second);
}

// Whether the objects stand in their places, not only their identifiers.
bool is_inlined(const SlotContext& context, const ExpressionSource& source, ClassIndex cls) {
  return source.inlined.value_or(false) || source.inlined_as_list.value_or(false) ||
         !identifier_slot(context.induced[cls], false);
}

[[noreturn]] void refuse_range(const SlotContext& context, const WrittenName& range) {
  std::vector<std::string_view> known = {"string", "integer", "float", "boolean", "date", "datetime", "uri"};
  for (const EnumSource& enumeration : context.schema.enums) known.push_back(enumeration.name);
  for (const ClassSource& cls : context.schema.classes) known.push_back(cls.name);
  const auto nearest = engine::closest_word(range.value, std::span<const std::string_view>(known));
  throw SchemaError{fmt::format("the range '{}' is no type, enum or class{}", range.value,
                                nearest ? fmt::format("; did you mean '{}'?", *nearest) : std::string()),
                    range.offset};
}

// What the range says of a value's type. Does not follow an identifier's own range into another class.
void set_type(const SlotContext& context, const ExpressionSource& source, ValueRule& rule) {
  if (!source.range) {
    rule.type = ValueType::unstated;
    return;
  }
  const std::string& name = source.range->value;
  const auto& enums = context.schema.enums;
  const auto is_named = [&](const EnumSource& enumeration) { return enumeration.name == name; };
  if (const auto found = std::ranges::find_if(enums, is_named); found != enums.end()) {
    rule.type = ValueType::enumeration;
    rule.enumeration = static_cast<EnumIndex>(found - enums.begin());
    return;
  }
  if (const auto cls = range_class(context, source)) {
    if (context.schema.classes[*cls].class_uri == "linkml:Any") {
      rule.type = ValueType::anything;
    } else if (is_inlined(context, source, *cls)) {
      rule.type = ValueType::object;
      rule.classes = concrete_heirs(context, *cls);
    } else {
      const std::vector<SlotSource>& slots = context.induced[*cls];
      const ExpressionSource& identifier = slots[*identifier_slot(slots, false)].expression;
      if (range_class(context, identifier))
        throw SchemaError{fmt::format("unsupported: the identifier of '{}' is itself an object", name),
                          source.range->offset};
      set_type(context, identifier, rule);
    }
    return;
  }
  const TypeInfo* type = find_type(name);
  if (type == nullptr) refuse_range(context, *source.range);
  if (!context.schema.imports_types)
    throw SchemaError{fmt::format("the range '{}' needs 'imports: [linkml:types]'", name), source.range->offset};
  rule.type = type->type;
  if (!type->pattern.empty()) rule.pattern = compile_pattern(type->pattern, source.range->offset);
}

ValueRule make_rule(const SlotContext& context, const ExpressionSource& source) {
  ValueRule rule;
  set_type(context, source, rule);
  if (source.pattern) rule.pattern = compile_pattern(source.pattern->value, source.pattern->offset);
  rule.minimum = source.minimum_value;
  rule.maximum = source.maximum_value;
  rule.equals = source.equals_string;
  for (const ExpressionSource& branch : source.any_of) rule.any_of.push_back(make_rule(context, branch));
  return rule;
}

// Where any_of stands, a range that the slot merely has by default says nothing.
ValueRule make_slot_rule(const SlotContext& context, const SlotSource& source) {
  ExpressionSource expression = source.expression;
  const auto& by_default = context.schema.default_range;
  if (!expression.any_of.empty() && expression.range && by_default && expression.range->value == by_default->value)
    expression.range.reset();
  return make_rule(context, expression);
}

// The slot whose value may stand for the whole object in a dictionary: the only one beside the identifier, the one
// annotated, or the only one required.
const SlotSource* short_form_slot(const std::vector<SlotSource>& slots, std::size_t identifier) {
  std::vector<const SlotSource*> others, annotated, required;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (i == identifier) continue;
    others.push_back(&slots[i]);
    if (slots[i].simple_dict_value) annotated.push_back(&slots[i]);
    if (slots[i].required.value_or(false)) required.push_back(&slots[i]);
  }
  for (const auto& candidates : {others, annotated, required})
    if (candidates.size() == 1) return candidates.front();
  return nullptr;
}

void make_dictionary(const SlotContext& context, const SlotSource& source, ClassIndex cls, Slot& slot) {
  const std::vector<SlotSource>& slots = context.induced[cls];
  const std::size_t identifier = *identifier_slot(slots, true);
  slot.collection = Collection::dictionary;
  slot.value.nullable = true;
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (i != identifier && slots[i].required.value_or(false)) slot.value.nullable = false;
  const SlotSource* short_form = short_form_slot(slots, identifier);
  if (short_form == nullptr) return;
  if (short_form->multivalued.value_or(false))
    throw SchemaError{
        fmt::format("unsupported: the short form of '{}' in a dictionary would be a list", slots[identifier].name),
        source.expression.offset};
  slot.short_value.push_back(make_slot_rule(context, *short_form));
}

}  // namespace

std::optional<std::size_t> identifier_slot(const std::vector<SlotSource>& slots, bool or_key) {
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (slots[i].identifier.value_or(false)) return i;
  for (std::size_t i = 0; or_key && i < slots.size(); ++i)
    if (slots[i].key.value_or(false)) return i;
  return std::nullopt;
}

Slot make_slot(const SlotContext& context, const SlotSource& source) {
  Slot slot;
  slot.name = source.name;
  std::ranges::replace(slot.name, ' ', '_');
  slot.description = source.description.value_or("");
  slot.identifier = source.identifier.value_or(false) || source.key.value_or(false);
  slot.required = source.required.value_or(false) || slot.identifier;
  slot.minimum_cardinality = source.minimum_cardinality;
  slot.maximum_cardinality = source.maximum_cardinality;
  slot.value = make_slot_rule(context, source);
  if (!source.multivalued.value_or(false)) {
    // An explicit range beside any_of does not admit null, though the branches would.
    const bool any_of_admits = slot.value.any_of.empty() || slot.value.type == ValueType::unstated ||
                               slot.value.type == ValueType::enumeration || slot.value.type == ValueType::object;
    slot.value.nullable = !slot.required && !slot.value.equals && any_of_admits;
    return slot;
  }
  slot.collection = Collection::list;
  slot.nullable_collection = !slot.required;
  const auto cls = range_class(context, source.expression);
  const bool as_list = source.expression.inlined_as_list.value_or(false);
  if (cls && slot.value.type == ValueType::object && !as_list && identifier_slot(context.induced[*cls], true))
    make_dictionary(context, source, *cls, slot);
  return slot;
}

}  // namespace napkin::schema::linkml
