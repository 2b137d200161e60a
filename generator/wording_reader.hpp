// Texts of a template: phrasings, cases and the placeholders in them.
#pragma once

#include <string>
#include <vector>

#include "generator/template_source.hpp"

namespace napkin::generator {

/// What a placeholder's name may be, beside parameters.
struct PrintableNames {
  const std::vector<Parameter>& parameters;
  const std::vector<DerivedFigure>& derived;
  const std::vector<Case>& cases;
  bool option = false;  // whether "option" stands for the figure of an option
};

/// A text, a list of phrasings, or a mapping of cases to either.
Wording read_wording(TemplateSource& source, const schema::YamlNode& node, const std::string& name,
                     const PrintableNames& names);

}  // namespace napkin::generator
