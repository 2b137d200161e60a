// Whether the bytes of a file are text that YAML admits: UTF-8 without control characters.
#pragma once

#include <optional>

#include "schema/document.hpp"

namespace napkin::schema {

/// The first byte that is no text, and what to do about it. A byte-order mark of UTF-8 is admitted.
std::optional<YamlError> check_encoding(std::string_view bytes);

}  // namespace napkin::schema
