// Checks one scalar against what is due in its place.
#pragma once

#include <optional>
#include <string>

#include "schema/checker.hpp"
#include "schema/linkml.hpp"
#include "schema/yaml_scalar.hpp"

namespace napkin::schema {

/// At most one issue, the one that an author should mend first; without path and place. Takes no notice of any_of.
std::optional<SchemaIssue> check_scalar(const Schema& schema, const ValueRule& rule, const YamlNode& scalar);

/// Whether such a scalar may stand there at all, whatever its value.
bool admits_kind(const ValueRule& rule, const ScalarReading& reading);

/// "text", "an integer", "one of cloud, edge, …", "a mapping"; for a rule with any_of all that may stand there.
std::string describe_due(const Schema& schema, const ValueRule& rule);

/// "a list", "a mapping", or what a scalar stands for.
std::string describe_found(const YamlNode& node);

}  // namespace napkin::schema
