// Collections in brackets: [a, b] and {k: v}, as JSON and hand-written YAML have them.
#pragma once

#include <optional>

#include "schema/common_form.hpp"
#include "schema/tree_limits.hpp"

namespace napkin::schema {

/// The collection that opens at `begin`, inside `depth` others. Throws Declined and Refusal.
YamlNode parse_flow_collection(std::string_view bytes, std::size_t begin, std::size_t depth, TreeLimits& limits);

/// A quoted scalar from its opening quote; throws Declined where it does not end.
YamlNode parse_quoted(std::string_view bytes, std::size_t begin);

/// Simple keys longer than this are none to yaml-cpp (1,024 code units); stay clear of the edge.
inline constexpr std::size_t max_simple_key = 1000;

}  // namespace napkin::schema
