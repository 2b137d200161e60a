// S001: a file that is no readable YAML document. Nothing else can be said of such a file.
#pragma once

#include "schema/document.hpp"
#include "validator/finding.hpp"

namespace napkin::validator {

extern const RuleInfo unreadable_yaml_rule;

Finding unreadable_yaml(const schema::SourceText& source, const schema::YamlError& error);

}  // namespace napkin::validator
