#include "schema/linkml_types.hpp"

#include <array>

namespace napkin::schema::linkml {
namespace {

// CURIEs, JSON pointers and the like are taken as any text, as linkml-validate takes them.
constexpr auto types = std::to_array<TypeInfo>({
    {"string", ValueType::text, ""},
    {"integer", ValueType::integer, ""},
    {"boolean", ValueType::boolean, ""},
    {"float", ValueType::number, ""},
    {"double", ValueType::number, ""},
    {"decimal", ValueType::number, ""},
    {"time", ValueType::time, ""},
    {"date", ValueType::date, ""},
    {"datetime", ValueType::datetime, ""},
    {"date_or_datetime", ValueType::text, ""},
    {"uriorcurie", ValueType::text, ""},
    {"curie", ValueType::text, ""},
    {"uri", ValueType::uri, ""},
    {"ncname", ValueType::text, R"(^[a-zA-Z_][\w.-]*$)"},
    {"objectidentifier", ValueType::text, ""},
    {"nodeidentifier", ValueType::text, ""},
    {"jsonpointer", ValueType::text, ""},
    {"jsonpath", ValueType::text, ""},
    {"sparqlpath", ValueType::text, ""},
});

}  // namespace

const TypeInfo* find_type(std::string_view name) {
  for (const TypeInfo& type : types)
    if (type.name == name) return &type;
  return nullptr;
}

}  // namespace napkin::schema::linkml
