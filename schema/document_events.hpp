// The tree of a document built from yaml-cpp's events: any YAML that yaml-cpp reads, and its errors.
#pragma once

#include "schema/document.hpp"

namespace napkin::schema {

/// Takes text that check_encoding admits and that is within max_yaml_bytes.
YamlResult parse_events(const SourceText& source);

}  // namespace napkin::schema
