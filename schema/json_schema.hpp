// A schema as a JSON Schema, for editors (yaml-language-server) and for validators of that kind.
#pragma once

#include <string>

#include "schema/linkml.hpp"

namespace napkin::schema {

/// Draft-07, indented, with a line break at its end. Admits what the checker admits, but for what JSON Schema cannot
/// see: duplicate keys, and text that only its quotes keep from being something else.
std::string to_json_schema(const Schema& schema);

}  // namespace napkin::schema
