// The parameters of a template: where their values come from.
#pragma once

#include <optional>

#include "generator/template_source.hpp"

namespace napkin::generator {

/// One parameter; its name is added to what later expressions may use. Nothing, and faults, where it cannot be read.
std::optional<Parameter> read_parameter(TemplateSource& source, const schema::YamlMember& member);

}  // namespace napkin::generator
