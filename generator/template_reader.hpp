// Reads a template from YAML. Every fault points into the file.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/formula/library.hpp"
#include "generator/template.hpp"
#include "schema/source_text.hpp"

namespace napkin::generator {

struct TemplateFault {
  std::string message;
  schema::ByteRange range;
};

/// "file.yaml:12:5: message", with the line and a caret below it.
std::string describe(const schema::SourceText& source, const TemplateFault& fault);

/// Small letters, digits and hyphens, no hyphen at an end: the id of a template, which is its file's name too.
bool is_template_id(std::string_view id);

using TemplateResult = std::variant<Template, std::vector<TemplateFault>>;

/// Never throws on any bytes. The library has to outlive the template.
TemplateResult read_template(const schema::SourceText& source, const engine::Library& library);

}  // namespace napkin::generator
