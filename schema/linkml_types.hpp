// The types of linkml:types, as linkml-validate checks them.
#pragma once

#include <optional>
#include <string_view>

#include "schema/linkml.hpp"

namespace napkin::schema::linkml {

struct TypeInfo {
  std::string_view name;
  ValueType type = ValueType::text;
  std::string_view pattern;  // implied by the type, or empty
};

const TypeInfo* find_type(std::string_view name);

}  // namespace napkin::schema::linkml
