#include "schema/json_schema.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace napkin::schema {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) {
  if (value == std::trunc(value) && std::abs(value) < 9e15) return static_cast<std::int64_t>(value);
  return value;
}

void add_description(Json& json, const std::string& description) {
  if (!description.empty()) json["description"] = description;
}

/// Writes one schema. In draft-07 whatever stands beside a $ref is not seen; that is why enums are written out, and why
/// a $ref stands in an anyOf of its own.
class Writer {
 public:
  explicit Writer(const Schema& schema) : schema_(schema) {}

  Json write() {
    const Schema::Parts& parts = schema_.parts();
    Json json = {{"$schema", "http://json-schema.org/draft-07/schema#"}};
    if (!parts.id.empty()) json["$id"] = parts.id;
    const Json root = class_schema(schema_.root(), false);
    json.update(root);
    json["title"] = parts.title.empty() ? parts.name : parts.title;
    add_description(json, parts.description);
    Json definitions = Json::object();
    for (const ClassDefinition& cls : parts.classes) {
      if (cls.anything) continue;
      definitions[cls.name] = class_schema(cls, false);
      if (cls.identifier) definitions[without_identifier(cls)] = class_schema(cls, true);
    }
    json["definitions"] = std::move(definitions);
    return json;
  }

 private:
  static std::string without_identifier(const ClassDefinition& cls) { return cls.name + " without its identifier"; }

  Json class_schema(const ClassDefinition& cls, bool identifier_is_given) const {
    Json json = {{"type", "object"}};
    add_description(json, cls.description);
    Json properties = Json::object();
    Json required = Json::array();
    for (std::size_t i = 0; i < cls.slots.size(); ++i) {
      const Slot& slot = cls.slots[i];
      properties[slot.name] = slot_schema(slot);
      if (slot.required && !(identifier_is_given && cls.identifier == i)) required.push_back(slot.name);
    }
    json["properties"] = std::move(properties);
    if (!required.empty()) json["required"] = std::move(required);
    json["additionalProperties"] = false;
    return json;
  }

  Json slot_schema(const Slot& slot) const {
    Json json = Json::object();
    add_description(json, slot.description);
    if (slot.collection == Collection::single) {
      json.update(value_schema(slot.value, false));
      return json;
    }
    const bool is_list = slot.collection == Collection::list;
    const Json type = is_list ? "array" : "object";
    json["type"] = slot.nullable_collection ? Json::array({type, "null"}) : type;
    if (slot.minimum_cardinality) json[is_list ? "minItems" : "minProperties"] = *slot.minimum_cardinality;
    if (slot.maximum_cardinality) json[is_list ? "maxItems" : "maxProperties"] = *slot.maximum_cardinality;
    json[is_list ? "items" : "additionalProperties"] = is_list ? value_schema(slot.value, false) : entry_schema(slot);
    return json;
  }

  Json entry_schema(const Slot& slot) const {
    Json json = value_schema(slot.value, true);
    if (slot.short_value.empty()) return json;
    Json branches = json.contains("anyOf") ? json["anyOf"] : Json::array({json});
    for (const ValueRule& rule : slot.short_value) branches.push_back(value_schema(rule, false));
    return {{"anyOf", std::move(branches)}};
  }

  Json value_schema(const ValueRule& rule, bool identifier_is_given) const {
    Json json = type_schema(rule, identifier_is_given);
    if (rule.pattern) add_pattern(*rule.pattern, json);
    if (rule.minimum) json["minimum"] = number(*rule.minimum);
    if (rule.maximum) json["maximum"] = number(*rule.maximum);
    if (rule.equals) json["const"] = *rule.equals;
    if (rule.any_of.empty()) return json;
    Json branches = Json::array();
    for (const ValueRule& branch : rule.any_of) branches.push_back(value_schema(branch, false));
    if (rule.nullable) branches.push_back({{"type", "null"}});
    // The type may have taken anyOf for itself.
    if (json.contains("anyOf")) {
      const Json type_branches = json["anyOf"];
      json.erase("anyOf");
      json["allOf"] = Json::array({{{"anyOf", type_branches}}, {{"anyOf", std::move(branches)}}});
    } else {
      json["anyOf"] = std::move(branches);
    }
    return json;
  }

  static void add_pattern(const TextPattern& pattern, Json& json) {
    if (!pattern.length()) {
      json["pattern"] = pattern.expression();
      return;
    }
    if (pattern.length()->minimum > 0) json["minLength"] = pattern.length()->minimum;
    if (pattern.length()->maximum) json["maxLength"] = *pattern.length()->maximum;
  }

  Json type_schema(const ValueRule& rule, bool identifier_is_given) const {
    const auto typed = [&](std::string_view type, std::string_view format = {}) {
      Json json = {{"type", rule.nullable ? Json::array({type, "null"}) : Json(type)}};
      if (!format.empty()) json["format"] = format;
      return json;
    };
    switch (rule.type) {
      case ValueType::text: return typed("string");
      case ValueType::integer: return typed("integer");
      case ValueType::number: return typed("number");
      case ValueType::boolean: return typed("boolean");
      case ValueType::date: return typed("string", "date");
      case ValueType::datetime: return typed("string", "date-time");
      case ValueType::time: return typed("string", "time");
      case ValueType::uri: return typed("string", "uri");
      case ValueType::enumeration:
        return enum_schema(schema_.enum_at(rule.enumeration), typed("string"), rule.nullable);
      case ValueType::object: return reference(rule, identifier_is_given);
      case ValueType::anything: return {{"type", {"null", "boolean", "object", "number", "string"}}};
      case ValueType::unstated: return Json::object();
    }
    return Json::object();
  }

  static Json enum_schema(const EnumDefinition& enumeration, Json json, bool nullable) {
    Json texts = Json::array();
    Json descriptions = Json::array();
    bool described = false;
    for (const PermissibleValue& value : enumeration.values) {
      texts.push_back(value.text);
      descriptions.push_back(value.description);
      described = described || !value.description.empty();
    }
    if (nullable) {
      texts.push_back(nullptr);
      descriptions.push_back("");
    }
    json["enum"] = std::move(texts);
    if (described) json["enumDescriptions"] = std::move(descriptions);  // not JSON Schema's own: editors show them
    return json;
  }

  Json reference(const ValueRule& rule, bool identifier_is_given) const {
    Json branches = Json::array();
    for (const ClassIndex index : rule.classes) {
      const ClassDefinition& cls = schema_.class_at(index);
      const std::string name = identifier_is_given ? without_identifier(cls) : cls.name;
      branches.push_back({{"$ref", "#/definitions/" + escaped(name)}});
    }
    if (rule.nullable) branches.push_back({{"type", "null"}});
    return {{"anyOf", std::move(branches)}};
  }

  // As a part of a JSON pointer in an address.
  static std::string escaped(const std::string& name) {
    std::string text;
    for (const char c : name) {
      if (c == ' ') {
        text += "%20";
      } else if (c == '/') {
        text += "~1";
      } else if (c == '~') {
        text += "~0";
      } else {
        text += c;
      }
    }
    return text;
  }

  const Schema& schema_;
};

}  // namespace

std::string to_json_schema(const Schema& schema) { return Writer(schema).write().dump(2) + "\n"; }

}  // namespace napkin::schema
