#include "schema/outline.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "schema/scalar_check.hpp"
#include "schema/yaml_scalar.hpp"

namespace napkin::schema {
namespace {

std::string type_of(const Schema& schema, const ValueRule& rule) {
  switch (rule.type) {
    case ValueType::date: return "date";
    case ValueType::datetime: return "date and time";
    case ValueType::uri: return "address";
    case ValueType::object: return schema.class_at(rule.classes.front()).name;
    default: return rule.equals ? "'" + *rule.equals + "'" : describe_due(schema, rule);
  }
}

std::string length_of(const LengthBounds& bounds) {
  if (!bounds.maximum) return bounds.minimum > 1 ? fmt::format("{} characters or more", bounds.minimum) : "";
  if (bounds.minimum == *bounds.maximum) return fmt::format("{} characters", bounds.minimum);
  return bounds.minimum > 1 ? fmt::format("{} to {} characters", bounds.minimum, *bounds.maximum)
                            : fmt::format("up to {} characters", *bounds.maximum);
}

std::string range_of(const ValueRule& rule) {
  if (rule.minimum && rule.maximum) return format_number(*rule.minimum) + " to " + format_number(*rule.maximum);
  if (rule.minimum) return format_number(*rule.minimum) + " or more";
  return rule.maximum ? format_number(*rule.maximum) + " or less" : "";
}

std::string count_of(const Slot& slot) {
  const auto& least = slot.minimum_cardinality;
  const auto& most = slot.maximum_cardinality;
  if (least && least == most) return fmt::format("exactly {}", *least);
  if (least && most) return fmt::format("{} to {}", *least, *most);
  if (least) return fmt::format("{} or more", *least);
  return most ? fmt::format("up to {}", *most) : "";
}

// "integer, 0 to 3", "list of Resource", "text, up to 120 characters".
std::string holds(const Schema& schema, const Slot& slot) {
  const ValueRule& rule = slot.value;
  std::string text = type_of(schema, rule);
  if (slot.collection == Collection::list) text = "list of " + text;
  if (slot.collection == Collection::dictionary) text = "mapping from names to " + text;
  const std::string pattern = !rule.pattern            ? ""
                              : rule.pattern->length() ? length_of(*rule.pattern->length())
                                                       : rule.pattern->expression();
  for (const std::string& detail : {pattern, range_of(rule), count_of(slot)})
    if (!detail.empty()) text += ", " + detail;
  return text;
}

std::string outline_class(const Schema& schema, const ClassDefinition& cls) {
  std::string text = fmt::format("{}: {}\n", cls.name, cls.anything ? "anything but a list" : cls.description);
  std::size_t width = 0;
  for (const Slot& slot : cls.slots) width = std::max(width, slot.name.size() + (slot.required ? 1 : 0));
  for (const Slot& slot : cls.slots) {
    text += fmt::format("  {:<{}}  {}\n", slot.name + (slot.required ? "*" : ""), width, holds(schema, slot));
    if (!slot.description.empty()) text += fmt::format("  {:<{}}    {}\n", "", width, slot.description);
  }
  return text;
}

}  // namespace

std::string outline(const Schema& schema) {
  std::string text = outline_class(schema, schema.root());
  for (const ClassDefinition& cls : schema.parts().classes)
    if (&cls != &schema.root()) text += "\n" + outline_class(schema, cls);
  return text;
}

}  // namespace napkin::schema
