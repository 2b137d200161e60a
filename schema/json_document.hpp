// A JSON document as the same tree that YAML gives, with positions: what reads chains.json need not care
// which of the two it was written in.
#pragma once

#include "schema/document.hpp"

namespace napkin::schema {

/// Parses one JSON text (RFC 8259). Strings become double-quoted scalars, numbers and literals plain ones;
/// repeated keys are kept. Never throws, linear in time and memory; nests to max_yaml_depth.
YamlResult parse_json(const SourceText& source);

}  // namespace napkin::schema
